"""Norms by the frames a language has: who × modal × act × what stands around it, with what the conventions say of each."""

from __future__ import annotations

from itertools import product

import pytest

from guizhang.facts.clauses import split_clauses
from guizhang.facts.norms import judge


def norm_of(text):
    return judge(split_clauses(text)[0]).norm.value


def others(texts, norm):
    return {text: found for text in texts if (found := norm_of(text)) != norm}


BODIES = "公司 甲方 出租人 贷款人 平台 网站 本馆 本會 图书馆 仲裁庭 首席仲裁员 主办单位 主管部门 发包人 管理方 我方 停车场 驿站 部门经理".split()
ACTS = "终止服务 拒绝受理 延长期限 要求提供证明 检查车辆 暂停使用 变更时间 限制人数 处置遗留物品 公布名单".split()
FRAMES = (
    "{who}可{act}。",
    "{who}也可以根据申请{act}。",
    "{who}认为有必要的，可以{act}。",
    "必要时，{who}可{act}。",
    "使用人违反规定的，{who}可{act}。",
    "{who}经核实后，可以{act}。",
    "逾期未缴的，{who}可不经通知{act}。",
    "{who}可以在不另行通知的情况下{act}。",
    "{who}可视情况{act}。",
    "{who}有权{act}。",
    "有下列情形之一的，{who}可{act}：",
)


@pytest.mark.parametrize("frame", FRAMES)
def test_what_a_body_or_a_party_may_do_to_others_is_its_power(frame):
    assert others([frame.format(who=who, act=act) for who, act in product(BODIES, ACTS)], "power") == {}


@pytest.mark.parametrize("who", "员工 会员 顾客 承租人 家长 学员 保安员 住户".split())
def test_what_anybody_else_may_do_is_let(who):
    assert others([f"{who}可{act}。" for act in ("申请延期", "更换衣柜", "查询记录", "自行协商")], "permission") == {}


def test_leave_to_set_a_wrong_right_is_no_penalty():
    cases = ("逾期的，", "丢失证件的，", "对处罚不服的，", "迟到15分钟以内的，", "对方违约的，守约方")
    acts = ("可申请补办", "可在三日内提出复核", "可补交材料", "可要求更换", "可分期偿还", "可委托他人代办")
    assert others([case + act + "。" for case, act in product(cases, acts)], "permission") == {}


SETTLED = (
    "借款从每月工资中扣除，直至还清。",
    "每月从工资中扣除500元用于归还借款。",
    "预支款从当月工资中一次性扣除。",
    "退款时扣除实际发生的费用。",
    "中途退学的，按已上课时扣除学费，余款退还。",
    "事假按日扣除工资。",
    "停车费从储值卡中扣除次数。",
    "罚款从当月工资中扣除。",
    "甲方支付工程款时扣除5%作为质保金。",
)
MEANT_TO_HURT = (
    "违反本规定的，扣除当月奖金。",
    "损坏物品的，维修费从押金中扣除。",
    "无故旷工扣除三日工资。",
    "逾期还款的，按日扣除万分之五。",
    "借款逾期不还的，扣发当月工资。",
    "迟到的，要做俯卧撑20个。",
    "未按要求着装的，须写检讨。",
    "上班玩手机的，乐捐20元。",
    "逾期归还的，一年内不得申请。",
)


def test_a_deduction_that_settles_an_account_is_no_penalty():
    assert [text for text in SETTLED if norm_of(text) == "penalty"] == []
    assert others(MEANT_TO_HURT, "penalty") == {}


HOUSES = "公司 用人单位 酒店 平台 雇主 由保险公司".split()
MISHAPS = "员工因工受伤的，|客人物品遗失的，|因质量问题退货的，|快件丢失的，|停水停电超过6小时的，".split("|")[:-1]


