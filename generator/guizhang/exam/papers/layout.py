"""How options are laid out: four, two or one on a line, by the longest of them; and where a long word may be broken.

Decided once, so that the page in the browser and the PDF agree.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from guizhang.exam.words import Run
from guizhang.model.form import PaperSize

# Of the printable ASCII characters from the blank on, in thousandths of the size of the type.
# Source: the horizontal metrics of Noto Sans CJK SC, whose Latin letters are wider than those of most fonts.
_ASCII = (
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555, 555, 555,
    555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812,
    723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620,
    554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338,
    270, 338, 555,
)  # fmt: skip
_OTHER_NARROW = 620
_MEETING = re.compile(r"[\u2e80-\u9fff](?=[0-9A-Za-z])|[0-9A-Za-z](?=[\u2e80-\u9fff])")
"""Where Chinese meets Latin, which are set a quarter of a size apart."""
_SEPARATOR = " / "

MARGIN_MM = 18
"""Left and right of the text; the template says the same."""
_WIDTH_MM = {"a4": 210.0, "letter": 215.9}
POINTS_PER_MM = 72 / 25.4
INDENT = 2.2
"""Room for the number before a question, in sizes of the type; the template says the same."""
LETTER = 1.5
"""Room for the letter before an option."""
GUTTER = 0.8
"""Between two options on a line."""

_LONG_WORD = re.compile(r"[^\s\u200b\u2e80-\uffff]{21,}")
_BREAK = "\u200b"

_REMEMBERED = 20_000
"""Texts whose width is kept: thousands of papers are made of the same few hundred questions."""

_RULING_MM, _RULING_LARGE_MM, _LARGE_FROM_PT = 8.5, 11.0, 12.0
_MANY_LINES, _LINES_BEGUN = 12, 4
"""More lines to write on than fit on half a page; and those of them that stay with the question."""
_TALL_LINES = 18
"""A question of more lines may be longer than a page of large print, and has to be measured before it is set."""


def width(text: str) -> int:
    """Return the width of *text* in half widths: a Chinese character takes two, a Latin letter one."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


@lru_cache(_REMEMBERED)
def extent(text: str) -> float:
    """Return the width of *text* on one line, in sizes of its type."""
    total = 0
    for c in text:
        place = ord(c) - 32
        if 0 <= place < len(_ASCII):
            total += _ASCII[place]
        else:
            total += 1000 if unicodedata.east_asian_width(c) in "WFA" else _OTHER_NARROW
    return total / 1000 + len(_MEETING.findall(text)) / 4


def room(paper: PaperSize, size_pt: float) -> float:
    """Return the width a question has for its options, in sizes of the type."""
    return (_WIDTH_MM[paper] - 2 * MARGIN_MM) * POINTS_PER_MM / size_pt - INDENT


def columns(options: Sequence[Sequence[Run]], width_em: float) -> int:
    """Return how many options stand on a line so that each keeps to one.

    Args:
        options: Each option's runs; on a bilingual paper they stand behind each other.
        width_em: What they have together, in sizes of the type.
    """
    if not options:
        return 1
    between = extent(_SEPARATOR)
    longest = max(sum(extent(run["text"]) for run in option) + between * (len(option) - 1) for option in options)
    on_one_line = [max(len(options), 4)] if len(options) <= 5 else []
    for count in (*on_one_line, 4, 2):
        if (width_em - (count - 1) * GUTTER) / count - LETTER >= longest:
            return count
    return 1


def ruling(size_pt: float) -> float:
    """Return how far the lines to write on are apart, in millimetres: whoever needs large print writes larger too."""
    return _RULING_LARGE_MM if size_pt > _LARGE_FROM_PT else _RULING_MM


def lines_together(lines: int) -> int:
    """Return how many of the lines to write on stay with their question.

    Those of a long answer go on over the page: before a question kept whole most of a page would be left empty.
    """
    return _LINES_BEGUN if lines > _MANY_LINES else lines


def tall(texts: Iterable[Sequence[Run]], width_em: float, more: int) -> bool:
    """Tell whether a question may be too tall for a page.

    Args:
        texts: Its stem, its options, its left sides.
        width_em: The width of a line, in sizes of the type.
        more: Lines to write on.
    """
    lines = sum(math.ceil(extent(run["text"]) / width_em) for text in texts for run in text)
    return lines + 2 * more > _TALL_LINES


def breakable(runs: list[Run]) -> list[Run]:
    """Return *runs* with a place to break after each letter of a word that might be longer than a line, as addresses are."""
    return [{**run, "text": broken(run["text"])} for run in runs]


@lru_cache(_REMEMBERED)
def broken(text: str, longest: int = 0) -> str:
    """Return *text* with the same places to break, in words of more than *longest* letters only."""
    return _LONG_WORD.sub(lambda word: word[0] if len(word[0]) <= longest else _BREAK.join(word[0]), text)
