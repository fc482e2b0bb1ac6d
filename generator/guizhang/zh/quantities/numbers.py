"""Numbers as quantities have them: 1,000, 2.5, 一百零五, 九十八点五, 3万, 三四 (three or four), 贰佰."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from guizhang.zh.numerals import chinese_to_int

HAN = "零〇○一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
"""Characters of a Chinese number in the folded view."""
_ONES = "一二三四五六七八九"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_HAN_RUN = rf"(?:[{HAN}]+(?=千克)|[{HAN}]+(?:点[零〇一二三四五六七八九]+)?)"
NUMBER = rf"(?:{_DIGITS}(?:万(?:(?:\d,\d{{3}}|\d{{1,4}}千?)(?=元|圆|块))?|千(?![克米瓦卡帕伏赫])|百(?=[,。;、)]|$)|亿)?|{_HAN_RUN})"
"""Pattern of one number."""
SEPARATOR = r"(?:\(不?包?含[^()]{0,4}\)|以上(?= ?[-–—~～至到]))? ?(?:[-–—―~～至到]{1,3}|\.{2,3}|…)+ ?"
"""What stands between the figures of a range; a dash may be doubled (300——500)."""

_MOST = 20
"""Longest number that is read; a longer run of figures is an account number or damage."""
_NUMBER = re.compile(NUMBER)
_OR = re.compile(r"(?<![\d.、])\d、\d(?![\d.、])")
ROOM = "\ue001"
"""Stands for what belongs to a number and is no part of its value: the brackets of 每月(三)次, what 500±20克 may be off."""
_COUNTED = "个天日年月周星季小分秒刻元圆块工名位人岁次回遍份件台套张册本支只把辆箱包瓶桶条项种类级层间户家组班批轮期倍米厘毫公平立千克斤吨升度℃%"
GLOSS = rf"(?:\ue000{{3,5}}|{ROOM}{{2,6}})(?=[{_COUNTED}])"
"""A number said again in brackets, hidden as every bracketed number is: 五（5）个工作日."""
_GLOSS = re.compile(GLOSS)
_SHORT_TAIL = re.compile(r"[^零〇○]*(?P<scale>[百千万])(?P<digit>[一二三四五六七八九])")
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_LARGE = {"万": 10_000, "千": 1_000, "百": 100, "亿": 100_000_000}


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number read, or two where the numeral itself names neighbours (三四天, 三、四天)."""

    low: Decimal
    high: Decimal | None
    end: int
    digits: bool
    """Printed in Arabic digits."""


def value_of(printed: str) -> Decimal | None:
    """Return the value of one number as printed, or None: 1,000 / 1.5万 / 一百零五 / 九十八点五."""
    if len(printed) > _MOST:
        return None
    if printed[:1].isdecimal():
        myriads, sign, rest = printed.partition("万")
        if sign and rest:
            # 3万5千: thirty-five thousand.
            return (value_of(myriads + sign) or Decimal(0)) + (value_of(rest) or Decimal(0))
        scale = _LARGE.get(printed[-1], 1)
        body = printed[:-1] if scale != 1 else printed
        return Decimal(body.replace(",", "")) * scale
    whole, point, fraction = printed.partition("点")
    value = chinese_to_int(whole)
    if value is not None and not point and (short := _SHORT_TAIL.fullmatch(whole)):
        # 一千五 is fifteen hundred; 一千零五 says its nought.
        digit = chinese_to_int(short["digit"]) or 0
        value += digit * (_SCALES[short["scale"]] // 10 - 1)
    if value is None:
        return None
    if not point:
        return Decimal(value)
    places = chinese_to_int("一" + fraction)
    return None if places is None else Decimal(f"{value}.{str(places)[1:]}")


def read_number(view: str, start: int) -> Numeral | None:
    """Return the number that begins at *start*, or None.

    Two neighbouring digits side by side name a range of two (三四天, 两三次, 七八个), and so do two with 、 between
    them (三、四分钟).
    """
    match = _NUMBER.match(view, start)
    if match is None:
        return None
    printed = match.group()
    end = match.end()
    if gloss := _GLOSS.match(view, end):
        end = gloss.end()
    digits = printed[0].isdecimal()
    if len(printed) == 1 and view[end : end + 1] == "、" and (pair := _neighbours(printed + view[end + 1 : end + 2])):
        return Numeral(pair[0], pair[1], end + 2, digits=False)
    if _OR.match(view, start) and int(view[end + 1]) == int(printed) + 1:
        # 3、4个人 are three or four; at the start of a line 3、 is a label and hidden.
        return Numeral(Decimal(printed), Decimal(view[end + 1]), end + 2, digits=False)
    if len(printed) == 2 and (pair := _neighbours(printed)):
        return Numeral(pair[0], pair[1], end, digits=False)
    if len(printed) > 2 and printed[-1] in _SCALES and (pair := _neighbours(printed[:2])):
        # 两三百, 七八十: the last sign scales both.
        scale = _SCALES[printed[-1]] if len(printed) == 3 else 0
        return Numeral(pair[0] * scale, pair[1] * scale, end, digits=False) if scale else None
    value = value_of(printed)
    return None if value is None else Numeral(value, None, end, digits)


def _neighbours(two: str) -> tuple[Decimal, Decimal] | None:
    two = two.replace("两", "二")
    at = _ONES.find(two)
    return (Decimal(at + 1), Decimal(at + 2)) if len(two) == 2 and at >= 0 else None


def plain(number: Decimal) -> str:
    """Return a decimal without exponent or trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def spelled(low: Decimal, high: Decimal | None) -> str:
    """Return a number or a range of two as values are spelled: ``3``, ``3..5``."""
    return plain(low) + (f"..{plain(high)}" if high is not None else "")
