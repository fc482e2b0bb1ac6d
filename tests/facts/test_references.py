"""References resolved against a tree: a table annotated by hand."""

from __future__ import annotations

import pytest

from guizhang.facts.found import Document, Node
from guizhang.facts.references import find_resolved


def article(number, label, text, *children, line=1):
    return Node("article", label, number, "", text, line, tuple(children), (number,), f"a{number}")


def paragraph(text, line=1):
    return Node("paragraph", text=text, line=line, id=f"p{line}")


def item(number, text, *children, label=None, line=1, path=None):
    return Node(
        "item", label or f"（{number}）", number, "", text, line, tuple(children), path or (number,), f"i{line}"
    )


def chapter(number, label, title, *children):
    return Node("chapter", label, number, title, "", 1, tuple(children), (number,), f"c{number}")


def tree(*, in5="", in5p2="", in6="", in6i2="", in7=""):
    return Document(
        "员工奖惩制度",
        (
            chapter(1, "第一章", "总则", article(1, "第一条", "目的。", line=3), article(2, "第二条", "范围。", line=4)),
            chapter(
                2, "第二章", "奖惩",
                article(5, "第五条", "迟到的处理。" + in5, paragraph("早退的处理。" + in5p2, 7), paragraph("旷工的处理。", 8), line=6),
                article(6, "第六条", "有下列情形的：" + in6, item(1, "甲；", line=10), item(2, "乙；" + in6i2, line=11), item(3, "丙。", line=12), line=9),
                article(7, "第七条", "其他。" + in7, line=13),
            ),
            Node("item", "附件1", None, "登记表", "", 20, (), (), "x1"),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("where", "text", "target"),
    [
        ("in7", "按第五条执行", "第五条"),
        ("in7", "按第五条第二款执行", "第五条/第2款"),
        ("in7", "按第五条第一款执行", "第五条/第1款"),
        ("in7", "按第六条第（二）项执行", "第六条/（2）"),
        ("in7", "按第六条（三）执行", "第六条/（3）"),
        ("in7", "第六条第（一）、（三）项", "第六条/（1）;第六条/（3）"),
        ("in7", "第五条至第六条", "第五条;第六条"),
        ("in7", "第六条第（一）至（三）项", "第六条/（1）;第六条/（2）;第六条/（3）"),
        ("in7", "前条规定", "第六条"),
        ("in7", "违反第六条1-3款的", "第六条/（1）;第六条/（2）;第六条/（3）"),
        ("in7", "第六条第一款至第三款", "第六条/（1）;第六条/（2）;第六条/（3）"),
        ("in7", "第六条第（一）项的，按上述第（二）项", "第六条/（1）|第六条/（2）"),
        ("in7", "按第六条执行，属于第（三）项的除外", "第六条|第六条/（3）"),
        ("in7", "按第六条执行。属于第（三）项的除外", "第六条|第六条/（3）"),
        ("in7", "见《考勤制度》（以下简称“考勤”），按考勤第三条", "考勤制度|考勤制度第三条"),
        ("in7", "第五条1、2款", "第五条/第1款;第五条/第2款"),
        ("in7", "见“总则”一章", "第一章"),
        ("in7", "按《考勤制度》第三条和第五条", "考勤制度第三条|考勤制度第五条"),
        ("in7", "前两条规定", "第五条;第六条"),
        ("in7", "前条第（一）项", "第六条/（1）"),
        ("in7", "本条规定", "第七条"),
        ("in7", "本章规定", "第二章"),
        ("in7", "第一章规定", "第一章"),
        ("in7", "见第1章", "第一章"),
        ("in7", "本制度规定", "员工奖惩制度"),
        ("in7", "本制度第二条", "第二条"),
        ("in7", "《员工奖惩制度》第二条", "第二条"),
        ("in7", "《员工奖惩制度》", "员工奖惩制度"),
        ("in7", "《劳动合同法》", "劳动合同法"),
        ("in7", "《劳动合同法》第三十九条", "劳动合同法第三十九条"),
        ("in7", "见附件1", "附件1"),
        ("in7", "见附件9", None),
        ("in7", "第九十九条", None),
        ("in7", "第五条第九款", None),
        ("in7", "上述行为", "第六条"),
        ("in7", "本条第一款", "第七条/第1款"),
        ("in5p2", "前款规定", "第五条/第1款"),
        ("in5p2", "第三款规定", "第五条/第3款"),
        ("in5p2", "本条第三款", "第五条/第3款"),
        ("in5p2", "本款规定", "第五条/第2款"),
        ("in5p2", "第一条规定", "第一条"),
        ("in6i2", "前项规定", "第六条/（1）"),
        ("in6i2", "第（三）项", "第六条/（3）"),
        ("in6i2", "前条第三款", "第五条/第3款"),
        ("in6i2", "前款", "第六条/第1款"),
        ("in6", "下条", "第七条"),
        ("in5", "前条", "第二条"),
        ("in5", "上一章", "第一章"),
        ("in7", "第六条1、3的", "第六条/（1）;第六条/（3）"),
        ("in7", "第五条之一的", "第五条"),
        ("in7", "第九十九条之一的", None),
        ("in7", "Article 5, paragraph 2", "第五条/第2款"),
        ("in7", "the preceding article", "第六条"),
        ("in7", "the preceding two articles", "第五条;第六条"),
        ("in7", "违反第一章或第五条的", "第一章|第五条"),
        ("in7", "第五条第一款的，按同条第二款", "第五条/第1款|第五条/第2款"),
        ("in7", "附件1至附件2", "附件1"),
        ("in7", "see Annex 1", "附件1"),
        # 迟到的处理。前款规定…: two paragraphs printed as one.
        ("in5", "前款规定", "第五条/第1款"),
    ],
)
def test_resolves(where, text, target):
    found = find_resolved([tree(**{where: text})])
    assert [f.target for f in found] == (target.split("|") if target else [None]), [(f.span, f.target) for f in found]


def test_a_title_of_the_same_import_leads_there():
    other = Document("投诉处理规定", (article(3, "第三条", "受理。", line=40),))
    found = find_resolved([tree(in7="见《投诉处理规定》第三条"), other])
    assert (found[0].target, found[0].target_line, found[0].target_ids) == ("第三条", 40, ("a3",))


def test_equal_numbers_lead_to_the_nearest():
    one = chapter(1, "第一章", "甲", article(1, "第一条", "甲一。", line=2), article(2, "第二条", "见第一条。", line=3))
    two = chapter(2, "第二章", "乙", article(1, "第一条", "乙一。", line=5), article(2, "第二条", "见第一条。", line=6))
    assert [f.target for f in find_resolved([Document("规定", (one, two))])] == ["第一章/第一条", "第二章/第一条"]


def test_dotted_numbers_lead_to_items():
    inner = item(1, "细则。", label="4.8.1", path=(4, 8, 1), line=4)
    document = Document(
        "规定", (item(4, "服务", inner, label="4", line=1), item(5, "按照4.8.1执行。", label="5", line=5))
    )
    assert find_resolved([document])[0].target == "4.8.1"


def test_a_paper_named_without_marks_is_cited_where_a_document_bears_its_name():
    other = Document("考勤管理办法", (article(3, "第三条", "打卡。", line=40),))
    cites = tree(in7="迟到的按考勤管理办法处理，离岗的按值班管理办法处理。")
    assert [(f.span, f.target) for f in find_resolved([cites, other])] == [("考勤管理办法", "考勤管理办法")]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("第七条钥匙领用前须登记。", []),
        ("第七条。值班室每天打扫。", []),
        ("第七条规定的钥匙须登记。", ["第七条"]),
        ("第七条第一款所列钥匙须登记。", ["第七条第一款"]),
    ],
)
def test_a_label_the_import_left_in_a_text_is_no_reference(text, spans):
    assert [f.span for f in find_resolved([Document("钥匙规定", (paragraph(text),))])] == spans


def test_what_stands_before_a_paragraph_behind_an_item_is_the_item():
    document = Document("合同", (item(9, "乙方辞职应提前三十日通知。", paragraph("乙方依前款辞职的，结清工资。", 2)),))
    assert [f.target for f in find_resolved([document])] == ["（9）"]


@pytest.mark.parametrize(("title", "target"), [("宿舍租約", "第一條"), ("宿舍守則", "住宿契約書第一條")])
def test_a_contract_may_name_itself_by_another_name(title, target):
    document = Document(
        title, (article(1, "第一條", "租期一年。"), article(2, "第二條", "依住宿契約書第一條計。", line=2))
    )
    assert [f.target for f in find_resolved([document])] == [target]
