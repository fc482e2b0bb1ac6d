"""Figures that what the rule is called gives away: a title, a pair, the names behind it."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.model.text import Text
from tests.quiz.rulings import article, made


def _count(value: str, unit: str, zh: str) -> Fact:
    return Fact(kind="count", value=value, unit=unit, bound="exact", zh=zh)


@pytest.mark.parametrize(
    ("title", "zh", "fact", "asked"),
    [
        ("五步招呼", "客人走近到${a}以内，水手应当招呼客人。", _count("5", "number", "5步"), False),
        ("“五步招呼”服务", "客人走近到${a}以内，水手应当招呼客人。", _count("5", "number", "五步"), False),
        (
            "七日退船",
            "租船人在${a}内退船的，退还全部租金。",
            Fact(kind="duration", value="P7D", bound="max", zh="7日"),
            False,
        ),
        (
            "七日退船",
            "租船人在${a}内退船的，退还全部租金。",
            Fact(kind="duration", value="P5D", bound="max", zh="5日"),
            True,
        ),
        ("十五步招呼", "客人走近到${a}以内，水手应当招呼客人。", _count("5", "number", "5步"), True),
        # A pair.
        ("双人值守", "夜里的船闸由${a}值守，并登记在册。", _count("2", "people", "两人"), False),
        ("船闸", "船闸實行雙人雙鎖，由${a}保管鑰匙，並登記在冊。", _count("2", "people", "兩人"), False),
        ("船闸", "夜里的船闸由${a}值守，并登记在册。", _count("2", "people", "两人"), True),
        # The names stand behind it.
        ("船闸", "船闸的钥匙由${a}（闸长、艇长）分开保管，并登记在册。", _count("2", "people", "两人"), False),
        ("船闸", "船闸每天查看${a}：闸门、绞盘和水位。", _count("3", "number", "3处"), False),
        ("船闸", "船闸的钥匙由${a}（含艇长）分开保管，并登记在册。", _count("2", "people", "两人"), True),
    ],
)
def test_a_figure_that_its_title_or_a_name_tells_is_not_asked(title, zh, fact, asked):
    rule = article("x", zh, title=Text(zh=title), facts={"a": fact})
    assert bool(made("altered-fact", rule)) is asked
