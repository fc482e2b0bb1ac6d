"""The one that nobody doubts: what a rate is per, the term that is counted in, two meals that something lies between."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from tests.quiz.rulings import article, made


def _one_day(zh: str) -> Fact:
    return Fact(kind="duration", value="P1D", bound="exact", zh=zh)


def _count(value: str, unit: str, zh: str) -> Fact:
    return Fact(kind="count", value=value, unit=unit, bound="exact", zh=zh)


@pytest.mark.parametrize(
    ("zh", "fact", "asked"),
    [
        ("借书证每超期${a}，按书价的2%收取违约金，从押金里扣。", _one_day("一天"), False),
        ("借書證每逾期${a}，按書價的2%收取違約金，從押金裏扣。", _one_day("一日"), False),
        ("租船人每延误${a}归还船只，加收80元。", _one_day("1日"), False),
        ("艇员缺训${a}扣三天补贴，并在码头公布。", _one_day("一天"), False),
        ("艇员缺训${a}扣三天补贴，连续缺训5天的退队。", _one_day("一天"), False),
        ("订了船不来的，记失约${a}，并在码头公布。", _count("1", "times", "1次"), False),
        ("会员${a}内失约超过5次的，停止订船。", _count("1", "number", "一学期"), False),
        # The first of its grades; how long, and of whom.
        ("艇员缺训${a}扣三天补贴，缺训两天扣十天补贴。", _one_day("一天"), True),
        ("艇员每人休息${a}，由艇长安排，并登记在册。", _one_day("一天"), True),
        ("艇员每周休息${a}，由艇长安排，并登记在册。", _one_day("一天"), True),
        ("艇员迟到的，按缺训${a}登记，并在码头公布。", _one_day("一天"), True),
        # 四餐间隔 is no Chinese.
        ("${a}间隔不少于三小时，由厨师登记在册。", _count("2", "number", "两餐"), False),
        ("值夜的人供应${a}，由厨师登记在册。", _count("2", "number", "两餐"), True),
    ],
)
def test_a_one_that_nobody_doubts_is_not_asked(zh, fact, asked):
    assert bool(made("altered-fact", article("x", zh, facts={"a": fact}))) is asked
