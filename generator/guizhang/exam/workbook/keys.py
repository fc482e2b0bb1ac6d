"""Keys as the formulas of the scoring workbook compare with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from guizhang.exam.words import plain
from guizhang.exam.workbook.clock import CLOCK_UNITS, on_clock
from guizhang.model.drawn_item import LETTERS, DrawnItem
from guizhang.model.item import ItemType
from guizhang.model.numbering import han_number
from guizhang.model.scoring import same_words
from guizhang.model.spellings import unit_forms
from guizhang.zh.quantities.hours import asks_hour
from guizhang.zh.quantities.whole import before, behind

OR = "¦"
"""Stands around each of several words that count as the same; nobody types it."""
GAP = "|"


NUMBER = "="
"""Stands before the ways to write a number in words."""
FRONT = "<"
"""Stands before a unit that is written before the figure."""
_ONES = (
    "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN "
    "EIGHTEEN NINETEEN"
).split()
_TENS = "TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY".split()
_AMOUNT = re.compile(r"(?P<figure>\d{1,4})(?P<unit>\D+)|(?P<sign>\D+)(?P<behind>\d{1,4})")


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
    printed = [unit for unit in (item.unit.zh, item.unit.en) if unit] if item.unit else []
    own = [form for unit in printed for form in unit_forms(same_words(unit))]
    # Of a unit that the two languages take for different ones (岁, years) the first is meant, as in grading.
    known = next((unit for unit in printed if behind(unit) or before(unit)), "")
    clock = asks_hour(printed)
    after, front = _upper([*own, *behind(known), *(CLOCK_UNITS if clock else ())]), _upper([*own, *before(known)])
    number = Decimal(item.key[0])
    words = _in_words(int(number)) if number == int(number) and number >= 0 else []
    words = [*_with_units(words, ["", *after]), *(_upper(on_clock(number)) if clock else ())]
    found = [*after, *(FRONT + unit for unit in front), *(NUMBER + word for word in dict.fromkeys(words))]
    return among(found) if found else None


def _upper(units: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(unit.upper() for unit in units))


def _with_units(words: Iterable[str], units: Sequence[str]) -> Iterator[str]:
    """Yield numbers in words with their units: 二十四小时, TWENTY-FOURHOURS; nobody mixes the languages."""
    for word in words:
        yield from (
            word + unit for unit in units if not unit.replace("'", "").isalpha() or word.isascii() == unit.isascii()
        )


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
    if amount is None:
        return [whole]
    figure, unit = amount["figure"] or amount["behind"], amount["unit"] or amount["sign"]
    after, front = _upper(behind(unit.lower())), _upper(before(unit.lower()))
    written = [figure + unit for unit in after] + [unit + figure for unit in front]
    return [whole, *written, *_with_units(_in_words(int(figure)), after)]


def among(words: Iterable[str]) -> str:
    """Return words one of which is looked for: ``¦A¦B¦``."""
    return OR + OR.join(words) + OR
