"""One answer to points: what each type of item gives under the policy."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import cast

from guizhang.grading.same import fills
from guizhang.model.correction import CorrectedItem
from guizhang.model.drawn_item import GAP_DIVIDER, DrawnGap, DrawnItem
from guizhang.model.item import ItemType
from guizhang.model.response import ItemResult, Outcome, Response
from guizhang.model.scoring import ONE, ZERO, ScoringPolicy, multiple_choice_share, ordering_share, parts_share


class Marker:
    """Scores answers and remembers: a class gives the same few answers to a question over and over."""

    def __init__(self, policy: ScoringPolicy) -> None:
        self.policy = policy
        self._known: dict[str, list[dict[str, ItemResult]]] = {}
        """Form -> for each question, answer -> what it earned."""

    def paper(self, form: str, items: Sequence[DrawnItem], response: Response) -> tuple[ItemResult, ...]:
        """Return what the answer to each question of a form earned; see `score`."""
        known = self._known.setdefault(form, [{} for _ in items])
        given = response.answers.get
        marked = [seen.get(given(number, "")) for number, seen in enumerate(known, start=1)]
        if all(marked):
            return cast("tuple[ItemResult, ...]", tuple(marked))
        return tuple(
            result or self._mark(item, number, response, known[number - 1])
            for number, (item, result) in enumerate(zip(items, marked, strict=True), start=1)
        )

    def _mark(self, item: DrawnItem, number: int, response: Response, seen: dict[str, ItemResult]) -> ItemResult:
        result = score(item, number, response, self.policy)
        if item.type is not ItemType.SHORT_ANSWER:  # its points are the assessor's, not the answer's
            seen[response.answers.get(number, "")] = result
        return result


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
    corrected = item if isinstance(item, CorrectedItem) else None
    if corrected and corrected.credited:
        return Outcome.RIGHT, item.points
    if item.type is ItemType.SHORT_ANSWER:
        given = response.given_points.get(number)
        if given is None:
            blank = number in response.declared_blank or not item.points
            return (Outcome.BLANK if blank else Outcome.UNMARKED), ZERO
        if corrected:
            share = given / corrected.drawn_points
            return _outcome(share), policy.points(share, item.points)
        return _outcome(given / item.points), given
    if not answer:
        return Outcome.BLANK, ZERO
    share = max(_share(item, key, answer, policy) for key in item.keys)
    return _outcome(share), policy.points(share, item.points) if item.points else ZERO


def _outcome(share: Decimal) -> Outcome:
    if share >= ONE:
        return Outcome.RIGHT
    return Outcome.PARTIAL if share > ZERO else Outcome.WRONG


def _share(item: DrawnItem, key: tuple[str, ...], answer: str, policy: ScoringPolicy) -> Decimal:
    """Return the share of the item's points an answer earns by one of its keys, -1..1."""
    cost = policy.cost(item.type, len(item.options))
    match item.type:
        case ItemType.MULTIPLE_CHOICE:
            return multiple_choice_share(
                policy.multiple, key, answer, len(item.options), missed_share=policy.missed_share, cost=cost
            )
        case ItemType.ORDERING:
            return ordering_share(policy.ordering, key, tuple(answer))
        case ItemType.CLOZE:
            given = _parts(answer.split(GAP_DIVIDER), len(item.gaps))
            right = [_fills(gap, letter, words) for gap, letter, words in zip(item.gaps, key, given, strict=True)]
            return parts_share(policy.cloze, right, [gap.share for gap in item.gaps])
        case ItemType.MATCHING:
            pairs = zip(key, _parts(answer, len(key)), strict=True)
            right = [letter == given for letter, given in pairs]
            return parts_share(policy.matching, right, [ONE] * len(right))
        case ItemType.NUMERIC:
            return ONE if _within(answer, Decimal(key[0]), item.tolerance) else ZERO
        case _:
            return ONE if (answer,) == key else -cost


def _parts(given: Sequence[str], count: int) -> Sequence[str]:
    """Return the parts of an answer; blanks where it has more or fewer than the question, so that nobody can tell which."""
    return given if len(given) == count else [""] * count


def _fills(gap: DrawnGap, letter: str, given: str) -> bool:
    """Tell whether a gap is filled as it should be: by its letter, or by what counts as the same as its answer."""
    return bool(given) and given == letter if gap.options else fills(gap.accepted, given, gap.tolerance)


def _within(answer: str, value: Decimal, tolerance: Decimal) -> bool:
    """Tell whether a numeric answer is right: ``|answer - value| <= tolerance``, both ends included."""
    try:
        number = Decimal(answer)
    except ArithmeticError:  # what somebody wrote is no number; the reader has said so
        return False
    return number.is_finite() and abs(number - value) <= tolerance
