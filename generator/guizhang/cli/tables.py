"""Tables on the screen: heads fold before texts do, and figures and days are never broken."""

from __future__ import annotations

from collections.abc import Collection, Sequence

_WIDE = 200
"""Columns of a table that goes to a file or a pipe."""
_NARROWEST = 10
"""Columns a text is left where the terminal is narrow."""
_BETWEEN = 2
"""Columns between two columns of a table."""


def print_rows(heads: Sequence[str], rows: Sequence[Sequence[str]], figures: Collection[int] = ()) -> None:
    """Print a table as wide as the terminal allows.

    Args:
        heads: Heads of the columns.
        rows: Cells by row.
        figures: Columns, from 0, that stand right-justified and are not broken.
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as Plain

    console = Console()
    room = console.width if console.is_terminal else _WIDE
    widths = fitting(heads, rows, figures, room - _BETWEEN * (len(heads) - 1))
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True)
    for number, (head, width) in enumerate(zip(heads, widths, strict=True)):
        justify = "right" if number in figures else "left"
        table.add_column(Plain(head), justify=justify, overflow="fold", width=width)  # type: ignore[arg-type]
    for row in rows:
        # Names may hold square brackets, which rich would read as markup.
        table.add_row(*(Plain(cell) for cell in row))
    # Wider than the terminal where figures alone fill it: a line too long can be read, a figure cut off cannot.
    Console(width=max(room, sum(widths) + _BETWEEN * (len(heads) - 1))).print(table)


def fitting(heads: Sequence[str], rows: Sequence[Sequence[str]], figures: Collection[int], room: int) -> list[int]:
    """Return how wide each column is made, in cells of the terminal; together *room*, or more where that cannot be.

    A head may fold between words, a Chinese one in half; then texts share what figures leave.
    """
    from rich.cells import cell_len

    columns = range(len(heads))
    bodies = [max((cell_len(row[number]) for row in rows), default=0) for number in columns]
    widths = [max(body, cell_len(head)) for body, head in zip(bodies, heads, strict=True)]
    if sum(widths) <= room:
        return widths
    least = [max(body, _folded(head)) for body, head in zip(bodies, heads, strict=True)]
    texts = [number for number in columns if number not in figures]
    widths = [min(least[number], max(_NARROWEST, _folded(heads[number]))) if number in texts else least[number]
              for number in columns]  # fmt: skip
    # The column cut shortest is given the next cell, as long as there are any.
    while sum(widths) < room and (short := [number for number in texts if widths[number] < least[number]]):
        widths[min(short, key=lambda number: widths[number])] += 1
    return widths


def _folded(head: str) -> int:
    from rich.cells import cell_len

    words = head.split()
    longest = max(map(cell_len, words), default=0)
    wide = cell_len(head) > len(head)
    return max(4, -(-longest // 4) * 2) if wide else longest
