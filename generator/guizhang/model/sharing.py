"""Points shared out by weight."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate, pairwise

_CENT = Decimal("0.01")
_HALF = Decimal("0.5")


def share_out(points: Decimal, shares: Sequence[Decimal]) -> list[Decimal]:
    """Return *points* shared out by weight, in hundredths of a point that add up to *points* exactly."""
    if not shares:
        return []
    total = sum(shares)
    marks = [points * sum_so_far / total for sum_so_far in accumulate(shares)]
    rounded = [Decimal(0), *(mark.quantize(_CENT, ROUND_HALF_UP) for mark in marks[:-1]), points]
    return [_shortest(high - low) for low, high in pairwise(rounded)]


def share_halves(points: Decimal, shares: Sequence[Decimal]) -> list[Decimal]:
    """Return *points* shared out by weight in half points, as whoever marks by hand adds them up.

    Each share is the next half point below what its weight would have, half a point at least; what is left goes where most
    was cut off, to the heavier and the earlier first. Points that have no halves to go round are shared out by hundredths.
    """
    halves = points / _HALF
    if not shares or halves != halves.to_integral_value() or halves < len(shares):
        return share_out(points, shares)
    wanted = [halves * share / sum(shares) for share in shares]
    given = [max(1, int(want)) for want in wanted]
    left = int(halves) - sum(given)
    if left < 0:
        return share_out(points, shares)
    for i in sorted(range(len(shares)), key=lambda i: (given[i] - wanted[i], -shares[i], i))[:left]:
        given[i] += 1
    return [_shortest(number * _HALF) for number in given]


def _shortest(value: Decimal) -> Decimal:
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
