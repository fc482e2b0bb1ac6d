"""Numeric entry: the sentence with the number of its figure left blank, its unit printed in place."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item, ItemType, Numeric
from guizhang.model.quantity import Duration, Number
from guizhang.model.text import Text
from guizhang.quiz.clauses import escaped
from guizhang.quiz.models.figures import Figure, figures, number_blank, unit_words
from guizhang.quiz.models.made import cited, item_id, themes_of

NAME = "fact-numeric"


def make(handbook: Handbook) -> Iterator[Item]:
    """Yield an item for every figure that is a single number with a unit."""
    for figure in figures(handbook):
        item = _item(figure)
        if item is not None:
            yield item


def _item(figure: Figure) -> Item | None:
    number, blank, answer = _number(figure.fact), number_blank(figure), figure.filled()
    if number is None or blank is None or answer is None:
        return None
    sentence = figure.number_blanked(blank)
    if sentence is None:
        return None
    where = figure.clause.said_where()
    return Item(
        id=item_id(NAME, figure.clause.address, figure.name),
        type=ItemType.NUMERIC,
        model=NAME,
        cites=cited(figure.handbook, figure.clause.address, figure.stated()),
        states=figure.stated(),
        themes=themes_of(figure.clause),
        applies_to=figure.clause.place.applies_to,
        difficulty=3,
        stem=escaped(
            Text(
                zh=f"{where.zh}规定：“{sentence.zh}”写出空白处的数字。",
                en=f"{where.en}: “{sentence.en}” Write the number that belongs in the blank.",
            )
        ),
        numeric=Numeric(value=number, unit=unit_words(blank)),
        rationale=escaped(Text(zh=f"{where.zh}：“{answer.zh}”", en=f"{where.en}: “{answer.en}”")),
    )


def _number(fact: Fact) -> Decimal | None:
    """Return the one number of a figure; ``None`` for ranges, times, dates and 1 year 6 months."""
    low, high = fact.quantity
    if high is not None:
        return None
    match low:
        case Number():
            return low.value
        case Duration() if len(low.parts) == 1:
            return low.parts[0][1]
        case _:
            return None
