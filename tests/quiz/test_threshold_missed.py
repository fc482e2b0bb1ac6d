"""Threshold cases: sentences on those who miss a limit, figures that limit no single case, and bands that meet."""

from __future__ import annotations

import re

import pytest

from guizhang.model.fact import Fact
from guizhang.model.regulation import Node
from guizhang.model.text import Text
from tests.quiz.rulings import article, made, only

HOURS = {"kind": "duration", "value": "PT12H"}
DAY = {"kind": "duration", "value": "P12D"}
POINTS = {"kind": "count", "value": "12", "unit": "points"}
MONEY = {"kind": "money", "value": "12", "unit": "CNY"}
KG = {"kind": "count", "value": "12", "unit": "kg"}
_ORDER = ("一", "二", "三", "四"), ("first", "second", "third", "fourth")
_PUNISHED, _APPLIES, _KEEPS = "哪几种要按这一规定处罚？", "哪几种适用这一规定？", "哪几种符合这一规定？"
_MISSED, _APPLIES_EN, _KEEPS_EN = (
    "In which of the cases is the limit missed?",
    "To which of the cases does the rule apply?",
    "Which of the cases keep to the rule?",
)


def _texts(sentence: str) -> tuple[str | None, str | None]:
    return (None, sentence) if sentence.isascii() else (sentence, None)


def _covered(item) -> tuple[set[float], set[float]]:
    """Return the figures of the four cases, and those of them the key names."""
    zh = item.stem.zh is not None
    told = re.search(r"依次是(.*?)。", item.stem.zh) if zh else re.search(r"in turn, (.*?)\. ", item.stem.en)
    numbers = [float(n) for n in re.findall(r"\d+(?:\.\d+)?", told[1])]
    (right,) = (option.text.zh or option.text.en for option in item.options if option.key)
    said = re.findall(r"第(.)种", right) if zh else re.findall("first|second|third|fourth", right.lower())
    return set(numbers), {numbers[_ORDER[not zh].index(one)] for one in said}


@pytest.mark.parametrize(
    ("sentence", "fact", "bound", "asked", "covered"),
    [
        ("领班未在${x}内回电的，罚款50元。", HOURS, "max", _PUNISHED, ">"),
        ("工具损坏未在发现后${x}内登记，记3分。", HOURS, "max", _PUNISHED, ">"),
        ("领班沒有在${x}內回電的，罰款50元。", HOURS, "max", None, ">"),
        ("未登记工具（领用后${x}内）的，给予警告。", HOURS, "max", _PUNISHED, ">"),
        ("仓库未按规定于收货后${x}内入账的，视为收货。", HOURS, "max", _APPLIES, ">"),
        ("换班未提前${x}申请的，按旷工处理。", HOURS, "min", _PUNISHED, "<"),
        ("新司机须无一个周期内记满${x}的记录。", POINTS, "min", _KEEPS, "<"),
        ("入选条件：没有赔偿超过${x}的事故。", MONEY, "max", _KEEPS, "<="),
        ("一年内无扣${x}以上的记录的，奖励一天假。", POINTS, "min", _APPLIES, "<"),
        # What an adverb denies turns nothing round.
        ("未经批准离岗${x}以内的，扣50元。", HOURS, "max", _APPLIES, "<="),
        ("未请假缺勤${x}以上的，记过。", HOURS, "min", _APPLIES, ">="),
        ("无故离岗${x}以上的，记过。", HOURS, "min", _APPLIES, ">="),
        ("Failure to log a fault within ${x} is misconduct.", HOURS, "max", _MISSED, ">"),
        ("Guards who do not log a fault within ${x} are warned.", HOURS, "max", _MISSED, ">"),
        ("A fault not logged within ${x} costs a point.", HOURS, "max", _MISSED, ">"),
        ("If the keys are not returned within ${x}, the guard is warned.", HOURS, "max", _MISSED, ">"),
        ("Deposits are not refunded within ${x} of the visit.", HOURS, "max", None, "<="),
        # Who waits until so long after something waits so long at least.
        ("Guards must stay away until ${x} after the last fever.", HOURS, "max", _KEEPS_EN, ">="),
        ("Guards must wait until ${x} after the alarm.", HOURS, "max", _KEEPS_EN, ">="),
        # How far a duty goes, and in what time something is counted, nobody keeps to.
        ("Guards must help with parcels up to ${x}.", KG, "max", _APPLIES_EN, "<="),
        ("Guests may bring parcels up to ${x}.", KG, "max", _KEEPS_EN, "<="),
        ("Two warnings within ${x} lead to a transfer.", DAY, "max", _APPLIES_EN, "<="),
        ("Guards with three warnings within ${x} are moved.", DAY, "max", _APPLIES_EN, "<="),
        ("违规行为：误差${x}以上，首次：50元，再次：100元。", MONEY, "min", _APPLIES, ">="),
        ("洗手最少${x}，戴手套前必须洗手。", HOURS, "min", _KEEPS, ">="),
    ],
)
def test_the_cases_lie_on_the_side_the_sentence_speaks_of(sentence, fact, bound, asked, covered):
    holds = {
        ">": lambda case: case > 12,
        "<": lambda case: case < 12,
        ">=": lambda case: case >= 12,
        "<=": lambda case: case <= 12,
    }[covered]
    for n in range(4):
        item = only("threshold-case", article(f"r{n}", *_texts(sentence), facts={"x": Fact(**fact, bound=bound)}))
        assert asked is None or (item.stem.zh or item.stem.en).endswith(asked), item.stem
        told, key = _covered(item)
        assert key == set(filter(holds, told)) != told, item


