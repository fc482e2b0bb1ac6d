"""A figure of a rule, typed, written once, and printed by each language its own way."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Self

from pydantic import model_validator

from guizhang.model.base import Model, fault
from guizhang.model.quantity import EXAMPLES, Quantity, QuantityKind, magnitude, parse_quantity
from guizhang.model.text import Text
from guizhang.model.units import BUSINESS, CURRENCIES, TEMPERATURES


class Bound(StrEnum):
    """How the figure limits: at most, at least, exactly, or between two figures."""

    MAX = "max"
    MIN = "min"
    EXACT = "exact"
    RANGE = "range"


class Fact(Model):
    """A typed figure, referred to as ``${name}`` in the text of its provision."""

    kind: QuantityKind
    """What it measures."""
    value: str
    """The figure in canonical spelling; ``LOW..HIGH`` for a range."""
    unit: str | None = None
    """Count: a unit id; money: an ISO 4217 code, CNY when absent; duration: ``business`` for working days."""
    bound: Bound = Bound.EXACT
    """Whether the figure is a limit; a range is always ``range``."""
    inclusive: bool = True
    """Whether the figure itself lies within its bound (以上, 以下 include; 不满, 超过 exclude)."""
    about: Text | None = None
    """What the figure is, for pages made from facts: 首次回复时限 / time to first reply."""
    since: Text | None = None
    """What starts the clock of a deadline: 自接到投诉起 / from receipt of the complaint."""
    zh: str | None = None
    """Own Chinese wording, where the text must print exactly so; dropped when a parameter changes the value."""
    en: str | None = None
    """Own English wording."""

    @model_validator(mode="after")
    def _agree(self) -> Self:
        self._check_value()
        self._check_unit()
        return self

    def _check_value(self) -> None:
        try:
            low, high = parse_quantity(self.kind, self.value)
        except ValueError:
            raise fault(
                "FCT001",
                zh=f"{self.value!r} 不是 {self.kind} 类型的值",
                en=f"{self.value!r} is not a {self.kind}",
                mend_zh=f"写成 {EXAMPLES[self.kind]} 这样的形式",
                mend_en=f"write it like {EXAMPLES[self.kind]}",
                at=("value",),
            ) from None
        if (high is not None) != (self.bound is Bound.RANGE):
            if high is not None and self.bound is Bound.EXACT:
                # Two figures are a range whether or not the author says so again.
                object.__setattr__(self, "bound", Bound.RANGE)
                return
            raise fault(
                "FCT002",
                zh=f"值 {self.value!r} 与 bound: {self.bound} 不符",
                en=f"the value {self.value!r} does not go with bound: {self.bound}",
                mend_zh="区间写成 下限..上限，并用 bound: range；单个数值用 max、min 或 exact",
                mend_en="write a range as LOW..HIGH with bound: range; a single figure is max, min or exact",
            )
        # A freezer is kept at 18 degrees below zero; nothing else of a rule is less than nothing.
        if magnitude(low) < 0 and self.unit not in TEMPERATURES:
            raise fault(
                "FCT003",
                zh=f"数值不能是负数：{self.value}",
                en=f"a figure of a rule cannot be negative: {self.value}",
                mend_zh="写成正数，增减由句子说明",
                mend_en="write it as a positive figure and let the sentence say what it does",
                at=("value",),
            )

    def _check_unit(self) -> None:
        if self.unit is None or self.kind is QuantityKind.COUNT:
            return
        allowed = {QuantityKind.MONEY: sorted(CURRENCIES), QuantityKind.DURATION: [BUSINESS]}.get(self.kind, [])
        if self.unit not in allowed:
            choice = ", ".join(allowed)
            raise fault(
                "FCT004",
                zh=f"{self.kind} 没有单位 {self.unit!r}",
                en=f"{self.unit!r} is not a unit of a {self.kind}",
                mend_zh=f"可用：{choice}" if allowed else "删去 unit",
                mend_en=f"use one of {choice}" if allowed else "delete unit",
                at=("unit",),
            )

    @cached_property
    def quantity(self) -> tuple[Quantity, Quantity | None]:
        """The parsed value: (value, None), or (low, high) for a range."""
        return parse_quantity(self.kind, self.value)

    def with_value(self, value: str) -> Fact:
        """Return this fact with another value and without its own wording; how a parameter is applied.

        Raises:
            ValueError: *value* is not of this kind (pydantic's ValidationError is one).
        """
        bound = Bound.EXACT if self.bound is Bound.RANGE else self.bound
        fields = self.model_dump(exclude={"zh", "en", "value", "bound"})
        return Fact.model_validate({**fields, "value": value, "bound": bound})
