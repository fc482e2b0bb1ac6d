"""How a rule words a figure, and how it would word another: 15日 beside 10日 and not 10天, 3個工作日, 八折.

Options are worded as the rule is where its wording is more than a way to write the number; else all would be worded the
usual way, and where that does not fit into the sentence (15天日) the figure could not be asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from guizhang.model.fact import Fact
from guizhang.model.quantity import Frequency, Number, Quantity, QuantityKind
from guizhang.model.text import Lang
from guizhang.model.units import TEMPERATURES
from guizhang.quiz.material.values import clocks
from guizhang.quiz.material.values.sums import amount_like
from guizhang.zh.numerals import chinese_to_int, int_to_chinese

_ZH = r"(?:\d[\d,]*(?:\.\d+)?|[零〇一二两兩三四五六七八九十百千万]+|半)"
_UNDER_TWENTY = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = (*_UNDER_TWENTY, *(f"{ten}-{one}" if one != "no" else ten for ten in _TENS for one in _UNDER_TWENTY[:10]))
_EN = rf"(?:\d[\d,]*(?:\.\d+)?|{'|'.join(sorted(_WORDS, key=len, reverse=True))}|half an?)"
_SIGNS = "°[CF]?|℃|(?:k|m)?[gWVA]|[kcm]?m|m[²³]|m?[lL]|dB|k?Pa|km/h|mph|h|hrs?|mins?"
"""Signs of units that stand right behind a number: 38°C, 5kg."""
_NUMBER: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(rf"({_ZH}(?: ?[至到~～—–-]+ ?{_ZH})?)(\D*)"),
    "en": re.compile(rf"({_EN}(?: to {_EN})?)( \D*|{_SIGNS}|)"),
}
_EVERY = re.compile(rf"every ({_EN}) (hour|day|week|month|year)s")
_YEARLY = "1/P1Y"
_EACH_YEAR = ("annually", "yearly")
_ADVERBS = {
    "1/P1D": "daily", "1/P1W": "weekly", "1/P14D": "fortnightly", "1/P1M": "monthly", "1/P3M": "quarterly", _YEARLY: "annually",
}  # fmt: skip
"""How often, in one word of English."""
# Two (2) hours, 30 (thirty) days.
_BOTH = re.compile(rf"(?P<number>{_EN}) ?\((?P<again>\d+|{'|'.join(_WORDS)})\)(?P<unit> \D*|)", re.IGNORECASE)
_IN_COUNT = {"once": "one time", "twice": "two times"}
_FROM_TO = re.compile(" ?[至到~～—–-]+ ?")
_NUMERAL = re.compile(r"[\d零〇一二两兩三四五六七八九十百千万半]")
_CLOCK_EN = re.compile(r"[\d:. apm]+(?:to|[–—-])?[\d:. apm]*", re.IGNORECASE)
_PADDED = re.compile(r"\b0\d[:.]")
_ONE_DIGIT = re.compile(r"\b(\d[:.]\d\d)")
_LIMITED = re.compile("[少多低超于於]")
_PERIOD_NAMES = {
    "每日": "每天", "每个月": "每月", "每星期": "每周", "每个星期": "每周", "每季度": "每三个月", "每季": "每三个月", "每半年": "每六个月",
}  # fmt: skip
_OFTEN = re.compile(r"每\S{1,5}次")
# 每季度一次 beside 每年一次: where the rule's own period has no number, no other's has one if it can be named.
_NAMED_PERIOD = re.compile("每[年月周天日季半]")
_NAMED = {"每三个月": "每季度", "每六个月": "每半年"}
_BY_NAME = re.compile("|".join(_NAMED))
_DIGITS = re.compile(r"(?<![\d.,])\d+(?![\d.,])")
_DIGIT = re.compile(r"\d")
_TIMES, _DIGIT_TIMES = re.compile("[一两三四五六七八九十]+(?=次)"), re.compile(r"\d次")
_PARTS_OF = re.compile(r"(?P<of>[百千万萬])分之(?P<words>\S+)|(?P<digits>\d[\d.]*)(?P<sign>[‰％])")
_HUNDREDTHS = {"百": 1, "千": 10, "万": 100, "萬": 100, "％": 1, "‰": 10}
"""Parts of the whole that one per cent is."""
_OFF = re.compile(r"[\d一二三四五六七八九]折")
_SIGNED = re.compile(r"(?P<sign>(?<![\w°℃℉])[-−]|\bminus |零下)?\d[\d,]*(?:\.\d+)?", re.IGNORECASE)
_TENTH = 10
_MOST_PARTS = 1000
"""Above, nobody says 千分之一千."""


def worded(fact: Fact, usual: str, own: tuple[str | None, str], lang: Lang) -> str | None:
    """Return how a rule would print *fact*; ``None`` where its own wording cannot be carried over.

    The rule's own figure comes out in its own wording or in the usual one. How many and how often come in characters, words or
    digits as the rule has them: 每两天一次 and 每季度一次 beside 每周一次, 二十次 beside 十次.

    Args:
        fact: The figure to print.
        usual: How it is printed where a rule has no wording of its own.
        own: The rule's wording of its own figure (``None``: the usual one), and how that is printed usually.
        lang: The language of all these.
    """
    said = own[0]
    if said is not None and said != own[1] and _in_its_place(fact, said, lang):
        return _by_digits(fact, said)
    found = _worded(fact, usual, own, lang)
    if found is None or fact.kind not in (QuantityKind.COUNT, QuantityKind.FREQUENCY):
        return found
    return in_its_numerals(own[0] or own[1], found, lang)


def in_its_numerals(model: str, found: str, lang: Lang) -> str:
    """Return *found* with its numbers in characters, in words or in digits as *model* has its own."""
    if lang == "en":
        here, there = (_NUMBER["en"].fullmatch(text) for text in (model, found))
        in_words = here is not None and there is not None and here[1] in _WORDS
        return f"{_in_numerals_of(here[1], there[1], 'en')}{there[2]}" if here and there and in_words else found
    if not _DIGIT.search(model):
        # Every day has no number, and running text has characters.
        found = _DIGITS.sub(lambda number: _in_numerals_of("两", number[0], "zh"), found)
        return _BY_NAME.sub(lambda period: _NAMED[period[0]], found) if _NAMED_PERIOD.search(model) else found
    if _DIGIT_TIMES.search(model):
        return _TIMES.sub(lambda times: _in_numerals_of("2", times[0], "zh"), found)
    return found


def _worded(fact: Fact, usual: str, own: tuple[str | None, str], lang: Lang) -> str | None:
    said, plain = own
    if said is not None and said.startswith("第"):
        inner = worded(fact, usual, (said[1:], plain), lang)
        return None if inner is None else "第" + re.sub("^[两兩]", "二", inner)
    if lang == "zh" and fact.kind is QuantityKind.FREQUENCY:
        said, plain, usual = _rhythm(said, plain, usual)
    if said is None or said == plain:
        return usual
    if _OFF.fullmatch(said):
        return _off(fact, digits=said[0].isdigit())
    if lang == "zh" and fact.kind is QuantityKind.PERCENT and (parts := _PARTS_OF.fullmatch(said)):
        return _parts_of(fact, parts)
    if lang == "zh" and fact.kind is QuantityKind.TIME:
        return clocks.clock(fact, said)
    if lang == "en" and (both := _BOTH.fullmatch(said)):
        return _in_both(_worded(fact, usual, (f"{both['number']}{both['unit']}", plain), lang), both)
    if (
        lang == "en"
        and fact.kind in (QuantityKind.TIME, QuantityKind.FREQUENCY)
        and (clock := _by_the_clock(fact, said)) is not None
    ):
        return clock or None
    if lang == "en" and fact.kind is QuantityKind.MONEY and _DIGIT.search(said):
        return amount_like(said, plain, usual, lang)
    if _instead(fact.kind, said, lang):
        padded = lang == "en" and _PADDED.search(said)
        return _ONE_DIGIT.sub(r"0\1", usual) if padded else usual
    if plain in said and not _NUMERAL.search(said.replace(plain, "", 1)):
        return said.replace(plain, usual, 1)  # 每月5日 beside 5日
    if said in plain:
        before, _, behind = plain.partition(said)  # 每天 beside 每天一次
        inside = usual.removeprefix(before).removesuffix(behind)
        # Changed every 180 days: and not changed a month.
        words = [text.split(" ")[0] for text in (inside, said)]
        other = lang == "en" and words[0] != words[1] and not all(word.isdigit() for word in words)
        return inside if inside and usual == before + inside + behind and not other else None
    if lang == "en" and said.count("-") == 1 and (adjective := _adjective(said, plain, usual)):
        return adjective
    # 30万公里 counts in myriads as 30万元 does.
    ways = {QuantityKind.MONEY: (amount_like, _carried), QuantityKind.COUNT: (_carried, amount_like)}
    found = (carry(said, plain, usual, lang) for carry in ways.get(fact.kind, (_carried,)))
    return next((text for text in found if text is not None), None)


def _by_the_clock(fact: Fact, said: str) -> str | None:
    """Return a time of day, or how often, as *said* words it: 7 pm, weekly; empty where it has no such word, None where *said* is none."""
    if fact.kind is QuantityKind.TIME:
        return clocks.half_days(fact, said)
    if every := _EVERY.fullmatch(said):
        return _every(fact.quantity[0], every[1], every[2])
    if said.lower() not in (*_ADVERBS.values(), *_EACH_YEAR):
        return None
    return said if fact.value == _YEARLY and said.lower() in _EACH_YEAR else _ADVERBS.get(fact.value, "")


def _every(often: Quantity, number: str, unit: str) -> str:
    """Return how often as *number* and *unit* have it: every four hours beside every two hours; empty in another unit."""
    if not isinstance(often, Frequency) or often.times != 1 or len(often.period.parts) != 1:
        return ""
    ((period, many),) = often.period.parts
    if period != f"{unit}s" or many % 1:
        return ""
    return f"every {unit}" if many == 1 else f"every {_in_numerals_of(number, f'{many:f}', 'en')} {unit}s"


def _in_both(found: str | None, said: re.Match[str]) -> str | None:
    """Return a figure in words and in digits, as *said* has it: three (3) hours beside two (2) hours."""
    number = _NUMBER["en"].fullmatch(found) if found is not None else None
    value = _value(number[1]) if number is not None else None
    if number is None or not isinstance(value, Decimal) or not 0 < value < len(_WORDS) or value % 1:
        return None
    word, digits = _WORDS[int(value)], f"{value:f}"
    if said["number"][:1].isupper():
        word = word.capitalize()
    return f"{word} ({digits}){number[2]}" if said["again"].isdigit() else f"{digits} ({word}){number[2]}"


def _rhythm(said: str | None, plain: str, usual: str) -> tuple[str | None, str, str]:
    """Return a wording of how often, and the usual ones, in one kind of numerals and with one name for a period.

    Beside 每周 stands 每两天, beside 每2周 每3天; the rule's own figure stays as it words it.
    """
    if said is not None and usual == plain:
        return (said, plain, usual) if _LIMITED.search(said) else (said, said, said)
    if not re.search(r"\d", plain if said is None else said):
        plain, usual = (_DIGITS.sub(lambda n: _in_numerals_of("一", n[0], "zh"), text) for text in (plain, usual))
    elif said is not None and _DIGIT_TIMES.search(said):
        plain, usual = (_TIMES.sub(lambda n: _in_numerals_of("1", n[0], "zh"), text) for text in (plain, usual))
    name = None if said is None else _PERIOD_NAMES.get(said)
    return name if name and plain.startswith(name) else said, plain, usual


def _adjective(said: str, plain: str, usual: str) -> str | None:
    """Return *usual* as a word that describes, as *said* is one: 6-month beside 12 months."""
    here, there, other = (_NUMBER["en"].fullmatch(text) for text in (said.replace("-", " "), plain, usual))
    if here is None or there is None or other is None or f"{here[2]}s" not in (there[2], f"{there[2]}s"):
        return None
    return f"{_in_numerals_of(here[1], other[1], 'en')}-{here[2].strip()}"


def _instead(kind: QuantityKind, said: str, lang: Lang) -> bool:
    """Tell whether a wording says neither more nor less than the usual one, which can stand in its place."""
    if lang == "en":
        return kind is QuantityKind.TIME and _CLOCK_EN.fullmatch(said) is not None
    return kind is QuantityKind.FREQUENCY and _OFTEN.fullmatch(said) is not None


def _in_its_place(fact: Fact, said: str, lang: Lang) -> bool:
    """Tell whether another number can stand where a wording has its own: a temperature, 零下18度, or “and” between two."""
    if fact.kind is not QuantityKind.COUNT:
        return False
    return (fact.unit in TEMPERATURES and (lang == "en" or "零下" in said)) or (lang == "en" and " and " in said)


def _by_digits(fact: Fact, said: str) -> str | None:
    """Return a figure worded as *said* with its numbers in its place: 2°C and 8°C, minus 18 degrees; ``None`` where they do not fit."""
    values = [value.value for value in fact.quantity if isinstance(value, Number)]
    signs = [bool(found["sign"]) for found in _SIGNED.finditer(said)]
    if len(signs) != len(values) or any((value < 0) is not sign for value, sign in zip(values, signs, strict=True)):
        return None
    numbers = iter(values)
    return _SIGNED.sub(lambda found: f"{found['sign'] or ''}{Number(abs(next(numbers)))}", said)


def _off(fact: Fact, *, digits: bool) -> str | None:
    """Return a discount as it is said: 八折 for what costs 80 per cent."""
    low, high = fact.quantity
    if high is not None or not isinstance(low, Number) or not 0 < low.value < 100 or low.value % _TENTH:
        return None
    tenths = int(low.value / _TENTH)
    return f"{tenths if digits else int_to_chinese(tenths)}折"


def _parts_of(fact: Fact, said: re.Match[str]) -> str | None:
    """Return a share as *said* writes it: 千分之五, 百分之八十, 5‰; ``None`` for what has no short word there."""
    low, high = fact.quantity
    if high is not None or not isinstance(low, Number):
        return None
    parts = low.value * _HUNDREDTHS[said["of"] or said["sign"]]
    if said["sign"]:
        return f"{parts.normalize():f}{said['sign']}"
    whole = parts == parts.to_integral_value() and 0 < parts < _MOST_PARTS
    if not whole:
        return None
    number = f"{int(parts)}" if said["words"][0].isdigit() else int_to_chinese(int(parts))
    return f"{said['of']}分之{number}"


def _carried(said: str, plain: str, usual: str, lang: Lang) -> str | None:
    """Return *usual* with the unit of *said* and its kind of numerals, where both units count the same."""
    here, there, other = (_NUMBER[lang].fullmatch(text) for text in (said, plain, usual))
    if here is None or there is None or other is None:
        return None
    if here[2].lstrip() == there[2].lstrip():
        number = _parted(other[1]) if "," in here[1] else _in_numerals_of(here[1], other[1], lang)
        return f"{number}{other[2] if here[2] == there[2] else here[2]}"
    if other[2] != there[2] or _value(here[1]) != _value(there[1]):
        return None  # 两个季度 are 6个月
    if (here[2], there[2]) == ("月", "个月"):
        return usual  # 一月内 is within a month, 三月内 in March
    return f"{_in_numerals_of(here[1], other[1], lang)}{here[2]}"


def _parted(number: str) -> str:
    """Return a number with its thousands parted: 5,000."""
    return f"{int(number):,}" if number.isdigit() else number


def _value(number: str) -> Decimal | str:
    """Return a number; what is half or from one number to another as it is."""
    plain = number.replace(",", "")
    if plain.replace(".", "").isdigit():
        return Decimal(plain)
    if number in _WORDS:
        return Decimal(_WORDS.index(number))
    value = None if "半" in plain else chinese_to_int(plain.replace("兩", "两"))
    return number if value is None else Decimal(value)


def _in_numerals_of(model: str, number: str, lang: Lang) -> str:
    """Return *number* in digits or in words, as *model* is; what is no whole number, or has no short word, as it is.

    From one number to another it has the sign between them that *model* has: 30—50 beside 40—100.
    """
    if lang == "zh" and (sign := _FROM_TO.search(model)) and _FROM_TO.search(number):
        ends = zip(_FROM_TO.split(model), _FROM_TO.split(number), strict=True)
        return sign[0].join(_in_numerals_of(one, other, lang) for one, other in ends)
    if lang == "en":
        if model[0].isdigit():
            return str(_WORDS.index(number)) if number in _WORDS else number
        return _WORDS[int(number)] if number.isdigit() and int(number) < len(_WORDS) else number
    value = _value(number)
    if model[0].isdigit() is number[0].isdigit() or isinstance(value, str) or value % 1:
        return number
    return f"{value:f}" if model[0].isdigit() else {2: "两"}.get(int(value), int_to_chinese(int(value)))


def in_one_form(said: Sequence[str], lang: Lang) -> list[str]:
    """Return figures with the numbers of all of them in digits where some are: ten times beside 15 times is seen to be the rule's."""
    if not any(text[0].isdigit() for text in said) or all(text[0].isdigit() for text in said):
        return list(said)
    return [_in_digits(text, lang) for text in said]


def _in_digits(said: str, lang: Lang) -> str:
    said = _IN_COUNT.get(said, said)
    number = _NUMBER[lang].fullmatch(said)
    value = _value(number[1]) if number is not None else said
    return f"{value:f}{number[2]}" if number is not None and isinstance(value, Decimal) else said
