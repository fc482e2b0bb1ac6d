"""Figures that what a rule is called gives away: 三米微笑 over 走近三米时微笑, the Ten-and-Five Rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.quiz.material.figures.figure import Figure, number_of
from guizhang.quiz.quoting.points import BLANK
from guizhang.zh.numerals import chinese_to_int, int_to_chinese
from guizhang.zh.quantities.english_numbers import WORDS

# The Ten-and-Five Rule, the 10/5 rule, a two-person rule: what it is called has its figures.
_CALLED = re.compile(
    r"(?P<name>[\w'’]+(?:[-/][\w'’]+)+|(?-i:[A-Z][\w'’]+(?: (?:and )?[A-Z][\w'’]+)*)|\d+) "
    r"(?:rules?|policy|principle|method|zone|promise|guarantee|formula|pledge|challenge)\b|\brule of (?P<of>\w+)",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^[\d.]+\W+")
_SAID = re.compile(r"(?P<number>\d+(?:\.\d+)?|[一二两兩三四五六七八九十百]+)(?P<unit>.{1,4})")
_PAIR = 2
_SPELLED = 1000
"""Numbers below this may be spelled out in a title."""


def named_so(figure: Figure) -> bool:
    """Tell whether what a rule is called, its heading or a title above it has the figure."""
    return _named_above(figure) or _called_so(figure)


def _called_so(figure: Figure) -> bool:
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


def _named_above(figure: Figure) -> bool:
    """Tell whether a title above a Chinese sentence, or what its regulation is called, has the figure with its unit."""
    ways = set(_ways(figure))
    if not ways:
        return False
    place = figure.clause.place
    titles = (node.title for node in place.lineage)
    said = [title.zh for title in (*titles, place.regulation.title) if title is not None and title.zh]
    return any(
        re.search(rf"(?<![\d.,一二两兩三四五六七八九十百]){re.escape(way)}", one) for way in ways for one in said
    )


def _ways(figure: Figure) -> Iterator[str]:
    """Yield the figure in digits and spelled out, each with its unit; nothing for what is no number with a unit."""
    if "zh" not in figure.clause.langs or number_of(figure.fact) is None:
        return
    match = _SAID.fullmatch(figure.printed(figure.fact, "zh"))
    if match is None:
        return
    digits, unit = match["number"], match["unit"].strip()
    value = float(digits) if digits[0].isdigit() else chinese_to_int(digits)
    if value is None or value != int(value) or not 1 < value < _SPELLED:
        return
    spelled = int_to_chinese(int(value))
    yield from (f"{one}{unit}" for one in (f"{int(value)}", spelled, *(("两", "兩") if value == _PAIR else ())))
