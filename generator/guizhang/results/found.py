"""Which exams and results a folder holds: each exam once, each with the results that were written last."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from guizhang.diagnostics import Diagnostic, Message, both, field_path, system_words
from guizhang.grading.as_json import RESULTS_VERSION
from guizhang.model.exam_json import load_record
from guizhang.model.form import ExamRecord
from guizhang.results import faults

RECORD, RESULTS = "exam.json", "results.json"
_HEAD = 4096
"""Characters at the beginning of results.json among which version and exam stand."""
_NAMED = re.compile(rb'"exam_id"\s*:\s*"([0-9a-f]{16})"')

_HALF = re.compile(rb"\\u[dD][89a-fA-F]|\xed[\xa0-\xbf]")
"""Halves of a sign outside the basic plane; one alone is a text to JSON, and to no database."""


@dataclass(slots=True)
class Found:
    """What a folder holds."""

    records: dict[str, Path] = field(default_factory=dict)
    """Exam -> its record."""
    results: dict[str, Path] = field(default_factory=dict)
    """Exam -> its results, the newest."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def find(folder: Path) -> Found:
    """Return every exam below *folder*; of two files about one exam the one written last counts, and the other is named."""
    found = Found()
    for path in _files(folder):
        name, known = (RECORD, found.records) if path.name == RECORD else (RESULTS, found.results)
        try:
            exam_id = _exam_of(path)
        except (OSError, ValueError) as error:
            found.diagnostics.append(faults.unreadable(str(path), _words(error)))
            continue
        if exam_id is None:
            continue  # a file of that name that belongs to something else
        other = known.get(exam_id)
        if other is None:
            known[exam_id] = path
            continue
        newer, older = sorted((path, other), key=lambda p: (p.stat().st_mtime_ns, str(p)), reverse=True)
        known[exam_id] = newer
        if name == RESULTS or newer.read_bytes() != older.read_bytes():
            found.diagnostics.append(faults.superseded(str(older), str(newer)))
    for exam_id in sorted(found.results.keys() - found.records.keys()):
        found.diagnostics.append(faults.no_exam(str(found.results.pop(exam_id)), exam_id))
    if not found.records:
        found.diagnostics.append(faults.no_exams(str(folder)))
    return found


def _files(folder: Path) -> Iterator[Path]:
    """Yield ``secret/exam.json`` and ``results.json`` files in the order of their paths; links are not followed."""
    for root, folders, names in os.walk(folder):
        folders.sort()
        here = Path(root)
        if RECORD in names and here.name == "secret":
            yield here / RECORD
        if RESULTS in names:
            yield here / RESULTS


def _exam_of(path: Path) -> str | None:
    """Return which exam a file is about without reading all of it where that can be helped.

    Raises:
        ValueError: the file is no JSON.
    """
    if path.name == RECORD:
        raw = json.loads(path.read_bytes())
    else:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if not head.strip():
            raise ValueError("the file is empty")
        # A million answers need not be read twice: what grading writes names the exam in its second line.
        named = _NAMED.search(head)
        if named is not None and b"results_version" in head[: named.start()]:
            return named[1].decode()
        raw = json.loads(path.read_bytes())
    exam_id = raw.get("exam_id") if isinstance(raw, dict) else None
    return exam_id if isinstance(exam_id, str) else None


def read_record(path: Path) -> tuple[ExamRecord | None, list[Diagnostic]]:
    """Return the record of an exam, or why it cannot be read."""
    try:
        return load_record(path.read_bytes()), []
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        return None, [faults.unreadable(str(path), detail["msg"], field_path(detail["loc"]))]
    except (OSError, ValueError) as error:
        return None, [faults.unreadable(str(path), _words(error))]


def read_results(path: Path) -> tuple[dict[str, Any] | None, list[Diagnostic]]:
    """Return results as they stand in the file, or why they cannot be read."""
    try:
        data = path.read_bytes()
        raw = json.loads(data)
    except (OSError, ValueError) as error:
        return None, [faults.unreadable(str(path), _words(error))]
    if _HALF.search(data):
        raw = json.loads(json.dumps(raw, ensure_ascii=False).encode("utf-8", "replace"))
    if not isinstance(raw, dict) or raw.get("results_version") != RESULTS_VERSION:
        found = raw.get("results_version") if isinstance(raw, dict) else None
        return None, [faults.other_version(str(path), found, RESULTS_VERSION)]
    return raw, []


def _words(error: OSError | ValueError) -> Message:
    return system_words(error) if isinstance(error, OSError) else both(str(error))
