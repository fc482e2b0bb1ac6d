"""Scripts, etiquette, checklists and records: what stands on the page, and the files one can fill in."""

import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st
from openpyxl import load_workbook

from guizhang.model.etiquette import EtiquetteFile
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.record import FieldType, Record
from guizhang.model.script import ScriptFile
from guizhang.site.companions import Companions, checklist_path
from guizhang.site.paths import Addresses
from guizhang.site.record_files import record_files, record_paths
from guizhang.site.texts import Prose

SETTINGS = Settings.model_validate({"title": {"zh": "手册"}, "company": {"zh": "甲&乙公司", "en": "A & B"}})
FORMULA = '=HYPERLINK("http://evil.example","x")'


def companions(**content):
    book = Handbook(SETTINGS, **content)
    return Companions(book, Prose(book), Addresses.of(book))


def script(**situation):
    raw = {"id": "s", "title": {"zh": "景", "en": "Scene"}, "when": {"zh": "来电", "en": "A call"}, **situation}
    return ScriptFile.model_validate({"id": "talk", "title": {"zh": "话术", "en": "Talk"}, "situations": [raw]})


def rows(html):
    """The rows of a page: (classes, Chinese half)."""
    found = re.findall(
        r'<div class="gz-row ([^"]*)".*?<div class="gz-cell" lang="zh-Hans">(.*?)</div>', html, re.DOTALL
    )
    return [(set(classes.split()), re.sub("<.*?>", "", text).strip()) for classes, text in found]


def test_what_staff_say_can_be_taken_along_and_what_is_never_said_cannot():
    file = script(
        turns=[{"speaker": "customer", "text": {"zh": "退钱"}}, {"speaker": "staff", "text": {"zh": "我来办"}}],
        say=[{"text": {"zh": "请放心"}}],
        never=[{"text": {"zh": "不归我管"}, "why": {"zh": "首问负责"}, "instead": {"zh": "我帮您找人"}}],
    )
    html = companions(scripts=(file,)).script(file).html
    assert [text for classes, text in rows(html) if "gz-phrase" in classes] == ["我来办", "请放心", "我帮您找人"]
    assert [text for classes, text in rows(html) if "gz-neversay" in classes] == ["不归我管"]
    assert html.count("gz-open-counter") == 1


def test_a_scene_without_a_word_for_staff_has_no_large_type():
    file = script(
        turns=[{"speaker": "customer", "text": {"zh": "退钱"}}], never=[{"text": {"zh": "不"}, "why": {"zh": "失礼"}}]
    )
    assert "gz-open-counter" not in companions(scripts=(file,)).script(file).html


ETIQUETTE = EtiquetteFile.model_validate({
    "id": "manners", "title": {"zh": "礼仪", "en": "Manners"},
    "groups": [
        {"id": "g1", "title": {"zh": "站"}, "points": [
            {"id": "p1", "title": {"zh": "站姿"}, "do": {"zh": "站直", "en": "a"}, "observe": {"zh": "背是直的", "en": "b"}},
            {"id": "p2", "dont": {"zh": "不靠墙", "en": "c"}},
        ]},
        {"id": "g2", "title": {"zh": "坐"}, "points": [{"id": "p3", "do": {"zh": "坐正", "en": "d"}, "dont": {"zh": "不跷腿", "en": "e"}}]},
    ],
})  # fmt: skip


def test_each_point_is_a_card_and_no_card_holds_another():
    page = companions(etiquette=(ETIQUETTE,)).etiquette(ETIQUETTE)
    cards = re.findall(r'<section class="gz-card" id="([^"]+)">(.*?)</section>', page.html, re.DOTALL)
    assert [name for name, _ in cards] == ["p1", "p2", "p3"]
    assert all("gz-card" not in inner for _, inner in cards)
    assert f"../{checklist_path('manners')}" in page.html


