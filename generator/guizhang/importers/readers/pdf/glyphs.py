"""Characters of one page with their places, upright; doubles and slanted text set apart."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from guizhang.importers.readers.pdf.kangxi import plain_ideographs
from guizhang.importers.readers.pdf.process import RawPage
from guizhang.importers.readers.pdf.worker import BOX, GENERATED, HYPHEN

_UPRIGHT = math.radians(4)
_QUARTER = math.pi / 2
_SAME_PLACE = 0.14
"""How far a fake-bold double stands off, as a share of its size; the narrowest letters are 0.2 apart."""
_PER_BLANK = 500
"""Most characters to one blank in a file that writes blanks."""
_TELLING = 40
"""So many Chinese characters without a blank beside one tell how a file is written."""
_LIGATURES = frozenset("ft")
_REPLACEMENT = "\ufffd"


@dataclass(slots=True)
class Glyph:
    """One native character."""

    char: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    size: float
    index: int
    """Its place in the file's own order."""
    obj: int
    angle: float
    """Against the page's upright; 0 for most."""
    spaced: bool
    """Whether a blank beside it would be written; where it would not, a gap is all there is of it."""
    leaping: bool = False
    """Whether within its drawing operation a blank between two Chinese characters is a gap, too."""

    @property
    def blank(self) -> bool:
        """Whether it is white space."""
        return self.char.isspace()


@dataclass(slots=True)
class Glyphs:
    """The native characters of a page, each in exactly one of the lists."""

    upright: list[Glyph]
    slanted: list[Glyph]
    doubles: list[Glyph]
    rules: list[tuple[float, float, float, float]]
    """Straight strokes, turned as the characters are."""
    dots: list[tuple[float, float, float, float]]
    """Small shapes, turned likewise."""
    unmapped: int
    """Characters the file gives no meaning for."""


@cache
def wide_character(char: str) -> bool:
    """Return whether *char* is set without word gaps: Chinese, its punctuation, full-width forms."""
    return unicodedata.east_asian_width(char) in "WF" and not "\uac00" <= char <= "\ud7af"


def blankless(pages: Sequence[RawPage]) -> bool:
    """Return whether a file draws Chinese characters one by one and writes no blanks among them, as Chromium does."""
    wide = alone = blanks = 0
    for page in pages:
        chars = [_character(code, flag) for code, flag in zip(page.codes, page.flags, strict=True)]
        singles = _alone(page)
        wide += sum(map(wide_character, chars))
        alone += sum(wide_character(chars[index]) for index in singles)
        blanks += sum(chars[index].isspace() for index in singles)
    return alone * 2 > wide and blanks * _PER_BLANK < alone


def leaps(pages: Sequence[RawPage]) -> bool:
    """Return whether a file has no blank beside any Chinese character: LibreOffice moves on instead of writing one."""
    wide = 0
    for page in pages:
        chars = [_character(page.codes[i], flag) for i, flag in enumerate(page.flags) if not flag & GENERATED]
        wide += sum(map(wide_character, chars))
        if any(
            {a.isspace(), b.isspace()} == {True, False} and (wide_character(a) or wide_character(b))
            for a, b in pairwise(chars)
        ):
            return False
    return wide >= _TELLING


def _alone(page: RawPage) -> frozenset[int]:
    """Return the indexes of the characters whose drawing operation draws nothing else."""
    own = [index for index, flag in enumerate(page.flags) if not flag & GENERATED]
    drawn = Counter(page.objects[index] for index in own)
    return frozenset(index for index in own if drawn[page.objects[index]] == 1)


