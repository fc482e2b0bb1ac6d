"""One measured figure, and how a table of them is printed."""

from __future__ import annotations

import re
import subprocess
import threading
import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """A figure with its unit and, where the project set one, its target."""

    what: str
    value: float
    unit: str
    target: str = ""


def seconds(work: Callable[[], object], *, repeat: int = 3) -> float:
    """Return the best wall-clock time of *repeat* runs, in seconds; the best is the least disturbed by the machine."""
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def tree(pid: int) -> list[int]:
    """Return a process and all that came from it."""
    found = [pid]
    for parent in found:
        try:
            # Under each thread: a worker that replaces another is forked by the thread that watches over them.
            lists = [file.read_text() for file in Path(f"/proc/{parent}/task").glob("*/children")]
        except OSError:
            continue
        found += (int(child) for children in lists for child in children.split())
    return found


def pss(pid: int) -> float:
    """Return the proportional set size in MB: shared pages count once over all who share them."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    match = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return int(match[1]) / 1000 if match else 0.0


def watched(command: Sequence[str]) -> tuple[str, float]:
    """Return what a command printed, and the most memory (PSS, MB) it and its workers held together."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    peak = 0.0
    done = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.05):
            peak = max(peak, sum(map(pss, tree(process.pid))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    out, _ = process.communicate()
    done.set()
    watcher.join()
    assert process.returncode == 0, f"{command} failed with {process.returncode}"
    return out, peak


def table(rows: Sequence[Row]) -> str:
    """Return the rows as aligned plain text; Han counts two columns."""
    cells = [(row.what, f"{row.value:.4g}", row.unit, row.target) for row in rows]
    widths = [max(_columns(cell[i]) for cell in cells) for i in range(4)]
    return "\n".join(
        "  ".join(cell + " " * (width - _columns(cell)) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