def test_the_checklist_says_how_each_point_is_seen_and_has_three_boxes():
    html = companions(etiquette=(ETIQUETTE,)).checklist(ETIQUETTE).html
    lines = re.findall(r'<tr><td class="gz-rownumber">(\d+)</td><td>(.*?)</tr>', html, re.DOTALL)
    seen = [(number, "".join(re.findall(r'lang="zh-Hans"[^>]*>([^<\s]+)', inner))) for number, inner in lines]
    assert seen == [("1", "站姿背是直的"), ("2", "不靠墙"), ("3", "坐正")], "what an observer sees, else what is done"
    assert all(inner.count("gz-option") == 3 for _, inner in lines)
    for wanted in ("观察人", "被观察人", "日期", "备注", "观察人签字", "被观察人签字"):
        assert wanted in html


def record(*fields, **more):
    raw = {"id": "slip", "title": {"zh": "单子", "en": "Slip"}, "purpose": {"zh": "用"}}
    return Record.model_validate({**raw, "sections": [{"title": {"zh": "节", "en": "Part"}, "fields": fields}], **more})


def field(name="f", **more):
    return {"id": name, "label": {"zh": f"栏{name}", "en": name}, **more}


def files(made, **more):
    return {path.rpartition(".")[2]: data for path, data in record_files(Handbook(SETTINGS, **more), made)}


def workbook(made):
    return load_workbook(io.BytesIO(files(made)["xlsx"]))


OPTIONS = [{"zh": "甲，乙", "en": "a, b"}, {"zh": FORMULA}]


