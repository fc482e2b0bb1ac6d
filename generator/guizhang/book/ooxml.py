"""Paragraphs and tables of WordprocessingML, as XML elements.

Numbers are printed as text: the company's own numbering must survive whatever a word processor thinks of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from lxml.builder import ElementMaker

from guizhang.model.text import Lang

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
E = ElementMaker(namespace=W, nsmap={"w": W})

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""
_TAGS: dict[Lang, dict[str, str]] = {"zh": {"eastAsia": "zh-CN"}, "en": {"val": "en-GB"}}
_TWIPS_AN_EM = 210
"""Of text of 10.5 points."""


def w(**attributes: str) -> dict[str, str]:
    """Return attributes in the namespace."""
    return {f"{{{W}}}{name}": value for name, value in attributes.items()}


def run(text: str, lang: Lang, *, bold: bool = False, quiet: bool = False) -> _Element:
    """Return *text* in one language; a line end becomes a break.

    Args:
        text: Any text; characters XML cannot hold become U+FFFD.
        lang: Its language: Chinese quotation marks are as wide as a character, English ones are not.
        bold: Whether it stands out.
        quiet: Whether it is a remark about the text and not text.
    """
    properties: list[Any] = [E.rFonts(w(hint="eastAsia"))] if lang == "zh" else []
    if bold:
        properties.append(E.b())
    if quiet:
        properties += [E.i(), E.color(w(val="595959"))]
    properties.append(E.lang(w(**_TAGS[lang])))
    inner: list[Any] = [E.rPr(*properties)]
    for number, line in enumerate(_ILLEGAL.sub("\ufffd", text).split("\n")):
        if number:
            inner.append(E.br())
        for piece, column in enumerate(line.split("\t")):
            if piece:
                inner.append(E.tab())
            if column:
                inner.append(E.t({"{http://www.w3.org/XML/1998/namespace}space": "preserve"}, column))
    return E.r(*inner)


def link(anchor: str, inner: _Element) -> _Element:
    """Return a run that leads to a bookmark of the document."""
    return E.hyperlink(w(anchor=anchor, history="1"), inner)


def bookmarked(number: int, name: str, inner: Iterable[_Element]) -> list[_Element]:
    """Return *inner* between the two marks of a bookmark."""
    return [E.bookmarkStart(w(id=str(number), name=name)), *inner, E.bookmarkEnd(w(id=str(number)))]


def paragraph(style: str, inner: Iterable[_Element], *, depth: int = 0, room: int = 0) -> _Element:
    """Return a paragraph.

    Args:
        style: Id of its style.
        inner: Its runs.
        depth: How far down its list it stands, from 1; 0 for no item.
        room: Room for its number, in em; the text hangs behind it.
    """
    properties: list[Any] = [E.pStyle(w(val=style))]
    if depth:
        hanging = room * _TWIPS_AN_EM
        left = (depth - 1) * 2 * _TWIPS_AN_EM + hanging
        properties += [
            E.tabs(E.tab(w(val="left", pos=str(left)))),
            E.ind(w(left=str(left), hanging=str(hanging))),
        ]
    return E.p(E.pPr(*properties), *inner)


def table(widths: Sequence[int], rows: Iterable[Sequence[Sequence[_Element]]]) -> _Element:
    """Return a table without visible lines between its columns.

    Args:
        widths: Of its columns, in twentieths of a point.
        rows: For each row its cells, and for each cell its paragraphs.
    """
    total = str(sum(widths))
    rules = [E(name, w(val="single", sz="4", space="0", color="BFBFBF")) for name in ("top", "bottom", "insideH")]
    return E.tbl(
        E.tblPr(
            E.tblW(w(w=total, type="dxa")),
            E.tblBorders(rules[0], rules[1], rules[2]),
            E.tblLayout(w(type="fixed")),
        ),
        E.tblGrid(*(E.gridCol(w(w=str(width))) for width in widths)),
        *(
            E.tr(E.trPr(E.cantSplit()), *(E.tc(E.tcPr(E.tcW(w(w=str(width), type="dxa"))), *cell) for width, cell in zip(widths, row, strict=True)))
            for row in rows
        ),
    )  # fmt: skip
