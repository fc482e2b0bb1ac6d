"""Where everything on an answer sheet goes.

Sections follow each other; the cells of one stand in columns of one width and are filled line by line. The head of the
first page has the same height whether a name is printed in it or a number filled in, so that one mask serves both.
"""

from __future__ import annotations

from dataclasses import dataclass

from guizhang.exam.answersheets.cells import ID_DIGITS, RADIUS, Cell, cells, digits
from guizhang.exam.answersheets.structure import Structure, spelt
from guizhang.model.answer_sheet import CANDIDATE, AnswerSheet, Box, Bubbles, Heading, SheetPage
from guizhang.model.form import PaperSize

PAGE: dict[PaperSize, tuple[float, float]] = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height."""
LARGE = 1.5
"""How much larger bubbles, and what belongs to them, are in large print."""

MARK = 5.0
EDGE = 12.5
"""From the edge of the page to the centre of a corner mark: no office printer leaves more than 10 mm white."""
UPRIGHT = (19.5, 12.5, 2.5)
QR = 22.0
SIDE = 16.0
"""White left and right of the bubbles."""
TITLE = (9.0, 24.0)
"""Upper edge and height of the zone with title, form and QR code."""
_BELOW_TITLE = sum(TITLE) + 2.0
ID_LABEL = 5.0
"""Above the boxes for the candidate's number."""
_BOTTOM = 21.0
_HEADING = 5.5
_SECTION_GAP = 2.0
"""Above a heading, beyond the gap between lines of cells."""
_GAP = 2.4
"""Between one line of cells and the next."""
_COLUMN_GAP = 5.0
_MOST_COLUMNS = 4


@dataclass
class _Page:
    y: float
    headings: list[Heading]
    bubbles: list[Bubbles]
    boxes: list[Box]


def answer_sheet(terms: Structure, size: PaperSize, *, large_print: bool = False) -> AnswerSheet:
    """Return the answer sheet for questions of this kind.

    Args:
        terms: What the questions are.
        size: Size of the page.
        large_print: Whether bubbles are half as large again.
    """
    scale = LARGE if large_print else 1.0
    width, height = PAGE[size]
    first = _Page(_BELOW_TITLE, [], [], [])
    number_cell = digits(CANDIDATE, ID_DIGITS)
    _place(first, number_cell, width - SIDE - number_cell.width * scale, _BELOW_TITLE + ID_LABEL * scale, scale)
    first.y = _BELOW_TITLE + (ID_LABEL + number_cell.height) * scale + 3.0
    pages = _filled(terms, first, width - 2 * SIDE, height, scale)
    return AnswerSheet(
        structure=spelt(terms),
        large_print=large_print,
        width=width,
        height=height,
        radius=round(RADIUS * scale, 2),
        mark=MARK,
        marks=tuple((x, y) for y in (EDGE, height - EDGE) for x in (EDGE, width - EDGE)),
        upright=UPRIGHT,
        qr=(width - EDGE - MARK - 2.5 - QR, TITLE[0], QR),
        pages=tuple(
            SheetPage(headings=tuple(p.headings), bubbles=tuple(p.bubbles), boxes=tuple(p.boxes)) for p in pages
        ),
    )


def _filled(terms: Structure, first: _Page, usable: float, height: float, scale: float) -> list[_Page]:
    """Return the pages: *first*, below what stands on it already, and those the questions need beside it."""
    pages = [first]
    number = 1
    for index, section in enumerate(terms):
        found = list(cells(section, number))
        number += len(section)
        columns = _columns(found, usable / scale)
        headed = False
        pages[-1].y += _SECTION_GAP * scale if index else 0.0
        for band in (found[start : start + columns] for start in range(0, len(found), columns)):
            tall = max(cell.height for cell in band) * scale
            if pages[-1].y + (0 if headed else _HEADING * scale) + tall > height - _BOTTOM:
                pages.append(_Page(_BELOW_TITLE + 1.0, [], [], []))
                headed = False
            page = pages[-1]
            if not headed:
                page.headings.append(Heading(index, round(page.y, 2)))
                page.y += _HEADING * scale
                headed = True
            for column, cell in enumerate(band):
                _place(page, cell, SIDE + column * usable / columns, page.y, scale)
            page.y += tall + _GAP * scale
    return pages


def _columns(found: list[Cell], usable: float) -> int:
    widest = max((cell.width for cell in found), default=usable)
    return max(1, min(_MOST_COLUMNS, int((usable + _COLUMN_GAP) / (widest + _COLUMN_GAP))))


def _place(page: _Page, cell: Cell, x: float, y: float, scale: float) -> None:
    page.bubbles += (
        b._replace(x=_at(x, b.x, scale), y=_at(y, b.y, scale), dx=_at(0, b.dx, scale), dy=_at(0, b.dy, scale))
        for b in cell.bubbles
    )
    page.boxes += (
        b._replace(
            x=_at(x, b.x, scale), y=_at(y, b.y, scale), width=_at(0, b.width, scale), height=_at(0, b.height, scale)
        )
        for b in cell.boxes
    )


def _at(start: float, way: float, scale: float) -> float:
    return round(start + way * scale, 2)
