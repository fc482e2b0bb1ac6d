"""XLSX: one line per row, cells joined by tabs the reader makes; penalty tables are what companies keep in it.

Read with lxml, not openpyxl: a sheet with one cell at XFD1048576 must not cost memory, and text boxes must not get lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from lxml import etree

from guizhang.importers.readers.docx import describe, refusals
from guizhang.importers.readers.docx.archive import OLE, Archive, root_name
from guizhang.importers.readers.docx.names import number
from guizhang.importers.readers.docx.page import Row, put_together
from guizhang.importers.readers.extract import Dropped, Extract
from guizhang.importers.readers.xlsx_native import count
from guizhang.importers.readers.xlsx_numbers import BUILTIN, display

SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xls", ".et")
MAX_CELLS = 2_000_000
MAX_MERGED = 5_000
MAX_TEXT = 64 * 1024 * 1024

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_R_ID = re.compile(r"\{.*/relationships\}id$")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})$")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(slots=True)
class _Book:
    archive: Archive
    strings: list[tuple[str, str]]
    """Shared strings: text, and its phonetic guide."""
    formats: list[str]
    """Number format per cell style."""
    since_1904: bool
    dropped: list[Dropped] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    cells: int = 0
    size: int = 0

    def drop(self, reason: str, text: str, line: int) -> None:
        """Note text that is not shown; line feeds part lines and are no characters."""
        if text := text.replace("\n", ""):
            self.dropped.append(Dropped(reason, text, line))


def read(data: bytes) -> Extract:
    """Return the text of every sheet in order; hidden sheets, rows and columns are dropped with the reason.

    Args:
        data: The file's bytes; an Excel 97-2003 or WPS file is converted first.

    Raises:
        ImportRefused: It is password-protected, damaged, a bomb, no workbook, or has no text in it.
    """
    if data.startswith(OLE):
        if _ENCRYPTED in data:
            raise refusals.protected()
        from guizhang.importers.readers import office

        data = office.convert(data, ".xls", target="xlsx")
    if not data.startswith(b"PK"):
        raise refusals.other_kind(*describe(data), "Excel")
    archive = Archive(data)
    main = next((r.target for r in archive.relationships("").values() if r.kind == "officeDocument"), "xl/workbook.xml")
    if not archive.has(main) or root_name(archive.read(main)) != "workbook":
        raise refusals.other_kind("找不到工作簿", "it has no workbook in it", "Excel")
    root = archive.xml(main)
    links = archive.relationships(main)
    shared = next((r.target for r in links.values() if r.kind == "sharedStrings"), "xl/sharedStrings.xml")
    styles = next((r.target for r in links.values() if r.kind == "styles"), "xl/styles.xml")
    settings = next(root.iter("{*}workbookPr"), None)
    book = _Book(
        archive,
        [_string(si) for si in archive.xml(shared).iter("{*}si")] if archive.has(shared) else [],
        _formats(archive.xml(styles)) if archive.has(styles) else [],
        settings is not None and settings.get("date1904", "0") in {"1", "true"},
    )
    rows: list[Row] = []
    for sheet in root.iter("{*}sheet"):
        name = sheet.get("name", "")
        book.drop("sheet-name", name, 1)
        target = links.get(next((str(v) for k, v in sheet.attrib.items() if _R_ID.match(str(k))), ""))
        if target is not None and archive.has(target.target) and target.target.lower() not in book.seen:
            book.seen.add(target.target.lower())
            rows += _sheet(book, target.target, name, hidden=sheet.get("state", "visible") != "visible")
    _drop_rest(book)
    if not any(row.text.strip() for row in rows):
        raise refusals.wordless(any("/media/" in name for name in archive.names()))
    try:
        return put_together(rows, book.dropped, count(data))
    except expat.ExpatError as fault:
        raise refusals.damaged("工作表不是正确的 XML", "a sheet is not well-formed XML") from fault


def _sheet(book: _Book, part: str, name: str, *, hidden: bool) -> list[Row]:
    root = book.archive.xml(part)
    merged, columns_hidden = _merged(root), _hidden_columns(root)
    found: list[tuple[int, dict[int, list[str]]]] = []
    used: set[int] = set()
    at = 0
    for line in root.iter("{*}row"):
        at = number(line.get("r")) or at + 1
        gone = "hidden-sheet" if hidden else "hidden" if line.get("hidden") in {"1", "true"} else ""
        here = [area for area in merged if area[0] <= at <= area[2]]
        cells: dict[int, list[str]] = {}
        column = 0
        for cell in line.iter("{*}c"):
            book.cells += 1
            if book.cells > MAX_CELLS:
                raise refusals.oversized("单元格超过 200 万", "more than two million cells")
            column = _column(cell.get("r", "")) or column + 1
            text = _value(book, cell, at)
            reason = gone or ("hidden" if column in columns_hidden else "")
            if not reason and (_covered(here, at, column) or column in cells):
                reason = "merged-away"
            if reason:
                book.drop(reason, text, at)
            elif text:
                cells[column] = text.split("\n")
                used.add(column)
        if cells:
            found.append((at, cells))
    rows = _lines(book, name, found, sorted(used))
    for node in root.iter("{*}headerFooter"):
        for head in node:
            book.drop("running-head", _plain(head), 1)
    return rows + _around(book, part, name, hidden=hidden, last=at or 1)


def _lines(book: _Book, name: str, found: list[tuple[int, dict[int, list[str]]]], used: list[int]) -> list[Row]:
    """Return one line per row; a row that is one cell of several lines keeps its lines."""
    rows: list[Row] = []
    before = 0
    for at, cells in found:
        place = f"sheet {name}, row {at}"
        if rows and at - before > 1:
            rows.append(Row(at, place))
        before = at
        if len(cells) == 1:
            rows += [Row(at, place, [(text, False)] if text else []) for text in next(iter(cells.values()))]
        else:
            row = Row(at, place)
            last = max(cells)
            for column in used:
                if column > last:
                    break
                if row.parts or column != used[0]:
                    row.parts.append(("\t", True))
                for place_in_cell, text in enumerate(cells.get(column, ())):
                    row.parts += [(" ", True)] if place_in_cell else []
                    row.parts += [(text, False)] if text else []
            rows.append(row)
        book.size += sum(len(text) for text, _ in rows[-1].parts)
        if book.size > MAX_TEXT:
            raise refusals.oversized("文字超过 64 MB", "more than 64 MB of text")
    return rows


def _around(book: _Book, part: str, name: str, *, hidden: bool, last: int) -> list[Row]:
    """Return the text boxes of a sheet and drop its comments."""
    rows: list[Row] = []
    for link in book.archive.relationships(part).values():
        target = link.target.lower()
        if link.external or target in book.seen or not book.archive.has(target):
            continue
        if link.kind == "drawing":
            book.seen.add(target)
            for text in _paragraphs(book.archive.xml(target)):
                if hidden:
                    book.drop("hidden-sheet", text, last)
                else:
                    rows.append(Row(last, f"sheet {name}, text box", [(text, False)]))
        elif link.kind == "comments":
            book.seen.add(target)
            _drop_comments(book, target)
    return rows


def _drop_comments(book: _Book, part: str) -> None:
    for comment in book.archive.xml(part).iter("{*}comment"):
        match = _REFERENCE.match(comment.get("ref", ""))
        text = "".join(_plain(t) for t in comment.iter("{*}t"))
        book.drop("comment", text, int(match[2]) if match else 1)


def _drop_rest(book: _Book) -> None:
    """Account for sheets, comments and drawings nothing points to."""
    for part in book.archive.names():
        if part in book.seen or not part.endswith(".xml"):
            continue
        if part.startswith("xl/drawings/drawing"):
            for text in _paragraphs(book.archive.xml(part)):
                book.drop("unreferenced-part", text, 1)
        elif part.startswith("xl/comments"):
            _drop_comments(book, part)
        elif part.startswith("xl/worksheets/sheet"):
            book.seen.add(part)
            _sheet(book, part, part, hidden=True)


def _value(book: _Book, cell: etree._Element, at: int) -> str:
    """Return what a cell shows; a formula without a stored result is dropped, not shown."""
    kind = cell.get("t", "n")
    stored = next(cell.iterchildren("{*}v"), None)
    raw = "" if stored is None else _plain(stored)
    if kind == "inlineStr":
        text, ruby = _string(cell)
    elif kind == "s":
        index = number(raw.strip())
        text, ruby = book.strings[index] if index is not None and 0 <= index < len(book.strings) else ("", "")
    else:
        text, ruby = raw, ""
        if kind == "b":
            text = {"1": "TRUE", "0": "FALSE"}.get(raw, raw)
        elif kind == "n":
            style = number(cell.get("s"))
            code = book.formats[style] if style is not None and 0 <= style < len(book.formats) else "General"
            text = display(raw, code, since_1904=book.since_1904).replace("\r", "") if raw else ""
        elif kind == "str":
            text = _unescape(raw)
        if not raw:
            formula = "".join(_plain(f) for f in cell.iterchildren("{*}f"))
            book.drop("formula-without-result", formula, at)
    book.drop("ruby", ruby, at)
    return text


def _string(node: etree._Element) -> tuple[str, str]:
    """Return the text of a shared or inline string without its phonetic guide, and the guide."""
    text: list[str] = []
    ruby: list[str] = []
    for t in node.iter("{*}t"):
        into = ruby if next(t.iterancestors("{*}rPh"), None) is not None else text
        into.append(_unescape(_plain(t)))
    return "".join(text), "".join(ruby)


def _unescape(text: str) -> str:
    """Return *text* with Excel's _x000A_ escapes resolved; surrogates are damage and stay as written."""

    def one(match: re.Match[str]) -> str:
        code = int(match[1], 16)
        return match[0] if 0xD800 <= code < 0xE000 else chr(code)

    return _ESCAPE.sub(one, text).replace("\r", "")


