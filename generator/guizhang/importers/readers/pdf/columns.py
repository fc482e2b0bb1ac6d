"""Reading order: rows from top to bottom, and where a gutter runs through them, the left column before the right.

A gutter is believed when the file itself wrote one column after the other, or when both sides are filled like prose.
Labels in front of their text, tables without rules and rows of signatures have gaps too, and are read across.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from guizhang.importers.readers.pdf.rows import Piece, rows_of

_GUTTER = 0.7
"""Narrowest gutter, in ems."""
_COLUMN = 6.0
"""Narrowest column, in ems."""
_FILLED = 8
"""Lines of a left column beside which a single line is the right one, when it was written last."""
_MAX_DEPTH = 6
_CANDIDATES = 40
_LOOSE = 1.8
"""A gap between rows above this many line pitches ends a column that has nothing beside it."""

Row = list[Piece]


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows first to last (exclusive), cut in two."""

    first: int
    last: int
    left: list[Piece]
    right: list[Piece]
    worth: float


def reading_order(pieces: Sequence[Piece], depth: int = 0) -> list[Row]:
    """Return all pieces as rows in the order they are read."""
    rows = rows_of(pieces)
    if depth >= _MAX_DEPTH or len(pieces) < 4:
        return rows
    em = median(p.size for p in pieces)
    bands = _bands(rows, em)
    if not bands:
        return rows
    out: list[Row] = []
    place = 0
    for band in bands:
        out += reading_order([p for row in rows[place : band.first] for p in row], depth + 1)
        out += reading_order(band.left, depth + 1)
        out += reading_order(band.right, depth + 1)
        place = band.last
    return out + reading_order([p for row in rows[place:] for p in row], depth + 1)


def _bands(rows: list[Row], em: float) -> list[_Band]:
    """Return the bands of the gutter that explains most rows; none is the usual answer."""
    best: list[_Band] = []
    for place in _candidates(rows, em):
        found = [band for first, last in _open_runs(rows, place) if (band := _band(rows, first, last, place, em))]
        if sum(band.worth for band in found) > sum(band.worth for band in best):
            best = found
    return best


def _candidates(rows: list[Row], em: float) -> list[float]:
    """Return places just left of where several pieces begin: a right column's lines share their left edge."""
    left = min(p.x0 for row in rows for p in row)
    counts: dict[int, int] = {}
    for row in rows:
        for piece in row:
            if piece.x0 >= left + _COLUMN * em:
                key = round(piece.x0 / 2)
                counts[key] = counts.get(key, 0) + 1
    common = sorted(counts, key=lambda key: (-counts[key], key))[:_CANDIDATES]
    return [key * 2 - 0.35 * em for key in common]


def _open_runs(rows: list[Row], place: float) -> list[tuple[int, int]]:
    """Return the longest runs of rows that no piece crosses at *place*."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for i, row in enumerate(rows):
        crossed = any(p.x0 < place < p.x1 for p in row)
        if crossed and start is not None:
            runs.append((start, i))
            start = None
        elif not crossed and start is None:
            start = i
    if start is not None:
        runs.append((start, len(rows)))
    return runs


def _band(rows: list[Row], first: int, last: int, place: float, em: float) -> _Band | None:
    last = _cut_tail(rows, first, last, place)
    left = [p for row in rows[first:last] for p in row if p.x1 <= place]
    right = [p for row in rows[first:last] for p in row if p.x1 > place]
    if not left or not right:
        return None
    edge, start = max(p.x1 for p in left), min(p.x0 for p in right)
    wide_left, wide_right = edge - min(p.x0 for p in left), max(p.x1 for p in right) - start
    if start - edge < _GUTTER * em or min(wide_left, wide_right) < _COLUMN * em:
        return None
    lefts, rights = _heights(left), _heights(right)
    if min(lefts, rights) < 2:
        # The last line of a text may be all that its right column has, at its top.
        alone = rights == 1 and lefts >= _FILLED and right[0] in rows[first]
        later = min(p.index for p in right) > max(p.index for p in left)
        return _Band(first, last, left, right, 1.0) if alone and later else None
    if not (_written_apart(left, right, last - first) or (_like_prose(left, em) and _like_prose(right, em))):
        return None
    return _Band(first, last, left, right, min(lefts, rights) + (start - edge) / (100 * em))


def _cut_tail(rows: list[Row], first: int, last: int, place: float) -> int:
    """Return where a band ends when its last rows stand on the left alone, set off: they head what runs across below."""
    if last == len(rows):
        return last
    ends = max((i for i in range(first, last) if any(p.x1 > place for p in rows[i])), default=last - 1) + 1
    left = [(i, rows[i][0].base) for i in range(first, last) if rows[i][0].x1 <= place]
    pitches = [a[1] - b[1] for a, b in pairwise(left)]
    pitch = median(pitches) if pitches else 0.0
    for (_, above), (i, base) in pairwise(left):
        if i >= ends and pitch and above - base > _LOOSE * pitch:
            return i
    return last


def _heights(pieces: list[Piece]) -> int:
    """Return how many lines one side has; a table, alone in its column, counts with its rows."""
    return len({round(p.base) for p in pieces if p.lines is None}) + sum(len(p.lines) for p in pieces if p.lines)


def _written_apart(left: list[Piece], right: list[Piece], rows: int) -> bool:
    """Return whether the file wrote one side and then the other instead of going across."""
    sides = sorted([(p.index, 0) for p in left] + [(p.index, 1) for p in right])
    changes = sum(a[1] != b[1] for a, b in pairwise(sides))
    return changes <= 1 + rows // 10


def _like_prose(side: list[Piece], em: float) -> bool:
    """Return whether most lines of one side run from edge to edge."""
    rows = rows_of(side)
    start, end = min(p.x0 for p in side), max(p.x1 for p in side)
    full = sum(row[0].x0 <= start + 2.3 * em and row[-1].x1 >= end - 1.6 * em for row in rows)
    return len(rows) >= 5 and full >= 0.6 * len(rows)
