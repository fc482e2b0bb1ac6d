"""What pages of the world do that neat ones do not: families of titles, lists that a page breaks off, words of wikis and forums."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text
from guizhang.importers.lines.titles import core, is_collection


def imported(*lines):
    return import_text("\n".join(lines).encode(), "rules.txt")


def documents(*lines):
    return [document.lines for document in imported(*lines).documents]


def discarded(*lines):
    return [item.lines for item in imported(*lines).discarded]


def labels(nodes):
    return [label for n in nodes for label in ([n.label] if n.label and n.label != "•" else []) + labels(n.children)]


LISTED = (
    *("花坊考勤制度", "", "1. 八点到店。", "2. 迟到扣五元。", ""),
    *("花坊加班制度", "", "1. 加班先报备。", "2. 每晚补贴十元。", ""),
    *("花坊请假制度", "", "1. 请假写条子。", "2. 病假补证明。", ""),
)


def test_a_title_like_the_others_of_its_file_begins_a_document_without_a_list():
    tool = ("花坊工具制度", "", "剪刀用完放回原处。", "损坏的照价赔偿。")
    assert documents(*LISTED, *tool) == [(1, 4), (6, 9), (11, 14), (16, 19)]
    # The house is the same, and so is the way it stands.
    named = ("花坊请假人员管理", "", "请假的人把手上的活交代清楚。", "回店当天销假。")
    assert documents(*LISTED, *named)[-1] == (16, 19)


def test_a_heading_that_parts_a_list_is_no_title_whatever_the_others_are():
    parted = ("花坊安全制度", "", "1. 断电离店。", "", "花坊钥匙制度", "", "2. 钥匙交店长。")
    assert documents(*LISTED, *parted)[-1] == (16, 22)
    # What is named behind a colon is a list of names.
    named = ("花坊安全制度", "", "1. 断电离店。", "2. 另见:", "", "花坊钥匙制度", "", "花坊仓库制度")
    assert documents(*LISTED, *named)[-1] == (16, 23)


CHAPTERS = (
    *("借阅管理制度", "第一章 总则", "第一条 本制度适用于全馆。", "第二条 凭证借书。"),
    *("第二章 借还", "第三条 每次三本。", "第四条 两周归还(寒暑假除外)", ""),
)


def test_article_one_again_begins_a_document_where_articles_ran_through_the_chapters():
    again = ("座位的安排", "第一条 先到先坐。", "第二条 不得占座。")
    assert documents(*CHAPTERS, *again) == [(1, 7), (9, 11)]


def test_article_one_again_is_no_document_where_the_chapters_count_on():
    below = ("逾期的处理", "第一条 逾期停借。", "第二条 丢失赔偿。", "第三章 附则", "第三条 自公布之日起施行。")
    assert documents(*CHAPTERS, *below) == [(1, 13)]


def test_articles_that_begin_anew_in_each_chapter_say_nothing():
    anew = (
        "第二章 借还",
        "第一条 每次三本。",
        "第二条 两周归还。",
        "",
        "逾期的处理",
        "第一条 逾期停借。",
        "第二条 赔偿。",
    )
    assert documents(*CHAPTERS[:4], *anew) == [(1, 11)]


@pytest.mark.parametrize("head", ["门卫管理制度第1篇", "门卫管理制度 篇1", "门卫管理制度1"])
def test_a_title_with_a_one_behind_it_below_the_same_title_is_the_head(head):
    result = imported("门卫管理制度", "", head, "", "1、来客登记。", "2、夜里锁门。")
    assert [(d.title, d.lines, [n.label for n in d.nodes if n.label]) for d in result.documents] == [
        (head, (3, 6), ["1、", "2、"])
    ]


def test_the_first_of_a_series_is_no_collection():
    assert core("门卫管理制度第12篇") == "门卫管理制度"
    assert not is_collection("门卫管理制度第1篇")
    assert is_collection("门卫管理制度12篇")


def test_articles_that_have_changed_places_are_kept_as_printed():
    lines = [f"第{n}条 办事{n}。" for n in "一二四三"]
    assert labels(imported("办事制度", *lines).documents[0].nodes) == ["第一条", "第二条", "第四条", "第三条"]


def test_a_rule_without_parts_stands_among_those_that_have_some():
    text = ("Yard Rules", "1 Park in the bays.", "2 Reverse in.", "3.1 Engines stay off.", "3.2 Lights stay off.")
    nodes = imported(*text, "4 Keep the gate shut at night.", "5.1 Dogs stay on a lead.").documents[0].nodes
    assert labels(nodes) == ["1", "2", "3.1", "3.2", "4", "5.1"]


def test_contents_go_whose_columns_have_heads_and_whose_end_is_cut_off():
    listed = ["1 Welcome", "2 Working Hours", "3 Time Off", "4 Pay", "5 Uniforms", "6 Meals"]
    rules = ["1. WELCOME", "We bake since dawn.", "2. WORKING HOURS", "The oven is lit at four."]
    page = ("Bakery Handbook", "CONTENTS:", "PART | SUBJECT", *listed, *rules)
    assert discarded(*page) == [(2, 9)]


def test_what_a_forum_marks_as_contents_goes_and_the_thread_s_title_behind_the_rules():
    thread = (
        *("茶室管理制度3篇", "[复制链接]", "发表于 2022-3-4 10:00:00 | 只看该作者", "本文目录[ol]", "  • 茶室管理制度"),
        *("  • 学校茶室卫生", "  • 某校茶室管理[/ol]  1、茶具用后洗净。", "2、茶叶密封存放。", "3、离开时关水。"),
        *(
            "  • 茶室管理制度3篇",
            "  • 回复",
            "使用道具 举报",
            "您需要登录后才可以回帖 登录 | 立即注册",
            "Powered by Discuz! X3.4",
        ),
    )
    result = imported(*thread)
    assert [document.lines for document in result.documents] == [(1, 9)]
    assert labels(result.documents[0].nodes) == ["1、", "2、", "3、"]
    gone = {line for item in result.discarded for line in range(item.lines[0], item.lines[1] + 1)}
    assert gone == {2, 3, 4, 5, 6, 10, 11, 12, 13, 14}


def test_a_title_again_that_no_page_follows_stays():
    assert discarded("茶室管理制度", "1、茶具用后洗净。", "2、离开时关水。", "茶室管理制度", "负责人：____") == []


WIKI = ("Kiln Rules", "", "From Clay Corner", "Revision as of 09:12, 3 May 2019 by Potter (Talk | contribs)", "")


def test_where_a_wiki_page_comes_from_goes_and_what_reads_like_it_in_rules_stays():
    rules = ("1. Book the kiln a day ahead.", "2. Sweep the shelves.", "", "Related Information")
    assert discarded(*WIKI, *rules) == [(3, 4), (9, 9)]
    kept = (
        "Kiln Rules",
        "1. Book the kiln.",
        "From Monday to Friday",
        "2. Sweep.",
        "Related Information",
        "3. See the shelf.",
    )
    assert discarded(*kept) == []


@pytest.mark.parametrize(
    "line",
    [
        "2023年5月6日发(作者:)",
        "您的瀏覽器不支援JavaScript功能，部分內容無法顯示。",
        "在查找规章制度的过程中，可能会用到茶室管理制度，希望能让您节省时间。",
        "法規內容：",
    ],
)
def test_what_a_page_says_over_the_rules_goes(line):
    assert (1, 1) in discarded(line, "茶室管理制度", "一、茶具用后洗净。", "二、离开时关水。")
