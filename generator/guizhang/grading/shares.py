"""What one person earned on each theme and each provision, worked out once for all who earned the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple

from guizhang.model.drawn_item import LETTERS, DrawnItem
from guizhang.model.response import ItemResult, Outcome, ProvisionShare
from guizhang.model.scoring import ZERO


class Earned(NamedTuple):
    """Points on one theme or provision; sorted, the weakest stand first."""

    share: Decimal
    """0..1."""
    lost: Decimal
    """Points, below 0."""
    name: str
    told: ProvisionShare


class OptionsOf:
    """The options of one question that speak of one provision: what they say of who knows it.

    Somebody who has the question right knows it; who left it blank does not. Of the others those know it who took these
    options for what they are, whatever they took the rest for.
    """

    def __init__(self, place: int, item: DrawnItem, address: str) -> None:
        self.place = place
        self.address = address
        self._own = [letter for letter, spoken_of in zip(LETTERS, item.speaks_of, strict=False) if spoken_of == address]
        self._keys = item.keys
        self._known: dict[str, Decimal] = {}

    def credit(self, answer: ItemResult) -> Decimal:
        """Return what of the question's points an answer earns on the provision."""
        if answer.outcome in (Outcome.RIGHT, Outcome.BLANK):
            return answer.credit
        given = answer.answer
        if given not in self._known:
            right = max(sum((letter in given) == (letter in key) for letter in self._own) for key in self._keys)
            self._known[given] = answer.max_points * right / len(self._own)
        return self._known[given]


class Subject:
    """A theme or a provision on one form: the questions that count for it, and what they can earn."""

    def __init__(self, name: str, asked: Sequence[tuple[int, DrawnItem]]) -> None:
        self.name = name
        places = [place for place, _ in asked]
        self._of: Callable[[Sequence[Decimal]], tuple[Decimal, ...]] = (
            itemgetter(*places) if len(places) > 1 else lambda credits_: (credits_[places[0]],)
        )
        self.available = sum((item.points for _, item in asked), ZERO)
        self._known: dict[Decimal, Earned] = {}

    def earned(self, credits_: Sequence[Decimal]) -> Earned:
        """Return what somebody earned; *credits_* are those of all questions of the form."""
        points = sum(self._of(credits_), ZERO)
        found = self._known.get(points)
        if found is None:
            told = ProvisionShare(self.name, points, self.available)
            found = self._known[points] = Earned(told.share, points - self.available, self.name, told)
        return found


def subjects(named: Iterable[tuple[str, int, DrawnItem]]) -> list[Subject]:
    """Return the themes or provisions of some questions, by name; those on which nothing can be earned are none.

    Args:
        named: Theme or provision, place of a question on the form from 0, and the question.
    """
    asked: dict[str, list[tuple[int, DrawnItem]]] = {}
    for name, place, item in named:
        asked.setdefault(name, []).append((place, item))
    found = [Subject(name, asked[name]) for name in sorted(asked)]
    return [subject for subject in found if subject.available]
