"""The whole handbook, or what was chosen of it, as one PDF that screen readers can follow (PDF/UA-1)."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from guizhang.book.parts import Book
from guizhang.book.view import Paper, View, book_view
from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.model.form import PaperLanguage
from guizhang.printing.pdf import CJK_FAMILIES, Typesetter

_UNDRAWN = re.compile(r'the text `"(.+?)"` could not be displayed')
"""What Typst says of a character no font has; only the accessible standard makes it look."""


@dataclass(frozen=True)
class Pdf:
    """A document."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
    """A warning where a character is missing from every font."""


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
    setter = typesetter("ua-1")
    if setter.family is None and _has_han(json.dumps(view, ensure_ascii=False)):
        raise Faulty([_no_font()])
    try:
        return Pdf(setter.pdf(template, view))
    except RuntimeError as error:
        undrawn = _UNDRAWN.search(str(error))
        if undrawn is None:
            raise
        # A rare character of a name must not keep the book from being printed.
        return Pdf(typesetter(None).pdf(template, view), (_no_glyph(undrawn[1]),))


@cache
def typesetter(standard: str | None) -> Typesetter:
    """Return the typesetter of this package's templates."""
    return Typesetter("guizhang.book", standard)


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


def _no_glyph(sign: str) -> Diagnostic:
    return Diagnostic(
        "BOK007",
        Severity.WARNING,
        Source("fonts"),
        "",
        Message(
            f"没有字体能显示 {sign}，PDF 里这里是空框", f"no font can draw {sign}; the PDF shows an empty box there"
        ),
        Message("换一个字，或安装有这个字的字体", "use another character, or install a font that has this one"),
    )
