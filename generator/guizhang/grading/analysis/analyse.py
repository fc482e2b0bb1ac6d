"""What the results say about questions, forms, themes and provisions: which rules people do not know.

Every figure comes with the number of people it rests on, and is withheld, with the reason, where they are too few.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from guizhang.grading.analysis.advice import Flag
from guizhang.grading.analysis.agreement import Agreement, agreements
from guizhang.grading.analysis.figures import MINIMUM, Measure
from guizhang.grading.analysis.form_analysis import Comparison, FormStatistics, compare_forms, form_statistics, near_cut
from guizhang.grading.analysis.item_analysis import ItemStatistics, item_statistics
from guizhang.grading.analysis.knowledge import (
    ProvisionStatistics,
    ThemeStatistics,
    knowledge,
)
from guizhang.model.form import ExamRecord
from guizhang.model.response import CandidateResult
from guizhang.parallel import aside

__all__ = ["Analysis", "ItemStatistics", "ProvisionStatistics", "ThemeStatistics", "analyse"]

_LARGE = 1_000
"""People from which on starting processes is worth it."""


@dataclass(frozen=True)
class Analysis:
    """Everything the reports print about a class."""

    items: tuple[ItemStatistics, ...]
    """In the order of the forms."""
    themes: tuple[ThemeStatistics, ...]
    """Weakest first."""
    provisions: tuple[ProvisionStatistics, ...]
    """Least known first."""
    forms: tuple[FormStatistics, ...] = ()
    """Every form, then forms with the same items together."""
    comparisons: tuple[Comparison, ...] = ()
    """Every form beside the others."""
    agreements: tuple[Agreement, ...] = ()
    """Assessors of the practical part: by criterion, then all."""
    near_cut: tuple[str, ...] = ()
    """Candidates within one standard error of measurement of their cut score."""

    @property
    def missed_by_most(self) -> tuple[ProvisionStatistics, ...]:
        """Provisions that more than half of the people asked missed, at most three, the worst first.

        Not those asked by a question whose key is suspected: the key may be what most people miss.
        """
        most = [p for p in self.provisions if p.n >= MINIMUM[Measure.HEADLINE] and p.missed * 2 > p.n]
        return tuple(p for p in most if not self.doubted(p))[:3]

    def doubted(self, provision: ProvisionStatistics) -> bool:
        """Tell whether a question on *provision* may have a wrong key."""
        return not self._suspected.isdisjoint(provision.items)

    @cached_property
    def _suspected(self) -> frozenset[str]:
        return frozenset(
            item.item_id for item in self.items if any(advice.flag is Flag.WRONG_KEY for advice in item.advice)
        )

    @property
    def flagged(self) -> tuple[ItemStatistics, ...]:
        """Items to look at, the gravest suspicion first."""
        return tuple(sorted((item for item in self.items if item.advice), key=lambda item: item.advice[0].rank))


def analyse(record: ExamRecord, results: Sequence[CandidateResult]) -> Analysis:
    """Return the statistics of a class.

    Args:
        record: The exam as it was drawn.
        results: Graded people; absent ones are not among them.
    """
    small = len(results) < _LARGE
    whole = aside(
        lambda: (form_statistics(record, results), compare_forms(record, results), agreements(record, results)),
        small=small,
    )
    rules = aside(lambda: knowledge(record, results), small=small)
    items = item_statistics(record, results)
    forms, comparisons, agreed = whole()
    known = rules()
    return Analysis(
        items=items,
        themes=known.themes,
        provisions=known.provisions,
        forms=forms,
        comparisons=comparisons,
        agreements=agreed,
        near_cut=near_cut(forms, results),
    )
