"""What a figure is worth, however it is written down: `P7D` and `P1W`, `200 CNY` and 200.0, `3..5` and {min, max}."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Point = tuple[float | str | None, ...]
"""One end of a figure as comparable numbers; a date has None where it names no year or month."""

KINDS = ("duration", "money", "percent", "count", "frequency", "time-of-day", "date")
ALIASES = {"time": "time-of-day", "clock": "time-of-day", "deadline": "duration", "discount": "percent", "range": ""}
"""Other names for a kind; an empty one leaves the kind to the annotation."""

_ISO = re.compile(
    r"P(?:(?P<y>[\d.]+)Y)?(?:(?P<m>[\d.]+)M)?(?:(?P<w>[\d.]+)W)?(?:(?P<b>[\d.]+)BD)?(?:(?P<d>[\d.]+)D)?"
    r"(?:T(?:(?P<h>[\d.]+)H)?(?:(?P<i>[\d.]+)M)?(?:(?P<s>[\d.]+)S)?)?"
)
_NUMBER = re.compile(r"[-+±]?\d[\d,]*(?:\.\d+)?(?:/\d+)?")
_BUSINESS = re.compile(r"business|working|工作[日天]|BD")
_RANGE = re.compile(r"\s*(?:\.\.|～|~|–|—| to )\s*")
_LOW = ("min", "low", "from", "start")
_HIGH = ("max", "high", "to", "end")
_AMOUNT = ("amount", "number", "value", "count", "times", "duration", "iso", "date", "time")
_PERIOD = ("per", "period", "every")


@dataclass(frozen=True)
class Value:
    """A figure: `low` and `high` are equal unless it is a range."""

    low: Point
    high: Point

    def same(self, other: Value) -> bool:
        """Tell whether both say the same, within rounding (2/3 is 66.67 per cent)."""
        return _close(self.low, other.low) and _close(self.high, other.high)


def value_of(kind: str, fact: Mapping[str, Any]) -> Value | None:
    """Return what *fact* is worth as a figure of *kind*, or None if that cannot be read from it."""
    raw: Any = fact.get("value")
    if raw is None and any(key in fact for key in (*_LOW, *_HIGH)):
        raw = fact
    low, high = _ends(raw)
    unit = f"{fact.get('unit') or ''} {low} {high}"
    ends = [_point(kind, end, business=bool(_BUSINESS.search(unit))) for end in (low, high)]
    first, last = ends
    return None if first is None or last is None else Value(first, last)


def _ends(raw: Any) -> tuple[Any, Any]:
    if isinstance(raw, Mapping):
        low = next((raw[key] for key in _LOW if raw.get(key) is not None), None)
        high = next((raw[key] for key in _HIGH if raw.get(key) is not None), None)
        if low is None and high is None:
            amount = next((raw[key] for key in _AMOUNT if key in raw), None)
            period = next((raw[key] for key in _PERIOD if key in raw), None)
            text = " ".join(str(raw[key]) for key in ("unit", "currency") if raw.get(key))
            one = amount if period is None else f"{amount or 1}/{period}"
            return f"{one} {text}".strip(), f"{one} {text}".strip()
        return (high if low is None else low), (low if high is None else high)
    if isinstance(raw, list | tuple) and len(raw) == 2:
        return raw[0], raw[1]
    if isinstance(raw, str) and len(parts := _RANGE.split(raw.strip())) == 2 and all(parts):
        return parts[0], parts[1]
    return raw, raw


def _point(kind: str, raw: Any, *, business: bool) -> Point | None:
    if raw is None:
        return None
    text = str(raw).strip()
    if kind == "duration":
        return _duration(text, business=business)
    if kind == "frequency":
        return _frequency(text)
    if kind == "time-of-day":
        found = re.search(r"(\d{1,2}):(\d{2})", text)
        return (int(found[1]) * 60.0 + int(found[2]),) if found else None
    if kind == "date":
        return _date(text)
    number = _number(text)
    if number is None:
        return None
    if kind == "percent" and "/" in text:
        number *= 100
    return (number,)


def _number(text: str) -> float | None:
    found = _NUMBER.search(text)
    if not found or re.fullmatch(r"[\d.]+(?::[\d.]+)+", text):
        return None
    top, _, bottom = found[0].replace(",", "").lstrip("±+").partition("/")
    return float(top) / float(bottom) if bottom and float(bottom) else float(top)


def _duration(text: str, *, business: bool) -> Point | None:
    if business and not text.startswith("P"):
        number = _number(text)
        return None if number is None else (0.0, number, 0.0, "business")
    found = _ISO.match(text)
    if not found or found.end() < 3:
        return None
    part = {name: float(digits or 0) for name, digits in found.groupdict().items()}
    months, days = part["y"] * 12 + part["m"], part["w"] * 7 + part["d"] + part["b"]
    return months, days, part["h"] * 3600 + part["i"] * 60 + part["s"], "business" if business else ""


def _frequency(text: str) -> Point | None:
    count, _, period = text.removeprefix("R").partition("/")
    number = _number(count)
    if number is None:
        return None
    length = _duration(period, business=False)
    return (number, *(length or (None, None, None, None)))


def _date(text: str) -> Point | None:
    """Read `2024-03-01`, `--03-31`, `--10` (a month), `---25` (a day of any month), `3月31日`."""
    for pattern in (
        r"(?P<y>\d{4})[-./年](?P<m>\d{1,2})[-./月](?P<d>\d{1,2})",
        r"---(?P<d>\d{1,2})",
        r"(?:--|^)(?P<m>\d{1,2})[-月](?P<d>\d{1,2})",
        r"--(?P<m>\d{1,2})$",
        r"(?P<m>\d{1,2})月",
        r"(?P<d>\d{1,2})[日号號]?$",
    ):
        if found := re.search(pattern, text):
            part = found.groupdict()
            return tuple(float(part[key]) if part.get(key) else None for key in ("y", "m", "d"))
    return None


def _close(one: Point, other: Point) -> bool:
    return len(one) == len(other) and all(map(_alike, one, other))


def _alike(one: float | str | None, other: float | str | None) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=2e-4, abs_tol=1e-9)
    return one == other
