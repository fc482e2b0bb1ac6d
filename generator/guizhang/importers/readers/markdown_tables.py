"""Tables of Markdown: their bars are markup, and the reader parts the cells with tabs, as other readers do."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

UNDER_HEAD = r"[ ]{0,3}\|?(?:[ ]*:?-{2,}:?[ ]*\|)+(?:[ ]*:?-{2,}:?[ ]*)?"
"""The line under the head of a table."""
_UNDER_HEAD = re.compile(rf"{UNDER_HEAD}\r?")
_BAR = re.compile(r"[ \t]*(?<!\\)\|[ \t]*")


def part_cells(source: str, quoted: Container[int]) -> tuple[str, tuple[int, ...], list[tuple[int, int]]]:
    """Return the text with a tab before each mark between two cells, where the tabs stand in it, and the spans of what marks cells.

    Args:
        source: A Markdown text.
        quoted: Numbers from 1 of the lines in fenced blocks, which hold no tables.
    """
    lines = source.split("\n")
    rows = frozenset(_rows(lines, quoted))
    out: list[str] = []
    tabs: list[int] = []
    marks: list[tuple[int, int]] = []
    length = 0

    def add(piece: str, *, is_mark: bool = False) -> None:
        nonlocal length
        if is_mark and piece:
            marks.append((length, length + len(piece)))
        out.append(piece)
        length += len(piece)

    for index, line in enumerate(lines):
        place = 0
        end = len(line.rstrip())
        for bar in _BAR.finditer(line) if index in rows else ():
            add(line[place : bar.start()])
            if line[: bar.start()].strip() and bar.end() < end:
                tabs.append(length)
                add("\t")
            add(bar.group(), is_mark=True)
            place = bar.end()
        add(line[place:] + ("\n" if index + 1 < len(lines) else ""))
    return "".join(out), tuple(tabs), marks


def _rows(lines: Sequence[str], quoted: Container[int]) -> Iterator[int]:
    """Yield the indexes of the rows of tables: the head, and what follows the line under it up to one without a bar."""
    for index in range(1, len(lines)):
        if "|" not in lines[index - 1] or index + 1 in quoted or not _UNDER_HEAD.fullmatch(lines[index].rstrip()):
            continue
        yield index - 1
        for row in range(index + 1, len(lines)):
            if "|" not in lines[row]:
                break
            yield row
