"""Figures that no rule would print are pointed out, and marked in the draft."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text
from guizhang.importers.drafting.review import reviews


def odd(said):
    imported = import_text(f"考勤规定\n第一条 {said}\n第二条 其余照旧。\n".encode(), "rules.txt")
    return imported, [finding for finding in imported.findings if finding.code == "figure-odd"]


@pytest.mark.parametrize(
    "said",
    [
        "病假全年不超过288288天。",
        "损坏门锁的，赔偿30 00元。",
        "迟到一次扣30,00元。",
        "上午8:3012:00上班。",
        "试用期为６００００天。",
        "每年2月30日盘点。",
        "合同于13月1日到期。",
        "押金50元元。",
    ],
)
def test_a_figure_that_cannot_be_is_marked_and_left_as_it_stands(said):
    imported, found = odd(said)
    article = imported.documents[0].nodes[0]
    assert [(finding.line, finding.node) for finding in found] == [(2, article.id)]
    assert article.text == said
    assert "数字疑似有误" in reviews(imported)[article.id].note.zh


@pytest.mark.parametrize(
    "said",
    [
        "奖金1,200元，年终另发30 000元。",
        "每月31日、每年9月30日盘点，2月29日顺延。",
        "工龄满10年的，年休假10天，累计2000小时。",
        "电话20202020，工位100100号。",
        "上午8:30至12:00上班，比例为8:2。",
        "票面100元，折后10.50元。",
    ],
)
def test_figures_as_rules_print_them_are_not(said):
    assert odd(said)[1] == []


def test_a_figure_cut_in_two_is_no_heading_with_its_text():
    imported, _ = odd("旷工罚30 00元，当月扣发。")
    assert imported.documents[0].nodes[0].title == ""
