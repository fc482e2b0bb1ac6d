"""How many items each section takes of each cell, so that quotas hold and no item is asked far more often than others.

A cell is a set of items that quotas cannot tell apart (`Problem.cells`), so this is a small programme however many items
there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import inf

from guizhang.quiz.fair.problem import Infeasible, Problem
from guizhang.quiz.fair.solver import Programme

_BENDS = (0.0, 0.4, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.6, 2.0, 3.0, inf)
"""Where the chain bends, in units of how often an item would be asked if all were asked alike."""

_WORN = 1000.0
"""What an item costs that is asked only where nothing else can be."""
_STEADY = 400.0
"""What a hundredth of all points of expected score costs, where one item dealt too often or too seldom costs a quarter."""

_MOST = 1e6
"""More forms than anybody makes."""

Counts = Mapping[tuple[int, int], int]
"""(slot, cell) -> how many items."""

PATTERNS = 48
"""Different ways to meet the quotas that are dealt in turn; more would change the shares of the cells by under 1/48."""


def patterns(problem: Problem, most: int = PATTERNS) -> tuple[Counts, ...]:
    """Return ways to meet the quotas which, dealt in turn, ask every item about as often as the quotas allow.

    Raises:
        Infeasible: the quotas cannot be met.
    """
    shares = _shares(problem)
    if all(abs(share - round(share)) < 1e-6 for share in shares):
        return (dict(zip(problem.places, map(round, shares), strict=True)),)
    means = [sum(problem.choices[n].facility for n in cell) / len(cell) for cell in problem.cells]
    gives = [problem.slots[s].points * means[c] for s, c in problem.places]
    target = sum(points * share for points, share in zip(gives, shares, strict=True))
    dealt = [0.0] * len(shares)
    found: list[Counts] = []
    for turn in range(1, most + 1):
        model, numbers = _programme(problem)
        for number, share, had in zip(numbers, shares, dealt, strict=True):
            off = model.variable(cost=1, whole=False)
            model.row([(number, 1), (off, 1)], low=turn * share - had)
            model.row([(number, 1), (off, -1)], high=turn * share - had)
        # A way that is harder than the others could not be made up for by exchanging items of one cell.
        harder = model.variable(cost=_STEADY / problem.points, whole=False)
        terms = list(zip(numbers, gives, strict=True))
        model.row([*terms, (harder, 1)], low=target)
        model.row([*terms, (harder, -1)], high=target)
        values = model.solve()
        if values is None:
            raise Infeasible("quotas")
        chosen = [round(values[number]) for number in numbers]
        dealt = [had + more for had, more in zip(dealt, chosen, strict=True)]
        found.append(dict(zip(problem.places, chosen, strict=True)))
    return tuple(found)


def most_forms(problem: Problem, uses: int) -> int:
    """Return how many forms can be made at most when no item stands on more than *uses* of them, enemies aside."""
    model = Programme()
    forms = model.variable(high=_MOST, cost=-1, whole=False)
    numbers = [model.variable(whole=False) for _ in problem.places]
    _ask(problem, model, numbers, forms)
    for cell, members in enumerate(problem.cells):
        if members[0] not in problem.forced:
            own = [(n, 1.0) for n, (_, c) in zip(numbers, problem.places, strict=True) if c == cell]
            model.row(own, high=uses * len(members))
    values = model.solve()
    return int(values[forms] + 1e-6) if values else 0


def _shares(problem: Problem) -> list[float]:
    """Return how many items of each place a form has on average when all items are asked as evenly as quotas allow.

    The sum of squares of how often each item is asked is made least; its curve is taken as a chain of straight pieces.
    """
    model = Programme()
    one = model.variable(low=1, high=1, whole=False)
    numbers = [model.variable(whole=False) for _ in problem.places]
    _ask(problem, model, numbers, one)
    free = [members for members in problem.cells if members[0] not in problem.forced]
    even = sum(slot.count for slot in problem.slots) / max(1, sum(map(len, free)))
    for cell, members in enumerate(problem.cells):
        own = [(n, 1.0) for n, (_, c) in zip(numbers, problem.places, strict=True) if c == cell]
        model.row(own, high=problem.rooms[cell])
        if members[0] in problem.forced:
            continue
        if problem.exposure is not None:
            model.row(own, high=problem.exposure * len(members))
        pieces = []
        for start, end in pairwise(_BENDS):
            width = (end - start) * even * len(members)
            worn = _WORN * problem.choices[members[0]].worn
            pieces.append((model.variable(high=width, cost=start + 0.01 + worn, whole=False), -1.0))
        model.row([*own, *pieces], low=0, high=0)
    values = model.solve()
    if values is None:
        raise Infeasible("quotas")
    return [max(0.0, values[number]) for number in numbers]


def _programme(problem: Problem) -> tuple[Programme, list[int]]:
    model = Programme()
    one = model.variable(low=1, high=1, whole=False)
    numbers = [model.variable(high=problem.rooms[cell]) for _, cell in problem.places]
    _ask(problem, model, numbers, one)
    for cell in range(len(problem.cells)):
        own = [(n, 1.0) for n, (_, c) in zip(numbers, problem.places, strict=True) if c == cell]
        model.row(own, high=problem.rooms[cell])
    return model, numbers


def _ask(problem: Problem, model: Programme, numbers: list[int], forms: int) -> None:
    """Add the counts and quotas of all slots, *forms* times, and the forced items."""
    for s, slot in enumerate(problem.slots):
        places = [(n, cell) for n, (slot_, cell) in zip(numbers, problem.places, strict=True) if slot_ == s]
        model.row([*((n, 1.0) for n, _ in places), (forms, -float(slot.count))], low=0, high=0)
        for quota in slot.quotas:
            own = [(n, 1.0) for n, cell in places if problem.meets(problem.cells[cell][0], quota)]
            model.row([*own, (forms, -float(quota.least))], low=0)
    for cell, members in enumerate(problem.cells):
        if members[0] in problem.forced:
            own = [(n, 1.0) for n, (_, c) in zip(numbers, problem.places, strict=True) if c == cell]
            model.row([*own, (forms, -float(len(members)))], low=0)
