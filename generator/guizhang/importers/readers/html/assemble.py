"""Lines of a page to the text the stages read: numbers put in front, cells of a data row joined by tabs."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import groupby

from guizhang.importers.extract import (
    CELL_CHARS,
    CORNER,
    DITTO,
    OWN_NUMBER,
    AutoLabel,
    Dropped,
    Extract,
    closed_by,
    has_first_column,
    is_row,
)
from guizhang.importers.readers.html.page import Drop, Line, Page, Row
from guizhang.importers.readers.html.ruled import read_table
from guizhang.importers.readers.tables.heads import Piece
from guizhang.importers.readers.tables.rules import NEAR, Rules

LAYOUT = "layout"
_SIGNS = frozenset("•·●○▪■□◆◇►▶➢➤✓✔√★☆※*-–—›»>")


def assemble(page: Page, drops: Iterable[Drop], native_chars: int) -> Extract:
    """Return the extract of a page whose lines are judged."""
    writer = _Writer({(line.row.table, line.row.number, line.cell) for line in page.lines if line.row})
    for owner in {id(line.marker[0]): line.marker[0] for line in page.lines if line.marker}.values():
        owner.count()
    dropped = [Dropped(drop.reason, drop.text, drop.number) for drop in (*page.drops, *drops)]
    paragraph = 0
    for table, inside in groupby(page.lines, key=lambda line: line.row.table if line.row else 0):
        cells = list(inside)
        if table and (rules := read_table(cells, writer.above())) is not None:
            begun = {line.row.number: line.number for line in reversed(cells) if line.row}
            for made in rules.rows:
                writer.parts(made.parts, begun[made.number], made.place, made.heading, rules)
            dropped += [Dropped(reason, text, begun[at]) for reason, text, at in rules.dropped]
            continue
        for row, group in groupby(cells, key=lambda line: line.row):
            lines = list(group)
            if row is not None and row.plain and _is_data(row, lines):
                writer.row(row, lines, f"table {row.table}, row {row.number}")
                continue
            for line in lines:
                paragraph += 1
                place = (
                    f"paragraph {paragraph}"
                    if row is None
                    else f"table {row.table}, row {row.number}, cell {line.cell}"
                )
                writer.line(line, place)
    # An empty page still has one (empty) line.
    numbers, places = tuple(writer.numbers) or (1,), tuple(writer.places) or ("paragraph 1",)
    dropped.sort(key=lambda drop: drop.line)
    layout = "".join(page.layout)
    if layout:
        dropped.append(Dropped(LAYOUT, layout, numbers[-1]))
    return Extract(
        "\n".join(writer.texts),
        numbers,
        tuple(writer.generated),
        writer.labels,
        writer.headings,
        tuple(dropped),
        places,
        native_chars,
        closed=closed_by(writer.within),
    )


def _is_data(row: Row, lines: list[Line]) -> bool:
    """Return whether a row is read as one line: short cells, at least two of them with those that go on from above."""
    cells: dict[int, list[Line]] = {}
    for line in lines:
        cells.setdefault(line.cell, []).append(line)
    if any(sum(len(line.text) for line in cell) > CELL_CHARS for cell in cells.values()):
        return False  # the page itself beside its menu
    return len(cells) + len(row.above) >= 2 and is_row([[line.text for line in cell] for cell in cells.values()])


def _bullet(line: Line) -> str:
    """Return the bullet of an item: of one that says something, where its list shows bullets and it brings no sign of its own."""
    assert line.marker is not None
    own = line.text.lstrip()[:1]
    return "•" if line.marker[0].bulleted and own and own not in _SIGNS and line.linked * 2 < len(line.text) else ""


def _cornered(cells: AbstractSet[tuple[int, int, int]]) -> set[int]:
    """Return the tables whose first cells are a column, so that an empty one among them is marked."""
    rows: dict[int, dict[int, set[int]]] = {}
    for table, row, column in cells:
        rows.setdefault(table, {}).setdefault(row, set()).add(column)
    return {
        table
        for table, said in rows.items()
        if has_first_column([[1 in columns, *[True] * len(columns - {1})] for columns in said.values()])
    }


class _Writer:
    """Collects the lines of the text and all that is noted about them."""

    def __init__(self, cells: AbstractSet[tuple[int, int, int]]) -> None:
        """Start writing; *cells* are table, row and column of those that have text."""
        self._cells = cells
        self._cornered = _cornered(cells)
        self.texts: list[str] = []
        self.numbers: list[int] = []
        self.places: list[str] = []
        self.generated: list[tuple[int, int]] = []
        self.labels: dict[int, AutoLabel] = {}
        self.headings: dict[int, int] = {}
        self.within: list[object] = []
        """Per line the list of several items, or the table of rules, it stands in."""
        self._length = 0

    def above(self) -> list[str]:
        """Return the last lines but those of tables of rules."""
        last = zip(self.texts[-NEAR:], self.within[-NEAR:], strict=True)
        return [text for text, within in last if not isinstance(within, Rules)]

    def line(self, line: Line, place: str) -> None:
        """Write one line, its automatic number in front."""
        made = ""
        if line.marker is not None:
            owner, item = line.marker
            # A list whose items bring their own numbers hides those of the browser by a style sheet we do not have.
            label = "" if OWN_NUMBER.match(line.text) else owner.printed(item) or _bullet(line)
            if not label and not line.text:
                return
            self.labels[len(self.texts) + 1] = AutoLabel(owner.path, owner.level, item.ordinal, label)
            made = f"{label} " if label and label[-1] in ".)•" and line.text else label
        if made:
            self.generated.append((self._length, self._length + len(made)))
        if line.heading:
            self.headings[len(self.texts) + 1] = line.heading
        several = line.within is not None and len(line.within.items) > 1
        self._add(made + line.text, line.number, place, line.within if several else None)

    def row(self, row: Row, lines: list[Line], place: str) -> None:
        """Write a table row: a tab between cells (empty ones count), a blank between the lines of a cell."""
        text, before = "", 0
        for line in lines:
            text += self._made(text, self._between(row, before, line.cell) if line.cell > before else " ") + line.text
            before = line.cell
        text += self._made(text, self._between(row, before, max(row.above, default=0) + 1)[:-1].rstrip("\t"))
        self._add(text, lines[0].number, place, None)

    def parts(self, parts: Iterable[Piece], number: int, place: str, heading: int | None, table: object) -> None:
        """Write one line of a table of rules, which comes in pieces."""
        text = ""
        for piece, made in parts:
            text += self._made(text, piece) if made else piece
        if heading:
            self.headings[len(self.texts) + 1] = heading
        self._add(text, number, place, table)

    def _made(self, text: str, made: str) -> str:
        """Return what stands behind *text* in the line to be, noted as made."""
        if made:
            self.generated.append((self._length + len(text), self._length + len(text) + len(made)))
        return made

    def _between(self, row: Row, before: int, cell: int) -> str:
        """Return the tabs between two cells, with a mark for each cell that goes on from above; none lead a row."""
        marks = [
            DITTO if (row.table, row.above.get(column, 0), column) in self._cells else ""
            for column in range(before + 1, cell)
        ]
        if not before:
            corner = marks and not marks[0] and row.table in self._cornered
            return "".join(f"{mark}\t" for mark in ([CORNER, *marks[1:]] if corner else filter(None, marks)))
        return "\t".join(["", *marks, ""])

    def _add(self, text: str, number: int, place: str, within: object) -> None:
        self.within.append(within)
        self.texts.append(text)
        self.numbers.append(number)
        self.places.append(place)
        self._length += len(text) + 1
