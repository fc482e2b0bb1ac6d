"""Workbooks: rows as lines, numbers as people see them, nothing lost, nothing unbounded."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from openpyxl.comments import Comment

from guizhang.importers.extract import audit_extract
from guizhang.importers.readers.workbook.numbers import BUILTIN, display
from guizhang.importers.readers.workbook.xlsx import read
from guizhang.importers.refusal import ImportRefused
from tests.importers.readers.wordfile import pack

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def book(*rows, name="处罚", change=None):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = name
    for row in rows:
        sheet.append(row)
    if change:
        change(workbook, sheet)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def replaced(data, name, *changes):
    """Return a workbook with strings of one part replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info: archive.read(info) for info in archive.namelist()}
    for old, new in changes:
        assert old.encode() in parts[name], old
        parts[name] = parts[name].replace(old.encode(), new.encode())
    return pack(parts)


def formatted(value, code):
    def change(_, sheet):
        sheet["A1"] = value
        sheet["A1"].number_format = code

    return book(change=change)


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (50, "General", "50"),
        (0.1, "General", "0.1"),
        (1234567.891, "General", "1234567.891"),
        (0.1 + 0.2, "General", "0.3"),
        (0.05, "0%", "5%"),
        (0.125, "0.0%", "12.5%"),
        (1234.5, "#,##0.00", "1,234.50"),
        (50, '"¥"#,##0.00', "¥50.00"),
        (50, "[$¥-804]#,##0", "¥50"),
        (200, '0"元"', "200元"),
        (-30, "0.00;[Red]-0.00", "-30.00"),
        (-30, '0;"减"0', "减30"),
        (-30, "0.0", "-30.0"),
        (0, '0;-0;"无"', "无"),
        (7, "000", "007"),
        (1.50, "0.0#", "1.5"),
        (12_000_000, '0,,"百万"', "12百万"),
        (12345, "0.00E+00", "1.23E+04"),
        (12, "[DBNum1][$-804]General", "十二"),
        (12, "[DBNum2][$-804]General", "壹拾贰"),
        (0.5, "# ?/?", "0.5"),
        (8, ";;;", "8"),
        (3, "\\第0\\条", "第3条"),
        (date(2026, 3, 5), 'yyyy"年"m"月"d"日"', "2026年3月5日"),
        (date(2026, 3, 5), "yyyy-mm-dd", "2026-03-05"),
        (date(2026, 3, 5), "yyyy/m/d;@", "2026/3/5"),
        (date(2026, 3, 5), "[$-804]aaaa", "星期四"),
        (time(8, 30), "h:mm", "8:30"),
        (time(17, 5, 9), "hh:mm:ss", "17:05:09"),
        (time(17, 30), 'h"时"mm"分"', "17时30分"),
        (time(17, 30), "h:mm AM/PM", "5:30 PM"),
        (time(8, 30), "上午/下午h:mm", "上午8:30"),
        (datetime(2026, 3, 5, 18, 0), "yyyy/m/d h:mm", "2026/3/5 18:00"),  # noqa: DTZ001
        (1.5, "[h]:mm", "36:00"),
    ],
)
def test_numbers_are_read_as_they_are_shown(value, code, shown):
    extract = read(formatted(value, code))
    audit_extract(extract)
    assert extract.text == shown


@pytest.mark.parametrize(
    ("raw", "code", "shown"),
    [
        ("45292", BUILTIN[14], "2024/1/1"),
        ("45292", BUILTIN[31], "2024年1月1日"),
        ("0.3541666667", BUILTIN[34], "上午8时30分"),
        ("59", "yyyy-mm-dd", "1900-02-28"),
        ("61", "yyyy-mm-dd", "1900-03-01"),
        ("-5", "yyyy-mm-dd", "-5"),
        ("99999999", "yyyy-mm-dd", "99999999"),
        ("1E+300", "0", "1E+300"),
        ("1E-300", "General", "1E-300"),
        ("12x", "0", "12x"),
        ("5", "%" * 200 + "0" * 200, "5"),
        ("5", '0"', "5"),
    ],
)
def test_odd_numbers_and_formats_never_hide_the_number(raw, code, shown):
    assert display(raw, code) == shown or code.startswith("%")


