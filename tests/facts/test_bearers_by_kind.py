"""Whom a rule binds, by every kind of name a rule has, in each place of a sentence."""

from __future__ import annotations

import pytest

from guizhang.facts.bearers import titled
from guizhang.facts.clauses import split_clauses
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
