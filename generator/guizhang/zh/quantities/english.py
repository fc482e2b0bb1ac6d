"""Quantities in English sentences, in the plain forms rules have: within 24 hours, USD 50, 80 %, twice a week."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from guizhang.zh.quantities.bounds import find_bound_en
from guizhang.zh.quantities.durations import spell
from guizhang.zh.quantities.english_ages import is_age
from guizhang.zh.quantities.english_dates import clock_of, date_of
from guizhang.zh.quantities.english_forms import forms
from guizhang.zh.quantities.english_numbers import BEHIND, CODES, ORDINALS, WORDS, number_of
from guizhang.zh.quantities.figure import FigureKind, Limit, Reading
from guizhang.zh.quantities.numbers import plain

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
_LONG = {word: (unit, 1) for word, unit in _PARTS.items()} | {
    "night": ("days", 1),
    "fortnight": ("days", 14),
    "quarter": ("months", 3),
}
"""Word -> part of a duration, how many of it."""
_UNITS = {
    "time": "times", "ring": "rings", "persons": "people", "person": "people", "employees": "people", "staff": "people",
    "customer": "customers", "call": "calls", "copy": "copies", "point": "points", "metre": "metres", "guest": "guests",
    "foot": "feet", "ft": "feet", "inch": "inches", "mile": "miles", "yard": "yards", "page": "pages", "member": "members", "seat": "seats",
    "miles per hour": "mph", "km per hour": "km/h", "square foot": "square feet", "square ft": "square feet", "sq ft": "square feet",
    "sq. ft": "square feet", "sqft": "square feet", "cubic ft": "cubic feet",
}  # fmt: skip
# What ends in s behind a number and is no noun it counts, and words whose number is a name.
_VERBS = frozenset(
    "has was does applies means needs exceeds requires leads results costs counts follows takes this its".split()
)
_NO_NOUNS = _VERBS | frozenset("hours days weeks months years".split())
_LAST_WORD = re.compile(r"([A-Za-z]+) $")
_VAGUE_BEFORE = frozenset(
    "no any in if the each every that this as at from to on for of some which when where than such not either neither".split()
)
_NO_THING = frozenset(
    "may must shall can will should would who that and another other more time such same way side hand thing day piece kind".split()
)
_AT_ONCE = re.compile(r"\b(?:at|any|a|an) $", re.IGNORECASE)
_ONCE_ONLY = re.compile(r"(?: [a-z]+)? (?:fee|charge|payment|deposit)s?\b", re.IGNORECASE)
"""A one time registration fee is of a kind, at any one time is a moment: neither counts."""
_ALONE = re.compile(r"(?:other than|except(?: for)?|only|exactly|by) $", re.IGNORECASE)
_SINGULAR = frozenset(
    (
        *_UNITS,
        *_UNITS.values(),
        "people",
        "feet",
        "children",
        "kg",
        "cm",
        "km",
        "mph",
        "kph",
        "kmh",
        "km/h",
        "m/s",
        "lb",
        "lbs",
    )
)
_LABELLED = re.compile(
    r"(?:Article|Clause|Section|Chapter|Schedule|Part|Item|Rule|Table|Form|Annex|Appendix|Level|Grade|Room|Floor|Unit|Step"
    r"|Class|Size|Phase|Zone|Week|Day|Type|Category|Stage|Gate|Bay|Platform|Exit|Extension|Ext\.|Option|Version|Model|Series|Band|Tier|Block|Route"
    r"|ISO|COVID|Windows|Priority|Question|Page|Station|Channel|No\.|preceding|previous|foregoing|following|the above) ?$",
    re.IGNORECASE,
)
# A licence no more than three years old: how long ago it was issued, and nobody's age.
_THING_SO_OLD = re.compile(
    r"\b(?:licen[cs]es?|certificates?|documents?|records?|photos?|photographs?|tests?|results?|reports?|vehicles?|cars?|tyres?|batter(?:y|ies)|bills?"
    r"|statements?|letters?|checks?|cards?|machines?|helmets?|harness(?:es)?|equipment)\b(?:(?! (?:who|whose)\b)[^.;:]){0,40}$",
    re.IGNORECASE,
)
_REACH = 80
_AGE = re.compile(" (?:old|of age)\\b", re.IGNORECASE)

_NUMBERED = re.compile(r"^\d{4}")
"""A year or a standard; so large a number of things has its comma."""
_BEGINS = re.compile(r"\b(?:after|from|past|since|between) $", re.IGNORECASE)
"""What has midnight behind it has the day before it."""
_HEAVY = re.compile(
    r"\b(?:lifts?|lifting|weigh(?:s|ing|t)?|carry|carrying|load|heavier|capacity)\b[^.;$£]{0,40}$", re.IGNORECASE
)
"""Pounds to lift are no money."""
_HOURS = re.compile(r"\bhours (?:[a-z]+ ){0,2}(?:over|above|beyond|exceeding|in excess of) $", re.IGNORECASE)
"""Hours over 40: what is counted stands in front."""
# A maximum of 5 day guests: guests are counted, and no days.
_SO_MANY = re.compile(r"\b(?:maximum|minimum|limit|total|number) of $", re.IGNORECASE)
_OF_A_TIME = re.compile(r"[\w-]+ (?:day|night|week|month|year) [a-z-]+s\b", re.IGNORECASE)
_BELOW_ZERO = re.compile(r"(?:(?<![\w.°℃℉)])(?<!\d )[-−]|\bminus )$", re.IGNORECASE)
_COLDER = re.compile(
    r"(?<![\w.])(?P<sign>[-−]|\bminus )(?P<low>\d+) ?(?:[°º˚] ?[CF]|℃|℉)?(?: ?(?:to|and|–) ?)$", re.IGNORECASE
)
_RHYTHMS = {
    "daily": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "fortnightly": "P14D",
}
_SHARES = {"half": "50%", "third": "1/3", "quarter": "25%", "majority": "50%"}
_UNDER = {"third": 3, "quarter": 4, "fifth": 5, "eighth": 8, "tenth": 10}


def read_english(view: str) -> list[Reading]:
    """Return the figures of the English sentences of *view*, in order."""
    return [reading for match in forms(view) if (reading := _reading(match)) is not None]


def _reading(match: re.Match[str]) -> Reading | None:
    start, end = match.span()
    if any(
        match[name]
        for name in ("half", "noon", "day", "nth", "share", "bare", "quarters", "one", "every_one", "age", "aged")
    ):
        return _in_words(match)
    if match["over"]:
        return _fraction(match)
    if match["rung"]:
        end = start + len(match[0].rstrip())
        return Reading(start, end, FigureKind.COUNT, _nth(match["rung"].lower()), "times")
    if any(match[name] for name in ("month", "month2", "month3", "month4")):
        return date_of(match)
    if match["every_n"]:
        return Reading(start, end, FigureKind.FREQUENCY, f"1/{_time(match['every_unit'], number_of(match['every_n']))}")
    if match["often"]:
        word = match["often"].split()[0].lower()
        times = {"once": 1, "twice": 2}.get(word) or int(number_of(word))
        every = number_of(match["every"]) if match["every"] else Decimal(1)
        return Reading(start, end, FigureKind.FREQUENCY, f"{times}/{_time(match['period'], every)}")
    if match["daily"]:
        word = match["daily"].split()[0].lower()
        times = {"once": 1, "twice": 2}.get(word) or int(number_of(word))
        return Reading(start, end, FigureKind.FREQUENCY, f"{times}/{_RHYTHMS[match['rhythm'].lower()]}")
    if any(match[name] for name in ("clock", "opens", "oclock", "military")):
        return clock_of(match)
    if match["every_nth"]:
        nth = 2 if match["every_nth"].lower() == "other" else ORDINALS.index(match["every_nth"].lower()) + 1
        return Reading(start, end, FigureKind.FREQUENCY, f"1/{_time(match['nth_unit'], Decimal(nth))}")
    if match["adverb"]:
        return Reading(start, end, FigureKind.FREQUENCY, f"1/{_RHYTHMS[match['adverb'].lower()]}")
    if match["pence"]:
        return Reading(start, end, FigureKind.MONEY, plain(Decimal(match["pence"]) / 100), "GBP")
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


def _nth(word: str) -> str:
    return word[:-2] if word[0].isdecimal() else str(ORDINALS.index(word) + 1)


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
    if match["quarters"]:
        return Reading(start, end, FigureKind.DURATION, "PT45M" if match["quarters"].lower() == "three" else "PT15M")
    if match["one"]:
        return Reading(start, end, FigureKind.DURATION, _time(match["one_unit"], Decimal(1)))
    if match["every_one"]:
        return Reading(start, end, FigureKind.FREQUENCY, f"1/{_time(match['every_one'], Decimal(1))}")
    if match["age"]:
        span = plain(number_of(match["age"])) + (f"..{plain(number_of(match['age_to']))}" if match["age_to"] else "")
        return Reading(start, end, FigureKind.COUNT, span, "years-of-age")
    if match["aged"]:
        young = match.string[start - 6 : start - 1].lower() == "under"
        bound = Limit.MAX if young else Limit.MIN
        return Reading(start, end, FigureKind.COUNT, match["aged"], "years-of-age", bound, inclusive=False)
    if match["noon"]:
        midnight = "00:00" if _BEGINS.search(match.string, 0, start) else "24:00"
        return Reading(start, end, FigureKind.TIME, "12:00" if match["noon"].lower().endswith("noon") else midnight)
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
    start = match.start()
    if (
        match["time"]
        and _SO_MANY.search(match.string, 0, start)
        and (guests := _OF_A_TIME.match(match.string, start))
        and match["n"]
    ):
        noun = guests[0].split()[-1].lower()
        return Reading(start, guests.end(), FigureKind.COUNT, plain(number_of(match["n"])), _UNITS.get(noun, noun))
    found = _plain(match)
    if found is None or not match["limit"]:
        return found
    return replace(found, limit=Limit.MIN if match["limit"][4:] in ("more", "over", "") else Limit.MAX)


def _plain(match: re.Match[str]) -> Reading | None:
    start, end = match.span()
    if bare := match["alone"] or match["old"]:
        if _HOURS.search(match.string, 0, start):
            return Reading(start, end, FigureKind.DURATION, spell({"hours": number_of(bare)}))
        aged = is_age(match.string, start, end)
        unit = "years-of-age" if aged else "number"
        return Reading(start, end, FigureKind.COUNT, plain(number_of(bare)), unit) if aged or match["alone"] else None
    upper = match["m"] or match["high"]
    low, high = number_of(match["n"] or match["low"] or match["least"]), number_of(upper) if upper else None
    if high is not None and high <= low:
        high = None
    if match["percent"]:
        return Reading(start, end, FigureKind.PERCENT, f"{plain(low)}%" + (f"..{plain(high)}%" if high else ""))
    if match["degrees"] or match["fahrenheit"] or match["below"] is not None:
        unit = "℃" if match["degrees"] else "℉" if match["fahrenheit"] else "度"
        return _temperature(match.string, start, end, low, high, unit)
    if match["time"] and match["time"].lower() in ("year", "years", "yr", "yrs") and is_age(match.string, start, end):
        return Reading(start, end, FigureKind.COUNT, plain(low) + (f"..{plain(high)}" if high else ""), "years-of-age")
    if match["time"]:
        value = _time(match["time"], low) + (f"..{_time(match['time'], high)}" if high else "")
        return Reading(start, end, FigureKind.DURATION, value, "business" if match["business"] else None)
    number = plain(low) + (f"..{plain(high)}" if high else "")
    if (match["unit"] or "").lower() == "cents":
        cents = plain(low / 100) + (f"..{plain(high / 100)}" if high else "")
        return Reading(start, end, FigureKind.MONEY, cents, "USD")
    if match["money"] and match["money"].strip().lower().startswith("pound") and _HEAVY.search(match.string, 0, start):
        return Reading(start, end, FigureKind.COUNT, number, "pounds")
    if match["money"]:
        return Reading(start, end, FigureKind.MONEY, number, BEHIND[match["money"].strip().lower()])
    if match["times"] or match["aged_so"]:
        return Reading(start, end, FigureKind.COUNT, number, "times" if match["times"] else "years-of-age")
    said = (match["described"] or match["unit"] or match["glued"] or match["wide"]).lower()
    noun = said if said in _UNITS or said.startswith(("square", "cubic")) else said.split()[-1]
    if upper and high is None and match["described"]:
        # The 9 to 5 office hours.
        return None
    if noun in ("year", "years", "yr", "yrs", "olds"):
        return _so_old(match, number, low)
    is_count = _is_described(match, noun) if match["described"] else _is_counted(match, noun)
    return Reading(start, end, FigureKind.COUNT, number, _UNITS.get(noun, noun)) if is_count else None


def _temperature(text: str, start: int, end: int, low: Decimal, high: Decimal | None, unit: str) -> Reading:
    """Return a temperature, below zero where a sign or a word in front says so: -18 °C, minus 4 °F, -22 to -18 °C."""
    cold = None if high is not None else _BELOW_ZERO.search(text, max(0, start - _REACH), start)
    if cold is None:
        return Reading(start, end, FigureKind.COUNT, plain(low) + (f"..{plain(high)}" if high else ""), unit)
    if (colder := _COLDER.search(text, max(0, cold.start() - _REACH), cold.start())) and Decimal(colder["low"]) > low:
        return Reading(colder.start("sign"), end, FigureKind.COUNT, f"-{colder['low']}..-{plain(low)}", unit)
    return Reading(cold.start(), end, FigureKind.COUNT, f"-{plain(low)}", unit)


def _so_old(match: re.Match[str], number: str, low: Decimal) -> Reading:
    """Return how old somebody is, or how long ago a document was issued: of age, years old."""
    start, end = match.span()
    if ".." not in number and _THING_SO_OLD.search(match.string, max(0, start - _REACH), start):
        return Reading(start, end, FigureKind.DURATION, _time("years", low))
    return Reading(start, end, FigureKind.COUNT, number, "years-of-age")


def _is_labelled(match: re.Match[str]) -> bool:
    """Tell whether the number is a name: Level 3 staff, Form 7."""
    return _LABELLED.search(match.string, max(0, match.start() - 12), match.start()) is not None


def _is_described(match: re.Match[str], noun: str) -> bool:
    """Tell whether things with a word that describes them are counted: two paid breaks, but 2024 staff numbers."""
    return not (
        _is_labelled(match)
        or _NUMBERED.search(match["n"] or match["low"] or match["least"])
        or match.string[match.start() - 1 : match.start()] == "/"
        or noun in _VERBS
        or noun.endswith(("ss", "us", "is"))
    )


def _is_counted(match: re.Match[str], noun: str) -> bool:
    """Tell whether the word behind a number is counted by it: three copies, one nurse and one witness."""
    start, end = match.span()
    text = match.string
    if match.group().lower() == "one time" and (_AT_ONCE.search(text, 0, start) or _ONCE_ONLY.match(text, end)):
        return False
    plural = noun.endswith("s") and not noun.endswith("ss")
    if (
        plural
        and match.group().lower().startswith(("one ", "1 "))
        and noun != "times"
        and not noun.endswith(("as", "us", "is"))
        and not (match["m"] or match["high"] or match["limit"])
    ):
        # A new one costs 20: what one has, it does.
        return False
    limited = find_bound_en(text, start, end)[0] is not Limit.EXACT or _ALONE.search(text, 0, start)
    if not plural and noun not in _SINGULAR and not limited and text[end : end + 1] != ":":
        # In one stretch, if one term is void, no one may: an article or a pronoun.
        before = _LAST_WORD.search(text, max(0, start - 12), start)
        if noun in _NO_THING or (before and before[1].lower() in _VAGUE_BEFORE):
            return False
    # A 24/7 code.
    labelled = _is_labelled(match) or text[start - 1 : start] == "/"
    return not (labelled or (noun in _NO_NOUNS and not _AGE.match(text, end)))


def _fraction(match: re.Match[str]) -> Reading | None:
    over, under = WORDS[match["over"].lower()], _UNDER[match["under"].lower().rstrip("s")]
    if over >= under:
        return None
    value = f"{over}/{under}" if 100 * over % under else f"{100 * over // under}%"
    return Reading(*match.span(), FigureKind.PERCENT, value)


def _time(word: str, number: Decimal) -> str:
    """Return so many hours, nights, quarters or fortnights as an ISO 8601 duration."""
    unit, scale = _LONG[word.lower().rstrip("s")]
    return spell({unit: number * scale})
