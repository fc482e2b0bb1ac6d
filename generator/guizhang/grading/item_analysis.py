"""How each item went, over all forms it stood on: facility, discrimination, and who chose what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import sqrt
from typing import NamedTuple

from guizhang.grading.advice import Advice, advise
from guizhang.grading.figures import Figure, Measure, Withheld, enough, withheld
from guizhang.grading.psychometrics import (
    NO_SPREAD,
    correlation,
    deviation,
    discrimination_d,
    facility,
    fisher_interval,
    group_weights,
    mean,
    wilson,
)
from guizhang.model.form import LETTERS, DrawnItem, ExamRecord
from guizhang.model.item import ItemType
from guizhang.model.response import CandidateResult, ItemResult, Outcome

_MOST_ANSWERS = 6
"""Answers listed for an item that has no options; the rest are one slip each."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One option, or one answer people gave to a numeric item."""

    label: str
    """Letter on the first form that has the item; ``T``, ``F`` or the number."""
    key: bool
    """Whether it is right, or one of the right ones."""
    n: int
    share: float
    """Of everybody who was asked, 0..1."""
    upper: float
    """Share of the upper group that chose it, 0..1."""
    lower: float
    rest: float | None
    """Correlation of choosing it with the rest of the test; ``None`` where everybody or nobody did."""


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

    def add(self, column: Sequence[_Cell], earned: Sequence[float], available: Sequence[float]) -> None:
        """Add the answers of everybody on one form; *earned* and *available* are the points of their whole papers."""
        cells = dict(zip(map(id, column), column, strict=True))
        for name, people in Counter(map(id, column)).items():
            cell = cells[name]
            self.counts[cell.answer.outcome] += people
            if cell.available:
                self.earned += cell.answer.credit * people
                self.available += cell.answer.max_points * people
        marked = [row for row in zip(column, earned, available, strict=True) if row[0].available]
        self.points += [cell.points / cell.available for cell, _, _ in marked]
        self.rests += [
            (had - cell.points) / (whole - cell.available) if whole > cell.available else 0.0
            for cell, had, whole in marked
        ]
        self.totals += [had / whole for _, had, whole in marked]
        self.answers += [cell.letters for cell, _, _ in marked]


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
    groups: dict[tuple[float, ...], tuple[list[float], list[float]]] = {}
    out = []
    for item_id, (item, numbers) in drawn.items():
        # Items asked of the same people share their groups.
        totals = tuple(answers[item_id].totals)
        if totals and totals not in groups:
            groups[totals] = group_weights(totals)
        out.append(_statistics(item, numbers, answers[item_id], *groups.get(totals, ([], []))))
    return tuple(out)


def _answers(
    record: ExamRecord, results: Sequence[CandidateResult], drawn: Mapping[str, tuple[DrawnItem, dict[str, int]]]
) -> dict[str, _Answers]:
    """Return item id -> what people gave."""
    out = {item_id: _Answers() for item_id in drawn}
    by_form: dict[str, list[CandidateResult]] = {}
    for result in results:
        by_form.setdefault(result.form, []).append(result)
    for form in record.forms:
        columns = list(zip(*(result.items for result in by_form.get(form.id, ())), strict=True))
        read = [
            _read(column, item, drawn[item.item_id][0])
            for column, item in zip(columns, form.items if columns else (), strict=True)
        ]
        earned = list(map(sum, zip(*([cell.points for cell in column] for column in read), strict=True)))
        available = list(map(sum, zip(*([cell.available for cell in column] for column in read), strict=True)))
        for column, item in zip(read, form.items if columns else (), strict=True):
            out[item.item_id].add(column, earned, available)
    return out


class _Cell(NamedTuple):
    """One answer as the statistics need it; one that is unmarked or set aside is worth nothing and could not be."""

    points: float
    available: float
    letters: str
    answer: ItemResult


def _read(column: Sequence[ItemResult], item: DrawnItem, first: DrawnItem) -> list[_Cell]:
    # Grading gives people with the same answer the same object: what is worked out for one serves all.
    names = list(map(id, column))
    cells = {
        name: _Cell(
            float(answer.points) if item.measures else 0.0,
            0.0 if answer.outcome is Outcome.UNMARKED or not item.measures else float(answer.max_points),
            first_letters(item, first, answer),
            answer,
        )
        for name, answer in dict(zip(names, column, strict=True)).items()
    }
    return [cells[name] for name in names]


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
    choices = tuple(_choices(item, answers, upper, lower)) if enough(Measure.CHOICES, n) else ()
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
        choices=choices,
        advice=tuple(advise(item, n, share, answers.counts[Outcome.BLANK], item_rest, choices)),
    )


def _item_rest(answers: _Answers) -> Figure:
    n = len(answers.points)
    if not enough(Measure.ITEM_REST, n):
        return withheld(Measure.ITEM_REST, n)
    r = correlation(answers.points, answers.rests)
    if r is None:
        return withheld(Measure.ITEM_REST, n, Withheld.SAME)
    return Figure(Measure.ITEM_REST, r, n, fisher_interval(r, n))


def _choices(item: DrawnItem, answers: _Answers, upper: Sequence[float], lower: Sequence[float]) -> Iterator[Choice]:
    """Yield the rows of the distractor table."""
    n, rests = len(answers.answers), answers.rests
    middle, spread = mean(rests), deviation(rests)
    # Of everybody who gave the same answer: how many, the sum of their rests, and their weight in the two groups.
    sums: dict[str, list[float]] = {}
    for given, rest, high, low in zip(answers.answers, rests, upper, lower, strict=True):
        row = sums.get(given)
        if row is None:
            row = sums[given] = [0, 0.0, 0.0, 0.0]
        row[0] += 1
        row[1] += rest
        row[2] += high
        row[3] += low
    several = item.type is ItemType.MULTIPLE_CHOICE
    for label in _labels(item, answers.answers):
        rows = [row for given, row in sums.items() if (label in given if several else label == given)]
        count, rest, high, low = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0.0, 0.0, 0.0)
        share = count / n
        # The point-biserial correlation: (mean of those who chose it - mean) / s · √(p / (1 - p)).
        defined = 0 < share < 1 and spread > NO_SPREAD
        yield Choice(
            label=label,
            key=any(label in key for key in item.keys),
            n=int(count),
            share=share,
            upper=high / sum(upper),
            lower=low / sum(lower),
            rest=(rest / count - middle) / spread * sqrt(share / (1 - share)) if defined else None,
        )


def _labels(item: DrawnItem, given: Sequence[str]) -> Sequence[str]:
    match item.type:
        case ItemType.SINGLE_CHOICE | ItemType.MULTIPLE_CHOICE:
            return LETTERS[: len(item.options)]
        case ItemType.TRUE_FALSE:
            return "TF"
        case ItemType.NUMERIC:
            common = [answer for answer, _ in Counter(given).most_common(_MOST_ANSWERS) if answer]
            return [*item.key, *(answer for answer in common if answer not in item.key)]
        case _:
            return ()
