"""One text that cannot be read as the others that stand beside it are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

_LEAST = 2.5
"""How much cheaper it must be to read one text apart than to read all alike: more than one doubtful reading, less than an impossible one."""
_FEWEST = 3
_SEVERAL = 2 * _LEAST
"""How much cheaper it must be to read each by itself, where no two are alike."""
_STRANGE = 1.5
"""What it costs to read the others otherwise than the question asks."""
_NATURAL, _DOUBTFUL = 0.5, 1.0
"""The most it may cost to read most of the others, and any of them, as they are read."""


class Apart(NamedTuple):
    """A text that is read otherwise than the others."""

    at: int
    itself: str
    others: frozenset[str]


def one_apart(
    readings: Sequence[Mapping[str, float]], alike: Sequence[frozenset[str]], asked: str | None = None
) -> Apart | None:
    """Return the one text that stands apart, if there is one.

    *readings* gives for each text what it costs to read it so, from 0 for a natural reading to 4 for one that cannot be;
    *alike* the readings that may stand side by side, *asked* the reading the question asks for, if that is known.
    """
    if len(readings) < _FEWEST:
        return None
    costs = [[min([r[one] for one in group if one in r]) for group in alike] for r in readings]
    strange = [_STRANGE if asked is not None and asked not in group else 0 for group in alike]
    together = min(sum(row[g] for row in costs) + strange[g] for g in range(len(alike)))
    if together < _LEAST:
        return None  # no reading costs less than nothing
    ways = [sorted(r, key=lambda one: r[one]) for r in readings]
    best: tuple[float, Apart] | None = None
    for g, group in enumerate(alike):
        whole = sum(row[g] for row in costs) + strange[g]
        for i, reading in enumerate(readings):
            itself = next(one for one in ways[i] if one not in group)
            cost = whole - costs[i][g] + reading[itself]
            if best is None or cost < best[0]:
                best = (cost, Apart(i, itself, group))
    natural = {way[0] for way in ways}
    if (
        len(natural) == len(readings)
        and together - sum(r[way[0]] for r, way in zip(readings, ways, strict=True)) >= _SEVERAL
    ):
        return best and best[1]
    if best is None or together - best[0] < _LEAST:
        return None
    others = [costs[i][alike.index(best[1].others)] for i in range(len(readings)) if i != best[1].at]
    return best[1] if max(others) <= _DOUBTFUL and sum(cost <= _NATURAL for cost in others) * 2 > len(others) else None
