"""Wrong values that are out of the world: tea above the boiling point, drivers who are children, banknotes of 30 dollars."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.quiz.material.values.neighbours import neighbours
from tests.quiz.rulings import article, days, made

_DEGREES = {"kind": "count", "unit": "celsius"}
_AGE = {"kind": "count", "unit": "years-of-age"}


def _values(**fact) -> set[str]:
    return {other.value for side in neighbours(Fact(**fact)) for other in side}


@pytest.mark.parametrize(
    ("fact", "least", "most"),
    [
        ({"value": "37.5", **_DEGREES}, 36, 41),
        ({"value": "38", **_DEGREES}, 36, 41),
        ({"value": "37.3", **_DEGREES}, 36, 41),
        ({"value": "90", **_DEGREES}, 40, 100),
        ({"value": "65", **_DEGREES}, 40, 100),
        ({"value": "26", **_DEGREES}, 16, 35),
        ({"value": "27", **_DEGREES}, 16, 35),
        ({"value": "5", **_DEGREES}, 1, 12),
        ({"value": "180", **_DEGREES}, 100, 260),
        ({"value": "22", **_AGE}, 10, 40),
    ],
)
def test_neighbours_lie_within_what_nature_bounds(fact, least, most):
    found = {float(value) for value in _values(**fact)}
    assert len(found) >= 3
    assert all(least <= value <= most for value in found), found


@pytest.mark.parametrize(
    ("fact", "values"),
    [
        ({"kind": "duration", "value": "P365D"}, {"P90D", "P180D", "P730D", "P1095D"}),
        ({"kind": "frequency", "value": "1/P365D"}, {"1/P90D", "1/P180D", "1/P730D", "1/P1095D"}),
    ],
)
def test_the_days_of_a_year_stand_beside_half_a_year_and_two(fact, values):
    assert _values(**fact) == values


@pytest.mark.parametrize(
    ("zh", "en", "fact", "never"),
    [
        ("船工的年龄为${a}，须持有驾驶证。", None, Fact(value="24..52", bound="range", zh="24至52周岁", **_AGE), {"8", "12", "14", "16"}),
        ("租船人须年满${a}。", None, Fact(value="25", bound="min", **_AGE), {"10", "12", "14", "16"}),
        (None, "The kiosk takes no ${a} bills from guests.", Fact(kind="money", value="50", unit="USD", en="$50"), {"$30", "$80"}),
        ("售票亭不收${a}面额的港币，船票除外。", None, Fact(kind="money", value="500", unit="HKD", zh="500元"), {"300", "800"}),
        ("港币现钞不设找赎，纸币20元及${a}的须过验钞机。", None, Fact(kind="money", value="100"), {"30", "80", "300"}),
        (None, "Bills of $20 and ${a} must be held under the lamp.", Fact(kind="money", value="50", unit="USD", en="$50"), {"$30", "$80"}),
        (None, "Crews who work more than ${a} have a meal break.", Fact(kind="duration", value="PT7H", bound="min"), {"24 hours"}),
        ("船工连续驾驶超过${a}的，须靠岸休息。", None, days("PT6H", bound="min"), {"24小时"}),
    ],
)  # fmt: skip
def test_no_option_is_out_of_the_world(zh, en, fact, never):
    items = [one for n in range(6) for one in made("fact-choice", article(f"boats-{n}", zh, en, facts={"a": fact}))]
    assert items
    for item in items:
        texts = [option.text.zh or option.text.en for option in item.options]
        assert not any(text.startswith(start) for text in texts for start in never), texts
