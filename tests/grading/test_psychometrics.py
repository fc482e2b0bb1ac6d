"""The formulas against published worked examples, each worked out a second time with exact fractions."""

from decimal import Decimal
from fractions import Fraction
from math import asin, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.grading.analysis.psychometrics import (
    classification_consistency,
    correlation,
    cronbach_alpha,
    discrimination_d,
    error_of_measurement,
    facility,
    fisher_interval,
    group_weights,
    normal_cdf,
    standardised_difference,
)

# LSAT, section VI: five items, 1,000 people, how many gave each pattern from 00000 to 11111.
# R. D. Bock & M. Lieberman (1970), Psychometrika 35, 179-197; the statistics are those the R package ltm prints
# (D. Rizopoulos 2006, J. Stat. Software 17(5)).
_PATTERNS = (3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298)  # fmt: skip
LSAT = [tuple(map(int, f"{n:05b}")) for n, count in enumerate(_PATTERNS) for _ in range(count)]
# K. L. Wuensch, "KR20.txt": ten students, ten items; the text gives Σpq and the variance 5.84 of the totals.
WUENSCH = (
    "1111110110 1011011101 1111011001 0010001000 0000010010 1110111111 1101110111 1111111101 0101111101 1101101110"
)
# "Reliability coefficient using the KR-20": ten students, ten items, Σpq = 2.05, variance 3.29, KR-20 = 0.42.
TEN = "1100110011 0010110100 1111001111 0101101101 1100111011 1111111011 1000011001 1100111101 1101100001 0000110001"


def columns(rows):
    return [[int(row[i]) for row in rows] for i in range(len(rows[0]))]


def exact_alpha(items):
    def spread(values):
        return Fraction(sum(v * v for v in values)) - Fraction(sum(values)) ** 2 / len(values)

    totals = [sum(row) for row in zip(*items, strict=True)]
    return Fraction(len(items), len(items) - 1) * (1 - sum(map(spread, items), Fraction(0)) / spread(totals))


@pytest.mark.parametrize(
    ("rows", "published"), [(LSAT, 0.2950), (WUENSCH.split(), 10 / 9 * (1 - 2.18 / 5.84)), (TEN.split(), 0.42)]
)
def test_alpha_and_kr20(rows, published):
    items = columns(rows)
    assert cronbach_alpha(items) == pytest.approx(float(exact_alpha(items)), abs=1e-9)
    assert cronbach_alpha(items) == pytest.approx(published, abs=5e-3 if published == 0.42 else 5e-5)


def test_facility():
    # Published with the data: the proportions right, which counting the patterns gives as well.
    found = [facility([Decimal(x) for x in item], [Decimal(1)] * len(item)) for item in columns(LSAT)]
    assert found == [Decimal(n) / 1000 for n in (924, 709, 553, 763, 870)]
    # Derived: 2, 1 of 2 and 0 of 4 points are 3 of 8.
    assert facility([Decimal(2), Decimal(1), Decimal(0)], [Decimal(2), Decimal(2), Decimal(4)]) == Decimal("0.375")
    with pytest.raises(ValueError, match="nobody"):
        facility([], [])


def test_alpha_without_each_item():
    items = columns(LSAT)
    found = [cronbach_alpha(items[:i] + items[i + 1 :]) for i in range(5)]
    assert [round(alpha, 4) for alpha in found] == [0.2754, 0.2376, 0.2168, 0.2459, 0.2663]


def test_alpha_of_parts_that_are_one_or_nothing():
    same = [1.0, 2.0, 4.0]
    assert cronbach_alpha([same, same]) == pytest.approx(1)
    assert cronbach_alpha([[1.0, 1.0], [2.0, 2.0]]) is None


def exact_correlation(left, right):
    n = len(left)
    a, b = Fraction(sum(left), n), Fraction(sum(right), n)
    cov = sum((x - a) * (y - b) for x, y in zip(left, right, strict=True))
    return float(cov) / sqrt(sum((x - a) ** 2 for x in left) * sum((y - b) ** 2 for y in right))


def test_item_rest_and_item_total_r():
    items, totals = columns(LSAT), [sum(row) for row in LSAT]
    rests = [[total - x for total, x in zip(totals, item, strict=True)] for item in items]
    found = [correlation(item, rest) for item, rest in zip(items, rests, strict=True)]
    assert [round(r, 4) for r in found] == [0.1128, 0.1532, 0.1728, 0.1444, 0.1216]
    assert found == pytest.approx([exact_correlation(i, r) for i, r in zip(items, rests, strict=True)], abs=1e-9)
    assert [round(correlation(item, totals), 4) for item in items] == [0.3620, 0.5668, 0.6184, 0.5344, 0.4354]
    assert correlation([1.0, 1.0], [1.0, 2.0]) is None


