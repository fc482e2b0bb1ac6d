"""Headings that count documents: which lines do, and which only look like it."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text


def documents(*lines):
    return [document.lines for document in import_text("\n".join(lines).encode(), "rules.txt").documents]


BODY = ("1. 打卡。", "2. 签到。")


@pytest.mark.parametrize(
    "heads",
    [
        ("≡ 壹 ≡ 考勤", "≡ 贰 ≡ 值班", "≡ 叁 ≡ 用车"),
        ("◆ 其一 ◆ 考勤", "◆ 其二 ◆ 值班", "◆ 其三 ◆ 用车"),
        ("【第一篇】考勤", "【第二篇】值班", "【第三篇】用车"),
        ("【制度一】考勤", "【制度二】值班", "【制度三】用车"),
        ("范文1：考勤制度", "范文2：值班制度", "范文3：用车制度"),
        ("篇一：考勤制度", "篇二：值班制度", "篇三：用车制度"),
        ("Sample #1: Key Policy", "Sample #2: Guest Policy", "Sample #3: Desk Policy"),
        ("门店规定1", "门店规定（2）", "门店规定 篇3"),
        ("门店规定（一）考勤", "门店规定（二）值班管理办法", "门店规定（三）：用车"),
        ("门店规定 第一篇", "门店规定 第二篇", "门店规定 第三篇"),
        # one is missing from the row
        ("≡ 壹 ≡ 考勤", "≡ 贰 ≡ 值班", "≡ 肆 ≡ 用车"),
    ],
)
def test_a_frame_that_counts_on_over_rules_that_begin_anew(heads):
    lines = [line for head in heads for line in (head, *BODY)]
    assert documents(*lines) == [(1, 3), (4, 6), (7, 9)]


@pytest.mark.parametrize(
    "heads",
    [
        # sections of one document
        ("一、考勤制度", "二、值班制度", "三、用车制度"),
        ("（一）考勤", "（二）值班", "（三）用车"),
        ("第一部分 考勤", "第二部分 值班", "第三部分 用车"),
        ("A. Keys", "B. Guests", "C. Desks"),
        ("Part 1 Keys", "Part 2 Guests", "Part 3 Desks"),
    ],
)
def test_labels_count_the_sections_of_one_document(heads):
    lines = [line for head in heads for line in (head, *BODY)]
    assert documents("门店管理规定", *lines) == [(1, 10)]


def test_plain_numbers_count_documents_where_these_are_numbered_in_different_ways():
    lines = (
        "壹、出勤办法",
        "第一条 打卡。",
        "第二条 签到。",
        "贰、加班办法",
        "一、申请。",
        "二、核准。",
        "参、训练办法",
        "1. 目的",
        "2. 权责",
    )
    assert documents(*lines) == [(1, 3), (4, 6), (7, 9)]


def test_plain_numbers_count_documents_where_the_page_promises_as_many():
    lines = [line for head in ("一、考勤制度", "二、值班制度") for line in (head, *BODY)]
    assert documents("门店规定范文（共2篇）", *lines) == [(2, 4), (5, 7)]


def test_a_series_in_the_contents_is_not_the_series():
    contents = ("目录", "第1篇 考勤制度", "第2篇 值班制度")
    lines = [line for head in ("篇一：考勤制度", "篇二：值班制度") for line in (head, *BODY)]
    assert documents(*contents, *lines) == [(4, 6), (7, 9)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # attachments with rules of their own are documents, those with tables and lists belong to the notice
        (("关于印发办法的通知", "一、执行。", "二、上报。", "附件1", "考勤管理办法", "第一条 打卡。", "第二条 签到。"), [(1, 3), (4, 7)]),
        (("关于防汛的通知", "一、执行。", "二、上报。", "附件1", "分工表", "部门 内容", "附件2", "写法说明", "1. 标题。"), [(1, 9)]),
        (("搬迁通知", "一、打包。", "二、搬运。", "附：新办公区规则", "第一条 工位。", "第二条 会议室。"), [(1, 3), (4, 6)]),
        (("会议纪要", "一、决定。", "二、其他。", "附件：", "叉车作业规定", "第一条 持证。", "第二条 检查。"), [(1, 3), (4, 7)]),
        # the number of a document under its title
        (
            ("困人处理", "文件编号：WY-01", "1、报告。", "2、安抚。", "夜间施工", "文件编号：WY-02", "1、审批。", "2、停工。"),
            [(1, 4), (5, 8)],
        ),
    ],
)  # fmt: skip
def test_what_comes_with_a_document(lines, expected):
    assert documents(*lines) == expected


def test_a_number_in_the_series_is_no_label_of_the_rules():
    text = "门店规定（一）考勤\n1. 打卡。\n2. 签到。\n门店规定（二）值班\n1. 交接。\n2. 巡查。\n"
    found = import_text(text.encode(), "rules.txt").documents
    assert [[node.label for node in document.nodes] for document in found] == [["1.", "2."], ["1.", "2."]]


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("门店规定范文一一、打卡。二、签到。", ["一、", "二、"]),
        ("门店规定11、打卡。2、签到。", ["1、", "2、"]),
        ("门店规定第一条 打卡。第二条 签到。", ["第一条", "第二条"]),
    ],
)
def test_a_title_and_its_first_rule_are_told_apart_where_two_numbers_meet(line, labels):
    (found,) = import_text(line.encode(), "rules.txt").documents
    assert [node.label for node in found.nodes] == labels
