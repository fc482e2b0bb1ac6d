"""Rules in the body of a mail: the subject is their title, and what the mail answers stands apart or goes."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text

HEAD = ("发件人：行政部", "收件人：全体员工", "发送时间：2026年3月2日 9:15")
RULES = ("1. 使用会议室须提前一天预约。", "2. 会议结束后关闭电源。", "3. 不得在会议室用餐。")
THANKS = ("谢谢！", "行政部")


def imported(*lines):
    return import_text("\n".join(lines).encode(), "mail.txt")


@pytest.mark.parametrize(
    "subject", ["主题：会议室使用规定", "主题：转发：会议室使用规定", "Subject: Re: 会议室使用规定"]
)
def test_the_subject_is_the_title_of_rules_without_one(subject):
    result = imported(*HEAD, subject, "", *RULES, *THANKS)
    (document,) = result.documents
    assert document.title == "会议室使用规定"
    assert [node.label for node in document.nodes] == ["1.", "2.", "3."]
    assert not [finding for finding in result.findings if finding.code == "title-missing"]


def test_a_title_that_is_printed_goes_first():
    (document,) = imported(*HEAD, "主题：请查收", "会议室使用规定", *RULES).documents
    assert document.title == "会议室使用规定"


@pytest.mark.parametrize(
    "quoted",
    [
        ("> 发件人：小周", "> 主题：会议室", "> 请问会议室怎么预约？", "> 谢谢"),
        ("2026年3月1日，小周写道：", "> 请问会议室怎么预约？", "> 昨天没有人开门。", "> 谢谢"),
    ],
)
def test_what_a_mail_answers_is_left_out_with_its_reason(quoted):
    result = imported(*HEAD, "主题：会议室使用规定", "", *RULES, *THANKS, "", *quoted)
    (document,) = result.documents
    assert [(node.label, len(node.children)) for node in document.nodes] == [("1.", 0), ("2.", 0), ("3.", 0)]
    assert [item.reason for item in result.discarded if "怎么预约" in item.text] == ["quoted-mail"]


def test_rules_behind_the_head_of_another_mail_are_a_document_apart():
    other = (
        "-----原始邮件-----",
        "发件人：小李",
        "发送时间：2026年3月1日",
        "主题：Re: 用车",
        "1. 用车须登记。",
        "2. 还车须加油。",
    )
    result = imported(*HEAD, "主题：会议室使用规定", "", *RULES, *THANKS, "", *other)
    assert [(d.title, [node.label for node in d.nodes]) for d in result.documents] == [
        ("会议室使用规定", ["1.", "2.", "3."]),
        ("用车", ["1.", "2."]),
    ]
    assert [finding.line for finding in result.findings if finding.code == "document-doubtful"] == [16]


SAVED = (
    "消息记录（文本格式）",
    "====================",
    "消息对象:前台群(12)",
    "2026-04-01 08:00:10 主管",
    "大家早，今天起这样排班",
    "2026-04-01 08:01:00 主管",
    "1、早班七点到岗。",
    "2、离岗超过十分钟须报告。",
    "",
    "2026-04-01 08:01:30 小林",
    "收到[OK]",
    "2026-04-01 08:02:00 阿杰",
    "主管，午休多久？",
    "2026-04-01 08:02:40 主管",
    "3、午休三十分钟。",
    "2026-04-01 08:03:00 主管",
    "以上各条第一次违反口头提醒，第二次扣20元。",
)
BRACKETED = tuple(f"[{line[:16].replace('-', '/')}] {line[20:]}" if line.startswith("2026") else line for line in SAVED)


@pytest.mark.parametrize("lines", [SAVED, BRACKETED])
def test_who_speaks_when_in_a_saved_chat_is_no_rule(lines):
    result = imported(*lines)
    (document,) = result.documents
    assert document.title == ""
    assert [(node.label, node.text) for node in document.nodes] == [
        ("1、", "早班七点到岗。"),
        ("2、", "离岗超过十分钟须报告。"),
        ("3、", "午休三十分钟。"),
        ("", "以上各条第一次违反口头提醒，第二次扣20元。"),
    ]
    assert {item.reason for item in result.discarded if item.text.strip()} == {"chat"}


def test_rules_that_nobody_counts_stay_of_a_chat():
    said = (
        "雪场值班群",
        "站长 8:01",
        "缆车每小时检查一次。",
        "阿木 8:02",
        "收到",
        "站长 8:05",
        "风速超过15米停运，不得载客。",
        "小雨 8:06",
        "中午吃什么？",
    )
    (document,) = imported(*said).documents
    assert [node.text for node in document.nodes if node.text] == [
        "缆车每小时检查一次。",
        "风速超过15米停运，不得载客。",
    ]


def test_a_calendar_is_no_chat():
    days = ("2026-04-01 08:00 开班式", "2026-04-02 08:00 考核", "2026-04-03 09:00 结业")
    (document,) = imported("培训安排规定", "1. 按下列时间参加。", *days, "2. 不得缺席。").documents
    assert "开班式" in "".join(node.text + "".join(child.text for child in node.children) for node in document.nodes)
