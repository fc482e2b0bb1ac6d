"""The nearest blueprint that works: how little must be asked less of it so that a form can be made."""

from __future__ import annotations

from dataclasses import dataclass, replace

from guizhang.quiz.fair.parallel import cliques
from guizhang.quiz.fair.problem import Problem, Quota
from guizhang.quiz.fair.solver import Programme

_NODES = 2000
TOUCHED = 5.0
"""What it costs to change a number at all: few changes are easier to make than the smallest sum of changes."""
_COUNT = 1.01
"""What an item less in a section costs, where one less in a quota costs 1: of two ways the one that keeps the length."""
_FORCED = 1.5
_LATER = 1e-4
"""How much less it costs in each later section, so that there is one answer."""


@dataclass(frozen=True)
class Relaxation:
    """Something a form cannot have in full."""

    slot: int | None
    """The section; ``None`` for a required item."""
    quota: Quota | None
    """The quota; ``None``: the number of items of the section."""
    asked: int
    possible: int
    """How many there can be once everything else has been lowered as proposed."""
    item: str | None = None
    """A required item for which there is no place."""


def nearest(problem: Problem) -> list[Relaxation]:
    """Return the least that must be asked less, in all, so that one form can be made; nothing where one can be.

    Every number that is changed costs `TOUCHED`, and one for each item less.
    """
    model = Programme()
    spots: dict[int, list[int]] = {}
    slacks: list[tuple[int, Relaxation]] = []

    def slack(high: int, cost: float, relaxation: Relaxation) -> tuple[int, float]:
        number, touched = model.variable(high=high, cost=cost), model.variable(high=1, cost=TOUCHED)
        model.row([(number, 1), (touched, -float(high))], high=0)
        slacks.append((number, relaxation))
        return number, 1.0

    for s, slot in enumerate(problem.slots):
        own = {n: model.variable(high=1) for n, choice in enumerate(problem.choices) if choice.kind == slot.kind}
        for n, number in own.items():
            spots.setdefault(n, []).append(number)
        less = 1 - _LATER * s
        for quota in slot.quotas:
            terms = [(number, 1.0) for n, number in own.items() if problem.meets(n, quota)]
            model.row([*terms, slack(quota.least, less, Relaxation(s, quota, quota.least, 0))], low=quota.least)
        missing = slack(slot.count, _COUNT * less, Relaxation(s, None, slot.count, 0))
        model.row([*((number, 1.0) for number in own.values()), missing], low=slot.count, high=slot.count)
    for n, numbers in spots.items():
        model.row([(number, 1.0) for number in numbers], high=1)
        if n in problem.forced:
            missing = slack(1, _FORCED, Relaxation(None, None, 1, 0, problem.choices[n].id))
            model.row([*((number, 1.0) for number in numbers), missing], low=1)
    for group in cliques(problem, set(spots)):
        model.row([(number, 1.0) for n in group for number in spots[n]], high=1)
    values = model.solve(nodes=_NODES)
    assert values is not None, "asking for nothing always works"
    return [
        replace(relaxation, possible=relaxation.asked - round(values[number]))
        for number, relaxation in slacks
        if values[number] > 0.5
    ]
