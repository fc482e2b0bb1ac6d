"""Figures of one sentence: what one tells of another, and which values would contradict what stands beside them."""

from __future__ import annotations

import re

import pytest

from guizhang.model.fact import Fact
from tests.quiz.rulings import article, made, only

_APPLIES = ("哪几种适用这一规定？", "To which of the cases does the rule apply?")


def _times(value: str, bound: str = "exact", zh: str | None = None, en: str | None = None) -> Fact:
    return Fact(kind="count", value=value, unit="times", bound=bound, zh=zh, en=en)


def _days(value: str, bound: str = "exact", **fields) -> Fact:
    return Fact(kind="duration", value=value, bound=bound, **fields)


def _points(value: str, bound: str) -> Fact:
    return Fact(kind="count", value=value, unit="points", bound=bound)


def _share(value: str) -> Fact:
    return Fact(kind="percent", value=f"{value}%")


_OFTEN = Fact(kind="frequency", value="2/P1M", bound="max", zh="2次")
_WEEKLY = Fact(kind="frequency", value="4/P1W", bound="min", zh="4次")


def _texts(sentence: str) -> tuple[str | None, str | None]:
    return (None, sentence) if sentence.isascii() else (sentence, None)


@pytest.mark.parametrize(
    ("sentence", "facts", "asked"),
    [
        # So many are allowed, and the next has a consequence.
        ("每月借用工具不超过${a}，${b}起由本人买单。", {"a": _OFTEN, "b": _times("3", "min", "第3次")}, set()),
        ("每月換班以${a}為限，${b}起不予受理。", {"a": _times("3", zh="三次"), "b": _times("4", "min", "第四次")}, set()),
        ("每月换班最多${a}，${b}起停止排班。", {"a": _times("3", "max", "三次"), "b": _times("6", "min", "第六次")}, {"a", "b"}),
        # Steps that meet, and steps of whole days or points.
        (
            "晚归${a}以内提醒，${b}谈话，超过${c}的停宿。",
            {"a": _days("PT20M", "max"), "b": _days("PT20M..PT45M", "range", zh="20-45分钟"), "c": _days("PT45M", "min")},
            set(),
        ),
        ("借书${a}以内由班长登记，${b}以上由馆长登记。", {"a": _days("P3D", "max"), "b": _days("P4D", "min")}, set()),
        ("借书${a}以内由班长登记，${b}以上由馆长登记。", {"a": _days("P3D", "max"), "b": _days("P7D", "min")}, {"a", "b"}),
        (
            "得${a}的补训，${b}以下的调离岗位。",
            {"a": Fact(kind="count", value="60..69", unit="points", bound="range", zh="60-69分"), "b": _points("60", "max")},
            set(),
        ),
        ("Loans up to ${a} are entered by the clerk, and ${b} or more by the librarian.",
         {"a": _days("P3D", "max"), "b": _days("P4D", "min")}, set()),
        ("Loans up to ${a} are entered by the clerk, and ${b} or more by the librarian.",
         {"a": _days("P3D", "max"), "b": _days("P7D", "min")}, {"a", "b"}),
        ("Tools may be borrowed up to ${a}, and from the third time on the borrower pays for them.", {"a": _times("2", "max")}, set()),
        # The parts of a whole.
        ("The fee is ${a}, of which ${b} goes to the porters and ${c} to the kitchen.",
         {"a": _share("18"), "b": _share("12"), "c": _share("6")}, set()),
        ("The fee is ${a}, of which ${b} goes to the porters and ${c} to the kitchen.",
         {"a": _share("18"), "b": _share("8"), "c": _share("6")}, {"a", "b", "c"}),
        ("服务费为${a}，其中行李员得${b}，厨房得${c}。", {"a": _share("18"), "b": _share("12"), "c": _share("6")}, set()),
    ],
)  # fmt: skip
def test_a_figure_that_another_of_its_sentence_tells_is_not_asked_for(sentence, facts, asked):
    found = made("altered-fact", article("x", *_texts(sentence), facts=facts))
    assert {item.id.rpartition(".")[2] for item in found} == asked


@pytest.mark.parametrize(
    ("sentence", "facts", "most"),
    [
        ("保洁员每周巡查不少于${a}，其中夜间不少于${b}。", {"a": _WEEKLY, "b": _times("2", "min", "2次")}, 3),
        ("年度培训${a}（含安全培训${b}）。", {"a": _days("P10D"), "b": _days("P3D")}, 9),
        (
            "Every guard has ${a} of training, of which ${b} are spent on site.",
            {"a": _days("P10D"), "b": _days("P3D")},
            9,
        ),
    ],
)
def test_a_part_is_altered_to_no_more_than_its_whole(sentence, facts, most):
    (item,) = [i for i in made("fact-choice", article("x", *_texts(sentence), facts=facts)) if i.id.endswith(".b")]
    said = [re.search(r"\d+", option.text.zh or option.text.en) for option in item.options]
    assert all(number and int(number[0]) <= most for number in said), item.options


def test_a_limit_is_altered_to_none_far_from_that_of_the_case_beside_it():
    zh = "借阅：学生不晚于${a}归还，教师不晚于${b}归还。"
    for item in made("fact-choice", article("x", zh, facts={"a": _days("P2D", "max"), "b": _days("P3D", "max")})):
        assert max(int(re.search(r"\d+", option.text.zh)[0]) for option in item.options) <= 12


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("每月借用不超过两天，${x}起每次按旷工处理。", _times("3", "min", "第3次")),
        ("每月借用不超過兩天，${x}起每次按曠職處理。", _times("3", "min", "第3次")),
        ("当月漏打卡${x}以上扣发全勤奖。", _times("4", "min")),
        ("应当准时归还，逾期${x}以上罚款100元。", _days("P3D", "min")),
    ],
)
def test_from_when_on_something_follows_is_asked_as_what_the_rule_applies_to(sentence, fact):
    item = only("threshold-case", article("x", sentence, facts={"x": fact}))
    assert item.stem.zh.endswith(("哪几种适用这一规定？", "哪幾種適用這一規定？"))


def test_what_has_to_be_done_in_time_is_still_kept_to():
    item = only("threshold-case", article("x", "投诉应当在${x}内予以答复。", facts={"x": _days("P3D", "max")}))
    assert item.stem.zh.endswith("哪几种符合这一规定？")
