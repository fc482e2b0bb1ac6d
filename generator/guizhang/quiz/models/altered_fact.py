"""Altered fact, true or false: the sentence as it stands, or with a neighbouring value in the figure's place."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.handbook import Handbook
from guizhang.model.item import Item, ItemType
from guizhang.model.text import Text
from guizhang.quiz.clauses import escaped
from guizhang.quiz.keyed import keyed_choice
from guizhang.quiz.models.figures import Figure, figures
from guizhang.quiz.models.made import cited, item_id, themes_of

NAME = "altered-fact"


def make(handbook: Handbook) -> Iterator[Item]:
    """Yield a statement for every figure that has a plausible wrong value."""
    for figure in figures(handbook):
        item = _item(figure)
        if item is not None:
            yield item


def _item(figure: Figure) -> Item | None:
    lower, higher = figure.wrong_values
    wrong = [*lower[:2], *higher[:2]]
    if len(wrong) < 2:
        return None
    name = item_id(NAME, figure.clause.address, figure.name)
    true = keyed_choice((True, False), "truth", name)
    shown = figure.fact if true else keyed_choice(wrong, "value", name)
    statement, answer = figure.filled(shown), figure.filled()
    if statement is None or answer is None:
        return None
    where = figure.clause.said_where()
    verdict = ("原文如此", "So it says") if true else ("原文是", "It says")
    return Item(
        id=name,
        type=ItemType.TRUE_FALSE,
        model=NAME,
        cites=cited(figure.handbook, figure.clause.address, figure.stated()),
        states=figure.stated(),
        themes=themes_of(figure.clause),
        applies_to=figure.clause.place.applies_to,
        difficulty=2,
        stem=escaped(
            Text(zh=f"{where.zh}规定：“{statement.zh}”", en=f"{where.en} says: “{statement.en}”"),
        ),
        answer=true,
        rationale=escaped(
            Text(
                zh=f"{verdict[0]}：“{answer.zh}”（{where.zh}）",
                en=f"{verdict[1]}: “{answer.en}” ({where.en})",
            )
        ),
    )
