"""Titles that are too long for their line: in larger type than the text, they go on in the next one.

The stages tell a wrapped line by how many characters the lines around it hold; a title in larger type holds fewer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from guizhang.importers.extract import OWN_NUMBER
from guizhang.importers.readers.pdf.glyphs import wide_character
from guizhang.importers.readers.pdf.rows import Piece, Text, join_row

_LARGE = 1.15
"""Size of a heading against the text."""
_SAME = 0.03
_PITCH = 2.2
"""Most line height, in ems."""
_FULL = 0.8
"""Share of the lines beside which a column is at least as wide as."""
_WORD = re.compile(r"\S+")
_STOPS = tuple("。！？；：;:")

Row = Sequence[Piece]


def join_titles(rows: Sequence[Row], em: float) -> list[list[Row]]:
    """Return the rows of a page in groups: the lines of one large title together, any other row by itself.

    Args:
        rows: Those of a page, in the order of reading.
        em: Usual size of the text.
    """
    groups: list[list[Row]] = []
    for row in rows:
        if groups and _goes_on(groups[-1][-1], row, rows, em):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def one_line(group: Sequence[Row]) -> Text:
    """Return the rows of a group as one line, with a made blank where a wrapped word ended."""
    text = Text()
    for row in group:
        line = join_row(row)
        wide = wide_character(text.text[-1:] or " ") and wide_character(line.text[:1] or " ")
        parted = bool(text.text) and not wide and not text.text[-1].isspace()
        text.add(line, " " if parted else "")
    return text


def _goes_on(before: Row, row: Row, page: Sequence[Row], em: float) -> bool:
    """Return whether *row* is the rest of a large title that begins in *before*, whose next word did not fit there."""
    first, second = before[0], row[0]
    # A title that is stretched to the width of its line comes in pieces, but not in cells.
    if first.lines is not None or second.lines is not None or "\t" in one_line((before, row)).text:
        return False
    alike = first.size >= _LARGE * em and abs(first.size - second.size) <= _SAME * first.size
    near = 0 < first.base - second.base <= _PITCH * first.size
    if not alike or not near or OWN_NUMBER.match(second.text.text) or before[-1].text.text.rstrip().endswith(_STOPS):
        return False
    room = _width(before, page) - (before[-1].x1 - first.x0)
    return _next_word(second) > room


def _width(title: Row, page: Sequence[Row]) -> float:
    """Return how wide the column is in which a row stands."""
    middle = (title[0].x0 + title[-1].x1) / 2
    widths = sorted(row[-1].x1 - row[0].x0 for row in page if row[0].lines is None and row[0].x0 < middle < row[-1].x1)
    return widths[int(_FULL * len(widths))] if widths else 0.0


def _next_word(piece: Piece) -> float:
    """Return how wide the first word of a line is, with the blank before it."""
    text = piece.text.text.strip()
    size = (piece.x1 - piece.x0) / max(1, sum(1.0 if wide_character(c) else 0.5 for c in text))
    if wide_character(text[0]):
        return size
    word = _WORD.match(text)
    letters = word.group() if word else text
    cut = next((at for at, c in enumerate(letters) if wide_character(c)), len(letters))
    return size * 0.5 * (cut + 1)
