"""Files as people and programs make them: what is plain is read, the rest is counted and named, and never moved in silence."""

from __future__ import annotations

import io
from datetime import date, time

import pytest
from openpyxl import Workbook

from guizhang.grading.reading.responses import read_responses
from tests.grading.examples import FORM_A, PERFECT_A, PERFECT_B, ROSTER, WIDE_HEADER, record

LISTED = record(candidates=ROSTER)
ONE_FORM = record(candidates=ROSTER, forms=(FORM_A,))
H = WIDE_HEADER
ANSWERS_A = {1: "B", 2: "A", 3: "ACD", 4: "F", 5: "24", 6: "CAB", 7: "说明"}
ANSWERS_B = {1: "A", 2: "D", 3: "ACD", 4: "F", 5: "24", 6: "CAB", 7: "说明"}
BOTH = {"0012": ANSWERS_A, "0013": ANSWERS_B}
ROW = ["0012", "张三", "A", "B", "A", "ACD", "F", 24, "CAB", "说明", 6, 5]


def sheet(*rows, change=None) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(tmp_path, content, suffix="csv", exam=LISTED):
    path = tmp_path / f"r.{suffix}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_responses([path], exam, {path: path.name})


def found(intake):
    return [f"{d.code} {d.source.line}:{d.source.column}" for d in intake.diagnostics]


def answers(intake):
    return {response.candidate: dict(response.answers) for response in intake.responses}


# What is plain.

GROUPS = ["考号", "姓名", "卷别", "单选题", None, "多选题", "判断题", "填数", "排序", "简答", None, "实操"]
NUMBERS = [None, None, None, 1, 2, 3, 4, 5, 6, 7, "7得分", None]


def _merge(book):
    for area in ("D1:E1", "A1:A2", "B1:B2", "C1:C2", "L1:L2"):
        book.active.merge_cells(area)


GOOGLE = (
    '"Timestamp","Email Address","Score","工号","姓名","1. 题 single","2. 题 other （2分）","3. question multiple",'
    '"题 truth","【判断】题 hours","题 steps","题 why"\n'
    '"2026/11/22 9:01:12 GMT+8","a@b.c","0 / 20","0012","张三","选项1","A. 选项0","选项0, 选项2, 选项3","错","24",'
    '"C, A, B","说明"\n'
)
STARS = (
    "序号,提交答卷时间,所用时间,来源,来自IP,总分,1、您的工号：,2、您的姓名：,3、题 single,4、题 other,5、题 multiple,6、题 truth,"
    "7、题 hours,8、题 steps,9、题 why\n"
    "1,2026/11/22 9:01:12,300秒,微信,1.2.3.4(北京),80,0012,张三,B.选项1,选项0,A.选项0┋C.选项2┋D.选项3,错误,24,CAB,说明\n"
)
PLAIN = [
    ("a row of groups above the numbers", sheet(GROUPS, NUMBERS, ROW, change=_merge), "xlsx", LISTED),
    ("a form service with questions as headings", GOOGLE, "csv", ONE_FORM),
    ("a form service that numbers every field", STARS, "csv", ONE_FORM),
    ("texts kept as texts", f'{H}\n="0012",="张三",A,B,A,ACD,F,="24",CAB,说明,6,5\n', "csv", LISTED),
    ("an apostrophe, blanks, full width in the id", f"{H}\n'００ 12,张三,A,{PERFECT_A}\n", "csv", LISTED),
    ("the header again on each page", f"{H}\n0012,张三,A,{PERFECT_A}\n{H}\n{H}\n", "csv", LISTED),
    ("blank rows and columns", f"{H},,\n\n0012,张三,A,{PERFECT_A},,\n,,,,,,,,,,,,,\n\n", "csv", LISTED),
    ("GBK with everything typed loosely", f"工号,姓名,卷别,{','.join(f'第{n}题' for n in range(1, 8))},第7题得分,实操\r\n"
     '0012,张三,A卷,Ｂ,ａ,"A、C、D",×,２４小时,C→A→B,说明,6分,5\r\n'.encode("gbk").decode("gbk"), "csv", LISTED),
]  # fmt: skip


@pytest.mark.parametrize(("content", "suffix", "exam"), [row[1:] for row in PLAIN], ids=[row[0] for row in PLAIN])
def test_read_without_a_word(tmp_path, content, suffix, exam):
    if isinstance(content, str) and "第1题" in content:
        content = content.encode("gbk")
    intake = read(tmp_path, content, suffix, exam)
    assert (found(intake), answers(intake)) == ([], {"0012": ANSWERS_A})
    (file,) = intake.files
    assert (file.rows, file.graded) == (1, 1)


# What is not: content, suffix, expected faults, who is graded, (rows, graded, flagged, refused).

GOOD_B = f"0013,李四,B,{PERFECT_B}"


def _dates(book):
    book.active["F2"], book.active["H3"] = date(2026, 3, 4), time(8, 30)


