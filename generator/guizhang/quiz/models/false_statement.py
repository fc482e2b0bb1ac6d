"""False statement: one altered sentence of the rules among three as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.quiz.models.made import Made
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.statements import Asked, statement_items

NAME = "false-statement"
ASKS = Message("独立成句、改一个词就不对的规定", "a short rule that one changed word makes wrong")
_ASKED = Asked(
    NAME, "下列说法中，【不】符合{}规定的是：", "Which of these statements does NOT agree with {}?", true_key=False
)


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every clause that can be altered and stand beside three of its regulation."""
    yield from statement_items(rules, _ASKED)
