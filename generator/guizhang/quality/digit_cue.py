"""Figures among the options are written and rounded alike.

Why: 1,375 among 1,000, 1,500 and 2,000 is not invented, and neither is a number in words among digits.
A key with two more significant digits than every distractor, or two fewer, stands out; one more is chance (15 beside 10,
20 and 30 is a habit of rules as much as of authors).

Warns (LNT015). Fails: 1000元 / 1375元 (the key) / 2000元; 二十四小时 (the key) among digits; 12.5% among whole numbers;
半小时 among minutes, 50cm among 厘米, 5 (five) among 3, 4 and 6. Passes: 1250元 / 1375元 / 1500元; 半天 among days.

Source: Haladyna, Downing & Rodriguez (2002), guideline 28; Millman, Bishop & Ebel (1965).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from guizhang.diagnostics import Message
from guizhang.quality.figures.values import Value
from guizhang.quality.view import Finding, View

CODE = "LNT015"
_STANDS_OUT = 2
_ROUND = 10
_HUNDRED, _THOUSAND = 100, 1000
_QUARTER, _HALF = 15, 30
_MOST = 30
_UNITS = (31557600, 2629800, 604800, 86400, 3600, 60)
"""Seconds of a year, a month, a week, a day, an hour and a minute."""
# Weeks, and half-days or dozens, come in these.
_NATURAL = (7, 12)
_NUMBER = re.compile(r"\d[\d,]*(?:\.(?P<decimals>\d+))?")
_SIGNS = (
    re.compile(
        r"[ap]\.?m\b|o'clock|上午|下午|晚上|早上|中午|夜里|傍晚|凌晨|in the (?:morning|afternoon|evening)",
        re.IGNORECASE,
    ),
    re.compile("万"),
    re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟]"),
    re.compile("[０-９]"),
    re.compile(r"\d\s*/\s*\d|分之|[½¼¾⅓⅔]"),
    re.compile(r"[%％]"),
    re.compile(r"\b0\d:"),
    re.compile(r"(?<=\d)(?:st|nd|rd|th)\b"),
    # A figure said twice, a Roman one, one in thousands, one with a sign of its currency or a limit.
    re.compile(r"[(（]\s*(?:[a-z-]+|[零一二两三四五六七八九十百千万]+|\d+)[^()（）]*[)）]", re.IGNORECASE),
    re.compile(r"(?<![A-Za-z])[IVX]{1,5}(?![A-Za-z])|[Ⅰ-ⅻ]"),
    re.compile(r"\d\s?k\b|\bthousand\b|\bmillion\b|[百千]", re.IGNORECASE),
    re.compile(r"[$£€¥￥]"),
    re.compile(r"[<>≤≥＜＞]"),
    re.compile(r"\d\s?(?:mm|cm|dm|m|km|mg|g|kg|t|ml|l|h|hr|hrs|s|min|mins|sec|cc|km/h|°C|℃)\b|[²³]", re.IGNORECASE),
    re.compile(r"\d\.\d\d(?=\s?[ap]\.?m)|\d[点时](?!间)", re.IGNORECASE),
)
"""What one figure has in its writing and another of the same kind has not: half a day's clock, 万, a cheque's numerals, a fraction."""
_PART = re.compile(
    r"半|刻|打(?![一-龥])|\b(?:half|quarter|dozen|score|fortnight|noon|midnight)\b|正午|午夜", re.IGNORECASE
)
"""A part of a unit, or a word for a number: half an hour beside 20 and 40 minutes."""
_HALF_OF = re.compile(r"每?半(?!打)|(?:every )?(?:a )?half\b(?! a dozen)", re.IGNORECASE)
_ANY_NUMBER = re.compile(
    r"\d|[零〇一二两三四五六七八九十百千半壹贰叁肆伍陆柒捌玖拾]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|quarter|dozen|an?|once|twice|noon|midnight)\b|[IVX]+\b",
    re.IGNORECASE,
)


def check(view: View) -> Iterator[Finding]:
    """Yield a finding where the key shows by how its number is written."""
    if len(view.keys) != 1 or not view.choices:
        return
    at = next(i for i, choice in enumerate(view.choices) if choice.key)
    texts = [choice.text for choice in view.choices]
    others = [value for i, value in enumerate(view.values) if i != at and value is not None]
    # The key alone may be written so that it reads as no figure at all: 5 (five), half a score.
    if (
        len(others) < len(texts) - 1
        or not (view.amounts[at] or _ANY_NUMBER.search(texts[at]))
        or len(texts[at]) > _MOST
    ):
        return
    key = view.values[at]
    in_words = (key is None or key.kind != "frequency") and {not value.digits for value in others} == {
        re.search("[0-9０-９]", texts[at]) is not None
    }
    ways = [_way(text) for text in texts]
    part = _alone([_PART.search(text) is not None for text in texts], at)
    # Half a day among days has no digits of its own.
    natural = part and not _needless(view, at)
    in_words = in_words and not (natural and _HALF_OF.match(texts[at]))
    alone = (part and not natural) or any(_alone([way[n] for way in ways], at) for n in range(len(ways[0])))
    grouped = min(value.order for value in (*others, *([key] if key else []))) >= _THOUSAND and _alone(
        ["," in text for text in texts], at
    )
    if in_words or alone or grouped or (key is not None and _rounded(key, others)):
        yield view.at_option(
            at,
            Message("正确选项的数字写法与其他选项不同", "the key's number is written unlike the others"),
            Message("各选项的数字写法、精度一致", "write and round all figures alike"),
        )


def _way(text: str) -> tuple[object, ...]:
    """Return how a figure is written: which signs it has, and how many decimals."""
    number = _NUMBER.search(text)
    decimals = len(number["decimals"] or "") if number else 0
    return (decimals, *(sign.search(text) is not None for sign in _SIGNS))


def _needless(view: View, at: int) -> bool:
    """Tell whether the option at *at* could be written in the unit of the others: 30 minutes, and not half a day among days."""
    ends = [amount.low for amount in view.amounts if amount is not None and amount.low]
    key = view.amounts[at]
    if key is None or not key.low or len(ends) < len(view.amounts):
        return False
    if key.family[0] == "frequency":
        return _whole(round(1 / key.low), [round(1 / end) for end in ends if end != key.low])
    return key.family[0] != "duration" or _whole(int(key.low), [int(end) for end in ends if end != key.low])


def _whole(length: int, others: Sequence[int]) -> bool:
    unit = next((unit for unit in _UNITS if all(other % unit == 0 for other in others)), 1)
    return length % unit == 0


def _alone(ways: Sequence[object], at: int) -> bool:
    """Tell whether all but the one at *at* are one way, and that one is another."""
    return len({way for i, way in enumerate(ways) if i != at} | {ways[at]}) == 2 and ways.count(ways[at]) == 1


def _rounded(key: Value, others: Sequence[Value]) -> bool:
    """Tell whether *key* is rounded unlike all *others*: 212 beside 100, 150 and 300; 7:35 beside full hours."""
    kinds = {key.kind, *(value.kind for value in others)}
    if kinds <= {"time-of-day", "date"}:
        return (
            kinds == {"time-of-day"} and all(value.order % _HALF == 0 for value in others) and key.order % _QUARTER != 0
        )
    sizes = [value.significant for value in others]
    # Quarters of a hundred are as round as tens: 125 beside 50, 100 and 200.
    quarters = _HUNDRED <= key.order < _THOUSAND and key.order % (_HUNDRED // 4) == 0
    size = key.significant - quarters
    # The only one that is no multiple of ten, nor of five; 18 beside 15 and 20 is a figure like others.
    steps = {b - a for a, b in pairwise(sorted(value.order for value in (key, *others)))}
    bare = (
        len(steps) > 1
        and all(value.order % _ROUND == 0 for value in others)
        and key.order % (_ROUND // 2) != 0
        and key.order > 2 * _ROUND
        and not any(key.order % size == 0 for size in _NATURAL)
    )
    return bool(key.digits) and (
        bare or size >= max(sizes) + _STANDS_OUT or key.significant <= min(sizes) - _STANDS_OUT
    )
