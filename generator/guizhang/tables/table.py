"""A table of texts as it was read from a file, before anybody asks what its columns mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from guizhang.diagnostics import Source
from guizhang.zh.folding import plain

EDGES = " \t\r\n\u3000\u00a0\ufeff\u200b"
"""What is no part of a cell's content where it stands before or behind it."""

_SUMMING = frozenset(
    "合计 总计 小计 总数 平均 平均分 平均值 均分 最高分 最低分 合格率 及格率 合格人数 total totals sum average mean max min".split()
)


class Damage(StrEnum):
    """What a spreadsheet program did to a cell, so that what was typed can no longer be known."""

    DATE = "date"
    """``3-4`` became 4 March."""
    TIME = "time"
    """``15:00`` became a time of the day: the text says which, but ``2:1`` may have been typed."""
    LONG_NUMBER = "long_number"
    """A number of more than 15 digits lost its last ones."""
    FORMULA = "formula"
    """A formula whose value is an error or was never stored."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell, a row or a file stands, and what a reader calls the field."""

    source: Source
    field: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; cells are trimmed, and missing ones at the end are left out."""

    line: int
    """Row of the sheet, or first line of the record in a text file; from 1."""
    texts: tuple[str, ...]
    damage: Mapping[int, Damage]
    """Index (from 0) of the cells a program has damaged."""

    @property
    def blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(self.texts) and not self.damage

    def text(self, index: int) -> str:
        """Return the cell at *index* (from 0); empty beyond the end."""
        return self.texts[index] if index < len(self.texts) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of one file or sheet."""

    path: str
    """How messages name the file."""
    sheet: str | None
    """Name of the worksheet; ``None`` for text files."""
    rows: tuple[Row, ...]
    title: str = ""
    """Title in the properties of the workbook."""
    merged: tuple[tuple[int, int, int, int], ...] = ()
    """Merged cells of a worksheet: first row, first column, last row, last column, from 1."""

    def place(self, line: int, index: int | None = None, header: str = "") -> Place:
        """Return where a row stands, or its cell at *index* (from 0).

        The column of a text file is counted in cells, as a spreadsheet shows it, because that is where such files are
        mended; the field names the cell (``Responses!C7``) or, in a text file, the column's heading.
        """
        column = 0 if index is None else index + 1
        if self.sheet is None:
            return Place(Source(self.path, line, column), " ".join(header.split()))
        cell = f"{column_letters(column)}{line}" if column else f"{line}:{line}"
        return Place(Source(self.path, line, column), f"{self.sheet}!{cell}")


def sums_up(text: str) -> bool:
    """Tell whether a row that begins so says something of the rows above it: 合计, average."""
    return plain(text).casefold() in _SUMMING


def column_letters(column: int) -> str:
    """Return the letters a spreadsheet prints over a column (from 1): 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def letters_column(letters: str) -> int:
    """Return the number of a column from its letters: A is 1, AA is 27."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
