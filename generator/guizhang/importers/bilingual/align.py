"""Which unit of one half is the translation of which of the other: the cheapest way through both in their order.

Source: W. Gale and K. Church, "A program for aligning sentences in bilingual corpora" (1993), for the steps (one for one, one
for two, none) and for length as evidence; numbers of provisions, figures and place weigh more here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guizhang.importers.bilingual.evidence import Doubt, Said, confidence, weigh
from guizhang.importers.bilingual.units import Unit

_ALONE = -0.5
"""A unit without a counterpart."""
_TWO = -2.0
"""Two units for one."""
_BESIDE = 0.8
"""One unit stands directly beside one other."""
_NEAR = 60
"""How far from the diagonal a long text is looked at."""
_WORK = 400_000
"""Pairs looked at in one stretch; texts that would take more are too unlike to be one."""
_LEAST = -0.4
"""What a pair has to say for itself at least; below that both sides stay by themselves."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Units that say the same; indexes into both lists."""

    zh: tuple[int, ...]
    en: tuple[int, ...]
    score: float
    doubts: tuple[Doubt, ...]

    @property
    def confidence(self) -> float:
        """How sure it is, 0 to 1."""
        return confidence(self.score)


@dataclass(frozen=True, slots=True)
class _Side:
    units: Sequence[Unit]
    said: Sequence[Said]
    blocks: dict[int, list[int]]
    """Block -> indexes of its units."""


def align(zh: Sequence[Unit], en: Sequence[Unit]) -> list[Aligned]:
    """Return the pairs in order.

    Three ways of writing are tried, and the one that gives most is taken: each block of Chinese with the English block behind
    it, with the one before it, and all of one language with all of the other.
    """
    sides = _side(zh, "zh"), _side(en, "en")
    ways = [_by_block(*sides, 1), _by_block(*sides, -1)]
    best = max(ways, key=_worth)
    if sum(len(pair.en) for pair in best) * 4 < len(en) * 3:
        best = max(best, _stretch(sides, range(len(zh)), range(len(en))), key=_worth)
    return best


def _worth(pairs: Sequence[Aligned]) -> float:
    return sum(pair.score - _ALONE * (len(pair.zh) + len(pair.en)) for pair in pairs)


def _side(units: Sequence[Unit], lang: str) -> _Side:
    blocks: dict[int, list[int]] = {}
    for place, unit in enumerate(units):
        blocks.setdefault(unit.block, []).append(place)
    return _Side(units, [Said.of(unit, lang) for unit in units], blocks)


def _by_block(zh: _Side, en: _Side, step: int) -> list[Aligned]:
    found: list[Aligned] = []
    for block, own in zh.blocks.items():
        other = en.blocks.get(block + step)
        if other:
            found += _stretch((zh, en), own, other)
    return found


def _stretch(sides: tuple[_Side, _Side], rows: Sequence[int], columns: Sequence[int]) -> list[Aligned]:
    """Return the best pairs of some units of both sides, in their order."""
    zh, en = ([side.said[at] for at in places] for side, places in zip(sides, (rows, columns), strict=True))
    height, width = len(zh), len(en)
    near = abs(height - width) + _NEAR
    if height * min(width, 2 * near) > _WORK:
        return []
    beside = _BESIDE if height == width == 1 else 0.0
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(height + 1):
        middle = i * width // max(1, height)
        for j in range(max(0, middle - near), min(width, middle + near) + 1):
            here = best.get((i, j))
            if here is None:
                continue
            for down, right, gain in _steps(zh, en, i, j, beside):
                there, score = (i + down, j + right), here[0] + gain
                if there not in best or best[there][0] < score:
                    best[there] = score, (down, right)
    return list(_back(best, (rows, columns), (zh, en), beside))


def _steps(zh: Sequence[Said], en: Sequence[Said], i: int, j: int, beside: float) -> Iterator[tuple[int, int, float]]:
    if i < len(zh):
        yield 1, 0, _ALONE
    if j < len(en):
        yield 0, 1, _ALONE
    for down, right in ((1, 1), (1, 2), (2, 1)):
        if i + down <= len(zh) and j + right <= len(en):
            score, _ = _weigh(zh[i : i + down], en[j : j + right])
            if score + beside >= _LEAST:
                yield down, right, score + beside


def _weigh(zh: Sequence[Said], en: Sequence[Said]) -> tuple[float, list[Doubt]]:
    if len(zh) == len(en):
        return weigh(zh[0], en[0])
    several = zh if len(zh) > 1 else en
    if any(second.path for _, second in pairwise(several)):
        return _LEAST * 9, []  # what has a number of its own is no second half
    first, second = (side[0] if len(side) == 1 else side[0].plus(side[1]) for side in (zh, en))
    score, doubts = weigh(first, second)
    return score + _TWO, [*doubts, Doubt.PLACE]


def _back(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]],
    places: tuple[Sequence[int], Sequence[int]],
    said: tuple[Sequence[Said], Sequence[Said]],
    beside: float,
) -> Iterator[Aligned]:
    """Yield the pairs on the best way, in order."""
    rows, columns = places
    i, j = len(rows), len(columns)
    found: list[Aligned] = []
    while i or j:
        down, right = best[i, j][1]
        if down and right:
            zh, en = range(i - down, i), range(j - right, j)
            score, doubts = _weigh([said[0][at] for at in zh], [said[1][at] for at in en])
            found.append(
                Aligned(tuple(rows[at] for at in zh), tuple(columns[at] for at in en), score + beside, tuple(doubts))
            )
        i, j = i - down, j - right
    yield from reversed(found)
