"""Figures that an English sentence says again in other words: two weeks, Monday to the second Sunday; 14 days, so a fortnight."""

from __future__ import annotations

import re
from decimal import Decimal

from guizhang.model.fact import Bound, Fact
from guizhang.model.quantity import Duration, Frequency, Number, QuantityKind, magnitude, parse_quantity
from guizhang.quiz.material.figures import Figure, number_of
from guizhang.quiz.quoting.points import BLANK
from guizhang.zh.quantities import find_figures
from guizhang.zh.quantities.english_numbers import WORDS

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_NAMES = {2: "both|couple|pairs?|fortnight|fortnightly|biweekly|alternate|every other", 12: "dozen", 24: "two dozen"}
_ORDERED = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|day|year|hour|minute|time|shift|offen[cs]e|absence|warning|strike"
    r"|item|copy|person|one)"
)
_IS_HERE = (QuantityKind.DURATION, QuantityKind.MONEY, QuantityKind.PERCENT)

# The Ten-and-Five Rule, the 10/5 rule, a two-person rule: what it is called has its figures.
_CALLED = re.compile(
    r"(?P<name>[\w'’]+(?:[-/][\w'’]+)+|(?-i:[A-Z][\w'’]+(?: (?:and )?[A-Z][\w'’]+)*)|\d+) "
    r"(?:rules?|policy|principle|method|zone|promise|guarantee|formula|pledge|challenge)\b|\brule of (?P<of>\w+)",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^[\d.]+\W+")


def called_so(figure: Figure) -> bool:
    """Tell whether what an English rule is called, or its heading, names the number: the Ten-and-Five Rule, 24-hour notice."""
    number = number_of(figure.fact)
    if number is None or number != int(number) or figure.clause.langs != ("en",):
        return False
    sentence = figure.sentence.either("en").replace(BLANK, "…")
    heading = figure.clause.heading
    names = [found["name"] or found["of"] for found in _CALLED.finditer(sentence)]
    names += [_NUMBERING.sub("", heading.either("en"))] if heading is not None else []
    words = {word.casefold() for name in names for word in re.split(r"[^\w]+", name)}
    return any(word == f"{number:f}" or WORDS.get(word) == number for word in words)


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


def meets(figure: Figure, rest: str) -> bool:
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
