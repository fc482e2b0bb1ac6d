"""The pages of the Word document: their size, and what stands in their head and foot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docx.shared import Length
from lxml.etree import _Element

from guizhang.book.ooxml import paragraph
from guizhang.book.parts import Book, Document
from guizhang.book.words import GAP, line, word
from guizhang.model.form import PaperLanguage
from guizhang.model.text import LANGS, Lang, Text
from guizhang.tables.wordml import element, run

if TYPE_CHECKING:
    from docx.section import Section

MARGIN = 9
"""Share of the sheet's width at either side."""
_TOP = 7
_EDGE = 20
_MARK = Text(zh="\0", en="\0")


def set_page(section: Section, sheet: tuple[Length, Length]) -> None:
    """Set the size and the margins of a section."""
    width, height = sheet
    section.page_width, section.page_height = width, height
    section.left_margin = section.right_margin = section.bottom_margin = Length(width // MARGIN)
    section.top_margin = Length(width // _TOP)
    section.header_distance = section.footer_distance = Length(width // _EDGE)


def furnish(section: Section, book: Book, rule: Document, language: PaperLanguage) -> None:
    """Fill the head and the foot of a regulation's pages; number its lines where its text is in no table."""
    for part, content in ((section.header, _head(book, rule, language)), (section.footer, _foot(book, language))):
        part.is_linked_to_previous = False
        inner: Any = part._element  # noqa: SLF001 - python-docx has no other way to fill a head with XML
        for old in list(inner):
            inner.remove(old)
        inner.extend(content)
    if language != "both":
        # Lines of a table are never numbered, so the bilingual table has a column of its own for that.
        properties: Any = section._sectPr  # noqa: SLF001
        properties.find(element("cols").tag).addprevious(element("lnNumType", countBy="5", restart="newSection"))


def languages(language: PaperLanguage) -> tuple[Lang, ...]:
    """Return the languages of a document, Chinese first."""
    return LANGS if language == "both" else (language,)


def _head(book: Book, rule: Document, language: PaperLanguage) -> Iterator[_Element]:
    """Yield which rules these are, and how they stand."""
    langs = languages(language)
    yield paragraph("Header", [run(line(language, book.title, rule.title), langs[0], bold=True)])
    for lang in langs:
        facts = [f"{name.either(lang)} {value.either(lang)}" for name, value in rule.facts]
        yield paragraph("Header", [run(GAP.join(facts), lang)])
        if rule.notice is not None:
            yield paragraph("Header", [run(rule.notice.either(lang), lang, bold=True)])


def _foot(book: Book, language: PaperLanguage) -> Iterator[_Element]:
    """Yield whose handbook this is, and page x of y."""
    langs = languages(language)
    inner = [run(line(language, book.company, book.edition), langs[0])]
    for lang in langs:
        before, between, behind = word("page", page=_MARK, pages=_MARK).either(lang).split("\0")
        inner += [run(GAP + before, lang), element("fldSimple", run("1", lang), instr="PAGE")]
        inner += [run(between, lang), element("fldSimple", run("1", lang), instr="NUMPAGES"), run(behind, lang)]
    yield paragraph("Footer", inner)
