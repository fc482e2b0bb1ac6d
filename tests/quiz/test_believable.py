"""Altered values that somebody would believe who has the right one nearly in mind, and one detail altered at a time."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.values.neighbours import neighbours
from tests.quiz.rulings import article, days, handbook, only


def _altered(zh: str, fact: Fact, **others: Fact) -> set[str]:
    rules = Rules(handbook(article("x", zh, facts={"x": fact, **others})))
    figure = next(one for one in rules.figures if one.name == "x")
    return {one.value for side in rules.believable(figure) for one in side}


@pytest.mark.parametrize(
    ("zh", "fact", "altered"),
    [
        ("租船人须在${x}内归还船桨。", days("P3D"), {"P1D", "P2D", "P5D", "P7D"}),
        ("租船人须在${x}内归还船桨。", days("PT24H"), {"PT8H", "PT12H", "PT36H", "PT48H", "PT72H"}),
        (
            "船舱的水温不超过${x}，并登记在册。",
            Fact(kind="count", value="40", unit="celsius"),
            {"37", "38", "39", "41"},
        ),
        ("退船的，扣除租金的${x}。", Fact(kind="percent", value="5%"), {"2%", "3%", "8%", "10%"}),
        # How often: half as often and twice, a third and three times; once a month for once a week.
        (
            "船级证书${x}复查一次，并登记在册。",
            Fact(kind="frequency", value="1/P1Y", zh="每年"),
            {"1/P2Y", "1/P3Y", "2/P1Y"},
        ),
        (
            "闸门${x}上油一次，并登记在册。",
            Fact(kind="frequency", value="1/P1W", zh="每周"),
            {"1/P1M", "1/P2D", "1/P1D"},
        ),
        # Where so few are near, all stand there.
        ("巡船持续${x}，并登记在册。", days("P2Y", bound="exact"), {"P1Y", "P3Y", "P5Y"}),
        ("船闸由${x}看守，并登记在册。", Fact(kind="count", value="2", unit="people", zh="两人"), {"1", "3", "4"}),
    ],
)
def test_what_stands_in_the_place_of_a_figure_is_near_it(zh, fact, altered):
    assert _altered(zh, fact) <= altered
    assert len(_altered(zh, fact)) > 1


def test_half_an_hour_late_is_not_two_days_absent():
    assert _altered("迟到半小时的，按旷工${x}处理。", days("P0.5D", bound="exact")) <= {"P1D"}


def test_work_begins_soon_after_staff_have_to_be_there():
    begins, there = (Fact(kind="time-of-day", value=value) for value in ("7:00", "6:50"))
    assert _altered("早上${x}开闸，水手在${y}前到闸口。", begins, y=there) <= {"7:15", "7:30"}


@pytest.mark.parametrize("value", ["60", "80"])
def test_what_is_hot_moves_by_ten_degrees_and_never_above_boiling(value):
    lower, higher = neighbours(Fact(kind="count", value=value, unit="degrees"))
    assert [abs(int(one.value) - int(value)) for one in (lower[0], higher[0])] == [10, 10]
    assert all(int(one.value) <= 100 for one in higher)


@pytest.mark.parametrize(
    ("zh", "fact", "ends"),
    [
        ("捡到船票交还的，奖励${x}，并在码头公布。", Fact(kind="money", value="100..500", unit="CNY"), "100 500"),
        ("早班水手的值班时间为${x}，并登记在册。", Fact(kind="time-of-day", value="6:30..14:30"), "6:30 14:30"),
        ("夜班水手的值班时间为${x}，并登记在册。", Fact(kind="time-of-day", value="22:00..6:00"), "22:00 6:00"),
    ],
)
def test_one_detail_of_a_range_is_one_end_of_it(zh, fact, ends):
    for name in "abcdefgh":
        item = only("correction", article(name, zh, facts={"x": fact}))
        kept = [end in item.stem.zh for end in ends.split()]
        assert sorted(kept) == [False, True], item.stem.zh
