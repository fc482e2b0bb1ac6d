"""A table of a Word document on its way to being read as rules: its rows, its merged cells, and where they came from."""

from __future__ import annotations

from dataclasses import replace

from guizhang.importers.readers.composing import Row
from guizhang.importers.readers.tables.heads import Area, Line, Piece
from guizhang.importers.readers.tables.rules import NEAR, read_rules
from guizhang.importers.readers.tables.sections import read_sections

_OVER = 3
"""Lines over a table that may say what it is about."""

Cell = tuple[int, int, list[Row], bool]
"""Column of the grid from 1, columns it spans, its lines, and whether the cell above goes on in it."""


class RuledTable:
    """Collects the rows of one table."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._areas: list[Area] = []
        self._numbers: dict[int, int] = {}
        self._down: dict[int, tuple[int, int, list[str]]] = {}
        """Column -> the row, last column and lines of the cell that goes on downwards."""
        self._data = True

    def add(self, number: int, cells: list[Cell], *, data: bool) -> None:
        """Take a row.

        Args:
            number: Paragraph it begins with.
            cells: Its cells.
            data: Whether its cells are short enough to stand in one line.
        """
        at = len(self._numbers) + 1
        self._numbers[at] = number
        self._data = self._data and data
        line = Line(at)
        for column, span, rows, goes_on in cells:
            if goes_on and column in self._down:
                top, right, said = self._down[column]
                line.cells[column], line.above[column] = [], said
                self._areas.append((top, column, at, right))
                continue
            said = [row.text for row in rows]
            self._down[column] = at, column + span - 1, said
            if span > 1:
                self._areas.append((at, column, at, column + span - 1))
            if rows:
                line.cells[column] = said
            if any(made for row in rows for _, made in row.parts):
                line.parts[column] = _in_pieces(rows)
        if line.cells:
            self._lines.append(line)

    def read(self, place: str, over: list[Row]) -> tuple[list[Row], list[tuple[str, str, int]]] | None:
        """Return the rules and what is no text (reason, text, paragraph), or ``None`` where it is no table of rules.

        Args:
            place: The table, for people.
            over: The lines that stand over it.
        """
        texts = [text for row in over[-NEAR:] if not row.table and (text := row.text).strip()]
        over_it = " ".join(texts[-_OVER:])
        rules = (
            read_rules(self._lines, self._areas, place, over_it, above=texts)
            if self._data
            else read_sections(self._lines, place)
        )
        if rules is None:
            return None
        rows = [replace(row, number=self._numbers[row.number], table=place) for row in rules.rows]
        return rows, [(reason, text, self._numbers[at]) for reason, text, at in rules.dropped]


def _in_pieces(rows: list[Row]) -> list[Piece]:
    pieces: list[Piece] = []
    for row in rows:
        pieces += [(" ", True), *row.parts] if pieces else row.parts
    return pieces
