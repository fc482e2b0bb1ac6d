"""The roster: who sits the exam, from a CSV or XLSX file as spreadsheet programs save it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Severity
from guizhang.model.form import Candidate, PaperLanguage
from guizhang.tables.faults import at
from guizhang.tables.read import read_tables
from guizhang.tables.table import Damage, Row, Table

_HEADINGS = {
    "id": "id no number 工号 考号 准考证号 编号 员工号 员工编号 学号 candidate candidateid employeeid staffnumber staffno",
    "name": "name fullname 姓名 名字",
    "role": "role position job 岗位 职位 角色",
    "department": "department dept 部门 科室",
    "language": "language lang 语言 试卷语言",
    "form": "form paper 卷别 试卷 卷",
}
_FIELDS = {heading: field for field, headings in _HEADINGS.items() for heading in headings.split()}
_LANGUAGES: Mapping[str, PaperLanguage] = {"zh": "zh", "中文": "zh", "汉语": "zh", "en": "en", "英文": "en", "英语": "en", "english": "en", "both": "both",
              "双语": "both", "中英": "both", "中英文": "both", "chinese": "zh", "bilingual": "both"}  # fmt: skip
_LONGEST = {"id": 80}
_LONGEST_OTHER = 120
_HEADER_WITHIN = 10

_Words = tuple[str, str]


def read_roster(path: Path, forms: Sequence[str], shown: str | None = None) -> tuple[Candidate, ...]:
    """Return the candidates in *path*, each with a form.

    Columns are recognised by their headings: id, name, role, department, language, form, or 工号 姓名 岗位 部门 语言 卷别; only
    the first is needed. Whoever has no form in the file gets one in rotation.

    Args:
        path: A CSV or XLSX file; of a workbook, the first sheet with a column of ids.
        forms: Names of the forms there will be.
        shown: How messages name the file.

    Raises:
        Faulty: with every fault of the file.
    """
    tables, faults = read_tables(path, shown)
    if not tables:
        raise Faulty(faults)
    headers = [(table, header) for table in tables if (header := _header(table))]
    table, header = headers[0] if headers else (tables[0], None)
    if header is None:
        raise Faulty([_no_ids(table)])
    reader = _Reader(table, header, tuple(forms))
    people = reader.people()
    if reader.faults:
        raise Faulty(reader.faults)
    return tuple(people)


def _header(table: Table) -> Row | None:
    """Return the row that names a column of ids."""
    first = [row for row in table.rows if not row.blank][:_HEADER_WITHIN]
    return next((row for row in first if "id" in map(_field, row.texts)), None)


def _field(heading: str) -> str | None:
    return _FIELDS.get("".join(unicodedata.normalize("NFKC", heading).casefold().split()))


def _no_ids(table: Table) -> Diagnostic:
    first = next(row for row in table.rows if not row.blank)
    return at(
        table.place(first.line, 0), Severity.ERROR, "ROS003",
        ("表头里没有工号列", "the header names no column with ids"),
        ("第一行写列名：工号,姓名,岗位,部门,语言", "name the columns in the first row: id,name,role,department,language"),
    )  # fmt: skip


@dataclass
class _Reader:
    table: Table
    header: Row
    forms: tuple[str, ...]
    faults: list[Diagnostic] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    """Candidate id -> line it stands in."""

    def people(self) -> list[Candidate]:
        columns = self._columns()
        rows = [row for row in self.table.rows if row.line > self.header.line and not row.blank]
        if not rows:
            place = self.table.place(self.header.line)
            self.faults.append(
                at(place, Severity.ERROR, "ROS002", ("名单里没有考生", "the roster names nobody"), ("每行写一位考生", "write one candidate a line"))
            )  # fmt: skip
        return [person for number, row in enumerate(rows) if (person := self._person(row, columns, number))]

    def _columns(self) -> dict[str, int]:
        columns: dict[str, int] = {}
        for index, heading in enumerate(self.header.texts):
            name = _field(heading)
            if name in columns:
                self._fault(
                    self.header,
                    index,
                    name,
                    "ROS003",
                    (f"有两列都是 {name}", f"two columns are {name}"),
                    ("删去一列", "delete one of them"),
                )
            elif name is not None:
                columns[name] = index
        return columns

    def _person(self, row: Row, columns: Mapping[str, int], number: int) -> Candidate | None:
        sound = len(self.faults)
        texts = {name: row.text(index) for name, index in columns.items()}
        for name, index in columns.items():
            self._check(row, index, name)
        self._check_id(row, columns["id"], texts["id"])
        language = _LANGUAGES.get(texts.get("language", "").casefold())
        if texts.get("language") and language is None:
            self._fault(
                row, columns["language"], "language", "ROS008",
                (f"不认识语言 {texts['language']!r}", f"the language {texts['language']!r} is not known"),
                ("写 zh、en 或 both", "write zh, en or both"),
            )  # fmt: skip
        form = texts.get("form") or self.forms[number % len(self.forms)]
        if form not in self.forms:
            self._fault(
                row, columns["form"], "form", "ROS006", (f"没有 {form!r} 卷", f"there is no form {form!r}"),
                (f"可用：{'、'.join(self.forms)}", f"known: {', '.join(self.forms)}"),
            )  # fmt: skip
        if len(self.faults) > sound:
            return None
        return Candidate(
            id=texts["id"],
            name=texts.get("name", ""),
            role=texts.get("role", ""),
            department=texts.get("department", ""),
            language=language,
            form=form,
        )

    def _check(self, row: Row, index: int, name: str) -> None:
        text, most = row.text(index), _LONGEST.get(name, _LONGEST_OTHER)
        if len(text) > most:
            problem = (f"有 {len(text)} 个字，最多 {most} 个", f"has {len(text)} characters, at most {most} fit")
            self._fault(row, index, name, "ROS007", problem, ("写短一些", "shorten it"))
        if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text):
            self._fault(
                row,
                index,
                name,
                "ROS007",
                ("含有控制字符", "contains control characters"),
                ("重新输入这一格", "type the cell again"),
            )
        if name == "id" and row.damage.get(index) in (Damage.LONG_NUMBER, Damage.FORMULA, Damage.DATE):
            self._fault(
                row, index, name, "ROS009",
                ("表格软件改动了工号", "the spreadsheet program has changed the id"),
                ("把工号一列设为文本格式后重新输入", "format the column as text and type the ids again"),
            )  # fmt: skip

    def _check_id(self, row: Row, index: int, text: str) -> None:
        if not text:
            if index not in row.damage:
                self._fault(
                    row,
                    index,
                    "id",
                    "ROS004",
                    ("工号是空的", "the id is empty"),
                    ("补上工号，或删去这一行", "add the id or delete the row"),
                )
        elif text in self.seen:
            line = self.seen[text]
            problem = (f"工号 {text!r} 与第 {line} 行重复", f"the id {text!r} already stands in line {line}")
            self._fault(
                row,
                index,
                "id",
                "ROS005",
                problem,
                ("改正其中一个工号，或删去重复的一行", "correct one of them or delete the repeated row"),
            )
        else:
            self.seen[text] = row.line

    def _fault(self, row: Row, index: int, name: str, code: str, problem: _Words, mend: _Words) -> None:
        self.faults.append(at(self.table.place(row.line, index, name), Severity.ERROR, code, problem, mend))
