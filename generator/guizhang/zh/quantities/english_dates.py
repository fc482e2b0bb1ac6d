"""Days of the year and times of day as English rules say them."""

from __future__ import annotations

import re

from guizhang.zh.quantities.english_forms import FORM, MONTHS
from guizhang.zh.quantities.english_numbers import number_of
from guizhang.zh.quantities.figure import FigureKind, Reading

_THROUGH = re.compile(r" ?[-–—] ?| (?:to|through|thru|until|till) ", re.IGNORECASE)
_AND = re.compile(" and ")
_BETWEEN = re.compile(r"\bbetween $", re.IGNORECASE)
_HALF_DAY = re.compile(r"[ap](?=\.?m)", re.IGNORECASE)


def date_of(match: re.Match[str]) -> Reading | None:
    """Return 1 June, June 1st 2026, 1 June to 31 August or (by) June; ``None`` where the month has no such day."""
    if alone := match["month3"] or match["month4"]:
        return Reading(*match.span(), FigureKind.DATE, f"--{MONTHS.index(alone) + 1:02d}")
    name, day = match["month"] or match["month2"], int(match["dom"] or match["dom2"])
    month = next(i for i, full in enumerate(MONTHS, start=1) if full.startswith(name[:3].title()))
    year = match["year"] or match["year2"]
    value = f"{year or '-'}-{month:02d}-{day:02d}"
    if not 0 < day < 32:
        return None
    # June 1 through August 31, between 1 June and 31 August: one range; from July to June next year two days are named.
    joint = (_AND if _BETWEEN.search(match.string, 0, match.start()) else _THROUGH).match(match.string, match.end())
    last = FORM.match(match.string, joint.end()) if joint else None
    if (
        last
        and (last["month"] or last["month2"])
        and (till := date_of(last))
        and value < till.value
        and ".." not in till.value
    ):
        return Reading(match.start(), till.end, FigureKind.DATE, f"{value}..{till.value}")
    return Reading(*match.span(), FigureKind.DATE, value)


def clock_of(match: re.Match[str]) -> Reading | None:
    """Return 9.30 am, 6 o'clock or 0900 hrs."""
    if match["military"]:
        return Reading(*match.span(), FigureKind.TIME, f"{int(match['military'][:2])}:{match['military'][2:]}")
    if match["oclock"]:
        hour = int(number_of(match["oclock"].split()[0]))
        return Reading(*match.span(), FigureKind.TIME, f"{hour}:00") if hour <= 24 else None
    first, last = match["opens"] or match["clock"], match["closes"] or match["till"]
    half = _HALF_DAY.search(first) or _HALF_DAY.search(last or "")
    low, high = _minutes(first, half), _minutes(last, _HALF_DAY.search(last)) if last else None
    if low is not None and high is not None and not _HALF_DAY.search(first) and low > high:
        # 9-1 pm begins in the morning.
        low -= 720
    if low is None or (last and high is None):
        return None
    value = _spelled(low) + (f"..{_spelled(high)}" if high is not None else "")
    return Reading(*match.span(), FigureKind.TIME, value)


def _minutes(printed: str, half: re.Match[str] | None) -> int | None:
    """Return the minute of the day of 9.30 in the morning or the afternoon."""
    hour, minute = (int(figure) for figure in (*re.findall(r"\d+", printed), "0")[:2])
    if half is None or not 1 <= hour <= 12 or minute > 59:
        return None
    return (hour % 12 + (12 if half[0].lower() == "p" else 0)) * 60 + minute


def _spelled(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"
