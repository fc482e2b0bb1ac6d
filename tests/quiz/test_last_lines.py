"""The last line of an imported provision is a sentence without its stop too, where it is one."""

from __future__ import annotations

import pytest

from guizhang.model.regulation import Node, Origin
from guizhang.model.text import Text
from guizhang.quiz.quoting.clauses import clauses
from guizhang.quiz.quoting.last_lines import closed
from tests.quiz.rulings import handbook

ORIGIN = Origin(file="draft.txt", line=1)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("迟到的扣十元。以此类推", "迟到的扣十元。以此类推。"),
        ("收银员交班时必须当面点清备用金", "收银员交班时必须当面点清备用金。"),
        ("仓库内禁止吸烟。", "仓库内禁止吸烟。"),
        ("员工应急预案", "员工应急预案"),
        ("仓库管理要求", "仓库管理要求"),
        ("离职以后仍应保守", "离职以后仍应保守"),
        ("有下列行为应当从重处理的", "有下列行为应当从重处理的"),
        ("值班员应当把钥匙交给班长和", "值班员应当把钥匙交给班长和"),
    ],
)
def test_a_chinese_line_is_closed_where_it_lays_something_down(said: str, meant: str) -> None:
    assert closed(said, "zh") == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Lockers are small. Larger bags are kept at the desk", "Lockers are small. Larger bags are kept at the desk."),
        ("Visitors must sign the book at the gate", "Visitors must sign the book at the gate."),
        ("Do not prop the fire doors open", "Do not prop the fire doors open."),
        ("What visitors must bring", "What visitors must bring"),
        ("Documents that must be shown at the gate", "Documents that must be shown at the gate"),
        ("No Parking Zones", "No Parking Zones"),
        ("Visitors must hand the key to the", "Visitors must hand the key to the"),
    ],
)
def test_an_english_line_is_closed_where_it_lays_something_down(said: str, meant: str) -> None:
    assert closed(said, "en") == meant


def _quoted(*body: Node) -> list[str | None]:
    quoted = (clause.quote() for clause in clauses(handbook(*body)))
    return [None if text is None else text.zh for text in quoted]


def _item(number: str, said: str) -> Node:
    return Node(item=number, id=f"item-{number}", text=Text(zh=said), origin=ORIGIN)


def test_a_numbered_line_ends_where_the_next_one_begins() -> None:
    first, second = "访客进门必须出示有效的身份证件", "送货车辆不得停在消防通道上"
    assert _quoted(_item("1", first), _item("2", second)) == [f"{first}。", f"{second}。"]


def test_a_line_that_a_paragraph_may_go_on_with_is_left_as_it_is() -> None:
    rest = Node(text=Text(zh="身份证件和送货单才能进入仓库区域。"), origin=ORIGIN)
    assert next(iter(_quoted(_item("1", "送货人员进门必须同时出示有效"), rest))) is None
