"""The whole book as PDF and DOCX, 1,000 and 5,000 bilingual articles and the reference handbook: time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from benchmarks.loading import write_corpus
from benchmarks.measure import Row

_ROOT = Path(__file__).parents[1]
_SIZES = (1000, 5000)


def rows() -> Iterator[Row]:
    """Yield the figures of each handbook: the command from its start to its end, checks included."""
    yield from _printed("reference handbook", _ROOT)
    for articles in _SIZES:
        with tempfile.TemporaryDirectory() as name:
            write_corpus(Path(name), articles)
            yield from _printed(f"{articles:,} articles", Path(name))


def _printed(what: str, root: Path) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        for kind in ("pdf", "docx"):
            out = Path(name, f"book.{kind}")
            seconds, worked, peak = _run(kind, root, out)
            yield Row(f"{what}, {kind.upper()}", seconds, "s")
            yield Row(f"{what}, {kind.upper()}, work of all cores", worked, "s")
            yield Row(f"{what}, {kind.upper()}, peak memory", peak, "MB")
            yield Row(f"{what}, {kind.upper()}, size", out.stat().st_size / 1e6, "MB")
        yield Row(f"{what}, pages", len(pypdfium2.PdfDocument(Path(name, "book.pdf"))), "")


def _run(kind: str, root: Path, out: Path) -> tuple[float, float, float]:
    """Return seconds from start to end, CPU seconds, and the most memory (MB) of one `guizhang export`."""
    command = [sys.executable, "-m", "guizhang", "export", kind, "--root", str(root), "-o", str(out)]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"the export failed with {process.returncode}"
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000
