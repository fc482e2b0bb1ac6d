"""Numbers as English rules write them: 1,000, two hundred and fifty, five thousand, twenty-one."""

from __future__ import annotations

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
_SMALL = rf"(?:(?:{_TENS})-(?:one|two|three|four|five|six|seven|eight|nine)|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
_HUNDREDS = rf"(?:{_SMALL}|a) hundred(?: and {_SMALL})?"
_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
NUMBER = (
    rf"(?:(?:{_HUNDREDS}|{_SMALL}|{DIGITS}|a) (?:thousand|million)(?:,? (?:and )?(?:{_HUNDREDS}|{_SMALL}))?|{_HUNDREDS}|{_SMALL}"
    rf"|{DIGITS})"
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


def number_of(printed: str) -> Decimal:
    """Return the value of what `NUMBER` matches."""
    total = current = Decimal(0)
    for word in printed.lower().replace("-", " ").replace(", ", " ").split():
        if word == "hundred":
            current = max(current, Decimal(1)) * 100
        elif word in _LARGE:
            total += max(current, Decimal(1)) * _LARGE[word]
            current = Decimal(0)
        elif word not in ("a", "and"):
            current += WORDS[word] if word in WORDS else Decimal(word.replace(",", ""))
    return total + current
