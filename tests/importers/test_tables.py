"""Rows of tables that begin with a number, and headings that only look like them."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text


def labels(*lines):
    (document,) = import_text("\n".join(lines).encode(), "rules.txt").documents
    found, stack = [], list(document.nodes)
    while stack:
        node = stack.pop(0)
        found.append(node.label)
        stack = [*node.children, *stack]
    return [label for label in found if label]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # wide blanks stand behind numbers of headings as well as between cells
        (("1.1  适用全员。", "2  账号", "2.1  实名。", "3  终端", "3.1  锁屏。"), ["1.1", "2", "2.1", "3", "3.1"]),
        (("1  总则", "1.1  适用。", "2  处罚", "行为  扣分  备注", "私装  5  警告", "3  附则", "3.1  施行。"), ["1", "1.1", "2", "3", "3.1"]),
        (("目录", "1  总则 ........ 1", "2  附则 ........ 2", "1  总则", "1.1  适用。", "2  附则", "2.1  施行。"), ["1", "1.1", "2", "2.1"]),
        # a column of numbers
        (("第一条 扣分如下：", "序号  行为  扣分", "1  迟到  5", "2  早退  5", "第二条 施行。"), ["第一条", "第二条"]),
        (("第一条 库存如下：", "| 货物 | 箱数 |", "| 1. 纸杯 | 5 |", "| 2. 餐盒 | 5 |", "第二条 施行。"), ["第一条", "第二条"]),
        # in tables of rules they number the rules
        (("第一条 扣分如下：", "| 行为 | 扣分 |", "| 1. 迟到 | 5 |", "| 2. 早退 | 5 |", "第二条 施行。"), ["第一条", "1.", "2.", "第二条"]),
    ],
)  # fmt: skip
def test_numbers_before_wide_blanks(lines, expected):
    assert labels("考勤管理规定", *lines) == expected
