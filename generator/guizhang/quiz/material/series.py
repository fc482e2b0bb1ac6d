"""Figures of one sentence that form a series, so that what stands in a blank is worked out from those beside it.

5天、10天、15天 go up by five; 累计2次的按2天，累计3次的按3天 has the same number twice in each case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from guizhang.quiz.material.figures import Figure
from guizhang.quiz.quoting.points import BLANK
from guizhang.zh.numerals import chinese_to_int

_UNITS = "个?工作日|个?小时|分钟|秒|天|日|个?月|个?星期|周|年|次|回|元|分|人|名|个|件|份|倍|级|公里|米|公斤|克|吨|%"
_SAID = re.compile(rf"(?<!第)(?P<number>\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千万]+)(?P<unit>{_UNITS})")
_SAID_EN = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>%| [a-z]+)")
_CASES = re.compile("[；;。]")
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
