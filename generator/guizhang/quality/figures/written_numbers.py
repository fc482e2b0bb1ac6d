"""Numbers as the rewriting of figures needs them: shares in per cent, figures with decimals in a smaller unit."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from guizhang.model.text import Lang

Rewriting = tuple[str, str | Callable[[re.Match[str]], str]]
"""A pattern, and what stands instead of what it matches."""
# A unit of time and the next smaller one, of which it has so many.
SMALLER: dict[Lang, dict[str, tuple[int, str]]] = {
    "en": {
        "year": (12, "month"),
        "month": (30, "day"),
        "week": (7, "day"),
        "day": (24, "hour"),
        "hour": (60, "minute"),
        "minute": (60, "second"),
    },
    "zh": {
        "年": (12, "个月"),
        "个月": (30, "天"),
        "周": (7, "天"),
        "天": (24, "小时"),
        "小时": (60, "分钟"),
        "分钟": (60, "秒"),
    },
}


def plainly(number: Decimal) -> str:
    """Return a number without an exponent and without noughts behind."""
    return format(number.normalize(), "f")


def percent(number: Decimal) -> str:
    """Return a share as one writes it."""
    # A third is 33% to everybody, an eighth 12.5%.
    exact = round(number, 2)
    return f"{plainly(exact if exact == number else Decimal(round(number)))}%"


def smaller(number: Decimal, unit: str, lang: Lang) -> str:
    """Return a figure with decimals in a unit that it has a whole number of, if there is one: 1.5 hours, 90 minutes."""
    gap = " " if lang == "en" else ""
    name, written = unit, plainly(number)
    while number % 1 and name in SMALLER[lang]:
        scale, name = SMALLER[lang][name]
        number *= scale
    if number % 1:
        return f"{written}{gap}{unit}"
    return f"{plainly(number)}{gap}{name}{'s' if lang == 'en' and number != 1 else ''}"


def together(number: Decimal, unit: str, more: Decimal, small: str, lang: Lang) -> str | None:
    """Return a figure in two units as one in the smaller of them, if that is the next smaller: 1 hour 15 minutes, 75 minutes."""
    scale, following = SMALLER[lang].get(unit, (0, ""))
    if following != small:
        return None
    total = plainly(number * scale + more)
    return f"{total} {small}s" if lang == "en" else f"{total}{small}"


def share(match: re.Match[str], over: str, under: str) -> str:
    """Return a fraction as a share, and what it is not as it stands: 2/3, 3 in 4; not 31/12."""
    return percent(Decimal(100) * int(over) / int(under)) if 0 < int(over) < int(under) else match[0]
