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
