"""Rosters as people save them, and their faults by line and cell."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from guizhang.diagnostics import Faulty
from guizhang.exam.roster import read_roster


def _read(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "roster.csv"
    path.write_bytes(text.encode(encoding))
    return read_roster(path, ["A", "B"], "roster.csv")


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id,name\n1,a\n1,b\n", ["3:1 ROS005"]),
        ("name,id\nx,1\ny, \nz,1\n", ["3:2 ROS004", "4:2 ROS005"]),
        ("id,form\n1,C\n", ["2:2 ROS006"]),
        ("id,language\n1,klingon\n", ["2:2 ROS008"]),
        ("姓名,部门\n王芳,x\n", ["1:1 ROS003"]),
        ("id,工号\n1,2\n", ["1:2 ROS003"]),
        ("id,name\n1," + "很" * 10_000 + "\n", ["2:2 ROS007"]),
        ('id,name\n1,"a\x07b"\n', ["2:2 ROS007"]),
        ("id,name\n", ["1:0 ROS002"]),
        ("", ["0:0 TAB002"]),
        ("id\n1.23457E+17\n", ["2:1 ROS009"]),
    ],
)
def test_faults(tmp_path, text, expected):
    with pytest.raises(Faulty) as caught:
        _read(tmp_path, text)
    assert [f"{d.source.line}:{d.source.column} {d.code}" for d in caught.value.diagnostics] == expected


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
    people = read_roster(tmp_path / "roster.xlsx", ["A"])
    assert [(p.id, p.name) for p in people] == [("007", "王芳"), ("8", "=1+1")]
