"""Automated test assembly: which items stand on which form, so that quotas are exact and no form is harder than another."""

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
    "deal",
    "expected_facility",
    "parallel",
]
