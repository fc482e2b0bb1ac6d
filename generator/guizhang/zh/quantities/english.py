"""Quantities in English sentences, in the plain forms rules have: within 24 hours, USD 50, 80 %, twice a week."""

from __future__ import annotations

import re
from decimal import Decimal

from guizhang.zh.quantities.durations import spell
from guizhang.zh.quantities.figure import FigureKind, Reading
from guizhang.zh.quantities.numbers import plain

_WORDS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        start=1,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_N = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|" + "|".join(sorted(_WORDS, key=len, reverse=True))
_TO = r"(?: ?(?:-|–|to|or) ?)"
_PARTS = {
    "second": "seconds",
    "minute": "minutes",
    "hour": "hours",
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
}
_UNITS = {
    "times": "times", "time": "times", "rings": "rings", "ring": "rings", "people": "people", "persons": "people",
    "person": "people", "employees": "people", "customers": "customers", "customer": "customers", "calls": "calls",
    "call": "calls", "copies": "copies", "copy": "copies", "points": "points", "point": "points", "steps": "steps",
    "items": "items", "questions": "questions", "cases": "cases", "metres": "metres", "words": "words",
    "attempts": "attempts", "visits": "visits", "shifts": "shifts",
}  # fmt: skip
_CODES = {
    "RMB": "CNY",
    "CNY": "CNY",
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "GBP",
    "HKD": "HKD",
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
}
_BEHIND = {"yuan": "CNY", "rmb": "CNY", "dollars": "USD", "euros": "EUR"}

_FORM = re.compile(
    rf"\b(?P<half>half an? (?:working )?(?P<half_unit>hour|day|year))\b"
    rf"|(?P<often>\b(?:once|twice|(?:{_N}) times) (?:an?|every|each|per) (?P<period>hour|day|week|month|quarter|year)\b)"
    rf"|(?P<clock>\b\d{{1,2}}(?::\d{{2}})? ?(?P<half_day>(?:[ap]m\b|[ap]\.m\.)))"
    rf"|(?P<code>\b(?:RMB|CNY|USD|EUR|GBP|HKD) ?|US\$ ?|[$€£] ?)(?P<amount>\d[\d,]*(?:\.\d+)?)(?:{_TO}(?P=code)?(?P<upper>\d[\d,]*(?:\.\d+)?))?"
    rf"|\b(?P<n>{_N})(?:{_TO}(?P<m>{_N}))?(?:"
    r"(?P<percent> ?%| per ?cent\b)"
    r"|[ -](?P<business>(?:working|business) )?(?P<time>seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b(?! old)"
    rf"|(?P<money> (?:yuan|RMB|dollars|euros)\b)| (?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})\b)",
    re.IGNORECASE,
)
_PERIODS = {"hour": "PT1H", "day": "P1D", "week": "P1W", "month": "P1M", "quarter": "P3M", "year": "P1Y"}


def read_english(view: str) -> list[Reading]:
    """Return the figures of the English sentences of *view*, in order."""
    return [reading for match in _FORM.finditer(view) if (reading := _reading(match)) is not None]


def _reading(match: re.Match[str]) -> Reading | None:
    start, end = match.span()
    if match["half"]:
        value = spell({_PARTS[match["half_unit"].lower()]: Decimal("0.5")})
        return Reading(
            start, end, FigureKind.DURATION, value, "business" if "working" in match["half"].lower() else None
        )
    if match["often"]:
        word = match["often"].split()[0].lower()
        times = {"once": 1, "twice": 2}.get(word) or int(_number(word))
        return Reading(start, end, FigureKind.FREQUENCY, f"{times}/{_PERIODS[match['period'].lower()]}")
    if match["clock"]:
        return _clock(match)
    if match["code"]:
        value = plain(_number(match["amount"])) + (f"..{plain(_number(match['upper']))}" if match["upper"] else "")
        return Reading(start, end, FigureKind.MONEY, value, _CODES[match["code"].strip().upper()])
    low, high = _number(match["n"]), _number(match["m"]) if match["m"] else None
    if high is not None and high <= low:
        high = None
    if match["percent"]:
        return Reading(start, end, FigureKind.PERCENT, f"{plain(low)}%" + (f"..{plain(high)}%" if high else ""))
    if match["time"]:
        unit = _PARTS[match["time"].lower().rstrip("s")]
        value = spell({unit: low}) + (f"..{spell({unit: high})}" if high else "")
        return Reading(start, end, FigureKind.DURATION, value, "business" if match["business"] else None)
    number = plain(low) + (f"..{plain(high)}" if high else "")
    if match["money"]:
        return Reading(start, end, FigureKind.MONEY, number, _BEHIND[match["money"].strip().lower()])
    return Reading(start, end, FigureKind.COUNT, number, _UNITS[match["unit"].lower()])


def _clock(match: re.Match[str]) -> Reading | None:
    figures = re.match(r"(\d{1,2})(?::(\d{2}))?", match["clock"])
    assert figures is not None
    hour, minute = int(figures[1]), int(figures[2] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    hour = hour % 12 + (12 if match["half_day"].lower().startswith("p") else 0)
    return Reading(*match.span(), FigureKind.TIME, f"{hour}:{minute:02d}")


def _number(word: str) -> Decimal:
    return Decimal(_WORDS[word.lower()]) if word.lower() in _WORDS else Decimal(word.replace(",", ""))
