"""The distractor table: who chose which option, and how they did on the rest of the paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from guizhang.grading.analysis.psychometrics import NO_SPREAD, deviation, mean
from guizhang.model.drawn_item import LETTERS, DrawnItem
from guizhang.model.item import ItemType

_MOST_ANSWERS = 6
"""Answers listed for an item that has no options; the rest are one slip each."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One option, or one answer people gave to a numeric item."""

    label: str
    """Letter on the first form that has the item; ``T``, ``F`` or the number."""
    key: bool
    """Whether it is right, or one of the right ones."""
    n: int
    share: float
    """Of everybody who was asked, 0..1."""
    upper: float
    """Share of the upper group that chose it, 0..1."""
    lower: float
    rest: float | None
    """Correlation of choosing it with the rest of the test; ``None`` where everybody or nobody did."""


def choices(
    item: DrawnItem, answers: Sequence[str], rests: Sequence[float], upper: Sequence[float], lower: Sequence[float]
) -> Iterator[Choice]:
    """Yield the rows of the distractor table.

    Args:
        item: The item on the first form that has it.
        answers: What each person gave, in the letters of that form; ``""`` is blank.
        rests: Their shares of the points of the rest of the paper.
        upper: Their weights in the upper group, 0..1.
        lower: Those in the lower group.
    """
    n = len(answers)
    middle, spread = mean(rests), deviation(rests)
    # Of everybody who gave the same answer: how many, the sum of their rests, and their weight in the two groups.
    sums: dict[str, list[float]] = {}
    for given, rest, high, low in zip(answers, rests, upper, lower, strict=True):
        row = sums.get(given)
        if row is None:
            row = sums[given] = [0, 0.0, 0.0, 0.0]
        row[0] += 1
        row[1] += rest
        row[2] += high
        row[3] += low
    several = item.type is ItemType.MULTIPLE_CHOICE
    for label in _labels(item, answers):
        rows = [row for given, row in sums.items() if (label in given if several else label == given)]
        count, rest, high, low = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0.0, 0.0, 0.0)
        share = count / n
        # The point-biserial correlation: (mean of those who chose it - mean) / s · √(p / (1 - p)).
        defined = 0 < share < 1 and spread > NO_SPREAD
        yield Choice(
            label=label,
            key=any(label in key for key in item.keys),
            n=int(count),
            share=share,
            upper=high / sum(upper),
            lower=low / sum(lower),
            rest=(rest / count - middle) / spread * sqrt(share / (1 - share)) if defined else None,
        )


def _labels(item: DrawnItem, given: Sequence[str]) -> Sequence[str]:
    match item.type:
        case ItemType.SINGLE_CHOICE | ItemType.MULTIPLE_CHOICE:
            return LETTERS[: len(item.options)]
        case ItemType.TRUE_FALSE:
            return "TF"
        case ItemType.NUMERIC:
            common = [answer for answer, _ in Counter(given).most_common(_MOST_ANSWERS) if answer]
            return [*item.key, *(answer for answer in common if answer not in item.key)]
        case _:
            return ()
