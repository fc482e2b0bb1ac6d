"""Grades within one sentence: who decides in each, and what follows; a case of certain figures; a rule too long to be quoted."""

from __future__ import annotations

import re

import pytest

from guizhang.model.fact import Fact
from tests.quiz.rulings import article, days, key, made

_LADDER = "租借乐器${a}以内的（含${a}），由店员批准；${b}以内的（含${b}），由值班店长批准；${c}以上的，报区域店长批准。"
_LIMITS = {"a": days("P2D"), "b": days("P7D"), "c": days("P7D", bound="min")}
_LONG = "琴房每天开放，预约以前台登记为准，未经登记的，前台可以把琴房安排给其他人。" * 3


def _days(value: str) -> Fact:
    return days(f"P{value}D", bound="exact", zh=f"{value}天")


def test_who_decides_is_asked_of_a_ladder_in_one_sentence():
    asked = {}
    for n in range(12):
        for item in made("graded-case", article(f"lend-{n}", _LADDER, facts=_LIMITS)):
            case = re.search(r"租借乐器(\d+|半)天的", item.stem.zh)[1]
            assert [option.text.zh for option in item.options] == ["由店员批准", "由值班店长批准", "报区域店长批准"]
            asked[0.5 if case == "半" else int(case)] = key(item)
    assert len(asked) > 2
    for case, right in asked.items():
        assert case not in (2, 7)
        assert right == ["由店员批准" if case < 2 else "由值班店长批准" if case < 7 else "报区域店长批准"]


_EXACT = (
    "欠租${a}者，扣押金二十元；每季累计欠租${b}者，扣押金五十元，并给予${t}提醒；每季累计欠租${c}者，扣押金一百元，并停借；"
    "每季累计欠租${d}以上，${e}以下者，取消会员资格；每季累计欠租${f}以上者（含${f}），移交法务部。"
)
_EXACT_FACTS = {
    "a": _days("1"),
    "b": _days("3"),
    "c": _days("5"),
    "d": days("P5D", bound="min"),
    "e": days("P9D"),
    "f": days("P9D", bound="min"),
    "t": Fact(kind="count", value="1", unit="times", zh="一次"),
}


@pytest.mark.parametrize("behind", ["", _LONG])
def test_grades_for_certain_figures_are_asked_beyond_doubt(behind):
    asked = {}
    for n in range(8):
        for item in made("graded-case", article(f"rent-{n}", _EXACT + behind, facts=_EXACT_FACTS)):
            asked[re.search(r"每季累计欠租(\d+)天的", item.stem.zh)[1]] = key(item)
            assert "扣押金五十元，并给予一次提醒" in {option.text.zh for option in item.options}
    # Five days are one grade, and where the next begins.
    assert asked == {"1": ["扣押金二十元"], "3": ["扣押金五十元，并给予一次提醒"]}


def test_of_many_grades_the_options_are_those_about_the_case():
    values = ("1", "2", "4", "7", "11", "16", "22")
    sentence = (
        "；".join(f"当年损坏琴键${{f{n}}}者，赔偿第{'甲乙丙丁戊己庚'[n]}档押金" for n in range(len(values))) + "。"
    )
    facts = {f"f{n}": Fact(kind="count", value=v, unit="times", zh=f"{v}次") for n, v in enumerate(values)}
    items = [item for n in range(6) for item in made("graded-case", article(f"keys-{n}", sentence, facts=facts))]
    assert items
    for item in items:
        assert len(item.options) == 5
        (right,) = key(item)
        case = re.search(r"琴键(\d+)次的", item.stem.zh)[1]
        assert right == f"赔偿第{'甲乙丙丁戊己庚'[values.index(case)]}档押金"


_BANDS = {
    "a": Fact(kind="count", value="20", unit="square-metres", bound="max", zh="20㎡"),
    "b": Fact(kind="count", value="20..50", unit="square-metres", bound="range", zh="20—50㎡"),
    "c": Fact(kind="count", value="50", unit="square-metres", bound="min", zh="50㎡"),
}


@pytest.mark.parametrize(
    ("topic", "outcomes", "asked"),
    [
        ("押租期", ("3天", "5天", "7天"), r"\d+㎡的，押租期适用"),
        ("押金", ("300元", "500元", "700元"), r"\d+㎡的，押金适用"),
        ("琴房面积", ("免清扫费", "收清扫费30元", "收清扫费50元"), r"琴房面积\d+㎡的，适用"),
        # What else the last grade covers is no outcome.
        ("押租期", ("琴房3天", "5天", "及练功房7天"), None),
    ],
)
def test_what_is_told_in_another_unit_than_the_case_stands_behind_it(topic, outcomes, asked):
    sentence = f"{topic}：${{a}}以下的{outcomes[0]}，${{b}}的{outcomes[1]}，${{c}}以上{outcomes[2]}。"
    items = [item for n in range(3) for item in made("graded-case", article(f"hall-{n}", sentence, facts=_BANDS))]
    assert bool(items) is (asked is not None)
    for item in items:
        assert re.search(asked, item.stem.zh), item.stem.zh
