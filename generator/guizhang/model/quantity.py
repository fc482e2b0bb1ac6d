"""Quantities a rule can state: durations, money, percentages, counts, times, dates, frequencies.

Each is a frozen value with a canonical spelling (``str``), a parser for it, and a sort key.  How a quantity is printed
in a sentence is `guizhang.model.wording`; how it is found in Chinese text is `guizhang.zh`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Self


class QuantityKind(StrEnum):
    """What a fact measures."""

    DURATION = "duration"
    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    TIME = "time-of-day"
    DATE = "date"
    FREQUENCY = "frequency"


_DURATION = re.compile(
    r"P(?=.)(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+(?:\.5)?)D)?"
    r"(?:T(?=.)(?:(?P<hours>\d+(?:\.5)?)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?)?"
)
_SECONDS = {"years": 31_557_600, "months": 2_629_800, "weeks": 604_800, "days": 86_400, "hours": 3600, "minutes": 60}
_DESIGNATORS = {"years": "Y", "months": "M", "weeks": "W", "days": "D", "hours": "H", "minutes": "M", "seconds": "S"}
_DATE_PARTS = ("years", "months", "weeks", "days")


@dataclass(frozen=True, slots=True)
class Duration:
    """An ISO 8601 duration. Halves are allowed for days and hours (``P0.5D``), as leave rules count them."""

    parts: tuple[tuple[str, Decimal], ...]
    """(unit, amount) from the largest to the smallest unit, only those written; unit is ``years`` … ``seconds``."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``PT24H``, ``P3D``, ``P1Y6M``.

        Raises:
            ValueError: *text* is not such a duration.
        """
        match = _DURATION.fullmatch(text)
        if match is None:
            raise ValueError(text)
        return cls(tuple((unit, Decimal(amount)) for unit, amount in match.groupdict().items() if amount is not None))

    @property
    def seconds(self) -> Decimal:
        """Length for sorting; a month counts 30.4375 days."""
        return sum((amount * _SECONDS.get(unit, 1) for unit, amount in self.parts), Decimal(0))

    def __str__(self) -> str:
        dates = "".join(f"{_plain(n)}{_DESIGNATORS[u]}" for u, n in self.parts if u in _DATE_PARTS)
        times = "".join(f"{_plain(n)}{_DESIGNATORS[u]}" for u, n in self.parts if u not in _DATE_PARTS)
        return f"P{dates}" + (f"T{times}" if times else "")


@dataclass(frozen=True, slots=True)
class Number:
    """An exact decimal: an amount of money, a percentage or a count."""

    value: Decimal

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``200``, ``1,000``, ``2.5``; a trailing per cent sign is accepted.

        Raises:
            ValueError: *text* is not a plain number.
        """
        if not re.fullmatch(r"[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?\s*%?", text):
            raise ValueError(text)
        try:
            return cls(Decimal(text.rstrip("% ").replace(",", "")))
        except InvalidOperation as error:  # pragma: no cover - the pattern leaves nothing Decimal refuses
            raise ValueError(text) from error

    def __str__(self) -> str:
        return _plain(self.value)


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A clock time; ``24:00`` is allowed as the end of a day."""

    minutes: int
    """Minutes after midnight, 0..1440."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``8:30`` or ``08:30``.

        Raises:
            ValueError: *text* is not a clock time.
        """
        match = re.fullmatch(r"(\d{1,2}):(\d{2})", text)
        if match is None:
            raise ValueError(text)
        hour, minute = int(match[1]), int(match[2])
        if (hour, minute) != (24, 0):
            time(hour, minute)
        return cls(hour * 60 + minute)

    def __str__(self) -> str:
        return f"{self.minutes // 60}:{self.minutes % 60:02d}"


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date, or a day of every year (``--12-01``) or of every month (``---05``), as XML Schema writes them."""

    year: int | None
    month: int | None
    day: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2026-12-01``, ``--12-01`` or ``---05``.

        Raises:
            ValueError: *text* is none of these or no such day exists.
        """
        match = re.fullmatch(r"(?:(\d{4})-(\d{2})|-(-\d{2})|--)-(\d{2})", text)
        if match is None:
            raise ValueError(text)
        year = int(match[1]) if match[1] else None
        month = int(match[2]) if match[2] else int(match[3][1:]) if match[3] else None
        # A leap year and a month of 31 days stand in for what is not written.
        date(year or 2000, month or 1, int(match[4]))
        return cls(year, month, int(match[4]))

    def __str__(self) -> str:
        if self.year is not None:
            return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        return f"--{self.month:02d}-{self.day:02d}" if self.month is not None else f"---{self.day:02d}"


@dataclass(frozen=True, slots=True)
class Frequency:
    """So many times in a period: ``2/P1W`` is twice a week."""

    times: int
    period: Duration

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``TIMES/PERIOD``.

        Raises:
            ValueError: *text* is not of that form.
        """
        match = re.fullmatch(r"(\d{1,4})/(P\S+)", text)
        if match is None or int(match[1]) == 0:
            raise ValueError(text)
        return cls(int(match[1]), Duration.parse(match[2]))

    def __str__(self) -> str:
        return f"{self.times}/{self.period}"