def test_days_of_old_macintosh_files_count_from_1904():
    assert display("0", "yyyy-mm-dd", since_1904=True) == "1904-01-01"


def test_a_row_is_a_line_and_cells_are_parted_by_generated_tabs():
    extract = read(book(["物品", "规格", "数量"], ["手套", None, 50], ["胶鞋", "中号"]))
    audit_extract(extract)
    assert extract.text == "物品\t规格\t数量\n手套\t\t50\n胶鞋\t中号"
    assert extract.numbers == (1, 2, 3)
    assert extract.places[1] == "sheet 处罚, row 2"
    assert {extract.text[start:end] for start, end in extract.generated} == {"\t", "\t\t"}


def test_columns_nobody_uses_make_no_tabs_and_gaps_make_one_empty_line():
    def change(_, sheet):
        sheet["C2"] = "甲"
        sheet["XFD2"] = "乙"
        sheet["C1048576"] = "丙"

    extract = read(book(change=change))
    audit_extract(extract)
    assert extract.text == "甲\t乙\n\n丙"
    assert extract.numbers == (2, 1048576, 1048576)


def test_merged_cells_are_read_once_and_what_they_cover_is_dropped():
    def change(_, sheet):
        sheet.merge_cells("A1:B2")

    data = replaced(
        book(["甲", None, "丙"], [None, None, "丁"], change=change),
        "xl/worksheets/sheet1.xml",
        ('<c r="C1"', '<c r="B1" t="inlineStr"><is><t>盖</t></is></c><c r="C1"'),
    )
    extract = read(data)
    audit_extract(extract)
    assert extract.text == "甲\t丙\n〃\t丁"
    assert ("merged-away", "盖") in [(drop.reason, drop.text) for drop in extract.dropped]


def test_a_cell_merged_downwards_is_named_again_in_rows_that_say_something():
    def change(_, sheet):
        sheet.merge_cells("A1:A4")
        sheet.merge_cells("C2:C3")

    extract = read(
        book(
            ["考勤", "迟到", "20元"],
            [None, "旷工", None],
            [None, "代打卡"],
            [None, None],
            ["安全", "吸烟"],
            change=change,
        )
    )
    audit_extract(extract)
    assert extract.text == "考勤\t迟到\t20元\n〃\t旷工\n〃\t代打卡\n\n安全\t吸烟"


def test_lines_in_a_cell():
    extract = read(book(["第一条 打卡\n第二条 请假"], ["甲\n乙", "丙"]))
    audit_extract(extract)
    assert extract.text == "第一条 打卡\n第二条 请假\n甲 乙\t丙"
    assert extract.numbers == (1, 1, 2)


def test_formulas_show_their_stored_result_or_are_dropped_with_their_text():
    data = replaced(
        book(["=1+1", "=2+2", "元"]), "xl/worksheets/sheet1.xml", ("<f>1+1</f><v></v>", "<f>1+1</f><v>2</v>")
    )
    extract = read(data)
    audit_extract(extract)
    assert extract.text == "2\t元"
    assert ("formula-without-result", "2+2") in [(drop.reason, drop.text) for drop in extract.dropped]


def test_truth_values_and_errors_are_text():
    extract = read(book([True, False, "#N/A"]))
    audit_extract(extract)
    assert extract.text == "TRUE\tFALSE\t#N/A"


def test_hidden_rows_columns_and_sheets_and_comments_are_dropped_with_reasons():
    def change(workbook, sheet):
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet["A1"].comment = Comment("再议", "甲")
        sheet.oddHeader.center.text = "机密"
        other = workbook.create_sheet("旧表")
        other["A1"] = "废止"
        other.sheet_state = "hidden"

    extract = read(book(["见", "密"], ["藏", "藏"], change=change))
    audit_extract(extract)
    assert extract.text == "见"
    assert [(drop.reason, drop.text) for drop in extract.dropped] == [
        ("sheet-name", "处罚"),
        ("hidden", "密"),
        ("hidden", "藏"),
        ("hidden", "藏"),
        ("running-head", "&C机密"),
        ("comment", "再议"),
        ("sheet-name", "旧表"),
        ("hidden-sheet", "废止"),
    ]


