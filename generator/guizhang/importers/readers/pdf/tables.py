"""Ruled tables: cells where strokes close them in, read by rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from guizhang.importers.extract import DITTO
from guizhang.importers.readers.pdf.glyphs import Glyph
from guizhang.importers.readers.pdf.rows import Piece, Table, Text, join_lines, join_row, pieces_of, rows_of
from guizhang.importers.readers.tables.heads import Line

_JOIN = 3.0
"""Points by which strokes may miss each other and still meet."""
_MAX_LINES = 200
_CELL_LINES = 12
_CELL_CHARS = 400

Stroke = tuple[float, float, float, float]


@dataclass(slots=True)
class _Grid:
    xs: list[float]
    ys: list[float]
    """Descending: row 0 is the topmost."""
    cells: dict[tuple[int, int], tuple[int, int]]
    """Column and row of a grid square -> those of its cell's first square; merged cells share one."""
    found: dict[tuple[int, int], list[Glyph]] = field(default_factory=dict)
    _down: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self._down = [-y for y in self.ys]

    def place(self, glyph: Glyph) -> tuple[int, int] | None:
        """Return the cell a character's middle lies in, or None outside the grid."""
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2
        column = bisect_right(self.xs, x) - 1
        row = bisect_right(self._down, -y) - 1
        return self.cells.get((column, row))

    def from_above(self, row: int) -> list[int]:
        """Return the columns in which a cell that says something goes on from a row above."""
        cells = ((column, self.cells[column, row]) for column in range(len(self.xs) - 1))
        return [
            column
            for column, first in cells
            if first[0] == column and first[1] < row and any(not glyph.blank for glyph in self.found.get(first, ()))
        ]


def take_tables(glyphs: list[Glyph], strokes: Iterable[Stroke]) -> tuple[list[Piece], list[Glyph]]:
    """Return the ruled tables of a page, each as one piece with its rows, and the characters outside them."""
    tables: list[Piece] = []
    for grid in _grids(strokes):
        rest: list[Glyph] = []
        for glyph in glyphs:
            cell = grid.place(glyph)
            if cell is None:
                rest.append(glyph)
            else:
                grid.found.setdefault(cell, []).append(glyph)
        filled = [cell for cell, inside in grid.found.items() if any(not g.blank for g in inside)]
        # One filled cell is a frame around text, or lines under it, not a table.
        if len(filled) >= 2:
            tables.append(_table(grid))
            glyphs = rest
    return tables, glyphs


def _table(grid: _Grid) -> Piece:
    rows: dict[int, list[tuple[int, int]]] = {}
    for column, row in grid.found:
        rows.setdefault(row, []).append((column, row))
    lines: list[Text] = []
    data = True
    for row in sorted(rows):
        cells = [(column, _cell_lines(grid.found[column, row])) for column, _ in sorted(rows[row])]
        if all(len(c) <= _CELL_LINES and sum(len(p.text.text) for p in c) <= _CELL_CHARS for _, c in cells):
            lines.append(_row(grid, row, cells))
        else:
            # A form with whole rules in its cells: its lines stay lines.
            data = False
            lines += [line.text for _, cell in cells for line in cell]
    inside = [glyph for found in grid.found.values() for glyph in found]
    top = max([grid.ys[0], *(g.y1 for g in inside)])
    return Piece(
        Text(),
        grid.xs[0],
        grid.ys[-1],
        grid.xs[-1],
        top,
        top,
        max(g.size for g in inside),
        min(g.index for g in inside),
        lines=lines,
        table=cells_of(grid) if data else None,
    )


def cells_of(grid: _Grid) -> Table:
    """Return the cells of a grid, each as one line, with those that go on from above."""
    columns, rows = len(grid.xs) - 1, len(grid.ys) - 1
    ends: dict[tuple[int, int], tuple[int, int]] = {}
    for (column, row), first in grid.cells.items():
        right, low = ends.get(first, first)
        ends[first] = max(right, column), max(low, row)
    said = {cell: _said(grid, cell, ends[cell][0]) for cell in grid.found}
    lines: list[Line] = []
    for row in range(rows):
        line = Line(row + 1)
        for column in range(columns):
            first = grid.cells[column, row]
            text = said.get(first)
            if first[0] != column or text is None:
                continue
            if first[1] < row and text.text.strip():
                line.cells[column + 1], line.above[column + 1] = [], [text.text]
            elif first[1] == row:
                line.cells[column + 1] = [text.text]
                line.parts[column + 1] = text.pieces
        if line.cells:
            lines.append(line)
    areas = [(top + 1, left + 1, low + 1, right + 1) for (left, top), (right, low) in ends.items()]
    merged = tuple(area for area in areas if area[:2] != area[2:])
    return Table(tuple(grid.xs), tuple(lines), merged)


def _said(grid: _Grid, cell: tuple[int, int], last: int) -> Text:
    return join_lines(_cell_lines(grid.found[cell]), grid.xs[min(last, len(grid.xs) - 2) + 1])


