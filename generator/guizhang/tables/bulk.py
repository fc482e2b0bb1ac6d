"""Rows of a worksheet as XML: what a library that keeps an object for every cell is too slow and too large for.

A sheet of ten thousand people and fifty questions has half a million cells. Heads, widths and styles are still openpyxl's.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from itertools import count
from typing import Any
from xml.sax.saxutils import escape

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.tables.comma import FORMULA_SIGNS
from guizhang.tables.table import column_letters

LONGEST_TEXT = 32_000
"""A cell holds 32,767 characters."""
_LINE_POINTS = 16
_letters = lru_cache(maxsize=None)(column_letters)


def style_number(sheet: Worksheet, **looks: Any) -> int:
    """Return the number under which the workbook keeps a style: ``font=``, ``fill=``, ``alignment=``, ``number_format=``.

    ``quotePrefix=True`` marks a text that begins like a formula.
    """
    cell = Cell(sheet, row=1, column=1)
    for name, value in looks.items():
        setattr(cell, name, value)
    number: int = cell.style_id
    return number


class BulkRow:
    """One row being written, from left to right."""

    __slots__ = ("_cells", "_height", "_quoted", "_row")

    def __init__(self, row: int, quoted: int, lines: int = 1) -> None:
        """Begin row number *row*, so many lines high; *quoted* is the style of texts that begin like a formula."""
        self._row = row
        self._quoted = quoted
        # Not every program makes room for a text of several lines by itself.
        self._height = f' ht="{lines * _LINE_POINTS}" customHeight="1"' if lines > 1 else ""
        self._cells: list[str] = []

    def text(self, column: int, value: str, style: int = 0) -> None:
        """Write *value* as text, whatever it begins with; nothing where it is empty and has no style."""
        if value or style:
            self._put(column, text_content(value, style, self._quoted))

    def number(self, column: int, value: Decimal | int | None, style: int = 0) -> None:
        """Write a number; ``None`` leaves the cell empty."""
        if value is not None or style:
            self._put(column, number_content(value, style))

    def cells(self, first: int, contents: Iterable[str]) -> None:
        """Write what `text_content` and `number_content` made, from column *first* on; ``""`` leaves a cell out."""
        row = self._row
        letters = map(_letters, count(first))
        self._cells += [
            f'<c r="{column}{row}"{content}' for column, content in zip(letters, contents, strict=False) if content
        ]

    def formula(self, column: int, formula: str, result: str | Decimal, style: int = 0) -> None:
        """Write a formula (without ``=``) and what it comes to."""
        kind, value = (' t="str"', escape(result)) if isinstance(result, str) else ("", f"{result:f}")
        self._put(column, f"{_style(style)}{kind}><f>{escape(formula)}</f><v>{value}</v></c>")

    @property
    def xml(self) -> str:
        """The row."""
        return f'<row r="{self._row}"{self._height}>{"".join(self._cells)}</row>'

    def _put(self, column: int, content: str) -> None:
        self._cells.append(f'<c r="{_letters(column)}{self._row}"{content}')


def _style(number: int) -> str:
    return f' s="{number}"' if number else ""


# The same few answers and marks stand in most cells.
@lru_cache(maxsize=65_536)
def text_content(value: str, style: int, quoted: int) -> str:
    """Return the cell of a text behind its address; *quoted* is the style of one that begins like a formula."""
    if not value:
        return f"{_style(style)}/>"
    number = quoted if value[0] in FORMULA_SIGNS else style
    plain = escape(ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:LONGEST_TEXT])
    space = "" if plain == plain.strip() else ' xml:space="preserve"'
    return f'{_style(number)} t="inlineStr"><is><t{space}>{plain}</t></is></c>'


@lru_cache(maxsize=65_536)
def number_content(value: Decimal | int | None, style: int) -> str:
    """Return the cell of a number behind its address; ``None`` has its style only."""
    # Equal numbers are one entry of the cache, so they must be written alike: 2 for 2, 2.0 and 2.00.
    return f"{_style(style)}/>" if value is None else f"{_style(style)}><v>{Decimal(value).normalize():f}</v></c>"
