"""Retention: the personal data of exams that were held long ago go, and what was asked and how it went stays.

Which files stay is a list of names; whatever else lies in the folder of an exam or of its results goes, because nobody
can tell what a trainer put there. No link is followed. A run that was cut off is finished by the next one.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from guizhang.diagnostics import Diagnostic
from guizhang.files import PRIVATE_FILE, write_file
from guizhang.grading import audit
from guizhang.grading.correcting.corrections import CORRECTIONS
from guizhang.grading.output import RESULTS, forget, write_results
from guizhang.grading.pipeline import read_record
from guizhang.grading.privacy import faults
from guizhang.grading.privacy.anonymous import anonymous_record, anonymous_results, is_anonymous
from guizhang.grading.privacy.pseudonyms import Pseudonyms
from guizhang.grading.privacy.retention import Period
from guizhang.model.exam_json import dump_record
from guizhang.model.form import ExamRecord

_RECORD = "exam.json"
_STAYS = frozenset({f"secret/{name}" for name in (_RECORD, CORRECTIONS, audit.LOG)})
"""Files of an exam folder that stay, the record without people."""


@dataclass(frozen=True, slots=True)
class Old:
    """One exam whose time is over."""

    folder: Path
    record: ExamRecord
    results: tuple[tuple[Path, Mapping[str, Any]], ...]
    """Folders of its results, with their ``results.json``."""
    held: date
    going: tuple[Path, ...]
    """Files that go; of links the link."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a folder holds."""

    old: tuple[Old, ...]
    younger: int
    """Exams whose time is not over."""
    done: int
    """Exams that name nobody any more."""
    diagnostics: tuple[Diagnostic, ...]


def find_old(folder: Path, period: Period, today: date) -> Found:
    """Return the exams below *folder* that were held longer ago than *period*, and what of them would go.

    The day is that of the results; for an exam without results, the day its record was written.
    """
    exams, results, found = _walk(folder)
    if not (exams or results or found):
        found.append(faults.no_exams(str(folder)))
    deadline, old, younger, done = period.before(today), [], 0, 0
    for path, record in exams:
        graded = tuple((at, raw) for at, raw in results if raw.get("exam_id") == record.exam_id)
        held = max([_day(at, raw) for at, raw in graded] or [_written(path / "secret" / _RECORD)])
        if held >= deadline:
            younger += 1
            continue
        places = [at for at, _ in graded]
        others = [at for at, other in exams if other is not record] + [at for at, _ in results if at not in places]
        if mixed := next((at for at in others if any(at.is_relative_to(place) for place in (path, *places))), None):
            found.append(faults.mixed(str(path), str(mixed)))
            continue
        going = [*_going(path, places), *(file for at in places for file in _files(at, ()) if file != at / RESULTS)]
        if not going and is_anonymous(record) and all("purged" in raw for _, raw in graded):
            done += 1
            continue
        if not graded and any(entry.action is audit.Action.GRADE for entry in audit.read_log(path / "secret")[0]):
            found.append(faults.results_elsewhere(str(path)))
        old.append(Old(path, record, graded, held, tuple(going)))
    known = {record.exam_id for _, record in exams}
    found += [faults.exam_elsewhere(str(at)) for at, raw in results if raw.get("exam_id") not in known]
    return Found(tuple(old), younger, done, tuple(found))


def purge(old: Old, stamp: audit.Stamp) -> None:
    """Remove the people from one exam and its results.

    The log comes first, then the results, then the exam's files, of them the key of its pseudonyms last, then its record:
    until then the next run finds what is left.
    """
    secret = old.folder / "secret"
    removed = {_name(old, path): sha256(path.read_bytes()).hexdigest() for path in old.going if not path.is_symlink()}
    # A file may be named after a person: the log, which stays, gets hashes under numbers.
    numbered = {f"file {n}": value for n, value in enumerate(sorted(removed.values()), start=1)}
    audit.append(secret, stamp, audit.Action.PURGE, counts={"files": len(old.going)}, files=numbered)
    day = stamp.at.astimezone(UTC).date()
    for path, raw in old.results:
        content = anonymous_results(raw, day, individual=old.record.individual)
        data = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        write_results(path, {RESULTS: data.encode()}, earlier=False)
    last = [path for path in old.going if path.parent == secret]
    for path in (*(path for path in old.going if path not in last), *last):
        forget(path)
    codes = Pseudonyms(secrets.token_bytes(32), {})
    if not is_anonymous(old.record):
        write_file(secret / _RECORD, dump_record(anonymous_record(old.record, codes)), mode=PRIVATE_FILE)
    for root, folders, _ in os.walk(old.folder, topdown=False):
        for name in folders:
            path = Path(root, name)
            if not path.is_symlink() and not any(path.iterdir()):
                path.rmdir()


def _name(old: Old, path: Path) -> str:
    return str(path.relative_to(old.folder)) if path.is_relative_to(old.folder) else str(path)


def _walk(folder: Path) -> tuple[list[tuple[Path, ExamRecord]], list[tuple[Path, dict[str, Any]]], list[Diagnostic]]:
    """Return exams and results below a folder, each with what it says, and those that cannot be read."""
    exams: list[tuple[Path, ExamRecord]] = []
    results: list[tuple[Path, dict[str, Any]]] = []
    found: list[Diagnostic] = []
    for root, folders, names in os.walk(folder):
        folders.sort()
        here = Path(root)
        if _RECORD in names and here.name == "secret" and here != folder and not (here / _RECORD).is_symlink():
            record, unread = read_record(here / _RECORD)
            found += unread
            if record is not None:
                exams.append((here.parent, record))
        if RESULTS in names and not (here / RESULTS).is_symlink():
            try:
                raw = json.loads((here / RESULTS).read_bytes())
            except ValueError as error:
                raw = None
                found.append(faults.damaged(str(here / RESULTS), str(error)))
            if isinstance(raw, dict) and "results_version" in raw:
                results.append((here, raw))
    return exams, results, found


def _day(path: Path, raw: Mapping[str, Any]) -> date:
    held = raw.get("held")
    return date.fromisoformat(held) if held else _written(path / RESULTS)


def _written(path: Path) -> date:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date()


def _going(exam: Path, results: list[Path]) -> Iterator[Path]:
    """Yield the files of an exam's folder that go; folders of results in it are treated by themselves."""
    for path in _files(exam, results):
        if path.relative_to(exam).as_posix() not in _STAYS or path.is_symlink():
            yield path


def _files(folder: Path, without: list[Path] | tuple[()]) -> Iterator[Path]:
    """Yield every file below *folder*, and every link, which is not followed."""
    for root, folders, names in os.walk(folder):
        here = Path(root)
        folders[:] = sorted(name for name in folders if here / name not in without)
        yield from (here / name for name in folders if (here / name).is_symlink())
        yield from (here / name for name in sorted(names))
