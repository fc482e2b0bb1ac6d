"""Numbers that count what stands behind them: the points of an answer, the entries of a key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.zh.numerals import to_int

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_MARK = re.compile(
    rf"(?:^|(?<=[\s　;；。]))[ \t　]*(?:([（(])(\d{{1,3}}|[一二三四五六七八九十]+)[)）]|(\d{{1,3}})\s*([.．、)）:：])|([{_CIRCLED}]))\s*",
    re.MULTILINE,
)
_OVER = re.compile(r"(?:[;；\n]|[ \t　]{2})[ \t　]*\S+\s*$")
EDGES = " \t\n　;；"
"""What parts an entry from the next one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the start of a line or behind a mark."""

    number: int
    style: str
    """``.`` for 1. and 1．, ``(`` for (1) and （一）."""
    start: int
    end: int


def marks(text: str) -> Iterator[Mark]:
    """Yield the numbers in *text* that may begin an entry."""
    for match in _MARK.finditer(text):
        if match[1]:
            number = int(match[2]) if match[2].isdigit() else to_int(match[2]) or 0
            yield Mark(number, "(", match.start(), match.end())
        elif match[3]:
            yield Mark(int(match[3]), match[4].translate(_STYLES), match.start(), match.end())
        else:
            yield Mark(_CIRCLED.index(match[5]) + 1, "①", match.start(), match.end())


_STYLES = str.maketrans("．）：", ".):")


def counted(text: str, first: int = 1, *, skipping: bool = False) -> list[Mark]:
    """Return the numbers that count on from *first* in one style and have something behind them.

    ``1．按门铃；2．出示工作证`` counts 1 and 2; in ``1. 2.5小时`` the second number is part of what the first counts.
    With *skipping* a number may be left out where what stands before the next one is plainly over: ``1. 三声；3. 24小时``.
    """
    found: list[Mark] = []
    for mark in marks(text):
        due = found[-1].number + 1 if found else first
        between = text[found[-1].end : mark.start].strip(EDGES) if found else ""
        over = skipping and found and mark.number > due and _OVER.search(text[: mark.end])
        if (mark.number == due or over) and (not found or (mark.style == found[0].style and between)):
            found.append(mark)
    return found


def entries(text: str, first: int = 1) -> list[str]:
    """Return what is counted in *text* from *first*; nothing where it does not begin with that number."""
    found = counted(text, first)
    if not found or text[: found[0].start].strip():
        return []
    ends = [mark.start for mark in found[1:]] + [len(text)]
    return [text[mark.end : end].strip(EDGES) for mark, end in zip(found, ends, strict=True)]
