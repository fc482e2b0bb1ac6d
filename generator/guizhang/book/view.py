"""A printed book as the data its Typst template sets: strings, lists and numbers, nothing that could be markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Literal

from guizhang.book.parts import Block, Book, Document, Part, Row
from guizhang.book.sheets import sheet_view
from guizhang.book.words import GAP, line, word
from guizhang.exam.papers.layout import breakable, broken, width
from guizhang.exam.words import Run, runs
from guizhang.model.form import PaperLanguage
from guizhang.model.regulation import Place
from guizhang.model.text import LANGS, Lang, Text
from guizhang.site.words import word as site_word

Paper = Literal["a4", "letter"]
View = dict[str, Any]
Piece = str | None | tuple[str, str]
"""Words, the end of a line, or words that lead to an anchor."""

PAPERS: Mapping[Paper, str] = {"a4": "a4", "letter": "us-letter"}
"""Sizes of sheets, as Typst calls them."""
_MARGIN_PT = (36.0, 64.0)
"""Least and most room for what stands in the margin."""
_HEAD_WIDTH = 48
"""Half widths of a title in the head or foot of a page."""
_EDITION_WIDTH = 30
"""Half widths of an edition there."""
_LONGEST = 36
"""Letters that fit on a line of the narrowest column; an address that fits has nothing put into it, or nobody could copy it."""
_LABEL_PT = 8.5
"""Size of what stands in the margin."""


def book_view(book: Book, language: PaperLanguage, *, paper: Paper = "a4", stacked: bool = False) -> View:
    """Return what the template prints.

    Args:
        book: The printed book.
        language: One language, or both beside each other.
        paper: Size of the sheet.
        stacked: With both languages: English beneath Chinese instead of beside it.
    """
    return _Viewer(book, language).view(paper, stacked=stacked)


class _Viewer:
    def __init__(self, book: Book, language: PaperLanguage) -> None:
        self.book = book
        self.language = language
        self.langs: tuple[Lang, ...] = LANGS if language == "both" else (language,)
        self.used: set[str] = set()
        # A document printed alone has room for its articles in the contents.
        self.alone = sum(len(part.documents) for part in book.parts) == 1

    def view(self, paper: Paper, *, stacked: bool) -> View:
        book = self.book
        parts = [self.part(part) for part in book.parts]
        page = word("page", page=Text(zh="\0", en="\0"), pages=Text(zh="\0", en="\0"))
        return {
            "paper": PAPERS[paper],
            "langs": self.langs,
            "stacked": stacked,
            "accent": book.accent,
            "title": self.short(book.title),
            "company": self.short(book.company),
            "edition": self.short(book.edition),
            "chosen": self.short(book.chosen),
            "name": line(self.language, book.title),
            "running": _cut(line(self.language, book.title)),
            "author": line(self.language, book.company),
            "foot": self.furniture(book.company, book.edition),
            "contents": line(self.language, word("contents")),
            "page": GAP.join(run["text"] for run in self.short(page)).split("\0"),
            "parts": parts,
        }

    def part(self, part: Part) -> View:
        return {"name": self.short(part.title), "documents": [self.document(document) for document in part.documents]}

    def document(self, document: Document) -> View:
        room = max((width(name.either(lang)) for name, _ in document.facts for lang in self.langs), default=0) // 2 + 2
        facts = [self.row(Row(value, label=name, depth=1, width=room)) for name, value in document.facts]
        langs, self.langs = self.langs, _written(document, self.langs)
        # What is in one language has the page to itself, and says once that the other is missing.
        facts += [self.absent(lang) for lang in langs if lang not in self.langs]
        blocks = [self.block(block) for block in document.blocks]
        self.langs = langs
        return {
            "name": self.short(document.title),
            "id": self.once(document.anchor),
            "title": self.short(document.title),
            "head": self.furniture(document.title, document.edition),
            "facts": facts,
            "notice": self.short(document.notice),
            "blocks": blocks,
            "margin": self.margin(document),
            "sheet": sheet_view(document.sheet, self.short) if document.sheet else None,
        }

    def absent(self, lang: Lang) -> View:
        """Return a line that says that a whole document is not there in *lang*."""
        row = self.row(Row(Text.model_construct(zh=None, en=None), depth=0))
        note = site_word(f"missing-{lang}").get(lang)
        return {**row, "cells": [{"lang": lang, "text": [], "columns": 1, "note": note, "noted": lang}]}

    def block(self, block: Block) -> View:
        return {
            "level": block.level,
            "heading": block.heading,
            "listed": block.heading or self.alone,
            "name": self.named(block),
            "id": self.once(block.anchor),
            "label": self.short(block.label),
            "title": self.cells(block.title, stale=block.stale) if block.title else [],
            "rows": _aligned([self.row(row) for row in block.rows]),
        }

    def row(self, row: Row) -> View:
        cells = self.cells(row.text, row.place, stale=row.stale) if row.text else [{"lang": self.langs[0], "text": []}]
        if row.targets:
            cells = [{"lang": lang, "text": list(_listed(row.targets, lang))} for lang in self.langs]
        for cell in cells:
            cell["columns"] = _columns(cell["text"])
        return {
            "margin": self.short(row.margin),
            "labels": [broken(row.label.either(cell["lang"])) for cell in cells] if row.label else [],
            "titles": [broken(row.title.either(cell["lang"])) for cell in cells] if row.title else [],
            "depth": row.depth,
            "struck": row.struck,
            "width": row.width,
            "cells": cells,
        }

    def cells(self, text: Text | None, place: Place | None = None, *, stale: Lang | None = None) -> list[View]:
        """Return *text* as it stands in the columns of the page, with notices of what is missing or stale."""
        if text is None:
            return []
        cells: list[View] = []
        for lang in self.langs:
            said = text.get(lang)
            note = site_word(f"missing-{lang}").get(lang) if said is None and place is not None else None
            if said is not None and stale == lang:
                note = site_word("stale").get(lang)
            shown = lang if said is not None or len(self.langs) == 2 else _other(lang)
            pieces = list(self.pieces(text.get(shown) or "", shown, place))
            cells.append({"lang": shown, "text": pieces, **({"note": note, "noted": lang} if note else {})})
        return cells

    def pieces(self, text: str, lang: Lang, place: Place | None) -> Iterator[Piece]:
        """Yield *text* cut where it leads somewhere and where a line ends."""
        done = 0
        for citation in self.book.cited(text, lang, place):
            yield from _lines(text[done : citation.start])
            yield broken(text[citation.start : citation.end], _LONGEST), citation.address
            done = citation.end
        yield from _lines(text[done:])

    def short(self, text: Text | None) -> list[Run]:
        """Return a title or word as runs: one in the language of the page, or both."""
        return breakable(runs(text, self.language))

    def furniture(self, name: Text | None, edition: Text | None) -> str:
        """Return what stands in the head or foot of a page, however long it is."""
        said = _cut(line(self.language, name)), _cut(line(self.language, edition), _EDITION_WIDTH)
        return GAP.join(filter(None, said))

    def named(self, block: Block) -> list[Run]:
        """Return how the contents and the reader's bookmarks name a block: 第五条 首次回复, Art. 5 First reply."""
        parts = [*self.short(block.label), *self.short(block.title)]
        said = {lang: " ".join(run["text"] for run in parts if run["lang"] == lang) for lang in LANGS}
        return [{"lang": lang, "text": " ".join(text.split())} for lang, text in said.items() if text]

    def margin(self, document: Document) -> float:
        """Return the room for numbers and words in the margin, in points."""
        texts = [block.label for block in document.blocks if not block.heading]
        texts += [row.margin for block in document.blocks for row in block.rows]
        widest = max((width(run["text"]) for text in texts for run in self.short(text)), default=0)
        least, most = _MARGIN_PT
        return min(most, max(least, widest / 2 * _LABEL_PT + 1))

    def once(self, anchor: str | None) -> str | None:
        """Return *anchor* where it is met for the first time; a script and a rule may have one id."""
        if anchor is None or anchor in self.used:
            return None
        self.used.add(anchor)
        return anchor


