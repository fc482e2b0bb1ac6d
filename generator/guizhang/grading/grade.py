"""Responses to results: pure, exact, and the same for one paper and for ten thousand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from guizhang.model.blueprint import cut_points
from guizhang.model.form import GAP_DIVIDER, DrawnForm, DrawnGap, DrawnItem, ExamRecord
from guizhang.model.item import ItemType
from guizhang.model.response import CandidateResult, ItemResult, Outcome, ProvisionShare, Response, SectionResult
from guizhang.model.scoring import (
    ONE,
    ZERO,
    ScoringPolicy,
    multiple_choice_share,
    ordering_share,
    parts_share,
    same_words,
)


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
    forms = {form.id: form for form in record.forms}
    marker = _Marker(policy)
    return tuple(_result(record, forms[response.form], response, marker) for response in responses)


class _Marker:
    """Scores answers and remembers: a class gives the same few answers to a question over and over."""

    def __init__(self, policy: ScoringPolicy) -> None:
        self.policy = policy
        self.known: dict[tuple[str, int, str], ItemResult] = {}

    def mark(self, form: DrawnForm, item: DrawnItem, number: int, response: Response) -> ItemResult:
        """Return what the answer to one question earned; see `score`."""
        if item.type is ItemType.SHORT_ANSWER:  # its points are the assessor's, not the answer's
            return score(item, number, response, self.policy)
        key = (form.id, number, response.answers.get(number, ""))
        if key not in self.known:
            self.known[key] = score(item, number, response, self.policy)
        return self.known[key]


def score(item: DrawnItem, number: int, response: Response, policy: ScoringPolicy) -> ItemResult:
    """Return what the answer to one question earned.

    Blank is an outcome of its own and earns 0. A written answer without points is unmarked: it is neither right nor
    wrong nor blank until somebody has looked at it.

    Args:
        item: The question.
        number: Its number on the candidate's form, from 1.
        response: All answers of the candidate.
        policy: Which rule scores which type of item.
    """
    answer = response.answers.get(number, "")
    outcome, points = _earned(item, number, answer, response, policy)
    return ItemResult(
        number=number, item_id=item.item_id, answer=answer, outcome=outcome, points=points, max_points=item.points
    )


def _earned(
    item: DrawnItem, number: int, answer: str, response: Response, policy: ScoringPolicy
) -> tuple[Outcome, Decimal]:
    if item.type is ItemType.SHORT_ANSWER:
        given = response.given_points.get(number)
        if given is None:
            return (Outcome.BLANK if number in response.declared_blank else Outcome.UNMARKED), ZERO
        return _outcome(given / item.points), given
    if not answer:
        return Outcome.BLANK, ZERO
    share = _share(item, answer, policy)
    return _outcome(share), policy.points(share, item.points)


def _outcome(share: Decimal) -> Outcome:
    if share >= ONE:
        return Outcome.RIGHT
    return Outcome.PARTIAL if share > ZERO else Outcome.WRONG


def _share(item: DrawnItem, answer: str, policy: ScoringPolicy) -> Decimal:
    """Return the share of the item's points a given answer earns, 0..1."""
    match item.type:
        case ItemType.MULTIPLE_CHOICE:
            return multiple_choice_share(
                policy.multiple, item.key, answer, len(item.options), missed_share=policy.missed_share
            )
        case ItemType.ORDERING:
            return ordering_share(policy.ordering, item.key, tuple(answer))
        case ItemType.CLOZE:
            given = _parts(answer.split(GAP_DIVIDER), len(item.gaps))
            right = [_fills(gap, letter, words) for gap, letter, words in zip(item.gaps, item.key, given, strict=True)]
            return parts_share(policy.cloze, right, [gap.share for gap in item.gaps])
        case ItemType.MATCHING:
            pairs = zip(item.key, _parts(answer, len(item.key)), strict=True)
            right = [letter == given for letter, given in pairs]
            return parts_share(policy.matching, right, [ONE] * len(right))
        case ItemType.NUMERIC:
            return ONE if _within(answer, Decimal(item.key[0]), item.tolerance) else ZERO
        case _:
            return ONE if (answer,) == item.key else ZERO


def _parts(given: Sequence[str], count: int) -> Sequence[str]:
    """Return the parts of an answer; blanks where it has more or fewer than the question, so that nobody can tell which."""
    return given if len(given) == count else [""] * count


