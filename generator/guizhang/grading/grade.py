"""Responses to results: pure, exact, and the same for one paper and for ten thousand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import accumulate

from guizhang.grading.ratings import practical_points, resolve
from guizhang.grading.score import Marker
from guizhang.grading.shares import OptionsOf, Subject, subjects
from guizhang.model.blueprint import cut_points
from guizhang.model.drawn_item import DrawnItem
from guizhang.model.form import DrawnForm, ExamRecord
from guizhang.model.item import ItemType
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


@dataclass(frozen=True, slots=True)
class _Section:
    """One section of a form: the places of its first question and of the one behind its last, and its points."""

    start: int
    end: int
    most: Decimal
    minimum: str | None

    def result(self, answers: Sequence[ItemResult], unmarked: Sequence[int], policy: ScoringPolicy) -> SectionResult:
        """Return what somebody earned on it."""
        return SectionResult(
            points=policy.section_points(sum([result.points for result in answers[self.start : self.end]], ZERO)),
            open_points=sum((answers[n].max_points for n in unmarked if self.start <= n < self.end), ZERO),
            max_points=self.most,
            minimum_points=cut_points(self.minimum, self.most) if self.minimum is not None else None,
        )


class _Plan:
    """What is the same for everybody who sits one form, worked out when the first of them is graded."""

    def __init__(self, record: ExamRecord, form: DrawnForm) -> None:
        self.form = form
        self.cut = record.cut_points(form)
        self._subjects: dict[tuple[int, ...], tuple[list[Subject], list[Subject]]] = {}
        """Questions left out because nobody has marked them yet -> themes and provisions of the others."""

    @cached_property
    def items(self) -> tuple[DrawnItem, ...]:
        """All items; question 1 is the first."""
        return self.form.items

    @cached_property
    def written(self) -> tuple[int, ...]:
        """Places of the questions somebody has to mark."""
        return tuple(n for n, item in enumerate(self.items) if item.type is ItemType.SHORT_ANSWER)

    @cached_property
    def parts(self) -> list[OptionsOf]:
        """What of some questions speaks of one provision alone."""
        return [
            OptionsOf(n, item, address)
            for n, item in enumerate(self.items)
            for address in item.cites
            if address in item.speaks_of
        ]

    @cached_property
    def sections(self) -> list[_Section]:
        """The sections, in the order of the form."""
        ends = list(accumulate(len(section.items) for section in self.form.sections))
        return [
            _Section(end - len(s.items), end, sum((item.points for item in s.items), ZERO), s.minimum)
            for end, s in zip(ends, self.form.sections, strict=True)
        ]

    def unmarked(self, answers: Sequence[ItemResult]) -> tuple[int, ...]:
        """Return the places of the answers nobody has marked yet."""
        return tuple([n for n in self.written if answers[n].outcome is Outcome.UNMARKED])

    def shares(
        self, answers: Sequence[ItemResult], unmarked: tuple[int, ...]
    ) -> tuple[dict[str, Decimal], list[ProvisionShare]]:
        """Return theme -> share of its marked points earned, and the provisions on which points were lost.

        An item counts for its first theme, as the blueprint's quotas do, so that the themes add up to the written part,
        and for each provision it cites: whoever missed it may have missed any, unless its options tell which. The
        provisions stand by the smallest share, then most points lost, then address.
        """
        if unmarked not in self._subjects:
            marked = [(n, item) for n, item in enumerate(self.items) if n not in unmarked]
            apart = {(part.address, part.place): n for n, part in enumerate(self.parts, start=len(self.items))}
            self._subjects[unmarked] = (
                subjects((theme, n, item) for n, item in marked for theme in item.themes[:1]),
                subjects((address, apart.get((address, n), n), item) for n, item in marked for address in item.cites),
            )
        themes, provisions = self._subjects[unmarked]
        earned = [answer.credit for answer in answers]
        earned += [part.credit(answers[part.place]) for part in self.parts]
        lost = sorted([found for provision in provisions if (found := provision.earned(earned)).lost])
        return {theme.name: theme.earned(earned).share for theme in themes}, [found.told for found in lost]


def _result(record: ExamRecord, plan: _Plan, response: Response, marker: Marker) -> CandidateResult:
    form = plan.form
    answers = marker.paper(form.id, plan.items, response)
    unmarked = plan.unmarked(answers)
    sections = [section.result(answers, unmarked, marker.policy) for section in plan.sections]
    criteria, practical = _practical(record, response, marker.policy)
    max_points = sum((section.max_points for section in sections), record.practical_points)
    total = sum((section.points for section in sections), practical or ZERO)
    left = sum((section.open_points for section in sections), record.practical_points if practical is None else ZERO)
    cut = plan.cut
    theme_shares, read_again = plan.shares(answers, unmarked)
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
