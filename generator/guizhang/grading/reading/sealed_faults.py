"""Faults of answer files from the exam page: SEA010 to SEA024."""

from __future__ import annotations

from guizhang.diagnostics import Diagnostic, Severity, Source, whole_file
from guizhang.tables.faults import at
from guizhang.tables.table import Place

NOTE, WARNING = Severity.NOTE, Severity.WARNING
_AGAIN = (
    "向考生要原来的文件，或让他从考试页面再存一次",
    "ask the candidate for the file as it was, or to save it from the exam page again",
)
_ASK = ("问清情况，再决定是否采用这份答卷", "find out what happened before you count these answers")


def no_key(path: str) -> Diagnostic:
    """SEA010: sealed answers and nothing to open them with."""
    return whole_file(
        path, "SEA010",
        ("答卷是封存的，没有给出私钥", "the answers are sealed, and no private key was given"),
        ("加上 --key private-key.pem", "add --key private-key.pem"),
    )  # fmt: skip


def not_sealed(path: str, reason: str, english: str = "") -> Diagnostic:
    """SEA011: cut short, or never written by the exam page."""
    return whole_file(
        path, "SEA011",
        (f"不是考试页面存下的答卷，或者不完整（{reason}）", f"this is no answer file of the exam page, or not all of it ({english or reason})"),
        _AGAIN,
    )  # fmt: skip


def other_key(path: str, kid: str) -> Diagnostic:
    """SEA012: sealed to another key."""
    return whole_file(
        path, "SEA012",
        (f"答卷是用另一把公钥封存的（{kid[:12]}…）", f"the answers are sealed to another key ({kid[:12]}…)"),
        ("用 --key 指定抽题时所用公钥对应的私钥", "name with --key the private half of the key the exam was drawn with"),
    )  # fmt: skip


def altered(path: str) -> Diagnostic:
    """SEA013: the seal is broken."""
    return whole_file(
        path, "SEA013",
        ("答卷封存后被改动或损坏，一个字也不采信", "the file was changed or damaged after it was sealed; nothing in it is believed"),
        _AGAIN,
    )  # fmt: skip


def no_submission(path: str, reason: str) -> Diagnostic:
    """SEA014: the seal holds, but the page would not have sealed this."""
    return whole_file(
        path, "SEA014",
        (f"封存的内容不是考试页面写出的（{reason}）", f"what is sealed was not written by the exam page ({reason})"),
        _ASK,
    )  # fmt: skip


def wrong_token(path: str) -> Diagnostic:
    """SEA015: no page of this exam has this token."""
    return whole_file(
        path, "SEA015",
        ("答卷的密记不属于这场考试的任何一份试卷", "the answers carry the token of none of this exam's pages"),
        _ASK,
    )  # fmt: skip


def other_sitting(path: str, what: tuple[str, str], found: str, expected: str) -> Diagnostic:
    """SEA016: the token is that of another candidate or form."""
    return whole_file(
        path, "SEA016",
        (f"密记与{what[0]}不符：写的是 {found}，这份试卷属于 {expected}",
         f"the {what[1]} does not belong to the token: {found} instead of {expected}"),
        _ASK,
    )  # fmt: skip


def unsealed(path: str) -> Diagnostic:
    """SEA017: whoever holds the page could have written this."""
    return at(
        Place(Source(path)), WARNING, "SEA017",
        ("答卷没有封存：浏览器不能加密，或者抽题时没有给出公钥；内容可能被改过",
         "the answers are not sealed: the browser could not, or the exam was drawn without a public key; they may have been changed"),
        _ASK,
    )  # fmt: skip


def edited(path: str) -> Diagnostic:
    """SEA018: unsealed, and the check value does not fit."""
    return whole_file(
        path, "SEA018",
        ("未封存的答卷被手工改过", "these unsealed answers were edited by hand"),
        _AGAIN,
    )  # fmt: skip


def too_late(path: str, used: int, limit: int, last: int) -> Diagnostic:
    """SEA019: past the limit and the extra minutes."""
    return at(
        Place(Source(path)), WARNING, "SEA019",
        (f"超过时限：{limit} 分钟的考试用了 {_minutes(used)}，最后一次改动在 {_minutes(last)}",
         f"past the time limit: {_minutes(used)} for an exam of {limit} minutes, the last change at {_minutes(last)}"),
        _ASK,
    )  # fmt: skip


def copy(path: str, first: str) -> Diagnostic:
    """SEA020: one submission handed in twice."""
    return at(
        Place(Source(path)), WARNING, "SEA020",
        (f"与 {first} 是同一次交卷，只算一次", f"this is the same submission as {first}; it counts once"),
        ("删去其中一个文件", "delete one of the two files"),
    )  # fmt: skip


def second(path: str, first: str) -> Diagnostic:
    """SEA021: somebody sat twice; the first one handed in counts."""
    return at(
        Place(Source(path)), WARNING, "SEA021",
        (f"这位考生又交了一次；算先交的 {first}", f"this candidate handed in twice; {first}, handed in first, counts"),
        ("问清情况；要改算这一份时，只交这个文件给 guizhang grade", "find out why; to count this one, give only this file to guizhang grade"),
    )  # fmt: skip


def forged(path: str, other: str) -> Diagnostic:
    """SEA022: one sitting, two contents: a page hands in once."""
    return whole_file(
        path, "SEA022",
        (f"与 {other} 是同一次作答，内容却不同；两份都不采用", f"this is the same sitting as {other} with other content; neither counts"),
        _ASK,
    )  # fmt: skip


def noted(path: str, what: tuple[str, str], *, grave: bool) -> Diagnostic:
    """SEA023, SEA024: what the page noted about the sitting."""
    if grave:
        return at(Place(Source(path)), WARNING, "SEA023", what, _ASK)
    return at(
        Place(Source(path)), NOTE, "SEA024", what,
        ("考前已告知考生会记录；不影响评分", "candidates were told that this is noted; it does not change the score"),
    )  # fmt: skip


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
