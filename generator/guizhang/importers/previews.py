"""The beginning of a text said once more over it, in one line, as pages introduce what they show: 本文简介：第一章 总则 第一条 ….

Every word of such a line stands below, so nothing is lost with it.
"""

from __future__ import annotations

from guizhang.importers.lines import Line
from guizhang.importers.verdicts import CHROME, Verdict
from guizhang.zh.folding import Folded

_FIRST = 30
"""Lines of a file that may be a preview."""
_SHORTEST, _LONGEST = 80, 1500
"""Characters of a preview."""
_PIECE = 24
"""Characters that are looked for at a time."""
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
    text = "".join(view.text[line.start : line.end].rstrip(".…").split())
    below = "".join(view.text[line.end : line.end + _AHEAD].split())
    colon = text.find(":", 0, _INTRODUCED) + 1
    place = 0
    pieces = [text[at : at + _PIECE] for at in range(colon, len(text) - _PIECE + 1, _PIECE)]
    for piece in pieces:
        place = below.find(piece, place)
        if place < 0:
            return False
    return len(pieces) > 1
