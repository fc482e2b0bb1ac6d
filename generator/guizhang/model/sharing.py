"""Points shared out by weight."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate, pairwise

_CENT = Decimal("0.01")


def share_out(points: Decimal, shares: Sequence[Decimal]) -> list[Decimal]:
    """Return *points* shared out by weight, in hundredths of a point that add up to *points* exactly."""
    if not shares:
        return []
    total = sum(shares)
    marks = [points * sum_so_far / total for sum_so_far in accumulate(shares)]
    rounded = [Decimal(0), *(mark.quantize(_CENT, ROUND_HALF_UP) for mark in marks[:-1]), points]
    return [_shortest(high - low) for low, high in pairwise(rounded)]


def _shortest(value: Decimal) -> Decimal:
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
