"""Sentences of rules that quote what is said: a stop inside a quotation ends no sentence of the rule."""

from __future__ import annotations

import pytest

from guizhang.quiz.material.lists.sentences import paired
from guizhang.quiz.quoting.clauses import clauses
from guizhang.quiz.quoting.quotable import sentences
from tests.quiz.rulings import article, handbook


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Answer with the words "Good day. This is Fernhill." and wait.', 1),
        ("Answer with the words “Good day. This is Fernhill.” and wait.", 1),
        ("Answer with the words ‘Good day. I’m Ann. This is Fernhill.’ and wait.", 1),
        ("Answer with the words 'Good day. I'm Ann. This is Fernhill.' and wait.", 1),
        ('Answer with the words “Good day. This is Fernhill." and wait. Then note it.', 2),
        ('The clerk says: "Good day. Come in." Guests are then seated.', 2),
        ("The clerk says: 'Good day. Come in.' Guests are then seated.", 2),
        ("The clerk says “Good day.” “Come in. Sit down.” Guests are then seated.", 2),
        ("Guests' bags stay below. The clerk's key opens all guests' rooms. Nobody else's does.", 3),
        ("Guests’ bags stay below. The clerk’s key opens all guests’ rooms. Nobody else’s does.", 3),
        ('A board is 5" wide. A rail is 6" wide.', 2),
        ('"Lost" means not found. "Late" means after ten.', 2),
    ],
)
def test_english_sentences(text, expected):
    found = sentences(text, "en")
    assert len(found) == expected, found
    assert " ".join(found) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("接听时说“您好！这里是前台。请讲。”并记下来电时间。", 1),
        ('接听时说"您好！这里是前台。请讲。"并记下来电时间。', 1),
        ("接听时说‘您好！这里是前台。请讲。’并记下来电时间。", 1),
        ("接听时说「您好！请讲。」，并记下来电时间。挂断后登记。", 2),
        ("先说：“您好！这里是前台。”客户没有回应的，挂断电话。", 2),
        ("说“您好！”“请坐。”客户坐下后倒水。", 2),
        ("门要关好。灯要关掉！窗呢？", 3),
    ],
)
def test_chinese_sentences(text, expected):
    found = sentences(text, "zh")
    assert len(found) == expected, found
    assert "".join(found) == text


def test_a_semicolon_inside_a_quotation_parts_no_sentence():
    zh, en = "接听时说“您好；请讲”；挂断后登记来电。", 'Say "Good day; please go on"; note every call afterwards.'
    (clause,) = clauses(handbook(article("calls", zh, en)))
    assert len(paired(clause)) == 2
