"""Money: 200元, 人民币贰佰元整, 50-100元/次, 罚50, 满299减50."""

from __future__ import annotations

import re
from decimal import Decimal

from guizhang.zh.quantities.bare_amounts import SHORT, is_amount
from guizhang.zh.quantities.figure import FigureKind, Reading
from guizhang.zh.quantities.numbers import NUMBER, SEPARATOR, Numeral, read_number, spelled, value_of
from guizhang.zh.quantities.units import CURRENCIES, MONEY, SIGN, SIGNS

_ABOUT = r"(?:多|余|来|几)?"
_SIGN = re.compile(rf"±?(?P<code>{SIGN}) ?(?:[$￥¥] ?)?|±")
_MONEY = re.compile(
    rf" ?{_ABOUT}(?P<scale>[万千百亿]|[wWkK](?=[元块]))? ?(?P<unit>{MONEY})"
    rf"(?:(?P<jiao>{NUMBER})角(?:(?P<fen>{NUMBER})分)?|(?<=块)(?P<odd>[1-9一二三四五六七八九])(?![\d一-龥]))?(?:整|正(?!式|常|确))?"
)
_SCALES = {"百": 100, "千": 1000, "k": 1000, "万": 10_000, "w": 10_000, "亿": 100_000_000}
_LISTED = re.compile(rf"(?:、{NUMBER}){{1,4}} ?(?:元|圆|块)(?!素|件)")
_BETWEEN = re.compile(rf"{SEPARATOR}(?:最高|最多|最低|不超过)?(?:{SIGN})?|(?<=元)以上至")
# 分为四块: what is divided into pieces costs nothing.
_PIECES = re.compile(r"(?:分为|分成|[分切]|大)$")
# 五毛, 3毛5, 五分钱: the small coins.
_COINS = re.compile(
    r" ?(?:(?:角|毛)钱?(?![落度色形巾利衣坯重笔发毯])(?P<odd>[1-9一二三四五六七八九](?=[,。;、]|$|一[个只张次]))?|分钱)"
)


def read_money(view: str, start: int) -> Reading | None:
    """Return the amount of money, or the range of amounts, that begins at *start*, or None."""
    sign = _SIGN.match(view, start)
    code = SIGNS[sign["code"]] if sign and sign["code"] else None
    number = read_number(view, sign.end() if sign else start)
    if number is None:
        return None
    low, currency, end = _amount(view, number)
    if currency is None and code is None and _LISTED.match(view, number.end):
        # 罚款20、50、100元: the unit stands behind the last of the list only.
        return _money(start, number.end, low, None, "CNY")
    if currency is None and code is None and not is_amount(view, start, number):
        joint = _BETWEEN.match(view, number.end)
        second = read_number(view, joint.end()) if joint and number.high is None else None
        if joint is None or second is None:
            return None
        high, currency, end = _amount(view, second)
        if currency is None:
            if not is_amount(view, joint.end(), second):
                return None
            currency = "CNY"
        low = _same_scale(view, number, second, low, high)
        return _money(start, end, low, high, currency) if high > low else None
    # 港币五千元: what stands before the amount says which 元 it is.
    currency = code or currency or "CNY"
    if number.high is not None:
        return _money(start, end, low, low / number.low * number.high, currency)
    joint = _BETWEEN.match(view, end)
    second = read_number(view, joint.end()) if joint else None
    if second is not None and second.high is None:
        high, other, stop = _amount(view, second)
        if (
            high > low
            and (other or code or is_amount(view, start, number))
            and (not code or other or not view[stop : stop + 1].isalpha())
        ):
            return _money(start, stop, low, high, code or other or currency)
    return _money(start, end, low, None, currency)


def _amount(view: str, number: Numeral) -> tuple[Decimal, str | None, int]:
    if coins := _COINS.match(view, number.end):
        tenths = number.low if coins[0].strip() != "分钱" else number.low / 10
        odd = value_of(coins["odd"]) if coins["odd"] else None
        return (tenths + (odd or Decimal(0)) / 10) / 10, "CNY", coins.end()
    match = _MONEY.match(view, number.end)
    if match is None or (match["unit"] == "块" and _PIECES.search(view, 0, number.end - 1)):
        short = SHORT.match(view, number.end)
        return (number.low * _SCALES[short[0].lower()], None, short.end()) if short else (number.low, None, number.end)
    value = number.low
    if match["scale"]:
        value *= _SCALES[match["scale"].lower()]
    for name, scale in (("jiao", "0.1"), ("odd", "0.1"), ("fen", "0.01")):
        if match[name]:
            value += (value_of(match[name]) or Decimal(0)) * Decimal(scale)
    return value, CURRENCIES[match["unit"]], match.end()


def _same_scale(view: str, first: Numeral, second: Numeral, low: Decimal, high: Decimal) -> Decimal:
    """Return *low* in the myriads of the second number: 3-5万元 is thirty to fifty thousand."""
    sign = view[second.end - 1]
    scale = {"千": 1000, "万": 10_000, "亿": 100_000_000}.get(sign)
    return low * scale if scale and view[first.end - 1] not in "百千万亿" and low * scale < high else low


def _money(start: int, end: int, low: Decimal, high: Decimal | None, currency: str) -> Reading:
    return Reading(start, end, FigureKind.MONEY, spelled(low, high), currency)
