"""Rules behind a heading with words of its own, such as WELCOME, stand beside it and not below it."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text


def heads(text):
    [document] = import_text(text.encode(), "rules.txt").documents
    return [(node.label, node.title) for node in document.nodes]


RULE = (
    "RULE 1 – LADDERS\n1.1 Ladders are tied.\n1.2 Ladder work lasts 30 minutes at most.\n\n"
    "RULE 2 – PERMITS\n2.1 A permit holds for 12 hours.\n"
)
NUMBERS = RULE.replace("RULE 1 –", "1.").replace("RULE 2 –", "2.")


@pytest.mark.parametrize("heading", ["WELCOME", "BEFORE THE TALK", "SAFETY COMES FIRST"])
@pytest.mark.parametrize("end", ["", "\nACCIDENTS\nAll accidents are reported within the day. The log is kept.\n"])
def test_rules_stand_beside_a_heading_with_words_of_its_own(heading, end):
    text = f"YARD RULES\n\n{heading}\nNobody works here before the talk. It holds for 12 months.\n\n{RULE}{end}"
    expected = [("", heading), ("RULE 1", "LADDERS"), ("RULE 2", "PERMITS")]
    assert heads(text) == expected + [("", "ACCIDENTS")] * bool(end)


@pytest.mark.parametrize("heading", ["WELCOME", "INTRODUCTION", "A message from the yard master", "About this book"])
def test_numbers_stand_beside_words_to_the_reader(heading):
    text = f"YARD RULES\n\n{heading}\nWe are glad to have you here. Read this in the first week.\n\n{NUMBERS}"
    assert heads(text) == [("", heading), ("1.", "LADDERS"), ("2.", "PERMITS")]


@pytest.mark.parametrize("heading", ["前言", "欢迎词", "致各位同事", "引言"])
@pytest.mark.parametrize(
    ("labels", "rules"),
    [
        (("第一章", "第二章"), "第一章 考勤\n第一条 上班须打卡。\n第二章 安全\n第二条 不得吸烟。\n"),
        (("一、", "二、"), "一、考勤\n1、上班须打卡。\n2、迟到扣20元。\n二、安全\n1、不得吸烟。\n2、不得饮酒。\n"),
    ],
)
def test_chapters_stand_beside_a_foreword(heading, labels, rules):
    text = f"仓库员工手册\n\n{heading}\n欢迎加入仓库。请认真阅读本手册，入职一个月内签收。\n\n{rules}"
    assert heads(text) == [("", heading), (labels[0], "考勤"), (labels[1], "安全")]


def test_rules_right_under_headings_stay_below_them():
    text = (
        "YARD RULES\n\nFLOOR\nRule 1. Wash it twice.\nRule 2. Dry it at once.\n\n"
        "KITCHEN\nRule 3. No phones in here.\nRule 4. No bags in here.\n"
    )
    assert heads(text) == [("", "FLOOR"), ("", "KITCHEN")]


def test_a_list_that_the_words_lead_to_stays_below_them():
    text = (
        "YARD RULES\n\nWELCOME\nWe are glad to have you here. Please keep to these:\n1. Wear boots.\n2. Wear gloves.\n"
    )
    assert heads(text) == [("", "WELCOME")]


def test_a_list_behind_the_text_of_another_heading_stays_below_it():
    text = (
        "YARD RULES\n\nBOOKING\nTrucks are booked a day ahead. Ask the clerk.\n1. Online\n2. By phone\n\n"
        "PAYMENT\nBills are paid in 30 days. Late bills cost more.\n1. By card\n2. In cash\n"
    )
    assert heads(text) == [("", "BOOKING"), ("", "PAYMENT")]
