"""Faults of response files as a whole, their headers, the exam record and the output folder: RSP001 to RSP014.

Faults of single rows and cells stand in `row_faults`.
"""

from __future__ import annotations

from collections.abc import Sequence

from guizhang.diagnostics import Diagnostic, Message, Severity, Source
from guizhang.grading.table import Place

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def at(place: Place, severity: Severity, code: str, problem: tuple[str, str], mend: tuple[str, str]) -> Diagnostic:
    """Return a diagnostic at *place*; *problem* and *mend* are pairs of zh and en."""
    return Diagnostic(code, severity, place.source, place.field, Message(*problem), Message(*mend))


def _file(path: str, code: str, problem: tuple[str, str], mend: tuple[str, str], *position: int) -> Diagnostic:
    return at(Place(Source(path, *position)), ERROR, code, problem, mend)


def unreadable(path: str, reason: str) -> Diagnostic:
    """RSP001: the operating system does not give the file."""
    return _file(
        path, "RSP001",
        (f"读不了这个文件：{reason}", f"the file cannot be read: {reason}"),
        ("检查路径和权限", "check its path and permissions"),
    )  # fmt: skip


def too_large(path: str, size: str, limit: str) -> Diagnostic:
    """RSP001: more than any class writes."""
    return _file(
        path, "RSP001",
        (f"文件有 {size} 字节，上限是 {limit} 字节", f"the file has {size} bytes, the limit is {limit}"),
        ("只保留作答，或分成几个文件", "keep only the responses, or split it"),
    )  # fmt: skip


def empty(path: str) -> Diagnostic:
    """RSP002: nothing in it."""
    return _file(
        path, "RSP002",
        ("文件是空的", "the file is empty"),
        ("选择填有作答的文件", "choose the file that holds the responses"),
    )  # fmt: skip


def undecodable(path: str, line: int, column: int) -> Diagnostic:
    """RSP003: no encoding fits; the column counts bytes."""
    return _file(
        path, "RSP003",
        (
            "无法确定文字编码（试过 UTF-8、UTF-16、GB18030）",
            "the text encoding cannot be determined (tried UTF-8, UTF-16, GB18030)",
        ),
        ("在 Excel 中另存为“CSV UTF-8”或 XLSX", "save it from Excel as “CSV UTF-8” or as XLSX"),
        line, column,
    )  # fmt: skip


def binary(path: str, line: int, column: int) -> Diagnostic:
    """RSP003: no text at all."""
    return _file(
        path, "RSP003",
        ("这是二进制文件，不是 CSV 或 XLSX", "this is a binary file, neither CSV nor XLSX"),
        ("另存为 XLSX 或“CSV UTF-8”", "save it as XLSX or “CSV UTF-8”"),
        line, column,
    )  # fmt: skip


def broken_record(path: str, line: int, reason: str) -> Diagnostic:
    """RSP004: quoting that does not end, which would swallow the rows behind it."""
    return _file(
        path, "RSP004",
        (f"这一行的引号不成对（{reason}）", f"the quotation marks of this record do not pair ({reason})"),
        ("改正引号，或另存为 XLSX", "mend the quotation marks, or save it as XLSX"),
        line,
    )  # fmt: skip


def old_workbook(path: str) -> Diagnostic:
    """RSP004: XLS, or XLSX under a password: both come in the same container."""
    return _file(
        path, "RSP004",
        (
            "这是旧版 Excel（XLS）文件，或加了密码的工作簿",
            "this is an old Excel file (XLS), or a workbook under a password",
        ),
        ("在 Excel 中去掉密码，另存为 XLSX", "take the password off in Excel and save it as XLSX"),
    )  # fmt: skip


def broken_workbook(path: str, reason: str) -> Diagnostic:
    """RSP004: not a workbook, or a damaged one."""
    return _file(
        path, "RSP004",
        (f"工作簿已损坏或不是 XLSX（{reason}）", f"the workbook is damaged or is no XLSX ({reason})"),
        ("在 Excel 中打开后重新另存为 XLSX", "open it in Excel and save it as XLSX again"),
    )  # fmt: skip


def refused_workbook(path: str, zh: str, en: str) -> Diagnostic:
    """RSP004: larger or stranger than any office program writes."""
    return _file(
        path, "RSP004",
        (f"拒绝打开这个工作簿：{zh}", f"this workbook is not opened: {en}"),
        ("把作答复制到新的工作簿再存", "copy the responses into a new workbook and save that"),
    )  # fmt: skip


