"""Correction: a rule passed on with one detail exchanged, which has to be found and put right in writing.

Unlike true or false it cannot be guessed: half of the marks are for what the rule says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel
from guizhang.model.text import Text
from guizhang.quiz.keyed import keyed_choice
from guizhang.quiz.material.contrasts.mending import mended_alone
from guizhang.quiz.material.lists.written import written_item
from guizhang.quiz.material.made import Declined, Made, item_id
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import verdict
from guizhang.quiz.material.spots import Spot
from guizhang.quiz.quoting.clauses import Clause

NAME = "correction"
QUOTES = True
ASKS = Message(
    "看了规定才知道的细节（数值、责任人、方式）",
    "a detail one has to have read: a figure, who, in what way",
)

_TWO_WAYS = Message(
    "换上的每一种说法，同一条别处或者同一句里也有，改哪一处都对",
    "whatever could be put in stands elsewhere in its article or sentence too, so that it could be put right in two places",
)


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every clause with such a detail that another could stand in the place of."""
    yield from rules.refused_details
    for clause, spots in rules.details.items():
        name = item_id(NAME, clause.address, str(clause.ordinal))
        usable = [(spot, alone[0]) for spot in map(partial(_at_one_end, rules), spots) if (alone := mended_alone(spot))]
        if not usable:
            yield Declined(clause.address, _TWO_WAYS, clause.shown)
            continue
        spot, wrong = keyed_choice(usable, "spot", name)
        yield written_item(
            clause,
            NAME,
            str(clause.ordinal),
            stem=_stem(clause, spot.filled(wrong)),
            points=_points(clause, spot, wrong),
            rationale=verdict(clause, spot.filled(spot.true)),
            level=CognitiveLevel.UNDERSTAND,
        )


def _at_one_end(rules: Rules, spot: Spot) -> Spot:
    """Return *spot* with ranges that differ from the right one at one end: one detail is wrong, and not two figures."""
    figure = rules.range_at(spot)
    if figure is None:
        return spot
    values = (value for side in rules.believable(figure) for fact in side for value in figure.at_one_end(fact))
    return replace(spot, wrong=tuple(dict.fromkeys(figure.said(value) for value in values)))


def _stem(clause: Clause, altered: Text) -> Text:
    where = clause.said_where
    return clause.said(
        f"同事这样转述{where.zh}：“{altered.zh}”其中有一处与规定不符。写出是哪一处，应当改成什么。",
        f"A colleague recalls {where.en} like this: “{altered.en}” One detail is not what the rule says. "
        "Write down which, and what it should be.",
    )


def _points(clause: Clause, spot: Spot, wrong: Text) -> tuple[Text, Text]:
    return (
        clause.said(f"指出“{wrong.zh}”不对", f"Points out that “{wrong.en}” is wrong"),
        clause.said(f"改成“{spot.true.zh}”", f"Puts “{spot.true.en}” in its place"),
    )
