"""Quantities in English sentences, in the plain forms rules have: within 24 hours, USD 50, 80 %, twice a week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from guizhang.zh.quantities.bounds import find_bound_en
from guizhang.zh.quantities.durations import spell
from guizhang.zh.quantities.figure import FigureKind, Limit, Reading
from guizhang.zh.quantities.numbers import plain

_WORDS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        start=1,
    )
} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "a hundred": 100, "one hundred": 100, "two hundred": 200,
}  # fmt: skip
_ORDINALS = tuple(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth".split()
)
_NTH = "|".join(_ORDINALS)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_N = rf"(?:{_TENS})-(?:one|two|three|four|five|six|seven|eight|nine)|{_DIGITS}|" + "|".join(
    sorted(_WORDS, key=len, reverse=True)
)
_TO = r"(?: ?(?:-|–|to|or) ?)"
_PARTS = {
    "second": "seconds",
    "minute": "minutes",
    "hour": "hours",
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
}
_UNITS = {
    "time": "times", "ring": "rings", "persons": "people", "person": "people", "employees": "people", "staff": "people",
    "customer": "customers", "call": "calls", "copy": "copies", "point": "points", "metre": "metres", "guest": "guests",
}  # fmt: skip
# What ends in s behind a number and is no noun it counts, and words whose number is a name.
_NO_NOUNS = frozenset(
    "has was does applies means needs exceeds requires this its hours days weeks months years".split()
)
_SINGULAR = frozenset((*_UNITS, "people", "kg", "cm", "km"))
_LABELLED = re.compile(
    r"(?:Article|Clause|Section|Chapter|Schedule|Part|Item|Rule|Table|Form|Annex|Appendix|Level|Grade|Room|Floor|Unit|Step|No\.) ?$",
    re.IGNORECASE,
)
_CODES = {
    "RMB": "CNY",
    "CNY": "CNY",
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "GBP",
    "HKD": "HKD",
    "HK$": "HKD",
    "NT$": "TWD",
    "NTD": "TWD",
    "S$": "SGD",
    "$": "USD",
    "¥": "CNY",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
}
_BEHIND = {"yuan": "CNY", "rmb": "CNY", "dollars": "USD", "euros": "EUR", "pounds": "GBP"}
_BEHIND |= {code.lower(): code for code in ("CNY", "USD", "HKD", "TWD", "EUR", "GBP", "SGD", "MOP")}

_NAMED = "|".join(_BEHIND)

_FORM = re.compile(
    rf"\b(?P<half>half an? (?:working )?(?P<half_unit>hour|day|year|metre|meter|kilomet(?:re|er)|mile|page|litre|share))\b"
    rf"|(?P<often>\b(?:once|twice|(?:{_N}) times) (?:an?|every|each|per) (?:(?P<every>{_N}) )?(?P<period>hour|day|week|month|quarter|year)s?\b)"
    r"|(?P<share>\b(?:one[- ]half|half(?= (?:of|the)\b)|two[- ]thirds|a third|one[- ]third|three[- ]quarters|a quarter(?= of)|a majority)\b)"
    r"|(?P<bare>(?<=[:,] )\d{1,5}\.\d{2}(?= ?(?:per\b|each\b|an?\b|[;,.)]|$)))"
    rf"|(?P<noon>\b(?:noon|midnight)\b)|\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)|(?P<nth>{_NTH})) (?:day )?of (?:the"
    rf"|each|every) (?:(?:following|next|same) )?(?:calendar )?month\b"
    rf"|(?:(?<=(?:more|less) than )|(?<=(?:fewer) than )|(?<=further )|(?<=exceeds )"
    rf"|(?<=exceed ))(?P<alone>{_N})(?= (?:does|do|may|is|are|must|shall|can)\b|[.,;:](?!\d)|$)"
    rf"|(?P<clock>\b\d{{1,2}}(?::\d{{2}})? ?(?P<half_day>(?:[ap]m\b|[ap]\.m\.)))"
    rf"|(?P<code>\b(?:RMB|CNY|USD|EUR|GBP|HKD|NTD) ?|(?:US|HK|NT|\bS)\$ ?"
    rf"|[$€£¥] ?)(?P<amount>\d[\d,]*(?:\.\d+)?)(?:{_TO}(?P=code)?(?P<upper>\d[\d,]*(?:\.\d+)?)(?![\d,.]*\d| ?%| per ?cent))?"
    rf"|\b(?:(?<=between )(?P<low>{_N}) and (?P<high>{_N})|(?P<n>{_N})(?: ?\ue000{{3,5}})?(?:{_TO}(?P<m>{_N}))?)(?:"
    r"(?P<percent> ?%| per ?cent\b)"
    r"|[ -](?P<business>(?:working|business) )?(?P<time>seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b(?! old)"
    rf"|(?P<money> (?:{_NAMED})\b)| (?P<unit>times?|people|person|staff|ring"
    rf"|call|copy|point|metre|guest|customer|kg|cm|km|[a-z]{{3,14}}s|(?<=one )[a-z]{{3,14}})\b)",
    re.IGNORECASE,
)
_SHARES = {"half": "50%", "thirds": "2/3", "third": "1/3", "quarters": "75%", "quarter": "25%", "majority": "50%"}


NUMBER_WORDS = frozenset(
    {*_WORDS, *"hundred half once twice third thirds quarter quarters majority noon midnight".split()}
)
"""Every English figure has one of these in it, or a digit."""
_FIRST_WORDS = {word.split()[0] for word in (*_WORDS, *NUMBER_WORDS, *_ORDINALS)}
# Where a form can begin; to ask the forms themselves at every sign would take five times as long.
_BEGIN = re.compile(
    r"[\d$€£¥]|\b(?:" + "|".join(sorted(_FIRST_WORDS | {c.lower().rstrip("$€£¥") for c in _CODES} - {""})) + ")"
)


def read_english(view: str) -> list[Reading]:
    """Return the figures of the English sentences of *view*, in order."""
    return [reading for match in _forms(view) if (reading := _reading(match)) is not None]


def _forms(view: str) -> Iterator[re.Match[str]]:
    lower = view.lower()
    if len(lower) != len(view):
        # A capital whose small letter takes two signs (İ): places would not agree.
        yield from _FORM.finditer(view)
        return
    place = 0
    while begin := _BEGIN.search(lower, place):
        match = _FORM.match(view, begin.start())
        if match:
            yield match
        place = match.end() if match else begin.start() + 1


def _reading(match: re.Match[str]) -> Reading | None:
    start, end = match.span()
    if any(match[name] for name in ("half", "noon", "day", "nth", "share", "bare")):
        return _in_words(match)
    if match["often"]:
        word = match["often"].split()[0].lower()
        times = {"once": 1, "twice": 2}.get(word) or int(_number(word))
        every = _number(match["every"]) if match["every"] else Decimal(1)
        return Reading(start, end, FigureKind.FREQUENCY, f"{times}/{_cycle(match['period'], every)}")
    if match["clock"]:
        return _clock(match)
    if match["code"]:
        value = plain(_number(match["amount"])) + (f"..{plain(_number(match['upper']))}" if match["upper"] else "")
        return Reading(start, end, FigureKind.MONEY, value, _CODES[match["code"].strip().upper()])
    return _measured(match)


def _in_words(match: re.Match[str]) -> Reading | None:
    """Return what is said without a number: half an hour, noon, the 1st of the month, two thirds."""
    start, end = match.span()
    if match["half"] and match["half_unit"].lower() not in _PARTS:
        return Reading(start, end, FigureKind.COUNT, "0.5", match["half_unit"].lower())
    if match["half"]:
        value = spell({_PARTS[match["half_unit"].lower()]: Decimal("0.5")})
        return Reading(
            start, end, FigureKind.DURATION, value, "business" if "working" in match["half"].lower() else None
        )
    if match["noon"]:
        return Reading(start, end, FigureKind.TIME, "12:00" if match["noon"].lower() == "noon" else "24:00")
    if match["day"] or match["nth"]:
        day = int(match["day"] or _ORDINALS.index(match["nth"].lower()) + 1)
        return Reading(start, end, FigureKind.DATE, f"---{day:02d}") if 0 < day < 32 else None
    if match["share"]:
        value = next(value for word, value in _SHARES.items() if match["share"].lower().endswith(word))
        limit = Limit.MIN if value == "50%" and "majority" in match["share"].lower() else None
        return Reading(start, end, FigureKind.PERCENT, value, None, limit, inclusive=limit is None)
    if match["bare"]:
        # A list of charges whose currency the document names elsewhere: water, 12.00 per person.
        return Reading(start, end, FigureKind.MONEY, plain(Decimal(match["bare"])), "CNY")
    return None


def _measured(match: re.Match[str]) -> Reading | None:
    start, end = match.span()
    if match["alone"]:
        return Reading(start, end, FigureKind.COUNT, plain(_number(match["alone"])), "number")
    upper = match["m"] or match["high"]
    low, high = _number(match["n"] or match["low"]), _number(upper) if upper else None
    if high is not None and high <= low:
        high = None
    if match["percent"]:
        return Reading(start, end, FigureKind.PERCENT, f"{plain(low)}%" + (f"..{plain(high)}%" if high else ""))
    if match["time"]:
        unit = _PARTS[match["time"].lower().rstrip("s")]
        value = spell({unit: low}) + (f"..{spell({unit: high})}" if high else "")
        return Reading(start, end, FigureKind.DURATION, value, "business" if match["business"] else None)
    number = plain(low) + (f"..{plain(high)}" if high else "")
    if match["money"]:
        return Reading(start, end, FigureKind.MONEY, number, _BEHIND[match["money"].strip().lower()])
    unit = match["unit"].lower()
    if not unit.endswith("s") and unit not in _SINGULAR and find_bound_en(match.string, start, end)[0] is Limit.EXACT:
        # One manager signs: an article; at least one manager is a figure.
        return None
    if unit in _NO_NOUNS or _LABELLED.search(match.string, max(0, start - 12), start):
        return None
    return Reading(start, end, FigureKind.COUNT, number, _UNITS.get(unit, unit))


def _cycle(name: str, number: Decimal) -> str:
    name = name.lower()
    return spell({"months": number * 3} if name == "quarter" else {_PARTS[name]: number})


def _clock(match: re.Match[str]) -> Reading | None:
    figures = re.match(r"(\d{1,2})(?::(\d{2}))?", match["clock"])
    assert figures is not None
    hour, minute = int(figures[1]), int(figures[2] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    hour = hour % 12 + (12 if match["half_day"].lower().startswith("p") else 0)
    return Reading(*match.span(), FigureKind.TIME, f"{hour}:{minute:02d}")


def _number(word: str) -> Decimal:
    word = word.lower()
    tens, hyphen, ones = word.partition("-")
    if hyphen and tens in _WORDS:
        return Decimal(_WORDS[tens] + _WORDS[ones])
    return Decimal(_WORDS[word]) if word in _WORDS else Decimal(word.replace(",", ""))
