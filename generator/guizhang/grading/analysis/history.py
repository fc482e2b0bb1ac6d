"""Statistics flow back: what candidates did with each item, kept in ``quizzes/statistics.yaml`` for the next draw.

The file keeps what every exam contributed, so that grading an exam a second time replaces what it said the first time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import atanh, tanh
from pathlib import Path

from guizhang.diagnostics import Diagnostic
from guizhang.files import as_written, write_file
from guizhang.grading.analysis.item_analysis import ItemStatistics
from guizhang.model.scoring import ZERO
from guizhang.model.statistics import ExamContribution, ItemStatistic, Statistics
from guizhang.yamlio.dump import dump
from guizhang.yamlio.load import load

EARLIER = "earlier"
"""Name of what the file said before it kept contributions by exam."""
_DIGITS = 4
"""Decimals kept: far finer than any sample is."""


def update_statistics(
    path: Path, exam_id: str, day: date, items: Sequence[ItemStatistics]
) -> tuple[bool, list[Diagnostic]]:
    """Add what an exam says about its items to the file, in the place of what it said before.

    Args:
        path: ``quizzes/statistics.yaml``; made when absent, left alone when it cannot be read.
        exam_id: The exam.
        day: When it was held.
        items: How its items went.

    Returns:
        Whether the file was written, and its faults.
    """
    old, found = load(path, Statistics) if path.exists() else (Statistics(), [])
    if old is None:
        return False, found
    write_file(path, as_written(path, dump(merged(old, exam_id, day, items))))
    return True, found


def merged(old: Statistics, exam_id: str, day: date, items: Sequence[ItemStatistics]) -> Statistics:
    """Return the statistics with what *exam_id* says about its items, in the place of what it said before."""
    kept = {
        name: {exam: what for exam, what in _contributions(statistic).items() if exam != exam_id}
        for name, statistic in old.items.items()
    }
    for name, contribution in contributions(day, items):
        kept.setdefault(name, {})[exam_id] = contribution
    return Statistics(items={name: _pooled(exams) for name, exams in sorted(kept.items()) if exams})


def _contributions(statistic: ItemStatistic) -> Mapping[str, ExamContribution]:
    if statistic.exams or not statistic.n:
        return statistic.exams
    day = statistic.last or statistic.first
    earlier = ExamContribution(
        day=day, n=statistic.n, facility=statistic.facility, discrimination=statistic.discrimination
    )
    return {EARLIER: earlier}


def contributions(day: date, items: Sequence[ItemStatistics]) -> Iterator[tuple[str, ExamContribution]]:
    """Yield what one exam says about each item of the bank; the questions of a case count together."""
    whole: dict[str, list[ItemStatistics]] = {}
    for statistics in items:
        if statistics.n:
            whole.setdefault(statistics.item_id.partition("/")[0], []).append(statistics)
    for name, parts in whole.items():
        points = sum((part.item.points for part in parts), ZERO)
        facility = sum(((part.facility or ZERO) * part.item.points for part in parts), ZERO) / points
        # The questions of a case have no correlation of their own with the rest of the paper as one item.
        r = parts[0].item_rest.value if len(parts) == 1 else None
        yield (
            name,
            ExamContribution(
                day=day,
                n=max(part.n for part in parts),
                facility=round(float(facility), _DIGITS),
                discrimination=round(r, _DIGITS) if r is not None else None,
            ),
        )


def _pooled(exams: Mapping[str, ExamContribution]) -> ItemStatistic:
    """Return the sum of what exams say: facility by people, correlations by Fisher's z with n - 3 as weights."""
    n = sum(exam.n for exam in exams.values())
    facility = sum((Decimal(repr(exam.facility)) * exam.n for exam in exams.values()), ZERO) / n
    days = [exam.day for exam in exams.values() if exam.day]
    return ItemStatistic(
        n=n,
        facility=round(float(facility), _DIGITS),
        discrimination=_pooled_r([(e.discrimination, e.n) for e in exams.values() if e.discrimination is not None]),
        first=min(days, default=None),
        last=max(days, default=None),
        exams=dict(sorted(exams.items())),
    )


def _pooled_r(found: Sequence[tuple[float, int]]) -> float | None:
    if not found:
        return None
    # 1 and -1 have no finite z; a hair less does.
    weighted = [(atanh(max(-0.9999, min(0.9999, r))), max(n - 3, 1)) for r, n in found]
    return round(tanh(sum(z * weight for z, weight in weighted) / sum(weight for _, weight in weighted)), _DIGITS)
