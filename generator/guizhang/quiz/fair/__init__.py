"""Automated test assembly: which items stand on which form, so that quotas are exact and no form is harder than another."""

from collections.abc import Sequence

from guizhang.quiz.fair.deal import deal
from guizhang.quiz.fair.facility import Observed, expected_facility
from guizhang.quiz.fair.parallel import parallel
from guizhang.quiz.fair.problem import Assembled, Choice, Infeasible, Problem, Quota, Slot

__all__ = [
    "Assembled",
    "Choice",
    "Infeasible",
    "Observed",
    "Problem",
    "Quota",
    "Slot",
    "assemble",
    "deal",
    "expected_facility",
    "parallel",
]

FEW = 12
"""Up to so many forms are made together, as different from each other as can be; more are dealt."""


def assemble(problem: Problem, names: Sequence[str], seed: str, exposure: str | None = None) -> Assembled:
    """Return a form for each of *names*.

    Args:
        problem: What to choose from.
        names: Forms or candidates.
        seed: Keys every choice.
        exposure: Largest share of the forms an item may stand on (``40%``), forced items aside.

    Raises:
        Infeasible: it cannot be done; the message says whether quotas, enemies or the exposure stand in the way.
    """
    made = parallel(problem, len(names), seed) if len(names) <= FEW else deal(problem, names, seed)
    if exposure is not None and len(names) > 1:
        most = max(1, int(len(names) * int(exposure.rstrip("%")) / 100))
        uses: dict[int, int] = {}
        for paper in made.papers:
            for number in (n for section in paper for n in section if n not in problem.forced):
                uses[number] = uses.get(number, 0) + 1
        if max(uses.values(), default=0) > most:
            raise Infeasible("exposure")
    return made
