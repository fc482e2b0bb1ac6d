"""What a printed handbook consists of, before any format: parts, documents, headed blocks, rows of text.

Texts are printed already (figures in place, slots shown) and hold both languages; a format chooses among them.
"""

from __future__ import annotations

from dataclasses import dataclass

from guizhang.model.record import Record
from guizhang.model.regulation import Place, Regulation
from guizhang.model.text import Lang, Text

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
    sheet: Record | None = None
    """The blank form, for a record; its texts are printed."""
    regulation: Regulation | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Documents of one kind."""

    title: Text
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
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
