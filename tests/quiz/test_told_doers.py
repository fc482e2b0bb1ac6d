"""Who does something by Chinese rules alone, among the posts that the rules name."""

from __future__ import annotations

import pytest

from guizhang.model.text import Text
from tests.quiz.rulings import article, key, made

RULES = [
    "租船登记由码头主管每日核对，登记簿保存半年。",
    "落水报警由救生队长统一指挥，岸上人员退到绳外。",
    "船只损坏的，由维修组长估价，租船人签字确认。",
    "码头主管每周检查缆绳。维修组长每月检查发动机。",
    "救生队长负责夜间点名，码头主管不在场的除外。",
]


def _made(*rules: str):
    return made("responsible", *(article(f"r{n}", zh, norm="duty") for n, zh in enumerate(rules)))


def test_who_does_it_is_asked_among_posts_of_the_rules():
    items = _made(*RULES)
    assert [key(item) for item in items] == [["码头主管"], ["救生队长"], ["维修组长"]]
    assert items[0].stem.zh.endswith("租船登记由______每日核对，登记簿保存半年。”空白处应填：")
    assert {o.text.zh for item in items for o in item.options} == {"码头主管", "救生队长", "维修组长"}


@pytest.mark.parametrize(
    "zh",
    [
        # Who approves, one of two, of whom a body consists, a longer name, a reason, and staff at large.
        "租船超过两小时的，由码头主管批准，押金加倍。",
        "落水报警由码头主管和救生队长指挥，岸上人员退到绳外。",
        "应急小组由码头主管组成，每季度演练一次。",
        "登记簿由码头主管助理核对，每月装订成册。",
        "请假理由主管已知悉的，不必再写说明。",
        "船桨由工作人员每日清点，缺失的当天补齐。",
        # Said twice, it would be told.
        "登记簿由码头主管核对，码头主管不在的，次日补核。",
    ],
)
def test_who_is_not_told_beyond_doubt_is_not_asked(zh):
    assert not [item for item in _made(zh, *RULES[1:]) if ".r0." in item.id]


def test_a_title_that_names_the_post_gives_it_away():
    titled = article("titled", RULES[0], norm="duty", title=Text(zh="码头主管的工作"))
    others = (article(f"r{n}", zh, norm="duty") for n, zh in enumerate(RULES[1:]))
    assert not [item for item in made("responsible", titled, *others) if ".titled." in item.id]


def test_roles_of_the_handbook_are_asked_as_before():
    items = _made("案卷由客服主管每日核对，登记簿保存半年。", *RULES)
    assert all("客服主管" not in "".join(key(item)) for item in items)
