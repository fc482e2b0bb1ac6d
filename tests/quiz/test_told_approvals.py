"""Who approves by rules in Chinese alone, where nobody has marked it."""

from __future__ import annotations

import pytest

from guizhang.quiz.material.approvals.chinese_approvals import could_approve, posts_named, told_approvals
from guizhang.quiz.material.rules import Rules
from tests.quiz.rulings import article, handbook, key, made


def _told(zh: str) -> list[tuple[str, str]]:
    (clause,) = Rules(handbook(article("x", zh))).clauses
    return [(one.who, one.sentence.zh or "") for one in told_approvals(clause)]


@pytest.mark.parametrize(
    ("zh", "who"),
    [
        ("调班须经馆长批准，并记入值班表。", ["馆长"]),
        ("调班应当事先申请，由阅览室主任审批。", ["阅览室主任"]),
        ("查看录像的，经前台经理同意后登记。", ["前台经理"]),
        ("換班應填寫申請單，經店長核可。", ["店長"]),
        ("未经安全主管批准，不得动火作业。", ["安全主管"]),
        ("借阅三天以内由馆长批准，三天以上由区域经理批准。", ["馆长", "区域经理"]),
        # Nobody in particular, somebody named twice, and who only sees to it.
        ("调班须经部门批准，并记入值班表。", []),
        ("调班须经直接上级批准，并记入值班表。", []),
        ("调班须经馆长批准，馆长不在的，次日补办。", []),
        ("值班表由馆长负责编排，每月公布一次。", []),
        ("调班经批准可以延长，但不得超过两天。", []),
    ],
)
def test_who_approves_is_read_from_the_sentence(zh, who):
    assert [name for name, _ in _told(zh)] == who
    assert all("______" in said for _, said in _told(zh))


def test_posts_are_known_by_what_they_do():
    (clause,) = Rules(handbook(article("x", "馆长每天检查书架，发现问题报告区域经理。新书由行政部负责登记。"))).clauses
    assert set(posts_named(clause)) == {"馆长", "区域经理", "行政部"}


def test_nobody_stands_in_for_the_same_person_or_for_one_far_above():
    assert could_approve("馆长", ["馆长", "副馆长", "值班经理", "董事长"]) == ["值班经理"]


def test_who_approves_is_asked_among_those_who_have_something_to_do_there():
    rules = [
        article("a", "调班须经馆长批准，并记入值班表。"),
        article("b", "购书超过预算的，由区域经理批准。"),
        article("c", "阅览室的钥匙由值班班长负责保管。"),
    ]
    items = made("approver", *rules)
    assert [key(item) for item in items] == [["馆长"], ["区域经理"]]
    assert {option.text.zh for option in items[0].options} == {"馆长", "区域经理", "值班班长"}
    assert items[0].stem.zh == "《规定》“关于a”一条规定：“调班须经______批准，并记入值班表。”空白处应填："
