"""The formulas of item and test analysis: plain numbers in, plain numbers out.

How many people each takes to mean anything is in `guizhang.grading.analysis.figures`; docs/grading.md has both side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import asin, atanh, erfc, exp, pi, sin, sqrt, tanh
from operator import mul

from guizhang.model.scoring import ZERO

Z95 = 1.959963984540054
"""Normal quantile of a two-sided interval of 95 %."""
GROUP_SHARE = 0.27
"""Share of the people in the upper and in the lower group of D.

Source: T. L. Kelley (1939), "The selection of upper and lower groups for the validation of test items", J. Educ. Psych. 30.
"""
NO_SPREAD = 1e-9
"""A deviation below this is what rounding leaves of equal values."""


def facility(points: Sequence[Decimal], max_points: Sequence[Decimal]) -> Decimal:
    """Return the share of available points earned on one item (p); high means easy.

    Args:
        points: Points of every person whose answer is marked; blanks are in it with 0, people who were not asked and
            unmarked answers are not.
        max_points: What the item was worth on each of their forms, above 0, in the same order.

    Returns:
        sum(points) / sum(max_points): a proportion in 0..1, not per cent.

    Raises:
        ValueError: *points* is empty.

    Source: MoodleDocs, "Quiz statistics report": facility index = mean credit / maximum credit.
    """
    if not points:
        raise ValueError("facility of an item nobody was marked on")
    return sum(points, ZERO) / sum(max_points, ZERO)


def wilson(share: float, n: int, z: float = Z95) -> tuple[float, float]:
    """Return the Wilson score interval of a proportion.

    With p the share and z the normal quantile, the ends are
    (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n). For items with partial credit p is a mean of values in 0..1,
    whose variance is at most that of a proportion, so the interval is on the safe side.

    Args:
        share: Observed proportion, 0..1.
        n: People it rests on, above 0.
        z: Normal quantile; the default gives 95 %.

    Source: E. B. Wilson (1927), "Probable inference, the law of succession, and statistical inference", JASA 22.
    """
    middle = share + z * z / (2 * n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def mean(values: Sequence[float]) -> float:
    """Return the arithmetic mean."""
    return sum(values) / len(values)


def variance(values: Sequence[float]) -> float:
    """Return the variance of a sample: sum of squared deviations / (n - 1)."""
    middle = mean(values)
    apart = [value - middle for value in values]
    return _dot(apart, apart) / (len(values) - 1)


def deviation(values: Sequence[float]) -> float:
    """Return the standard deviation of a whole group: the root of the mean squared deviation."""
    return sqrt(variance(values) * (len(values) - 1) / len(values)) if len(values) > 1 else 0.0


def _dot(left: Sequence[float], right: Sequence[float]) -> float:
    return float(sum(map(mul, left, right)))


def correlation(left: Sequence[float], right: Sequence[float]) -> float | None:
    """Return Pearson's r; ``None`` where one side is the same for everybody.

    With 0 and 1 on one side it is the point-biserial correlation; of an item with the rest of the test, item-rest r.
    """
    a, b = mean(left), mean(right)
    lefts, rights = [value - a for value in left], [value - b for value in right]
    spread = sqrt(_dot(lefts, lefts) * _dot(rights, rights))
    if spread <= NO_SPREAD * len(left):
        return None
    return max(-1.0, min(1.0, _dot(lefts, rights) / spread))


def fisher_interval(r: float, n: int, z: float = Z95) -> tuple[float, float]:
    """Return the interval of a correlation: tanh(artanh r ± z / √(n - 3)).

    Args:
        r: Observed correlation, -1..1.
        n: People it rests on, above 3.
        z: Normal quantile; the default gives 95 %.

    Source: R. A. Fisher (1921), "On the probable error of a coefficient of correlation", Metron 1.
    """
    if abs(r) >= 1:
        return r, r
    half = z / sqrt(n - 3)
    return tanh(atanh(r) - half), tanh(atanh(r) + half)


def group_weights(totals: Sequence[float], share: float = GROUP_SHARE) -> tuple[list[float], list[float]]:
    """Return how much each person belongs to the upper and to the lower group.

    Each group is *share* of the people, rounded to whole people (half up) and at least one. People with the same total
    at the edge of a group belong to it in equal parts, so that the order of the file decides nothing.

    Args:
        totals: Total score of each person.
        share: Share of the people in each group.

    Returns:
        Weights 0..1 in the order of *totals*, for the upper and for the lower group; each adds up to the group's size.
    """
    size = max(1, int(len(totals) * share + 0.5))
    ordered = sorted(totals)
    return _weights(totals, ordered[-size], size, 1), _weights(totals, ordered[size - 1], size, -1)


def _weights(totals: Sequence[float], edge: float, size: int, sign: int) -> list[float]:
    beyond = sum((total - edge) * sign > 0 for total in totals)
    at_edge = (size - beyond) / sum(total == edge for total in totals)
    return [at_edge if total == edge else float((total - edge) * sign > 0) for total in totals]


def discrimination_d(shares: Sequence[float], upper: Sequence[float], lower: Sequence[float]) -> float:
    """Return D = p_upper - p_lower, the difference of an item's facility in the upper and the lower group.

    Args:
        shares: Share of the item's points each person earned, 0..1.
        upper: Weights of the upper group, by total score, as `group_weights` gives them.
        lower: Weights of the lower group.

    Source: F. M. Johnson (1951); R. L. Ebel (1954): D = (U - L) / n.
    """
    return _dot(shares, upper) / sum(upper) - _dot(shares, lower) / sum(lower)


def cronbach_alpha(columns: Sequence[Sequence[float]]) -> float | None:
    """Return α = k/(k-1) · (1 - Σ s_i² / s_X²); with items of 0 and 1 it is KR-20.

    Args:
        columns: For each of k items, above one, the points of each person; more than one person.

    Returns:
        ``None`` where everybody has the same total.

    Source: L. J. Cronbach (1951), Psychometrika 16; G. F. Kuder & M. W. Richardson (1937), Psychometrika 2, formula 20.
        Both variances are divided by the same number, which therefore does not matter.
    """
    k = len(columns)
    spread = variance([sum(row) for row in zip(*columns, strict=True)])
    if spread <= NO_SPREAD:
        return None
    return k / (k - 1) * (1 - sum(variance(column) for column in columns) / spread)


def error_of_measurement(deviation: float, alpha: float) -> float:
    """Return SEM = s_X √(1 - α), in points; an alpha below 0 counts as 0."""
    return deviation * sqrt(1 - max(0.0, min(1.0, alpha)))


def normal_cdf(z: float) -> float:
    """Return the share of a normal distribution below *z*."""
    return erfc(-z / sqrt(2)) / 2


def classification_consistency(z: float, reliability: float) -> tuple[float, float]:
    """Return how many people two parallel tests would decide the same way about, and kappa, the same beyond chance.

    Both tests are taken for bivariate normal with the reliability as their correlation ρ: with Φ₂ the share below z on
    both, p = 1 - 2 (Φ(z) - Φ₂(z, z; ρ)) and κ = (p - p_c) / (1 - p_c), where p_c = Φ² + (1 - Φ)².

    Args:
        z: The cut score in standard deviations from the mean: (cut - half a score unit - mean) / deviation.
        reliability: Alpha, 0..1; below 0 counts as 0.

    Returns:
        p and κ; κ is 0 where everybody is on one side.

    Source: C.-Y. J. Peng & M. J. Subkoviak (1980), J. Educ. Meas. 17, 359-368; M. J. Subkoviak (1988), "A practitioner's
        guide to computation and interpretation of reliability indices for mastery tests", J. Educ. Meas. 25, 47-55.
    """
    below = normal_cdf(z)
    both = below * below + _plackett(z, max(0.0, min(0.9999, reliability)))
    agreement = 1 - 2 * (below - both)
    chance = below * below + (1 - below) * (1 - below)
    return agreement, (agreement - chance) / (1 - chance) if chance < 1 else 0.0


_STEPS = 400
"""Of Simpson's rule; an even number."""


