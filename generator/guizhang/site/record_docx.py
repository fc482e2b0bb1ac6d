"""A record as a Word document: tables to fill in or to print, with styles a company can restyle."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from guizhang.model.record import FieldType, Record, RecordField
from guizhang.model.text import LANGS, Text
from guizhang.site.record_sheet import Section, sheet
from guizhang.site.texts import Prose
from guizhang.site.words import word
from guizhang.tables.packing import pack, unpack

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell, _Row

_STAMP = datetime(2000, 1, 1)  # noqa: DTZ001 - a document's properties have no time zone
_A4 = (Mm(210), Mm(297))
_MARGIN = Mm(16)
_COLUMNS = (Mm(34), Mm(55), Mm(34), Mm(55))
_HEIGHTS = {FieldType.LONG_TEXT: Mm(24), FieldType.SIGNATURE: Mm(13)}
_HEIGHT = Mm(9)
_BOX = "\u25a1"
"""A square every Chinese font has; the ballot box U+2610 is missing from many."""
_YES_NO = (word("yes"), word("no"))
_LATIN, _HAN, _HAN_HEADING = "Arial", "宋体", "黑体"
_ILLEGAL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535, *range(55296, 57344)), "�")


def record_docx(company: Text, prose: Prose, record: Record) -> bytes:
    """Return *record* as a Word document in both languages; the same record gives the same bytes.

    Args:
        company: Its name, under the title.
        prose: Prints the figures in the record's texts.
        record: The record.
    """
    document = docx.Document()
    _styles(document)
    _page(document, wide=record.layout == "register")
    properties = document.core_properties
    properties.created = properties.modified = _STAMP
    properties.author, properties.comments = _clean(company.either("zh")), ""
    properties.title = _clean(record.title.either("zh"))
    _both(document.add_paragraph(style="Title"), record.title)
    _both(document.add_paragraph(style="Subtitle"), company)
    sections = sheet(prose, record)
    if record.layout == "register":
        _register(document, sections, record.rows)
    else:
        for section in sections:
            _both(document.add_paragraph(style="Heading 2"), section.title)
            _form(document, section)
    if record.retention:
        _both(document.add_paragraph(style="Field note"), prose.words(record.retention))
    raw = io.BytesIO()
    document.save(raw)
    return pack(unpack(raw.getvalue()))


def _styles(document: Document) -> None:
    styles: Any = document.styles
    _font(styles["Normal"], _HAN, 10)
    for name, size in (("Title", 16), ("Subtitle", 9), ("Heading 2", 11)):
        style = styles[name]
        _font(style, _HAN_HEADING if name != "Subtitle" else _HAN, size)
        style.paragraph_format.space_after = Pt(3)
        if name != "Heading 2":
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
        line.getparent().remove(line)
    for name, size in (("Field label", 9), ("Field input", 10), ("Field note", 8)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.quick_style = True
        style.font.size = Pt(size)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1)


def _font(style: Any, han: str, size: float) -> None:
    """Set both faces of a style; the template's theme would choose others for Chinese."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for name, face in (("ascii", _LATIN), ("hAnsi", _LATIN), ("cs", _LATIN), ("eastAsia", han)):
        fonts.set(qn(f"w:{name}"), face)
    style.font.size = Pt(size)
    style.font.italic = False
    style.font.color.rgb = docx.shared.RGBColor(0, 0, 0)


def _page(document: Document, *, wide: bool) -> None:
    section = document.sections[0]
    width, height = reversed(_A4) if wide else _A4
    section.page_width, section.page_height = width, height
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN


def _form(document: Document, section: Section) -> None:
    table = _table(document, len(section.lines), _COLUMNS)
    for line, row in zip(section.lines, table.rows, strict=True):
        cells = row.cells
        if len(line) == 1:
            cells[1].merge(cells[3])
        for i, item in enumerate(line):
            _label(cells[2 * i], item, note=True)
            _input(cells[2 * i + 1], item)
        _height(row, max(_HEIGHTS.get(item.type, _HEIGHT) for item in line))


def _register(document: Document, sections: list[Section], rows: int) -> None:
    fields = [item for section in sections for item in section.fields]
    number = Mm(10)
    width = int((_A4[1] - 2 * _MARGIN - number) / len(fields))
    table = _table(document, rows + 1, (number, *[width] * len(fields)))
    head, *body = table.rows
    _both(head.cells[0].paragraphs[0], word("row"), style="Field label")
    for cell, item in zip(head.cells[1:], fields, strict=True):
        _label(cell, item)
    # Word repeats the row at the head of every sheet.
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    for n, row in enumerate(body, start=1):
        paragraph = row.cells[0].paragraphs[0]
        paragraph.style = "Field input"
        paragraph.add_run(str(n))
        _height(row, _HEIGHT)
    for item in fields:
        if item.options:
            note = document.add_paragraph(style="Field note")
            _both(note, item.label)
            note.add_run("  " + "  ".join(_BOX + " " + _line(option) for option in item.options))


def _table(document: Document, rows: int, widths: tuple[int, ...]) -> Any:
    table = document.add_table(rows, len(widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return table


def _label(cell: _Cell, item: RecordField, *, note: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    if item.required:
        paragraph.add_run("* ")
    _both(paragraph, item.label, style="Field label")
    if note and item.note:
        _both(cell.add_paragraph(style="Field note"), item.note)


def _input(cell: _Cell, item: RecordField) -> None:
    options = _YES_NO if item.type is FieldType.YES_NO else item.options
    paragraph = cell.paragraphs[0]
    paragraph.style = "Field input"
    paragraph.add_run("   ".join(f"{_BOX} {_line(option)}" for option in options))


def _both(paragraph: Any, text: Text, *, style: str | None = None) -> None:
    """Write *text* in both languages, the second on a line of its own."""
    if style:
        paragraph.style = style
    for number, said in enumerate(dict.fromkeys(filter(None, (text.get(lang) for lang in LANGS)))):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(_clean(said))


def _line(text: Text) -> str:
    return _clean(" ".join(dict.fromkeys(filter(None, (text.zh, text.en)))))


def _clean(text: str) -> str:
    """Return *text* without what XML cannot hold."""
    return text.translate(_ILLEGAL)


def _height(row: _Row, height: int) -> None:
    row.height, row.height_rule = height, WD_ROW_HEIGHT_RULE.AT_LEAST
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
