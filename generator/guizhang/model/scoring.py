"""The scoring policy: which named rule turns an answer into points. Grading and exports read the same one.

Every rule gives a *share* of the item's points, 0..1, or down to -1 with negative marking; an unanswered item never
reaches a rule, because blank is an outcome of its own and earns 0 under each of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Annotated, Literal

from pydantic import Field

from guizhang.model.base import Model
from guizhang.model.item import ItemType

ZERO = Decimal(0)
ONE = Decimal(1)


class MultipleRule(StrEnum):
    """How a multiple-choice answer earns points.

    With k right options, w wrong ones, h right ones ticked (hits) and f wrong ones ticked (false ticks):
    """

    ALL_OR_NOTHING = "all_or_nothing"
    """1 where h = k and f = 0, otherwise 0 (全对得分)."""
    PER_OPTION = "per_option"
    """(h + w - f) / (k + w): each option counts as one true/false question."""
    MISSED_FIXED = "missed_fixed"
    """漏选得固定分: 1 where complete; `missed_share` where 0 < h < k and f = 0; 0 with any false tick."""
    MISSED_SHARE = "missed_share"
    """漏选按选对个数得分: h / k where f = 0; 0 with any false tick."""
    EXAMS_FALSE = "exams_false"
    """max(0, h/k - f/w), R/exams rule "false"."""
    EXAMS_FALSE2 = "exams_false2"
    """max(0, h/k - f/max(w, 2)), R/exams rule "false2"."""
    EXAMS_TRUE = "exams_true"
    """max(0, h/k - f/k), R/exams rule "true"."""
    EXAMS_ALL = "exams_all"
    """max(0, h/k - f), R/exams rule "all"."""
    EXAMS_NONE = "exams_none"
    """h/k whatever else is ticked, R/exams rule "none"; ticking everything earns all, so use it with care."""


class OrderingRule(StrEnum):
    """How an ordering answer earns points."""

    EXACT = "exact"
    """1 for the whole order, otherwise 0."""
    ADJACENT_PAIRS = "adjacent_pairs"
    """p / (n - 1), with p of the n - 1 neighbours of the key standing one right behind the other."""
    LONGEST_RUN = "longest_run"
    """r / n, with r steps in the longest run of the answer that the key has as well, 0 where r = 1."""


class PartsRule(StrEnum):
    """How the gaps of a cloze item or the pairs of a matching item earn points.

    With weights s of the parts (1 for each pair):
    """

    PER_PART = "per_part"
    """sum of s over the right parts / sum of s over all parts."""
    ALL_OR_NOTHING = "all_or_nothing"
    """1 where every part is right, otherwise 0."""


class Floor(StrEnum):
    """Below what negative marks cannot take a result."""

    ITEM = "item"
    """No item earns less than 0: a wrong tick costs what the right ones of the same item earned, and no more."""
    SECTION = "section"
    """No section earns less than 0: a wrong answer costs what other answers of the section earned, and no more."""
    NONE = "none"
    """Nothing stops them; a total may be below 0."""


GUESSING: Literal["1/(k-1)"] = "1/(k-1)"
ChoiceType = Literal[ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE, ItemType.TRUE_FALSE]


class Negative(Model):
    """What a wrong answer costs; a blank one costs nothing.

    With s the share lost: an answer that is wrong, or that the rule of a multiple-choice item gives nothing, earns -s.
    Under the rules named ``exams_…`` an answer earns max(sum, -s), with the sum before it is bounded at 0.

    Source: the bound is ``negative = s`` of ``exams_eval`` in R/exams; ``1/(k-1)`` is the correction for guessing, under
    which a blind guess among the k answers one can give is worth (1/k) - ((k-1)/k) / (k-1) = 0.
    """

    share: Annotated[Decimal, Field(gt=0, le=1)] | Literal["1/(k-1)"] = GUESSING
    """Share of the item's points lost; or ``1/(k-1)``, where k is the number of options of a single choice, 2 for
    true/false, and 2^n - 1 for a multiple choice of n options."""
    floor: Floor = Floor.SECTION
    types: tuple[ChoiceType, ...] = (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE, ItemType.TRUE_FALSE)
    """Types of item it applies to."""

    def cost(self, kind: ItemType, options: int) -> Decimal:
        """Return the share of its points a wrong answer to an item loses, 0 for types it does not apply to."""
        if kind not in self.types:
            return ZERO
        if isinstance(self.share, Decimal):
            return self.share
        answers = {ItemType.TRUE_FALSE: 2, ItemType.MULTIPLE_CHOICE: (1 << options) - 1}.get(kind, options)
        return ONE / max(answers - 1, 1)


class ScoringPolicy(Model):
    """Which rule scores which type of item; the defaults are those of most company tests.

    A case needs no rule: each of its questions is scored as its own type is, and the case earns their sum.
    """

    multiple: MultipleRule = MultipleRule.ALL_OR_NOTHING
    missed_share: Annotated[Decimal, Field(ge=0, le=1)] = Decimal("0.5")
    """Share of the points an incomplete answer without a false tick earns under ``missed_fixed``."""
    ordering: OrderingRule = OrderingRule.EXACT
    cloze: PartsRule = PartsRule.PER_PART
    matching: PartsRule = PartsRule.PER_PART
    negative: Negative | None = None
    """What wrong answers cost; ``None``: nothing."""
    point_step: Annotated[Decimal, Field(gt=0)] = Decimal("0.01")
    """Points of one answer are rounded half up (away from 0) to a multiple of this, before they are added up: what is
    printed beside each question adds up to the printed total. ``0.5`` gives half points."""

    def points(self, share: Decimal, max_points: Decimal) -> Decimal:
        """Return the points a share of *max_points* earns, rounded half up to `point_step` and never above the maximum.

        Args:
            share: What the rule gave, -1..1.
            max_points: Points the item is worth.
        """
        if share == ONE:
            return max_points  # 2.005 points for a right answer stay 2.005: only what a rule divides is rounded
        if self.negative and self.negative.floor is Floor.ITEM:
            share = max(ZERO, share)
        steps = (share * max_points / self.point_step).to_integral_value(rounding=ROUND_HALF_UP)
        return min(steps * self.point_step, max_points)

    def cost(self, kind: ItemType, options: int) -> Decimal:
        """Return the share of its points that a wrong answer to an item loses."""
        return self.negative.cost(kind, options) if self.negative else ZERO

    def section_points(self, points: Decimal) -> Decimal:
        """Return what a section earns whose answers add up to *points*."""
        return max(ZERO, points) if self.negative and self.negative.floor is Floor.SECTION else points


def multiple_choice_share(
    rule: MultipleRule,
    key: Collection[str],
    ticked: Collection[str],
    options: int,
    *,
    missed_share: Decimal,
    cost: Decimal = ZERO,
) -> Decimal:
    """Return the share of the points a multiple-choice answer earns.

    Args:
        rule: The named rule; the formulas stand with `MultipleRule`.
        key: Letters of the right options, at least one.
        ticked: Letters the candidate ticked, at least one, all of them among the options.
        options: How many options the item has.
        missed_share: What ``missed_fixed`` gives for an incomplete answer, 0..1.
        cost: Share a wrong answer loses under negative marking, 0..1; the formula stands with `Negative`.

    Returns:
        A share in -cost..1.

    Source: the five ``exams_*`` rules are ``exams_eval(partial = TRUE, negative = cost)`` of R/exams, whose sums are
    bounded below at -cost; ``all_or_nothing`` is ``partial = FALSE``.
    """
    count = _Count(
        keys=Decimal(len(set(key))),
        wrongs=Decimal(options - len(set(key))),
        hits=Decimal(len(set(key) & set(ticked))),
        false_ticks=Decimal(len(set(ticked) - set(key))),
        missed_share=missed_share,
    )
    share = _SHARES[rule](count)
    if rule in _DEDUCTING:
        return max(-cost, share)
    return share if share > ZERO else -cost


@dataclass(frozen=True, slots=True)
class _Count:
    """What the formulas of `MultipleRule` are about."""

    keys: Decimal
    wrongs: Decimal
    hits: Decimal
    false_ticks: Decimal
    missed_share: Decimal

    @property
    def complete(self) -> bool:
        return self.hits == self.keys and not self.false_ticks

    @property
    def hit_share(self) -> Decimal:
        return self.hits / self.keys


def _missed_fixed(count: _Count) -> Decimal:
    if count.complete:
        return ONE
    return count.missed_share if count.hits and not count.false_ticks else ZERO


_SHARES: Mapping[MultipleRule, Callable[[_Count], Decimal]] = {
    MultipleRule.ALL_OR_NOTHING: lambda c: ONE if c.complete else ZERO,
    MultipleRule.PER_OPTION: lambda c: (c.hits + c.wrongs - c.false_ticks) / (c.keys + c.wrongs),
    MultipleRule.MISSED_FIXED: _missed_fixed,
    MultipleRule.MISSED_SHARE: lambda c: ZERO if c.false_ticks else c.hit_share,
    # Where every option is right there is no wrong one to tick, so f = 0 and the divisor does not matter.
    MultipleRule.EXAMS_FALSE: lambda c: c.hit_share - c.false_ticks / max(c.wrongs, ONE),
    MultipleRule.EXAMS_FALSE2: lambda c: c.hit_share - c.false_ticks / max(c.wrongs, Decimal(2)),
    MultipleRule.EXAMS_TRUE: lambda c: c.hit_share - c.false_ticks / c.keys,
    MultipleRule.EXAMS_ALL: lambda c: c.hit_share - c.false_ticks,
    MultipleRule.EXAMS_NONE: lambda c: c.hit_share,
}

_DEDUCTING = frozenset(
    {
        MultipleRule.EXAMS_FALSE,
        MultipleRule.EXAMS_FALSE2,
        MultipleRule.EXAMS_TRUE,
        MultipleRule.EXAMS_ALL,
        MultipleRule.EXAMS_NONE,
    }
)
"""Rules whose wrong ticks have a price of their own, so that negative marking only moves the lower bound."""


def ordering_share(rule: OrderingRule, key: tuple[str, ...], given: tuple[str, ...]) -> Decimal:
    """Return the share of the points an ordering answer earns.

    Args:
        rule: The named rule; the formulas stand with `OrderingRule`.
        key: Letters in their right order.
        given: Letters in the order the candidate wrote them; shorter, longer or doubled letters are allowed.
    """
    match rule:
        case OrderingRule.EXACT:
            return ONE if given == key else ZERO
        case OrderingRule.ADJACENT_PAIRS:
            return Decimal(sum(_behind_each_other(key, given))) / (len(key) - 1)
        case OrderingRule.LONGEST_RUN:
            runs = [len(list(run)) + 1 for joined, run in groupby(_behind_each_other(key, given)) if joined]
            return Decimal(max(runs, default=0)) / len(key)


def _behind_each_other(key: tuple[str, ...], given: tuple[str, ...]) -> list[bool]:
    """Return for each letter but the first whether the one before it stands right before it in the key as well.

    A step named twice makes the answer one that nobody can follow: nothing in it counts.
    """
    if len(set(given)) < len(given):
        return []
    neighbours = set(pairwise(key))
    return [pair in neighbours for pair in pairwise(given)]


def parts_share(rule: PartsRule, right: Sequence[bool], weights: Sequence[Decimal]) -> Decimal:
    """Return the share of the points an answer in parts earns.

    Args:
        rule: The named rule; the formulas stand with `PartsRule`.
        right: Whether each part is right; a part left blank is not.
        weights: What each part weighs, above 0.
    """
    earned = sum((weight for weight, is_right in zip(weights, right, strict=True) if is_right), ZERO)
    share = earned / sum(weights, ZERO)
    match rule:
        case PartsRule.PER_PART:
            return share
        case PartsRule.ALL_OR_NOTHING:
            return ONE if share == ONE else ZERO


def same_words(text: str) -> str:
    """Return the spelling in which a written gap is compared: 24 Hours. and 24hours are the same, 1天 is not.

    Width, case, blanks and a closing mark do not count. That a day is 24 hours is for the item to say.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"\s+", "", folded).rstrip(".。,;；")
