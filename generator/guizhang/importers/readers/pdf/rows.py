"""Characters to pieces of text, and pieces to rows, by their places alone: the order in a file is the writer's business."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from guizhang.importers.readers.pdf.glyphs import Glyph

_SAME_BASELINE = 0.3
_PIECE_GAP = 0.8
"""Blank between characters, in ems, that parts pieces: narrower than any gutter, wider than a stretched word gap."""
_WORD_GAP = 0.17
_MIXED_GAP = 0.6
"""Typesetters put a quarter em between Chinese and Latin where the author typed no blank."""
_WIDE_GAP = 1.3
_TAB_GAP = 2.5
_RAISED = 0.82
_OPENING = frozenset("（《“‘【〔「『〈")
_CLOSING = frozenset("，。、；：！？）》”’】〕」』〉")


@dataclass(slots=True)
class Text:
    """Printed text and which of its characters were made here."""

    text: str = ""
    generated: list[tuple[int, int]] = field(default_factory=list)

    def add(self, other: Text, between: str = "") -> None:
        """Append *other* behind a made *between*."""
        if between:
            self.generated.append((len(self.text), len(self.text) + len(between)))
            self.text += between
        shift = len(self.text)
        self.generated += [(start + shift, end + shift) for start, end in other.generated]
        self.text += other.text

    @property
    def native(self) -> str:
        """The characters of the file."""
        out, place = [], 0
        for start, end in self.generated:
            out.append(self.text[place:start])
            place = end
        return "".join([*out, self.text[place:]])


@dataclass(slots=True)
class Piece:
    """A run of text without a wide gap."""

    text: Text
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    size: float
    index: int
    """Place of its first character in the file's order."""
    lines: list[Text] | None = None
    """For a table: its rows. A table is ordered as one piece."""


def pieces_of(glyphs: Sequence[Glyph]) -> list[Piece]:
    """Return the pieces of some upright characters, in no particular order; every character is in one of them."""
    runs: list[list[Glyph]] = []
    for row in _baselines(glyphs):
        row.sort(key=lambda g: (g.x0, g.index))
        start, last, reach = 0, row[0], _right(row[0])
        for i, glyph in enumerate(row[1:], start=1):
            gap = (_left(glyph) - reach) / max(last.size, glyph.size)
            if gap > _PIECE_GAP + 0.12 * _signs(last.char, glyph.char):
                runs.append(row[start:i])
                start, reach = i, _right(glyph)
            # A lone blank may be the one a wrapped line ends with, hanging into the gutter; a row of them is typed.
            if not glyph.blank or last.blank:
                reach = max(reach, _right(glyph))
            last = glyph
        runs.append(row[start:])
    return [_piece(run) for run in _with_raised(runs)]


