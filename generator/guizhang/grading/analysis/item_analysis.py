"""How each item went, over all forms it stood on: facility, discrimination, and who chose what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import compress

from guizhang.grading.analysis.advice import Advice, advise
from guizhang.grading.analysis.choices import Choice, choices
from guizhang.grading.analysis.figures import Figure, Measure, Withheld, enough, withheld
from guizhang.grading.analysis.psychometrics import (
    correlation,
    discrimination_d,
    facility,
    fisher_interval,
    group_weights,
    wilson,
)
from guizhang.model.drawn_item import LETTERS, DrawnItem
from guizhang.model.form import ExamRecord
from guizhang.model.response import CandidateResult, ItemResult, Outcome


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
    item_rest: Figure
    """Correlation of the item with the rest of the paper, item-rest r."""
    discrimination: Figure
    """D of the upper and lower 27 % by total score."""
    choices: tuple[Choice, ...] = ()
    """Who chose what: key and distractors; none for items without options, or with too few people."""
    advice: tuple[Advice, ...] = ()
    """What to look at, the gravest first."""


@dataclass(slots=True)
class _Answers:
    """The marked answers to one item; four lists of one length."""

    points: list[float] = field(default_factory=list)
    """Share of the item's points, below 0 under negative marking."""
    rests: list[float] = field(default_factory=list)
    """Share of the points of the rest of the paper."""
    totals: list[float] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    """Letters as on the first form; ``""`` is blank."""
    counts: Counter[Outcome] = field(default_factory=Counter)
    earned: Decimal = Decimal(0)
    available: Decimal = Decimal(0)

    def add(self, column: _Column, papers: _Papers) -> None:
        """Add the answers of everybody on one form."""
        for answer, people in column.given:
            self.counts[answer.outcome] += people
            if column.worth[id(answer)]:
                self.earned += answer.credit * people
                self.available += answer.max_points * people
        rests = [
            (had - points) / (whole - worth) if whole > worth else 0.0
            for points, worth, had, whole in zip(
                column.points, column.available, papers.earned, papers.available, strict=True
            )
        ]
        # One that is unmarked or set aside is worth nothing and counts nowhere.
        marked = column.available
        self.points += compress(column.shares, marked)
        self.rests += compress(rests, marked)
        self.totals += compress(papers.totals, marked)
        self.answers += compress(column.letters, marked)


def drawn_items(record: ExamRecord) -> dict[str, tuple[DrawnItem, dict[str, int]]]:
    """Return item id -> the item and where it stands, in the order of the forms."""
    out: dict[str, tuple[DrawnItem, dict[str, int]]] = {}
    for form in record.forms:
        for number, item in enumerate(form.items, start=1):
            out.setdefault(item.item_id, (item, {}))[1][form.id] = number
    return out


def item_statistics(record: ExamRecord, results: Sequence[CandidateResult]) -> tuple[ItemStatistics, ...]:
    """Return the statistics of every item of the exam, in the order of the forms."""
    drawn = drawn_items(record)
    answers = _answers(record, results, drawn)
    # Items asked of the same people share their groups.
    groups = {
        totals: group_weights(totals) if totals else ([], []) for totals in {tuple(a.totals) for a in answers.values()}
    }
    return tuple(
        _statistics(item, numbers, answers[item_id], *groups[tuple(answers[item_id].totals)])
        for item_id, (item, numbers) in drawn.items()
    )


def _answers(
    record: ExamRecord, results: Sequence[CandidateResult], drawn: Mapping[str, tuple[DrawnItem, dict[str, int]]]
) -> dict[str, _Answers]:
    """Return item id -> what people gave."""
    out = {item_id: _Answers() for item_id in drawn}
    by_form: dict[str, list[CandidateResult]] = {}
    for result in results:
        by_form.setdefault(result.form, []).append(result)
    for form in record.forms:
        if form.id not in by_form:
            continue
        given = zip(*(result.items for result in by_form[form.id]), strict=True)
        columns = [_Column(c, item, drawn[item.item_id][0]) for c, item in zip(given, form.items, strict=True)]
        papers = _Papers(columns)
        for column, item in zip(columns, form.items, strict=True):
            out[item.item_id].add(column, papers)
    return out


