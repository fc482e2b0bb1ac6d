"""The key is the figure of the rule that the item cites.

Why: a wrong key marks down everybody who knows the rule. It is said only where little doubt is left: the question has no
figures of its own to reckon with, the cited rules do not name the key's figure, and they do name that of a distractor; or,
of a number to be written, they name one figure of its kind and it is another.

Warns (LNT029). Fails: 几小时内回复？ 24小时 / 48小时 (the key) where the rule says 24小时; 48 to be written. Passes: the same
with the key 24小时 or 一天; 一位客人至多100元，三位至多多少元？

Source: Haladyna, Downing & Rodriguez (2002), guideline 19: one right answer; here held against the rule itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from guizhang.consistency.amounts import Amount, amount
from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.quality.figures.values import measured
from guizhang.quality.view import Finding, View
from guizhang.zh.quantities import find_figures

CODE = "LNT029"
# Whoever asks for the wrong one has a key that no rule names.
_ASKS_OTHERWISE = re.compile(
    r"不(?:属于|是|正确|符合|对|包括|在)|错误|有误|除了|以外|\b(?:not|except|wrong|incorrect|false)\b|n't\b",
    re.IGNORECASE,
)
_POINTS_IN_TIME = frozenset({"time-of-day", "date"})
Ends = frozenset[Decimal]


def check(view: View) -> Iterator[Finding]:
    """Yield a finding where the key contradicts the figures of what is cited."""
    if view.before or _ASKS_OTHERWISE.search(view.stem) or re.search(r"\d", view.stem) or find_figures(view.stem):
        return
    if view.type is ItemType.SINGLE_CHOICE and len(view.keys) == 1:
        yield from _of_choice(view)
    elif view.type is ItemType.NUMERIC and view.body.numeric:
        yield from _of_number(view)


def _of_choice(view: View) -> Iterator[Finding]:
    at = next(i for i, choice in enumerate(view.choices) if choice.key)
    key, others = view.amounts[at], [a for i, a in enumerate(view.amounts) if i != at]
    if key is None:
        return
    cited = _cited(view, key.family)
    said = [a for a in others if a is not None and a.family == key.family and _ends(a) and _ends(a) <= cited]
    if said and not _ends(key) & cited and not _reckoned(view, key, cited):
        yield view.at_option(at, *_said(view.choices[at].text, view.choices[view.amounts.index(said[0])].text))


def _of_number(view: View) -> Iterator[Finding]:
    numeric = view.body.numeric
    unit = numeric.unit.get(view.lang) if numeric and numeric.unit else None
    written = f"{numeric.value:f} {unit}" if numeric and unit else ""
    key = measured(written, view.lang) if written else None
    if key is None:
        return
    cited = _cited(view, key.family)
    if len(cited) == 1 and not _ends(key) & cited and not _reckoned(view, key, cited):
        yield view.at_stem(*_said(written, ""))


def _cited(view: View, family: tuple[str, str]) -> Ends:
    """Return the figures of one kind and unit that the cited rules name."""
    read = (amount(f) for s in view.rules.of(view.item.cites) for f in s.figures)
    return frozenset(end for a in read if a and a.family == family for end in _ends(a))


def _reckoned(view: View, key: Amount, cited: Ends) -> bool:
    """Tell whether the key may come of the figures of the rules: an hour before 23:00, the sum or the difference of two."""
    kinds = {figure.kind.value for statement in view.rules.of(view.item.cites) for figure in statement.figures}
    if key.family[0] in _POINTS_IN_TIME and "duration" in kinds:
        return True
    return any(abs(one - other) in _ends(key) or one + other in _ends(key) for one, other in combinations(cited, 2))


def _ends(a: Amount) -> Ends:
    return frozenset(end for end in (a.low, a.high) if end is not None)


def _said(key: str, rule: str) -> tuple[Message, Message]:
    zh, en = (f"，写的是“{rule}”", f", which says “{rule}”") if rule else ("", "")
    return (
        Message(f"答案“{key}”与所引条款的数不符{zh}", f"the key “{key}” is not the figure of the cited rule{en}"),
        Message("改正答案，或改引这个数所在的条款", "correct the key, or cite the rule that has this figure"),
    )
