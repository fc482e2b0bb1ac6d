"""Where a list has ended, the next paragraph stands in what the list stands in, and its last item is no heading."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text
from tests.importers.readers.wordfile import abstract, docx, item, lvl, num, para


def shape(imported):
    def tree(nodes):
        return [
            (n.label, n.title or n.text, tree(n.children)) if n.children else (n.label, n.title or n.text)
            for n in nodes
        ]

    return [tree(d.nodes) for d in imported.documents]


def of_text(text):
    return shape(import_text(text.encode(), "rules.txt"))[0]


@pytest.mark.parametrize("sign", ["-", "•"])
def test_a_paragraph_behind_a_blank_line_is_none_of_the_last_bullet(sign):
    text = (
        "Boat hire rules\n\nReturning late\nPlease ring the boathouse if you are late.\n\n"
        f"{sign} Up to 15 minutes: no charge\n{sign} Up to an hour: half a day\n{sign} More: the whole day\n\n"
        "The charge is taken from the deposit. The rest is paid back within 5 days.\n"
    )
    [section] = of_text(text)
    assert section[2][-2:] == [
        (sign, "More: the whole day"),
        ("", "The charge is taken from the deposit. The rest is paid back within 5 days."),
    ]


def test_bullets_that_blank_lines_part_may_hold_paragraphs():
    text = "Rules\n\nKeys\nKeys are numbered.\n\n- Front door\n\nOpens at eight every day.\n\n- Back door\n\nStays locked after dark.\n"
    [section] = of_text(text)
    assert [child[0] for child in section[2]] == ["", "-", "-"]


def test_a_numbered_list_that_counts_on_holds_what_stands_between():
    text = "保管制度\n一、入库\n1、验收。\n2、登记。\n\n登记簿由仓管员保管。\n3、上架。\n二、出库\n1、凭单。\n"
    assert of_text(text)[0][2][1] == ("2、", "登记。", [("", "登记簿由仓管员保管。")])


def test_a_paragraph_behind_a_closed_numbered_list_is_of_its_article():
    text = "门卫制度\n\n第一条 门卫禁止下列行为：\n1、睡觉\n2、饮酒\n3、脱岗\n\n有其一者，每次罚款50元。\n第二条 夜间锁门。\n"
    assert of_text(text)[0][2][-1] == ("", "有其一者，每次罚款50元。")


@pytest.mark.parametrize(
    "text",
    [
        "DEPOT RULES\n\nSECTION 2. LOADING\n\nStop when (i) the ramp is wet, (ii) the light fails, or (iii) a strap is torn.\n\nReport it.\n\nWear gloves.\n",
        "仓库规定\n\n第二条 出库时（一）核对单据；（二）核对数量；（三）双方签字。\n\n当日不得补单。\n\n夜间停止出库，急件除外，须报主管同意。\n",
    ],
)
def test_what_follows_a_list_within_one_line_stands_where_the_line_stands(text):
    nodes = of_text(text)
    assert [len(child) for child in nodes[0][2]] == [2] * 5
    assert [child[0] for child in nodes[0][2]][-2:] == ["", ""]


def test_in_word_a_paragraph_without_indent_ends_a_list_of_bullets():
    numbering = abstract(0, lvl(0, "•", "bullet")) + num(1, 0)
    body = [para("Front desk", '<w:outlineLvl w:val="0"/>'), item(1, 0, "Count the drawer."), item(1, 0, "Test the card reader."),
            para("Doors open at eleven every day."),
            para("Kitchen", '<w:outlineLvl w:val="0"/>'), item(1, 0, "Wash hands."), item(1, 0, "Light the oven"),
            para("and keep it closed.", '<w:ind w:left="720"/>')]  # fmt: skip
    desk, kitchen = shape(import_text(docx("".join(body), numbering=numbering), "rules.docx"))[0]
    assert desk[2][-1] == ("", "Doors open at eleven every day.")
    assert len(kitchen[2]) == 2


LISTS = {
    "numbers": "Yard rules\n\nThe steps are:\n1. A talk with the foreman.\n2. A letter. You sign it.\n\n{}",
    "steps": "Yard rules\n\nThe steps are:\nStep 1. A talk with the foreman.\nStep 2. A letter. You sign it.\n\n{}",
}
LATER = "Letters hold for 9 months.\n\nDismissal follows at once for:\n{0} Theft of any amount\n{0} Fighting in the yard\n\nAppeals take ten days.\n"


@pytest.mark.parametrize("steps", LISTS)
@pytest.mark.parametrize("sign", ["•", "*", "(a)"])
def test_a_list_that_words_behind_a_list_lead_to_stands_behind_them(steps, sign):
    later = LATER.format(sign).replace("(a) Fighting", "(b) Fighting")
    nodes = of_text(LISTS[steps].format(later))
    words = [node[1] for node in nodes]
    assert words[-5:] == [
        "Letters hold for 9 months.",
        "Dismissal follows at once for:",
        "Theft of any amount",
        "Fighting in the yard",
        "Appeals take ten days.",
    ]


def test_a_chinese_list_stands_behind_the_words_that_lead_to_it():
    nodes = of_text(
        "仓库处分规定\n\n处分分为：\n1、口头警告。\n2、书面警告。\n\n警告九个月内有效。\n\n有下列情形的立即辞退：\n（1）盗窃；\n（2）斗殴。\n"
    )
    assert [node[:2] for node in nodes[-4:]] == [
        ("", "警告九个月内有效。"),
        ("", "有下列情形的立即辞退："),
        ("（1）", "盗窃；"),
        ("（2）", "斗殴。"),
    ]


def test_words_and_their_list_within_a_list_that_counts_on_stay_in_its_item():
    nodes = of_text(
        "Yard rules\n\n1. A talk.\n2. A letter.\n\nThe letter says:\n• what was done\n• what comes next\n\n3. Dismissal.\n"
    )
    assert [node[0] for node in nodes] == ["1.", "2.", "3."]
    assert [child[0] for child in nodes[1][2]] == ["", "•", "•"]


def test_the_next_paragraph_of_a_word_file_is_none_of_the_last_item_in_the_line_above():
    steps = "We follow three steps, for whatever reason: (1) a talk with the foreman. (2) A letter. (3) Leaving us."
    rest = (
        "Anyone may ask for a second look. It is taken within ten days by someone from another yard who was not there."
    )
    data = docx(
        "".join(map(para, ("Yard rules", "A. HOURS", "The yard opens at seven.", "B. DISCIPLINE", steps, rest)))
    )
    found = shape(import_text(data, "rules.docx"))[0]
    assert found[-1][2][-1] == ("", rest), found


@pytest.mark.parametrize("sign", ["-", "•", "★"])
def test_a_sentence_behind_short_points_without_stops_is_none_of_the_last(sign):
    text = f"打车规定\n一、可以打车的情形：\n{sign} 夜里加班\n{sign} 携带重物\n{sign} 与客户同行\n每次不超过80元，写明事由。\n二、其他\n1、保留发票。\n"
    assert [said for _, said, *_ in of_text(text)[0][2]][-2:] == ["与客户同行", "每次不超过80元，写明事由。"]
    wrapped = f"打车规定\n一、可以打车的情形：\n{sign} 夜里加班到十点以后的员工，\n经理同意的。\n{sign} 携带重物\n二、其他\n1、保留发票。\n"
    assert [said for _, said, *_ in of_text(wrapped)[0][2]] == ["夜里加班到十点以后的员工，经理同意的。", "携带重物"]