def _cell_lines(glyphs: Sequence[Glyph]) -> list[Piece]:
    lines = []
    for row in rows_of(pieces_of(glyphs)):
        line = row[0]
        if len(row) > 1:
            line = Piece(
                join_row(row, " "),
                row[0].x0,
                row[0].y0,
                row[-1].x1,
                row[0].y1,
                row[0].base,
                row[0].size,
                0,
                row[0].spaced,
            )
        lines.append(line)
    return lines


def _row(grid: _Grid, row: int, cells: list[tuple[int, list[Piece]]]) -> Text:
    """Return one row as one line: a tab between cells, another one for each empty cell between them."""
    text = Text()
    before: int | None = None
    said = dict(cells)
    for column in sorted({*said, *grid.from_above(row)}):
        tabs = ""
        if before is not None:
            ends = {grid.cells[before, row], grid.cells[column, row]}
            tabs = "\t" * (len({grid.cells[c, row] for c in range(before + 1, column)} - ends) + 1)
        lines = said.get(column)
        if lines is None:
            text.add(Text(DITTO, [(0, len(DITTO))]), tabs)
        else:
            edge = grid.xs[min(_last_column(grid, column, lines), len(grid.xs) - 2) + 1]
            text.add(join_lines(lines, edge), tabs)
        before = column
    return text


def _last_column(grid: _Grid, column: int, lines: list[Piece]) -> int:
    """Return the last column of the cell that begins at *column*, as far as its text shows it."""
    reach = max((line.x1 for line in lines), default=grid.xs[column])
    return max(column, bisect_right(grid.xs, reach) - 1)


def _grids(strokes: Iterable[Stroke]) -> list[_Grid]:
    level: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for x0, y0, x1, y1 in strokes:
        (level.append((y0, x0, x1)) if x1 - x0 >= y1 - y0 else upright.append((x0, y0, y1)))
    rows, columns = _joined(level), _joined(upright)
    if len(rows) < 2 or len(columns) < 2 or len(rows) > _MAX_LINES or len(columns) > _MAX_LINES:
        return []
    grids = [grid for part in _connected(rows, columns) if (grid := _grid(*part))]
    return sorted(grids, key=lambda grid: -grid.ys[0])


def _joined(strokes: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Return strokes (place, from, to) with those that continue each other made one."""
    out: list[tuple[float, float, float]] = []
    tracks: list[list[tuple[float, float, float]]] = []
    for stroke in sorted(strokes):
        if tracks and stroke[0] - tracks[-1][-1][0] <= _JOIN / 2:
            tracks[-1].append(stroke)
        else:
            tracks.append([stroke])
    for track in tracks:
        place = sum(s[0] for s in track) / len(track)
        spans: list[list[float]] = []
        for _, start, end in sorted(track, key=lambda s: s[1]):
            if spans and start <= spans[-1][1] + _JOIN:
                spans[-1][1] = max(spans[-1][1], end)
            else:
                spans.append([start, end])
        out += [(place, start, end) for start, end in spans]
    return out


def _connected(
    rows: list[tuple[float, float, float]], columns: list[tuple[float, float, float]]
) -> list[tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]]:
    """Return the groups of strokes that cross each other."""
    parent = list(range(len(rows) + len(columns)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, (y, left, right) in enumerate(rows):
        for j, (x, low, high) in enumerate(columns):
            if left - _JOIN <= x <= right + _JOIN and low - _JOIN <= y <= high + _JOIN:
                parent[root(i)] = root(len(rows) + j)
    groups: dict[int, tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]] = {}
    for i, row in enumerate(rows):
        groups.setdefault(root(i), ([], []))[0].append(row)
    for j, column in enumerate(columns):
        groups.setdefault(root(len(rows) + j), ([], []))[1].append(column)
    return list(groups.values())


def _grid(rows: list[tuple[float, float, float]], columns: list[tuple[float, float, float]]) -> _Grid | None:
    # A table open at its sides ends where its level strokes end.
    xs = _distinct([*(c[0] for c in columns), min(r[1] for r in rows), max(r[2] for r in rows)]) if rows else []
    ys = _distinct([*(r[0] for r in rows), min(c[1] for c in columns), max(c[2] for c in columns)]) if columns else []
    if not xs or not ys or (len(xs) - 1) * (len(ys) - 1) < 2:
        return None
    ys.reverse()
    first: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(len(xs) - 1):
            center = (xs[column] + xs[column + 1]) / 2
            cell = (column, row)
            if column and not _crossed(columns, xs[column], middle):
                cell = first[column - 1, row]
            if row and not _crossed(rows, ys[row], center):
                cell = first[column, row - 1]
            first[column, row] = cell
    return _Grid(xs, ys, first)


def _distinct(places: Iterable[float]) -> list[float]:
    out: list[float] = []
    for place in sorted(places):
        if not out or place - out[-1] > _JOIN:
            out.append(place)
    return out


def _crossed(strokes: list[tuple[float, float, float]], place: float, at: float) -> bool:
    return any(abs(s[0] - place) <= _JOIN and s[1] - _JOIN <= at <= s[2] + _JOIN for s in strokes)
