"""Points that the heading or another point hands over: given or asked for together, and never the only ones asked for."""

from __future__ import annotations

import pytest

from guizhang.model.regulation import Node
from guizhang.model.text import Text
from guizhang.quiz.material.lists.hand_over import bound_together
from tests.quiz.rulings import article, listed, made

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


@pytest.mark.parametrize(
    ("lead", "points", "names"),
    [
        (
            ("来件按下列期限送出：", "Post is delivered within these times:"),
            [("急件，在2小时内；", "urgent post, within 2 hours;"), ("平件，在次日上午。", "other post, by the next morning.")],
            ("“急件”“平件”", "“urgent post” and “other post”"),
        ),
        (
            ("补单按下列办法办理：", "Reprints are given out as follows:"),
            [("遗失1张的，由班长补；", "for one slip lost, a reprint by the foreman;"), ("遗失多张的，由库长补。", "for several lost, a reprint by the head.")],
            ("“遗失1张的”“遗失多张的”", "“for one slip lost” and “for several lost”"),
        ),
        (
            ("破损分为以下2级：", "Damage has these 2 grades:"),
            [("外箱压皱，为轻度破损；", "a crushed box is slight damage;"), ("货物开裂，为重度破损。", "cracked goods are heavy damage.")],
            ("“轻度破损”“重度破损”", "“slight damage” and “heavy damage”"),
        ),
    ],
)  # fmt: skip
def test_of_what_has_a_name_the_meaning_is_asked_for(lead, points, names):
    rule = listed("store", *lead, points, norm="statement")
    (item,) = made("label-recall", rule)
    if "的”" in names[0]:  # cases are no names, and are asked for as what holds in them
        assert item.stem.zh.endswith("写出下列情形各应当怎样：遗失1张的；遗失多张的。")
        assert item.stem.en.endswith("in each of these cases: for one slip lost; for several lost.")
    else:
        assert item.stem.zh.endswith(f"分别写出{names[0]}各是怎样规定的。")
        assert item.stem.en.endswith(f"each of these: {names[1]}.")
    assert [point.text.zh for point in item.guide] == [zh.rstrip("；。") for zh, _ in points]
    assert not made("list-recall", rule)
    assert not made("missing-points", rule)


def test_what_is_done_for_something_is_no_name():
    points = [
        ("检查有无漏水；", "check for leaks;"),
        ("索取发票；", "apply for an invoice;"),
        ("等候通知。", "wait for the signal."),
    ]
    rule = listed("store", *LEAD, points)
    assert not made("label-recall", rule)
    english = article(
        "store", None, LEAD[1], body=tuple(Node(item=str(n), text=Text(en=en)) for n, (_, en) in enumerate(points, 1))
    )
    assert made("list-recall", english, title=Text(en="Rules"))
    assert not made("label-recall", english, title=Text(en="Rules"))


def test_no_item_is_the_whole_of_another():
    points = [
        ("登记：写进来货簿；", "logging: enter them in the delivery book;"),
        ("核对：与订单比较；", "comparing: hold them against the order;"),
        ("上架：按《仓库规定》的“货架”一条办理。", "shelving: as “Shelves” in Store provides."),
    ]
    items = made("label-recall", listed("goods", "来货分几个环节办理：", "Deliveries pass through stages:", points))
    assert len(items) == len({item.stem.zh for item in items})


def test_what_must_not_be_done_is_quoted_with_who_must_not():
    title = Text(zh="不得外带", en="Not to be taken out")
    rule = listed("out", "仓库管理员不得：", "The storekeeper must not:", PLAIN[:2], title=title, norm="prohibition")
    (item,) = made("list-recall", rule)
    assert "列出了仓库管理员不得有的几种行为。" in item.stem.zh
    assert " lists what the storekeeper must not do." in item.stem.en
    assert item.rationale.zh == "《规定》“不得外带”一条：“仓库管理员不得：每天清点零钱箱；给进货单盖章。”"
    assert item.rationale.en.endswith("“The storekeeper must not: count the cash box every day; stamp delivery notes.”")


