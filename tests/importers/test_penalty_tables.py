"""Tables of rules in workbooks: each row a provision that says its columns, everything else a table as it was."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guizhang.facts.inherit import find_norms
from guizhang.facts.placeholders import placeholders
from guizhang.importers import import_text
from guizhang.importers.drafting.drafts import regulations
from guizhang.importers.drafting.figures import Drafting
from guizhang.importers.extract import audit_extract
from guizhang.importers.intake import Imported
from guizhang.importers.outline import walk
from guizhang.importers.readers.workbook.xlsx import read
from guizhang.importers.reporting.account import account
from guizhang.importers.save import Status, plan_drafts, write_drafts
from guizhang.model.regulation import walk as places


def sheet(*rows, merged=(), name="Sheet"):
    """Return the bytes of a workbook of one sheet."""
    return workbook((name, rows, merged))


def workbook(*sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows, merged in sheets:
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
        for area in merged:
            page.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rules(data, name="违纪.xlsx"):
    """Return label, heading and text of every node, and hold the account to be whole."""
    extract = read(data)
    audit_extract(extract)
    result = import_text(data, name)
    assert account(result, regulations(result, {d.id: f"r{i}" for i, d in enumerate(result.documents)})).equal
    return [(node.label, node.title, node.text) for document in result.documents for node in walk(document.nodes)]


HEAD = ["序号", "违纪行为", "处罚", "备注"]


@pytest.mark.parametrize(
    ("rows", "merged", "expected"),
    [
        pytest.param(
            [HEAD, [1, "上班睡觉", "罚款50元", None], [2, "代打卡。", "警告", "再犯的降级"]],
            (),
            [
                ("1、", "", "上班睡觉：罚款50元。"),
                ("2、", "", "代打卡。处罚：警告，备注：再犯的降级。"),
            ],
            id="plain",
        ),
        pytest.param(
            [["门店奖惩表"], ["类别", *HEAD[1:3]], ["考勤", "旷工", "记过"], [None, "早退", "警告"]],
            ("A1:C1", "A3:A4"),
            [
                ("", "考勤", ""), ("1、", "", "旷工：记过。"), ("2、", "", "早退：警告。"),
            ],
            id="a value merged downwards is the heading of its rows, rows without numbers are counted",
        ),
        pytest.param(
            [["编号", "违规项目", "罚款（元/次）", "扣分"], [1, "吸烟", 100, 2], [2, "乱停车", "20-50", "不扣"]],
            (),
            [
                ("1、", "", "吸烟：罚款100元/次，扣2分。"),
                ("2、", "", "乱停车：罚款20-50元/次，扣分：不扣。"),
            ],
            id="bare figures have the unit of their column",
        ),
        pytest.param(
            [
                ["食堂处罚标准"], ["单位：元"], ["序号", "行为", "处罚", None], [None, None, "首次", "再次"],
                [1, "不戴帽", 20, "停岗"], ["注：店长执行。"],
            ],
            ("A1:D1", "A3:A4", "B3:B4", "C3:D3", "A6:D6"),
            [
                ("", "", "单位：元"),
                ("1、", "", "不戴帽，处罚（首次）：20元，处罚（再次）：停岗。"),
                ("", "", "注：店长执行。"),
            ],
            id="a head of two rows, a unit for all of the table, a note of the whole",
        ),
        pytest.param(
            [["单位：元"], ["序号", "违规行为", "首次", "二次", "三次及以上"], [1, "迟到", 20, 50, "100元并警告"]],
            (),
            [("1、", "", "迟到，首次：20元，二次：50元，三次及以上：100元并警告。")],
            id="every column of occurrences has the unit of the table",
        ),
        pytest.param(
            [["行为", "处理"], ["一、仓库"], ["超速", "记过"], ["二、门店"], ["睡岗", "辞退"]],
            ("A2:B2", "A4:B4"),
            [
                ("一、", "仓库", ""), ("1、", "", "超速：记过。"),
                ("二、", "门店", ""), ("2、", "", "睡岗：辞退。"),
            ],
            id="groups are headings",
        ),
        pytest.param(
            [["行为", "扣分"], ["考勤类"], ["迟到", 2], ["服务类"], ["争吵", 5]],
            (),
            [
                ("", "考勤类", ""), ("1、", "", "迟到：扣2分。"),
                ("", "服务类", ""), ("2、", "", "争吵：扣5分。"),
            ],
            id="groups without numbers too",
        ),
        pytest.param(
            [["序号", "扣分项目", "扣分"] * 2, [1, "床单有污渍", 5, 3, "电话有灰", 1], [2, "地毯有垃圾", 3]],
            (),
            [
                ("1、", "", "床单有污渍：扣5分。"),
                ("2、", "", "地毯有垃圾：扣3分。"),
                ("3、", "", "电话有灰：扣1分。"),
            ],
            id="a table beside itself",
        ),
        pytest.param(
            [["编号", "违章行为", "次数", "处罚"], ["A-1", "闯红灯", "首次", "警告"], [None, None, "再次", "停驾"]],
            ("A2:A3", "B2:B3"),
            [
                ("1、", "", "A-1 闯红灯，次数：首次，处罚：警告。"),
                ("", "", "闯红灯，次数：再次，处罚：停驾。"),
            ],
            id="codes are no numbers",
        ),
        pytest.param(
            [["序号", "违章行为", "次数", "处罚"], [1, "闯红灯", "首次", "警告"], [None, None, "再次", "停驾"], [2, "超载", "首次", "警告"]],
            ("A2:A3", "B2:B3"),
            [
                ("1、", "", "闯红灯，次数：首次，处罚：警告。"),
                ("", "", "闯红灯，次数：再次，处罚：停驾。"),
                ("2、", "", "超载，次数：首次，处罚：警告。"),
            ],
            id="a number merged downwards counts one rule",
        ),
        pytest.param(
            [HEAD, [1, "甲类违规", "警告", None], HEAD, [2, "乙类违规", "记过", None]],
            (),
            [("1、", "", "甲类违规：警告。"), ("2、", "", "乙类违规：记过。")],
            id="a head printed again",
        ),
        pytest.param(
            [["序号", "行为", "处罚"], [None, "睡岗", "警告"], [None, "脱岗", "记过"]],
            (),
            [("1、", "", "睡岗：警告。"), ("2、", "", "脱岗：记过。")],
            id="a column of numbers that nobody has filled",
        ),
        pytest.param(
            [["門市懲處表"], ["編號", "違規行為", "罰款（元）", "備註"], ["(1)", "擅離職守", 300, "累犯停職"]],
            ("A1:D1",),
            [("(1)", "", "擅離職守：罰款300元，備註：累犯停職。")],
            id="Traditional, numbers of their own",
        ),
        pytest.param(
            [["No.", "Offence", "Fine (RMB)", "Points deducted"], [1, "Smoking inside", 200, 5], [2, "Late", 20, 1]],
            (),
            [
                ("1.", "", "Smoking inside – Fine: RMB 200, Points deducted: 5 points."),
                ("2.", "", "Late – Fine: RMB 20, Points deducted: 1 point."),
            ],
            id="English",
        ),
        pytest.param(
            [
                ["章节", "条款", "内容", "责任部门"],
                ["一、收货", 1, "收货前核对单据。", "仓储部"], [None, 2, "破损的当场拒收。", None],
                ["二、发货", 3, "发货须两人复核。", "运输部"], [None, 4, "夜间不得发货。", None],
            ],
            ("A2:A3", "A4:A5", "D2:D3", "D4:D5"),
            [
                ("一、", "收货", ""), ("1、", "", "收货前核对单据。责任部门：仓储部。"), ("2、", "", "破损的当场拒收。责任部门：仓储部。"),
                ("二、", "发货", ""), ("3、", "", "发货须两人复核。责任部门：运输部。"), ("4、", "", "夜间不得发货。责任部门：运输部。"),
            ],
            id="provisions under chapters in merged cells",
        ),
        pytest.param(
            [
                ["類別", "規定"], ["考勤", "上班須打卡。"], ["考勤", "遲到須說明。"], ["儀容", "須穿制服。"], ["儀容", "不得染髮"],
            ],
            (),
            [
                ("", "考勤", ""), ("1、", "", "上班須打卡。"), ("2、", "", "遲到須說明。"),
                ("", "儀容", ""), ("3、", "", "須穿制服。"), ("4、", "", "不得染髮。"),
            ],
            id="groups said in every row, rows without numbers",
        ),
        pytest.param(
            [
                ["章节", "条款", "内容"], ["领用", 1, "领用须登记。"], ["领用", 2, "当日归还。"], ["保养", 3, "每周擦油。"],
                ["封存", 4, "封存须贴签。"], ["封存", 5, "每月查看。"],
            ],
            (),
            [
                ("", "领用", ""), ("1、", "", "领用须登记。"), ("2、", "", "当日归还。"), ("", "保养", ""), ("3、", "", "每周擦油。"),
                ("", "封存", ""), ("4、", "", "封存须贴签。"), ("5、", "", "每月查看。"),
            ],
            id="provisions under chapters of which some have one",
        ),
        pytest.param(
            [["No.", "Chapter", "Rule"], [1, "Hours", "Be at work by nine."], [2, None, "Clock in."], [3, "Leave", "Ask first."], [4, None, "Plan ahead."]],
            (),
            [
                ("", "Hours", ""), ("1.", "", "Be at work by nine."), ("2.", "", "Clock in."),
                ("", "Leave", ""), ("3.", "", "Ask first."), ("4.", "", "Plan ahead."),
            ],
            id="provisions in English",
        ),
        pytest.param(
            [
                ["序号", "业务板块", "适用岗位", "具体内容", "记分", "经济处罚（元）", "备注"],
                [1, "后厨", "厨师", "生熟刀具混用，或者砧板不分", 4, 150, "—"],
                [2, "后厨", "洗碗工", "消毒柜温度未达到规定仍使用", 2, "/", "以记录仪为准"],
                [3, "前厅", "厨师", "私自向客人收取小费的", "－", "小费的三倍", None],
                [4, "前厅", "服务员", "当月零投诉的，奖励全勤奖一份。", "—", "无", "—"],
            ],
            (),
            [
                ("", "后厨", ""),
                ("1、", "", "厨师：生熟刀具混用，或者砧板不分，记4分，经济处罚150元。"),
                ("2、", "", "洗碗工：消毒柜温度未达到规定仍使用，记2分，备注：以记录仪为准。"),
                ("", "前厅", ""),
                ("3、", "", "厨师：私自向客人收取小费的，经济处罚：小费的三倍。"),
                ("4、", "", "服务员：当月零投诉的，奖励全勤奖一份。"),
            ],
            id="a column said in runs of rows is a heading whatever it is called, cells that are only filled say nothing",
        ),
        pytest.param(
            [["Breach", "1st offence", "2nd offence"], ["Late", "Verbal warning", "Written warning"]],
            (),
            [("1.", "", "Late – 1st offence: Verbal warning, 2nd offence: Written warning.")],
            id="which time it is names no deed",
        ),
        pytest.param(
            [["行为", "罚款", "记分"], ["漏检", "50元/次", "2分"], ["早退", "100元", "不计"]],
            (),
            [("1、", "", "漏检：罚款50元/次，记2分。"), ("2、", "", "早退：罚款100元，记分：不计。")],
            id="figures that bring their units",
        ),
        pytest.param(
            [["行为", "扣分"], ["1.漏检", 2], ["2.早退", 1]],
            (),
            [("1.", "", "漏检：扣2分。"), ("2.", "", "早退：扣1分。")],
            id="rows that bring their numbers in the first cell",
        ),
        pytest.param(
            [["类别", "行为", "处罚"], ["门卫", "脱岗", "记过"], ["食堂", "浪费", "警告"], ["门卫", "睡岗", "警告"], ["门卫", "打牌", "记过"]],
            (),
            [
                ("1、", "", "类别：门卫，行为：脱岗，处罚：记过。"), ("2、", "", "类别：食堂，行为：浪费，处罚：警告。"),
                ("3、", "", "类别：门卫，行为：睡岗，处罚：警告。"), ("4、", "", "类别：门卫，行为：打牌，处罚：记过。"),
            ],
            id="groups that come back are no headings",
        ),
        pytest.param(
            [
                ["序号", "检查项目", "检查内容", "分值", "扣分标准"],
                [1, "厨房（30分）", "砧板分色使用", 20, "混用扣5分"], [None, None, "灶台无油污", 10, "一处扣1分"],
                [2, "库房\n（10分）", "离地存放", 10, "一件扣2分"], [None, None, "无过期品", 5, "全扣"], ["合计", None, None, 45, None],
            ],
            ("A2:A3", "B2:B3", "A4:A5", "B4:B5"),
            [
                ("1、", "厨房（30分）", ""),
                ("（1）", "", "砧板分色使用，分值：20分，扣分标准：混用扣5分。"), ("（2）", "", "灶台无油污，分值：10分，扣分标准：一处扣1分。"),
                ("2、", "库房 （10分）", ""),
                ("（1）", "", "离地存放，分值：10分，扣分标准：一件扣2分。"), ("（2）", "", "无过期品，分值：5分，扣分标准：全扣。"),
                ("", "", "合计\t45"),
            ],
            id="a score sheet: its groups have the numbers and say what they count in all",
        ),
        pytest.param(
            [["编号", "条款", "责任人", "违反后果"], ["QT-01", "访客登记证件", "前台", "扣50元"], ["QT-02", "快递当天分发", "前台", "扣20元"]],
            (),
            [
                ("1、", "", "QT-01 访客登记证件，责任人：前台，违反后果：扣50元。"),
                ("2、", "", "QT-02 快递当天分发，责任人：前台，违反后果：扣20元。"),
            ],
            id="what is called 条款 holds provisions where its cells are no numbers",
        ),
        pytest.param(
            [
                ["Area", "Offence", "Points", "Penalty on the first occasion", "Note"],
                ["Kiln hall", "Goggles off near the kiln", 4, "Written warning", "n/a"], ["Kiln hall", "Running", 1, "—", None],
            ],
            (),
            [
                ("", "Kiln hall", ""),
                ("1.", "", "Goggles off near the kiln – 4 points, Penalty on the first occasion: Written warning."),
                ("2.", "", "Running – 1 point."),
            ],
            id="groups and long names of columns in English",
        ),
    ],
)  # fmt: skip
def test_rows_of_rules_are_provisions(rows, merged, expected):
    assert rules(sheet(*rows, merged=merged)) == expected


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["序号", "姓名", "违纪行为", "罚款（元）"], [1, "甲某", "迟到", 20]], id="who was fined"),
        pytest.param([["考核项目", "扣分标准", "自评"], ["出勤", "迟到扣2分", None]], id="a form to fill in"),
        pytest.param([["时间", "周一", "周二"], ["早班", "甲某", "乙某"]], id="a roster"),
        pytest.param([["序号", "违纪行为", "处罚"]], id="a head without rules"),
        pytest.param([["序号", "检查内容", "频次"], [1, "灭火器", "每月"], [2, "水管", "每周"]], id="a check list"),
        pytest.param([["序号", "内容", "签名"], [1, "已读制度。", "甲某"]], id="who has read what"),
        pytest.param([["职级", "住宿标准（元/天）"], ["经理", 400]], id="amounts that are no penalty"),
        pytest.param([["Name", "Offence", "Fine"], ["Zhou", "late", 20]], id="who was fined, in English"),
    ],
)
def test_other_tables_stay_tables(rows):
    found = rules(sheet(*rows))
    assert not any(label for label, _, _ in found)
    assert found[0][2] == "\t".join(rows[0])


def test_rules_of_a_sheet_reach_norms_figures_and_ids():
    data = sheet(["序号", "违纪行为", "罚款（元）"], [1, "上班睡觉", 50], [2, "旷工1天", 200], [3, "不戴胸卡", 20])
    result = import_text(data, "违纪.xlsx")
    drafting = Drafting(figures=placeholders, norms=lambda nodes: {c.node: c.norm for c in find_norms(nodes) if c.norm})
    draft = next(iter(regulations(result, {"d1": "fines"}, drafting).values()))
    found = [(p.node.id, p.node.norm, {k: str(f.value) for k, f in p.node.facts.items()}) for p in places(draft)]
    assert found[0] == ("item-1", "penalty", {"amount": "50"})
    assert found[1][:2] == ("item-2", "penalty")
    assert {"200", "P1D"} == set(found[1][2].values())
    assert found[2] == ("item-3", "penalty", {"amount": "20"})


def test_a_changed_workbook_keeps_ids_and_edits(tmp_path: Path):
    source, folder = tmp_path / "违纪.xlsx", tmp_path / "drafts"
    head, first, second = ["序号", "违纪行为", "处罚"], [1, "上班时间睡觉", "罚款50元"], [2, "代他人打卡", "警告"]

    def again(*rows):
        source.write_bytes(sheet(head, *rows))
        drafts = plan_drafts([Imported(source, import_text(source.read_bytes(), source.name))], folder, replace=False)
        write_drafts(drafts, folder)
        return drafts[0]

    draft = again(first, second)
    assert draft.status is Status.NEW
    edited = draft.path.read_text(encoding="utf-8").replace("打卡：警告", "打卡：书面警告")
    draft.path.write_text(edited, encoding="utf-8")
    assert again(first, second).text == edited
    merged = again(first, [2, "在库房吸烟", "记过"], [3, "代他人打卡", "警告"]).text
    assert merged.index("id: item-1\n") < merged.index("上班时间睡觉") < merged.index("在库房吸烟")
    assert merged.index("id: item-2\n") < merged.index("代他人打卡：书面警告")
    assert merged.count("id: item-2\n") == 1
    assert merged.count("    id: item-") == 3


CELL = st.one_of(st.none(), st.integers(0, 999), st.text("迟到罚款元，。；1()（）a \n第条、", max_size=6))


@given(
    st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=6),
    st.lists(st.sampled_from(["A3:B3", "A2:A4", "C2:C3", "B1:C1", "B5:D6", "A1:A2"]), max_size=2, unique=True),
    st.sampled_from([["序号", "行为", "处罚"], ["行为", "罚款（元）", "备注", "扣分"], ["行为", "处罚"] * 2]),
)
@settings(max_examples=120, deadline=None)
def test_no_character_of_any_table_is_lost(rows, merged, head):
    try:
        data = sheet(head, *rows, merged=merged)
    except openpyxl.utils.exceptions.IllegalCharacterError:
        return
    rules(data)


@pytest.mark.parametrize(
    "head",
    [["序号", "违纪行为", "Offence", "处罚", "Penalty"], ["序号", "违纪行为", "处罚", "Offence", "Penalty"]],
    ids=["in pairs", "in halves"],
)
def test_a_table_in_two_languages_says_each_rule_in_both(head):
    rows = [
        {"违纪行为": "迟到", "Offence": "Late arrival", "处罚": "口头警告", "Penalty": "Verbal warning"},
        {"违纪行为": "上班睡觉", "Offence": "Sleeping on duty", "处罚": "罚款50元", "Penalty": "Fine of RMB 50"},
        {"违纪行为": "旷工", "Offence": "Absence without leave", "处罚": "解除合同", "Penalty": "Dismissal"},
    ]
    data = workbook(
        ("处罚", [head, *([n, *(row[name] for name in head[1:])] for n, row in enumerate(rows, start=1))], ())
    )
    assert rules(data) == [
        ("1、", "", "迟到：口头警告。"),
        ("2、", "", "上班睡觉：罚款50元。"),
        ("3、", "", "旷工：解除合同。"),
    ]
    told = [node.translation.text for node in walk(import_text(data, "违纪.xlsx").documents[0].nodes)]
    assert told == [f"{row['Offence']} – Penalty: {row['Penalty']}." for row in rows]
