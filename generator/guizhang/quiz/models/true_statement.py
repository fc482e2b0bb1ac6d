"""True statement: one sentence of the rules among three that say something else than theirs do."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.quiz.models.made import Made
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.statements import Asked, statement_items

NAME = "true-statement"
ASKS = Message("独立成句、不太长的规定", "a short rule that stands by itself")
_ASKED = Asked(NAME, "下列说法中，符合{}规定的是：", "Which of these statements agrees with {}?", true_key=True)


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every clause that can stand beside three altered ones of its regulation."""
    yield from statement_items(rules, _ASKED)
