"""Tables that set rules out in sections: a name, and beside it a cell with a list of rules of its own.

序号 | 类别   | 管理要求                      1、个人卫生
1    | 个人卫生 | 1、戴好帽子；                 1、戴好帽子；
     |        | 2、不戴手表。                 2、不戴手表。
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from guizhang.importers.extract import GROUP, OWN_NUMBER
from guizhang.importers.readers.composing import Row
from guizhang.importers.readers.tables.heads import Line, Piece, is_chinese, is_number
from guizhang.importers.readers.tables.rules import COLUMN_NAMES, Rules

_LONGEST_NAME = 16
_LONGEST_LATIN = 40
_FEWEST = 2
_STOPS = tuple("。；;！？.!?：:，,")


def read_sections(lines: Sequence[Line], place: str) -> Rules | None:
    """Return the rows of such a table as lines: a heading for each name, the rules of its cell one by one.

    Args:
        lines: The rows that say something, in order, with what stands over and below the table on the same sheet.
        place: Where they stand, for people.

    Returns:
        ``None`` where it is another table.
    """
    over = list(takewhile(lambda line: len(line.own) == 1, lines))
    below = lines[len(over) + 1 :]
    rows = list(takewhile(lambda line: len(line.own) > 1, below))
    notes = below[len(rows) :]
    if len(rows) < _FEWEST or any(len(line.own) > 1 for line in notes):
        return None
    head = lines[len(over)]
    columns = _columns(head, rows)
    if columns is None or any(line.parts for line in (*over, *rows, *notes)):
        return None
    number, name, text = columns
    listed = [line for line in rows if _is_list(line.cells.get(text, []))]
    if len(listed) < _FEWEST or 2 * len(listed) < len(rows):
        return None
    found = [row for line in over for row in _plain(line, place)]
    for line in rows:
        found.append(_heading(line, number, name, place))
        found += [Row(line.at, _where(place, line), [(said, False)]) for said in line.cells[text] if said]
    ruled = len(found)
    found += [row for line in notes for row in _plain(line, place)]
    dropped = [(COLUMN_NAMES, said, head.at) for at in head.own for said in head.cells[at] if said]
    blank = [(at, said) for line in (*over, *rows, *notes) for at, said in _blanks(line)]
    return Rules(found, [*dropped, *(("layout", said, at) for at, said in blank)], ruled)


def _columns(head: Line, rows: Sequence[Line]) -> tuple[int | None, int, int] | None:
    """Return the columns of the numbers, if any, the names and the lists; ``None`` where there are others."""
    used = sorted({at for line in (head, *rows) for at in line.own})
    if used != sorted(head.own) or not _FEWEST <= len(used) <= _FEWEST + 1:
        return None
    if not all(_is_name(head.words(at)) for at in used) or any(line.above for line in rows):
        return None
    *before, text = used
    number = before[0] if len(before) == _FEWEST else None
    name = before[-1]
    named = all(len(line.cells.get(name, [])) == 1 and _is_name(line.words(name)) for line in rows)
    counted = number is None or all(is_number(line.words(number)) for line in rows)
    return (number, name, text) if named and counted and all(line.words(text) for line in rows) else None


def _is_name(words: str) -> bool:
    longest = _LONGEST_NAME if is_chinese(words) else _LONGEST_LATIN
    return (
        0 < len(words) <= longest
        and not words.endswith(_STOPS)
        and not OWN_NUMBER.match(words)
        and not words.isdecimal()
    )


def _is_list(cell: Sequence[str]) -> bool:
    """Return whether a cell has rules with numbers of their own."""
    said = [line for line in cell if line.strip()]
    numbered = [line for line in said if OWN_NUMBER.match(line)]
    return len(numbered) >= _FEWEST and said[0] == numbered[0]


def _heading(line: Line, number: int | None, name: int, place: str) -> Row:
    words = line.words(name)
    label: list[Piece] = []
    if number is not None:
        sign = "" if OWN_NUMBER.fullmatch(line.words(number)) else "、" if is_chinese(words) else ". "
        label = [*line.pieces(number), (sign, True)]
    return Row(line.at, _where(place, line), [part for part in (*label, *line.pieces(name)) if part[0]], heading=GROUP)


def _plain(line: Line, place: str) -> list[Row]:
    return [
        Row(line.at, _where(place, line), [(said, False)] if said else []) for at in line.own for said in line.cells[at]
    ]


def _blanks(line: Line) -> list[tuple[int, str]]:
    """Return what stands in the cells and lines of nothing but blanks, which is layout."""
    own = set(line.own)
    return [
        (line.at, said)
        for at, cell in line.cells.items()
        for said in cell
        if said and not said.strip() and at not in own
    ]


def _where(place: str, line: Line) -> str:
    return f"{place}, row {line.at}"
