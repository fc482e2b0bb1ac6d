"""What must not go with a page's own lines: what stands over the rules, broken sentences, signatures, tables; and what must."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text
from guizhang.importers.furniture.chrome import speaks_of_page
from guizhang.importers.lines.titles import core
from guizhang.zh.folding import fold


def imported(*lines):
    return import_text("\n".join(lines).encode(), "rules.txt")


def documents(*lines):
    return [document.lines for document in imported(*lines).documents]


def gone(*lines):
    found = imported(*lines).discarded
    return sorted({line for item in found for line in range(item.lines[0], item.lines[1] + 1)})


RULES = ("第一条 来访登记。", "第二条 夜间锁门。")


@pytest.mark.parametrize(
    "head",
    [
        ("文件编号:MW-07 版本:C/1", "编制:后勤部 审核:办公室", "修订记录:"),
        ("某某精密制造有限公司文件", "行政〔2023〕第6号"),
        ("为加强门卫管理,特制定本制度。",),
    ],
)
def test_what_a_document_says_of_itself_between_two_copies_of_its_title_stays(head):
    page = ("门卫管理制度", *head, "门卫管理制度", *RULES)
    assert gone(*page) == [len(head) + 2]


def test_a_house_in_capitals_between_two_copies_stays():
    page = ("Gate Keeping Policy", "MAPLE NURSERY", "Gate Keeping Policy", "1. Visitors sign in.", "2. Lock at night.")
    assert gone(*page) == [3]


def test_a_preface_between_two_copies_goes():
    page = ("门卫管理制度", "在日常生活中,越来越多人会去使用制度,下面就由小编来讲讲。", "门卫管理制度", *RULES)
    assert gone(*page) == [2, 3]


def test_number_and_version_of_a_document_are_no_part_of_the_contents_above():
    listed = ("On this page", "Purpose", "Scope", "Procedure")
    page = (
        "Gate Keeping Policy",
        *listed,
        "SOP No.: FS-01 Revision: 3 Effective: 1 May 2023",
        "Purpose",
        "To keep the gate.",
    )
    assert gone(*page, "Scope", "All gates of the site.", "Procedure", "Lock them at night.") == [2, 3, 4, 5]


def test_links_end_at_the_path_of_the_page():
    links = ("推荐阅读", "大扫除通知[11-24]", "当前位置:首页 > 规章制度")
    page = (*links, "章程", "**某某学会**", "1. 总则", "第一条", "本会由会员组成。", "第二条", "本会设理事会。")
    assert gone(*page) == [1, 2, 3]


def test_names_of_other_texts_that_break_off_begin_no_document():
    links = (
        "当前位置:首页 > 范文",
        "相关推荐",
        "保安管理制度",
        "第一条 为了加强保安队伍建设……",
        "仓库管理制度",
        "为规范仓库管理……",
    )
    page = (*links, "门卫管理制度", "发布:某某网 时间:2019-08-09 11:12 阅读:3021", *RULES)
    assert documents(*page) == [(7, 10)]


TAIL = ("评分", "回复", "使用道具 举报", "您需要登录后才可以回帖 登录 | 立即注册", "Powered by Discuz! X3.4")


@pytest.mark.parametrize(
    "last",
    [
        ("第三条", "考勤工作是公司加强管理工作的基"),
        ("第三条 门卫对可疑的人员和车辆有权加以询问,并应当立即报告后勤部以及", "值班经理"),
        ("第三条 本规定即日起施行。", "管理处 谨启"),
        ("第三条 本规定即日起施行。", "后勤部启"),
    ],
)
def test_the_last_words_of_rules_do_not_go_with_the_page(last):
    page = ("门卫管理制度", *RULES, *last)
    assert gone(*page, *TAIL) == [len(page) + at for at in range(1, len(TAIL) + 1)]


def test_a_table_in_english_at_the_end_stays():
    table = (
        "Leave            Notice          Approver",
        "1-2 days         3 days          Lead",
        "3-10 days        10 days         Head",
    )
    page = ("Leave Policy", "1. Ask in writing.", "2. Wait for the answer.", *table)
    assert gone(*page, "Related articles", "Leave a comment", "© 2023 Example. All rights reserved.") == [7, 8, 9]


def test_the_heading_of_what_a_site_promises_goes_with_it():
    notes = (
        "温馨提示",
        "1. 本站所有资源如无特殊说明,都需要本地电脑安装办公软件。",
        "2. 本站不保证下载资源的准确性、安全性和完整性。",
    )
    page = ("门卫管理制度", *RULES, *notes, "下载本文档", "提交评论")
    assert gone(*page) == [4, 5, 6, 7, 8]
    assert gone("门卫管理制度", *RULES, "温馨提示", "贵重物品随身携带。", "离开时关好门窗。") == []


def test_what_a_forum_puts_around_a_title():
    assert core("[制度] 门卫管理制度 [复制链接]") == "门卫管理制度"
    assert core("[2023]某司3号") == "[2023]某司3号"


SET_OFF = (
    "面包房员工守则",
    "▍基本要求",
    "1、诚实守信。",
    "2、服从安排。",
    "▍仪容仪表",
    "1、戴工帽。",
    "2、不留长指甲。",
    "▍对客礼仪",
    "1、问好。",
    "2、称重。",
)


def test_headings_with_one_sign_are_parts_of_a_document_whose_title_has_none():
    assert documents(*SET_OFF) == [(1, 10)]
    series = (
        "第1篇:门店员工职责",
        "【工作职责】",
        "一、补货。",
        "二、检查价签。",
        "【工作流程】",
        "一、打扫。",
        "二、补齐。",
    )
    assert documents(*series, "第2篇:仓库员工职责", "一、收货。", "二、发货。") == [(1, 7), (8, 10)]
    # Titles of rules that all have the sign are titles.
    sets = ("▍考勤制度", "1、准时到岗。", "2、请假报备。", "▍卫生制度", "1、每日打扫。", "2、垃圾清运。")
    assert documents("面包房员工守则", "1、诚实守信。", "2、服从安排。", *sets) == [(1, 3), (4, 6), (7, 9)]


@pytest.mark.parametrize(
    "line",
    [
        "原创 小周 门店笔记 2022-03-04 18:30",
        "阅读了该文档的用户还阅读了这些文档",
        "4 p. 印章使用管理规定",
        "45 lines (30 sloc) 2.1 KB",
        "handbook/policies/leave.md",
        "追答",
        "本回答由提问者推荐",
        "本文作者:老王",
        "会员专享:一键打包下载,扫码立减30元",
        "为你精选:便利店加盟合同怎么签?",
        "收银员岗位职责、收银员工作内容——大家还在搜",
        "广告|生鲜电子秤年末清仓",
        "【打印正文】",
        "已读",
        "P. 56",
        "1 of 5",
        "Jan. 3, 2012 • 12 likes • 4,567 views",
        "Page 56 - Staff Handbook 9-17",
    ],
)
def test_a_page_speaks(line):
    assert speaks_of_page(fold(line, []).text)


@pytest.mark.parametrize(
    "line",
    [
        "4 p.m. 打烊前清点现金",
        "回答顾客提问要简短",
        "作者署名由部门经理确认",
        "阅读说明书后方可操作设备",
        "希望与你的内心世界对话,陪伴你的成长,",
        "本回合培训结束后填写记录",
        "The end of each shift is announced by the lead",
    ],
)
def test_rules_speak_of_no_page(line):
    assert not speaks_of_page(fold(line, []).text)
