"""Answer files of the exam page: opened, checked against the record, and handed on as a table of one row.

What is checked: the seal; that exam, token, candidate and form belong together; the time; that nobody hands in twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from pydantic import ValidationError

from guizhang.diagnostics import Diagnostic, Source
from guizhang.grading import faults
from guizhang.grading.answers import is_blank
from guizhang.grading.reading import sealed_faults
from guizhang.model.drawn_item import GAP_DIVIDER, DrawnItem
from guizhang.model.form import ExamRecord
from guizhang.model.item import ItemType
from guizhang.model.spellings import parse_number
from guizhang.sealing.jwe import Altered, NotSealed, OtherKey, open_jwe
from guizhang.sealing.keys import PrivateKey
from guizhang.sealing.sitting import Sitting, sittings
from guizhang.sealing.submission import Submission, Unsealed, sealed_text
from guizhang.tables.table import Place, Row, Table

GRACE_SECONDS = 60
"""A page hands itself in when the time is up; so long a slow computer may take."""
_LARGEST = 2_000_000
_BEGINNINGS = (b"{", b"eyJ")
"""Of a file from the page, and of a JWE that was copied or scanned; no table begins so."""
_BLANK = "-"
_IN_ONE_GAP = re.compile(r"[;|\n]|^\s*\((?=\d)")
_GRAVE = {
    "clock": ("考试期间电脑时钟被往回调过", "the computer's clock was set back during the exam"),
    "restored": (
        "从存下的文件接着答的，文件里的用时可以改动",
        "it went on from a saved file, in which the times can be changed",
    ),
}
_SLIGHT = {
    "jump": ("电脑睡眠过，或时钟跳快了", "the computer slept, or its clock jumped ahead"),
    "tabs": ("试卷在两个标签页中打开过", "the paper was open in two tabs"),
    "storage": ("浏览器不能保存答案", "the browser could not keep the answers"),
    "late": ("时间用完之后才重新打开，自动交卷", "it was opened again after the time and handed itself in"),
}


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that belongs to this exam."""

    path: Path
    name: str
    """How messages name it."""
    submission: Submission
    sitting: Sitting

    @property
    def person(self) -> str:
        """The candidate: the id on the roster, else the number as typed."""
        return self.sitting.candidate.id if self.sitting.candidate else self.submission.who.strip()

    @property
    def order(self) -> tuple[int, int, str]:
        """What says which was handed in first."""
        return self.submission.end, self.submission.start, self.name


def is_sealed(path: Path) -> bool:
    """Tell whether a file is one of the exam page and no table."""
    try:
        with path.open("rb") as file:
            return file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_BEGINNINGS)
    except OSError:
        return False


def read_sealed(
    files: Sequence[tuple[Path, str]], record: ExamRecord, key: PrivateKey | None
) -> dict[Path, tuple[list[Table], list[Diagnostic]]]:
    """Open answer files and return for each its table, if it counts, and what is to be said of it.

    Args:
        files: Paths, and how messages name them.
        record: The exam as it was drawn.
        key: The trainer's key; ``None``: sealed files are refused.
    """
    if not files:
        return {}
    reader = Reader(record, key)
    opened = [found for path, name in files if (found := reader.open(path, name)) is not None]
    tables: dict[Path, list[Table]] = {path: [] for path, _ in files}
    counted = set(reader.counted(opened))
    for one in opened:
        if one in counted:
            tables[one.path].append(_table(one, record))
    return {path: (tables[path], reader.found[name]) for path, name in files}


