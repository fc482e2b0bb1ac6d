"""How options are laid out: four, two or one on a line, by the longest of them.

Decided once, so that the page in the browser and the PDF agree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from guizhang.exam.words import Run

# Half widths on a line of an A4 page at the size papers are set in, without indent and letter.
_LINE = 84
_LETTER = 4
_SEPARATOR = " / "


def width(text: str) -> int:
    """Return the width of *text* in half widths: a Chinese character takes two, a Latin letter one."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def columns(options: Sequence[Sequence[Run]]) -> int:
    """Return how many options stand on a line.

    Args:
        options: Each option's runs; on a bilingual paper they stand behind each other.
    """
    if not options:
        return 1
    longest = max(width(_SEPARATOR.join(run["text"] for run in option)) for option in options) + _LETTER
    fit = _LINE // longest
    if fit >= len(options) and len(options) <= 5:
        return max(len(options), 4)
    if fit >= 4:
        return 4
    return 2 if fit >= 2 else 1
