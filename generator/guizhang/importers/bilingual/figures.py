"""Numbers that a sentence and its translation have in common: 二十四小时 and 24 hours, 2万元 and RMB 20,000."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guizhang.zh.numerals import chinese_to_int

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_HAN_NUMBER = re.compile("[零〇一二三四五六七八九十百千两]+")
_SCALED = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*([万千百亿])")
_SCALES = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_NAMES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_WORDS = {
    **{name: value for value, name in enumerate(_NAMES)},
    **{name: value * 10 for value, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)},
    "hundred": 100, "once": 1, "twice": 2, "first": 1, "second": 2, "third": 3, "half": 2,
}  # fmt: skip
_MONTHS = "January February March April May June July August September October November December".split()
_DATED = re.compile(rf"\d(?:st|nd|rd|th)? +({'|'.join(_MONTHS)})|({'|'.join(_MONTHS)}) +\d")
"""A month beside a figure: staff may not."""
_WORD = re.compile(r"[A-Za-z]+")
_AFTERNOON = re.compile(r"(\d{1,2})(?:[:.]\d\d)?\s*p\.?\s?m", re.IGNORECASE)
_NOON = 12


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of one text."""

    written: frozenset[float]
    """In digits; the other language has each of them, in digits or in words."""
    spoken: frozenset[float]
    """In words, where many a word counts nothing (一般, one)."""


def numbers_of(text: str, lang: str) -> Numbers:
    """Return the numbers of a text, folded or not, in Chinese or English."""
    written = {float(found.replace(",", "")) for found in _DIGITS.findall(text)}
    spoken: set[float] = set()
    if lang == "zh":
        for digits, scale in _SCALED.findall(text):
            value = float(digits.replace(",", ""))
            written = (written - {value}) | {value * _SCALES[scale]}
        spoken = {float(n) for run in _HAN_NUMBER.findall(text) if (n := chinese_to_int(run)) is not None}
    else:
        spoken = {float(_WORDS[word]) for word in map(str.lower, _WORD.findall(text)) if word in _WORDS}
        spoken |= {float(_MONTHS.index(one or other) + 1) for one, other in _DATED.findall(text)}
        spoken |= {float(hour) + _NOON for hour in _AFTERNOON.findall(text)}
    return Numbers(frozenset(written), frozenset(spoken))


def shared(one: Numbers, other: Numbers) -> tuple[int, list[float]]:
    """Return how many numbers two texts share, and those in digits that one of them lacks."""
    mine, theirs = one.written | one.spoken, other.written | other.spoken
    both = mine & theirs
    lacking = sorted((one.written - theirs) | (other.written - mine))
    afternoon = {value + _NOON for value in both} | {value - _NOON for value in both}
    return len(both), [value for value in lacking if value not in afternoon]
