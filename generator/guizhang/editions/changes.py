"""A difference between two editions, as data; terminal, page, JSON and records are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guizhang.editions.entries import Entry, Key, Row
from guizhang.editions.pieces import Piece
from guizhang.model.edition import Aspect, Turn
from guizhang.model.text import Lang, Text

QUIET = frozenset({Aspect.FORMAT, Aspect.RENUMBERED, Aspect.RENAMED})
"""What changes nothing for whoever keeps the rules; shown apart."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; one of them is absent where it came or went."""

    old: Row | None
    new: Row | None
    zh: tuple[Piece, ...]
    en: tuple[Piece, ...]
    aspects: frozenset[Aspect]
    stale: Lang | None = None
    """The language whose translation did not follow."""

    @property
    def row(self) -> Row:
        """The row as it is now, or as it was."""
        row = self.new or self.old
        assert row is not None, "a change has two sides or one"
        return row

    def pieces(self, lang: Lang) -> tuple[Piece, ...]:
        """Return the difference in one language."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class StrengthChange:
    """A clause that binds otherwise than before."""

    old: str
    """Norm before."""
    new: str
    turn: Turn
    typed: bool
    """Whether the field ``norm`` says so, or only the words."""
    clause: Text
    """The clause as it is now, in the language it was read in."""
    was: Text


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that changed; one side is absent where it came or went."""

    name: str
    """``#reply``, or a full address; empty where it is no fact but stands in the words."""
    about: Text | None
    old: Text | None
    """As printed, with its bound: 最多24小时 / at most 24 hours."""
    new: Text | None
    old_value: str | None = None
    """Canonical spelling: ``PT24H``."""
    new_value: str | None = None


@dataclass(frozen=True, slots=True)
class AttributeChange:
    """Something noted about an entry that changed."""

    name: str
    old: Text | None
    new: Text | None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one entry."""

    old: Entry | None
    new: Entry | None
    aspects: tuple[Aspect, ...]
    """What matters most first."""
    confidence: float = 1.0
    """How sure it is that the two are one thing; below 1 where likeness decided."""
    rows: tuple[RowChange, ...] = ()
    """Rows that changed, in order; every row of what was added or removed."""
    strengths: tuple[StrengthChange, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    attributes: tuple[AttributeChange, ...] = ()
    old_home: Text | None = None
    """Where it stood, where it moved."""
    new_home: Text | None = None

    @property
    def entry(self) -> Entry:
        """The entry as it is now, or as it was."""
        entry = self.new or self.old
        assert entry is not None, "a change has two sides or one"
        return entry

    @property
    def quiet(self) -> bool:
        """Whether nothing changed for whoever keeps the rules."""
        return QUIET.issuperset(self.aspects)

    @property
    def stale(self) -> tuple[Lang, ...]:
        """Languages whose translation did not follow."""
        return tuple(dict.fromkeys(row.stale for row in self.rows if row.stale is not None))


@dataclass(frozen=True, slots=True)
class Edition:
    """One of the two sides."""

    name: str
    """As it was asked for: a folder, a revision."""
    title: Text
    version: str | None
    """Edition of the handbook as a whole."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two editions."""

    old: Edition
    new: Edition
    changes: tuple[Change, ...]
    """In the order of the new edition; what was removed stands where it was."""
    unchanged: tuple[tuple[str, str], ...]
    """(address before, address now) of what is the same."""
    titles: Mapping[Key, Text]
    """What chapters and documents are called."""
    unread: tuple[str, ...] = ()
    """Ids of documents left out on both sides, since one of them could not be read."""
    unversioned: tuple[Text, ...] = ()
    """Titles of regulations whose rules changed and whose version did not."""

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not self.changes

    def document(self, change: Change) -> Text | None:
        """Return the title of the document *change* happened in; ``None`` where it is one by itself."""
        return self.titles.get((change.entry.family, change.entry.document)) if "/" in change.entry.address else None

    def count(self, aspect: Aspect) -> int:
        """Return how many entries changed this way."""
        return sum(aspect in change.aspects for change in self.changes)

    @property
    def loud(self) -> tuple[Change, ...]:
        """Changes that say something new."""
        return tuple(change for change in self.changes if not change.quiet)
