"""The ready-made summaries: for each the SQL, and how its columns are called and shown.

The SQL stands in ``sql/``, in the part of DuckDB's dialect that other engines share or that sqlglot can put into theirs.
Intervals and minimum numbers are not in it: `guizhang.results.answer` adds them by the formulas of grading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from guizhang.diagnostics import Message
from guizhang.grading.figures import Measure


class Kind(StrEnum):
    """How a column is shown."""

    TEXT = "text"
    NAME = "name"
    """``KEY_zh`` and ``KEY_en``, whichever the reader wants; the column `Column.of` where both are missing."""
    WHOLE = "whole"
    POINTS = "points"
    SHARE = "share"
    """A proportion, printed per cent."""
    CHANGE = "change"
    """A difference of two proportions, printed in percentage points with its sign."""
    FIGURE = "figure"
    """Two decimals."""
    DAY = "day"
    INTERVAL = "interval"
    """Wilson interval of the share `Column.of`; ``KEY_low`` and ``KEY_high``."""
    LINK = "link"
    """The handbook's page of the provision `Column.of`."""
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a summary."""

    key: str
    title: Message
    kind: Kind = Kind.TEXT
    of: str = ""
    """The column it is made from."""
    n: str = ""
    """The column that counts the people it rests on."""
    measure: Measure | None = None
    """What is measured, where fewer than so many people are not enough."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One ready-made summary."""

    name: str
    title: Message
    parts: tuple[str, ...]
    """Sub-queries it is built on, in ``sql/parts``; each may use those before it."""
    columns: tuple[Column, ...]
    order: tuple[str, ...]
    """What rows are sorted by; ``-`` before what stands first where it is largest."""

    @property
    def sql(self) -> str:
        """The whole query, in DuckDB's dialect."""
        parts = ",\n".join(f"{part} AS (\n{_text(f'parts/{part}.sql')})" for part in self.parts)
        return f"WITH {parts}\n{_text(f'{self.name}.sql')}" if parts else _text(f"{self.name}.sql")


@cache
def _text(name: str) -> str:
    return (files("guizhang.results") / "sql" / name).read_text(encoding="utf-8")


def _column(key: str, zh: str, en: str, kind: Kind = Kind.TEXT, **more: str) -> Column:
    return Column(key, Message(zh, en), kind, more.get("of", ""), more.get("n", ""), _MEASURES.get(key))


_MEASURES: Mapping[str, Measure] = {"alpha": Measure.ALPHA, "error": Measure.ALPHA, "item_rest": Measure.ITEM_REST}
_HELD = _column("held", "考试日期", "held", Kind.DAY)
_EXAM = _column("title", "考试", "exam", Kind.NAME, of="blueprint")
_ID = _column("exam_id", "考试编号", "exam id")
_N = _column("n", "人数", "people", Kind.WHOLE)
_PASSED = _column("passed", "合格", "passed", Kind.WHOLE)
_PASS = _column("pass_share", "合格率", "pass rate", Kind.SHARE)
_PASS_CI = _column("pass_95", "合格率 95 % 区间", "pass rate, 95 %", Kind.INTERVAL, of="pass_share", n="decided")
_MEAN = _column("mean_share", "平均得分率", "mean", Kind.SHARE)
_FACILITY = _column("facility", "得分率", "earned", Kind.SHARE)
_FACILITY_CI = _column("facility_95", "得分率 95 % 区间", "earned, 95 %", Kind.INTERVAL, of="facility", n="n")
_EXAMS = _column("exams", "考试场数", "exams", Kind.WHOLE)
_DEPARTMENT = _column("department", "部门", "department")
_CANDIDATE = _column("candidate", "考号", "candidate")
_NAME = _column("name", "姓名", "name")
_RULE = _column("name", "规定", "rule", Kind.NAME, of="address")
_LINK = _column("link", "链接", "link", Kind.LINK, of="address")

