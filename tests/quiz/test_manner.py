"""How options are worded: as the rule words its own figure, where that fits into its sentence."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.model.wording import print_fact
from guizhang.quiz.material.values.manner import in_its_numerals, worded
from guizhang.quiz.material.values.neighbours import neighbours
from tests.quiz.rulings import article, made


def usual(fact: Fact) -> str:
    return print_fact(fact.model_copy(update={"zh": None}), "zh")


@pytest.mark.parametrize(
    ("kind", "value", "own", "other", "said"),
    [
        ("duration", "P15D", "15日", "P10D", "10日"),
        ("duration", "P3D", "三日", "P5D", "五日"),
        ("duration", "PT30M", "30分鐘", "PT20M", "20分鐘"),
        ("duration", "P0.5D", "半日", "P2D", "两日"),
        ("count", "3", "3名", "4", "4名"),
        ("money", "5000", "5,000元", "10000", "10,000元"),
        ("date", "---05", "每月5日", "---08", "每月8日"),
        ("frequency", "1/P1D", "每天", "1/P1W", "每周"),
        ("frequency", "2/P1M", "两次", "3/P1M", "三次"),
        ("frequency", "2/P1M", "2次", "3/P1M", "3次"),
        # A period is counted in the numerals of the rule, whatever it calls it.
        ("frequency", "1/P1W", "每周", "1/P2D", "每两天"),
        ("frequency", "1/P1W", "每星期", "1/P1M", "每月"),
        ("frequency", "1/P2W", "每2周", "1/P3M", "每3个月"),
        ("frequency", "1/P2W", "每两周", "1/P1M", "每月"),
        ("frequency", "1/P3M", "每季度", "1/P1Y", "每年"),
        ("frequency", "1/P1D", "每日", "1/P2D", "每两天"),
        ("time-of-day", "17:00", "下午5時", "16:30", "下午4時30分"),
        ("time-of-day", "9:00..12:00", "09:00～12:00", "8:30..11:30", "08:30～11:30"),
        # Past midnight, with a name for the part of the day at one end, at both, or at none.
        ("time-of-day", "21:00..5:00", "晚上九点至次日早上五点", "20:30..4:30", "晚上八点半至次日凌晨四点半"),
        ("time-of-day", "23:00..7:00", "夜间23:00至次日7:00", "22:00..6:00", "夜间22:00至次日6:00"),
        ("time-of-day", "21:00..6:00", "21:00—翌日6:00", "22:00..7:00", "22:00—翌日7:00"),
        ("time-of-day", "13:00..17:00", "下午1:00-5:00", "13:30..17:30", "下午1:30-5:30"),
        ("time-of-day", "13:00..17:00", "下午1:00-5:00", "12:00..16:00", None),
        ("time-of-day", "7:30", "早上7:30", "8:00", "早上8:00"),
        ("duration", "PT20M..PT30M", "20 —— 30 分钟", "PT15M..PT20M", "15 —— 20 分钟"),
        ("duration", "P1M", "一月", "P3M", "3个月"),
        # What stands between two ends stays.
        ("money", "40..100", "40—100元", "30..80", "30—80元"),
        ("money", "20..60", "20~60元", "10..30", "10~30元"),
        ("count", "2..4", "两到四人", "3..5", "三到五人"),
        ("money", "40..100", "40至100元", "30..80", "30至80元"),
        ("time-of-day", "22:00", "22：00", "21:30", "21：30"),
        ("percent", "80", "八折", "70", "七折"),
        ("percent", "70", "7折", "60", "6折"),
        # The usual wording stands where the own one says neither more nor less.
        ("percent", "0.3", "千分之三", "0.5", "千分之五"),
        ("percent", "80", "百分之八十", "70", "百分之七十"),
        ("percent", "0.3", "千分之三", "0.25", None),
        ("frequency", "1/P3M", "每季度一次", "1/P1M", "每月一次"),
        # Not every value can be said so, and not every wording be carried over.
        ("percent", "80", "八折", "75", None),
        ("frequency", "2/P1M", "两次", "1/P1W", None),
        ("duration", "P6M", "两个季度", "P9M", None),
        ("duration", "P0D", "当天", "P1D", None),
    ],
)
def test_another_value_is_worded_as_the_rule_words_its_own(kind, value, own, other, said):
    unit = "people" if kind == "count" else None
    here, there = (Fact(kind=kind, value=v, unit=unit) for v in (value, other))
    manner = (own, usual(here))
    assert worded(there, usual(there), manner, "zh") == said
    if said is not None:
        as_usual = in_its_numerals(own or usual(here), usual(here), "zh")
        assert worded(here, usual(here), manner, "zh") in (*manner, as_usual), (
            "its own comes out as it stands, or as usual"
        )


@pytest.mark.parametrize(
    ("unit", "value", "own", "other", "said"),
    [
        # Myriads, thousands and hundreds of millions stay what the number counts.
        (None, "50000", "5万元", "30000", "3万元"),
        (None, "50000", "5万元", "100000", "10万元"),
        (None, "50000", "5 万元", "80000", "8 万元"),
        (None, "10000", "1万元", "5000", "5000元"),
        (None, "10000", "1万元", "20000", "2万元"),
        (None, "3000", "3千元", "5000", "5千元"),
        (None, "150000000", "1.5亿元", "200000000", "2亿元"),
        (None, "150000000", "1.5亿元", "250000000", "2.5亿元"),
        (None, "150000000", "1.5亿元", "50000000", "5000万元"),
        (None, "0.5", "5角", "1", None),
        (None, "50000", "5萬元", "20000", "2萬元"),
        (None, "50000", "五万元", "20000", "两万元"),
        (None, "50000", "五萬元", "20000", "兩萬元"),
        (None, "500", "五百元", "2000", "两千元"),
        (None, "3000", "3k元", "5000", "5k元"),
        (None, "500", "伍佰元整", "200", "贰佰元整"),
        (None, "30000", "人民币叁万元", "100000", "人民币壹拾万元"),
        ("TWD", "30000", "參萬元", "60000", "陸萬元"),
        # Signs and names of money stay where they stand.
        ("HKD", "500", "HK$500", "300", "HK$300"),
        ("HKD", "1500", "$1,500", "2000", "$2,000"),
        ("HKD", "700", "港幣700元", "500", "港幣500元"),
        ("USD", "300", "US$300", "500", "US$500"),
        ("GBP", "20", "£20", "30", "£30"),
        ("TWD", "3000", "NT$3,000", "5000", "NT$5,000"),
        (None, "500", "RMB 500", "300", "RMB 300"),
        (None, "500", "500RMB", "300", "300RMB"),
        (None, "500", "¥500", "800", "¥800"),
        ("USD", "10000", "1万美元", "20000", "2万美元"),
        # From one to another.
        (None, "50000..100000", "5万—10万元", "30000..80000", "3万—8万元"),
        (None, "30000..50000", "3-5万元", "20000..30000", "2-3万元"),
        ("HKD", "100..300", "HK$100-HK$300", "200..500", "HK$200-HK$500"),
        # What has two numbers for one amount is carried over to none.
        (None, "3.5", "3块5", "5", None),
        (None, "35000", "3万5千元", "30000", None),
        (None, "0.5", "五角", "10", None),
    ],
)
def test_an_amount_is_written_in_the_myriads_and_with_the_sign_of_the_rule(unit, value, own, other, said):
    here, there = (Fact(kind="money", value=v, unit=unit) for v in (value, other))
    manner = (own, usual(here))
    assert worded(there, usual(there), manner, "zh") == said
    if said is not None:
        assert worded(here, usual(here), manner, "zh") == own


@pytest.mark.parametrize(
    ("value", "own", "other", "said"),
    [
        ("1500000", "$1.5 million", "2000000", "$2 million"),
        ("5000", "$5k", "8000", "$8k"),
        ("50..100", "$50 to $100", "80..200", "$80 to $200"),
        ("50..100", "$50-100", "500..1000", "$500-1,000"),
        ("5000", "$5000", "10000", "$10000"),
        ("5", "5 dollars", "1", "1 dollar"),
        ("25", "$25.00", "30", "$30.00"),
    ],
)
def test_an_english_amount_is_written_as_the_rule_writes_its_own(value, own, other, said):
    here, there = (Fact(kind="money", value=v, unit="USD") for v in (value, other))
    manner = (own, print_fact(here, "en"))
    assert worded(there, print_fact(there, "en"), manner, "en") == said
    assert worded(here, print_fact(here, "en"), manner, "en") == own


def test_what_a_language_words_as_usual_is_printed_as_usual():
    fact = Fact(kind="duration", value="PT24H")
    assert worded(fact, "24 hours", (None, "48 hours"), "en") == "24 hours"
    assert worded(fact, "24小时", (None, "48小时"), "zh") == "24小时"


def test_numerals_are_those_of_the_rule():
    month, quarter = (Fact(kind="duration", value=value) for value in ("P1M", "P3M"))
    assert worded(month, "1个月", ("一个月", "1个月"), "zh") == "一个月"
    assert worded(quarter, "3个月", ("一个月", "1个月"), "zh") == "三个月"
    assert worded(quarter, "3 months", ("one month", "1 month"), "en") == "three months"
    rings = Fact(kind="count", value="3", unit="rings")
    assert worded(rings, "three rings", ("4 rings", "four rings"), "en") == "3 rings"


@pytest.mark.parametrize(
    ("value", "own", "other", "said"),
    [
        ("9:00", "09:00", "8:30", "08:30"),
        ("9:00..18:00", "09:00 to 18:00", "8:30..17:30", "08:30 to 17:30"),
        ("9:00", "09:00 am", "8:30", "08:30 am"),
        ("9:00", "9 a.m.", "8:30", "8:30 a.m."),
        ("19:00", "19:00", "9:00", "9:00"),
    ],
)
def test_english_times_keep_the_nought_of_the_rule(value, own, other, said):
    here, there = (Fact(kind="time-of-day", value=v) for v in (value, other))
    manner = (own, print_fact(here, "en"))
    assert worded(there, print_fact(there, "en"), manner, "en") == said
    assert worded(here, print_fact(here, "en"), manner, "en") == own


@pytest.mark.parametrize(
    ("value", "own", "other", "said"),
    [
        ("21:00..7:00", "9 PM to 7 AM", "20:30..6:30", "8:30 PM to 6:30 AM"),
        ("21:00..7:00", "9:00 p.m. and 7:00 a.m.", "22:00..8:00", "10:00 p.m. and 8:00 a.m."),
    ],
)
def test_english_times_past_midnight_are_worded_as_the_rule_has_them(value, own, other, said):
    here, there = (Fact(kind="time-of-day", value=v) for v in (value, other))
    assert worded(there, print_fact(there, "en"), (own, print_fact(here, "en")), "en") == said


def test_a_range_past_midnight_moves_and_ends_no_more_than_an_hour_from_where_it_did():
    lower, higher = neighbours(Fact(kind="time-of-day", value="22:00..6:00"))
    assert {fact.value for fact in (*lower, *higher)} == {
        "20:00..5:00", "21:00..5:00", "21:30..5:30", "22:30..6:30", "23:00..7:00", "0:00..7:00",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("value", "others"),
    [
        # An early shift begins in the morning, and no hall opens at five.
        ("8:00..17:00", {"7:00..16:00", "9:00..18:00", "10:00..19:00", "11:00..20:00"}),
        ("0:00..8:00", {"21:00..5:00", "22:00..6:00", "23:00..7:00", "1:00..9:00"}),
        ("16:00..24:00", {"13:00..21:00", "14:00..22:00", "15:00..23:00"}),
    ],
)
def test_a_range_of_hours_stays_in_its_part_of_the_day(value, others):
    lower, higher = neighbours(Fact(kind="time-of-day", value=value), by_the_hour=True)
    assert {fact.value for fact in (*lower, *higher)} == others


def test_both_ends_of_a_range_move_alike():
    lower, higher = neighbours(Fact(kind="money", value="40..100"))
    assert {fact.value for fact in (*lower, *higher)} >= {"30..80", "50..120"}
    assert "25..30" not in {fact.value for fact in lower}


@pytest.mark.parametrize(
    ("kind", "value", "own", "other", "said"),
    [
        ("frequency", "1/P1W", None, "1/P2D", "每两天一次"),
        ("frequency", "1/P1D", "每天", "1/P2D", "每两天"),
        ("frequency", "1/P2D", None, "1/P3D", "每3天一次"),
        ("frequency", "1/P1Y", None, "1/P3M", "每季度一次"),
        ("frequency", "1/P1M", "每月", "1/P3M", "每季度"),
        ("frequency", "1/P2W", "每两周一次", "1/P3M", "每三个月一次"),
        ("frequency", "1/P1W", "每周1次", "2/P1W", "每周2次"),
        ("count", "10", "十次", "20", "二十次"),
        ("count", "10", "10次", "20", "20次"),
    ],
)
def test_how_often_is_written_in_the_numerals_of_the_rule(kind, value, own, other, said):
    unit = "times" if kind == "count" else None
    here, there = (Fact(kind=kind, value=v, unit=unit) for v in (value, other))
    assert worded(there, print_fact(there, "zh"), (own, print_fact(here, "zh")), "zh") == said
    assert worded(here, print_fact(here, "zh"), (own, print_fact(here, "zh")), "zh") in (own, print_fact(here, "zh"))


def test_what_is_done_oftener_than_its_neighbour_stays_so():
    facts = {"x": Fact(kind="frequency", value="1/P1W", zh="每周一次")}
    texts = ("毛巾每月更换一次，枕巾${x}。", "毛巾按需更换，枕巾${x}。")
    beside, alone = (made("fact-choice", article("x", zh, facts=facts)) for zh in texts)
    assert {option.text.zh for option in beside[0].options} <= {
        "每月两次",
        "每周一次",
        "每周两次",
        "每两天一次",
        "每天一次",
    }
    assert any(option.text.zh in ("每月一次", "每年两次", "每季度一次") for option in alone[0].options)


@pytest.mark.parametrize(
    ("value", "unit", "own", "other", "said"),
    [
        ("2..8", "celsius", "2°C and 8°C", "4..10", "4°C and 10°C"),
        ("36..46", "fahrenheit", "36 and 46°F", "31..41", "31 and 41°F"),
        ("-18", "degrees", "minus 18 degrees", "-20", "minus 20 degrees"),
        ("-18", "celsius", "-18°C", "-15", "-15°C"),
        # Of what is below zero nothing above it is said the same way.
        ("-18", "celsius", "minus 18°C", "15", None),
        ("4..6", "people", "4 and 6 people", "5..8", "5 and 8 people"),
    ],
)
def test_temperatures_are_worded_as_the_rule_words_its_own(value, unit, own, other, said):
    fact = Fact.model_validate({"kind": "count", "value": value, "unit": unit, "en": own})
    plain = print_fact(fact.model_copy(update={"en": None}), "en")
    assert worded(fact.with_value(other), "-", (own, plain), "en") == said


def test_beside_what_is_below_zero_stands_what_is_below_zero():
    lower, higher = neighbours(Fact.model_validate({"kind": "count", "value": "-18", "unit": "celsius"}))
    assert [fact.value for fact in (*lower[:2], *higher[:2])] == ["-20", "-22", "-15", "-12"]


def test_what_is_below_zero_in_chinese_is_worded_so():
    fact = Fact.model_validate({"kind": "count", "value": "-18", "unit": "celsius", "zh": "零下18度"})
    assert worded(fact.with_value("-15"), "-15℃", ("零下18度", "-18℃"), "zh") == "零下15度"


@pytest.mark.parametrize(
    ("unit", "own", "other", "said"),
    [
        ("celsius", "26°C", "28", "28°C"),
        ("celsius", "26 °C", "28", "28 °C"),
        ("kilograms", "26kg", "30", "30kg"),
        ("decibels", "26dB", "30", "30dB"),
        ("millimetres", "26mm", "30", "30mm"),
    ],
)
def test_the_sign_of_an_english_unit_stands_as_near_to_its_number_as_in_the_rule(unit, own, other, said):
    here, there = (Fact(kind="count", value=v, unit=unit) for v in ("26", other))
    manner = (own, print_fact(here, "en"))
    assert worded(there, print_fact(there, "en"), manner, "en") == said
    assert worded(here, print_fact(here, "en"), manner, "en") == own


def test_a_count_in_myriads_stays_in_myriads():
    here, there = (Fact(kind="count", value=value, unit="kilometres") for value in ("300000", "500000"))
    assert worded(there, usual(there), ("30万公里", usual(here)), "zh") == "50万公里"
    assert worded(here, usual(here), ("30万公里", usual(here)), "zh") == "30万公里"
