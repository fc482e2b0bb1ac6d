"""Options that say when: on which days of the week or of a month, in which months, in which part of the day, at which hours.

工作日上午, every month on the first, in summer, 0点至6点: two of them may meet though they have not a word in common.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from guizhang.model.text import Lang
from guizhang.quality.figures.values import measured
from guizhang.quality.language.days import days_of
from guizhang.quality.language.word_lists import word_list

_NIGHT = 24 * 60
_WEEK = 7
Hours = tuple[tuple[int, int], ...]
"""Stretches of a day, in minutes from midnight."""
_DAY_ZH = re.compile(r"(?P<low>\d{1,2})[日号]?(?:[-~～—至到](?P<high>\d{1,2}))?[日号](?P<before>之?以?前)?")
_DAY_EN = re.compile(r"(?:the )?(?P<low>\d{1,2})(?:st|nd|rd|th)(?: of (?:the|each|every) month)?")
_AROUND: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"^(?:每|逢|在|于|是)?|[的内时\s，]|期间|之间|时段"),
    "en": re.compile(r"\b(?:on|at|in|during|every|each|the|from|any|of|once|and|month)\b|[.,]"),
}
_BETWEEN: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"(?P<low>.*\d.*)(?:至|到|~|～|—|-)(?P<high>.*\d[^间]*)(?:之间|期间)?$"),
    "en": re.compile(r"\bbetween (?P<low>.+) and (?P<high>.+)"),
}
_TIMED_EN = re.compile(r"\b(?:(?:before|by|until|till|after|from|since|between|at) )?(?:\d|noon|midnight).*$")
_LIMIT: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"(?P<before>[以之]前|(?<=[\d点时半分])前)$|(?:[以之]后|(?<=[\d点时半分])后|起)$"),
    "en": re.compile(r"\b(?:(?P<before>before|by|until|till|no later than)|after|from|since)\b"),
}


class _Words(NamedTuple):
    """The words of one language that say when, each with what it says."""

    parts: tuple[tuple[re.Pattern[str], Hours], ...]
    seasons: tuple[tuple[re.Pattern[str], frozenset[int]], ...]
    dates: tuple[tuple[re.Pattern[str], frozenset[int]], ...]
    every: tuple[tuple[re.Pattern[str], str], ...]


@cache
def _words(lang: Lang) -> _Words:
    tree = word_list("when.yaml")
    edge = "" if lang == "zh" else r"\b"
    return _Words(
        tuple(
            (re.compile(f"{edge}(?:{word}){edge}"), tuple(zip(ends[::2], ends[1::2], strict=True)))
            for word, ends in tree["parts"][lang].items()
        ),
        tuple((re.compile(word), frozenset(months)) for word, months in tree["seasons"].items()),
        tuple((re.compile(word), frozenset(range(low, high + 1))) for word, (low, high) in tree["dates"][lang].items()),
        tuple((re.compile(word), every) for word, every in tree["every"][lang].items()),
    )


@cache
def _inside() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(whole), re.compile(part)) for whole, part in word_list("when.yaml")["inside"])


class When(NamedTuple):
    """What an option says of the time; what it leaves out is any."""

    every: str = ""
    week: frozenset[int] = frozenset()
    year: frozenset[int] = frozenset()
    month: frozenset[int] = frozenset()
    part: str = ""
    hours: Hours = ()

    def meets(self, other: When) -> bool:
        """Tell whether some time is in both."""
        if self == other:
            return True
        met = False
        for mine, its in zip(self[1:4], other[1:4], strict=True):
            if mine and its:
                if not mine & its:
                    return False
                met = True
        if self.hours and other.hours:
            if not _hours_meet(self, other):
                return False
            met = True
        # Every month, every month on the first: the one leaves open what the other says.
        return met or self._leaves_open(other) or other._leaves_open(self)

    def _leaves_open(self, other: When) -> bool:
        if not self.every or any(self[1:]) or other.every not in ("", self.every):
            return False
        if self.every == "day":
            return (
                bool(other.hours)
                and len(other.week) in (0, _WEEK)
                and not other.year
                and (other.every == "day" or len(other.week) == _WEEK)
            )
        return (
            bool({"week": other.week, "month": other.month, "year": other.year}.get(self.every))
            and len(other.week) < _WEEK
        )


def _hours_meet(one: When, other: When) -> bool:
    if one.part and other.part:
        return one.part == other.part or any(
            whole.fullmatch(a.part) and part.fullmatch(b.part)
            for whole, part in _inside()
            for a, b in ((one, other), (other, one))
        )
    for low, high in one.hours:
        for start, end in other.hours:
            if low < end and start < high:
                return True
    return False


@lru_cache(maxsize=16384)
def when(text: str, lang: Lang) -> When | None:
    """Return what an option says of the time; ``None`` where it says anything else."""
    plain = " ".join(re.sub(r"\b([ap])\.?m\b\.?", r"\1m", text.strip().lower()).rstrip("。.").split())
    if not plain or len(plain) > _MOST[lang]:
        return None
    found = days_of(plain, lang)
    if found is not None:
        return When(week=found.named) if found.cycle == _WEEK else When(year=found.named)
    return _read(plain, lang)


_MOST: dict[Lang, int] = {"zh": 14, "en": 45}


def _read(plain: str, lang: Lang) -> When | None:
    words = _words(lang)
    said = When()
    for pattern, dates in words.dates:
        if pattern.search(plain):
            said, plain = said._replace(month=dates), pattern.sub(" ", plain, count=1)
            break
    for pattern, every in words.every:
        if pattern.search(plain):
            said = said._replace(every=every)
            plain = pattern.sub("月" if every == "month" and lang == "zh" else " ", plain, count=1)
            break
    for pattern, months in words.seasons:
        if pattern.search(plain):
            said, plain = said._replace(year=months), pattern.sub(" ", plain, count=1)
            break
    said, plain = _hours(said, plain, lang)
    if not said.month and (day := (_DAY_ZH if lang == "zh" else _DAY_EN).search(plain)):
        said, plain = said._replace(month=_dates(day)), plain[: day.start()] + plain[day.end() :]
    rest = _AROUND[lang].sub(" ", plain).strip(" 月")
    if rest:
        found = days_of(rest, lang)
        if found is None:
            return None
        said = said._replace(week=found.named) if found.cycle == _WEEK else said._replace(year=found.named)
    if said.every == "day" and any(said[1:]):
        said = said._replace(week=said.week or frozenset(range(1, 8)))
    return said if any(said) else None


def _hours(said: When, plain: str, lang: Lang) -> tuple[When, str]:
    """Return *said* with the hours *plain* names, and what is left of it."""
    clock = _clock(plain.strip(" 月"), lang)
    if clock is not None:
        return said._replace(hours=clock), ""
    told = _TIMED_EN.search(plain) if lang == "en" else None
    if told and (inner := _clock(told[0], lang)) is not None:
        return said._replace(hours=inner), plain[: told.start()]
    for name, hours in _words(lang).parts:
        part = name.search(plain)
        if part is None:
            continue
        inner = _clock(plain[part.start() :], lang)
        if inner is not None:
            return said._replace(hours=inner), plain[: part.start()]
        named = said._replace(part=part[0].removesuffix("s") if lang == "en" else part[0], hours=hours)
        return named, f"{plain[: part.start()]} {plain[part.end() :]}"
    return said, plain


def _dates(day: re.Match[str]) -> frozenset[int]:
    groups = day.groupdict()
    low = int(day["low"])
    if groups.get("before"):
        return frozenset(range(1, low + 1))
    return frozenset(range(low, int(groups.get("high") or low) + 1))


def _clock(text: str, lang: Lang) -> Hours | None:
    """Return the hours a clock time, with its limits, takes in."""
    plain = _BETWEEN[lang].sub(r"\g<low>-\g<high>" if lang == "zh" else r"\g<low> to \g<high>", text)
    limit = _LIMIT[lang].search(plain)
    amount = measured(_LIMIT[lang].sub("", plain, count=1).strip() if limit else plain, lang)
    if amount is None or amount.family[0] != "time-of-day":
        return None
    low = int(amount.low) if amount.low is not None else 0
    high = int(amount.high) if amount.high is not None else _NIGHT
    if limit and low == high:
        return ((0, low),) if limit["before"] else ((low, _NIGHT),)
    if low == high:
        return ((low, low + 1),)
    return ((low, high),) if low < high else ((low, _NIGHT), (0, high))