def _written(document: Document, langs: tuple[Lang, ...]) -> tuple[Lang, ...]:
    """Return those of *langs* that the document has a word in; all of them where it has none."""
    texts = [text for block in document.blocks for text in (block.title, *(row.text for row in block.rows)) if text]
    return tuple(lang for lang in langs if any(text.get(lang) for text in texts)) or langs


def _cut(text: str, most: int = _HEAD_WIDTH) -> str:
    """Return *text* as it fits into the head of a page."""
    if width(text) <= most:
        return text
    kept = text
    while width(kept) >= most:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _lines(text: str) -> Iterator[str | None]:
    for number, said in enumerate(text.split("\n")):
        if number:
            yield None
        if said:
            yield broken(said, _LONGEST)


def _columns(pieces: Iterable[Piece]) -> int:
    """Return how many cells the widest line has, which an import parts with tabs; 1 for a paragraph."""
    most = now = 1
    for piece in pieces:
        now = 1 if piece is None else now + (piece if isinstance(piece, str) else piece[0]).count("\t")
        most = max(most, now)
    return most


def _aligned(rows: list[View]) -> list[View]:
    """Let the rows of a table, which stand one below the other, have as many columns each as the widest."""
    for tabled, run in groupby(rows, lambda row: any(cell["columns"] > 1 for cell in row["cells"])):
        of_table = list(run)
        most = max((cell["columns"] for row in of_table for cell in row["cells"]), default=1)
        for cell in (cell for row in of_table for cell in row["cells"] if tabled):
            cell["columns"] = most if cell["text"] else 1
    return rows


def _listed(targets: tuple[tuple[Text, str], ...], lang: Lang) -> Iterator[Piece]:
    for number, (name, anchor) in enumerate(targets):
        if number:
            yield "；" if lang == "zh" else "; "
        yield broken(name.either(lang), _LONGEST), anchor


def _other(lang: Lang) -> Lang:
    return "en" if lang == "zh" else "zh"
