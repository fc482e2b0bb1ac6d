"""Where a sentence names another rule (见第五条, 《投诉处理规定》第三条, Article 5): the words and what they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guizhang.book.parts import Book
from guizhang.model.regulation import Level, Place, Regulation, walk
from guizhang.model.text import LANGS
from guizhang.zh.references import Mention, find_references

_PERHAPS = re.compile(r"第.{1,12}[编章节条]|《|\b(?:Art(?:icle|\.)|Chapter|Section|Part)s? [\dIVX]", re.IGNORECASE)
"""What a reference we follow has in it; looking for this first saves most sentences the search."""
_HERE = re.compile(r"本[^章节编条款项]|this (?:regulation|policy|handbook|manual)$")
_LEVELS = {"article": Level.ARTICLE, "chapter": Level.CHAPTER, "section": Level.SECTION, "part": Level.PART}

_Numbered = Mapping[tuple[Level, str], str]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text that leads somewhere."""

    start: int
    end: int
    anchor: str


class Links:
    """Finds the rules of a printed book that its sentences name."""

    def __init__(self, book: Book) -> None:
        found = [d.regulation for part in book.parts for d in part.documents if d.regulation is not None]
        self._numbered = {regulation.id: _numbered(regulation) for regulation in found}
        self._titles = {
            title: regulation.id
            for regulation in found
            for title in (*filter(None, (regulation.title.get(lang) for lang in LANGS)), *regulation.aliases)
        }

    def find(self, text: str, place: Place | None) -> tuple[Span, ...]:
        """Return what *text* names of the printed book, in order.

        Args:
            text: A printed text.
            place: The clause it stands in: 第五条 means its own regulation's.
        """
        if not _PERHAPS.search(text):
            return ()
        here = place.regulation.id if place is not None else None
        spans = (_span(mention, anchor) for mention in find_references(text) if (anchor := self._lead(mention, here)))
        return tuple(spans)

    def _lead(self, mention: Mention, here: str | None) -> str | None:
        if mention.title is not None:
            regulation = self._titles.get(mention.title)
            if regulation is not None and not mention.steps:
                return regulation
        elif mention.anchor is not None and not (mention.steps and _HERE.match(mention.anchor)):
            return None
        else:
            regulation = here
        if regulation is None or not mention.steps or mention.steps[0].level not in _LEVELS:
            return None
        step = mention.steps[0]
        number = "-".join(map(str, step.numbers[0])) if step.numbers else ""
        return self._numbered[regulation].get((_LEVELS[step.level], number))


def _span(mention: Mention, anchor: str) -> Span:
    return Span(mention.start, mention.end, anchor)


def _numbered(regulation: Regulation) -> _Numbered:
    """Return the anchors of numbered nodes; a number that stands twice leads nowhere."""
    found: dict[tuple[Level, str], str | None] = {}
    for level, number, node_id in _nodes(regulation):
        key = (level, number)
        found[key] = None if key in found else f"{regulation.id}/{node_id}"
    return {key: anchor for key, anchor in found.items() if anchor is not None}


def _nodes(regulation: Regulation) -> Iterator[tuple[Level, str, str]]:
    for place in walk(regulation):
        node = place.node
        if node.number is not None and node.id is not None and node.level is not Level.ITEM:
            yield node.level, node.number, node.id
