"""Hours that the times of day in their sentence tell: 每日工作8小时，上午8:30至12:00，下午13:00至17:30."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from guizhang.model.quantity import Duration, QuantityKind
from guizhang.quiz.material.figures.figure import Figure
from guizhang.quiz.material.figures.tells.counted import CLOCK
from guizhang.quiz.quoting.points import BLANK
from guizhang.zh.quantities import find_figures

# Of nine to six, an hour for lunch included, eight hours are left.
_INCLUDED = re.compile(
    "[含扣除]|包括|其中|不计|不計|减去|減去|午休|用餐|午餐|\\b(?:includ|less|minus|lunch|meal|break)", re.IGNORECASE
)
_WEEK = re.compile("周|週|星期|week", re.IGNORECASE)
_HOUR, _DAY = 3600, 86_400
_WORKING_DAYS = (1, 5, 6)
_LONG = 5 * _HOUR
"""From so many seconds on a break that is not told, an hour at most, hides nothing: who works from nine to six works eight hours."""


def reckoned(figure: Figure) -> bool:
    """Tell whether a duration is what lies between times of day of its sentence, or is left of that."""
    low, high = figure.fact.quantity
    if figure.fact.kind is not QuantityKind.DURATION or high is not None or not isinstance(low, Duration):
        return False
    sentence = figure.sentence.either("zh" if "zh" in figure.clause.langs else "en")
    clocks = [_seconds(clock) for clock in CLOCK.findall(sentence)]
    if len(clocks) < 2 or not {unit for unit, _ in low.parts} <= {"hours", "minutes"}:
        return False
    here = int(low.seconds)
    near = _HOUR if here >= _LONG else 0
    a_week = _WORKING_DAYS if _WEEK.search(sentence) else (1,)
    return any(abs(here - days * told) <= near * days for told in _told(clocks, sentence) for days in a_week)


def _told(clocks: list[int], sentence: str) -> Iterator[int]:
    """Yield what lies between two of *clocks*, all ranges together, and what is left of each without what is said to lie in it."""
    between = [(end - begin) % _DAY for begin, end in combinations(clocks, 2)]
    between.append(sum((end - begin) % _DAY for begin, end in zip(clocks[::2], clocks[1::2], strict=False)))
    yield from between
    if _INCLUDED.search(sentence):
        found = find_figures(sentence.replace(BLANK, "……"))
        others = [
            int(Duration.parse(one.value).seconds)
            for one in found
            if one.kind.value == QuantityKind.DURATION and re.fullmatch(r"PT[\dHM]+", one.value)
        ]
        yield from (length - other for length in between for other in others)


def _seconds(clock: str) -> int:
    hours, minutes = re.split("[:：]", clock)
    return int(hours) * _HOUR + int(minutes) * 60
