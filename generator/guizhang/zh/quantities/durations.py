"""Durations: 24小时, 半天, 一个半小时, 1个月零15天, 三个工作日, 3-5分钟."""

from __future__ import annotations

import re
from decimal import Decimal

from guizhang.zh.quantities.figure import FigureKind, Limit, Reading
from guizhang.zh.quantities.friends import ORDINAL_DAY
from guizhang.zh.quantities.minutes import end_of_minutes
from guizhang.zh.quantities.numbers import NUMBER, SEPARATOR, Numeral, plain, read_number, value_of
from guizhang.zh.quantities.units import DESIGNATORS, DURATION, DURATIONS

_UNIT = re.compile(rf" ?(?P<about>多|余|几)?整?(?P<half>个半)?(?P<unit>{DURATION})(?P<more>半(?!小|个|天|日|年|月))?")
_HALF = re.compile(r"半(?:个)?(?P<unit>小时|钟头|工作日|天|日|年|月|星期|周)(?!度|报(?![告请送知上])|薪|假)")
# Unit -> the unit that may follow it without 零: 8 hours a day (一天8小时) must not read as one day and eight hours.
_NEXT = {"years": {"months"}, "hours": {"minutes"}, "minutes": {"seconds"}}
_ORDER = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
_MONTHS = 12
"""Of a year."""
_COUNTED_DAYS = 100
"""Above these days are counted in months."""
_ORDINAL_DAY = re.compile(rf"第 ?(?P<n>{NUMBER}){ORDINAL_DAY}")
_JOIN = re.compile(r"(?:零|又|加)")
_MINUTE_AND_HALF = re.compile("分半(?![之数])")
_MINUTES_BARE = re.compile(r"分(?!之|别|钟|部|公|店)")
# 休假前一天提交 sets a limit; 总结前一天营业情况 speaks of yesterday.
_DAY_BEFORE = re.compile("[,。;、]|内|之?前|下班|书面|通知|提交|告知|申请|提出|向|到|电话|确认|将|完成|办理|$")
_SEPARATOR = re.compile(rf"{SEPARATOR}(?:最多|最长|最高)?|或(?:者)?")

Parts = dict[str, Decimal]


def spell(parts: Parts) -> str:
    """Return an ISO 8601 duration; half a year and half a season are written in months."""
    parts = dict(parts)
    years = parts.get("years", Decimal(0))
    if years % 1:
        parts["years"] = years // 1
        parts["months"] = parts.get("months", Decimal(0)) + (years % 1) * 12
    dates = "".join(f"{plain(parts[u])}{DESIGNATORS[u]}" for u in _ORDER[:4] if parts.get(u))
    times = "".join(f"{plain(parts[u])}{DESIGNATORS[u]}" for u in _ORDER[4:] if parts.get(u))
    return f"P{dates}" + (f"T{times}" if times else "") if dates or times else "P0D"


def read_half(view: str, start: int) -> Reading | None:
    """Return half a unit that begins at *start*: 半小时, 半个月, 半年; or None."""
    match = _HALF.match(view, start)
    # 多半天 and 一半时间 are no figures, and 下半年 is a time of the year.
    before = view[start - 1 : start]
    if match is None or (
        before
        and (
            before in "一大多"
            or (before in "前后上下" and view[start - 2 : start] != "提前" and match["unit"] in ("年", "月", "天"))
        )
    ):
        return None
    unit, scale = DURATIONS[match["unit"]]
    part, business = ("days", "business") if unit == "business" else (unit, None)
    value = spell({part: Decimal("0.5") * scale})
    joint = _SEPARATOR.match(view, match.end())
    number = read_number(view, joint.end()) if joint and not joint.group().startswith("或") else None
    upper = _with_unit(view, number, joint.end()) if joint and number and number.high is None else None
    if upper and upper[1] == business and _length(upper[0]) > _length({part: Decimal("0.5") * scale}):
        return _reading(start, upper[2], {part: Decimal("0.5") * scale}, upper[0], business)
    return Reading(start, match.end(), FigureKind.DURATION, value, business)


def read_ordinal_day(view: str, start: int) -> Reading | None:
    """Return the day up to which or from which something holds that begins at *start*: 第三日内, 第二个工作日前, 第十一日起; or None.

    第一天 is the day itself, and a day that nothing ends with or begins on sets no limit.
    """
    match = _ORDINAL_DAY.match(view, start)
    number = value_of(match["n"]) if match else None
    if match is None or number is None or not 1 < number < _COUNTED_DAYS:
        return None
    limit = Limit.MIN if match["mark"] == "起" else Limit.MAX
    business = "business" if "工作" in match["unit"] else None
    return Reading(start, match.end(), FigureKind.DURATION, spell({"days": number}), business, limit)