def no_header(place: Place) -> Diagnostic:
    """RSP005: no row names a candidate and a question."""
    return at(
        place, ERROR, "RSP005",
        (
            "前 20 行里没有可识别的表头：要有“考号”和题号列（1、2、3……），或“考号、题号、作答”三列",
            "none of the first 20 rows is a header: “candidate” and 1, 2, 3, …, or “candidate”, “question”, “response”",
        ),
        ("补上表头，或直接用阅卷工作簿的 Responses 表", "add a header row, or use the sheet Responses of the scoring workbook"),
    )  # fmt: skip


def doubled_column(place: Place, heading: str, first: str) -> Diagnostic:
    """RSP006: two columns for one thing."""
    return at(
        place, ERROR, "RSP006",
        (f"“{heading}”与“{first}”是同一列内容", f"“{heading}” and “{first}” are columns for the same thing"),
        ("删去其中一列", "delete one of the two"),
    )  # fmt: skip


def unknown_column(place: Place, heading: str) -> Diagnostic:
    """RSP007: a heading nobody understands over cells that hold something."""
    return at(
        place, WARNING, "RSP007",
        (f"不认识这一列“{heading}”，没有读取", f"the column “{heading}” is not recognised and was not read"),
        ("若是作答，请改成题号（如 3）；否则可不理", "if it holds answers, head it with the question's number (such as 3)"),
    )  # fmt: skip


def missing_columns(place: Place, numbers: Sequence[int]) -> Diagnostic:
    """RSP008: questions without a column would count as blank for everybody."""
    listed = ranges(numbers)
    return at(
        place, ERROR, "RSP008",
        (
            f"缺少第 {listed} 题的列，不能当作全体未答",
            f"there is no column for question {listed}; it cannot be taken for left blank by everybody",
        ),
        ("补上这些列；确实无人作答时留空即可", "add the columns, empty if really nobody answered"),
    )  # fmt: skip


def no_rows(place: Place) -> Diagnostic:
    """RSP009: a header and nothing under it."""
    return at(
        place, ERROR, "RSP009",
        ("表头下面没有作答", "there are no responses under the header"),
        ("每位考生一行，填入作答", "enter the responses, one row for each candidate"),
    )  # fmt: skip


def unknown_question(place: Place, number: str, last: int) -> Diagnostic:
    """RSP010: the exam has no such question."""
    return at(
        place, ERROR, "RSP010",
        (f"没有第 {number} 题，试卷只有 1 至 {last} 题", f"there is no question {number}; the paper has 1 to {last}"),
        ("改正题号，或删去这一列（行）", "correct the number, or delete the column or row"),
    )  # fmt: skip


def other_exam(place: Place, found: str, expected: str) -> Diagnostic:
    """RSP011: the identifier in the file is that of another exam."""
    return at(
        place, ERROR, "RSP011",
        (f"这是另一场考试的作答：考试编号 {found}，应为 {expected}",
         f"these responses belong to another exam: {found} instead of {expected}"),
        ("选择这场考试的文件，或指定那场考试的文件夹", "choose the file of this exam, or name the folder of the other one"),
    )  # fmt: skip


def no_record(path: str, reason: str) -> Diagnostic:
    """RSP012: no exam to grade by."""
    return _file(
        path, "RSP012",
        (f"读不了考试记录：{reason}", f"the exam record cannot be read: {reason}"),
        (
            "指定 guizhang exam draw 写出的文件夹，其中有 secret/exam.json",
            "name the folder that guizhang exam draw wrote; it holds secret/exam.json",
        ),
    )  # fmt: skip


def public_output(path: str) -> Diagnostic:
    """RSP013: results hold personal data and have no place where pages are published from."""
    return _file(
        path, "RSP013",
        ("成绩含个人信息，不能写进会发布的文件夹", "results hold personal data and are not written into a folder that is published"),
        ("选择 handout、site、docs、content 之外的文件夹", "choose a folder outside handout, site, docs and content"),
    )  # fmt: skip


def foreign_files(path: str, names: Sequence[str]) -> Diagnostic:
    """RSP014: replacing the folder would delete somebody's files."""
    listed = ", ".join(names[:5])
    return _file(
        path, "RSP014",
        (f"输出文件夹里有别的文件：{listed}", f"the output folder holds other files: {listed}"),
        ("选择新的或空的文件夹；若成绩册正打开着，请先关闭", "choose a new or empty folder; close the gradebook if it is open"),
    )  # fmt: skip


def ranges(numbers: Sequence[int]) -> str:
    """Return sorted numbers as a reader writes them: ``1-3, 7``."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(low) if low == high else f"{low}-{high}" for low, high in runs)
