"""Figures of one sentence that form a series, so that what stands in a blank is worked out from those beside it.

5天、10天、15天 go up by five; 累计2次的按2天，累计3次的按3天 has the same number twice in each case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from guizhang.model.quantity import QuantityKind, magnitude
from guizhang.quiz.material.figures.figure import Figure, number_of
from guizhang.quiz.quoting.points import BLANK
from guizhang.zh.numerals import chinese_to_int

_UNITS = "个?工作日|个?小时|分钟|秒|天|日|个?月|个?星期|周|年|次|回|元|分|人|名|个|件|份|倍|级|公里|米|公斤|克|吨|%"
_SAID = re.compile(rf"(?<!第)(?P<number>\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千万]+)(?P<unit>{_UNITS})")
_SAID_EN = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>%| [a-z]+)")
_ORDINAL = re.compile(r"第[\d一二两兩三四五六七八九十]+[次回]|首次|初次|初犯")
_CASES = re.compile("[；;。]")
_CLOCK = re.compile(r"\d{1,2}[:：]\d\d")
_BEGINS = re.compile(r" ?(?:[-–—~～至到]+|to\b)")
_ENDS = re.compile(r"(?:[-–—~～至到]| to) ?(?:次日|翌日)?$")
_FEWEST = 3
"""Numbers that make a series."""


class _Number(NamedTuple):
    value: Decimal
    unit: str
    own: bool
    """Whether it is the figure that is asked for."""


def in_series(figure: Figure) -> bool:
    """Tell whether the other figures of its sentence tell a figure: it goes on with them, or is the same number as its case has."""
    lang = figure.clause.langs[0]
    said = figure.sentence.either(lang).replace(BLANK, f"\0{figure.printed(figure.fact, lang)}")
    pattern = _SAID if lang == "zh" else _SAID_EN
    cases = [list(_numbers(pattern, case)) for case in _CASES.split(said)]
    return _goes_on([number for case in cases for number in case]) or _paired(cases)


def follows_on(figure: Figure) -> bool:
    """Tell whether the sentence says what begins as it ends, or ends as it begins: 早班______，中班14:30-22:30."""
    low, high = figure.fact.quantity
    if high is None:
        return False
    if figure.fact.kind is not QuantityKind.TIME:
        return _next_grade(figure)
    said = figure.sentence.either(figure.clause.langs[0])
    clocks = [
        (
            match[0].replace("：", ":").lstrip("0"),
            _BEGINS.match(said, match.end()),
            _ENDS.search(said, 0, match.start()),
        )
        for match in _CLOCK.finditer(said)
    ]
    # Two shifts that begin, or end, together do not tell each other's hours.
    starts = {clock for clock, begins, _ in clocks if not begins}
    stops = {clock for clock, _, ends in clocks if not ends}
    return f"{low}".lstrip("0") in starts or f"{high}".lstrip("0") in stops


def _next_grade(figure: Figure) -> bool:
    """Tell whether a range begins where another of its sentence ends, or ends where one begins: 10至30分钟…，______…，60分钟以上…."""
    low, high = figure.fact.quantity
    assert high is not None
    others = [figure.handbook.facts[address] for address in figure.clause.facts() if address != figure.address]
    alike = [one.quantity for one in others if (one.kind, one.unit) == (figure.fact.kind, figure.fact.unit)]
    # What is no range is an end, whichever it is.
    ends = {magnitude(b or a) for a, b in alike}
    begins = {magnitude(a) for a, _ in alike}
    return magnitude(low) in ends or magnitude(high) in begins


def _numbers(pattern: re.Pattern[str], case: str) -> Iterator[_Number]:
    for match in pattern.finditer(case):
        digits = match["number"].replace(",", "")
        number = Decimal(digits) if digits[0].isdigit() else _spelled(digits)
        if number is not None:
            unit = match["unit"].strip().removeprefix("个").removesuffix("s")
            yield _Number(number, unit, case[: match.start()].endswith("\0"))


def _spelled(word: str) -> Decimal | None:
    value = chinese_to_int(word)
    return None if value is None else Decimal(value)


def _goes_on(numbers: list[_Number]) -> bool:
    """Tell whether the asked number is one of three in a row, of one unit, that go up or down by equal steps or by one factor."""
    unit = next((number.unit for number in numbers if number.own), None)
    alike = [number for number in numbers if number.unit == unit]
    row = [
        (value, any(one.own for one in same))
        for value, group in groupby(alike, lambda one: one.value)
        for same in (list(group),)
    ]
    for n in range(len(row) - _FEWEST + 1):
        (a, _), (b, _), (c, _) = three = row[n : n + _FEWEST]
        if any(own for _, own in three) and a != c and (b - a == c - b or (a * c == b * b and a > 0)):
            return True
    return False


def _paired(cases: list[list[_Number]]) -> bool:
    """Tell whether in its case, and in another, one number stands for two things: 2 times, 2 days; 3 times, 3 days."""
    here = next((case for case in cases if any(number.own for number in case)), [])
    own = next((number for number in here if number.own), None)
    if own is None:
        return False
    same = {number.unit for number in here if number.value == own.value} - {own.unit}
    return any(
        (own.unit, unit) == (one.unit, two.unit) and one.value == two.value
        for unit in same
        for case in cases
        if case is not here
        for one in case
        for two in case
    )


def next_in_row(figure: Figure) -> bool:
    """Tell whether the figure only counts on, behind another of its row, or begins one: 第一次…，第二次…，第______次."""
    before, _, behind = figure.sentence.either("zh").partition(BLANK)
    if not (before.endswith("第") or (figure.fact.zh or "").startswith("第")):
        return False
    if number_of(figure.fact) == 1:
        return True
    return _ORDINAL.search(before + behind) is not None
