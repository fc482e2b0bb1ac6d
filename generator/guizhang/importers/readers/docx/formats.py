"""Numbers in the formats of ST_NumberFormat (ECMA-376 part 1, 17.18.59), printed as Word prints them.

Where Word and the standard disagree, Word is followed: people cite the number they see (第一百〇一条).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from guizhang.zh.numerals import BRANCHES, STEMS, int_to_roman

_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_REPEATS = 30
"""Word's letters start over behind the thirtieth Z; it also bounds what a start value of a billion prints."""


@dataclass(frozen=True, slots=True)
class _Counting:
    """A system with signs for ten, hundred, thousand and ten thousand."""

    digits: str
    units: str = "十百千"
    myriad: str = "万"
    zero: bool = True
    """Whether a gap is filled with one zero: 一百〇一."""
    bare: str = "tens"
    """Where a leading one is left out: ``tens`` (十二, but 一百一十), ``all`` (百十), ``none`` (壹拾贰)."""

    def write(self, value: int) -> str:
        if value == 0:
            return self.digits[0]
        high, low = divmod(value, 10_000)
        out = self._group(high, leading=True) + self.myriad if high else ""
        if high and 0 < low < 1000 and self.zero:
            out += self.digits[0]
        return out + (self._group(low, leading=not high) if low else "")

    def _group(self, value: int, *, leading: bool) -> str:
        out = ""
        gap = False
        for place in (3, 2, 1, 0):
            digit = value // 10**place % 10
            if digit == 0:
                gap = bool(out)
                continue
            out += self.digits[0] if gap and self.zero else ""
            gap = False
            teens = self.bare == "tens" and place == 1 and leading and not out
            silent = digit == 1 and place and (self.bare == "all" or teens)
            out += ("" if silent else self.digits[digit]) + (self.units[place - 1] if place else "")
        return out


# Word fills gaps of chineseCountingThousand with 〇, not with 零, and those of taiwaneseCountingThousand with 零.
_THOUSAND = _Counting("〇一二三四五六七八九")
_TAIWAN = _Counting("零一二三四五六七八九", myriad="萬")
_JAPAN = _Counting("〇一二三四五六七八九", zero=False, bare="all")
_JAPAN_LEGAL = _Counting("〇壱弐参四伍六七八九", "拾百阡", "萬", zero=False, bare="none")
_LEGAL = _Counting("零壹贰叁肆伍陆柒捌玖", "拾佰仟", bare="none")
_LEGAL_TRADITIONAL = _Counting("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬", bare="none")
_CIRCLE_ZERO = "○一二三四五六七八九"  # U+25CB, as Word names the format itself: 一, 十, 一○○ (简)
_KOREA = _Counting("영일이삼사오육칠팔구", "십백천", "만", zero=False, bare="all")

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def print_number(value: int, kind: str) -> str:
    """Return *value* in a number format; a format not known here prints decimal, as the standard asks.

    Args:
        value: Counter of a level, 0 or more.
        kind: A name of ST_NumberFormat; ``none`` and ``bullet`` print nothing.
    """
    write = _FORMATS.get(kind)
    if write is None or value > 32_767:
        return "" if kind in {"none", "bullet"} else str(value)
    return write(value)


def print_custom(value: int, pattern: str) -> str:
    """Return *value* in a custom format: ``001, 002, 003, ...`` pads with zeros, anything else prints decimal."""
    first = pattern.split(",", maxsplit=1)[0].strip()[:16]
    return str(value).zfill(len(first)) if first.isdecimal() else str(value)


def _digits(row: str) -> Callable[[int], str]:
    return lambda value: "".join(row[int(digit)] for digit in str(value))


def _letters(row: str) -> Callable[[int], str]:
    """Return a writer of A … Z, AA, BB … ZZ, AAA: repeated, not counted in base 26."""

    def write(value: int) -> str:
        if value == 0:
            return ""
        times, place = divmod((value - 1) % (len(row) * _REPEATS), len(row))
        return row[place] * (times + 1)

    return write


