"""What a query gives."""

from __future__ import annotations

from dataclasses import dataclass

from guizhang.site.search.index import Shown
from guizhang.site.search.variants import Variant


@dataclass(frozen=True, slots=True)
class Added:
    """Another reading of the query by which a hit was found."""

    typed: str
    other: str
    why: str
    """``synonym``, ``pinyin``, ``sound`` or ``typo``."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One result."""

    document: int
    score: int
    shown: Shown
    partly: bool = False
    """Whether it has only some of what was asked."""
    added: tuple[Added, ...] = ()
    standing: str = ""
    """``pending`` or ``ended`` where it is not in force on the day it is searched."""


@dataclass(frozen=True, slots=True)
class Card:
    """A figure that answers the query."""

    kind: str
    zh: str
    en: str
    what_zh: str
    what_en: str
    shown: Shown
    """Where it stands."""
    standing: str = ""
    """As of a hit."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a query gives."""

    hits: tuple[Hit, ...]
    lacking: tuple[str, ...]
    """What of the query none of the partial hits has."""
    card: Card | None
    asked: tuple[tuple[Variant, ...], ...]
    """What a hit may have of the query, each with the ways to have it."""

    @property
    def added(self) -> tuple[Added, ...]:
        """What was searched beside what was typed, as far as it found something."""
        return tuple(dict.fromkeys(added for hit in self.hits for added in hit.added))
