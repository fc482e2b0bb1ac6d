"""Threshold cases: what sets a limit to keep to, what says of whom the rule speaks, and what only says when."""

from __future__ import annotations

import re

import pytest

from guizhang.model.fact import Fact
from guizhang.model.regulation import Node
from guizhang.model.text import Text
from tests.quiz.rulings import article, made, only

MINUTES = {"kind": "duration", "value": "PT40M"}
YEARS = {"kind": "count", "value": "16"}
MONEY = {"kind": "money", "value": "300", "unit": "USD"}
_APPLIES, _KEEPS = "To which of the cases does the rule apply?", "Which of the cases keep to the rule?"
_WITHIN = "Which of the cases are within the limit it sets?"
_MEETS = "Which of them meet the rule?"
AGE = {"kind": "count", "value": "16", "unit": "years-of-age"}


def _texts(sentence: str) -> tuple[str | None, str | None]:
    return (None, sentence) if sentence.isascii() else (sentence, None)


@pytest.mark.parametrize("bound", ["max", "min"])
@pytest.mark.parametrize(
    "sentence",
    [
        "After ${x} the receptionist shall offer another appointment.",
        "If nobody comes, then after ${x} the receptionist shall close the desk.",
        "${x} after the time agreed, the receptionist shall offer another appointment.",
        "The room is held for the guest. ${x} later the receptionist shall let it again.",
        "客人等候${x}后，前台应当为其另约时间。",
        "客人没有到的，${x}之后前台应当取消预约。",
    ],
)
def test_what_follows_after_a_time_sets_no_limit(sentence, bound):
    figure = Fact(**MINUTES, bound=bound)
    assert not made("threshold-case", article("waiting", *_texts(sentence), facts={"x": figure}))


@pytest.mark.parametrize(
    ("sentence", "fact", "bound", "asked"),
    [
        ("Patients aged ${x} or over may consent for themselves.", YEARS, "min", _APPLIES),
        ("The nurse shall ask any patient aged ${x} or over for consent.", YEARS, "min", _APPLIES),
        ("Whoever works at the bar must be aged ${x} or over.", YEARS, "min", _MEETS),
        ("The clerk shall give a written estimate for treatment costing more than ${x}.", MONEY, "max", _APPLIES),
        ("The supervisor must sign any refund over ${x}.", MONEY, "max", _APPLIES),
        ("Staff must not accept any gift worth more than ${x}.", MONEY, "max", _KEEPS),
        ("The float must be worth at least ${x}.", MONEY, "min", _KEEPS),
        ("A guest must be served within ${x}.", MINUTES, "max", _KEEPS),
        ("Help in the garden with a minimum of ${x} a week.", MINUTES, "min", _KEEPS),
        ("Lessons are for up to ${x} at a time.", MINUTES, "max", _KEEPS),
        ("The club will give ${x}' notice.", MINUTES, "min", _KEEPS),
        ("A repeat visit within ${x} ends the trial.", MINUTES, "max", _APPLIES),
        ("The desk clerk answers within ${x}.", MINUTES, "max", _WITHIN),
        ("Letters are opened by 2 clerks and answered within ${x}.", MINUTES, "max", _WITHIN),
        ("Guests who cannot pay are not sent away; they sign and are billed within ${x}.", MINUTES, "max", _WITHIN),
        ("A late letter within ${x} goes to the director.", MINUTES, "max", _APPLIES),
        ("客人等候超过${x}后，前台应当为其另约时间。", MINUTES, "max", "哪几种适用这一规定？"),
    ],
)
def test_of_whom_a_rule_speaks_is_no_limit_to_keep_to(sentence, fact, bound, asked):
    item = only("threshold-case", article("waiting", *_texts(sentence), facts={"x": Fact(**fact, bound=bound)}))
    stem = item.stem.zh or item.stem.en
    of_people = " aged " in sentence
    assert stem.endswith(asked.replace("the cases", "them") if of_people else asked), stem
    assert (" Four people are " in stem) is of_people


@pytest.mark.parametrize(
    ("sentence", "bound", "told", "asked"),
    [
        ("Children under ${x} must sail with an adult.", "max", "Four children are", _APPLIES),
        ("Members ${x} and over may steer the boat themselves.", "min", "Four people are", _APPLIES),
        ("Members must be at least ${x} to steer the boat.", "min", "Four people are", _MEETS),
        ("未满${x}的儿童应当由家长陪同上船。", "max", "有四个人，年龄依次是", "哪几个人适用这一规定？"),
        ("驾船的会员应当年满${x}。", "min", "有四个人，年龄依次是", "哪几个人符合这一规定？"),
    ],
)
def test_an_age_is_asked_of_people_and_its_case_says_whom_a_rule_is_for(sentence, bound, told, asked):
    facts = {"x": Fact(**AGE, bound=bound, inclusive=bound == "min")}
    item = only("threshold-case", article("boats", *_texts(sentence), facts=facts))
    stem = item.stem.zh or item.stem.en
    assert told in stem
    assert stem.endswith(asked.replace("the cases", "them"))
    assert ("个人" in str(item.options)) is not sentence.isascii()


