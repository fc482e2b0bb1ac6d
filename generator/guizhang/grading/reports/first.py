"""What a trainer has to do before the results are final: papers to mend, answers to mark, keys to check, people to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guizhang.diagnostics import Diagnostic, Severity
from guizhang.grading.analysis.advice import Flag
from guizhang.grading.analysis.other_form import OtherForm
from guizhang.grading.reading.responses import Refusal
from guizhang.grading.reports.reasons import criterion_name
from guizhang.grading.sentences import brief, number
from guizhang.grading.summary import ClassReport
from guizhang.model.response import CandidateResult, CriterionResult, Outcome, Resolution
from guizhang.model.text import Text

MOST_NAMES = 40
"""Names printed in one line; the gradebook has all."""
_FEW = 5
"""So many are named even where they are the whole class."""
_DOUBTFUL = (Flag.WRONG_KEY, Flag.NEGATIVE)


@dataclass(frozen=True, slots=True)
class Line:
    """One case of a task."""

    text: Text
    target: str = ""
    """Where on the page more about it stands."""
    command: str = ""
    """What to type to see more; ``EXAM`` and ``RESULTS`` stand for the two folders."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do."""

    text: Text
    names: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    more: int = 0
    """Names or lines left out."""


def tasks(report: ClassReport) -> tuple[Task, ...]:
    """Return what to do, the most urgent first; nothing where the results are final."""
    found = (_refused, _forms, _keys, _unmarked, _ratings, _near, _absent)
    return tuple(task for of in found for task in of(report))


def _refused(report: ClassReport) -> Iterator[Task]:
    refused = report.intake.refused
    if refused:
        zh = f"改正 {len(refused)} 人的答卷再重评：有一行读不了，没有评分"
        en = f"Mend the papers of {_count(len(refused), 'person', 'people')} and grade again: a row could not be read, so they have no result"
        lines = tuple(Line(_refusal(report, person)) for person in refused[:MOST_NAMES])
        yield Task(Text(zh=zh, en=en), lines=lines, more=max(0, len(refused) - MOST_NAMES))


def _refusal(report: ClassReport, person: Refusal) -> Text:
    """Return who, where and why."""
    about = [d for d in report.intake.diagnostics if _is_of(d, person)]
    # What is only noted did not keep anybody from being graded.
    found = [d for d in about if d.severity is Severity.ERROR] or about
    who = _who(person.candidate, person.name)
    places = [" ".join(filter(None, (str(d.source), d.field))) for d in found]
    return Text(
        zh=f"{who}：" + "；".join(f"{at} {d.problem.zh}" for at, d in zip(places, found, strict=True)),
        en=f"{who}: " + "; ".join(f"{at} {d.problem.en}" for at, d in zip(places, found, strict=True)),
    )


def _is_of(fault: Diagnostic, person: Refusal) -> bool:
    """Tell whether a fault is in a row of *person*; sheets of a workbook number their rows alike."""
    sheet = fault.field.rpartition("!")[0]
    return any(
        (fault.source.path, fault.source.line) == (path, line) and sheet in (name, "")
        for path, name, line in person.rows
    )


def _forms(report: ClassReport) -> Iterator[Task]:
    """Yield whose answers may have been scored by the key of another form."""
    doubtful = report.other_forms
    if doubtful:
        zh = f"核对 {len(doubtful)} 人答卷上印的卷别：可能是按别的卷的答案评的；改正卷别再重评"
        en = (
            f"Look which form is printed on the {'paper' if len(doubtful) == 1 else 'papers'} of "
            f"{_count(len(doubtful), 'person', 'people')}: another form's key may have been used; correct it and grade again"
        )
        lines = tuple(Line(_by_both(one)) for one in doubtful[:MOST_NAMES])
        yield Task(Text(zh=zh, en=en), lines=lines, more=max(0, len(doubtful) - MOST_NAMES))


def _by_both(one: OtherForm) -> Text:
    who, graded = _who(one.result.candidate, one.result.name), one.result.form
    zh_other, en_other = (
        (f"名单上的 {one.other} 卷", f"form {one.other} of the roster")
        if one.assigned
        else (f" {one.other} 卷", f"form {one.other}")
    )
    return Text(
        zh=f"{who}：按 {graded} 卷评分，答对 {one.right} 题；按{zh_other}，答对 {one.right_by_other} 题",
        en=f"{who}: {one.right} right by form {graded}, as graded; {one.right_by_other} right by {en_other}",
    )


