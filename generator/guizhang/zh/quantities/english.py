"""Quantities in English sentences, in the plain forms rules have: within 24 hours, USD 50, 80 %, twice a week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from guizhang.zh.quantities.bounds import find_bound_en
from guizhang.zh.quantities.durations import spell
from guizhang.zh.quantities.english_numbers import BEHIND, CODES, DIGITS, NUMBER, ORDINALS, WORDS, number_of
from guizhang.zh.quantities.figure import FigureKind, Limit, Reading
from guizhang.zh.quantities.numbers import plain

_NTH = "|".join(ORDINALS)
_N = NUMBER
_TO = r"(?: ?(?:-|–|to|or) ?)"
_PARTS = {
    "second": "seconds",
    "minute": "minutes",
    "hour": "hours",
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
    "sec": "seconds",
    "min": "minutes",
    "hr": "hours",
    "wk": "weeks",
    "yr": "years",
}
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(f"{name}|{name[:3]}\\.?" if len(name) > 3 else name for name in _MONTHS)
# How whole a time is does not say how long it is: two consecutive days, three full months.
_WHOLE = "(?:consecutive|successive|calendar|clear|full|whole|complete|continuous|further|additional|natural|straight) "
_UNITS = {
    "time": "times", "ring": "rings", "persons": "people", "person": "people", "employees": "people", "staff": "people",
    "customer": "customers", "call": "calls", "copy": "copies", "point": "points", "metre": "metres", "guest": "guests",
}  # fmt: skip
# What ends in s behind a number and is no noun it counts, and words whose number is a name.
_NO_NOUNS = frozenset(
    "has was does applies means needs exceeds requires leads results costs counts follows takes this its hours days weeks months years".split()
)
_ALONE = re.compile(r"(?:other than|except(?: for)?|only|exactly) $", re.IGNORECASE)
_SINGULAR = frozenset((*_UNITS, "people", "feet", "children", "kg", "cm", "km"))
_LABELLED = re.compile(
    r"(?:Article|Clause|Section|Chapter|Schedule|Part|Item|Rule|Table|Form|Annex|Appendix|Level|Grade|Room|Floor|Unit|Step"
    r"|No\.|preceding|previous|foregoing|following|the above) ?$",
    re.IGNORECASE,
)

_NAMED = "|".join(BEHIND)
# No adjectives: three of the boxes, two or fewer.
_JOINING = (
    "|".join(WORDS)
    + "|and|the|per|for|with|from|that|than|are|was|has|have|had|may|can|must|shall|will|not|who|which|each|other|more"
    "|less|fewer|over|under|within|before|after|when|per|its|his|her|their|our|your|into|onto|upon|times|staff|people"
    "|points|copies|days|hours|weeks|months|years|minutes"
)
_AGE = re.compile(" (?:old|of age)\\b", re.IGNORECASE)

_FORM = re.compile(
    rf"\b(?P<half>half an? (?:working )?(?P<half_unit>hour|day|year|metre|meter|kilomet(?:re|er)|mile|page|litre|share))\b"
    rf"|(?P<often>\b(?:once|twice|(?:{_N}) times) (?:an?|every|each|per) (?:(?P<every>{_N}) )?(?P<period>hour|day|night|week|month|quarter|year)s?\b)"
    rf"|(?P<daily>\b(?:once|twice|(?:{_N}) times) (?:a )?(?P<rhythm>daily|weekly|monthly|quarterly|yearly|annually)\b)"
    r"|(?P<share>\b(?:one[- ]half|half(?= (?:of|the)\b)|a third(?= of|[,.;)]|$)|(?:a|one) quarter(?= of)|a majority)\b)"
    r"|\b(?P<over>one|two|three|four|five|seven|nine)[- ](?P<under>(?:third|fifth|eighth|tenth)s?|quarters)\b"
    r"|(?P<bare>(?<=[:,] )\d{1,5}\.\d{2}(?= ?(?:per\b|each\b|an?\b|[;,.)]|$)))"
    rf"|(?P<noon>\b(?:noon|midnight)\b)|\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)|(?P<nth>{_NTH})) (?:day )?of (?:the"
    rf"|each|every) (?:(?:following|next|same) )?(?:calendar )?month\b"
    rf"|(?:(?<=(?:more|less) than )|(?<=(?:fewer) than )|(?<=in excess of )|(?<=further )|(?<=exceeds )"
    r"|(?<=body under )|(?<=one under )|(?<=ldren under )|(?<=sons under )|(?<=aged under )"
    rf"|(?<=exceed ))(?P<alone>{_N})(?= (?:does|do|may|is|are|must|shall|can)\b|[.,;:](?!\d)|$)"
    rf"|(?P<clock>\b\d{{1,2}}(?:[:.]\d{{2}})? ?(?P<half_day>(?:[ap]m\b|[ap]\.m\.)))"
    rf"|(?P<oclock>\b(?:{_N}) o['’]clock\b)|(?P<military>\b(?:[01]\d|2[0-3])[0-5]\d(?= ?(?:hrs|hours)\b))"
    rf"|(?:(?<=least )|(?<=most )|(?<=than )|(?<=renewed )|(?<=extended )|(?<=repeated ))(?P<limited>once|twice)\b"
    rf"|(?P<code>\b(?:RMB|CNY|USD|EUR|GBP|HKD|NTD) ?|(?:US|HK|NT|\bS)\$ ?"
    rf"|[$€£¥] ?)(?P<amount>{DIGITS})(?P<scale> (?:thousand|million)\b|[kKmM]\b)?(?:{_TO}(?P=code)?(?P<upper>{DIGITS})(?![\d,.]*\d| ?%| per ?cent))?"
    rf"|\b(?P<rung>{_NTH}) (?:(?:(?:late|written|proven|upheld|unexcused|missed|such) )?"
    r"(?:offen[cs]e|breach|violation|infringement|warning|absence|lapse|default|no-show)\b|(?:time|occurrence|occasion)"
    r"(?=:| ?[,–-] |[.;)]| (?:and\b|in\b|within\b|[$€£¥]|HK\$|US\$|RMB|CNY|leads?|results?|receives|is (?:a|dealt|punished|fined))\b))"
    rf"|\b(?P<dom>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>(?-i:{_MONTH}))(?:,? (?P<year>(?:19|20)\d\d))?\b"
    rf"|\b(?P<month2>(?-i:{_MONTH})) (?P<dom2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year2>(?:19|20)\d\d)\b)?"
    rf"|\b(?:(?<=between )(?P<low>{_N}) and (?P<high>{_N})"
    rf"|(?P<n>{_N})(?: ?\ue000{{3,5}})?(?P<half_more> and a half)?(?P<limit> or (?:more|fewer|less|over))?(?:{_TO}(?P<m>{_N}))?)(?:"
    r"(?P<percent> ?%| per ?cent\b)|(?P<degrees> ?(?:°C|℃))"
    rf"|[ -](?:{_WHOLE})?(?P<business>(?:working|business) )?(?P<time>seconds?|minutes?|hours?|days?|weeks?|months?"
    rf"|quarters?(?! of)|years?|(?:sec|min|hr|wk|yr)s?)\b(?! old| of age)"
    rf"|(?P<money> (?:{_NAMED})\b)| (?P<unit>times?|people|person|staff|ring"
    rf"|call|copy|point|metre|guest|customer|feet|children|kg|cm|km|[a-z]{{3,14}}s|(?<=one )[a-z]{{3,14}}(?:-[a-z]+)?)\b|(?<=\d)(?P<times>x)\b"
    rf"| (?P<described>(?:(?!(?:{_JOINING})\b)[a-z-]{{3,14}} ){{1,2}}[a-z]{{3,14}}s)\b)",
    re.IGNORECASE,
)
_RHYTHMS = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y"}
_SHARES = {"half": "50%", "third": "1/3", "quarter": "25%", "majority": "50%"}
_UNDER = {"third": 3, "quarter": 4, "fifth": 5, "eighth": 8, "tenth": 10}


NUMBER_WORDS = frozenset(
    {
        *WORDS,
        *ORDINALS[:5],
        *"hundred thousand million half once twice third thirds quarter quarters fifth fifths tenth tenths majority noon midnight".split(),
    }
)
"""Every English figure has one of these in it, or a digit."""
_FIRST_WORDS = {"a ", *WORDS, *NUMBER_WORDS, *ORDINALS, *(month[:3].lower() for month in _MONTHS)}
# Where a form can begin; to ask the forms themselves at every sign would take five times as long.
_BEGIN = re.compile(
    r"[\d$€£¥]|\b(?:" + "|".join(sorted(_FIRST_WORDS | {re.escape(c.lower()) for c in CODES if c[0].isalpha()})) + ")"
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
    if match["over"]:
        return _fraction(match)
    if match["rung"]:
        return Reading(start, end, FigureKind.COUNT, str(ORDINALS.index(match["rung"].lower()) + 1), "times")
    if match["month"] or match["month2"]:
        return _date(match)
    if match["often"]:
        word = match["often"].split()[0].lower()
        times = {"once": 1, "twice": 2}.get(word) or int(number_of(word))
        every = number_of(match["every"]) if match["every"] else Decimal(1)
        return Reading(start, end, FigureKind.FREQUENCY, f"{times}/{_cycle(match['period'], every)}")
    if match["daily"]:
        word = match["daily"].split()[0].lower()
        times = {"once": 1, "twice": 2}.get(word) or int(number_of(word))
        return Reading(start, end, FigureKind.FREQUENCY, f"{times}/{_RHYTHMS[match['rhythm'].lower()]}")
    if match["clock"] or match["oclock"] or match["military"]:
        return _clock(match)
    if match["limited"]:
        # At least twice, not more than once: a limit of times; once by itself only says when.
        return Reading(start, end, FigureKind.COUNT, "1" if match["limited"].lower() == "once" else "2", "times")
    if match["code"]:
        scale = {"t": 1000, "k": 1000, "m": 1_000_000}.get((match["scale"] or "").strip()[:1].lower(), 1)
        value = plain(number_of(match["amount"]) * scale) + (
            f"..{plain(number_of(match['upper']))}" if match["upper"] else ""
        )
        return Reading(start, end, FigureKind.MONEY, value, CODES[match["code"].strip().upper()])
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
        day = int(match["day"] or ORDINALS.index(match["nth"].lower()) + 1)
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
    """Return the figure of a number and what it counts; three or more is a limit of its own."""
    found = _plain(match)
    if found is None or not match["limit"]:
        return found
    return replace(found, limit=Limit.MIN if match["limit"][4:] in ("more", "over") else Limit.MAX)


def _plain(match: re.Match[str]) -> Reading | None:
    start, end = match.span()
    if match["alone"]:
        return Reading(start, end, FigureKind.COUNT, plain(number_of(match["alone"])), "number")
    upper = match["m"] or match["high"]
    low, high = number_of(match["n"] or match["low"]), number_of(upper) if upper else None
    low += Decimal("0.5") if match["half_more"] else 0
    if high is not None and high <= low:
        high = None
    if match["percent"]:
        return Reading(start, end, FigureKind.PERCENT, f"{plain(low)}%" + (f"..{plain(high)}%" if high else ""))
    if match["degrees"]:
        return Reading(start, end, FigureKind.COUNT, plain(low) + (f"..{plain(high)}" if high else ""), "℃")
    if match["time"]:
        word = match["time"].lower().rstrip("s")
        unit, scale = ("months", 3) if word == "quarter" else (_PARTS[word], 1)
        value = spell({unit: low * scale}) + (f"..{spell({unit: high * scale})}" if high else "")
        return Reading(start, end, FigureKind.DURATION, value, "business" if match["business"] else None)
    number = plain(low) + (f"..{plain(high)}" if high else "")
    if match["money"]:
        return Reading(start, end, FigureKind.MONEY, number, BEHIND[match["money"].strip().lower()])
    if match["described"]:
        # Up to two remote days: where a limit stands before the number, what is counted may be described.
        limited = find_bound_en(match.string, start, end)[0] is not Limit.EXACT
        return (
            Reading(start, end, FigureKind.COUNT, number, match["described"].lower().split()[-1]) if limited else None
        )
    if match["times"]:
        return Reading(start, end, FigureKind.COUNT, number, "times")
    unit = match["unit"].lower()
    counted = find_bound_en(match.string, start, end)[0] is not Limit.EXACT or _ALONE.search(match.string, 0, start)
    plural = unit.endswith("s") and not unit.endswith("ss")
    if (
        plural
        and match.string[start:end].lower().startswith("one ")
        and unit != "times"
        and not unit.endswith(("as", "us", "is"))
        and not (upper or match["limit"])
    ):
        # A new one costs 20: what one has, it does.
        return None
    if not plural and unit not in _SINGULAR and not counted and match.string[end : end + 1] != ":":
        # One manager signs: an article; at least one manager, and One absence: …, is a figure.
        return None
    if (unit in _NO_NOUNS and not _AGE.match(match.string, end)) or _LABELLED.search(
        match.string, max(0, start - 12), start
    ):
        return None
    return Reading(start, end, FigureKind.COUNT, number, _UNITS.get(unit, unit))


def _fraction(match: re.Match[str]) -> Reading | None:
    over, under = WORDS[match["over"].lower()], _UNDER[match["under"].lower().rstrip("s")]
    if over >= under:
        return None
    value = f"{over}/{under}" if 100 * over % under else f"{100 * over // under}%"
    return Reading(*match.span(), FigureKind.PERCENT, value)


def _date(match: re.Match[str]) -> Reading | None:
    name, day = match["month"] or match["month2"], int(match["dom"] or match["dom2"])
    month = next(i for i, full in enumerate(_MONTHS, start=1) if full.startswith(name[:3]))
    year = match["year"] or match["year2"]
    value = f"{year or '-'}-{month:02d}-{day:02d}"
    return Reading(*match.span(), FigureKind.DATE, value) if 0 < day < 32 else None


def _cycle(name: str, number: Decimal) -> str:
    name = name.lower()
    if name == "night":
        return spell({"days": number})
    return spell({"months": number * 3} if name == "quarter" else {_PARTS[name]: number})


def _clock(match: re.Match[str]) -> Reading | None:
    """Return 9.30 am, 6 o'clock or 0900 hrs."""
    if match["military"]:
        return Reading(*match.span(), FigureKind.TIME, f"{int(match['military'][:2])}:{match['military'][2:]}")
    if match["oclock"]:
        hour = int(number_of(match["oclock"].split()[0]))
        return Reading(*match.span(), FigureKind.TIME, f"{hour}:00") if hour <= 24 else None
    figures = [int(figure) for figure in re.findall(r"\d+", match["clock"])]
    hour, minute = figures[0], figures[1] if figures[1:] else 0
    if not 1 <= hour <= 12 or minute > 59:
        return None
    hour = hour % 12 + (12 if match["half_day"].lower().startswith("p") else 0)
    return Reading(*match.span(), FigureKind.TIME, f"{hour}:{minute:02d}")
