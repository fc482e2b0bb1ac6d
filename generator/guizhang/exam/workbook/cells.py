"""How the cells of the scoring workbook look: few colours, the same on every sheet."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import DataBarRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.tables.book import write_text

FACE = "Calibri"
INK, MUTED, ACCENT, GOOD, BAD, WAIT = "222222", "777777", "1F4E79", "1E6B34", "B00020", "8A5A00"
HEAD_FILL, SHUT_FILL = "E9EEF4", "F7F7F7"
BLANK_FILL, ODD_FILL = "FFF6DC", "FBE3DC"
_THIN = Side(style="thin", color="FFBFBFBF")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


@dataclass(frozen=True)
class Look:
    """How a cell looks and whether it takes typing."""

    open: bool = False
    centre: bool = True
    bold: bool = False
    size: int = 11
    ink: str = INK
    fill: str = ""
    shape: str = "General"
    grid: bool = True
    wrap: bool = False
    shrink: bool = False
    """Print a long text smaller instead of cutting it off."""


TYPED = Look(open=True, shape="@")
"""Typed as text, so that 007 stays 007 and 3-4 does not become a date."""
FIGURE = Look(open=True)
GIVEN = Look(centre=False, shape="@", shrink=True)
"""What the roster says."""
SHOWN = Look(fill=SHUT_FILL)
SHOWN_LEFT = Look(fill=SHUT_FILL, centre=False, shrink=True)
SHARE = Look(fill=SHUT_FILL, shape="0%")
SOME = Look(fill=SHUT_FILL, shape="0;-0;;@")
"""A count, of which none is not worth ink."""
HEAD = Look(bold=True, fill=HEAD_FILL, wrap=True)
TITLE = Look(centre=False, bold=True, size=16, ink=ACCENT, grid=False)
LINE = Look(centre=False, grid=False, wrap=True)
NOTE = Look(centre=False, grid=False, ink=MUTED)


_styles: WeakKeyDictionary[Workbook, dict[Look, StyleArray]] = WeakKeyDictionary()


def dress(cell: Any, look: Look) -> Any:
    """Give *cell* its look; openpyxl takes longer to compare fonts and fills than to write the cell, so once for each."""
    known = _styles.setdefault(cell.parent.parent, {})
    if look not in known:
        cell.font = Font(name=FACE, size=look.size, bold=look.bold, color=f"FF{look.ink}")
        cell.alignment = Alignment(
            horizontal="center" if look.centre else "left",
            vertical="center" if look.centre or not look.wrap else "top",
            wrap_text=look.wrap,
            shrink_to_fit=look.shrink,
        )
        cell.protection = Protection(locked=not look.open)
        cell.number_format = look.shape
        if look.grid:
            cell.border = _GRID
        if look.fill:
            cell.fill = PatternFill("solid", fgColor=f"FF{look.fill}")
        known[look] = cell._style  # noqa: SLF001 - the one way to use a style twice
    cell._style = copy(known[look])  # noqa: SLF001
    return cell


def put(sheet: Worksheet, where: str, value: str | Decimal | int, look: Look) -> Cell:
    """Write a text as text, whatever it begins with, or a number."""
    cell: Cell = dress(sheet[where], look)
    if isinstance(value, str):
        write_text(cell, value)
    else:
        cell.value = value
    return cell


def put_formula(sheet: Worksheet, where: str, expression: str, look: Look) -> Cell:
    """Write a formula of our own (without ``=``); it is never built from rule text or names."""
    cell: Cell = dress(sheet[where], look)
    cell.value = f"={expression}"
    return cell


def share_bars() -> Any:
    """Return the conditional format that draws a share of 0..1 as a bar."""
    return DataBarRule(start_type="num", start_value=0, end_type="num", end_value=1, color="FF9DB8D6")  # type: ignore[no-untyped-call]


def flag(*, ink: str = "", fill: str = "", bold: bool = False) -> Any:
    """Return what a conditional format changes."""
    return DifferentialStyle(
        font=Font(bold=bold or None, color=f"FF{ink}") if ink else None,
        fill=PatternFill("solid", bgColor=f"FF{fill}", fgColor=f"FF{fill}") if fill else None,
    )
