"""Response files as text or workbook, read for the exam of `tests.grading.examples`."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook

from guizhang.grading.reading.responses import Intake, read_responses
from guizhang.model.form import Candidate, ExamRecord
from tests.grading.examples import FORM_A, ROSTER, WIDE_HEADER, record

OPEN = record()
LISTED = record(candidates=ROSTER)
NUMBERED = record(
    candidates=tuple(
        Candidate(id=name, form="A") for name in ("3-4", "5-6", "6/5", "310115199001011234", "310116199001011234")
    )
)
NO_PRACTICAL = record(practical_points=Decimal(0))
ONE_FORM = record(forms=(FORM_A,))
H = WIDE_HEADER


def read(tmp_path: Path, *contents: bytes | str, exam: ExamRecord = OPEN, suffix: str = "csv") -> Intake:
    """Return what is read of files with these contents."""
    paths = []
    for number, content in enumerate(contents, start=1):
        path = tmp_path / f"r{number}.{suffix}"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        paths.append(path)
    return read_responses(paths, exam, {path: path.name for path in paths})


def workbook(rows: list[list[object]], title: str = "Responses", *, others: bool = False) -> bytes:
    """Return a workbook with these rows on one of its sheets."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    if others:
        scores = book.create_sheet("Scores", 0)
        scores.append(["考号 candidate", "1", "2"])
        scores["A2"] = "=Responses!A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def found(intake: Intake) -> list[str]:
    """Return the code, the place and the severity of each fault."""
    return [f"{d.code} {d.source.path}:{d.source.line}:{d.source.column} {d.severity}" for d in intake.diagnostics]
