"""XLSX workbooks: sheets of values, bounded before they are parsed."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from xml.parsers import expat

from guizhang.diagnostics import Diagnostic
from guizhang.tables import faults
from guizhang.tables.parts import Package
from guizhang.tables.table import Damage, Row, Table, letters_column
from guizhang.tables.values import Values, texts
from guizhang.tables.worksheet import Worksheet, read_rows

Choice = Callable[[Sequence[Table]], Sequence[Table]]
"""From the beginnings of all sheets to those that are wanted as a whole."""

_BEGINNING = 20
"""Rows of a beginning."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    KeyError,
    IndexError,
    ValueError,
    ArithmeticError,
    NotImplementedError,
    RuntimeError,
    OSError,
)  # fmt: skip - a part under a password is a RuntimeError
_WAY = re.compile(
    r"""(?:IF\((?P<tested>[^"=]+)="","",)?"""
    r"""(?P<there>(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[\w.]+))!)?\$?(?P<letters>[A-Z]{1,3})\$?(?P<line>[0-9]+))"""
    r"""(?(tested)\)|)"""
)
"""A formula that says which cell is meant and no more: ``Responses!$A$2``, ``IF(Responses!A2="","",Responses!A2)``."""
_LONGEST_WAY = 8
"""So many cells may stand between a reference and what it comes to."""


def read(data: bytes, path: str, choose: Choice | None = None) -> tuple[tuple[Table, ...], list[Diagnostic]]:
    """Return the visible sheets that hold anything, in their order; all sheets where every one is hidden.

    Args:
        data: The file.
        path: How messages name it.
        choose: Which of the sheets are wanted; all are when absent.
    """
    try:
        package = Package(data)
        kind = _other_kind(package)
        if kind is not None:
            return (), [faults.other_office_file(path, *kind)]
        refusal = package.refusal()
        if refusal is not None:
            return (), [faults.refused_workbook(path, *refusal)]
        tables = _Workbook(package, path).tables(choose)
    except _BROKEN as error:
        return (), [faults.broken_workbook(path, str(error))]
    return tables, [] if tables else [faults.empty(path)]


def _other_kind(package: Package) -> tuple[str, str] | None:
    """Return what else an office program calls a file in an archive: its name and suffix."""
    if "mimetype" in package.names and "content.xml" in package.names:
        return "OpenDocument", "ODS"
    if "xl/workbook.bin" in package.names:
        return "XLSB", "XLSB"
    if "Index/Document.iwa" in package.names:
        return "Numbers", "Numbers"
    return None


class _Workbook:
    """One workbook being read."""

    def __init__(self, package: Package, path: str) -> None:
        self.package = package
        self.path = path
        workbook = package.part_of("", "officeDocument")
        if workbook is None:
            raise KeyError("xl/workbook.xml")
        related = package.related(workbook)
        self.parts: dict[str, str] = {}
        visible: list[str] = []
        for tag, attributes in package.tags(workbook):
            if tag != "sheet":
                continue
            kind, part = related[attributes["id"]]
            if kind == "worksheet":  # a sheet may be nothing but a chart
                self.parts[attributes["name"]] = part
                visible += [attributes["name"]] if attributes.get("state", "visible") == "visible" else []
        self.shown = visible or list(self.parts)
        self.values = Values(package, workbook)
        self.title = self._title()
        self.read: dict[str, Worksheet] = {}
        self.by_line: dict[str, dict[int, Row]] = {}

    def _title(self) -> str:
        properties = self.package.part_of("", "core-properties")
        if properties is None:
            return ""
        with self.package.open(properties) as stream:
            return next(iter(texts(stream, "title")), "")

    def tables(self, choose: Choice | None) -> tuple[Table, ...]:
        """Return the shown sheets that hold anything and are wanted."""
        wanted = self.shown
        if choose is not None and len(self.shown) > 1:
            beginnings = [self._table(name, self._rows(name, _begun)) for name in self.shown]
            wanted = [str(table.sheet) for table in choose([table for table in beginnings if _filled(table)])]
        whole = [self._table(name, self._sheet(name)) for name in wanted]
        return tuple(table for table in map(self._followed, whole) if _filled(table))

    def _rows(self, name: str, enough: Callable[[list[Row]], bool] | None = None) -> Worksheet:
        with self.package.open(self.parts[name]) as stream:
            return read_rows(stream, self.values, enough)

    def _sheet(self, name: str) -> Worksheet:
        if name not in self.read:
            self.read[name] = self._rows(name)
        return self.read[name]

    def _table(self, name: str, sheet: Worksheet) -> Table:
        return Table(self.path, name, tuple(sheet.rows), self.title, tuple(sheet.merged))

    def _followed(self, table: Table) -> Table:
        """Return the table with what formulas come to that say no more than which cell is meant.

        Not every program stores the values of formulas; these need none.
        """
        name = str(table.sheet)
        if not self._sheet(name).unvalued:
            return table
        rows = []
        for row in table.rows:
            texts, damage = list(row.texts), dict(row.damage)
            for index, harm in row.damage.items():
                meant = self._meant(name, row.line, index) if harm is Damage.FORMULA else None
                if meant is not None:
                    texts[index], found = meant
                    damage.pop(index)
                    damage |= {index: found} if found else {}
            rows.append(replace(row, texts=tuple(texts), damage=damage))
        return replace(table, rows=tuple(rows))

    def _meant(self, name: str, line: int, index: int) -> tuple[str, Damage | None] | None:
        """Return text and damage of the cell a formula without a value leads to; ``None`` where that is no cell."""
        bare = False
        for _ in range(_LONGEST_WAY):
            formula = self._sheet(name).unvalued.get((line, index))
            if formula is None:
                row = self._lines(name).get(line)
                found = (row.text(index), row.damage.get(index)) if row else ("", None)
                return None if bare and found == ("", None) else found  # a bare reference to nothing shows 0
            way = _WAY.fullmatch(formula)
            if way is None or (way["tested"] or way["there"]) != way["there"]:
                return None
            bare = bare or not way["tested"]
            name = (way["quoted"] or "").replace("''", "'") or way["plain"] or name
            index, line = letters_column(way["letters"]) - 1, int(way["line"])
            if name not in self.parts:
                return None
        return None

    def _lines(self, name: str) -> dict[int, Row]:
        if name not in self.by_line:
            self.by_line[name] = {row.line: row for row in self._sheet(name).rows}
        return self.by_line[name]


def _filled(table: Table) -> bool:
    return any(not row.blank for row in table.rows)


def _begun(rows: list[Row]) -> bool:
    """Tell whether a beginning is long enough: it holds something."""
    return len(rows) >= _BEGINNING and any(not row.blank for row in rows)
