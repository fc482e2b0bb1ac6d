"""Paths and running heads that name the line below: they go, and what they name is a title whatever its words."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text

RULES = ("1. 使用前登记。", "2. 用后归还。", "3. 损坏照价赔偿。")
NAMES = ("投影机借用", "值班与交接", "新人报到")


def imported(*lines):
    return import_text("\n".join(lines).encode(), "rules.txt")


def left_out(result):
    return {number for item in result.discarded for number in range(item.lines[0], item.lines[1] + 1)}


@pytest.mark.parametrize(
    "path",
    [
        "综合部空间 / 页面 / 办事 / {}",
        "内网 > 后勤 > {}",
        "知识库 › 行政 › {}",
        "行政手记　　　　　　　　{}",
        "Office ▸ Rules ▸ {}",
        "后勤网 · 规定 · {}",
        "行政部｜{}",
    ],
)
def test_what_paths_name_begins_a_document_and_the_paths_go(path):
    result = imported(*(line for name in NAMES for line in (path.format(name), name, *RULES)))
    assert [document.title for document in result.documents] == list(NAMES)
    assert left_out(result) >= {1, 6, 11}


def test_the_heads_of_the_pages_of_one_handbook_name_its_parts():
    names = ("入职安排", "休假安排", "离职安排")
    result = imported("员工手册", *(line for name in names for line in (f"员工手册　　　　　　{name}", name, *RULES)))
    assert [document.title for document in result.documents] == ["员工手册"]
    assert {2, 7, 12} <= left_out(result)


def test_numbered_titles_that_the_heads_of_the_pages_name_are_counted():
    names = ("一、厂区出入", "二、夜间值守规定", "三、车间用电")
    rules = (
        ("1、凭证进厂。", "2、车辆登记。"),
        ("第一条 两人值守。", "第二条 每小时巡查。"),
        ("（一）下班断电。", "（二）不得私拉电线。"),
    )
    rows = zip(names, rules, strict=True)
    result = imported(
        "某厂规定", *(line for name, own in rows for line in (f"某厂规定　　　　　　{name[2:]}", name, *own))
    )
    assert len(result.documents) == 3


@pytest.mark.parametrize(
    "lines",
    [
        ("项目 / 金额", "金额", "1. 先填单。", "2. 后付款。"),
        ("申请、审批 / 发放", "发放", "发放前核对。"),
        ("早班　　八点", "八点", "晚班　　八点", "八点"),
    ],
)
def test_one_line_alone_is_no_path(lines):
    assert not left_out(imported("借款制度", *lines))
