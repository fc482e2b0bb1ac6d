"""The room a text takes in a cell: not every program measures wrapped texts when it opens a workbook."""

from __future__ import annotations

from math import ceil

LINE_POINTS = 16
"""Height of a line in the standard font."""
TALLEST_POINTS = 400
"""Height of the highest row; Excel's limit is 409."""
_FILLED = 0.9
"""Of a line; words at its end leave the rest empty."""


def width(text: str) -> int:
    """Return how wide a text is in characters of the standard font: a Chinese one takes two."""
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in text)


def lines(text: str, column_width: float) -> int:
    """Return how many lines a text takes in a column, whose width is in characters of the standard font."""
    return sum(max(1, ceil(width(part) / (column_width * _FILLED))) for part in text.split("\n"))


def height(most_lines: int) -> int:
    """Return how many points high a row is that holds so many lines."""
    return min(TALLEST_POINTS, LINE_POINTS * most_lines)