def _plain(node: etree._Element) -> str:
    return "".join(str(part) for part in node.itertext()).replace("\r", "")


def _paragraphs(root: etree._Element) -> Iterator[str]:
    for p in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p"):
        text = "".join(_plain(t) for t in p.iter("{*}t")).replace("\n", "")
        if text:
            yield text


def _formats(root: etree._Element) -> list[str]:
    own = {number(n.get("numFmtId")): n.get("formatCode", "General") for n in root.iter("{*}numFmt")}
    styles = next(root.iter("{*}cellXfs"), None)
    ids = [] if styles is None else [number(xf.get("numFmtId")) or 0 for xf in styles]
    return [own.get(key) or BUILTIN.get(key, "General") for key in ids]


def _merged(root: etree._Element) -> list[tuple[int, int, int, int]]:
    """Return the merged areas as first row, first column, last row, last column."""
    areas: list[tuple[int, int, int, int]] = []
    for merge in root.iter("{*}mergeCell"):
        ends = [_REFERENCE.match(end) for end in merge.get("ref", "").split(":")]
        if len(ends) == 2 and ends[0] and ends[1]:
            areas.append((int(ends[0][2]), _column(ends[0][0]), int(ends[1][2]), _column(ends[1][0])))
    # Without them a value under a merged area is shown as a cell of its own: more text, not less.
    return areas if len(areas) <= MAX_MERGED else []


def _covered(areas: list[tuple[int, int, int, int]], row: int, column: int) -> bool:
    """Return whether a cell lies under a merged area without being its first."""
    return any(left <= column <= right and (row, column) != (top, left) for top, left, _, right in areas)


def _hidden_columns(root: etree._Element) -> set[int]:
    hidden: set[int] = set()
    for col in root.iter("{*}col"):
        first, last = number(col.get("min")), number(col.get("max"))
        if col.get("hidden") in {"1", "true"} and first and last:
            hidden |= set(range(first, min(last, 16_384) + 1))
    return hidden


def _column(reference: str) -> int:
    """Return the column of A1 as a number from 1, or 0 where there is none."""
    match = _REFERENCE.match(reference)
    total = 0
    for letter in match[1] if match else "":
        total = total * 26 + ord(letter) - 64
    return total
