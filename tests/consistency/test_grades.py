"""Grades of a rule: which lie end to end, which overlap, which leave a hole, and what is asked of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from guizhang.checks import check
from guizhang.consistency.grades import mismatches
from guizhang.model.fact import Fact
from guizhang.yamlio.content import load_project
from tests.quiz.rulings import article, handbook, made

REFUNDS = "退款金额${a}以下的，由店长批准；超过${b}不满${c}的，由区域经理批准；${d}以上的，由总经理批准。"
LATE = "迟到${a}以内的，口头提醒；${b}以上、${c}以内的，书面提醒；超过${d}的，扣当日奖金。"


def money(**values):
    return {name: Fact(kind="money", value=value, unit="CNY") for name, value in values.items()}


def minutes(**values):
    return {name: Fact(kind="duration", value=f"PT{value}M") for name, value in values.items()}


END_TO_END = [
    (REFUNDS, money(a="200", b="200", c="1000", d="1000")),
    (LATE, minutes(a="15", b="15", c="60", d="60")),
    (
        "迟到满${a}的，扣当日奖金；满${b}不满${c}的，书面提醒；不满${d}的，口头提醒。",
        minutes(a="60", b="15", c="60", d="15"),
    ),
    ("考核得分${a}以上的，为优秀；${b}以上的，为合格；不满${b}的，为不合格。", money(a="90", b="60")),
    ("缺勤${a}的，扣一成奖金；${b}的，扣三成奖金；${c}以上的，不发奖金。", {
        "a": Fact(kind="count", value="1..3", unit="times"),
        "b": Fact(kind="count", value="4..6", unit="times"),
        "c": Fact(kind="count", value="7", unit="times"),
    }),
]  # fmt: skip
APART = [
    (REFUNDS, money(a="300", b="200", c="1000", d="1000"), True, ("a", "b")),
    (REFUNDS, money(a="200", b="300", c="1000", d="1000"), False, ("a", "b")),
    (REFUNDS, money(a="200", b="200", c="1500", d="1000"), True, ("c", "d")),
    (LATE, minutes(a="15", b="15", c="45", d="60"), False, ("c", "d")),
    (
        "迟到满${a}的，扣当日奖金；满${b}不满${c}的，书面提醒；不满${d}的，口头提醒。",
        minutes(a="60", b="15", c="60", d="30"),
        True,
        ("d", "b"),
    ),
]


@pytest.mark.parametrize(("zh", "facts"), END_TO_END)
def test_grades_that_lie_end_to_end(zh, facts):
    assert not list(mismatches(handbook(article("x", zh, facts=facts))))


@pytest.mark.parametrize(("zh", "facts", "overlap", "ends"), APART)
def test_grades_that_do_not_are_reported_and_nothing_is_asked_of_them(zh, facts, overlap, ends):
    rule = article("x", zh, facts=facts)
    (found,) = mismatches(handbook(rule))
    assert found.overlap is overlap
    assert tuple(address.partition("#")[2] for address in found.ends) == ends
    assert not made("graded-case", rule)


@pytest.mark.parametrize(("zh", "facts"), END_TO_END[:3])
def test_what_lies_end_to_end_is_asked(zh, facts):
    assert made("graded-case", article("x", zh, facts=facts))


PROJECT = """
id: refunds
title: {zh: 退款规定}
authoritative: zh
edition: {version: "1", effective: 2026-01-01}
body:
  - article: 1
    id: who
    facts:
      low: {kind: money, value: 200, unit: CNY, bound: max}
      over: {kind: money, value: 200, unit: CNY, bound: min, inclusive: false}
      high: {kind: money, value: 1000, unit: CNY, bound: max}
    body:
      - text: {zh: "退款按金额批准："}
        body:
          - item: 1
            text: {zh: "不超过${low}的，由店长批准；"}
          - item: 2
            text: {zh: "超过${over}但不超过${high}的，由区域经理批准。"}
"""


def test_a_parameter_that_parts_the_points_of_a_list_is_reported_with_both_figures(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("content/regulations").mkdir(parents=True)
    Path("content/regulations/refunds.yaml").write_text(PROJECT, encoding="utf-8")
    settings = "title: {zh: 规章}\ncompany: {zh: 公司}\nlanguage: zh\n"
    Path("content/handbook.yaml").write_text(settings, encoding="utf-8")
    assert not [fault for fault in check(load_project(tmp_path)) if fault.code == "CON002"]
    settings += "parameters: {refunds/who#low: '300'}\n"
    Path("content/handbook.yaml").write_text(settings, encoding="utf-8")
    (found,) = [fault for fault in check(load_project(tmp_path)) if fault.code == "CON002"]
    assert str(found.source) == "content/regulations/refunds.yaml:14:20"
    assert found.problem.zh == "两档重叠：一档到“300元”为止，下一档从“200元”起"
    assert found.problem.en == "two grades overlap: one ends at “CNY 300”, the next begins at “CNY 200”"
    assert "refunds/who#low" in found.mend.zh


def test_the_grades_of_the_reference_handbook_lie_end_to_end():
    assert not list(mismatches(load_project(Path(__file__).parents[2]).handbook))
