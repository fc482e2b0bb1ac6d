"""Titles of pages: over the line that says when a page was put up, behind a menu, under a notice that enacts them."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text
from guizhang.importers.lines.bylines import is_byline


def imported(*lines):
    return import_text("\n".join(lines).encode(), "rules.txt")


def documents(*lines):
    return [(document.title, document.lines) for document in imported(*lines).documents]


def gone(*lines):
    found = imported(*lines).discarded
    return sorted({line for item in found for line in range(item.lines[0], item.lines[1] + 1)})


def tree(nodes):
    return [(n.label, tree(n.children)) for n in nodes if n.label]


@pytest.mark.parametrize(
    "line",
    [
        "发布时间:2021-03-04 来源:教务处 点击:12",
        "文章来源: 作者: 发布时间:2021年10月07日 点击数: 次",
        "日期:2020-03-02 浏览:412 来源:品管部",
        "最后更新: 2024-01-01 08:30",
        "2019-12-02 14:26 作者:佚名",
        "Last updated 9 months ago",
        "Posted on May 3, 2021",
    ],
)
def test_lines_that_say_when_a_page_was_put_up(line):
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "发布日期:2021-03-04",
        "编制:张三 审核:李四 批准:王五",
        "实施日期:2021年3月4日",
        "来源不明的物品不得带入。",
        "浏览网页的时间不得超过10分钟",
        "The policy was last updated in 2021 and holds until further notice",
    ],
)
def test_lines_of_rules_that_say_no_such_thing(line):
    assert not is_byline(line)


BYLINE = "发布时间:2021-03-04 09:10 来源:教务处 点击:12"


def test_links_end_where_the_page_s_title_stands_over_its_byline():
    page = (
        *("学校公告", "推荐阅读", "大扫除通知[11-24]", "秋游通知[10-12]", "当前位置:首页 > 学校公告 > 心理室"),
        *(
            "心理室预约须知",
            BYLINE,
            "心理室向全校师生开放,每次谈话五十分钟。",
            "我们愿意听你说,",
            "也希望与你的老师一起想办法,",
        ),
        *(
            "除周一至周五外,周六上午也有老师值班,来之前请先预约。",
            "一、预约",
            "1、填表。",
            "2、等候通知。",
            "二、失约",
            "1、提前一天告知。",
        ),
    )
    assert documents(*page) == [("心理室预约须知", (6, 16))]
    assert gone(*page) == [1, 2, 3, 4, 5, 7]


def test_links_under_bylines_of_their_own_are_links():
    page = (
        *("门卫值班制度", BYLINE, "1、来客登记。", "2、夜里锁门。", "3、交接钥匙。", "相关文章", "食堂管理制度"),
        *("发布时间:2020-05-06 来源:后勤处 点击:9", "车辆管理制度", "发布时间:2020-05-07 来源:后勤处 点击:7"),
    )
    assert documents(*page) == [("门卫值班制度", (1, 5))]


ENTRIES = (
    *(
        "(一)车间卫生管理制度",
        "日期:2020-03-02 浏览:412 来源:品管部",
        "车间卫生管理制度",
        "第一条 进车间洗手。",
        "第二条 戴好帽子。",
    ),
    *("下一条:(二)废料处理规定", "(二)废料处理规定", "日期:2020-04-15 浏览:190 来源:品管部", "废料处理规定"),
    *("(1)废料分类投放。", "(2)每天清运。", "上一条:(一)车间卫生管理制度"),
)


def test_a_number_before_the_title_of_a_page_is_no_label():
    result = imported(*ENTRIES)
    assert [document.lines for document in result.documents] == [(1, 5), (7, 11)]
    assert [tree(document.nodes) for document in result.documents] == [
        [("第一条", []), ("第二条", [])],
        [("(1)", []), ("(2)", [])],
    ]


def test_behind_the_foot_of_a_page_a_line_over_a_byline_is_the_next_title():
    one = ("门卫值班制度", BYLINE, "1、来客登记。", "2、夜里锁门。", "上一篇:图书借阅", "下一篇:食堂就餐")
    two = ("生产权限申请", "发布时间:2021-03-05 来源:信息处 点击:8", "1、填写申请单。", "2、部门经理批准。")
    assert [lines for _, lines in documents(*one, *two)] == [(1, 4), (7, 10)]
    # Who writes the next post is no title.
    post = ("老张", "发表于 2020-3-4 12:30:05 只看该作者", "1、谢谢。", "2、顶。")
    assert len(documents(*one, *post)) == 1


def test_short_headings_under_a_title_below_its_byline_are_parts_of_it():
    one = ("员工着装规定", BYLINE, "1、衣着整洁。", "2、佩戴工牌。")
    two = ("考勤管理办法", BYLINE, "1、准时到岗。", "2、请假报备。")
    head = (
        "附件下载:报销单.xls(31KB)",
        "发布人:安环部 发布时间:2024-01-15 08:31 点击:543",
        "防护用品发放标准及使用要求",
    )
    parts = ("一般要求", "· 统一采购。", "· 会检查会佩戴。", "使用要求", "(1)有裂纹的更换。", "(2)闻到气味更换。")
    assert [lines for _, lines in documents(*one, *two, *head, *parts)] == [(1, 4), (5, 8), (11, 17)]


def test_a_title_behind_a_word_of_who_posts_it_begins_a_document():
    one = ("HOUSE RULES", "I. Hours", "A. Be early.", "B. Clock in.", "II. Meals", "A. Sit down.", "B. Half price.")
    post = (
        "Last edited by Pat (2018-10-03 01:41:02)",
        "Posted on 3 October 2018",
        "The next one is taped above the sink.",
    )
    two = ("Kitchen Hygiene Rules", "Hand washing", "(1) Wash for 20 seconds.", "(2) The sink is for hands only.")
    assert [lines[0] for _, lines in documents(*one, *post, *two)][-1] == 11


def test_a_title_between_two_copies_of_another_is_the_document_s():
    page = ("园所各岗工作职责", "", "保育老师工作职责", "", "园所各岗工作职责", "", "一、爱护幼儿。", "二、保持清洁。")
    assert documents(*page) == [("保育老师工作职责", (3, 8))]


def test_a_preface_between_byline_and_title_belongs_to_the_page():
    page = (
        "首页 > 制度 > 客服",
        "客服管理制度",
        BYLINE,
        "下面是小编为大家整理的客服管理制度,供大家参考。",
        "客服管理制度",
    )
    assert documents(*page, "第一条 铃响三声内接听。", "第二条 不争辩。") == [("客服管理制度", (5, 7))]
    # Without one the first is the document's, as it is printed.
    assert documents(*page[:3], *page[4:], "第一条 铃响三声内接听。", "第二条 不争辩。") == [("客服管理制度", (2, 6))]


SIGNED = ("各科室:", "现印发给你们,请认真贯彻执行。", "某镇办公室", "2020年3月3日")
RULES = ("第一条 来访登记。", "第二条 夜间锁门。")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (("关于印发《门卫值班办法》的通知",), "门卫值班办法"),
        (("关于印发某镇机关后勤", "门卫值班办法的通知"), "门卫值班办法"),
        (("某镇关于印发《门卫值班办法》的通知", BYLINE), "某镇门卫值班办法"),
    ],
)
def test_a_notice_ends_where_the_rules_it_enacts_begin(head, title):
    first = len(head) + len(SIGNED)
    found = imported(*head, *SIGNED, title, *RULES).documents
    assert [document.lines for document in found] == [(1, first), (first + 1, first + 3)]


def test_a_notice_that_hands_out_nothing_is_one_document():
    page = (
        "关于加强门卫值班的通知",
        "各科室:",
        "为加强管理,现就门卫值班通知如下:",
        "一、来访登记",
        "1、登记姓名。",
        "2、登记时间。",
    )
    assert len(documents(*page)) == 1


MENU = (
    "· 房间介绍",
    "· 01. 场地使用规约",
    "· 02. 付款方式",
    "· 03. 会员礼仪规范",
    "· 设施介绍",
    "· 01. 会议室",
    "· 02. 冰箱",
)


def test_a_menu_that_names_the_page_goes():
    page = (*MENU, "Powered by GitBook", "03. 会员礼仪规范", "Last updated 9 months ago")
    rules = ("请保持环境整洁,离开时带走垃圾。", "1. 勿占座位。", "2. 轻声说话。")
    assert gone(*page, *rules) == [1, 2, 3, 4, 5, 6, 7, 8, 10]
    # A list that names nothing of what is below is the document's own.
    other = [line for line in MENU if "会员" not in line]
    assert gone(*other, "Powered by GitBook", "会员礼仪规范", *rules) == [7]


def test_names_of_a_site_s_parts_over_its_path_go_and_a_cover_s_stay():
    page = ("党政办", "教学处", "总务处", "安全处", "高一", "当前位置:首页 > 学校公告", "值班制度", BYLINE)
    assert gone(*page, "1、来客登记。", "2、夜里锁门。") == [1, 2, 3, 4, 5, 6, 8]


def test_a_preview_of_the_text_in_one_line_goes():
    rules = (
        "第一章",
        "总则",
        "第一条",
        "为进一步加强考勤管理,改进工作作风,提高工作效率,根据公司实际制定本办法。",
        "第二条",
    )
    rules = (*rules, "本办法适用于公司所属各部门,由综合部负责解释和修订,各部门配合执行。")
    said = "".join(rules).replace(",", "，")
    page = ("员工考勤管理办法", "日期:2021-05-28 类别:范文 编辑:某范文网", f"员工考勤管理办法 本文简介:{said}")
    assert gone(*page, "员工考勤管理办法", *rules) == [2, 3, 4]
    # What is said otherwise below is no preview.
    assert 3 not in gone(*page[:2], said + "违反的扣发奖金，情节严重的解除合同。", "员工考勤管理办法", *rules)


def test_a_rule_that_two_documents_have_is_no_preview():
    rule = "第二条 门卫须做到:(1)来客登记姓名、单位、时间和来访事由,(2)夜间每两小时巡查一次并在登记簿上签名,(3)交接班时清点钥匙和器材,当面交清。"
    one = ("门卫值班制度", "第一条 轮班值守。", rule, "第三条 即日起施行。")
    two = ("仓库值班制度", "第一条 每日清点。", rule, "第三条 即日起施行。")
    assert gone(*one, *two) == []


def test_a_list_right_under_a_short_heading_is_below_it():
    rows = ("四、仓储", "1、收货", "按单收货。", "2、出库", "A.成品入库", "按入库单。", "B.成品出货", "按出货单。")
    assert tree(imported("仓库制度", *rows).documents[0].nodes) == [
        ("四、", [("1、", []), ("2、", [("A.", []), ("B.", [])])])
    ]


def test_a_list_under_the_title_of_rules_is_theirs_whatever_its_signs():
    rows = ("1、浴室管理制度", "为加强管理,特制定本制度。", "一、凭卡入室。", "二、不得占位。")
    assert tree(imported("浴室管理制度 篇2", *rows).documents[0].nodes) == [("1、", [("一、", []), ("二、", [])])]


def test_a_number_of_an_outline_said_twice_stays_below_its_heading():
    rows = (
        "6. 穿校服。",
        "7. 校门开放",
        "7.1 早上七时开门。",
        "7.2 中午不开。",
        "7.2.下午四时开门。",
        "7.3 晚上锁门。",
    )
    nodes = imported("校门规定", *rows).documents[0].nodes
    assert [len(node.children) for node in nodes if node.label] == [0, 4]


def test_small_letters_with_a_colon_count():
    rows = (
        "(1)西服类",
        "a:适用范围:正职人员。",
        "b:着装时间:周一至周五。",
        "(2)短袖",
        "a:适用范围:其他人员。",
        "b:颜色统一。",
    )
    assert tree(imported("着装规范", *rows).documents[0].nodes) == [
        ("(1)", [("a:", []), ("b:", [])]),
        ("(2)", [("a:", []), ("b:", [])]),
    ]
