"""Dates under a title: when the rules were made and amended, and no rule of them."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text

RULES = ("一、加班應事先申請。", "二、加班時數由主管核定。", "三、逾期申請者不予受理。")


def nodes(*lines):
    (document,) = import_text("\n".join(lines).encode(), "rules.txt").documents
    return document, [(node.type.value, node.label, node.title, node.text) for node in document.nodes]


@pytest.mark.parametrize(
    "date",
    [
        "98.3.1訂定",
        "98.3.1 訂定",
        "（98.3.1訂定）",
        "98/03/01 修正",
        "中華民國98年3月1日",
        "中華民國98年3月1日訂定",
        "民國101年6月15日主管會議修正通過",
        "98年3月1日第3次主管會議通過",
        "2026.3.1 施行",
        "2026年3月1日发布",
    ],
)
def test_a_date_under_the_title_is_a_line_of_its_own(date):
    document, found = nodes("加班申請要點", date, *RULES)
    assert document.title == "加班申請要點"
    assert found[0] == ("paragraph", "", "", date)
    assert [label for _, label, _, _ in found[1:]] == ["一、", "二、", "三、"]


def test_each_amendment_stands_by_itself():
    dates = (
        "中華民國98年3月1日第3次主管會議訂定通過全文",
        "中華民國101年6月15日第8次主管會議修正第二點",
        "102.7.1修正",
    )
    _, found = nodes("加班申請要點", *dates, *RULES)
    assert [text for *_, text in found[:3]] == list(dates)


@pytest.mark.parametrize("label", ["3.1.2", "9.3.1"])
def test_a_number_of_rules_is_no_date(label):
    chapter = label.rpartition(".")[0]
    lines = [f"{chapter}.{n} {words}" for n, words in enumerate(("編寫", "修訂", "發布"), start=int(label[-1]))]
    _, found = nodes("文件管理辦法", *lines)
    assert [kind for kind, *_ in found] == ["item"] * 3
