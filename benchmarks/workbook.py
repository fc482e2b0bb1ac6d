"""The scoring workbook: a class of 30 with 50 questions, and 10,000 candidates with a form each; a process of its own each.

`python -m benchmarks.workbook COUNT QUESTIONS` is one run.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice

from benchmarks.measure import Row
from benchmarks.papers import exam
from guizhang.exam.workbook.book import scoring_workbook
from guizhang.model.form import ExamRecord

_SIZES = {(30, 50): "<= 0.2", (300, 20): "", (10_000, 20): ""}


def rows() -> Iterator[Row]:
    """Yield time, memory and size for each class."""
    for (candidates, questions), target in _SIZES.items():
        run = [sys.executable, "-m", "benchmarks.workbook", str(candidates), str(questions)]
        found = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
        yield Row(f"{candidates:,} candidates, {questions} questions", found["seconds"], "s", target)
        yield Row("  size", found["megabytes"], "MB")
        yield Row("  peak memory, the record included", found["peak"], "MB")


def _record(candidates: int, questions: int) -> ExamRecord:
    """Return an exam with as many questions as asked for: two forms for a class, one for each of many people."""
    record = exam(candidates)
    forms = record.forms if candidates > 100 else record.forms[:2]
    sized = []
    for form in forms:
        (section,) = form.sections
        items = tuple(islice(cycle(section.items), questions))
        sized.append(form.model_copy(update={"sections": (section.model_copy(update={"items": items}),)}))
    people = [
        person.model_copy(update={"form": form.id})
        for person, form in zip(record.candidates, cycle(sized), strict=False)
    ]
    return record.model_copy(update={"forms": tuple(sized), "candidates": tuple(people)})


def main(candidates: int, questions: int) -> None:
    """Print the figures of one workbook; of a small one the best of three, the first of which loads the library."""
    record = _record(candidates, questions)
    best = float("inf")
    for _ in range(3 if candidates <= 300 else 1):
        start = time.perf_counter()
        data = scoring_workbook(record)
        best = min(best, time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": best, "megabytes": len(data) / 1e6, "peak": peak}))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
