"""The class report: the sentence first, then what to do, the charts, and the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from guizhang.grading.analysis.analyse import ProvisionStatistics
from guizhang.grading.analysis.trend import Sitting, figures
from guizhang.grading.reports.charts import score_bins, traces
from guizhang.grading.reports.first import tasks
from guizhang.grading.reports.page import render
from guizhang.grading.reports.reasons import common_reasons, criterion_name
from guizhang.grading.reports.reliability import reliability
from guizhang.grading.summary import ClassReport
from guizhang.model.response import CandidateResult, Outcome
from guizhang.model.text import Text

_MOST_LINES = 4
"""Cut scores named one by one; of papers of one person each there may be as many as people."""

CHARTED_RULES = 10
MOST_PEOPLE = 500
"""People listed one by one; of a larger class those who did not pass are, up to as many: the gradebook has all."""
FEW_MISS = Decimal("0.25")
"""Rules that fewer people missed are folded away."""
MOST_FAULTS = 200
PLOT_HEIGHT = 150.0

OUTCOMES: Mapping[Outcome, Text] = {
    Outcome.RIGHT: Text(zh="对", en="right"),
    Outcome.PARTIAL: Text(zh="部分对", en="partial"),
    Outcome.WRONG: Text(zh="错", en="wrong"),
    Outcome.BLANK: Text(zh="未答", en="blank"),
    Outcome.UNMARKED: Text(zh="未评", en="unmarked"),
}


def html_report(report: ClassReport) -> str:
    """Return the report as one self-contained page; equal reports give equal text."""
    flagged, weak = report.analysis.flagged, _weak(report)
    return render(
        "report.html.j2",
        "report.css",
        record=report.record,
        report=report,
        analysis=report.analysis,
        bins=score_bins(report.results),
        cuts=_cut_shares(report.results),
        lines_to_pass=_lines_to_pass(report.results),
        missed=_missed(report),
        outcomes=OUTCOMES,
        mean=_mean(report.results),
        tasks=tasks(report),
        reasons=common_reasons(report),
        blank=Outcome.BLANK,
        criterion_name=lambda criterion: criterion_name(report, criterion),
        reliability=reliability,
        flagged=flagged,
        flag_numbers={statistics.item_id: number for number, statistics in enumerate(flagged, start=1)},
        traces={statistics.item_id: traces(report, statistics, PLOT_HEIGHT) for statistics in flagged},
        plot_height=PLOT_HEIGHT,
        listed=_listed(report.results),
        sittings=_sittings(report),
        weak_rules=weak,
        known_rules=report.analysis.provisions[len(weak) :],
        fewer_missed=FEW_MISS,
        faults=report.intake.diagnostics[:MOST_FAULTS],
    )


def _lines_to_pass(results: Sequence[CandidateResult]) -> tuple[tuple[Decimal, Decimal], ...]:
    """Return cut score and maximum as forms have them, each once; of many the least and the largest."""
    found = sorted({(result.cut_points, result.max_points) for result in results})
    return tuple(found) if len(found) <= _MOST_LINES else (found[0], found[-1])


def _cut_shares(results: Sequence[CandidateResult]) -> tuple[Decimal, ...]:
    """Return the cut scores as shares of all points, each once: a form may have its own."""
    return tuple(sorted({result.cut_points / result.max_points for result in results if result.max_points}))


def _missed(report: ClassReport) -> tuple[ProvisionStatistics, ...]:
    return tuple(p for p in report.analysis.provisions if p.missed)[:CHARTED_RULES]


def _weak(report: ClassReport) -> tuple[ProvisionStatistics, ...]:
    """Return the rules that not few people missed; all where the others are not worth folding away."""
    provisions = report.analysis.provisions
    weak = tuple(p for p in provisions if p.miss_share >= FEW_MISS)
    return weak if len(provisions) - len(weak) >= CHARTED_RULES else provisions


def _sittings(report: ClassReport) -> tuple[Sitting, ...]:
    """Return the earlier exams, and this one last."""
    if report.held is None or not report.earlier:
        return ()
    own = figures(report.results)
    share = Decimal(own["mean_share"]) if own["mean_share"] is not None else None
    return (*report.earlier, Sitting(report.held, own["graded"], own["passed"], own["open"], share))


def _mean(results: Sequence[CandidateResult]) -> Decimal | None:
    if not results:
        return None
    return (sum((result.total_points for result in results), Decimal(0)) / len(results)).quantize(Decimal("0.1"))


def _listed(results: Sequence[CandidateResult]) -> tuple[CandidateResult, ...]:
    if len(results) <= MOST_PEOPLE:
        return tuple(results)
    return tuple(result for result in results if not result.passed)[:MOST_PEOPLE]
