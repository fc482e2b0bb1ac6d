"""Quantities in words, as a sentence of each language has them: 24小时 / 24 hours, 三次 / three times.

The bound (不超过 / no more than) stays in the sentence; only the figure is printed here.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from guizhang.model.fact import Bound, Fact
from guizhang.model.quantity import (
    CalendarDate,
    Duration,
    Frequency,
    Number,
    Quantity,
    QuantityKind,
    TimeOfDay,
)
from guizhang.model.text import Lang
from guizhang.model.units import BUSINESS, CURRENCIES, DEFAULT_CURRENCY, Unit, unit_of

_HAN = ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十")
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ZH_TIME_UNITS = {
    "years": "年", "months": "个月", "weeks": "周", "days": "天", "hours": "小时", "minutes": "分钟", "seconds": "秒",
}  # fmt: skip
_CLOCK = (QuantityKind.TIME, QuantityKind.DATE)
# (a moment?, bound, inclusive) -> words before the figure
_BEFORE: dict[tuple[bool, Bound, bool], tuple[str, str]] = {
    (False, Bound.MAX, True): ("最多", "at most"),
    (False, Bound.MAX, False): ("不满", "less than"),
    (False, Bound.MIN, True): ("至少", "at least"),
    (False, Bound.MIN, False): ("超过", "more than"),
    (True, Bound.MAX, True): ("最晚", "no later than"),
    (True, Bound.MAX, False): ("早于", "before"),
    (True, Bound.MIN, True): ("最早", "no earlier than"),
    (True, Bound.MIN, False): ("晚于", "after"),
}
_EN_PERIODS = {"years": "year", "months": "month", "weeks": "week", "days": "day", "hours": "hour"}
_ZH_PERIODS = {"years": "每年", "months": "每月", "weeks": "每周", "days": "每天", "hours": "每小时"}


def print_fact(fact: Fact, lang: Lang, units: Mapping[str, Unit] | None = None) -> str:
    """Return the figure of *fact* as *lang* prints it; its own wording goes first.

    Args:
        fact: The fact, parameters already applied.
        lang: ``zh`` or ``en``.
        units: The company's own units by id, beside the built-in ones.
    """
    own = fact.zh if lang == "zh" else fact.en
    if own is not None:
        return own
    low, high = fact.quantity
    known = {fact.unit: unit_of(fact.unit, units or {})} if fact.unit is not None else {}
    printer = _zh if lang == "zh" else _en
    if high is None:
        return printer(fact, low, known)
    return _zh_range(fact, low, high, known) if lang == "zh" else _en_range(fact, low, high, known)


def limit_word(kind: QuantityKind, bound: Bound, lang: Lang, *, inclusive: bool) -> str:
    """Return the words that bound a figure (最多 / at most); empty for an exact figure or a range."""
    words = _BEFORE.get((kind in _CLOCK, bound, inclusive))
    return "" if words is None else words[0 if lang == "zh" else 1]


def bound_word(fact: Fact, lang: Lang) -> str:
    """Return the words that bound the figure of *fact*; empty too for the same day, which says it."""
    low, _ = fact.quantity
    if isinstance(low, Duration) and _is_same_day(low):
        return ""
    return limit_word(fact.kind, fact.bound, lang, inclusive=fact.inclusive)


def print_date(value: CalendarDate, lang: Lang) -> str:
    """Return 2026年12月1日 or 1 December 2026; days of a year or month likewise."""
    if lang == "zh":
        year = f"{value.year}年" if value.year is not None else ""
        month = f"{value.month}月" if value.month is not None else ""
        return f"{year}{month}{value.day}日"
    if value.month is None:
        return f"the {value.day}{_ordinal_suffix(value.day)}"
    year = f" {value.year}" if value.year is not None else ""
    return f"{value.day} {_MONTHS[value.month - 1]}{year}"


def _zh(fact: Fact, value: Quantity, units: Mapping[str, Unit]) -> str:
    match value:
        case Duration():
            return _zh_duration(value, business=fact.unit == BUSINESS)
        case TimeOfDay():
            return str(value)
        case CalendarDate():
            return print_date(value, "zh")
        case Frequency():
            return _zh_frequency(value)
        case Number():
            return _zh_number(fact, value, units)


def _zh_number(fact: Fact, value: Number, units: Mapping[str, Unit]) -> str:
    if fact.kind is QuantityKind.PERCENT:
        return f"{value}%"
    if fact.kind is QuantityKind.MONEY:
        return f"{_cents(value.value):f}{CURRENCIES[fact.unit or DEFAULT_CURRENCY][0]}"
    unit = units[fact.unit] if fact.unit else None
    if unit is None:
        return str(value)
    return f"{_han(value.value) if unit.spelled else value}{unit.zh}"


def _is_same_day(value: Duration) -> bool:
    return all(unit == "days" and amount == 0 for unit, amount in value.parts)


def _zh_duration(value: Duration, *, business: bool) -> str:
    if _is_same_day(value):
        return "当日"
    out = ""
    for unit, amount in value.parts:
        if unit in ("days", "hours") and amount == Decimal("0.5"):
            out += "半个工作日" if business and unit == "days" else "半天" if unit == "days" else "半小时"
            continue
        word = "个工作日" if business and unit == "days" else _ZH_TIME_UNITS[unit]
        out += f"{Number(amount)}{word}"
    return out


def _zh_frequency(value: Frequency) -> str:
    (unit, amount), *rest = value.period.parts
    simple = not rest and amount == 1 and unit in _ZH_PERIODS
    every = _ZH_PERIODS[unit] if simple else "每" + _zh_duration(value.period, business=False)
    return f"{every}{_han(Decimal(value.times))}次"


def _zh_range(fact: Fact, low: Quantity, high: Quantity, units: Mapping[str, Unit]) -> str:
    first, second = _zh(fact, low, units), _zh(fact, high, units)
    if fact.kind is QuantityKind.PERCENT:
        return f"{first}至{second}"
    return f"{_without_shared_tail(first, second)}至{second}"


def _en(fact: Fact, value: Quantity, units: Mapping[str, Unit]) -> str:
    match value:
        case Duration():
            return _en_duration(value, business=fact.unit == BUSINESS)
        case TimeOfDay():
            return str(value)
        case CalendarDate():
            return print_date(value, "en")
        case Frequency():
            return _en_frequency(value)
        case Number():
            return _en_number(fact, value, units)


def _en_number(fact: Fact, value: Number, units: Mapping[str, Unit]) -> str:
    if fact.kind is QuantityKind.PERCENT:
        return f"{value}%"
    if fact.kind is QuantityKind.MONEY:
        return f"{CURRENCIES[fact.unit or DEFAULT_CURRENCY][1]} {_en_figure(_cents(value.value))}"
    unit = units[fact.unit] if fact.unit else None
    if unit is None:
        return _en_figure(value.value)
    if fact.unit == "times" and value.value in (1, 2):
        return "once" if value.value == 1 else "twice"
    shown = _word(value.value) if unit.spelled else _en_figure(value.value)
    return f"{shown} {unit.en if value.value == 1 else _plural(unit)}".strip()


def _en_duration(value: Duration, *, business: bool) -> str:
    if _is_same_day(value):
        return "the same day"
    out = []
    for unit, amount in value.parts:
        name = "working day" if business and unit == "days" else unit[:-1]
        if unit in ("days", "hours") and amount == Decimal("0.5"):
            out.append("half an hour" if unit == "hours" else f"half a {name}")
            continue
        out.append(f"{Number(amount)} {name}{'' if amount == 1 else 's'}")
    return " ".join(out)


def _en_frequency(value: Frequency) -> str:
    times = {1: "once", 2: "twice"}.get(value.times, f"{_word(Decimal(value.times))} times")
    (unit, amount), *rest = value.period.parts
    if rest or amount != 1 or unit not in _EN_PERIODS:
        return f"{times} every {_en_duration(value.period, business=False)}"
    article = "an" if unit == "hours" else "a"
    return f"{times} {article} {_EN_PERIODS[unit]}"


def _en_range(fact: Fact, low: Quantity, high: Quantity, units: Mapping[str, Unit]) -> str:
    second = _en(fact, high, units)
    if isinstance(high, Number) and fact.kind is QuantityKind.MONEY:
        return f"{_en(fact, low, units)} to {_en_figure(high.value)}"
    if isinstance(high, Number) and fact.kind is QuantityKind.COUNT and fact.unit:
        spelled = units[fact.unit].spelled
        shown = [_word(n.value) if spelled else _en_figure(n.value) for n in (low, high) if isinstance(n, Number)]
        return f"{' to '.join(shown)} {_plural(units[fact.unit])}".strip()
    if isinstance(low, Duration) and isinstance(high, Duration) and len(low.parts) == 1:
        (unit, amount), *_ = low.parts
        # "3 to 5 minutes": one unit for both figures.
        if [name for name, _ in high.parts] == [unit]:
            return f"{Number(amount)} to {second}"
    return f"{_en(fact, low, units)} to {second}"


def _plural(unit: Unit) -> str:
    return unit.plural or (f"{unit.en}s" if unit.en else "")


def _en_figure(number: Decimal) -> str:
    """Return digits in groups of three; cents with two places, as prices are written."""
    return f"{int(number):,}" if number == int(number) else f"{number:,f}"


def _without_shared_tail(first: str, second: str) -> str:
    """Return *first* without the unit it shares with *second*: 200元, 1000元 -> 200."""
    cut = len(first)
    while cut > 1 and not first[cut - 1].isdigit() and first[cut - 1] not in _HAN:
        cut -= 1
    tail = first[cut:]
    return first[:cut] if tail and second.endswith(tail) else first


def _han(number: Decimal) -> str:
    return _HAN[int(number)] if number == int(number) and 0 < number <= 10 else str(Number(number))


def _word(number: Decimal) -> str:
    return _WORDS[int(number)] if number == int(number) and 0 < number <= 10 else _en_figure(number)


def _cents(amount: Decimal) -> Decimal:
    """Return an amount of money without a fraction, or with two places."""
    return amount.quantize(Decimal(1)) if amount == int(amount) else amount.quantize(Decimal("0.01"))


def _ordinal_suffix(day: int) -> str:
    if day in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
