"""Why somebody did not pass, in a sentence with its figures."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from guizhang.grading.sentences import number
from guizhang.grading.summary import ClassReport
from guizhang.model.response import CandidateResult, Reason, Shortfall
from guizhang.model.text import Text


def criterion_name(report: ClassReport, criterion: str) -> Text:
    """Return what a criterion of the practical part is called; its id where the record has no rubric."""
    rubric = report.record.rubric
    found = next((c.title for c in rubric.criteria if c.id == criterion), None) if rubric else None
    return found or Text(zh=criterion, en=criterion)


def why(report: ClassReport, result: CandidateResult, shortfall: Shortfall) -> Text:
    """Return one reason with what was earned, or can be at most, and what it takes."""
    points, needed = number(shortfall.points), number(shortfall.needed)
    match shortfall.reason:
        case Reason.TOTAL:
            zh, en = ("至多 ", "at most ") if result.open_points else (" ", "")
            return Text(zh=f"总分{zh}{points}，及格要 {needed}", en=f"total {en}{points}, {needed} needed")
        case Reason.SECTION:
            place = (shortfall.section or 1) - 1
            what = report.record.forms[0].sections[place].title
            zh, en = ("至多 ", "at most ") if result.sections[place].open_points else ("", "")
            return Text(
                zh=f"“{what.either('zh')}”{zh}{points} 分，至少要 {needed}",
                en=f"“{what.either('en')}”: {en}{points}, at least {needed} needed",
            )
        case Reason.CRITERION:
            return _nothing_on(report, shortfall.criterion or "")


@dataclass(frozen=True, slots=True)
class CommonReason:
    """One reason, and who fails for it."""

    text: Text
    people: tuple[CandidateResult, ...]
    alone: int
    """How many of them fail for nothing else."""


def common_reasons(report: ClassReport) -> tuple[CommonReason, ...]:
    """Return the reasons for failing, the commonest first; somebody with two reasons stands under both."""
    people: dict[tuple[Reason, int, str], list[CandidateResult]] = defaultdict(list)
    for result in report.results:
        for shortfall in result.shortfalls:
            people[shortfall.reason, shortfall.section or 0, shortfall.criterion or ""].append(result)
    found = [
        CommonReason(_title(report, *kind), tuple(results), sum(len(result.shortfalls) == 1 for result in results))
        for kind, results in people.items()
    ]
    return tuple(sorted(found, key=lambda reason: -len(reason.people)))


def _title(report: ClassReport, reason: Reason, section: int, criterion: str) -> Text:
    if reason is Reason.TOTAL:
        return Text(zh="总分不到及格线", en="total below the cut score")
    if reason is Reason.SECTION:
        name = report.record.forms[0].sections[section - 1].title
        return Text(
            zh=f"“{name.either('zh')}”不到本节最低分", en=f"“{name.either('en')}” below the section's own minimum"
        )
    return _nothing_on(report, criterion)


def _nothing_on(report: ClassReport, criterion: str) -> Text:
    name = criterion_name(report, criterion)
    return Text(
        zh=f"关键项“{name.either('zh')}”没有得分", en=f"nothing on the critical criterion “{name.either('en')}”"
    )
