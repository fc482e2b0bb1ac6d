"""Figures as intervals that compare across units: 24 hours and one day are one amount, within three days is 0 to 3."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from guizhang.model.quantity import QuantityKind, magnitude, parse_quantity
from guizhang.model.units import BUSINESS
from guizhang.zh.quantities import Figure, FigureKind, Limit


@dataclass(frozen=True, slots=True)
class Amount:
    """What a figure allows."""

    family: tuple[str, str]
    """Kind and unit; only amounts of one family compare."""
    low: Decimal | None
    """``None``: no lower end."""
    high: Decimal | None
    closed: bool = True
    """Whether the ends themselves are allowed."""

    @property
    def single(self) -> bool:
        """Whether it is one value and not a stretch."""
        return self.low is not None and self.low == self.high

    def overlaps(self, other: Amount) -> bool:
        """Tell whether some value is allowed by both."""
        low = max((end for end in (self.low, other.low) if end is not None), default=None)
        high = min((end for end in (self.high, other.high) if end is not None), default=None)
        if low is None or high is None:
            return True
        return low < high or (low == high and self.closed and other.closed)

    def meets(self, other: Amount) -> bool:
        """Tell whether one stretch begins where the other ends, as the steps of a ladder do: under 60 and from 60 on."""
        ends = ((self.high, other.low), (other.high, self.low))
        return not (self.single or other.single or self.overlaps(other)) and any(
            a is not None and a == b for a, b in ends
        )


def amount(figure: Figure) -> Amount | None:
    """Return what *figure* allows; ``None`` where its value is none the model knows."""
    try:
        low, high = parse_quantity(QuantityKind(figure.kind.value), figure.value)
    except ValueError:
        return None
    # Working days and days, twenty and twenty sheets are no two spellings of one unit.
    unit = figure.unit or ""
    if figure.kind.value == QuantityKind.DURATION and unit != BUSINESS:
        unit = ""
    ends = (magnitude(low), magnitude(low if high is None else high))
    if ends[1] < ends[0] and figure.kind is FigureKind.DATE:
        # From November to March: a season that runs past the end of the year is no stretch of one.
        return None
    first, last = {Limit.MAX: (None, ends[1]), Limit.MIN: (ends[0], None)}.get(figure.bound, ends)
    return Amount((figure.kind.value, unit), first, last, figure.inclusive)
