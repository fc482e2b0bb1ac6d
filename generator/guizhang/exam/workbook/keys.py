"""Keys as the formulas of the scoring workbook compare with them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import chain

from guizhang.exam.words import plain
from guizhang.model.form import LETTERS, DrawnItem
from guizhang.model.item import ItemType
from guizhang.model.numbering import han_number
from guizhang.model.scoring import same_words

OR = "¦"
"""Stands around each of several words that count as the same; nobody types it."""
GAP = "|"


NUMBER = "="
"""Stands before the ways to write a number in words."""
_SAME = [
    set(words.split())
    for words in (
        "小时 个小时 钟头 H HR HRS HOUR HOURS", "分钟 MIN MINUTE MINUTES", "秒 秒钟 SECOND SECONDS", "天 DAY DAYS",
        "周 星期 个星期 WEEK WEEKS", "个月 MONTH MONTHS", "年 YEAR YEARS", "次 TIME TIMES", "% PERCENT",
        "元 块 块钱 人民币 ¥ RMB CNY YUAN",
    )
]  # fmt: skip
"""Units that are one, as grading reads them; a unit is never converted."""
_ONES = (
    "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN "
    "EIGHTEEN NINETEEN"
).split()
_TENS = "TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY".split()
_AMOUNT = re.compile(r"(\d{1,4})(\D+)")


def key(item: DrawnItem) -> str | Decimal | None:
    """Return the key: letters, ``T``, a number; of a cloze item ``¦24小时¦24HOURS¦|¦B¦``."""
    match item.type:
        case ItemType.NUMERIC:
            return Decimal(item.key[0])
        case ItemType.CLOZE:
            gaps = (gap.accepted or (letter,) for gap, letter in zip(item.gaps, item.key, strict=True))
            return GAP.join(among(dict.fromkeys(chain.from_iterable(map(spelled, accepted)))) for accepted in gaps)
        case _:
            return "".join(item.key) or None


def extra(item: DrawnItem) -> str | Decimal | None:
    """Return the tolerance of a figure; the weight of all gaps together and of each: ``4|2|1|1``."""
    if item.type is ItemType.NUMERIC:
        return item.tolerance
    weights = [gap.share for gap in item.gaps]
    return GAP.join(map(plain, [sum(weights, Decimal(0)), *weights])) if weights else None


def spellings(item: DrawnItem) -> str | None:
    """Return how a figure's unit and the figure itself may be written: ``¦小时¦HOURS¦=二十四¦=二十四小时¦``.

    Of a cloze item the letters of each gap: ``||ABC``.
    """
    if item.type is ItemType.CLOZE:
        return GAP.join(LETTERS[: len(gap.options)] for gap in item.gaps)
    if item.type is not ItemType.NUMERIC:
        return None
    printed = filter(None, (item.unit.zh, item.unit.en)) if item.unit else ()
    units = dict.fromkeys(chain.from_iterable(_units(same_words(unit).upper()) for unit in printed))
    number = Decimal(item.key[0])
    words = _in_words(int(number)) if number == int(number) and number >= 0 else []
    return (
        among([*units, *(f"{NUMBER}{word}{unit}" for word in words for unit in ("", *units))])
        if units or words
        else None
    )


def _units(unit: str) -> list[str]:
    """Return how a unit may be written: hours, hour and 小时; 个工作日 and 工作日."""
    forms = [unit, unit.removeprefix("个")]
    if unit.isascii() and unit.isalpha() and len(unit) > 2:
        forms += [unit + "S", unit.removesuffix("S")]
    for same in _SAME:
        if unit in same:
            forms += sorted(same)
    return forms


def _in_words(number: int) -> list[str]:
    """Return how a whole number is written in words: 二十四 and TWENTY-FOUR."""
    words = [han_number(number)] if 0 < number < 10_000 else []
    words += ["两"] if number == 2 else []
    if number < len(_ONES):
        words.append(_ONES[number])
    elif number < 100:
        tens, ones = divmod(number, 10)
        words.append(_TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else ""))
    return words


def spelled(words: str) -> list[str]:
    """Return every way of writing *words* that counts as the same, as the formulas spell what is typed."""
    whole = same_words(words).upper().replace(OR, "").replace(GAP, "")
    amount = _AMOUNT.fullmatch(whole)
    if amount is None or not any(amount[2] in same for same in _SAME):
        return [whole]
    numbers = [amount[1], *_in_words(int(amount[1]))]
    return [whole, *(number + unit for number in numbers for unit in _units(amount[2]))]


def among(words: Iterable[str]) -> str:
    """Return words one of which is looked for: ``¦A¦B¦``."""
    return OR + OR.join(words) + OR
