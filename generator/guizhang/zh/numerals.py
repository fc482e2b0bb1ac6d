"""Numerals as Chinese rules print them: 十二, 二〇二六, 拾贰, １２, ⑿, ㈠, Ⅳ, 丙, and back to print.

Only the numeral itself is handled here; which signs around it make it a label is the importer's business.
"""

from __future__ import annotations

import re

_DIGITS: dict[str, int] = {c: i for i, c in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "两": 2, "兩": 2}
_DIGITS |= {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"貳": 2, "參": 3, "叄": 3, "参": 3, "陸": 6}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_TENS = {"廿": 20, "卅": 30, "卌": 40}

CHINESE = "零〇○一二三四五六七八九十百千万两廿卅"
"""Characters of a Chinese numeral in the folded (Simplified) view, for building patterns."""

STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"

# First code point, first value, count: the runs of enclosed numerals in Unicode.
_ENCLOSED = (
    (0x2460, 1, 20),  # ① … ⑳
    (0x3251, 21, 15),  # ㉑ … ㉟
    (0x32B1, 36, 15),  # ㊱ … ㊿
    (0x2474, 1, 20),  # ⑴ … ⒇
    (0x2488, 1, 20),  # ⒈ … ⒛
    (0x2776, 1, 10),  # ❶ … ❿
    (0x2780, 1, 10),  # ➀ … ➉
    (0x278A, 1, 10),  # ➊ … ➓
    (0x24F5, 1, 10),  # ⓵ … ⓾
    (0x24EB, 11, 10),  # ⓫ … ⓴
    (0x3220, 1, 10),  # ㈠ … ㈩
    (0x3280, 1, 10),  # ㊀ … ㊉
    (0x2160, 1, 12),  # Ⅰ … Ⅻ
    (0x2170, 1, 12),  # ⅰ … ⅻ
    (0x249C, 1, 26),  # ⒜ … ⒵
    (0x24B6, 1, 26),  # Ⓐ … Ⓩ
    (0x24D0, 1, 26),  # ⓐ … ⓩ
)
_SIGNS = {chr(first + i): value + i for first, value, count in _ENCLOSED for i in range(count)}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN_FORM = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)
_ENGLISH = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split(),
        start=1,
    )
}


def chinese_to_int(numeral: str) -> int | None:
    """Return the value of a Chinese numeral, or None if *numeral* is not one.

    Args:
        numeral: Units form (一百零五, 廿一, 十), position form (二〇二六), or 大写 (壹拾贰), either script, without blanks.

    Returns:
        A value of 0 or more. 一二 reads as 12: a position form has no units.
    """
    if not numeral:
        return None
    if all(c in _DIGITS for c in numeral):
        return int("".join(str(_DIGITS[c]) for c in numeral))
    total = section = 0
    digit: int | None = None
    ceiling = 10**9
    for c in numeral:
        if c in _DIGITS:
            # Two digits side by side occur with a leading zero only: 一百零五.
            if digit not in (None, 0):
                return None
            digit = _DIGITS[c]
        elif c in _UNITS:
            unit = _UNITS[c]
            if unit >= ceiling or (digit == 0 and c not in "十拾"):
                return None
            section += (digit or 1) * unit
            digit, ceiling = None, unit
        elif c in _TENS:
            if digit not in (None, 0) or ceiling <= 10:
                return None
            section += _TENS[c]
            digit, ceiling = None, 10
        elif c in _MYRIADS:
            section += digit or 0
            if section == 0 or (total and _MYRIADS[c] > 10_000):
                return None
            total += section * _MYRIADS[c]
            section, digit, ceiling = 0, None, 10**9
        else:
            return None
    return total + section + (digit or 0)


def int_to_chinese(value: int) -> str:
    """Return *value* as a rule prints it: 12 -> 十二, 105 -> 一百零五, 110 -> 一百一十.

    Raises:
        ValueError: *value* is below 0 or not below 10**12.
    """
    if not 0 <= value < 10**12:
        raise ValueError(f"no printed form for {value}")
    if value == 0:
        return "零"
    parts: list[str] = []
    gap = False
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section = value // scale % 10_000
        if section == 0:
            gap = bool(parts)
            continue
        if parts and (gap or section < 1000):
            parts.append("零")
        parts.append(_section(section) + name)
        gap = False
    text = "".join(parts)
    # 十二, never 一十二, where the numeral begins with its tens.
    return text[1:] if text.startswith("一十") else text


def _section(value: int) -> str:
    """Return 1 … 9999 with its zeros, 一十 for 10 included."""
    out = ""
    pending = False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit == 0:
            pending = bool(out)
            continue
        out += ("零" if pending else "") + "零一二三四五六七八九"[digit] + name
        pending = False
    return out


def roman_to_int(numeral: str) -> int | None:
    """Return the value of a well-formed Roman numeral in Latin letters (either case), or None."""
    if not numeral or not _ROMAN_FORM.fullmatch(numeral):
        return None
    values = [_ROMAN[c] for c in numeral.lower()]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def int_to_roman(value: int) -> str:
    """Return *value* (1 … 3999) in lower-case Roman numerals.

    Raises:
        ValueError: *value* has no Roman numeral.
    """
    if not 0 < value < 4000:
        raise ValueError(f"no Roman numeral for {value}")
    out = ""
    pairs = "1000 m 900 cm 500 d 400 cd 100 c 90 xc 50 l 40 xl 10 x 9 ix 5 v 4 iv 1 i".split()
    for number, letters in zip(map(int, pairs[::2]), pairs[1::2], strict=True):
        count, value = divmod(value, number)
        out += letters * count
    return out


def sign_to_int(sign: str) -> int | None:
    """Return the value of one enclosed or Roman sign (③, ⑴, ㈠, Ⅳ, ⒜), or None."""
    return _SIGNS.get(sign)


def stem_to_int(character: str) -> int | None:
    """Return the place of a heavenly stem (甲 = 1) or an earthly branch (子 = 1), or None."""
    for row in (STEMS, BRANCHES):
        if len(character) == 1 and character in row:
            return row.index(character) + 1
    return None


def to_int(numeral: str) -> int | None:
    """Return the value of *numeral* in whichever system it is printed, or None.

    Latin letters are read as Roman numerals only when nothing else fits; a lone letter is ambiguous (``i`` is the
    ninth letter and the first Roman numeral), so the importer asks for the system it means.
    """
    text = "".join(numeral.split())
    if text.isdecimal():
        # isdecimal is true of full-width and other decimal digits alike, and int() reads them all.
        return int(text)
    for read in (chinese_to_int, sign_to_int, stem_to_int, roman_to_int):
        value = read(text)
        if value is not None:
            return value
    return _ENGLISH.get(text.lower())
