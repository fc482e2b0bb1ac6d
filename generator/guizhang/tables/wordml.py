"""Elements of WordprocessingML, for documents whose body is written as XML.

Lengths are twentieths of a point. What belongs inside an element stands in the order the schema (ECMA-376) asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from lxml import etree
from lxml.etree import _Element

from guizhang.model.text import Lang

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEETS: Mapping[str, tuple[int, int]] = {"a4": (11906, 16838), "letter": (12240, 15840)}
"""Width and height of a sheet of paper."""
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""
_PREFIX = {"w": W}
_MAKER = etree.Element(f"{{{W}}}document", nsmap=_PREFIX)
"""Makes other elements in a third of the time `etree.Element` takes."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TAGS: dict[Lang, dict[str, str]] = {"zh": {"eastAsia": "zh-CN"}, "en": {"val": "en-GB"}}
_OF_TABLES = ("tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar")
"""What a table may be given, in the order of the schema."""


def element(tag: str, /, *inner: _Element, **attributes: str) -> _Element:
    """Return an element of WordprocessingML; name and attributes are given without their namespace."""
    made = _MAKER.makeelement(f"{{{W}}}{tag}", {f"{{{W}}}{name}": value for name, value in attributes.items()}, _PREFIX)
    made.extend(inner)
    return made


def clean(text: str) -> str:
    """Return *text* with U+FFFD for each character XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)


def text_element(piece: str) -> _Element:
    """Return the text of a run; blanks at its ends count."""
    made = element("t")
    made.set(_SPACE, "preserve")
    made.text = piece
    return made


def run(text: str, lang: Lang, *, style: str = "", bold: bool = False, quiet: bool = False) -> _Element:
    """Return *text* in one language; a line end becomes a break.

    Args:
        text: Any text; characters XML cannot hold become U+FFFD.
        lang: Its language: Chinese quotation marks are as wide as a character, English ones are not.
        style: Id of a character style.
        bold: Whether it stands out.
        quiet: Whether it is a remark about the text and not text.
    """
    properties = [element("rStyle", val=style)] if style else []
    if lang == "zh":
        properties.append(element("rFonts", hint="eastAsia"))
    if bold:
        properties.append(element("b"))
    if quiet:
        properties += [element("i"), element("color", val="595959")]
    properties.append(element("lang", **_TAGS[lang]))
    inner = [element("rPr", *properties)]
    for number, line in enumerate(clean(text).split("\n")):
        if number:
            inner.append(element("br"))
        for column, piece in enumerate(line.split("\t")):
            if column:
                inner.append(element("tab"))
            if piece:
                inner.append(text_element(piece))
    return element("r", *inner)


def cell(width: int, inner: Iterable[_Element], *properties: _Element, span: int = 1) -> _Element:
    """Return a cell of a table.

    Args:
        width: Of all its columns.
        inner: Its paragraphs, one at least.
        properties: Such as its borders and where its text stands.
        span: Columns it takes.
    """
    wide = [element("gridSpan", val=str(span))] if span > 1 else []
    return element("tc", element("tcPr", element("tcW", w=str(width), type="dxa"), *wide, *properties), *inner)


def row(cells: Iterable[_Element], *, height: int = 0, head: bool = False) -> _Element:
    """Return a row that is never broken over two pages.

    Args:
        cells: Its cells.
        height: The least it takes.
        head: Whether it is repeated at the head of every page.
    """
    properties = [element("cantSplit")]
    if height:
        properties.append(element("trHeight", val=str(height), hRule="atLeast"))
    if head:
        properties.append(element("tblHeader"))
    return element("tr", element("trPr", *properties), *cells)


def table(widths: Sequence[int], rows: Iterable[_Element], *properties: _Element) -> _Element:
    """Return a table whose columns keep their widths.

    Args:
        widths: Of its columns.
        rows: What `row` returned.
        properties: Such as its style, where it stands and its borders, in any order.
    """
    size, layout = element("tblW", w=str(sum(widths)), type="dxa"), element("tblLayout", type="fixed")
    ordered = sorted((size, layout, *properties), key=lambda made: _OF_TABLES.index(etree.QName(made).localname))
    grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in widths))
    return element("tbl", element("tblPr", *ordered), grid, *rows)
