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
from typing import TYPE_CHECKING, Any

from guizhang.book.links import Links
from guizhang.book.ooxml import E, bookmarked, link, paragraph, run, table, w
from guizhang.book.parts import Block, Book, Document, Row
from guizhang.book.styles import SHEETS, prepare
from guizhang.book.view import Paper
from guizhang.book.words import word
from guizhang.model.form import PaperLanguage
from guizhang.model.numbering import printed_label
from guizhang.model.regulation import Place, Review
from guizhang.model.text import LANGS, Lang, Text
from guizhang.site.words import word as site_word
from guizhang.tables.packing import pack, unpack

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument
    from docx.section import Section
    from lxml.etree import _Element

_DEEPEST_HEADING = 9
_MARGIN = 9
"""Share of the sheet's width at either side."""
_STAMP = b"2000-01-01T00:00:00Z"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_COMMENT_TIMES = re.compile(rb' w:date="[^"]*"')
_GAP = "\u3000"
_LONGEST_BOOKMARK = 40


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
        self.langs: tuple[Lang, ...] = LANGS if language == "both" else (language,)
        self.paper = SHEETS[paper]
        self.review = review
        self.links = Links(book)
        self.body: Any = document.element.body
        self.end: Any = self.body[-1]
        self.bookmarks = count(1)
        self.names: dict[str, str] = {}
        self.marked: set[int] = set()
        """Nodes whose review mark has been set."""

    def write(self) -> None:
        rules = [d for part in self.book.parts for d in part.documents if d.regulation is not None]
        properties = self.document.core_properties
        properties.author = self.line(self.book.company)
        properties.title = self.line(self.book.title if len(rules) != 1 else rules[0].title)
        properties.comments = ""
        if len(rules) > 1:
            self.cover()
        for number, rule in enumerate(rules):
            if number or len(rules) > 1:
                self.document.add_section()
            self.page(self.document.sections[-1], rule)
            self.end = self.body[-1]
            self.rule(rule)

    def cover(self) -> None:
        for style, text in (("Title", self.book.title), ("Subtitle", self.book.company), ("Subtitle", self.book.edition)):
            for lang, said in self.short(text):
                self.add(paragraph(style, [run(said, lang)]))
        self.page(self.document.sections[-1], None)

    def page(self, section: Section, rule: Document | None) -> None:
        """Set the size of the section's pages, their head and their foot."""
        width, height = self.paper
        section.page_width, section.page_height = width, height
        section.left_margin = section.right_margin = section.bottom_margin = width // _MARGIN
        section.top_margin = width // 7
        section.header_distance = section.footer_distance = width // 20
        if rule is None:
            return
        section.header.is_linked_to_previous = False
        head: Any = section.header._element  # noqa: SLF001 - python-docx has no other way to fill a header with XML
        for old in list(head):
            head.remove(old)
        for element in self.head(rule):
            head.append(element)
        section.footer.is_linked_to_previous = False
        foot: Any = section.footer._element  # noqa: SLF001
        for old in list(foot):
            foot.remove(old)
        foot.append(paragraph("Footer", self.foot()))
        if len(self.langs) == 1:
            # Lines of a table are never numbered, so the bilingual table has a column of its own for that.
            columns = section._sectPr.find(E.cols().tag)  # noqa: SLF001
            columns.addprevious(E.lnNumType(w(countBy="5", restart="newSection")))

    def head(self, rule: Document) -> Iterator[_Element]:
        """Yield what stands above the text: which rules these are, and how they stand."""
        title = _GAP.join(filter(None, (self.line(self.book.title), self.line(rule.title))))
        yield paragraph("Header", [run(title, self.langs[0], bold=True)])
        for lang in self.langs:
            facts = [f"{name.either(lang)} {value.either(lang)}" for name, value in rule.facts]
            yield paragraph("Header", [run(_GAP.join(facts), lang)])
            if rule.notice is not None:
                yield paragraph("Header", [run(rule.notice.either(lang), lang, bold=True)])

    def foot(self) -> Iterator[_Element]:
        left = _GAP.join(filter(None, (self.line(self.book.company), self.line(self.book.edition))))
        yield run(left + _GAP, self.langs[0])
        for number, lang in enumerate(self.langs):
            before, between, behind = word("page", page=_MARK, pages=_MARK).either(lang).split("\0")
            yield run((_GAP if number else "") + before, lang)
            yield E.fldSimple(w(instr="PAGE"), run("1", lang))
            yield run(between, lang)
            yield E.fldSimple(w(instr="NUMPAGES"), run("1", lang))
            yield run(behind, lang)

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
        said = [
            (lang, _GAP.join(filter(None, (printed_label(place, lang), block.title.get(lang) if block.title else None))))
            for lang in self.langs
        ]
        shown = [(lang, text) for lang, text in said if text]
        if not shown and block.title is not None:
            shown = self.short(block.title)
        inner = self.runs(shown)
        rows = block.rows
        style = f"Heading{min(block.level + 1, _DEEPEST_HEADING)}"
        if block.title is None and rows and len(self.langs) == 1:
            # 第五条 without a title begins its first paragraph, and is in the navigation pane all the same.
            style, rows = f"RuleArticle{min(block.level, _DEEPEST_HEADING - 1)}", rows[1:]
            inner = [*self.runs(shown, bold=True), run(_GAP, self.langs[0]), *self.passage(block.rows[0], self.langs[0])]
        name = self.name(block.anchor) if block.anchor else None
        inner = [*inner, *self.review_of(place)]
        self.add(paragraph(style, bookmarked(next(self.bookmarks), name, inner) if name else inner))
        if block.stale is not None and block.stale in self.langs:
            self.add(paragraph("RuleText", [run(f"〔{word('stale').either(block.stale)}〕", block.stale, quiet=True)]))
        return rows

    def single(self, row: Row) -> Iterator[_Element]:
        lang = self.langs[0]
        inner = [*self.passage(row, lang), *self.review_of(row.place)]
        yield paragraph("RuleItem" if row.label else "RuleText", inner, depth=row.depth, room=row.width)

    def columns(self, rows: Iterable[Row], lines: Iterator[int]) -> _Element:
        """Return rows as a table: Chinese, English, and a number to name the line by.

        The number stands last, so that a row begins with the printed number of its item when it is imported again.
        """
        width, _ = self.paper
        number = 560
        column = (width.twips * (_MARGIN - 2) // _MARGIN - number) // 2
        cells = []
        for row in rows:
            name = paragraph("RuleLine", [run(str(next(lines)), "en", quiet=True)])
            cells.append([[self.half(row, lang)] for lang in LANGS] + [[name]])
        return table((column, column, number), cells)

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
            yield run(row.title.either(lang) + (_GAP if row.text else ""), lang, bold=True)
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
            yield run(f"〔{word('stale').either(lang)}〕", lang, quiet=True)

    def linked(self, text: str, lang: Lang, place: Place | None) -> Iterator[_Element]:
        done = 0
        for span in self.links.find(text, place):
            if span.start > done:
                yield run(text[done : span.start], lang)
            yield link(self.name(span.anchor), run(text[span.start : span.end], lang))
            done = span.end
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
            marks.append(E.r(E.commentReference(w(id=str(comment.comment_id)))))
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
                inner.append(run(_GAP, "zh"))
            inner.append(run(text, lang, bold=bold))
        return inner

    def short(self, text: Text | None) -> list[tuple[Lang, str]]:
        """Return a title in the languages of the document, the other one where it has only that."""
        if text is None:
            return []
        shown: list[tuple[Lang, str]] = [(lang, said) for lang in self.langs if (said := text.get(lang))]
        return shown or [(lang, said) for lang in LANGS if (said := text.get(lang))]

    def line(self, text: Text | None) -> str:
        return " ".join(said for _, said in self.short(text))

    def add(self, *elements: _Element) -> None:
        for element in elements:
            self.end.addprevious(element)


_MARK = Text(zh="\0", en="\0")
