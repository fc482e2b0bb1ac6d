"""What is offered as wrong, held against how often it is right: else one would know it without the rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from guizhang.quiz.material.spots import Spot

SELDOM = 0.2
"""How often something counts as right that never is."""


class Offers:
    """How often each thing is right among the items of one kind, and has been offered as wrong so far."""

    def __init__(self, right: Iterable[Hashable] | Mapping[Hashable, int]) -> None:
        self._right = Counter(right)
        self._offered = Counter[Hashable]()

    def count(self, one: Hashable) -> int:
        """Return how often *one* has been offered as wrong."""
        return self._offered[one]

    def often(self, one: Hashable) -> float:
        """Return how often *one* has been offered, for each time that it is right."""
        return self._offered[one] / (SELDOM + self._right[one])

    def made(self, wrong: Iterable[Hashable]) -> None:
        """Note that *wrong* have been offered."""
        self._offered.update(wrong)


def fairest(offers: Offers, wrong: Sequence[Hashable]) -> list[int]:
    """Return the places of *wrong*, those offered least for each time that they are right first; as they stand where alike."""
    return sorted(range(len(wrong)), key=lambda place: offers.often(wrong[place]))


_WAYS = 3
"""In how many ways a rule is altered at one place."""


def evenly(spots: Sequence[Spot]) -> Iterator[Spot]:
    """Yield *spots* with their wrong options in such an order that none is offered more often than it is right.

    A party that is often wrong and seldom right would be known without the rule, and so would one that never is wrong.
    """
    right = Counter(spot.true.either("zh") for spot in spots)
    offered = Counter[str]()
    for spot in spots:
        wrong = sorted(spot.wrong, key=lambda text: offered[text.either("zh")] / (SELDOM + right[text.either("zh")]))
        for place, text in enumerate(wrong[:_WAYS]):
            offered[text.either("zh")] += _WAYS - place
        yield replace(spot, wrong=tuple(wrong))
