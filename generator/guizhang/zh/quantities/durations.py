"""Durations: 24小时, 半天, 一个半小时, 1个月零15天, 三个工作日, 3-5分钟; and how often: 每周至少两次, 一天三次, 每季度."""

from __future__ import annotations

import re
from decimal import Decimal

from guizhang.zh.quantities.figure import FigureKind, Limit, Reading
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


_PERIODS: dict[str, str] = {
    "天": "P1D", "日": "P1D", "个工作日": "P1D", "工作日": "P1D", "晚": "P1D", "周": "P1W", "个星期": "P1W", "星期": "P1W",
    "旬": "P10D", "月": "P1M", "个月": "P1M", "季度": "P3M", "季": "P3M", "个季度": "P3M", "半年": "P6M", "半年度": "P6M", "年": "P1Y",
    "年度": "P1Y", "小时": "PT1H", "个小时": "PT1H", "半个月": "P15D", "半月": "P15D", "半小时": "PT30M", "半个小时": "PT30M",
}  # fmt: skip
_PERIOD = "|".join(sorted(_PERIODS, key=len, reverse=True))
_EACH = rf"每(?:隔|满|运行|行驶|使用|工作)?(?:一(?![个]))?(?:(?P<n>{NUMBER})(?P<unit>{DURATION})|(?P<period>{_PERIOD})(?!报(?![销送备告请修名盘])|计划|刊|常))"
_WITHIN = r"(?<![\d一-龥])一(?:个)?(?P<one>[天日周年月]|季度)|(?P<bare>一(?:天|日|周|年|个月))"
_TIMES = (
    r"(?P<limit>至少|最少|不得?少于|不得?低于|最多|至多|不得?超过|不多于|上限|只能|仅限|限)?(?P<act>(?:(?![至最以]|不[得少低超多])[一-龥]){0,4}?)"
    rf"(?P<low>{NUMBER})(?:{SEPARATOR}(?P<high>{NUMBER}))?(?:次(?!日|数|序|品|性)|回(?!访|复)|遍|圈|趟)(?P<right>及?以上|及?以下|以内)?"
)
# What may stand between the period and how often: 每日盘点现金一次, 每半年对设备检修一次.
_ACTION = r"(?P<action>[^\d一二两三四五六七八九十百半每第,。;!?\n:]{0,16}?)(?<!以)"
_EVERY = re.compile(rf"(?:{_EACH}|{_WITHIN}){_ACTION}{_TIMES}")
_SET = re.compile(
    rf"(?:一(?P<period>[年月周日天季])|(?P<half>半(?:年|个?月|小时))|(?P<n>{NUMBER})(?P<unit>{DURATION}))一(?:[审评检结换清报查考签训议会测付洗轮]|次(?!性|日|数))"
)
_BARE = re.compile(_EACH)
_CLAUSE = re.compile(r"[^,。;!?\n:]{0,28}")
_ANY = re.compile(r"[\d一二两三四五六七八九十百半]")
# 每月迟到三次的 is a case that costs something, no rhythm to keep.
_CASE = re.compile("迟到|早退|旷|违|缺|未|投诉|忘|错|逾|累计|超过$|罚|扣|记(?!录|账|载)|到$|退|工$")
_SHORT_ACT = 4
_HAPPENED = re.compile("[发出受被内中仅有获]|[可只]能")
# 一日两次，早晚各一次 goes on to say when.
_CASE_BEHIND = re.compile("[的者]?[:,](?!即|每次|分别|上下[班午]|早|间隔|一次|各)")
_PARTS_OF_DAY = {
    "早晚": 2,
    "早、晚": 2,
    "上下午": 2,
    "上午下午": 2,
    "上午、下午": 2,
    "上、下午": 2,
    "早中晚": 3,
    "早、中、晚": 3,
    "班前班后": 2,
    "班前、班后": 2,
}
_AT_EACH = re.compile(f"(?:在|于)?({'|'.join(_PARTS_OF_DAY)})各")
_AT_LEAST = frozenset(("至少", "最少", "不少于", "不得少于", "不低于", "不得低于"))
# 每周至少对仓库检查2次: the limit may stand before what is done.
_EARLY_LIMIT = re.compile("至少|最少|不得?少于|不得?低于|最多|至多|不得?超过")


def read_frequency(view: str, start: int) -> tuple[Reading, int] | None:
    """Return (how often, end of what belongs to it) for what begins at *start*, or None.

    A bare 每季度 is once a quarter, unless the clause goes on with a figure of its own that 每季度 only frames.
    """
    if match := _SET.match(view, start):
        period = _period(match["n"], match["unit"], match["period"] or match["half"])
        return Reading(start, match.end(), FigureKind.FREQUENCY, f"1/{period}"), match.end()
    match = _EVERY.match(view, start)
    if match and (reading := _often(match, start)):
        return reading, reading.end
    match = _BARE.match(view, start)
    period = _period(match["n"], match["unit"], match["period"]) if match else None
    if match is None or period is None:
        return None
    clause = _CLAUSE.match(view, match.end())
    if _ANY.search(clause.group() if clause else ""):
        return None
    return Reading(start, match.end(), FigureKind.FREQUENCY, f"1/{period}"), match.end()


def _often(match: re.Match[str], start: int) -> Reading | None:
    period = _period(match["n"], match["unit"], match["period"] or match["one"] or (match["bare"] or "")[1:])
    low, high = value_of(match["low"]), value_of(match["high"]) if match["high"] else None
    whole = low is not None and low == int(low) and (high is None or high == int(high))
    action = match["action"] + match["act"]
    if not period or not low or not whole or _CASE.search(action) or (match["right"] and action) or action == "前":
        return None
    # 一季度三次:…, 一年三次的,… are cases; 一周一次的例会 is a rhythm.
    if (match["one"] or match["bare"]) and _CASE_BEHIND.match(match.string, match.end()):
        return None
    # 一年内三次 counts within a year; 一周一次 is a rhythm.
    if (match["one"] or match["bare"]) and action not in ("", "进行", "开展", "做") and not _is_rhythm(match, action):
        return None
    if twice := _AT_EACH.match(action):
        # 每天早晚各一次: as many times as parts of the day are named.
        low *= _PARTS_OF_DAY[twice[1]]
        high = None
    value = f"{int(low)}/{period}" + (f"..{int(high)}/{period}" if high and high > low else "")
    limit = None
    if word := match["limit"] or ((early := _EARLY_LIMIT.search(match["action"])) and early[0]):
        limit = Limit.MIN if word in _AT_LEAST else Limit.MAX
    end = match.start("right") if match["right"] else match.end()
    return Reading(start, end, FigureKind.FREQUENCY, value, None, limit)


def _is_rhythm(match: re.Match[str], action: str) -> bool:
    """Tell 压力表一年校验一次 (how often) from what happened once in a year."""
    last = match.end() == len(match.string) or match.string[match.end()] in ",。;\n"
    return match["low"] in ("一", "1") and len(action) <= _SHORT_ACT and last and not _HAPPENED.search(action)


def _period(number: str | None, unit: str | None, name: str | None) -> str | None:
    if name:
        return _PERIODS[name]
    amount = value_of(number or "")
    if not amount or unit is None:
        return None
    part, scale = DURATIONS[unit]
    return spell({"days" if part == "business" else part: amount * scale})
