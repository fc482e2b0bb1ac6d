"""The points of a list share the words that introduce it; that alone makes no two of them contradict each other."""

from __future__ import annotations

import pytest

from guizhang.consistency import contradictions
from guizhang.consistency.statements import statements
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.regulation import Regulation
from guizhang.model.text import Text


def handbook(*lists):
    """One article for each list; the first text of a list introduces it, the others are its items."""
    body = []
    for number, (intro, *items) in enumerate(lists, start=1):
        lang = "en" if intro.isascii() else "zh"
        points = [{"item": str(i), "id": f"a{number}i{i}", "text": {lang: t}} for i, t in enumerate(items, start=1)]
        body.append({"article": str(number), "id": f"a{number}", "text": {lang: intro}, "body": points})
    regulation = {"id": "rules", "title": {"zh": "规定"}, "edition": {"version": "1"}, "body": body}
    settings = Settings(title=Text(zh="规章"), company=Text(zh="公司"))
    return Handbook(settings, (Regulation.model_validate(regulation),))


PENALTIES = "员工在岗期间有下列违反劳动纪律行为之一的，每发现一次按以下标准扣减当月绩效分："
AT_PEACE = [
    [(PENALTIES, "串岗的，扣2分；", "睡岗的，扣5分；", "酗酒的，扣10分。")],
    [("违反本规定的，按下列标准处罚：", "迟到的，罚款20元；", "早退的，罚款50元；", "旷工的，罚款100元。")],
    [(PENALTIES, "串岗的，扣2分。"), (PENALTIES, "睡岗的，扣5分。")],
    [(PENALTIES, "2分；", "5分。")],
    [("客户投诉分级处理，责任人按下列标准承担责任：", "一级投诉扣50元；", "二级投诉扣100元。")],
    # Each introduces a list of its own.
    [("下列情形每次扣3分：", "漏登借出的样机；"), ("下列情形每次扣1分：", "样机归还时没有擦净；")],
    [
        ("For the following a lane card is marked with 3 points:", "swimming against the lane;"),
        ("For the following a lane card is marked with 1 point:", "wearing no cap;"),
    ],
    [("Staff who break the rules of the workshop are fined as follows:", "lateness, $20;", "absence, $100.")],
]
AT_ODDS = [
    [(PENALTIES, "串岗的，扣2分；", "串岗的，扣5分。")],
    [("有下列行为的，予以处罚：", "迟到三次的，扣款50元；", "迟到三次的，罚款100元。")],
    [("下列情形每次扣3分：", "样机借出没有登记；"), ("下列情形每次扣1分：", "样机借出没有登记；")],
    [(PENALTIES, "上班期间睡岗的，扣2分。"), (PENALTIES, "上班期间睡岗的，扣5分。")],
    [("Staff are fined as follows:", "absence without leave, $20;", "absence without leave, $100.")],
]


@pytest.mark.parametrize("lists", AT_PEACE)
def test_points_about_different_things_do_not_contradict(lists):
    assert contradictions(handbook(*lists)) == ()


@pytest.mark.parametrize("lists", AT_ODDS)
def test_points_about_one_thing_do(lists):
    assert len(contradictions(handbook(*lists))) == 1


def test_a_point_is_known_by_its_own_words():
    said = list(statements(handbook(("违反本规定的，罚款：", "迟到的，20元；早退的，50元。"))))
    assert [(statement.text, statement.point) for statement in said] == [
        ("违反本规定的，罚款：", None),
        ("违反本规定的，罚款：迟到的，20元；", "迟到的， ；"),
        ("早退的，50元。", None),
    ]
