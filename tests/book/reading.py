"""What a PDF says, read back by another program than the one that wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from guizhang.model.numbering import printed_label
from guizhang.model.regulation import walk


@dataclass(frozen=True)
class Bookmark:
    level: int
    title: str
    page: int


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page without white space."""
    document = pypdfium2.PdfDocument(pdf)
    return [squeezed(page.get_textpage().get_text_range()) for page in document]


def squeezed(text: str) -> str:
    # PDFium takes a hyphen at the end of a line for one that hyphenation put there, and gives U+FFFE.
    return re.sub(r"[-\s\ufffe]+", "", text)


def bookmarks(pdf: bytes) -> list[Bookmark]:
    document = pypdfium2.PdfDocument(pdf)
    return [Bookmark(b.level, squeezed(b.get_title()), b.get_dest().get_index()) for b in document.get_toc()]


def link_pages(pdf: bytes) -> list[tuple[int, int]]:
    """Return (from page, to page) of every link inside the document, from 0."""
    import ctypes

    document = pypdfium2.PdfDocument(pdf)
    found = []
    for number, page in enumerate(document):
        position, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, position, link):
            target = raw.FPDFLink_GetDest(document, link)
            found.append((number, raw.FPDFDest_GetDestPageIndex(document, target)))
    return found


def in_order(parts: list[str], text: str) -> str | None:
    """Return the first of *parts* that does not stand in *text* behind the one before it."""
    place = 0
    for part in parts:
        found = text.find(squeezed(part), place)
        if found < 0:
            return part
        place = found + len(squeezed(part))
    return None


def said(handbook, regulation, lang, *, margin=True) -> list[str]:
    """Return every number, title and text of a regulation in one language, in order.

    Args:
        handbook: Prints the figures.
        regulation: One of its regulations.
        lang: The language; text that has only the other one is read in that.
        margin: Whether articles are called as margins do it: ``Art. 1``.
    """
    out = []
    for place in walk(regulation):
        label = printed_label(place, lang)
        out.append(label.replace("Article ", "Art. ") if margin else label)
        for text in (place.node.title, place.node.text):
            if text is not None:
                shown = lang if text.get(lang) else ("en" if lang == "zh" else "zh")
                out.append(handbook.plain(text.either(lang), shown, place))
    return [part for part in out if part]
