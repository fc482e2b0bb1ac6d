"""A folder of exams as batches of rows, exam by exam in the order they were held."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guizhang.diagnostics import Diagnostic, in_file_order
from guizhang.parallel import uncollected
from guizhang.results import faults
from guizhang.results.found import find, read_record, read_results
from guizhang.results.pseudonym import Pseudonyms
from guizhang.results.rows import Mismatch, exam_rows
from guizhang.results.schema import TABLES, Row

_BATCH = 200_000
"""Answers handed over at once: few enough to stay small, enough to be fast."""
_NAMES = ("criteria", "themes", "provisions")
"""Tables shared by all exams; the name in the latest exam counts."""
Batch = dict[str, list[Row]]


class Folder:
    """The exams below a folder; `diagnostics` is complete when `batches` has been read to its end."""

    def __init__(self, path: Path, names: Pseudonyms) -> None:
        """Take the folder at *path*, people renamed by *names*."""
        self._path, self._names = path, names
        self._found: list[Diagnostic] = []

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Every file that was left out, and why."""
        return in_file_order(self._found)

    def batches(self) -> Iterator[Batch]:
        """Yield rows by table; shared names come with the last batch."""
        batch: Batch = {name: [] for name in TABLES}
        shared: dict[str, dict[str, tuple[str, Row]]] = {name: {} for name in _NAMES}
        for exam in self._exams():
            # Names of the exam held last count; exams without a day come first.
            order = f"{exam['exams'][0][list(TABLES['exams'].columns).index('held')] or ''}"
            for name, rows in exam.items():
                if name not in shared:
                    batch[name] += rows
                    continue
                for row in rows:
                    known = shared[name].get(row[0])
                    if known is None or known[0] <= order:
                        shared[name][row[0]] = (order, row)
            if len(batch["responses"]) >= _BATCH:
                yield batch
                batch = {name: [] for name in TABLES}
        for name, latest in shared.items():
            batch[name] = [row for _, row in latest.values()]
        yield batch

    def _exams(self) -> Iterator[Batch]:
        found = find(self._path)
        self._found += found.diagnostics
        for exam_id, path in found.records.items():
            with uncollected():
                rows = self._exam(path, found.results.get(exam_id))
            if rows is not None:
                yield rows

    def _exam(self, path: Path, results_path: Path | None) -> Batch | None:
        record, damaged = read_record(path)
        self._found += damaged
        if record is None:
            return None
        results = None
        if results_path is not None:
            results, damaged = read_results(results_path)
            self._found += damaged
        folder = path.parent.parent.relative_to(self._path).as_posix()
        try:
            return exam_rows(record, results, folder, self._names)
        except Mismatch as error:
            self._found.append(faults.out_of_step(str(results_path), str(error)))
            return exam_rows(record, None, folder, self._names)
