"""Faults of folders whose personal data are to go: PUR001 to PUR005."""

from __future__ import annotations

from guizhang.diagnostics import Diagnostic, Severity, whole_file


def no_exams(path: str) -> Diagnostic:
    """PUR001: the folder is no exam's and holds none."""
    return whole_file(
        path, "PUR001",
        ("里面没有考试，什么都没有删", "there is no exam in it; nothing was removed"),
        ("给出放考试文件夹的文件夹", "give the folder that holds the exams"),
    )  # fmt: skip


def exam_elsewhere(path: str) -> Diagnostic:
    """PUR002: results without their exam, so that there is no log to write it in."""
    return whole_file(
        path, "PUR002",
        ("这些成绩的考试不在这个文件夹里，没有处理", "the exam of these results is not in the folder; they were left alone"),
        ("给出同时放着考试和成绩的文件夹", "give a folder that holds the exam and its results"),
        severity=Severity.WARNING,
    )  # fmt: skip


def results_elsewhere(path: str) -> Diagnostic:
    """PUR003: the exam was graded, and its results stand somewhere else."""
    return whole_file(
        path, "PUR003",
        ("这场考试评过分，但成绩不在这个文件夹里，仍保留着个人信息",
         "this exam was graded, but its results are not in the folder: personal data stay there"),
        ("把成绩文件夹移进来再运行一次，或手工删除", "move the results folder in and run it again, or delete that by hand"),
        severity=Severity.WARNING,
    )  # fmt: skip


def mixed(path: str, other: str) -> Diagnostic:
    """PUR004: another exam lies inside, whose time may not be over."""
    return whole_file(
        path, "PUR004",
        (f"里面还放着另一场考试（{other}），没有处理", f"another exam lies inside it ({other}); nothing of it was removed"),
        ("把两场考试分开放", "keep the two apart"),
    )  # fmt: skip


def damaged(path: str, reason: str) -> Diagnostic:
    """PUR005: results that cannot be read, so that nobody can tell whose they are."""
    return whole_file(
        path, "PUR005",
        (f"读不出：{reason}", f"it cannot be read: {reason}"),
        ("从备份取回，或手工删除这个文件夹", "take it back from a copy, or delete the folder by hand"),
    )  # fmt: skip
