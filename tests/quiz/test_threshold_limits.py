"""Threshold cases: which side of a figure a sentence forbids, in how many ways soever it says so."""

from __future__ import annotations

import re

import pytest

from guizhang.model.fact import Fact
from tests.quiz.rulings import article, made, only

HOURS = {"kind": "duration", "value": "PT10H"}
PEOPLE = {"kind": "count", "value": "10", "unit": "people"}
MONEY = {"kind": "money", "value": "10", "unit": "CNY"}
_ZH, _EN = ("一", "二", "三", "四"), ("first", "second", "third", "fourth")


def _covered(item) -> tuple[set[float], set[float]]:
    """Return the figures of the four cases, and those of them the key names."""
    zh = item.stem.zh is not None
    told = re.search(r"依次是(.*?)。", item.stem.zh) if zh else re.search(r"in turn, (.*?)\. ", item.stem.en)
    numbers = [float(n) for n in re.findall(r"\d+(?:\.\d+)?", told[1])]
    (right,) = (option.text.zh or option.text.en for option in item.options if option.key)
    said = re.findall(r"第(.)种", right) if zh else re.findall("first|second|third|fourth", right.lower())
    return set(numbers), {numbers[(_ZH if zh else _EN).index(one)] for one in said}


@pytest.mark.parametrize("said_bound", ["max", "min"])
@pytest.mark.parametrize(
    ("sentence", "fact", "most"),
    [
        ("No one may work more than ${x} a day.", HOURS, True),
        ("Nobody may work longer than ${x} a day.", HOURS, True),
        ("No shift may be shorter than ${x}.", HOURS, False),
        ("At no time may more than ${x} stand behind the bar.", PEOPLE, True),
        ("Under no circumstances may a till hold more than ${x}.", MONEY, True),
        ("None of the guards may stay on their feet for more than ${x}.", HOURS, True),
        ("Neither cooks nor waiters may work more than ${x} in a row.", HOURS, True),
        ("The till should never hold more than ${x}.", MONEY, True),
        ("Staff must not at any time keep more than ${x} in the drawer.", MONEY, True),
        ("A tour must not take fewer than ${x}.", PEOPLE, False),
        ("The float must not exceed ${x}.", MONEY, True),
        ("Staff are not allowed to keep more than ${x} in the drawer.", MONEY, True),
        ("每人每天工作不应超过${x}。", HOURS, True),
        ("每人每天工作不允许超过${x}。", HOURS, True),
        ("每人每天工作切勿超过${x}。", HOURS, True),
        ("每班休息不宜少于${x}。", HOURS, False),
        ("每人每天工作不宜超过${x}。", HOURS, True),
        ("每班在岗人数不应低于${x}。", PEOPLE, False),
        ("不许任何人连续值班超过${x}。", HOURS, True),
        ("严禁超过${x}同时登上平台。", PEOPLE, True),
        ("现场不得多于${x}。", PEOPLE, True),
    ],
)
def test_what_a_prohibition_forbids_keeps_to_nothing(sentence, fact, most, said_bound):
    zh, en = (None, sentence) if sentence.isascii() else (sentence, None)
    for n in range(6):
        figure = Fact(**fact, bound=said_bound)
        item = only("threshold-case", article(f"r{n}", zh, en, facts={"x": figure}))
        assert (item.stem.zh or item.stem.en).endswith(("符合这一规定？", "Which of the cases keep to the rule?"))
        told, covered = _covered(item)
        # With one case on its side the figure itself is left out, so that both sides have some.
        assert (10 in told) is (len(covered) > 1)
        assert min(told) < 10 < max(told)
        assert covered == {case for case in told if (case <= 10 if most else case >= 10)}, item


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("No one who has worked more than ${x} may drive.", HOURS),
        ("Nobody has to work more than ${x} a day.", HOURS),
        ("No approval is needed for more than ${x}.", MONEY),
        ("Staff must not turn away a party of more than ${x}.", PEOPLE),
        ("No one, whatever their post, may work more than ${x}.", HOURS),
        ("Nobody may sit down within ${x} of opening.", HOURS),
        ("不得拒绝接待超过${x}的团体。", PEOPLE),
        ("开门后${x}内不许离岗，切勿在${x}内用餐。", HOURS),
    ],
)
def test_where_what_is_forbidden_is_something_else_there_is_no_case(sentence, fact):
    zh, en = (None, sentence) if sentence.isascii() else (sentence, None)
    assert not made("threshold-case", article("x", zh, en, facts={"x": Fact(**fact, bound="max")}))


@pytest.mark.parametrize(
    ("zh", "en", "asks"),
    [
        ("费用不超过${x}的，由店长批准。", None, "适用这一规定？"),
        (None, "If a bill is over ${x}, the manager signs it.", "To which of the cases does the rule apply?"),
        (None, "A parcel that no one collects must be sent back within ${x}.", "Which of the cases keep to the rule?"),
    ],
)
def test_a_denial_in_a_condition_is_no_prohibition(zh, en, asks):
    fact = Fact(**(HOURS if en and "parcel" in en else MONEY), bound="max")
    item = only("threshold-case", article("x", zh, en, facts={"x": fact}))
    assert (item.stem.zh or item.stem.en).endswith(asks)


CLOCK = {"kind": "time-of-day", "value": "15:00"}


@pytest.mark.parametrize(
    ("sentence", "later"),
    [
        ("Guests may not check in before ${x}.", True),
        ("Do not start the mower before ${x}.", True),
        ("Nobody may enter the sauna until ${x}.", True),
        ("Nobody may enter the sauna after ${x}.", False),
    ],
)
def test_what_is_forbidden_before_a_time_is_kept_to_from_then_on(sentence, later):
    for n in range(6):
        fact = Fact(**CLOCK, bound="min" if later else "max")
        item = only("threshold-case", article(f"r{n}", None, sentence, facts={"x": fact}))
        assert item.stem.en.endswith("Which of the cases keep to the rule?")
        told = re.search(r"in turn, (.*?)\. W", item.stem.en)[1]
        cases = [60 * int(hour) + int(minute) for hour, minute in re.findall(r"(\d+):(\d\d)", told)]
        (right,) = (option.text.en for option in item.options if option.key)
        kept = {cases[_EN.index(one)] for one in re.findall("first|second|third|fourth", right.lower())}
        assert kept == {case for case in cases if (case >= 900 if later else case <= 900)}
