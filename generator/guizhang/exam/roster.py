"""The roster: who sits the exam, from a CSV or XLSX file as spreadsheet programs save it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Severity
from guizhang.exam.columns import (
    MOST_MINUTES,
    field_of,
    folded_id,
    language_of,
    like,
    minutes_of,
    only_counts,
    yes_or_no,
)
from guizhang.model.form import Candidate
from guizhang.tables.faults import at
from guizhang.tables.read import read_tables
from guizhang.tables.table import Damage, Row, Table, sums_up

_LONGEST = {"id": 80}
_LONGEST_OTHER = 120
_HEADER_WITHIN = 10
_DAMAGED_ID = (Damage.LONG_NUMBER, Damage.FORMULA, Damage.DATE, Damage.TIME)
_OVERRIDES = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that print the text behind them backwards: one in a name would garble the rest of its line on a sheet."""

_Words = tuple[str, str]


@dataclass(frozen=True)
class Roster:
    """Who sits the exam."""

    people: tuple[Candidate, ...]
    """In the order of the file."""
    warnings: tuple[Diagnostic, ...] = ()
    """Columns that were left out because nobody knows what they hold."""


def read_roster(path: Path, forms: Sequence[str], shown: str | None = None) -> Roster:
    """Return the candidates in *path*, each with a form.

    Columns are recognised by their headings: id, name, role, department, language, form, extra_minutes, large_print, or
    工号 姓名 岗位 部门 语言 卷别 加时 大字版; only the first is needed. Whoever has no form in the file gets one in rotation
    within the department: those who sit in one room have different ones.

    Args:
        path: A CSV or XLSX file; of a workbook, the sheet with most of the columns, or the first of those.
        forms: Names of the forms there will be; none where everybody has a form of their own, named by their id.
        shown: How messages name the file.

    Raises:
        Faulty: with every fault of the file.
    """
    tables, faults = read_tables(path, shown)
    if not tables:
        raise Faulty(faults)
    headers = [(table, header) for table in tables if (header := _header(table))]
    if not headers:
        raise Faulty([_no_ids(tables[0])])
    table, header = max(headers, key=lambda found: len({field_of(text) for text in found[1].texts} - {None}))
    reader = _Reader(table, header, tuple(forms))
    people = reader.people()
    if reader.faults:
        raise Faulty([*reader.faults, *reader.warnings])
    return Roster(tuple(people), tuple(reader.warnings))


def _header(table: Table) -> Row | None:
    """Return the row that names a column of ids."""
    first = [row for row in table.rows if not row.blank][:_HEADER_WITHIN]
    return next((row for row in first if "id" in map(field_of, row.texts)), None)


def _spread(table: Table, rows: Sequence[Row]) -> dict[int, tuple[str, ...]]:
    """Return the texts of the rows that merged cells reach down into, with what stands in those: a department, mostly."""
    by_line = {row.line: row for row in rows}
    texts: dict[int, list[str]] = {}
    for top, left, bottom, _ in table.merged:
        if top not in by_line:
            continue
        said = by_line[top].text(left - 1)
        for line in range(top + 1, min(bottom, rows[-1].line) + 1):
            if line in by_line and said:
                cells = texts.setdefault(line, list(by_line[line].texts))
                cells += [""] * (left - len(cells))
                cells[left - 1] = said
    return {line: tuple(cells) for line, cells in texts.items()}


def _no_ids(table: Table) -> Diagnostic:
    first = next(row for row in table.rows if not row.blank)
    return at(
        table.place(first.line, 0), Severity.ERROR, "ROS003",
        ("表头里没有工号列", "the header names no column with ids"),
        ("第一行写列名：工号,姓名,岗位,部门,语言", "name the columns in the first row: id,name,role,department,language"),
    )  # fmt: skip


_HOW_MANY = re.compile(r"共?\s*\d+\s*(?:人|名|位|people|persons)?", re.IGNORECASE)


