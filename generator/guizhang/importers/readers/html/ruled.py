"""Tables of a page that are rules: a row becomes a numbered rule that says what its columns are called."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from guizhang.importers.readers.html.page import Line, Row
from guizhang.importers.readers.tables.heads import Area
from guizhang.importers.readers.tables.heads import Line as TableLine
from guizhang.importers.readers.tables.rules import Rules, read_rules
from guizhang.importers.readers.tables.sections import read_sections

_OVER = 3
"""Lines over a table that may say what it is about."""


def read_table(lines: Sequence[Line], above: Sequence[str]) -> Rules | None:
    """Return the rows of one table as rules, or ``None`` where it is no table of rules.

    Args:
        lines: The lines in its cells.
        above: What stands over it.

    Returns:
        Lines whose numbers are those of the table's rows.
    """
    rows = [(row, list(group)) for row, group in groupby(lines, key=lambda line: line.row) if row is not None]
    if len(rows) < 2 or not all(row.plain and (not row.spans or _is_single(group)) for row, group in rows):
        return None
    said: dict[tuple[int, int], list[str]] = {}
    for row, group in rows:
        for line in group:
            said.setdefault((row.number, line.cell), []).append(line.text)
    areas = [(top, column, row.number, column) for row, _ in rows for column, top in row.above.items()]
    place = f"table {rows[0][0].table}"
    found = [_line(row, said) for row, _ in rows]
    if (sections := read_sections(found, place)) is not None:
        return sections
    return read_rules(found, _whole(areas), place, " ".join(above[-_OVER:]), above=above)


def _is_single(group: Sequence[Line]) -> bool:
    return len({line.cell for line in group}) == 1


def _line(row: Row, said: dict[tuple[int, int], list[str]]) -> TableLine:
    above = {column: said[top, column] for column, top in row.above.items() if (top, column) in said}
    own = {column: texts for (number, column), texts in said.items() if number == row.number}
    return TableLine(row.number, {**{column: [] for column in above}, **own}, above)


def _whole(areas: Sequence[Area]) -> list[Area]:
    """Return each area once, as far as it reaches down."""
    down: dict[tuple[int, int], Area] = {}
    for area in areas:
        down[area[:2]] = max(area, down.get(area[:2], area), key=lambda one: one[2])
    return list(down.values())
