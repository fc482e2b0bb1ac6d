"""Prohibitions of imported rules: what can stand beside a false statement, and why nothing is asked of the others."""

from __future__ import annotations

import pytest

from guizhang.model.regulation import Node, Norm, Origin
from guizhang.model.text import Text
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.why import why
from tests.quiz.rulings import handbook


def _rule(number: str, said: str) -> Node:
    return Node(
        item=number,
        id=f"item-{number}",
        text=Text(zh=said),
        norm=Norm.PROHIBITION,
        origin=Origin(file="draft.txt", line=1),
    )


@pytest.mark.parametrize(
    ("said", "alone"),
    [
        ("不允许售票员为亲属或其他熟人办理退票。", True),
        ("售票员不得使用未提供给其他顾客的折扣。", True),
        ("下班以后不得使用其他未关闭的设备。", False),
        ("其他设备不得在下班以后使用。", False),
        ("不得动用备用金，其他款项应当上交。", False),
    ],
)
def test_others_beside_whom_the_rule_names_lean_on_nothing(said: str, alone: bool) -> None:
    assert bool(Rules(handbook(_rule("1", said))).statements) is alone


def _reasons(model: str, said: str) -> list[str]:
    rules = handbook(_rule("1", said))
    (report,) = (one for one in why("rules/item-1", rules) if one.model == model)
    return [reason.en for reason in report.declined]


def test_why_does_not_call_good_sense_what_has_to_be_learned() -> None:
    learned, sensible = "不准售票员为亲友办理退票手续。", "不准在售票处吸烟或者与游客争吵。"
    assert "nothing that could be exchanged" in _reasons("responsible", learned)[0]
    assert "good sense would ask for" in _reasons("responsible", sensible)[0]


def test_why_says_of_a_prohibition_that_it_is_no_option() -> None:
    (reason,) = _reasons("forbidden-acts", "不准售票员为亲友办理退票手续。")
    assert reason.startswith("the act it forbids can be no option")
