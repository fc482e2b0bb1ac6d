"""Fact choice: the sentence with its figure left blank; the options are values of the same kind and unit.

Options stand in their natural order, so the draw does not shuffle them; the rank of the key is chosen by a keyed hash.
Where there are not values enough below or above, the nearest rank there is takes its place: small figures would
otherwise be the smallest option too often.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item, ItemType, Option
from guizhang.model.text import Text
from guizhang.quiz.clauses import escaped
from guizhang.quiz.keyed import keyed_choice
from guizhang.quiz.models.figures import Figure, figures
from guizhang.quiz.models.made import cited, item_id, themes_of

NAME = "fact-choice"
_DISTRACTORS = 3
_FEWEST = 2


def make(handbook: Handbook) -> Iterator[Item]:
    """Yield an item for every figure with at least two plausible wrong values."""
    for figure in figures(handbook):
        item = _item(figure)
        if item is not None:
            yield item


def _item(figure: Figure) -> Item | None:
    name = item_id(NAME, figure.clause.address, figure.name)
    values = _surrounded(figure, name)
    sentence, answer = figure.blanked(), figure.filled()
    if values is None or sentence is None or answer is None:
        return None
    where = figure.clause.said_where()
    return Item(
        id=name,
        type=ItemType.SINGLE_CHOICE,
        model=NAME,
        cites=cited(figure.handbook, figure.clause.address, figure.stated()),
        states=figure.stated(),
        themes=themes_of(figure.clause),
        applies_to=figure.clause.place.applies_to,
        difficulty=2,
        stem=escaped(
            Text(
                zh=f"{where.zh}规定：“{sentence.zh}”空白处应填：",
                en=f"{where.en}: “{sentence.en}” Which figure belongs in the blank?",
            )
        ),
        options=tuple(
            Option(text=Text(zh=figure.printed(value, "zh"), en=figure.printed(value, "en")), key=value is figure.fact)
            for value in values
        ),
        keep_order=True,
        rationale=escaped(Text(zh=f"{where.zh}：“{answer.zh}”", en=f"{where.en}: “{answer.en}”")),
    )


def _surrounded(figure: Figure, name: str) -> list[Fact] | None:
    """Return the key among its distractors in natural order; ``None`` where there are too few."""
    lower, higher = figure.wrong_values
    for wanted in range(_DISTRACTORS, _FEWEST - 1, -1):
        ranks = [rank for rank in range(wanted + 1) if rank <= len(lower) and wanted - rank <= len(higher)]
        if ranks:
            wished = keyed_choice(range(wanted + 1), "rank", name)
            rank = min(ranks, key=lambda r: abs(r - wished))
            return [*reversed(lower[:rank]), figure.fact, *higher[: wanted - rank]]
    return None
