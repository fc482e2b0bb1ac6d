"""The scoring policy: which named rule turns an answer into points. Grading and exports read the same one.

Every rule gives a *share* of the item's points, 0..1; an unanswered item never reaches a rule, because blank is an
outcome of its own and earns 0 under each of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Annotated

from pydantic import Field

from guizhang.model.base import Model

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
    point_step: Annotated[Decimal, Field(gt=0)] = Decimal("0.01")
    """Points of one answer are rounded half up to a multiple of this, before they are added up: what is printed beside
    each question adds up to the printed total. ``0.5`` gives half points."""

    def points(self, share: Decimal, max_points: Decimal) -> Decimal:
        """Return the points a share of *max_points* earns, rounded half up to `point_step` and never above the maximum.

        Args:
            share: What the rule gave, 0..1.
            max_points: Points the item is worth.
        """
        if share == ONE:
            return max_points  # 2.005 points for a right answer stay 2.005: only what a rule divides is rounded
        steps = (share * max_points / self.point_step).to_integral_value(rounding=ROUND_HALF_UP)
        return min(steps * self.point_step, max_points)


def multiple_choice_share(
    rule: MultipleRule, key: Collection[str], ticked: Collection[str], options: int, *, missed_share: Decimal
) -> Decimal:
    """Return the share of the points a multiple-choice answer earns.

    Args:
        rule: The named rule; the formulas stand with `MultipleRule`.
        key: Letters of the right options, at least one.
        ticked: Letters the candidate ticked, at least one, all of them among the options.
        options: How many options the item has.
        missed_share: What ``missed_fixed`` gives for an incomplete answer, 0..1.

    Returns:
        A share in 0..1.

    Source: the five ``exams_*`` rules are ``exams_eval(partial = TRUE, negative = FALSE)`` of R/exams, whose sums are
    bounded below at 0.
    """
    count = _Count(
        keys=Decimal(len(set(key))),
        wrongs=Decimal(options - len(set(key))),
        hits=Decimal(len(set(key) & set(ticked))),
        false_ticks=Decimal(len(set(ticked) - set(key))),
        missed_share=missed_share,
    )
    return max(ZERO, _SHARES[rule](count))


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
