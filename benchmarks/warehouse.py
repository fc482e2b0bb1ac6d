"""The store of results under load: ten million answers summed up in every ready-made way, and a thousand exams read.

A thousand exams of two hundred people and fifty questions, made inside the database; people sit several exams, and the
chance to know an answer follows from who is asked and what.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from string import Template

from benchmarks.building import _pss
from benchmarks.grading import answers, exam
from benchmarks.measure import Row
from guizhang.grading.pipeline import grade
from guizhang.model.exam_json import dump_record
from guizhang.results.answer import answer
from guizhang.results.folder import Folder
from guizhang.results.pseudonym import Pseudonyms
from guizhang.results.store import Store
from guizhang.results.summaries import SUMMARIES

_EXAMS, _PEOPLE, _QUESTIONS, _BANK = 1_000, 200, 50, 500
_CLASS = 40
_MADE = """
INSERT INTO exams
SELECT printf('%016x', e), 'course-' || e % 20, '考核', 'Assessment', NULL, DATE '2015-01-01' + e::INTEGER, '60%', 105, 5,
    FALSE, TRUE, 'exams/' || e
FROM range($exams) AS r(e);
INSERT INTO forms SELECT exam_id, 'A', 'A', $questions, 105, 50 FROM exams;
INSERT INTO items
SELECT printf('%016x', e), 'regulation-item-' || (e * 13 + q) % $bank, 'single_choice', 'theme-' || q % 8, 'recall', 3, 2,
    '题干', 'stem'
FROM range($exams) AS a(e), range($questions) AS b(q);
INSERT INTO citations SELECT exam_id, item_id, 'rules/article-' || hash(item_id) % 200 FROM items;
INSERT INTO citations SELECT exam_id, item_id, 'rules/chapter-' || hash(item_id) % 20 FROM items WHERE hash(item_id) % 2 = 0;
INSERT INTO responses
SELECT exam_id, candidate, number, item_id, chr(65 + luck % 4), outcome, CASE outcome WHEN 'right' THEN 2 ELSE 0 END, 2, TRUE
FROM (
    SELECT printf('%016x', e) AS exam_id, printf('E-%06d', (e * 37 + p) % 50000) AS candidate,
        (q + 1)::INTEGER AS number, 'regulation-item-' || (e * 13 + q) % $bank AS item_id,
        (hash(e, p, q) % 1000)::INTEGER AS luck,
        CASE WHEN luck < 350 + hash((e * 37 + p) % 50000) % 300 + hash((e * 13 + q) % $bank) % 300 THEN 'right'
            WHEN luck % 10 = 0 THEN 'blank' ELSE 'wrong' END AS outcome
    FROM range($exams) AS a(e), range($people) AS b(p), range($questions) AS c(q)
);
INSERT INTO candidates
SELECT exam_id, candidate, '', 'department-' || hash(candidate) % 30, 'role-' || hash(candidate) % 12, 'A', 'graded',
    SUM(points) + 3, 0, 3, 105, 50, SUM(points) + 3 >= 50
FROM responses GROUP BY exam_id, candidate;
INSERT INTO ratings
SELECT exam_id, candidate, 'greeting', 2, 2, 4, 3, 5, FALSE, 'mean' FROM candidates;
"""


def _run() -> None:
    """Fill the store and answer every summary; print answers, seconds and the peak of memory in MB while answering."""
    store = Store(memory_mb=1500)
    sizes = {"exams": _EXAMS, "people": _PEOPLE, "questions": _QUESTIONS, "bank": _BANK}
    for statement in Template(_MADE).substitute(sizes).split(";\n"):
        store.connection.execute(statement)
    ((count,),) = store.connection.execute("SELECT COUNT(*) FROM responses").fetchall()
    store.lock()
    done, peak = threading.Event(), 0.0

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.05):
            peak = max(peak, _pss(os.getpid()))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    start, each = time.perf_counter(), []
    for summary in SUMMARIES.values():
        began = time.perf_counter()
        rows = answer(summary, store.rows(summary.sql)).records
        each.append(f"{summary.name} {time.perf_counter() - began:.1f} s, {len(rows):,} rows")
    spent = time.perf_counter() - start
    done.set()
    watcher.join()
    print("; ".join(each), file=sys.stderr)
    print(count, spent, peak)


def _classes(folder: Path) -> None:
    """Write a thousand graded exams: one class, under another number each time."""
    record = exam()
    record = record.model_copy(update={"candidates": record.candidates[:_CLASS]})
    source, out = folder / "source", folder / "results"
    (source / "secret").mkdir(parents=True)
    (source / "secret" / "exam.json").write_bytes(dump_record(record))
    (folder / "answers.csv").write_text(answers(record), encoding="utf-8")
    grade(source, [folder / "answers.csv"], out)
    results = (out / "results.json").read_text(encoding="utf-8")
    for number in range(_EXAMS):
        exam_id = f"{number:016x}"
        here = folder / "exams" / str(number)
        (here / "secret").mkdir(parents=True)
        (here / "secret" / "exam.json").write_bytes(dump_record(record.model_copy(update={"exam_id": exam_id})))
        (here / "results.json").write_text(results.replace(record.exam_id, exam_id), encoding="utf-8")


def rows() -> Iterator[Row]:
    """Yield time and memory of the summaries, in a process of their own, and the time to read a folder."""
    command = [sys.executable, "-m", "benchmarks.warehouse"]
    count, seconds, memory = map(
        float, subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    )
    yield Row(f"{count / 1e6:g} million answers: {len(SUMMARIES)} summaries", seconds, "s", "<= 20")
    yield Row("  memory (PSS)", memory, "MB", "<= 2000")
    with tempfile.TemporaryDirectory() as name:
        _classes(Path(name))
        start = time.perf_counter()
        store = Store()
        store.fill(Folder(Path(name) / "exams", Pseudonyms(None)).batches())
        ((answered,),) = store.connection.execute("SELECT COUNT(*) FROM responses").fetchall()
        yield Row(
            f"{_EXAMS:,} graded exams read, {answered / 1e6:.0f} million answers", time.perf_counter() - start, "s", ""
        )


if __name__ == "__main__":
    _run()
