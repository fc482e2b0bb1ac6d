"""What the lines around a line decide: lists, what stands behind a page's own lines, letters, heads of documents that look alike."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text


def imported(*lines):
    return import_text("\n".join(lines).encode(), "rules.txt")


def gone(*lines):
    return {number for item in imported(*lines).discarded for number in range(item.lines[0], item.lines[1] + 1)}


def titles(*lines):
    return [document.title for document in imported(*lines).documents]


RULES = ("仓库管理制度", "第一条 仓管员每日清点库存。", "第二条 物料按类别分区存放。", "第三条 领料须凭领料单。")


@pytest.mark.parametrize(
    "steps",
    [
        ("1、登录网站。", "2、点击下载模板，填写后上传。", "3、打印回执。"),
        ("（一）关注公众号", "（二）扫码注册会员", "（三）领取工牌"),
        ("1. Log in.", "2. Download as PDF", "3. Hand it to the clerk."),
        ("① 首页 > 申请 > 提交", "② 主管审批", "③ 打印归档"),
        ("a) Share this page", "b) write the name of the client", "c) tell the office"),
    ],
)
def test_an_item_among_items_that_are_rules_stays(steps):
    assert not gone("网站管理制度" if not steps[0].isascii() else "Website Rules", *steps)


@pytest.mark.parametrize(
    "terms",
    [
        (
            "1. 本站所有资源均由网友上传。",
            "2. 如有侵权请联系客服删除。",
            "3. 下载前请先预览。",
            "4. 本站不保证资料的完整性。",
        ),
        ("1、本站的文档仅供网友学习交流。", "2、本站不承担任何责任。", "3、版权归原作者所有。"),
        (
            "1: 本站所有资源如无特殊说明，都需要本地电脑打开。",
            "2: 文件的所有权益归上传用户所有。",
            "3: 未经权益所有人同意，禁止转载。",
        ),
    ],
)
def test_a_list_of_a_site_s_own_goes_as_a_whole(terms):
    assert gone(*RULES, *terms) == set(range(5, 5 + len(terms)))


@pytest.mark.parametrize(
    "page",
    [
        ("上一篇：出差制度", "某某资料小站", "人事一点通", "版权所有 © 某某网"),
        ("评论 (3)", "踏雪无痕", "收藏了", "发表评论"),
        ("相关推荐", "门店陈列要领", "导购三十招", "下一页"),
        ("【打印】【关闭】", "某某信息中心", "主办单位：某某协会　承办单位：某某信息中心", "网站地图"),
        ("点击查看更多范文", "人气小编 · 阿橙", "粉丝 1.2 万", "关注公众号，回复“制度”领取全套资料"),
        ("Was this helpful? Yes No", "Pat Example", "Facilities, second floor hub", "Privacy | Terms | Cookies"),
    ],
)
def test_names_among_a_page_s_own_lines_go_with_them(page):
    assert gone(*RULES, *page) == set(range(5, 5 + len(page)))


@pytest.mark.parametrize(
    "own",
    [
        ("行政部", "2023年5月8日"),
        ("附件：领料单",),
        ("本制度由仓储部负责解释。", "自发布之日起施行。"),
        ("品名　单位　安全库存", "手套　双　200", "口罩　只　500"),
        ("相关表单：", "《领料单》", "《盘点表》", "《报废单》"),
        ("严格管理，账实相符", "仓储部 王某"),
    ],
)
def test_the_end_of_a_document_stays_over_a_page_s_own_lines(own):
    page = ("上一篇：出差制度", "相关推荐", "车辆管理制度", "版权所有 © 某某网")
    assert gone(*RULES, *own, *page) == set(range(5 + len(own), 9 + len(own)))


def test_the_signature_behind_an_advertisement_stays():
    assert gone(*RULES, "【广告】货架批发", "行政部", "2023年5月8日") == {5}


def test_a_text_without_numbers_behind_a_page_s_own_lines_stays():
    prose = ("门卫须知", "大门早上六点打开，晚上十点关闭。", "来访的人先在门卫室登记。", "快递一律放在门卫室。")
    assert gone(*RULES, "上一篇：出差制度", "评论 (3)", *prose) == {5, 6}


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("———— 以下为第二份 ————", True),
        ("-----以下为另一份文件-----", True),
        ("======== 文件二 ========", True),
        ("**** 第二份 ****", True),
        ("———— 分割线 ————", True),
        ("~~~~ 下面是第二个制度 ~~~~", True),
        ("-------- Document 2 --------", True),
        ("===== next policy =====", True),
        ("———— 以下空白 ————", False),
        ("———— 附件一 ————", False),
        ("———— 客房部 ————", False),
        ("==== 目的 ====", False),
        ("===== END =====", False),
    ],
)
def test_a_drawn_line_may_say_that_another_text_begins(line, goes):
    assert (5 in gone(*RULES, line, "食堂管理规定", "一、凭卡就餐。", "二、餐具放回。")) is goes


MAIL = (
    "发件人：李某",
    "发送时间：2023年2月14日 18:42",
    "收件人：各站点站长",
    "主题：新制度",
    "各位站长：",
    "请看下面的制度，谢谢。",
)


@pytest.mark.parametrize(
    "leave",
    [
        ("祝好", "李某　运营部　手机：1380000xxxx"),
        ("以上，请知悉。谢谢大家", "李某"),
        ("顺颂商祺！", "李某 | 行政部", "T: 0510-0000xxxx"),
        ("此致", "敬礼", "李某"),
        ("祝各位工作顺利！", "运营支持中心 李某"),
        ("Best regards", "Li"),
    ],
)
@pytest.mark.parametrize(
    "below",
    [
        (),
        ("> 原始邮件", "> 发件人：总部制度组", "> 主题：关于下发制度的说明", "> 请各区于周五前完成宣贯。"),
        (
            "-----Original Message-----",
            "From: Head Office",
            "Sent: Monday",
            "To: Li",
            "Subject: rules",
            "Please forward.",
        ),
    ],
)
def test_who_sends_a_mail_goes_and_what_they_quote(leave, below):
    assert gone(*MAIL, *RULES, *leave, *below) == {*range(1, 7), *range(11, 11 + len(leave) + len(below))}


def test_a_rule_that_is_quoted_stays():
    quoted = ("> 发件人：总部", "> 主题：制度", "> 发送时间：2023年2月14日", "> 1. 每天清点。", "> 2. 每周盘点。")
    assert not gone(*MAIL, *RULES, *quoted) & {14, 15}


@pytest.mark.parametrize(
    "fields",
    [
        (
            "Owner: Store Support    Issue 1, 9 May 2022",
            "Owner: Finance    Issue 5, 1 June 2022",
            "Owner: Store Support    Issue 2",
        ),
        ("Effective: 1 May 2022", "Effective: 2 June 2022", "Effective: 3 July 2022"),
        ("Version: 1", "Version: 4", "Version: 2"),
        ("Approved by: General Manager", "Approved by: Owner", "Approved by: Owner"),
        ("Document no: A-1", "Document no: A-2", "Document no: A-3"),
    ],
)
def test_what_has_the_same_field_under_it_as_a_title_is_one(fields):
    heads = ("Uniform Policy", "Cash Handling Policy", "Visitors and Contractors")
    rules = ("1. Ask the shift leader first.", "2. Sign the list.", "3. Keep the slip.")
    assert titles(*(line for head, field in zip(heads, fields, strict=True) for line in (head, field, *rules))) == list(
        heads
    )


@pytest.mark.parametrize(
    "contents",
    [
        "On this page: Uniform Policy, Cash Handling Policy, Visitors",
        "In this section: Uniform Policy | Cash Handling Policy | Visitors",
        "Contents: Uniform policy; Cash handling policy; Visitors",
        "Contents: Uniform Policy / Cash Handling Policy / Visitors",
        "This page covers: Uniform Policy · Cash Handling Policy · Visitors",
    ],
)
def test_what_the_contents_name_beside_titles_is_a_title(contents):
    rules = ("1. Ask the shift leader first.", "2. Sign the list.", "3. Keep the slip.")
    heads = ("Uniform Policy", "Cash Handling Policy", "Visitors")
    assert titles("Home / Policies / Store", contents, *(line for head in heads for line in (head, *rules))) == list(
        heads
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("【第1篇】客房清扫制度", "【第2篇】客房钥匙制度　　一、钥匙的领用"),
        ("第一篇：客房清扫制度", "第二篇：客房钥匙制度 一、钥匙的领用"),
        ("范文1：客房清扫制度", "范文2：客房钥匙制度　一、钥匙的领用"),
        ("篇一：客房清扫制度", "篇二：客房钥匙制度　一、钥匙的领用"),
        ("【范文一】客房清扫制度", "【范文二】客房钥匙制度　一、钥匙的领用"),
    ],
)
def test_a_first_label_behind_a_counted_title_is_a_label(first, second):
    more = ("1、由领班签领。", "2、下班交回。", "二、钥匙的使用", "1、不得借出。", "2、遗失即报。")
    found = imported(first, "一、先敲门。", "二、开门。", "三、登记。", second, *more)
    assert [node.label for node in found.documents[1].nodes] == ["一、", "二、"]


def test_what_only_names_something_at_the_end_stays_in_its_document():
    found = imported("食堂管理规定", "一、凭卡就餐。", "二、餐具放回。", "行政部", "2023年5月8日", "附：值班电话一览")
    assert (len(found.documents), found.discarded) == (1, ())


@pytest.mark.parametrize("head", ["相关推荐", "延伸阅读：", "【猜你喜欢】", "Related articles", "看过本文的人还看了"])
def test_rules_without_numbers_under_a_heading_of_links_stay(head):
    prose = ("门卫与来访", "大门早上六点打开，晚上十点关闭。", "来访的人先在门卫室登记。", "快递一律放在门卫室。")
    teasers = ("仓库管理制度", "为了加强仓库管理，特制定本制度。", "车辆管理制度")
    assert gone(*RULES, head, *teasers, *prose) == {5, 6, 7, 8}


@pytest.mark.parametrize(
    "heading",
    [
        *("登录与注册", "评论和转发", "下载与打印", "收藏与分享", "会员登录", "点赞评论转发", "网站首页", "公众号推送"),
        *("广告投放", "投稿须知", "联系我们", "在线客服", "用户反馈", "帖子置顶", "微博、朋友圈"),
        *("Log in", "Sign in and sign out", "Privacy", "Social media", "Newsletter", "Cookies"),
    ],
)
def test_a_heading_over_rules_stays(heading):
    if heading.isascii():
        assert not gone(
            "Website Rules",
            "1. One person, one account.",
            "2. No sharing.",
            heading,
            "1. Ask first.",
            "2. Write it down.",
        )
        assert not gone(
            "Website Rules", "One person has one account.", heading, "Ask the editor first, then write it down."
        )
    else:
        assert not gone("网站管理制度", "1、一人一号。", "2、不得外借。", heading, "1、先审批。", "2、做好登记。")
        assert not gone(
            "网站管理制度",
            "账号一人一号，不得借给他人使用。",
            heading,
            "先由编辑审批，再登记在案。",
            "由部门负责人签字。",
        )


@pytest.mark.parametrize("head", ["相关推荐", "热门推荐", "延伸阅读", "精彩推荐", "Related articles"])
def test_counted_links_under_their_heading_go(head):
    assert gone(*RULES, head, "1.门卫制度", "2.车辆管理规定", "3.食堂就餐须知") == {5, 6, 7, 8}


TAIL = (*RULES, "相关推荐", "★ 食堂承包方案", "★ 超市理货员范文")


@pytest.mark.parametrize(
    "own",
    [
        (
            "呼叫中心服务标准",
            "编制：客服部　　生效日期：2024-02-01",
            "1 目的",
            "统一服务用语。",
            "2 范围",
            "全体坐席。",
        ),
        ("门店奖惩细则", "一、原则", "奖惩以事实为准，当天告知本人。", "二、标准", "按附表执行。"),
        ("某某物业有限公司", "门卫制度", "一、来人登记。", "二、夜间巡查。"),
        ("文件编号：YY-001", "版本：A/2", "消毒管理制度", "第一条 每日消毒。", "第二条 做好记录。"),
        ("前台接待流程", "Front Desk Procedure", "1. 开门准备。", "2. 接待客人。"),
        ("访客接待规则", "1. 访客须由员工到前台迎接", "2. 访客证应当当天交还", "3. 不得进入仓库"),
        ("防火巡查制度", "· 每两小时巡查一次。", "· 消防器材须在位。", "· 记录由主管签名。"),
        ("夜间值守那些事", "一、两人值守。", "二、每小时巡查。"),
        ("关于进一步规范员工着装及仪容仪表", "管理的若干规定", "第一条 着装整洁。", "第二条 佩戴工牌。"),
    ],
)
def test_a_document_behind_links_keeps_its_first_lines(own):
    assert not gone(*TAIL, *own) & set(range(len(TAIL) + 1, len(TAIL) + 1 + len(own)))


@pytest.mark.parametrize(
    "own",
    [
        ("夜班交接", "1 原则", "2 时间"),
        ("值守口径", "（客服二组，6月6日更新）", "一、退货", "二、换货"),
        ("开播场控", "【开播前】", "①检查网络。", "②核对库存。"),
        ("某某物业有限公司", "电梯困人应急预案", "1. 接报安抚。", "2. 十五分钟到场。"),
    ],
)
def test_what_is_posted_in_a_chat_keeps_its_first_lines(own):
    chat = ("小敏  10:02", "大家往下翻，看完回复", "小敏  10:03", "发一下", "大刘  10:05", "收到", "小敏  10:07")
    assert not gone(*chat, *own) & set(range(len(chat) + 1, len(chat) + 1 + len(own)))


@pytest.mark.parametrize("title", ["生产权限申请", "夜间值守那些事", "仓库进出", "新人报到"])
def test_a_title_among_a_page_s_own_lines_stays(title):
    page = ("上一篇：考勤须知", "下一篇：门卫须知", "首页 | 资讯 | 题库 | 联系我们")
    below = ("2022-08-16 14:20　　编辑：admin　　浏览：1207次", "1 原则", "最小够用。", "2 申请", "写明用途。")
    assert len(RULES) + len(page) + 1 not in gone(*RULES, *page, title, *below)


@pytest.mark.parametrize(
    "rule",
    [
        "钥匙每日下班前交还门卫室",
        "逾期未还按旷工半天处理",
        "外来人员不得进入车间",
        "领用工具提前一天登记",
        "Visitors must wear a badge",
    ],
)
def test_a_duty_without_a_stop_behind_a_page_s_own_lines_stays(rule):
    page = ("上一篇：考勤须知", "下一篇：门卫须知", "首页 | 资讯 | 题库 | 联系我们")
    assert len(RULES) + len(page) + 1 not in gone(*RULES, *page, rule, rule + "，违者处罚", "首页 | 资讯 | 题库")


def test_who_signs_the_rules_with_a_date_stays_over_who_sends_them():
    mail = ("发件人: 王某", "收件人: 各部门", "主题: 制度", "抄送: 院长室", "正文如下，谢谢")
    rules = ("消防值守规定", "一、两人值守。", "二、每小时巡查。", "院长办公室", "2023年2月18日")
    lines = (*mail, *rules, "行政部 小陈", "内线 8021")
    assert {len(lines) - 1, len(lines)} <= gone(*lines)
    assert not gone(*lines) & {len(mail) + 4, len(mail) + 5}


@pytest.mark.parametrize(
    "line",
    [
        "---------- 附件二：外出.docx ----------",
        "—————  2023-06-06  —————",
        "===== 02_考勤.txt =====",
        "引用　回复　举报　　👍 21",
        "引用　回覆　檢舉　　👍 6",
        "只看楼主　收藏　回复",
        "由 Wiki 导出于 2023-07-01 09:30",
        "Exported from Confluence on 1 July 2023",
        "打印时间：2023-07-01",
        "Continue reading below",
        "Article continues below",
        "收录于合集 #制度上新 12个",
        "本文导航：第1页：收银制度篇1　第2页：收银制度篇4",
    ],
)
def test_a_line_of_a_page_behind_the_rules_goes(line):
    assert 5 in gone(*RULES, line, "食堂管理规定", "一、凭卡就餐。", "二、餐具放回。")


def test_the_signature_of_a_forum_goes_and_rules_behind_two_hyphens_stay():
    buttons = "引用　回复　举报　　👍 21"
    assert {5, 6, 7} <= gone(*RULES, "--", "山下的老李｜做事先做人", buttons, "房务标准", "1. 敲门。", "2. 铺床。")
    assert 6 not in gone(*RULES, "--", "第四条 账物相符。", buttons)


@pytest.mark.parametrize(
    "line", ["1 请假　2 加班　3 出差", "一、请假　二、加班　三、出差", "此页内容 ▾ 一、请假　二、加班　三、出差"]
)
def test_headings_of_what_stands_below_in_one_line_are_contents(line):
    result = imported("考勤制度", line, "一、请假", "提前申请。", "二、加班", "须经批准。", "三、出差", "填出差单。")
    assert [item.reason for item in result.discarded if item.lines[0] == 2] == ["table-of-contents"]


def test_titles_said_twice_around_a_page_s_own_line_begin_with_the_first():
    meta = "2022-08-16 14:20　　编辑：admin　　浏览：1207次"
    one = ("门卫管理制度", meta, "门卫管理制度", "1、来人登记。", "2、夜间巡查。", "上一篇：没有了")
    two = ("食堂管理制度", meta, "食堂管理制度", "1、凭卡就餐。", "2、餐具放回。", "下一篇：没有了")
    assert [document.lines[0] for document in imported(*one, *two).documents] == [1, 7]
