"""Threshold case: what happened is given as a figure, and the rule, its own figure left blank, has to be applied to it.

Most of the cases lie on the figure itself or right beside it, where 以上 and 不满, at least and less than, decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.fact import Bound, Fact
from guizhang.model.item import CognitiveLevel, ItemType
from guizhang.model.quantity import magnitude
from guizhang.quiz.clauses import BLANK
from guizhang.quiz.keyed import keyed_choice
from guizhang.quiz.models.made import TOO_FEW, Declined, Made, item_id, item_of
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.sayings import asked, verdict

NAME = "threshold-case"
ASKS = Message("一个上限或者下限", "a figure that is a limit")
_NO_LIMIT = Message("数值不是上限或者下限", "the figure is no limit")
_CONDITION = re.compile(r"[^，；。]*的，")


def make(rules: Rules) -> Iterator[Made]:
    """Yield a case for every figure that is a limit."""
    for figure in rules.figures:
        if figure.fact.bound not in (Bound.MAX, Bound.MIN):
            yield Declined(figure.clause.address, _NO_LIMIT)
            continue
        lower, higher = figure.wrong_values
        if not lower or not higher:
            yield Declined(figure.clause.address, TOO_FEW)
            continue
        name = item_id(NAME, figure.clause.address, figure.name)
        # Whether it is within is chosen first, so that neither answer is the likelier one.
        cases = (lower[0], figure.fact, higher[0], keyed_choice((lower[-1], higher[-1]), "far", name))
        wished = keyed_choice((True, False), "within", name)
        case = keyed_choice([case for case in cases if _within(figure.fact, case) is wished], name)
        within = _within(figure.fact, case)
        said = figure.said(case)
        # A figure in the condition decides whether the rule applies: 脱岗满______的，记旷工一次.
        applies = _CONDITION.match(figure.sentence.either("zh").partition(BLANK)[2]) is not None
        zh = "适用这一规定" if applies else "符合这一规定"
        en = "the rule applies" if applies else "that is within the rule"
        yield item_of(
            figure.clause,
            NAME,
            figure.name,
            ItemType.TRUE_FALSE,
            level=CognitiveLevel.APPLY,
            difficulty=3,
            stem=asked(
                figure.clause, figure.sentence, f"某次实际是{said.zh}，{zh}。", f" In one case it was {said.en}: {en}."
            ),
            answer=within,
            rationale=verdict(figure.clause, figure.filled()),
        )


def _within(limit: Fact, case: Fact) -> bool:
    here, there = magnitude(limit.quantity[0]), magnitude(case.quantity[0])
    if here == there:
        return limit.inclusive
    return there < here if limit.bound is Bound.MAX else there > here
