"""Faults of corrections and of results that are to be graded again: COR002 to COR008."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from guizhang.diagnostics import Diagnostic, Message, Severity, Source, both, whole_file
from guizhang.tables.faults import at
from guizhang.tables.table import Place

ERROR = Severity.ERROR


def unknown_item(place: Source, field: str, item: str, known: Collection[str]) -> Diagnostic:
    """COR002: the exam, or the form that is named, has no such question."""
    near = get_close_matches(item, sorted(known), 1, 0.5)
    zh, en = (f"是否应为 {near[0]}？", f"did you mean {near[0]}? ") if near else ("", "")
    return at(
        Place(place, field), ERROR, "COR002",
        (f"试卷上没有题目 {item}", f"there is no question {item} on it"),
        (f"{zh}写报告里的题目编号", f"{en}write the question's id as the report prints it"),
    )  # fmt: skip


def unknown_form(place: Source, field: str, form: str, known: Collection[str]) -> Diagnostic:
    """COR003: the exam has no such form."""
    listed = ", ".join(sorted(known)[:12])
    return at(
        Place(place, field), ERROR, "COR003",
        (f"没有 {form} 卷", f"there is no form {form}"),
        (f"改成这场考试的卷别：{listed}；各卷都改就不写", f"write one of {listed}, or none to correct it on each"),
    )  # fmt: skip


def bad_key(place: Source, field: str, key: str, item: str) -> Diagnostic:
    """COR004: what is to count as right is no answer to the question."""
    return at(
        Place(place, field), ERROR, "COR004",
        (f"“{key}”不能是 {item} 的答案", f"“{key}” cannot be a key of {item}"),
        ("按作答的写法写：B；多选 ACD；判断 T 或 F；填空各处用 | 隔开；简答题没有答案，可用 credit_all 或 drop",
         "write it as one answers: B, ACD, T or F, gaps with | between them; a written answer has none: credit or drop it"),
    )  # fmt: skip


def unknown_number(place: Source, field: str, number: int) -> Diagnostic:
    """COR005: a revocation names no earlier correction."""
    return at(
        Place(place, field), ERROR, "COR005",
        (f"前面没有第 {number} 条更正", f"there is no correction {number} before this one"),
        ("写要撤销的更正的序号，用 guizhang results log 查看", "write the number of the one to revoke; guizhang results log lists them"),
    )  # fmt: skip


def out_of_reach(place: Source, field: str, form: str, cut: str, most: str) -> Diagnostic:
    """COR006: after this nobody could pass, or nothing is left to be graded."""
    return at(
        Place(place, field), ERROR, "COR006",
        (f"更正后 {form} 卷满分 {most} 分，及格线 {cut} 分，没有人能合格", f"form {form} would be worth {most} points with a cut of {cut}: nobody could pass"),
        ("改用 credit_all，或让及格线按比例变化（cut: share）", "credit everybody instead, or let the cut score keep its share (cut: share)"),
    )  # fmt: skip


def nothing_kept(path: str, reason: Message | str) -> Diagnostic:
    """COR007: the results folder does not say what was answered."""
    why = both(reason)
    return whole_file(
        path, "COR007",
        (f"读不出作答：{why.zh}", f"what was answered cannot be read: {why.en}"),
        ("先用 guizhang grade 和作答文件重新评分", "grade the response files once more with guizhang grade"),
    )  # fmt: skip


def other_exam(path: str, found: str, expected: str) -> Diagnostic:
    """COR008: the results are those of another exam."""
    return whole_file(
        path, "COR008",
        (f"这是考试 {found} 的成绩，不是 {expected} 的", f"these are results of exam {found}, not of {expected}"),
        ("换成这场考试的成绩文件夹", "choose the results folder of this exam"),
    )  # fmt: skip
