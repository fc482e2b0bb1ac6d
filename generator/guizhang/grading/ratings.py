"""The practical part: several assessors' ratings to one score for each criterion, and how well assessors agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from guizhang.model.response import CriterionResult, Rating, Resolution
from guizhang.model.rubric import Criterion, Rubric
from guizhang.model.scoring import ONE, ZERO, ScoringPolicy

Weights = Literal["linear", "quadratic"]


def resolve(criterion: Criterion, ratings: Sequence[Rating]) -> CriterionResult:
    """Return what the ratings of one criterion come to.

    The rule, in this order: an agreed score decides; one rating, or ratings that are all the same, stand; of two that
    are at most one step apart the mean counts; of three the mean of the two that are closest, or the middle one where
    both pairs are as close; anything else is open until somebody gives a third rating or an agreed score.

    Args:
        criterion: A step is the distance between neighbouring anchors, or one point where it has fewer than two.
        ratings: All ratings of one candidate; those that leave the criterion out do not count.
    """
    agreed = [rating.scores[criterion.id] for rating in ratings if rating.agreed and criterion.id in rating.scores]
    given = [rating.scores[criterion.id] for rating in ratings if not rating.agreed and criterion.id in rating.scores]
    points, how = (agreed[-1], Resolution.AGREED) if agreed else _resolved(criterion, sorted(given))
    return CriterionResult(
        criterion=criterion.id,
        given=(*given, *agreed),
        points=points,
        resolution=how,
        max_points=criterion.max_points,
        critical=criterion.critical,
    )


def _resolved(criterion: Criterion, given: list[Decimal]) -> tuple[Decimal | None, Resolution]:
    """Return the points of ratings in ascending order, ``None`` while they are open."""
    if not given:
        return None, Resolution.OPEN
    if given[0] == given[-1]:
        return given[0], Resolution.SINGLE if len(given) == 1 else Resolution.SAME
    if len(given) == 2:
        near = _steps_apart(criterion, given[0], given[1]) <= 1
        return ((given[0] + given[1]) / 2, Resolution.MEAN) if near else (None, Resolution.OPEN)
    if len(given) == 3:
        low, middle, high = given
        if middle - low == high - middle:
            return middle, Resolution.THIRD
        return ((low if middle - low < high - middle else high) + middle) / 2, Resolution.THIRD
    return None, Resolution.OPEN


def _steps_apart(criterion: Criterion, low: Decimal, high: Decimal) -> Decimal:
    """Return how many steps lie between two scores: anchors between them, or points."""
    anchors = sorted(Decimal(points) for points in criterion.anchors)
    for first, second in pairwise(anchors):
        if first <= low and high <= second:
            return ONE
    if low in anchors and high in anchors:
        return Decimal(anchors.index(high) - anchors.index(low))
    return high - low


def practical_points(
    rubric: Rubric, criteria: Sequence[CriterionResult], most: Decimal, policy: ScoringPolicy
) -> Decimal | None:
    """Return the points of the practical part: the share of the rubric's points earned, of *most*; ``None`` while open."""
    earned = [result.points for result in criteria]
    if None in earned:
        return None
    total = sum((points for points in earned if points is not None), ZERO)
    return policy.points(total / rubric.max_points, most)


def weighted_kappa(pairs: Sequence[tuple[Decimal, Decimal]], weights: Weights) -> float | None:
    """Return the agreement of two assessors beyond chance, 1 at most; ``None`` where chance leaves no room for it.

    κ_w = 1 - Σ v_ij o_ij / Σ v_ij e_ij, with o the observed shares, e the product of the margins and v the distance of
    two scores: |a - b| linear, (a - b)² quadratic. Scores of 1, 2, 3 … are the numbered categories of the textbooks.

    Args:
        pairs: What both gave one candidate on one criterion, at least one pair.
        weights: How distance counts.

    Source: J. Cohen (1968), "Weighted kappa", Psychological Bulletin 70, 213-220; the quadratic weights of
        J. L. Fleiss & J. Cohen (1973), Educ. Psych. Meas. 33, 613-619.
    """
    power = {"linear": 1, "quadratic": 2}[weights]
    observed, firsts, seconds = Counter(pairs), Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    apart = sum(count * abs(one - two) ** power for (one, two), count in observed.items())
    chance = sum(m * n * abs(one - two) ** power for one, m in firsts.items() for two, n in seconds.items())
    return float(1 - apart * len(pairs) / chance) if chance else None
