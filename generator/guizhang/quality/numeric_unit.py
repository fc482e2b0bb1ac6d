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
from guizhang.model.item import ItemType
from guizhang.model.text import Lang
from guizhang.quality.view import Finding, View

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
        r"\bhow many [a-z]+|\bwhat (?:percentage|per cent|percent|share in)\b|\bin (?:whole |full |calendar )?(?:euros?|pounds|pence|cents|grams|kilograms|litres|millilitres|degrees|kilometres|miles|feet|seconds"
        r"|minutes|hours|days|working days|weeks|months|years|yuan|cny|rmb|"
        r"dollars|per cent|percent|metres|centimetres)\b|\((?:in )?(?:seconds?|minutes?|hours?|(?:working "
        r"|calendar )?days?|weeks?|months?|years?|yuan|cny|rmb|%|per cent|24-hour[^)]*|times|people|unit[^)]*)\)|"
        r"\bwhat (?:time|hour|number of [a-z]+|year)\b|\bby what hour\b|\b(?:number|count) of [a-z]+|____+\s*(?:%"
        r"|[a-z]+)|\b(?:cny|rmb|usd|\$|€|£)\s*____+|\bwhich (?:year|day|hour)\b|\bo'clock\b|\bhow (?:often"
        r"|frequently) (?:a|per|each) ",
        re.IGNORECASE,
    ),
}


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a number asked without a unit."""
    numeric = view.body.numeric
    if view.type is not ItemType.NUMERIC or numeric is None or (numeric.unit and numeric.unit.get(view.lang)):
        return
    if not _NAMED[view.lang].search(view.stem):
        yield view.at_stem(
            Message("没有说按什么单位填数", "it does not say in which unit"),
            Message("加 unit，或在题干里写明（几小时、多少元）", "add a unit, or say it in the stem (how many hours)"),
        )
