"""Folders of graded exams to read: the simulated class, held again and again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from guizhang.grading.pipeline import grade
from guizhang.results.answer import answer
from guizhang.results.folder import Folder
from guizhang.results.pseudonym import Pseudonyms
from guizhang.results.store import Store
from guizhang.results.summaries import SUMMARIES
from tests.grading.examples import exam_folder
from tests.grading.simulated import exam, ratings_csv, responses_csv


def held(where: Path, exam_id: str, day: date | None, people: slice | None = None, **changes) -> Path:
    """Draw and grade the simulated class in *where*/exam and *where*/results; *people* of the roster handed in."""
    where.mkdir(parents=True)
    roster = [
        person.model_copy(update={"department": ("客服部", "物业部")[n % 2], "role": "专员"})
        for n, person in enumerate(exam().candidates)
    ]
    record = exam().model_copy(update={"exam_id": exam_id, "candidates": tuple(roster), **changes})
    folder = exam_folder(where, record)
    head, *rows = responses_csv(exam()).splitlines(keepends=True)
    path = where / "responses.csv"
    path.write_text("".join([head, *rows[people or slice(None)]]), encoding="utf-8")
    practical = where / "practical.csv"
    head, *rows = ratings_csv(exam()).splitlines(keepends=True)
    handed = {row.split(",", 1)[0] for row in path.read_text(encoding="utf-8").splitlines()}
    practical.write_text("".join([head, *(row for row in rows if row.split(",", 1)[0] in handed)]), encoding="utf-8")
    grade(folder, [path, practical], where / "results", held=day)
    return where


def store_of(folder: Path, key: bytes | None = None) -> tuple[Store, Folder]:
    reader, store = Folder(folder, Pseudonyms(key)), Store(memory_mb=500)
    store.fill(reader.batches())
    store.lock()
    return store, reader


def asked(store, name: str):
    return answer(SUMMARIES[name], store.summary_rows(SUMMARIES[name])).records


def differing(ours, theirs):
    """Yield what is not the same in two lists of records; a number may differ by 1e-9."""
    if len(ours) != len(theirs):
        yield "rows", len(ours), len(theirs)
    for number, (one, other) in enumerate(zip(ours, theirs, strict=False)):
        for key in one.keys() | other.keys():
            left, right = one.get(key, "no such column"), other.get(key, "no such column")
            numbers = isinstance(left, (int, float)) and isinstance(right, (int, float))
            if not (abs(left - right) <= 1e-9 if numbers else left == right):
                yield number, key, left, right
