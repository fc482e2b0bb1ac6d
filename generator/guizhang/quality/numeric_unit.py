"""A question for a number says in which unit.

Why: 24 and 1 are both right for one day, and marked wrong by whoever thought of the other.

Warns (LNT019). Fails: 首次回复的时限是多少？ without ``unit``. Passes: the same with ``unit: {zh: 小时, en: hours}``, or 几小时,
how many hours, 一天几次 in the stem.

Source: Haladyna, Downing & Rodriguez (2002), guideline 14: clear directions in the stem; Gronlund (1998), short answer:
say the unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import GAP, ItemType
from guizhang.model.text import Lang
from guizhang.quality.view import BLANK, Finding, View

CODE = "LNT019"
_UNITS_ZH = (
    "分钟|小时|钟头|秒|天|日|周|星期|月|年|元|块|角|次|人|名|位|份|件|项|处|条|张|本|个|声|遍|米|厘米|公里|分|度|岁"
    "|倍|折|成|%|％|％|字|步|级|号|点|时|页|部|台|辆|双|套|句|题|家|间|把|支|期|桶|瓶|杯|千克|公斤|吨|克|层|班|户"
    "|轮|场|批|种|类"
)
_NAMED: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        rf"(?:几|多少|____+|＿+|[（(]\s*[)）]|[（(]\s*_*\s*[)）])\s*个?(?:{_UNITS_ZH}|工作日)|百分之(?:几|多少|_+)|几点"
        rf"|[（(]\s*(?:单位|以)?[：:]?\s*(?:个?(?:{_UNITS_ZH}|工作日))\s*(?:计|为单位)?[)）]|"
        rf"以(?:{_UNITS_ZH}|工作日)(?:为单位|计)|(?:天|次|人|件|小时|分钟|月|年|日|份|位)数|百分比|几(?=[一-鿿])"
        rf"|多少(?!？|\?|钱|时间|$|以|之|才|为|算|比)(?=[一-鿿])|单位[：:是为]|(?:____+|＿+)\s*[一-鿿]"
    ),
    "en": re.compile(
        r"\bhow many [a-z]+|\bwhat (?:percentage|per cent|percent|share in)\b|\bin (?:whole |full |calendar )?(?:euros?"
        r"|pounds|pence|cents|grams|kilograms|litres|millilitres|degrees|kilometres|miles|feet|seconds"
        r"|minutes|hours|days|working days|weeks|months|years|yuan|cny|rmb|"
        r"dollars|per cent|percent|metres|centimetres)\b|\((?:in )?(?:seconds?|minutes?|hours?|(?:working "
        r"|calendar )?days?|weeks?|months?|years?|yuan|cny|rmb|%|per cent|24-hour[^)]*|times|people|unit[^)]*)\)|"
        r"\bwhat (?:time|hour|number of [a-z]+|year)\b|\bby what hour\b|\b(?:number|count) of [a-z]+|____+\s*(?:%"
        r"|[a-z]+)|\b(?:cny|rmb|usd|\$|€|£)\s*____+|\bwhich (?:year|day|hour)\b|\bo'clock\b|\bhow (?:often"
        r"|frequently) (?:a|per|each) ",
        re.IGNORECASE,
    ),
}
# A gap to be filled with digits alone, what stands behind where no unit does, and what before it says what is counted.
_BARE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_BARE_BEHIND: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"\s*(?:以?内|以?上|以?下|之?[内前后]|[，。；、]|$|存|送|交|到|完成|报|回|起)"),
    "en": re.compile(
        r"\s*(?:[.,;:?!)]|$|(?:of|in|before|after|to|is|are|at|within|or|and|from|by|when|if|for|on|the|a)\b)",
        re.IGNORECASE,
    ),
}
_NAMED_BEFORE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:第|号|电话|分机|拨打?|编号|房|楼|页|[¥￥$]|人数|[次天人件份]数|百分之|比例|年份|代码|标准|GB|条)\s*$"
    ),
    "en": re.compile(
        r"(?:room|number|no\.|page|article|section|extension|dial|line|floor|platform|bay|code|step|level|grade|ring|call|form|[€£$¥]|cny|rmb|usd|year"
        r"|times|score)\s*$",
        re.IGNORECASE,
    ),
}


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a number asked without a unit."""
    if view.type is ItemType.CLOZE:
        yield from _gaps(view)
    numeric = view.body.numeric
    if view.type is not ItemType.NUMERIC or numeric is None or (numeric.unit and numeric.unit.get(view.lang)):
        return
    if not _NAMED[view.lang].search(view.stem):
        yield view.at_stem(
            Message("没有说按什么单位填数", "it does not say in which unit"),
            Message("加 unit，或在题干里写明（几小时、多少元）", "add a unit, or say it in the stem (how many hours)"),
        )


def _gaps(view: View) -> Iterator[Finding]:
    """Yield a finding for each gap to be filled with a bare number that nothing before or behind it gives a unit."""
    parts = view.stem.split(BLANK)
    # The gaps stand in the order of this language's sentence, which need not be that of the file.
    for at, name in enumerate(GAP.findall(view.body.stem.get(view.lang) or "")):
        gap = view.body.gaps[name]
        answer = (gap.answer.get(view.lang) if gap.answer else None) or ""
        if gap.options or not _BARE.fullmatch(answer) or at + 1 >= len(parts):
            continue
        if _BARE_BEHIND[view.lang].match(parts[at + 1]) and not _NAMED_BEFORE[view.lang].search(parts[at]):
            yield view.at_stem(
                Message("没有说空里的数按什么单位填", "it does not say in which unit the gap is filled"),
                Message("在空后面写上单位（小时、元）", "write the unit behind the gap (hours, yuan)"),
            )
            return
