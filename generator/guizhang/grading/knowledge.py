"""Which rules people know: the share of points earned on the questions that rest on a provision or belong to a theme.

Blanks count 0, because who leaves a rule blank does not know it either, and are counted apart; a negative mark counts 0,
because it punishes guessing and shows no less than nothing. Unmarked answers are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from guizhang.grading.item_analysis import drawn_items
from guizhang.grading.psychometrics import wilson
from guizhang.model.form import DrawnItem, ExamRecord
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

    def add(self, answers: Sequence[ItemResult], people: int) -> None:
        """Add the marked answers of so many people who gave the same."""
        if not answers:
            return
        earned = sum((answer.credit for answer in answers), ZERO)
        available = sum((answer.max_points for answer in answers), ZERO)
        self.points += earned * people
        self.max_points += available * people
        self.n += people
        self.missed += people * (earned * 2 < available)
        self.blank += people * sum(answer.outcome is Outcome.BLANK for answer in answers)

    @property
    def facility(self) -> Decimal:
        return self.points / self.max_points

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(float(self.facility), self.n)


def _tally(
    record: ExamRecord, results: Sequence[CandidateResult], keys: Callable[[DrawnItem], Iterable[str]]
) -> dict[str, _Tally]:
    """Return sums per key; *keys* gives the keys (themes or provisions) of an item."""
    tallies: dict[str, _Tally] = {}
    by_form: dict[str, list[CandidateResult]] = {}
    for result in results:
        by_form.setdefault(result.form, []).append(result)
    for form in record.forms:
        columns = list(zip(*(result.items for result in by_form.get(form.id, ())), strict=True))
        numbers: dict[str, list[int]] = {}
        for number, item in enumerate(form.items if columns else ()):
            for key in keys(item):
                numbers.setdefault(key, []).append(number)
        for key, asked in numbers.items():
            tally = tallies.setdefault(key, _Tally())
            for answers, people in _alike([columns[number] for number in asked]):
                tally.add([answer for answer in answers if answer.outcome is not Outcome.UNMARKED], people)
    return {key: tally for key, tally in tallies.items() if tally.n}


def _alike(columns: Sequence[Sequence[ItemResult]]) -> Iterator[tuple[tuple[ItemResult, ...], int]]:
    """Yield the different rows of answers and how many people gave each.

    Grading gives people with the same answer the same object, so that a large class has few different ones.
    """
    objects = {id(answer): answer for column in columns for answer in column}
    counts = Counter(zip(*(map(id, column) for column in columns), strict=True))
    for row, people in counts.items():
        yield tuple(objects[name] for name in row), people


def theme_statistics(record: ExamRecord, results: Sequence[CandidateResult]) -> tuple[ThemeStatistics, ...]:
    """Return how each theme is known, the weakest first."""
    tallies = _tally(record, results, lambda item: item.themes[:1])
    found = [ThemeStatistics(theme, t.n, t.facility, t.interval) for theme, t in tallies.items()]
    return tuple(sorted(found, key=lambda theme: (theme.facility, theme.theme)))


def provision_statistics(record: ExamRecord, results: Sequence[CandidateResult]) -> tuple[ProvisionStatistics, ...]:
    """Return how each provision is known, the least known first."""
    citing: dict[str, list[str]] = {}
    for item_id, (item, _) in drawn_items(record).items():
        for address in item.cites:
            citing.setdefault(address, []).append(item_id)
    tallies = _tally(record, results, lambda item: item.cites)
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
