"""Who a row is about: the roster, and what a spreadsheet program may have made of an id."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from guizhang.model.form import Candidate, ExamRecord
from guizhang.tables.table import Damage

_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
_PART = re.compile(r"\d+|[a-z]{3}")
_LAST_DAY = 31
_LOOSE = re.compile(r"^['‘’`]+|\s+")
_KEPT_DIGITS = 15
"""So many digits of a number a spreadsheet keeps."""


class How(Enum):
    """How an id was found."""

    SURE = auto()
    LOST_ZEROS = auto()
    """``12`` for ``0012``."""
    RESTORED = auto()
    """It was turned into a date or cut off, and only one id can have been meant."""


@dataclass(frozen=True, slots=True)
class Match:
    """Who was meant."""

    identity: str
    how: How = How.SURE


class People:
    """Everybody who may sit the exam; without a roster, whoever has an id."""

    def __init__(self, record: ExamRecord) -> None:
        self.roster = {candidate.id: candidate for candidate in record.candidates}
        # Somebody added later makes no roster of an exam that had none.
        self._anybody = not record.as_drawn.candidates
        self._folded: dict[str, list[str]] = {}
        self._shorn: dict[str, list[str]] = {}
        for name in self.roster:
            self._folded.setdefault(_fold(name), []).append(name)
            self._shorn.setdefault(name.lstrip("0"), []).append(name)

    def find(self, text: str, damage: Damage | None) -> Match | None:
        """Return who is meant by the content of a cell; ``None`` where nobody or more than one person can be."""
        if damage is not None:
            known = restored(text, damage, self.roster)
            return Match(known, How.RESTORED) if known is not None else None
        if text in self.roster:
            return Match(text)
        folded = _fold(text)
        if len(same := self._folded.get(folded, [])) == 1:
            return Match(same[0])
        if self._anybody:
            return Match(text)
        if folded.isdigit() and len(shorn := self._shorn.get(folded.lstrip("0"), [])) == 1:
            return Match(shorn[0], How.LOST_ZEROS)
        return None

    def longer(self, identity: str) -> list[Candidate]:
        """Return who has the same number with more zeros in front: 12 may be what a program has left of 0012."""
        alike = self._shorn.get(identity.lstrip("0"), []) if identity.isdigit() else []
        return [self.roster[name] for name in alike if len(name) > len(identity)]

    def get(self, identity: str) -> Candidate | None:
        """Return the entry on the roster."""
        return self.roster.get(identity)


def _fold(text: str) -> str:
    """Return an id without case, width, blanks and the apostrophe by which one tells Excel to keep a text."""
    return _LOOSE.sub("", unicodedata.normalize("NFKC", text).casefold())


def restored(text: str, damage: Damage, known: Collection[str]) -> str | None:
    """Return which of the *known* ids was typed before a spreadsheet program changed it; ``None`` unless just one fits.

    Args:
        text: What the cell shows: ``2026-03-04``, ``3月4日``, ``4-Mar``, ``3.10115E+17``.
        damage: What the program did.
        known: Ids that may have been meant.
    """
    match damage:
        case Damage.DATE:
            spellings = set(_before_dates(text))
            fitting = [name for name in known if _fold(name) in spellings]
        case Damage.LONG_NUMBER:
            fitting = [name for name in known if name.isdigit() and _shown_alike(name, text)]
        case Damage.FORMULA | Damage.TIME:
            fitting = []
    return fitting[0] if len(fitting) == 1 else None


def _before_dates(text: str) -> Iterator[str]:
    """Yield what may have been typed: 3-4, 3/4, 03-04, 4-3, with the year where one is shown."""
    parts = [
        _MONTHS.get(part) or int(part) for part in _PART.findall(_fold(text.split(" ", maxsplit=1)[0])) if part != "00"
    ]
    days, year = parts[:2], parts[2:3]
    if len(parts) >= 3 and parts[0] > _LAST_DAY:
        days, year = parts[1:3], parts[:1]
    if len(days) < 2:
        return
    for one, two in (days, days[::-1]):
        for first in {str(one), f"{one:02d}"}:
            for second in {str(two), f"{two:02d}"}:
                for mark in "-/.":
                    yield f"{first}{mark}{second}"
                    for number in year:
                        yield f"{number}{mark}{first}{mark}{second}"


def _shown_alike(name: str, text: str) -> bool:
    """Tell whether a long number would be shown as *text*: its first digits rounded, or 15 digits and zeros."""
    shown = Decimal(text)
    kept = len(shown.as_tuple().digits) if "e" in text.lower() else _KEPT_DIGITS
    form = f".{kept - 1}E"
    return f"{Decimal(name):{form}}" == f"{shown:{form}}"
