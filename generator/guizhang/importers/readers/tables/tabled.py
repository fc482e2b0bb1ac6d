"""Tables within a text: their cells are parted with tabs, as other readers do, and the rows of tables of rules become rules.

Every line stays one line, so that the numbers of lines remain those of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from guizhang.importers.extract import CORNER, has_first_column
from guizhang.importers.readers.composing import Row
from guizhang.importers.readers.tables.heads import Line, Piece
from guizhang.importers.readers.tables.rules import COLUMN_NAMES, NEAR, read_rules
from guizhang.zh.folding import COLUMNS, Mask

MARKUP = "markup"
_OVER = 3
"""Lines over a table that may say what it is about."""
_TAB = "\t"


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one table."""

    rows: tuple[int, ...]
    """Indexes of their lines."""
    gap: re.Pattern[str]
    """What stands between two cells, and around the first and last."""


@dataclass(slots=True)
class Tabled:
    """A text whose tables are read."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    generated: list[tuple[int, int]] = field(default_factory=list)
    """What was put in: spans of the text."""
    masks: list[Mask] = field(default_factory=list)
    """What marks cells, and what is said in every rule."""
    headings: dict[int, int] = field(default_factory=dict)
    """Number of a line (from 1) -> level, of rows that name a group."""
    closed: dict[int, int] = field(default_factory=dict)
    """Number of a line (from 1) behind a table of rules -> the first line of that."""

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.pieces)

    rows: set[int] = field(default_factory=set)
    """Numbers of the lines (from 1) that are rows of other tables."""

    def add(self, text: str, *, made: bool = False, mask: str = "") -> None:
        """Put *text* at the end."""
        span = self.length, self.length + len(text)
        if text and made:
            self.generated.append(span)
        if text and mask:
            self.masks.append(Mask(*span, mask))
        self.pieces.append(text)
        self.length = span[1]


def part_tables(
    source: str, blocks: Sequence[Block], numbers: Mapping[int, tuple[int, int, str]] = MappingProxyType({})
) -> Tabled:
    """Return the text with its tables read.

    Args:
        source: The text.
        blocks: Its tables, in order.
        numbers: Index of a line outside of them -> where its number stands, and the one to be read for it.
    """
    lines = source.split("\n")
    tables = {row: block for block in blocks for row in block.rows}
    ruled: dict[int, list[Piece]] = {}
    tabled = Tabled()
    for block in blocks:
        if (rows := _as_rules(lines, block)) is not None:
            ruled |= {index: [] for index in block.rows}
            ruled |= {row.number - 1: row.parts for row in rows}
            tabled.headings |= {row.number: row.heading for row in rows if row.heading is not None}
            behind = next((at for at in range(block.rows[-1] + 1, len(lines)) if lines[at].strip()), None)
            if behind is not None and behind not in tables:
                tabled.closed[behind + 1] = rows[0].number
    cornered = [block for block in blocks if _has_first_column(lines, block)]
    for index, line in enumerate(lines):
        if index in ruled:
            _write_rule(tabled, line, ruled[index])
        elif index in tables:
            _write_row(tabled, line, tables[index].gap, cornered=tables[index] in cornered)
            tabled.rows.add(index + 1)
        elif index in numbers:
            start, end, shown = numbers[index]
            same = line[start:end] == shown
            tabled.add(line[:start])
            tabled.add(line[start:end], mask="" if same else MARKUP)
            tabled.add("" if same else shown, made=True)
            tabled.add(line[end:])
        else:
            tabled.add(line)
        tabled.add("\n" if index + 1 < len(lines) else "")
    return tabled


def cells_of(line: str, gap: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return where the cells of a row stand, empty ones too; marks at its ends have none behind them."""
    cells: list[tuple[int, int]] = []
    place = len(line) - len(line.lstrip())
    for mark in gap.finditer(line):
        if cells or line[place : mark.start()].strip():
            cells.append((place, mark.start()))
        place = mark.end()
    if line[place:].strip():
        cells.append((place, len(line.rstrip())))
    return cells


def _as_rules(lines: Sequence[str], block: Block) -> list[Row] | None:
    """Return the rows of a table of rules, each in a line of its own; ``None`` where it is none, or cannot stand so."""
    above = [line for line in lines[max(0, block.rows[0] - NEAR) : block.rows[0]] if line.strip()]
    table = [
        Line(
            index + 1, {at: [lines[index][a:b]] for at, (a, b) in enumerate(cells_of(lines[index], block.gap), start=1)}
        )
        for index in block.rows
    ]
    rules = read_rules(table, (), "table", " ".join(above[-_OVER:]), above=above, headed=False)
    if rules is None or len({row.number for row in rules.rows}) < len(rules.rows):
        return None
    whole = all(_places(lines[row.number - 1], row.parts) is not None for row in rules.rows)
    return rules.rows if whole else None


def _places(line: str, parts: Sequence[Piece]) -> list[int] | None:
    """Return where what the line itself says of a rule stands in it; ``None`` where that is in another order."""
    places: list[int] = []
    at = 0
    for text, made in parts:
        if not made:
            at = line.find(text, at)
            if at < 0:
                return None
            places.append(at)
            at += len(text)
    return places


def _write_rule(tabled: Tabled, line: str, parts: Sequence[Piece]) -> None:
    """Write a row as a rule; what it leaves out is masked."""
    places: Iterator[int] = iter(_places(line, parts) or ())
    at = 0
    for text, made in parts:
        if made:
            tabled.add(text, made=True)
            continue
        place = next(places)
        tabled.add(line[at:place], mask=MARKUP)
        tabled.add(text)
        at = place + len(text)
    tabled.add(line[at:], mask=MARKUP if parts else COLUMN_NAMES)


def _starts_empty(line: str, gap: re.Pattern[str]) -> bool:
    """Return whether the first cell between bars is empty: | | Mon | Tue |."""
    first = gap.match(line)
    second = gap.match(line, first.end()) if first else None
    return second is not None and bool(first and first.group().strip() and second.group().strip())


def _has_first_column(lines: Sequence[str], block: Block) -> bool:
    rows = [lines[row] for row in block.rows]
    return has_first_column([[not _starts_empty(row, block.gap), *map(bool, cells_of(row, block.gap))] for row in rows])


def _write_row(tabled: Tabled, line: str, gap: re.Pattern[str], *, cornered: bool) -> None:
    """Write a row with tabs between its cells; what marks the cells is masked."""
    place, end = 0, len(line.rstrip())
    begun = cornered and _starts_empty(line, gap)
    if begun:
        mark = gap.match(line)
        assert mark is not None
        tabled.add(mark.group(), mask=MARKUP)
        tabled.add(CORNER, made=True)
        place = mark.end()
    for mark in gap.finditer(line, place):
        tabled.add(line[place : mark.start()])
        begun = begun or bool(line[place : mark.start()].strip())
        if begun and mark.end() < end:
            tabled.add(_TAB, made=True)
        tabled.add(mark.group(), mask=MARKUP if mark.group().strip() else COLUMNS)
        place = mark.end()
    tabled.add(line[place:])
