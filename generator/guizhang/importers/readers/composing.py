"""Lines on their way into an Extract: parts with their origin, place and number, put together at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from guizhang.importers.extract import (
    CORNER,
    TO_FILL_IN,
    AutoLabel,
    Dropped,
    Extract,
    closed_by,
    has_first_column,
    is_row,
    to_fill_in,
)


@dataclass(slots=True)
class Row:
    """One line of text to be."""

    number: int
    """Paragraph it comes from."""
    place: str
    parts: list[tuple[str, bool]] = field(default_factory=list)
    """Text and whether the reader made it."""
    label: AutoLabel | None = None
    """Automatic number at the start of the line; its text is the first part."""
    heading: int | None = None
    look: str = ""
    """``TITLE``, ``BOLD`` or nothing."""
    flush: bool = False
    """Whether it begins a paragraph outside of all lists."""
    table: str = ""
    """The table of rules it stands in."""

    @property
    def bare(self) -> bool:
        """Whether nothing stands on the line, not even a blank."""
        return not self.parts

    @property
    def text(self) -> str:
        """The line as it will be read."""
        return "".join(text for text, _ in self.parts)


class MergedDown:
    """The cells of a table that go on in the rows below them."""

    def __init__(self) -> None:
        self._said: dict[int, bool] = {}

    def goes_on(self, column: int, merge: str | None, *, said: bool) -> bool:
        """Note a cell and return whether a cell above it, which says something, goes on in it.

        Args:
            column: Its column in the table's grid.
            merge: ``restart`` where a merged cell begins, another word where it goes on, None for a cell by itself.
            said: Whether it has text of its own.
        """
        if merge in (None, "restart"):
            self._said[column] = merge is not None and said
        return merge is not None and not said and self._said.get(column, False)


def is_data(cells: list[list[Row]]) -> bool:
    """Return whether a row is read as one line: a line a cell, or in some a few short ones that are no rules of a list."""
    several = [cell for cell in cells if len(cell) > 1]
    if any(row.label is not None or row.heading is not None for cell in several for row in cell):
        return False
    return is_row([[row.text for row in cell] for cell in cells]) and (not several or sum(map(bool, cells)) > 1)


def join_cells(cells: list[list[Row]], number: int, place: str) -> Row:
    """Return one line of a table row, with generated tabs between its cells and blanks between the lines of a cell."""
    joined = Row(number, place)
    for at, cell in enumerate(cells):
        if at:
            joined.parts.append(("\t", True))
        for place_in_cell, row in enumerate(cell):
            if not joined.parts:
                joined.label, joined.heading = row.label, row.heading
            joined.parts += [(" ", True), *row.parts] if place_in_cell else row.parts
    filled = [row for cell in cells for row in cell if not row.bare]
    if len(filled) == 1:
        # A merged row is a line like any other; in a real row a heading would be one cell of several.
        joined.heading = filled[0].heading
    elif len(filled) > 1:
        joined.heading = None
    if filled:
        joined.number = filled[0].number
    return joined


def widen(lines: list[tuple[Row, list[list[Row]]]], spans: Sequence[Sequence[int]]) -> None:
    """Write empty cells behind those that go across several columns, so that what follows stands below its own name.

    Only where another row of the table shows all its columns: a form has none, and its cells stand as they come.

    Args:
        lines: The rows of one table as lines, each with its cells.
        spans: Over how many columns each of the cells goes.
    """
    if not any(len(wide) > 2 and max(wide) == 1 for wide in spans):
        return
    for (line, cells), wide in zip(lines, spans, strict=True):
        if sum(map(bool, cells)) > 1 and max(wide) > 1:
            spread = [one for cell, span in zip(cells, wide, strict=True) for one in (cell, *[[]] * (span - 1))]
            while not spread[-1]:
                spread.pop()
            line.parts = join_cells(spread, line.number, line.place).parts


def mark_corners(lines: list[tuple[Row, list[list[Row]]]]) -> None:
    """Write what stands for an empty cell at the start of a row, without which all others would move up by one.

    Args:
        lines: The rows of one table as lines, each with its cells.
    """
    if not has_first_column([[any(map(_says, cell)) for cell in cells] for _, cells in lines if cells]):
        return
    for line, cells in lines:
        if cells and not any(map(_says, cells[0])) and sum(any(map(_says, cell)) for cell in cells) > 1:
            line.parts.insert(0, (CORNER, True))


def fill_in(lines: list[tuple[Row, list[list[Row]]]]) -> bool:
    """Write what stands for a blank into the cells of a form that are to be filled in; return whether there are any.

    Args:
        lines: The rows of one table as lines, each with its cells.
    """
    found = False
    for (line, cells), blanks in zip(
        lines, to_fill_in([[any(map(_says, c)) for c in cells] for _, cells in lines]), strict=True
    ):
        if blanks:
            found = True
            filled = [
                [*cell, Row(line.number, line.place, [(TO_FILL_IN, True)])] if at in blanks else cell
                for at, cell in enumerate(cells)
            ]
            line.parts = join_cells(filled, line.number, line.place).parts
    return found


def _closed(rows: list[Row]) -> dict[int, int]:
    said = [at for at, row in enumerate(rows, start=1) if not row.bare]
    found = closed_by([rows[at - 1].table or None for at in said])
    return {said[line - 1]: said[first - 1] for line, first in found.items()}


def _says(row: Row) -> bool:
    return bool(row.text.strip())


def put_together(rows: list[Row], dropped: list[Dropped], native_chars: int) -> Extract:
    """Return the Extract of *rows* in order; without any row it is one empty line."""
    rows = rows or [Row(1, "paragraph 1")]
    texts: list[str] = []
    spans: list[tuple[int, int]] = []
    labels: dict[int, AutoLabel] = {}
    headings: dict[int, int] = {}
    looks: dict[int, str] = {}
    flush: set[int] = set()
    place = 0
    for at, row in enumerate(rows, start=1):
        for text, made in row.parts:
            if made and text:
                if spans and spans[-1][1] == place:
                    spans[-1] = (spans[-1][0], place + len(text))
                else:
                    spans.append((place, place + len(text)))
            place += len(text)
        place += 1
        texts.append(row.text)
        if row.label is not None and row.label.text:
            labels[at] = row.label
        if row.heading is not None and row.text.strip():
            headings[at] = row.heading
        if row.look and row.text.strip():
            looks[at] = row.look
        if row.flush:
            flush.add(at)
    return Extract(
        text="\n".join(texts),
        numbers=tuple(row.number for row in rows),
        generated=tuple(spans),
        labels=labels,
        headings=headings,
        dropped=tuple(replace(drop, line=max(1, drop.line)) for drop in dropped if drop.text),
        places=tuple(row.place for row in rows),
        native_chars=native_chars,
        looks=looks,
        flush=frozenset(flush),
        closed=_closed(rows),
    )
