"""The whole handbook, or what was chosen of it, as one PDF."""

from __future__ import annotations

import json
import unicodedata
from functools import cache

from guizhang.book.parts import Book
from guizhang.book.view import Paper, View, book_view
from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.exam.pdf import CJK_FAMILIES, Typesetter
from guizhang.model.form import PaperLanguage


def book_pdf(
    book: Book,
    language: PaperLanguage,
    *,
    paper: Paper = "a4",
    stacked: bool = False,
    setter: Typesetter | None = None,
) -> bytes:
    """Return *book* as PDF: cover, contents, page heads and feet, bookmarks, links; the same book gives the same bytes.

    Args:
        book: The printed book.
        language: One language, or both.
        paper: Size of the sheet.
        stacked: With both languages: English beneath Chinese instead of beside it.
        setter: Sets the page; one that is kept when absent, since looking for fonts takes a while.

    Raises:
        Faulty: no Chinese font is installed and there is Chinese to print.
    """
    return set_pdf("handbook", book_view(book, language, paper=paper, stacked=stacked), setter)


def set_pdf(template: str, view: View, setter: Typesetter | None = None) -> bytes:
    """Return *view* set by one of this package's templates.

    Raises:
        Faulty: no Chinese font is installed and there is Chinese to print.
    """
    setter = setter or typesetter()
    if setter.family is None and _has_han(json.dumps(view, ensure_ascii=False)):
        raise Faulty([_no_font()])
    return setter.pdf(template, view)


@cache
def typesetter() -> Typesetter:
    """Return the typesetter of this package's templates."""
    return Typesetter(package="guizhang.book")


def _has_han(text: str) -> bool:
    return any(unicodedata.east_asian_width(sign) in "WF" and not sign.isspace() for sign in set(text))


def _no_font() -> Diagnostic:
    families = ", ".join(CJK_FAMILIES[:3])
    return Diagnostic(
        "BOK003",
        Severity.ERROR,
        Source("fonts"),
        "",
        Message("没有中文字体，PDF 没有写出", "no Chinese font is installed, so the PDF was not written"),
        Message(
            f"安装 fonts-noto-cjk（或 {families} 之一）后再试；DOCX、HTML 和离线包不需要它",
            f"install fonts-noto-cjk (or one of {families}) and try again; DOCX, HTML and the offline bundle do without",
        ),
    )
