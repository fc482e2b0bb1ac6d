"""Tables of Markdown: which lines are their rows."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from guizhang.importers.readers.tables.tabled import Block

UNDER_HEAD = r"[ ]{0,3}\|?(?:[ ]*:?-{2,}:?[ ]*\|)+(?:[ ]*:?-{2,}:?[ ]*)?"
"""The line under the head of a table."""
BAR = re.compile(r"[ \t]*(?<!\\)\|[ \t]*")
_UNDER_HEAD = re.compile(rf"{UNDER_HEAD}\r?")


def tables(source: str, quoted: Container[int]) -> Iterator[Block]:
    """Yield the tables: the head, and what follows the line under it up to one without a bar.

    Args:
        source: A Markdown text.
        quoted: Numbers from 1 of the lines in fenced blocks, which hold no tables.
    """
    lines = source.split("\n")
    behind = 0
    for index in range(1, len(lines)):
        under = _UNDER_HEAD.fullmatch(lines[index].rstrip())
        if index <= behind or "|" not in lines[index - 1] or index + 1 in quoted or under is None:
            continue
        behind = index
        while behind + 1 < len(lines) and "|" in lines[behind + 1]:
            behind += 1
        yield Block((index - 1, *range(index + 1, behind + 1)), BAR)
