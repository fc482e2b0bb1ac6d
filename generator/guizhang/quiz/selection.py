"""A blueprint and its pool as an assembly problem."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from guizhang.model.angoff import AngoffRatings
from guizhang.model.blueprint import Blueprint, Section
from guizhang.model.statistics import ItemStatistic
from guizhang.quiz.enemies import enemies_among
from guizhang.quiz.fair import Choice, Observed, Paper, Problem, Quota, Slot, expected_facility
from guizhang.quiz.pool import Pool, PoolEntry

DIMENSIONS = ("themes", "difficulty", "levels", "roles", "regulations")
"""What a section may ask for; each is a field of `Section`."""
VERDICT = "verdict"
"""Whether a statement is true: nothing a section asks for, but what a paper should have evenly."""


def quotas(section: Section) -> Iterator[Quota]:
    """Yield everything a section asks for, in an order that is no choice of its author's."""
    for dimension in DIMENSIONS:
        for value, least in sorted(getattr(section, dimension).items()):
            yield Quota(dimension, str(value), least)


def values(entry: PoolEntry) -> Mapping[str, frozenset[str]]:
    """Return what quotas count an item as; of its themes the first."""
    item = entry.item
    return {
        "themes": frozenset(item.themes[:1]),
        "difficulty": frozenset([str(item.difficulty)]),
        "levels": frozenset([item.level.value]),
        "roles": frozenset(item.applies_to),
        "regulations": frozenset(address.partition("/")[0] for address in item.cites),
        VERDICT: frozenset() if item.answer is None else frozenset([str(item.answer)]),
    }


def evened(problem: Problem, papers: int) -> Iterator[Problem]:
    """Yield the problem with as many true statements asked for as false ones, then with less of that, at last as it is.

    Where most are true, whoever calls every one true passes. The rarer of the two may be few: beside other papers each of
    them stands on every second one at most for the sake of this.

    Args:
        problem: What a blueprint asks for.
        papers: How many are to be made.
    """
    even = [_evenly(problem, slot, papers) for slot in problem.slots]
    for less in range(max(even, default=0)):
        yield with_verdicts(problem, [least - less for least in even])
    yield problem


def with_verdicts(problem: Problem, least: Sequence[int]) -> Problem:
    """Return the problem with so many true statements at least, and as many false ones, asked for in each section."""
    slots = [
        replace(slot, quotas=(*slot.quotas, *(Quota(VERDICT, str(verdict), number) for verdict in (True, False))))
        if number > 0
        else slot
        for slot, number in zip(problem.slots, least, strict=True)
    ]
    return replace(problem, slots=tuple(slots))


def rarer(problem: Problem, papers: Iterable[Paper]) -> list[int]:
    """Return for each section how many true or false statements, of whichever are fewer, every one of *papers* has."""
    counts = [
        [min(sum(_says(problem, n, verdict) for n in section) for verdict in (True, False)) for section in paper]
        for paper in papers
    ]
    return [min(section) for section in zip(*counts, strict=True)]


def _evenly(problem: Problem, slot: Slot, papers: int) -> int:
    there = [n for n, choice in enumerate(problem.choices) if choice.kind == slot.kind]
    rare = min(sum(_says(problem, n, verdict) for n in there) for verdict in (True, False))
    return min(slot.count // 2, rare if papers == 1 else rare // 2)


def _says(problem: Problem, number: int, verdict: bool) -> bool:
    return str(verdict) in problem.choices[number].values.get(VERDICT, frozenset())


def problem_of(
    blueprint: Blueprint,
    pool: Pool,
    entries: Sequence[PoolEntry],
    statistics: Mapping[str, ItemStatistic],
    ratings: AngoffRatings | None = None,
    avoid: Collection[str] = (),
) -> Problem:
    """Return the problem of filling the sections of *blueprint* with *entries*.

    Args:
        blueprint: What a form is made of.
        pool: Knows which items give each other away.
        entries: What may be drawn.
        statistics: What candidates did with an item, by its id.
        ratings: What judges expect of candidates on the borderline; every one of *entries* is rated.
        avoid: Items drawn only where nothing else can be.
    """
    slots = [Slot(s.type.value, s.count, float(s.points), tuple(quotas(s))) for s in blueprint.sections]
    choices = [
        Choice(
            entry.item.id,
            entry.item.type.value,
            expected_facility(entry.item.difficulty, observed(statistics.get(entry.item.id))),
            values(entry),
            forced=entry.item.id in blueprint.include,
            second=entry.generated,
            worn=entry.item.id in avoid,
            cut=ratings.share(entry.item.id) if ratings else 0,
        )
        for entry in entries
    ]
    pairs = _pairs(entries, pool.answering)
    return Problem.of(
        slots, choices, pairs, exposure=_share(blueprint.exposure), overlap=_share(blueprint.overlap)
    )  # fmt: skip


def observed(statistic: ItemStatistic | None) -> Observed | None:
    """Return what is known of an item from exams."""
    return Observed(statistic.n, statistic.facility) if statistic else None


def _share(percent: str | None) -> float | None:
    return None if percent is None else int(percent.rstrip("%")) / 100


def _pairs(entries: Sequence[PoolEntry], answering: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for one, others in enemies_among(entries, answering).items():
        yield from ((one, other) for other in others if one < other)