def test_children_are_no_older_than_eighteen():
    facts = {"x": Fact(**(AGE | {"value": "14"}), bound="max", inclusive=False)}
    item = only("threshold-case", article("boats", None, "Children under ${x} must sail with an adult.", facts=facts))
    assert " 21" not in item.stem.en


@pytest.mark.parametrize(
    "sentence",
    [
        "Children under ${x} old or less than ${y} tall must wear a vest.",
        "未满${x}或者身高不足${y}的儿童应当穿救生衣。",
    ],
)
def test_of_two_limits_of_which_either_will_do_neither_is_asked(sentence):
    facts = {
        "x": Fact(**(AGE | {"value": "7"}), bound="max", inclusive=False),
        "y": Fact(kind="count", value="120", unit="centimetres", bound="max", inclusive=False),
    }
    assert not made("threshold-case", article("boats", *_texts(sentence), facts=facts))


def test_cases_of_things_counted_by_a_number_alone_say_what_they_count():
    facts = {"x": Fact(kind="count", value="3", unit="number", bound="max", en="three")}
    item = only("threshold-case", article("cards", None, "Members may borrow up to ${x} new films.", facts=facts))
    assert re.search(r"In four cases the figure is, in turn, [a-z, ]+ and [a-z]+ new films\. ", item.stem.en)


def test_the_time_in_which_a_limit_holds_stands_behind_the_cases():
    sentence = "Help in the garden with a minimum of ${x} a week."
    item = only("threshold-case", article("garden", None, sentence, facts={"x": Fact(**MINUTES, bound="min")}))
    assert re.search(r"In four cases the figure is, in turn, [^.]*minutes a week\. ", item.stem.en)


@pytest.mark.parametrize(
    "sentence",
    [
        "No fires inside the yard, or within ${x} of the shed.",
        "The deposit comes back on the next market day or within ${x}, whichever is sooner.",
    ],
)
def test_a_limit_that_does_not_decide_alone_is_not_asked(sentence):
    assert not made("threshold-case", article("yard", None, sentence, facts={"x": Fact(**MINUTES, bound="max")}))


def test_an_age_that_has_to_be_confirmed_is_no_limit():
    facts = {"x": Fact(**AGE, bound="min")}
    sentence = "You may look at a card to confirm that they are ${x} or older."
    assert not made("threshold-case", article("cards", None, sentence, facts=facts))


def test_a_pass_mark_is_reached_and_no_limit():
    share = Fact(kind="percent", value="80%", bound="min")
    item = only(
        "threshold-case",
        article("pass", "达到满分的${x}为合格。", "A score of ${x} of full marks is a pass.", facts={"x": share}),
    )
    assert item.stem.zh.endswith("哪几种达到规定的标准？")
    assert item.stem.en.endswith("Which of the cases meet the standard it sets?")


@pytest.mark.parametrize(("zh", "count"), [("员工必须立即报告，最迟在${x}内。", 0), ("员工必须在${x}内报告。", 1)])
def test_what_is_to_be_done_at_once_has_no_cases_under_its_limit(zh, count):
    figure = Fact(**MINUTES, bound="max")
    assert len(made("threshold-case", article("report", zh, facts={"x": figure}))) == count


def test_the_figure_of_the_rule_has_the_numerals_of_the_others():
    times = Fact(kind="count", value="10", unit="times", bound="max", zh="十次", en="ten times")
    rule = article(
        "late", "每月取消不得超过${x}。", "Staff must not cancel more than ${x} a month.", facts={"x": times}
    )
    item = only("threshold-case", rule)
    told = item.stem.zh.partition("依次是")[2].partition("。")[0].split("、")
    assert "十次" in told
    told_en = re.split(", | and ", item.stem.en.partition("in turn, ")[2].partition(".")[0])
    for figures in (told, told_en):
        assert len(figures) == 4
        assert len({figure[0].isdigit() for figure in figures}) == 1


_TIME = {"kind": "time-of-day", "value": "17:00", "zh": "17:00"}
_DATE = {"kind": "date", "value": "---08", "zh": "8日"}


@pytest.mark.parametrize(
    ("sentence", "fact", "told"),
    [
        ("艇员应当在${x}前到码头签到。", _TIME, "四次到码头签到的时间依次是"),
        ("艇员应当在每月${x}前将账本交给会计，并登记在册。", _DATE, "四次将账本交给会计的时间依次是"),
        ("渡船不得早于${x}离岸，并登记在册。", _TIME, "四次离岸的时间依次是"),
        ("客人最迟${x}登船。", _TIME, "四次登船的时间依次是"),
    ],
)
def test_times_are_told_with_what_is_done_at_them(sentence, fact, told):
    item = only("threshold-case", article("boats", sentence, facts={"x": Fact(**fact, bound="max")}))
    assert told in item.stem.zh


def test_times_at_which_nothing_is_done_are_no_cases():
    fact = Fact(**_TIME, bound="max")
    assert not made("threshold-case", article("boats", "客人超过${x}没有登船的，渡船不再等候。", facts={"x": fact}))


