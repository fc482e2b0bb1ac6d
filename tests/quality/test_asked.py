"""Stems that only name a subject or frame the options, and stems that put a case or ask for one thing."""

from __future__ import annotations

import pytest

from guizhang.quality.language.asked_en import asks_nothing_en
from guizhang.quality.language.asked_zh import asks_nothing_zh

NOTHING_ZH = [
    "关于救生设备的领用与归还，下列表述准确的是",
    "依据《船员守则》第三章，以下论断中站得住脚的是",
    "有关锚链的叙述，恰当的一项是：",
    "请仔细阅读下面的句子并作出选择。",
    "结合所学知识，你赞成哪一种观点？",
    "下面对机舱卫生的描述，与事实相符的是哪个？",
    "甲板卫生方面，",
    "水手应当注意：",
    "领航员必须遵守的规定是",
    "多选题：请选出没有问题的选项。",
    "缆绳……",
    "就靠泊费而言，可取的是：",
    "船员的正确说法是",
]
SOMETHING_ZH = [
    "关于缆绳，几个月检查一次？",
    "对于没带船票的乘客，检票员应当怎么做？",
    "负责保管航海日志的是：",
    "救生衣的存放地点是",
    "离开机舱前，轮机员必须",
    "下列哪几种做法违反防火规定？",
    "水手值班时，哪种做法合适？",
    "请选出码头关闭的时间。",
    "处理晕船乘客的投诉，哪一句话最合适？",
    "对迟到三次的船员，应如何处理？",
]
NOTHING_EN = [
    "In accordance with the Code of Conduct, it may be said that",
    "Regarding the harbour office:",
    "As far as mooring is concerned,",
    "Which line would you agree with?",
    "Berth procedures are as follows:",
    'Complete the sentence: "Pilots ___."',
    "Thinking about the galley, decide which option is best.",
    "One of these is true of the boathouse. Which?",
    "The rules on divers are these:",
    "How should you act?",
    "A trainee deckhand",
    "Question 4: pick the right answer.",
]
SOMETHING_EN = [
    "What is the minimum length of a mooring line?",
    "Which of these is NOT a fire hazard?",
    "Which of these break the rules on mooring?",
    "On which date does the regatta begin?",
    "The life raft is tested",
    "According to the harbour rules, how many days in advance is a berth booked?",
    "A deckhand who finds a leak must",
    "Before the first guest boards, the purser",
    "Regarding berths, who hands out the permits?",
    "What are grounds for ending a berth contract early under the standard agreement?",
    "Which of these are in keeping with the rules for pilots on duty?",
]


@pytest.mark.parametrize("title", ["员工手册", "事务办法"])
def test_what_a_document_lays_down_is_asked_and_what_is_true_under_it_is_not(title):
    assert not asks_nothing_zh(f"下列哪几项是《{title}》的规定？")
    assert asks_nothing_zh(f"根据《{title}》，下列哪项正确？")


@pytest.mark.parametrize("title", ["Staff handbook", "Rules on matters 1"])
def test_what_a_document_in_english_lays_down_is_asked(title):
    assert not asks_nothing_en(f"Which of these are laid down in “{title}”?")
    assert not asks_nothing_en(f"“{title}”, “On a”: for absence, what follows?")
    assert asks_nothing_en("Under the staff handbook, which of what follows is right?")


@pytest.mark.parametrize("stem", NOTHING_ZH)
def test_chinese_that_asks_nothing(stem):
    assert asks_nothing_zh(stem)


@pytest.mark.parametrize("stem", SOMETHING_ZH)
def test_chinese_that_asks_something(stem):
    assert not asks_nothing_zh(stem)


@pytest.mark.parametrize("stem", NOTHING_EN)
def test_english_that_asks_nothing(stem):
    assert asks_nothing_en(stem)


@pytest.mark.parametrize("stem", SOMETHING_EN)
def test_english_that_asks_something(stem):
    assert not asks_nothing_en(stem)