AWKWARD = [
    ("a comma without quotation marks", f"{H}\n0012,张三,A,B,A,A,C,D,F,24,CAB,说明,6,5\n{GOOD_B}\n", "csv", ["RSP048 2:0"], ["0013"], (2, 1, 0, 1)),
    ("a comma that leaves nothing behind", f"{H}\n0012,张三,A,B,A,ACD,F,24,C,A,B,,\n{GOOD_B}\n", "csv", ["RSP048 2:0"], ["0013"], (2, 1, 0, 1)),
    ("a remark beside the table", f"{H},\n0012,张三,A,{PERFECT_A},补考\n", "csv", ["RSP007 1:13"], ["0012"], (1, 1, 0, 0)),
    ("a remark beside the sheet", sheet(H.split(","), [*ROW, None, "补考"]), "xlsx", ["RSP007 1:14"], ["0012"], (1, 1, 0, 0)),
    ("a row of totals", f"{H}\n0012,张三,A,{PERFECT_A}\n合计,,,,,,,,,,6,5\n平均分,,,,,,,,,,6,5\n", "csv", ["RSP049 3:1", "RSP049 4:1"], ["0012"], (3, 1, 0, 0)),
    ("totals behind the row's number", f"序号,{H}\n1,0012,张三,A,{PERFECT_A}\n合计,,,,,,,,,,,6,5\n", "csv", ["RSP049 3:0"], ["0012"], (2, 1, 0, 0)),
    ("numbered rows without anybody", f"序号,{H}\n1,0012,张三,A,{PERFECT_A}\n2,,,,,,,,,,,,\n3\n", "csv", [], ["0012"], (1, 1, 0, 0)),
    ("a numbered row without an id", f"序号,{H}\n1,0012,张三,A,{PERFECT_A}\n2,,李四,B,{PERFECT_B}\n", "csv", ["RSP021 3:0"], ["0012"], (2, 1, 0, 1)),
    ("American dates", f"{H}\n03/04/26,,A,{PERFECT_A}\n0012,张三,A,B,A,3/4/2026,F,24,CAB,,6,5\n", "csv", ["RSP030 2:1", "RSP030 3:6"], [], (2, 0, 0, 2)),
    ("zeros lost, dates", sheet(H.split(","), [12, *ROW[1:]], ["0013", "李四", "B", *ROW[3:]], change=_dates), "xlsx",
     ["RSP027 2:1", "RSP030 2:6", "RSP030 3:8"], [], (2, 0, 0, 2)),
    ("formulas nobody has worked out", sheet(H.split(","), ["0012", "=B9", "A", '=UPPER("b")', *ROW[4:]]), "xlsx",
     ["RSP032 2:2", "RSP032 2:4"], [], (1, 0, 0, 1)),
    ("no header at all", "张三,A,B\n李四,B,C\n王五,C,D\n", "csv", ["RSP005 1:0"], [], (3, 0, 0, 3)),
    ("no ids", f"姓名,卷别,{','.join('1234567')}\n张三,A,B,A,ACD,F,24,CAB,x\n", "csv", ["RSP005 1:0"], [], (2, 0, 0, 2)),
    ("a web page", "<html><table><tr><td>考号</td></tr></table></html>", "xls", ["TAB004 0:0"], [], (0, 0, 0, 0)),
    ("XML of a spreadsheet", '<?xml version="1.0"?>\n<office:document>', "fods", ["TAB004 0:0"], [], (0, 0, 0, 0)),
    ("a tick where a letter was asked", f"{H}\n0012,张三,A,√,A,ACD,F,24,CAB,,6,5\n", "csv", ["RSP033 2:4"], [], (1, 0, 0, 1)),
    ("words of no option", f"{H}\n0012,张三,A,选项9,A,选项0;别的,F,24,CAB,,6,5\n", "csv", ["RSP033 2:4", "RSP033 2:6"], [], (1, 0, 0, 1)),
    ("two options where one was asked", f"{H}\n0012,张三,A,选项1;选项2,A,ACD,F,24,CAB,,6,5\n", "csv", ["RSP035 2:4"], ["0012"], (1, 1, 0, 0)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "suffix", "expected", "graded", "counts"), [row[1:] for row in AWKWARD], ids=[row[0] for row in AWKWARD]
)
def test_counted_and_named(tmp_path, content, suffix, expected, graded, counts):
    intake = read(tmp_path, content, suffix)
    assert found(intake) == expected
    assert list(answers(intake)) == graded
    assert [(f.rows, f.graded, f.flagged, f.refused) for f in intake.files] == [counts]


def test_a_comma_at_the_end_of_every_line_moves_nothing(tmp_path):
    intake = read(tmp_path, f"{H}\n0012,张三,A,{PERFECT_A},\n{GOOD_B},\n")
    assert (found(intake), answers(intake)) == ([], BOTH)


def test_somebody_whose_id_is_a_word_for_totals(tmp_path):
    from guizhang.model.form import Candidate

    exam = record(candidates=(Candidate(id="max", form="A"),))
    assert list(answers(read(tmp_path, f"{H}\nmax,,A,{PERFECT_A}\n", exam=exam))) == ["max"]


@pytest.mark.parametrize(
    ("single", "codes", "graded"),
    [
        ("1,B", ["RSP044"], ["0012"]),
        ("1,C", ["RSP041"], []),
        ("single,B", ["RSP044"], ["0012"]),
        ("single,C", ["RSP041"], []),
        ("7,说明", ["RSP044"], ["0012"]),
    ],
)
def test_a_row_of_answers_and_a_single_one_are_held_against_each_other(tmp_path, single, codes, graded):
    """The same counts once, anything else refuses the person, whichever file comes first."""
    wide, long = tmp_path / "wide.csv", tmp_path / "long.csv"
    wide.write_text(f"{H}\n0012,张三,A,{PERFECT_A}\n", encoding="utf-8")
    long.write_text(f"考号,题号,作答\n0012,{single}\n", encoding="utf-8")
    for order in ([wide, long], [long, wide]):
        intake = read_responses(order, LISTED, {path: path.name for path in order})
        assert [d.code for d in intake.diagnostics] == codes, order
        assert [response.candidate for response in intake.responses] == graded
