"""Automated test assembly: which items stand on which form, so that quotas are exact and no form is harder than another."""

from collections.abc import Sequence

from guizhang.quiz.fair.deal import deal, one_more
from guizhang.quiz.fair.facility import Observed, expected_facility, standard_error
from guizhang.quiz.fair.parallel import parallel
from guizhang.quiz.fair.problem import Assembled, Choice, Infeasible, Paper, Problem, Quota, Slot

__all__ = [
    "Assembled",
    "Choice",
    "Infeasible",
    "Observed",
    "Paper",
    "Problem",
    "Quota",
    "Slot",
    "assemble",
    "deal",
    "expected_facility",
    "one_more",
    "parallel",
    "standard_error",
]

FEW = 12
"""Up to so many forms are made together, as different from each other as can be; more are dealt."""


def assemble(problem: Problem, names: Sequence[str], seed: str) -> Assembled:
    """Return a form for each of *names*.

    Args:
        problem: What to choose from.
        names: Forms or candidates.
        seed: Keys every choice.

    Raises:
        Infeasible: it cannot be done; the message says whether quotas, enemies, exposure or overlap stand in the way.
    """
    return parallel(problem, len(names), seed) if len(names) <= FEW else deal(problem, names, seed)
