"""How long personal data are kept: ``24m``, ``2y``, ``90d`` or an ISO 8601 duration such as ``P1Y6M``."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_SHORT = re.compile(r"(\d{1,4})\s*([ymwd年月周天])", re.IGNORECASE)
_ISO = re.compile(r"P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?", re.IGNORECASE)
_UNITS = {"年": "y", "月": "m", "周": "w", "天": "d"}


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time; months are those of the calendar."""

    months: int = 0
    days: int = 0

    def before(self, day: date) -> date:
        """Return the day that lies so long before *day*; of a month that is too short the last one."""
        years, month = divmod(day.year * 12 + day.month - 1 - self.months, 12)
        if years < 1:
            return date.min
        first = date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))
        return first - timedelta(days=min(self.days, (first - date.min).days))


def parse_period(text: str) -> Period | None:
    """Return the period that *text* names; ``None`` for anything else, and for no time at all."""
    text = text.strip()
    if match := _SHORT.fullmatch(text):
        count, unit = int(match[1]), _UNITS.get(match[2], match[2].lower())
        period = Period(
            months=count * {"y": 12, "m": 1}.get(unit, 0),
            days=count * {"w": 7, "d": 1}.get(unit, 0),
        )
    elif match := _ISO.fullmatch(text):
        years, months, weeks, days = (int(part or 0) for part in match.groups())
        period = Period(years * 12 + months, weeks * 7 + days)
    else:
        return None
    return period if period != Period() else None
