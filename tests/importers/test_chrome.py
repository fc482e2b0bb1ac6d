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
        ("ENG | 繁 | 简", "site-chrome"),
        ("本页面已被访问过 731 次。", "site-chrome"),
        ("會員登入　加入會員　購物車(0)", "site-chrome"),
        ("此邮件仅供收件人使用，误收请删除。", "site-chrome"),
        ("【广告】考勤机批发 厂家直供", "advertisement"),
        ("评论 (17)", "comments"),
        ("3 Comments", "comments"),
        ("往期精选", "teaser"),
        ("Popular posts", "teaser"),
        ("抄送：工会、各分公司。", "page-footer"),
        ("-- 2 --", "page-footer"),
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
        ("楼主 发表于 2021-3-4 09:12 | 只看该作者", "site-chrome"),
        ("您需要登录后才可以回帖", "site-chrome"),
        ("收藏 3　点赞 12　回复　举报", "site-chrome"),
        ("[打印本页]　[关闭窗口]", "site-chrome"),
        ("返回顶部", "site-chrome"),
        ("▼廣告　請繼續往下閱讀▼", "site-chrome"),
        ("Powered by SomeWiki　|　Help", "site-chrome"),
        ("Was this page helpful? Yes No", "site-chrome"),
        ("Home / Staff / Policies", "site-chrome"),
        ("© 2024 某某网", "site-chrome"),
        ("前台管理制度 - 范文 - 某某资料库", "site-chrome"),
        ("[图片]", "site-chrome"),
        ("[[File:map.png|thumb|车位图]]", "site-chrome"),
        ("回頁頂", "site-chrome"),
        ("物業管理 Powered by 某某管家", "site-chrome"),
        ("Please consider the environment before printing.", "site-chrome"),
        ("前台管理制度 我要投稿", "site-chrome"),
        ("推荐访问：管理制度 前台", "site-chrome"),
        ("最后编辑于 2023-04-05", "site-chrome"),
        ("1: 本站所有资源均由网友上传。", "site-chrome"),
        ("[page]", "page-footer"),
        ("附件下载：排班表.xlsx（23KB）", "download-prompt"),
        ("Get the editable Word version →", "download-prompt"),
        ("部分文档仅可预览前几页", "download-prompt"),
        ("本频道最新：门卫制度 | 档案制度", "teaser"),
        ("相关资料下载", "teaser"),
        ("About the author", "teaser"),
        ("以上就是今天的分享", "template-preface"),
        ("【前台管理制度】相关文章：", "teaser"),
        ("看过本文的人还看了", "teaser"),
        ("前台制度 QT-01　Page 2 / 3", "page-footer"),
        ("第 4 页（共 4 页）", "page-footer"),
        ("。", "stray-mark"),
        ("~~~~~~~~~~", "stray-mark"),
        ("幸福社区管理委员会官网", "site-chrome"),
        ("首页｜公告｜住户服务｜常见问题", "site-chrome"),
        ("看了《前台管理制度》的人还看了：", "teaser"),
        ("看更多范例｜回上一页", "teaser"),
        ("Get all four templates as PDF", "download-prompt"),
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
        "登录后方可操作收银系统。",
        "更多内容见附件2。",
        "阅读全部制度后签字。",
        "客户点赞一次奖励10元。",
        "引导客户扫码，用微信付款。",
        "我司对此不负法律责任。",
        "参考资料：《劳动合同法》",
        "相关资料由行政部存档。",
        "客户可能需要帮助的，主动上前询问。",
        "“您可能需要提供身份证。”",
        "标签：写明品名和日期。",
        "★★★★★客房每日更换布草。",
        "公司主页/公众号的内容由市场部发布",
        "文件编号：XZ-01　版本：A/2　生效日期：2024-05-01",
        "编制：行政部　审核：人力资源部　批准：总经理",
        "申请 > 审批 > 发放",
        "See also: Travel Policy",
        "Vehicles powered by batteries are charged outside.",
        "网友评论由客服专员在一天内回复。",
        "广告位的租金每季度交一次。",
        "发件人：由前台登记姓名和电话",
        "时间：2024年6月14日（周五）14:00",
        "经理\t9,500\t10,500\t11,500\t12,500\t13,500",
        "范例\t同意办理\t业务部\t5/31",
        "内部资料借阅须登记。",
        "本邮箱只用于工作。",
        "Get the full uniform from the laundry.",
        "Agents answer with our templates only.",
        "更新日期：2022年10月3日",
        "电脑须安装 Office 软件。",
        "问：合同模板在哪里下载？",
        "本文档内容属公司机密，不得外传。",
        "本站文件由站长保管。",
        "建议每日浏览公告。",
        "打印前想想环保。",
        "献花：迎宾两名。",
        "本月推荐：红烧肉。",
        "2024-03-02 10:27 开始巡查",
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


