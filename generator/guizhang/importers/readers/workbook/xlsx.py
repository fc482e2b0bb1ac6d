"""XLSX: one line per row, cells joined by tabs the reader makes; penalty tables are what companies keep in it.

Read with lxml, not openpyxl: a sheet with one cell at XFD1048576 must not cost memory, and text boxes must not get lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.parsers import expat

from lxml import etree

from guizhang.importers.extract import Extract
from guizhang.importers.readers.composing import Row, put_together
from guizhang.importers.readers.docx import describe, refusals
from guizhang.importers.readers.docx.archive import OLE, Archive, root_name
from guizhang.importers.readers.docx.names import number
from guizhang.importers.readers.tables.heads import Area, Line
from guizhang.importers.readers.tables.rows import counted_only, fill_in, sheet_rows
from guizhang.importers.readers.tables.rules import read_rules
from guizhang.importers.readers.tables.sections import read_sections
from guizhang.importers.readers.workbook.cells import Book, borders, formats, plain, string
from guizhang.importers.readers.workbook.native import count
from guizhang.importers.readers.workbook.sheets import Sheet, is_signed, title_at, titled

SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xls", ".et")
MAX_MERGED = 5_000

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_R_ID = re.compile(r"\{.*/relationships\}id$")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})$")


def read(data: bytes) -> Extract:
    """Return the text of every sheet in order; hidden sheets, rows and columns are dropped with the reason.

    Args:
        data: The file's bytes; an Excel 97-2003, WPS or ODS file is converted first.

    Raises:
        ImportRefused: It is password-protected, damaged, a bomb, no workbook, or has no text in it.
    """
    from guizhang.importers.readers import office

    if data.startswith(OLE):
        if _ENCRYPTED in data:
            raise refusals.protected()
        data = office.convert(data, ".xls", target="xlsx")
    if not data.startswith(b"PK"):
        raise refusals.other_kind(*describe(data), "Excel")
    archive = Archive(data)
    if office.open_document(archive) == ".ods":
        data = office.convert(data, ".ods", target="xlsx")
        archive = Archive(data)
    main = next((r.target for r in archive.relationships("").values() if r.kind == "officeDocument"), "xl/workbook.xml")
    if not archive.has(main) or root_name(archive.read(main)) != "workbook":
        raise refusals.other_kind("找不到工作簿", "it has no workbook in it", "Excel")
    root = archive.xml(main)
    links = archive.relationships(main)
    shared = next((r.target for r in links.values() if r.kind == "sharedStrings"), "xl/sharedStrings.xml")
    styles = next((r.target for r in links.values() if r.kind == "styles"), "xl/styles.xml")
    settings = next(root.iter("{*}workbookPr"), None)
    book = Book(
        archive,
        [string(si) for si in archive.xml(shared).iter("{*}si")] if archive.has(shared) else [],
        formats(archive.xml(styles)) if archive.has(styles) else [],
        borders(archive.xml(styles)) if archive.has(styles) else [],
        settings is not None and settings.get("date1904", "0") in {"1", "true"},
    )
    sheets: list[Sheet] = []
    for sheet in root.iter("{*}sheet"):
        name = sheet.get("name", "")
        book.drop("sheet-name", name, 1)
        dropped = book.dropped[-1:] if name else []
        target = links.get(next((str(v) for k, v in sheet.attrib.items() if _R_ID.match(str(k))), ""))
        if target is not None and archive.has(target.target) and target.target.lower() not in book.seen:
            book.seen.add(target.target.lower())
            read_sheet = _sheet(book, target.target, name, hidden=sheet.get("state", "visible") != "visible")
            if any(row.text.strip() for row in read_sheet.rows):
                sheets.append(replace(read_sheet, dropped=tuple(dropped)))
    _drop_rest(book)
    sheets = _without_signing(book, sheets)
    rows, parts = titled(sheets, book.dropped)
    if not sheets:
        raise refusals.wordless(any("/media/" in name for name in archive.names()))
    try:
        return replace(put_together(rows, book.dropped, count(data, book.show)), parts=parts)
    except expat.ExpatError as fault:
        raise refusals.damaged("工作表不是正确的 XML", "a sheet is not well-formed XML") from fault


def _sheet(book: Book, part: str, name: str, *, hidden: bool) -> Sheet:
    root = book.archive.xml(part)
    merged, columns_hidden = _merged(root), _hidden_columns(root)
    found: list[Line] = []
    used: set[int] = set()
    at = column = 0
    gone = ""
    here: list[Area] = []
    line = Line(1)
    said: dict[tuple[int, int], list[str]] = {}
    # One pass over rows and cells as they come: a cell that stands outside a row in a broken file is not lost.
    for node in root.iter("{*}row", "{*}c"):
        if etree.QName(node).localname == "row":
            at = number(node.get("r")) or at + 1
            gone = "hidden-sheet" if hidden else "hidden" if node.get("hidden") in {"1", "true"} else ""
            here = [area for area in merged if area[0] <= at <= area[2]]
            # A cell that goes on from the row above has no lines of its own.
            above = {left: said[top, left] for top, left, _, _ in here if top < at and (top, left) in said}
            column, line = 0, Line(max(1, at), {left: [] for left in above}, above)
            found.append(line)
            continue
        if not found:
            found.append(line)
        book.count_cell()
        column = _column(node.get("r", "")) or column + 1
        text = book.value(node, max(1, at))
        reason = gone or ("hidden" if column in columns_hidden else "")
        if not reason and (_covered(here, at, column) or line.cells.get(column)):
            reason = "merged-away"
        if reason:
            book.drop(reason, text, max(1, at))
        elif text:
            line.cells[column] = text.split("\n")
            used.add(column)
            said[at, column] = line.cells[column]
        elif book.has_border(node.get("s")):
            line.blanks.add(column)
    filled = [line for line in found if any(line.cells.values())]
    rules = read_sections(filled, f"sheet {name}") or read_rules(filled, merged, f"sheet {name}", name)
    if rules is None:
        for line in counted_only(filled):
            filled.remove(line)
            book.drop("empty-cell", line.words(line.own[0]), line.at)
        rows = sheet_rows(name, filled, sorted(used | fill_in(filled)), book.grow)
    else:
        rows = rules.rows
        for why, text, where in rules.dropped:
            book.drop(why, text, where)
    title = title_at(filled, rows)
    for node in root.iter("{*}headerFooter"):
        for head in node:
            book.drop("running-head", plain(head), 1)
    rows += _around(book, part, name, hidden=hidden, last=max(1, at))
    signing = rules is None and is_signed(filled)
    return Sheet(name, tuple(rows), title, rules is not None, rules.end if rules else 0, signing=signing)


def _without_signing(book: Book, sheets: list[Sheet]) -> list[Sheet]:
    """Return the sheets but those on which people sign, where there are others: who has signed is no rule."""
    kept = [sheet for sheet in sheets if not sheet.signing]
    for row in (row for sheet in sheets if sheet.signing and kept for row in sheet.rows):
        for text in (text for text, made in row.parts if not made):
            book.drop("signing-sheet", text, row.number)
    return kept or sheets


def _around(book: Book, part: str, name: str, *, hidden: bool, last: int) -> list[Row]:
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


def _drop_comments(book: Book, part: str) -> None:
    for comment in book.archive.xml(part).iter("{*}comment"):
        match = _REFERENCE.match(comment.get("ref", ""))
        text = "".join(plain(t) for t in comment.iter("{*}t"))
        book.drop("comment", text, int(match[2]) if match else 1)


def _drop_rest(book: Book) -> None:
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


def _paragraphs(root: etree._Element) -> Iterator[str]:
    for p in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p"):
        text = "".join(plain(t) for t in p.iter("{*}t")).replace("\n", "")
        if text:
            yield text


def _merged(root: etree._Element) -> list[Area]:
    """Return the merged areas as first row, first column, last row, last column."""
    areas: list[Area] = []
    for merge in root.iter("{*}mergeCell"):
        ends = [_REFERENCE.match(end) for end in merge.get("ref", "").split(":")]
        if len(ends) == 2 and ends[0] and ends[1]:
            areas.append((int(ends[0][2]), _column(ends[0][0]), int(ends[1][2]), _column(ends[1][0])))
    # Without them a value under a merged area is shown as a cell of its own: more text, not less.
    return areas if len(areas) <= MAX_MERGED else []


def _covered(areas: list[Area], row: int, column: int) -> bool:
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
