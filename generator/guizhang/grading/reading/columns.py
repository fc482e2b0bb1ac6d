"""What the columns of a response file mean: headings recognised in Chinese, English and both at once.

A heading is taken apart into words of a lexicon (``第3题得分`` -> 第 3 题 得分; ``考号 candidate`` -> 考号 candidate).
Every word must be known and the words must agree; otherwise the heading is not recognised and said so, because a
column guessed wrongly would be data lost in silence. Traditional characters are read as the Simplified ones: 第3題得分.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from types import MappingProxyType
from typing import Literal

from guizhang.grading import own_words
from guizhang.tables.table import Row, Table
from guizhang.zh.folding import plain

HEADER_WITHIN = 20
"""The header is looked for in so many rows; a title and instructions may stand above it."""
NOTHING: Mapping[str, int] = MappingProxyType({})


class Kind(StrEnum):
    """What a column holds."""

    CANDIDATE = "candidate"
    NAME = "name"
    FORM = "form"
    EXAM = "exam"
    ANSWER = "answer"
    """Wide form: answers to one question."""
    POINTS = "points"
    """Wide form: points given for one question. Long form: points given for the row's question."""
    PRACTICAL = "practical"
    QUESTION = "question"
    """Long form: the question's number."""
    RESPONSE = "response"
    """Long form: the answer."""
    RATER = "rater"
    """Ratings of the practical part: who gave them."""
    CRITERION = "criterion"
    """Ratings of the practical part: points on one criterion; its number is its place in the rubric, from 1."""
    IGNORED = "ignored"
    """Recognised, and of no use to grading."""
    NEUTRAL = "neutral"
    """A word that says nothing by itself."""


