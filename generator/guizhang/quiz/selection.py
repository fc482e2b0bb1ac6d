"""A blueprint and its pool as an assembly problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from guizhang.model.blueprint import Blueprint, Section
from guizhang.quiz.enemies import enemies_among
from guizhang.quiz.fair import Choice, Observed, Problem, Quota, Slot, expected_facility
from guizhang.quiz.pool import Pool, PoolEntry

DIMENSIONS = ("themes", "difficulty", "levels", "roles", "regulations")
"""What a section may ask for; each is a field of `Section`."""


def quotas(section: Section) -> Iterator[Quota]:
    """Yield everything a section asks for."""
    for dimension in DIMENSIONS:
        for value, least in getattr(section, dimension).items():
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
    }


def problem_of(
    blueprint: Blueprint,
    pool: Pool,
    entries: Sequence[PoolEntry],
    observed: Mapping[str, Observed] | None = None,
) -> Problem:
    """Return the problem of filling the sections of *blueprint* with *entries*.

    Args:
        blueprint: What a form is made of.
        pool: Knows which items give each other away.
        entries: What may be drawn.
        observed: What candidates did with an item, by its id.
    """
    slots = [Slot(s.type.value, s.count, float(s.points), tuple(quotas(s))) for s in blueprint.sections]
    seen = observed or {}
    choices = [
        Choice(
            entry.item.id,
            entry.item.type.value,
            expected_facility(entry.item.difficulty, seen.get(entry.item.id)),
            values(entry),
            entry.item.id in blueprint.include,
            entry.generated,
        )
        for entry in entries
    ]
    return Problem.of(slots, choices, _pairs(entries, pool.answering))


def _pairs(entries: Sequence[PoolEntry], answering: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for one, others in enemies_among(entries, answering).items():
        yield from ((one, other) for other in others if one < other)
