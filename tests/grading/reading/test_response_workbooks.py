"""Responses in workbooks: one sheet to type into, formulas elsewhere, cells a program has changed."""

from __future__ import annotations

import io
from datetime import date, time
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook

from guizhang.diagnostics import Severity
from guizhang.grading.reading.responses import read_responses
from guizhang.model.drawn_item import DrawnGap
from guizhang.model.text import Text
from tests.grading.examples import EXAM_ID, FORM_A, NUMERIC, ONE_GAP, PERFECT_A, ROSTER, record, text
from tests.grading.reading.files import LISTED, OPEN, H, found, read, workbook

XLSX_ROW = ["0012", "张三", "A", "B", "a", "A、C、D", False, 24, "C-A-B", "说明", 6, 5.0]


def test_the_scoring_workbook(tmp_path):
    rows = [["上岗考核", f"exam {EXAM_ID}"], H.split(","), XLSX_ROW, [None] * 12, ["0013", "李四", "B"]]
    intake = read(tmp_path, workbook(rows, others=True), exam=LISTED, suffix="xlsx")
    assert found(intake) == ["RSP028 r1.xlsx:5:0 warning"]
    csv = read(tmp_path, f"{H}\n0012,张三,A,{PERFECT_A}\n", exam=LISTED)
    assert intake.responses == csv.responses
    assert (intake.files[0].rows, intake.files[0].graded, intake.files[0].blank) == (2, 1, 1)


def test_a_sheet_of_another_name_is_found_by_its_header(tmp_path):
    book = Workbook()
    book.active.append(["说明", "如何填写"])
    sheet = book.create_sheet("作答")
    sheet.append(H.split(","))
    sheet.append(XLSX_ROW)
    out = io.BytesIO()
    book.save(out)
    assert len(read(tmp_path, out.getvalue(), suffix="xlsx").responses) == 1


@pytest.mark.parametrize(
    ("column", "value", "expected", "field"),
    [
        (6, date(2026, 3, 4), "RSP030 3:6", "Responses!F3"),
        (1, date(2026, 3, 4), "RSP030 3:1", "Responses!A3"),
        (1, 310115199001011234, "RSP031 3:1", "Responses!A3"),
        (2, "=HYPERLINK(1)", "RSP032 3:2", "Responses!B3"),
        (8, "=1/0", "RSP032 3:8", "Responses!H3"),
        (4, "E", "RSP033 3:4", "Responses!D3"),
        (11, 7, "RSP038 3:11", "Responses!K3"),
    ],
)
def test_bad_cells_of_a_workbook(tmp_path, column, value, expected, field):
    row = list(XLSX_ROW)
    row[column - 1] = value
    intake = read(tmp_path, workbook([["title"], H.split(","), row]), suffix="xlsx")
    assert [f"{d.code} {d.source.line}:{d.source.column}" for d in intake.diagnostics] == [expected]
    assert intake.diagnostics[0].field == field
    # Nobody is graded by name: a formula there refuses nobody.
    assert (intake.diagnostics[0].severity is Severity.WARNING) == (column == 2)
    assert [person.candidate for person in intake.refused] == (["0012"] if column > 2 else [])


def test_numbers_in_cells_are_what_was_typed(tmp_path):
    row = [1001, "张三", "A", "B", "A", "ACD", "F", 24.0, "CAB", None, 2.5, 5]
    intake = read(tmp_path, workbook([H.split(","), row]), suffix="xlsx")
    assert found(intake) == []
    response = intake.responses[0]
    assert (response.candidate, response.answers[5], response.given_points[7]) == ("1001", "24", Decimal("2.5"))


def test_a_wrong_stored_size_of_the_sheet_loses_no_rows(tmp_path):
    from zipfile import ZipFile

    data = workbook([H.split(","), XLSX_ROW])
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                assert b'<dimension ref="A1:L2"' in content
                content = content.replace(b'<dimension ref="A1:L2"', b'<dimension ref="A1"')
            target.writestr(name, content)
    assert len(read(tmp_path, out.getvalue(), suffix="xlsx").responses) == 1


def test_an_archive_out_of_bounds_is_not_unpacked(tmp_path, monkeypatch):
    from guizhang.tables import parts as reader

    data = workbook([H.split(","), XLSX_ROW])
    monkeypatch.setattr(reader, "MAX_UNPACKED_BYTES", 100)
    assert found(read(tmp_path, data, suffix="xlsx")) == ["TAB004 r1.xlsx:0:0 error"]


