"""What is a page's furniture and what is a rule that only speaks of the same things."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text


def imported(*lines):
    return import_text("\n".join(lines).encode(), "rules.txt")


def reasons(line):
    result = imported("前台管理制度", "第一条 前台人员须按时到岗。", line, "第二条 前台不得无人。")
    return [item.reason for item in result.discarded]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("当前位置：首页 > 制度 > 正文", "site-chrome"),
        ("首页 > 范文 > 规章制度", "site-chrome"),
        ("发布时间：2025-03-08 09:12   来源：网络", "site-chrome"),
        ("来源：某某网", "site-chrome"),
        ("上一篇：宿舍制度  下一篇：车辆制度", "site-chrome"),
        ("版权声明：本文由网友上传，如有侵权请联系删除", "site-chrome"),
        ("登录", "site-chrome"),
        ("All rights reserved", "site-chrome"),
        ("点击下载此文档", "download-prompt"),
        ("下载文档前请自行甄别文档内容的完整性", "download-prompt"),
        ("全文阅读已结束，如果需要下载请点击", "download-prompt"),
        ("前台管理制度.doc", "download-prompt"),
        ("以下是小编整理的前台管理制度，供大家参考", "template-preface"),
        ("第 3 页 共 9 页", "page-footer"),
        ("- 12 -", "page-footer"),
        ("Page 3 of 9", "page-footer"),
        ("机票预订|酒店团购|家电回收|电影下载|搬家公司|走势图|机票预订|酒店团购|", "link-farm"),
        ("。", "stray-mark"),
    ],
)
def test_furniture_goes_and_says_why(line, reason):
    assert reasons(line) == [reason]


@pytest.mark.parametrize(
    "line",
    [
        "员工不得下载与工作无关的软件。",
        "不得点击来历不明的链接，不得在公用电脑上登录个人账号。",
        "宣传资料须注明来源，不得侵犯他人版权。",
        "客户要求转载公司文章的，须经品牌部同意。",
        "员工应将通知下载到本部门电脑并打印张贴。",
        "前台须引导来宾扫码登记。",
        "上班时间为9:00，下班时间为18:00。",
        "勤奋、诚信、团结、创新、节约",
        "附：来宾登记表",
        "Staff must not download software from unknown sites.",
    ],
)
def test_a_rule_about_the_same_things_stays(line):
    assert reasons(line) == []


def test_what_stands_under_a_teaser_heading_goes_until_the_next_document():
    result = imported(
        "前台管理制度", "第一条 前台人员须按时到岗。", "第二条 前台不得无人。", "相关推荐", "仓库管理制度",
        "第一章 总则 为了加强仓库管理……", "食堂管理制度", "一、食堂每天供应三餐。", "二、员工凭卡就餐。",
    )  # fmt: skip
    assert [document.title for document in result.documents] == ["前台管理制度", "食堂管理制度"]
    assert [(item.lines, item.reason) for item in result.discarded] == [((4, 6), "teaser")]


def test_a_running_head_goes_but_a_repeated_rule_stays():
    lines = [
        "巡查制度",
        "第一条 每班巡查。",
        "内部资料",
        "第二条 每班登记。",
        "内部资料",
        "第三条 每班交接。",
        "内部资料",
    ]
    assert [item.reason for item in imported(*lines).discarded] == ["running-head"] * 3
    rules = ["巡查制度", "一、早班", "1.巡查大门。", "二、中班", "1.巡查大门。", "三、晚班", "1.巡查大门。"]
    assert imported(*rules).discarded == ()


def test_a_file_that_is_all_furniture_is_kept_whole():
    result = imported("点击下载此文档", "版权声明：本文由网友上传，如有侵权请联系删除")
    assert result.discarded == ()
    assert result.documents
