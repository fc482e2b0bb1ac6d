"""What candidates answered, and what it earned."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from guizhang.model.base import Model


class Outcome(StrEnum):
    """What became of one answer; left blank is not wrong."""

    RIGHT = "right"
    PARTIAL = "partial"
    WRONG = "wrong"
    BLANK = "blank"
    UNMARKED = "unmarked"
    """A written answer nobody has given points yet."""


class Response(Model):
    """One candidate's answers to one form."""

    candidate: str
    name: str = ""
    form: str
    answers: Mapping[int, str]
    """Question number (from 1) -> what was written: ``B``, ``ACD``, ``T``, ``24``; absent or empty is blank."""
    given_points: Mapping[int, Decimal] = {}
    """Question number -> points an assessor gave a written answer."""
    practical: Decimal | None = None
    """Points of the practical part; ``None`` until it is scored."""


class ItemResult(Model):
    """What one answer earned."""

    number: int
    item_id: str
    answer: str
    outcome: Outcome
    points: Decimal
    max_points: Decimal


class CandidateResult(Model):
    """One candidate's result."""

    candidate: str
    name: str = ""
    form: str
    items: tuple[ItemResult, ...]
    practical: Decimal | None
    total_points: Decimal
    max_points: Decimal
    passed: bool | None
    """``None`` while something is still unmarked and would decide it."""
    theme_shares: Mapping[str, Decimal]
    """Theme -> share of its points earned, 0..1."""
