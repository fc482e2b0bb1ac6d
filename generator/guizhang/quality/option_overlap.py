"""No option includes another.

Why: where one option is part of another, both are right whenever the smaller is, and a careful reader can argue for
either. 以上 and 以内 include their figure, so 3天以内 and 3天以上 share the third day.

Warns (LNT004). Fails: 1至3天, 3至5天; 不超过3天, 不超过5天; 主管, 主管和经理. Passes: 1至2天, 3至5天; 不满3天, 3天以上.
Ranges that fill the blank of a quoted sentence, and clock times of opening and closing, are names of themselves and may
overlap.

Source: Haladyna, Downing & Rodriguez (2002), guideline 22: choices should not be overlapping.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from guizhang.diagnostics import Message
from guizhang.quality.same_option import normal
from guizhang.quality.values import Value
from guizhang.quality.view import BLANK, Finding, View

CODE = "LNT004"
_MEND = Message(
    "把选项分开，使任何情形只落在一个选项里", "part the options so that each case falls under one of them only"
)
_JOINS = re.compile(r"以及|或者|并且|[、，,；;和或与及]|\b(?:and|or|as well as|together with)\b|\+|(?:[，,]\s*)并")
_LEAST = 2


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for each option that overlaps an earlier one."""
    for (i, one), (j, other) in combinations(enumerate(view.choices), 2):
        first, second = view.values[i], view.values[j]
        if first is not None and second is not None:
            clash = BLANK not in view.stem and _meet(first, second)
        else:
            clash = _part_of(one.text, other.text) or _part_of(other.text, one.text)
        if clash:
            yield view.at_option(
                j,
                Message(f"“{one.text}”与“{other.text}”有重叠", f"“{one.text}” and “{other.text}” overlap"),
                _MEND,
            )


def _meet(one: Value, other: Value) -> bool:
    first, second = one.allowed, other.allowed
    if first is None or second is None or first.family != second.family or one.kind in ("time-of-day", "date"):
        return False
    # Two single values are the same or not: another rule speaks of those that are.
    return not (first.single and second.single) and first.overlaps(second)


def _part_of(part: str, whole: str) -> bool:
    """Tell whether *part* is one of the things *whole* names side by side."""
    small = normal(part)
    parts = [normal(piece) for piece in _JOINS.split(whole) if piece]
    return len(small) >= _LEAST and len(parts) > 1 and small in parts
