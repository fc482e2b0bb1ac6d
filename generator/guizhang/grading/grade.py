"""Responses to results: pure, exact, and the same for one paper and for ten thousand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import accumulate

from guizhang.grading.ratings import practical_points, resolve
from guizhang.grading.score import Marker
from guizhang.model.blueprint import cut_points
from guizhang.model.form import DrawnForm, DrawnItem, ExamRecord
from guizhang.model.response import (
    CandidateResult,
    CriterionResult,
    ItemResult,
    Outcome,
    ProvisionShare,
    Reason,
    Response,
    SectionResult,
    Shortfall,
)
from guizhang.model.scoring import ZERO, ScoringPolicy


def grade_responses(
    record: ExamRecord, responses: Iterable[Response], policy: ScoringPolicy
) -> tuple[CandidateResult, ...]:
    """Return a result for every response, in their order.

    Args:
        record: The exam as it was drawn.
        responses: Normalised answers; each names a form of *record*.
        policy: Which rule scores which type of item.

    Raises:
        KeyError: A response names a form the record does not have.
    """
    marker = Marker(policy)
    plans = {form.id: _Plan(record, form) for form in record.forms}
    return tuple(_result(record, plans[response.form], response, marker) for response in responses)


class _Plan:
    """What is the same for everybody who sits one form, worked out when the first of them is graded."""

    def __init__(self, record: ExamRecord, form: DrawnForm) -> None:
        self.form = form
        self.cut = record.cut_points(form)
        self._available: dict[tuple[int, ...], tuple[dict[str, Decimal], dict[str, Decimal]]] = {}

    @cached_property
    def items(self) -> tuple[DrawnItem, ...]:
        """All items; question 1 is the first."""
        return self.form.items

    @cached_property
    def keys(self) -> list[tuple[str | None, tuple[str, ...]]]:
        """First theme and provisions of each item."""
        return [(item.themes[0] if item.themes else None, tuple(item.cites)) for item in self.items]

    @cached_property
    def spans(self) -> list[tuple[int, int, str | None]]:
        """Where each section begins and ends, and its minimum."""
        ends = list(accumulate(len(section.items) for section in self.form.sections))
        return [(end - len(s.items), end, s.minimum) for end, s in zip(ends, self.form.sections, strict=True)]

    def shares(self, answers: Sequence[ItemResult]) -> tuple[dict[str, Decimal], list[ProvisionShare]]:
        """Return theme -> share of its marked points earned, and the provisions on which points were lost.

        An item counts for its first theme, as the blueprint's quotas do, so that the themes add up to the written part,
        and for each provision it cites: whoever missed it may have missed any. The provisions stand by the smallest
        share, then most points lost, then address.
        """
        unmarked = tuple(n for n, answer in enumerate(answers) if answer.outcome is Outcome.UNMARKED)
        if unmarked not in self._available:
            self._available[unmarked] = self._sums(frozenset(unmarked))
        themes, provisions = self._available[unmarked]
        by_theme, by_provision = dict.fromkeys(themes, ZERO), dict.fromkeys(provisions, ZERO)
        for answer, (theme, cites) in zip(answers, self.keys, strict=True):
            credit = answer.credit
            if credit:  # an unmarked answer has none
                if theme is not None:
                    by_theme[theme] += credit
                for address in cites:
                    by_provision[address] += credit
        lost = [
            (points / provisions[address], points - provisions[address], address)
            for address, points in by_provision.items()
            if points < provisions[address]
        ]
        again = [ProvisionShare(address, by_provision[address], provisions[address]) for *_, address in sorted(lost)]
        return {theme: by_theme[theme] / themes[theme] for theme in themes}, again

    def _sums(self, unmarked: frozenset[int]) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
        """Return the points that can be earned on each theme and each provision."""
        themes: dict[str, Decimal] = {}
        provisions: dict[str, Decimal] = {}
        for n, (item, (theme, cites)) in enumerate(zip(self.items, self.keys, strict=True)):
            if n in unmarked:
                continue
            if theme is not None:
                themes[theme] = themes.get(theme, ZERO) + item.points
            for address in cites:
                provisions[address] = provisions.get(address, ZERO) + item.points
        return dict(sorted(themes.items())), provisions


def _result(record: ExamRecord, plan: _Plan, response: Response, marker: Marker) -> CandidateResult:
    form = plan.form
    answers = tuple(marker.mark(form, item, number, response) for number, item in enumerate(plan.items, start=1))
    sections = [_section(answers[start:end], minimum, marker.policy) for start, end, minimum in plan.spans]
    criteria, practical = _practical(record, response, marker.policy)
    max_points = sum((section.max_points for section in sections), record.practical_points)
    total = sum((section.points for section in sections), practical or ZERO)
    left = sum((section.open_points for section in sections), record.practical_points if practical is None else ZERO)
    cut = plan.cut
    theme_shares, read_again = plan.shares(answers)
    shortfalls = tuple(_shortfalls(total + left, cut, sections, criteria))
    decided = total >= cut and all(section.met for section in sections)
    decided = decided and not critical_open(record, criteria, practical)
    return CandidateResult(
        candidate=response.candidate,
        name=response.name,
        form=form.id,
        items=answers,
        sections=tuple(sections),
        practical=practical,
        criteria=criteria,
        total_points=total,
        open_points=left,
        max_points=max_points,
        cut_points=cut,
        passed=False if shortfalls else True if decided else None,
        shortfalls=shortfalls,
        theme_shares=theme_shares,
        read_again=tuple(read_again),
    )


def _practical(
    record: ExamRecord, response: Response, policy: ScoringPolicy
) -> tuple[tuple[CriterionResult, ...], Decimal | None]:
    """Return the criteria of the practical part, where it was rated by criterion, and its points."""
    if record.rubric is None or not response.ratings:
        return (), response.practical
    criteria = tuple(resolve(criterion, response.ratings) for criterion in record.rubric.criteria)
    return criteria, practical_points(record.rubric, criteria, record.practical_points, policy)


def critical_open(record: ExamRecord, criteria: Sequence[CriterionResult], practical: Decimal | None) -> bool:
    """Tell whether a critical criterion may still come out as nothing."""
    if criteria:
        return any(criterion.critical and criterion.points is None for criterion in criteria)
    rated = record.rubric.criteria if record.rubric and record.practical_points else ()
    return practical is None and any(criterion.critical for criterion in rated)


def _section(results: Sequence[ItemResult], minimum: str | None, policy: ScoringPolicy) -> SectionResult:
    most = sum((result.max_points for result in results), ZERO)
    return SectionResult(
        points=policy.section_points(sum((result.points for result in results), ZERO)),
        open_points=sum((r.max_points for r in results if r.outcome is Outcome.UNMARKED), ZERO),
        max_points=most,
        minimum_points=cut_points(minimum, most) if minimum is not None else None,
    )


def _shortfalls(
    reachable: Decimal, cut: Decimal, sections: Sequence[SectionResult], criteria: Sequence[CriterionResult]
) -> Iterator[Shortfall]:
    """Yield why somebody fails whatever the open points turn out to be: each counts as full."""
    if reachable < cut:
        yield Shortfall(reason=Reason.TOTAL, points=reachable, needed=cut)
    for number, section in enumerate(sections, start=1):
        if section.met is False and section.minimum_points is not None:
            points = section.points + section.open_points
            yield Shortfall(reason=Reason.SECTION, section=number, points=points, needed=section.minimum_points)
    for criterion in criteria:
        if criterion.failed:
            yield Shortfall(reason=Reason.CRITERION, criterion=criterion.criterion, points=ZERO, needed=ZERO)
