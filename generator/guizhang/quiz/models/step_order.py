"""Order of steps: a procedure whose rule says that its items follow each other."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel, Item, ItemType, Option
from guizhang.quiz.keyed import keyed_choice
from guizhang.quiz.material.lists.option_lists import RuleList
from guizhang.quiz.material.lists.steps import ordered_steps
from guizhang.quiz.material.made import Declined, Made, item_id, item_of, lower
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked
from guizhang.quiz.quoting.texts import escaped

NAME = "step-order"
ASKS = Message("写明先后顺序的步骤", "steps that the rule puts in order")
_RUN = 6
"""Steps that are put in order at a time where there are more than eight."""
_MANY = 8


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every procedure of four steps or more whose order does not show in their wording."""
    yield from (steps if isinstance(steps, Declined) else _item(steps) for steps in ordered_steps(rules.clauses))


def _item(steps: RuleList) -> Item:
    clause, where, asked_for = steps.clause, steps.clause.said_where, steps.items
    zh, en = "把各步排成正确的顺序。", " Put the steps in the right order."
    if len(asked_for) > _MANY:
        name = item_id(NAME, clause.address, steps.last)
        start = keyed_choice(range(len(asked_for) - _RUN + 1), "run", name)
        asked_for = asked_for[start : start + _RUN]
        zh = f"下面是其中前后相连的{_RUN}步，把它们排成正确的顺序。"
        en = f" Here are {_RUN} of them that follow on each other. Put them in the right order."
    return item_of(
        clause,
        NAME,
        steps.last,
        ItemType.ORDERING,
        also=steps.also,
        level=CognitiveLevel.UNDERSTAND,
        difficulty=2,
        stem=asked(clause, steps.lead, zh, en),
        options=tuple(Option(text=escaped(item)) for item in asked_for),
        rationale=clause.said(
            f"{where.zh}：" + "→".join(item.either("zh") for item in steps.items) + "。",
            f"{where.en}: " + " → ".join(lower(item.either("en")) for item in steps.items) + ".",
        ),
    )