class Reader:
    """Reads what was handed in to one exam and says what is wrong with it."""

    def __init__(self, record: ExamRecord, key: PrivateKey | None) -> None:
        self.record = record
        self.key = key
        self.pages = list(sittings(record))
        self.by_token = {page.token: page for page in self.pages}
        self.questions = {form.id: len(form.items) for form in record.forms}
        self.found: dict[str, list[Diagnostic]] = {}
        """What is to be said of each file, by its name."""

    def open(self, path: Path, name: str) -> Opened | None:
        """Return what a file holds; ``None`` where it is refused."""
        try:
            if path.stat().st_size > _LARGEST:
                raise ValueError(f"more than {_LARGEST} bytes")
            text = sealed_text(path.read_bytes())
        except (ValueError, OSError) as error:
            self.found[name] = [sealed_faults.not_sealed(name, _reason(error))]
            return None
        return self.judge(path, name, text)

    def judge(self, path: Path, name: str, text: str | Unsealed) -> Opened | None:
        """Return what a text from the file holds; ``None`` where it is refused."""
        found: list[Diagnostic] = []
        self.found[name] = found
        read = self._unsealed(name, text) if isinstance(text, Unsealed) else self._sealed(name, text)
        if read is None:
            return None
        submission, sitting = read
        wrong = list(self._misfits(name, submission, sitting))
        found += wrong or self._noted(name, submission, sitting)
        return None if wrong else Opened(path, name, submission, sitting)

    def _sealed(self, name: str, text: str) -> tuple[Submission, Sitting] | None:
        found = self.found[name]
        if self.key is None:
            found.append(sealed_faults.no_key(name))
            return None
        try:
            submission = Submission.model_validate_json(open_jwe(text, self.key))
        except NotSealed as error:
            found.append(sealed_faults.not_sealed(name, str(error)))
        except OtherKey as error:
            found.append(sealed_faults.other_key(name, str(error)))
        except Altered:
            found.append(sealed_faults.altered(name))
        except ValidationError as error:
            found.append(sealed_faults.no_submission(name, _reason(error)))
        else:
            if self._of_this_exam(name, submission):
                sitting = self.by_token.get(submission.token)
                if sitting is not None:
                    return submission, sitting
                found.append(sealed_faults.wrong_token(name))
        return None

    def _unsealed(self, name: str, box: Unsealed) -> tuple[Submission, Sitting] | None:
        """Find the page that wrote unsealed answers: the one whose token makes the check value."""
        found = self.found[name]
        try:
            submission = Submission.model_validate_json(box.unsealed)
        except ValidationError:
            found.append(sealed_faults.edited(name))
            return None
        if not self._of_this_exam(name, submission):
            return None
        sitting = next((page for page in self.pages if box.holds(page.token)), None)
        found.append(sealed_faults.edited(name) if sitting is None else sealed_faults.unsealed(name))
        return None if sitting is None else (submission, sitting)

    def _of_this_exam(self, name: str, submission: Submission) -> bool:
        if submission.exam != self.record.exam_id:
            place = Place(Source(name))
            self.found[name].append(faults.other_exam(place, submission.exam, self.record.exam_id))
        return submission.exam == self.record.exam_id

    def _misfits(self, name: str, submission: Submission, sitting: Sitting) -> Iterator[Diagnostic]:
        """Yield why a token does not belong to what stands beside it."""
        person = sitting.candidate
        if person and _folded(submission.who) != _folded(person.id):
            yield sealed_faults.other_sitting(name, ("工号", "candidate"), submission.who, person.id)
        if submission.form != sitting.printed_form:
            yield sealed_faults.other_sitting(
                name, ("卷别", "form"), submission.form or "—", sitting.printed_form or "—"
            )
        if len(submission.answers) != self.questions[sitting.form]:
            yield sealed_faults.no_submission(name, f"answers: {len(submission.answers)}")

    def _noted(self, name: str, submission: Submission, sitting: Sitting) -> Iterator[Diagnostic]:
        """Yield what the trainer should know of a sitting that counts."""
        limit = self.record.limit_minutes + (sitting.candidate.extra_minutes if sitting.candidate else 0)
        used = max(submission.used, submission.end - submission.start)
        if max(used, submission.last) > limit * 60 + GRACE_SECONDS:
            yield sealed_faults.too_late(name, used, limit, submission.last)
        backwards = submission.end < submission.start
        for flag, what in _GRAVE.items():
            if flag in submission.flags or (flag == "clock" and backwards):
                yield sealed_faults.noted(name, what, grave=True)
        for flag, what in _SLIGHT.items():
            if flag in submission.flags:
                yield sealed_faults.noted(name, what, grave=False)
        if submission.away_count:
            count, seconds = submission.away_count, submission.away_seconds
            what = (f"离开页面 {count} 次，共 {seconds} 秒", f"away from the page {count} times, {seconds} s in all")
            yield sealed_faults.noted(name, what, grave=False)

    def counted(self, opened: Sequence[Opened]) -> Iterator[Opened]:
        """Yield the submission of each candidate that counts: the first one handed in."""
        by_person: dict[str, list[Opened]] = {}
        for one in opened:
            by_person.setdefault(_folded(one.person), []).append(one)
        for theirs in by_person.values():
            first, *others = sorted(theirs, key=attrgetter("order"))
            doubtful = False
            for other in others:
                if other.submission == first.submission:
                    self.found[other.name].append(sealed_faults.copy(other.name, first.name))
                elif other.submission.nonce == first.submission.nonce:
                    doubtful = True
                    self.found[other.name].append(sealed_faults.forged(other.name, first.name))
                    self.found[first.name].append(sealed_faults.forged(first.name, other.name))
                else:
                    self.found[other.name].append(sealed_faults.second(other.name, first.name))
            if not doubtful:
                yield first


def _table(one: Opened, record: ExamRecord) -> Table:
    """Return answers as the row a scoring workbook would have."""
    form = next(form for form in record.forms if form.id == one.sitting.form)
    last = max(len(form.items) for form in record.forms)
    cells = [_cell(item, given) for item, given in zip(form.items, one.submission.answers, strict=True)]
    name = one.sitting.candidate.name if one.sitting.candidate else one.submission.name
    head = ("candidate", "name", "form", *map(str, range(1, last + 1)))
    row = (one.person, name, one.sitting.form, *cells)
    return Table(one.name, None, (Row(1, head, {}), Row(2, row, {})), title=record.exam_id)


def _cell(item: DrawnItem, given: str | tuple[str, ...]) -> str:
    """Return an answer as a person would type it into a cell.

    What was left empty is a dash: handed in blank, and not absent. A written answer that is nothing but a number stands
    in quotation marks, since a bare number in its cell would be the points given for it.
    """
    parts = (given,) if isinstance(given, str) else given
    if all(is_blank(part) for part in parts):
        return _BLANK
    if item.type is ItemType.CLOZE:
        # What divides gaps may not stand in one.
        return GAP_DIVIDER.join(_IN_ONE_GAP.sub(" ", unicodedata.normalize("NFKC", part)).strip() for part in parts)
    if item.type is ItemType.MATCHING:
        return "".join(part or _BLANK for part in parts)
    text = "".join(parts).strip()
    return f"“{text}”" if item.type is ItemType.SHORT_ANSWER and parse_number(text) is not None else text


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}".lstrip(": ")
    return str(error)
