"""Fact choice: the sentence with its figure left blank; the options are values of the same kind and unit.

Options stand in their natural order, so the draw does not shuffle them; the rank of the key is chosen by a keyed hash.
Where there are not values enough below or above, the nearest rank there is takes its place: small figures would
otherwise be the smallest option too often.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.fact import Fact
from guizhang.model.item import ItemType, Option
from guizhang.model.quantity import magnitude
from guizhang.quiz.keyed import keyed_choice
from guizhang.quiz.models.made import TOO_FEW, Declined, Made, instead, item_id, item_of
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.sayings import asked, verdict

NAME = "fact-choice"
ASKS = Message("一个数值", "a figure")
_DISTRACTORS = 3
_FEWEST = 2


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every figure with at least two plausible wrong values."""
    for figure in rules.figures:
        values = _surrounded(figure.fact, rules.wrong_values(figure), item_id(NAME, figure.clause.address, figure.name))
        if values is None:
            yield Declined(figure.clause.address, TOO_FEW)
            continue
        wrong = instead(figure.said(figure.fact))
        yield item_of(
            figure.clause,
            NAME,
            figure.name,
            ItemType.SINGLE_CHOICE,
            difficulty=2,
            stem=asked(figure.clause, figure.sentence, "空白处应填：", " Which figure belongs in the blank?"),
            options=tuple(
                Option(text=figure.said(value), key=value is figure.fact, why=None if value is figure.fact else wrong)
                for value in sorted(values, key=lambda fact: magnitude(fact.quantity[0]))
            ),
            keep_order=True,
            rationale=verdict(figure.clause, figure.filled()),
        )


def _surrounded(key: Fact, wrong: tuple[list[Fact], list[Fact]], name: str) -> list[Fact] | None:
    """Return the key between distractors below and above it; ``None`` where there are too few."""
    lower, higher = wrong
    for wanted in range(_DISTRACTORS, _FEWEST - 1, -1):
        ranks = [rank for rank in range(wanted + 1) if rank <= len(lower) and wanted - rank <= len(higher)]
        if ranks:
            # Ladders have a foot and seldom a top: what could stand higher does so more often, and all ranks come out even.
            rank = keyed_choice([rank for rank in ranks for _ in range(rank + 1 + (rank == wanted))], "rank", name)
            return [*lower[:rank], key, *higher[: wanted - rank]]
    return None
