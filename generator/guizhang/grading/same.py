"""What counts as the same written answer: 24小时, 二十四小时, 24h and twenty-four hours are one amount; 1天 is another.

A unit is never converted: that a day is 24 hours, or 100 cents a euro, is for the item to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from guizhang.model.scoring import same_words
from guizhang.zh.quantities.hours import asks_hour, read_hour
from guizhang.zh.quantities.whole import read_amount


@lru_cache(maxsize=65_536)
def fills(accepted: tuple[str, ...], given: str, tolerance: Decimal) -> bool:
    """Tell whether a written gap says what it should: the same words, or the same amount in the same unit.

    Args:
        accepted: The answer and what was declared the same, in either language.
        given: What was written.
        tolerance: Largest deviation of a figure that still counts, in its unit; both ends count.
    """
    words = same_words(given)
    if not words:
        return False
    if any(words == same_words(text) for text in accepted):
        return True
    amount = read_amount(given)
    return amount is not None and any(
        known.near(amount, tolerance) for text in accepted if (known := read_amount(text)) is not None
    )


def number_in(units: Sequence[str], text: str) -> Decimal | None:
    """Return the number *text* gives in the unit printed behind the blank; ``None`` for another unit or no figure.

    Args:
        units: The unit in either language: ``("小时", "hours")``; none where the number has no unit.
        text: ``二十四``, ``24h``, ``twenty-four hours``; in hours, ``1天`` is no number; of the clock ``15:00``, ``下午3点``.
    """
    if asks_hour(units) and (hour := read_hour(text)) is not None:
        return hour
    amount = read_amount(text)
    if amount is None or len(amount.numbers) != 1:
        return None
    if amount.kind == "number":
        return amount.numbers[0]
    one = next((read for unit in units if unit and (read := read_amount(f"1 {unit}")) is not None), None)
    return amount.numbers[0] if one and one.alike(amount) else None
