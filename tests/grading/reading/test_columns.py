"""Headings in Chinese, English and both at once."""

import pytest

from guizhang.grading.reading.columns import Kind, recognise, recognise_header
from guizhang.tables.table import Row, Table

RECOGNISED = {
    (
        Kind.CANDIDATE,
        None,
    ): "考号|工号|工號|准考證號|员工编号|学号|准考证号|candidate|Candidate ID|candidate no.|考号 candidate|考号/Candidate|employee_id|Staff No|ID|编号|"
    "考号\ncandidate|考号（candidate）|【考号】",
    (
        Kind.NAME,
        None,
    ): "1、您的姓名：|2. 姓名|姓名|Name|姓名 name|考生姓名|full name|Candidate Name|员工姓名/employee name",
    (Kind.FORM, None): "卷别|试卷|卷型|卷別|試卷|Form|卷别 form|试卷类型 version|paper|Form ID",
    (Kind.EXAM, None): "考试编号|exam id|考试 exam",
    (
        Kind.ANSWER,
        1,
    ): "1|01|Q1|q01|第1题|第 1 题|1题|题1|第1題|題1|题目1|Question 1|item_1|1.|第1题 Q1|1（2分）|1 (2 points)|第1题作答|No. 1|１|第１题|Q-1|(1)",
    (Kind.ANSWER, 21): "21|第21题|Q21",
    (
        Kind.POINTS,
        21,
    ): "21 points|21分|第21题得分|第21題得分|Q21 score|21 得分 points|21 points (max 5)|21（得分）|21 points 得分|Q21_marks",
    (
        Kind.PRACTICAL,
        None,
    ): "实操|practical|实操/practical|实操 practical|实操得分|practical points|Practical (20)|role-play",
    (Kind.QUESTION, None): "题号|題號|question|Question No.|题号 question|item",
    (Kind.RESPONSE, None): "作答|答案|response|answer|作答 response|考生答案",
    (Kind.POINTS, None): "得分|points|score|得分 points",
    (
        Kind.IGNORED,
        None,
    ): "Timestamp|Email Address|提交答卷时间|来自IP|部门|部門|備註|Department|总分|Total|日期 date|备注|序号|No.|签名 signature|结果 result",
}
UNKNOWN = [
    "",
    "1. 得分合计",
    "Q3a",
    "1-2",
    "第3题第4题",
    "foo",
    "Q0",
    "1 姓名",
    "姓名 考号",
    "3 practical",
    "生日",
    "question 12345",
]


@pytest.mark.parametrize(
    ("heading", "meaning"), [(heading, meaning) for meaning, row in RECOGNISED.items() for heading in row.split("|")]
)
def test_recognised(heading, meaning):
    assert recognise(heading) == meaning


@pytest.mark.parametrize("heading", UNKNOWN)
def test_not_recognised(heading):
    assert recognise(heading) is None


def table(*rows: str) -> Table:
    return Table("t.csv", None, tuple(Row(n, tuple(row.split(",")), {}) for n, row in enumerate(rows, start=1)))


@pytest.mark.parametrize(
    ("rows", "line", "layout"),
    [
        (("考号,1,2", "7,A,B"), 1, "wide"),
        (("上岗考核 Onboarding,,", ",,", "candidate,name,practical"), 3, "wide"),
        (("candidate,form,question,response",), 1, "long"),
        (("考号,题号,得分",), 1, "long"),
    ],
)
def test_headers(rows, line, layout):
    header = recognise_header(table(*rows))
    assert header is not None
    assert (header.line, header.layout) == (line, layout)


@pytest.mark.parametrize("rows", [("a,b,c",), ("姓名,1,2",), ("考号,姓名",), ("考号,题号",), ("1,2,3",)])
def test_no_header(rows):
    assert recognise_header(table(*rows)) is None
