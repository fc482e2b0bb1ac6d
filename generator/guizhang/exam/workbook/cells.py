"""Cells of the exam's workbooks by their coordinates, with the looks they share."""

from __future__ import annotations

from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.tables.book import Book, save, write_text

THIN = Side(style="thin", color="FF999999")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
OPEN = Protection(locked=False)
BOLD = Font(name="Calibri", size=11, bold=True)
CENTRE = Alignment(horizontal="center", vertical="center")
HEAD = Alignment(horizontal="center", vertical="center", wrap_text=True)


def put_text(sheet: Worksheet, where: str, text: str, *, bold: bool = False) -> Cell:
    """Write *text* as text: rule text and names can never become a formula."""
    cell: Cell = sheet[where]
    write_text(cell, text)
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
    book.properties.title = title
    return save(Book(book))
