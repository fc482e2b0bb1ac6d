"""What candidates answered, and what it earned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from guizhang.model.base import Model


class Outcome(StrEnum):
    """What became of one answer; left blank is not wrong."""

    RIGHT = "right"
    PARTIAL = "partial"
    WRONG = "wrong"
    BLANK = "blank"
    UNMARKED = "unmarked"
    """A written answer nobody has given points yet."""


class Rating(Model):
    """What one assessor gave a practical part."""

    rater: str
    """Name or initials."""
    agreed: bool = False
    """Whether it is the score the assessors agreed on after talking; it decides."""
    scores: Mapping[str, Decimal]
    """Criterion -> points, 0 to what the criterion is worth."""


class Resolution(StrEnum):
    """How the score of a criterion came about."""

    SINGLE = "single"
    """One assessor."""
    SAME = "same"
    """All gave the same."""
    MEAN = "mean"
    """The mean of two that are one step apart."""
    THIRD = "third"
    """The mean of the two of three that are closest, or the middle one."""
    AGREED = "agreed"
    """What they agreed on."""
    OPEN = "open"
    """Too far apart: a third rating or an agreed score is needed."""


class CriterionResult(Model):
    """What one criterion of the practical part came to."""

    criterion: str
    given: tuple[Decimal, ...]
    """What each assessor gave, in the order read; the agreed score last."""
    points: Decimal | None
    """``None`` while it is open."""
    resolution: Resolution
    max_points: Decimal
    critical: bool = False

    @property
    def failed(self) -> bool:
        """Whether it fails the candidate by itself."""
        return self.critical and self.points == 0


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
    """Points of the practical part as a whole; ``None`` until it is scored, or where it is rated by criterion."""
    ratings: tuple[Rating, ...] = ()
    """The practical part by criterion, one for each assessor."""


class ItemResult(Model):
    """What one answer earned."""

    number: int
    item_id: str
    answer: str
    outcome: Outcome
    points: Decimal
    """0 while unmarked; below 0 only under negative marking."""
    max_points: Decimal

    @cached_property
    def credit(self) -> Decimal:
        """Points as a sign of knowledge: a negative mark deters from guessing and shows no less than nothing."""
        return self.points if self.points > 0 else Decimal(0)


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


class Reason(StrEnum):
    """Why somebody fails."""

    TOTAL = "total"
    """The total is below the cut score."""
    SECTION = "section"
    """A section is below its own minimum."""
    CRITERION = "criterion"
    """Nothing was earned on a critical criterion of the practical part."""


class Shortfall(Model):
    """One reason for failing, with its figures."""

    reason: Reason
    section: int | None = None
    """Which section, from 1."""
    criterion: str | None = None
    points: Decimal
    """Points that count so far and at most can still come."""
    needed: Decimal
    """Points it takes; of a critical criterion more than 0."""


@dataclass(frozen=True, slots=True)
class ProvisionShare:
    """What one candidate earned on the questions that rest on one provision."""

    # A large class has a few hundred thousand of these, which no file is read into: they need no validation.

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
    """Points of the practical part; ``None`` until every criterion is scored."""
    criteria: tuple[CriterionResult, ...] = ()
    """The practical part by criterion, where it was rated so."""
    total_points: Decimal
    """What is marked so far, the practical part included."""
    open_points: Decimal = Decimal(0)
    """Points still to be given: unmarked answers and an unscored practical part."""
    max_points: Decimal
    cut_points: Decimal = Decimal(0)
    """Points it takes to pass."""
    passed: bool | None
    """``None`` while something is still unmarked and would decide it."""
    shortfalls: tuple[Shortfall, ...] = ()
    """Why not passed; nothing where passed or undecided."""
    theme_shares: Mapping[str, Decimal]
    """Theme -> share of its points earned, 0..1; an item counts for its first theme, unmarked answers not at all."""
    read_again: tuple[ProvisionShare, ...] = ()
    """Provisions on which points were lost, weakest first."""

    def count(self, outcome: Outcome) -> int:
        """Return how many of the answers had this outcome."""
        return sum(item.outcome is outcome for item in self.items)
