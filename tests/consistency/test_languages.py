"""The two languages of one text: figures that differ, and figures that only look different."""

from __future__ import annotations

from pathlib import Path

import pytest

from guizhang.checks import check
from guizhang.consistency.languages import disagreements
from guizhang.model.fact import Fact
from guizhang.yamlio.content import load_project
from tests.quiz.rulings import article, handbook

HOURS = {"x": Fact(kind="duration", value="PT2H", bound="max")}


@pytest.mark.parametrize(
    ("zh", "en", "spans"),
    [
        ("发现漏水的，2小时内报告。", "Leaks must be reported within 4 hours.", ["2小时", "4 hours"]),
        ("发现漏水的，${x}内报告。", "Leaks must be reported within 4 hours.", ["2小时", "4 hours"]),
        ("押金500元，3天内退还。", "The deposit is CNY 600 and is returned within 3 days.", ["500元", "CNY 600"]),
        ("早会8:30开始。", "The briefing begins at 9:30.", ["8:30", "9:30"]),
        ("折扣不得超过10%。", "Discounts must not exceed 15%.", ["10%", "15%"]),
    ],
)
def test_one_figure_in_chinese_and_another_in_english(zh, en, spans):
    facts = HOURS if "${" in zh else {}
    (found,) = disagreements(handbook(article("x", zh, en, facts=facts)))
    for figure, span in zip(found.figures, spans, strict=True):
        assert span in figure.span


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("发现漏水的，24小时内报告。", "Leaks must be reported within one day."),
        ("发现漏水的，两小时内报告，每月一次汇总。", "Leaks must be reported within 2 hours and listed once a month."),
        ("早会下午两点半开始。", "The briefing begins at 2:30 p.m."),
        ("押金500元。", "A deposit of five hundred yuan is due."),
        ("3天内退还。", "It is returned in time."),
        ("每天巡查一遍，3天内整改。", "Walk the round every day; put right what is wrong within 3 days."),
        ("发现漏水的，2小时内报告。", None),
    ],
)
def test_what_comes_to_the_same_or_stands_in_one_language_only(zh, en):
    assert not list(disagreements(handbook(article("x", zh, en))))


def test_it_is_reported_at_the_text_and_the_reference_handbook_has_none(tmp_path, monkeypatch):
    assert not list(disagreements(load_project(Path(__file__).parents[2]).handbook))
    monkeypatch.chdir(tmp_path)
    Path("content/regulations").mkdir(parents=True)
    Path("content/handbook.yaml").write_text("title: {zh: 规章}\ncompany: {zh: 公司}\n", encoding="utf-8")
    head = 'id: rules\ntitle: {zh: 规定, en: Rules}\nedition: {version: "1"}\nbody:\n  - article: 1\n    id: a1\n'
    text = head + "    text: {zh: 漏水2小时内报告。, en: Report leaks within 4 hours.}\n"
    Path("content/regulations/rules.yaml").write_text(text, encoding="utf-8")
    (found,) = [fault for fault in check(load_project(tmp_path)) if fault.code == "CON003"]
    assert str(found.source) == "content/regulations/rules.yaml:7:5"
    assert found.problem.en == "the Chinese says “2小时”, the English “4 hours”"
