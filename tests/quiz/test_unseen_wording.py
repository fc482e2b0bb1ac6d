"""Wordings that were not made for us: what points nowhere, what is one word, what rules are for, how times and grades are written."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.model.quantity import QuantityKind
from guizhang.model.regulation import Node, Origin
from guizhang.model.text import Text
from guizhang.quiz.material.figures.limits import limit
from guizhang.quiz.quoting.quotable import dangles, of_itself, says_purpose
from tests.quiz.rulings import article, days, made, only


def _points(value: str, bound: str, zh: str | None = None) -> Fact:
    return Fact(kind="count", value=value, unit="points", bound=bound, zh=zh)


def _hours(value: str, bound: str = "max", **fields) -> Fact:
    return Fact(kind="duration", value=value, bound=bound, **fields)


@pytest.mark.parametrize(
    ("lang", "text", "points"),
    [
        ("en", "Loans above ______ are signed for.", False),
        ("en", "Loans above £50 are signed for.", False),
        ("en", "Shelves stand 400 mm below lamps.", False),
        ("en", "No box may be lifted above shoulder height.", False),
        ("en", "The loans above are signed for.", True),
        ("en", "Use the form below.", True),
        ("en", "As shown above, loans are signed for.", True),
        ("zh", "新馆员每周值班两次，其他馆员每月值班两次。", False),
        ("zh", "会员免费，其他读者每次5元。", True),
        ("zh", "老教师免费，其他人员每次5元。", False),
        ("zh", "其他馆员应当登记。", True),
        ("zh", "遇到停电，其他馆员应当疏散读者。", True),
    ],
)
def test_what_is_so_high_or_told_beside_its_like_points_nowhere_else(lang, text, points):
    assert dangles(text, lang) is points


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("规范借阅的秩序，保证图书24小时可借。", True),
        ("为提高馆员的素质，加强管理，确保全年无差错。", True),
        ("The purpose of this policy is to answer within 24 hours.", True),
        ("保证热线24小时有人接听。", False),
        ("加强巡查，每2小时巡查一次。", False),
        ("有效期：三年。", True),
        ("贴上标签，写明期限：胶水30天，墨水60天。", False),
    ],
)
def test_what_rules_are_for_is_no_rule(text, told):
    assert of_itself(text) is told


def test_what_stands_under_purpose_is_asked_only_where_it_lays_something_down():
    assert says_purpose("目的", "保证图书24小时可借。")
    assert says_purpose("Purpose", "A reply to each reader within 24 hours.")
    assert not says_purpose("目的", "应当在24小时内答复。")
    assert not says_purpose("借阅", "保证图书24小时可借。")
    purpose = article("x", "图书24小时可借，读者满意。", title=Text(zh="目的"), facts={"a": days("PT24H")})
    assert not made("fact-choice", purpose)


@pytest.mark.parametrize("said", ["can't", "mustn't", "can’t"])
def test_a_verb_with_its_negation_is_one_word(said):
    sentence = f"Members {said} park in the yard on weekdays."
    item = only("allowed", article("x", None, sentence))
    assert [option.text.en for option in item.options] == ["must", "may", said.replace("’", "'")]
    assert not any("'t" in (i.stem.en or "") for i in made("altered-wording", article("x", None, sentence)))
    assert limit("Loans mustn't exceed ", " pounds.", "en").forbidden


@pytest.mark.parametrize(
    ("en", "fact", "options"),
    [
        ("The fee is returned within ${a}.", _hours("P3D", en="three (3) days"), ["two (2) days", "three (3) days"]),
        ("The hall is open ${a}.", Fact(kind="time-of-day", value="17:00..20:00", en="5-8 p.m."), ["5-8 p.m."]),
    ],
)
def test_another_figure_is_worded_as_the_rule_words_its_own(en, fact, options):
    item = only("fact-choice", article("x", None, en, facts={"a": fact}))
    said = [option.text.en for option in item.options]
    assert len(said) > 2
    assert set(options) & set(said)
    assert all("(" in one if fact.kind is QuantityKind.DURATION else one.endswith(" p.m.") for one in said), said


def test_what_is_named_noon_is_not_asked_for():
    noon = Fact(kind="time-of-day", value="12:00", en="12:00")
    assert not made("fact-choice", article("x", None, "Loans end by ${a} noon on Fridays.", facts={"a": noon}))


def test_noon_is_an_hour_and_no_more():
    noon = Fact(kind="time-of-day", value="12:00", zh="中午12点")
    item = only("fact-choice", article("x", "图书馆在${a}清点一次读者。", facts={"a": noon}))
    assert not {"中午11点", "中午1点"} & {option.text.zh for option in item.options}


def test_what_is_done_once_at_a_time_of_the_clock_is_done_once():
    once = Fact(kind="count", value="1", unit="times", zh="一次")
    assert not made("fact-choice", article("x", "馆员应当在19:45提醒${a}读者。", facts={"a": once}))


@pytest.mark.parametrize(
    ("en", "fact", "asked"),
    [
        ("Staff must not write to readers, or to former pupils under the age of ${a}.",
         Fact(kind="count", value="16", unit="years-of-age", bound="max", inclusive=False),
         "To which of them does the rule apply?"),
        ("The appeal goes to the head, whose decision is made within ${a} and is final.", _hours("P5D"),
         "Which of the cases are within the limit it sets?"),
        ("The deposit is returned within ${a}.", _hours("P5D"), "Which of the cases are within the limit it sets?"),
    ],
)  # fmt: skip
def test_what_is_asked_of_the_cases(en, fact, asked):
    item = only("threshold-case", article("x", None, en, facts={"a": fact}))
    assert item.stem.en.endswith(asked), item.stem.en


def test_a_limit_with_what_holds_beyond_it_divides_no_cases():
    en = "One clerk is on duty for up to ${a} readers, and two for any number above that."
    fact = Fact(kind="count", value="30", unit="number", bound="max", en="30")
    assert not made("threshold-case", article("x", None, en, facts={"a": fact}))


def test_what_describes_a_point_is_no_point_of_its_own():
    en = "Each clerk shall hold a library badge, renewed every two years, and a first aid certificate."
    assert not made("list-recall", article("x", None, en))


def _part(title: str | None, *bodies: Node) -> Node:
    return Node(item="1", title=Text(zh=title) if title else None, origin=Origin(file="rules.txt", line=1), body=bodies)


def test_a_point_of_a_list_is_named_with_its_part_and_somebody_takes_no_second_de():
    points = (
        Node(item="1", text=Text(zh="${a}以下的儿童；")),
        Node(item="2", text=Text(zh="持有借书证${b}以上的。")),
    )
    facts = {
        "a": Fact(kind="count", value="7", unit="years-of-age", bound="max"),
        "b": Fact(kind="duration", value="P3Y", bound="min"),
    }
    lead = Node(item="1", id="loans", text=Text(zh="有下列情形之一的，可以多借一本："), body=points, facts=facts)
    stems = [item.stem.zh for item in made("fact-choice", _part("借阅", lead))]
    assert any("“借阅”部分规定：“______以下的儿童，可以多借一本。”" in stem for stem in stems), stems
    assert any("“借阅”部分规定：“持有借书证______以上的，可以多借一本。”" in stem for stem in stems), stems


def test_statements_side_by_side_all_have_a_label_or_none():
    rules = [
        article(f"r{n}", zh, title=Text(zh=title) if title else None, facts={"a": days(value)})
        for n, (title, zh, value) in enumerate(
            (
                ("借阅", "馆员应当在${a}内答复读者的书面意见。", "P3D"),
                ("归还", "读者应当在${a}内归还借阅的新书。", "P15D"),
                (None, "馆长应当在${a}内批准购买新书的申请。", "P7D"),
                ("修补", "馆员应当在${a}内修补损坏的旧书。", "P10D"),
                (None, "值班员应当在${a}内登记捐赠的旧书。", "P2D"),
                ("清点", "馆员应当在${a}内清点架上的杂志。", "P5D"),
            )
        )
    ]
    items = [*made("true-statement", *rules), *made("true-statements", *rules)]
    assert items
    for item in items:
        assert len({option.text.zh.startswith("（") for option in item.options}) == 1


def test_a_figure_that_stands_twice_in_a_rule_has_no_gap():
    facts = {"a": Fact(kind="money", value="20"), "b": Fact(kind="money", value="90"), "c": _hours("P3D")}
    zh = "欠费${a}以内的提醒，${a}以上${b}以内的停借，欠费满${c}的停借。"
    assert not made("fact-cloze", article("x", zh, facts=facts))


@pytest.mark.parametrize(
    ("zh", "facts", "topic", "outcomes"),
    [
        (
            "晚还${a}以内扣5元,${b}以上${c}以内扣8元,超过${d}停借。",
            {"a": _hours("P3D"), "b": _hours("P3D", "min"), "c": _hours("P9D"), "d": _hours("P9D", "min", inclusive=False)},
            "晚还",
            ["扣5元", "扣8元", "停借"],
        ),
        (
            "${a}以上奖励500元，${b}不奖不罚，${c}以下补训。",
            {"a": _points("90", "min"), "b": _points("60..89", "range", "60-89分"), "c": _points("60", "max")},
            "得分",
            ["奖励500元", "不奖不罚", "补训"],
        ),
        (
            "${a}以下的由馆长批准，${a}以上${b}以下的由区域经理批准，${b}以上的由总经理批准。",
            {"a": Fact(kind="money", value="2000", bound="max"), "b": Fact(kind="money", value="9000", bound="max")},
            "金额",
            ["由馆长批准", "由区域经理批准", "由总经理批准"],
        ),
    ],
)  # fmt: skip
def test_grades_are_read_with_any_commas_and_in_whole_numbers(zh, facts, topic, outcomes):
    items = made("graded-case", article("x", zh, facts=facts))
    assert items
    for item in items:
        assert [option.text.zh for option in item.options] == outcomes
        assert f"，{topic}" in item.stem.zh
