"""Which figures of a text can be written as ``${name}``, because printing the fact gives back exactly what stood there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pydantic import ValidationError

from guizhang.facts.currency import currency_in, priced
from guizhang.facts.found import Provision
from guizhang.model.fact import Bound, Fact
from guizhang.model.quantity import QuantityKind
from guizhang.model.text import Lang
from guizhang.model.units import BUILT_IN_UNITS, BUSINESS, CURRENCIES, DEFAULT_CURRENCY, UNITS_BY_WORD
from guizhang.model.wording import print_fact
from guizhang.zh.folding import plain
from guizhang.zh.numerals import to_int
from guizhang.zh.quantities import Figure, FigureKind, Limit, find_figures
from guizhang.zh.quantities.english_numbers import NUMBER
from guizhang.zh.quantities.units import MEASURES

# What a figure is called in a draft, by kind and what stands around it; an author renames it as he likes.
_NAMES: tuple[tuple[FigureKind, Callable[[Figure], bool], str], ...] = (
    (FigureKind.DURATION, lambda f: f.trigger is not None and f.bound is Limit.MAX, "deadline"),
    (FigureKind.DURATION, lambda f: f.bound is Limit.MAX, "limit"),
    (FigureKind.DURATION, lambda f: f.bound is Limit.MIN, "minimum"),
    (FigureKind.DURATION, lambda _: True, "period"),
    (FigureKind.MONEY, lambda _: True, "amount"),
    (FigureKind.PERCENT, lambda _: True, "rate"),
    (FigureKind.COUNT, lambda f: f.unit == "times", "times"),
    (FigureKind.COUNT, lambda _: True, "number"),
    (FigureKind.TIME, lambda _: True, "time"),
    (FigureKind.DATE, lambda _: True, "date"),
    (FigureKind.FREQUENCY, lambda _: True, "frequency"),
)


# 次月10日 and ±1元 say more than their value, and 每天早晚各一次 counts otherwise than it says.
_SAYS_MORE = re.compile(
    "^[±次上下本当隔翌同].*[月年]|(?:following|next) |^±"
    "|^过?半数?$|^每[^次回]{0,6}?(?:至少|最少|不得?少于|最多|不得?超过)?[^\\d一二两三四五六七八九十百天日号周月年季度半个小时分钟星期工作至少最多不得超过于次回]"
)
_NEXT_MONTH = re.compile(r"[次上下本当隔翌同]个?月(?=\d{1,2}[日号]$|[一二三十]{1,3}[日号]$)")
"""The month a day is counted in, where the day itself stands behind it: 次月15日."""
_EVENING = re.compile(r"晚(?=(?:1[3-9]|2[0-4])[:：点點时時])")
_HALF_A_MONTH, _FIFTEEN_DAYS = "P0.5M", "P15D"
_NUMERAL = r"(?:\d+|[一二两三四五六七八九十]+)"
_RHYTHM = re.compile(
    rf"(?P<period>每隔?(?:半个?|一个|{_NUMERAL}个?)?(?:工作日|星期|季度|小时|分钟|天|日|周|月|季|年))"
    rf"(?P<act>.*?)(?P<times>(?P<n>{_NUMERAL})(?:[次回遍圈趟]))"
)
"""How often something is done, with what is done inside: 每月换洗一次, 每天至少开窗通风两次."""
_LIMITING = re.compile(
    r"[^\d一二两三四五六七八九十]{0,4}(?:不得?(?:超过|少于|多于|低于)|不超|至[少多]|最[少多]|[须應应][當当]?)"
)
"""What makes a rhythm a limit: 每月累计不得超过3次."""


_NUMBER_EN = re.compile(rf"{NUMBER}(?: ?(?:-|–|to|or) ?{NUMBER})?(?= )", re.IGNORECASE)
_COLUMN = re.compile(
    r"(?:(?<=[，,；;。.：:\t])|^) *(?:第?[一二三四五六七八九十\d]+次|(?:the )?\w+ (?:time|offence)) *[：:]",
    re.IGNORECASE,
)
"""Which time it is as the name of a column, behind which stands what follows then: 二次：罚款50元."""
_COLUMNS = re.compile(r"(?:(?<=\t)|^)第?[一二三四五六七八九十\d]+次(?:\t第?[一二三四五六七八九十\d]+次)+(?=\t|$)")
"""The same in the head of a table."""


@dataclass(frozen=True, slots=True)
class PlaceholderDraft:
    """One figure that may stand as ``${name}``."""

    name: str
    start: int
    """Offset in the text."""
    end: int
    fact: Fact
    """Prints exactly the text from *start* to *end* in the language asked for."""


def placeholders_in(nodes: Sequence[Provision]) -> Callable[[str, Lang], list[PlaceholderDraft]]:
    """Return what finds the figures of the texts of one document: its bare amounts are in the currency of its place."""
    return partial(placeholders, currency=currency_in(nodes))


def placeholders(
    text: str, lang: Lang = "zh", named: Callable[[Figure], str] | None = None, *, currency: str = DEFAULT_CURRENCY
) -> list[PlaceholderDraft]:
    """Return the figures of *text* that can be written as placeholders, in order; names do not repeat.

    A figure whose value, unit or form the model does not have (a third, a measure word without a unit, an amount in
    words of the old style that is damaged) stays text. Where the model would print another form (三天 for 3天), the
    fact has its own wording, so that an imported text prints exactly as it was.

    Args:
        text: The text of one provision.
        lang: The language it is in.
        named: Suggests a name for a figure; names that repeat are numbered.
        currency: The ISO 4217 code of an amount that names no currency.
    """
    out: list[PlaceholderDraft] = []
    taken: Counter[str] = Counter()
    columns = [match.span() for pattern in (_COLUMN, _COLUMNS) for match in pattern.finditer(text)]
    for figure in map(
        _without_act, map(_without_part_of_day, map(_without_month, map(_of_the_number, find_figures(text))))
    ):
        fact = as_fact(priced(figure, currency), lang)
        if fact is None or any(start <= figure.start and figure.end <= end for start, end in columns):
            continue
        wanted = named(figure) if named else _name(figure)
        taken[wanted] += 1
        name = wanted if taken[wanted] == 1 else f"{wanted}_{taken[wanted]}"
        out.append(PlaceholderDraft(name, figure.start, figure.end, fact))
    return out


def _of_the_number(figure: Figure) -> Figure:
    """Return an English count of what the model has no unit for as its number alone: three in three popular films, 25 in 25 feet."""
    number = _NUMBER_EN.match(figure.span) if figure.kind is FigureKind.COUNT else None
    if number is None or _unit(figure) is not None or not figure.span.isascii():
        return figure
    return replace(figure, end=figure.start + number.end(), span=number[0], unit="number")


def _unit(figure: Figure) -> str | None:
    """Return what the model calls the unit of a count: the id of a built-in one, a Chinese measure word as it stands."""
    if figure.unit in BUILT_IN_UNITS:
        return figure.unit
    return UNITS_BY_WORD.get(figure.unit or "") or (figure.unit if figure.unit in MEASURES else None)


def _without_month(figure: Figure) -> Figure:
    """Return a day of another month without the month, which stays text: 15日 of 次月15日."""
    month = _NEXT_MONTH.match(plain(figure.span)) if figure.kind is FigureKind.DATE else None
    if month is None or ".." in figure.value:
        return figure
    return replace(figure, start=figure.start + month.end(), span=figure.span[month.end() :])


def _without_part_of_day(figure: Figure) -> Figure:
    """Return a time of 24 hours without the part of the day before it, which stays text: 每晚 in 每晚23:00."""
    part = _EVENING.match(figure.span) if figure.kind is FigureKind.TIME else None
    return replace(figure, start=figure.start + 1, span=figure.span[1:]) if part else figure


def _without_act(figure: Figure) -> Figure:
    """Return how often something is done without what is done: 每月 of 每月换洗一次, 两次 of 每天至少开窗通风两次.

    What is done stays text, so that it is not lost when the figure changes, nor in another language; so does what makes it a
    limit: 3次 of 每月不得超过3次.
    """
    span = plain(figure.span)
    found = _RHYTHM.fullmatch(span) if figure.kind is FigureKind.FREQUENCY else None
    limited = found is not None and _LIMITING.fullmatch(found["act"]) is not None
    if found is None or not (limited or _SAYS_MORE.search(span)):
        return figure
    times = re.match(r"\d+", figure.value)
    printed = to_int(found["n"])
    if times is None or printed is None or f"{printed}" != times[0] or ".." in figure.value:
        return figure
    part = "period" if printed == 1 and not limited else "times"
    start, end = found.span(part)
    return replace(figure, start=figure.start + start, end=figure.start + end, span=figure.span[start:end])


def as_fact(figure: Figure, lang: Lang = "zh") -> Fact | None:
    """Return *figure* as a fact of the model that prints its span in *lang*, or None if the model has no such fact."""
    unit = _unit(figure) if figure.kind is FigureKind.COUNT else figure.unit
    if _SAYS_MORE.search(plain(figure.span)) or (figure.kind is FigureKind.COUNT and unit is None):
        return None
    if figure.kind is FigureKind.MONEY:
        if unit not in CURRENCIES:
            return None
        unit = None if unit == DEFAULT_CURRENCY else unit
    if figure.kind is FigureKind.DURATION and unit not in (None, BUSINESS):
        return None
    fields: dict[str, object] = {
        "kind": QuantityKind(figure.kind.value),
        # Half a month counts as fifteen days.
        "value": _FIFTEEN_DAYS if figure.value == _HALF_A_MONTH else figure.value,
        "unit": unit,
        "bound": Bound(figure.bound.value),
        "inclusive": figure.inclusive,
    }
    try:
        fact = Fact.model_validate(fields)
        if print_fact(fact, lang) != figure.span:
            fact = Fact.model_validate({**fields, lang: figure.span})
    except ValidationError:
        return None
    return fact if print_fact(fact, lang) == figure.span else None


def _name(figure: Figure) -> str:
    return next(name for kind, fits, name in _NAMES if kind is figure.kind and fits(figure))