_WORDS: Mapping[Kind, str] = {
    Kind.CANDIDATE: (
        "考号 准考证 准考证号 工号 员工号 员工编号 员工工号 职员编号 学号 考生 考生号 考生编号 candidate candidateid candidateno "
        "candidatenumber candidates employee employeeid employeeno employeenumber staff staffid staffno staffnumber "
        "personnelnumber personid user userid username"
    ),
    Kind.NAME: "姓名 名字 考生姓名 员工姓名 name fullname candidatename employeename staffname nameofcandidate",
    Kind.FORM: "卷别 试卷 卷 卷型 卷号 试卷类型 试卷版本 form formid paper version papertype formofpaper",
    Kind.EXAM: "考试编号 试卷编号 考试 exam examid examno",
    Kind.PRACTICAL: "实操 实操分 实操得分 实操成绩 实操考核 情景演练 角色扮演 实践 practical practicalpart roleplay",
    Kind.QUESTION: "题号 题 题目 第 小题 问题 q qn qno question questionno questionnumber item itemno",
    Kind.RESPONSE: "作答 答案 答 考生答案 考生作答 选项 response responses answer answers",
    Kind.POINTS: "得分 分 分数 给分 评分 人工评分 point points pts score scores mark marks",
    Kind.IGNORED: (
        "序号 no 部门 岗位 职位 角色 班级 日期 时间 考试日期 备注 总分 合计 总成绩 成绩 结果 满分 是否合格 合格 签名 签字 评分人 "
        "阅卷人 监考 监考人 电话 手机 邮箱 语言 department dept role position job class group date time remark remarks note "
        "notes comment comments total totalscore totalpoints result passed pass signature assessor examiner marker "
        "phone email language submitted startedat finishedat timestamp emailaddress 提交时间 提交答卷时间 时间戳 开始时间 "
        "所用时间 用时 来源 来源详情 来自ip ip ip地址 邮箱地址 电子邮件 电子邮箱"
    ),
    Kind.NEUTRAL: "id 编号 号 number of the 的 与 和 and 您 你 请输入 请填写 请选择 your",
}
_LEXICON = {word: kind for kind, words in _WORDS.items() for word in words.split()}
# Longest words first: 考生姓名 is a name, although 考生 alone is a candidate.
_TOKEN = re.compile("|".join([r"\d{1,3}", *sorted(_LEXICON, key=lambda word: (-len(word), word))]))
_SEPARATORS = re.compile(r"[\s_\-./\\|,:;#*。、，：；·]+")
# "1（2分）", "21 points (max 5)": a remark with a figure in it says what the question is worth.
_REMARK = re.compile(r"(?<=.)[(\[【][^)\]】]*\d[^)\]】]*[)\]】]")
_TWO_NUMBERS = re.compile(r"\d[\s_\-./\\|,:;#*。、，：；·]+\d")  # "1-2" is not question 12
_NUMBER_SIGN = re.compile(r"^no(?=\d)")  # "No. 3" is a question, "No." alone counts the rows
_ENUMERATED = re.compile(r"\d{1,2}[.、:)]\s*(?=\D)")
"""Before a heading: a form service counts every field, the name as well."""
_OF_A_PERSON = frozenset({Kind.CANDIDATE, Kind.NAME, Kind.FORM, Kind.EXAM, Kind.IGNORED})
_BRACKETS = re.compile(r"[()\[\]【】]+")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a response file."""

    index: int
    """From 0."""
    heading: str
    kind: Kind
    number: int | None = None
    """Question number of a wide column, or number of a criterion."""


@dataclass(frozen=True, slots=True)
class Header:
    """The row of headings and what it says."""

    line: int
    layout: Literal["wide", "long", "ratings"]
    columns: tuple[Column, ...]
    unknown: tuple[tuple[int, str], ...]
    """Index (from 0) and heading of columns that were not recognised."""
    texts: tuple[str, ...] = ()
    """The headings as they stand there; empty where a column has none."""

    @property
    def read(self) -> list[Column]:
        """The columns that say something of a person or their answers."""
        return [column for column in self.columns if column.kind is not Kind.IGNORED]

    def of(self, kind: Kind) -> list[Column]:
        """Return the columns of one kind, from left to right."""
        return [column for column in self.columns if column.kind is kind]

    def first(self, kind: Kind) -> Column | None:
        """Return the first column of one kind."""
        return next(iter(self.of(kind)), None)


def recognise(heading: str) -> tuple[Kind, int | None] | None:
    """Return what a heading means and the question number in it; ``None`` where it is not understood.

    Example:
        ``recognise("第3题 Q3")`` is ``(Kind.ANSWER, 3)``, ``recognise("21 points")`` is ``(Kind.POINTS, 21)``.
    """
    folded = plain(unicodedata.normalize("NFKC", heading)).casefold().strip()
    meaning = _recognise(folded)
    if meaning is None and (number := _ENUMERATED.match(folded)):
        rest = _recognise(folded[number.end() :])
        return rest if rest and rest[0] in _OF_A_PERSON else None
    return meaning


def _recognise(folded: str) -> tuple[Kind, int | None] | None:
    folded = _BRACKETS.sub("", _REMARK.sub("", folded))
    if _TWO_NUMBERS.search(folded):
        return None
    folded = _NUMBER_SIGN.sub("", _SEPARATORS.sub("", folded))
    kinds: set[Kind] = set()
    numbers: set[int] = set()
    while folded:
        token = _TOKEN.match(folded)
        if token is None:
            return None
        if token[0].isdigit():
            numbers.add(int(token[0]))
        else:
            kinds.add(_LEXICON[token[0]])
        folded = folded[token.end() :]
    return _agreed(kinds, numbers)


def _agreed(kinds: set[Kind], numbers: set[int]) -> tuple[Kind, int | None] | None:
    telling = kinds - {Kind.NEUTRAL}
    if numbers:
        # "No. 3" and "3" are questions too.
        telling -= {Kind.QUESTION, Kind.RESPONSE}
        number = min(numbers)
        if len(numbers) > 1 or number < 1 or telling - {Kind.POINTS}:
            return None
        return (Kind.POINTS if telling else Kind.ANSWER), number
    if telling >= {Kind.PRACTICAL}:
        telling -= {Kind.POINTS}
    if telling == {Kind.QUESTION, Kind.RESPONSE}:
        telling = {Kind.RESPONSE}
    if len(telling) == 1:
        return next(iter(telling)), None
    return (Kind.CANDIDATE, None) if not telling and kinds else None


def recognise_header(table: Table, stems: Mapping[str, int] = NOTHING) -> Header | None:
    """Return the header of a table: the first row that names a candidate and something to grade.

    Wide form names questions by number or by their words, or the practical part; long form has a column for the
    question's number and one for the answer or its points. A row of groups (单选题, 判断题) may stand above the numbers.

    Args:
        table: The rows of one file or sheet.
        stems: Words of a question -> its number, see `guizhang.grading.own_words`.
    """
    rows = table.rows[:HEADER_WITHIN]
    for row, below in zip_longest(rows, rows[1:]):
        header = _header(row, stems)
        two = _header(_joined(row, below), stems) if below and not (header and _numbered(header)) else None
        if two is not None and _numbered(two) and not below.text(_candidate(two)):
            return two
        if header is not None:
            return header
    return None


def _numbered(header: Header) -> bool:
    return header.layout == "long" or any(column.number is not None for column in header.columns)


def _candidate(header: Header) -> int:
    return next(column.index for column in header.columns if column.kind is Kind.CANDIDATE)


def _joined(row: Row, below: Row) -> Row:
    """Return two rows of headings as one: what stands below says more."""
    pairs = zip_longest(row.texts, below.texts, fillvalue="")
    return Row(below.line, tuple(low or high for high, low in pairs), {})


def _header(row: Row, stems: Mapping[str, int]) -> Header | None:
    columns: list[Column] = []
    unknown: list[tuple[int, str]] = []
    for index, heading in enumerate(row.texts):
        if not heading:
            continue
        number = own_words.asked(heading, stems)
        meaning = (Kind.ANSWER, number) if number is not None else recognise(heading)
        if meaning is None:
            unknown.append((index, heading))
        else:
            columns.append(Column(index, heading, *meaning))
    kinds = {column.kind for column in columns}
    if Kind.CANDIDATE not in kinds:
        return None
    numbered = any(column.number is not None for column in columns)
    if Kind.QUESTION in kinds and kinds & {Kind.RESPONSE, Kind.POINTS} and not numbered:
        return Header(row.line, "long", tuple(columns), tuple(unknown), row.texts)
    if numbered or Kind.PRACTICAL in kinds:
        return Header(row.line, "wide", tuple(columns), tuple(unknown), row.texts)
    return None


def rows_under(table: Table, header: Header) -> Iterator[Row]:
    """Yield the rows under a header but those that repeat it, as a print layout does."""
    return (row for row in table.rows if row.line > header.line and row.texts != header.texts)