_TESTS = ("complete", "spreads", "tests")
SUMMARIES: Mapping[str, Summary] = {
    summary.name: summary
    for summary in (
        Summary("exams", Message("各场考试", "Exams"), ("graded", "passing", *_TESTS), (
            _HELD, _EXAM, _ID, _N, _PASSED, _column("undecided", "待定", "undecided", Kind.WHOLE), _PASS, _PASS_CI, _MEAN,
            _column("deviation", "标准差", "SD", Kind.SHARE), _column("alpha", "信度 α", "alpha", Kind.FIGURE, n="tested"),
        ), ("held", "exam_id")),
        Summary("papers", Message("各套试题（题目相同的卷别合为一套）", "Tests (forms with the same questions together)"), _TESTS, (
            _HELD, _column("title", "考试", "exam", Kind.NAME, of="exam_id"), _column("paper", "卷别", "form"),
            _column("forms", "卷数", "forms", Kind.WHOLE), _N,
            _column("mean_points", "平均分", "mean points", Kind.POINTS), _column("deviation", "标准差（分）", "SD in points", Kind.POINTS),
            _column("alpha", "信度 α", "alpha", Kind.FIGURE, n="n"),
            _column("error", "测量误差（分）", "SEM in points", Kind.POINTS, n="n"),
        ), ("held", "exam_id", "paper")),
        Summary("trend", Message("历次变化", "Trend"), ("graded", "passing"), (
            _EXAM, _HELD, _column("edition", "手册版次", "edition"), _N, _PASS, _PASS_CI, _MEAN,
            _column("change", "比上次", "since the last", Kind.CHANGE),
        ), ("blueprint", "held", "exam_id")),
        Summary("departments", Message("各部门、岗位", "Departments and roles"), ("graded",), (
            _DEPARTMENT, _column("role", "岗位", "role"), _N, _PASSED, _PASS, _PASS_CI, _MEAN,
        ), ("department", "role")),
        Summary("themes", Message("各主题", "Themes"), ("marked",), (
            _column("name", "主题", "theme", Kind.NAME, of="theme"), _EXAMS, _N, _FACILITY, _FACILITY_CI,
        ), ("facility", "theme")),
        Summary("provisions", Message("各条规定，最少人掌握的在前", "Rules, the least known first"), ("marked", "cited", "asked"), (
            _RULE, _EXAMS, _N, _column("missed", "没掌握的人数", "missed it", Kind.WHOLE),
            _column("miss_share", "没掌握的比例", "share", Kind.SHARE), _FACILITY, _FACILITY_CI,
            _column("blank", "未答次数", "left blank", Kind.WHOLE), _LINK,
        ), ("-miss_share", "facility", "address")),
        Summary("items", Message("各题，最难的在前", "Questions, the hardest first"), ("marked", "written"), (
            _column("item_id", "题目", "question"), _column("stem", "题干", "stem", Kind.NAME, of="item_id"), _EXAMS, _N,
            _FACILITY, _FACILITY_CI, _column("item_rest", "题总相关", "item-rest r", Kind.FIGURE, n="n"),
            _column("last_used", "最近使用", "last used", Kind.DAY),
        ), ("facility", "item_id")),
        Summary("practical", Message("实操各评分项", "Practical part by criterion"), (), (
            _column("name", "评分项", "criterion", Kind.NAME, of="criterion"), _EXAMS, _N, _MEAN,
            _column("failed", "关键项得 0 分", "critical, no points", Kind.WHOLE),
            _column("pairs", "两人以上评分", "rated twice", Kind.WHOLE),
            _column("apart", "平均相差（分）", "points apart", Kind.POINTS),
            _column("unsettled", "未定", "unsettled", Kind.WHOLE),
        ), ("mean_share", "criterion")),
        Summary("retest", Message("要补考的人：不合格后没有再考，或缺考", "To be tested again: failed and not sat again, or absent"),
                ("graded", "latest"), (
            _EXAM, _DEPARTMENT, _CANDIDATE, _NAME, _column("reason", "原因", "reason", Kind.REASON), _HELD,
            _column("total_points", "得分", "points", Kind.POINTS), _column("cut_points", "及格线", "cut", Kind.POINTS),
            _column("sittings", "已考次数", "sittings", Kind.WHOLE),
        ), ("blueprint", "department", "candidate")),
        Summary("reread", Message("不合格的人要重读的规定", "What those who failed should read again"), ("graded", "latest", "marked"), (
            _CANDIDATE, _NAME, _RULE, _column("points", "得分", "points", Kind.POINTS),
            _column("max_points", "满分", "of", Kind.POINTS), _LINK,
        ), ("blueprint", "candidate", "share", "-max_points", "address")),
    )
}  # fmt: skip
"""By name, in the order in which they are shown."""
USUAL = ("exams", "trend", "departments", "themes", "provisions", "retest")
"""What is shown unless somebody asks for something else."""
