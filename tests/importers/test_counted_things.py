"""What 第一节 counts within a sentence is no section of the rules; where the ends of lines were lost, headings stay headings."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text


def nodes_of(text):
    [document] = import_text(text.encode(), "rules.txt").documents
    return document.nodes


@pytest.mark.parametrize(
    "rule",
    [
        "值日生须于第一节课前开窗。",
        "晚班第二节结束后关灯、锁门。",
        "每组第一节开始前清点人数。",
        "全班第一節課後交回教具。",
        "早退不得早于第一节",
        "学生不得错过第一节课",
        "点名迟了。第一节课下课后补点。",
        "笔试第一部分不得翻书，口试不限。",
        "摘要抄在第一篇末尾，不得涂改。",
        "列车员每站巡视第一节车厢。",
        "本册第二章规定了例外。",
    ],
)
def test_what_a_sentence_counts_is_no_heading(rule):
    nodes = nodes_of(f"夜校管理规定\n\n第一部分 日常\n1.1 教具每天清点。\n1.2 {rule}\n1.3 钥匙交门房。\n")
    assert [child.text for part in nodes for child in part.children] == ["教具每天清点。", rule, "钥匙交门房。"]


def test_a_line_may_begin_with_what_it_counts():
    nodes = nodes_of("夜校点名规定\n\n一、日间\n第一节课前须点名。\n二、晚间\n第二节自习时不点名。\n")
    assert [(node.title, node.text) for node in nodes] == [
        ("日间", "第一节课前须点名。"),
        ("晚间", "第二节自习时不点名。"),
    ]


@pytest.mark.parametrize("gap", ["", " ", "\n"])
def test_headings_behind_a_word_stay_headings(gap):
    words = (
        f"夜校教学管理规定{gap}第一章{gap}总则第一条 为了教学，制定本规定。第二章 课堂第一节 课前准备第二条 提前到校。"
        "第二节课后答疑第三条 不得收费"
    )
    nodes = nodes_of(f"{words}第三章附则第四条 本规定自发布之日起施行。\n")
    assert [(node.label, node.title) for node in nodes] == [("第一章", "总则"), ("第二章", "课堂"), ("第三章", "附则")]
    assert [(node.label, node.title) for node in nodes[1].children] == [("第一节", "课前准备"), ("第二节", "课后答疑")]
