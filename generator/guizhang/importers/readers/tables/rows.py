"""Rows of a sheet that is no table of rules as lines of text: cells joined by tabs, blanks of forms, cells merged downwards."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from guizhang.importers.extract import CORNER, DITTO, TO_FILL_IN, has_first_column, to_fill_in
from guizhang.importers.readers.composing import Row
from guizhang.importers.readers.tables.heads import Line

_FEWEST_NAMES = 3
_SERIAL = re.compile(r"\d{1,4}")


def sheet_rows(name: str, found: Sequence[Line], used: Sequence[int], grow: Callable[[str], None]) -> list[Row]:
    """Return one line per row; a row that is one cell of several lines keeps its lines.

    Args:
        name: What the sheet is called.
        found: Its rows that say something.
        used: The columns in which something stands, in order.
        grow: Is told the text of each line, and may refuse more.
    """
    rows: list[Row] = []
    before = 0
    cornered = has_first_column([[at in line.cells for at in used] for line in found])
    for line in found:
        at, cells = line.at, line.cells
        place = f"sheet {name}, row {at}"
        if rows and at - before > 1:
            rows.append(Row(at, place))
        before = at
        only = next(iter(cells)) if len(cells) == 1 else 0
        if only and (only == used[0] or len(cells[only]) > 1):
            rows += [Row(at, place, [(text, False)] if text else []) for text in cells[only]]
        else:
            rows.append(_joined(line, used, place, cornered=cornered and len(line.own) > 1))
        grow(rows[-1].text)
    return rows


def _joined(line: Line, used: Sequence[int], place: str, *, cornered: bool) -> Row:
    row = Row(line.at, place, [(CORNER, True)] if cornered and used[0] not in line.cells else [])
    last = max(line.cells)
    for column in used:
        if column > last:
            break
        if column != used[0]:
            row.parts.append(("\t", True))
        if column in line.cells and not line.cells[column]:
            row.parts.append((DITTO, True))
        for place_in_cell, text in enumerate(line.cells.get(column, ())):
            row.parts += [(" ", True)] if place_in_cell else []
            row.parts += [(text, column in line.blanks)] if text else []
    return row


def fill_in(lines: Sequence[Line]) -> set[int]:
    """Write what stands for a blank into the cells of a form, and return their columns."""
    columns = [sorted({*line.own, *line.above, *line.blanks}) for line in lines]
    filled = [[at not in line.blanks for at in held] for line, held in zip(lines, columns, strict=True)]
    found: set[int] = set()
    for line, held, blanks in zip(lines, columns, to_fill_in(filled), strict=True):
        for at in sorted(held[place] for place in blanks):
            line.cells[at] = [TO_FILL_IN]
            found.add(at)
    return found


def counted_only(lines: Sequence[Line]) -> list[Line]:
    """Return the rows of an empty list, which have a number and are to be filled in: 1, 2, 3 below 序号 | 检查项目 | 得分.

    Args:
        lines: The rows of a sheet that say something.
    """
    head = next((at for at, line in enumerate(lines) if len(line.own) >= _FEWEST_NAMES), None)
    if head is None:
        return []
    first = min(lines[head].own)
    below = lines[head + 1 :]
    empty = [line for line in below if line.own == [first] and _SERIAL.fullmatch(line.words(first))]
    return empty if len(empty) == len(below) else []