@pytest.mark.parametrize(
    ("sentence", "model", "asked"),
    [
        ("未满${x}的不得单独驾船，并登记在册。", "altered-fact", False),
        ("年滿${x}者方可租船，並登記在冊。", "threshold-case", False),
        ("年满${x}的客人方可租船。", "altered-fact", True),
    ],
)
def test_at_what_age_the_law_draws_the_line_everybody_knows(sentence, model, asked):
    fact = Fact(**(AGE | {"value": "18"}), bound="min", zh="18周岁" if "满" in sentence else "18歲")
    assert bool(made(model, article("boats", sentence, facts={"x": fact}))) is asked


def test_nobody_under_sixteen_is_taken_on():
    taken, ride = "不得招用未满${x}的人员做水手。", "未满${x}的客人不得单独骑船上的马。"
    fact = Fact(**AGE, bound="max", inclusive=False, zh="16周岁")
    assert not made("altered-fact", article("boats", taken, facts={"x": fact}))
    assert made("altered-fact", article("boats", ride, facts={"x": fact}))


def test_a_least_time_in_traditional_chinese_is_one_to_keep_to():
    fact = Fact(**MINUTES, bound="min", zh="40分鐘")
    item = only("threshold-case", article("boats", "船艙以熱水消毒不少於${x}。", facts={"x": fact}))
    assert item.stem.zh.endswith("哪幾種符合這一規定？")


def test_cases_of_an_english_rule_say_that_they_are_told_of_the_blank():
    time = {"x": Fact(kind="time-of-day", value="17:00", bound="max", en="5:00 p.m.")}
    item = only("threshold-case", article("boats", None, "Hirers must bring the boat back by ${x}.", facts=time))
    assert " In four cases the figure is, in turn, " in item.stem.en


def test_of_a_list_quoted_in_part_the_point_is_asked_for():
    money = {"x": Fact(kind="money", value="200", unit="CNY", bound="max")}
    points = [
        {
            "item": "1",
            "text": {"zh": "不超过${x}的，由艇长决定；", "en": "up to ${x}, by the skipper;"},
        },
        {"item": "2", "text": {"zh": "其余的，由码头主管决定。", "en": "the rest, by the harbour master."}},
    ]
    rule = article("refunds", "退款按金额决定：", "Refunds are decided by amount:", body=points, facts=money)
    item = only("threshold-case", rule)
    assert item.stem.zh.endswith("哪几种属于这一项？")
    assert item.stem.en.endswith("Which of the cases fall under this point?")


def test_nobody_is_asked_who_is_of_age_by_an_english_rule():
    age = {"x": Fact(kind="count", value="18", unit="years-of-age", bound="max", inclusive=False, en="18")}
    assert not made("threshold-case", article("boats", None, "Nobody under ${x} may hire a motor boat.", facts=age))


def test_what_is_not_worn_above_a_size_says_neither_what_keeps_to_it_nor_when_it_applies():
    size = Fact(kind="count", value="4", unit="centimetres", bound="max", inclusive=False)
    assert not made("threshold-case", article("desk", "当班时盘发，不穿高于${x}的鞋。", facts={"x": size}))
    assert made("threshold-case", article("desk", "当班时盘发，鞋跟不得高于${x}。", facts={"x": size}))


def test_so_often_has_its_points_taken_off_behind_a_colon_too():
    fact = Fact(kind="count", value="4", unit="times", bound="min", zh="4次")
    item = only("threshold-case", article("desk", "漏接来电${x}以上：扣2分。", facts={"x": fact}))
    assert item.stem.zh.endswith("哪几种适用这一规定？")


@pytest.mark.parametrize("value", ["PT6H", "PT8H", "PT12H"])
@pytest.mark.parametrize(
    "sentence",
    [
        "No shift may exceed ${x}, overtime included.",
        "On flights longer than ${x} a wider seat can be booked.",
        "航班超过${x}的，可以预订宽一些的座位。",
        "值班超过${x}的，次日上午补休。",
    ],
)
def test_no_shift_or_flight_lasts_a_day(sentence, value):
    fact = Fact(kind="duration", value=value, bound="min", inclusive=False)
    for n in range(4):
        item = only("fact-choice", article(f"travel{n}", *_texts(sentence), facts={"x": fact}))
        assert not any(re.search(r"24|36|48", o.text.zh or o.text.en) for o in item.options)


def test_what_is_done_once_by_a_time_is_told_without_the_once():
    fact = Fact(kind="time-of-day", value="8:40", bound="max", zh="早上8:40")
    item = only("threshold-case", article("desk", "应急电话每天${x}前试拨一次，不通的报修。", facts={"x": fact}))
    assert "四次试拨的时间依次是" in item.stem.zh


def test_a_point_of_a_list_of_what_costs_points_says_when_it_does():
    share = Fact(kind="percent", value="50", bound="min")
    points = (Node(item="1", text=Text(zh="超速${x}以上；")), Node(item="2", text=Text(zh="逆向划船。")))
    rule = article("pool", "下列行为一次记3分：", norm="penalty", body=points, facts={"x": share})
    assert only("threshold-case", rule).stem.zh.endswith("哪几种属于这一项？")
