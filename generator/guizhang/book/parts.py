"""What a printed handbook consists of, before any format: parts, documents, headed blocks, rows of text.

Texts are printed already (figures in place, slots shown) and hold both languages; a format chooses among them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from guizhang.model.regulation import Level, Place, Regulation
from guizhang.model.text import Lang, Text
from guizhang.site.citations import Citation, Citations
from guizhang.site.record_sheet import Section

Fact = tuple[Text, Text]
"""A name and what it says: 版本 / Edition, 1.2 / 1.2."""


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph, item, turn of a dialogue or definition."""

    text: Text | None
    label: Text | None = None
    """Printed number of an item, which hangs before its text."""
    title: Text | None = None
    margin: Text | None = None
    """What stands in the margin beside it: who speaks, what kind of advice it is."""
    depth: int = 0
    """0 for a paragraph, 1 for an item, 2 for an item below an item."""
    width: int = 0
    """Room the labels of its list need, in em, so that its items align."""
    struck: bool = False
    """What must not be said."""
    stale: Lang | None = None
    """The language whose translation was made from an older text."""
    targets: tuple[tuple[Text, str], ...] = ()
    """Rules named behind the text, each with its anchor."""
    place: Place | None = None
    """The clause of a regulation it prints."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, or an article with its rows; an article without a title carries its number beside its first row."""

    level: int
    """Depth below the title of the document, from 1; 0 has no heading: loose rows."""
    rows: tuple[Row, ...] = ()
    label: Text | None = None
    title: Text | None = None
    anchor: str | None = None
    heading: bool = False
    """Whether it is a chapter's or group's heading and not an article."""
    stale: Lang | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The blank form of a record."""

    register: bool
    """Whether it has a row for each case, instead of a sheet."""
    rows: int
    """Blank rows of a register."""
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A regulation, a file of scripts or etiquette, a record, the glossary."""

    anchor: str
    title: Text
    facts: tuple[Fact, ...] = ()
    """What stands under the title."""
    edition: Text | None = None
    """Beside the title in the head of each page."""
    notice: Text | None = None
    """Not yet in force, repealed, an extract."""
    blocks: tuple[Block, ...] = ()
    sheet: Sheet | None = None
    regulation: Regulation | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Documents of one kind."""

    title: Text
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class Book:
    """A whole handbook, or what of it was chosen."""

    title: Text
    company: Text
    edition: Text | None
    accent: str
    """Colour of the brand, ``#1f5f8b``."""
    chosen: Text | None
    """What it was cut down to; ``None`` for all of it."""
    parts: tuple[Part, ...]

    @cached_property
    def rules(self) -> tuple[Document, ...]:
        """Its regulations."""
        return tuple(d for part in self.parts for d in part.documents if d.regulation is not None)

    def cited(self, text: str, lang: Lang, place: Place | None) -> list[Citation]:
        """Return where a printed text of a regulation names another rule of this book, in order.

        Args:
            text: The text.
            lang: Its language.
            place: The clause it stands in; other texts lead nowhere.
        """
        if place is None:
            return []
        article = next((node.id for node in place.lineage if node.level is Level.ARTICLE), None)
        own = (place.regulation.id, f"{place.regulation.id}/{article}")
        found = self._citations.find(text, lang, place.regulation, article)
        return [citation for citation in found if citation.address not in own]

    @cached_property
    def _citations(self) -> Citations:
        return Citations(tuple(d.regulation for d in self.rules if d.regulation is not None))