class _Column:
    """What everybody on a form gave to one question; lists of one length."""

    def __init__(self, column: Sequence[ItemResult], item: DrawnItem, first: DrawnItem) -> None:
        # Grading gives people with the same answer the same object: what is worked out for one serves all.
        names = [*map(id, column)]
        known = dict(zip(names, column, strict=True))
        points = {name: float(answer.points) if item.measures else 0.0 for name, answer in known.items()}
        self.given = [(known[name], people) for name, people in Counter(names).items()]
        self.worth = {
            name: 0.0 if answer.outcome is Outcome.UNMARKED or not item.measures else float(answer.max_points)
            for name, answer in known.items()
        }
        shares = {name: points[name] / worth if worth else 0.0 for name, worth in self.worth.items()}
        letters = {name: first_letters(item, first, answer) for name, answer in known.items()}
        self.points = [*map(points.__getitem__, names)]
        self.available = [*map(self.worth.__getitem__, names)]
        self.shares = map(shares.__getitem__, names)
        self.letters = map(letters.__getitem__, names)


class _Papers:
    """The whole papers of everybody on a form: points earned and available, and their share."""

    def __init__(self, columns: Sequence[_Column]) -> None:
        self.earned = [*map(sum, zip(*(column.points for column in columns), strict=True))]
        self.available = [*map(sum, zip(*(column.available for column in columns), strict=True))]
        self.totals = [had / whole if whole else 0.0 for had, whole in zip(self.earned, self.available, strict=True)]


def first_letters(item: DrawnItem, first: DrawnItem, answer: ItemResult) -> str:
    """Return an answer with the letters its options have on the first form."""
    if not answer.answer or item.order == first.order or len(item.order) != 1 or not item.options:
        return answer.answer
    own = {LETTERS[place]: letter for place, letter in enumerate(item.order[0])}
    there = {letter: LETTERS[place] for place, letter in enumerate(first.order[0])}
    return "".join(sorted(there.get(own.get(letter, ""), letter) for letter in answer.answer))


def _statistics(
    item: DrawnItem, numbers: Mapping[str, int], answers: _Answers, upper: Sequence[float], lower: Sequence[float]
) -> ItemStatistics:
    n = len(answers.points)
    share = facility([answers.earned], [answers.available]) if n else None
    chosen = tuple(choices(item, answers.answers, answers.rests, upper, lower)) if enough(Measure.CHOICES, n) else ()
    item_rest = _item_rest(answers)
    return ItemStatistics(
        item_id=item.item_id,
        item=item,
        numbers=numbers,
        n=n,
        outcomes={outcome: answers.counts[outcome] for outcome in Outcome},
        facility=share,
        interval=wilson(float(share), n) if share is not None else None,
        item_rest=item_rest,
        discrimination=(
            Figure(Measure.DISCRIMINATION, discrimination_d(answers.points, upper, lower), n)
            if enough(Measure.DISCRIMINATION, n)
            else withheld(Measure.DISCRIMINATION, n)
        ),
        choices=chosen,
        advice=tuple(advise(item, n, share, answers.counts[Outcome.BLANK], item_rest, chosen)),
    )


def _item_rest(answers: _Answers) -> Figure:
    n = len(answers.points)
    if not enough(Measure.ITEM_REST, n):
        return withheld(Measure.ITEM_REST, n)
    r = correlation(answers.points, answers.rests)
    if r is None:
        return withheld(Measure.ITEM_REST, n, Withheld.SAME)
    return Figure(Measure.ITEM_REST, r, n, fisher_interval(r, n))