def _row(signs: str) -> Callable[[int], str]:
    """Return a writer of a closed set of signs; what is above it prints decimal."""
    return lambda value: signs[value - 1] if 1 <= value <= len(signs) else str(value)


def _run(first: int, count: int) -> Callable[[int], str]:
    return _row("".join(chr(first + i) for i in range(count)))


def _short(digits: str) -> Callable[[int], str]:
    """Return a writer that counts in tens up to 99 and writes digit by digit from 100: 一○○."""
    counting = _Counting(digits)
    return lambda value: counting.write(value) if value < 100 else _digits(digits)(value)


def _ordinal(value: int) -> str:
    teens = 11 <= value % 100 <= 13
    return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _words(value: int) -> str:
    if value < 20:
        return _ONES[value]
    if value < 100:
        return _TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    unit, name = (1000, "thousand") if value >= 1000 else (100, "hundred")
    rest = f" {_words(value % unit)}" if value % unit else ""
    return f"{_words(value // unit)} {name}{rest}"


def _ordinal_words(value: int) -> str:
    text = _words(value)
    cut = max(text.rfind(" "), text.rfind("-")) + 1
    last = text[cut:]
    return text[:cut] + _ORDINALS.get(last, f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def _roman(value: int) -> str:
    # Numerals above 3999 have no sign of their own; Word writes on with M.
    return "" if value == 0 else "m" * (value // 1000) + (int_to_roman(value % 1000) if value % 1000 else "")


_FULL_WIDTH = _digits("０１２３４５６７８９")
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalFullWidth": _FULL_WIDTH,
    "decimalFullWidth2": _FULL_WIDTH,
    "decimalZero": lambda value: f"{value:02d}",
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "ordinal": _ordinal,
    "cardinalText": lambda value: _words(value).capitalize(),
    "ordinalText": lambda value: _ordinal_words(value).capitalize(),
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": _letters(_LATIN),
    "lowerLetter": _letters(_LATIN.lower()),
    "russianUpper": _letters("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
    "russianLower": _letters("абвгдежзиклмнопрстуфхцчшщыэюя"),
    "chicago": _letters("*†‡§"),
    "chineseCounting": _short(_CIRCLE_ZERO),
    "chineseCountingThousand": _THOUSAND.write,
    "chineseLegalSimplified": _LEGAL.write,
    "taiwaneseCounting": _short(_CIRCLE_ZERO),
    "taiwaneseCountingThousand": _TAIWAN.write,
    "taiwaneseDigital": _digits(_CIRCLE_ZERO),
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "ideographLegalTraditional": _LEGAL_TRADITIONAL.write,
    "ideographTraditional": _row(STEMS),
    # Word prints the eleventh branch with a slip of one stroke (戍 for 戌); the right sign is printed here.
    "ideographZodiac": _row(BRANCHES),
    "ideographZodiacTraditional": lambda value: STEMS[(value - 1) % 10] + BRANCHES[(value - 1) % 12] if value else "0",
    "ideographEnclosedCircle": _run(0x3220, 10),  # Word's circle is the parenthesised ㈠
    "japaneseCounting": _JAPAN.write,
    "japaneseLegal": _JAPAN_LEGAL.write,
    "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
    "koreanDigital": _digits("영일이삼사오육칠팔구"),
    "koreanDigital2": _digits("零一二三四五六七八九"),
    "koreanCounting": _KOREA.write,
    "decimalEnclosedCircle": _run(0x2460, 20),
    "decimalEnclosedCircleChinese": _run(0x2460, 10),
    "decimalEnclosedParen": _run(0x2474, 20),
    "decimalEnclosedFullstop": _run(0x2488, 20),
    "ganada": _row("가나다라마바사아자차카타파하"),
    "none": lambda value: "",  # noqa: ARG005 - same shape as the others
    "bullet": lambda value: "",  # noqa: ARG005
}
