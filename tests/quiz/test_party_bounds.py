"""Where the names of parties begin and end in a Chinese sentence: what is part of a longer name is no party."""

from __future__ import annotations

from itertools import product

import pytest

from guizhang.quiz.material.parties.bounds import stands_free
from guizhang.quiz.material.rules import Rules
from tests.quiz.rulings import article, handbook

_NAMES = ("总经理", "部门经理", "部门负责人", "主管", "财务部", "客服主管")
_LONGER_BEHIND = (
    "人员 级 级别 层 助理 办公室 办公会 室 组 会议 例会 会，讨论 意见 签字栏 签字样本 审批意见 审批权限 信箱 电话 手机 邮箱 微信 岗位 职务 职权"
    " 待遇 津贴 秘书 代表 领导 及以上 以上 部门 单位 机关 会计 们"
).split()
_LONGER_BEFORE = (
    "本 各 该 其 某 副 原 前任 代理 本部门 所在 申报 移交 用人 使用 主管 归口 任何 有关 新任 正副 大堂 计划".split()
)
_ACTS = (
    "批准 审核 签字 签字确认 处理 组织培训 会签 会同验收 长期保管 必须 负责 电话通知 部署 办理 处罚 。 ，再 和".split()
)
_FREE_BEFORE = ("", "由", "报", "须经", "，", "3日内向", "应当请", "通知", "员工和", "公司", "每月", "的，", "并", "……")


def _free(before: str, name: str, behind: str) -> bool:
    return stands_free(before + name + behind, len(before), len(before) + len(name))


@pytest.mark.parametrize("name", _NAMES)
def test_a_name_within_a_longer_one_is_no_party(name):
    taken = [f"{a}{name}{b}" for a, b in product(("由", "报", ""), _LONGER_BEHIND) if _free(a, name, b)]
    taken += [f"{a}{name}{b}" for a, b in product(_LONGER_BEFORE, ("批准", "。")) if _free(a, name, b)]
    assert not taken


@pytest.mark.parametrize("name", _NAMES)
def test_a_whole_name_is_a_party(name):
    left = [f"{a}{name}{b}" for a, b in product(_FREE_BEFORE, _ACTS) if not _free(a, name, b)]
    assert not left


@pytest.mark.parametrize(
    "said",
    [
        "奖金方案由财务部门核算，每季度公布一次。",
        "货架损坏的，报主管人员处理。",
        "外出送货前，须经本部门负责人同意。",
        "大额折扣由主管部门负责人决定。",
        "例外事项写入总经理信箱。",
    ],
)
def test_nobody_is_asked_for_in_the_place_of_part_of_a_name(said):
    # Others that could stand there are named all over.
    others = [article(f"o{n}", f"第{n}类事项由{name}批准。") for n, name in enumerate((*_NAMES, "行政部"), 1)]
    book = handbook(article("x", said), *others)
    rules = Rules(book)
    assert not [spot for clause, spot in rules.party_spots.items() if clause.address == "rules/x"]
    assert not [clause for clause in rules.details if clause.address == "rules/x" and "主管" in said]


def test_nobody_stands_beside_who_may_be_the_same_person():
    said = "领用备用钥匙，由部门经理登记，报总经理批准。"
    others = [
        article(f"o{n}", f"第{n}类事项由{name}批准。")
        for n, name in enumerate(("部门负责人", "主管", "总经理", "部门经理"), 1)
    ]
    spots = Rules(handbook(article("x", said), *others)).details
    offered = {w.zh for clause, found in spots.items() if clause.address == "rules/x" for s in found for w in s.wrong}
    assert "部门负责人" not in offered


@pytest.mark.parametrize(
    ("said", "head"),
    [
        ("外借合同由主管审核、分管领导批准后生效。", False),
        ("外借合同由主管审核，再报理事会审批。", False),
        ("外借合同由主管审核，副本交会员。", True),
    ],
)
def test_nobody_at_the_head_signs_before_others_do(said, head):
    others = [
        article(f"o{n}", f"第{n}类事项由{name}批准。") for n, name in enumerate(("总经理", "部门经理", "总经理"), 1)
    ]
    spots = Rules(handbook(article("x", said), *others)).details
    offered = {w.zh for clause, found in spots.items() if clause.address == "rules/x" for s in found for w in s.wrong}
    assert "部门经理" in offered
    assert "总经理" not in offered or head
