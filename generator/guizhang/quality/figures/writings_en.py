"""Figures in English as people write them, and as digits with units: a minute and a half, half past eight, 1.5 times basic pay."""

from __future__ import annotations

import re
from decimal import Decimal

from guizhang.quality.figures.written_numbers import Rewriting, percent, plainly, share, smaller, together
from guizhang.zh.quantities.english_numbers import NUMBER, number_of

_PARTS_EN = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "twentieth": 20,
    "hundredth": 100,
}
_PART_EN = rf"(?P<part>{'|'.join(_PARTS_EN)})s?"
_TIME_EN = r"years?|months?|weeks?|days?|hours?|hrs?|h|minutes?|mins?"
_MEASURE_EN = (
    rf"{_TIME_EN}|seconds?|metres?|meters?|kilomet(?:re|er)s?|centimet(?:re|er)s?|miles?|litres?|liters?|kilos?|kilograms?|tonnes?|pounds?"
    "|dollars?|euros?|degrees?|points?"
)
_PAID_EN = "basic|normal|ordinary|usual|hourly|daily|monthly|base|standard|full|pay|rate|price|wage|salary|amount|value|fee|fare|cost|limit"
_LONG_EN = {"h": "hour", "hr": "hour", "min": "minute"}
_WORDS_EN = re.compile(rf"(?<![\w.-])(?:{NUMBER})(?![\w-])", re.IGNORECASE)


def _unit_en(word: str) -> str:
    bare = word.lower().removesuffix("s") or word
    return _LONG_EN.get(bare, bare)


def _with_decimals_en(match: re.Match[str]) -> str:
    return smaller(Decimal(match["n"]), _unit_en(match["unit"]), "en")


def _and_part_en(match: re.Match[str]) -> str:
    """2 hours and a half, an hour and a quarter, 2 and a half hours."""
    number = Decimal(match["n"]) if match["n"][0].isdigit() else Decimal(1)
    return smaller(number + Decimal(1) / _PARTS_EN[match["part"].lower()], _unit_en(match["unit"]), "en")


def _part_of_en(match: re.Match[str]) -> str:
    """Half an hour, three quarters of a year; of anything that has no smaller unit, the decimals."""
    many = Decimal(match["n"]) if (match["n"] or "")[:1].isdigit() else Decimal(1)
    return smaller(many / _PARTS_EN[match["part"].lower()], _unit_en(match["unit"]), "en")


def _share_en(match: re.Match[str]) -> str:
    many = Decimal(match["n"]) if (match["n"] or "")[:1].isdigit() else Decimal(1)
    return percent(100 * many / _PARTS_EN[match["part"].lower()])


def _together_en(match: re.Match[str]) -> str:
    units = _unit_en(match["unit"]), _unit_en(match["small"])
    return together(Decimal(match["n"]), units[0], Decimal(match["m"]), units[1], "en") or match[0]


def _clock_en(match: re.Match[str]) -> str:
    """Half past eight in the evening, ten to nine."""
    minutes = {"half": 30, "quarter": 15}.get(match["m"].lower()) or int(match["m"])
    total = int(match["h"]) * 60 + (minutes if match["side"].lower() == "past" else -minutes)
    return f"{total // 60}:{total % 60:02d}"


def _daytime_en(match: re.Match[str]) -> str:
    morning = match["when"].lower() in ("in the morning", "a.m.", "am")
    hour, minutes = int(match["h"]), match["m"] or "00"
    if match["when"].lower() == "at night" and hour < 5:
        morning = True
    return f"{hour % 12 + (0 if morning else 12):02d}:{minutes}" if 0 < hour <= 12 else match[0]


def _words_en(match: re.Match[str]) -> str:
    written = match[0]
    # A half, and “a” alone, are no numbers here.
    if not re.search(r"[a-z]{2}|[½¼¾]|/", written, re.IGNORECASE):
        return written
    return plainly(number_of(written))


