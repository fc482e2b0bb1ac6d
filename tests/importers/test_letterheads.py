"""Who issues the rules stands over their title, and which edition they are stands under it; neither is the title, nor a heading."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text

RULES = "一、交班\n1、各班提前15分钟到岗。\n2、登记本保存3年。\n二、接班\n1、当面点清。\n2、双方签字。\n"


def document(text):
    [found] = import_text(text.encode(), "rules.txt").documents
    return found


@pytest.mark.parametrize(
    "head",
    [
        "某市第九医院后勤部文件",
        "东河区教育局文件",
        "某某置业集团人力资源部文件",
        "北山學校總務處文件",
        "某某药业有限公司质量管理中心文件",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_title_stands_under_the_letterhead(head, gap):
    found = document(f"{head}{gap}洗衣房交接规定\n\n{RULES}")
    assert found.title == "洗衣房交接规定"
    assert [node.title or node.text for node in found.nodes] == [head, "交班", "接班"]


@pytest.mark.parametrize(
    "remark", ["（2022年修订）", "（试行）", "（水吧及送餐適用）", "（2019年3月经职工代表大会通过）", "（征求意见稿）"]
)
def test_a_remark_under_the_title_is_no_heading(remark):
    found = document(f"洗衣房交接规定\n{remark}\n\n{RULES}")
    assert found.title == "洗衣房交接规定"
    assert [(node.title, node.text) for node in found.nodes[:2]] == [("", remark), ("交班", "")]


@pytest.mark.parametrize("remark", ["(for drivers and packers)", "(Revised 2022)", "(draft)"])
def test_an_english_remark_under_the_title_is_no_heading(remark):
    found = document(f"Laundry Rules\n{remark}\n\n1. Be there 15 minutes early.\n2. Keep the log for 3 years.\n")
    assert (found.nodes[0].title, found.nodes[0].text) == ("", remark)


def test_groups_of_a_list_in_brackets_stay_headings():
    found = document("着装规定\n（女员工）\n1、穿平底鞋。\n2、盘发。\n（男员工）\n1、打领带。\n2、剃须。\n")
    assert [(node.title, len(node.children)) for node in found.nodes] == [("（女员工）", 2), ("（男员工）", 2)]


@pytest.mark.parametrize("house", ["金滿樓茶餐廳", "某某大酒楼", "城北便民超市", "某某银行南门支行"])
def test_the_title_stands_under_the_name_of_the_house(house):
    found = document(f"{house}\n员工守则\n\n{RULES}")
    assert found.title == "员工守则"
    assert [node.title or node.text for node in found.nodes] == [house, "交班", "接班"]


def test_a_title_on_two_lines_is_not_cut():
    assert document(f"员工餐厅\n管理规定\n\n{RULES}").title == "员工餐厅"
