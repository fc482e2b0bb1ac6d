"""Faults of the store of results: WHS001 to WHS012."""

from __future__ import annotations

from guizhang.diagnostics import Diagnostic, Message, Severity, both, whole_file

WARNING, NOTE = Severity.WARNING, Severity.NOTE
_QUERY = "SQL"


def unreadable(path: str, reason: Message | str, field: str = "") -> Diagnostic:
    """WHS001: a file is damaged, or no record or results."""
    why = both(reason)
    return whole_file(
        path, "WHS001",
        (f"读不了，没有计入：{why.zh}", f"cannot be read and is left out: {why.en}"),
        (
            "从备份恢复，或重新评分（guizhang grade）；不是考试文件就移走",
            "restore it, or grade again (guizhang grade); move it away if it is no file of an exam",
        ),
        field=field,
        severity=WARNING,
    )  # fmt: skip


def other_version(path: str, found: object, expected: int) -> Diagnostic:
    """WHS002: results of another version of the format."""
    return whole_file(
        path, "WHS002",
        (f"成绩文件的版本是 {found!r}，应为 {expected}，没有计入",
         f"results of format version {found!r} instead of {expected} are left out"),
        ("用现在的版本重新评分（guizhang grade）", "grade again with this version (guizhang grade)"),
        severity=WARNING,
    )  # fmt: skip


def no_exam(path: str, exam_id: str) -> Diagnostic:
    """WHS003: results whose exam is not there."""
    return whole_file(
        path, "WHS003",
        (f"文件夹里没有考试 {exam_id} 的记录，没有计入", f"the record of exam {exam_id} is not in the folder; the results are left out"),
        ("把这场考试的文件夹（含 secret/exam.json）也放进来", "put the folder of that exam (with secret/exam.json) here too"),
        severity=WARNING,
    )  # fmt: skip


def superseded(path: str, newer: str) -> Diagnostic:
    """WHS004: of two files about one exam the newer counts."""
    return whole_file(
        path, "WHS004",
        (f"同一场考试有更新的 {newer}，以那一份为准", f"{newer} is about the same exam and newer; it counts, this does not"),
        ("旧的一份可移出文件夹", "move the older one out of the folder"),
        severity=NOTE,
    )  # fmt: skip


def no_exams(path: str) -> Diagnostic:
    """WHS005: a folder without exams."""
    return whole_file(
        path, "WHS005",
        ("文件夹里没有考试记录", "there is no record of an exam in the folder"),
        ("指定 guizhang exam draw 和 guizhang grade 的文件夹所在的文件夹",
         "name the folder that holds those of guizhang exam draw and guizhang grade"),
    )  # fmt: skip


def not_a_question(kind: str) -> Diagnostic:
    """WHS006: the text is anything but one SELECT."""
    return whole_file(
        _QUERY, "WHS006",
        (f"只接受一条 SELECT 查询，这里是：{kind}", f"only one SELECT is taken; this is {kind}"),
        ("写一条 SELECT …；各表见 docs/results.md", "write one SELECT …; docs/results.md lists the tables"),
    )  # fmt: skip


def refused_query(reason: str) -> Diagnostic:
    """WHS007: the database does not understand the query, or does not run it."""
    return whole_file(
        _QUERY, "WHS007",
        (f"查询不能执行：{reason}", f"the query cannot be run: {reason}"),
        ("按提示改正；表名和列名见 docs/results.md", "correct it; docs/results.md lists tables and columns"),
    )  # fmt: skip


def too_long(seconds: float) -> Diagnostic:
    """WHS008: the query was stopped."""
    return whole_file(
        _QUERY, "WHS008",
        (f"查询超过 {seconds:g} 秒，已停止", f"the query ran for more than {seconds:g} s and was stopped"),
        ("缩小查询范围，或用 --seconds 放宽", "ask for less, or allow more with --seconds"),
    )  # fmt: skip


def cut_short(limit: int) -> Diagnostic:
    """WHS009: there are more rows than are shown."""
    return whole_file(
        _QUERY, "WHS009",
        (f"只列出前 {limit:,} 行，后面还有", f"only the first {limit:,} rows are listed; there are more"),
        ("用 --rows 放宽，或在查询里汇总", "allow more with --rows, or sum up in the query"),
        severity=NOTE,
    )  # fmt: skip


def no_engine(url: str, reason: str) -> Diagnostic:
    """WHS010: the other engine cannot be reached or used."""
    return whole_file(
        url, "WHS010",
        (f"用不了这个数据库：{reason}", f"this engine cannot be used: {reason}"),
        (
            "地址写 postgres://用户@主机/库 或 spark:local[*]；需要 pip install 'guizhang[warehouse]'",
            "write postgres://user@host/database or spark:local[*]; it takes pip install 'guizhang[warehouse]'",
        ),
    )  # fmt: skip


def broken_key(path: str, reason: str) -> Diagnostic:
    """WHS011: the key of the pseudonyms will not do."""
    return whole_file(
        path, "WHS011",
        (f"不能作化名密钥：{reason}", f"this is no key for pseudonyms: {reason}"),
        ("指定先前生成的密钥文件，或一个还不存在的文件名（会生成）", "name a key file made before, or a name where none stands yet (it is made)"),
    )  # fmt: skip


def out_of_step(path: str, reason: str) -> Diagnostic:
    """WHS012: results that do not belong to the record as it is now."""
    return whole_file(
        path, "WHS012",
        (f"成绩与考试记录对不上，没有计入：{reason}", f"results and record do not agree, and the results are left out: {reason}"),
        ("用这场考试现在的文件夹重新评分", "grade again by the exam's folder as it is now"),
        severity=WARNING,
    )  # fmt: skip
