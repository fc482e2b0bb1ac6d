"""Characters to pieces of text, and pieces to rows, by their places alone: the order in a file is the writer's business."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low

from guizhang.importers.readers.pdf.glyphs import Glyph, wide_character
from guizhang.importers.readers.tables.heads import Area, Line

_SAME_BASELINE = 0.3
_PIECE_GAP = 0.8
"""Blank between characters, in ems, that parts pieces: narrower than any gutter, wider than a stretched word gap."""
_WORD_GAP = 0.17
_MIXED_GAP = 0.6
"""Typesetters put a quarter em between Chinese and Latin where the author typed no blank."""
_FEW = 2
"""Gaps that tell how far a line is stretched."""
_WIDE_GAP = 1.3
_UNWRITTEN_GAP = 0.7
"""Gap between Chinese characters that is a blank where the file writes none: that of a full-width one, less what is squeezed."""
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
    def pieces(self) -> list[tuple[str, bool]]:
        """The text in pieces, and whether each was made here."""
        out: list[tuple[str, bool]] = []
        place = 0
        for start, end in self.generated:
            out += [(self.text[place:start], False), (self.text[start:end], True)]
            place = end
        return [piece for piece in (*out, (self.text[place:], False)) if piece[0]]

    @property
    def native(self) -> str:
        """The characters of the file."""
        return "".join(text for text, made in self.pieces if not made)


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a ruled table."""

    xs: tuple[float, ...]
    """Where its columns begin and end."""
    lines: tuple[Line, ...]
    areas: tuple[Area, ...]


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
    spaced: bool = True
    """Whether a blank beside it would be written."""
    lines: list[Text] | None = None
    """For a table: its rows. A table is ordered as one piece."""
    table: Table | None = None
    """Its cells, where each row stands in one line."""
    dropped: list[tuple[str, str]] = field(default_factory=list)
    """Reason and text of what in it is no text: the names of columns that its rules say."""


def pieces_of(glyphs: Sequence[Glyph]) -> list[Piece]:
    """Return the pieces of some upright characters, in no particular order; every character is in one of them."""
    runs: list[list[Glyph]] = []
    for row in _baselines(glyphs):
        row.sort(key=lambda g: (g.x0, g.index))
        stretch = _stretch(row)
        start, last, reach = 0, row[0], _right(row[0])
        for i, glyph in enumerate(row[1:], start=1):
            gap = (_left(glyph) - reach) / max(last.size, glyph.size)
            if gap > _PIECE_GAP + stretch + 0.12 * _signs(last.char, glyph.char):
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
    spaced = all(glyph.spaced for glyph in run)
    stretch = _stretch(run)
    for glyph in run:
        text.add(Text(glyph.char), " " if last is not None and _parted(last, glyph, stretch) else "")
        last = glyph
    solid = [g for g in run if not g.blank] or run
    main = max(solid, key=lambda g: g.size)
    return Piece(text, *_box(run), main.base, main.size, min(g.index for g in run), spaced)


def _stretch(run: Sequence[Glyph]) -> float:
    """Return the gap, in ems, that a justified line has between its characters, where nothing but gaps tells blanks."""
    if all(glyph.spaced and not glyph.leaping for glyph in run):
        return 0.0
    pairs = [(a, b) for a, b in pairwise(run) if a.obj == b.obj or not (a.spaced and b.spaced)]
    gaps = [_gap(a, b) for a, b in pairs if wide_character(a.char) and wide_character(b.char)]
    return max(0.0, median_low(gaps)) if len(gaps) >= _FEW else 0.0


def _gap(a: Glyph, b: Glyph) -> float:
    return (b.x0 - a.x1) / max(a.size, b.size)


def _parted(a: Glyph, b: Glyph, stretch: float) -> bool:
    """Return whether a word ends between two neighbours although the file has no blank there."""
    if a.blank or b.blank:
        return False
    wide = wide_character(a.char) + wide_character(b.char)
    written = a.spaced and b.spaced
    if wide == 2:
        unwritten = not written or (a.leaping and a.obj == b.obj)
        return unwritten and _gap(a, b) - stretch > _WORD_GAP
    return _gap(a, b) - stretch > (_MIXED_GAP if wide and written else _WORD_GAP)


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
    if wide_character(before) and wide_character(after):
        return (
            " " if gap > (_WIDE_GAP if a.spaced and b.spaced else _UNWRITTEN_GAP) + 0.3 * _signs(before, after) else ""
        )
    return " " if gap > _WORD_GAP else ""


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
