"""The beginning of a text said once more over it, in one line, as pages introduce what they show: 本文简介：第一章 总则 第一条 ….

Every word of such a line stands below, so nothing is lost with it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from guizhang.importers.lines.folded import Line
from guizhang.importers.lines.verdicts import CHROME, Verdict
from guizhang.zh.folding import Folded

_LABEL = re.compile(
    r"第[一二三四五六七八九十百\d]{1,3}[章节条]|[一二三四五六七八九十]{1,2}、|(?<!\d)\d{1,2}[、.](?!\d)|\([一二三四五六七八九十\d]{1,2}\)"
)
_LABELS = 2
_LINES = 3
"""Labels in a preview, and lines below that it runs through, at least."""
_FIRST = 30
"""Lines of a file that may be a preview."""
_SHORTEST, _LONGEST = 80, 1500
"""Characters of a preview."""
_PIECE = 24
"""Characters that are looked for at a time."""
_WORD = 3
"""Characters at the beginning of a text that no blank parts: looked for first, since it is seldom found."""
_AHEAD = 200_000
"""Characters below a preview in which it is looked for."""
_INTRODUCED = 30
"""Longest words before the text: whose title, 简介, a colon."""


def judge_previews(view: Folded, lines: list[Line]) -> dict[int, Verdict]:
    """Return a verdict for each long line near the top all of which is said again below it, in order.

    Reads: view, lines. Writes: verdicts. Stands apart from the votes: such a line has labels in it and reads like rules.
    """
    filled = [index for index, line in enumerate(lines) if not line.blank][:_FIRST]
    return {index: Verdict(CHROME, 0.8) for index in filled if _is_preview(view, lines[index])}


def _is_preview(view: Folded, line: Line) -> bool:
    if not _SHORTEST <= line.end - line.start <= _LONGEST:
        return False
    said = view.text[line.start : line.end].rstrip(".…")
    text = "".join(said.split())
    colon = text.find(":", 0, _INTRODUCED) + 1
    if (
        view.text.find(text[colon : colon + _WORD], line.end, line.end + _AHEAD) < 0
        or len(_LABEL.findall(said)) < _LABELS
    ):
        return False
    parts = ["".join(row.split()) for row in view.text[line.end : line.end + _AHEAD].split("\n")]
    below, ends = "".join(parts), list(accumulate(map(len, parts)))
    pieces = [text[at : at + _PIECE] for at in range(colon, len(text) - _PIECE, _PIECE)] + [text[-_PIECE:]]
    places = [0]
    for piece in pieces:
        places.append(below.find(piece, places[-1]))
        if places[-1] < 0:
            return False
    # A rule that stands in two documents stands on one line in both.
    return bisect_right(ends, places[-1]) - bisect_right(ends, places[1]) >= _LINES