def test_rows_of_short_names_are_links_unless_they_are_rows_of_a_table():
    row = "早班|大门|车库|仓库|门卫"
    alone = imported("巡查制度", "第一条 每班巡查。", row, "第二条 每班登记。")
    assert [item.reason for item in alone.discarded] == ["link-farm"]
    table = imported("巡查制度", "第一条 每班按下表巡查。", row, "晚班|大门|车库|机房|保安", "第二条 每班登记。")
    assert table.discarded == ()


def test_a_file_that_is_all_furniture_is_kept_whole():
    result = imported("点击下载此文档", "版权声明：本文由网友上传，如有侵权请联系删除")
    assert result.discarded == ()
    assert result.documents


def test_contents_with_page_numbers_go():
    result = imported(
        "前台管理制度",
        "目录",
        "第一章 接待....1",
        "第二章 电话....3",
        "第一章 接待",
        "第一条 起身。",
        "第二章 电话",
        "第二条 响三声内接。",
    )
    assert [(item.lines, item.reason) for item in result.discarded] == [((2, 4), "table-of-contents")]


def test_a_form_to_fill_in_is_no_table_of_contents():
    result = imported("登记规定", "第一条 按下表填写。", "姓名：________ 12", "第二条 当日上交。")
    assert not result.discarded


def test_a_line_with_a_growing_page_number_goes_wherever_it_stands():
    lines = ["资产制度", *(f"第{n}条 资产管理员每季度盘点一次。" for n in "一二三四五六七八九")]
    for number, place in ((3, 5), (2, 3), (1, 1)):
        lines.insert(place, f"行政部  ZC-003  {number}")
    assert not imported(*lines).discarded  # so close to each other: a table, not a page
    apart = [piece for line in lines for piece in ((line,) if "ZC" in line else (line, "按时完成。"))]
    assert {item.reason for item in imported(*apart).discarded} == {"page-footer"}


def test_what_stands_under_related_articles_goes_up_to_the_next_document():
    result = imported(
        "宠物规定", "第一条 须登记。", "第二条 须牵绳。", "相关文章：", "1. 停车规定", "2. 装修规定",
        "电梯规定", "第一条 先出后进。", "第二条 不得超载。",
    )  # fmt: skip
    assert [document.title for document in result.documents] == ["宠物规定", "电梯规定"]
    assert {item.reason for item in result.discarded} == {"teaser"}


def test_what_an_advertisement_announces_goes_with_it_but_no_rule():
    result = imported(
        "前台管理制度", "第一条 按时到岗。", "=== 赞助商链接 ===", "封口膜批发 量大可议", "第二条 不得无人。"
    )
    assert [(item.lines, item.reason) for item in result.discarded] == [((3, 4), "advertisement")]
    spared = imported("前台管理制度", "第一条 按时到岗。", "—— 广告 ——", "第二条 不得无人。")
    assert [(item.lines, item.reason) for item in spared.discarded] == [((3, 3), "advertisement")]


