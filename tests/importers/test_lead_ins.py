"""Lists that words without a number lead to: below these words in the draft, beside them in the outline."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text
from guizhang.importers.drafting.drafts import regulations
from guizhang.importers.outline import walk


def read(text):
    result = import_text(text.encode(), "rules.txt")
    (document,) = result.documents
    (draft,) = regulations(result, {document.id: "rules"}).values()
    return document, draft


def shape(drafts, lang="zh"):
    """Return what a body says, what stands below in brackets behind it."""
    return [
        (said, shape(one.body, lang)) if one.body else said
        for one in drafts
        for said in [(one.text.get(lang) if one.text else "") or f"{one.title.get(lang)}"]
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("吧台营业前应当备齐：", "打烊后必须检查下列各处："),
        ("吧檯營業前應備齊：", "打烊後應檢查："),
    ],
)
def test_a_sentence_that_leads_to_a_list_counted_anew_is_no_text_of_the_item_above(first, second):
    _, draft = read(f"吧台规定\n{first}\n1. 冰块；\n2. 杯具。\n{second}\n1. 水阀；\n2. 门窗。\n")
    assert shape(draft.body) == [(first, ["冰块；", "杯具。"]), (second, ["水阀；", "门窗。"])]


def test_english_words_lead_to_their_list():
    text = "Bar Rules\nBefore opening, staff prepare:\n(a) ice;\n(b) glasses.\nAfter closing, staff check:\n(a) taps;\n(b) doors.\n"
    assert shape(read(text)[1].body, "en") == [
        ("Before opening, staff prepare:", ["ice;", "glasses."]),
        ("After closing, staff check:", ["taps;", "doors."]),
    ]


def test_words_behind_a_list_lead_to_the_next_one_within_an_article():
    text = "泳池规定\n第一条 交接\n交班人应说明：\n（一）水温；\n（二）人数。\n接班人应核对：\n（一）钥匙；\n（二）器材。\n第二条 其他事项另行通知。\n"
    document, draft = read(text)
    assert [node.number for node in walk(document.nodes)] == [1, 1, 2, None, 1, 2, 2]
    assert shape(draft.body) == [
        ("交班人应说明：", ["水温；", "人数。", ("接班人应核对：", ["钥匙；", "器材。"])]),
        "其他事项另行通知。",
    ]


def test_a_preamble_does_not_take_the_document_below_it():
    _, draft = read("停车规定\n为了停车有序，特作如下规定：\n1、车辆登记后入场。\n2、车头朝外。\n3、不得过夜。\n")
    assert shape(draft.body) == ["为了停车有序，特作如下规定：", "车辆登记后入场。", "车头朝外。", "不得过夜。"]
