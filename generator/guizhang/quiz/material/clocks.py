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
_HALF_DAY = re.compile(r"(\d{1,2})(?:([:.])\d\d)?( ?)([ap])(\.?m\.?)", re.IGNORECASE)
_BARE_HOUR = re.compile(r"\d{1,2}(?:[:.]\d\d)?")
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
    """Return a time, or a range of times, as *said* writes times before and after noon: 7:00 PM, 9 am to 5 pm."""
    parts = _BETWEEN_TIMES.split(said)
    times = [value for value in fact.quantity if isinstance(value, TimeOfDay)]
    if len(parts) != len(times):
        return None
    # 5-8 p.m.: the half of the day is said once, of times that are both in it.
    named = _HALF_DAY.fullmatch(parts[-1])
    once = named is not None and len(parts) == 2 and _BARE_HOUR.fullmatch(parts[0]) is not None
    if once and named is not None:
        parts[0] += named[3] + named[4] + named[5]
        once = len({time.minutes >= _NOON * _HOUR_LONG for time in times}) == 1
    shown = []
    for n, (part, time) in enumerate(zip(parts, times, strict=True)):
        manner = _HALF_DAY.fullmatch(part)
        if manner is None:
            return None
        hour, parted, blank, half, rest = manner.groups()
        hours, minutes = divmod(time.minutes, _HOUR_LONG)
        letter = "p" if hours >= _NOON else "a"
        past = f"{parted or ':'}{minutes:02d}" if parted or minutes else ""
        clock = f"{hours % _NOON or _NOON}".zfill(len(hour) if hour.startswith("0") else 1)
        said_half = f"{blank}{letter.upper() if half.isupper() else letter}{rest}"
        shown.append(f"{clock}{past}{'' if once and not n else said_half}")
    between = _BETWEEN_TIMES.search(said)
    return (between[0] if between else "").join(shown)
