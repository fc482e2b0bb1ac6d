"""Numbers in square brackets: sections of one document under its title, or the documents of a collection."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text

NAMES = ("着装", "巡逻要求", "交接班", "请假")


def document(title, numbers, rules="1、上岗前签到。\n2、离岗须登记。"):
    return f"{title}\n\n" + "\n\n".join(f"{n}{name}\n{rules}" for n, name in zip(numbers, NAMES, strict=True)) + "\n"


@pytest.mark.parametrize(
    "numbers",
    [
        "【一】 【二】 【三】 【四】",
        "【1】 【2】 【3】 【4】",
        "〖一〗 〖二〗 〖三〗 〖四〗",
        "〔一〕 〔二〕 〔三〕 〔四〕",
    ],
)
@pytest.mark.parametrize(
    "rules",
    [
        "1、上岗前签到。\n2、离岗须登记。",
        "一、上岗前签到。\n二、离岗须登记。",
        "（一）上岗前签到。\n（二）离岗须登记。",
    ],
)
def test_they_count_the_sections_of_one_document(numbers, rules):
    found = import_text(document("物业保安岗位守则", numbers.split(), rules).encode(), "rules.txt").documents
    assert [d.title for d in found] == ["物业保安岗位守则"]
    assert [(n.number, n.title, [c.number for c in n.children]) for n in found[0].nodes] == [
        (at, name, [1, 2]) for at, name in enumerate(NAMES, start=1)
    ]


def test_they_count_documents_where_most_are_called_as_rules_are():
    text = "物业管理制度大全\n\n" + "\n\n".join(
        f"【{n}】{name}\n1、上岗前签到。\n2、离岗须登记。"
        for n, name in zip("一二三", ("考勤制度", "请假规定", "值班办法"), strict=True)
    )
    assert len(import_text(text.encode(), "rules.txt").documents) == 3


def test_a_year_in_brackets_is_no_number():
    text = "用车规定\n一、派车须审批。\n〔2023〕12号文件同时废止。\n二、归还时加油。\n"
    nodes = import_text(text.encode(), "rules.txt").documents[0].nodes
    assert [n.number for n in nodes if n.number] == [1, 2]
