"""What may be practised on the site: items of the pool ``practice`` with their keys, and blueprints to imitate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guizhang.model.blueprint import Blueprint
from guizhang.model.drawn_item import DrawnItem


@dataclass(frozen=True, slots=True)
class PracticeItem:
    """An item with everything printed, ready to be asked; never one of the pool ``exam``."""

    id: str
    questions: tuple[DrawnItem, ...]
    """One, or those of a case; their options stand in the item's own order."""
    fixed: tuple[bool, ...]
    """For each question whether its options keep that order."""
    applies_to: tuple[str, ...] = ()
    """Roles it is meant for; none means everyone."""
    apart: tuple[str, ...] = ()
    """Items that answer it or are answered by it: never asked in one round with it."""
    since: date | None = None
    """First day on which what it rests on is in force; the page, which knows the day, asks it from then on."""

    @property
    def cites(self) -> tuple[str, ...]:
        """Addresses it rests on, the first one first."""
        return tuple(self.questions[0].cites)


@dataclass(frozen=True, slots=True)
class Practice:
    """Everything the practice page offers."""

    items: tuple[PracticeItem, ...] = ()
    blueprints: tuple[Blueprint, ...] = ()
    """Assessments whose shape a simulation borrows; it draws from `items` alone."""
