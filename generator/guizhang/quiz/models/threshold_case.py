"""Threshold case: four cases, each with a figure; the rule, its own figure left blank, has to be applied.

The options say which of the four the rule covers. One of them has the figure itself, where 以上 and 不满, at least
and less than, decide; the others are its neighbours. The options draw the line at three places, and nothing in their looks tells them apart, for the four
come in an order that says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.fact import Bound, Fact
from guizhang.model.item import CognitiveLevel, ItemType
from guizhang.model.quantity import magnitude
from guizhang.model.text import Text
from guizhang.quiz.clauses import BLANK
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.models.figures import Figure
from guizhang.quiz.models.made import TOO_FEW, Declined, Made, instead, item_id, item_of, options
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.sayings import asked, verdict

NAME = "threshold-case"
ASKS = Message("一个上限或者下限", "a figure that is a limit")
_NO_LIMIT = Message("数值不是上限或者下限", "the figure is no limit")
_UNCLEAR = Message("看不出数值限制的是什么", "it is not clear what the figure limits")
_CASES = 4
_CONDITION = re.compile(r"[^，；。]*的(?:，|$|。)")
# No answer within a week is none within a day either: there the figure does not divide the cases in two.
_NEGATED = re.compile(r"[^，；。]{0,12}(?:没有|未|不[^得超少低早晚]|无)")
_ORDINALS = (("第一种", "first"), ("第二种", "second"), ("第三种", "third"), ("第四种", "fourth"))


def make(rules: Rules) -> Iterator[Made]:
    """Yield a case for every figure that is a limit."""
    for figure in rules.figures:
        yield _item(figure)


def _item(figure: Figure) -> Made:
    clause, sentence = figure.clause, figure.sentence
    if figure.fact.bound not in (Bound.MAX, Bound.MIN):
        return Declined(clause.address, _NO_LIMIT)
    behind = sentence.either("zh").partition(BLANK)[2]
    if _NEGATED.match(behind) or sentence.either("zh").count(BLANK) != 1:
        return Declined(clause.address, _UNCLEAR)
    name = item_id(NAME, clause.address, figure.name)
    cases = _cases_of(figure, name)
    if cases is None:
        return Declined(clause.address, TOO_FEW)
    within = [_within(figure.fact, case) for case in cases]
    shown = keyed_order(cases, lambda case: case.value, "order", name)
    # A figure in the condition decides whether the rule applies: 脱岗满______的，记旷工一次.
    applies = _CONDITION.match(behind) is not None
    zh = "哪几种适用这一规定？" if applies else "哪几种符合这一规定？"
    en = "To which of them does the rule apply?" if applies else "Which of them keep to the rule?"
    said = [figure.said(case) for case in shown]
    low = within[0]
    sets = [cases[:n] if low else cases[n:] for n in range(1, _CASES)]
    key = next(chosen for chosen in sets if len(chosen) == sum(within))
    wrong = [chosen for chosen in sets if chosen is not key]
    return item_of(
        clause,
        NAME,
        figure.name,
        ItemType.SINGLE_CHOICE,
        level=CognitiveLevel.APPLY,
        difficulty=3,
        stem=asked(
            clause,
            sentence,
            f"四种实际情况依次是{'、'.join(text.either('zh') for text in said)}。{zh}",
            f" In four cases it was, in turn, {_listed([text.either('en') for text in said])}. {en}",
        ),
        options=options(
            _which(figure, key, shown),
            [_which(figure, chosen, shown) for chosen in wrong],
            instead(figure.said(figure.fact)),
        ),
        rationale=verdict(clause, figure.filled()),
    )


def _cases_of(figure: Figure, name: str) -> list[Fact] | None:
    """Return four figures in ascending order, the limit among them, and one to three of them within it."""
    lower, higher = figure.wrong_values
    under = figure.fact.bound is Bound.MAX
    usable = []
    for within in range(1, _CASES):
        same_side = within - figure.fact.inclusive
        below = same_side if under else _CASES - 1 - same_side
        if 0 <= below <= len(lower) and 0 <= _CASES - 1 - below <= len(higher):
            usable.append(below)
    if not usable:
        return None
    below = keyed_choice(usable, "within", name)
    return [*reversed(lower[:below]), figure.fact, *higher[: _CASES - 1 - below]]


def _which(figure: Figure, chosen: Sequence[Fact], shown: Sequence[Fact]) -> Text:
    """Return the cases of *chosen* in the order in which they are told."""
    at = [n for n, case in enumerate(shown) if case in chosen]
    zh, en = ([_ORDINALS[n][lang] for n in at] for lang in (0, 1))
    if len(at) == 1:
        return figure.clause.said(f"只有{zh[0]}", f"Only the {en[0]}")
    return figure.clause.said("、".join(zh[:-1]) + "和" + zh[-1], f"The {_listed(en)}")


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _within(limit: Fact, case: Fact) -> bool:
    here, there = magnitude(limit.quantity[0]), magnitude(case.quantity[0])
    if here == there:
        return limit.inclusive
    return there < here if limit.bound is Bound.MAX else there > here
