"""What the scoring policy gives for an answer, worked out once at the draw: formulas count and look up.

So the workbook and grading share one implementation of every rule, with its rounding, its bounds and what wrong answers
cost.
"""

from __future__ import annotations

from decimal import Decimal

from guizhang.exam.words import plain
from guizhang.exam.workbook.keys import GAP
from guizhang.model.drawn_item import LETTERS, DrawnItem
from guizhang.model.item import ItemType
from guizhang.model.scoring import (
    ONE,
    ZERO,
    MultipleRule,
    OrderingRule,
    ScoringPolicy,
    multiple_choice_share,
    ordering_share,
    parts_share,
)

HITS = ";"
"""Stands between the points for so many right ticks; `GAP` between those for so many wrong ones."""


def counts_ticks(policy: ScoringPolicy) -> bool:
    """Tell whether a multiple-choice answer may earn anything but all or nothing."""
    return policy.multiple is not MultipleRule.ALL_OR_NOTHING


def counts_steps(policy: ScoringPolicy) -> bool:
    """Tell whether an order may earn anything but all or nothing."""
    return policy.ordering is not OrderingRule.EXACT


def scores(item: DrawnItem, policy: ScoringPolicy) -> str | Decimal | None:
    """Return the points an answer earns by what is counted in it, or the points of a wrong answer.

    By right and wrong ticks (``0|0;1.5|0;3|0``), by steps in their order or by pairs (``0|1|2|3``); as a number, what a
    wrong answer earns where it costs something.
    """
    match item.type:
        case ItemType.MULTIPLE_CHOICE if counts_ticks(policy):
            return _by_ticks(item, policy)
        case ItemType.SINGLE_CHOICE | ItemType.TRUE_FALSE | ItemType.MULTIPLE_CHOICE:
            return policy.points(-policy.cost(item.type, len(item.options)), item.points) or None
        case ItemType.ORDERING if counts_steps(policy):
            shares = (ordering_share(policy.ordering, item.key, item.key[:count]) for count in _steps(item, policy))
            return GAP.join(plain(policy.points(share, item.points)) for share in shares)
        case ItemType.MATCHING:
            pairs = len(item.key)
            shares = (
                parts_share(policy.matching, [n < right for n in range(pairs)], [ONE] * pairs)
                for right in range(pairs + 1)
            )
            return GAP.join(plain(policy.points(share, item.points)) for share in shares)
        case _:
            return None


def _steps(item: DrawnItem, policy: ScoringPolicy) -> range:
    """Return how many of the first steps of the key hold 0, 1, 2, … of what the rule counts."""
    return range(1, len(item.key) + 1) if policy.ordering is OrderingRule.ADJACENT_PAIRS else range(len(item.key) + 1)


def _by_ticks(item: DrawnItem, policy: ScoringPolicy) -> str:
    letters = LETTERS[: len(item.options)]
    wrong = [letter for letter in letters if letter not in item.key]
    cost = policy.cost(item.type, len(item.options))

    def points(hits: int, false_ticks: int) -> Decimal:
        ticked = [*item.key[:hits], *wrong[:false_ticks]]
        if not ticked:
            return ZERO
        share = multiple_choice_share(
            policy.multiple, item.key, ticked, len(letters), missed_share=policy.missed_share, cost=cost
        )
        return policy.points(share, item.points)

    return HITS.join(
        GAP.join(plain(points(hits, false_ticks)) for false_ticks in range(len(wrong) + 1))
        for hits in range(len(item.key) + 1)
    )