def _baselines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=lambda g: (-g.base, g.x0, g.index)):
        if rows and base - glyph.base <= _SAME_BASELINE * min(size, glyph.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            base, size = glyph.base, glyph.size
    return rows


def _with_raised(runs: list[list[Glyph]]) -> list[list[Glyph]]:
    """Return the runs with small raised or lowered ones (m², footnote signs) taken into the run they stand at."""
    boxes = [_box(run) for run in runs]
    sizes = [max(g.size for g in run) for run in runs]
    home = list(range(len(runs)))
    order = sorted(range(len(runs)), key=lambda i: -boxes[i][3])
    for place, i in enumerate(order):
        for j in order[max(0, place - 40) : place + 40]:
            if sizes[i] <= sizes[j] * _RAISED and _touches(boxes[i], boxes[j], sizes[j]):
                home[i] = j
                break
    merged: dict[int, list[Glyph]] = {}
    for i, run in enumerate(runs):
        target = i
        while home[target] != target:  # sizes fall strictly along the way, so it ends
            target = home[target]
        merged.setdefault(target, []).extend(run)
    for run in merged.values():
        run.sort(key=lambda g: (g.x0, g.index))
    return list(merged.values())


def _touches(small: tuple[float, ...], large: tuple[float, ...], size: float) -> bool:
    gap = max(small[0] - large[2], large[0] - small[2])
    overlap = min(small[3], large[3]) - max(small[1], large[1])
    return gap <= 0.3 * size and overlap >= 0.5 * (small[3] - small[1])


def _box(run: Sequence[Glyph]) -> tuple[float, float, float, float]:
    solid = [g for g in run if not g.blank] or run
    return (
        min(map(_left, solid)),
        min(g.y0 for g in solid),
        max(map(_right, solid)),
        max(g.y1 for g in solid),
    )


# Half of a full-width sign is empty; at the edge of a column typesetters push that half out into the gutter.


def _left(glyph: Glyph) -> float:
    return glyph.x0 + (glyph.x1 - glyph.x0) * 0.45 if glyph.char in _OPENING else glyph.x0


def _right(glyph: Glyph) -> float:
    return glyph.x1 - (glyph.x1 - glyph.x0) * 0.45 if glyph.char in _CLOSING else glyph.x1


def _signs(before: str, after: str) -> int:
    """Return how many empty halves of signs stand between two characters."""
    return (before in _CLOSING) + (after in _OPENING)


def _piece(run: list[Glyph]) -> Piece:
    text = Text()
    last: Glyph | None = None
    for glyph in run:
        text.add(Text(glyph.char), " " if last is not None and _parted(last, glyph) else "")
        last = glyph
    solid = [g for g in run if not g.blank] or run
    main = max(solid, key=lambda g: g.size)
    return Piece(text, *_box(run), main.base, main.size, min(g.index for g in run))


def _parted(a: Glyph, b: Glyph) -> bool:
    """Return whether a word ends between two neighbours although the file has no blank there."""
    if a.blank or b.blank:
        return False
    gap = (b.x0 - a.x1) / max(a.size, b.size)
    wide = wide_character(a.char) + wide_character(b.char)
    return wide < 2 and gap > (_MIXED_GAP if wide else _WORD_GAP)


@cache
def wide_character(char: str) -> bool:
    """Return whether *char* is set without word gaps: Chinese, its punctuation, full-width forms."""
    return unicodedata.east_asian_width(char) in "WF" and not "\uac00" <= char <= "\ud7af"


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Return the pieces by rows, top to bottom, each row from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (-p.base, p.x0, p.index)):
        if rows and piece.lines is None and _level(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda p: (p.x0, p.index))
    return rows


def _level(a: Piece, b: Piece) -> bool:
    return a.lines is None and abs(a.base - b.base) <= _SAME_BASELINE * min(a.size, b.size)


def join_row(row: Sequence[Piece], tab: str = "\t") -> Text:
    """Return one row as one line: a made blank between words, a made tab across a wide gap."""
    text = Text()
    spread = len(row) > 1 and all(len(p.text.text.strip()) == 1 and wide_character(p.text.text.strip()) for p in row)
    last: Piece | None = None
    for piece in row:
        text.add(piece.text, "" if last is None or spread else _between(last, piece, tab))
        last = piece
    return text


def _between(a: Piece, b: Piece, tab: str) -> str:
    gap = (b.x0 - a.x1) / max(a.size, b.size)
    if gap > _TAB_GAP:
        return tab
    before, after = a.text.text[-1:], b.text.text[:1]
    if before.isspace() or after.isspace():
        return ""
    wide = wide_character(before) and wide_character(after)
    return " " if gap > (_WIDE_GAP + 0.3 * _signs(before, after) if wide else _WORD_GAP) else ""


def join_lines(lines: Sequence[Piece], edge: float) -> Text:
    """Return the lines of one table cell as one: a wrapped line goes on, a line that ended early gets a made blank.

    Args:
        lines: The cell's lines in order.
        edge: Where the cell ends on the right.
    """
    text = Text()
    last: Piece | None = None
    for line in lines:
        between = ""
        if last is not None:
            before, after = text.text[-1:], line.text.text[:1]
            wraps = last.x1 > edge - 2.2 * last.size and (
                wide_character(before) or wide_character(after) or before == "-"
            )
            stacked = len(last.text.text) == 1 and wide_character(before)
            between = "" if wraps or stacked or before.isspace() or after.isspace() else " "
        text.add(line.text, between)
        last = line
    return text
