"""One paper brought to the score, and the cut, that all papers should have, by exchanges of its items."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple

from guizhang.quiz.fair.problem import Problem

TOLERANCE = 0.0005
"""How far a paper's expected score may be from the others', as a share of all points; twice as close as what is promised."""
COARSE = 0.001
"""A paper further off than this is mended with items of other cells too, as far as quotas leave room."""
_FRAY = 1.05
"""How much more often than others of its cell an item may be asked, for the sake of equal difficulty."""
_EXCHANGES = 12


class Move(NamedTuple):
    """An item that could come instead of another."""

    easier: float
    """By how many points the paper gets easier."""
    milder: float
    """By how many points its cut rises."""
    worn: int
    """How much more often the one that comes has been asked."""
    comes: int
    section: int
    at: int


class Balance:
    """Brings papers to one score; knows how often items have been asked, which is counted elsewhere.

    Args:
        problem: What papers are made of.
        uses: How often each item has been asked.
        dealt: How often items of each cell have been.
        most: How often one may be.
    """

    def __init__(self, problem: Problem, uses: Sequence[int], dealt: Sequence[int], most: int) -> None:
        self.problem, self.uses, self.dealt, self.most = problem, uses, dealt, most
        self.facility = [choice.facility for choice in problem.choices]
        self.cuts = [choice.cut for choice in problem.choices]
        self.cell_of = {number: c for c, cell in enumerate(problem.cells) for number in cell}
        self.cells_of = [[c for slot, c in problem.places if slot == s] for s in range(len(problem.slots))]
        self.sorted = [sorted(cell, key=lambda n: (self.facility[n], n)) for cell in problem.cells]
        self.facilities = [[self.facility[n] for n in cell] for cell in self.sorted]

    def run(self, sections: list[list[int]], target: float, cut: float) -> Iterator[tuple[int, int]]:
        """Exchange items of a paper until it is as hard as it should be, or nothing helps; yield who went and who came.

        Args:
            sections: Its items; they are exchanged in here.
            target: Score it should be expected to give.
            cut: Cut score it should have; only where judges have rated the items.
        """
        problem = self.problem
        paper = tuple(map(tuple, sections))
        off = problem.score(paper) - target
        off_cut = problem.cut(paper) - cut if problem.judged else 0.0
        for _ in range(_EXCHANGES):
            far = max(abs(off), abs(off_cut))
            if far <= TOLERANCE * problem.points:
                return
            moves = self._within(sections, off, off_cut)
            if not moves and far > COARSE * problem.points:
                across = list(self._across(sections, off, off_cut))
                moves = self._best(across, off, off_cut) or self._pair(across, off, off_cut)
            if not moves:
                return
            for move in moves:
                gone, sections[move.section][move.at] = sections[move.section][move.at], move.comes
                off, off_cut = off + move.easier, off_cut + move.milder
                yield gone, move.comes

    def _best(self, moves: Sequence[Move], off: float, off_cut: float) -> list[Move]:
        """Return the move that brings a paper closest; of those that bring it close enough, the one that evens out uses."""
        close, far = TOLERANCE * self.problem.points, max(abs(off), abs(off_cut))
        ranked = ((max(abs(off + move.easier), abs(off_cut + move.milder)), move) for move in moves)
        helping = [(max(left, close), move.worn, move) for left, move in ranked if left < far]
        return [min(helping)[-1]] if helping else []

    def _pair(self, moves: Sequence[Move], off: float, off_cut: float) -> list[Move]:
        """Return two moves in different sections that bring a paper closest together, where no single one helps."""
        best, found = max(abs(off), abs(off_cut)), list[Move]()
        ordered = sorted(moves)
        low, high = 0, len(ordered) - 1
        while low < high:
            one, two = ordered[low], ordered[high]
            left = max(abs(off + one.easier + two.easier), abs(off_cut + one.milder + two.milder))
            if left < best and one.section != two.section and two.comes not in self.problem.enemies[one.comes]:
                best, found = left, [one, two]
            low, high = (low + 1, high) if off + one.easier + two.easier < 0 else (low, high - 1)
        return found

    def _within(self, sections: list[list[int]], off: float, off_cut: float) -> list[Move]:
        """Return the best move within a cell, which no quota notices.

        Where papers are dealt by the thousand most of the time is spent here.
        """
        problem, facility, cuts, uses, judged = self.problem, self.facility, self.cuts, self.uses, self.problem.judged
        close, far = TOLERANCE * problem.points, max(abs(off), abs(off_cut))
        taken, often = {n for section in sections for n in section}, self._often()
        best: tuple[float, int, int, int, int] | None = None
        for s, section in enumerate(sections):
            points = problem.slots[s].points
            for at, number in enumerate(section):
                cell = self.cell_of[number]
                for other in self._near(cell, facility[number] - off / points, cuts[number] - off_cut / points):
                    left = abs(off + points * (facility[other] - facility[number]))
                    if judged:
                        left = max(left, abs(off_cut + points * (cuts[other] - cuts[number])))
                    if left >= far or not self._fits(other, number, taken, often):
                        continue
                    rank = (max(left, close), uses[other] - uses[number], other, s, at)
                    if best is None or rank < best:
                        best = rank
        return [self._move(best[3], best[4], sections[best[3]][best[4]], best[2])] if best else []

    def _across(self, sections: list[list[int]], off: float, off_cut: float) -> Iterator[Move]:
        """Yield moves for items of any cell that keep the quotas of their section."""
        problem = self.problem
        taken, often = {n for section in sections for n in section}, self._often()
        for s, section in enumerate(sections):
            quotas = problem.slots[s].quotas
            tight = [q for q in quotas if sum(problem.meets(n, q) for n in section) <= q.least]
            for at, number in enumerate(section):
                if number in problem.forced:
                    continue
                # What would be missing without it, another must be there for as well.
                needed = [quota for quota in tight if problem.meets(number, quota)]
                for cell in self.cells_of[s]:
                    first = problem.cells[cell][0]
                    if problem.choices[first].worn <= problem.choices[number].worn and all(
                        problem.meets(first, quota) for quota in needed
                    ):
                        for other in self._near(cell, *self._wanted(s, number, off, off_cut)):
                            if self._fits(other, number, taken, often):
                                yield self._move(s, at, number, other)

    def _wanted(self, section: int, number: int, off: float, off_cut: float) -> tuple[float, float]:
        """Return the facility and the cut of what would make up for all that a paper is off, in the place of an item."""
        points = self.problem.slots[section].points
        return self.facility[number] - off / points, self.cuts[number] - off_cut / points

    def _fits(self, other: int, instead_of: int, taken: set[int], often: Sequence[float]) -> bool:
        return (
            other not in taken
            and self.uses[other] <= often[self.cell_of[other]]
            and not self.problem.enemies[other] & taken - {instead_of}
        )

    def _move(self, section: int, at: int, number: int, other: int) -> Move:
        points = self.problem.slots[section].points
        milder = points * (self.cuts[other] - self.cuts[number]) if self.problem.judged else 0.0
        easier = points * (self.facility[other] - self.facility[number])
        return Move(easier, milder, self.uses[other] - self.uses[number], other, section, at)

    def _often(self) -> list[float]:
        """Return for each cell how often an item may have been asked so far and still be taken in exchange."""
        return [
            min(_FRAY * dealt / len(cell) + 2, self.most - 1)
            for dealt, cell in zip(self.dealt, self.problem.cells, strict=True)
        ]

    def _near(self, cell: int, facility: float, cut: float) -> list[int]:
        """Return the items of a cell that come nearest to a facility and, where judges have rated them, to a cut."""
        if not self.problem.judged:
            at = bisect_left(self.facilities[cell], facility)
            return self.sorted[cell][max(0, at - 2) : at + 2]
        return nsmallest(4, self.sorted[cell], lambda n: max(abs(self.facility[n] - facility), abs(self.cuts[n] - cut)))
