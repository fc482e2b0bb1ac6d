"""A fact and its own wording: the same figure in other words passes, another figure is an error."""

from __future__ import annotations

import pytest

from guizhang.checks import check
from guizhang.diagnostics import Severity
from guizhang.yamlio.content import load_project

RULES = """\
id: rules
title: {zh: 规定, en: Rules}
edition: {version: "1"}
body:
  - article: 1
    id: reply
    facts:
      limit: {FACT}
    text:
      zh: 以${limit}为准。
      en: It is ${limit}.
"""


def found(tmp_path, fact):
    (tmp_path / "content/regulations").mkdir(parents=True)
    (tmp_path / "content/handbook.yaml").write_text(
        "title: {zh: 规章, en: Rules}\ncompany: {zh: 某店, en: A shop}\n", "utf-8"
    )
    (tmp_path / "content/regulations/rules.yaml").write_text(RULES.replace("FACT", fact), "utf-8")
    return [d for d in check(load_project(tmp_path)) if d.code == "FCT014"]


@pytest.mark.parametrize(
    "fact",
    [
        "kind: duration, value: PT12H, zh: 二十四小时",
        "kind: duration, value: P5D, zh: ３天",
        "kind: duration, value: P14D, en: ten days",
        "kind: duration, value: PT45M, zh: 一小时",
        "kind: money, value: 200, zh: 人民币壹佰元整",
        "kind: count, value: 5, unit: times, zh: ３次",
        "kind: percent, value: 60%, zh: 百分之五十",
        "kind: time-of-day, value: '9:00', zh: 上午八点半",
        "kind: date, value: 2026-12-01, zh: 二〇二六年一月一日",
        "kind: frequency, value: 2/P1W, zh: 每周三次",
        "kind: duration, value: P1D..P5D, zh: １－３天",
    ],
)
def test_another_figure_is_an_error_at_the_wording(tmp_path, fact):
    (fault,) = found(tmp_path, fact)
    lang = "en" if " en: " in fact else "zh"
    assert fault.severity is Severity.ERROR
    assert fault.field == f"body[0].facts.limit.{lang}"
    assert fault.source.column == len(f"      limit: {{{fact.partition(f'{lang}: ')[0]}{lang}: ") + 1


@pytest.mark.parametrize(
    "fact",
    [
        "kind: duration, value: PT24H, zh: 二十四小时",
        "kind: duration, value: PT90M, zh: 1小时30分钟",
        "kind: duration, value: PT4H, zh: 半天",
        "kind: duration, value: P30D, zh: 一个月",
        "kind: duration, value: P14D, en: a fortnight",
        "kind: money, value: 100, zh: 人民币壹佰元整",
        "kind: count, value: 3, unit: times, zh: 再三",
        "kind: date, value: --12-01, zh: 每年的十二月一日",
        "kind: duration, value: P5D, bound: max, zh: 三至五天",
        "kind: count, value: 4, unit: 副",
    ],
)
def test_the_same_figure_in_other_words_or_one_that_nobody_can_compare_passes(tmp_path, fact):
    assert found(tmp_path, fact) == []
