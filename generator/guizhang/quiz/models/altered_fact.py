"""Altered fact, true or false: the sentence as it stands, or with a neighbouring value in the figure's place."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.quiz.keyed import keyed_choice
from guizhang.quiz.material.made import TOO_FEW, Made, item_of
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked, verdict
from guizhang.quiz.material.statements.truths import FIGURES, altered_values, figure_name, true_as_shown

NAME = FIGURES
ASKS = Message("一个数值", "a figure")


def make(rules: Rules) -> Iterator[Made]:
    """Yield a statement for every figure that has a plausible wrong value."""
    yield from rules.refused_figures
    as_it_stands = true_as_shown(rules)
    for figure in rules.figures:
        wrong = altered_values(rules, figure)
        if not wrong:
            yield figure.declined(TOO_FEW)
            continue
        name = figure_name(figure)
        true = name in as_it_stands
        shown = figure.fact if true else keyed_choice(wrong, "value", name)
        yield item_of(
            figure.clause,
            NAME,
            figure.name,
            ItemType.TRUE_FALSE,
            difficulty=2,
            stem=asked(figure.clause, figure.filled(shown)),
            answer=true,
            rationale=verdict(figure.clause, figure.filled(), true),
        )