@dataclass
class _Reader:
    table: Table
    header: Row
    forms: tuple[str, ...]
    faults: list[Diagnostic] = field(default_factory=list)
    warnings: list[Diagnostic] = field(default_factory=list)
    seen: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Candidate id, folded -> as it is written, and the line it stands in."""
    turns: dict[str, Iterator[int]] = field(default_factory=dict)
    """Department -> whose turn it is in the rotation of forms; each department begins with another form."""

    def people(self) -> list[Candidate]:
        columns = self._columns()
        below = [row for row in self.table.rows if row.line > self.header.line and not row.blank]
        rows = [row for row in below if not self._sums_up(row, columns)]
        if not rows:
            place = self.table.place(self.header.line)
            self.faults.append(
                at(place, Severity.ERROR, "ROS002", ("名单里没有考生", "the roster names nobody"), ("每行写一位考生", "write one candidate a line"))
            )  # fmt: skip
        spread = _spread(self.table, rows)
        whole = [Row(row.line, spread[row.line], row.damage) if row.line in spread else row for row in rows]
        return [person for row in whole if (person := self._person(row, columns))]

    def _sums_up(self, row: Row, columns: Mapping[str, int]) -> bool:
        """Tell whether a row is no person but the number of them, and say so."""
        text = row.text(columns["id"])
        name = row.text(columns["name"]) if "name" in columns else ""
        summing = sums_up(text) and (not name or _HOW_MANY.fullmatch(name) is not None)
        if summing:
            self.warnings.append(
                at(
                    self.table.place(row.line, columns["id"], "id"), Severity.WARNING, "ROS013",
                    (f"“{text}”一行是汇总，不是考生，没有读取", f"the row “{text}” sums up others and is no candidate; it was not read"),
                    ("不用处理；若真是工号，请写上姓名", "nothing to do; if it is an id, write the name beside it"),
                )
            )  # fmt: skip
        return summing

    def _columns(self) -> dict[str, int]:
        columns: dict[str, int] = {}
        for index, heading in enumerate(self.header.texts):
            name = field_of(heading)
            if name is None:
                if not only_counts(heading):
                    self._leave_out(index, heading)
            elif name in columns:
                problem = (f"有两列都是 {name}", f"two columns are {name}")
                self._fault(self.header, index, name, "ROS003", problem, ("删去一列", "delete one of them"))
            else:
                columns[name] = index
        return columns

    def _leave_out(self, index: int, heading: str) -> None:
        # A heading may be ten thousand characters long.
        said = heading if len(heading) <= 40 else f"{heading[:40]}…"
        near = like(heading)
        mend = (
            (f"是否想写 {near}？", f"did you mean {near}?")
            if near
            else ("需要这一列时改用认识的列名", "rename it if it is needed")
        )
        self.warnings.append(
            at(
                self.table.place(self.header.line, index, "" if self.table.sheet else said), Severity.WARNING, "ROS012",
                (f"不认识列名 {said!r}，这一列没有用上", f"the heading {said!r} is not known; the column was left out"), mend,
            )
        )  # fmt: skip

    def _person(self, row: Row, columns: Mapping[str, int]) -> Candidate | None:
        sound = len(self.faults)
        texts = {name: row.text(index) for name, index in columns.items()}
        for name, index in columns.items():
            self._check(row, index, name)
        self._check_id(row, columns["id"], texts["id"])
        own = {name: self._meaning(row, columns[name], name, text) for name, text in texts.items() if name in _MEANINGS}
        form = self._form(row, columns, texts)
        if len(self.faults) > sound:
            return None
        plain = {name: text for name, text in texts.items() if name not in own}
        return Candidate.model_validate({**plain, **own, "form": form})

    def _form(self, row: Row, columns: Mapping[str, int], texts: Mapping[str, str]) -> str:
        known = self.forms or (texts["id"],)
        turn = next(self.turns.setdefault(texts.get("department", ""), count(len(self.turns))))
        form = texts.get("form") or known[turn % len(known)]
        if form not in known:
            said = (f"可用：{'、'.join(self.forms)}", f"known: {', '.join(self.forms)}")
            own = ("每人一份试卷时这一格留空", "leave the cell empty where everybody has a paper of their own")
            problem = (f"没有 {form!r} 卷", f"there is no form {form!r}")
            self._fault(row, columns["form"], "form", "ROS006", problem, said if self.forms else own)
        return form

    def _meaning(self, row: Row, index: int, name: str, text: str) -> object:
        """Return what the cell means; a fault where it means nothing."""
        code, read, problem, mend = _MEANINGS[name]
        value = read(text)
        if value is None and text:
            said = text if len(text) <= 40 else f"{text[:40]}…"
            self._fault(row, index, name, code, (f"{problem[0]} {said!r}", f"{problem[1]} {said!r}"), mend)
        return value

    def _check(self, row: Row, index: int, name: str) -> None:
        text, most = row.text(index), _LONGEST.get(name, _LONGEST_OTHER)
        if len(text) > most:
            problem = (f"有 {len(text)} 个字，最多 {most} 个", f"has {len(text)} characters, at most {most} fit")
            self._fault(row, index, name, "ROS007", problem, ("写短一些", "shorten it"))
        if len(text.splitlines()) > 1:
            problem = ("格子里有换行（Alt+Enter）", "the cell has a line break in it (Alt+Enter)")
            self._fault(
                row,
                index,
                name,
                "ROS007",
                problem,
                ("删去换行，写成一行", "delete the line break, so that it is one line"),
            )
        elif any(sign in _OVERRIDES or unicodedata.category(sign) in ("Cc", "Cs") for sign in text):
            problem = ("含有控制字符", "contains control characters")
            self._fault(row, index, name, "ROS007", problem, ("重新输入这一格", "type the cell again"))
        damage = row.damage.get(index)
        if name == "id" and damage in _DAMAGED_ID:
            self._fault(
                row, index, name, "ROS009",
                ("表格软件改动了工号", "the spreadsheet program has changed the id"),
                ("把工号一列设为文本格式后重新输入", "format the column as text and type the ids again"),
            )  # fmt: skip
        elif damage is Damage.FORMULA:
            self._fault(
                row, index, name, "ROS009",
                ("这一格是没有结果的公式", "the cell is a formula without a result"),
                ("把这一格设为文本格式后重新输入", "format the cell as text and type it again"),
            )  # fmt: skip

    def _check_id(self, row: Row, index: int, text: str) -> None:
        if not text:
            if index not in row.damage:
                mend = ("补上工号，或删去这一行", "add the id or delete the row")
                self._fault(row, index, "id", "ROS004", ("工号是空的", "the id is empty"), mend)
            return
        # Candidates type their id on the exam page, and files are named by it: neither tells E1 from e1.
        other, line = self.seen.setdefault(folded_id(text), (text, row.line))
        if line == row.line:
            return
        problem = (
            (f"工号 {text!r} 与第 {line} 行重复", f"the id {text!r} already stands in line {line}")
            if other == text
            else (
                f"工号 {text!r} 与第 {line} 行的 {other!r} 只差大小写或全角半角",
                f"the id {text!r} differs from {other!r} in line {line} by letter case or width only",
            )
        )
        mend = ("改正其中一个工号，或删去重复的一行", "correct one of them or delete the repeated row")
        self._fault(row, index, "id", "ROS005", problem, mend)

    def _fault(self, row: Row, index: int, name: str, code: str, problem: _Words, mend: _Words) -> None:
        self.faults.append(at(self.table.place(row.line, index, name), Severity.ERROR, code, problem, mend))


_MEANINGS = {
    "language": (
        "ROS008", language_of, ("不认识语言", "the language is not known:"), ("写 zh、en 或 both", "write zh, en or both"),
    ),
    "extra_minutes": (
        "ROS010", minutes_of, ("加时不是分钟数", "the extra time is no number of minutes:"),
        (f"写 0 到 {MOST_MINUTES} 的整数分钟，例如 15 或 半小时", f"write whole minutes from 0 to {MOST_MINUTES}, such as 15 or half an hour"),
    ),
    "large_print": (
        "ROS011", yes_or_no, ("看不出要不要大字版", "neither yes nor no to large print:"),
        ("写 是 或 否，不要时可以留空", "write yes or no, or leave it empty"),
    ),
}  # fmt: skip
"""Columns whose cells mean something besides their text: code of the fault, how to read one, problem, mend."""
