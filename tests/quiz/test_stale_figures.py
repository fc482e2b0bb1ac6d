"""A figure of the rules changes: which hand-written items must be read again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guizhang.model.citation import Freshness, freshness
from guizhang.yamlio.content import load_project
from tests.quiz.projects import accepted

RULE = """
id: attendance
title: {zh: 考勤规定}
authoritative: zh
edition: {version: "1", effective: 2026-01-01}
body:
  - chapter: 1
    id: leave
    title: {zh: 请假}
    body:
      - article: 1
        id: notice
        body:
          - norm: duty
            text: {zh: "请事假应当至少提前${notice}申请，紧急情况应当在${urgent}内补办。"}
        facts:
          notice: {kind: duration, value: P1D, bound: min}
          urgent: {kind: duration, value: P2D, bound: max}
      - article: 2
        id: form
        body:
          - norm: duty
            text: {zh: 请假应当填写申请单。}
      - article: 3
        id: late
        body:
          - norm: statement
            text: {zh: "没有提前${attendance/notice#notice}的，视为没有申请。"}
"""
ITEM = """
- id: asked
  type: {type}
  cites: {{{cites}: null}}
  themes: [leave]
  stem: {{zh: "{stem}"}}
  {rest}
"""
CHOICE = "options: [{{key: true, text: {{zh: '{}'}}}}, {{text: {{zh: '{}'}}}}, {{text: {{zh: '{}'}}}}]"
NOTICE = "${attendance/notice#notice}"
URGENT = "${attendance/notice#urgent}"


def _project(root, **item):
    for name, text in {
        "content/handbook.yaml": "title: {zh: 手册}\ncompany: {zh: 本公司}\nlanguage: zh\nthemes: {leave: {zh: 请假}}\n",
        "content/regulations/attendance.yaml": RULE,
        "quizzes/bank/leave.yaml": ITEM.format(
            **{"type": "single_choice", "cites": "attendance/notice", "stem": "请事假至少提前多久？", "rest": ""} | item
        ),
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_project(root)


@pytest.mark.parametrize(
    ("name", "item", "stale"),
    [
        ("options in figures", {"rest": CHOICE.format("1天", "2天", "3天")}, True),
        ("options in words", {"rest": CHOICE.format("一天", "两天", "三天")}, True),
        ("no figure at all", {"rest": CHOICE.format("前一天下班前", "当天早上", "回来以后")}, True),
        ("a placeholder for key", {"rest": CHOICE.format(NOTICE, "不用提前", "提前一晚")}, False),
        ("distractors that may become the key", {"rest": CHOICE.format(NOTICE, "2天", "3天")}, True),
        (
            "a placeholder in the stem",
            {"type": "true_false", "stem": f"请事假至少提前{NOTICE}。", "rest": "answer: true"},
            False,
        ),
        (
            "a placeholder in the rationale",
            {
                "type": "true_false",
                "stem": "当天请事假也行。",
                "rest": f"answer: false\n  rationale: {{zh: '提前{NOTICE}'}}",
            },
            True,
        ),
        (
            "a placeholder in the stem, and states",
            {
                "type": "true_false",
                "stem": f"请事假至少提前{NOTICE}，两天以前最好。",
                "rest": "answer: true\n  states: [attendance/notice#notice]",
            },
            True,
        ),
        (
            "the placeholder of another figure",
            {"type": "true_false", "stem": f"{URGENT}内补办。", "rest": "answer: true"},
            True,
        ),
        ("a numeric answer", {"type": "numeric", "stem": "提前几天？", "rest": "numeric: {value: 1}"}, True),
        (
            "a gap that follows",
            {"type": "cloze", "stem": "提前[[day1]]申请。", "rest": f"gaps: {{day1: {{answer: {{zh: '{NOTICE}'}}}}}}"},
            False,
        ),
        (
            "a gap that follows, and words that count as well",
            {
                "type": "cloze",
                "stem": "提前[[day1]]申请。",
                "rest": f"gaps: {{day1: {{answer: {{zh: '{NOTICE}'}}, equivalent: [{{zh: 一整天}}]}}}}",
            },
            True,
        ),
        (
            "a case",
            {
                "type": "case",
                "stem": "小李当天请假。",
                "rest": f"questions: [{{type: true_false, stem: {{zh: '应当提前{NOTICE}'}}, answer: true}},"
                " {type: numeric, stem: {zh: 差几天？}, numeric: {value: 1}}]",
            },
            True,
        ),
        ("the chapter", {"cites": "attendance/leave", "rest": CHOICE.format("1天", "2天", "3天")}, True),
        ("what prints it elsewhere", {"cites": "attendance/late", "rest": CHOICE.format("1天", "2天", "3天")}, True),
        ("a neighbour", {"cites": "attendance/form", "rest": CHOICE.format("申请单", "便条", "不用填")}, False),
    ],
)
def test_an_item_is_stale_when_a_figure_changes_that_it_does_not_follow(tmp_path, name, item, stale):
    loaded = accepted(_project(tmp_path, **item))
    (asked,) = loaded.bank.items
    settings = loaded.handbook.settings.model_copy(update={"parameters": {"attendance/notice#notice": "P3D"}})
    changed = replace(loaded.handbook, settings=settings)
    path = tmp_path / "content/regulations/attendance.yaml"
    path.write_text(RULE.replace("P1D", "P3D"), encoding="utf-8")
    for handbook in (changed, load_project(tmp_path).handbook):
        states = set(freshness(asked, handbook).values())
        assert states == ({Freshness.STALE} if stale else {Freshness.FRESH}), name


def test_two_figures_that_change_places_make_it_stale(tmp_path):
    _project(tmp_path, rest=CHOICE.format("1天", "2天", "3天"))
    path = tmp_path / "content/regulations/attendance.yaml"
    alike = RULE.replace("bound: min", "bound: max")
    path.write_text(alike, encoding="utf-8")
    (asked,) = accepted(load_project(tmp_path)).bank.items
    path.write_text(alike.replace("P1D", "P9D").replace("P2D", "P1D").replace("P9D", "P2D"), encoding="utf-8")
    assert set(freshness(asked, load_project(tmp_path).handbook).values()) == {Freshness.STALE}
