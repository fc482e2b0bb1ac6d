"""Points that the heading or another point hands over: given or asked for together, and never the only ones asked for."""

from __future__ import annotations

import pytest

from guizhang.model.text import Text
from guizhang.quiz.material.hand_over import bound_together
from tests.quiz.rulings import listed, made

LEAD = ("仓库管理员应当：", "The storekeeper shall:")
PLAIN = [
    ("每天清点零钱箱；", "count the cash box every day;"),
    ("给进货单盖章；", "stamp delivery notes;"),
    ("把钥匙挂回钥匙柜。", "hang the keys in the key cabinet;"),
]


def blanks(*points: tuple[str, str], **fields) -> list[set[str]]:
    """Return what each item of missing-points asks for, in Chinese."""
    lead = fields.pop("lead", LEAD)
    items = made("missing-points", listed("store", *lead, list(points), **fields))
    return [{point.text.zh for point in item.guide} for item in items]


@pytest.mark.parametrize(
    ("pair", "title"),
    [
        ([("自己能修的，当天修好；", "repair what they can themselves;"), ("自己不能修的，送厂家；", "send what they cannot repair to the maker;")], "报修"),
        ([("预防措施；", "preventive measures;"), ("纠正措施；", "corrective measures;")], "措施"),
        ([("不满8箱的，由班长签收；", "fewer than 8 crates: the foreman signs;"), ("至少8箱的，由库长签收；", "at least 8 crates: the head;")], "收货"),
        ([("拍下漏水的管道；", "photograph a leaking pipe;"), ("当天把它上报；", "report it the same day;")], "漏水"),
        ([("登记查询的目的；", "note the purpose of the query;"), ("登记查询的理由；", "note the reason of the query;")], "查询"),
    ],
)  # fmt: skip
def test_points_that_hand_each_other_over_are_asked_for_together(pair, title):
    one, other = (zh.rstrip("；") for zh, _ in pair)
    for place in range(len(PLAIN)):
        asked = blanks(*PLAIN[:place], *pair, *PLAIN[place:], title=Text(zh=title, en="On this"))
        assert asked
        assert all((one in part) is (other in part) for part in asked)


def test_a_ladder_gives_none_of_its_rungs():
    rungs = [
        ("不满5件的，由收货员清点；", "the receiver counts fewer than 5 crates;"),
        ("至少5件、不超过9件的，由班长清点；", "the foreman counts at least 5 and no more than 9 crates;"),
        ("超过9件的，由库长清点。", "the head counts more than 9 crates."),
    ]
    assert blanks(*rungs) == []


def test_points_that_only_look_alike_stay_apart():
    points = [
        Text(zh="防潮", en="Keep it dry"),
        Text(zh="领料单2份", en="2 requisition slips"),
        Text(zh="发货单2份", en="2 delivery notes"),
        Text(zh="登记不合格的零件", en="Log rejected parts"),
    ]
    assert bound_together(points, ("zh", "en")) == [[0], [1], [2], [3]]


def test_what_the_introduction_says_in_other_words_is_given():
    lead = ("仓库从盘点结果出发，按以下步骤改进：", "The store starts from the results of stocktaking, in these steps:")
    told = ("查看盘点结果；", "look at the results of stocktaking;")
    asked = blanks(told, *PLAIN, lead=lead)
    assert asked
    assert not any("查看盘点结果" in point for part in asked for point in part)
    assert any("查看盘点结果" in part for part in blanks(told, *PLAIN))


def test_what_takes_in_the_rest_is_given():
    asked = blanks(("有关部门；", "the departments concerned;"), *PLAIN, ("其他应缴款项。", "other sums due."))
    assert asked
    assert not {"有关部门", "其他应缴款项"} & set().union(*asked)


def test_where_all_but_one_are_told_nothing_is_asked():
    title = Text(zh="清点零钱箱和盖章的进货单", en="Counting the cash box and stamping delivery notes")
    assert blanks(*PLAIN, title=title) == []
    assert len(blanks(*PLAIN)) == 2
