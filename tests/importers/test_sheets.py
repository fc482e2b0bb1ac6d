"""Sheets of a workbook are documents of their own; a document without a title is called as its file is."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text
from guizhang.importers.drafting.drafts import regulations
from guizhang.importers.extract import audit_extract
from guizhang.importers.readers.workbook.xlsx import read
from guizhang.importers.reporting.looks import diagnostics
from guizhang.importers.reporting.page import sentence
from guizhang.importers.source import read_source
from tests.importers.test_penalty_tables import workbook

HEAD = ["序号", "违纪行为", "处罚"]
FINES = (HEAD, [1, "上班睡觉", "罚款50元"])
REWARDS = (["奖励项目", "金额（元）"], ["拾金不昧", 100])
ROSTER = (["时间", "周一", "周二"], ["早班", "甲某", "乙某"])


def drafted(data, name="奖惩表.xlsx"):
    result = import_text(data, name)
    found = regulations(result, {d.id: f"r{i}" for i, d in enumerate(result.documents)})
    return result, [
        (draft.title.either("zh"), draft.body[0].origin.file, draft.body[0].origin.line) for draft in found.values()
    ]


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        pytest.param(
            [("处罚", (["门店处罚标准"], *FINES), ["A1:C1"]), ("奖励", REWARDS, ())],
            [("门店处罚标准", "奖惩表.xlsx#处罚", 3), ("奖励", "奖惩表.xlsx#奖励", 2)],
            id="the line over the table, else the name of the sheet",
        ),
        pytest.param(
            [("处罚", FINES, ())], [("奖惩表", "奖惩表.xlsx#处罚", 2)], id="of one sheet the name of the file"
        ),
        pytest.param(
            [("扣分", FINES, ()), ("排班", ROSTER, ())],
            [("扣分", "奖惩表.xlsx#扣分", 2), ("排班", "奖惩表.xlsx#排班", 1)],
            id="a roster beside rules",
        ),
        pytest.param(
            [("Sheet1", FINES, ()), ("Sheet2", REWARDS, ())],
            [("奖惩表", "奖惩表.xlsx#Sheet1", 2), ("奖惩表", "奖惩表.xlsx#Sheet2", 2)],
            id="a name nobody gave is none",
        ),
        pytest.param(
            [("处罚", FINES, ()), ("空", (), ())],
            [("奖惩表", "奖惩表.xlsx#处罚", 2)],
            id="an empty sheet counts for nothing",
        ),
    ],
)
def test_each_sheet_is_a_document_with_a_name(sheets, expected):
    assert drafted(workbook(*sheets))[1] == expected


def test_a_sheet_of_several_documents_is_still_parted():
    rows = [
        ["考勤管理制度"],
        ["第一条 按时打卡。"],
        ["第二条 迟到扣款。"],
        ["请假管理制度"],
        ["第一条 请假须批准。"],
        ["第二条 病假附证明。"],
    ]
    result, found = drafted(workbook(("制度", rows, ()), ("奖励", REWARDS, ())))
    assert [title for title, _, _ in found] == ["考勤管理制度", "请假管理制度", "奖励"]
    assert {document.sheet for document in result.documents} == {"制度", "奖励"}


def test_the_name_of_a_sheet_is_text_where_it_is_a_title_and_left_out_elsewhere():
    source = read_source(workbook(("处罚", (["门店处罚标准"], *FINES), ["A1:C1"]), ("奖励", REWARDS, ())), "a.xlsx")
    assert [drop.text for drop in source.dropped if drop.reason == "sheet-name"] == ["处罚"]
    assert "\n奖励\n" in source.text


@pytest.mark.parametrize(
    ("name", "title"),
    [("../车间 安全须知.txt", "车间 安全须知"), ("2026-03.txt", "2026-03"), ("rules.v2.txt", "rules.v2")],
)
def test_a_document_without_a_title_is_called_as_its_file_is(name, title):
    data = "1、进入车间须戴安全帽。\n2、不得在车间吸烟。\n".encode()
    result, found = drafted(data, name)
    assert [one[0] for one in found] == [title]
    said = [(f.code, str(f.severity)) for f in diagnostics(result)]
    assert said == [("IMP107", "note")]


def test_a_document_with_a_title_keeps_it_and_nothing_is_said():
    result, found = drafted("车间安全规定\n第一条 进入车间须戴安全帽。\n".encode(), "须知.txt")
    assert [one[0] for one in found] == ["车间安全规定"]
    assert not diagnostics(result)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((["门店处罚标准"], *FINES), id="of rules"),
        pytest.param(
            (["办公用品标准"], ["物品", "每月", "单位"], ["签字笔", 2, "支"], ["笔记本", 1, "本"]), id="of other things"
        ),
    ],
)
def test_notes_under_a_table_are_no_items(rows):
    notes = ["注：1. 本标准自2026年1月起执行。", "2. 罚款从当月工资中扣除。", "备注：解释权归人事部。"]
    (document,) = import_text(workbook(("表", (*rows, *([note] for note in notes)), ())), "标准.xlsx").documents
    last = document.nodes[-3:]
    assert [(node.type.value, node.label, node.text, node.children) for node in last] == [
        ("paragraph", "", note, ()) for note in notes
    ]


@pytest.mark.parametrize(
    "roster",
    [
        (["签收表"], ["姓名", "部门", "签字", "日期"], ["甲某", "前厅"], ["乙某", "后厨"]),
        (["No.", "Name", "Signature"], [1, "A. Example"], [2, "B. Example"]),
    ],
)
def test_a_list_on_which_people_sign_is_left_out_and_told(roster):
    data = workbook(("处罚", (["门店处罚标准"], *FINES), ["A1:C1"]), ("签收", roster, ()))
    audit_extract(read(data))
    result, found = drafted(data)
    assert [title for title, _, _ in found] == ["门店处罚标准"]
    assert "签名用的名单" in sentence(result).zh
    assert "lists of people to sign" in sentence(result).en
    # Alone it is all there is.
    assert drafted(workbook(("签收", roster, ())))[0].documents