Quantity = Duration | Number | TimeOfDay | CalendarDate | Frequency

_PARSERS: dict[QuantityKind, type[Quantity]] = {
    QuantityKind.DURATION: Duration,
    QuantityKind.MONEY: Number,
    QuantityKind.PERCENT: Number,
    QuantityKind.COUNT: Number,
    QuantityKind.TIME: TimeOfDay,
    QuantityKind.DATE: CalendarDate,
    QuantityKind.FREQUENCY: Frequency,
}

EXAMPLES: dict[QuantityKind, str] = {
    QuantityKind.DURATION: "PT24H, P3D, P1M, PT30M..PT1H",
    QuantityKind.MONEY: "200, 200..1000",
    QuantityKind.PERCENT: "80%, 10%..20%",
    QuantityKind.COUNT: "3, 3..5",
    QuantityKind.TIME: "8:30, 9:00..18:00",
    QuantityKind.DATE: "2026-12-01, --12-01, ---05",
    QuantityKind.FREQUENCY: "1/P1M, 2/P1W",
}
"""How a value of each kind is written, for messages and docs."""


def parse_quantity(kind: QuantityKind, text: str) -> tuple[Quantity, Quantity | None]:
    """Read a value of *kind*: (value, None), or (low, high) for ``LOW..HIGH``.

    A time of day may run past midnight (``22:00..6:00``), a season past the end of the year (``--11-15..--03-15``).

    Raises:
        ValueError: *text* is not a value of this kind, or the range runs backwards.
    """
    parser = _PARSERS[kind]
    low_text, dots, high_text = text.partition("..")
    low = parser.parse(low_text.strip())
    if not dots:
        return low, None
    high = parser.parse(high_text.strip())
    if magnitude(high) <= magnitude(low) and not (_comes_round(low) and _comes_round(high) and high != low):
        raise ValueError(text)
    return low, high


def _comes_round(quantity: Quantity) -> bool:
    """Tell whether a quantity comes again: a time of day, a day of every year or of every month."""
    return isinstance(quantity, TimeOfDay) or (isinstance(quantity, CalendarDate) and quantity.year is None)


def magnitude(quantity: Quantity) -> Decimal:
    """Return a number that sorts quantities of one kind and unit.

    Durations give seconds, times of day minutes, dates days, frequencies times per second.
    """
    match quantity:
        case Duration():
            return quantity.seconds
        case Number():
            return quantity.value
        case TimeOfDay():
            return Decimal(quantity.minutes)
        case CalendarDate():
            return Decimal((quantity.year or 0) * 372 + (quantity.month or 0) * 31 + quantity.day)
        case Frequency():
            return Decimal(quantity.times) / (quantity.period.seconds or Decimal(1))


def _plain(number: Decimal) -> str:
    """Return a decimal without exponent or trailing zeros: ``Decimal('1E+3')`` as ``1000``."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
