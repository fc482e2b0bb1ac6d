"""Exchanges of items of one cell that bring forms together in everything they are to agree in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from guizhang.quiz.fair.problem import Problem, Sums

_ROUNDS = 400
_GAIN = 1e-12
"""Least that an exchange must bring, in squared shares of all points; below, rounding would go round in circles."""
_CLOSE = 0.00005
"""Share of all points by which forms may differ in the end."""
_PASSES = 12
"""Pairs of exchanges looked at for one form before the rest is left."""

Place = tuple[int, int, int]
"""Form, section, place in the section."""


class Exchange:
    """Brings forms together, one exchange at a time; quotas do not notice, since items of one cell are exchanged."""

    def __init__(self, problem: Problem, papers: list[list[list[int]]], uses: int) -> None:
        self.problem, self.papers, self.uses = problem, papers, uses
        self.cell_of = {n: c for c, cell in enumerate(problem.cells) for n in cell}
        self.count: dict[int, int] = {}
        for n in chain.from_iterable(chain.from_iterable(papers)):
            self.count[n] = self.count.get(n, 0) + 1
        self.held = [set(chain.from_iterable(paper)) for paper in papers]
        rows = [problem.sums(paper) for paper in papers]
        self.target = tuple(sum(column) / len(papers) for column in zip(*rows, strict=True))
        self.offs = [_less(row, self.target) for row in rows]

    def run(self) -> None:
        """Exchange until the forms agree, or nothing helps."""
        close = (_CLOSE * self.problem.points) ** 2
        pairs = _PASSES * len(self.papers)
        for _ in range(_ROUNDS):
            worst_first = sorted(range(len(self.offs)), key=lambda f: (-_square(self.offs[f]), f))
            if _square(self.offs[worst_first[0]]) <= close:
                return
            if any(self._step(form) for form in worst_first):
                continue
            pairs -= 1
            if pairs < 0 or not any(self._two_steps(f) for f in worst_first if _square(self.offs[f]) > close):
                return

    def _step(self, form: int) -> bool:
        """Make the exchange that brings *form*, and whichever it exchanges with, closest; tell whether there was one."""
        best: tuple[float, Place, Place | None, int] | None = None
        before, least = _square(self.offs[form]), -_GAIN * self.problem.points**2
        for s, section in enumerate(self.papers[form]):
            gives = self.problem.gives[s]
            for at, number in enumerate(section):
                if number in self.problem.forced:
                    continue
                for there, other in self._others(form, number):
                    gain = _moved(self.offs[form], gives[number], gives[other]) - before
                    if there is not None:
                        theirs, off = self.problem.gives[there[1]], self.offs[there[0]]
                        gain += _moved(off, theirs[other], theirs[number]) - _square(off)
                    if gain >= least or (best is not None and gain >= best[0]):
                        continue
                    if self._fits(form, other, number) and (there is None or self._fits(there[0], number, other)):
                        best = (gain, (form, s, at), there, other)
        if best is None:
            return False
        _, here, there, other = best
        number = self.papers[here[0]][here[1]][here[2]]
        self._put(here, other)
        if there is not None:
            self._put(there, number)
        return True

    def _two_steps(self, form: int) -> bool:
        """Exchange two items for free ones at once, where no one exchange helps; tell whether there was such a pair."""
        off = self.offs[form]
        moves = []
        for s, section in enumerate(self.papers[form]):
            gives = self.problem.gives[s]
            for at, number in enumerate(section):
                if number not in self.problem.forced:
                    for there, other in self._others(form, number):
                        if there is None and self._fits(form, other, number):
                            moves.append((_less(gives[other], gives[number]), s, at, other))
        moves.sort()
        best, pair = _square(off) - _GAIN * self.problem.points**2, None
        low, high = 0, len(moves) - 1
        while low < high:
            left = tuple(a + b + c for a, b, c in zip(off, moves[low][0], moves[high][0], strict=True))
            if _square(left) < best and self._apart(form, moves[low], moves[high]):
                best, pair = _square(left), (moves[low], moves[high])
            low, high = (low + 1, high) if left[0] < 0 else (low, high - 1)
        if pair is None:
            return False
        for _, s, at, other in pair:
            self._put((form, s, at), other)
        return True

    def _put(self, place: Place, number: int) -> None:
        form, s, at = place
        gone = self.papers[form][s][at]
        self.papers[form][s][at] = number
        self.count[gone] -= 1
        self.count[number] = self.count.get(number, 0) + 1
        self.held[form] = {*self.held[form] - {gone}, number}
        more = _less(self.problem.gives[s][number], self.problem.gives[s][gone])
        self.offs[form] = tuple(a + b for a, b in zip(self.offs[form], more, strict=True))

    def _apart(self, form: int, one: tuple[Sums, int, int, int], two: tuple[Sums, int, int, int]) -> bool:
        """Tell whether two exchanges can both be made."""
        if one[1:3] == two[1:3] or one[3] == two[3] or two[3] in self.problem.enemies[one[3]]:
            return False
        most = self.problem.most_common
        return most is None or all(
            len(held & (self.held[form] | {one[3], two[3]}) - self.problem.forced) <= most
            for g, held in enumerate(self.held)
            if g != form
        )

    def _others(self, form: int, number: int) -> Iterator[tuple[Place | None, int]]:
        """Yield what may come instead of *number*: an item that stands elsewhere, with its place, or one that is free."""
        cell = self.cell_of[number]
        for other in self.problem.cells[cell]:
            # It must not make more forms share items than did.
            if other != number and self.count.get(other, 0) < min(self.uses, self.count[number]):
                yield None, other
        for g, paper in enumerate(self.papers):
            if g == form:
                continue
            for t, section in enumerate(paper):
                for place, other in enumerate(section):
                    if other != number and self.cell_of[other] == cell:
                        yield (g, t, place), other

    def _fits(self, form: int, other: int, instead_of: int) -> bool:
        taken = self.held[form] - {instead_of}
        if other in taken or self.problem.enemies[other] & taken:
            return False
        most = self.problem.most_common
        # A form may hold what it gives away to the one it exchanges with: the more careful count is near enough.
        return most is None or all(
            len(held & {*taken, other} - self.problem.forced) <= most for g, held in enumerate(self.held) if g != form
        )


def _less(one: Sequence[float], other: Sequence[float]) -> Sums:
    return tuple(a - b for a, b in zip(one, other, strict=True))


def _square(off: Sequence[float]) -> float:
    return sum(part * part for part in off)


def _moved(off: Sums, gone: Sums, come: Sums) -> float:
    """Return how far off a form is, squared, once one item has gone and another come."""
    return sum((a - b + c) ** 2 for a, b, c in zip(off, gone, come, strict=True))
