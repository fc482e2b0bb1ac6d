"""Fact choice: the sentence with its figure left blank; the options are values of the same kind and unit.

Options stand in their natural order, so the draw does not shuffle them. Of the ranks that the values below and above allow
the key takes the one that keys have had least: most figures stand near the foot of their ladder, and would else be the
smallest option too often, or the largest wherever they can.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.fact import Fact
from guizhang.model.item import ItemType, Option
from guizhang.model.quantity import magnitude
from guizhang.quiz.keyed import keyed_choice
from guizhang.quiz.material.made import TOO_FEW, Made, instead, item_id, item_of
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked, verdict

NAME = "fact-choice"
ASKS = Message("一个数值", "a figure")
_DISTRACTORS = 3
_FEWEST = 2


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every figure with at least two plausible wrong values."""
    yield from rules.refused_figures
    stood = Counter[tuple[int, int]]()
    for figure in rules.figures:
        name = item_id(NAME, figure.clause.address, figure.name)
        values = _surrounded(figure.fact, rules.wrong_values(figure), name, stood)
        if values is None:
            yield figure.declined(TOO_FEW)
            continue
        wrong = instead(figure.said(figure.fact))
        yield item_of(
            figure.clause,
            NAME,
            figure.name,
            ItemType.SINGLE_CHOICE,
            difficulty=2,
            stem=asked(figure.clause, figure.sentence, "空白处应填：", " What belongs in the blank?"),
            options=tuple(
                Option(text=figure.said(value), key=value is figure.fact, why=None if value is figure.fact else wrong)
                for value in sorted(values, key=lambda fact: magnitude(fact.quantity[0]))
            ),
            keep_order=True,
            rationale=verdict(figure.clause, figure.filled()),
        )


def _surrounded(
    key: Fact, wrong: tuple[list[Fact], list[Fact]], name: str, stood: Counter[tuple[int, int]]
) -> list[Fact] | None:
    """Return the key between distractors below and above it; ``None`` where there are too few.

    Args:
        key: The right value.
        wrong: Wrong ones below and above.
        name: Of the item.
        stood: How often keys have had each rank among so many wrong values; the one taken is counted.
    """
    lower, higher = wrong
    for wanted in range(_DISTRACTORS, _FEWEST - 1, -1):
        ranks = [rank for rank in range(wanted + 1) if rank <= len(lower) and wanted - rank <= len(higher)]
        if ranks:
            rarest = min(stood[wanted, rank] for rank in ranks)
            rank = keyed_choice([rank for rank in ranks if stood[wanted, rank] == rarest], "rank", name)
            stood[wanted, rank] += 1
            return [*lower[:rank], key, *higher[: wanted - rank]]
    return None
