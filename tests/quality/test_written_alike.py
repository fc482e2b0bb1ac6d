"""One value written in two ways, one thing said in two words, a key written unlike the others."""

from __future__ import annotations

import pytest

from tests.quality.items import ORDERED, choice, rules_named

ONE_VALUE = [
    ("90秒", "一分半钟"),
    ("1.5米", "一米五"),
    ("150%", "1.5倍"),
    ("8:45", "差一刻九点"),
    ("10天", "十日"),
    ("三分之二", "2/3"),
    ("30天", "一个月"),
    ("-18℃", "零下18度"),
    ("每小时", "每60分钟"),
    ("按基本工资的两倍", "按基本工资的200%"),
    ("75 minutes", "an hour and a quarter"),
    ("18:30", "half past six in the evening"),
    ("3 months", "a quarter of a year"),
    ("25%", "one in four"),
    ("250 euros", "two hundred and fifty euros"),
    ("At 150% of basic pay", "At 50% above basic pay"),
    ("500 g", "half a kilo"),
    ("every 30 minutes", "every half-hour"),
    ("12", "a dozen"),
    ("20 °C", "68 °F"),
    ("3 feet", "one yard"),
]
TWO_VALUES = [
    ("第3日", "3天"),
    ("8点", "18点"),
    ("5个工作日", "7天"),
    ("一成", "10元"),
    ("69天", "70天"),
    ("10 cm", "10 mm"),
    ("20 °C", "20 °F"),
    ("the second", "two"),
    ("quarter past six", "quarter to six"),
    ("7 p.m.", "7 a.m."),
    ("$10", "£10"),
]
SAME = [
    ("联系业主挪车", "联系业主移车"),
    ("请客人签名", "请客人签字"),
    ("把柜门锁上", "锁上柜门"),
    ("2 m", "2 metres"),
    ("initial and date it", "date and initial it"),
    ("Give the guest a form", "Give a form to the guest"),
    ("Shut the gate", "Close the gate"),
]
NOT_SAME = [
    ("联系业主开门", "联系业主关门"),
    ("登记后放行", "登记前放行"),
    ("先擦后洗", "先洗后擦"),
    ("Give the guest a form", "Give the guard a form"),
    ("Check the lock and the lamp", "Check the lamp and the bell"),
    ("Buy a ticket", "Sell a ticket"),
]


def _asked(one, other):
    chinese = any("一" <= sign <= "鿿" for sign in one)
    return choice("规定是怎样的？" if chinese else "Which holds?", f"*{one}", other, **ORDERED)


@pytest.mark.parametrize(("one", "other"), ONE_VALUE)
def test_one_value_in_two_writings_is_right_twice(one, other):
    assert "two_right" in rules_named(_asked(one, other))


@pytest.mark.parametrize(("one", "other"), TWO_VALUES)
def test_two_values_are_two(one, other):
    assert not {"two_right", "same_option"} & rules_named(_asked(one, other))


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_thing_in_other_words_is_the_same_option(one, other):
    assert "same_option" in rules_named(_asked(one, other))


@pytest.mark.parametrize(("one", "other"), NOT_SAME)
def test_another_thing_in_nearly_the_same_words_is_another_option(one, other):
    assert "same_option" not in rules_named(_asked(one, other))


@pytest.mark.parametrize(
    ("key", "others"),
    [
        ("半小时", ("20分钟", "40分钟", "60分钟")),
        ("50cm", ("20厘米", "40厘米", "80厘米")),
        ("7（七）天", ("3天", "5天", "9天")),
        ("3千元", ("1000元", "2000元", "5000元")),
        ("9 (nine)", ("5", "7", "11")),
        ("30 kilograms", ("10 kg", "20 kg", "40 kg")),
        ("11.15 p.m.", ("21:15", "22:15", "23:45")),
        ("every half-hour", ("every 20 minutes", "every 40 minutes", "every 60 minutes")),
    ],
)
def test_a_key_written_unlike_the_others_shows(key, others):
    stem = "规定的数是多少？" if any("一" <= sign <= "鿿" for sign in "".join(others) + key) else "Which figure is it?"
    assert "digit_cue" in rules_named(choice(stem, others[0], f"*{key}", *others[1:], **ORDERED))


@pytest.mark.parametrize(
    ("key", "others"),
    [
        ("半天", ("1天", "2天", "3天")),
        ("half a day", ("1 day", "2 days")),
        ("1小时", ("30分钟", "2小时")),
        ("8:30", ("8:00", "9:00")),
    ],
)
def test_a_figure_in_its_natural_unit_shows_nothing(key, others):
    stem = "规定的数是多少？" if any("一" <= sign <= "鿿" for sign in "".join(others)) else "Which figure is it?"
    assert "digit_cue" not in rules_named(choice(stem, others[0], f"*{key}", *others[1:], **ORDERED))
