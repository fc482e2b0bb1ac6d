"""Figures stand in their order, and keep it.

Why: a reader looks for a figure where it belongs; out of order, the key's place is a matter of the author's habits.
The draw puts figures of one unit in their order by itself; ``keep_order: true`` keeps it from shuffling others.

Warns (LNT006). Fails: 48小时, 12小时, 24小时; 30分钟, 1小时, 2小时 without ``keep_order: true``.
Passes: 12小时, 24小时, 48小时; 30分钟, 1小时, 2小时 with it.

Source: Haladyna, Downing & Rodriguez (2002), guideline 21: place choices in logical or numerical order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from guizhang.diagnostics import Message
from guizhang.quality.view import Finding, View

CODE = "LNT006"
_CYCLES = (
    "january february march april may june july august september october november december".split(),
    "monday tuesday wednesday thursday friday saturday sunday".split(),
    "周一 周二 周三 周四 周五 周六 周日".split(),
    "星期一 星期二 星期三 星期四 星期五 星期六 星期日".split(),
)


_FIGURE = re.compile(r"([^0-9.]*)([0-9]+(?:\.[0-9]+)?)([^0-9.]*)")
"""What stands before a figure, the figure, and what stands behind it."""


def of_one_unit(options: Sequence[str]) -> list[Decimal]:
    """Return the figures of options that are figures of one unit, which are printed in rising order; else nothing."""
    found = [_FIGURE.fullmatch(text.replace(",", "")) for text in options]
    units = {(match[1], match[3]) if match else None for match in found}
    return [Decimal(match[2]) for match in found if match] if len(units) == 1 and None not in units else []


def _bare(text: str) -> str:
    return re.sub(r"^(?:in|on|every|each|每|在) ?|s$|[。.]$", "", text.strip().lower())


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for figures out of order, or that the draw would put out of order."""
    values = view.figures
    named = next((names for names in _CYCLES if all(_bare(choice.text) in names for choice in view.choices)), None)
    if named and view.choices:
        places = [named.index(_bare(choice.text)) for choice in view.choices]
        if places not in (sorted(places), sorted(places, reverse=True)):
            yield view.at_stem(
                Message("月份或星期没有按先后排列", "months or days of the week are not in order"),
                Message("按先后排列，并加 keep_order: true", "put them in order and add keep_order: true"),
            )
    if not values or len({value.kind for value in values}) > 1:
        return
    if any(v.allowed is None and v.unit != values[0].unit for v in values):
        return
    order = [value.order for value in values]
    by_itself = bool(of_one_unit([choice.text for choice in view.choices]))
    if order not in (sorted(order), sorted(order, reverse=True)):
        kept = Message("", "") if by_itself else Message("，并加 keep_order: true", " and add keep_order: true")
        yield view.at_stem(
            Message("数值选项没有按大小排列", "the figures among the options are not in order"),
            Message(f"按从小到大排列{kept.zh}", f"put them in rising order{kept.en}"),
        )
    elif not by_itself and not view.body.keep_order and "gaps" not in view.loc:
        yield view.at_stem(
            Message("抽题时数值选项会被打乱", "the draw would shuffle the figures"),
            Message("加 keep_order: true", "add keep_order: true"),
        )
