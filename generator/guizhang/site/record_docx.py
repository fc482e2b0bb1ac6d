"""A record as a Word document: tables to fill in or to print, with styles a company can restyle.

python-docx makes the styles, once for each process; the body is XML of our own, because the library looks a style up
among all others for every paragraph.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from lxml import etree

from guizhang.model.record import FieldType, Record, RecordField
from guizhang.model.text import Text
from guizhang.site.record_sheet import Section, sheet
from guizhang.site.texts import Prose
from guizhang.site.words import word
from guizhang.tables.packing import pack, unpack
from guizhang.tables.wordml import SHEETS, cell, clean, element, row, table, text_element

if TYPE_CHECKING:
    from lxml.etree import _Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_STAMP = datetime(2000, 1, 1)  # noqa: DTZ001 - a document's properties have no time zone
_A4 = SHEETS["a4"]
_MARGIN = 907
_COLUMNS = (1930, 3116, 1930, 3116)
_NUMBER = 560
_PADDING = "70"
_HEIGHTS = {FieldType.LONG_TEXT: 1360, FieldType.SIGNATURE: 740}
_HEIGHT = 460
_WIDE, _MANY = 1.8, 9
"""How much wider a long text is than other columns of a register, and how many columns make the labels small."""
_BOX = "\u25a1"
"""A square every Chinese font has; the ballot box U+2610 is missing from many."""
_LATIN, _HAN, _HAN_HEADING = "Arial", "宋体", "黑体"
_LABEL, _INPUT, _NOTE = "FieldLabel", "FieldInput", "FieldNote"


def record_docx(company: Text, prose: Prose, record: Record) -> bytes:
    """Return *record* as a Word document in both languages; the same record gives the same bytes.

    Args:
        company: Its name, under the title.
        prose: Prints the figures in the record's texts.
        record: The record.
    """
    sections = sheet(prose, record)
    wide = record.layout == "register"
    between = "  " if wide else "\n"
    body = [_paragraph("Title", record.title, between=between), _paragraph("Subtitle", company, between="  ")]
    if wide:
        body += _register(sections, record.rows)
    else:
        for section in sections:
            body += [_paragraph("Heading2", section.title, between=" "), _form(section)]
    if record.retention:
        body.append(_paragraph(_NOTE, prose.words(record.retention)))
    document = element("document", element("body", *body, _page(wide=wide)))
    made = {"word/document.xml": etree.tostring(document, encoding="UTF-8", xml_declaration=True, standalone=True)}
    return pack((name, made.get(name) or _titled(name, data, record, company)) for name, data in _template())


@cache
def _template() -> tuple[tuple[str, bytes], ...]:
    """Return the parts of an empty document with our styles."""
    document = docx.Document()
    styles: Any = document.styles
    _font(styles["Normal"], _HAN, 10)
    for name, han, size in (("Title", _HAN_HEADING, 16), ("Subtitle", _HAN, 9), ("Heading 2", _HAN_HEADING, 11)):
        style = styles[name]
        _font(style, han, size)
        style.paragraph_format.space_after = Pt(3)
        if name != "Heading 2":
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
        line.getparent().remove(line)
    for name, size in (("Field Label", 9), ("Field Input", 10), ("Field Note", 8)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.quick_style = True
        style.font.size = Pt(size)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1)
    properties = document.core_properties
    properties.created = properties.modified = _STAMP
    properties.author = properties.title = "-"
    properties.comments = ""
    raw = io.BytesIO()
    document.save(raw)
    return tuple(unpack(raw.getvalue()))


def _font(style: Any, han: str, size: float) -> None:
    """Set both faces of a style; the template's theme would choose others for Chinese."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for name, face in (("ascii", _LATIN), ("hAnsi", _LATIN), ("cs", _LATIN), ("eastAsia", han)):
        fonts.set(qn(f"w:{name}"), face)
    style.font.size = Pt(size)
    style.font.italic = False
    style.font.color.rgb = RGBColor(0, 0, 0)


