"""Lines above the points of an imported section that are no part of their sentences: what only says that rules follow, a motto."""

from __future__ import annotations

import pytest

from guizhang.model.regulation import Node, Origin
from guizhang.model.text import Text
from tests.quiz.rulings import article, days, made

_PAGE = Origin(file="page.txt", line=1)


def _asked(above: str, point: str) -> bool:
    body = (Node(item="1", id="p", text=Text(zh=point), facts={"x": days("P3D")}, origin=_PAGE),)
    rule = article("boats", above, title=Text(zh="租船"), body=body, origin=_PAGE)
    return any("《规定》“租船”" in item.stem.zh for item in made("fact-choice", rule))


@pytest.mark.parametrize(
    "above",
    [
        "租船按下列规定办理。",
        "租船规定如下",
        "为爱护船只，租船人应当遵守以下要求。",
        "船只是俱乐部的脸面",
        "租船人应当听从艇长的安排；",
        "租船由前台办理。",
    ],
)
def test_a_point_below_a_line_that_it_does_not_complete_stands_alone(above):
    assert _asked(above, "租船人须在${x}以内归还船桨，并写明损坏的地方。")


@pytest.mark.parametrize(
    ("above", "point"),
    [
        ("租船人有下列情形之一的，不退租金。", "租船人在${x}以内没有归还船桨。"),
        ("租船过夜的，按下列规定办理。", "租船人须在${x}以内归还船桨，并写明损坏的地方。"),
        ("租船应当符合下列条件。", "船桨的借期不超过${x}。"),
        ("租船人应当", "在${x}以内归还船桨，并写明损坏的地方。"),
        ("租船按下列规定办理。", "${x}以内归还船桨"),
    ],
)
def test_a_point_that_its_line_completes_or_gives_a_case_for_does_not(above, point):
    assert not _asked(above, point)
