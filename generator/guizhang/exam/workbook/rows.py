"""Sheets with a row a candidate, written as columns.

A formula stands in the first row and the rows below share it, as spreadsheet programs do themselves: a workbook of ten
thousand candidates is then written in seconds and stays small. openpyxl makes everything around the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.exam.workbook.cells import HEAD, Look, dress, put
from guizhang.exam.workbook.plan import TOP, Value
from guizhang.tables.book import Book, save, write_text
from guizhang.tables.packing import pack, unpack

_DIMENSION = re.compile(rb'<dimension ref="[^"]*" ?/>')
_ROWS_END = b"</sheetData>"
_LINE = 15
"""Points."""


@dataclass(frozen=True)
class Formula:
    """A formula that stands in one row, without ``=``."""

    expression: str


@dataclass(frozen=True)
class Column:
    """One column."""

    head: str
    width: float
    look: Look
    formula: str = ""
    """For the first row, without ``=``."""
    values: Sequence[Value | Formula] = ()
    """What stands in the first rows; the others are empty."""
    value_look: Look | None = None
    """How the cells look in which a value stands."""


@dataclass(frozen=True)
class Grid:
    """The rows of one sheet below its headings."""

    sheet: Worksheet
    columns: Sequence[Column]
    count: int
    lines: Sequence[int] = ()
    """Lines of text in each row, where they are more than one."""

    def head(self, height: float) -> None:
        """Write the headings, which stay in sight and on every printed page."""
        for letter, column in self._lettered():
            put(self.sheet, f"{letter}{TOP - 1}", column.head, HEAD)
            self.sheet.column_dimensions[letter].width = column.width
        self.sheet.row_dimensions[TOP - 1].height = height
        self.sheet.print_title_rows = f"{TOP - 1}:{TOP - 1}"

    def xml(self) -> Iterator[str]:
        """Yield the rows as they stand in the file."""
        styles = _Styles(self.sheet)
        last = TOP + self.count - 1
        columns = [
            _cells(letter, column, number, styles, last) for number, (letter, column) in enumerate(self._lettered())
        ]
        for index in range(self.count):
            number = str(TOP + index)
            tall = f' ht="{_LINE * self.lines[index] + 2}" customHeight="1"' if self.lines else ""
            row = f'<row r="{number}"{tall}>{"".join(next(column) for column in columns)}</row>'
            yield row.replace("\x00", number)

    def _lettered(self) -> Iterator[tuple[str, Column]]:
        for index, column in enumerate(self.columns, 1):
            yield get_column_letter(index), column


def _cells(letter: str, column: Column, number: int, styles: _Styles, last: int) -> Iterator[str]:
    """Yield the cells of a column downwards, without end; a NUL stands for the row."""
    style = styles.number(column.look)
    opening = f'<c r="{letter}\x00" s="{style}"'
    if column.formula:
        shared = f'<f t="shared" ref="{letter}{TOP}:{letter}{last}" si="{number}"'
        yield f"{opening}>{shared}>{escape(column.formula)}</f></c>"
        below = f'{opening}><f t="shared" si="{number}"/></c>'
    else:
        below = f"{opening}/>"
        look = column.value_look or column.look
        for value in column.values:
            yield below if value is None else f'<c r="{letter}\x00"{styles.cell(value, look)}</c>'
    while True:
        yield below


class _Styles:
    """Numbers of the looks in the workbook, and cells that stand in it many times over."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.cell = cache(self._cell)

    def number(self, look: Look) -> int:
        return int(dress(Cell(self.sheet, row=1, column=1), look).style_id)

    def _cell(self, value: str | Decimal | Formula, look: Look) -> str:
        cell = dress(Cell(self.sheet, row=1, column=1), look)
        if isinstance(value, Formula):
            return f' s="{cell.style_id}"><f>{escape(value.expression)}</f>'
        if isinstance(value, Decimal):
            return f' s="{cell.style_id}"><v>{value:f}</v>'
        write_text(cell, value)
        return (
            f' s="{cell.style_id}" t="inlineStr"><is><t xml:space="preserve">{escape(str(cell.value or ""))}</t></is>'
        )


def saved(book: Workbook, title: str, grids: Sequence[Grid]) -> bytes:
    """Return the workbook's bytes with the rows of its grids: the same content gives the same bytes."""
    book.properties.title = title
    rows = {grid.sheet.title: "".join(grid.xml()).encode() for grid in grids}  # before styles are written
    wide = {grid.sheet.title: get_column_letter(len(grid.columns)) + str(TOP + grid.count - 1) for grid in grids}
    parts = {f"xl/worksheets/sheet{n}.xml": name for n, name in enumerate(book.sheetnames, start=1)}
    shell = unpack(save(Book(book)))

    def filled(part: str, data: bytes) -> bytes:
        name = parts.get(part, "")
        if name not in rows:
            return data
        data = _DIMENSION.sub(f'<dimension ref="A1:{wide[name]}"/>'.encode(), data)
        return data.replace(_ROWS_END, rows[name] + _ROWS_END, 1)

    return pack((part, filled(part, data)) for part, data in shell)
