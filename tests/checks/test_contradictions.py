"""Provisions that contradict each other: pairs that do, pairs that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guizhang.checks import check
from guizhang.consistency import contradictions, disputed
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.regulation import Regulation
from guizhang.model.text import Text
from guizhang.yamlio.content import load_project

ROOT = Path(__file__).parents[2]


def book(*said, **settings):
    """A handbook of one article for each text; a text may come with its roles and facts."""
    body = []
    for i, entry in enumerate(said):
        text, more = entry if isinstance(entry, tuple) else (entry, {})
        lang = "en" if text.isascii() else "zh"
        body.append({"article": str(i + 1), "id": f"a{i + 1}", "text": {lang: text}, **more})
    regulation = {"id": "rules", "title": {"zh": "规定"}, "edition": {"version": "1"}, "body": body}
    named = Settings(title=Text(zh="规章"), company=Text(zh="公司"), **settings)
    return Handbook(named, (Regulation.model_validate(regulation),))


AT_ODDS = [
    ("一个月内迟到三次的，按旷工半日处理。", "当月迟到三次，视同旷工一天。"),
    ("接到投诉后，客服人员须在24小时内回复客户。", "收到投诉的，应当于48小时内给予回复。"),
    ("迟到三次的，扣款50元。", "迟到三次的，罚款100元。"),
    ("电话铃响三声内接听。", "电话必须在铃响五声以内接听。"),
    ("请假须提前3天申请。", "请假应当至少提前五天提出申请。"),
    ("迟到30分钟以上的，按旷工半天处理。", "迟到超过30分钟的，按旷工一天处理。"),
    ("试用期为三个月。", "试用期为六个月。"),
    ("投诉登记表保存两年。", "投诉登记表应当保存三年。"),
    ("Staff must reply to a complaint within 24 hours.", "A complaint must be replied to within 48 hours."),
    (
        "Three late arrivals in a month count as half a day of absence.",
        "Three late arrivals in a month count as one day of absence.",
    ),
    (
        "租户搬家，应当至少提前五个工作日到前台登记，并交纳押金2000元。",
        "租户搬家，应当至少提前三个工作日到前台登记，并交纳押金3000元。",
    ),
    ("商户走访记录应当保存两年，由前台保管。", "商户的走访记录保存三年，由前台保管。"),
    (
        "Staff may take a taxi to a tenant and claim a fare of up to 40 yuan with its receipt.",
        "Staff may take a taxi to tenants and claim a fare of up to 25 yuan with the receipt.",
    ),
    (
        "Tenants who move out must tell the desk 5 days ahead and pay a deposit of CNY 2,000.",
        "Tenants who move out must tell the desk 3 days ahead and pay a deposit of CNY 3,000.",
    ),
    # Both are demanded, and no value meets both.
    ("热水器的出水温度必须在45度以上。", "热水器的出水温度必须低于45度。"),
]
AT_PEACE = [
    ("紧急投诉须在2小时内回复。", "一般投诉须在24小时内回复。"),
    ("投诉须在24小时内回复。", "重大投诉须在2小时内回复。"),
    ("迟到三次的，按旷工半日处理。", "迟到五次的，按旷工一日处理。"),
    ("病假三天以上须提交证明。", "事假两天以上须提交证明。"),
    ("每月迟到三次记旷工半天。", "每年迟到三次记旷工一天。"),
    ("须在24小时内回复客户。", "须在一天内回复客户。"),
    ("投诉须至少保存三年。", "投诉最多保存五年。"),
    ("主管批准一天以内的请假。", "部门经理批准三天以内的请假。"),
    ("第一次迟到扣50元。", "第二次迟到扣100元。"),
    ("储值1000元赠送100元。", "储值2000元赠送300元。"),
    ("应当为10人的团队配备讲解员2名。", "应当为20人的团队配备讲解员3名。"),
    ("应当每隔2小时巡查10分钟。", "应当每隔4小时巡查20分钟。"),
    ("Groups must get 1 guide for 10 guests.", "Groups must get 2 guides for 20 guests."),
    (("须在24小时内回复客户。", {"applies_to": ["agent"]}), ("须在48小时内回复客户。", {"applies_to": ["sales"]})),
    (("须在24小时内回复客户。", {}), ("须在48小时内回复客户。", {"applies_to": ["sales"]})),
    (("须在24小时内回复客户。", {}), ("须在48小时内回复客户。", {"adopted": False})),
    ("Late once: a verbal warning.", "Late three times: a written warning."),
    # Steps of a ladder, as the rows of a table have them.
    ("水温不足45度的热水器由工程部送检并登记。", "水温在45度以上的热水器由工程部送检并登记。"),
    ("培訓課程滿90分鐘，學員在前台簽到登記。", "培訓課程未滿90分鐘，學員在前台簽到登記。"),
    (
        "Lessons of at least 60 minutes: members sign the register at the desk.",
        "Lessons of less than 60 minutes: members sign the register at the desk.",
    ),
    ("停车30分钟以内，司机在岗亭登记领卡。", "停车超过30分钟，司机在岗亭登记领卡。"),
    # A season said twice is one season.
    ("泳池开放期为11月5日至次年3月5日，游客凭票入场。", "泳池开放期为11月5日至次年3月5日，游客凭票入场。"),
    ("业务员走访商户乘坐出租车的，车费在40元以内凭票报销。", "业务员约见商户乘坐出租车的，车费在25元以内凭票报销。"),
    (
        "Staff who call on tenants may take a taxi and claim a fare of up to 40 yuan with its receipt.",
        "Staff who look for tenants may take a taxi and claim a fare of up to 25 yuan with its receipt.",
    ),
    (
        "Swimmers in the shallow pool must leave the water 10 minutes before the doors close.",
        "Swimmers in the outdoor pool must leave the water 30 minutes before the doors close.",
    ),
]  # fmt: skip


@pytest.mark.parametrize("pair", AT_ODDS)
def test_contradiction_is_found_and_neither_side_is_asked(pair):
    handbook = book(*pair)
    assert len(contradictions(handbook)) == 1
    assert disputed(handbook) == {"rules/a1": ("rules/a2",), "rules/a2": ("rules/a1",)}


@pytest.mark.parametrize("pair", AT_PEACE)
def test_what_only_looks_like_a_contradiction_is_none(pair):
    assert contradictions(book(*pair)) == ()


def test_the_values_a_company_sets_are_compared():
    limit = {"limit": {"kind": "duration", "value": "PT24H", "bound": "max"}}
    said = [("接到投诉后须在${limit}内回复客户。", {"facts": limit}), "接到投诉后须在24小时内回复客户。"]
    assert contradictions(book(*said)) == ()
    changed = book(*said, parameters={"rules/a1#limit": "PT12H"})
    assert [[figure.span for figure in pair] for pair in contradictions(changed)[0].differing] == [["12小时", "24小时"]]


def test_both_places_are_reported(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("content/regulations").mkdir(parents=True)
    Path("content/handbook.yaml").write_text("title: {zh: 规章}\ncompany: {zh: 公司}\n", encoding="utf-8")
    article = "  - article: {n}\n    id: a{n}\n    text: {{zh: 接到投诉后须在{hours}小时内回复客户。, en: Reply.}}\n"
    head = 'id: rules\ntitle: {zh: 规定, en: Rules}\nedition: {version: "1"}\nbody:\n'
    text = head + article.format(n=1, hours=24) + article.format(n=2, hours=48)
    Path("content/regulations/rules.yaml").write_text(text, encoding="utf-8")
    found = [fault for fault in check(load_project(tmp_path)) if fault.code == "CON001"]
    assert [str(fault.source) for fault in found] == [
        "content/regulations/rules.yaml:7:16",
        "content/regulations/rules.yaml:10:16",
    ]
    assert "rules/a2" in found[0].problem.en
    assert "“24小时”" in found[0].problem.zh


def test_the_reference_handbook_does_not_contradict_itself():
    assert contradictions(load_project(ROOT).handbook) == ()
