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
from guizhang.grading.analysis.figures import Measure

IN_ALL = "rows_in_all"
"""Column of a query with a limit: how many rows there are without it."""


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


FIGURES = frozenset((Kind.WHOLE, Kind.POINTS, Kind.SHARE, Kind.CHANGE, Kind.FIGURE, Kind.INTERVAL))
"""What stands under each other digit by digit and is not broken over two lines."""


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

    def query(self, limit: int | None = None, *, kept: bool = False) -> str:
        """Return the query in DuckDB's dialect.

        Args:
            limit: Give so many rows, those that stand first, each with the number of all rows in the column `IN_ALL`.
            kept: The parts stand in the engine as tables.
        """
        steps = {} if kept else {part: part_sql(part) for part in self.parts}
        last = _text(f"{self.name}.sql")
        if limit is not None:
            steps["answer"] = last
            order = ", ".join(
                f"{key.removeprefix('-')} {'DESC' if key.startswith('-') else 'ASC'} NULLS LAST" for key in self.order
            )
            last = f"SELECT answer.*, COUNT(*) OVER () AS {IN_ALL}\nFROM answer\nORDER BY {order}\nLIMIT {limit:d}"
        parts = ",\n".join(f"{name} AS (\n{sql})" for name, sql in steps.items())
        return f"WITH {parts}\n{last}" if parts else last


def part_sql(name: str) -> str:
    """Return the sub-query *name*."""
    return _text(f"parts/{name}.sql")


@cache
def _text(name: str) -> str:
    return (files("guizhang.results") / "sql" / name).read_text(encoding="utf-8")


def _column(key: str, zh: str, en: str, kind: Kind = Kind.TEXT, **more: str) -> Column:
    return Column(key, Message(zh, en), kind, more.get("of", ""), more.get("n", ""), _MEASURES.get(key))


_MEASURES: Mapping[str, Measure] = {"alpha": Measure.ALPHA, "error": Measure.ALPHA, "item_rest": Measure.ITEM_REST}
_HELD = _column("held", "考试日期", "date", Kind.DAY)
_EXAM = _column("title", "考试", "exam", Kind.NAME, of="blueprint")
_FOLDER = _column("folder", "文件夹", "folder")
_N = _column("n", "人数", "people", Kind.WHOLE)
_SITTINGS = _column("n", "人次", "sittings", Kind.WHOLE)
"""Of several exams together: who sat twice counts twice."""
_PASSED = _column("passed", "合格", "passed", Kind.WHOLE)
_PASS = _column("pass_share", "合格率", "pass rate", Kind.SHARE)
_PASS_CI = _column("pass_95", "95 % 区间", "95 % interval", Kind.INTERVAL, of="pass_share", n="decided")
_MEAN = _column("mean_share", "平均得分率", "mean score", Kind.SHARE)
_FACILITY = _column("facility", "得分率", "points earned", Kind.SHARE)
_FACILITY_CI = _column("facility_95", "95 % 区间", "95 % interval", Kind.INTERVAL, of="facility", n="n")
_EXAMS = _column("exams", "场数", "exams", Kind.WHOLE)
_DEPARTMENT = _column("department", "部门", "department")
_CANDIDATE = _column("candidate", "工号", "candidate")
_NAME = _column("name", "姓名", "name")
_RULE = _column("name", "规定", "rule", Kind.NAME, of="address")
_LINK = _column("link", "链接", "link", Kind.LINK, of="address")

