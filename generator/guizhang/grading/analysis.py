"""What the results say about questions, themes and provisions: which rules people do not know.

Every figure comes with the number of people it rests on, and with how many left it blank. Unmarked answers are left out
of every figure; blanks count 0, because who leaves a rule blank does not know it either, and are counted apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from guizhang.model.form import DrawnItem, ExamRecord
from guizhang.model.response import CandidateResult, ItemResult, Outcome
from guizhang.model.scoring import ZERO

MIN_HEADLINE_N = 5
"""A rule is called missed by most people only where so many were asked; with fewer, a single slip would be a trend."""


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """How one item went, over all forms it stood on."""

    item_id: str
    item: DrawnItem
    """The item as it stands on the first form that has it."""
    numbers: Mapping[str, int]
    """Form -> question number there."""
    n: int
    """Marked answers, blanks included."""
    outcomes: Mapping[Outcome, int]
    facility: Decimal | None
    """Share of the available points earned, 0..1; ``None`` where nothing is marked."""
    interval: tuple[float, float] | None
    """Wilson interval of the facility, 95 %."""


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


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the reports print about a class."""

    items: tuple[ItemStatistics, ...]
    """In the order of the forms."""
    themes: tuple[ThemeStatistics, ...]
    """Weakest first."""
    provisions: tuple[ProvisionStatistics, ...]
    """Least known first."""

    @property
    def missed_by_most(self) -> tuple[ProvisionStatistics, ...]:
        """Provisions that more than half of the people asked missed, at most three, the worst first."""
        most = [p for p in self.provisions if p.n >= MIN_HEADLINE_N and p.missed * 2 > p.n]
        return tuple(most[:3])


def facility(points: Sequence[Decimal], max_points: Sequence[Decimal]) -> Decimal:
    """Return the share of available points earned on one item (p); high means easy.

    Args:
        points: Points of every person whose answer is marked; blanks are in it with 0, people who were not asked and
            unmarked answers are not.
        max_points: What the item was worth on each of their forms, above 0, in the same order.

    Returns:
        sum(points) / sum(max_points): a proportion in 0..1, not per cent.

    Raises:
        ValueError: *points* is empty.

    Source: MoodleDocs, "Quiz statistics report": facility index = mean credit / maximum credit.
    """
    if not points:
        raise ValueError("facility of an item nobody was marked on")
    return sum(points, ZERO) / sum(max_points, ZERO)


def wilson(share: float, n: int, z: float = 1.959963984540054) -> tuple[float, float]:
    """Return the Wilson score interval of a proportion.

    With p the share and z the normal quantile, the ends are
    (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n). For items with partial credit p is a mean of values in 0..1,
    whose variance is at most that of a proportion, so the interval is on the safe side.

    Args:
        share: Observed proportion, 0..1.
        n: People it rests on, above 0.
        z: Normal quantile; the default gives 95 %.

    Source: E. B. Wilson (1927), "Probable inference, the law of succession, and statistical inference", JASA 22.
    """
    middle = share + z * z / (2 * n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def analyse(record: ExamRecord, results: Sequence[CandidateResult]) -> Analysis:
    """Return the statistics of a class, pooled over forms.

    Args:
        record: The exam as it was drawn.
        results: Graded people; absent ones are not among them.
    """
    return Analysis(_items(record, results), _themes(record, results), _provisions(record, results))


def _drawn(record: ExamRecord) -> dict[str, tuple[DrawnItem, dict[str, int]]]:
    """Return item id -> the item and where it stands, in the order of the forms."""
    out: dict[str, tuple[DrawnItem, dict[str, int]]] = {}
    for form in record.forms:
        for number, item in enumerate(form.items, start=1):
            out.setdefault(item.item_id, (item, {}))[1][form.id] = number
    return out


def _items(record: ExamRecord, results: Sequence[CandidateResult]) -> tuple[ItemStatistics, ...]:
    answers: dict[str, list[ItemResult]] = {}
    for result in results:
        for answer in result.items:
            answers.setdefault(answer.item_id, []).append(answer)
    return tuple(_item(item, numbers, answers.get(item_id, [])) for item_id, (item, numbers) in _drawn(record).items())


def _item(item: DrawnItem, numbers: Mapping[str, int], answers: Sequence[ItemResult]) -> ItemStatistics:
    counts = Counter(answer.outcome for answer in answers)
    marked = [answer for answer in answers if answer.outcome is not Outcome.UNMARKED]
    share = facility([a.points for a in marked], [a.max_points for a in marked]) if marked else None
    return ItemStatistics(
        item_id=item.item_id,
        item=item,
        numbers=numbers,
        n=len(marked),
        outcomes={outcome: counts[outcome] for outcome in Outcome},
        facility=share,
        interval=wilson(float(share), len(marked)) if share is not None else None,
    )


@dataclass(slots=True)
class _Tally:
    """Sums over people for one theme or provision."""

    points: Decimal = ZERO
    max_points: Decimal = ZERO
    n: int = 0
    missed: int = 0
    blank: int = 0

    def add(self, answers: Sequence[ItemResult]) -> None:
        """Add one person's marked answers."""
        earned = sum((answer.points for answer in answers), ZERO)
        available = sum((answer.max_points for answer in answers), ZERO)
        self.points += earned
        self.max_points += available
        self.n += 1
        self.missed += earned * 2 < available
        self.blank += sum(answer.outcome is Outcome.BLANK for answer in answers)


def _tally(results: Sequence[CandidateResult], keys: Mapping[str, Sequence[str]]) -> dict[str, _Tally]:
    """Return sums per key; *keys* gives the keys (themes or provisions) of every item id."""
    tallies: dict[str, _Tally] = {}
    for result in results:
        mine: dict[str, list[ItemResult]] = {}
        for answer in result.items:
            if answer.outcome is not Outcome.UNMARKED:
                for key in keys[answer.item_id]:
                    mine.setdefault(key, []).append(answer)
        for key, answers in mine.items():
            tallies.setdefault(key, _Tally()).add(answers)
    return tallies


def _themes(record: ExamRecord, results: Sequence[CandidateResult]) -> tuple[ThemeStatistics, ...]:
    tallies = _tally(results, {item_id: item.themes[:1] for item_id, (item, _) in _drawn(record).items()})
    found = [ThemeStatistics(theme, tally.n, tally.points / tally.max_points) for theme, tally in tallies.items()]
    return tuple(sorted(found, key=lambda theme: (theme.facility, theme.theme)))


def _provisions(record: ExamRecord, results: Sequence[CandidateResult]) -> tuple[ProvisionStatistics, ...]:
    drawn = _drawn(record)
    citing: dict[str, list[str]] = {}
    for item_id, (item, _) in drawn.items():
        for address in item.cites:
            citing.setdefault(address, []).append(item_id)
    tallies = _tally(results, {item_id: tuple(item.cites) for item_id, (item, _) in drawn.items()})
    found = [
        ProvisionStatistics(
            address=address,
            items=tuple(citing[address]),
            n=tally.n,
            missed=tally.missed,
            blank=tally.blank,
            facility=tally.points / tally.max_points,
        )
        for address, tally in tallies.items()
    ]
    return tuple(sorted(found, key=lambda p: (-p.miss_share, p.facility, p.address)))
