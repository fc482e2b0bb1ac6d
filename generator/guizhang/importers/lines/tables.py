"""Rows of tables whose first cell is a number: 1⇥迟到⇥5 is no first item of a list, nor is a column of cells a line each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise

from guizhang.importers.lines.cells import GAP
from guizhang.importers.lines.contents import LEADER
from guizhang.importers.lines.folded import Line
from guizhang.importers.lines.labels import Family
from guizhang.importers.lines.lattice import Mark
from guizhang.zh.folding import Folded

_COUNTER = re.compile(r"\W*(?:序 ?号|编 ?号|项次|序|no\.?|item(?: no\.?)?|s/?n|#|号码|次序)\W*", re.IGNORECASE)
"""What stands over the column of numbers."""
_BARE = ("", "A")
"""Signs of labels that may as well be cells: 1 and P1."""
_IN_TABLE = 9.0
_CELL = 40
"""Longest cell of a table that stands with a line for each cell."""
_COLUMNS = 8
_ROW = 120
_BARS = "|│┃║"
_THREE = 3


def without_rows(
    view: Folded, lines: list[Line], marks: list[Mark], known: Collection[int] = frozenset()
) -> list[Mark]:
    """Return the marks, those that begin a row of a table lowered so far that they are no labels.

    Args:
        view: The folded text.
        lines: Its lines.
        marks: What may be a label.
        known: Numbers from 1 of the lines that the reader took for rows.

    Reads: view, lines, marks. Writes: marks. Stands before all who ask what a line begins with.
    """
    filled = [line for line in lines if not line.blank]
    barred = {*_barred_rows(view, filled), *(number - 1 for number in known)}
    marks = [replace(mark, prior=mark.prior - _IN_TABLE) if mark.line in barred else mark for mark in marks]
    bare = {mark.line for mark in marks if mark.at_start and _is_cell(view, lines[mark.line], mark)}
    if not bare:
        return marks
    labelled = {mark.line for mark in marks if mark.at_start}
    rows = {*_wide_rows(view, filled, bare, labelled), *_tall_rows(view, filled), *_counted_rows(view, filled, bare)}
    if not rows:
        return marks
    return [replace(mark, prior=mark.prior - _IN_TABLE) if mark.line in rows else mark for mark in marks]


def _barred_rows(view: Folded, filled: list[Line]) -> set[int]:
    """Return the indexes of lines between bars, two or more in a row: | 1. Paper | blue |."""
    barred = [
        line.end - line.start > 2
        and view.text[line.start] == view.text[line.end - 1]
        and view.text[line.start] in _BARS
        for line in filled
    ]
    pairs = (place for place, both in enumerate(pairwise(barred)) if all(both))
    return {filled[at].number - 1 for place in pairs for at in (place, place + 1)}


def _is_cell(view: Folded, line: Line, mark: Mark) -> bool:
    """Return whether a label may as well be a cell: 1 and P1, and 1.0 where a tab follows it."""
    label = mark.labels[0]
    if label.family is Family.DECIMAL and label.variant == ".":
        return "\t" in view.printed(label.end, min(line.end, label.end + 1)) and _cells(view, line) >= _THREE
    return label.variant in _BARE


def _wide_rows(view: Folded, filled: list[Line], bare: set[int], labelled: set[int]) -> Iterator[int]:
    """Yield the indexes of lines that are rows: of several cells, next to others of as many or under a head of as many."""
    indexes = [line.number - 1 for line in filled]
    run: list[tuple[int, int]] = []
    for index in [*sorted(_around(indexes, bare)), -1]:
        cells = _cells(view, filled[index]) if index >= 0 else 0
        joins = cells >= 2 and (not run or index == run[-1][0] + 1)
        if not joins:
            yield from _rows_of(run, indexes, bare, labelled)
            run = []
        if cells >= 2:
            run.append((index, cells))


def _around(indexes: list[int], bare: set[int]) -> set[int]:
    """Return the places of the lines that begin with a bare number and of those directly above them."""
    places = {bisect_left(indexes, index) for index in bare}
    return places | {place - 1 for place in places if place}


def _rows_of(run: list[tuple[int, int]], indexes: list[int], bare: set[int], labelled: set[int]) -> Iterator[int]:
    if len(run) < 2:
        return
    headed = indexes[run[0][0]] not in labelled
    most = max(cells for _, cells in run)
    numbered = [indexes[place] for place, _ in run if indexes[place] in bare]
    # Two cells a row are a label and its words, unless a head of two stands over several of them.
    several = len(numbered) >= 2
    whole = any(cells == most for place, cells in run if indexes[place] in bare)
    if (most >= _THREE and (several or whole)) or (headed and several):
        yield from numbered


def _cells(view: Folded, line: Line) -> int:
    if LEADER.search(view.text, line.start, line.end):
        return 0  # 1  总则 ..... 3
    return sum(bool(cell.strip()) for cell in GAP.split(view.printed(line.start, line.end).strip()))


def _counted_rows(view: Folded, filled: list[Line], bare: set[int]) -> Iterator[int]:
    """Yield the indexes of rows that count from 1 under a head such as 序号 项目 扣分, whose cells one blank parts."""
    expected = 0
    since = 0
    for line in filled:
        cells = view.text[line.start : line.end].split(" ") if line.end - line.start <= _ROW else []
        if len(cells) >= _THREE and _COUNTER.fullmatch(cells[0]):
            expected, since = 1, 0
        elif expected and line.number - 1 in bare and cells[:1] == [str(expected)] and len(cells) >= _THREE:
            yield line.number - 1
            expected, since = expected + 1, 0
        elif expected:
            since += 1  # a cell of several lines
            expected = expected if since <= _THREE else 0


def _tall_rows(view: Folded, filled: list[Line]) -> Iterator[int]:
    """Yield the indexes of the cells of tables that have a line for each cell, under a head that begins with 序号."""
    place = 0
    while place < len(filled):
        line = filled[place]
        head = place
        place += 1
        if line.end - line.start > 8 or not _COUNTER.fullmatch(view.text, line.start, line.end):
            continue
        first = next(
            (at for at in range(head + 2, min(len(filled), head + _COLUMNS)) if _number(view, filled[at]) == 1), None
        )
        if first is None or any(filled[at].end - filled[at].start > _CELL for at in range(head, first)):
            continue
        columns, number, at = first - head, 1, first
        while True:
            # An empty last cell has no line.
            following = next(
                (
                    k
                    for k in range(at + columns, at + 1, -1)
                    if k < len(filled) and _number(view, filled[k]) == number + 1
                ),
                None,
            )
            stop = following if following is not None else min(at + columns, len(filled))
            yield from (filled[k].number - 1 for k in range(at, stop) if _number(view, filled[k]) is not None)
            place = stop
            if following is None:
                break
            at, number = following, number + 1


def _number(view: Folded, line: Line) -> int | None:
    text = view.text[line.start : line.end]
    return int(text) if len(text) <= 3 and text.isascii() and text.isdecimal() else None
