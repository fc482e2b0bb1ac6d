"""Cells of a workbook written safely, and the workbook's bytes without the time of day in them."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

_EPOCH = datetime(2026, 1, 1)  # noqa: DTZ001 - a fixed mark without a place on earth; openpyxl wants it naive
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
THIN = Side(style="thin", color="FF999999")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
OPEN = Protection(locked=False)
BOLD = Font(name="Calibri", size=11, bold=True)
CENTRE = Alignment(horizontal="center", vertical="center")
HEAD = Alignment(horizontal="center", vertical="center", wrap_text=True)


def put_text(sheet: Worksheet, where: str, text: str, *, bold: bool = False) -> Cell:
    """Write *text* as text: rule text and names can never become a formula."""
    cell: Cell = sheet[where]
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    if cell.value == "":
        cell.value = None
        return cell
    cell.data_type = "s"
    if cell.value[0] in "=+-@\t":
        # Without the mark the text would turn into a formula when somebody edits the cell.
        cell.quotePrefix = True
    if bold:
        cell.font = BOLD
    return cell


def put_number(sheet: Worksheet, where: str, number: Any) -> Cell:
    """Write a number."""
    cell: Cell = sheet[where]
    cell.value = float(number) if number != int(number) else int(number)
    cell.alignment = CENTRE
    return cell


def put_formula(sheet: Worksheet, where: str, formula: str) -> Cell:
    """Write a formula of our own; it is never built from rule text or names."""
    assert formula.startswith("=")
    cell: Cell = sheet[where]
    cell.value = formula
    return cell


def put_key(sheet: Worksheet, where: str, text: str) -> Cell:
    """Write what formulas compare with; ``24`` stays text, as the answers are taken as text."""
    cell = put_text(sheet, where, text)
    cell.number_format = "@"
    cell.alignment = CENTRE
    return cell


def saved(book: Workbook, title: str) -> bytes:
    """Return the workbook's bytes: the same content gives the same bytes."""
    book.properties.creator = "guizhang"
    book.properties.title = ILLEGAL_CHARACTERS_RE.sub("", title)
    book.properties.created = _EPOCH
    buffer = io.BytesIO()
    book.save(buffer)
    out = io.BytesIO()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            data = source.read(name)
            if name == "docProps/core.xml":
                # openpyxl writes the time of saving over whatever was set.
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-01-01T00:00:00Z", data)
            target.writestr(zipfile.ZipInfo(name, _ZIP_TIME), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
