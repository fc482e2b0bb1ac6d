"""Figures that the sentence says once more, in other words or another unit: two weeks; 14 days, so a fortnight; five (5)."""

from __future__ import annotations

import re
from decimal import Decimal

from guizhang.model.fact import Bound, Fact
from guizhang.model.quantity import Duration, Frequency, Number, QuantityKind, magnitude, parse_quantity
from guizhang.model.text import Text
from guizhang.quiz.material.figures.figure import Figure, number_of
from guizhang.quiz.material.figures.number_blanks import number_blank, unit_words
from guizhang.quiz.quoting.points import BLANK
from guizhang.zh.numerals import int_to_chinese
from guizhang.zh.quantities import find_figures

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_NAMES = {2: "both|couple|pairs?|fortnight|fortnightly|biweekly|alternate|every other", 12: "dozen", 24: "two dozen"}
_ORDERED = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|day|year|hour|minute|time|shift|offen[cs]e|absence|warning|strike"
    r"|item|copy|person|one)"
)
_IS_HERE = (QuantityKind.DURATION, QuantityKind.MONEY, QuantityKind.PERCENT)
# 12:00 noon; who reads noon needs no 12:00.
_NAMED_TIME = re.compile(
    rf"{BLANK},? ?\(?(?:noon|midnight|midday)\b|\b(?:noon|midnight|midday)\)?,? ?\(?{BLANK}", re.IGNORECASE
)
_IN_FIGURES = re.compile(rf"{BLANK} ?\(\d+\)|\(\d+\) ?{BLANK}|\({BLANK}\)")
"""In words and in figures: five (5) miles."""
_SPELLED = 1000
"""Numbers below this may be spelled out beside their figure."""


def said_again(figure: Figure) -> bool:
    """Tell whether the sentence says the figure once more: 不足1小时按1小时计 answers itself."""
    rest = figure.sentence.either("zh" if "zh" in figure.clause.langs else "en")
    ways = {figure.printed(figure.fact, lang) for lang in figure.clause.langs}
    own = (figure.fact.zh, figure.fact.en)
    number = number_of(figure.fact)
    if (
        number is not None
        and number == number.to_integral_value()
        and 0 < number < _SPELLED
        and "zh" in figure.clause.langs
    ):
        digits = f"{number:f}"
        ways |= {w.replace(digits, int_to_chinese(int(number)), 1) for w in ways}
    if _next_to_it(figure, rest) or (figure.fact.kind is QuantityKind.TIME and _NAMED_TIME.search(rest)):
        return True
    if "en" in figure.clause.langs and _IN_FIGURES.search(figure.sentence.en or ""):
        return True
    if figure.clause.langs == ("en",) and (_meets(figure, rest) or restated(figure.fact, rest)):
        return True
    if "zh" in figure.clause.langs and _same_beside(figure, rest):
        return True
    return any(re.search(rf"(?<![\d.,]){re.escape(way)}", rest) for way in (*ways, *own) if way)


def _same_beside(figure: Figure, rest: str) -> bool:
    """Tell whether a Chinese sentence has another figure that is as much, however it is written: 港币500元以下……，500元以上……."""
    here = figure.fact
    if here.kind is not QuantityKind.MONEY:
        return False
    for address in figure.clause.facts():
        there = figure.handbook.facts[address]
        alike = address != figure.address and (there.kind, there.unit) == (here.kind, here.unit)
        if alike and figure.handbook.print_fact(address, "zh") in rest and _ends(there) == _ends(here):
            return True
    return False


def _ends(fact: Fact) -> list[object]:
    return [magnitude(end) for end in fact.quantity if end is not None]


def _next_to_it(figure: Figure, rest: str) -> bool:
    """Tell whether a grade of the same unit begins one above a whole number, or ends one below: ______以下禁止入内，13~16歲由成人陪同."""
    number, blank = number_of(figure.fact), number_blank(figure)
    if figure.fact.kind is not QuantityKind.COUNT or number is None or number % 1 or not isinstance(blank, Text):
        return False
    units = unit_words(blank, figure.clause.langs[:1])
    unit = re.escape(units.either(figure.clause.langs[0])) if units is not None else ""
    range_ = r"\s?(?:[~～至到–—-]|to|and|through)\s?"
    return bool(unit) and any(
        (
            re.search(rf"(?<![\d.]){number + 1:f}{range_}\d+ ?{unit}", rest),
            re.search(rf"\d{range_}{number - 1:f} ?{unit}", rest),
        )
    )


def restated(fact: Fact, sentence: str) -> bool:
    """Tell whether an English sentence, with a blank for *fact*, says it again: as an ordinal, in another unit, as a word."""
    low, high = fact.quantity
    if high is not None or isinstance(low, Frequency):
        return False
    number = low.value if isinstance(low, Number) else low.parts[0][1] if isinstance(low, Duration) else None
    if number is None:
        return False
    return _in_order(number, sentence) or (fact.kind in _IS_HERE and _measured_again(fact, sentence))


def _in_order(number: Decimal, sentence: str) -> bool:
    """Tell whether a word or a compound says the number: the second Sunday, the 3-per-card limit."""
    whole = int(number)
    if whole != number or whole < 2:
        return False
    ordinal = rf"|(?:{_ORDINALS[whole - 1]}|{whole}(?:st|nd|rd|th)) {_ORDERED}" if whole <= len(_ORDINALS) else ""
    named = f"|{_NAMES[whole]}" if whole in _NAMES else ""
    return re.search(rf"\b(?:{whole}-per-{ordinal}{named})\b", sentence, re.IGNORECASE) is not None


def _measured_again(fact: Fact, sentence: str) -> bool:
    """Tell whether another figure of the sentence is as much, in whatever unit."""
    here = magnitude(fact.quantity[0])
    for figure in find_figures(sentence.replace(BLANK, "…")):
        if figure.kind.value != fact.kind.value or (fact.kind is QuantityKind.MONEY and figure.unit != fact.unit):
            continue
        try:
            there, other = parse_quantity(fact.kind, figure.value)
        except ValueError:
            continue
        if other is None and magnitude(there) == here:
            return True
    return False


def _meets(figure: Figure, rest: str) -> bool:
    """Tell whether another grade of the sentence begins where the figure ends: less than ______, and 50 to 500 dollars by the manager."""
    number = number_of(figure.fact)
    next_to = "|".join(f"{one:f}" for one in (number, number + 1)) if number is not None and number % 1 == 0 else ""
    if next_to and re.search(rf"\b(?:{next_to}) (?:and|to|or)\b", rest):
        return True
    own = {magnitude(end) for end in figure.fact.quantity if end is not None}
    for address in figure.clause.facts():
        other = figure.handbook.facts[address]
        alike = (other.kind, other.unit) == (figure.fact.kind, figure.fact.unit) and address != figure.address
        bounds = Bound.EXACT not in (figure.fact.bound, other.bound)
        ends = {magnitude(end) for end in other.quantity if end is not None}
        if (
            alike
            and other.kind is QuantityKind.COUNT
            and len(own) != len(ends)
            and any(a - b == 1 for a in own for b in ends)
        ):
            return True  # at least 18, and from 16 to 17 with a parent
        if alike and bounds and own & ends and figure.handbook.print_fact(address, "en") in rest:
            return True
    return False
