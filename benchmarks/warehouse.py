"""The store of results under load: ten million answers summed up in every ready-made way, and a folder of exams read.

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

from benchmarks.grading import answers, exam
from benchmarks.measure import Row, pss
from guizhang.grading.pipeline import grade
from guizhang.model.exam_json import dump_record
from guizhang.results.answer import answer
from guizhang.results.folder import Folder
from guizhang.results.pseudonym import Pseudonyms
from guizhang.results.store import Store
from guizhang.results.summaries import SUMMARIES
from guizhang.results.write import answers_csv

_EXAMS, _PEOPLE, _QUESTIONS, _BANK = 1_000, 200, 50, 500
_READ, _CLASS = 250, 40
_LONGEST = "reread"
_SHOWN = 30
"""Rows of each summary that are shown, as `guizhang results show` does."""
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
    """Fill the store, answer every summary, and write the longest as CSV.

    Prints answers, seconds, seconds of all cores together, MB at most while answering, rows of the longest, its seconds.
    """
    store = Store()
    sizes = {"exams": _EXAMS, "people": _PEOPLE, "questions": _QUESTIONS, "bank": _BANK}
    for statement in Template(_MADE).substitute(sizes).split(";\n"):
        store.connection.execute(statement)
    ((count,),) = store.connection.execute("SELECT COUNT(*) FROM responses").fetchall()
    store.lock()
    done, peak = threading.Event(), 0.0

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.05):
            peak = max(peak, pss(os.getpid()))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    start, used = time.perf_counter(), time.process_time()
    for summary in SUMMARIES.values():
        began = time.perf_counter()
        rows = answer(summary, store.summary_rows(summary, _SHOWN)).total
        print(f"{summary.name} {time.perf_counter() - began:.1f} s, {rows:,} rows", file=sys.stderr)
    spent, used = time.perf_counter() - start, time.process_time() - used
    done.set()
    watcher.join()
    start = time.perf_counter()
    longest = answer(SUMMARIES[_LONGEST], store.summary_rows(SUMMARIES[_LONGEST]))
    answers_csv([longest], "zh")
    print(count, spent, used, peak, longest.total, time.perf_counter() - start)


def _classes(folder: Path) -> None:
    """Write many graded exams: one class, under another number each time."""
    record = exam()
    record = record.model_copy(update={"candidates": record.candidates[:_CLASS]})
    source, out = folder / "source", folder / "results"
    (source / "secret").mkdir(parents=True)
    (source / "secret" / "exam.json").write_bytes(dump_record(record))
    (folder / "answers.csv").write_text(answers(record), encoding="utf-8")
    grade(source, [folder / "answers.csv"], out)
    results = (out / "results.json").read_text(encoding="utf-8")
    for number in range(_READ):
        exam_id = f"{number:016x}"
        here = folder / "exams" / str(number)
        (here / "secret").mkdir(parents=True)
        (here / "secret" / "exam.json").write_bytes(dump_record(record.model_copy(update={"exam_id": exam_id})))
        (here / "results.json").write_text(results.replace(record.exam_id, exam_id), encoding="utf-8")


def rows() -> Iterator[Row]:
    """Yield time and memory of the summaries, in a process of their own, and the time to read a folder."""
    command = [sys.executable, "-m", "benchmarks.warehouse"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    count, seconds, used, memory, longest, written = map(float, done.split())
    yield Row(f"{count / 1e6:g} million answers: {len(SUMMARIES)} summaries", seconds, "s", "<= 20")
    yield Row("  processor time", used, "s", "")
    yield Row("  memory (PSS)", memory, "MB", "<= 2000")
    yield Row(f"  `{_LONGEST}` in full as CSV, {longest:,.0f} rows", written, "s", "")
    with tempfile.TemporaryDirectory() as name:
        _classes(Path(name))
        start = time.perf_counter()
        store = Store()
        store.fill(Folder(Path(name) / "exams", Pseudonyms(None)).batches())
        ((answered,),) = store.connection.execute("SELECT COUNT(*) FROM responses").fetchall()
        yield Row(f"{_READ:,} graded exams read, {answered:,} answers", time.perf_counter() - start, "s", "")


if __name__ == "__main__":
    _run()
