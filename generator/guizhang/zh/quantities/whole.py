"""Texts that are one figure from end to end, as answers are: 24小时, 二十四小时, 24h, USD 50; and every way to write a unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from guizhang.zh.quantities.scan import find_figures
from guizhang.zh.quantities.units import CURRENCIES, DURATIONS, MEASURES, SIGNS

_LONGEST_AMOUNT = 40
_GLUED = re.compile(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)")  # 24hours, CNY200
_FRACTION = re.compile(r"(\d*\.\d+)(?= [a-z])")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_CLOSING = ".。,;；"
_ENGLISH = "second minute hour day week month year time percent yuan".split()


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
        if not self.alike(other):
            return False
        if len(self.numbers) != 1:
            return self.numbers == other.numbers
        return abs(self.numbers[0] - other.numbers[0]) <= tolerance

    def alike(self, other: Amount) -> bool:
        """Tell whether both are figures of one unit."""
        return (self.kind, self.unit, self.form) == (other.kind, other.unit, other.form)


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


def behind(unit: str) -> tuple[str, ...]:
    """Return every unit that means the same behind a figure: of 小时 also 个小时, 钟头, h, hrs, hours."""
    return _alike(read_amount(f"2 {unit}") or read_amount(f"{unit} 2"), 0)


def before(unit: str) -> tuple[str, ...]:
    """Return every unit that means the same before a figure: of 元 also ¥, RMB, CNY."""
    return _alike(read_amount(f"2 {unit}") or read_amount(f"{unit} 2"), 1)


def _alike(amount: Amount | None, side: int) -> tuple[str, ...]:
    if amount is None or amount.kind == "number" or len(amount.numbers) != 1:
        return ()
    return tuple(unit for unit, read in _known()[side] if read.alike(amount) and read.numbers == amount.numbers)


@cache
def _known() -> tuple[tuple[tuple[str, Amount], ...], tuple[tuple[str, Amount], ...]]:
    """Return every unit the grammar knows, with what two of it come to, behind and before the figure."""
    words = [*DURATIONS, *CURRENCIES, *SIGNS, *MEASURES, "%", *_ENGLISH, *(f"{word}s" for word in _ENGLISH)]
    units = dict.fromkeys(word.casefold() for word in words)
    return _read(units, "2{}"), _read(units, "{}2")


def _read(units: Iterable[str], text: str) -> tuple[tuple[str, Amount], ...]:
    return tuple((unit, read) for unit in units if (read := read_amount(text.format(unit))) is not None)
