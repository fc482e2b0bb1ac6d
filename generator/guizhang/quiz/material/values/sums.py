"""How a rule words an amount of money, and how it would word another: 3万元 beside 5万元, HK$300 beside HK$500, RMB 300 beside RMB 500."""

from __future__ import annotations

import re
from decimal import Decimal

from guizhang.model.text import Lang
from guizhang.zh.numerals import chinese_to_int, int_to_chinese

_AMOUNT = re.compile(r"\d[\d,]*(?:\.\d+)?")
"""A number as amounts are printed usually."""
_WRITTEN = re.compile(
    r"(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<scale> ?(?:[百千万萬亿億]+|[kKwW](?![a-z])|thousand|million))?"
    r"|(?P<han>[一二两兩三四五六七八九十百千万萬亿億零〇壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]+)"
)
"""A number as a rule may have it; what it is to be taken times is part of it."""
_THOUSANDS = 4
"""Digits from which a number could have its thousands parted, so that one that has none shows how the rule writes it."""
_TWO = re.compile("(?<!十)二(?=[千万亿])")
_TRADITIONAL = str.maketrans("万亿两贰叁陆", "萬億兩貳參陸")
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
"""As amounts are written on receipts."""
_TEN = 10
_MOST = 10**12


def amount_like(said: str, plain: str, usual: str, lang: Lang) -> str | None:
    """Return an amount, or a range of amounts, as *said* writes amounts; ``None`` where it cannot be written so.

    Args:
        said: The rule's wording of its own amount.
        plain: How that is printed usually.
        usual: How the other amount is printed usually.
        lang: The language of all these.
    """
    here = list(_WRITTEN.finditer(said))
    own, other = (_AMOUNT.findall(text) for text in (plain, usual))
    if not here or not len(here) == len(own) == len(other):
        return None
    out, place = "", 0
    for written, one, another in zip(here, own, other, strict=True):
        number = _number(written, _decimal(one), another, lang, alone=len(here) == 1)
        if number is None:
            return None
        out, place = out + said[place : written.start()] + number, written.end()
    return out + _unit(said[place:], other[-1])


def _unit(unit: str, number: str) -> str:
    return unit[:-1] if unit.startswith(" ") and unit.endswith("s") and number == "1" else unit


def _number(written: re.Match[str], own: Decimal, other: str, lang: Lang, *, alone: bool) -> str | None:
    """Return the number *other* in the numerals and the myriads of *written*, whose value is *own*."""
    han = written["han"]
    shown = Decimal(chinese_to_int(han.replace("兩", "两")) or 0) if han else _decimal(written["digits"])
    if not own or not shown or (own / shown).normalize().as_tuple().digits != (1,):
        return None  # 3角5分, and whatever else is no plain number
    times = own / shown
    value = _decimal(other) / times
    if times < 1 and value >= _TEN:
        return None  # ten 角 are a 元
    if han:
        return _in_characters(value, han)
    scale = written["scale"] or ""
    if times > 1 and value < 1 < times * value:
        # Nobody says 0.5万元 beside 1万元, nor 0.5亿元 beside 1.5亿元.
        less, scale = (f"{(value * 10**4).normalize():f}", "万") if scale == "亿" else (other, "")
        return _in_digits(less, written["digits"].partition(".")[0], lang) + scale if alone else None
    cents = written["digits"].partition(".")[2]
    if times != 1:
        value = value.normalize()
        if len(f"{value:f}".partition(".")[2]) > len(cents):
            return None
        other = f"{value:f}"
    return _in_digits(other, written["digits"], lang) + scale


def _in_characters(value: Decimal, model: str) -> str | None:
    if value % 1 or not 0 < value < _MOST:
        return None
    number = int_to_chinese(int(value))
    if re.search("[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]", model):
        number = re.sub("^拾", "壹拾", number.translate(_FORMAL))
    else:
        number = "两" if value == 2 else _TWO.sub("两", number)
    return number.translate(_TRADITIONAL) if re.search("[萬億兩貳參陸]", model) else number


def _in_digits(number: str, model: str, lang: Lang) -> str:
    """Return *number* with its thousands parted and its cents printed as *model* has them."""
    digits = number.replace(",", "")
    whole, _, cents = model.partition(".")
    if "," in model or (lang == "en" and len(model) < _THOUSANDS):
        front, point, behind = digits.partition(".")
        digits = f"{int(front):,}{point}{behind}"
    # £25.00 beside £30.00
    return f"{digits}.{cents}" if whole and cents and not cents.strip("0") and "." not in digits else digits


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))
