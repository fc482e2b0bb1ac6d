"""Faults of single answers and points in a response file: RSP033 to RSP039, RSP042, RSP043, RSP050."""

from __future__ import annotations

from decimal import Decimal

from guizhang.diagnostics import Diagnostic, Severity
from guizhang.tables.faults import at
from guizhang.tables.table import Place

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


def unknown_option(place: Place, answer: str, unknown: str, last: str) -> Diagnostic:
    """RSP033: the question has no such option."""
    return at(
        place, ERROR, "RSP033",
        (f"作答“{answer}”里的“{unknown}”不是选项，本题选项是 A 至 {last}",
         f"“{unknown}” in the answer “{answer}” is no option; the question has A to {last}"),
        ("照答题纸改正；未答请留空", "correct it from the paper; leave the cell empty if there is no answer"),
    )  # fmt: skip


def illegible(place: Place, answer: str) -> Diagnostic:
    """RSP050: whoever typed the answers in could not read one."""
    return at(
        place, WARNING, "RSP050",
        (f"“{answer}”：看不清的作答，按未答计，不得分也不倒扣", f"“{answer}”: an answer nobody could read counts as blank; it earns and costs nothing"),
        ("看得清时改成答案；看不清又要按错误计的，填一个错误选项", "type the answer where it can be read; to have it count as wrong, type a wrong one"),
    )  # fmt: skip


def not_true_false(place: Place, answer: str) -> Diagnostic:
    """RSP034: neither true nor false."""
    return at(
        place, ERROR, "RSP034",
        (f"“{answer}”不是判断题的作答", f"“{answer}” is no answer to a true/false question"),
        ("写 对 或 错（√ × T F 也可以）；未答请留空", "write T or F (√ × 对 错 will do); leave the cell empty if there is no answer"),
    )  # fmt: skip


def over_answered(place: Place, answer: str) -> Diagnostic:
    """RSP035: two answers where one was asked."""
    return at(
        place, NOTE, "RSP035",
        (f"只能答一个，却写了“{answer}”，按错误计", f"one answer was asked, “{answer}” was given; it counts as wrong"),
        ("若是录入错误，请照答题纸改正", "correct it from the paper if it was mistyped"),
    )  # fmt: skip


def too_many_parts(place: Place, answer: str, parts: str) -> Diagnostic:
    """RSP043: an answer in parts names more parts than the question has, or one of them twice."""
    return at(
        place, WARNING, "RSP043",
        (f"本题只有 {parts} 处要答，“{answer}”对不上，按错误计",
         f"the question asks for {parts} parts, “{answer}” does not fit them; it counts as wrong"),
        ("填空用分号隔开，配对按左栏顺序写字母；照答题纸改正",
         "semicolons between gaps, letters in the order of the left side; correct it from the paper"),
    )  # fmt: skip


def not_a_number(place: Place, answer: str, unit: str) -> Diagnostic:
    """RSP036: a numeric answer that cannot be read as a number in the question's unit."""
    zh, en = (f"（单位：{unit}）", f" (in {unit})") if unit else ("", "")
    return at(
        place, WARNING, "RSP036",
        (f"“{answer}”读不成数{zh}，按错误计", f"“{answer}” cannot be read as a number{en}; it counts as wrong"),
        ("若意思相同，请改写成数字", "write it as a figure if it means the right thing"),
    )  # fmt: skip


def bad_points(place: Place, text: str) -> Diagnostic:
    """RSP037: points that are no number from 0 up."""
    return at(
        place, ERROR, "RSP037",
        (f"“{text}”不是分数", f"“{text}” is no number of points"),
        ("写 0 或正数，例如 3 或 2.5", "write 0 or a positive number, such as 3 or 2.5"),
    )  # fmt: skip


def too_many_points(place: Place, points: Decimal, most: Decimal) -> Diagnostic:
    """RSP038: more than the question is worth."""
    return at(
        place, ERROR, "RSP038",
        (f"给了 {points} 分，满分是 {most} 分", f"{points} points were given, {most} is the maximum"),
        ("改正分数", "correct the points"),
    )  # fmt: skip


def points_for_keyed_item(place: Place, number: int) -> Diagnostic:
    """RSP039: points typed for a question that its key decides."""
    return at(
        place, ERROR, "RSP039",
        (f"第 {number} 题按答案评分，不能另给分", f"question {number} is scored by its key and takes no points by hand"),
        ("删去这个分数；要改评分请改答案后重评", "delete the points; to change the marking, change the key and grade again"),
    )  # fmt: skip


def looks_like_points(place: Place, number: int, text: str) -> Diagnostic:
    """RSP042: a bare figure as the text of a written answer is most likely its points."""
    return at(
        place, WARNING, "RSP042",
        (f"简答题第 {number} 题只有数字“{text}”，当作作答而不是得分，仍为未评",
         f"the written answer {number} is the bare figure “{text}”; read as an answer, not as points, it stays unmarked"),
        (f"若是得分：每人一行的，把这一列的表头改成“{number} 得分”；每答一行的，题号写“{number} 得分”，或另加一列“得分”",
         f"if it is the points, head the column “{number} points”; with one answer a row, write “{number} points” as the question, or add a column “Points”"),
    )  # fmt: skip
