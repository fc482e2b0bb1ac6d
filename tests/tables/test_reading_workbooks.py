"""What cells of a workbook hold, whoever wrote it; what is not opened; which sheets are read."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from guizhang.tables.workbook import read
from tests.tables.sheets import MAIN, STRICT, xlsx

STRINGS = (
    "<si><t> 张三 </t></si>"
    "<si><r><rPr><b/></rPr><t>A</t></r><r><t>、C</t></r><rPh sb='0' eb='1'><t>ei</t></rPh></si>"
    "<si><t>一_x000D_二</t></si>"
)
STYLES = (
    '<numFmts><numFmt numFmtId="176" formatCode="m&quot;月&quot;d&quot;日&quot;"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="58"/><xf numFmtId="176"/><xf numFmtId="9"/><xf numFmtId="46"/></cellXfs>'
)
# cell, text, damage
CELLS = [
    ('<c r="A1" t="s"><v>0</v></c>', "张三", None),
    ('<c r="A1" t="s"><v>1</v></c>', "A、C", None),  # written in two runs; how it is pronounced is no part of it
    ('<c r="A1" t="s"><v>2</v></c>', "一\r二", None),
    ('<c r="A1" t="inlineStr"><is><t>B</t></is></c>', "B", None),
    ('<c r="A1" t="inlineStr"><is><t>张</t><rPh sb="0" eb="1"><t>zhang</t></rPh></is></c>', "张", None),
    ('<c r="A1" t="inlineStr"><is><r><t>3</t></r><r><t>-4</t></r></is></c>', "3-4", None),
    ('<c r="A1" t="str"><f>UPPER("b")</f><v>B</v></c>', "B", None),
    ('<c r="A1" t="str"><f>""</f><v></v></c>', "", None),  # worked out, and nothing
    ('<c r="A1"><f>1+1</f></c>', "", "formula"),
    ('<c r="A1"><f>1+1</f><v/></c>', "", "formula"),  # as openpyxl leaves it
    ('<c r="A1"><f>1+1</f><v>2</v></c>', "2", None),
    ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!", "formula"),
    ('<c r="A1" t="b"><v>1</v></c>', "TRUE", None),
    ('<c r="A1"><v>24</v></c>', "24", None),
    ('<c r="A1"><v>24.0</v></c>', "24", None),
    ('<c r="A1"><v>2.3999999999999999</v></c>', "2.4", None),
    ('<c r="A1"><v>1E-3</v></c>', "0.001", None),
    ('<c r="A1"><v>310115199001011000</v></c>', "310115199001011000", "long_number"),
    ('<c r="A1"><v>3.10115199001011E+17</v></c>', "310115199001011000", "long_number"),
    ('<c r="A1" s="1"><v>46085</v></c>', "2026-03-04", "date"),
    ('<c r="A1" s="2"><v>46085</v></c>', "2026-03-04", "date"),  # 3月4日 in a Chinese Excel
    ('<c r="A1" s="3"><v>46085</v></c>', "2026-03-04", "date"),
    ('<c r="A1" s="5"><v>1.5</v></c>', "1 day, 12:00:00", "date"),
    ('<c r="A1" s="1"><v>99999999</v></c>', "99999999", "date"),
    ('<c r="A1" t="d"><v>2026-03-04T00:00:00</v></c>', "2026-03-04", "date"),
    ('<c r="A1" s="4"><v>0.8</v></c>', "80%", None),
    ('<c r="A1" t="inlineStr"><is><t>3月4日</t></is></c>', "3月4日", "date"),
    ('<c r="A1" s="77"><v>3</v></c>', "3", None),  # a style the file does not have
    ('<c r="A1"><v> </v></c>', "", None),
    ('<c r="A1" s="1"/>', "", None),
    ("<c><v>7</v></c>", "7", None),  # a cell need not say where it stands
]


def tables(data, choose=None):
    found, faults = read(data, "a.xlsx", choose)
    assert not faults, faults
    return {table.sheet: table for table in found}


@pytest.mark.parametrize(("cell", "text", "damage"), CELLS, ids=[cell for cell, *_ in CELLS])
def test_what_a_cell_holds(cell, text, damage):
    data = xlsx(f'<row r="1">{cell}</row><row r="2"><c r="B2"><v>1</v></c></row>', strings=STRINGS, styles=STYLES)
    row = tables(data)["作答"].rows[0]
    assert (row.text(0), row.damage.get(0)) == (text, damage)


def test_days_count_from_1904_where_the_workbook_says_so():
    data = xlsx('<row r="1"><c r="A1" s="1"><v>1</v></c></row>', styles=STYLES, workbook='<workbookPr date1904="1"/>')
    assert tables(data)["作答"].rows[0].texts == ("1904-01-02",)


@pytest.mark.parametrize(
    "sheet",
    [
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="3"><x:c r="C3" t="str"><x:v>B</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{STRICT}"><sheetData><row r="3"><c r="C3" t="str"><v>B</v></c></row></sheetData></worksheet>',
        '<row r="2"/><row r="3"><c r="A3" s="0"/><c r="C3" t="str"><v>B</v></c><c r="D3"/></row>',
        '<row r="2"/><row><c r="C3" t="str"><v><![CDATA[B]]></v></c></row>',
    ],
    ids=["prefix", "strict", "blank cells", "no number of the row"],
)
def test_whoever_wrote_it(sheet):
    row = tables(xlsx(sheet))["作答"].rows[-1]
    assert (row.line, row.texts) == (3, ("", "", "B"))


def test_merged_cells_stand_behind_the_rows():
    merged = '<mergeCells><mergeCell ref="B2:C9"/></mergeCells>'
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{ONE}</sheetData>{merged}</worksheet>'
    assert tables(xlsx(sheet))["作答"].merged == ((2, 2, 9, 3),)


ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


def test_hidden_sheets_are_left_out_unless_all_are():
    sheets = {"甲": ONE, "乙": ONE, "空": "", "丙": ONE}
    hidden = {"甲": 'state="hidden"', "丙": 'state="veryHidden"'}
    assert list(tables(xlsx(sheets, states=hidden))) == ["乙"]
    assert list(tables(xlsx({"甲": ONE}, states=hidden))) == ["甲"]


def test_only_the_chosen_sheets_are_read_to_their_end():
    """What is broken behind the first rows of another sheet is nobody's business."""
    long = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 9_000))
    broken = f'<worksheet xmlns="{MAIN}"><sheetData>{long}<row>'
    data = xlsx({"甲": broken, "乙": long})
    seen = []

    def second(beginnings):
        seen.extend((table.sheet, table.rows[19].texts, len(table.rows) < 9_000) for table in beginnings)
        return beginnings[1:]

    assert len(tables(data, second)["乙"].rows) == 8_999
    assert seen == [("甲", ("20",), True), ("乙", ("20",), True)]
    assert [fault.code for fault in read(data, "a.xlsx")[1]] == ["TAB004"]


