"""What follows on what, by rules in Chinese alone."""

from __future__ import annotations

import pytest

from guizhang.model.regulation import Node
from guizhang.model.text import Text
from guizhang.quiz.material.chinese_sanctions import chinese_sanctions
from guizhang.quiz.material.rules import Rules
from tests.quiz.rulings import article, handbook, key, made


def _read(zh: str, body: tuple[Node, ...] = ()) -> list[tuple[str, str]]:
    rules = Rules(handbook(article("x", zh, norm="duty", body=body)))
    return [(one.case, one.outcome) for clause in rules.clauses for one in chinese_sanctions(clause)]


@pytest.mark.parametrize(
    ("zh", "found"),
    [
        ("冒名借书的，罚款80元并公布姓名。", [("冒名借书的", "罚款80元并公布姓名")]),
        ("冒名借書者，記小過一次。", [("冒名借書者", "記小過一次")]),
        ("借书应当刷卡。冒名借书的罚管理员80元。", [("冒名借书的", "罚管理员80元")]),
        ("在馆内饮食每次扣5分。", [("在馆内饮食的", "每次扣5分")]),
        ("涂改借书证的，予以辞退；情节较轻的，书面检讨。", [("涂改借书证的", "予以辞退")]),
        ("全年零差错的馆员，公布姓名。全年零差错的，奖励500元。", [("全年零差错的", "奖励500元")]),
        # Money that was paid is no deed.
        ("罚款一律存入公用账户，每季度公布一次。", []),
        ("扣款全部用于购书的，取消公示。", []),
        # Nor what leans on the sentence before, what somebody may do, or what is lost and has to be paid for.
        ("借书应当刷卡。违者罚款50元。", []),
        ("情节严重的，给予辞退。", []),
        ("馆员对处罚不服的，可以在3日内申诉。", []),
        ("书籍遗失的，由借阅人照价赔偿。", []),
        ("超过三天的要重新登记。", []),
    ],
)
def test_what_follows_is_read_from_each_sentence(zh, found):
    assert _read(zh) == found


def test_each_point_of_a_list_has_what_follows_on_all_of_them():
    body = tuple(Node(item=str(n), text=Text(zh=zh)) for n, zh in enumerate(("冒名借書；", "塗改借書證者。"), 1))
    assert _read("有下列情形之一者，記申誡一次：", body) == [
        ("冒名借書的", "記申誡一次"),
        ("塗改借書證者", "記申誡一次"),
    ]


def test_fines_stand_among_fines_of_the_same_regulation():
    rules = [
        article(f"r{n}", zh, norm="duty")
        for n, zh in enumerate(
            (
                "冒名借书的，罚款80元。",
                "涂改借书证的，罚款200元。",
                "在馆内吸烟的，罚款500元。",
                "罚款全部用于购买图书，每季度公布一次。",
            )
        )
    ]
    items = made("penalty-match", *rules)
    assert [key(item) for item in items] == [["罚款80元"], ["罚款200元"], ["罚款500元"]]
    assert all("公布" not in option.text.zh for item in items for option in item.options)
