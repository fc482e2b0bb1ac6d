"""What a quoted sentence needs beside it: where a point says first where it holds; and what an imported rule above its points is."""

from __future__ import annotations

from guizhang.model.fact import Fact
from guizhang.model.regulation import Node, Origin
from guizhang.model.text import Text
from tests.quiz.rulings import article, made

_HERE = Origin(file="page.txt", line=1)
_SUM = {"sum": Fact(kind="money", value="15")}


def _point(n: int, zh: str, **fields) -> Node:
    return Node(item=str(n), id=f"x-{n}", norm="duty", origin=_HERE, text=Text(zh=zh), **fields)


def _article(zh: str, *points: Node) -> Node:
    return article("x", zh, body=points).model_copy(update={"origin": _HERE})


def _said(rule: Node) -> list[str]:
    return [item.stem.zh for item in made("fact-choice", rule)]


def test_a_sentence_is_not_quoted_without_where_its_point_says_it_holds():
    first = "大剧院、音乐厅：每场备两名调音师，演出前逐件试音并记录在案，演出后把谱架、琴凳、灯具一并清点入库，由值班员在清单上签收。"
    rule = _article(
        "外出演出按下列标准配备人员：",
        _point(1, f"{first}没有安排住宿的，每人补助${{sum}}。", facts=_SUM),
        _point(2, "学校、社区：每场备一名调音师。"),
    )
    assert all("大剧院" in said for said in _said(rule))
    # Where nothing of it is left out, one sentence is enough.
    plain = first.replace("：每场", "每场")
    rule = _article(
        "外出演出按下列标准配备人员：",
        _point(1, f"{plain}外出演出没有安排住宿的，每人补助${{sum}}。", facts=_SUM),
        _point(2, "学校、社区每场备一名调音师。"),
    )
    assert any("大剧院" not in said for said in _said(rule))


def test_points_below_an_imported_rule_of_its_own_stand_alone():
    above = "乐手排练期间没有到场的，都要事先向声部首席请假，事后补办手续。"
    point = _point(1, "临时请假外出的，每次扣除排练补贴${sum}，由声部首席登记在册。", facts=_SUM)
    (said,) = _said(_article(above, point))
    assert "“临时请假外出的，每次扣除排练补贴______" in said
    # What it announces is a list of its own.
    assert not _said(_article("乐手排练期间请假的，按下列规定办理。", point))
