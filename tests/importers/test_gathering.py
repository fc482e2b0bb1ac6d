"""Lists that begin anew under words of their own, and headings said in two languages."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text
from guizhang.importers.outline import walk


def outline(text, name="rules.txt"):
    (document,) = import_text(text.encode(), name).documents
    return document


@pytest.mark.parametrize(
    ("first", "second"),
    [("男员工：", "女员工："), ("早班：", "晚班："), ("Day shift:", "Night shift:"), ("办公室人员：", "车间人员：")],
)
def test_words_that_lead_to_a_list_counted_anew_are_no_text_of_the_item_above(first, second):
    document = outline(f"着装规定\n{first}\n1. 穿深色西装。\n2. 系领带。\n{second}\n1. 穿套裙。\n2. 化淡妆。\n")
    assert [node.text if node.number is None else node.number for node in document.nodes] == [first, 1, 2, second, 1, 2]


def test_words_that_lead_to_a_list_within_an_item_stay_in_it():
    document = outline("奖惩规定\n1. 奖励。\n2. 处罚\n分为：\n（1）警告；\n（2）罚款。\n3. 申诉。\n")
    assert [node.number for node in document.nodes] == [1, 2, 3]


@pytest.mark.parametrize("heads", [("员工手册", "Employee Handbook"), ("Attendance Policy", "考勤制度")])
def test_a_heading_in_two_languages_is_one(heads):
    page = f"<h1>{heads[0]}<br>{heads[1]}</h1><p>文件编号：HR-01</p><h2>考勤</h2><p>按时打卡。</p>"
    document = outline(page, "rules.html")
    assert document.title == heads[0]
    assert [node.title for node in walk(document.nodes) if node.type.value == "section"] == ["考勤"]
