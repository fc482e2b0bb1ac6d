"""Shares of a whole: 80%, 百分之二十, 千分之五, 三分之二, 六折, 三成半, 一半, 过半数."""

from __future__ import annotations

import re
from decimal import Decimal

from guizhang.zh.quantities.figure import FigureKind, Limit, Reading
from guizhang.zh.quantities.numbers import NUMBER, SEPARATOR, Numeral, plain, read_number, value_of

_PERCENT = re.compile(r" ?(?:%|‰|per ?cent\b)")
_PARTS_OF = re.compile(
    rf"(?P<base>[百千万])分之(?P<low>{NUMBER})(?:(?:{SEPARATOR})(?:(?P=base)分之)?(?P<high>{NUMBER}))?(?!分)"
)
_FRACTION = re.compile(rf"(?P<low>{NUMBER})分之(?P<high>{NUMBER})")
_TENTHS = re.compile(
    "(?P<unit>折(?!扣|合|算|旧|叠|磨|中|腾|价|损|现|半|断|返|回|线|页)|成(?!为|立|功|长|员|本|果|绩|品|交|都|就|熟|效|形|因|份|人|年(?![终底末])|语|活|套|了|型|全|败|见|组|部|册|堆|不变))"
)
_ONE_HALF = re.compile("一半(?![小天个年月日])")
_HALF_OF_TENTH = re.compile("半成")
# 超过1/3课时: a fraction in digits, where nothing makes it a date or a row of numbers.
_SLASHED = re.compile(
    r"(?<![\d/.])(?P<high>[1-9])/(?P<low>[2-9]|10)(?![\d/.])(?:(?=以[上下内]|[一-龥])(?!日(?!薪|工资)|[号月次])"
    # 扣发奖金的1/3。: at the end of a clause what it is a share of must stand in front.
    r"|(?:(?<=[的占达]\d/\d)|(?<=(?:超过|低于|少于|不足|工资|奖金|绩效|月薪|日薪|底薪|总额|货款|租金|费用|提成)\d/\d))(?=[,。;、)]|$))"
)
_MAJORITY = re.compile("半价|半薪|对折|折半|(?P<over>过)?半数?")
# 超额部分提5个点: what is paid out of a sum in points is a share of it.
_POINTS = re.compile("个点(?=[,。;、)的计结提返发作]|$)")
_PAID_OUT = re.compile("(?:提成?|返|让利?|抽成?|佣金|扣)(?:为|按|至|到|:)?$|额的$")
_HALF_TENTH = re.compile("半|[一二三四五六七八九](?![一二三四五六七八九十百个名人次分元天])")
_TO = re.compile(SEPARATOR)
_BASES = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}


def read_share(view: str, start: int) -> Reading | None:
    """Return the share that begins at *start* (80%, 百分之二十, 千分之五, 六折, 三成, 四分之三), or None."""
    parts = _PARTS_OF.match(view, start)
    if parts:
        scale = _BASES[parts["base"]]
        low, high = value_of(parts["low"]), value_of(parts["high"]) if parts["high"] else None
        # 百分之百 is in `friends` where it only means fully.
        return _percent(start, parts.end(), low * scale, high * scale if high else None) if low is not None else None
    if half := _ONE_HALF.match(view, start):
        return _percent(start, half.end(), Decimal(50), None)
    if fraction := _FRACTION.match(view, start) or _SLASHED.match(view, start):
        base, share = value_of(fraction["low"]), value_of(fraction["high"])
        if not base or not share or share >= base:
            return None
        if (share * 100 * 100) % base == 0:
            return _percent(start, fraction.end(), share * 100 / base, None)
        # A third has no decimal form: the value is the fraction itself.
        return Reading(start, fraction.end(), FigureKind.PERCENT, f"{plain(share)}/{plain(base)}")
    number = read_number(view, start)
    if number and (points := _POINTS.match(view, number.end)) and _PAID_OUT.search(view, max(0, start - 4), start):
        return _percent(start, points.end(), number.low, number.high)
    return _plain_share(view, number, start) if number else None


def _plain_share(view: str, number: Numeral, start: int) -> Reading | None:
    single = _share(view, number)
    if single:
        scale, end = single
        if number.high is not None:
            return _percent(start, end, number.low * scale, number.high * scale)
        low = number.low * scale
        if scale == 10 and (rest := _HALF_TENTH.match(view, end)):
            # 一成半, 九成五
            return _percent(start, rest.end(), low + ("半一二三四五六七八九".index(rest.group()) or 5), None)
        high, stop = _upper(view, end)
        return _percent(start, stop, low, high) if high and high > low else _percent(start, end, low, None)
    high, stop = _upper(view, number.end)
    if high is None:
        return None
    # 三至五成 and 3-5%: the sign stands behind the second number only.
    low = number.low * 10 if high <= 100 and view[stop - 1] in "成折" and number.low < 10 else number.low
    return _percent(start, stop, low, high) if high > low else None


def _upper(view: str, end: int) -> tuple[Decimal | None, int]:
    """Return (upper end of a range whose dash stands at *end*, where it stops)."""
    joint = _TO.match(view, end)
    second = read_number(view, joint.end()) if joint else None
    other = _share(view, second) if second and second.high is None else None
    return (second.low * other[0], other[1]) if second and other else (None, end)


def _share(view: str, number: Numeral) -> tuple[Decimal, int] | None:
    match = _PERCENT.match(view, number.end)
    if match:
        return (Decimal("0.1") if match.group().strip() == "‰" else Decimal(1)), match.end()
    match = _TENTHS.match(view, number.end)
    if match and (number.low <= 10 or match["unit"] == "折") and number.low > 0:
        # 八五折 and 95折 are eighty-five and ninety-five per cent.
        return Decimal(1 if number.low > 10 else 10), match.end()
    return None


def _percent(start: int, end: int, low: Decimal, high: Decimal | None) -> Reading:
    value = f"{plain(low)}%" + (f"..{plain(high)}%" if high and high > low else "")
    return Reading(start, end, FigureKind.PERCENT, value)


def read_majority(view: str, start: int) -> Reading | None:
    """Return the half that begins at *start*: 半数, 过半数, 过半, 对折; 半成 is half of a tenth."""
    if half := _HALF_OF_TENTH.match(view, start):
        return _percent(start, half.end(), Decimal(5), None)
    match = _MAJORITY.match(view, start)
    if match is None:
        return None
    if match["over"] and start and view[start - 1] == "超":
        # 不超过半数: the word before it decides.
        return Reading(start + 1, match.end(), FigureKind.PERCENT, "50%")
    limit = Limit.MIN if match["over"] else None
    return Reading(start, match.end(), FigureKind.PERCENT, "50%", None, limit, inclusive=limit is None)
