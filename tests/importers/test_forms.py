"""Cells of forms that are to be filled in stay, the last of a row too; empty cells of other tables say nothing."""

from __future__ import annotations

import io

import openpyxl
import pytest
from docx import Document
from openpyxl.styles import Border, Side

from guizhang.importers import import_text
from guizhang.importers.extract import audit_extract, to_fill_in
from guizhang.importers.outline import walk
from guizhang.importers.readers.workbook.xlsx import read

FORM = [["申请人", "", "车牌号", ""], ["目的地", "□市内 □市外", "部门", ""], ["事由", "", "主管", ""]]
LINES = ["申请人\t＿＿＿＿\t车牌号\t＿＿＿＿", "目的地\t□市内 □市外\t部门\t＿＿＿＿", "事由\t＿＿＿＿\t主管\t＿＿＿＿"]
DATA = [["编号", "物品", "备注"], ["1", "手推车", ""], ["2", "叉车", ""]]


def texts(data, name):
    return [node.text for document in import_text(data, name).documents for node in walk(document.nodes) if node.text]


def word(rows):
    document = Document()
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def excel(rows, *, drawn=True):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append([text or None for text in row])
    if drawn:
        for row in sheet.iter_rows(1, len(rows), 1, len(rows[0])):
            for cell in row:
                cell.border = Border(bottom=Side(style="thin"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("data", "name"), [(word(FORM), "a.docx"), (excel(FORM), "a.xlsx")])
def test_what_a_form_leaves_blank_stays(data, name):
    assert texts(data, name) == LINES


@pytest.mark.parametrize(("data", "name"), [(word(DATA), "a.docx"), (excel(DATA), "a.xlsx")])
def test_an_empty_cell_under_a_name_is_no_blank(data, name):
    assert texts(data, name) == ["编号\t物品\t备注", "1\t手推车", "2\t叉车"]


def test_blanks_are_made_by_the_reader():
    extract = read(excel(FORM))
    audit_extract(extract)
    made = {extract.text[start:end].strip("\t") for start, end in extract.generated}
    assert "＿＿＿＿" in made
    # Where no cell is drawn nothing shows that one was meant.
    assert "＿" not in read(excel(FORM, drawn=False)).text


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["x_x_", "xxx_", "x_"], [{1, 3}, {3}, {1}]),
        (["x", "x_", "x_"], [set(), {1}, {1}]),
        (["xx", "x_", "x_"], [set(), set(), set()]),
        (["_x", "xx", "xx"], [set(), set(), set()]),
        (["x_", "xx", "xx"], [set(), set(), set()]),
        (["x_"], [set()]),
        ([], []),
    ],
)
def test_what_is_to_be_filled_in(rows, expected):
    assert [set(found) for found in to_fill_in([[cell == "x" for cell in row] for row in rows])] == expected
