"""What follows on what, by rules in Chinese alone."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.model.regulation import Node
from guizhang.model.text import Text
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sanctions.chinese_sanctions import chinese_sanctions
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
        # Two cases with what follows on each, parted by a comma; what is dealt with in front of one is no part of it.
        (
            "不穿救生衣的罚款40元，酒后驾船的罚款300元。",
            [("不穿救生衣的", "罚款40元"), ("酒后驾船的", "罚款300元")],
        ),
        ("缺训一天扣三天补贴，连续缺训五天的，予以除名。", [("连续缺训五天的", "予以除名")]),
        ("全年零差错的，享受租船八折折扣。", []),
        # How much is no deed: of what, the part before says.
        ("拖欠还书10天以内的，每天罚1元；10天以上30天以内的，罚款30元。", [("拖欠还书10天以内的", "每天罚1元")]),
        ("拖欠还书按天计。超过30天（含）的，罚款80元。", []),
        ("拖欠還書三次以上者，記過一次；十次以上者，記大過一次。", [("拖欠還書三次以上者", "記過一次")]),
        (
            "冒名借书的，罚款80元；3次以上冒名借书的，罚款200元。",
            [("冒名借书的", "罚款80元"), ("3次以上冒名借书的", "罚款200元")],
        ),
        # What follows each time is no single outcome.
        ("第一次冒名借书的，警告，第二次罚款80元，第三次除名。", []),
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


def test_lists_of_what_costs_so_many_points_are_asked_among_each_other():
    rules = [
        article(
            f"r{n}",
            "下列行为一次记${p}：",
            facts={"p": Fact(kind="count", value=value, unit="points")},
            norm="duty",
            body=tuple(Node(item=str(i), text=Text(zh=zh)) for i, zh in enumerate(points, 1)),
        )
        for n, (value, points) in enumerate(
            (
                ("1", ("逆向划船；", "随意停靠码头。")),
                ("3", ("夜间不亮灯；", "不穿救生衣。")),
                ("6", ("载客超员；", "涂改船号。")),
            )
        )
    ]
    items = made("penalty-match", *rules)
    assert {(item.stem.zh, *key(item)) for item in items} >= {
        ("按《规定》，涂改船号的，怎样处理？", "一次记6分"),
        ("按《规定》，夜间不亮灯的，怎样处理？", "一次记3分"),
    }
    assert len(items) == 6


def test_points_stand_among_points_and_their_sum_among_none():
    rules = [
        article(f"r{n}", zh, norm="duty")
        for n, zh in enumerate(
            (
                "夜间不亮灯的，一次扣3分。",
                "逆向划船的，一次扣1分。",
                "涂改船号的，一次扣6分。",
                "一季累计扣满12分的，取消当季补贴。",
                "冒名租船的，取消会员资格。",
                "连续三月满分的，奖励80元。",
            )
        )
    ]
    items = made("penalty-match", *rules)
    assert [key(item) for item in items] == [["一次扣3分"], ["一次扣1分"], ["一次扣6分"]]


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


def _options(*rules: str) -> dict[str, set[str]]:
    """Return per case what is offered as following on it."""
    items = made("penalty-match", *(article(f"r{n}", zh, norm="duty") for n, zh in enumerate(rules)))
    return {item.stem.zh.split("，")[1]: {option.text.zh for option in item.options} for item in items}


_STAFF = (
    "艇员酒后驾船的，予以辞退。",
    "艇员擅离船闸的，记过一次。",
    "在船上吸烟的，罚款300元。",
    "虚报里程的，罚款500元。",
)


def test_nobody_is_offered_what_is_for_somebody_else():
    found = _options(
        *_STAFF,
        "会员转借船证的，暂停会籍30天。",
        "会员逃票的，取消会籍。",
        "分包单位延误工期的，处以900元罚款。",
        "分包单位偷工减料的，处以2000元罚款。",
    )
    staff = {outcome for case, offered in found.items() if case.startswith("艇员") for outcome in offered}
    members = {outcome for case, offered in found.items() if case.startswith("会员") for outcome in offered}
    assert {"予以辞退", "记过一次"} <= staff
    assert not {"暂停会籍30天", "取消会籍", "处以900元罚款", "处以2000元罚款"} & staff
    assert "取消会籍" in members
    assert not {"予以辞退", "记过一次"} & members


def test_staff_are_dealt_with_for_what_customers_complain_of():
    assert "予以辞退" in _options(*_STAFF, "客户投诉属实的，罚款100元。")["客户投诉属实的"]
    assert "予以辞退" not in _options(*_STAFF, "客户打骂艇员的，罚款100元。").get("客户打骂艇员的", ())


def test_what_tells_its_case_is_neither_asked_nor_offered():
    found = _options(
        *_STAFF, "私收船费的，没收所得并罚款200元。", "弄沉船只者，按修理费的50%赔偿。", "斗殴的，双方各罚200元。"
    )
    assert not {"私收船费的", "弄沉船只者", "斗殴的"} & set(found)
    assert not any("没收" in outcome or "赔偿" in outcome for offered in found.values() for outcome in offered)


def test_one_point_of_a_list_is_quoted_with_dots_for_the_others():
    body = tuple(Node(item=str(n), text=Text(zh=zh)) for n, zh in enumerate(("私自调换船只；", "丢弃救生衣；"), 1))
    rules = [article(f"r{n}", zh, norm="duty") for n, zh in enumerate(_STAFF)]
    fined = article("x", "下列行为每次罚款100元：", norm="penalty", body=body)
    told = [item.rationale.zh for item in made("penalty-match", *rules, fined) if ".x." in item.id]
    assert [one.partition("：")[2] for one in told] == [
        "“下列行为每次罚款100元：私自调换船只；……”",
        "“下列行为每次罚款100元：……丢弃救生衣。”",
    ]
