"""One measured figure, and how a table of them is printed."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass


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
