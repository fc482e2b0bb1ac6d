"""A figure that may be withheld: how many people each kind takes, and why one is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from guizhang.model.text import Text


class Measure(StrEnum):
    """What is measured; docs/grading.md lists the minimum of each."""

    FACILITY = "facility"
    ITEM_REST = "item_rest"
    DISCRIMINATION = "discrimination"
    CHOICES = "choices"
    """Distractor table and the advice that rests on it."""
    ALPHA = "alpha"
    """Alpha, standard error of measurement, classification consistency."""
    COMPARABILITY = "comparability"
    """People on each side."""
    AGREEMENT = "agreement"
    """Pairs of ratings."""
    HEADLINE = "headline"
    """A rule is called missed by most people only where so many were asked; with fewer, a slip would be a trend."""


MINIMUM: Mapping[Measure, int] = {
    Measure.FACILITY: 1,
    Measure.ITEM_REST: 30,
    Measure.DISCRIMINATION: 30,
    Measure.CHOICES: 20,
    Measure.ALPHA: 30,
    Measure.COMPARABILITY: 15,
    Measure.AGREEMENT: 10,
    Measure.HEADLINE: 5,
}
"""Fewest people a figure is given for."""


class Withheld(StrEnum):
    """Why a figure is missing."""

    FEW = "few"
    SAME = "same"
    ONE_ITEM = "one_item"


_WHY: Mapping[Withheld, Text] = {
    Withheld.FEW: Text(zh="人数 {n}，至少要 {needs}", en="{n} people, at least {needs} needed"),
    Withheld.SAME: Text(zh="人人相同，算不出", en="the same for everybody, so it cannot be computed"),
    Withheld.ONE_ITEM: Text(zh="只有一道题", en="one question only"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with what it rests on; without a value it says why."""

    measure: Measure
    value: float | None
    n: int
    interval: tuple[float, float] | None = None
    """95 %."""
    withheld: Withheld | None = None

    @property
    def reason(self) -> Text | None:
        """Why there is no value; ``None`` where there is one."""
        if self.withheld is None:
            return None
        why, needs = _WHY[self.withheld], MINIMUM[self.measure]
        return Text(zh=(why.zh or "").format(n=self.n, needs=needs), en=(why.en or "").format(n=self.n, needs=needs))


def withheld(measure: Measure, n: int, why: Withheld = Withheld.FEW) -> Figure:
    """Return a figure that is not given."""
    return Figure(measure, None, n, withheld=why)


def enough(measure: Measure, n: int) -> bool:
    """Tell whether a measure is given for *n* people."""
    return n >= MINIMUM[measure]