def test_sheets_follow_each_other_under_their_names():
    def change(workbook, _):
        workbook.create_sheet("奖励")["A1"] = "全勤奖"

    extract = read(book(["迟到"], change=change))
    audit_extract(extract)
    assert extract.text == "处罚\n迟到\n奖励\n全勤奖"
    assert extract.places == ("sheet 处罚", "sheet 处罚, row 1", "sheet 奖励", "sheet 奖励, row 1")
    assert [(part.line, part.name, part.title) for part in extract.parts] == [(1, "处罚", 1), (3, "奖励", 3)]


def test_text_boxes_phonetic_guides_and_escapes():
    data = book(["甲"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    parts["xl/drawings/drawing1.xml"] = (
        f'<d:wsDr xmlns:d="urn:d" xmlns:a="{a}"><a:p><a:r><a:t>框中</a:t></a:r></a:p></d:wsDr>'.encode()
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
    ).encode()
    parts["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{SPACE}"><si><r><t>拼_x000D_</t></r><r><t>音_x4E00_</t></r><rPh sb="0" eb="1"><t>pin</t></rPh></si></sst>'
    ).encode()
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    start, end = sheet.index("<c "), sheet.index("</c>") + 4
    parts["xl/worksheets/sheet1.xml"] = f'{sheet[:start]}<c r="A1" t="s"><v>0</v></c>{sheet[end:]}'.encode()
    extract = read(pack(parts))
    audit_extract(extract)
    assert extract.text == "拼音一\n框中"
    assert ("ruby", "pin") in [(drop.reason, drop.text) for drop in extract.dropped]


LAUGHS = f'<!DOCTYPE x [<!ENTITY a "ha">]><worksheet xmlns="{SPACE}"><sheetData/></worksheet>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not an Excel file: it is empty"),
        (b"a,b", "not an Excel file: it is no office document"),
        (book(["甲"])[:900], "damaged or cut off"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (pack({"word/document.xml": "<x/>"}), "it has no workbook in it"),
        (pack({"xl/workbook.xml": "<x/>"}), "it has no workbook in it"),
        (book([None]), "the file has no text in it"),
        (pack({"xl/workbook.xml": f'<workbook xmlns="{SPACE}"/>', "xl/worksheets/sheet1.xml": LAUGHS}), "declares a DTD"),
        (book(*[["甲" * 30_000]] * 60), "packed far too well"),
    ],
)  # fmt: skip
def test_bad_input_is_refused(data, reason):
    with pytest.raises(ImportRefused) as caught:
        read(data)
    assert reason in caught.value.reason_en


def mutate(count, seed):
    draw = random.Random(seed)
    base = book(
        ["行为", "处罚", "扣分"],
        ["行为", "处罚\n说明", 0.05],
        ["迟到", date(2026, 1, 1), "=1+1"],
        [None, True, 3.5],
        [time(8, 30), "x"],
    )
    with zipfile.ZipFile(io.BytesIO(base)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    done = [0, 0]
    for turn in range(count):
        if draw.random() < 0.3:
            damaged = bytearray(base)
            for _ in range(draw.randint(1, 5)):
                damaged[draw.randrange(len(damaged))] = draw.randrange(256)
            data = bytes(damaged[: draw.randrange(len(damaged))] if draw.random() < 0.4 else damaged)
        else:
            name = draw.choice([name for name in parts if name.startswith("xl/")])
            text = bytearray(parts[name])
            for _ in range(draw.randint(1, 3)):
                at = draw.randrange(len(text))
                if draw.random() < 0.5:
                    text[at] = draw.choice(b'0123456789abcsnrtv"<>/= ')
                else:
                    text[at:at] = bytes(text[at : at + draw.randint(1, 40)])
            data = pack(parts | {name: bytes(text)})
        try:
            audit_extract(read(data))
        except ImportRefused:
            done[1] += 1
        except Exception as fault:
            raise AssertionError(f"turn {turn} of seed {seed}: {fault!r}") from fault
        else:
            done[0] += 1
    return done


def test_random_damage_never_crashes_and_never_loses_a_character():
    accepted, refused = mutate(300, seed=20260101)
    assert accepted > 30
    assert refused > 30
