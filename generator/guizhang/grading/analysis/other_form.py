"""Answers that fit another form better than the one they were graded by: the wrong form was written down or typed in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from guizhang.grading.score import Marker
from guizhang.model.form import DrawnForm, ExamRecord
from guizhang.model.response import CandidateResult, Outcome, Response
from guizhang.model.scoring import ScoringPolicy

SURE = 3.0
"""Standard deviations of a fair coin, by which the questions that only one form makes right must favour the other."""


@dataclass(frozen=True, slots=True)
class OtherForm:
    """Somebody whose answers may belong to another form."""

    result: CandidateResult
    """As it was graded."""
    right: int
    """Questions right by the form they were graded by; written answers aside."""
    other: str
    """The form that the roster gives, or that fits better."""
    right_by_other: int
    assigned: bool
    """Whether the roster gives the other form."""


def other_forms(
    record: ExamRecord, responses: Iterable[Response], results: Sequence[CandidateResult], policy: ScoringPolicy
) -> tuple[OtherForm, ...]:
    """Return the people to look at, in the order of their results; nobody where everybody has a form of their own.

    Args:
        record: The exam as it counts.
        responses: What was answered.
        results: What it came to.
        policy: How answers are scored.

    Source: the sign test (McNemar 1947) on the questions that only one of the two forms makes right.
    """
    if record.individual or len(record.forms) < 2:
        return ()
    marker = Marker(policy)
    roster = {person.id: person.form for person in record.candidates}
    answered = {response.candidate: response for response in responses}
    found = (
        _found(record.forms, answered[result.candidate], result, roster.get(result.candidate), marker)
        for result in results
        if result.candidate in answered
    )
    return tuple(one for one in found if one is not None)


def _found(
    forms: Sequence[DrawnForm], response: Response, result: CandidateResult, assigned: str | None, marker: Marker
) -> OtherForm | None:
    own = {item.number for item in result.items if item.outcome is Outcome.RIGHT and item.number in response.answers}
    best: OtherForm | None = None
    for form in forms:
        if form.id == result.form:
            continue
        other = set(_right(form, response, marker))
        won, lost = len(other - own), len(own - other)
        given = form.id == assigned
        better = won - lost >= SURE * sqrt(won + lost) > 0
        if (given or better) and (best is None or given or (not best.assigned and len(other) > best.right_by_other)):
            best = OtherForm(result, len(own), form.id, len(other), given)
    return best


def _right(form: DrawnForm, response: Response, marker: Marker) -> Iterator[int]:
    """Yield the numbers of the questions that were answered and that *form* makes right."""
    for item in marker.paper(form.id, form.items, response):
        if item.outcome is Outcome.RIGHT and item.number in response.answers:
            yield item.number
