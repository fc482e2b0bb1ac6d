"""What a heading says besides its name is a provision of its own, together with the list it leads to."""

from __future__ import annotations

import pytest

from guizhang.facts.placeholders import placeholders
from guizhang.importers import import_text
from guizhang.importers.drafting.drafts import regulations
from guizhang.importers.drafting.figures import Drafting


def drafted(text):
    result = import_text(text.encode(), "rules.txt")
    return regulations(result, {"d1": "rules"}, Drafting(figures=placeholders))["d1"]


def said(node):
    return (node.id, (node.text.zh or node.text.en) if node.text else "", [said(child) for child in node.body])


@pytest.mark.parametrize("label", ["第一部分", "第一章", "第一编"])
def test_words_that_lead_to_rows_hold_them(label):
    [part] = drafted(
        f"仓库借用规定\n\n{label}  借用\n借用须登记，按下列权限批准：\n半天以内——班组长\n2天以上——仓库主管\n"
    ).body
    [own] = part.body
    assert part.text is None
    assert own.id
    assert own.text.zh == "借用须登记，按下列权限批准："
    assert [child.text.zh for child in own.body] == ["${limit}以内——班组长", "${minimum}以上——仓库主管"]
    assert set(own.facts) == {"limit", "minimum"}


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "仓库借用规定\n\n第一部分  处罚\n有下列情形之一的，扣80元：\n（1）弄丢钥匙；\n（2）转借他人。\n",
            "有下列情形之一的，扣${amount}：",
        ),
        (
            "Depot Rules\n\nChapter 1 Conduct\nThe following cost $80 each:\n(1) losing a key;\n(2) lending one.\n",
            "The following cost ${amount} each:",
        ),
    ],
)
def test_words_that_lead_to_a_numbered_list_hold_it(text, lead):
    [part] = drafted(text).body
    [own] = part.body
    assert (part.text, said(own)[1]) == (None, lead)
    assert [child.id for child in own.body] == ["item-1", "item-2"]


def test_what_the_words_do_not_lead_to_stands_beside_them():
    [part] = drafted(
        "仓库借用规定\n\n第一部分  借用\n按下列权限批准：\n半天以内——班组长\n2天以上——仓库主管\n借期内损坏的，当天报告仓库主管。\n"
    ).body
    assert [len(node.body) for node in part.body] == [2, 0]
    assert all(node.id for node in part.body)


def test_words_that_lead_to_articles_stay_those_of_the_heading():
    [chapter] = drafted("仓库借用规定\n\n第一章 借用\n借用规定如下：\n第一条 先登记。\n第二条 后领取。\n").body
    assert chapter.text.zh == "借用规定如下："
    assert [node.id for node in chapter.body] == ["article-1", "article-2"]
