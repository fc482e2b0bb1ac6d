"""How well the assessors of a practical part agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from guizhang.grading.analysis.figures import Figure, Measure, Withheld, enough, withheld
from guizhang.grading.ratings import Weights, weighted_kappa
from guizhang.model.form import ExamRecord
from guizhang.model.response import CandidateResult, Resolution


@dataclass(frozen=True, slots=True)
class Agreement:
    """The first two ratings of everybody, on one criterion or on all."""

    criterion: str | None
    """``None``: all criteria together, each as a share of its points."""
    n: int
    """Pairs of ratings."""
    same: int
    """Pairs that are equal."""
    open: int
    """Criteria of candidates that still need a third rating or an agreed score."""
    linear: Figure
    """Weighted kappa, linear weights."""
    quadratic: Figure
    """Weighted kappa, quadratic weights."""


def agreements(record: ExamRecord, results: Sequence[CandidateResult]) -> tuple[Agreement, ...]:
    """Return the agreement on every criterion, then on all together; nothing where nobody was rated twice."""
    rubric = record.rubric
    if rubric is None:
        return ()
    every: list[tuple[Decimal, Decimal]] = []
    out = []
    waiting = 0
    for criterion in rubric.criteria:
        rated = [c for result in results for c in result.criteria if c.criterion == criterion.id]
        # The agreed score stands last and is nobody's own.
        own = [c.given[:-1] if c.resolution is Resolution.AGREED else c.given for c in rated]
        pairs = [(given[0], given[1]) for given in own if len(given) > 1]
        undecided = sum(c.resolution is Resolution.OPEN and len(c.given) > 1 for c in rated)
        waiting += undecided
        every += [(one / criterion.max_points, two / criterion.max_points) for one, two in pairs]
        out.append(_agreement(criterion.id, pairs, undecided))
    return (*out, _agreement(None, every, waiting)) if every else ()


def _agreement(criterion: str | None, pairs: Sequence[tuple[Decimal, Decimal]], undecided: int) -> Agreement:
    return Agreement(
        criterion,
        len(pairs),
        sum(one == two for one, two in pairs),
        undecided,
        _kappa(pairs, "linear"),
        _kappa(pairs, "quadratic"),
    )


def _kappa(pairs: Sequence[tuple[Decimal, Decimal]], weights: Weights) -> Figure:
    n = len(pairs)
    if not enough(Measure.AGREEMENT, n):
        return withheld(Measure.AGREEMENT, n)
    value = weighted_kappa(pairs, weights)
    return Figure(Measure.AGREEMENT, value, n) if value is not None else withheld(Measure.AGREEMENT, n, Withheld.SAME)
