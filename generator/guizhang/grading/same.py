"""What counts as the same written answer: 24小时, 二十四小时, 24h and twenty-four hours are one amount; 1天 is another.

A unit is never converted: that a day is 24 hours, or 100 cents a euro, is for the item to say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from guizhang.model.scoring import same_words
from guizhang.zh.quantities import find_figures

_LONGEST_AMOUNT = 40
_GLUED = re.compile(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)")  # 24hours, CNY200
_FRACTION = re.compile(r"(\d*\.\d+)(?= [a-z])")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_CLOSING = ".。,;；"


@dataclass(frozen=True, slots=True)
class Amount:
    """A text that is one figure from end to end."""

    kind: str
    unit: str
    form: str
    """The canonical spelling with ``#`` for each number: ``PT#H``, ``#%``, ``#:#``; ``#`` where there is no unit."""
    numbers: tuple[Decimal, ...]

    def near(self, other: Amount, tolerance: Decimal) -> bool:
        """Tell whether both are figures of one unit and at most *tolerance* apart."""
        if (self.kind, self.unit, self.form) != (other.kind, other.unit, other.form):
            return False
        if len(self.numbers) != 1:
            return self.numbers == other.numbers
        return abs(self.numbers[0] - other.numbers[0]) <= tolerance


@lru_cache(maxsize=16_384)
def read_amount(text: str) -> Amount | None:
    """Return the amount *text* is; ``None`` where it is anything more, less or else than one figure."""
    folded = unicodedata.normalize("NFKC", text).strip().rstrip(_CLOSING).casefold()
    if not folded or len(folded) > _LONGEST_AMOUNT:
        return None
    spaced = _GLUED.sub(" ", folded)
    # A number by itself is read as so many hours would be: the grammar knows every way to spell it.
    return _whole(spaced) or _fraction(spaced) or _bare(spaced)


def _fraction(text: str) -> Amount | None:
    """Read 6.5 hours as so many whole hours would be read: rules in English state no fractions, people do."""
    number = _FRACTION.match(text)
    whole = _whole(f"2{text[number.end() :]}") if number else None
    return Amount(whole.kind, whole.unit, whole.form, (Decimal(number[1]),)) if number and whole else None


def _whole(text: str) -> Amount | None:
    figures = find_figures(text)
    if len(figures) != 1 or (figures[0].start, figures[0].end) != (0, len(text)):
        return None
    figure = figures[0]
    numbers = tuple(Decimal(number) for number in _FIGURE.findall(figure.value))
    return Amount(figure.kind.value, figure.unit or "", _FIGURE.sub("#", figure.value), numbers)


def _bare(text: str) -> Amount | None:
    for unit in ("小时", " hours", " hour"):
        hours = _whole(text + unit)
        if hours is not None and hours.form == "PT#H":
            return Amount("number", "", "#", hours.numbers)
    return None


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
        text: ``二十四``, ``24h``, ``twenty-four hours``; in hours, ``1天`` is no number.
    """
    amount = read_amount(text)
    if amount is None or len(amount.numbers) != 1:
        return None
    if amount.kind == "number":
        return amount.numbers[0]
    one = next((read for unit in units if unit and (read := read_amount(f"1 {unit}")) is not None), None)
    return (
        amount.numbers[0] if one and (one.kind, one.unit, one.form) == (amount.kind, amount.unit, amount.form) else None
    )
