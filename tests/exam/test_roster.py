"""Rosters as people save them, and their faults by line and cell."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from guizhang.diagnostics import Faulty
from guizhang.exam.columns import field_of, minutes_of, yes_or_no
from guizhang.exam.roster import read_roster


def _roster(tmp_path, text, encoding="utf-8", forms=("A", "B")):
    path = tmp_path / "roster.csv"
    path.write_bytes(text.encode(encoding))
    return read_roster(path, forms, "roster.csv")


def _read(tmp_path, text, encoding="utf-8"):
    return _roster(tmp_path, text, encoding).people


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_roster(tmp_path, encoding, separator, newline):
    rows = [["工号", "姓名", "岗位", "部门", "语言"], ["007", "王芳", "客服专员", "客户服务部", "中文"], ["8", "Anna", "", "", ""], ["", "", "", "", ""],
            ["9", '"李, 雷"', "", "", "both"]]  # fmt: skip
    people = _read(tmp_path, newline.join(separator.join(row) for row in rows), encoding)
    assert [(p.id, p.name, p.form, p.language) for p in people] == [
        ("007", "王芳", "A", "zh"), ("8", "Anna", "B", None), ("9", "李, 雷", "A", "both"),
    ]  # fmt: skip


def test_a_form_in_the_file_goes_first(tmp_path):
    people = _read(tmp_path, "id,form\n1,B\n2,\n3,\n")
    assert [p.form for p in people] == ["B", "B", "A"]


def test_neighbours_have_different_forms(tmp_path):
    """However a roster mixes the departments: those of one sit in one room."""
    rows = "".join(f"{n},{'甲乙'[n % 2]}\n" for n in range(8))
    people = _roster(tmp_path, f"id,department\n{rows}").people
    forms = {name: [p.form for p in people if p.department == name] for name in "甲乙"}
    assert forms == {"甲": ["A", "B", "A", "B"], "乙": ["B", "A", "B", "A"]}


def test_a_roster_in_traditional_characters(tmp_path):
    head = "工號,姓名,部門,卷別,加時（分鐘）,大字版,語言"
    (person,) = _read(tmp_path, f"{head}\nA1,陳大文,倉務部,B,半小時,是,繁體中文\n總計,1人,,,,,\n")
    assert (person.id, person.name, person.department, person.form) == ("A1", "陳大文", "倉務部", "B")
    assert (person.extra_minutes, person.large_print, person.language) == (30, True, "zh")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id,name\n1,a\n1,b\n", ["3:1 ROS005"]),
        ("name,id\nx,1\ny, \nz,1\n", ["3:2 ROS004", "4:2 ROS005"]),
        ("id\nE1\ne1\nＥ１\nE2\n", ["3:1 ROS005", "4:1 ROS005"]),
        ("工号,部门\n合计,3人\n", ["1:0 ROS002", "2:1 ROS013"]),
        ("id,form\n1,C\n", ["2:2 ROS006"]),
        ("id,language\n1,klingon\n", ["2:2 ROS008"]),
        ("姓名,部门\n王芳,x\n", ["1:1 ROS003"]),
        ("id,工号\n1,2\n", ["1:2 ROS003"]),
        ("id,name\n1," + "很" * 10_000 + "\n", ["2:2 ROS007"]),
        ('id,name\n1,"a\x07b"\n', ["2:2 ROS007"]),
        ("id,name\n", ["1:0 ROS002"]),
        ("", ["0:0 TAB002"]),
        ("id\n1.23457E+17\n", ["2:1 ROS009"]),
        ("id,name\n1,a\u202eb\n", ["2:2 ROS007"]),
        ("id,加时\n1,25%\n2,-5\n3,601\n4,15.5\n5,久\n", [f"{line}:2 ROS010" for line in range(2, 7)]),
        ("id,大字版\n1,也许\n2,X\n3,2\n", [f"{line}:2 ROS011" for line in range(2, 5)]),
        ("id,name,加时,备注\n1," + "很" * 121 + ",x,y\n", ["2:2 ROS007", "2:3 ROS010", "1:4 ROS012"]),
    ],
)
def test_faults(tmp_path, text, expected):
    with pytest.raises(Faulty) as caught:
        _read(tmp_path, text)
    assert [f"{d.source.line}:{d.source.column} {d.code}" for d in caught.value.diagnostics] == expected


def test_a_line_break_in_a_cell_is_called_so(tmp_path):
    with pytest.raises(Faulty) as caught:
        _read(tmp_path, 'id,name\n1,"Wang\nFang"\n')
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.problem.en) == ("ROS007", "the cell has a line break in it (Alt+Enter)")


def test_bytes_that_are_no_text(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_bytes(b"id\n\xff\xff\xff")
    with pytest.raises(Faulty, match="TAB003"):
        read_roster(path, ["A"])
    with pytest.raises(Faulty, match="TAB001"):
        read_roster(tmp_path / "none.csv", ["A"])


def test_a_workbook_with_a_cover_sheet(tmp_path):
    book = Workbook()
    book.active.append(["新员工考核"])
    sheet = book.create_sheet("名单")
    for row in (["2026年第一批"], ["序号", "工号", "姓名"], [1, "007", "王芳"], [2, 8, "=1+1"]):
        sheet.append(row)
    sheet["C4"].data_type = "s"
    book.save(tmp_path / "roster.xlsx")
    people = read_roster(tmp_path / "roster.xlsx", ["A"]).people
    assert [(p.id, p.name) for p in people] == [("007", "王芳"), ("8", "=1+1")]


@pytest.mark.parametrize(
    ("heading", "field"),
    [("工号", "id"), (" Staff No. ", "id"), ("ＩＤ", "id"), ("考生 姓名", "name"), ("Full name *", "name"), ("所在部门：", "department"),
     ("加时", "extra_minutes"), ("加时（分钟）", "extra_minutes"), ("Extra minutes", "extra_minutes"), ("extra_minutes", "extra_minutes"),
     ("延长 时间", "extra_minutes"), ("大字", "large_print"), ("大字版(是/否)", "large_print"), ("LARGE-PRINT", "large_print"),
     ("语言 [zh/en]", "language"), ("工号\nStaff no.", "id"), ("name 姓名", "name"), ("部门/Department", "department"),
     ("姓名 id", None), ("No. of copies", None), ("上次卷别 form", None), ("电话", None), ("", None), ("（工号）", "id")],
)  # fmt: skip
def test_headings(heading, field):
    assert field_of(heading) == field


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("", 0), ("0", 0), ("无", 0), ("-", 0), ("15", 15), ("+15", 15), ("15.0", 15), ("１５", 15), ("15 分钟", 15), ("15分", 15), ("15 Minutes", 15),
     ("15min", 15), ("600", 600), ("601", None), ("-15", None), ("1e2", None), ("15%", None), ("半小时", 30), ("三十分钟", 30),
     ("十五", 15), ("一刻钟", 15), ("1.5h", 90), ("1小时30分", 90), ("half an hour", 30), ("11小时", None), ("半天", None), ("15.5", None)],
)  # fmt: skip
def test_extra_minutes(text, minutes):
    assert minutes_of(text) == minutes


@pytest.mark.parametrize(
    ("texts", "answer"),
    [(["是", "yes", "Y", "TRUE", "1", "√", "✔", "需要", "大字版"], True), (["", "否", "No", "false", "0", "×", "无", "-"], False), (["x", "2", "maybe"], None)],
)  # fmt: skip
def test_yes_and_no(texts, answer):
    assert {yes_or_no(text) for text in texts} == {answer}


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_allowances_are_read(tmp_path, encoding):
    text = "工号,姓名,加时分钟,大字版\n1,王芳,15,是\n2,李雷,,\n3,=cmd|' /C calc'!A0,无,否\n"
    people = _read(tmp_path, text, encoding)
    assert [(p.name, p.extra_minutes, p.large_print) for p in people] == [
        ("王芳", 15, True), ("李雷", 0, False), ("=cmd|' /C calc'!A0", 0, False),
    ]  # fmt: skip


def test_allowances_in_a_workbook(tmp_path):
    book = Workbook()
    for row in (
        ["工号", "加时", "大字版", "姓名"],
        [1, 15, True, "a"],
        ["2", "15", False, "b"],
        [3, None, None, "=1+1"],
    ):
        book.active.append(row)
    book.save(tmp_path / "roster.xlsx")
    with pytest.raises(Faulty) as caught:
        read_roster(tmp_path / "roster.xlsx", ["A"])
    assert [(d.field, d.code) for d in caught.value.diagnostics] == [("Sheet!D4", "ROS009")]
    book.active["D4"] = "c"
    book.save(tmp_path / "roster.xlsx")
    people = read_roster(tmp_path / "roster.xlsx", ["A"]).people
    assert [(p.extra_minutes, p.large_print) for p in people] == [(15, True), (15, False), (0, False)]


def test_columns_nobody_knows_are_left_out_and_named(tmp_path):
    roster = _roster(tmp_path, "序号,id,电话,nmae,\n1,7,139,王芳,\n")
    assert [p.id for p in roster.people] == ["7"]
    assert [(d.source.column, d.code, d.severity.value) for d in roster.warnings] == [
        (3, "ROS012", "warning"), (4, "ROS012", "warning"),
    ]  # fmt: skip
    assert "name" in roster.warnings[1].mend.en
    (long,) = _roster(tmp_path, "id," + "长" * 10_000 + "\n1,x\n").warnings
    assert len(long.problem.zh) < 100


def test_everybody_has_a_form_of_their_own_where_there_are_no_others(tmp_path):
    assert [p.form for p in _roster(tmp_path, "id,form\n7,\n8,8\n", forms=()).people] == ["7", "8"]
    with pytest.raises(Faulty, match="ROS006"):
        _roster(tmp_path, "id,form\n7,A\n", forms=())


@given(
    names=st.lists(
        st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=120),
        min_size=1,
        max_size=5,
    )
)
def test_a_name_arrives_as_it_was_typed(tmp_path_factory, names):
    path = tmp_path_factory.mktemp("names") / "roster.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [["id", "name", "department"], *([f"k{n}", name, "部门"] for n, name in enumerate(names))]
        )
    people = read_roster(path, ["A"]).people
    assert [p.name for p in people] == names


def test_a_row_that_only_counts_people_is_nobody(tmp_path):
    roster = _roster(tmp_path, "工号,姓名\n1,甲\n合计,共 40 人\n")
    assert [person.id for person in roster.people] == ["1"]
    assert [fault.code for fault in roster.warnings] == ["ROS013"]
    assert [person.name for person in _roster(tmp_path, "工号,姓名\n合计,何人\n").people] == ["何人"]


def test_a_department_merged_over_rows_is_that_of_all_and_a_row_of_totals_is_nobody(tmp_path):
    book = Workbook()
    book.active.append(["十一月新员工名单"])
    book.active.merge_cells("A1:C1")
    book.active.append(["部门", "工号", "姓名"])
    for row in (["一部", "1", "甲"], [None, "2", "乙"], ["二部", "3", "丙"], [None, "4", "丁"], [None, "合计", None]):
        book.active.append(row)
    book.active.merge_cells("A3:A4")
    book.active.merge_cells("A5:A1048576")
    book.save(tmp_path / "roster.xlsx")
    roster = read_roster(tmp_path / "roster.xlsx", ["A"])
    assert [(p.id, p.department) for p in roster.people] == [("1", "一部"), ("2", "一部"), ("3", "二部"), ("4", "二部")]
    assert [(d.field, d.code) for d in roster.warnings] == [("Sheet!B7", "ROS013")]
