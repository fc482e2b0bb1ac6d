"""The roster: who sits the exam, from a CSV file as spreadsheet programs save it (UTF-8 or GBK)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.model.form import Candidate, PaperLanguage

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


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    line: int
    column: int


def read_roster(path: Path, forms: Sequence[str], shown: str | None = None) -> tuple[Candidate, ...]:
    """Return the candidates in *path*, each with a form.

    Columns are recognised by their headings: id, name, role, department, language, form, or 工号 姓名 岗位 部门 语言 卷别; only
    the first is needed. Whoever has no form in the file gets one in rotation.

    Args:
        path: A CSV file in UTF-8, UTF-16 with a mark, or GBK; separated by commas, semicolons or tabs.
        forms: Names of the forms there will be.
        shown: How messages name the file.

    Raises:
        Faulty: with every fault of the file.
    """
    reader = _Reader(shown or str(path), tuple(forms))
    found = reader.read(path)
    if reader.faults:
        raise Faulty(reader.faults)
    return tuple(found)


class _Reader:
    def __init__(self, name: str, forms: tuple[str, ...]) -> None:
        self.name = name
        self.forms = forms
        self.faults: list[Diagnostic] = []

    def read(self, path: Path) -> list[Candidate]:
        try:
            text = _decode(path.read_bytes())
        except OSError as error:
            self._fault("ROS001", None, "", f"读不了名单：{error.strerror}", f"the roster cannot be read: {error.strerror}",
                        "检查路径和权限", "check its path and permissions")  # fmt: skip
            return []
        if text is None:
            self._fault("ROS001", None, "", "既不是 UTF-8 也不是 GBK", "the file is neither UTF-8 nor GBK",
                        "在表格软件里另存为“CSV UTF-8”", "save it as “CSV UTF-8” in your spreadsheet program")  # fmt: skip
            return []
        rows = [row for row in _rows(text) if any(cell.text for cell in row)]
        if not rows:
            self._fault(
                "ROS002",
                None,
                "",
                "名单是空的",
                "the roster is empty",
                "写上表头和考生",
                "write a header and the candidates",
            )
            return []
        fields = self._header(rows[0])
        return self._people(rows[1:], fields) if fields else []

    def _header(self, row: Sequence[_Cell]) -> list[str | None]:
        fields = [_FIELDS.get("".join(unicodedata.normalize("NFKC", c.text).casefold().split())) for c in row]
        if "id" not in fields:
            self._fault("ROS003", row[0], "", "表头里没有工号列", "the header names no column with ids",
                        "第一行写列名：工号,姓名,岗位,部门,语言", "name the columns in the first row: id,name,role,department,language")  # fmt: skip
            return []
        for at, field in enumerate(fields):
            if field is not None and field in fields[:at]:
                self._fault(
                    "ROS003",
                    row[at],
                    field,
                    f"有两列都是 {field}",
                    f"two columns are {field}",
                    "删去一列",
                    "delete one of them",
                )
        return fields

    def _people(self, rows: Sequence[Sequence[_Cell]], fields: Sequence[str | None]) -> list[Candidate]:
        people: list[Candidate] = []
        seen: dict[str, int] = {}
        if not rows:
            self._fault(
                "ROS002",
                None,
                "",
                "名单里没有考生",
                "the roster names nobody",
                "每行写一位考生",
                "write one candidate a line",
            )
        for index, row in enumerate(rows):
            cells = {field: cell for field, cell in zip(fields, row, strict=False) if field is not None}
            sound = len(self.faults)
            self._check_cells(cells, seen, row[0])
            language = self._language(cells.get("language"))
            form = cells["form"].text if "form" in cells and cells["form"].text else None
            if form is not None and form not in self.forms:
                self._fault("ROS006", cells["form"], "form", f"没有 {form!r} 卷", f"there is no form {form!r}",
                            f"可用：{'、'.join(self.forms)}", f"known: {', '.join(self.forms)}")  # fmt: skip
            if len(self.faults) == sound:
                texts = {field: cells[field].text for field in ("id", "name", "role", "department") if field in cells}
                people.append(Candidate(**texts, language=language, form=form or self.forms[index % len(self.forms)]))
        return people

    def _check_cells(self, cells: dict[str, _Cell], seen: dict[str, int], first: _Cell) -> None:
        for field, cell in cells.items():
            most = _LONGEST.get(field, _LONGEST_OTHER)
            if len(cell.text) > most:
                self._fault("ROS007", cell, field, f"有 {len(cell.text)} 个字，最多 {most} 个", f"has {len(cell.text)} characters, at most {most} fit",
                            "写短一些", "shorten it")  # fmt: skip
            if any(unicodedata.category(c) in ("Cc", "Cs") for c in cell.text):
                self._fault(
                    "ROS007",
                    cell,
                    field,
                    "含有控制字符",
                    "contains control characters",
                    "重新输入这一格",
                    "type the cell again",
                )
        number = cells.get("id", first)
        if "id" not in cells or not number.text:
            self._fault(
                "ROS004",
                number,
                "id",
                "工号是空的",
                "the id is empty",
                "补上工号，或删去这一行",
                "add the id or delete the row",
            )
        elif number.text in seen:
            line = seen[number.text]
            self._fault("ROS005", number, "id", f"工号 {number.text!r} 与第 {line} 行重复", f"the id {number.text!r} already stands in line {line}",
                        "改正其中一个工号，或删去重复的一行", "correct one of them or delete the repeated row")  # fmt: skip
        else:
            seen[number.text] = number.line

    def _language(self, cell: _Cell | None) -> PaperLanguage | None:
        if cell is None or not cell.text:
            return None
        known = _LANGUAGES.get(cell.text.casefold())
        if known is not None:
            return known
        self._fault("ROS008", cell, "language", f"不认识语言 {cell.text!r}", f"the language {cell.text!r} is not known",
                    "写 zh、en 或 both", "write zh, en or both")  # fmt: skip
        return None

    def _fault(self, code: str, cell: _Cell | None, field: str, zh: str, en: str, mend_zh: str, mend_en: str) -> None:
        source = Source(self.name, cell.line, cell.column) if cell else Source(self.name)
        self.faults.append(
            Diagnostic(code, Severity.ERROR, source, field, Message(zh, en), Message(mend_zh, mend_en))
        )  # fmt: skip


def _decode(data: bytes) -> str | None:
    encodings = ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _rows(text: str) -> Iterator[list[_Cell]]:
    """Yield the rows of a CSV text; the csv module knows no columns, and a fault must name one."""
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    line, column, at = 1, 1, 0
    row: list[_Cell] = []
    while at < len(text):
        start = (line, column)
        value = ""
        if text[at] == '"':
            at, column = at + 1, column + 1
            while at < len(text):
                if text.startswith('""', at):
                    value, at, column = value + '"', at + 2, column + 2
                elif text[at] == '"':
                    at, column = at + 1, column + 1
                    break
                else:
                    line, column = (line + 1, 1) if text[at] == "\n" else (line, column + 1)
                    value, at = value + text[at], at + 1
        end = at
        while end < len(text) and text[end] not in (separator, "\n", "\r"):
            end += 1
        value, column, at = value + text[at:end], column + end - at, end
        row.append(_Cell(value.strip(), *start))
        if at < len(text) and text[at] == separator:
            at, column = at + 1, column + 1
            if at == len(text) or text[at] in "\r\n":
                row.append(_Cell("", line, column))
            else:
                continue
        if at < len(text):
            at += 2 if text.startswith("\r\n", at) else 1
            line, column = line + 1, 1
            yield row
            row = []
    if row:
        yield row
