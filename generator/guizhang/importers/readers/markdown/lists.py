"""Lists of Markdown that are numbered 1. 1. 1., which every program shows as 1. 2. 3.: the numbers people see."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

_POINT = re.compile(r"(?P<indent>[ \t]*)(?P<number>\d{1,3})[.)][ \t]+\S")
_FEWEST = 2


def shown_numbers(lines: Sequence[str], quoted: Container[int]) -> dict[int, tuple[int, int, str]]:
    """Return index of a line -> where its number stands, and the number that is shown.

    Args:
        lines: All lines.
        quoted: Numbers from 1 of the lines in fenced blocks.
    """
    found: dict[int, tuple[int, int, str]] = {}
    open_lists: list[tuple[int, list[re.Match[str]], list[int]]] = []
    blank = True

    def close(indent: int) -> None:
        while open_lists and open_lists[-1][0] > indent:
            _, points, places = open_lists.pop()
            if len(points) >= _FEWEST and all(point["number"] == "1" for point in points):
                for shown, (point, place) in enumerate(zip(points, places, strict=True), start=1):
                    found[place] = (*point.span("number"), str(shown))

    for index, line in enumerate(lines):
        if not line.strip():
            blank = True
            continue
        indent = len(line) - len(line.lstrip())
        point = _POINT.match(line) if index + 1 not in quoted else None
        if point is not None:
            close(indent)
            if not open_lists or open_lists[-1][0] < indent:
                open_lists.append((indent, [], []))
            open_lists[-1][1].append(point)
            open_lists[-1][2].append(index)
        elif blank or line.lstrip().startswith(("#", "|", ":::", ">", "<")):
            # A paragraph behind a blank line ends the lists it is not indented under.
            close(indent - 1)
        blank = False
    close(-1)
    return found
