"""Response files to responses: every row is graded, flagged or refused, and every fault of every file is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Severity, in_file_order
from guizhang.grading import faults, row_faults
from guizhang.grading.answers import Problem, is_blank, normalise, parse_number
from guizhang.grading.collect import Collected, Entry, Sheet, answer_sheet, collect
from guizhang.grading.columns import Header
from guizhang.model.form import LETTERS, Candidate, DrawnForm, DrawnItem, ExamRecord
from guizhang.model.item import ItemType
from guizhang.model.response import Response
from guizhang.tables.read import read_tables

_FORM_WORDS = re.compile(r"试卷|卷|form|paper|version|\s")


@dataclass(frozen=True, slots=True)
class FileCount:
    """What became of the rows of one file; those that hold something are graded, flagged or refused."""

    path: str
    sha256: str
    rows: int
    graded: int
    flagged: int
    """Read, with a warning: graded, or taken as absent."""
    refused: int
    blank: int
    """Rows without any content, skipped."""
    header: Header | None


@dataclass(frozen=True, slots=True)
class Absentee:
    """Somebody on the roster or in a file without any answer."""

    candidate: str
    name: str
    form: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What the response files gave."""

    responses: tuple[Response, ...]
    absent: tuple[Absentee, ...]
    files: tuple[FileCount, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_responses(paths: Sequence[Path], record: ExamRecord, shown: Mapping[Path, str] | None = None) -> Intake:
    """Read all response files of one exam.

    Args:
        paths: CSV, TSV or XLSX files. A file without answer columns (points or the practical part only) adds to the
            sheets of the others; anything said twice is a fault.
        record: The exam as it was drawn.
        shown: How messages name each file; the path itself when absent.
    """
    shown = shown or {}
    numbers = range(1, 1 + max(len(form.items) for form in record.forms))
    keyed = frozenset(n for n in numbers if any(_is_keyed(form, n) for form in record.forms))
    collected = Collected()
    names = [shown.get(path, str(path)) for path in paths]
    for path, name in zip(paths, names, strict=True):
        tables, found = read_tables(path, name)
        collected.diagnostics += found
        if tables:
            collect(answer_sheet(tables), collected, exam_id=record.exam_id, last_question=len(numbers), keyed=keyed)
    reader = _Interpreter(record, keyed)
    responses = [response for sheet in collected.sheets.values() if (response := reader.read(sheet)) is not None]
    diagnostics = in_file_order([*collected.diagnostics, *reader.diagnostics])
    return Intake(
        tuple(responses),
        (*reader.absent, *_unseen(record, reader.seen)),
        tuple(_count(path, name, collected, diagnostics) for path, name in zip(paths, names, strict=True)),
        tuple(diagnostics),
    )


def _is_keyed(form: DrawnForm, number: int) -> bool:
    items = form.items
    return number <= len(items) and items[number - 1].type is not ItemType.SHORT_ANSWER


def _unseen(record: ExamRecord, seen: Mapping[str, object]) -> Iterator[Absentee]:
    for candidate in record.candidates:
        if candidate.id not in seen:
            yield Absentee(candidate.id, candidate.name, candidate.form)


def _count(path: Path, name: str, collected: Collected, diagnostics: Sequence[Diagnostic]) -> FileCount:
    """Return how many rows of one file were graded, flagged and refused; a fault of the whole file refuses all."""
    lines = {line for where, line in collected.rows if where == name}
    here = [fault for fault in diagnostics if fault.source.path == name]
    errors = {fault.source.line for fault in here if fault.severity is Severity.ERROR}
    warned = {fault.source.line for fault in here if fault.severity is Severity.WARNING}
    refused = lines if errors - lines else lines & errors
    flagged = (lines & warned) - refused
    return FileCount(
        path=name,
        sha256=sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        rows=len(lines),
        graded=len(lines) - len(refused) - len(flagged),
        flagged=len(flagged),
        refused=len(refused),
        blank=collected.blank_rows.get(name, 0),
        header=collected.headers.get(name),
    )


class _Interpreter:
    """Turns sheets into responses against the drawn exam."""

    def __init__(self, record: ExamRecord, keyed: frozenset[int]) -> None:
        self.record = record
        self.keyed = keyed
        self.forms = {form.id: form for form in record.forms}
        self.items = {form.id: form.items for form in record.forms}
        self.roster = {candidate.id: candidate for candidate in record.candidates}
        self.seen: dict[str, Sheet] = {}
        self.absent: list[Absentee] = []
        self.diagnostics: list[Diagnostic] = []

    def read(self, sheet: Sheet) -> Response | None:
        """Return the response of one sheet; ``None`` where it is absent or the candidate or form is unknown."""
        known, candidate = self._candidate(sheet)
        if not known:
            return None
        identity = candidate.id if candidate else sheet.candidate.text
        first = self.seen.setdefault(identity, sheet)
        if first is not sheet:
            place = sheet.candidate.place
            self.diagnostics.append(row_faults.doubled_candidate(place, identity, first.place))
            return None
        name = sheet.name.text if sheet.name else ""
        expected = candidate.name if candidate else ""
        if sheet.name and expected and _letters(name) != _letters(expected):
            self.diagnostics.append(row_faults.name_differs(sheet.name.place, name, expected))
        name = expected or name
        form = self._form(sheet, candidate)
        if not (sheet.answers or sheet.points):
            self.diagnostics.append(row_faults.no_answers(sheet.place, identity))
            self.absent.append(Absentee(identity, name, form or ""))
            return None
        if form is None:
            return None
        return self._response(sheet, identity, name, form)

    def _candidate(self, sheet: Sheet) -> tuple[bool, Candidate | None]:
        """Return whether the candidate may be graded, and the entry on the roster."""
        if not self.roster:
            return True, None
        text = sheet.candidate.text
        if text in self.roster:
            return True, self.roster[text]
        folded = unicodedata.normalize("NFKC", text).casefold()
        same = [c for c in self.roster.values() if unicodedata.normalize("NFKC", c.id).casefold() == folded]
        if len(same) == 1:
            return True, same[0]
        shorn = [c for c in self.roster.values() if folded.isdigit() and c.id.lstrip("0") == folded.lstrip("0")]
        if len(shorn) == 1:
            self.diagnostics.append(row_faults.lost_zeros(sheet.candidate.place, text, shorn[0].id))
            return True, shorn[0]
        self.diagnostics.append(row_faults.unknown_candidate(sheet.candidate.place, text, self.roster))
        return False, None

    def _form(self, sheet: Sheet, candidate: Candidate | None) -> str | None:
        """Return the form that was sat: the one on the sheet, else the roster's, else the only one."""
        if sheet.form is None:
            if candidate is not None:
                return candidate.form
            if len(self.forms) == 1:
                return next(iter(self.forms))
            if sheet.answers or sheet.points:
                self.diagnostics.append(row_faults.no_form(sheet.place, self.forms))
            return None
        written = sheet.form.text
        form = written if written in self.forms else self._form_like(written)
        if form is None:
            self.diagnostics.append(row_faults.unknown_form(sheet.form.place, written, self.forms))
        elif candidate is not None and candidate.form != form:
            self.diagnostics.append(row_faults.form_differs(sheet.form.place, form, candidate.form))
        return form

    def _form_like(self, written: str) -> str | None:
        """Return the form meant by ``a``, ``Ａ卷``, ``Form A``; ``None`` when none or several fit."""
        plain = _FORM_WORDS.sub("", unicodedata.normalize("NFKC", written).casefold())
        fitting = [form for form in self.forms if form.casefold() == plain]
        return fitting[0] if len(fitting) == 1 else None

    def _response(self, sheet: Sheet, candidate: str, name: str, form: str) -> Response:
        items = self.items[form]
        answers: dict[int, str] = {}
        given: dict[int, Decimal] = {}
        blank: set[int] = set()
        for number, entry in sorted(sheet.answers.items()):
            if self._asked(entry, number, items) and (answer := self._answer(entry, items[number - 1])):
                answers[number] = answer
        for number, entry in sorted(sheet.points.items()):
            if not self._asked(entry, number, items):
                continue
            if items[number - 1].type is not ItemType.SHORT_ANSWER:
                self.diagnostics.append(row_faults.points_for_keyed_item(entry.place, number))
            elif is_blank(entry.text) and entry.damage is None:
                blank.add(number)
            elif (points := self._points(entry, items[number - 1].points)) is not None:
                given[number] = points
        for number, text in answers.items():
            if (
                items[number - 1].type is ItemType.SHORT_ANSWER
                and number not in given
                and parse_number(text) is not None
            ):
                entry = sheet.answers[number]
                if number in self.keyed:  # on another form, so that its column could not be headed as one of points
                    if (points := self._points(entry, items[number - 1].points)) is not None:
                        given[number] = points
                else:
                    self.diagnostics.append(row_faults.looks_like_points(entry.place, number, text))
        return Response(
            candidate=candidate,
            name=name,
            form=form,
            answers=answers,
            given_points=given,
            declared_blank=frozenset(blank | self._said_blank(sheet, items)),
            practical=self._practical(sheet.practical),
        )

    def _said_blank(self, sheet: Sheet, items: tuple[DrawnItem, ...]) -> set[int]:
        """Return the written answers whose cell says 空, 未答 or blank, and that got no points."""
        return {
            number
            for number, entry in sheet.answers.items()
            if number <= len(items) and number not in sheet.points
            and items[number - 1].type is ItemType.SHORT_ANSWER and entry.damage is None and is_blank(entry.text)
        }  # fmt: skip

    def _asked(self, entry: Entry, number: int, items: tuple[DrawnItem, ...]) -> bool:
        """Tell whether this form has the question; a shorter form beside a longer one may not."""
        if number > len(items):
            self.diagnostics.append(faults.unknown_question(entry.place, str(number), len(items)))
        return number <= len(items)

    def _answer(self, entry: Entry, item: DrawnItem) -> str:
        if entry.damage is not None:
            self.diagnostics.append(row_faults.damaged(entry.place, entry.damage, entry.text))
            return ""
        normal = normalise(item, entry.text)
        match normal.problem:
            case Problem.UNKNOWN_OPTION:
                last = LETTERS[max(len(options) for options in (item.options, *(gap.options for gap in item.gaps))) - 1]
                self.diagnostics.append(row_faults.unknown_option(entry.place, entry.text, normal.detail, last))
            case Problem.NOT_TRUE_FALSE:
                self.diagnostics.append(row_faults.not_true_false(entry.place, entry.text))
            case Problem.OVER_ANSWERED:
                self.diagnostics.append(row_faults.over_answered(entry.place, entry.text))
            case Problem.NOT_A_NUMBER:
                unit = (item.unit.zh or item.unit.en or "") if item.unit else ""
                self.diagnostics.append(row_faults.not_a_number(entry.place, entry.text, unit))
            case Problem.TOO_MANY_PARTS:
                self.diagnostics.append(row_faults.too_many_parts(entry.place, entry.text, normal.detail))
            case None:
                pass
        return normal.answer

    def _points(self, entry: Entry, most: Decimal) -> Decimal | None:
        if entry.damage is not None:
            self.diagnostics.append(row_faults.damaged(entry.place, entry.damage, entry.text))
            return None
        points = parse_number(re.sub(r"(?i)\s*(分|points?|pts)$", "", entry.text))
        if points is None or points < 0:
            self.diagnostics.append(row_faults.bad_points(entry.place, entry.text))
            return None
        if points > most:
            self.diagnostics.append(row_faults.too_many_points(entry.place, points, most))
            return None
        return points

    def _practical(self, entry: Entry | None) -> Decimal | None:
        if entry is None or (entry.damage is None and is_blank(entry.text)):
            return None
        if not self.record.practical_points:
            self.diagnostics.append(row_faults.no_practical(entry.place))
            return None
        return self._points(entry, self.record.practical_points)


def _letters(name: str) -> str:
    """Return a name without blanks and case, as two lists of the same people may differ."""
    return re.sub(r"[\s·・.]+", "", unicodedata.normalize("NFKC", name)).casefold()