def test_comments_go_to_the_end():
    result = imported(
        "前台管理制度", "第一条 按时到岗。", "第二条 不得无人。", "评论 (2)", "1F 路过：感谢分享", "2F 小林：收藏了"
    )
    assert [(item.lines, item.reason) for item in result.discarded] == [((4, 6), "comments")]


def test_the_head_and_the_signature_of_a_mail_go():
    result = imported(
        "发件人：行政部", "收件人：全体", "主题：前台管理制度", "前台管理制度", "第一条 按时到岗。", "第二条 不得无人。",
        "--", "行政部 分机 8123",
    )  # fmt: skip
    assert [(item.lines, item.reason) for item in result.discarded] == [((1, 3), "mail-head"), ((7, 8), "mail-head")]


@pytest.mark.parametrize("last", [("行政部 小陈", "内线 8021"), ("谢谢！", "小陈"), ("Best regards,", "Lin Chen")])
def test_who_sent_the_mail_is_no_rule(last):
    head = "发件人：行政部", "收件人：全体", "主题：两项规定"
    result = imported(*head, "前台管理制度", "第一条 按时到岗。", "第二条 不得无人。", *last)
    assert [item.lines for item in result.discarded] == [(1, 3), (7, 8)]
    # Without the head of a mail the same lines may be anything.
    assert imported("前台管理制度", "第一条 按时到岗。", "第二条 不得无人。", *last).discarded == ()


def test_nods_in_a_group_chat_go_and_what_is_said_there_stays():
    chat = ["2024-03-02 10:25 东一店：收到", "2024-03-02 10:26 西二店：好的"]
    result = imported("巡店办法", "第一条 每周三家。", "第二条 当天反馈。", *chat)
    assert [(item.lines, item.reason) for item in result.discarded] == [((4, 5), "chat")]
    said = "2024-03-02 10:27 总部：第三条 评分低于八十分的，三日内整改。"
    assert imported("巡店办法", "第一条 每周三家。", "第二条 当天反馈。", said).discarded == ()


def test_whose_rules_they_are_and_who_signs_is_no_running_head():
    one = ["宏达物业服务公司", "{}", "第一条 按时到岗。", "第二条 不得无人。", "宏达物业服务公司", "2021年6月1日"]
    lines = [line.format(title) for title in ("前台管理制度", "车辆管理办法", "钥匙管理规定") for line in one]
    assert imported(*lines).discarded == ()
    # Under each of the headings the same word is a heading too.
    parts = ["Purpose", "To be fair.", "Purpose", "To be safe.", "Purpose", "To be clean."]
    rules = [
        line
        for number, two in enumerate(zip(parts[::2], parts[1::2], strict=True), 1)
        for line in (f"{number}.0 PART", *two)
    ]
    assert imported("Rules of the House", *rules).discarded == ()


@pytest.mark.parametrize("below", ["第三条 交接。", "1. 交接。"])
def test_rules_under_two_hyphens_are_no_signature(below):
    result = imported("前台管理制度", "第一条 按时到岗。", "第二条 不得无人。", "--", below)
    assert all(item.lines == (4, 4) for item in result.discarded)


def test_a_page_number_in_words_behind_the_title_goes():
    result = imported("屋苑住户守则", "1. 不得喧哗。", "屋苑住户守则　　第二页", "2. 不得堆物。")
    assert [(item.lines, item.reason) for item in result.discarded] == [((3, 3), "page-footer")]


def test_the_first_of_what_pages_repeat_is_the_number_of_the_document():
    line = "Q/RQ-KF-012"
    result = imported(
        line, "燃气作业规范", "1 范围", "本规范适用于入户。", line, "2 人员", "持证。", line, "3 附则", line
    )
    assert [item.lines for item in result.discarded] == [(5, 5), (8, 8), (10, 10)]