WAYS = [
    ("'甲 1'!$B$2", "张三", None),
    ("IF('甲 1'!B2=\"\",\"\",'甲 1'!B2)", "张三", None),
    ("IF('甲 1'!B9=\"\",\"\",'甲 1'!B9)", "", None),
    ("'甲 1'!B9", "", "formula"),  # a program shows 0
    ("A2", "张三", None),  # by way of another formula
    ("'甲 1'!C2", "2026-03-04", "date"),
    ("IF('甲 1'!B2=\"\",\"\",'甲 1'!C2)", "", "formula"),
    ("'甲 1'!B2&\"\"", "", "formula"),
    ("B1", "", "formula"),  # itself
    ("没有!B2", "", "formula"),
    ("SUM(A1:A2)", "", "formula"),
]


@pytest.mark.parametrize(("formula", "text", "damage"), WAYS, ids=[formula for formula, *_ in WAYS])
def test_a_formula_that_names_a_cell_needs_no_stored_value(formula, text, damage):
    first = '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" s="1"><v>46085</v></c></row>'
    written = formula.replace("&", "&amp;")
    second = f'<row r="1"><c r="B1"><f>{written}</f></c></row><row r="2"><c r="A2"><f>\'甲 1\'!B2</f></c></row>'
    row = tables(xlsx({"甲 1": first, "乙": second}, strings=STRINGS, styles=STYLES))["乙"].rows[0]
    assert (row.text(1), row.damage.get(1)) == (text, damage)


def _zip(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return out.getvalue()


BOMB = f'<!--{"x" * 70_000}--><!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet xmlns="{MAIN}"/>'
REFUSED = [
    ("ODS", _zip(mimetype="application/vnd.oasis", content_xml="<x/>"), "this is a workbook of the format OpenDocument (ODS), no XLSX"),
    ("XLSB", _zip(xl__workbook_bin="x"), "this is a workbook of the format XLSB (XLSB), no XLSX"),
    ("DOCX", _zip(word__document_xml="<x/>"), "the workbook is damaged or is no XLSX ('xl/workbook.xml')"),
    ("document type behind 64 kB", xlsx(BOMB), "the workbook is damaged or is no XLSX (DOCTYPE)"),
    ("no sheet", xlsx({}), "the file is empty"),
    ("cell without a place", xlsx('<row r="1"><c r="1A"><v>1</v></c></row>'), "the workbook is damaged or is no XLSX (1A)"),
    ("beyond the last column", xlsx('<row r="1"><c r="XFE1"><v>1</v></c></row>'), "the workbook is damaged or is no XLSX (XFE)"),
    ("no number", xlsx('<row r="1"><c r="A1"><v>x</v></c></row>'), "the workbook is damaged or is no XLSX (could not convert string to float: 'x')"),
    ("no such text", xlsx('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'), "the workbook is damaged or is no XLSX (list index out of range)"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "problem"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused_with_the_reason(data, problem):
    found, faults = read(data, "a.xlsx")
    assert (found, [fault.problem.en for fault in faults]) == ((), [problem])


@settings(max_examples=150)
@given(st.data())
def test_no_damaged_file_ends_in_a_traceback(data):
    whole = bytearray(xlsx({"甲": ONE, "乙": f'<row r="1">{CELLS[18][0]}</row>'}, strings=STRINGS, styles=STYLES))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    found, faults = read(bytes(whole[: data.draw(st.integers(4, len(whole)))]), "a.xlsx")
    assert found or faults


# openpyxl is another implementation: both must read the same out of what it wrote.
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=8).filter(
    lambda text: text.strip() == text and text[0] not in "=' \ufeff\u200b" and text.strip("\u200b\ufeff") == text
)
VALUES = st.one_of(
    st.none(), TEXTS, st.integers(-(10**12), 10**12), st.booleans(), st.dates(date(1950, 1, 1), date(2090, 1, 1))
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(VALUES, min_size=1, max_size=5), min_size=1, max_size=5))
def test_the_same_as_openpyxl_reads(rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    found, _ = read(out.getvalue(), "a.xlsx")
    ours = {(row.line, n): text for table in found for row in table.rows for n, text in enumerate(row.texts) if text}
    theirs = {
        (cell.row, cell.column - 1): str(cell.value).upper()
        if isinstance(cell.value, bool)
        else str(cell.value).removesuffix(" 00:00:00")
        for row in load_workbook(io.BytesIO(out.getvalue())).active
        for cell in row
        if cell.value is not None
    }
    assert ours == theirs
