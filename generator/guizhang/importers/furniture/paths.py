"""Paths and running heads that name what stands below: 首页 > 制度 > 考勤制度 over 考勤制度, again and again with other names.

What such a line says of itself differs from site to site, and so do its signs; that its last part is the line below does not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from guizhang.importers.lines.contents import bare_heading
from guizhang.importers.lines.folded import Line, ends_sentence
from guizhang.zh.folding import Folded

_STEP = re.compile(r" *[>›»▸→|｜\\] *| +[/·:-] +|(?<=[^\d ])/(?=[^\d ])|(?<=\S) {2,}(?=\S)")
_ARROW = re.compile(r" *[>›»▸→] *")
_NEAR = 6
_SIGNS = re.compile(r" {2}|[>›»▸→|｜\\/·:-]")
_LONGEST = 120
_NAME = 3
_SEVERAL = 2
_ONE = re.compile(r"手册|指南|\b(?:handbook|manual|guide)\b", re.IGNORECASE)
"""What is one document however many parts its pages name."""

_Front = tuple[str, ...]


def find_paths(view: Folded, lines: list[Line]) -> dict[int, int | None]:
    """Return index of each line that is a path -> index of the title it names in the line below, or None.

    Reads: view, lines. Writes: paths. Stands before all votes: it says of lines what no words do.
    """
    filled = [line.number - 1 for line in lines if not line.blank]
    found = _at_top(view, lines, filled)
    fronts: dict[_Front, list[tuple[int, int | None, str]]] = defaultdict(list)
    for index, below in pairwise(filled):
        start, end = lines[index].start, lines[index].end
        if end - start > _LONGEST or not _SIGNS.search(view.text, start, end):
            continue
        text = view.text[start:end]
        if ends_sentence(text):
            continue
        parts = [part for part in _STEP.split(text) if part]
        if len(parts) < _SEVERAL:
            continue
        front, last = tuple(parts[:-1]), parts[-1]
        named = len(last) >= _NAME and _names(last, view.text[lines[below].start : lines[below].end])
        fronts[front].append((index, below if named else None, last))
    for front, rows in fronts.items():
        if len({name for _, below, name in rows if below is not None}) < _SEVERAL:
            continue
        one = _ONE.search(front[-1])
        found |= {index: None if one else below for index, below, _ in rows}
    return found


def _at_top(view: Folded, lines: list[Line], filled: list[int]) -> dict[int, int | None]:
    """Return the first line of a file if it is a path: with arrows, and its last part stands again in one of the next few lines."""
    top = view.text[lines[filled[0]].start : lines[filled[0]].end] if filled else ""
    last = _ARROW.split(top)[-1]
    if last == top or len(top) > _LONGEST or len(last) < _NAME:
        return {}
    again = any(view.text[lines[i].start : lines[i].end].endswith(last) for i in filled[1 : 1 + _NEAR])
    return {filled[0]: None} if again else {}


def _names(last: str, text: str) -> bool:
    """Return whether the words are a line, or both are but for their labels; 四色胶印机 has none."""
    return last == text or bool({last.replace(" ", "").lower(), bare_heading(last)} & {bare_heading(text)})
