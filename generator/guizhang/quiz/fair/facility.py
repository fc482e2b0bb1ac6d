"""How hard an item is expected to be: the share of its points a candidate gets.

A rating of 1 to 5 stands for an expected facility. Once candidates have answered the item, what they did counts the more
the more of them there were: the posterior mean of a beta distribution whose prior weighs as much as twenty candidates.

Source: G. H. Fischer and I. W. Molenaar, "Rasch Models" (1995), on shrinkage; beta-binomial model as in J. A. Keats and
F. M. Lord, "A theoretical distribution for mental test scores" (1962).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

BY_RATING: Mapping[int, float] = {1: 0.90, 2: 0.80, 3: 0.70, 4: 0.55, 5: 0.40}
"""Rating -> expected facility. The steps are those trainers mean by easy, fairly easy, medium, fairly hard, hard."""
PRIOR_CANDIDATES = 20
"""How many candidates the rating counts as."""
RATING_ERROR = 0.5
"""Standard error of a rating, in steps: two people who rate apart differ by about that."""


@dataclass(frozen=True, slots=True)
class Observed:
    """What candidates did with an item."""

    candidates: int
    facility: float
    """Share of its points they got, 0 to 1."""


def expected_facility(rating: int, observed: Observed | None = None) -> float:
    """Return the expected facility of an item, 0 to 1."""
    prior = BY_RATING[rating]
    if observed is None:
        return prior
    weight = PRIOR_CANDIDATES + observed.candidates
    return (PRIOR_CANDIDATES * prior + observed.candidates * observed.facility) / weight


def standard_error(rating: int, observed: Observed | None = None) -> float:
    """Return the standard error of that expectation: of the rating alone, or of rating and answers together."""
    levels = sorted(BY_RATING)
    low, high = max(rating - 1, levels[0]), min(rating + 1, levels[-1])
    step = (BY_RATING[low] - BY_RATING[high]) / (high - low)
    prior = RATING_ERROR * step
    if observed is None or observed.candidates == 0:
        return prior
    weight = PRIOR_CANDIDATES + observed.candidates
    share = expected_facility(rating, observed)
    sampling = sqrt(share * (1 - share) / observed.candidates)
    return sqrt((PRIOR_CANDIDATES / weight * prior) ** 2 + (observed.candidates / weight * sampling) ** 2)
