"""Numeric entry: the sentence with the number of its figure left blank, its unit printed in place."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import ItemType, Numeric
from guizhang.quiz.material.figures.figure import number_of
from guizhang.quiz.material.figures.number_blanks import number_blank, unit_words
from guizhang.quiz.material.made import Made, item_of
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked, verdict
from guizhang.quiz.material.spots import fill

NAME = "fact-numeric"
ASKS = Message("一个带单位的数字", "a number with its unit")


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every figure that is a single number with a unit."""
    yield from rules.refused_figures
    for figure in rules.figures:
        number, blank = number_of(figure.fact), number_blank(figure)
        if isinstance(blank, Message):
            yield figure.declined(blank)
            continue
        assert number is not None
        yield item_of(
            figure.clause,
            NAME,
            figure.name,
            ItemType.NUMERIC,
            difficulty=3,
            stem=asked(
                figure.clause,
                fill(figure.sentence, blank),
                "写出空白处的数字。",
                " Write the number that belongs in the blank.",
            ),
            numeric=Numeric(value=number, unit=unit_words(blank, figure.clause.langs)),
            rationale=verdict(figure.clause, figure.filled()),
        )
