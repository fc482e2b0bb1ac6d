"""What the charts are drawn from: columns of scores, groups from weak to strong, labels that keep apart."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.grading.reports.charts import group_count, group_shares, score_bins, traces
from tests.grading.examples import response
from tests.grading.test_gradebook import REPORT, class_report


def test_bins_hold_everybody_once():
    bins = score_bins(REPORT.results)
    # Of 25 points: 25; 2.67 + 1.5 + 3.5 = 7.67 (30.7 %); 9 (36 %); 2 + 1.33 = 3.33 (13.3 %); 14 + 1 = 15 (60 %).
    assert [b.count for b in bins] == [0, 1, 0, 2, 0, 0, 1, 0, 0, 1]


@pytest.mark.parametrize(("people", "groups"), [(20, 3), (39, 3), (40, 4), (50, 5), (10_000, 5)])
def test_groups(people, groups):
    assert group_count(people) == groups


@pytest.mark.parametrize(
    ("totals", "groups", "shares"),
    [
        ([4, 1, 3, 2], 2, [{1: 1}, {0: 1}, {1: 1}, {0: 1}]),
        ([1, 2, 2, 4], 2, [{0: 1}, {0: 0.5, 1: 0.5}, {0: 0.5, 1: 0.5}, {1: 1}]),
        ([7, 7, 7], 3, [{0: 1 / 3, 1: 1 / 3, 2: 1 / 3}] * 3),
        # Five in two groups of two and a half: the one in the middle belongs to both.
        ([1, 2, 3, 4, 5], 2, [{0: 1}, {0: 1}, {0: 0.5, 1: 0.5}, {1: 1}, {1: 1}]),
    ],
)
def test_people_belong_to_groups_by_their_total_alone(totals, groups, shares):
    found = group_shares(totals, groups)
    for one, expected in zip(found, shares, strict=True):
        assert one == pytest.approx(expected)


@given(st.lists(st.integers(0, 8), min_size=5, max_size=60), st.integers(2, 5))
def test_groups_are_equally_large_and_everybody_is_in_them_once(totals, groups):
    shares = group_shares(totals, groups)
    assert [sum(one.values()) for one in shares] == pytest.approx([1] * len(totals))
    sizes = [sum(one.get(group, 0) for one in shares) for group in range(groups)]
    assert sizes == pytest.approx([len(totals) / groups] * groups)


def test_lines_from_weak_to_strong_worked_by_hand():
    strong = [response({1: "B", 2: "A", 3: "ACD"}, candidate=f"s{n}", given_points={7: Decimal(6)}) for n in range(10)]
    weak = [response({1: "C"}, candidate=f"w{n}", given_points={7: Decimal(0)}) for n in range(10)]
    report = class_report((*strong, *weak))
    item = next(item for item in report.analysis.items if item.item_id == "single")
    lines = {line.label: line for line in traces(report, item, 150)}
    # Groups of 6 2/3: the weak fill the first and half of the second.
    assert lines["C"].shares == pytest.approx((1, 0.5, 0))
    assert lines["B"].shares == pytest.approx((0, 0.5, 1))
    assert [label for label, line in lines.items() if line.key] == ["B"]
    # A, C and D end at 0: their labels stand above each other, 13 of 150 apart.
    ends = sorted(line.label_at for label, line in lines.items() if label != "B")
    assert ends == pytest.approx([0, 13 / 150, 26 / 150])


def test_options_are_those_of_the_first_form():
    # On form B the key of `single` is D by its own letters, with the options in the same order: nothing to translate.
    people = [response({2: "D"}, candidate=str(n), form="B", given_points={7: Decimal(0)}) for n in range(20)]
    report = class_report(tuple(people))
    item = next(item for item in report.analysis.items if item.item_id == "single")
    assert {line.label: line.shares for line in traces(report, item, 150)}["D"] == pytest.approx((1, 1, 1))
