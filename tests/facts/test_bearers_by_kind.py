"""Whom a rule binds, by every kind of name a rule has, in each place of a sentence."""

from __future__ import annotations

import pytest

from guizhang.facts.bearers import titled
from guizhang.facts.clauses import split_clauses
from guizhang.facts.found import Node
from guizhang.facts.inherit import find_norms
from guizhang.facts.layers import find_roles
from guizhang.facts.norms import judge

NAMES = (
    "员工 在职员工 离职员工 当班员工 参会人员 班组长 会长 理事长 股东 监事 被申请人 首席仲裁员 推广员 买家 卖家 经销商 分包商 承包人 发包人 监理人 "
    "承租人 出租人 丙方 任何一方 我方 平台 网站 图书馆 管理方 申请单位 架子工 信号工 志工 保姆 网点 驿站 我司 法院 团体 青年会 读者 住宿生 職員"
).split()
PLACES = (
    "{who}应在下班前提交材料。",
    "{who}不得擅自离开。",
    "接到通知后，{who}须立即处理。",
    "由{who}负责清点。",
    "{who}需要延期的，应书面提出。",
)
# Those who are served only cause such a case, so these are parties and staff.
CAUSES = "员工 承租人 丙方 卖家 推广员 申请单位".split()
ENGLISH = (
    "Employees|The Tenant|Occupant|Unit owners|Swimmers|Patrons|The Town|The Library|Department heads|The Police Chief|New hires|Non-members|Minors"
    "|The Board of Directors|Either party|A responsible adult|Organizations|We|The adult in charge|Coaches|Personnel"
).split("|")
ENGLISH_PLACES = (
    "{who} must sign the register.",
    "{who} may apply for a refund.",
    "If the pool is full, {who} must wait outside.",
    "At least ten days before the event, {who} shall pay the deposit.",
    "However, {who} must notify the office.",
)


def bearer_of(text):
    return judge(split_clauses(text)[0]).bearer


@pytest.mark.parametrize("who", NAMES)
def test_a_name_is_the_bearer_wherever_it_stands(who):
    assert {text: found for text in PLACES if (found := bearer_of(text.format(who=who))) != who} == {}


@pytest.mark.parametrize("who", CAUSES)
def test_whoever_is_in_the_case_is_told_what_to_do_then(who):
    assert bearer_of(f"如{who}提出申请，应提前三日通知对方。") == who


@pytest.mark.parametrize("who", ENGLISH)
def test_an_english_name_is_the_bearer_wherever_it_stands(who):
    inside = who if who == "Occupant" else who[0].lower() + who[1:]
    texts = [place.format(who=who if place.startswith("{") else inside) for place in ENGLISH_PLACES]
    # The Board of Directors is the Board.
    names = {who.lower(), who.lower().partition(" of ")[0].partition(" in ")[0]}
    assert {text: found for text in texts if (found := bearer_of(text) or "").lower() not in names} == {}


def test_a_pronoun_is_whom_the_case_names():
    assert bearer_of("If the employee disagrees with the decision, he may appeal within five days.") == "the employee"
    assert bearer_of("Should any member be ill, he/she must call the office.") == "any member"


@pytest.mark.parametrize("title", ["ORGANISATION", "Personnel", "Library", "Groups", "Employment of Minors"])
def test_what_only_names_a_field_binds_nobody(title):
    assert titled(title) is None


# What ends like a name and is none: negated or done to somebody, a place, a share, a time before the name.
NOBODY = (
    "未取得家属同意的，不得手术。",
    "上班时间严禁打私人电话。",
    "仓库内禁止吸烟。",
    "扣款全部用于员工活动，并按月公布。",
    "检查员工遵守纪律的情况。",
    "懲處結果可於五日內申訴。",
    "困人事故：先安抚被困人员，再通知维保单位。",
)


@pytest.mark.parametrize("text", NOBODY)
def test_what_is_no_name_binds_nobody(text):
    assert bearer_of(text) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("课间教师不得离开楼层。", "教师"),
        ("到期未拆的，每逾期一天罚使用班组200元。", "使用班组"),
        ("未成年人须由家长陪同。", "未成年人"),
        ("由安全部解释。", "安全部"),
        ("每家门店须公示价格。", "每家门店"),
        ("General Meetings — Each branch shall send two members.", "Each branch"),
        ("In each round, delegates shall vote once.", "delegates"),
        ("The General Assembly shall meet in spring.", "The General Assembly"),
        ("Individual members shall pay by May.", "Individual members"),
        ("Clearly, Employees must not drive company vehicles.", "Employees"),
    ],
)
def test_the_name_goes_whole_and_alone(text, who):
    assert bearer_of(text) == who


def test_a_heading_that_names_a_field_of_work_binds_nobody():
    assert titled("收银") is None
    assert titled("收银员") == "收银员"


def test_the_name_of_an_office_is_found_whole():
    node = Node("paragraph", text="班组长报告车间主任，由营运部经理和教研组长批准，店长签字。")
    assert {role.name for role in find_roles([node])} == {"班组长", "车间主任", "营运部经理", "教研组长", "店长"}


def test_a_name_from_a_heading_is_printed_in_its_script():
    found = find_norms(
        [
            Node(
                "section",
                title="客服專員",
                children=(Node("paragraph", text="排隊過長時，應加開窗口。", id="a"),),
                id="b",
            )
        ]
    )
    assert [norm.bearer for norm in found] == ["客服專員"]
