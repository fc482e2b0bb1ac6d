"""Whether quotas can be met: a transportation problem, solved exactly as a maximum flow.

A section wants so many items of each theme and so many of each difficulty; what the quotas leave open may be anything.
Theme slots stand on one side, difficulty slots on the other, and between them every (theme, difficulty) with the number
of its items. The section can be filled if and only if as much flows as it has items.

Source: L. R. Ford and D. R. Fulkerson, "Maximal flow through a network" (1956); shortest augmenting paths after
Edmonds and Karp (1972), so that the number of rounds is bounded.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

K = TypeVar("K", str, int)

Cell = tuple[str, int]
"""(first theme, difficulty)."""


@dataclass(frozen=True)
class Demand:
    """What a section still needs."""

    count: int
    themes: Mapping[str, int] = field(default_factory=dict)
    difficulty: Mapping[int, int] = field(default_factory=dict)

    @property
    def open_themes(self) -> int:
        """Items that may be of any theme."""
        return self.count - sum(self.themes.values())

    @property
    def open_difficulty(self) -> int:
        """Items that may be of any difficulty."""
        return self.count - sum(self.difficulty.values())

    def less(self, cell: Cell) -> Demand | None:
        """Return what is left after an item of *cell*; ``None`` where the quotas leave no place for it."""
        theme, difficulty = cell
        if self.count == 0:
            return None
        themes = _less(self.themes, theme, self.open_themes)
        difficulties = _less(self.difficulty, difficulty, self.open_difficulty)
        if themes is None or difficulties is None:
            return None
        return Demand(self.count - 1, themes, difficulties)


def _less(quotas: Mapping[K, int], name: K, free: int) -> dict[K, int] | None:
    left = dict(quotas)
    if left.get(name, 0) > 0:
        left[name] -= 1
        return left
    return left if free > 0 else None


def most(demand: Demand, supply: Mapping[Cell, int]) -> int:
    """Return how many items of *supply* can be placed in the slots of *demand*; all of them can if it is the count."""
    network = _Network()
    themes = {theme for theme, _ in supply}
    difficulties = {difficulty for _, difficulty in supply}
    for theme in sorted(themes):
        network.edge("source", f"theme quota {theme}", demand.themes.get(theme, 0))
        network.edge(f"theme quota {theme}", f"theme {theme}", demand.count)
        network.edge("any theme", f"theme {theme}", demand.count)
    for difficulty in sorted(difficulties):
        network.edge(f"difficulty {difficulty}", f"difficulty quota {difficulty}", demand.count)
        network.edge(f"difficulty quota {difficulty}", "sink", demand.difficulty.get(difficulty, 0))
        network.edge(f"difficulty {difficulty}", "any difficulty", demand.count)
    network.edge("source", "any theme", demand.open_themes)
    network.edge("any difficulty", "sink", demand.open_difficulty)
    for (theme, difficulty), available in sorted(supply.items()):
        network.edge(f"theme {theme}", f"difficulty {difficulty}", available)
    return network.flow("source", "sink")


class _Network:
    """Directed edges with capacities."""

    def __init__(self) -> None:
        self._left: dict[str, dict[str, int]] = {}

    def edge(self, start: str, end: str, capacity: int) -> None:
        self._left.setdefault(start, {}).setdefault(end, 0)
        self._left.setdefault(end, {}).setdefault(start, 0)
        self._left[start][end] += max(0, capacity)

    def flow(self, source: str, sink: str) -> int:
        total = 0
        while True:
            path = self._path(source, sink)
            if path is None:
                return total
            amount = min(self._left[a][b] for a, b in path)
            for a, b in path:
                self._left[a][b] -= amount
                self._left[b][a] += amount
            total += amount

    def _path(self, source: str, sink: str) -> list[tuple[str, str]] | None:
        came_from: dict[str, str] = {source: source}
        queue = deque([source])
        while queue:
            here = queue.popleft()
            for there, left in self._left.get(here, {}).items():
                if left > 0 and there not in came_from:
                    came_from[there] = here
                    queue.append(there)
        if sink not in came_from:
            return None
        path, here = [], sink
        while here != source:
            path.append((came_from[here], here))
            here = came_from[here]
        return path
