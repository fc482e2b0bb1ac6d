"""Paragraphs and tables of WordprocessingML, as XML elements.

Numbers are printed as text: the company's own numbering must survive whatever a word processor thinks of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml.etree import _Element

from guizhang.model.text import Lang
from guizhang.tables.wordml import clean, element, text_element

_TAGS: dict[Lang, dict[str, str]] = {"zh": {"eastAsia": "zh-CN"}, "en": {"val": "en-GB"}}
_TWIPS_AN_EM = 210
"""Of text of 10.5 points."""


def run(text: str, lang: Lang, *, bold: bool = False, quiet: bool = False) -> _Element:
    """Return *text* in one language; a line end becomes a break.

    Args:
        text: Any text; characters XML cannot hold become U+FFFD.
        lang: Its language: Chinese quotation marks are as wide as a character, English ones are not.
        bold: Whether it stands out.
        quiet: Whether it is a remark about the text and not text.
    """
    properties = [element("rFonts", hint="eastAsia")] if lang == "zh" else []
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


def link(anchor: str, inner: _Element) -> _Element:
    """Return a run that leads to a bookmark of the document."""
    return element("hyperlink", inner, anchor=anchor, history="1")


def bookmarked(number: int, name: str, inner: Iterable[_Element]) -> list[_Element]:
    """Return *inner* between the two marks of a bookmark."""
    return [element("bookmarkStart", id=str(number), name=name), *inner, element("bookmarkEnd", id=str(number))]


def paragraph(style: str, inner: Iterable[_Element], *, depth: int = 0, room: int = 0) -> _Element:
    """Return a paragraph.

    Args:
        style: Id of its style.
        inner: Its runs.
        depth: How far down its list it stands, from 1; 0 for no item.
        room: Room for its number, in em; the text hangs behind it.
    """
    properties = [element("pStyle", val=style)]
    if depth:
        hanging = room * _TWIPS_AN_EM
        left = str((depth - 1) * 2 * _TWIPS_AN_EM + hanging)
        properties.append(element("tabs", element("tab", val="left", pos=left)))
        properties.append(element("ind", left=left, hanging=str(hanging)))
    return element("p", element("pPr", *properties), *inner)


def table(widths: Sequence[int], rows: Iterable[Sequence[Sequence[_Element]]]) -> _Element:
    """Return a table with lines between its rows, none of which is broken over two pages.

    Args:
        widths: Of its columns, in twentieths of a point.
        rows: For each row its cells, and for each cell its paragraphs.
    """
    rules = [element(name, val="single", sz="4", space="0", color="BFBFBF") for name in ("top", "bottom", "insideH")]
    properties = element(
        "tblPr",
        element("tblW", w=str(sum(widths)), type="dxa"),
        element("tblBorders", *rules),
        element("tblLayout", type="fixed"),
    )
    grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in widths))
    return element("tbl", properties, grid, *(_row(widths, row) for row in rows))


def _row(widths: Sequence[int], row: Sequence[Sequence[_Element]]) -> _Element:
    cells = (
        element("tc", element("tcPr", element("tcW", w=str(width), type="dxa")), *cell)
        for width, cell in zip(widths, row, strict=True)
    )
    return element("tr", element("trPr", element("cantSplit")), *cells)