def test_entities_are_refused(tmp_path):
    from zipfile import ZipFile

    out = io.BytesIO(workbook([H.split(","), XLSX_ROW]))
    with ZipFile(out, "a") as archive:
        archive.writestr("xl/bomb.xml", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    intake = read(tmp_path, out.getvalue(), suffix="xlsx")
    assert found(intake) == ["TAB004 r1.xlsx:0:0 error"]
    assert "xl/bomb.xml" in intake.diagnostics[0].problem.en


def test_a_missing_file(tmp_path):
    path = tmp_path / "none.csv"
    intake = read_responses([path], OPEN, {path: "none.csv"})
    assert found(intake) == ["TAB001 none.csv:0:0 error"]
    assert intake.diagnostics[0].problem.en == "the file cannot be read: No such file or directory"


def test_the_scoring_workbook_that_the_draw_writes(tmp_path):
    from guizhang.exam.workbook.book import scoring_workbook

    book = load_workbook(io.BytesIO(scoring_workbook(LISTED)))
    for column, value in zip("DEFGHIJK", ["B", "A", "ACD", "√", 24, "CAB", 6, 5], strict=True):
        book["Responses"][f"{column}2"] = value
    out = io.BytesIO()
    book.save(out)
    intake = read(tmp_path, out.getvalue(), exam=LISTED, suffix="xlsx")
    assert found(intake) == ["RSP028 r1.xlsx:3:0 warning", "RSP028 r1.xlsx:4:0 warning"]
    assert [r.candidate for r in intake.responses] == ["0012"]
    assert intake.responses[0].answers == {1: "B", 2: "A", 3: "ACD", 4: "T", 5: "24", 6: "CAB"}
    assert (intake.responses[0].given_points, intake.responses[0].practical) == ({7: Decimal(6)}, Decimal(5))
    other = record(exam_id="f" * 16, candidates=ROSTER)
    assert found(read(tmp_path, out.getvalue(), exam=other, suffix="xlsx"))[0] == "RSP011 r1.xlsx:0:0 error"


def test_merged_cells_are_refused_and_the_rest_is_read(tmp_path):
    book = load_workbook(
        io.BytesIO(workbook([H.split(","), XLSX_ROW, ["0013", *XLSX_ROW[1:]], ["0014", *XLSX_ROW[1:]]]))
    )
    book["Responses"].merge_cells("D2:D3")
    book["Responses"].merge_cells("A1:B1")  # a heading over two columns says nothing about rows
    out = io.BytesIO()
    book.save(out)
    intake = read(tmp_path, out.getvalue(), suffix="xlsx")
    assert [d for d in found(intake) if "RSP045" in d] == ["RSP045 r1.xlsx:2:4 error", "RSP045 r1.xlsx:3:4 error"]
    assert [r.candidate for r in intake.responses] == ["0014"]
    assert (intake.files[0].rows, intake.files[0].graded, intake.files[0].refused) == (3, 1, 2)


def with_item(form, number, item):
    """Return the form with another question under a number."""
    sections = [
        section.model_copy(update={"items": (item,), "type": item.type})
        if form.items[number - 1] in section.items
        else section
        for section in form.sections
    ]
    return form.model_copy(update={"sections": tuple(sections)})


TIME_GAP = DrawnGap(answer=text("9:00"), equivalent=(text("上午九点", "9 a.m."),))
HOUR_ASKED = {"o'clock": {"unit": Text(zh="点", en="o'clock"), "key": ("15",)}, "hours": {}}


@pytest.mark.parametrize(("asked", "answer"), [("o'clock", "15"), ("hours", None)])
@pytest.mark.parametrize("shown", ["hh:mm", "h:mm AM/PM", "[h]:mm"])
def test_a_cell_that_became_a_time_is_read_where_the_hour_is_asked(tmp_path, asked, answer, shown):
    form = with_item(FORM_A, 5, NUMERIC.model_copy(update=HOUR_ASKED[asked]))
    book = Workbook()
    book.active.append(H.split(","))
    book.active.append(["0012", "张三", "A", "B", "A", "ACD", "F", time(15, 0), "CAB", "说明", 6, 5])
    book.active["H2"].number_format = shown
    out = io.BytesIO()
    book.save(out)
    intake = read(tmp_path, out.getvalue(), suffix="xlsx", exam=record(candidates=ROSTER, forms=(form,)))
    assert [response.answers.get(5) for response in intake.responses] == ([answer] if answer else [])
    assert [d.code for d in intake.diagnostics] == ([] if answer else ["RSP030"])


def test_a_cell_that_became_a_time_is_read_where_the_gap_holds_one(tmp_path):
    for gap, read_as in ((TIME_GAP, "9:05"), (DrawnGap(answer=text("24小时", "24 hours")), None)):
        form = with_item(FORM_A, 5, ONE_GAP.model_copy(update={"gaps": (gap,)}))
        row = ["0012", "张三", "A", "B", "A", "ACD", "F", time(9, 5), "CAB", "说明", 6, 5]
        intake = read(
            tmp_path, workbook([H.split(","), row]), suffix="xlsx", exam=record(candidates=ROSTER, forms=(form,))
        )
        assert [response.answers.get(5) for response in intake.responses] == (
            [f"{read_as}:00".zfill(8)] if read_as else []
        )