REWRITINGS_EN: tuple[Rewriting, ...] = (
    (r"\btime and a half\b", "150%"),
    (
        r"\bdouble time\b|\btwice (?=(?:the|his|her|their|basic|normal|ordinary|its)\b)|\bdouble (?=(?:the|his|her|their|basic|normal|ordinary) )",
        "200% of ",
    ),
    (r"\bhalf[- ]price\b|\bhalf off\b", "50% off"),
    (r"\bhalf a dozen\b|\ba half[- ]dozen\b", "6"),
    (r"\b(?:a|one) dozen\b", "12"),
    (r"\btwo dozen\b", "24"),
    (r"\bthree dozen\b", "36"),
    (r"\b(?:a|one) score\b", "20"),
    (r"\b(?:a|one) (decade|fortnight|century)\b", r"1 \1"),
    (r"\ba couple of\b", "2"),
    (r"\b(?:a|one) (hundred|thousand|million)\b", r"one \1"),
    (r"^(?:a )?quarter (?=(?:past|to)\b)", "quarter "),
    (r"\ba quarter (?=(?:past|to)\b)", "quarter "),
    (_WORDS_EN.pattern, _words_en),
    (r"\b(?P<n>\d+) decades?\b", lambda m: f"{int(m['n']) * 10} years"),
    (r"\b(?P<n>\d+) fortnights?\b", lambda m: f"{int(m['n']) * 2} weeks"),
    (r"\bfortnightly\b|\bevery fortnight\b", "every 2 weeks"),
    (r"\b(\d+(?:\.\d+)?) ?k\b(?! ?m)", lambda m: plainly(Decimal(m[1]) * 1000)),
    (
        r"\b(\d+(?:\.\d+)?) (?:million|m)\b(?= (?:dollars|euros|pounds|yuan)|$)(?<!\dm)(?<! m)",
        lambda m: plainly(Decimal(m[1]) * 1000000),
    ),
    (r"\b(?P<h>\d{1,2})\.(?P<m>\d\d)(?= ?(?:[ap]\.?m\b|h\b|hours\b))", r"\g<h>:\g<m>"),
    (r"^(?:at )?([012]\d)[.h]?([0-5]\d) ?(?:h|hrs|hours)$", r"\1:\2"),
    (
        r"\b(?P<m>half|quarter|\d{1,2})(?: minutes)? (?P<side>past|to) (?P<h>\d{1,2})(?: o'clock)?\b(?=$| [ai]| p)",
        _clock_en,
    ),
    (
        r"\b(?P<h>\d{1,2})(?::(?P<m>\d\d))?(?: o'clock)? (?P<when>in the (?:morning|afternoon|evening)|at night)",
        _daytime_en,
    ),
    (rf"\b(?P<n>\d+|an?) (?P<unit>{_MEASURE_EN}) and (?:an? )?{_PART_EN}\b", _and_part_en),
    (rf"\b(?P<n>\d+)[- ]and[- ]an?[- ]{_PART_EN} (?P<unit>{_MEASURE_EN})\b", _and_part_en),
    (rf"\b(?:(?P<n>\d+|an?|the)[ -])?{_PART_EN}(?: of)?(?: (?:an?|1))? (?P<unit>{_MEASURE_EN})\b", _part_of_en),
    (rf"\b(?:(?P<n>\d+|an?)[ -])?(?P<part>half|quarter)-(?P<unit>{_MEASURE_EN})\b", _part_of_en),
    (rf"\b(?P<n>\d*\.\d+) ?(?P<unit>{_TIME_EN})\b", _with_decimals_en),
    (rf"\b(?P<n>\d+) ?(?P<unit>{_TIME_EN})(?:,? and|,)? (?P<m>\d+) ?(?P<small>{_TIME_EN}|seconds?)\b", _together_en),
    (rf"\b(?P<n>\d+) {_PART_EN}(?=$| off\b| of\b)", _share_en),
    (rf"^(?P<n>an? )?{_PART_EN}(?=$| off\b| of the\b)", _share_en),
    (r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])(?=$| of\b| off\b)", lambda m: share(m, m[1], m[2])),
    (r"\b(\d+) (?:in|out of)(?: every)? (\d+)\b", lambda m: share(m, m[1], m[2])),
    (
        rf"\b(\d+(?:\.\d+)?) ?(?:times|x) (?=(?:the |his |her |their )?(?:{_PAID_EN}))",
        lambda m: f"{percent(Decimal(m[1]) * 100)} of ",
    ),
    (r"^(\d+(?:\.\d+)?) times$", lambda m: percent(Decimal(m[1]) * 100)),
    (
        r"\b(\d+(?:\.\d+)?) ?(?:%|per ?cent)(?: (?:above|over|on top of|in excess of|more than)) (?=[a-z])",
        lambda m: f"{percent(Decimal(m[1]) + 100)} of ",
    ),
    (
        r"\b(\d+(?:\.\d+)?) ?(?:%|per ?cent)(?: (?:below|less than|under)) (?=(?:basic|normal|the|list|full))",
        lambda m: f"{percent(100 - Decimal(m[1]))} of ",
    ),
    (r"(?<=%) off$", ""),
    (r"^(?:the )?full (?:amount|price|pay|cost)$|^all of it$|^in full$", "100%"),
    (r"^hourly$|^every (?:1 )?hour$", "every 60 minutes"),
    (r"^(?:annually|yearly|once a year|every year)$", "every 12 months"),
    (r"\b(?:biannually|half-yearly|twice yearly|semi-annually)\b", "twice a year"),
    (r"^every 6 months$", "twice a year"),
    (r"\b(\d+) times yearly\b", r"\1 times a year"),
    (r"\bminus (?=\d)|−(?=\d)", "-"),
    (
        r"(?<![\d-])(\d+(?:\.\d+)?) ?(?:degrees?|°)? ?(?:c|celsius|centigrade)? (?:below zero|below freezing)\b",
        r"-\1 °C",
    ),
    (r"\b(\d+(?:\.\d+)?) ?(?:degrees (?:celsius|centigrade)|deg\.? ?c|degrees?(?! (?:f|angle)))\b", r"\1 °C"),
    (
        r"(?<![\d.])(-?\d+(?:\.\d+)?) ?(?:°|degrees? )? ?(?:f|fahrenheit)\b",
        lambda m: f"{plainly(round((Decimal(m[1]) - 32) * 5 / 9, 1))} °C",
    ),
    (r"\bkilomet(?:re|er)s (?:per|an) hour\b|\bkph\b", "km/h"),
    (r"\bmiles (?:per|an) hour\b", "mph"),
    (r"\bmetres (?:per|a) second\b", "m/s"),
    (r"\b(\d+) ?(?:pence|p)\b(?!\.)", lambda m: f"£{Decimal(m[1]) / 100}"),
    (r"\b(\d+) cents$", lambda m: f"${Decimal(m[1]) / 100}"),
    (r"\binches\b", "inch"),
    (r"\bfeet\b", "foot"),
)
