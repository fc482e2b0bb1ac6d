"""Figures among the options are written and rounded alike.

Why: 1,375 among 1,000, 1,500 and 2,000 is not invented, and neither is a number in words among digits.
A key with two more significant digits than every distractor, or two fewer, stands out; one more is chance (15 beside 10,
20 and 30 is a habit of rules as much as of authors).

Warns (LNT015). Fails: 1000元 / 1375元 (the key) / 2000元; 二十四小时 (the key) among digits; 12.5% among whole numbers.
Passes: 1250元 / 1375元 / 1500元.

Source: Haladyna, Downing & Rodriguez (2002), guideline 28; Millman, Bishop & Ebel (1965).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from guizhang.diagnostics import Message
from guizhang.quality.view import Finding, View

CODE = "LNT015"
_STANDS_OUT = 2
_MERIDIEM = re.compile(r"[ap]\.?m\b|o'clock|上午|下午|晚上|早上|中午", re.IGNORECASE)
_ROUND = 10
_TEN_THOUSAND = "万"


def check(view: View) -> Iterator[Finding]:
    """Yield a finding where the key shows by how its number is written."""
    values = view.figures
    if not values or len(view.keys) != 1:
        return
    at = next(i for i, choice in enumerate(view.choices) if choice.key)
    key, others = values[at], [value for i, value in enumerate(values) if i != at]
    in_words = key.kind != "frequency" and {not value.digits for value in others} == {bool(key.digits)}
    # 10万元 beside 50000元: half in words.
    shorthand = {_TEN_THOUSAND in view.choices[i].text for i in range(len(values)) if i != at} == {
        _TEN_THOUSAND not in view.choices[at].text
    }
    # 7 p.m. beside 17:00: half a day's clock among whole days'.
    meridiem = {bool(_MERIDIEM.search(view.choices[i].text)) for i in range(len(values)) if i != at} == {
        _MERIDIEM.search(view.choices[at].text) is None
    }
    fraction = {value.fraction for value in others} == {not key.fraction} and bool(key.digits)
    kinds = {value.kind for value in values}
    if kinds <= {"time-of-day", "date"}:
        clock = [value.order % 30 == 0 for value in others]
        rounding = kinds == {"time-of-day"} and (all(clock) and key.order % 5 != 0)
    else:
        sizes = [value.significant for value in others]
        # 212 beside 100, 150 and 300: the only one that is no multiple of ten, or of five.
        steps = {b - a for a, b in pairwise(sorted(value.order for value in values))}
        bare = [
            len(steps) > 1
            and all(value.order % step == 0 for value in others)
            and key.order % step != 0
            and key.order > 2 * step
            for step in (_ROUND, _ROUND // 2)
        ]
        rounding = bool(key.digits) and (
            any(bare) or key.significant >= max(sizes) + _STANDS_OUT or key.significant <= min(sizes) - _STANDS_OUT
        )
    grouped = {"," in view.choices[i].text for i in range(len(values)) if i != at} == {"," not in view.choices[at].text}
    thousands = grouped and min(value.order for value in values) >= 1000
    if in_words or shorthand or meridiem or fraction or rounding or thousands:
        yield view.at_option(
            at,
            Message("正确选项的数字写法与其他选项不同", "the key's number is written unlike the others"),
            Message("各选项的数字写法、精度一致", "write and round all figures alike"),
        )
