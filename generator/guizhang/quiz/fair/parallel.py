"""A few forms of equal difficulty that share no items, or as few as can be: an integer programme, then exchanges.

The programme places every item at once and keeps the expected scores together; HiGHS stops at a limit of nodes, and
exchanging items of one cell between forms takes it the rest of the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import sqrt

from guizhang.quiz.fair.counts import Counts, most_forms, patterns
from guizhang.quiz.fair.problem import Assembled, Infeasible, Paper, Problem
from guizhang.quiz.fair.solver import Programme
from guizhang.quiz.keyed import keyed_number

_NODES = 120
_SPARE = 2.0
"""How many times the items that are needed the programme may choose from; more only makes it slower."""
_TASTE = 0.0005
"""The most chance may cost, in the same unit as the next: little, since exchanges mend what it does to difficulty."""
_SECOND = 0.002
"""What an item that is second choice costs, as a share of all points by which the forms would differ."""
_ROUNDS = 400
_GAIN = 1e-12
"""Least that an exchange must bring, in squared shares of all points; below, rounding would go round in circles."""
_CLOSE = 0.00005
"""Share of all points by which forms may differ in the end."""


def parallel(problem: Problem, forms: int, seed: str) -> Assembled:
    """Return *forms* forms of one expected score and, as far as can be, one spread.

    No item stands on two forms where there are enough; otherwise on as few as can be.

    Args:
        problem: What to choose from.
        forms: How many.
        seed: Keys which items are chosen.

    Raises:
        Infeasible: not even one form can be made.
    """
    uses = next((n for n in range(1, forms + 1) if most_forms(problem, n) >= forms), None)
    if uses is None:
        raise Infeasible("quotas")
    for allowed in range(uses, forms + 1):
        papers = _placed(problem, forms, allowed, seed)
        if papers is not None:
            break
    else:
        raise Infeasible("enemies")
    target = sum(problem.score(_frozen(paper)) for paper in papers) / forms
    _Exchange(problem, papers, allowed, target).run()
    done = tuple(_frozen(paper) for paper in papers)
    return Assembled(done, target, tuple(problem.score(paper) for paper in done))


def _placed(problem: Problem, forms: int, uses: int, seed: str) -> list[list[list[int]]] | None:
    ways = patterns(problem, 1)
    open_to = [
        (s, n) for s, c in problem.places for n in _some(problem, c, ways[0], forms, uses, seed)
    ]  # fmt: skip
    model = Programme()

    def taste(n: int, f: int) -> float:
        """Return what an item costs on a form: chance decides among forms that are as good as each other."""
        lot = keyed_number("taste", seed, str(f), problem.choices[n].id) / 2**64
        return problem.points * (_TASTE * lot + _SECOND * problem.choices[n].second)

    numbers = {(s, n, f): model.variable(high=1, cost=taste(n, f)) for s, n in open_to for f in range(forms)}
    chosen = {n for _, n in open_to}
    spots = {n: [s for s, m in open_to if m == n] for n in chosen}
    average = model.variable(whole=False)
    off = model.variable(whole=False, cost=1)
    for f in range(forms):
        for s, slot in enumerate(problem.slots):
            own = [n for s_, n in open_to if s_ == s]
            model.row([(numbers[s, n, f], 1) for n in own], low=slot.count, high=slot.count)
            for quota in slot.quotas:
                model.row([(numbers[s, n, f], 1) for n in own if problem.meets(n, quota)], low=quota.least)
        for group in _cliques(problem, chosen):
            model.row([(numbers[s, n, f], 1) for n in group for s in spots[n]], high=1)
        points = [(numbers[s, n, f], problem.slots[s].points * problem.choices[n].facility) for s, n in open_to]
        model.row([*points, (average, -1), (off, -1)], high=0)
        model.row([*points, (average, -1), (off, 1)], low=0)
    for n in chosen:
        own_uses = [(numbers[s, n, f], 1.0) for s in spots[n] for f in range(forms)]
        if n in problem.forced:
            model.row(own_uses, low=forms, high=forms)
        else:
            model.row(own_uses, high=uses)
    values = model.solve(nodes=_NODES, gap=_TASTE * problem.points)
    if values is None:
        return None
    papers: list[list[list[int]]] = [[[] for _ in problem.slots] for _ in range(forms)]
    for (s, n, f), number in numbers.items():
        if values[number] > 0.5:
            papers[f][s].append(n)
    return papers


def _some(problem: Problem, cell: int, way: Counts, forms: int, uses: int, seed: str) -> list[int]:
    """Return the items of a cell the programme may choose from: all of a small one, a keyed sample of a large one."""
    wanted = max(way.get((s, cell), 0) for s in range(len(problem.slots)))
    enough = int(_SPARE * forms * max(1, wanted) / uses) + 6
    choices = problem.choices
    order = sorted(problem.cells[cell], key=lambda n: (choices[n].second, keyed_number("form", seed, choices[n].id)))
    return sorted(order[:enough])


def _cliques(problem: Problem, chosen: set[int]) -> Iterator[tuple[int, ...]]:
    """Yield groups of which one item at most may stand on a form; together they cover every pair of enemies."""
    left = {(a, b) for a in chosen for b in problem.enemies[a] & chosen if a < b}
    while left:
        a, b = min(left)
        group = [a, b]
        for other in sorted(problem.enemies[a] & problem.enemies[b] & chosen):
            if all(other in problem.enemies[member] for member in group):
                group.append(other)
        yield tuple(group)
        left -= {(min(pair), max(pair)) for pair in combinations(group, 2)}


class _Exchange:
    """Brings the expected scores of the forms together by exchanging items of one cell, one pair at a time."""

    def __init__(self, problem: Problem, papers: list[list[list[int]]], uses: int, target: float) -> None:
        self.problem, self.papers, self.uses, self.target = problem, papers, uses, target
        self.cell_of = {n: c for c, cell in enumerate(problem.cells) for n in cell}
        self.count: dict[int, int] = {}
        for paper in papers:
            for section in paper:
                for n in section:
                    self.count[n] = self.count.get(n, 0) + 1

    def run(self) -> None:
        close = _CLOSE * self.problem.points
        for _ in range(_ROUNDS):
            offs = [self.problem.score(_frozen(paper)) - self.target for paper in self.papers]
            worst_first = sorted(range(len(offs)), key=lambda f: (-abs(offs[f]), f))
            if abs(offs[worst_first[0]]) <= close:
                return
            if any(self._step(form, offs) for form in worst_first):
                continue
            if not any(self._two_steps(form, offs[form]) for form in worst_first if abs(offs[form]) > close):
                return

    def _two_steps(self, form: int, off: float) -> bool:
        """Exchange two items for free ones at once, where no one exchange helps; tell whether there was such a pair."""
        moves = []
        for s, section in enumerate(self.papers[form]):
            for at, number in enumerate(section):
                if number not in self.problem.forced:
                    for there, other in self._others(form, number):
                        if there is None and self._fits(form, other, number):
                            more = self.problem.choices[other].facility - self.problem.choices[number].facility
                            moves.append((self.problem.slots[s].points * more, s, at, other))
        moves.sort()
        best, pair = abs(off) - sqrt(_GAIN) * self.problem.points, None
        low, high = 0, len(moves) - 1
        while low < high:
            left = off + moves[low][0] + moves[high][0]
            if abs(left) < best and self._apart(moves[low], moves[high]):
                best, pair = abs(left), (moves[low], moves[high])
            low, high = (low + 1, high) if left < 0 else (low, high - 1)
        if pair is None:
            return False
        for _, s, at, other in pair:
            self.count[self.papers[form][s][at]] -= 1
            self.count[other] = self.count.get(other, 0) + 1
            self.papers[form][s][at] = other
        return True

    def _apart(self, one: tuple[float, int, int, int], two: tuple[float, int, int, int]) -> bool:
        """Tell whether two exchanges can both be made."""
        return one[1:3] != two[1:3] and one[3] != two[3] and two[3] not in self.problem.enemies[one[3]]

    def _step(self, form: int, offs: Sequence[float]) -> bool:
        """Make the exchange that brings *form*, and whichever it exchanges with, closest; tell whether there was one."""
        best: tuple[float, tuple[int, int], tuple[int, int, int] | None, int] | None = None
        for s, section in enumerate(self.papers[form]):
            points = self.problem.slots[s].points
            for at, number in enumerate(section):
                if number in self.problem.forced:
                    continue
                for there, other in self._others(form, number):
                    more = self.problem.choices[other].facility - self.problem.choices[number].facility
                    gain = (offs[form] + points * more) ** 2 - offs[form] ** 2
                    if there is not None:
                        less = self.problem.slots[there[1]].points * more
                        gain += (offs[there[0]] - less) ** 2 - offs[there[0]] ** 2
                    if gain >= -_GAIN * self.problem.points**2 or (best is not None and gain >= best[0]):
                        continue
                    if self._fits(form, other, number) and (there is None or self._fits(there[0], number, other)):
                        best = (gain, (s, at), there, other)
        if best is None:
            return False
        _, (s, at), there, other = best
        number = self.papers[form][s][at]
        self.papers[form][s][at] = other
        if there is None:
            self.count[number] -= 1
            self.count[other] = self.count.get(other, 0) + 1
        else:
            g, t, place = there
            self.papers[g][t][place] = number
        return True

    def _others(self, form: int, number: int) -> Iterator[tuple[tuple[int, int, int] | None, int]]:
        """Yield what may come instead of *number*: an item that stands elsewhere, with its place, or one that is free."""
        cell = self.cell_of[number]
        for other in self.problem.cells[cell]:
            if other != number and self.count.get(other, 0) < self.uses:
                yield None, other
        for g, paper in enumerate(self.papers):
            if g == form:
                continue
            for t, section in enumerate(paper):
                for place, other in enumerate(section):
                    if other != number and self.cell_of[other] == cell:
                        yield (g, t, place), other

    def _fits(self, form: int, other: int, instead_of: int) -> bool:
        taken = {n for section in self.papers[form] for n in section} - {instead_of}
        return other not in taken and not self.problem.enemies[other] & taken


def _frozen(paper: Sequence[Sequence[int]]) -> Paper:
    return tuple(tuple(sorted(section)) for section in paper)
