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
    """Question number (from 1) -> normalised answer: ``B``, ``ACD``, ``T``, ``24``; absent or empty is blank, except
    that a written answer is unmarked until somebody gives it points or declares it blank."""
    given_points: Mapping[int, Decimal] = {}
    """Question number -> points an assessor gave a written answer."""
    declared_blank: frozenset[int] = frozenset()
    """Written answers an assessor has marked as left blank, so that they are not waited for."""
    practical: Decimal | None = None
    """Points of the practical part; ``None`` until it is scored."""


class ItemResult(Model):
    """What one answer earned."""

    number: int
    item_id: str
    answer: str
    outcome: Outcome
    points: Decimal
    """0 while unmarked."""
    max_points: Decimal


class SectionResult(Model):
    """What one section of the form earned."""

    points: Decimal
    open_points: Decimal
    """Points of its answers nobody has marked yet."""
    max_points: Decimal
    minimum_points: Decimal | None = None
    """Least points the blueprint asks for in this section."""

    @property
    def met(self) -> bool | None:
        """Whether the section's minimum is reached; ``None`` while unmarked answers would decide it."""
        if self.minimum_points is None or self.points >= self.minimum_points:
            return True
        return None if self.points + self.open_points >= self.minimum_points else False


class ProvisionShare(Model):
    """What one candidate earned on the questions that rest on one provision."""

    address: str
    points: Decimal
    max_points: Decimal

    @property
    def share(self) -> Decimal:
        """Share earned, 0..1."""
        return self.points / self.max_points


class CandidateResult(Model):
    """One candidate's result."""

    candidate: str
    name: str = ""
    form: str
    items: tuple[ItemResult, ...]
    sections: tuple[SectionResult, ...] = ()
    """In the order of the form's sections."""
    practical: Decimal | None
    total_points: Decimal
    """What is marked so far, the practical part included."""
    open_points: Decimal = Decimal(0)
    """Points still to be given: unmarked answers and an unscored practical part."""
    max_points: Decimal
    cut_points: Decimal = Decimal(0)
    """Points it takes to pass."""
    passed: bool | None
    """``None`` while something is still unmarked and would decide it."""
    theme_shares: Mapping[str, Decimal]
    """Theme -> share of its points earned, 0..1; an item counts for its first theme, unmarked answers not at all."""
    read_again: tuple[ProvisionShare, ...] = ()
    """Provisions on which points were lost, weakest first."""

    def count(self, outcome: Outcome) -> int:
        """Return how many of the answers had this outcome."""
        return sum(item.outcome is outcome for item in self.items)
