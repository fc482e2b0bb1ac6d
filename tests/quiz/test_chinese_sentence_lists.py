"""Who has to sign and what to put down, where one sentence lists them; and that a sentence which only names an annex takes nothing from the rest."""

from __future__ import annotations

import pytest

from tests.quiz.rulings import article, made


@pytest.mark.parametrize(
    ("zh", "names"),
    [
        ("调换琴房须由原租借人、新租借人、值班员、琴房主管签字。", ["原租借人", "新租借人", "值班员", "琴房主管"]),
        ("乐器报废，须经器材室、财务部和总经理批准后方可处理。", ["器材室", "财务部", "总经理"]),
        ("外借合同经部门主管审核、法务部会签、分管副总审批、总经理签字后生效。", None),
        ("外借的乐器经器材室主任审核、财务主管复核、总监批准后出库。", ["器材室主任审核", "财务主管复核", "总监批准"]),
        ("外借的乐器经器材室主任、财务主管、总监批准后出库。操作流程详见附件二。", ["器材室主任", "财务主管", "总监"]),
        ("调换琴房必须有申请人、换房人、领班、经理签字批准。", ["申请人", "换房人", "领班", "经理"]),
        ("押金退还由经办人、报销人、有关部门、请款人签字。", ["经办人", "报销人", "有关部门", "请款人"]),
        # Two are no list, things are nobody, and who is named elsewhere gives themselves away.
        ("乐器报废，须经器材室和总经理批准后方可处理。", None),
        ("租借人凭收据、合同、身份证签字领取乐器。", None),
        ("总经理不在时，合同经器材室主任、财务主管、总经理批准后补签。", None),
        ("押金单上须有租借人、值班员、主管签字栏。", None),
    ],
)
def test_those_who_sign_are_written_down(zh, names):
    items = made("list-recall", article("x", zh))
    assert [[point.text.zh for point in item.guide] for item in items] == ([names] if names else [])
    for item in items:
        assert not any(name in item.stem.zh for name in names)
        acts = all(name.endswith(("审核", "复核", "批准")) for name in names)
        assert ("（谁、做什么）" if acts else f"写出全部{len(names)}方") in item.stem.zh


def test_a_sentence_that_only_names_an_annex_is_left_out():
    (item,) = made("list-recall", article("x", "调音申请由租借人、值班员、调音师签字。具体格式见附表1。"))
    assert "附表" not in item.stem.zh + item.rationale.zh
    assert not made("list-recall", article("x", "调音申请由附件一所列租借人、值班员、调音师签字。"))


@pytest.mark.parametrize(
    ("zh", "points"),
    [
        ("调音记录应当注明琴号、调音日期、音高偏差、调音师等信息。", ["琴号", "调音日期", "音高偏差", "调音师"]),
        ("租借人填写领用簿，载明领用日期、琴号和归还时限，由器材室留存。", ["领用日期", "琴号", "归还时限"]),
        ("租借人填写领用簿，载明琴号和归还时限。", None),
        ("琴号牌上应当写明琴号、琴房、租借人。", None),
    ],
)
def test_what_has_to_be_put_down_is_written_down(zh, points):
    items = made("list-recall", article("x", zh))
    assert [[point.text.zh for point in item.guide] for item in items] == ([points] if points else [])


@pytest.mark.parametrize(
    ("zh", "points"),
    [
        ("进入琴房不准携带雨伞、点蜡烛、移动踏板。", ["携带雨伞", "点蜡烛", "移动踏板"]),
        ("租借人不得拆卸弦轴、琴槌和键盘。", ["拆卸弦轴", "琴槌", "键盘"]),
        ("没有换鞋、手上有伤或者带着孩子的一律不得进入琴房。", ["没有换鞋", "手上有伤", "带着孩子"]),
        # Two are no list, and good sense forbids the others.
        ("租借人不得拆卸弦轴和琴槌。", None),
        ("租借人不得争吵、打闹、抽烟。", None),
        ("严禁无证驾驶、超载、酒驾等违法行为。", None),
    ],
)
def test_what_is_forbidden_in_one_sentence_is_written_down(zh, points):
    items = made("list-recall", article("x", zh))
    assert [[point.text.zh for point in item.guide] for item in items] == ([points] if points else [])


@pytest.mark.parametrize(
    ("zh", "points"),
    [
        ("发现弦轴松动、琴键卡住、踏板断裂的一律不得外借。", None),
        ("弦轴、琴键、踏板失灵的一律不得外借。", None),
        ("弦轴松动、琴键卡住、踏板断裂的一律不得外借。", ["弦轴松动", "琴键卡住", "踏板断裂"]),
    ],
)
def test_points_that_share_a_verb_or_a_noun_are_no_list(zh, points):
    items = made("list-recall", article("x", zh))
    assert [[point.text.zh for point in item.guide] for item in items] == ([points] if points else [])
