"""The class report: one HTML file without script, fonts or pictures from anywhere, in Chinese and English together."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from guizhang.grading.analysis import ProvisionStatistics
from guizhang.grading.sentences import decision, number, percent
from guizhang.grading.summary import ClassReport, columns_line, rows_line
from guizhang.model.response import CandidateResult, Outcome
from guizhang.model.text import Text

READ_AGAIN = 6
"""Provisions listed for one person; a longer list is not read."""
CHARTED_RULES = 10
BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """One column of the distribution of scores: low <= share < high, the last one closed above."""

    low: int
    high: int
    """Per cent of all points."""
    count: int


def score_bins(results: Sequence[CandidateResult]) -> tuple[Bin, ...]:
    """Return how many people scored in each tenth of the points; people with open points are counted as they stand."""
    counts = [0] * BINS
    for result in results:
        share = result.total_points / result.max_points if result.max_points else Decimal(0)
        counts[min(BINS - 1, max(0, int(share * BINS)))] += 1
    width = 100 // BINS
    return tuple(Bin(n * width, (n + 1) * width, count) for n, count in enumerate(counts))


OUTCOMES: Mapping[Outcome, Text] = {
    Outcome.RIGHT: Text(zh="对", en="right"),
    Outcome.PARTIAL: Text(zh="部分对", en="partial"),
    Outcome.WRONG: Text(zh="错", en="wrong"),
    Outcome.BLANK: Text(zh="未答", en="blank"),
    Outcome.UNMARKED: Text(zh="未评", en="unmarked"),
}


def html_report(report: ClassReport) -> str:
    """Return the report as one self-contained page; equal reports give equal text."""
    style = _resource("report.css")
    return _environment().get_template("report.html.j2").render(
        report=report,
        record=report.record,
        analysis=report.analysis,
        style=style,
        # The page's policy admits this one style sheet and nothing else: rule text that became markup could do nothing.
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
        bins=score_bins(report.results),
        cut_share=_cut_share(report),
        missed=_missed(report),
        outcomes=OUTCOMES,
        unmarked=Outcome.UNMARKED,
        read_again=READ_AGAIN,
        mean=_mean(report.results),
    )  # fmt: skip


def _cut_share(report: ClassReport) -> Decimal | None:
    """Return the cut score as a share of all points; ``None`` where nobody was graded."""
    first = next(iter(report.results), None)
    return first.cut_points / first.max_points if first and first.max_points else None


def _missed(report: ClassReport) -> tuple[ProvisionStatistics, ...]:
    return tuple(p for p in report.analysis.provisions if p.missed)[:CHARTED_RULES]


def _mean(results: Sequence[CandidateResult]) -> Decimal | None:
    if not results:
        return None
    return (sum((result.total_points for result in results), Decimal(0)) / len(results)).quantize(Decimal("0.1"))


def _resource(name: str) -> str:
    return (files("guizhang.grading") / "templates" / name).read_text(encoding="utf-8")


def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_resource),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        percent=percent, number=number, columns_line=columns_line, rows_line=rows_line, decision=decision
    )
    return environment
