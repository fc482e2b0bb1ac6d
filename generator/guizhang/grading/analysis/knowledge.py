"""Which rules people know: the share of points earned on the questions that rest on a provision or belong to a theme.

Blanks count 0, because who leaves a rule blank does not know it either, and are counted apart; a negative mark counts 0,
because it punishes guessing and shows no less than nothing. Unmarked answers are left out. Where the options of a question
speak of several provisions, each is told by its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from itertools import repeat
from typing import NamedTuple

from guizhang.grading.analysis.item_analysis import drawn_items
from guizhang.grading.analysis.psychometrics import wilson
from guizhang.grading.shares import OptionsOf
from guizhang.model.drawn_item import DrawnItem
from guizhang.model.form import DrawnForm, ExamRecord
from guizhang.model.response import CandidateResult, ItemResult, Outcome
from guizhang.model.scoring import ZERO


@dataclass(frozen=True, slots=True)
class ProvisionStatistics:
    """How one provision is known, over all items that cite it."""

    address: str
    items: tuple[str, ...]
    n: int
    """People with at least one marked answer on it."""
    missed: int
    """People who earned less than half of its points."""
    blank: int
    """Answers left blank."""
    facility: Decimal
    """Points earned / points available over all people and items, 0..1."""
    interval: tuple[float, float]
    """Wilson interval of the facility, 95 %, with people as its n: the answers of one person are not independent."""

    @property
    def miss_share(self) -> Decimal:
        """Share of the people asked who missed it, 0..1."""
        return Decimal(self.missed) / self.n


@dataclass(frozen=True, slots=True)
class ThemeStatistics:
    """How one theme is known."""

    theme: str
    n: int
    """People asked."""
    facility: Decimal
    """Points earned / points available, 0..1; an item counts for its first theme."""
    interval: tuple[float, float]
    """Wilson interval, 95 %."""


@dataclass(slots=True)
class _Tally:
    """Sums over people for one theme or provision."""

    points: Decimal = ZERO
    max_points: Decimal = ZERO
    n: int = 0
    missed: int = 0
    blank: int = 0

    def add(self, columns: Sequence[_Column]) -> None:
        """Add what the same people gave to each of some questions."""
        earned = map(sum, zip(*(column.credits for column in columns), strict=True))
        for (points, most), people in Counter(zip(earned, _available(columns), strict=False)).items():
            if most:
                self.points += points * people
                self.max_points += most * people
                self.n += people
                self.missed += people * (points * 2 < most)
        self.blank += sum(column.blank for column in columns)

    @property
    def facility(self) -> Decimal:
        return self.points / self.max_points

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(float(self.facility), self.n)


class _Column:
    """What everybody on a form gave to one question: credit and available points, 0 where nobody has marked it."""

    def __init__(self, answers: Sequence[ItemResult], item: DrawnItem) -> None:
        # Grading gives people with the same answer the same object: what is looked up for one serves all.
        self._item = item
        self._names = names = [*map(id, answers)]
        self._known = known = dict(zip(names, answers, strict=True))
        self.credits = [*map({name: answer.credit for name, answer in known.items()}.__getitem__, names)]
        marked = {name: _marked_points(answer) for name, answer in known.items()}
        self.alike = next(iter(marked.values())) if len({*marked.values()}) == 1 else None
        """The available points, where they are the same for everybody."""
        self.available = [*map(marked.__getitem__, names)] if self.alike is None else ()
        blanks = {name for name, answer in known.items() if answer.outcome is Outcome.BLANK}
        self.blank = sum(map(blanks.__contains__, names)) if blanks else 0

    def about(self, address: str) -> _Column:
        """Return what they gave to those of its options that speak of one provision; to all of it, where none do."""
        if address not in self._item.speaks_of:
            return self
        options = OptionsOf(0, self._item, address)
        column = copy(self)
        column.credits = [*map({n: options.credit(a) for n, a in self._known.items()}.__getitem__, self._names)]
        return column


def _available(columns: Sequence[_Column]) -> Iterable[Decimal]:
    """Return what each person could earn on some questions; without end where it is the same for everybody."""
    alike = [column.alike for column in columns if column.alike is not None]
    if len(alike) == len(columns):
        return repeat(sum(alike, ZERO))
    rows = (column.available if column.alike is None else repeat(column.alike) for column in columns)
    return (sum(row, ZERO) for row in zip(*rows, strict=False))


def _marked_points(answer: ItemResult) -> Decimal:
    return ZERO if answer.outcome is Outcome.UNMARKED else answer.max_points


class Known(NamedTuple):
    """Which rules people know."""

    themes: tuple[ThemeStatistics, ...]
    """The weakest first."""
    provisions: tuple[ProvisionStatistics, ...]
    """The least known first."""


def knowledge(record: ExamRecord, results: Sequence[CandidateResult]) -> Known:
    """Return how each theme and each provision is known."""
    columns = _columns(record, results)
    return Known(_themes(columns), _provisions(record, columns))


_Columns = Sequence[tuple[DrawnForm, Sequence[_Column]]]
"""What people gave to the questions of each form; no columns where nobody sat it."""


def _columns(record: ExamRecord, results: Sequence[CandidateResult]) -> _Columns:
    by_form: dict[str, list[CandidateResult]] = {}
    for result in results:
        by_form.setdefault(result.form, []).append(result)
    return [
        (
            form,
            [
                _Column(answers, item)
                for answers, item in zip(
                    zip(*(result.items for result in by_form[form.id]), strict=True), form.items, strict=True
                )
            ]
            if form.id in by_form
            else [],
        )
        for form in record.forms
    ]


def _tally(of_forms: _Columns, keys: Callable[[DrawnItem], Iterable[str]]) -> dict[str, _Tally]:
    """Return sums per key; *keys* gives the keys (themes or provisions) of an item."""
    tallies: dict[str, _Tally] = {}
    for form, columns in of_forms:
        asked: dict[str, list[_Column]] = {}
        for column, item in zip(columns, form.items if columns else (), strict=True):
            for key in keys(item):
                asked.setdefault(key, []).append(column.about(key))
        for key, some in asked.items():
            tallies.setdefault(key, _Tally()).add(some)
    return {key: tally for key, tally in tallies.items() if tally.n}


def _themes(columns: _Columns) -> tuple[ThemeStatistics, ...]:
    tallies = _tally(columns, lambda item: item.themes[:1])
    found = [ThemeStatistics(theme, t.n, t.facility, t.interval) for theme, t in tallies.items()]
    return tuple(sorted(found, key=lambda theme: (theme.facility, theme.theme)))


def _provisions(record: ExamRecord, columns: _Columns) -> tuple[ProvisionStatistics, ...]:
    citing: dict[str, list[str]] = {}
    for item_id, (item, _) in drawn_items(record).items():
        for address in item.cites:
            citing.setdefault(address, []).append(item_id)
    tallies = _tally(columns, lambda item: item.cites)
    found = [
        ProvisionStatistics(
            address=address,
            items=tuple(citing.get(address, ())),
            n=tally.n,
            missed=tally.missed,
            blank=tally.blank,
            facility=tally.facility,
            interval=tally.interval,
        )
        for address, tally in tallies.items()
    ]
    return tuple(sorted(found, key=lambda p: (-p.miss_share, p.facility, p.address)))
