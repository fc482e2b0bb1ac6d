"""A text without what is only its form, so that two texts that say the same in the same words are equal.

Left out or made one: width, letter case, punctuation, blanks, Traditional or Simplified characters, and how a number is
written (十二, １２, twelve, 1,000). Signs that carry a figure's meaning stay: the decimal point, 8:30, 5%, minus.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from guizhang.zh.numerals import CHINESE, chinese_to_int, roman_to_int, to_int
from guizhang.zh.script import simplify_character

_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_PERCENT = re.compile(rf"百分之([{CHINESE}]+|\d+(?:\.\d+)?)")
_SCALED = re.compile(rf"(\d+(?:\.\d+)?)([万亿])(?![{CHINESE}])")
_SCALE = {"万": 10_000, "亿": 100_000_000}
_NUMERAL = re.compile(rf"(?<!\d)[{CHINESE}]+")
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_COMPOUND = re.compile(rf"\b({'|'.join(_TENS)})-([a-z]+)\b")
_WORD = re.compile("[a-z]+")
# Between digits a point, colon, slash, hyphen or comma keeps figures what they are; elsewhere it is punctuation.
_IN_FIGURE = re.compile(r"(?<=\d)[.:/\-~,、](?=\d)")
_MARK = re.compile(r"[^\w%‰±+<>=≤≥×÷$€£¥℃°\ue000-\uf8ff]|_")
_KEPT = {".": "\ue010", ":": "\ue011", "/": "\ue012", "-": "\ue013", "~": "\ue014", ",": "\ue015", "、": "\ue015"}
_MINUS = re.compile(r"(?<![\w\ue010-\ue014])[-−](?=\d)")


class _Table(dict[int, str]):
    """Character map for str.translate that fills itself as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = simplify_character(chr(code))
        return plain


_SIMPLIFIED = _Table()


@lru_cache(maxsize=1 << 14)
def bare(text: str) -> str:
    """Return *text* without its form; equal results mean that only the form differs.

    Example: ``bare("须在 二十四 小时内，回复。") == bare("須在24小時內回復")`` but for 回復, which is another word.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    # Character by character: what both texts have in common is folded alike, whatever phrase it stands in.
    plain = _GROUPED.sub("", plain.translate(_SIMPLIFIED))
    plain = _PERCENT.sub(lambda m: f"{_figure(m[1])}%", plain)
    plain = _SCALED.sub(lambda m: f"{(Decimal(m[1]) * _SCALE[m[2]]).normalize():f}", plain)
    plain = _NUMERAL.sub(lambda m: _figure(m.group()), plain)
    plain = _COMPOUND.sub(lambda m: str(_TENS[m[1]] + (to_int(m[2]) or 0)), plain)
    plain = _WORD.sub(_word_in_digits, plain)
    plain = _MINUS.sub(_KEPT["-"], plain)
    plain = _IN_FIGURE.sub(lambda m: _KEPT[m.group()], plain)
    return _MARK.sub("", plain)


def _figure(numeral: str) -> str:
    value = chinese_to_int(numeral)
    return numeral if value is None else str(value)


def _word_in_digits(match: re.Match[str]) -> str:
    word = match.group()
    # The reader of numerals takes "mix" and "i" for Roman ones.
    value = _TENS.get(word) or (None if roman_to_int(word) is not None else to_int(word))
    return word if value is None else str(value)
