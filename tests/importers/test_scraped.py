"""Whole pages as scrapers bring them home: heads of document libraries, contents, collections, boards; documents and what goes."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text, outline_json

LIBRARY = """保洁岗位职责.docxVIP
  • 12
  • 0
  • 约1.8千字
  • 约 6页
  • 2024-03-05 发布于湖北
  • 举报
保洁岗位职责
一、每日清扫大厅两次。
二、垃圾随满随清。
"""
FIELDS = """门卫值班办法.docx
- 文档编号:30571122
- 上传时间:2024-01-09
- 格式:DOCX
- 页数:4
- 大小:21.4KB
资源描述
《门卫值班办法.docx》由会员分享，可在线阅读，更多相关《门卫值班办法.docx（4页珍藏版）》请在某某网上搜索。
门卫值班办法
一、门卫轮班值守。
二、来客登记后放行。
"""
COVER = """Harbour Cleaning Co. Ltd.
Employee Handbook
Policies • Procedures • Safety
Edition 2024
WELCOME
We are glad that you have joined us.
This book tells you how we work and what we expect.
Keep it where you can find it.
Read it before your first shift.
Ask the office when a page is not clear.
Changes are sent by post.
Yours,
The Managers
TABLE OF CONTENTS
Section 1 – Working Hours
Section 2 – Workers’ Compensation and Insurance Claims
Section 3 – Return of Keys, Cards and Other Property
Section 1 – Working Hours
Hours are posted on Friday.
Section 2 – Workers’ Compensation and Insurance Claims
Report an injury on the same day.
"""
TITLES = """江边宾馆内部管理制度
江边宾馆内部管理制度
宾馆总录
1、用章管理规定
2、车辆使用规定
3、来访接待办法
4、钥匙保管制度
江边宾馆用章管理规定
1、印章由办公室保管。
2、用章须登记。
"""
CHAPTERS = """工作守则
第 一 章 总则
第 二 章 出勤
第 三 章 奖惩
中华民国○○年○○月○○日公布
第 一 章 总则
第 一 条 本守则适用于全体员工。
第 二 条 员工应准时到班。
"""
ENTRY = """食堂安全制度(精选)
食堂安全制度1
厨师健康检查制度
1、上岗前体检。
2、每年复查一次。
餐具消毒制度
1、餐具每餐消毒。
2、消毒后密闭存放。
"""
MENU = """某某公会
回首页 联络我们
公会简介
会所使用办法
图书室
网站地图 联络我们
活动花絮
会所使用办法
民国九十一年三月四日理事会通过
一、会所供会员开会之用。
二、使用前须登记。
"""
PAGES = """库房巡查制度
1
文档仅供参考
第一条 库房每日巡查。
第二条 门窗随手关好。
第三条 钥匙由专人保管。
第四条 物料分类堆放。
第五条 通道保持畅通。
第六条 严禁烟火。
第七条 夜间加巡一次。
第八条 巡查须签名。
第九条 异常立即上报。
第十条 每周小结一次。
2
第十一条 本制度自公布之日起执行。
"""
PREVIEW = """化验室守则.docx
下载 相关 举报
《化验室守则.docx》由会员分享，可在线阅读，更多相关《化验室守则.docx（2页珍藏版）》请在某某网上搜索。
1、化验室守则第一条进入化验室须穿工作服。第二条药品用后放回原处，不得带
2、出化验室。第三条离开前关闭水电。
"""
NAME_LEFT_OUT = """○○大楼停车规则
一○九年住户大会通过
第一条 车辆须登记。
第二条 不得占用他人车位。
"""
ORDERED = """粉刷工程约定
一、工程地点：
二、付款办法
第三条：质量要求
1、墙面平整。
2、颜色均匀。
第四条：双方责任
1、甲方提供场地。
"""


BOARD = """停车管理办法_范本
发起人 阿明 2012-05-06 10:11:12 IP:10.20.30.***
第一条 车辆凭证停放。
第二条 不得占用他人车位。
"""
MENU_OF_NAMES = """文档详情
· 12 阅读
· 3 下载
收藏
分享
立即下载
钥匙保管规定
一、钥匙由专人保管。
二、借用须登记。
"""
COUNTED_MENU = """1. 首页
2. 制度
3. 正文
关于我们 | 联系我们
钥匙保管规定
一、钥匙由专人保管。
二、借用须登记。
"""
FIGURES = """下载
钥匙保管规定
3.0
2023-05-06
10
5页
25.00 KB
5积分
钥匙保管规定
一、钥匙由专人保管。
二、借用须登记。
"""
ENTRIES = """旅店管理制度 篇1
1、准时到岗。
2、衣着整洁。
旅店管理制度 篇2
员工应当准时到岗，有事提前请假。
违反规定的，第一次警告，第二次罚款。
旅店管理制度 篇3
1、爱护公物。
2、节约用水。
"""
ANNOUNCED = """旅店管理制度(精选2篇)
1.旅店卫生制度
1、每日清扫。
2、垃圾日清。
2.旅店安全制度
1、夜间巡查。
2、通道畅通。
"""
FULLER = """导航 最新文章
青山公司差旅报销办法
编辑:小王 2023-05-09 浏览:12
差旅报销办法
一、出差须审批。
二、凭票报销。
"""
UNNUMBERED = """值班制度
1、按表值班。
2、交接签名。
来访接待制度
来访人员应当在前台登记，由接待人员陪同。
接待人员应当核对证件，离开时收回访客牌。
车辆使用管理办法
（一）用车须申请。
（二）回场登记里程。
"""
HANDBOOK = """Staff Handbook – Lakeside Café
Hello and welcome!
Uniform policy
Black trousers and a white shirt. Aprons are provided.
Phone policy
No phones on the floor.
Hygiene policy
1. Wash your hands.
2. Label all food.
Till policy
1. Count the float.
2. No refunds without the manager.
"""
PREFACED = """员工宿舍管理规定(通用2篇)
发布时间:2023-05-06 来源:网络
在日新月异的社会中，制度使用的频率越来越高。以下是为大家收集的员工宿舍管理规定，仅供参考，欢迎大家阅读。
员工宿舍管理规定 第1篇
1、轮流打扫。
2、不留外人。
员工宿舍管理规定 第2篇
1、按时熄灯。
2、节约用电。
"""
COUNTER = """版权申诉 举报
来访登记办法第一条来访须登记。
第二条出示证件。
来访登记办法全文共4页，当前为第1页。
第三条由专人陪同。
"""
STEPS = """Quiet Hours Guide
This guide says how guests keep the peace.
Guests read it when they arrive.
Steps (House Rules)
1. No music after ten.
2. No parties.
"""
QUESTION = """旅店规章制度
Ⅰ 关于旅店前台的管理制度有没有
一、考勤
1、准时上班。
2、请假须批准。
二、仪容
1、穿工作服。
"""


def documents(text):
    return [(d.title, d.lines) for d in import_text(text.encode(), "page.txt").documents]


EXPECTED = {
    "library": (LIBRARY, [("保洁岗位职责", (8, 10))]),
    "fields": (FIELDS, [("门卫值班办法", (9, 11))]),
    "cover": (COVER, [("Employee Handbook", (1, 21))]),
    "titles": (TITLES, [("江边宾馆用章管理规定", (8, 10))]),
    "chapters": (CHAPTERS, [("工作守则", (1, 8))]),
    "entry": (ENTRY, [("厨师健康检查制度", (3, 5)), ("餐具消毒制度", (6, 8))]),
    "menu": (MENU, [("会所使用办法", (8, 11))]),
    "pages": (PAGES, [("库房巡查制度", (1, 15))]),
    "preview": (PREVIEW, [("化验室守则", (4, 5))]),
    "board": (BOARD, [("停车管理办法_范本", (1, 4))]),
    "steps": (STEPS, [("Quiet Hours Guide", (1, 6))]),
    "menu-of-names": (MENU_OF_NAMES, [("钥匙保管规定", (7, 9))]),
    "counted-menu": (COUNTED_MENU, [("钥匙保管规定", (5, 7))]),
    "figures": (FIGURES, [("钥匙保管规定", (9, 11))]),
    "entries": (ENTRIES, [("旅店管理制度 篇1", (1, 3)), ("旅店管理制度 篇2", (4, 6)), ("旅店管理制度 篇3", (7, 9))]),
    "announced": (ANNOUNCED, [("1.旅店卫生制度", (2, 4)), ("2.旅店安全制度", (5, 7))]),
    "fuller": (FULLER, [("青山公司差旅报销办法", (2, 6))]),
    "unnumbered": (UNNUMBERED, [("值班制度", (1, 3)), ("来访接待制度", (4, 6)), ("车辆使用管理办法", (7, 9))]),
    "handbook": (HANDBOOK, [("Staff Handbook – Lakeside Café", (1, 12))]),
    "prefaced": (PREFACED, [("员工宿舍管理规定 第1篇", (4, 6)), ("员工宿舍管理规定 第2篇", (7, 9))]),
    "counter": (COUNTER, [("来访登记办法", (2, 5))]),
    "name-left-out": (NAME_LEFT_OUT, [("○○大楼停车规则", (1, 4))]),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_documents_of_a_page(name):
    text, expected = EXPECTED[name]
    assert documents(text) == expected


def labels(text):
    """Return depth and label of every node that has one."""

    def walk(nodes, depth):
        for node in nodes:
            yield from [(depth, node["label"])] if node["label"] else []
            yield from walk(node["children"], depth + 1)

    return [
        row for d in outline_json(import_text(text.encode(), "page.txt"))["documents"] for row in walk(d["nodes"], 0)
    ]


def test_contents_are_no_rules():
    assert labels(COVER) == [(0, "Section 1"), (0, "Section 2")]
    assert labels(CHAPTERS) == [(0, "第 一 章"), (1, "第 一 条"), (1, "第 二 条")]


def test_an_article_counts_on_from_a_list():
    assert labels(ORDERED) == [
        (0, "一、"),
        (0, "二、"),
        (0, "第三条"),
        (1, "1、"),
        (1, "2、"),
        (0, "第四条"),
        (1, "1、"),
    ]


def test_articles_that_run_on_through_headings_stay_below_them():
    text = "值班办法\n一、总则\n第一条 值班以保障安全为目的。\n第二条 值班表每月公布。\n二、交接\n第三条 交接须签名。\n"
    assert labels(text) == [(0, "一、"), (1, "第一条"), (1, "第二条"), (0, "二、"), (1, "第三条")]


def test_the_question_over_an_answer_is_no_heading():
    assert labels(QUESTION) == [(0, "一、"), (1, "1、"), (1, "2、"), (0, "二、"), (1, "1、")]


def gone(text):
    """Return the lines of which something was taken away that is no layout."""
    found = [
        item for item in import_text(text.encode(), "page.txt").discarded if item.reason not in ("layout", "separator")
    ]
    return {line for item in found for line in range(item.lines[0], item.lines[1] + 1)}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Visitor Rules\nVISITOR RULES\n1. Sign in.\n2. Wear the badge.\n", {2}),
        ("司机守则(最新司机管理守则)\n司机守则\n1、出车前检查车辆。\n2、不得酒后开车。\n", {2}),
        # the title is the subject of a sentence
        ("Visitor Rules\nVisitor Rules apply to all guests.\n1. Sign in.\n2. Wear the badge.\n", set()),
        ("司机守则\n司机守则适用于所有驾驶员。\n1、出车前检查车辆。\n2、不得酒后开车。\n", set()),
        # what somebody is to say breaks off, and is no teaser
        ("接待用语\n一、问候\n*“您好！”\n*“请您……\n", set()),
        # who keeps a document, and since when
        ("# 值班手册\n## 一、交接\n1. 签字。\n2. 清点。\n\n*文档维护：安保部 · 最后更新：2024-05-06*\n", set()),
        # whose rules they are is said once
        (FULLER, {1, 3, 4}),
        (COUNTER, {1, 4}),
        # contents that count in another way than the rules
        ("值班手册\n目录\n一、总则\n二、排班\n三、交接\n第一章 总则\n第一条 值班保障安全。\n第二条 值班须签到。\n", {2, 3, 4, 5}),
        # the first line of a file is its title, whatever stands between it and its copy
        ("门卫守则\n合集下载\n门卫守则\n一、按时交接。\n二、来客登记。\n", {2, 3}),
    ],
)  # fmt: skip
def test_what_goes_from_the_head_and_the_end(text, lines):
    assert gone(text) == lines


def test_page_numbers_of_a_preview_are_no_labels():
    assert labels(PREVIEW) == [(0, "第一条"), (0, "第二条"), (0, "第三条")]
    rules = "《值班办法.docx》由会员分享，可在线阅读。\n值班办法\n1、值班须签到。\n2、交接须清楚。\n"
    assert labels(rules) == [(0, "1、"), (0, "2、")]


def test_page_numbers_alone_in_their_lines_go():
    found = import_text(PAGES.encode(), "page.txt").discarded
    assert {line for item in found for line in range(item.lines[0], item.lines[1] + 1)} == {2, 3, 14}


def test_a_list_given_twice_is_no_table_of_contents():
    text = "急救箱清点\n1、纱布\n2、胶布\n3、剪刀\n二楼\n1、纱布\n2、胶布\n3、剪刀\n"
    assert [label for _, label in labels(text)] == ["1、", "2、", "3、"] * 2


@pytest.mark.parametrize("sign", ["· ", "• ", "- "])
def test_a_step_among_steps_stays_whatever_it_speaks_of(sign):
    steps = ("申请人登录网上平台。", "点击下载模板", "部门经理审批。", "人事专员存档。")
    found = import_text("\n".join(["用车申请规定", *(sign + step for step in steps)]).encode(), "page.txt")
    assert not found.discarded


def test_what_the_editor_of_a_page_says_goes_whatever_duties_it_speaks_of():
    text = (
        "一、考勤制度篇一\n"
        "制度一经颁布，应人人遵守。那么应如何拟定制度呢？下面是小编为大家整理的考勤制度，欢迎阅读。\n1.按时打卡。\n2.请假须批准。\n"
    )
    found = import_text(text.encode(), "page.txt").discarded
    assert [item.lines for item in found if item.reason != "layout"] == [(2, 2)]
