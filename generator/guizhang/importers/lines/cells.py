"""What parts the cells of a table in a line of text: tabs, bars, wide blanks."""

from __future__ import annotations

import re

from guizhang.zh.folding import Folded

GAP = re.compile(r"\t+| *[|｜│┃║] *|[ \u3000]{2,}")
_CELLS = re.compile(rf"\S(?:{GAP.pattern})\S")
_RULED = re.compile(r"\S(?:\t+| *[|｜│┃║] *)\S")
_FAR = re.compile(r".{7,}\S(?:\t+|[ \u3000]{3,})\S")
"""Wide blanks behind more than a label: 第一条    员工 is no row."""

# All is asked of what is printed: the folded text has one blank for a tab and for many.


def has_cells(view: Folded, start: int, end: int) -> bool:
    """Return whether a line may be a row of a table, its cells parted by two blanks perhaps."""
    return bool(_CELLS.search(view.printed(start, end)))


def is_row(view: Folded, start: int, end: int) -> bool:
    """Return whether tabs or bars make a line a row of a table beyond doubt."""
    return bool(_RULED.search(view.printed(start, end)))


def stands_apart(view: Folded, start: int, end: int) -> bool:
    """Return whether a line has wide gaps in it, as no sentence does that the page's width has broken."""
    return bool(_FAR.match(view.printed(start, end)))


def with_tabs(view: Folded, start: int, end: int) -> str:
    """Return the folded text of a line with the tabs between its cells, which folding makes blanks."""
    if start >= end or view.source.find("\t", view.origin(start), view.origin(end - 1)) < 0:
        return view.text[start:end]
    return "".join(
        "\t" if view.source[view.origin(at) : view.origin(at) + 1] == "\t" else view.text[at]
        for at in range(start, end)
    )
