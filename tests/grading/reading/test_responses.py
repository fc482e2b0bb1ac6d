"""Response files: what is read, what is complained about and where, and that every row is accounted for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.grading.summary import columns_told
from guizhang.model.form import Candidate
from tests.grading.examples import EXAM_ID, FORM_A, FORM_B, PERFECT_A, PERFECT_B, record
from tests.grading.reading.files import LISTED, NO_PRACTICAL, NUMBERED, ONE_FORM, OPEN, H, found, read

LONG = "Staff No,Question,Answer,Form\n" + "".join(
    f"1,{n},{answer},A\n" for n, answer in enumerate(["B", "A", "ACD", "F", "24", "CAB"], start=1)
)

ROW = f"1,张三,A,{PERFECT_A}"

# content, exam, expected "code line:column", problem in English
# ruff: noqa: E501 - a row of the table is read as one
BAD = [
    ("empty file", "", OPEN, "TAB002 0:0", "the file is empty"),
    ("only blanks", " ,,\n,,\n", OPEN, "TAB002 0:0", "the file is empty"),
    ("only a mark", b"\xef\xbb\xbf", OPEN, "TAB002 0:0", "the file is empty"),
    ("encoding", b"candidate,form,1\n1,A,\xff\xfe\xe9\n", OPEN, "TAB003 2:5", "the text encoding cannot be determined (tried UTF-8, UTF-16, GB18030)"),
    ("private characters", b"candidate,form,1\n1,A,\xaa\xa1\n", OPEN, "TAB003 2:5", "the text encoding cannot be determined (tried UTF-8, UTF-16, GB18030)"),
    ("binary", b"candidate\n\x00\x01", OPEN, "TAB003 2:1", "this is a binary file, neither CSV nor XLSX"),
    ("old workbook", b"\xd0\xcf\x11\xe0rest", OPEN, "TAB004 0:0", "this is an old Excel file (XLS)"),
    ("workbook under a password", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), OPEN, "TAB004 0:0", "this workbook is under a password"),
    ("broken workbook", b"PK\x03\x04rest", OPEN, "TAB004 0:0", "the workbook is damaged or is no XLSX (File is not a zip file)"),
    ("open quote", f'{H}\n1,"张三,A,{PERFECT_A}\n', OPEN, "TAB004 2:0", "the quotation marks of this record do not pair (unexpected end of data)"),
    ("no header", "张三,A,B\n李四,B,C\n", OPEN, "RSP005 1:0", "none of the first 20 rows is a header: “candidate” and 1, 2, 3, …, or “candidate”, “question”, “response”"),
    ("doubled column", f"{H},Q3\n{ROW},A\n", OPEN, "RSP006 1:13", "“Q3” and “3” are columns for the same thing"),
    ("unknown column", f"{H},foo\n{ROW},x\n", OPEN, "RSP007 1:13", "the column “foo” is not recognised and was not read"),
    ("missing column", "candidate,form,1,2,5,7 points\n1,A,B,A,24,6\n", OPEN, "RSP008 1:0", "there is no column for question 3-4, 6; it cannot be taken for left blank by everybody"),
    ("no rows", f"{H}\n,,,\n", OPEN, "RSP009 1:0", "there are no responses under the header"),
    ("unknown question", f"{H},8\n{ROW},A\n", OPEN, "RSP010 1:13", "there is no question 8; the paper has 1 to 7"),
    ("unknown question, long", "candidate,form,question,response\n1,A,9,B\n1,A,1,B\n", OPEN, "RSP010 2:3", "there is no question 9; the paper has 1 to 7"),
    ("other exam", f"exam fedcba9876543210,\n{H}\n{ROW}\n", OPEN, "RSP011 1:1", f"these responses belong to another exam: fedcba9876543210 instead of {EXAM_ID}"),
    ("other exam column", f"{H},exam\n{ROW},fedcba9876543210\n", OPEN, "RSP011 2:13", f"these responses belong to another exam: fedcba9876543210 instead of {EXAM_ID}"),
    ("unknown candidate", f"{H}\n0014,,A,{PERFECT_A}\n", LISTED, "RSP020 2:1", "the roster has no candidate 0014"),
    ("no candidate", f"{H}\n,张三,A,{PERFECT_A}\n", OPEN, "RSP021 2:0", "this row holds something, but no candidate"),
    ("twice", f"{H}\n{ROW}\n2,,B,{PERFECT_B}\n{ROW.replace('CAB', 'BAC')}\n", OPEN, "RSP022 4:1", "candidate 1 has a row already, at r1.csv:2; question 6: “CAB” there, “BAC” here"),
    ("twice in two spellings", f"{H}\ne-7,,A,{PERFECT_A}\nE-7,,A,{PERFECT_B}\n", LISTED, "RSP022 3:1", "candidate E-7 has a row already, at r1.csv:2; question 1: “B” there, “A” here; question 2: “A” there, “D” here"),
    ("twice, and one is blank", f"{H}\n{ROW}\n{ROW.replace('CAB', '')}\n", OPEN, "RSP022 3:1", "candidate 1 has a row already, at r1.csv:2; question 6: “CAB” there, blank here"),
    ("the same twice, typed otherwise", f"{H}\n{ROW}\n{ROW.replace('CAB', 'c、a、b')}\n", OPEN, "RSP044 3:1", "the same stands at r1.csv:2 already; it counts once"),
    ("the same twice", f"{H}\n{ROW}\n{ROW}\n", OPEN, "RSP044 3:1", "the same stands at r1.csv:2 already; it counts once"),
    ("the same answer twice", "考号,卷别,题号,作答\n1,A,1,B\n1,A,1,B\n", OPEN, "RSP044 3:4", "the same stands at r1.csv:2:4 already; it counts once"),
    ("unknown item", "考号,卷别,题目,作答\n1,A,singel,B\n", OPEN, "RSP047 2:4", "there is no item singel on this person's form"),
    ("long number of one person", f"{H}\n3.10115E+17,,A,{PERFECT_A}\n", NUMBERED, "RSP046 2:1", "Excel has turned this cell into 3.10115E+17; only 310115199001011234 can have been meant, and is taken"),
    ("date of one person", f"{H}\n4-Mar,,A,{PERFECT_A}\n", NUMBERED, "RSP046 2:1", "Excel has turned this cell into 4-Mar; only 3-4 can have been meant, and is taken"),
    ("date of two people", f"{H}\n5月6日,,A,{PERFECT_A}\n", NUMBERED, "RSP030 2:1", "Excel has turned this cell into a date (5月6日)"),
    ("unknown form", f"{H}\n1,,C,{PERFECT_A}\n", OPEN, "RSP023 2:3", "there is no form C"),
    ("no form", f"{H}\n1,,,{PERFECT_A}\n", OPEN, "RSP024 2:0", "the form is missing, so it is unknown which key applies"),
    ("other form", f"{H}\n0012,张三,B,{PERFECT_B}\n", LISTED, "RSP025 2:3", "the roster says form A, this row says B; form B is graded"),
    ("other name", f"{H}\n0012,李四,A,{PERFECT_A}\n", LISTED, "RSP026 2:2", "the name is “李四”, the roster has “张三” for this candidate"),
    ("lost zeros", f"{H}\n12,张三,A,{PERFECT_A}\n", LISTED, "RSP027 2:1", "12 has lost its leading zeros and is read as 0012"),
    ("no answers", f"{H}\n1,张三,A,,,,,,,,,\n", OPEN, "RSP028 2:0", "the row of 1 holds no answer; taken as absent, not graded"),
    ("said to be absent", f"{H}\n1,张三,A,缺考,,,/,,,,,\n", OPEN, "RSP028 2:0", "the row of 1 holds no answer; taken as absent, not graded"),
    ("practical alone", f"{H}\n1,张三,A,,,,,,,,,4\n", OPEN, "RSP028 2:0", "1 has a practical part and no written answer; taken as absent, not graded"),
    ("date", f"{H}\n1,,A,B,A,3月4日,F,24,CAB,,6,5\n", OPEN, "RSP030 2:6", "Excel has turned this cell into a date (3月4日)"),
    ("English date", f"{H}\n1,,A,B,A,4-Mar,F,24,CAB,,6,5\n", OPEN, "RSP030 2:6", "Excel has turned this cell into a date (4-Mar)"),
    ("date as candidate", f"{H}\n2026/3/4,,A,{PERFECT_A}\n", OPEN, "RSP030 2:1", "Excel has turned this cell into a date (2026/3/4)"),
    ("long number", f"{H}\n3.10115E+17,,A,{PERFECT_A}\n", OPEN, "RSP031 2:1", "Excel has turned a long number into 3.10115E+17; its last digits are lost"),
    ("unknown option", f"{H}\n1,,A,B,E,ACD,F,24,CAB,,6,5\n", OPEN, "RSP033 2:5", "“E” in the answer “E” is no option; the question has A to D"),
    ("true or false", f"{H}\n1,,A,B,A,ACD,B,24,CAB,,6,5\n", OPEN, "RSP034 2:7", "“B” is no answer to a true/false question"),
    ("over-answered", f"{H}\n1,,A,AB,A,ACD,F,24,CAB,,6,5\n", OPEN, "RSP035 2:4", "one answer was asked, “AB” was given; it counts as wrong"),
    ("no number", f"{H}\n1,,A,B,A,ACD,F,一天,CAB,,6,5\n", OPEN, "RSP036 2:8", "“一天” cannot be read as a number (in 小时); it counts as wrong"),
    ("bad points", f"{H}\n1,,A,B,A,ACD,F,24,CAB,,好,5\n", OPEN, "RSP037 2:11", "“好” is no number of points"),
    ("negative points", f"{H}\n1,,A,B,A,ACD,F,24,CAB,,-1,5\n", OPEN, "RSP037 2:11", "“-1” is no number of points"),
    ("too many points", f"{H}\n1,,A,B,A,ACD,F,24,CAB,,6.5,5\n", OPEN, "RSP038 2:11", "6.5 points were given, 6 is the maximum"),
    ("practical above", f"{H}\n1,,A,B,A,ACD,F,24,CAB,,6,5.1\n", OPEN, "RSP038 2:12", "5.1 points were given, 5 is the maximum"),
    ("points by hand", f"{H},3 points\n{ROW},2\n", OPEN, "RSP039 2:13", "question 3 is scored by its key and takes no points by hand"),
    ("no practical", f"{H}\n{ROW}\n", NO_PRACTICAL, "RSP040 2:12", "this exam has no practical part"),
    ("conflict", "考号,卷别,题号,作答\n1,A,1,B\n1,A,1,C\n", OPEN, "RSP041 3:4", "the answer to question 1 was given already, at r1.csv:2:4"),
    ("bare figure, long", f"{LONG}1,7,4,A\n", OPEN, "RSP042 8:3", "the written answer 7 is the bare figure “4”; read as an answer, not as points, it stays unmarked"),
    ("bare figure", f"{H}\n1,,A,B,A,ACD,F,24,CAB,4,,5\n", OPEN, "RSP042 2:10", "the written answer 7 is the bare figure “4”; read as an answer, not as points, it stays unmarked"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "exam", "expected", "problem"), [row[1:] for row in BAD], ids=[row[0] for row in BAD]
)
def test_bad_input(tmp_path, content, exam, expected, problem):
    intake = read(tmp_path, content, exam=exam)
    assert [f"{d.code} {d.source.line}:{d.source.column}" for d in intake.diagnostics] == [expected]
    fault = intake.diagnostics[0]
    assert fault.problem.en == problem
    assert fault.problem.zh != problem
    assert fault.mend.zh
    assert fault.mend.en


def test_all_faults_of_all_files_in_one_run(tmp_path):
    intake = read(
        tmp_path,
        f"{H}\n1,,Z,{PERFECT_A}\n2,,A,E,A,ACD,?,24,CAB,,9,5\n",
        "",
        f"{H}\n3,,A,{PERFECT_A}\n1,,A,{PERFECT_A}\n",
    )
    assert found(intake) == [
        "RSP023 r1.csv:2:3 error",
        "RSP033 r1.csv:3:4 error",
        "RSP034 r1.csv:3:7 error",
        "RSP038 r1.csv:3:11 error",
        "TAB002 r2.csv:0:0 error",
        "RSP022 r3.csv:3:1 error",
    ]


def test_every_row_is_graded_unanswered_or_refused(tmp_path):
    rows = [
        f"0012,张三,A,{PERFECT_A}",
        ",,,",
        f"13,李四,B,{PERFECT_B}",  # graded, with a warning: lost zeros
        f"0099,赵五,A,{PERFECT_A}",  # refused
        ",,,",
        "E-7,王小明,A,,,,,,,,,",  # no answer: absent
    ]
    intake = read(tmp_path, "\n".join([H, *rows]), exam=LISTED)
    file = intake.files[0]
    assert (file.rows, file.graded, file.flagged, file.unanswered, file.refused, file.blank) == (4, 2, 1, 1, 1, 2)
    assert [r.candidate for r in intake.responses] == ["0012", "0013"]
    assert [a.candidate for a in intake.absent] == ["E-7"]


def test_somebody_listed_in_one_file_without_an_answer_has_those_of_another(tmp_path):
    listed = f"{H}\n1,张三,A,,,,,,,,,5\n2,李四,B,{PERFECT_B}\n"
    for files in ((listed, f"{H}\n{ROW}\n"), (f"{H}\n{ROW}\n", listed)):
        intake = read(tmp_path, *files, exam=OPEN)
        assert {d.code for d in intake.diagnostics} <= {"RSP044"}, "the practical part stands in both"
        assert sorted(response.candidate for response in intake.responses) == ["1", "2"]
        assert (intake.absent, intake.refused) == ((), ())
    twice = read(tmp_path, f"{H}\n1,张三,A,,,,,,,,,\n", f"{H}\n{ROW}\n{ROW}\n", exam=OPEN)
    assert [d.problem.en for d in twice.diagnostics] == ["the same stands at r2.csv:2 already; it counts once"]
    other = read(tmp_path, listed, f"{H}\n1,张三,B,{PERFECT_B}\n", exam=OPEN)
    assert "RSP041" in {d.code for d in other.diagnostics}, "on another form it is another's paper"


def test_a_fault_of_the_header_refuses_every_row(tmp_path):
    file = read(tmp_path, f"{H},Q3\n{ROW},A\n2,,B,{PERFECT_B},\n").files[0]
    assert (file.rows, file.graded, file.refused) == (2, 0, 2)


def test_people_of_the_roster_without_a_row_are_absent(tmp_path):
    intake = read(tmp_path, f"{H}\n0012,张三,A,{PERFECT_A}\n", exam=LISTED)
    assert [(a.candidate, a.name, a.form) for a in intake.absent] == [("0013", "李四", "B"), ("E-7", "王小明", "A")]


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("gbk"),
        lambda text: text.encode("gb18030"),
        lambda text: text.replace(",", ";").encode(),
        lambda text: text.replace(",", "\t").encode("utf-8-sig"),
        lambda text: b"\xff\xfe" + text.replace(",", "\t").encode("utf-16-le"),
        lambda text: ("sep=;\n" + text.replace(",", ";")).encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: ("上岗考核 Onboarding,,\n\n" + text).encode(),
    ],
    ids="utf-8 bom gbk gb18030 semicolon tab utf-16 sep crlf title".split(),
)
def test_one_content_in_every_dress(tmp_path, encode):
    text = f"{H}\n0012,张三,A,{PERFECT_A}\n0013,李四,B,{PERFECT_B}\n"
    intake = read(tmp_path, encode(text), exam=LISTED)
    assert found(intake) == []
    assert intake.responses == read(tmp_path, text, exam=LISTED).responses
    assert intake.responses[0].answers == {1: "B", 2: "A", 3: "ACD", 4: "F", 5: "24", 6: "CAB", 7: "说明"}
    assert (intake.responses[0].given_points, intake.responses[0].practical) == ({7: Decimal(6)}, Decimal(5))


def test_long_form_is_the_same_as_wide_form(tmp_path):
    wide = read(tmp_path, f"{H}\n1,张三,A,{PERFECT_A}\n")
    answers = ["B", "A", "ACD", "F", "24", "CAB"]
    long = ["candidate,name,form,question,response,points,practical"]
    long += [f"1,张三,A,第{n}题,{answer},,5" for n, answer in enumerate(answers, start=1)] + ["1,张三,A,Q7,说明,6,5"]
    intake = read(tmp_path, "\n".join(long))
    assert found(intake) == []
    assert intake.responses == wide.responses
    assert (intake.files[0].rows, intake.files[0].graded) == (7, 7)


@pytest.mark.parametrize("written", ["7 points", "7 得分", "第7题得分", "Q7 score", "7 points (max 6)"])
def test_points_are_given_under_the_question_with_one_answer_a_row(tmp_path, written):
    intake = read(tmp_path, f"{LONG}1,{written},4.5,A\n1,practical,5,A\n")
    assert found(intake) == []
    (response,) = intake.responses
    assert (response.given_points, response.practical) == ({7: Decimal("4.5")}, Decimal(5))
    told = [(line.zh, line.en) for line in columns_told(intake.files[0])]
    assert (f"题号“{written}” → 第 7 题得分", f"question “{written}” -> points of question 7") in told


@pytest.mark.parametrize("heading", ["Points", "得分"])
def test_points_have_a_column_beside_the_answer(tmp_path, heading):
    rows = LONG.replace("Form\n", f"Form,{heading}\n", 1)
    (response,) = read(tmp_path, f"{rows}1,7,because,A,4.5\n").responses
    assert (response.given_points, response.answers[7]) == ({7: Decimal("4.5")}, "because")


def test_points_given_twice_in_unlike_ways_are_refused(tmp_path):
    intake = read(tmp_path, f"{LONG}1,7 points,4,A\n1,7 得分,5,A\n")
    assert found(intake) == ["RSP041 r1.csv:9:3 error"]
    assert intake.responses == ()


def test_a_row_that_is_about_no_question_refuses_nobody(tmp_path):
    intake = read(tmp_path, f"{LONG}1,7 points,4,A\n1,Comments,rushed,A\n1,总分,20,A\n")
    assert found(intake) == ["RSP051 r1.csv:9:2 warning", "RSP051 r1.csv:10:2 warning"]
    assert len(intake.responses) == 1
    # What may be a question mistyped refuses its person, and nobody else.
    intake = read(tmp_path, f"{LONG}1,seven?,4,A\n2,1,B,A\n")
    assert found(intake) == ["RSP010 r1.csv:8:2 error"]
    assert [response.candidate for response in intake.responses] == ["2"]


def test_a_file_of_points_adds_to_the_sheets(tmp_path):
    sheets = "candidate,form,1,2,3,4,5,6,7\n1,A,B,A,ACD,F,24,CAB,说明\n"
    marks = "考号,7 得分,实操\n1,4.5,3\n"
    intake = read(tmp_path, sheets, marks)
    assert found(intake) == []
    assert (intake.responses[0].given_points, intake.responses[0].practical) == ({7: Decimal("4.5")}, Decimal(3))
    again = read(tmp_path, sheets, marks, marks)
    assert found(again) == ["RSP044 r3.csv:2:2 warning"]
    assert again.responses == intake.responses
    other = read(tmp_path, sheets, marks, marks.replace("4.5,3", "5,3"))
    assert found(other) == ["RSP041 r3.csv:2:2 error", "RSP044 r3.csv:2:3 warning"]
    assert (other.responses, [file.refused for file in other.files]) == ((), [1, 1, 1])


def test_forms_as_people_write_them(tmp_path):
    rows = [f"{n},,{form},{PERFECT_A}" for n, form in enumerate(("A", "a", "Ａ", "A卷", "卷A", "Form A", " a 卷 "))]
    intake = read(tmp_path, "\n".join([H, *rows]))
    assert found(intake) == []
    assert {r.form for r in intake.responses} == {"A"}


def test_the_only_form_need_not_be_written(tmp_path):
    assert read(tmp_path, f"{H}\n1,,,{PERFECT_A}\n", exam=ONE_FORM).responses[0].form == "A"


def test_a_question_the_shorter_form_does_not_have(tmp_path):
    short = FORM_A.model_copy(update={"id": "S", "sections": FORM_A.sections[:-1]})
    exam = record(forms=(FORM_A, short))
    intake = read(tmp_path, f"{H}\n1,,S,B,A,ACD,F,24,CAB,,,5\n2,,S,B,A,ACD,F,24,CAB,,6,5\n", exam=exam)
    assert found(intake) == ["RSP010 r1.csv:3:11 error"]
    assert intake.diagnostics[0].problem.en == "there is no question 7; the paper has 1 to 6"


def test_points_under_a_number_that_is_an_answer_on_another_form(tmp_path):
    """Behind a case of another length question 6 is the written answer of B and the ordering of A."""
    first, *rest = FORM_B.sections
    shorter = FORM_B.model_copy(update={"sections": (first.model_copy(update={"items": first.items[:1]}), *rest)})
    intake = read(
        tmp_path,
        "考号,卷别,1,2,3,4,5,6,7 points\n1,A,B,A,ACD,F,24,CAB,6\n2,B,A,ACD,F,24,CAB,4.5,\n3,B,A,ACD,F,24,CAB,7,\n",
        exam=record(forms=(FORM_A, shorter)),
    )
    assert found(intake) == ["RSP038 r1.csv:4:8 error"]  # six points are the most
    assert [r.given_points for r in intake.responses] == [{7: 6}, {6: Decimal("4.5")}]
    assert [person.candidate for person in intake.refused] == ["3"]
    assert intake.responses[0].answers[6] == "CAB"


def test_said_to_be_blank(tmp_path):
    intake = read(tmp_path, f"{H}\n1,,A,B,,,,,,空,,5\n2,,A,B,,,,,,,-,5\n3,,A,B,,,,,,,,5\n")
    assert [r.declared_blank for r in intake.responses] == [{7}, {7}, set()]
    assert found(intake) == []


def test_line_numbers_after_a_quoted_line_break(tmp_path):
    intake = read(tmp_path, f'{H}\n1,,A,B,A,ACD,F,24,CAB,"第一行\n第二行",6,5\n2,,Z,{PERFECT_A}\n')
    assert found(intake) == ["RSP023 r1.csv:4:3 error"]
    assert intake.responses[0].answers[7] == "第一行\n第二行"


def test_ignored_columns_are_read_in_silence(tmp_path):
    assert found(read(tmp_path, f"序号,{H},部门,总分 total\n1,{ROW},客服部,25\n")) == []


# What becomes of every row.

COUNTED = [
    ("conflicting rows refuse both", [f"{H}\n{ROW}\n1,张三,A,{PERFECT_B}\n2,,B,{PERFECT_B}\n"], [(3, 1, 0, 2)], ["2"]),
    ("identical rows count once", [f"{H}\n{ROW}\n{ROW}\n"], [(2, 2, 1, 0)], ["1"]),
    ("identical rows in two files", [f"{H}\n{ROW}\n", f"{H}\n{ROW}\n"], [(1, 1, 0, 0), (1, 1, 1, 0)], ["1"]),
    ("conflict between files", [f"{H}\n{ROW}\n", f"{H}\n1,张三,A,{PERFECT_B}\n"], [(1, 0, 0, 1), (1, 0, 0, 1)], []),
    (
        "one bad answer in long form refuses the person",
        ["考号,卷别,题号,作答\n1,A,1,Z\n1,A,2,A\n2,A,1,B\n"],
        [(3, 1, 0, 2)],
        ["2"],
    ),
    ("conflicting answers in long form", ["考号,卷别,题号,作答\n1,A,1,B\n1,A,1,C\n1,A,2,A\n"], [(3, 0, 0, 3)], []),
    (
        "another exam's file says nothing",
        [f"{H}\n{ROW}\n", f"exam fedcba9876543210\n{H}\n1,张三,A,{PERFECT_B}\n"],
        [(1, 1, 0, 0), (1, 0, 0, 1)],
        ["1"],
    ),
    (
        "another exam's column",
        [f"{H},exam\n{ROW},fedcba9876543210\n2,,B,{PERFECT_B},fedcba9876543210\n"],
        [(2, 0, 0, 2)],
        [],
    ),
    (
        "an unreadable file beside a good one",
        [f"{H}\n{ROW}\n", b"\xd0\xcf\x11\xe0"],
        [(1, 1, 0, 0), (0, 0, 0, 0)],
        ["1"],
    ),
    (
        "a doubled column refuses its rows only",
        [f"{H},Q3\n{ROW},A\n", f"{H}\n2,,B,{PERFECT_B}\n"],
        [(1, 0, 0, 1), (1, 1, 0, 0)],
        ["2"],
    ),
]


@pytest.mark.parametrize(
    ("contents", "counts", "graded"), [row[1:] for row in COUNTED], ids=[row[0] for row in COUNTED]
)
def test_rows_are_accounted_for(tmp_path, contents, counts, graded):
    intake = read(tmp_path, *contents)
    assert [(f.rows, f.graded, f.flagged, f.refused) for f in intake.files] == counts
    assert all(f.rows == f.graded + f.unanswered + f.refused for f in intake.files)
    assert [r.candidate for r in intake.responses] == graded


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1", "2", "3", "", "2026/3/4"]),
            st.sampled_from(["A", "B", "C", ""]),
            st.lists(st.sampled_from(["A", "B", "Z", "", "AB", "4-Mar", "24"]), min_size=7, max_size=7),
        ),
        max_size=8,
    )
)
def test_no_row_is_lost_whatever_is_typed(tmp_path_factory, rows):
    lines = ["candidate,form,1,2,3,4,5,6,7", *(",".join((who, form, *answers)) for who, form, answers in rows)]
    intake = read(tmp_path_factory.mktemp("rows"), "\n".join(lines))
    (file,) = intake.files
    filled = sum(any((who, form, *answers)) for who, form, answers in rows)
    assert filled == file.rows == file.graded + file.unanswered + file.refused
    people = [r.candidate for r in intake.responses] + [r.candidate for r in intake.refused]
    assert len(people) == len(set(people))


def test_what_was_given_to_somebody_added_later_is_of_this_exam(tmp_path):
    late = record(walk_ins={"9": "fedcba9876543210"})
    other = f"exam fedcba9876543210,\n{H}\n{ROW}\n"
    assert found(read(tmp_path, other, exam=late)) == []
    assert found(read(tmp_path, other.replace("10,", "11,"), exam=late)) == ["RSP011 r1.csv:1:1 error"]


def test_somebody_added_to_an_exam_without_a_roster_makes_no_roster_of_it(tmp_path):
    late = record(walk_ins={"9": "fedcba9876543210"}, candidates=(Candidate(id="9", name="周九", form="A"),))
    intake = read(tmp_path, f"{H}\n{ROW}\n９,,,{PERFECT_A}\n", exam=late)
    assert found(intake) == []
    assert [(r.candidate, r.form) for r in intake.responses] == [("1", "A"), ("9", "A")]


def test_lost_zeros_are_said_once_however_many_rows(tmp_path):
    intake = read(tmp_path, "考号,题号,作答\n12,1,B\n12,2,A\n12,3,ACD\n", exam=LISTED)
    assert found(intake) == ["RSP027 r1.csv:2:1 warning"]
    assert intake.responses[0].answers == {1: "B", 2: "A", 3: "ACD"}


def test_an_item_may_be_named_instead_of_its_number(tmp_path):
    # single is question 1 of form A and question 2 of form B.
    intake = read(tmp_path, "考号,卷别,题目,作答\n1,A,single,B\n2,B,single,D\n1,A,truth,F\n")
    assert [r.answers for r in intake.responses] == [{1: "B", 4: "F"}, {2: "D"}]


@pytest.mark.parametrize(
    ("written", "points"),
    [("4/6", "4"), ("6/6", "6"), ("满分", "6"), ("Full marks", "6"), ("4分/6分", "4"), ("４／６", "4"), ("4（改）", "4"), ("3½", "3.5"), ("3 ½分", "3.5"), ("½", "0.5"), ("三分半", "3.5"), ("3分半", "3.5"), ("半分", "0.5"), ("两两半", None), ("3/5", None), ("7/6", None)],
)  # fmt: skip
def test_points_as_assessors_write_them(tmp_path, written, points):
    intake = read(tmp_path, f"{H}\n1,,A,B,A,ACD,F,24,CAB,,{written},5\n")
    assert [str(r.given_points[7]) for r in intake.responses] == ([points] if points else [])
    assert bool(found(intake)) == (points is None)


@pytest.mark.parametrize(
    ("rows", "doubted"),
    [
        (["7,,A"], True),
        (["7,王芳,A"], True),
        (["7,林七,A"], False),  # the name says who it is
        (["7,,A", "007,,A"], False),
        (["007,,A"], False),
    ],
)
def test_a_row_may_be_anothers_that_has_lost_its_zeros(tmp_path, rows, doubted):
    name = "林七" if "林七" in rows[0] else "王芳"
    people = (Candidate(id="007", name="王芳", form="A"), Candidate(id="7", name=name, form="A"))
    body = "\n".join(f"{row},{PERFECT_A}" for row in rows)
    intake = read(tmp_path, f"{H}\n{body}\n", exam=record(candidates=people))
    assert [d.code for d in intake.diagnostics] == (["RSP052"] if doubted else [])
    assert len(intake.responses) == len(rows)