def _keys(report: ClassReport) -> Iterator[Task]:
    flagged = report.analysis.flagged
    lines = tuple(
        Line(
            Text(zh=f"{report.standing(item)}：{advice.text.zh}", en=f"{report.standing(item)}: {advice.text.en}"),
            f"q{number}",
            f"guizhang results regrade EXAM RESULTS --rekey {item.item_id}={advice.label} --dry-run"
            if advice.flag is Flag.WRONG_KEY
            else "",
        )
        for number, item in enumerate(flagged, start=1)
        for advice in item.advice
        if advice.flag in _DOUBTFUL
    )
    if lines:
        yield Task(Text(zh="核对这些题的答案", en="Check the key of these questions"), lines=lines)


def _unmarked(report: ClassReport) -> Iterator[Task]:
    waiting = [result for result in report.results if result.count(Outcome.UNMARKED)]
    answers = sum(result.count(Outcome.UNMARKED) for result in waiting)
    if waiting:
        yield _about(
            Text(
                zh=f"给 {len(waiting)} 人的 {answers} 个作答评分（在成绩册里填黄色的格子，或填评分表后重评）",
                en=f"Mark {_count(answers, 'answer', 'answers')} of {_count(len(waiting), 'person', 'people')}: "
                "fill the yellow cells of the gradebook, or the marking workbook and grade again",
            ),
            waiting,
            report,
        )


def _ratings(report: ClassReport) -> Iterator[Task]:
    """Yield practical parts nobody has rated, and ratings too far apart."""
    if not report.record.practical_points:
        return
    waiting = [result for result in report.results if result.practical is None]
    apart = [result for result in waiting if _far_apart(result)]
    missing = [result for result in waiting if not _far_apart(result)]
    if apart:
        zh = f"{len(apart)} 人的两次实操评分相差太大：请第三人评，或议定一个分数"
        en = f"Ratings of {_count(len(apart), 'person', 'people')} are too far apart: take a third rating or agree on one"
        lines = tuple(Line(_apart(report, result)) for result in apart[:MOST_NAMES])
        yield Task(Text(zh=zh, en=en), lines=lines, more=max(0, len(apart) - MOST_NAMES))
    if missing:
        zh = f"{len(missing)} 人的实操还没有评分"
        en = f"Rate the practical part of {_count(len(missing), 'person', 'people')}"
        yield _about(Text(zh=zh, en=en), missing, report)


def _far_apart(result: CandidateResult) -> bool:
    return any(map(_is_apart, result.criteria))


def _is_apart(criterion: CriterionResult) -> bool:
    return criterion.resolution is Resolution.OPEN and len(criterion.given) > 1


def _apart(report: ClassReport, result: CandidateResult) -> Text:
    """Return on what the assessors of somebody have to settle, with what each gave."""
    who = _who(result.candidate, result.name)
    apart = [
        (criterion_name(report, c.criterion), [number(p) for p in c.given]) for c in filter(_is_apart, result.criteria)
    ]
    return Text(
        zh=f"{who}：" + "；".join(f"{name.either('zh')} {'、'.join(given)} 分" for name, given in apart),
        en=f"{who}: " + "; ".join(f"{name.either('en')} {' and '.join(given)}" for name, given in apart),
    )


def _near(report: ClassReport) -> Iterator[Task]:
    near = set(report.analysis.near_cut)
    people = [result for result in report.results if result.candidate in near]
    if people:
        zh = f"{len(people)} 人离及格线不到一个测量误差：定下来之前再看一遍答卷"
        verb = "is" if len(people) == 1 else "are"
        en = (
            f"{_count(len(people), 'person', 'people')} {verb} within one standard error of the cut score: "
            "look at the papers again before you decide"
        )
        yield _about(Text(zh=zh, en=en), people, report)


def _absent(report: ClassReport) -> Iterator[Task]:
    absent = report.intake.absent
    if absent:
        names = tuple(_who(person.candidate, person.name) for person in absent[:MOST_NAMES])
        zh = f"{len(absent)} 人缺考或没有作答：安排补考"
        en = f"{_count(len(absent), 'person was', 'people were')} absent or answered nothing: give them another date"
        yield Task(Text(zh=zh, en=en), names, more=max(0, len(absent) - MOST_NAMES))


def _about(text: Text, people: Sequence[CandidateResult], report: ClassReport) -> Task:
    if len(people) == len(report.results) > _FEW:  # a list of everybody says nothing
        return Task(text)
    names = tuple(_who(result.candidate, result.name) for result in people[:MOST_NAMES])
    return Task(text, names, more=max(0, len(people) - MOST_NAMES))


def _who(candidate: str, name: str) -> str:
    return f"{candidate} {brief(name)}".strip()


def _count(n: int, one: str, many: str) -> str:
    return f"{n:,} {one if n == 1 else many}"
