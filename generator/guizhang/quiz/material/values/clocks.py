"""How a rule words a time of day, and how it would word another: 17：30, 下午两点, 晚上十点至次日早上六点, 7:00 PM, 9 am to 5 pm."""

from __future__ import annotations

import re

from guizhang.model.fact import Fact
from guizhang.model.quantity import TimeOfDay
from guizhang.zh.numerals import int_to_chinese

_NUMBER = r"(?:\d{1,2}|[零〇一二两兩三四五六七八九十]+|半)"
_DAY_PARTS = {
    "凌晨": (0, 6), "清晨": (5, 9), "早上": (5, 10), "早晨": (5, 10), "早": (5, 10), "上午": (6, 12), "中午": (12, 13),
    "下午": (13, 19), "傍晚": (16, 20), "晚上": (17, 25), "晚间": (17, 25), "夜间": (18, 25), "夜里": (18, 25), "晚": (17, 25),
}  # fmt: skip
"""Parts of a day -> the hours they go from and up to."""
_HOUR = rf"((?:[次翌]日|第二天)?)({'|'.join(_DAY_PARTS)}|)({_NUMBER})(?:([:：])\d\d|([点點时時])(?:{_NUMBER}分|半|整)?)"
_CLOCK = re.compile(rf"{_HOUR}(?:( ?[～~—–至到-]+ ?){_HOUR})?")
_HALF_DAY = re.compile(r"(\d{1,2})(?:([:.])\d\d)?(?:( ?)([ap])(\.?m\.?))?", re.IGNORECASE)
_TWELVE = re.compile(r"(12(?:[:.]00)? ?)?(?:noon|midnight)", re.IGNORECASE)
_BETWEEN_TIMES = re.compile(r" (?:to|and|until|till|through|thru) | ?[–—-] ?")
_MORNING, _NOON, _EVENING, _HOUR_LONG = 5, 12, 18, 60


def clock(fact: Fact, said: str) -> str | None:
    """Return a time, or a range of times, as *said* writes times: 17：30, 09:00～12:00, 晚上十点至次日早上六点."""
    match = _CLOCK.fullmatch(said)
    times = [value for value in fact.quantity if isinstance(value, TimeOfDay)]
    if match is None or len(times) != 1 + (match[6] is not None):
        return None
    manners = [match.groups()[:5], match.groups()[6:]][: len(times)]
    parts = [_part_of_day(time, manner[1]) for time, manner in zip(times, manners, strict=True)]
    # 下午2:00-6:00: both ends are of the part of the day that is named once; of 夜间22:00至次日6:00 the second is not.
    shared = bool(parts[0]) and not parts[-1] and not manners[-1][0] and not _of_24_hours(manners[0][2])
    if shared and parts[0] != _part_of_day(times[-1], parts[0]):
        return None
    return (match[6] or "").join(
        _time(time, part, halved=bool(part) or shared, manner=manner)
        for time, part, manner in zip(times, parts, manners, strict=True)
    )


def _of_24_hours(hour: str | None) -> bool:
    return hour is not None and hour.isdigit() and int(hour) > _NOON


def _part_of_day(time: TimeOfDay, part: str) -> str:
    """Return what the part of the day is called that *time* is in: as *part* where it can be, empty where that is."""
    if not part:
        return ""
    hours = time.minutes / _HOUR_LONG
    first, last = _DAY_PARTS[part]
    if first <= hours < last:
        return part
    if hours < _MORNING:
        return "凌晨"
    return "上午" if hours < _NOON else "中午" if hours < _NOON + 1 else "下午" if hours < _EVENING else "晚上"


def _time(time: TimeOfDay, part: str, *, halved: bool, manner: tuple[str | None, ...]) -> str:
    """Return a time as *manner* writes it: the next day, the part of the day, the hour, the colon or the word behind it."""
    following, _, hour, colon, sign = manner
    hours, minutes = divmod(time.minutes, _HOUR_LONG)
    written = hour or ""
    if halved and hours > _NOON and not _of_24_hours(hour):
        hours -= _NOON
    if not written.isdigit():
        shown = "两" if hours == 2 else int_to_chinese(hours)
        past = "半" if minutes == _HOUR_LONG // 2 else f"{int_to_chinese(minutes)}分" if minutes else ""
    else:
        shown = f"{hours:02d}" if written.startswith("0") else str(hours)
        past = f"{minutes}分" if minutes else ""
    if colon is not None:
        past = f"{minutes:02d}"
    return f"{following}{part}{shown}{colon or sign}{past}"


def half_days(fact: Fact, said: str) -> str | None:
    """Return a time, or a range of times, as *said* writes times before and after noon: 7:00 PM, 9 am to 5 pm, 5-8 p.m."""
    if (twelve := _TWELVE.fullmatch(said)) and isinstance(time := fact.quantity[0], TimeOfDay) and not fact.quantity[1]:
        if time.minutes % (24 * _HOUR_LONG) == (_NOON * _HOUR_LONG if said.lower().endswith("noon") else 0):
            return said
        said = f"{(twelve[1] or '12').strip()} p.m."  # beside 12:00 noon stands 11:00 a.m.
    manners = [_HALF_DAY.fullmatch(part) for part in _BETWEEN_TIMES.split(said)]
    times = [value for value in fact.quantity if isinstance(value, TimeOfDay)]
    if len(manners) != len(times) or manners[-1] is None or not manners[-1][4]:
        return None
    last = manners[-1].groups()
    parted = next((manner[2] for manner in manners if manner is not None and manner[2]), None)
    shown = []
    for manner, time in zip(manners, times, strict=True):
        if manner is None:
            return None
        # 5-8 p.m.: of two times in one half of the day the second names it; 9-11 a.m. may become 10 a.m.-1 p.m.
        shared = manner[4] is None and _half(time) == _half(times[-1])
        own = manner.groups() if manner[4] else (*manner.groups()[:2], *last[2:])
        shown.append(_half_day(time, own, parted, shared=shared))
    between = _BETWEEN_TIMES.search(said)
    return (between[0] if between else "").join(shown)


def _half(time: TimeOfDay) -> str:
    return "p" if _NOON <= time.minutes // _HOUR_LONG < 2 * _NOON else "a"


def _half_day(time: TimeOfDay, manner: tuple[str | None, ...], parted: str | None, *, shared: bool) -> str:
    """Return a time as *manner* writes it: the hour, the sign before the minutes, the blank and the letters of the half."""
    hour, sign, blank, half, rest = manner
    hours, minutes = divmod(time.minutes, _HOUR_LONG)
    past = f"{sign or parted or ':'}{minutes:02d}" if sign or minutes else ""
    clock = f"{hours % _NOON or _NOON}".zfill(len(hour) if hour and hour.startswith("0") else 1)
    letter = _half(time)
    return f"{clock}{past}" + ("" if shared else f"{blank}{letter.upper() if (half or '').isupper() else letter}{rest}")
