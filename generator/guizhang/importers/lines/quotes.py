"""Quoted speech: a label inside it is part of what somebody is to say."""

from __future__ import annotations

import re
from bisect import bisect_right

# What somebody is to say, over a few lines at most; straight marks count within a line only.
_QUOTED = re.compile('“[^“”]{1,300}”|「[^「」]{1,300}」|『[^『』]{1,300}』|(?<![0-9])"[^"\n]{1,200}"')


class Quotes:
    """The quotations of a text."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in _QUOTED.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def hold(self, place: int) -> bool:
        """Return whether the character at *place* is quoted."""
        found = bisect_right(self._starts, place) - 1
        return found >= 0 and self._starts[found] < place < self._ends[found]