@pytest.mark.parametrize("bound", ["max", "min"])
@pytest.mark.parametrize(
    "sentence",
    [
        "工资每月发放，遇节假日提前${x}发放。",
        "遇公眾假期提前${x}出糧。",
        "遇节日提前${x}。",
        "节前${x}可提前${x}下班。",
        "试岗不少于${x}或300单。",
        "修补时间一般不超过${x}。",
        "原则上应当在${x}内修好。",
        "Wages are paid ${x} early before a holiday.",
        "The pool is open until ${x} after breakfast.",
        "A repair usually takes up to ${x}.",
        "Calls are returned within ${x} on average.",
        "New guards train for at least ${x} or 300 calls.",
    ],
)
def test_what_is_exact_usual_or_one_of_two_is_no_limit_of_a_case(sentence, bound):
    assert not made("threshold-case", article("r", *_texts(sentence), facts={"x": Fact(**DAY, bound=bound)}))


def test_what_says_at_least_stays_a_limit():
    for sentence in ("遇节假日至少提前${x}发放。", "员工须提前${x}申请。", "由店方提前${x}申请。"):
        (item,) = made("threshold-case", article("r", sentence, facts={"x": Fact(**DAY, bound="min")}))
        assert _covered(item)[1] == {case for case in _covered(item)[0] if case >= 12}


def _money(value: str, bound: str = "max") -> Fact:
    return Fact(kind="money", value=value, unit="CNY", bound=bound)


def test_of_bands_in_one_sentence_none_is_a_limit():
    band = Fact(kind="money", value="500..3000", unit="CNY", bound="range")
    facts = {"a": _money("500"), "b": band, "c": _money("3000", "min")}
    banded = article("r", "维修费${a}以内由领班批准，${b}由经理批准，${c}以上报总部。", facts=facts)
    assert not made("threshold-case", banded)


def test_the_bound_that_the_next_row_begins_with_is_no_case():
    def row(n: int, zh: str, **facts: Fact) -> Node:
        return Node(
            article=str(n), id=f"row-{n}", title=Text(zh=f"第{n}档"), text=Text(zh=zh), facts=facts, norm="duty"
        )

    band = Fact(kind="money", value="100..200", unit="CNY", bound="range")
    rows = row(1, "短款${b}的，扣一分。", b=band), row(2, "短款${x}以上的，扣两分。", x=_money("200", "min"))
    (item,) = (item for item in made("threshold-case", *rows) if "row-2" in item.id)
    told, key = _covered(item)
    assert 200 not in told
    assert key == {case for case in told if case > 200}


@pytest.mark.parametrize("marked", [True, False])
def test_a_line_that_begins_where_another_ends_is_no_limit(marked):
    lines = ["${a}以内——台长", "${b}以内——舞美总监", "${b}以上——院长"]
    facts = {"a": Fact(kind="duration", value="P3D", bound="max"), "b": Fact(**DAY, bound="max")}
    body = tuple(Node(item=str(n) if marked else None, text=Text(zh=line)) for n, line in enumerate(lines, 1))
    (item,) = made("threshold-case", article("r", "借用舞台按下列权限审批：", facts=facts, body=body))
    assert "______以内——台长" in item.stem.zh  # the lowest begins nowhere
    steps = ["台长接到通知后${a}内答复；", "舞美总监在${b}内验收；", "台长登记。"]
    body = tuple(Node(item=str(n), text=Text(zh=line)) for n, line in enumerate(steps, 1))
    assert len(made("threshold-case", article("r", "借用舞台按下列要求办理：", facts=facts, body=body))) == 2


def test_an_english_line_that_begins_where_another_ends_is_no_limit():
    lines = ["up to ${a} – stage hand", "up to ${b} – stage manager", "above ${b} – director"]
    facts = {
        "a": Fact(kind="money", value="30", unit="USD", bound="max"),
        "b": Fact(kind="money", value="90", unit="USD", bound="max"),
    }
    body = tuple(Node(item=str(n), text=Text(en=line)) for n, line in enumerate(lines, 1))
    items = made("threshold-case", article("r", None, "Props are approved as follows:", facts=facts, body=body))
    assert not [item for item in items if "stage manager" in item.stem.en]
