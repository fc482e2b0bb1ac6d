"""What the item models on figures make of one rule: limits, ladders, gaps."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from benchmarks.rulebook import rulebook
from guizhang.model.citation import Freshness, freshness
from guizhang.model.fact import Fact
from guizhang.model.item import ItemType
from guizhang.model.text import LANGS, Text
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.values.neighbours import neighbours
from guizhang.quiz.models import generate
from tests.quiz.rulings import article, days, handbook, key, listed, made, only

CHINESE = ("一", "二", "三", "四")


def cases_of(item) -> list[str]:
    """Return the four figures of a threshold case, in the order in which they are told."""
    return re.search(r"四种实际情况依次是(.*?)。", item.stem.zh)[1].split("、")


def covered(item) -> set[str]:
    """Return the figures its key says are covered."""
    (right,) = key(item)
    return {figure for figure, sign in zip(cases_of(item), CHINESE, strict=True) if f"第{sign}种" in right}


@pytest.mark.parametrize(
    ("bound", "inclusive", "within"),
    [
        ("max", True, {"半天", "1天", "2天", "3天"}),
        ("max", False, {"半天", "1天", "2天"}),
        ("min", True, {"3天", "5天", "7天", "10天", "15天"}),
        ("min", False, {"5天", "7天", "10天", "15天"}),
    ],
)
def test_the_cases_a_limit_covers_are_those_on_its_side(bound, inclusive, within):
    counts = set()
    for n in range(30):
        rule = article(
            f"r{n}",
            "须在${limit}内办完。" if bound == "max" else "须保存${limit}。",
            "It must be done within ${limit}." if bound == "max" else "It must be kept for ${limit}.",
            facts={"limit": days("P3D", inclusive=inclusive, bound=bound)},
        )
        item = only("threshold-case", rule)
        assert len(item.options) == 3
        # A case short of the figure and one beyond it, whichever the rule covers.
        assert {"半天", "1天", "2天"} & set(cases_of(item))
        assert {"5天", "7天", "10天", "15天"} & set(cases_of(item))
        assert ("3天" in cases_of(item)) is (len(covered(item)) != (1 if inclusive else 3))
        assert covered(item) == within & set(cases_of(item))
        counts.add(len(covered(item)))
    assert counts == {1, 2, 3}


def test_a_figure_in_the_condition_decides_whether_the_rule_applies():
    late = days("PT10M", bound="min")
    rule = article(
        "late",
        "迟到满${late}的，按缺席登记。",
        "Anyone ${late} late or more is recorded as absent.",
        norm="penalty",
        facts={"late": late},
    )
    item = only("threshold-case", rule)
    assert item.stem.zh.endswith("。哪几种适用这一规定？")
    assert item.stem.en.endswith(" To which of the cases does the rule apply?")


def test_what_has_not_happened_in_a_week_has_not_happened_in_a_day_and_makes_no_case():
    rule = article(
        "idle",
        "跟进人${limit}内没有进展的，换人跟进。",
        "If there is no progress within ${limit}, somebody else follows up.",
        facts={"limit": days("P7D")},
    )
    assert not made("threshold-case", rule)


LADDER = [
    ("不超过${low}的，由客服专员决定；", "the service agent decides on up to ${low};"),
    ("超过${low}不超过${high}的，由客服主管决定；", "the service supervisor decides on more, up to ${high};"),
    ("超过${high}的，由客服部经理决定。", "the service manager decides on more than ${high}."),
]


def money(value: str) -> Fact:
    return Fact(kind="money", value=value, unit="CNY", bound="max")


def test_who_decides_goes_by_the_figure_of_the_case():
    facts = {"low": money("200"), "high": money("1000")}
    ladder = listed("gifts", "礼品按金额决定：", "Gifts are decided by value:", LADDER, facts=facts)
    right = {}
    for item in made("ladder-case", ladder):
        said = int(re.search(r"实际是(\d+)元的，由谁决定？", item.stem.zh)[1])
        assert f"CNY {said:,}: who decides?" in item.stem.en
        assert {o.text.zh for o in item.options} >= {"客服专员", "客服主管", "客服部经理"}
        right[said] = key(item)[0]
    # Of posts that rise with the amount only the middle one is not known by rank.
    ((said, who),) = right.items()
    assert (200 < said <= 1000, who) == (True, "客服主管")


def test_of_two_who_deal_with_a_case_in_turn_neither_is_asked_for():
    two = (
        "超过${high}的，经客服主管同意后由客服部经理决定。",
        "the service manager decides after the supervisor agreed.",
    )
    facts = {"low": money("200"), "high": money("1000")}
    ladder = listed("gifts", "礼品按金额决定：", "Gifts are decided by value:", [*LADDER[:2], two], facts=facts)
    assert {key(item)[0] for item in made("ladder-case", ladder)} <= {"客服专员", "客服主管"}


def test_two_figures_of_a_sentence_are_two_gaps():
    facts = {"first": days("P2D"), "last": days("P9D")}
    rule = article(
        "reply",
        "须在${first}内回复，在${last}内办完。",
        "Reply within ${first} and settle within ${last}.",
        facts=facts,
    )
    item = only("fact-cloze", rule)
    assert item.stem.zh == "《规定》“关于reply”一条规定：“须在[[n1]]天内回复，在[[n2]]天内办完。”写出空白处的数字。"
    assert [(gap.answer.zh, gap.answer.en) for gap in item.gaps.values()] == [("2", "2"), ("9", "9")]


@given(
    st.sampled_from([1, 2, 3, 4, 5, 7, 8, 9, 12, 24, 48, 100]),
    st.sampled_from([1, 2, 3, 5, 6, 7, 10, 15, 30]),
    st.sampled_from("HD"),
)
@settings(max_examples=60)
def test_whatever_a_company_sets_no_two_options_are_one(one, other, unit):
    facts = {"a": days("PT2H"), "b": days("PT24H")}
    rule = article(
        "r",
        "接到投诉后须在${a}内回复，在${b}内办完。",
        "A complaint must be answered within ${a} and settled within ${b}.",
        facts=facts,
    )
    spelled = {"H": "PT{}H", "D": "P{}D"}[unit]
    book = handbook(rule, parameters={"rules/r#a": spelled.format(one), "rules/r#b": f"PT{other}H"})
    items = [item for item in generate(book) if item.options]
    assume(items)
    for item in items:
        for lang in LANGS:
            printed = [option.text.get(lang) for option in item.options]
            assert len(set(printed)) == len(printed)
        if item.type is ItemType.SINGLE_CHOICE:
            assert sum(option.key for option in item.options) == 1


def test_keys_of_ordered_choices_stand_at_every_rank():
    ranks = [
        [o.key for o in item.options].index(True)
        for item in generate(rulebook(300))
        if item.model == "fact-choice" and len(item.options) == 4
    ]
    assert len(ranks) > 150
    # Figures near the foot of their ladder cannot be the largest; those that can make up for them.
    assert all(0.2 * len(ranks) < ranks.count(rank) < 0.3 * len(ranks) for rank in range(4))


@pytest.mark.parametrize(
    ("title", "every", "asked"),
    [
        (("月度统计", "Monthly figures"), "1/P1M", False),
        (("统计", "Quarterly figures"), "1/P3M", False),
        (("统计", "Figures"), "1/P1M", True),
        (("季度统计", "Quarterly figures"), "1/P1M", True),
    ],
)
def test_how_often_is_not_asked_for_where_the_title_says_it(title, every, asked):
    rule = article(
        "f",
        "客服主管应当汇总数字，${every}。",
        "The service supervisor shall sum up the figures ${every}.",
        title=Text(zh=title[0], en=title[1]),
        facts={"every": Fact(kind="frequency", value=every)},
    )
    assert bool(made("fact-choice", rule)) is asked


LATE = "迟到${a}以内的，扣${fine}；${a2}以上、${b}以内的，扣${fine2}；超过${b2}的，按旷工处理。"
GRADES = {
    "a": days("PT15M"),
    "a2": days("PT15M", bound="min"),
    "b": days("PT45M"),
    "b2": days("PT45M", bound="min"),
    "fine": money("20"),
    "fine2": money("50"),
}


def test_what_follows_goes_by_the_grade_a_case_falls_into():
    rules = [article(f"late-{n}", f"{one}班员工{LATE}", facts=GRADES) for n, one in enumerate("甲乙丙丁戊己庚辛壬")]
    items = made("graded-case", *rules)
    assert len(items) == 2 * len(rules)
    outcomes = ["扣20元", "扣50元", "按旷工处理"]
    for item in items:
        assert [option.text.zh for option in item.options] == outcomes, "in the order of the rule"
        assert item.keep_order
        minutes = re.search(r"迟到(?:(\d+)分钟|(\d+)小时|(半)小时)的", item.stem.zh)
        late = int(minutes[1]) if minutes[1] else int(minutes[2]) * 60 if minutes[2] else 30
        assert late not in (15, 45), "no case lies on a bound, which two grades may include"
        assert key(item) == [outcomes[0 if late < 15 else 1 if late < 45 else 2]]
        assert set(freshness(item, handbook(*rules)).values()) == {Freshness.FRESH}


def test_a_grade_may_be_one_figure_with_two_ends_and_the_middle_is_asked_first():
    facts = {
        "a": Fact(kind="duration", value="P0D..PT30M", bound="range"),
        "b": Fact(kind="duration", value="PT30M..PT60M", bound="range"),
        "c": days("PT60M", bound="min"),
        **{f"fine{n}": money(value) for n, value in enumerate(("5", "10", "15"))},
    }
    zh = "迟到${a}扣${fine0}，迟到${b}扣${fine1}，迟到${c}以上扣${fine2}。"
    late = article("late", zh, facts=facts)
    items = made("graded-case", late)
    assert items
    assert {outcome for item in items for outcome in key(item)} >= {"扣10元"}
    # What the others leave over is worked out from them.
    asked = {item.id.rpartition(".")[2] for item in made("fact-choice", late)}
    assert not asked & {"a", "b", "c"}


def test_grades_may_include_what_they_end_at_in_so_many_words():
    facts = {
        "a": days("P3D", zh="三天"),
        "b": Fact(kind="duration", value="P4D..P7D", bound="range", zh="四至七天"),
        "c": days("P8D", bound="min", zh="八天"),
    }
    for more, less in (("或以下", "或以上"), ("及以下", "及以上"), ("（含）以内", "以上")):
        zh = f"休假${{a}}{more}由组长批准；${{b}}由馆长批准；${{c}}{less}由总馆批准。"
        items = made("graded-case", article("leave", zh, facts=facts))
        assert items, zh
        assert all(o.text.zh.startswith("由") for item in items for o in item.options)


@pytest.mark.parametrize(
    "zh",
    [
        "迟到${a}以内的，扣${fine}；${a2}以上的，按旷工处理。",
        "迟到${a}以内的，扣${fine}；${b}以上的，扣${fine2}；早退的，按旷工处理。",
        "迟到${a}以内的，扣${fine}；${b}以上的，扣${fine2}；超过${b2}的，按旷工处理。",
        "迟到${a}以内的，扣${fine}；${a2}以上、${b}以内的，扣${fine}；超过${b2}的，扣${fine}。",
    ],
    ids=["two grades", "no ladder", "one open end in the middle", "all the same"],
)
def test_what_is_no_ladder_of_three_grades_makes_no_case(zh):
    used = {name: fact for name, fact in GRADES.items() if f"${{{name}}}" in zh}
    assert not made("graded-case", article("late", zh, facts=used))


@pytest.mark.parametrize(
    ("zh", "facts", "asked"),
    [
        ("发货单须有客服专员和客服主管${n}签字，当天归档。", {"n": Fact(kind="count", value="2", unit="people")}, False),
        ("发货单须有客服主管在内的${n}签字，当天归档。", {"n": Fact(kind="count", value="2", unit="people")}, True),
        ("在${n}内累计驾驶时间不得超过规定的上限。", {"n": days("PT24H")}, False),
        ("司机返回以后应当在${n}内交回单据。", {"n": days("PT24H")}, True),
        ("门卫室${n}值班，任何时候都不得空岗。", {"n": Fact(kind="duration", value="PT24H")}, False),
        ("客服专员必须回访每个客户，回访率达到${n}。", {"n": Fact(kind="percent", value="100")}, False),
        ("客服专员必须回访客户，回访率达到${n}。", {"n": Fact(kind="percent", value="100")}, True),
        ("运输途中每2小时记录${n}温度，填入记录表。", {"n": Fact(kind="count", value="1", unit="times", zh="一次")}, False),
    ],
    ids=[
        "names both", "names one", "adds up in a day", "a time limit", "all round", "each of them", "a rate", "once in a time"
    ],
)  # fmt: skip
def test_a_figure_the_sentence_gives_away_is_not_asked_for(zh, facts, asked):
    assert bool(made("fact-choice", article("x", zh, facts=facts))) is asked


@pytest.mark.parametrize(
    ("zh", "fact", "ends"),
    [
        ("高峰时段排队超过${n}，应当增开窗口。", Fact(kind="count", value="5", unit="people", bound="min", inclusive=False), "适用这一规定？"),
        ("盘点差异超过${n}的须说明原因。", Fact(kind="percent", value="2", bound="min", inclusive=False), "适用这一规定？"),
        ("收银差错在${n}以内由收银员说明。", Fact(kind="money", value="50", bound="max"), "适用这一规定？"),
        ("客户来访以后${n}内报告主管。", days("PT30M"), "符合这一规定？"),
        ("蛋糕订单的定金不低于${n}。", Fact(kind="percent", value="50", bound="min"), "符合这一规定？"),
    ],
    ids=["a case behind a comma", "a case before must", "an amount", "a deadline without must", "not less than"],
)  # fmt: skip
def test_what_decides_whether_a_rule_applies_is_told_from_what_keeps_to_it(zh, fact, ends):
    assert only("threshold-case", article("x", zh, facts={"n": fact})).stem.zh.endswith(ends)


@pytest.mark.parametrize(
    ("value", "near"),
    [("110", ["100", "120"]), ("1250", ["1000", "1500"]), ("365", ["360", "370"]), ("3200", ["3000", "3400"])],
)
def test_neighbours_of_an_odd_number_look_as_deliberate_as_it_does(value, near):
    lower, higher = neighbours(Fact(kind="count", value=value, unit="pieces"))
    assert [lower[0].value, higher[0].value] == near


def test_nobody_gets_more_than_full_marks():
    lower, higher = neighbours(Fact(kind="count", value="90", unit="points"))
    assert lower
    assert all(float(fact.value) < 100 for fact in higher)


def test_a_wrong_value_is_near_or_right_somewhere_else():
    matters = [("加班", "Overtime"), ("换班", "Exchanges"), ("外出", "Outings"), ("补卡", "Missed cards")]
    rules = [
        article(
            f"a{n}",
            f"{zh}应当在${{limit}}内书面申报。",
            f"{en} shall be reported in writing within ${{limit}}.",
            facts={"limit": days(value)},
        )
        for n, ((zh, en), value) in enumerate(zip(matters, ["P1D", "P10D", "P10D", "P10D"], strict=True))
    ]
    found = Rules(handbook(*rules))
    lower, higher = found.wrong_values(found.figures[0])
    assert lower == [], "half a day is no rule of this handbook"
    assert {fact.value for fact in higher} == {"P2D", "P3D", "P5D"}
    lower, _ = found.wrong_values(found.figures[1])
    assert {fact.value for fact in lower} == {"P7D", "P5D", "P3D"}
    again = Rules(handbook(*rules))
    assert [[f.value for f in side] for side in again.wrong_values(again.figures[0])] == [[], [f.value for f in higher]]


@pytest.mark.parametrize(("value", "forbidden"), [("200%", {"50%", "100%"}), ("80%", {"100%"})])
def test_all_of_something_is_no_wrong_share(value, forbidden):
    share = Fact(kind="percent", value=value)
    found = Rules(
        handbook(article("pay", "节日加班工资为${share}。", "Overtime is paid at ${share}.", facts={"share": share}))
    )
    values = {fact.value for side in found.wrong_values(found.figures[0]) for fact in side}
    assert values
    assert not values & forbidden


def test_how_many_fields_a_form_has_is_not_asked():
    fields = Fact(kind="count", value="42", unit="items")
    rule = article(
        "form",
        "客户档案表共有${n}，由前台填写。",
        "The form has ${n} and is filled in by reception.",
        facts={"n": fields},
    )
    assert not Rules(handbook(rule)).figures


def test_gaps_are_numbered_in_the_order_in_which_both_languages_have_them():
    facts = {"a": money("200"), "b": money("500")}
    zh = "超过${a}不满${b}的，由店长签字。"
    assert made(
        "fact-cloze", article("gap", zh, "The store manager signs for more than ${a} and less than ${b}.", facts=facts)
    )
    assert not made(
        "fact-cloze", article("gap", zh, "The store manager signs for less than ${b} and more than ${a}.", facts=facts)
    )
