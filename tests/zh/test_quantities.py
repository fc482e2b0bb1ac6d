"""Quantities: tables annotated by hand before the grammar was written, read row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from guizhang.zh.quantities import find_figures

TABLES = (
    "quantities_dev.txt",
    "quantities_more.txt",
    "quantities_third.txt",
    "quantities_fourth.txt",
    "quantities_fifth.txt",
)
KINDS = {"duration", "money", "percent", "count", "time-of-day", "date", "frequency"}


def rows():
    for table in TABLES:
        lines = Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            if line and not line.startswith("#"):
                text, *figures = line.split(" ‖ ")
                yield pytest.param(text, [parse(f) for f in figures], id=f"{table}:{number}")


def parse(figure):
    words = figure.split()
    at = max(i for i, word in enumerate(words) if word in KINDS)
    kind, value, *rest = words[at:]
    unit = rest[0] if len(rest) == 2 else None
    return (" ".join(words[:at]), kind, value, unit, rest[-1])


def found(text):
    return [
        (f.span, f.kind.value, f.value, f.unit, f.bound.value + ("" if f.inclusive else "-"))
        for f in find_figures(text)
    ]


@pytest.mark.parametrize(("text", "expected"), list(rows()))
def test_reads_the_figures_of_a_sentence(text, expected):
    assert found(text) == expected
