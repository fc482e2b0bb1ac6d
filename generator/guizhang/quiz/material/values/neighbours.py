"""Plausible wrong values for a figure: the same kind and unit, the values a rule of that kind usually has.

The ladders below are what company rules say (8, 12, 24, 48 hours; 3, 5, 7, 15 days), so that the right figure does not
stand out as the only round one. A figure that is on no ladder gets neighbours at equal steps for the same reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from guizhang.model.fact import Fact
from guizhang.model.quantity import (
    CalendarDate,
    Duration,
    Frequency,
    Number,
    Quantity,
    QuantityKind,
    TimeOfDay,
    magnitude,
)
from guizhang.model.units import BUSINESS
from guizhang.quiz.material.values import natural_scales

REACH = 4
"""Values offered on each side."""


def _ladder(text: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, text.split()))


_DURATIONS = {
    "years": _ladder("1 2 3 5 8 10 15 20"),
    "months": _ladder("1 2 3 6 9 12 18 24"),
    "weeks": _ladder("1 2 3 4 6 8"),
    "days": _ladder("0.5 1 2 3 5 7 10 15 20 30 45 60 90 120 180"),
    "hours": _ladder("0.5 1 2 4 6 8 12 24 36 48 72"),
    "minutes": _ladder("1 2 3 5 10 15 20 30 45 60 90"),
    "seconds": _ladder("3 5 10 15 20 30 60 90"),
}
_WHOLE_WEEKS = _ladder("7 14 21 28 42 56 84")
"""Days."""
_WORKING_DAYS = _ladder("1 2 3 5 7 10 15 20 30")
_PERCENT = _ladder("5 10 15 20 25 30 40 50 60 70 75 80 85 90 95 100")
# Beside 5 per cent nobody would think of none below it, nor of 20.
_FEW_PERCENT = _ladder("2 3 5 8 10")
_DEGREES = ("celsius", "degrees")
# Nobody sets a price at 8 or 80 beside 10, 20 and 50; from hundreds on 800 is one.
_MONEY = tuple(
    Decimal(step) * 10**power for power in range(6) for step in ((1, 2, 3, 5, 8) if power > 1 else (1, 2, 3, 5))
)
_COUNTS = _ladder("1 2 3 4 5 6 7 8 9 10 12 15 18 20 24 25 30 40 50 60 80 100 120 150 200 300 500 800 1000")
# Nine and eleven beside ten would leave it the only round one.
_ROUND = _ladder("5 10 15 20 25 30 40 50 60 80 100 120 150 200 250 300 400 500 600 800 1000 1500 2000 3000 5000 10000")
_LEAST_ROUND = 10
_PARTS = _ladder("5 2.5 2 1 0.5 0.2 0.1 0.05 0.02 0.01")
"""Steps for a number of 10 to 99, from which those for larger ones follow."""
_FULL_MARKS = 100
_HOUR = 60
"""Minutes."""
_DAY = 24 * _HOUR
"""Minutes."""
_PARTS_OF_DAY = (
    (5 * _HOUR, 20 * _HOUR, _DAY + _HOUR),
    (12 * _HOUR, 6 * _HOUR + 30, 11 * _HOUR),
    (18 * _HOUR, 12 * _HOUR, 17 * _HOUR + 30),
    (_DAY, 18 * _HOUR, _DAY + 2 * _HOUR),
)
"""Before when a range of times begins in the night, the morning, the afternoon or the evening, and when others of its part of the day
begin at the earliest and at the latest, in minutes: nobody takes a hall to open at five, or an early shift to begin at noon."""
# From rare to often. No two rungs are nearly as often as each other: twice a month beside every two weeks would be one
# answer in two wordings.
_FREQUENCIES = tuple(
    map(
        Frequency.parse,
        (
            "1/P3Y",
            "1/P2Y",
            "1/P1Y",
            "2/P1Y",
            "1/P3M",
            "1/P1M",
            "2/P1M",
            "1/P1W",
            "2/P1W",
            "1/P2D",
            "1/P1D",
            "2/P1D",
            "3/P1D",
        ),
    )
)
_ROUNDS = ("weeks", "months")
"""Every two weeks, every three months: as often as other figures say otherwise."""
_TIMES_ALONE = re.compile(r"[\d一二两兩三四五六七八九十]+次|once|twice|(?:[a-z]+|\d+) times")
_AS_OFTEN = Decimal("1.3")
"""Frequencies whose ratio is below this are as often as each other."""


def neighbours(fact: Fact, *, by_the_hour: bool = False, ends_alike: bool = False) -> tuple[list[Fact], list[Fact]]:
    """Return values below and above that of *fact*, the nearest first, each as a fact of the same kind and unit.

    Values lie on a common ladder; both lists may be empty (a duration of 1 year and 6 months has no neighbours).

    Args:
        fact: The figure.
        by_the_hour: Whether a time of day is one of several that are all whole hours: half past seven would stand out.
        ends_alike: Whether another range of its sentence ends as it does: one that ended otherwise would stand out.
    """
    here = magnitude(fact.quantity[0])
    found = {}
    for value in _values(fact, by_the_hour=by_the_hour, ends_alike=ends_alike):
        candidate = fact.with_value(value)
        found[magnitude(candidate.quantity[0])] = candidate
    lower = [found[m] for m in sorted(found, reverse=True) if m < here]
    higher = [found[m] for m in sorted(found) if m > here]
    return lower[:REACH], higher[:REACH]


def _values(fact: Fact, *, by_the_hour: bool, ends_alike: bool) -> Iterator[str]:
    low, high = fact.quantity
    if isinstance(low, TimeOfDay) and high is None:
        yield from _times(low, by_the_hour=by_the_hour)
    elif isinstance(low, TimeOfDay):
        yield from _time_ranges(fact, by_the_hour=by_the_hour, ends_alike=ends_alike)
    elif high is None:
        yield from _single(fact, low)
    else:
        yield from _ranges(fact, low, high)


def _single(fact: Fact, value: Quantity) -> Iterator[str]:
    match value:
        case Duration() | Number():
            rungs = _rungs(fact, value)
            if rungs is not None:
                ladder, at, spell = rungs
                yield from (spell(v) for i, v in enumerate(ladder) if i != at and abs(i - at) <= REACH)
        case CalendarDate():
            yield from map(str, _dates(value))
        case Frequency():
            yield from _frequencies(value)
            if value.times > 1 and _TIMES_ALONE.fullmatch(fact.zh or fact.en or ""):
                # 每年复查两次: where the period stands apart only how many times could be another.
                yield from (
                    f"{times}/{value.period}" for times in range(1, value.times + REACH) if times != value.times
                )


def _rungs(fact: Fact, value: Quantity) -> tuple[tuple[Decimal, ...], int, Callable[[Decimal], str]] | None:
    """Return the ladder a value stands on, its rung, and how a rung is spelled; ``None`` where there is no ladder."""
    if isinstance(value, Duration):
        if len(value.parts) != 1:
            return None
        unit, amount = value.parts[0]
        if amount == 0:
            return None
        ladder = _WORKING_DAYS if fact.unit == BUSINESS and unit == "days" else _DURATIONS[unit]
        if unit == "days" and amount not in ladder and amount in _WHOLE_WEEKS:
            ladder = _WHOLE_WEEKS
        rungs = ladder if amount in ladder else (unit == "days" and natural_scales.days(amount)) or _steps(amount)
        return rungs, rungs.index(amount), lambda v: str(Duration(((unit, v),)))
    if isinstance(value, Number):
        amount, below = abs(value.value), value.value < 0
        if amount == 0:
            return None
        if fact.unit in _DEGREES:
            rungs = natural_scales.temperatures(value.value, tuple(-v if below else v for v in _steps(amount)))
            return rungs, rungs.index(value.value), lambda v: str(Number(v))
        rungs = _numbers(fact, amount)
        sign = "%" if fact.kind is QuantityKind.PERCENT else ""
        return rungs, rungs.index(amount), lambda v: f"{Number(-v if below else v)}{sign}"
    return None


def _numbers(fact: Fact, amount: Decimal) -> tuple[Decimal, ...]:
    """Return the ladder an amount of money, a share or a count stands on."""
    if fact.unit == "years-of-age":
        return natural_scales.ages(amount)
    ladder = _ladder_of(fact, amount)
    rungs = ladder if amount in ladder else _steps(amount)
    if fact.unit == "points" and amount < _FULL_MARKS:
        rungs = tuple(v for v in rungs if v < _FULL_MARKS)
    if fact.kind is QuantityKind.PERCENT and amount <= 100:
        rungs = tuple(v for v in rungs if v <= 100)
    return rungs


def _ladder_of(fact: Fact, amount: Decimal) -> tuple[Decimal, ...]:
    """Return the values of its kind and unit that rules have, *amount* not always among them."""
    if fact.kind is QuantityKind.PERCENT:
        return _FEW_PERCENT if amount == _FEW_PERCENT[2] else _PERCENT
    if fact.kind is QuantityKind.MONEY:
        return _MONEY if amount in _MONEY or amount not in _ROUND else _ROUND
    return _ROUND if amount >= _LEAST_ROUND and amount in _ROUND else _COUNTS


def _steps(value: Decimal) -> tuple[Decimal, ...]:
    whole = value == value.to_integral_value()
    if value < 1:
        # Below one, what rules say are 0.1, 0.2, 0.3, 0.5 and 0.8 per cent.
        power = Decimal(10) ** (value.adjusted() - 1)
        return tuple(
            sorted({value, *(step * power * ten for ten in (1, 10, 100) for step in map(Decimal, (1, 2, 3, 5, 8)))})
        )
    if not whole:
        # 1.5 moves by a half and 1.2 by a tenth: children of 2.2 metres there are none.
        step = next((part for part in map(Decimal, ("0.5", "0.25", "0.1")) if value % part == 0), Decimal("0.01"))
        if step == Decimal("0.5"):
            # Every other one is whole, and would show which figure is the rule's.
            near = (value + k for k in range(-REACH, REACH + 1))
            return tuple(v for v in near if v > 0)
    elif value < 20:
        step = Decimal(2 if value > 10 else 1)
    elif value < 100:
        # Among 35, 55 and 65 fifty would be the only round one.
        step = Decimal(10 if value % 10 == 0 else 5)
    else:
        # 1,250 moves by 250 and 110 by 10, so that neighbours look as deliberate as what they stand beside.
        tens = Decimal(10) ** (value.adjusted() - 1)
        step = next((s for part in _PARTS if value % (s := part * tens) == 0 and s >= 1), Decimal(1))
    return tuple(v for k in range(-REACH, REACH + 1) if (v := value + k * step) > 0)


def _ranges(fact: Fact, low: Quantity, high: Quantity) -> Iterator[str]:
    first, second = _rungs(fact, low), _rungs(fact, high)
    if magnitude(low) == 0 and second is not None:
        # From nothing on only the end could be another.
        (highs, j, spell_high), begin = second, str(fact.value).partition("..")[0]
        yield from (f"{begin}..{spell_high(highs[k])}" for k in range(j - 2, j + 3) if k != j and 0 <= k < len(highs))
        return
    if first is None or second is None:
        return
    (lows, i, spell), (highs, j, spell_high) = first, second
    ends = lows[i], highs[j]
    if lows != highs and all(end in _ROUND for end in ends):
        # On ladders of their own 40 to 100 would become 25 to 30.
        lows = highs = _ROUND
        i, j = map(_ROUND.index, ends)
    # From 35 to 70 nobody takes to be working ages.
    shifts = (-2, -1, 1, 2) if fact.unit == "years-of-age" else (-3, -2, -1, 1, 2, 3)
    for k in shifts:
        if 0 <= i + k < len(lows) and 0 <= j + k < len(highs) and lows[i + k] < highs[j + k]:
            yield f"{spell(lows[i + k])}..{spell_high(highs[j + k])}"


def _times(time: TimeOfDay, *, by_the_hour: bool) -> Iterator[str]:
    step = next(step for step in (_HOUR if by_the_hour else 30, 30, 15, 5, 1) if time.minutes % step == 0)
    for k in (-4, -2, -1, 1, 2, 4) if step < _HOUR else (-3, -2, -1, 1, 2, 3):
        if 0 < time.minutes + k * step < 24 * _HOUR:
            yield str(TimeOfDay(time.minutes + k * step))


def _time_ranges(fact: Fact, *, by_the_hour: bool, ends_alike: bool) -> Iterator[str]:
    low, high = fact.quantity
    assert isinstance(low, TimeOfDay)
    assert isinstance(high, TimeOfDay)
    _, earliest, latest = next(part for part in _PARTS_OF_DAY if low.minutes < part[0])
    night = latest > _DAY
    # What begins past midnight goes on from the evening: there the hours before it lie.
    begin = low.minutes + (_DAY if low.minutes < earliest and night else 0)
    length = (high.minutes - low.minutes) % _DAY
    overnight = night and begin < _DAY < begin + length
    for shift in (-180, -120, -60, 60, 120, 180) if by_the_hour else (-120, -60, -30, 30, 60, 120):
        # A night that ends at three is none: its end moves no more than an hour.
        moved = 0 if ends_alike else max(-_HOUR, min(_HOUR, shift)) if overnight else shift
        start, end = begin + shift, begin + moved + length
        if (overnight and abs(shift) > 2 * _HOUR) or end <= start:
            continue
        if min(earliest, begin) <= start <= max(latest, begin) and (night or end < _DAY):
            yield f"{TimeOfDay(start % _DAY)}..{TimeOfDay(end % _DAY or _DAY)}"


def _dates(value: CalendarDate) -> Iterator[CalendarDate]:
    if value.month is None:
        days = (1, 3, 5, 8, 10, 15, 20, 25, 28) if value.day in (1, 3, 5, 8, 10, 15, 20, 25, 28) else ()
        for day in days or range(max(1, value.day - 3), min(28, value.day + 3) + 1):
            if day != value.day:
                yield CalendarDate(None, None, day)
        return
    for k in (-3, -2, -1, 1, 2, 3):
        if 1 <= value.month + k <= 12 and value.day <= 28:
            yield CalendarDate(value.year, value.month + k, value.day)


def _frequencies(value: Frequency) -> Iterator[str]:
    here = magnitude(value)
    ((unit, every), *rest) = value.period.parts
    if value not in _FREQUENCIES and value.times == 1 and every > 1 and unit not in _ROUNDS and not rest:
        # Every 180 days stands beside every 90 days; once a month would be another manner.
        days = natural_scales.days(every) if unit == "days" else None
        ladder = _DURATIONS[unit] if every in _DURATIONS[unit] else days or _steps(every)
        yield from (f"1/{Duration(((unit, v),))}" for v in ladder if v > 1 and v != every)
        return
    for rung in _FREQUENCIES:
        ratio = magnitude(rung) / here
        if not 1 / _AS_OFTEN < ratio < _AS_OFTEN:
            yield str(rung)
