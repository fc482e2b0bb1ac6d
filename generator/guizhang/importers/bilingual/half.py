"""One half of a source in two languages: a view in which the words of the other half are hidden."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from guizhang.importers.bilingual.segments import Segment
from guizhang.zh.folding import Folded, Mask, fold

OTHER = "other-language"
"""Why a mask hides words: the other half has them. They are kept all the same, as a translation."""
_BLANK_LINES = re.compile(r"(?:[ \t\u3000\r]*\n)*")


def half(whole: Folded, found: Sequence[Segment], hidden: Iterable[int]) -> Folded:
    """Return the view without the segments *hidden*, lines that hold nothing else and the blank lines behind them included.

    Args:
        whole: The view of all of the source.
        found: All segments.
        hidden: Indexes of those to hide.
    """
    out = set(hidden)
    shown = {segment.line for place, segment in enumerate(found) if place not in out}
    masks = [
        Mask(*found[place].cut, OTHER) if found[place].line in shown else _line(whole.source, found[place])
        for place in sorted(out)
    ]
    return fold(whole.source, [*masks, *whole.masks])


def _line(source: str, segment: Segment) -> Mask:
    """Return the mask over a whole line, with one of its line breaks."""
    start = source.rfind("\n", 0, segment.start) + 1
    stop = source.find("\n", segment.end)
    if stop < 0:
        return Mask(max(0, start - 1), len(source), OTHER)
    blank = _BLANK_LINES.match(source, stop + 1)
    return Mask(start, blank.end() if blank else stop + 1, OTHER)


def is_hidden(view: Folded, offset: int) -> bool:
    """Return whether the view does not show the character of the source at *offset*."""
    place = bisect_right(view.masks, offset, key=lambda mask: mask.start) - 1
    return place >= 0 and offset < view.masks[place].end
