"""Options that are figures in ascending order, as papers print times and counted things: 08:30, 09:00; 一声, 两声."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from guizhang.zh.numerals import to_int
from guizhang.zh.quantities.hours import read_hour
from guizhang.zh.quantities.whole import read_amount

_COUNTED = re.compile(r"(\d+(?:\.\d+)?|[零一二两三四五六七八九十百]+)\s*(\D{0,6})")
_FEWEST = 2


def ascending(texts: Sequence[str]) -> bool:
    """Tell whether *texts* are figures of one unit, or times of the day, each larger than the one before."""
    read = [_figure(text.strip().rstrip("。.")) for text in texts]
    units = {figure[0] for figure in read if figure}
    numbers = [figure[1] for figure in read if figure]
    return len(read) >= _FEWEST and len(numbers) == len(read) and len(units) == 1 and _rise(numbers)


def _rise(numbers: Iterable[Decimal]) -> bool:
    return all(one < other for one, other in pairwise(numbers))


def _figure(text: str) -> tuple[str, Decimal] | None:
    amount = read_amount(text)
    if amount is not None and len(amount.numbers) == 1:
        return f"{amount.kind} {amount.unit} {amount.form}", amount.numbers[0]
    if (hour := read_hour(text)) is not None:
        return "o'clock", hour
    counted = _COUNTED.fullmatch(text)
    if counted is None:
        return None
    number = Decimal(counted[1]) if counted[1][0].isdigit() else to_int(counted[1])
    return None if number is None else (counted[2], Decimal(number))
