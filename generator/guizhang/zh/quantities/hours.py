"""Hours of the day as people answer: 15:00, 15时, 下午3点, 3 p.m. are 15 where the question asks by what o'clock."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from guizhang.zh.quantities.figure import FigureKind
from guizhang.zh.quantities.whole import read_amount

_CLOSING = ".。,;；"
_OCLOCK = re.compile("o[’']?clock")
_HALF_BEHIND = re.compile(r"(?:(?:(?<=\d)| )o'clock)? ?(?<![b-z])([ap])\.? ?m\.?$")
_HALF_BEFORE = re.compile(r"^([ap])\.? ?m\.? ?(?=\d)")
_UNIT_BEHIND_MINUTES = re.compile(r"(?<=:\d\d) ?(?:[点點时時整]|o'clock)+$")
_REMARK = re.compile(r"\([^()]*\)")
_MINUTES = 60


@lru_cache(maxsize=16_384)
def read_hour(text: str) -> Decimal | None:
    """Return the hour of the day *text* is: 15 for 15:00, 15时, 下午3点 and 3 p.m., 9.5 for 9:30; ``None`` for anything else."""
    folded = unicodedata.normalize("NFKC", text).strip().rstrip(_CLOSING).casefold()
    folded = _OCLOCK.sub("o'clock", folded)
    if front := _HALF_BEFORE.match(folded):
        folded = f"{folded[front.end() :]} {front[1]}m"
    plain = _HALF_BEHIND.sub(r" \1m", _UNIT_BEHIND_MINUTES.sub("", folded))
    # In a rule 三点 may be three points; whoever is asked for the hour means three o'clock.
    for written in (plain, f"{plain}整"):
        amount = read_amount(written)
        if amount is not None and (amount.kind, amount.form) == (FigureKind.TIME.value, "#:#"):
            hours, minutes = amount.numbers
            return hours + minutes / _MINUTES
    return None


def asks_hour(units: Sequence[str]) -> bool:
    """Tell whether a number with this unit, in either language, is an hour of the day.

    点, 时, 点（24小时制） and o'clock are; 小时 is not, nor is 时 where the English says hours.
    """
    lengths = (read_amount(f"2 {unit}") for unit in units if unit and not _is_clock(unit))
    return any(map(_is_clock, units)) and not any(amount and amount.kind == "duration" for amount in lengths)


@lru_cache(maxsize=1_024)
def _is_clock(unit: str) -> bool:
    bare = _REMARK.sub("", unicodedata.normalize("NFKC", unit)).strip()
    return bool(bare) and not bare[0].isdigit() and read_hour(f"15 {bare}") == 15