def _fills(gap: DrawnGap, letter: str, given: str) -> bool:
    """Tell whether a gap is filled as it should be: by its letter, its answer, or what was declared the same."""
    accepted = {letter} if gap.options else {same_words(words) for words in gap.accepted}
    return bool(given) and (given if gap.options else same_words(given)) in accepted


def _within(answer: str, value: Decimal, tolerance: Decimal) -> bool:
    """Tell whether a numeric answer is right: ``|answer - value| <= tolerance``, both ends included."""
    try:
        number = Decimal(answer)
    except ArithmeticError:  # what somebody wrote is no number; the reader has said so
        return False
    return number.is_finite() and abs(number - value) <= tolerance


def _result(record: ExamRecord, form: DrawnForm, response: Response, marker: _Marker) -> CandidateResult:
    marked: list[tuple[DrawnItem, ItemResult]] = []
    sections: list[SectionResult] = []
    for section in form.sections:
        start = len(marked)
        for item in section.items:
            marked.append((item, marker.mark(form, item, len(marked) + 1, response)))
        sections.append(_section([result for _, result in marked[start:]], section.minimum))
    practical_open = record.practical_points if response.practical is None else ZERO
    max_points = sum((item.points for item, _ in marked), record.practical_points)
    total = sum((result.points for _, result in marked), response.practical or ZERO)
    left = sum((section.open_points for section in sections), practical_open)
    cut = record.cut_points(form)
    return CandidateResult(
        candidate=response.candidate,
        name=response.name,
        form=form.id,
        items=tuple(result for _, result in marked),
        sections=tuple(sections),
        practical=response.practical,
        total_points=total,
        open_points=left,
        max_points=max_points,
        cut_points=cut,
        passed=_passed(total, left, cut, sections),
        theme_shares=_theme_shares(marked),
        read_again=tuple(_read_again(marked)),
    )


def _section(results: list[ItemResult], minimum: str | None) -> SectionResult:
    most = sum((result.max_points for result in results), ZERO)
    return SectionResult(
        points=sum((result.points for result in results), ZERO),
        open_points=sum((r.max_points for r in results if r.outcome is Outcome.UNMARKED), ZERO),
        max_points=most,
        minimum_points=cut_points(minimum, most) if minimum is not None else None,
    )


def _passed(total: Decimal, left: Decimal, cut: Decimal, sections: list[SectionResult]) -> bool | None:
    """Return the decision: the cut score and every section's minimum must be reached.

    What is still open counts once as 0 and once as full; where both lead to the same decision it is already made.
    """
    met = [section.met for section in sections]
    if total + left < cut or False in met:
        return False
    return True if total >= cut and None not in met else None


def _theme_shares(marked: list[tuple[DrawnItem, ItemResult]]) -> dict[str, Decimal]:
    """Return theme -> points earned / points available over its marked items, 0..1.

    An item counts for its first theme, as the blueprint's quotas do, so that the themes add up to the written part.
    """
    earned: dict[str, Decimal] = {}
    available: dict[str, Decimal] = {}
    for item, result in marked:
        if result.outcome is not Outcome.UNMARKED and item.themes:
            theme = item.themes[0]
            earned[theme] = earned.get(theme, ZERO) + result.points
            available[theme] = available.get(theme, ZERO) + result.max_points
    return {theme: earned[theme] / available[theme] for theme in sorted(available)}


def _read_again(marked: list[tuple[DrawnItem, ItemResult]]) -> Iterator[ProvisionShare]:
    """Yield the provisions on which points were lost: smallest share first, then most points lost, then by address.

    A question that cites several provisions counts for each of them: whoever missed it may have missed any.
    """
    earned: dict[str, Decimal] = {}
    available: dict[str, Decimal] = {}
    for item, result in marked:
        if result.outcome is Outcome.UNMARKED:
            continue
        for address in item.cites:
            earned[address] = earned.get(address, ZERO) + result.points
            available[address] = available.get(address, ZERO) + result.max_points
    lost = [a for a in available if earned[a] < available[a]]
    for address in sorted(lost, key=lambda a: (earned[a] / available[a], earned[a] - available[a], a)):
        yield ProvisionShare(address=address, points=earned[address], max_points=available[address])
