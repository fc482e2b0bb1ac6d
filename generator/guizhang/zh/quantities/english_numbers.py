"""Numbers as English rules write them: 1,000, two hundred and fifty, five thousand, twenty-one."""

from __future__ import annotations

import re
from decimal import Decimal

WORDS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        start=1,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS = tuple(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth".split()
)
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SMALL = rf"(?:(?:{_TENS})(?:-| (?!\w+-))(?:one|two|three|four|five|six|seven|eight|nine)|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
_HUNDREDS = rf"(?:{_SMALL}|a) hundred(?:(?: and)? {_SMALL})?"
_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_HALVES = r"(?:[ -]and[ -](?:a|one)[ -]half|[ -]and[ -](?:(?:a|one)[ -]quarter|three[ -]quarters)|(?: and |[ -])[13]/[24](?![\d/])|(?: and)? ?[½¼¾])"
NUMBER = (
    rf"(?:(?:(?:{_HUNDREDS}|{_SMALL}|{DIGITS}|a) (?:thousand|million)(?:,? (?:and )?(?:{_HUNDREDS}|{_SMALL}))?|{_HUNDREDS}|{_SMALL}"
    rf"|{DIGITS}){_HALVES}?|[½¼¾])"
)
"""Pattern of one number, in figures or in words."""
CODES = {
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
BEHIND = {
    "yuan": "CNY",
    "rmb": "CNY",
    "dollars": "USD",
    "dollar": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "pounds": "GBP",
    "pound": "GBP",
}
BEHIND |= {code.lower(): code for code in ("CNY", "USD", "HKD", "TWD", "EUR", "GBP", "SGD", "MOP")}


_AT_END = re.compile(f"{_HALVES}$|^[½¼¾]$", re.IGNORECASE)
_SHARES = {"half": Decimal("0.5"), "three quarters": Decimal("0.75"), "quarter": Decimal("0.25")}
_SHARES |= {sign: Decimal(share) for sign, share in zip("½¼¾", ("0.5", "0.25", "0.75"), strict=True)}
_SHARES |= {"1/2": Decimal("0.5"), "1/4": Decimal("0.25"), "3/4": Decimal("0.75")}


def number_of(printed: str) -> Decimal:
    """Return the value of what `NUMBER` matches."""
    total = current = Decimal(0)
    if halves := _AT_END.search(printed):
        total = next(value for name, value in _SHARES.items() if name in halves[0].lower().replace("-", " "))
        printed = printed[: halves.start()]
    for word in printed.lower().replace("-", " ").replace(", ", " ").split():
        if word == "hundred":
            current = max(current, Decimal(1)) * 100
        elif word in _LARGE:
            total += max(current, Decimal(1)) * _LARGE[word]
            current = Decimal(0)
        elif word not in ("a", "and"):
            current += WORDS[word] if word in WORDS else Decimal(word.replace(",", ""))
    return total + current
