"""Faults of the headers of response files, the exam record and the output folder: RSP005 to RSP014.

Faults of single rows and cells stand in `row_faults`, those of single answers in `answer_faults`.
"""

from __future__ import annotations

from collections.abc import Sequence

from guizhang.diagnostics import Diagnostic, Message, Severity, both, whole_file
from guizhang.tables.faults import at
from guizhang.tables.table import Place

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def no_header(place: Place) -> Diagnostic:
    """RSP005: no row names a candidate and a question."""
    return at(
        place, ERROR, "RSP005",
        (
            "前 20 行里没有可识别的表头：要有“工号”和题号列（1、2、3……），或“工号、题号、作答”三列",
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


def unheaded_column(place: Place) -> Diagnostic:
    """RSP007: cells that hold something under no heading."""
    return at(
        place, WARNING, "RSP007",
        ("这一列有内容，但没有表头，没有读取", "this column holds something but has no heading and was not read"),
        ("若是作答，请写上题号（如 3）；否则可不理", "if it holds answers, head it with the question's number (such as 3)"),
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


def no_record(path: str, reason: Message | str) -> Diagnostic:
    """RSP012: no exam to grade by."""
    why = both(reason)
    return whole_file(
        path, "RSP012",
        (f"读不了考试记录：{why.zh}", f"the exam record cannot be read: {why.en}"),
        (
            "指定 guizhang exam draw 写出的文件夹，其中有 secret/exam.json",
            "name the folder that guizhang exam draw wrote; it holds secret/exam.json",
        ),
    )  # fmt: skip


def public_output(path: str) -> Diagnostic:
    """RSP013: results hold personal data and have no place where pages are published from."""
    return whole_file(
        path, "RSP013",
        ("成绩含个人信息，不能写进会发布的文件夹", "results hold personal data and are not written into a folder that is published"),
        ("选择 handout、site、docs、content 之外的文件夹", "choose a folder outside handout, site, docs and content"),
    )  # fmt: skip


def foreign_files(path: str, names: Sequence[str]) -> Diagnostic:
    """RSP014: replacing the folder would delete somebody's files."""
    listed = ", ".join(names[:5])
    return whole_file(
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
