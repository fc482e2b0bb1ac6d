"""Lists whose lines are grades: who approves how much, what is paid for how long."""

from __future__ import annotations

import re

import pytest

from guizhang.model.fact import Fact
from guizhang.model.regulation import Node
from guizhang.model.text import Text
from tests.quiz.rulings import article, days, key, made

_DAYS = {
    "a": days("P2D"),
    "b": days("P5D"),
    "c": days("P5D", bound="min"),
    "d": days("P9D"),
    "e": days("P9D", bound="min"),
}


def _money(value: str, bound: str, **fields) -> Fact:
    return Fact(kind="money", value=value, unit="CNY", bound=bound, **fields)


_MONEY = {"a": _money("300", "max"), "b": _money("2000", "max"), "c": _money("2000", "min", inclusive=False)}


def _asked(lead: str, lines: list[str], facts: dict[str, Fact], *, marked: bool = True) -> list:
    """Return the items of a list under several names, so that each grade is asked for by some."""
    numbers = [str(n) if marked else None for n in range(1, len(lines) + 1)]
    body = tuple(Node(item=n, text=Text(zh=line)) for n, line in zip(numbers, lines, strict=True))
    return [i for n in range(6) for i in made("graded-case", article(f"r{n}", lead, facts=facts, body=body))]


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize(
    ("lead", "lines", "question", "outcomes"),
    [
        (
            "借用舞台须填写申请单，按下列权限审批：",
            ["${a}以内——台长", "${b}以内——舞美总监", "${c}以上${d}以下（含${d}）——剧场经理", "${e}以上——院长"],
            "由谁审批？",
            ["台长", "舞美总监", "剧场经理", "院长"],
        ),
        (
            "舞台借用費按下列標準收取：",
            ["${a}以內：每天收六百元；", "${b}以內：每天收五百元；", "超過${c}：每天收四百元。"],
            None,
            ["每天收六百元", "每天收五百元", "每天收四百元"],
        ),
        (
            "借用舞台按天数审批：",
            ["≤${a}：台长审批；", "${c}以下：舞美总监审批；", ">${c}：院长审批。"],
            "适用下列哪一项？",
            ["台长审批", "舞美总监审批", "院长审批"],
        ),
    ],
)
def test_each_line_of_a_list_is_a_grade(lead, lines, question, outcomes, marked):
    items = _asked(lead, lines, _DAYS, marked=marked)
    assert items
    for item in items:
        assert question is None or item.stem.zh.endswith(question), item.stem
        assert [option.text.zh for option in item.options] == outcomes
        case = re.search(r"其中(半|\d+)天的", item.stem.zh)[1]
        value = 0.5 if case == "半" else int(case)
        ends = [2, 5, 9][: len(outcomes) - 1]
        assert value not in ends
        assert key(item) == [outcomes[sum(value > end for end in ends)]]
        assert all(outcome in item.rationale.zh for outcome in outcomes)


@pytest.mark.parametrize(
    "lines",
    [
        ["≤${a}：台长", "≤${b}：舞美总监", "另行购买的，由院长批准"],
        ["${a}以内——台长", "${b}以内——台长", "${c}以上——台长"],
        ["${a}以内——台长", "${b}以内——舞美总监"],
    ],
)
def test_a_list_with_another_line_or_too_few_is_none(lines):
    assert not _asked("购买道具按下列权限审批：", lines, _MONEY)


def test_signs_say_where_grades_of_money_end():
    items = _asked("购买道具按下列权限审批：", ["≤${a}：台长", "≤${b}：舞美总监", "＞${c}：剧场经理"], _MONEY)
    assert {key(item)[0] for item in items} == {"台长", "舞美总监", "剧场经理"}
    for item in items:
        value = int(re.search(r"其中(\d+)元的", item.stem.zh)[1])
        assert key(item) == ["台长" if value < 300 else "舞美总监" if value < 2000 else "剧场经理"]


def test_signs_part_english_grades_as_words_do():
    facts = {name: fact.model_copy(update={"unit": "USD"}) for name, fact in _MONEY.items()}
    lines = ["≤ ${a}: stage hand", "<= ${b} – stage manager", ">${c} – house director"]
    body = tuple(Node(item=str(n), text=Text(en=line)) for n, line in enumerate(lines, 1))
    items = made("graded-case", article("r", None, "Props are approved by:", facts=facts, body=body))
    assert len(items) == 2
    for item in items:
        value = float(re.search(r"[\d,.]+\d", item.stem.en.rsplit("case", 1)[1])[0].replace(",", ""))
        (right,) = (option.text.en for option in item.options if option.key)
        assert right == ("Stage hand" if value < 300 else "Stage manager" if value < 2000 else "House director")