@pytest.mark.parametrize(
    ("kind", "check", "number_format"),
    [
        ("text", None, "@"), ("long_text", None, "@"), ("number", "decimal", "General"), ("money", "decimal", "#,##0.00"),
        ("date", "date", "yyyy-mm-dd"), ("time", "time", "hh:mm"), ("datetime", "date", "yyyy-mm-dd hh:mm"),
        ("phone", None, "@"), ("choice", "list", "General"), ("multi_choice", None, "General"),
        ("yes_no", "list", "General"), ("signature", None, "General"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("layout", ["form", "register"])
def test_a_cell_takes_what_its_field_asks_for(kind, check, number_format, layout):
    options = OPTIONS if kind.endswith("choice") else []
    sheet = workbook(record(field(type=kind, options=options), layout=layout)).worksheets[0]
    blank = sheet["B4"]
    assert blank.value is None
    assert not blank.protection.locked
    assert blank.number_format == number_format
    checks = {str(v.sqref): v.type for v in sheet.data_validations.dataValidation if v.type}
    assert list(checks.values()) == ([check] if check else [])
    assert all(where.startswith("B4") for where in checks)


def test_every_type_of_field_is_tried():
    source = test_a_cell_takes_what_its_field_asks_for.pytestmark
    assert {row[0] for mark in source for row in mark.args[1] if isinstance(row, tuple)} == {str(t) for t in FieldType}


def test_choices_are_looked_up_on_a_hidden_sheet_so_that_a_comma_stays_in_them():
    book = workbook(record(field(type="choice", options=OPTIONS)))
    (check,) = book.worksheets[0].data_validations.dataValidation
    assert check.formula1 == "'选项 Options'!$A$1:$A$2"
    hidden = book["选项 Options"]
    assert hidden.sheet_state == "hidden"
    assert [hidden["A1"].value, hidden["A2"].value] == ["甲，乙 a, b", FORMULA]
    assert hidden["A2"].data_type == "s", "a formula in an option is text"


def test_a_form_keeps_its_labels_and_prints_on_one_width_of_a4():
    sheet = workbook(record(field(required=True), title={"zh": "单&子"})).worksheets[0]
    assert sheet.protection.sheet
    assert sheet["A4"].protection.locked
    assert sheet["A4"].value == "* 栏f\nf"
    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation, setup.fitToWidth, setup.fitToHeight) == (9, "portrait", 1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter.left.text == "单&&子"


def test_the_title_of_a_section_over_one_narrow_column_has_room():
    sections = [
        {"title": {"zh": "到达", "en": "Arrival"}, "fields": [field("a"), field("b")]},
        {"title": {"zh": "离开", "en": "Departure of the guest"}, "fields": [field("c", type="time")]},
    ]
    sheet = workbook(record(layout="register", rows=5, sections=sections))["表单 Record"]
    width = sheet.column_dimensions["D"].width
    assert sheet["D3"].value == "离开 Departure of the guest"
    assert sheet.row_dimensions[3].height >= 15 * (4 + 1 + len("Departure of the guest")) / width


def test_a_register_repeats_its_head_and_has_a_row_a_case():
    sheet = workbook(record(field("a"), field("b"), layout="register", rows=7)).worksheets[0]
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "A4"
    assert [sheet.cell(row, 1).value for row in range(3, 12)] == ["序号\nNo.", 1, 2, 3, 4, 5, 6, 7, None]
    assert sheet.page_setup.orientation == "landscape"


LABELS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(lambda s: s.strip())


@hypothesis(max_examples=25, deadline=None)
@given(LABELS, LABELS, LABELS)
def test_any_text_stays_text_in_both_files(label, option, note):
    made = record(
        field(label={"zh": label}, type="choice", options=[{"zh": option}], note={"zh": note}), title={"zh": label}
    )
    made_files = files(made)
    for sheet in load_workbook(io.BytesIO(made_files["xlsx"])):
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    cells = [
        cell.text for table in docx.Document(io.BytesIO(made_files["docx"])).tables for cell in table.rows[0].cells
    ]
    words = [word for word in re.split(r"[\s\x00-\x1f\ufffd\ufffe\uffff]+", label) if word]
    assert all(word in cells[0] for word in words)


def test_the_word_document_has_styles_of_its_own_and_a_chinese_face():
    made = record(
        field(type="choice", options=OPTIONS),
        field("sign", type="signature"),
        retention={"zh": "三年", "en": "3 years"},
    )
    document = docx.Document(io.BytesIO(files(made)["docx"]))
    assert [(p.style.name, p.text) for p in document.paragraphs] == [
        ("Title", "单子\nSlip"), ("Subtitle", "甲&乙公司  A & B"), ("Heading 2", "节 Part"), ("Field Note", "三年\n3 years"),
    ]  # fmt: skip
    (table,) = document.tables
    assert table.style.name == "Table Grid"
    first = [cell.paragraphs[0] for cell in table.rows[0].cells]
    assert [(p.style.name, p.text) for p in first[:2]] == [
        ("Field Label", "栏f\nf"), ("Field Input", f"□\u00a0甲，乙 a, b   □\u00a0{FORMULA}"),
    ]  # fmt: skip
    for name, face in (("Normal", "宋体"), ("Title", "黑体"), ("Heading 2", "黑体")):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == face
        assert not any("heme" in attribute for attribute in fonts.attrib), "the theme would choose another face"
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_a_register_in_word_lies_across_and_repeats_its_head():
    document = docx.Document(io.BytesIO(files(record(field(), layout="register", rows=3))["docx"]))
    assert document.sections[0].page_width > document.sections[0].page_height
    (table,) = document.tables
    assert [row.cells[0].text for row in table.rows] == ["序号\nNo.", "1", "2", "3"]
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert heads == [True, False, False, False]


def test_the_same_record_gives_the_same_bytes_whatever_the_clock():
    made = record(field(type="choice", options=OPTIONS))
    for data in (first := files(made)).values():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            core = archive.read("docProps/core.xml").decode()
        stamps = re.findall(r"<dcterms:\w+[^>]*>([^<]*)<", core)
        assert set(stamps) == {"2000-01-01T00:00:00Z"}
    assert files(made) == first


def test_the_page_of_a_record_links_to_its_files():
    made = record(field())
    book = Handbook(SETTINGS, records=(made,))
    html = Companions(book, Prose(book), Addresses.of(book)).record(made).html
    assert re.findall(r'href="([^"]+)" download', html) == ["slip.xlsx", "slip.docx"]
    assert set(record_paths(made).values()) == {path for path, _ in record_files(book, made)}
