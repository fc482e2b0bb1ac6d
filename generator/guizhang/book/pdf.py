"""The whole handbook, or what was chosen of it, as one PDF that screen readers can follow (PDF/UA-1)."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass

from guizhang.book.parts import Book
from guizhang.book.view import Paper, View, book_view
from guizhang.diagnostics import Diagnostic, Faulty, whole_file
from guizhang.model.form import PaperLanguage
from guizhang.printing.faults import no_glyph
from guizhang.printing.pdf import CJK_FAMILIES, Typesetter


@dataclass(frozen=True)
class Pdf:
    """A document."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
    """A warning where characters are missing from every font."""


def book_pdf(book: Book, language: PaperLanguage, *, paper: Paper = "a4", stacked: bool = False) -> Pdf:
    """Return *book* as PDF: cover, contents, page heads and feet, bookmarks, links; the same book gives the same bytes.

    Args:
        book: The printed book.
        language: One language, or both.
        paper: Size of the sheet.
        stacked: With both languages: English beneath Chinese instead of beside it.

    Raises:
        Faulty: no Chinese font is installed and there is Chinese to print.
    """
    return set_pdf("handbook", book_view(book, language, paper=paper, stacked=stacked))


def set_pdf(template: str, view: View) -> Pdf:
    """Return *view* set by one of this package's templates.

    Raises:
        Faulty: no Chinese font is installed and there is Chinese to print.
    """
    setter = Typesetter("guizhang.book", "ua-1")
    if setter.family is None and _has_han(json.dumps(view, ensure_ascii=False)):
        raise Faulty([_no_font()])
    data = setter.pdf(template, view, checked=True)
    return Pdf(data, (no_glyph(setter),) if setter.undrawn else ())


def _has_han(text: str) -> bool:
    # What Unicode has not assigned counts as wide there, and no font of any language has it.
    signs = (sign for sign in set(text) if unicodedata.category(sign) not in ("Cn", "Zs"))
    return any(unicodedata.east_asian_width(sign) in "WF" for sign in signs)


def _no_font() -> Diagnostic:
    families = ", ".join(CJK_FAMILIES[:3])
    return whole_file(
        "fonts",
        "BOK003",
        ("没有中文字体，PDF 没有写出", "no Chinese font is installed, so the PDF was not written"),
        (
            f"安装 fonts-noto-cjk（或 {families} 之一）后再试；DOCX、HTML 和离线包不需要它",
            f"install fonts-noto-cjk (or one of {families}) and try again; DOCX, HTML and the offline bundle do without",
        ),
    )
