"""Which items stand on a form: quotas exact, enemies apart, the preferred items first.

A depth-first search takes items in order of preference and asks after each step whether the rest can still be filled
(`transport.most`, exact but for enemies). Without enemies among the candidates it never has to turn back. With them it
may, so the number of steps is bounded; a bound on steps and not on time keeps the result the same on every machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guizhang.model.blueprint import Section
from guizhang.quiz.pool import PoolEntry
from guizhang.quiz.transport import Cell, Demand, most

MOST_STEPS = 5_000


Enemies = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Chosen:
    """The items of one form, section by section, in the order they were taken."""

    sections: tuple[tuple[PoolEntry, ...], ...]


@dataclass(frozen=True)
class _State:
    section: int
    at: int
    """Next candidate to look at in this section."""
    demand: Demand
    taken: tuple[tuple[PoolEntry, ...], ...]
    """By section; the last is the one being filled."""


def demand_of(section: Section) -> Demand:
    """Return what an empty section needs."""
    return Demand(section.count, dict(section.themes), {int(level): n for level, n in section.difficulty.items()})


def cell_of(entry: PoolEntry) -> Cell:
    """Return what quotas count an item as."""
    return entry.item.themes[0], entry.item.difficulty


def enemies_among(entries: Sequence[PoolEntry], answering: Iterable[tuple[str, str]] = ()) -> Enemies:
    """Return for each item the ids of the items that may not stand beside it; of *answering*, one gives the other away."""
    ids = {entry.item.id for entry in entries}
    by_topic: dict[str, set[str]] = {}
    found: dict[str, set[str]] = {item_id: set() for item_id in ids}
    for entry in entries:
        for topic in entry.topics:
            by_topic.setdefault(topic, set()).add(entry.item.id)
        for enemy in ids.intersection(entry.item.enemies):
            found[entry.item.id].add(enemy)
            found[enemy].add(entry.item.id)
    for one, other in answering:
        if one in ids and other in ids:
            found[one].add(other)
            found[other].add(one)
    for entry in entries:
        found[entry.item.id].update(*(by_topic[topic] for topic in entry.topics))
    return {item_id: frozenset(enemies - {item_id}) for item_id, enemies in found.items()}


def assemble(
    sections: Sequence[Section],
    preferred: Sequence[Sequence[PoolEntry]],
    forced: frozenset[str],
    enemies: Enemies,
) -> Chosen | None:
    """Fill all sections of one form.

    Args:
        sections: The blueprint's.
        preferred: For each section its candidates (of its type), the most wanted first.
        forced: Items that must stand on the form; they come first among the candidates.
        enemies: What `enemies_among` says of all candidates.

    Returns:
        The choice; ``None`` where there is none, or none was found within `MOST_STEPS`.
    """
    return _Search(sections, preferred, forced, enemies).run()


class _Search:
    def __init__(
        self,
        sections: Sequence[Section],
        preferred: Sequence[Sequence[PoolEntry]],
        forced: frozenset[str],
        enemies: Enemies,
    ) -> None:
        self.sections = sections
        self.candidates = preferred
        self.forced = forced
        self.demands = [demand_of(section) for section in sections]
        self.known: dict[tuple[object, ...], bool] = {}
        self.enemies = enemies

    def run(self) -> Chosen | None:
        stack = [_State(0, 0, self.demands[0], ((),))]
        for _ in range(MOST_STEPS):
            if not stack:
                return None
            state = stack.pop()
            if state.demand.count == 0:
                if state.section + 1 == len(self.sections):
                    if self._has_all_forced(state):
                        return Chosen(state.taken)
                    continue
                following = state.section + 1
                stack.append(_State(following, 0, self.demands[following], (*state.taken, ())))
                continue
            blocked = self._blocked(state)
            if self._can_be_filled(state, blocked):
                stack += self._branches(state, blocked)
        return None

    def _branches(self, state: _State, blocked: frozenset[str]) -> list[_State]:
        """Return the state without and, on top of the stack, the state with the next candidate that fits."""
        candidates = self.candidates[state.section]
        for at in range(state.at, len(candidates)):
            entry = candidates[at]
            left = None if entry.item.id in blocked else state.demand.less(cell_of(entry))
            if left is None:
                continue
            taken = (*state.taken[:-1], (*state.taken[-1], entry))
            without = [] if entry.item.id in self.forced else [_State(state.section, at + 1, state.demand, state.taken)]
            return [*without, _State(state.section, at + 1, left, taken)]
        return []

    def _blocked(self, state: _State) -> frozenset[str]:
        """Return the items that stand on the form already and the enemies of those."""
        ids = [entry.item.id for section in state.taken for entry in section]
        return frozenset(ids).union(*(self.enemies[i] for i in ids))

    def _can_be_filled(self, state: _State, blocked: frozenset[str]) -> bool:
        """Tell whether this section and each of those after it could be filled if nothing else stood in the way."""
        for index in range(state.section, len(self.sections)):
            start = state.at if index == state.section else 0
            demand = state.demand if index == state.section else self.demands[index]
            free = (e for e in self.candidates[index][start:] if e.item.id not in blocked)
            supply = Counter(cell_of(entry) for entry in free)
            key = (
                demand.count, tuple(sorted(demand.themes.items())), tuple(sorted(demand.difficulty.items())),
                tuple(sorted((cell, min(n, demand.count)) for cell, n in supply.items())),
            )  # fmt: skip
            if key not in self.known:
                self.known[key] = most(demand, supply) == demand.count
            if not self.known[key]:
                return False
        return True

    def _has_all_forced(self, state: _State) -> bool:
        ids = {entry.item.id for section in state.taken for entry in section}
        return self.forced <= ids
