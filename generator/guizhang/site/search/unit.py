"""What the search finds: one unit for each article, situation, point, record, term and section of a page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a unit is; the order is that of the filter."""

    ARTICLE = "article"
    SCRIPT = "script"
    ETIQUETTE = "etiquette"
    RECORD = "record"
    TERM = "term"
    PAGE = "page"


NAMES = {
    Kind.ARTICLE: ("条款", "Rules"),
    Kind.SCRIPT: ("话术", "Scripts"),
    Kind.ETIQUETTE: ("礼仪", "Etiquette"),
    Kind.RECORD: ("表单", "Records"),
    Kind.TERM: ("术语", "Glossary"),
    Kind.PAGE: ("其他页面", "Other pages"),
}
"""How the filter calls them, Chinese and English."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages, plain and in NFC; a missing one is empty."""

    zh: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a unit stands; one value is shared by all units below a chapter."""

    shown: Words
    """Titles from the outermost, parted by line feeds."""
    others: tuple[str, ...] = ()
    """What else the regulation is called."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a unit."""

    kind: str
    printed: Words
    what: Words
    """What it is, as a clause: 首次回复时限：最多24小时，自接到投诉起."""
    ends: tuple[int, ...] = ()
    """Of a figure that has only the sentence it stands in: how much of it, zh and en, is said before and beside it, in UTF-16."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing the search finds."""

    kind: Kind
    url: str
    """Page and anchor, from the site's root."""
    address: str
    """Permanent address; empty where there is none."""
    label: Words
    """Printed number: 第五条 / Art. 5."""
    title: Words
    heading: Heading
    body: Words
    """Lines; those of both languages correspond."""
    names: tuple[str, ...] = ()
    """What else it is called: synonyms of a term."""
    numbers: tuple[str, ...] = ()
    """Its own number as a query asks for it: ``5``, ``5-1``, ``4.8.1``."""
    roles: tuple[str, ...] = ()
    """Whom it binds; empty is everyone."""
    themes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """Names of the themes in both languages; found like the text, though not printed in it."""
    figures: tuple[Figure, ...] = ()
