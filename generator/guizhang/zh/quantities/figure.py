"""What the grammar of quantities gives: a figure with its place, value and bound, in plain strings.

Values are spelled as `guizhang.model.quantity` spells them; the model itself is above this package.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FigureKind(StrEnum):
    """What a figure measures; the names of the model's kinds."""

    DURATION = "duration"
    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    TIME = "time-of-day"
    DATE = "date"
    FREQUENCY = "frequency"


class Limit(StrEnum):
    """How a figure limits; the names of the model's bounds."""

    MAX = "max"
    MIN = "min"
    EXACT = "exact"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as the grammar reads it, before the words around it are looked at."""

    start: int
    """Offset in the folded view."""
    end: int
    kind: FigureKind
    value: str
    """Canonical spelling: ``PT24H``, ``200..1000``, ``80%``, ``2/3``, ``8:30``, ``2026-12-01``, ``2/P1W``."""
    unit: str | None = None
    """ISO 4217 code, ``business``, a unit id of the model, or the Chinese measure word where there is no id."""
    limit: Limit | None = None
    """A bound the form itself carries (每周至少两次, 过半数); ``None``: look around."""
    inclusive: bool = True
    """Whether that bound includes the figure."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text."""

    start: int
    """Offset in the text as given."""
    end: int
    span: str
    """The exact source text."""
    kind: FigureKind
    value: str
    """Canonical spelling; ``LOW..HIGH`` for a range."""
    unit: str | None
    bound: Limit
    inclusive: bool
    """Whether the figure itself lies within its bound."""
    trigger: str | None = None
    """What starts the clock of a deadline, as printed: 接到投诉后."""
