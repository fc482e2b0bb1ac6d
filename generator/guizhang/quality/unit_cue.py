"""Figures among the options share one unit.

Why: the stem asks for hours and one option is in hours; or three options are in days and one, the key, in hours.

Warns (LNT014). Fails: 几小时内回复？ 24小时 / 3天 / 1周; 24 / 36 / 48小时 (the key). Passes: 12小时 / 24小时 / 48小时; two units,
each in several options.

Source: Haladyna, Downing & Rodriguez (2002), guidelines 23 and 28: homogeneous options, no clues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.quality.view import Finding, View

CODE = "LNT014"
_ASKED_ZH = re.compile(
    r"(?:几|多少)个?(?P<unit>分钟|小时|天|日|周|星期|个?月|年|元|次|人|名|位|份|个?工作日|秒|[声遍张本]|厘米|毫米|米|公里|公斤|千克|克|吨|毫升|升|度)"
)
_ASKED_EN = re.compile(
    r"\bhow many (?P<unit>(?:working |business |calendar )?[a-z]+?)s?\b|\bin (?P<other>(?:working )?(?:second|minute"
    r"|hour|day|week|month|year|yuan|per cent|metre|meter|centimetre|millimetre|kilometre|kilogram|gram|kilo|tonne|litre|foot|inch))e?s?\b",
    re.IGNORECASE,
)


def check(view: View) -> Iterator[Finding]:
    """Yield a finding where the key shows by its unit."""
    values = view.figures
    if not values or len(view.keys) != 1:
        return
    at = next(i for i, choice in enumerate(view.choices) if choice.key)
    units = [value.unit.removeprefix("个") for value in values]
    others = {unit for i, unit in enumerate(units) if i != at}
    if units[at] in others or {v.kind for v in values} <= {"time-of-day", "date"}:
        return
    asked = (_ASKED_ZH if view.lang == "zh" else _ASKED_EN).search(view.stem)
    named = next((group for group in asked.groups() if group), "").lower().removeprefix("个") if asked else None
    if len(others) == 1 or units[at] == named:
        yield view.at_option(
            at,
            Message("正确选项的单位与其他选项不同", "the key has a unit of its own"),
            Message("各选项用同一单位", "give all options in one unit"),
        )
