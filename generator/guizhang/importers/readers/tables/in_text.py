"""Tables in plain text: rows between bars, and columns that blanks put exactly one below the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from guizhang.importers.readers.tables.tabled import Block, cells_of

RULE = re.compile(r"[ \t]*[|+]?[ ]*(?:[:=]?[-=]{2,}:?[ ]*[|+][ ]*)+(?:[:=]?[-=]{2,}:?)?")
"""A line of signs between the rows of a table: |---|---|, +====+====+."""
_BAR = re.compile(r"[ \t\u3000]*(?<!\\)[|｜][ \t\u3000]*")
_BLANKS = re.compile(r"[ \u3000]{2,}")
_FEWEST_CELLS = 3
_FEWEST_ROWS = 2
_OF_TWO = 3
"""Rows of a table of two columns, which bars alone do not make."""
_LONGEST_CELL = 120


def tables(source: str) -> Iterator[Block]:
    """Yield the tables of a plain text."""
    lines = source.split("\n")
    at = 0
    while at < len(lines):
        block = _barred(lines, at) or _aligned(lines, at)
        if block is not None:
            yield block
        at = block.rows[-1] + 1 if block is not None else at + 1


def _barred(lines: Sequence[str], at: int) -> Block | None:
    """Return the table that begins at a line with bars: rows of as many cells, one below the other."""
    cells = _count(lines[at])
    if cells < 2:
        return None
    rows = [at]
    for below in range(at + 1, len(lines)):
        if RULE.fullmatch(lines[below].rstrip()):
            continue
        if _count(lines[below]) != cells:
            break
        rows.append(below)
    enough = _FEWEST_ROWS if cells >= _FEWEST_CELLS else _OF_TWO
    return Block(tuple(rows), _BAR) if len(rows) >= enough else None


def _count(line: str) -> int:
    """Return how many cells bars make of a line; none where one is too long for a table."""
    if "|" not in line and "｜" not in line:
        return 0
    cells = cells_of(line, _BAR)
    return len(cells) if all(end - start <= _LONGEST_CELL for start, end in cells) else 0


def _aligned(lines: Sequence[str], at: int) -> Block | None:
    """Return the table that begins at a line whose columns the lines below keep to."""
    places = _places(lines[at])
    if len(places) < _FEWEST_CELLS:
        return None
    rows = [at]
    while rows[-1] + 1 < len(lines) and _places(lines[rows[-1] + 1]) == places:
        rows.append(rows[-1] + 1)
    return Block(tuple(rows), _BLANKS) if len(rows) > _FEWEST_ROWS else None


def _places(line: str) -> list[int]:
    """Return at which column of the screen each cell of a line begins, where wide blanks part them."""
    if "  " not in line and "\u3000" not in line:
        return []
    cells = cells_of(line, _BLANKS)
    widths = [0]
    for sign in line:
        widths.append(widths[-1] + (2 if unicodedata.east_asian_width(sign) in "WF" else 1))
    return [widths[start] for start, _ in cells]