def read_duration(view: str, number: Numeral, start: int) -> Reading | None:
    """Return the duration whose first number is *number*, a range included, or None."""
    single = _with_unit(view, number, start)
    if single is not None:
        parts, business, end = single
        if number.high is not None:
            unit = next(iter(parts))
            high = {unit: parts[unit] / number.low * number.high}
            return _reading(start, end, parts, high, business)
        joint = _SEPARATOR.match(view, end)
        second = read_number(view, joint.end()) if joint else None
        other = _with_unit(view, second, joint.end()) if joint and second and second.high is None else None
        if other and not joint.group().startswith("或") if joint else False:
            assert other is not None
            if other[1] == business and _length(other[0]) > _length(parts):
                return _reading(start, other[2], parts, other[0], business)
        return _reading(start, end, parts, None, business)
    # 3-5分钟: the unit stands behind the second number only.
    joint = _SEPARATOR.match(view, number.end)
    second = read_number(view, joint.end()) if joint and number.high is None else None
    if joint is None or second is None or second.high is not None or joint.group().startswith("或"):
        return None
    other = _with_unit(view, second, joint.end())
    if other is None or second.low <= number.low or len(other[0]) != 1:
        return None
    parts, business, end = other
    ((unit, amount),) = parts.items()
    return _reading(start, end, {unit: amount / second.low * number.low}, parts, business)


def _with_unit(view: str, number: Numeral, start: int) -> tuple[Parts, str | None, int] | None:
    """Return (parts, ``business`` or None, end) of a number with its unit of time and what follows it."""
    if number.high is None and (half := _MINUTE_AND_HALF.match(view, number.end)):
        return {"minutes": number.low, "seconds": Decimal(30)}, None, half.end()
    match = _UNIT.match(view, number.end)
    if match is None and number.low and (end := end_of_minutes(view, start, number.end)):
        further = _further(view, end, "minutes")
        seconds = {"seconds": further[1]} if further else {}
        return {"minutes": number.low, **seconds}, None, further[2] if further else end
    if match is None or not _is_duration(view, number, match, start):
        return None
    unit, scale = DURATIONS[match["unit"]]
    business = "business" if unit == "business" else None
    part = "days" if business else unit
    amount = number.low
    if match["half"] or match["more"]:
        amount += Decimal("0.5")
    parts = {part: amount * scale}
    end = match.end()
    while not business:
        further = _further(view, end, part)
        if further is None:
            break
        part, amount, end = further
        parts[part] = amount
    return parts, business, end


def _further(view: str, end: int, above: str) -> tuple[str, Decimal, int] | None:
    """Return a smaller unit that goes on the duration: 1小时|30分钟, 1个月|零15天."""
    joint = _JOIN.match(view, end)
    begin = joint.end() if joint else end
    number = read_number(view, begin)
    if number is None or number.high is not None:
        return None
    match = _UNIT.match(view, number.end)
    if match is None:
        bare = _MINUTES_BARE.match(view, number.end) if above == "hours" else None
        return ("minutes", number.low, bare.end()) if bare else None
    unit, scale = DURATIONS[match["unit"]]
    if joint and joint.group() == "加" and unit not in _NEXT.get(above, set()):
        # 每满一年加一天: what is added to something else.
        return None
    if unit == "business" or _ORDER.index(unit) <= _ORDER.index(above):
        return None
    if unit == "months" and number.low >= _MONTHS:
        # 一年12月 says how long a year is.
        return None
    if not joint and unit not in _NEXT.get(above, set()) and not (above == "months" and number.digits):
        return None
    return unit, number.low * scale, match.end()


def _is_duration(view: str, number: Numeral, match: re.Match[str], start: int) -> bool:
    unit = match["unit"]
    before = view[start - 1 : start] if start else ""
    behind = view[match.end() : match.end() + 2]
    if before == "第" or (match["half"] and unit in ("天", "日", "年", "秒")):
        return False
    if unit == "月":
        if match["half"]:
            return True
        # 三月 is March; 两月 can only be two months, and a limit behind it counts months as well.
        return view[start : number.end] == "两" or behind[:1] == "内" or behind in ("以内", "以上", "以下", "之内")
    if number.low == 0:
        return False
    if unit == "年":
        return number.low <= 100
    if unit in ("日", "天", "周") and before == "每" and number.low == 1 and not number.digits:
        return False
    if unit == "日" and number.low > 1000:
        return False
    if (
        before == "前"
        and view[start - 2 : start] != "提前"
        and unit in ("天", "日")
        and view[start : number.end] == "一"
        and not _DAY_BEFORE.match(view, match.end())
    ):
        return False
    return not (unit == "季度" and not number.digits and before in ("、", "第"))


def _length(parts: Parts) -> Decimal:
    days = {"years": 365, "months": 30, "weeks": 7, "days": 1}
    seconds = {"hours": 3600, "minutes": 60, "seconds": 1}
    return sum((n * days[u] * 86_400 if u in days else n * seconds[u] for u, n in parts.items()), Decimal(0))


def _reading(start: int, end: int, low: Parts, high: Parts | None, business: str | None) -> Reading:
    value = spell(low) + (f"..{spell(high)}" if high else "")
    return Reading(start, end, FigureKind.DURATION, value, business)
