"""Lines behind a lead-in that no sign marks as a list: each stands for itself, unless the page has broken a sentence."""

from __future__ import annotations

import pytest

from guizhang.importers.outline import NodeType, walk
from guizhang.importers.pipeline import import_text


def paragraphs(*lines):
    (document,) = import_text("\n".join(lines).encode(), "rules.txt").documents
    return [node.text for node in walk(document.nodes) if node.text]


_SURE = 0.7
LONG = "Packs that were opened are dated by hand with the day and the hour. Use them within:"


@pytest.mark.parametrize(
    ("lead", "entries"),
    [
        (LONG, ["smoked salmon – 4 days", "crab meat – 2 days", "prawns in brine – 3 days"]),
        (LONG, ["salmon", "crab and prawns"]),
        ("已开封的食品应当由当班人员手写开封的日期和时间。各类食品在下列时间内用完：", ["熟米饭24小时", "鲜奶3天", "沙拉酱（室温）4小时"]),
        ("已開封的食品應當由當班人員手寫開封的日期和時間。各類食品在下列時間內用完：", ["白飯 – 24小時", "鮮奶 – 3天"]),
    ],
)  # fmt: skip
def test_entries_of_a_list_without_signs_stand_for_themselves(lead, entries):
    head, tail = ("二、检查", "店长每天检查。") if lead != LONG else ("2. Checks", "The manager checks every day.")
    first = "1. Opening" if lead == LONG else "一、开封"
    assert paragraphs("Rules", "", first, lead, *entries, tail, "", head, tail)[:-1] == [lead, *entries, tail]
    assert paragraphs("Rules", "", first, lead, "", *entries, "", head, tail)[:-1] == [lead, *entries]


def test_they_are_items_of_what_the_lead_in_stands_in():
    entries = ["smoked salmon – 4 days", "crab meat – 2 days"]
    (document,) = import_text(
        "\n".join(["Rules", "", "1. Opening", LONG, *entries, "We check."]).encode(), "a.txt"
    ).documents
    (rule,) = document.nodes
    assert [(node.type, node.label) for node in rule.children] == [(NodeType.ITEM, "")] * 2 + [(NodeType.PARAGRAPH, "")]


def test_a_heading_may_be_the_lead_in():
    lines = ["冷链规定", "", "一、已开封的食品在下列时间内用完：", "", "熟米饭24小时", "鲜奶3天", "", "二、附则"]
    (document,) = import_text(
        "\n".join([*lines, "本规定由后勤部负责解释，各班组可以结合实际制定细则。"]).encode(), "a.txt"
    ).documents
    assert [node.text for node in document.nodes[0].children] == ["熟米饭24小时", "鲜奶3天"]


def test_a_sentence_that_the_page_has_broken_behind_a_colon_is_one():
    lines = [
        "Packs that were opened are dated by hand. Note:",
        "salmon keeps for four days in the cold and then",
        "goes to the bin with its paper and the label of",
        "the day",
    ]
    assert " ".join(lines[1:]) in " ".join(paragraphs("Rules", "", "1. Opening", *lines, "", "2. Checks", "We check."))
    assert len(paragraphs("Rules", "", "1. Opening", *lines, "", "2. Checks", "We check them.")) <= 4


@pytest.mark.parametrize("sign", ["★", "❌", "⚠️", "✅", "➤", "☞"])
def test_signs_that_set_off_lines_are_those_of_a_list(sign):
    text = f"仓库规定\n一、禁止\n下列行为禁止：\n{sign} 库内吸烟；\n{sign} 货叉载人。\n二、其他\n下班前锁门。\n"
    (document,) = import_text(text.encode(), "rules.txt").documents
    items = document.nodes[0].children
    assert [(item.type, item.label, item.text) for item in items if item.label] == [
        (NodeType.ITEM, sign, "库内吸烟；"), (NodeType.ITEM, sign, "货叉载人。"),
    ]  # fmt: skip


def test_points_below_a_short_line_with_another_sign_are_part_of_it():
    text = "车间公告\n◆ 交接\n★ 当面交清机台。\n★ 双方签字。\n◆ 机台\n★ 先打首件。\n★ 换模须两人。\n"
    (document,) = import_text(text.encode(), "rules.txt").documents
    assert [(n.title, [c.text for c in n.children]) for n in document.nodes if n.label] == [
        ("交接", ["当面交清机台。", "双方签字。"]),
        ("机台", ["先打首件。", "换模须两人。"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "培训要点\n一、入厂\n• 进厂须登记\n• 限速行驶\n二、动火\n• 先办证\n",
        "早会通知\n各店请遵照执行。\n➢ 入厂\n① 进厂须登记\n② 限速行驶\n➢ 动火\n① 先办证\n",
    ],
)
def test_points_below_a_short_line_are_sure_of_their_place(text):
    (document,) = import_text(text.encode(), "rules.txt").documents
    (heading,) = [node for node in document.nodes if node.title == "入厂"]
    assert [(child.text, child.confidence >= _SURE) for child in heading.children] == [
        ("进厂须登记", True),
        ("限速行驶", True),
    ]
