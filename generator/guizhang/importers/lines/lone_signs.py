"""Lines with nothing but a sign that belongs to the text directly below: bullets on lines of their own, brackets opened."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from guizhang.importers.lines.folded import Line
from guizhang.importers.lines.labels import AT_START
from guizhang.zh.folding import Folded

_SEVERAL = 2
"""Lines with the same bullet that make a list; one may be a scrap."""
_BRACKETS = {"(": ")", "[": "]", "《": "》", "【": "】", "“": "”", "「": "」"}


def lone_signs(view: Folded, lines: list[Line]) -> set[int]:
    """Return the indexes of the lines that are no stray marks, though they have no word.

    Args:
        view: The folded text.
        lines: Its lines.
    """
    found: set[int] = set()
    bullets: dict[str, list[int]] = defaultdict(list)
    for line, below in pairwise(lines):
        if line.end - line.start != 1 or below.blank or below.end - below.start == 1:
            continue
        sign = view.text[line.start]
        if (closing := _BRACKETS.get(sign)) and view.text.find(closing, below.start, below.end) >= 0:
            found.add(line.number - 1)
        elif (label := AT_START.match(view.text, line.start, line.end)) and label["bullet"]:
            bullets[sign].append(line.number - 1)
    return found.union(*(places for places in bullets.values() if len(places) >= _SEVERAL))
