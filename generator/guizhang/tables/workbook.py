"""XLSX workbooks: sheets of values, bounded before they are parsed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import ParseError

from guizhang.diagnostics import Diagnostic
from guizhang.tables import faults
from guizhang.tables.delimited import damage_of
from guizhang.tables.table import Damage, Row, Table, letters_column

MAX_UNPACKED_BYTES = 512 * 1024 * 1024
MAX_PARTS = 2_000
_BROKEN = (zipfile.BadZipFile, zlib.error, ParseError, EOFError, KeyError, ValueError, TypeError, OSError)
_MOST_EXACT = 10**15
"""A spreadsheet keeps 15 digits of a number."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')
_EDGES = " \t\r\n\u3000\u00a0\ufeff\u200b"


def read(data: bytes, path: str) -> tuple[tuple[Table, ...], list[Diagnostic]]:
    """Return the visible sheets that hold anything, in their order; all sheets where every one is hidden.

    Args:
        data: The file.
        path: How messages name it.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        refusal = _out_of_bounds(data)
        if refusal is not None:
            return (), [faults.refused_workbook(path, *refusal)]
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or list(book.worksheets)
        title = book.properties.title or ""
        tables = tuple(_table(data, sheet, path, title) for sheet in sheets)
    except (*_BROKEN, InvalidFileException) as error:
        return (), [faults.broken_workbook(path, str(error))]
    filled = tuple(table for table in tables if any(not row.blank for row in table.rows))
    return filled, [] if filled else [faults.empty(path)]


def _out_of_bounds(data: bytes) -> tuple[str, str] | None:
    """Return why this archive is not unpacked, in zh and en."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MAX_PARTS:
            return f"压缩包里有 {len(parts)} 个部件", f"the archive holds {len(parts)} parts"
        unpacked = sum(part.file_size for part in parts)
        if unpacked > MAX_UNPACKED_BYTES:
            return f"解压后有 {unpacked:,} 字节", f"it unpacks to {unpacked:,} bytes"
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                with archive.open(part) as stream:
                    # A document type must stand before the root element; workbooks have none, entity bombs do.
                    if b"<!DOCTYPE" in stream.read(65_536).replace(b"\x00", b""):
                        return f"{part.filename} 含有文档类型声明", f"{part.filename} declares a document type"
    return None


def _table(data: bytes, sheet: Any, path: str, title: str) -> Table:
    sheet.reset_dimensions()  # the stored size of a sheet is often wrong, and cells beyond it would be dropped
    formulas = False
    rows = []
    for line, cells in enumerate(sheet.iter_rows(), start=1):
        texts: list[str] = []
        damage: dict[int, Damage] = {}
        for index, cell in enumerate(cells):
            kind = cell.data_type
            if kind == "f":
                formulas = True
                damage[index] = Damage.FORMULA
                texts.append("")
                continue
            text, harm = _value(cell, kind)
            if harm is not None:
                damage[index] = harm
            texts.append(text)
        rows.append(Row(line, tuple(texts), damage))
    if formulas:
        rows = list(_with_stored_values(data, sheet.title, rows))
    return Table(path, sheet.title, tuple(rows), title, _merged(data, sheet))


def _merged(data: bytes, sheet: Any) -> tuple[tuple[int, int, int, int], ...]:
    """Return the merged cells of a sheet, which reading row by row does not tell."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = _MERGED.findall(archive.read(sheet._worksheet_path))  # noqa: SLF001 - nothing public names the part
    return tuple(
        (int(top), letters_column(left.decode()), int(bottom), letters_column(right.decode()))
        for left, top, right, bottom in found
    )


def _with_stored_values(data: bytes, title: str, rows: list[Row]) -> Iterator[Row]:
    """Yield the rows with the value a program last stored for each formula; without one the cell stays damaged."""
    from openpyxl import load_workbook

    stored = load_workbook(io.BytesIO(data), read_only=True, data_only=True)[title]
    stored.reset_dimensions()
    for row, cells in zip(rows, stored.iter_rows(), strict=True):
        texts, damage = list(row.texts), dict(row.damage)
        for index, harm in row.damage.items():
            if harm is Damage.FORMULA and cells[index].value is not None:
                texts[index], now = _value(cells[index], cells[index].data_type)
                damage.pop(index)
                if now is not None:
                    damage[index] = now
        yield Row(row.line, tuple(texts), damage)


def _value(cell: Any, kind: str) -> tuple[str, Damage | None]:
    """Return a cell's value as the text a person would have typed, and what a program did to it."""
    value = cell.value
    if value is None:
        return "", None
    if isinstance(value, str):
        text = value.strip(_EDGES)
        if kind == "e":
            return text, Damage.FORMULA
        return text, damage_of(text) if len(text) >= 4 else None
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), None
    if isinstance(value, (datetime, date, time, timedelta)):
        return _printed(value), Damage.DATE
    number = Decimal(repr(value))
    if abs(number) >= _MOST_EXACT:
        return f"{number:f}", Damage.LONG_NUMBER
    if "%" in (cell.number_format or ""):
        return f"{_plain(number * 100)}%", None
    return _plain(number), None


def _printed(value: datetime | date | time | timedelta) -> str:
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        value = value.date()
    return str(value)


def _plain(number: Decimal) -> str:
    """Return 24 for 24.0; sheets know only floating-point numbers."""
    return f"{number.normalize():f}"
