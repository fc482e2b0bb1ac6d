"""Regulations as a Word document for legal review: the text as printed, ready for comments and tracked changes.

Headings are real ones, so that the navigation pane shows the rules; numbers are text, exactly as printed. What stands
around the rules (edition, dates, which text prevails) is in the head of each page, so that the body is the rules and
nothing else and can be imported again.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING, Any, cast

from guizhang.book.docx_pages import MARGIN, furnish, languages, set_page
from guizhang.book.ooxml import bookmarked, lined, link, paragraph
from guizhang.book.parts import Block, Book, Document, Row
from guizhang.book.styles import SHEETS, prepare
from guizhang.book.view import Paper
from guizhang.book.words import GAP, line, word
from guizhang.exam.words import runs
from guizhang.model.form import PaperLanguage
from guizhang.model.numbering import printed_label
from guizhang.model.regulation import Place, Review
from guizhang.model.text import LANGS, Lang, Text
from guizhang.site.words import word as site_word
from guizhang.tables.packing import pack, unpack
from guizhang.tables.wordml import clean, element, run

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument
    from lxml.etree import _Element

_DEEPEST_HEADING = 9
_STAMP = b"2000-01-01T00:00:00Z"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_COMMENT_TIMES = re.compile(rb' w:date="[^"]*"')
_LONGEST_BOOKMARK = 40
_LONGEST_PROPERTY = 255


def book_docx(book: Book, language: PaperLanguage, *, paper: Paper = "a4", review: bool = False) -> bytes:
    """Return the regulations of *book* as a Word document; the same book gives the same bytes.

    Args:
        book: The printed book; what is no regulation is left out.
        language: One language, or both in two columns.
        paper: Size of the sheet.
        review: Whether marks that somebody must look at a rule are shown, as comments; only in the owner's copy.
    """
    import docx

    document = docx.Document()
    prepare(document)
    _Writer(document, book, language, paper, review=review).write()
    raw = io.BytesIO()
    document.save(raw)
    return pack((name, _timeless(name, data)) for name, data in unpack(raw.getvalue()))


def _timeless(name: str, data: bytes) -> bytes:
    if name == "docProps/core.xml":
        return _TIMES.sub(rb"\g<1>" + _STAMP, data)
    return _COMMENT_TIMES.sub(b"", data) if name == "word/comments.xml" else data


class _Writer:
    def __init__(
        self, document: DocxDocument, book: Book, language: PaperLanguage, paper: Paper, *, review: bool
    ) -> None:
        self.document = document
        self.book = book
        self.language = language
        self.langs = languages(language)
        self.sheet = SHEETS[paper]
        self.review = review
        self.body: Any = document.element.body
        self.end: Any = self.body[-1]
        self.bookmarks = count(1)
        self.names: dict[str, str] = {}
        self.marked: set[int] = set()
        """Nodes whose review mark has been set."""

    def write(self) -> None:
        rules = self.book.rules
        properties = self.document.core_properties
        properties.author = clean(line(self.language, self.book.company))[:_LONGEST_PROPERTY]
        properties.title = clean(line(self.language, self.book.title if len(rules) != 1 else rules[0].title))[
            :_LONGEST_PROPERTY
        ]
        properties.comments = ""
        if len(rules) > 1:
            self.cover()
        for number, rule in enumerate(rules):
            if number or len(rules) > 1:
                self.document.add_section()
            section = self.document.sections[-1]
            set_page(section, self.sheet)
            furnish(section, self.book, rule, self.language)
            self.end = self.body[-1]
            self.rule(rule)

    def cover(self) -> None:
        """Add the name of the handbook, in front of several regulations."""
        texts = (("Title", self.book.title), ("Subtitle", self.book.company), ("Subtitle", self.book.edition))
        for style, text in texts:
            for lang, said in self.short(text):
                self.add(paragraph(style, [run(said, lang)]))
        set_page(self.document.sections[-1], self.sheet)

    def rule(self, rule: Document) -> None:
        assert rule.regulation is not None
        inner = self.runs(self.short(rule.title))
        marks = self.comments(rule.regulation.review, adopted=rule.regulation.adopted)
        self.add(paragraph("Heading1", bookmarked(next(self.bookmarks), self.name(rule.anchor), [*inner, *marks])))
        lines = count(1)
        for block in rule.blocks:
            rows = self.heading(block)
            if len(self.langs) == 1:
                for row in rows:
                    self.add(*self.single(row))
            elif rows:
                self.add(self.columns(rows, lines), paragraph("RuleGap", []))

    def heading(self, block: Block) -> tuple[Row, ...]:
        """Add the heading of *block*; return the rows that are left to print below it."""
        if not block.level or block.place is None:
            return block.rows
        place = block.place
        shown = [(lang, text) for lang in self.langs if (text := self.named(block, place, lang))]
        inner = self.runs(shown)
        rows = block.rows
        style = f"Heading{min(block.level + 1, _DEEPEST_HEADING)}"
        if block.title is None and rows and len(self.langs) == 1:
            # 第五条 without a title begins its first paragraph, and is in the navigation pane all the same.
            style, rows = f"RuleArticle{min(block.level, _DEEPEST_HEADING - 1)}", rows[1:]
            inner = [
                *self.runs(shown, bold=True),
                run(GAP, self.langs[0]),
                *self.passage(block.rows[0], self.langs[0]),
            ]
        name = self.name(block.anchor) if block.anchor else None
        inner = [*inner, *self.review_of(place)]
        self.add(paragraph(style, bookmarked(next(self.bookmarks), name, inner) if name else inner))
        if block.stale is not None and block.stale in self.langs:
            self.add(
                paragraph("RuleText", [run(f"〔{site_word('stale').either(block.stale)}〕", block.stale, quiet=True)])
            )
        return rows

    def named(self, block: Block, place: Place, lang: Lang) -> str:
        """Return number and title of a block; alone on its page, a title stands in the other language if need be."""
        title = (
            block.title.get(lang) or (block.title.either(lang) if len(self.langs) == 1 else "") if block.title else ""
        )
        return GAP.join(filter(None, (printed_label(place, lang), title)))

    def single(self, row: Row) -> Iterator[_Element]:
        lang = self.langs[0]
        inner = [*self.passage(row, lang), *self.review_of(row.place)]
        yield paragraph("RuleItem" if row.label else "RuleText", inner, depth=row.depth, room=row.width)

    def columns(self, rows: Iterable[Row], lines: Iterator[int]) -> _Element:
        """Return rows as a table: Chinese, English, and a number to name the line by.

        The number stands last, so that a row begins with the printed number of its item when it is imported again.
        """
        width, _ = self.sheet
        number = 560
        column = (width.twips * (MARGIN - 2) // MARGIN - number) // 2
        cells = []
        for row in rows:
            name = paragraph("RuleLine", [run(str(next(lines)), "en", quiet=True)])
            cells.append([[self.half(row, lang)] for lang in LANGS] + [[name]])
        return lined((column, column, number), cells)

    def half(self, row: Row, lang: Lang) -> _Element:
        marks = self.review_of(row.place) if lang == "zh" else []
        style = "RuleItem" if row.label else "RuleText"
        return paragraph(style, [*self.passage(row, lang), *marks], depth=row.depth, room=row.width)

    def passage(self, row: Row, lang: Lang) -> Iterator[_Element]:
        """Yield the number, heading and text of a row in *lang*, with notices of what is missing or stale."""
        if row.label is not None:
            label = printed_label(row.place, lang) if row.place is not None else row.label.either(lang)
            yield run(f"{label}\t", lang)
        if row.title is not None:
            yield run(row.title.either(lang) + (GAP if row.text else ""), lang, bold=True)
        if row.text is None:
            return
        said = row.text.get(lang)
        if said is not None:
            yield from self.linked(said, lang, row.place)
        else:
            yield run(f"〔{site_word(f'missing-{lang}').either(lang)}〕", lang, quiet=True)
            if len(self.langs) == 1:
                other: Lang = "en" if lang == "zh" else "zh"
                yield from self.linked(row.text.either(other), other, row.place)
        if row.stale == lang:
            yield run(f"〔{site_word('stale').either(lang)}〕", lang, quiet=True)

    def linked(self, text: str, lang: Lang, place: Place | None) -> Iterator[_Element]:
        done = 0
        for citation in self.book.cited(text, lang, place):
            if citation.start > done:
                yield run(text[done : citation.start], lang)
            yield link(self.name(citation.address), run(text[citation.start : citation.end], lang))
            done = citation.end
        if done < len(text):
            yield run(text[done:], lang)

    def review_of(self, place: Place | None) -> list[_Element]:
        if place is None or id(place.node) in self.marked:
            return []
        self.marked.add(id(place.node))
        return self.comments(place.node.review, adopted=place.node.adopted)

    def comments(self, review: Review | None, *, adopted: bool) -> list[_Element]:
        """Return the marks of a rule's comments, none but in the owner's copy."""
        if not self.review:
            return []
        texts = [] if adopted else [word("not-adopted")]
        if review is not None:
            kind = word(f"review-{review.kind}")
            texts.append(Text(zh=f"{kind.zh}：{review.note.either('zh')}", en=f"{kind.en}: {review.note.either('en')}"))
        marks = []
        for text in texts:
            said = "\n".join(part for _, part in self.short(text))
            comment = self.document.comments.add_comment(said, author="Guizhang", initials="GZ")
            marks.append(element("r", element("commentReference", id=str(comment.comment_id))))
        return marks

    def name(self, anchor: str) -> str:
        """Return the name of the bookmark for *anchor*: letters, digits and underscores, 40 at most, each once."""
        if anchor not in self.names:
            plain = re.sub(r"\W", "_", anchor)
            clear = len(plain) < _LONGEST_BOOKMARK and plain not in self.names.values()
            self.names[anchor] = plain if clear else f"{plain[:30]}_{len(self.names)}"
        return self.names[anchor]

    def runs(self, said: Iterable[tuple[Lang, str]], *, bold: bool = False) -> list[_Element]:
        inner: list[_Element] = []
        for lang, text in said:
            if inner:
                inner.append(run(GAP, "zh"))
            inner.append(run(text, lang, bold=bold))
        return inner

    def short(self, text: Text | None) -> list[tuple[Lang, str]]:
        """Return a title or word with the language it is in: one, or both."""
        return [(cast("Lang", said["lang"]), said["text"]) for said in runs(text, self.language)]

    def add(self, *elements: _Element) -> None:
        for added in elements:
            self.end.addprevious(added)