def _plackett(z: float, rho: float) -> float:
    """Return Φ₂(z, z; ρ) - Φ(z)² = ∫₀^ρ exp(-z²/(1+t)) / (2π √(1-t²)) dt.

    With t = sin u the root falls away, and Simpson's rule meets a smooth function.
    """
    end = asin(rho)
    width = end / _STEPS

    def height(u: float) -> float:
        return exp(-z * z / (1 + sin(u)))

    inner = sum(height(i * width) * (4 if i % 2 else 2) for i in range(1, _STEPS))
    return (height(0.0) + inner + height(end)) * width / 3 / (2 * pi)


def standardised_difference(
    one: Sequence[float], other: Sequence[float], z: float = Z95
) -> tuple[float, tuple[float, float]] | None:
    """Return Hedges' g of two groups and its interval; ``None`` where nobody differs from anybody.

    d = (m₁ - m₂) / s with s the pooled deviation, g = J d with J = 1 - 3 / (4 (n₁ + n₂ - 2) - 1), and the variance of g
    is J² ((n₁ + n₂) / (n₁ n₂) + d² / (2 (n₁ + n₂))).

    Args:
        one: Scores of the first group, more than one.
        other: Scores of the second group, more than one.
        z: Normal quantile; the default gives 95 %.

    Source: L. V. Hedges & I. Olkin (1985), "Statistical methods for meta-analysis"; the worked example is that of
        Borenstein, Hedges, Higgins & Rothstein (2009), "Introduction to meta-analysis", chapter 4.
    """
    n, m = len(one), len(other)
    pooled = sqrt(((n - 1) * variance(one) + (m - 1) * variance(other)) / (n + m - 2))
    if pooled <= NO_SPREAD:
        return None
    d = (mean(one) - mean(other)) / pooled
    correction = 1 - 3 / (4 * (n + m - 2) - 1)
    half = z * correction * sqrt((n + m) / (n * m) + d * d / (2 * (n + m)))
    g = correction * d
    return g, (g - half, g + half)
