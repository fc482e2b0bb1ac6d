"""Ruled tables that are rules: a row becomes a numbered rule; a table goes on on the next page without its head."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from guizhang.importers.readers.pdf.rows import Piece, Table, Text
from guizhang.importers.readers.tables.rules import read_rules

_SAME_EDGE = 3.0
"""Points by which the edges of columns may differ from page to page."""


def read_tables(pages: Sequence[Sequence[Piece]], gone: Sequence[Container[int]]) -> None:
    """Write the tables of rules of a file as rules, in place.

    Args:
        pages: The pieces of each page.
        gone: Per page the id of each piece that is no text.
    """
    for tables in _runs(pages, gone):
        lines, areas, first = [], [], [0]
        for piece in tables:
            if piece.table is not None:
                lines += [replace(line, at=line.at + first[-1]) for line in piece.table.lines]
                areas += [(t + first[-1], left, b + first[-1], right) for t, left, b, right in piece.table.areas]
                first.append(max((line.at for line in lines), default=0))
        rules = read_rules(lines, areas, "table", "")
        if rules is None:
            continue
        for piece, (before, last) in zip(tables, pairwise(first), strict=True):
            piece.lines = [_text(row.parts) for row in rules.rows if before < row.number <= last]
            piece.dropped = [(reason, text) for reason, text, at in rules.dropped if before < at <= last]


def _runs(pages: Sequence[Sequence[Piece]], gone: Sequence[Container[int]]) -> Iterator[list[Piece]]:
    """Yield each table with those of the following pages in which it goes on."""
    run: list[Piece] = []
    for page, out in zip(pages, gone, strict=True):
        inside = sorted((p for p in page if id(p) not in out and (p.lines or p.text.text.strip())), key=lambda p: -p.y1)
        for place, piece in enumerate(inside):
            if piece.table is None:
                continue
            if run and not (place == 0 and _goes_on(run[-1].table, piece.table)):
                yield run
                run = []
            run.append(piece)
        if run and (not inside or inside[-1] is not run[-1]):
            yield run
            run = []
    if run:
        yield run


def _goes_on(above: Table | None, below: Table) -> bool:
    return (
        above is not None
        and len(above.xs) == len(below.xs)
        and all(abs(a - b) <= _SAME_EDGE for a, b in zip(above.xs, below.xs, strict=True))
    )


def _text(parts: Sequence[tuple[str, bool]]) -> Text:
    text = Text()
    for part, made in parts:
        text.add(Text(part, [(0, len(part))] if made else []))
    return text
