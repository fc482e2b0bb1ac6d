"""Statistics that flow back into the bank: merged by people, and never counted twice."""

from __future__ import annotations

from datetime import date

import pytest

from guizhang.grading.analysis.history import merged, update_statistics
from guizhang.model.statistics import ItemStatistic, Statistics
from guizhang.yamlio.load import load
from tests.grading.test_item_analysis import analysed

DAY, LATER = date(2026, 11, 22), date(2026, 12, 1)
ONE, TWO = "0" * 16, "1" * 16


@pytest.fixture(scope="module")
def items():
    return analysed(40, wrong_key=False)[0].items


@pytest.fixture(scope="module")
def fewer():
    return analysed(20, wrong_key=False)[0].items


def test_an_exam_is_counted_once_however_often_it_is_graded(tmp_path, items, fewer):
    path = tmp_path / "quizzes" / "statistics.yaml"
    assert update_statistics(path, ONE, DAY, items) == (True, [])
    first = path.read_bytes()
    update_statistics(path, ONE, DAY, items)
    assert path.read_bytes() == first
    # Graded again with half of the people: what it said before is replaced.
    update_statistics(path, ONE, DAY, fewer)
    read, found = load(path, Statistics)
    assert found == []
    assert read.items["i0"].n == 20
    assert read.items["i0"].discrimination is None  # too few people


def test_exams_are_merged_by_people(items, fewer):
    both = merged(merged(Statistics(), ONE, DAY, items), TWO, LATER, fewer).items["i0"]
    shares = [float(items[0].facility), float(fewer[0].facility)]
    assert both.n == 60
    assert both.facility == pytest.approx((40 * shares[0] + 20 * shares[1]) / 60, abs=1e-4)
    assert both.discrimination == pytest.approx(items[0].item_rest.value, abs=1e-4)  # the other one is withheld
    assert (both.first, both.last) == (DAY, LATER)
    assert list(both.exams) == [ONE, TWO]


def test_an_item_that_no_longer_counts_is_taken_back(items):
    once = merged(Statistics(), ONE, DAY, items)
    assert "i0" not in merged(once, ONE, DAY, items[1:]).items
    assert merged(merged(once, TWO, LATER, items), ONE, DAY, items[1:]).items["i0"].n == 40


def test_what_somebody_wrote_by_hand_is_kept(items):
    old = Statistics(items={"i0": ItemStatistic(n=100, facility=0.5, last=DAY), "gone": ItemStatistic(n=7, facility=1)})
    new = merged(merged(old, ONE, LATER, items), ONE, LATER, items)
    assert new.items["i0"].n == 140
    assert new.items["i0"].facility == pytest.approx((50 + 40 * float(items[0].facility)) / 140, abs=1e-4)
    assert (new.items["gone"].n, new.items["gone"].facility) == (7, 1)


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path, items):
    path = tmp_path / "statistics.yaml"
    path.write_text("items: {i0: {n: many, facility: 0.5}}\n", encoding="utf-8")
    written, found = update_statistics(path, ONE, DAY, items)
    assert (written, [fault.code for fault in found]) == (False, ["FMT008"])
    assert "many" in path.read_text(encoding="utf-8")
