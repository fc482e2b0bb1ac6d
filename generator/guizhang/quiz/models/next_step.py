"""Next step: what follows on a step of a procedure; the options are the other steps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel, Item, ItemType
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.material.lists.option_lists import RuleList
from guizhang.quiz.material.lists.steps import opens, ordered_steps
from guizhang.quiz.material.made import (
    BETRAYS,
    TOO_FEW,
    Declined,
    Made,
    betrays_itself,
    item_id,
    item_of,
    lower,
    options,
)
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked
from guizhang.quiz.quoting.texts import inner

NAME = "next-step"
ASKS = Message("写明先后顺序的步骤（四步以上）", "steps that the rule puts in order, four or more")
_FEWEST = 4
_DISTRACTORS = 3
_ITEMS = 2
# 6 a.m. keeps its stop before a question mark.
_STOP = re.compile(r"(?<!\.m)\.$")


def make(rules: Rules) -> Iterator[Made]:
    """Yield two items for every procedure of four steps or more."""
    for steps in ordered_steps(rules.clauses):
        if isinstance(steps, Declined):
            yield steps
        elif len(steps.items) < _FEWEST:
            yield steps.declined(TOO_FEW)
        else:
            # Where most others come earlier, what is left is the answer; as many that come later have to be among the options.
            befores = keyed_order(
                [n for n in range(len(steps.items) // 2) if not opens(steps.items[n])],
                str,
                "step",
                item_id(NAME, steps.clause.address, steps.last),
            )
            made = [_item(steps, before) for before in befores]
            items = [item for item in made if isinstance(item, Item)][:_ITEMS]
            yield from sorted(items, key=lambda item: item.id) or made[:1]


def _item(steps: RuleList, before: int) -> Made:
    clause, where, items = steps.clause, steps.clause.said_where, steps.items
    last = f"{steps.last}-{before + 1}"
    key, behind = items[before + 1], [t for i, t in enumerate(items) if i not in (before, before + 1)]
    name = item_id(NAME, clause.address, last)
    wrong = keyed_order(behind, lambda t: t.either("zh"), "distractor", name)[:_DISTRACTORS]
    if betrays_itself(key, wrong):
        return steps.declined(BETRAYS)
    step = items[before]
    return item_of(
        clause,
        NAME,
        last,
        ItemType.SINGLE_CHOICE,
        also=steps.also,
        level=CognitiveLevel.UNDERSTAND,
        difficulty=3,
        stem=asked(
            clause,
            steps.lead,
            f"“{inner(step.either('zh'))}”之后，紧接着做什么？",
            f" What comes right after “{_STOP.sub('', lower(inner(step.either('en'))))}”?",
        ),
        options=options(key, wrong),
        rationale=clause.said(
            f"{where.zh}：" + "→".join(item.either("zh") for item in items) + "。",
            f"{where.en}: " + " → ".join(lower(item.either("en")) for item in items) + ".",
        ),
    )