@pytest.mark.parametrize("pays", ["应赔偿损失", "应承担赔偿责任", "负责赔偿", "应支付一次性补助金", "应双倍返还"])
def test_what_the_house_owes_those_it_serves_is_its_duty(pays):
    assert others([case + who + pays + "。" for case, who in product(MISHAPS, HOUSES)], "duty") == {}


FIRST = {
    "duty": ("Employees must submit a request two weeks ahead", "Guests are required to shower first", "Vehicles must be parked in the marked bays"),
    "prohibition": ("Glass containers are not permitted on the deck", "Employees shall not accept gifts"),
    "permission": ("Members may bring two guests", "Residents are allowed to use the hall"),
    "recommendation": ("Swimmers should rest every hour",),
    "power": ("The Town reserves the right to cancel the event", "Management may close the pool at any time"),
    "penalty": ("Violators will be fined $50", "Failure to comply will result in suspension"),
}  # fmt: skip
THEN = (
    "and may not leave before noon|and cannot be changed later|and will not be refunded|but may not exceed the limit|unless the manager approves it in writing"
    "|if they cannot attend|or the request will not be considered|or will be charged a fee|and should keep the receipt|and must sign the register"
    "|and may be subject to disciplinary action|provided that no one is harmed|as determined by the manager|where smoking is prohibited"
    "|even if it is not required|if approved by the manager|and failure to do so may result in a fine|and the Town may cancel the booking"
).split("|")


@pytest.mark.parametrize(("first", "norm"), [(text, norm) for norm, texts in FIRST.items() for text in texts])
def test_the_first_main_clause_decides_in_english_as_well(first, norm):
    assert others([f"{first}{joint} {then}." for joint, then in product(("", ","), THEN)], norm) == {}


ENGLISH_BODIES = (
    "The Board|Management|The Landlord|The Town|The City|The Library|A department head|The Treasurer|Operator|The Provider|We"
    "|The Police Chief"
).split("|")
ENGLISH_ACTS = (
    "cancel any booking|refuse entry|close the pool|change these rules|require a medical certificate|inspect the unit|remove any item|charge a fee"
    "|reschedule the event|determine the amount|grant leave|restrict access|revoke the permit"
).split("|")


@pytest.mark.parametrize("who", ENGLISH_BODIES)
def test_what_an_english_body_may_do_to_others_is_its_power(who):
    assert others([f"{who} may {act}." for act in ENGLISH_ACTS], "power") == {}


@pytest.mark.parametrize("who", ["The resident", "The member", "Swimmers", "An owner", "The employee"])
def test_what_those_served_may_do_is_let_in_english(who):
    acts = ("enter the hall", "remove the lock", "set a password", "request a hearing")
    assert others([f"{who} may {act}." for act in acts], "permission") == {}


WRONGS = (
    "Members who do not pay by the due date |Anyone who breaks these rules |Late payments |A borrower who loses a book |Parents who are late "
    "|An employee who is absent without notice |A second violation |If the account is past due, the member "
).split("|")
COSTS = (
    "will be assessed a late charge|loses borrowing privileges|may have privileges suspended|will be asked to leave|will be dropped from the roll"
    "|must pay the replacement cost|will not be paid for the day|will be denied service|will be sent to collections|forfeits the deposit"
).split("|")


@pytest.mark.parametrize("cost", COSTS)
def test_what_a_wrong_costs_is_a_penalty_in_english(cost):
    assert others([f"{wrong}{cost}." for wrong in WRONGS], "penalty") == {}


@pytest.mark.parametrize(
    "limit", ["超过规定限速", "超过车辆核定载重", "高于市场价", "迟于当日下班前", "超出核定人数", "少于三个月"]
)
def test_a_limit_to_keep_is_a_duty_whatever_it_is_measured_by(limit):
    assert {modal: norm_of(f"用量{modal}{limit}。") for modal in ("不得", "不能", "不可")} == dict.fromkeys(
        ("不得", "不能", "不可"), "duty"
    )
    assert norm_of("不得超出权限给客人打折。") == "prohibition"
    assert norm_of("车辆不得超过黄线。") == "prohibition"
