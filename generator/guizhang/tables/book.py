"""Workbooks that are the same bytes for the same content, whose texts stay texts and whose formulas carry their values.

A file written by openpyxl holds formulas without results, so previews and other programs would show empty cells until a
spreadsheet program has opened it. `save` puts the computed result beside each formula; programs that calculate do so
anyway, and tests hold the two against each other.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.parallel import aside
from guizhang.tables.bulk import LONGEST_TEXT
from guizhang.tables.comma import FORMULA_SIGNS
from guizhang.tables.packing import Deflated, deflated, pack, unpack

_PROPERTIES = "docProps/core.xml"
_STAMPED = rb"\g<1>2000-01-01T00:00:00Z\g<3>"
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*?)><f>(.*?)</f><v ?/?>(?:</v>)?</c>', re.DOTALL)
_DIMENSION = re.compile(rb"<dimension [^>]*/>")
_EMPTY_SHEET = re.compile(rb"<sheetData ?/>")


@dataclass(slots=True)
class Book:
    """A workbook being written, and the results of its formulas."""

    workbook: Workbook = field(default_factory=Workbook)
    results: dict[tuple[str, str], str | Decimal] = field(default_factory=dict)
    """Sheet and cell -> computed result."""
    bulk: dict[str, Callable[[], Iterable[str]]] = field(default_factory=dict)
    """Sheet -> what makes its rows as XML, which stand below those of openpyxl; see `guizhang.tables.bulk`."""
    _begun: dict[str, Callable[[], Deflated]] = field(default_factory=dict)
    """Sheet -> what gives it finished."""

    def sheet(self, title: str) -> Worksheet:
        """Return a new sheet; the first one takes the place of the empty sheet a workbook starts with."""
        active = self.workbook.active
        if isinstance(active, Worksheet) and active.title == "Sheet" and active.max_row == 1:
            active.title = title
            return active
        created: Worksheet = self.workbook.create_sheet(title)
        return created

    def text(self, sheet: Worksheet, row: int, column: int, value: str) -> Any:
        """Write *value* as text, whatever it begins with, and return the cell."""
        cell = sheet.cell(row, column)
        write_text(cell, value)
        return cell

    def number(
        self, sheet: Worksheet, row: int, column: int, value: Decimal | int | None, form: str = "General"
    ) -> Any:
        """Write a number with a number format and return the cell; ``None`` leaves it empty."""
        cell = sheet.cell(row, column)
        if value is not None:
            cell.value = value
            if form != "General":  # every cell has that already, and setting a format costs more than the number
                cell.number_format = form
        return cell

    def formula(
        self, sheet: Worksheet, row: int, column: int, formula: str, result: str | Decimal, form: str = "General"
    ) -> Any:
        """Write a formula (without ``=``) and what it comes to, and return the cell."""
        cell = sheet.cell(row, column)
        cell.value = f"={formula}"
        cell.number_format = form
        self.results[(sheet.title, cell.coordinate)] = result
        return cell

    def begin(self, *, small: bool) -> None:
        """Finish the sheets that are in `bulk`, each on a core that is free; nothing is written on them any more.

        Args:
            small: Whether they are less work than starting processes. The bytes are the same: styles get their numbers
                when a workbook is first written.
        """
        for _, title, data in self._parts():
            if title in self.bulk:
                self._begun[title] = aside(partial(self._finished, title, data), small=small, patient=True)

    def packed(self) -> bytes:
        """Return the workbook's bytes."""
        return pack(
            (name, self._begun[title]() if title in self._begun else self._finished(title, data))
            for name, title, data in self._parts()
        )

    def _parts(self) -> Iterator[tuple[str, str, bytes]]:
        """Yield the workbook as openpyxl writes it: name of a part, title where it is a sheet, content."""
        raw = io.BytesIO()
        self.workbook.save(raw)
        titles = {f"xl/worksheets/sheet{n}.xml": title for n, title in enumerate(self.workbook.sheetnames, start=1)}
        for name, data in unpack(raw.getvalue()):
            yield name, titles.get(name, ""), _TIMES.sub(_STAMPED, data) if name == _PROPERTIES else data

    def _finished(self, title: str, data: bytes) -> Deflated:
        """Return a part with the results of its formulas, and its rows."""
        if any(sheet == title for sheet, _ in self.results):
            data = _with_results(data.decode(), title, self.results).encode()
        return deflated(_with_rows(data, self.bulk[title]()) if title in self.bulk else data)


def write_text(cell: Any, value: str) -> None:
    """Write *value* as text, whatever it begins with: rule texts and names can never become a formula."""
    plain = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:LONGEST_TEXT]
    cell.value = plain or None
    if plain and plain[0] in FORMULA_SIGNS:
        cell.data_type = "s"  # openpyxl takes a leading = for a formula
        cell.quotePrefix = True  # and a spreadsheet would, as soon as somebody edits the cell


def save(book: Book) -> bytes:
    """Return the workbook's bytes: fixed times and properties, parts in the order written, results beside formulas."""
    properties = book.workbook.properties
    properties.creator = "guizhang"
    properties.title = ILLEGAL_CHARACTERS_RE.sub("", properties.title or "") or None
    properties.lastModifiedBy = None
    return book.packed()


def _with_rows(xml: bytes, rows: Iterable[str]) -> bytes:
    """Return the sheet with *rows* below its own; the size it states would be wrong, and nobody needs it."""
    head, _, tail = _EMPTY_SHEET.sub(b"<sheetData></sheetData>", xml).partition(b"</sheetData>")
    return b"".join((_DIMENSION.sub(b"", head), "".join(rows).encode(), b"</sheetData>", tail))


def _with_results(xml: str, title: str, results: dict[tuple[str, str], str | Decimal]) -> str:
    def fill(match: re.Match[str]) -> str:
        reference, attributes, formula = match.groups()
        result = results[(title, reference)]
        kind = ' t="str"' if isinstance(result, str) else ""
        value = escape(result) if isinstance(result, str) else f"{result:f}"
        return f'<c r="{reference}"{attributes}{kind}><f>{formula}</f><v>{value}</v></c>'

    return _FORMULA.sub(fill, xml)
