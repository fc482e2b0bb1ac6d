"""A point of a list in a quotation: dots stand where points were left out, before it or behind."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.quoting.clauses import clauses
from tests.quiz.rulings import article, handbook, listed, made

_POINTS = [
    ("口头警告，由客服主管决定；", "spoken warnings, by the service supervisor;"),
    ("书面警告，由客服部经理决定；", "written warnings, by the service manager;"),
    ("解除合同，由总经理决定。", "dismissal, by the general manager."),
]


def test_nothing_is_left_out_before_the_first_point():
    book = handbook(listed("deciding", "处分按下列权限决定：", "Measures are decided as follows:", _POINTS))
    quoted = {clause.place.node.item: clause.quote() for clause in clauses(book)}
    assert quoted["1"].zh == "处分按下列权限决定：口头警告，由客服主管决定；……"
    assert quoted["1"].en == "Measures are decided as follows: spoken warnings, by the service supervisor; …"
    assert quoted["2"].zh == "处分按下列权限决定：……书面警告，由客服部经理决定。"
    assert quoted["2"].en == "Measures are decided as follows: … written warnings, by the service manager."


def _times(value: str) -> Fact:
    return Fact(kind="count", value=value, unit="times")


@pytest.mark.parametrize(
    ("text", "times", "asked"),
    [
        ("员工迟到${n}，扣${m}。", "1", False),
        ("员工迟到${n}的，每次罚${m}。", "1", False),
        ("员工迟到${n}，扣${m}。", "3", True),
        ("员工迟到${n}的，扣${m}；迟到两次的，扣100元。", "1", True),
    ],
)
def test_what_a_rate_is_per_is_not_asked_for(text, times, asked):
    facts = {
        "n": Fact(kind="count", value=times, unit="times"),
        "m": Fact(kind="money", value="50", unit="CNY"),
    }
    named = {item.id.rpartition(".")[2] for item in made("fact-choice", article("late", text, facts=facts))}
    assert ("n" in named) is asked
    assert "m" in named


def test_nobody_is_set_against_whom_the_sentence_may_mean():
    posts = ("floor supervisor", "bar supervisor", "service manager", "kitchen manager", "department manager")
    texts = [f"The {post} shall {work}." for post in posts for work in ("keep the spare keys", "lock up at night")]
    asked = "The floor supervisor shall pass every complaint on to the department manager."
    others = (article(f"r{n}", None, text) for n, text in enumerate((*texts, *texts)))
    rules = Rules(handbook(article("asked", None, asked), *others))
    (clause,) = (clause for clause in rules.clauses if clause.quote().en == asked)
    wrong = {spot.true.en.casefold(): {text.en for text in spot.wrong} for spot in rules.details.get(clause, ())}
    # Each of the two heads a department, and may be the one that complaints go to.
    assert wrong["the floor supervisor"] == {"the bar supervisor"}
