"""Plain text: nothing is stated; markup are only the signs before lines that a mail quotes and the frames of drawn tables."""

from __future__ import annotations

import re

from guizhang.importers.readers.reading import Reading
from guizhang.zh.folding import Mask

SUFFIXES = (".txt", ".text")
MARKUP = "markup"

_QUOTED = re.compile(r"(?:^[ ]{0,3}>[^\n]*(?:\n|\Z)){3,}", re.MULTILINE)
"""Three lines at least: one alone may say that something is greater."""
_FRAME = re.compile(r"^[ \t\u3000]*[┌├└┏┣┗╔╠╚╭╰][\u2500-\u257f \t\u3000]{3,}$", re.MULTILINE)
"""A line between the rows of a table that is drawn with signs."""
_QUOTE = re.compile(r"^[ ]{0,3}(?:>[ ]?)+", re.MULTILINE)


def read(source: str) -> Reading:
    """Return what is markup; structure is found by the stages."""
    quotes = [sign for block in _QUOTED.finditer(source) for sign in _QUOTE.finditer(source, *block.span())]
    return Reading(tuple(Mask(match.start(), match.end(), MARKUP) for match in [*quotes, *_FRAME.finditer(source)]))
