from __future__ import annotations

import pytest
from pydantic import ValidationError

from guizhang.model.numbering import article_label, han_number, printed_label
from guizhang.model.regulation import Regulation, provisions, walk


def make(body, **fields):
    head = {"id": "rules", "title": {"zh": "规定"}, "edition": {"version": "1"}}
    return Regulation.model_validate({**head, **fields, "body": body})


NESTED = [
    {"text": {"zh": "前言"}},
    {
        "chapter": "1",
        "id": "one",
        "title": {"zh": "总则"},
        "themes": ["a"],
        "applies_to": ["agent"],
        "body": [
            {
                "article": "1",
                "id": "aim",
                "norm": "duty",
                "text": {"zh": "应当："},
                "body": [
                    {"item": "1", "text": {"zh": "甲"}, "body": [{"item": "1", "text": {"zh": "子"}}]},
                    {"text": {"zh": "中间一段"}},
                    {"item": "2", "label": "⑵", "text": {"zh": "乙"}, "norm": "prohibition"},
                ],
            },
            {"article": "5-1", "id": "extra", "themes": ["b"], "body": [{"text": {"zh": "一"}}, {"text": {"zh": "二"}}]},
        ],
    },
]  # fmt: skip


def test_walks_in_printed_order_with_places():
    places = list(walk(make(NESTED)))
    assert [place.field for place in places] == [
        "body[0]",
        "body[1]",
        "body[1].body[0]",
        "body[1].body[0].body[0]",
        "body[1].body[0].body[0].body[0]",
        "body[1].body[0].body[1]",
        "body[1].body[0].body[2]",
        "body[1].body[1]",
        "body[1].body[1].body[0]",
        "body[1].body[1].body[1]",
    ]
    assert [place.printed_place for place in places] == [
        "rules/p1",
        "rules/chp1",
        "rules/art1",
        "rules/art1/s1",
        "rules/art1/s1/s1",
        "rules/art1/p1",
        "rules/art1/s2",
        "rules/art5-1",
        "rules/art5-1/p1",
        "rules/art5-1/p2",
    ]


def test_inherits_themes_roles_and_norms():
    places = {place.printed_place: place for place in walk(make(NESTED))}
    assert places["rules/art1/s1/s1"].themes == ("a",)
    assert places["rules/art5-1/p1"].themes == ("b",)
    assert places["rules/art5-1/p1"].applies_to == ("agent",)
    assert places["rules/art1/s1"].norm == "duty"
    assert places["rules/art1/s2"].norm == "prohibition"
    assert places["rules/art1/p1"].norm is None


def test_prints_labels_in_both_languages():
    places = {place.printed_place: place for place in walk(make(NESTED))}
    rows = [
        ("rules/chp1", "第一章", "Chapter 1"),
        ("rules/art1", "第一条", "Article 1"),
        ("rules/art5-1", "第五条之一", "Article 5-1"),
        ("rules/art1/s1", "（一）", "(1)"),
        ("rules/art1/s1/s1", "1.", "(a)"),
        ("rules/art1/s2", "⑵", "(2)"),
        ("rules/art1/p1", "", ""),
    ]
    for address, zh, en in rows:
        assert (printed_label(places[address], "zh"), printed_label(places[address], "en")) == (zh, en)


def test_chinese_numerals():
    rows = {1: "一", 10: "十", 12: "十二", 20: "二十", 100: "一百", 105: "一百零五", 110: "一百一十", 1001: "一千零一"}
    assert {number: han_number(number) for number in rows} == rows
    assert article_label("21", "zh") == "第二十一条"


def test_provisions_are_nodes_with_an_id_that_are_not_headings():
    assert [place.node.id for place in provisions(make(NESTED))] == ["aim", "extra"]
    without_articles = make([{"item": "1", "id": "dress", "label": "一、", "title": {"zh": "着装"}}])
    assert [place.address for place in provisions(without_articles)] == ["rules/dress"]


def test_what_is_not_adopted_takes_its_subtree_with_it():
    body = [{"chapter": "1", "id": "c", "adopted": False, "body": [{"article": "1", "id": "a", "text": {"zh": "x"}}]}]
    assert [place.adopted for place in walk(make(body))] == [False, False]


@pytest.mark.parametrize(
    ("node", "code"),
    [
        ({"article": "1", "chapter": "1", "id": "x", "text": {"zh": "x"}}, "FMT011"),
        ({"article": "1", "text": {"zh": "x"}}, "FMT012"),
        ({"norm": "duty"}, "FMT013"),
        ({"item": "1", "text": {"zh": "${f}"}, "facts": {"f": {"kind": "count", "value": "3"}}}, "FMT014"),
        ({"item": "1", "text": {}}, "FMT010"),
    ],
)
def test_refuses_misshapen_nodes(node, code):
    with pytest.raises(ValidationError) as caught:
        make([node])
    assert [error["ctx"]["code"] for error in caught.value.errors() if error["type"] == "guizhang"] == [code]


def test_refuses_an_id_used_twice_anywhere_in_the_regulation():
    with pytest.raises(ValidationError, match="stands twice"):
        make([{"item": "1", "id": "x", "text": {"zh": "a"}}, {"item": "2", "id": "x", "text": {"zh": "b"}}])


@pytest.mark.parametrize(("label", "en"), [("附件一：", "Annex 1"), ("附表1", "Schedule 1"), ("附錄一", "Appendix 1")])
def test_an_annex_is_called_one_in_english(label, en):
    rules = make([{"item": "1", "id": "form", "label": label, "title": {"zh": "签收单"}}])
    (place,) = walk(rules)
    assert (printed_label(place, "zh"), printed_label(place, "en")) == (label, en)