def glyphs_of(page: RawPage, *, spaced: bool = True, leaping: bool = False) -> Glyphs:
    """Return the characters of *page*, turned so that most of them stand upright.

    Args:
        page: The page.
        spaced: Whether its file writes blanks among characters drawn one by one, too.
        leaping: Whether in its file blanks among Chinese characters are gaps.
    """
    chars = plain_ideographs("".join(_character(code, flag) for code, flag in zip(page.codes, page.flags, strict=True)))
    own = [index for index, flag in enumerate(page.flags) if not flag & GENERATED]
    unspaced = frozenset() if spaced else _alone(page)
    turn = _turn(page, own)
    upright: list[Glyph] = []
    slanted: list[Glyph] = []
    for index in own:
        x, y, left, bottom, right, top, angle = page.boxes[index * BOX : index * BOX + BOX]
        x, y = _turned(x, y, turn)
        left, bottom, right, top = turned_box(left, bottom, right, top, turn)
        angle = (angle - turn * _QUARTER + math.pi) % (2 * math.pi) - math.pi
        size = max(0.5, top - bottom)
        glyph = Glyph(
            chars[index],
            left,
            bottom,
            max(right, left),
            top,
            y,
            size,
            index,
            page.objects[index],
            angle,
            index not in unspaced,
            leaping,
        )
        (upright if abs(angle) <= _UPRIGHT else slanted).append(glyph)
    kept, doubles = _without_doubles(upright)
    rules, dots = (
        [turned_box(a, b, c, d, turn) for a, b, c, d in zip(*(iter(boxes),) * 4, strict=False)]
        for boxes in (page.rules, page.dots)
    )
    unmapped = sum(glyph.char == _REPLACEMENT for glyph in (*upright, *slanted))
    return Glyphs(kept, slanted, doubles, rules, dots, unmapped)


def _character(code: int, flag: int) -> str:
    """Return exactly one character, never a line feed: lines are made here, and offsets must hold."""
    if flag & HYPHEN:
        return "-"
    if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return _REPLACEMENT
    return " " if code in (9, 10, 11, 12, 13, 0x85, 0x2028, 0x2029) else chr(code)


def _turn(page: RawPage, own: Iterable[int]) -> int:
    """Return how many quarter turns most of the page's text is away from upright."""
    turns: Counter[int] = Counter()
    for index in own:
        angle = page.boxes[index * BOX + 6]
        quarters = round(angle / _QUARTER)
        if abs(angle - quarters * _QUARTER) <= _UPRIGHT:
            turns[quarters % 4] += 1
    return max(turns, key=lambda turn: (turns[turn], -turn)) if turns else 0


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    # PDFium's angles run clockwise, so turning the other way makes the text upright.
    return ((x, y), (-y, x), (-x, -y), (y, -x))[turn]


def turned_box(x0: float, y0: float, x1: float, y1: float, turn: int) -> tuple[float, float, float, float]:
    """Return a box after *turn* quarter turns, its corners in order again."""
    ax, ay = _turned(x0, y0, turn)
    bx, by = _turned(x1, y1, turn)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _without_doubles(glyphs: list[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """Return the glyphs without those printed twice at one place, which is how some writers make bold, and those."""
    kept: list[Glyph] = []
    doubles: list[Glyph] = []
    at: dict[tuple[str, int, int], list[Glyph]] = {}
    for glyph in glyphs:
        reach = max(0.3, glyph.size * _SAME_PLACE)
        column, row = int(glyph.x0 // 4), int(glyph.base // 4)
        near = (
            other
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for other in at.get((glyph.char, column + dx, row + dy), ())
            if abs(other.x0 - glyph.x0) <= reach
            and abs(other.base - glyph.base) <= reach
            and abs(other.size - glyph.size) <= glyph.size * 0.2
        )
        twin = next(near, None)
        if twin is not None and not glyph.blank and not _one_drawing(twin, glyph):
            doubles.append(glyph)
            continue
        kept.append(glyph)
        at.setdefault((glyph.char, column, row), []).append(glyph)
    return kept, doubles


def _one_drawing(a: Glyph, b: Glyph) -> bool:
    """Return whether two characters at one place are one ligature, or the text a file states for a drawing."""
    return a.obj == b.obj and (a.x0, a.base) == (b.x0, b.base) and (b.index - a.index > 1 or b.char in _LIGATURES)