def _titled(name: str, data: bytes, record: Record, company: Text) -> bytes:
    if name != "docProps/core.xml":
        return data
    root = etree.fromstring(data)
    for tag, text in (("title", record.title), ("creator", company)):
        found = root.find(_DC + tag)
        assert found is not None
        found.text = _said(text)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _form(section: Section) -> _Element:
    rows = []
    for line in section.lines:
        cells = []
        for i, item in enumerate(line):
            width = _COLUMNS[2 * i + 1] if len(line) > 1 else sum(_COLUMNS[1:])
            cells.append(_cell(_COLUMNS[2 * i], _labels(item)))
            cells.append(_cell(width, [_input(item)], span=1 if len(line) > 1 else len(_COLUMNS) - 1))
        rows.append(row(cells, height=max(_HEIGHTS.get(item.type, _HEIGHT) for item in line)))
    return _table(_COLUMNS, rows)


def _register(sections: list[Section], rows: int) -> Iterable[_Element]:
    fields = [item for section in sections for item in section.fields]
    shares = [_WIDE if item.type is FieldType.LONG_TEXT else 1 for item in fields]
    room = _A4[1] - 2 * _MARGIN - _NUMBER
    widths = (_NUMBER, *(int(room * share / sum(shares)) for share in shares))
    style = _LABEL if len(fields) <= _MANY else _NOTE
    head = [_cell(widths[0], [_paragraph(_NOTE, word("row"))])]
    head += [
        _cell(width, [_paragraph(style, item.label, mark=_mark(item))])
        for width, item in zip(widths[1:], fields, strict=True)
    ]
    blank = [
        row([_cell(widths[0], [_p(_INPUT, str(n))]), *(_cell(w, [_p(_INPUT)]) for w in widths[1:])], height=_HEIGHT)
        for n in range(1, rows + 1)
    ]
    yield _table(widths, [row(head, height=_HEIGHT, head=True), *blank])
    for item in fields:
        if item.options:
            options = "  ".join(f"{_BOX}\u00a0{_said(option)}" for option in item.options)
            yield _p(_NOTE, f"{_said(item.label)}  {options}")


def _labels(item: RecordField) -> list[_Element]:
    label = _paragraph(_LABEL, item.label, mark=_mark(item))
    return [label, _paragraph(_NOTE, item.note, between=" ")] if item.note else [label]


def _mark(item: RecordField) -> str:
    return "* " if item.required else ""


def _input(item: RecordField) -> _Element:
    options = (word("yes"), word("no")) if item.type is FieldType.YES_NO else item.options
    return _p(_INPUT, "   ".join(f"{_BOX}\u00a0{_said(option)}" for option in options))


def _paragraph(style: str, text: Text, *, between: str = "\n", mark: str = "") -> _Element:
    """Return *text* in both languages, the second on a line of its own."""
    return _p(style, mark + _said(text, between))


def _p(style: str, text: str = "") -> _Element:
    inner: list[_Element] = []
    for number, line in enumerate(text.split("\n")):
        inner += [element("br")] if number else []
        inner += [text_element(line)] if line else []
    properties = element("pPr", element("pStyle", val=style))
    return element("p", properties, element("r", *inner)) if inner else element("p", properties)


def _said(text: Text, between: str = " ") -> str:
    return clean(between.join(dict.fromkeys(filter(None, (text.zh, text.en)))))


def _cell(width: int, inner: Iterable[_Element], *, span: int = 1) -> _Element:
    return cell(width, inner, element("vAlign", val="center"), span=span)


def _table(widths: tuple[int, ...], rows: list[_Element]) -> _Element:
    padding = (element(side, w=_PADDING, type="dxa") for side in ("left", "right"))
    return table(
        widths, rows, element("tblStyle", val="TableGrid"), element("jc", val="center"), element("tblCellMar", *padding)
    )


def _page(*, wide: bool) -> _Element:
    width, height = (str(size) for size in (reversed(_A4) if wide else _A4))
    size = element("pgSz", w=width, h=height)
    if wide:
        size = element("pgSz", w=width, h=height, orient="landscape")
    sides = dict.fromkeys(("top", "right", "bottom", "left", "header", "footer"), str(_MARGIN))
    return element("sectPr", size, element("pgMar", **sides, gutter="0"))
