"""Words behind the last item of a list that speak of all its items: they stand behind the list, under what it stands under."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text


def shown(text):
    def node(n):
        own = f"{n.label}{n.title}{n.text}".strip()
        return f"{own}[{'|'.join(map(node, n.children))}]" if n.children else own

    return [node(n) for document in import_text(text.encode(), "rules.txt").documents for n in document.nodes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a sentence that names the items, on a line of its own and on the line of the last item
        (
            "第一条 下班前检查：\n1、电闸断开。\n2、水阀拧紧。\n以上各项查完后签字。\n第二条 锁门。",
            ["第一条下班前检查：[1、电闸断开。|2、水阀拧紧。|以上各项查完后签字。]", "第二条锁门。"],
        ),
        (
            "第一条 上岗须带：1、工牌；2、耳塞。以上两项缺一不可。\n第二条 锁门。",
            ["第一条上岗须带：[1、工牌；|2、耳塞。|以上两项缺一不可。]", "第二条锁门。"],
        ),
        # what follows from each of them
        (
            "第一条 有下列情形之一的：\n（一）迟到的；\n（二）早退的；\n（三）旷工的，给予警告。\n第二条 锁门。",
            ["第一条有下列情形之一的：[（一）迟到的；|（二）早退的；|（三）旷工的，|给予警告。]", "第二条锁门。"],
        ),
        # the verb of the sentence that the items are part of
        (
            "Article 1 Anyone who (a) sleeps on duty, (b) drinks, or (c) damages tools, may be sent home.\nArticle 2 Lock up.",
            ["Article 1Anyone who[(a)sleeps on duty,|(b)drinks, or|(c)damages tools,|may be sent home.]", "Article 2Lock up."],
        ),
    ],
)  # fmt: skip
def test_what_closes_a_list_is_no_text_of_its_last_item(text, expected):
    assert shown(f"值班规定\n{text}\n") == expected


@pytest.mark.parametrize(
    "last",
    [
        "（三）旷工的，按本款第二项处理；",  # the words before the list say what follows already
        "（三）其他情形。上述情形由班长认定。",  # may speak of this item alone
    ],
)
def test_what_the_last_item_says_of_itself_stays_with_it(last):
    text = f"值班规定\n第一条 有下列情形之一的，给予警告：\n（一）迟到的；\n（二）早退的；\n{last}\n第二条 锁门。\n"
    first = import_text(text.encode(), "rules.txt").documents[0].nodes[0]
    assert [child.label for child in first.children] == ["（一）", "（二）", "（三）"]


def test_a_sentence_behind_a_list_within_the_last_item_speaks_of_that_list():
    text = "值班规定\n一、甲。\n二、检查：\n1、门；\n2、窗。\n以上各处查完签字。\n三、乙。\n"
    nodes = import_text(text.encode(), "rules.txt").documents[0].nodes
    assert [len(node.children) for node in nodes] == [0, 3, 0]
    assert nodes[1].children[-1].text == "以上各处查完签字。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "第二條 請假依下列規定辦理：\n一、事假於前一日申請。\n二、病假檢附證明。\n依前項規定請假者，應經主管核准。\n第三條 鎖門。",
            ["第二條請假依下列規定辦理：[一、事假於前一日申請。|二、病假檢附證明。|依前項規定請假者，應經主管核准。]", "第三條鎖門。"],
        ),
        (
            "第二条 请假按下列规定办理：\n（一）事假提前一天申请。\n（二）病假附证明。\n违反前款规定的，按旷工处理。\n第三条 锁门。",
            ["第二条请假按下列规定办理：[（一）事假提前一天申请。|（二）病假附证明。|违反前款规定的，按旷工处理。]", "第三条锁门。"],
        ),
        # Outside an article the paragraph before is that of the item itself.
        (
            "一、事假提前一天申请。\n二、病假附证明。\n前款证明由医院出具。\n三、锁门。",
            ["一、事假提前一天申请。", "二、病假附证明。[前款证明由医院出具。]", "三、锁门。"],
        ),
    ],
)  # fmt: skip
def test_what_speaks_of_the_paragraph_before_it_stands_behind_the_list(text, expected):
    assert shown(text) == expected