_MARKED = ("graded", "questions", "marked")
_TESTS = (*_MARKED, "complete", "spreads", "tests")
SUMMARIES: Mapping[str, Summary] = {
    summary.name: summary
    for summary in (
        Summary("exams", Message("各场考试", "Exams"), ("graded", "passing"), (
            _HELD, _EXAM, _FOLDER, _N, _PASSED, _column("undecided", "待定", "open", Kind.WHOLE), _PASS, _PASS_CI, _MEAN,
        ), ("held", "exam_id")),
        Summary("papers", Message("各套试题（题目相同的卷别合为一套，只计阅完的卷）",
                                  "Tests (forms with the same questions together, papers marked to the end)"), _TESTS, (
            _HELD, _column("title", "考试", "exam", Kind.NAME, of="exam_id"), _column("paper", "卷别", "form"),
            _column("forms", "卷数", "forms", Kind.WHOLE), _N,
            _column("mean_points", "平均分", "mean", Kind.POINTS), _column("deviation", "标准差", "SD", Kind.POINTS),
            _column("alpha", "信度 α", "alpha", Kind.FIGURE, n="n"),
            _column("error", "测量标准误", "SEM", Kind.POINTS, n="n"),
        ), ("held", "exam_id", "paper")),
        Summary("trend", Message("历次变化", "Trend"), ("graded", "passing"), (
            _EXAM, _HELD, _column("edition", "手册版次", "edition"), _N, _PASS, _PASS_CI, _MEAN,
            _column("change", "比上次（百分点）", "since last, pp", Kind.CHANGE),
        ), ("blueprint", "held", "exam_id")),
        Summary("departments", Message("各部门、岗位（历次考试合计）", "Departments and roles (all exams together)"), ("graded",), (
            _DEPARTMENT, _column("role", "岗位", "role"), _column("people", "人数", "people", Kind.WHOLE),
            _SITTINGS, _PASSED, _PASS, _PASS_CI, _MEAN,
        ), ("department", "role")),
        Summary("themes", Message("各主题，得分最低的在前", "Themes, the weakest first"), _MARKED, (
            _column("name", "主题", "theme", Kind.NAME, of="theme"), _EXAMS, _SITTINGS, _FACILITY, _FACILITY_CI,
        ), ("facility", "theme")),
        Summary("provisions", Message("各条规定，最少人掌握的在前（没掌握：得分不到一半）",
                                      "Rules, the least known first (missed: under half of the points)"),
                (*_MARKED, "cited", "asked"), (
            _RULE, _EXAMS, _SITTINGS, _column("missed", "没掌握的人次", "missed it", Kind.WHOLE),
            _column("miss_share", "没掌握的比例", "share who missed it", Kind.SHARE), _FACILITY, _FACILITY_CI,
            _column("blank", "未答次数", "left blank", Kind.WHOLE), _LINK,
        ), ("-miss_share", "facility", "address")),
        Summary("items", Message("各题，最难的在前", "Questions, the hardest first"), (*_MARKED, "written"), (
            _column("item_id", "题目", "question"), _column("stem", "题干", "stem", Kind.NAME, of="item_id"), _EXAMS, _SITTINGS,
            _FACILITY, _FACILITY_CI, _column("item_rest", "题总相关", "item-rest r", Kind.FIGURE, n="n"),
            _column("last_used", "最近使用", "last used", Kind.DAY),
        ), ("facility", "item_id")),
        Summary("practical", Message("实操各评分项", "Practical part by criterion"), (), (
            _column("name", "评分项", "criterion", Kind.NAME, of="criterion"), _EXAMS, _SITTINGS, _MEAN,
            _column("failed", "关键项得 0 分", "critical, no points", Kind.WHOLE),
            _column("pairs", "两人以上评分", "rated twice", Kind.WHOLE),
            _column("apart", "平均相差（分）", "points apart", Kind.POINTS),
            _column("unsettled", "未定", "unsettled", Kind.WHOLE),
        ), ("mean_share", "criterion")),
        Summary("retest", Message("要补考的人：不合格后没有再考，或缺考", "To be tested again: failed and not sat again, or absent"),
                ("graded", "latest"), (
            _EXAM, _DEPARTMENT, _CANDIDATE, _NAME, _column("reason", "原因", "reason", Kind.REASON), _HELD,
            _column("total_points", "得分", "points", Kind.POINTS), _column("cut_points", "及格线", "cut score", Kind.POINTS),
            _column("sittings", "已考次数", "sat so far", Kind.WHOLE),
        ), ("blueprint", "department", "candidate")),
        Summary("reread", Message("要重读的规定：最近一次不合格的人", "Rules to read again: those who failed their last sitting"),
                (*_MARKED, "latest", "cited"), (
            _DEPARTMENT, _CANDIDATE, _NAME, _RULE, _column("points", "得分", "points", Kind.POINTS),
            _column("max_points", "满分", "out of", Kind.POINTS), _LINK,
        ), ("department", "candidate", "blueprint", "share", "-max_points", "address")),
    )
}  # fmt: skip
"""By name, in the order in which they are shown."""
USUAL = ("exams", "papers", "trend", "departments", "themes", "provisions", "retest")
"""What is shown unless somebody asks for something else."""
