"""The title of rules that stand in a form is what the form calls them, not what every paper of the company has over it."""

from __future__ import annotations

import pytest

from guizhang.importers.pipeline import import_text


def read(*lines):
    (document,) = import_text("\n".join(lines).encode(), "rules.txt").documents
    return document.title, [node.text for node in document.nodes if not node.label]


RULES = ("1 目的", "规范门卡的发放。", "2 发放", "2.1 门卡由前台发放，每人一张。", "2.2 遗失的交工本费20元。")


@pytest.mark.parametrize("over", ["规章制度文件", "海川公司管理制度文件", "受控文件"])
@pytest.mark.parametrize("label", ["文件名称", "制度名称", "名称"])
def test_the_form_names_the_rules(over, label):
    head = (f"{label}\t门卡管理规定\t文件编号\tXZ-03", "制定部门\t行政部\t版本\tA1")
    title, above = read(over, *head, *RULES)
    assert title == "门卡管理规定"
    assert above[:3] == [over, "文件编号\tXZ-03", "制定部门\t行政部\t版本\tA1"]


def test_in_english():
    rules = ("1. Purpose", "This says who gets a key card.", "2. Cards", "2.1 The desk hands out cards, one each.")
    title, above = read("Controlled document", "Document title\tKey Card Rules\tNo.\tK-3", *rules)
    assert (title, above[:2]) == ("Key Card Rules", ["Controlled document", "No.\tK-3"])


def test_a_title_that_says_something_stays():
    title, above = read("门卡发放规定", "文件名称\t门卡管理规定\t文件编号\tXZ-03", *RULES)
    assert (title, above[0]) == ("门卡发放规定", "文件名称\t门卡管理规定\t文件编号\tXZ-03")


def test_a_column_of_names_within_the_rules_is_none():
    title, _ = read("规章制度文件", *RULES, "名称\t数量", "门卡\t一张")
    assert title != "数量"
