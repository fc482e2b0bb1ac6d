"""Paragraphs and tables of WordprocessingML, as XML elements.

Numbers are printed as text: the company's own numbering must survive whatever a word processor thinks of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml.etree import _Element

from guizhang.tables.wordml import cell, element, row, table

_TWIPS_AN_EM = 210
"""Of text of 10.5 points."""


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


def lined(widths: Sequence[int], rows: Iterable[Sequence[Sequence[_Element]]]) -> _Element:
    """Return a table with lines between its rows, none of which is broken over two pages.

    Args:
        widths: Of its columns, in twentieths of a point.
        rows: For each row its cells, and for each cell its paragraphs.
    """
    rules = [element(name, val="single", sz="4", space="0", color="BFBFBF") for name in ("top", "bottom", "insideH")]
    found = (row(cell(width, inner) for width, inner in zip(widths, cells, strict=True)) for cells in rows)
    return table(widths, found, element("tblBorders", *rules))