@pytest.mark.parametrize("head", ["目录", "[Table of Contents]", "目录 [隐藏]", "文章目录", "本文导航"])
def test_contents_may_number_their_lines_in_another_way(head):
    result = imported(
        "质量标准", head, "1.0 总体概述 ........ p.1", "2.0 沟通渠道 ........ p.4",
        "1. 总体概述", "1.1 目标明确。", "2. 沟通渠道", "2.1 热线。",
    )  # fmt: skip
    assert [(item.lines, item.reason) for item in result.discarded] == [((2, 4), "table-of-contents")]


def test_a_head_beside_page_numbers_goes_from_the_first_page_on_where_a_title_follows():
    def page(number):
        return [f"{number}.1 Ask early.", f"{number}.2 Sign.", f"Page {number}", "House Manual        Issue 3"]

    pages = [line for number in (1, 2, 3) for line in page(number)]
    result = imported("House Manual        Issue 3", "RULES FOR ALL STAFF", *pages, "4.1 The end.")
    assert [document.title for document in result.documents] == ["RULES FOR ALL STAFF"]
    assert result.discarded[0].lines == (1, 1)
    assert {line for item in result.discarded for line in range(item.lines[0], item.lines[1] + 1)} == {
        1, *(line for number in (1, 2, 3) for line in (1 + 4 * number, 2 + 4 * number))
    }  # fmt: skip


def test_names_above_what_is_said_in_a_chat_go_with_the_nods_and_no_timetable_does():
    chat = [
        "队长 20:05",
        "刚开完会，说几条",
        "队长 20:06",
        "门岗值勤要求",
        "1. 立岗。",
        "2. 登记。",
        "小马 20:09",
        "收到",
    ]
    result = imported(*chat)
    assert [(item.lines, item.reason) for item in result.discarded] == [((1, 3), "chat"), ((7, 8), "chat")]
    assert [document.lines for document in result.documents] == [(4, 6)]
    timetable = ["起床 6:30", "熄灯 23:00", "早餐 7:00", "午餐 12:00"]
    assert imported("宿舍规定", "第一条 按时作息。", "第二条 作息时间", *timetable).discarded == ()


def test_a_remark_that_counts_among_comments_is_a_comment_and_titled_rules_are_not():
    rules = ["车库管理规定", "一、凭卡进出。", "二、限速五公里。"]
    remark = ["3楼 新人 发表于 2021-11-4 08:15", "1、求电动车的", "2、求装修的"]
    assert [d.lines for d in imported(*rules, "2楼 小李 发表于 2021-11-3 10:02", "谢谢", *remark).documents] == [(1, 3)]
    more = ["3楼 新人 发表于 2021-11-4 08:15", "电动车管理规定", "1、停入车棚。", "2、不得进楼。"]
    assert [d.lines for d in imported(*rules, *more).documents] == [(1, 3), (5, 7)]


def test_questions_about_the_samples_of_a_site_go_and_a_company_s_own_stay():
    rules = ["1. Stamps are locked away.", "2. Two people sign."]
    asked = ["Frequently asked questions", "Q: May I sell these samples?", "A: No."]
    result = imported("2 Free Sample Policies", "Stamp Policy", *rules, *asked)
    assert [document.lines for document in result.documents] == [(2, 4)]
    assert imported("Stamp Policy", *rules, "Frequently asked questions", "Q: Who signs?", "A: Two.").discarded == ()


def test_titles_of_what_a_page_holds_in_a_row_are_no_title():
    one, two = (
        ("收银管理制度", "一、唱收唱付。", "二、日清日结。"),
        ("库房管理制度", "一、先进先出。", "二、每月盘点。"),
    )
    result = imported(*one, "收银管理制度 库房管理制度", *two)
    assert [document.lines for document in result.documents] == [(1, 3), (5, 7)]


def test_the_line_a_file_is_fetched_from_is_no_rule():
    rules = ["用车规定", "第一条 用车须登记。", "第二条 还车须加油。"]
    result = imported(*rules, "附件：派车单.xlsx（下载次数：12）")
    assert [(item.lines, item.reason) for item in result.discarded] == [((4, 4), "download-prompt")]
    assert imported(*rules, "附件：派车单").discarded == ()
