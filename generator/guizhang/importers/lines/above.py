"""What the line above a label says of it: a colon introduces its list, a short line names the part it belongs to."""

from __future__ import annotations

import re

from guizhang.importers.lines.folded import Line

_NO_GROUP = re.compile(
    r"[。!?;:,]|^[\d一二三四五六七八九十a-zA-Z]{1,3}[、.)]|^第.{1,3}[章节条]|^[(（][\d一二三四五六七八九十a-z]{1,3}[)）]|^[①-⑳⑴-⒇]"
)
_CLAUSE = re.compile(r"[。!?;,:]")
_HEADING = 24
"""Longest heading, its label included."""
_GROUP = 12
"""Longest name of a part of a list."""


def colon_above(text: str, line: Line) -> int | None:
    """Return the index of the line above, blank ones aside, if it ends with a colon.

    Where the words before the colon stand apart behind a stop and a blank (…； 工作要求：) they are a heading that lost
    its line: they introduce a list, but not one inside the item they are glued to, so no line is named (-1).
    """
    begin, end = _line_above(text, line.start)
    if _is_group(text, begin, end):
        # (一般物料) between the colon and its list names a part of the list.
        begin, end = _line_above(text, begin)
    if end <= 0 or text[end - 1] != ":":
        return None
    stop = max(text.rfind("; ", begin, end), text.rfind("。 ", begin, end))
    return -1 if stop >= 0 and end - 1 - stop <= 24 else line.number - 1 - text.count("\n", end, line.start)


def is_grouped(text: str, line: Line) -> bool:
    """Return whether the line above is the name of a part of the list."""
    return _is_group(text, *_line_above(text, line.start))


def heading_above(text: str, line: Line) -> int | None:
    """Return the index of the line above, blank ones aside, if it is as short as a heading and says no clause."""
    begin, end = _line_above(text, line.start)
    if not 0 < end - begin <= _HEADING or _CLAUSE.search(text, begin, end):
        return None
    return line.number - 1 - text.count("\n", end, line.start)


def _line_above(text: str, place: int) -> tuple[int, int]:
    """Return where the last line before *place* that is not blank begins and ends."""
    while place > 0 and text[place - 1] in " \n\r":
        place -= 1
    return text.rfind("\n", 0, place) + 1, place


def _is_group(text: str, begin: int, end: int) -> bool:
    words = text[begin:end].strip()
    return 0 < len(words) <= _GROUP and not _NO_GROUP.search(words)
