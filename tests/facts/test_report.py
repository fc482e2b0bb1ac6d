"""The JSON of what was found, placeholders, layers, lines."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.facts.figures import find_facts
from guizhang.facts.found import Document, Node
from guizhang.facts.inherit import find_norms
from guizhang.facts.layers import find_approvals, find_phrases, find_procedures, find_roles
from guizhang.facts.lines import SourceLines
from guizhang.facts.placeholders import placeholders
from guizhang.facts.references import find_resolved
from guizhang.facts.report import facts_json
from guizhang.model.units import BUILT_IN_UNITS
from guizhang.model.wording import print_fact
from guizhang.zh.quantities import FigureKind, find_figures
from guizhang.zh.quantities.units import MEASURES


def article(text, line=1, **more):
    return Node("article", "第一条", 1, "", text, line, **more)


def test_facts_as_json():
    text = "接到投诉后，须在24小时内回复；迟到三次以上的，罚款50-100元，扣发5%奖金。"
    out = json.loads(json.dumps(facts_json([Document("规定", (article(text, 7),))])))
    assert out["facts"] == [
        {"line": 7, "span": "24小时", "kind": "duration", "value": "PT24H", "bound": "max", "inclusive": True, "trigger": "接到投诉后"},
        {"line": 7, "span": "三次", "kind": "count", "value": {"number": 3, "unit": "次"}, "bound": "min", "inclusive": True, "unit": "次", "unit_id": "times"},
        {
            "line": 7, "span": "50-100元", "kind": "money", "bound": "range", "inclusive": True, "unit": "CNY",
            "value": {"min": {"amount": 50, "currency": "CNY"}, "max": {"amount": 100, "currency": "CNY"}},
        },
        {"line": 7, "span": "5%", "kind": "percent", "value": {"number": 5, "unit": "%"}, "bound": "exact", "inclusive": True, "unit": "%"},
    ]  # fmt: skip
    assert [(n["norm"], n["explicit"], n["strength"]) for n in out["norms"]] == [
        ("duty", True, "must"),
        ("penalty", True, None),
    ]


def test_times_and_dates_as_json():
    out = facts_json([Document("规定", (article("8:30至9点上班，每月5日前、2024年3月1日起。"),))])
    assert [(f["kind"], f["value"]) for f in out["facts"]] == [
        ("time-of-day", {"min": "08:30", "max": "09:00"}),
        ("date", "---05"),
        ("date", "2024-03-01"),
    ]


def test_norms_and_references_as_json():
    tree = (article("员工必须守时。", 1), Node("article", "第二条", 2, "", "违反第一条的，给予警告。", 5))
    out = facts_json([Document("规定", tree)])
    assert out["norms"][0] == {
        "line": 1, "text": "员工必须守时。", "norm": "duty", "explicit": True, "bearer": "员工", "strength": "must",
    }  # fmt: skip
    assert out["references"] == [{"line": 5, "span": "第一条", "target": "第一条", "target_line": 1}]


@pytest.mark.parametrize(
    ("text", "drafts"),
    [
        ("须在24小时内回复", [("limit", "24小时", None)]),
        ("接到投诉后24小时内回复", [("deadline", "24小时", None)]),
        ("须在二十四小时内回复", [("limit", "二十四小时", "二十四小时")]),
        ("铃响三声内接听", [("number", "三声", None)]),
        ("铃响3声内接听", [("number", "3声", "3声")]),
        ("罚款200元，再犯罚款500元", [("amount", "200元", None), ("amount_2", "500元", None)]),
        ("三个工作日内办结", [("limit", "三个工作日", "三个工作日")]),
        ("每月一次", [("frequency", "每月一次", None)]),
        ("打八折", [("rate", "八折", "八折")]),
        ("3至5分钟", [("period", "3至5分钟", None)]),
        ("不超过三倍", [("number", "三倍", "三倍")]),
        ("冷藏温度不高于8℃", [("number", "8℃", None)]),
        ("手套每月发4副", [("number", "4副", None)]),
        ("零下18℃", [("number", "零下18℃", "零下18℃")]),
        # What the model has no value for stays text.
        ("统一着装", []),
        ("夜班22:00至次日6:00", [("time", "22:00至次日6:00", "22:00至次日6:00")]),
        ("出纳每日盘点现金一次", [("frequency", "每日", "每日")]),
        ("每晚23:30后关闭正门", [("time", "23:30", None)]),
        ("每晚10点后关闭正门", [("time", "晚10点", "晚10点")]),
        ("押金每月15号退还", [("date", "每月15号", "每月15号")]),
        # Half a month counts as fifteen days.
        ("半个月内归还", [("limit", "半个月", "半个月")]),
        # Of a day of another month only the day is its value.
        ("次月10日前结清", [("date", "10日", None)]),
        ("下月5号发放", [("date", "5号", "5号")]),
        ("工资按上月25日至本月24日计算", []),
        # What says more than its value stays text too: another language would lose it.
        ("差异在±1元以内", []),
        ("经过半数同意", []),
        ("三分之二以上同意", []),
        ("泳池五月至九月开放", []),
        ("每年六月体检", []),
    ],
)
def test_placeholders_print_what_stood_there(text, drafts):
    found = placeholders(text)
    assert [(p.name, text[p.start : p.end], p.fact.zh) for p in found] == drafts
    assert all(print_fact(p.fact, "zh") == text[p.start : p.end] for p in found)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2023-06-18", []),
        ("发行日期：2017-05-22 保存年限：五年", []),
        ("施行日期：2017-05-22", ["2017-05-22"]),
        ("2023年6月18日前入职的，保留工龄津贴。", ["2023-06-18"]),
    ],
)
def test_the_day_a_document_was_made_is_no_figure(text, dates):
    found = find_facts([Node("paragraph", text=text)])
    assert [f.figure.value for f in found if f.figure.kind is FigureKind.DATE] == dates


def test_english_placeholders_have_english_wording():
    (draft,) = placeholders("Answer within three rings.", "en")
    assert print_fact(draft.fact, "en") == "three rings"


def test_measure_words_lead_to_units_the_model_has():
    ids = {unit for unit in MEASURES.values() if unit.isascii() and unit.islower() and len(unit) > 2}
    assert ids <= set(BUILT_IN_UNITS)


@pytest.mark.parametrize(
    ("text", "who", "act"),
    [
        ("请假须经部门经理批准。", "部门经理", "批准"),
        ("未经总经理同意，不得离岗。", "总经理", "同意"),
        ("三天以上的请假由总经理审批。", "总经理", "审批"),
        ("特例审批单需逐层审批至董事长。", "董事长", "审批"),
        ("事假须提前一天向店长申请。", "店长", "申请"),
        ("申请单经部门经理签字后有效。", "部门经理", "签字"),
    ],
)
def test_approvals(text, who, act):
    (found,) = find_approvals([article(text)])
    assert (found.who, found.act) == (who, act)


def test_phrases_to_say_and_never_to_say():
    text = '接电话时说：“您好，客服部。”切不可说“这与我无关"之类的话。授予“服务之星”称号。'
    found = [(p.text, p.use) for p in find_phrases([article(text)])]
    assert found == [("您好，客服部。", "say"), ("这与我无关", "never"), ("服务之星", "quote")]


def test_steps_of_a_procedure():
    items = tuple(
        Node("item", f"{n}.", n, "", text, n + 1) for n, text in enumerate(("登记；", "分流；", "回访。"), start=1)
    )
    (found,) = find_procedures([Node("article", "第一条", 1, "投诉处理流程", "", 1, items)])
    assert found.steps == ("登记；", "分流；", "回访")
    (found,) = find_procedures([article("先核实身份，再提供方案，最后登记。")])
    assert found.steps == ("先核实身份", "再提供方案", "最后登记")


def test_roles():
    (first, second) = find_roles([article("客服人员应向部门经理报告，客服人员不得隐瞒。")])
    assert (first.name, len(first.lines), second.name) == ("客服人员", 2, "部门经理")


def test_a_figure_is_reported_on_the_line_it_was_printed_on():
    source = "第一条 员工应在\n24小时内回复，\n罚款50元。\n"
    node = Node(
        "article",
        "第一条",
        1,
        "",
        "员工应在24小时内回复，罚款50元。",
        1,
        id="a",
        spans=((0, 3), (4, 8), (9, 17), (18, 24)),
    )
    lines = SourceLines(source)
    assert [f.line for f in find_facts([node], lines)] == [2, 3]
    assert [f.line for f in find_facts([node], SourceLines(source, [4, 9, 12]))] == [9, 12]


@given(
    st.text(alphabet="一二三十百半每第天日月年元次分个人%-～、，。：:（）()《》“”1209.内上以不得须应先再经批准由\n aZ$")
)
def test_any_text_is_read_without_loss_of_place(text):
    for figure in find_figures(text):
        assert text[figure.start : figure.end] == figure.span
    node = article(text)
    assert all(n.text in text or "\n" in text for n in find_norms([node]))
    find_resolved([Document("规定", (node,))])
    find_approvals([node]), find_phrases([node]), find_procedures([node]), find_roles([node])


def test_an_approval_has_its_matter_whole():
    text = "装修申请由主管审批，涉及改动水管的，还须经工程经理批准，并报总经理审批。"
    found = find_approvals([Node("article", text=text)])
    assert [(one.who, one.matter) for one in found] == [
        ("主管", "装修申请"),
        ("工程经理", "装修申请,涉及改动水管的"),
        ("总经理", "涉及改动水管的"),
    ]


@pytest.mark.parametrize(
    ("text", "approved"),
    [
        (
            "领班调班由主管批准、主管调班由部门经理批准、部门经理调班由总经理批准。",
            [("主管", "领班调班"), ("部门经理", "主管调班"), ("总经理", "部门经理调班")],
        ),
        ("调班两天以内由主管批准，两天以上由部门经理批准。", [("主管", "调班两天以内"), ("部门经理", "调班两天以上")]),
        ("添置工具由主管审批，并报部门经理批准。", [("主管", "添置工具"), ("部门经理", "添置工具")]),
    ],
)
def test_each_of_several_approvals_has_a_matter_of_its_own(text, approved):
    assert [(one.who, one.matter) for one in find_approvals([Node("article", text=text)])] == approved


@pytest.mark.parametrize(
    ("text", "who", "matter"),
    [
        ("Refunds above $40 must be approved by the area manager.", "area manager", "Refunds above $40"),
        ("Overtime requires the shift supervisor's approval.", "shift supervisor", "Overtime"),
        ("Keys may be lent only with the consent of the landlord.", "landlord", "Keys"),
    ],
)
def test_english_approvals(text, who, matter):
    assert [(one.who, one.matter) for one in find_approvals([Node("article", text=text)])] == [(who, matter)]


def test_english_steps_and_roles():
    steps = (Node("item", "(a)", 1, text="stop the pump;"), Node("item", "(b)", 2, text="call the supervisor."))
    node = Node("article", text="The cook deals with a leak by the following steps:", children=steps)
    assert [one.steps for one in find_procedures([node])] == [("stop the pump;", "call the supervisor.")]
    assert {role.name for role in find_roles([node])} == {"cook", "supervisor"}


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Tenants may keep three small pets.", "three"),
        ("Nobody lights a fire within 30 feet of the shed.", "30"),
        ("Tenants must be at least 18.", "18"),
        ("Boats are lent for an 8-week term.", "8-week"),
    ],
)
def test_an_english_figure_of_things_without_a_unit_is_marked_by_its_number(text, marked):
    (figure,) = placeholders(text, "en")
    assert text[figure.start : figure.end] == marked
