"""Answers in a table of a Word file: a row of numbers above a row of answers, 题号 1 2 3 and 答案 A C B."""

from __future__ import annotations

from guizhang.exchange import words
from guizhang.tables.table import Table

_NUMBERS = frozenset("题号 题目 序号 no number question questions".split())
_ANSWERS = frozenset("答案 参考答案 正确答案 标准答案 answer answers key keys".split())


def key_of(table: Table) -> str:
    """Return the answers of a table as a line that a key may have: ``1. A  2. C``; empty where it holds none."""
    said: list[str] = []
    for above, below in zip(table.rows, table.rows[1:], strict=False):
        if words.folded(above.text(0)) in _NUMBERS and words.folded(below.text(0)) in _ANSWERS:
            pairs = [(number, below.text(at)) for at, number in enumerate(above.texts) if at and number.isdigit()]
            said += [f"{number}. {answer}" for number, answer in pairs if answer]
    return "  ".join(said)