def test_points_inside_a_sentence_have_no_colon_and_numbers_where_they_have_parts():
    points = [
        ("送货单：一式三份；", "delivery notes: three copies;"),
        ("破损的箱子；没有标签的箱子也算；", "damaged crates; those without a label count too;"),
        *PLAIN,
    ]
    for item in made("missing-points", listed("store", *LEAD, points)):
        given = item.stem.zh.partition("项是：")[2]
        assert "：" not in given
        if "破损的箱子" in given:
            assert "（2）" in given
            assert "(2) " in item.stem.en


def test_courtesy_alone_is_not_asked_for():
    kind = [("说话亲切；", "speak kindly;"), ("语调柔和；", "speak softly;"), ("解释耐心；", "explain patiently;")]
    detail = [("报自己的工号；", "give their staff number;"), ("记下对方的房号；", "note the room number;")]
    lead = ("接听电话的员工应当做到以下6点：", "On the telephone staff shall do these 6 things:")
    asked = blanks(*kind, *detail, PLAIN[1], lead=lead)
    assert asked
    assert not any(part <= {"说话亲切", "语调柔和", "解释耐心"} for part in asked)


def test_a_list_of_which_the_title_names_a_third_is_not_written_down():
    title = Text(zh="清点零钱箱", en="Counting the cash box")
    assert not made("list-recall", listed("store", *LEAD, PLAIN, title=title))
    assert made("list-recall", listed("store", *LEAD, PLAIN))


def test_steps_that_any_paper_goes_through_are_not_recited():
    lead = ("通知依次办理：", "Notices are, in this order:")
    routine = [
        ("拟稿后送到门店；", "drafted and delivered to the shop;"),
        ("门店签收；", "signed for by the shop;"),
        ("签收单归档。", "filed with the receipt."),
    ]
    telling = [*routine[:2], ("签收单交总经理归档。", "filed by the general manager with the receipt.")]
    assert not made("steps-recall", listed("notices", *lead, routine, norm="procedure"))
    assert not made("missing-points", listed("notices", *lead, routine, norm="procedure"))
    assert made("steps-recall", listed("notices", *lead, telling, norm="procedure"))


VERBS = article(
    "verbs",
    "员工应当搬、锁、写、停。",
    "Staff shall move crates. Staff shall lock it. Staff shall note it. Staff shall stop.",
)


def test_what_for_is_no_further_thing_to_do():
    zh, en = (
        "下雨时，门卫应当把桌子搬到门内，登记时间，",
        "When rain falls, the guard shall move the desk inside, note the time and ",
    )
    plain = article("desk", f"{zh}锁好侧门。", f"{en}lock the side door.")
    purpose = article("desk", f"{zh}方便客户。", f"{en}move on.")
    assert len(made("what-to-do", plain, VERBS)[0].guide) == 3
    (item,) = made("what-to-do", purpose, VERBS)
    assert [point.text.zh for point in item.guide] == ["把桌子搬到门内", "登记时间，方便客户"]


def test_what_the_heading_says_is_not_asked_for_as_what_to_do():
    rule = ("开箱以前，门卫应当登记箱号，锁好侧门。", "Before a crate is opened, the guard shall note its number and lock the side door.")  # fmt: skip
    told = Text(zh="箱号的登记和侧门的上锁", en="Numbers noted and side doors locked")
    assert made("what-to-do", article("crates", *rule, title=Text(zh="开箱", en="Opening")), VERBS)
    assert not made("what-to-do", article("crates", *rule, title=told), VERBS)


def test_manners_alone_make_no_situations():
    kind = ("客人进门时，门卫应当大方得体。", "When guests come in, the guard shall move with grace.")
    detail = ("客人进门时，门卫应当登记时间。", "When guests come in, the guard shall note the time.")
    rude = ("打扫以后，门卫不得乱扔废纸。", "After cleaning, the guard must not move waste paper about.")
    title = Text(zh="客人", en="Guests")
    assert not made("situations", article("guests", kind[0] + rude[0], f"{kind[1]} {rude[1]}", title=title), VERBS)
    assert made("situations", article("guests", detail[0] + rude[0], f"{detail[1]} {rude[1]}", title=title), VERBS)