def test_the_interval_of_a_correlation():
    # r = 0.5, n = 28: z = ln 3 / 2 = 0.5493061, standard error 1/5; z ± 0.3919928 is 0.1573133 and 0.9412989, and
    # (e^2z - 1) / (e^2z + 1) leads back: 0.1560 and 0.7358.
    low, high = fisher_interval(0.5, 28)
    assert (round(low, 4), round(high, 4)) == (0.1560, 0.7358)
    assert fisher_interval(1.0, 30) == (1.0, 1.0)


def test_d_of_twenty_seven_per_cent():
    # 40 people: 10.8, so 11 in each group; 9 of the upper and 3 of the lower are right, D = 6/11.
    totals = [float(n) for n in range(40)]
    right = [float(n in (0, 1, 2) or n > 30) for n in range(40)]
    upper, lower = group_weights(totals)
    assert (sum(upper), sum(lower)) == (11, 11)
    assert discrimination_d(right, upper, lower) == pytest.approx(6 / 11, abs=1e-9)


def test_ties_at_the_edge_belong_to_a_group_in_equal_parts():
    # 10 people, groups of 3: 9, 8, and one of the three with 7; below: 1, 2, and one of the two with 3.
    upper, lower = group_weights([9, 7, 7, 7, 8, 5, 3, 3, 2, 1])
    assert upper == pytest.approx([1, 1 / 3, 1 / 3, 1 / 3, 1, 0, 0, 0, 0, 0])
    assert lower == pytest.approx([0, 0, 0, 0, 0, 0, 0.5, 0.5, 1, 1])


@given(st.lists(st.integers(0, 6), min_size=1, max_size=60), st.randoms())
def test_the_order_of_the_file_decides_nothing(totals, luck):
    mixed = list(totals)
    luck.shuffle(mixed)
    upper, lower = group_weights(totals)
    assert sum(upper) == pytest.approx(sum(lower)) == pytest.approx(max(1, int(len(totals) * 0.27 + 0.5)))
    assert sorted(zip(totals, *group_weights(totals), strict=True)) == sorted(
        zip(mixed, *group_weights(mixed), strict=True)
    )


def test_standard_error_of_measurement():
    # The textbook case: a deviation of 15 and a reliability of 0.91 give 15 √0.09 = 4.5.
    assert error_of_measurement(15, 0.91) == pytest.approx(4.5, abs=1e-9)
    assert error_of_measurement(15, -0.2) == 15


# M. J. Subkoviak (1988), table 1 (agreement) and table 2 (kappa), the rows for |z| = 0: reliability .10 to .90.
AGREEMENT = (0.53, 0.56, 0.60, 0.63, 0.67, 0.70, 0.75, 0.80, 0.86)
KAPPA = (0.06, 0.13, 0.19, 0.26, 0.33, 0.41, 0.49, 0.59, 0.71)


def test_classification_consistency_at_the_mean():
    for tenth, agreement, kappa in zip(range(1, 10), AGREEMENT, KAPPA, strict=True):
        found = classification_consistency(0, tenth / 10)
        assert tuple(round(value, 2) for value in found) == (agreement, kappa)
        # At the mean the integral has a closed form (Sheppard 1899): 1/2 + arcsin(ρ) / π.
        assert found[0] == pytest.approx(0.5 + asin(tenth / 10) / pi, abs=1e-9)


def test_classification_consistency_elsewhere():
    for z in (-2.0, -0.3, 1.0):
        below = normal_cdf(z)
        agreement, kappa = classification_consistency(z, 0)
        assert (agreement, kappa) == pytest.approx((below**2 + (1 - below) ** 2, 0), abs=1e-9)
        assert classification_consistency(z, 0.8) == pytest.approx(classification_consistency(-z, 0.8), abs=1e-9)
        assert agreement < classification_consistency(z, 0.8)[0] < 1
    # A known value of the bivariate normal: P(X < 1, Y < 1; ρ = 0.5) = 0.7452036.
    below = normal_cdf(1)
    assert classification_consistency(1, 0.5)[0] == pytest.approx(1 - 2 * (below - 0.7452036), abs=1e-6)


def test_standardised_difference():
    # Borenstein et al. (2009), chapter 4: means 103 and 100, deviations 5.5 and 4.5, 50 people each:
    # d = 0.5970, J = 0.9923, g = 0.5924, variance 0.0411.
    def group(middle, deviation):
        half = deviation * sqrt(49 / 50)
        return [middle - half] * 25 + [middle + half] * 25

    g, (low, high) = standardised_difference(group(103, 5.5), group(100, 4.5))
    assert round(g, 4) == 0.5924
    assert round(((high - low) / 2 / 1.959963984540054) ** 2, 4) == 0.0411
    assert standardised_difference([1.0, 1.0], [1.0, 1.0]) is None
