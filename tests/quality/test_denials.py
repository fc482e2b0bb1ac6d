"""Negations in the scope of another, and those that only stand beside one."""

from __future__ import annotations

import pytest

from guizhang.quality.language.denials_en import denies_twice_en
from guizhang.quality.language.denials_zh import denies_twice_zh
from tests.quality.items import choice, rules_named

TWICE_ZH = [
    "哪类垃圾不是不能投放到绿色桶里？",
    "哪些车辆不属于不予放行的范围？",
    "没有哪位船员可以不参加弃船演习。",
    "哪种货损不会不影响理赔？",
    "下列哪项不在禁止托运之列？",
    "迟到一次并不等于不能参加评优。",
    "潜水员没有理由不检查气瓶。",
    "不得以不知情为由不执行停机指令。",
    "除非船长没有签字，否则可以卸货。",
    "禁止不穿救生衣上甲板。",
    "下列哪种做法没有违反防疫规定？",
    "没有船长签名的航海图不可以不退回。",
]
ONCE_ZH = [
    "未经批准，船员不得上岸。",
    "不合格的缆绳不得上船。",
    "不能提供证件的访客不得登船。",
    "不戴安全帽不得进入船坞。",
    "不得放行没有登记的渔船。",
    "没有健康证的厨师不得上岗。",
    "甲板上不得吸烟，也不得饮酒。",
    "小陈这个月没有违规，也没有迟到。",
    "司机能不能在加油时打电话？",
    "无人值守的泵房由谁上锁？",
    "不足24小时的实习按几天计算？",
    "防止无关人员进入，油库应当怎样管理？",
]
TWICE_EN = [
    "No berth on the pier is without a number.",
    "Which rope is it inadvisable not to inspect?",
    "It is not illegal for a skipper to sublet a berth.",
    "Deckhands should not neglect to wear a life jacket.",
    "Which passengers are not disqualified from the upper deck?",
    "A late boat does not mean that the harbour office may not charge.",
    "There is no hatch that is not alarmed.",
    "Nobody is exempt from the drill.",
    "Why must the log not go unsigned?",
    "Unless the tide is not high, the gate stays shut.",
    "The skipper must avoid not answering the radio.",
    "It is not true that divers need no buddy.",
]
ONCE_EN = [
    "Visitors without a badge may not enter the shipyard.",
    "Do not admit unregistered boats to the marina.",
    "No unauthorised person may start the crane.",
    "Unless the harbour master agrees, boats may not leave at night.",
    "Not more than four people may ride in the dinghy.",
    "A boat may not without the harbour master's leave.",
    "Untrained hands must not use the winch.",
    "What happens to ropes that are not returned within a week?",
    "The skipper did nothing wrong and was not fined.",
    "No later than Friday, keys that are not used go back to the office.",
]


@pytest.mark.parametrize("text", TWICE_ZH)
def test_chinese_that_denies_twice(text):
    assert denies_twice_zh(text)


@pytest.mark.parametrize("text", ONCE_ZH)
def test_chinese_that_denies_once(text):
    assert not denies_twice_zh(text)


@pytest.mark.parametrize("text", TWICE_EN)
def test_english_that_denies_twice(text):
    assert denies_twice_en(text)


@pytest.mark.parametrize("text", ONCE_EN)
def test_english_that_denies_once(text):
    assert not denies_twice_en(text)


def test_a_stem_that_breaks_off_denies_what_ends_it():
    broken = choice("Never put to sea in a boat that has", "*no radio on board", "a full tank", "two anchors")
    assert "double_negative" in rules_named(broken)
    assert "double_negative" in rules_named(
        choice("A skipper must refrain from", "*not logging the tide", "singing", "fishing")
    )
    case = choice("A guest who does not pay should", "*not be served again", "wash the dishes", "leave a watch")
    assert "double_negative" not in rules_named(case)
    assert "double_negative" in rules_named(choice("领航员换班时不得：", "*不交接海图", "喝水", "看表"))
    assert "double_negative" not in rules_named(
        choice("遇到不能出示船票的乘客，应当：", "*不予登船", "请其补票", "报告船长")
    )


def test_a_rule_quoted_with_a_blank_denies_only_where_it_is_asked_about():
    context = "Skippers who cannot swim are not turned away; they sign form B and are charged ____________."
    assert "double_negative" not in rules_named(choice(f"“{context}”", "*$5", "$10", "$20"))
    there = "Skippers who cannot swim are not turned away within ____________ of the start."
    assert "double_negative" in rules_named(choice(f"“{there}”", "*5 minutes", "10 minutes", "20 minutes"))
