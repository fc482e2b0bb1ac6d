"""Wrong values of all figures: such as are right somewhere else, and none that is known to be wrong without the rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from guizhang.model.fact import Bound, Fact
from guizhang.model.quantity import Duration, QuantityKind, magnitude
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.material.figures.figure import Figure
from guizhang.quiz.material.offers import Offers, fairest

_ALL = 100
_NEAREST = 3
"""Steps from the right value within which a wrong one may be that no figure states."""
_FARTHEST = 5
"""Times by which a value may be larger or smaller than the right one."""
_NEAR = Decimal(3)
"""Times by which it is, where it stands alone in its place: a trainer would not take 15 days for 3."""
_ENOUGH = 2
_FEW_PEOPLE = 4
_HOURS, _DAY = 120, 1440
"""Minutes."""
_WEEKS_A_MONTH = (4, 5)
_DAYS_A_WEEK = 7
"""Times by which how often may differ as well: once a week stands beside once a day."""
_OFFERED = 2
"""Wrong values on each side of the right one that most items take."""
_LOTS = 3
"""Lots of a wrong value for each figure that states it."""
_OFTEN = 32
"""A value stated oftener gets no more lots: it is among the wrong ones as good as always, and lots cost time."""


def wrong_values(figures: Sequence[Figure]) -> Mapping[str, tuple[list[Fact], list[Fact]]]:
    """Return address of a figure -> wrong values below and above it, those sooner that are right somewhere else.

    Offered as often as its neighbours and right nowhere, half a day would be known to be wrong without the rule: a
    value comes by lot, with lots for each figure that states it, and one more; what has been offered often for each time
    that it is right gives way to the others.
    """
    stated = Counter[object](_value(figure.fact) for figure in figures)
    found = {}
    offers = Offers(stated)
    for figure in figures:
        sides = [_by_lot(figure, _usable(figure, side, stated), stated) for side in figure.wrong_values]
        lower, higher = ([side[n] for n in fairest(offers, [*map(_value, side)])] for side in sides)
        offers.made(_value(fact) for fact in (*lower[:_OFFERED], *higher[:_OFFERED]))
        found[figure.address] = lower, higher
    return found


def believable(figure: Figure, wrong: tuple[list[Fact], list[Fact]]) -> tuple[list[Fact], list[Fact]]:
    """Return the *wrong* values of a figure that are near it; all where so few are that the same would stand there each time."""
    lower, higher = ([fact for fact in side if _near(fact, figure.fact)] for side in wrong)
    return (lower, higher) if len(lower) + len(higher) >= _ENOUGH else wrong


def _usable(figure: Figure, side: Sequence[Fact], stated: Counter[object]) -> list[Fact]:
    """Return the facts of one *side* of a figure that nobody knows to be wrong without the rule."""
    # Half a day is a step of the ladder and seldom a rule, and all of something is known to be wrong.
    return [
        fact
        for place, fact in enumerate(side)
        for often in (stated[_value(fact)],)
        if not _whole(fact, figure.fact)
        and not _far(fact, figure.fact)
        and not (_halved(fact) and (not often or _many(figure.fact)))
        and (often or place < _NEAREST)
    ]


def _by_lot(figure: Figure, usable: Sequence[Fact], stated: Counter[object]) -> list[Fact]:
    lots = [(fact, n) for fact in usable for n in range(1 + _LOTS * min(stated[_value(fact)], _OFTEN))]
    drawn = keyed_order(lots, lambda lot: f"{lot[0].value} {lot[1]}", "value", figure.address)
    return list({fact.value: fact for fact, _ in drawn}.values())


def _halved(fact: Fact) -> bool:
    low = fact.quantity[0]
    return isinstance(low, Duration) and any(amount % 1 for _, amount in low.parts)


def _many(fact: Fact) -> bool:
    """Tell whether a duration is more than one of its unit: half a day stands beside a day, not beside three."""
    low = fact.quantity[0]
    return isinstance(low, Duration) and any(amount > 1 for _, amount in low.parts)


def _far(fact: Fact, true: Fact) -> bool:
    """Tell whether *fact* is so many times *true* or so small a part that it is known to be wrong: 10 minutes on hold for 1."""
    if fact.kind is QuantityKind.TIME:
        return False
    there, here = magnitude(fact.quantity[0]), magnitude(true.quantity[0])
    if true.unit == "people" and true.bound is Bound.MIN and there > 2 * here:
        return True  # nobody thinks that five have to go where two are enough
    if fact.kind is QuantityKind.FREQUENCY and round(max(here, there) / min(here, there), 3) == _DAYS_A_WEEK:
        return False
    # Five days stand beside one; five demerits do not.
    return not here / _FARTHEST < there < here * _FARTHEST + (fact.kind is QuantityKind.DURATION)


def _near(fact: Fact, true: Fact) -> bool:
    """Tell whether *fact* is a value that somebody would believe who has the right one nearly in mind."""
    there, here = magnitude(fact.quantity[0]), magnitude(true.quantity[0])
    if fact.kind is QuantityKind.TIME:
        return abs(there - here) <= _HOURS or abs(there - here) >= _DAY - _HOURS
    if fact.kind is QuantityKind.DATE:
        return True
    if fact.unit == "people" and here <= _FEW_PEOPLE:
        return abs(there - here) <= _FEW_PEOPLE / 2
    ratio = max(here, there) / (min(here, there) or 1)
    if fact.kind is QuantityKind.FREQUENCY and (
        round(ratio, 3) == _DAYS_A_WEEK or _WEEKS_A_MONTH[0] < ratio < _WEEKS_A_MONTH[1]
    ):
        return True  # once a week stands beside once a day, and beside once a month
    return round(ratio, 3) <= _NEAR


def _whole(fact: Fact, true: Fact) -> bool:
    """Tell whether *fact* is all of something, or no more than that where *true* is more: overtime at 50% of the wage."""
    share, right = magnitude(fact.quantity[0]), magnitude(true.quantity[0])
    if fact.kind is QuantityKind.COUNT:
        return share < 1 <= right  # nor at half the wage
    return fact.kind is QuantityKind.PERCENT and (share == _ALL or share < _ALL < right)


def _value(fact: Fact) -> tuple[object, ...]:
    ends = tuple(magnitude(end) for end in fact.quantity if end is not None)
    return fact.kind, fact.unit, ends
