"""How each form went as a test: how sure its scores and decisions are, and whether the forms were as hard as each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import sqrt

from guizhang.grading.analysis.figures import Figure, Measure, Withheld, enough, withheld
from guizhang.grading.analysis.psychometrics import (
    classification_consistency,
    cronbach_alpha,
    error_of_measurement,
    mean,
    standardised_difference,
    variance,
)
from guizhang.model.form import DrawnForm, ExamRecord
from guizhang.model.response import CandidateResult


@dataclass(frozen=True, slots=True)
class FormStatistics:
    """One form, or all forms with the same items in another order."""

    forms: tuple[str, ...]
    n: int
    """People whose paper is marked completely; only they count here."""
    mean: float | None
    """Mean of all points, the practical part included; ``None`` where nobody's paper is complete."""
    deviation: float | None
    """Standard deviation of a sample; ``None`` for fewer than two people."""
    cut_points: Decimal
    alpha: Figure
    """Over its questions, and the practical part as one more."""
    error: Figure
    """Standard error of measurement, in points."""
    consistency: Figure
    """Share of people whom a parallel paper would decide the same way about, 0..1."""
    kappa: Figure
    """The same beyond chance."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One form beside all others."""

    form: str
    n: int
    others: int
    """People on the other forms."""
    mean: float
    """Mean of the written part, in points."""
    mean_of_others: float
    expected: float | None
    """What the draw expected as the mean of the written part."""
    difference: Figure
    """Hedges' g of the written part, with its interval; above 0: this form got more points."""


def form_statistics(record: ExamRecord, results: Sequence[CandidateResult]) -> tuple[FormStatistics, ...]:
    """Return the statistics of every form sat, then of forms that have the same items.

    Papers of which every candidate has another one are not listed one by one: one person is no test of a test.
    """
    sat = [form for form in record.forms if any(result.form == form.id for result in results)]
    same: dict[frozenset[str], list[DrawnForm]] = {}
    for form in sat:
        same.setdefault(frozenset(item.item_id for item in form.items if item.measures), []).append(form)
    listed = [] if record.individual else [[form] for form in sat]
    listed += [forms for forms in same.values() if len(forms) > 1]
    by_form: dict[str, list[CandidateResult]] = {}
    for result in results:
        if not result.open_points:
            by_form.setdefault(result.form, []).append(result)
    return tuple(_statistics(record, forms, [r for f in forms for r in by_form.get(f.id, ())]) for forms in listed)


def _statistics(record: ExamRecord, forms: Sequence[DrawnForm], results: Sequence[CandidateResult]) -> FormStatistics:
    n, cut = len(results), record.cut_points(forms[0])
    totals = [float(result.total_points) for result in results]
    deviation = sqrt(variance(totals)) if n > 1 else None
    alpha, columns = withheld(Measure.ALPHA, n), _columns(forms[0], results, practical=bool(record.practical_points))
    if len(columns) < 2:
        alpha = withheld(Measure.ALPHA, n, Withheld.ONE_ITEM)
    elif enough(Measure.ALPHA, n):
        value = cronbach_alpha(columns)
        alpha = Figure(Measure.ALPHA, value, n) if value is not None else withheld(Measure.ALPHA, n, Withheld.SAME)
    error = consistency = kappa = withheld(Measure.ALPHA, n, alpha.withheld or Withheld.FEW)
    if alpha.value is not None and deviation:
        z = (float(cut) - _unit(totals) / 2 - mean(totals)) / deviation
        agreement, beyond = classification_consistency(z, alpha.value)
        error = Figure(Measure.ALPHA, error_of_measurement(deviation, alpha.value), n)
        consistency, kappa = Figure(Measure.ALPHA, agreement, n), Figure(Measure.ALPHA, beyond, n)
    return FormStatistics(
        forms=tuple(form.id for form in forms),
        n=n,
        mean=mean(totals) if totals else None,
        deviation=deviation,
        cut_points=cut,
        alpha=alpha,
        error=error,
        consistency=consistency,
        kappa=kappa,
    )


def _columns(first: DrawnForm, results: Sequence[CandidateResult], *, practical: bool) -> list[list[float]]:
    """Return the points of each item over all people, in the order of the first form, and of the practical part."""
    places = [item.item_id for item in first.items if item.measures]
    columns: dict[str, list[float]] = {place: [] for place in places}
    for form in sorted({result.form for result in results}):
        for column in zip(*(result.items for result in results if result.form == form), strict=True):
            if column[0].item_id not in columns:
                continue
            names = list(map(id, column))
            points = {name: float(answer.points) for name, answer in dict(zip(names, column, strict=True)).items()}
            columns[column[0].item_id] += map(points.__getitem__, names)
    out = [columns[place] for place in places]
    if practical:
        ordered = sorted(results, key=lambda result: result.form)
        out.append([float(result.practical or 0) for result in ordered])
    return out


def _unit(totals: Sequence[float]) -> float:
    """Return the smallest distance between two totals: what one more mark is worth."""
    return min((high - low for low, high in pairwise(sorted(set(totals)))), default=0.0)


def compare_forms(record: ExamRecord, results: Sequence[CandidateResult]) -> tuple[Comparison, ...]:
    """Return every form beside all others together, by the written part.

    A difference is one of the forms only where chance decided who sat which; else it may be one of the people.
    """
    if record.individual or len(record.forms) < 2:
        return ()
    written = [
        (result.form, float(result.total_points - (result.practical or 0))) for result in results if _marked(result)
    ]
    return tuple(_comparisons(record, written))


def _marked(result: CandidateResult) -> bool:
    return not any(section.open_points for section in result.sections)


def _comparisons(record: ExamRecord, written: Sequence[tuple[str, float]]) -> Iterator[Comparison]:
    for form in record.forms:
        own = [points for name, points in written if name == form.id]
        others = [points for name, points in written if name != form.id]
        if not own or not others:
            continue
        few = min(len(own), len(others))
        difference = withheld(Measure.COMPARABILITY, few)
        if enough(Measure.COMPARABILITY, few):
            found = standardised_difference(own, others)
            difference = (
                Figure(Measure.COMPARABILITY, found[0], few, found[1])
                if found
                else withheld(Measure.COMPARABILITY, few, Withheld.SAME)
            )
        yield Comparison(
            form=form.id,
            n=len(own),
            others=len(others),
            mean=mean(own),
            mean_of_others=mean(others),
            expected=float(form.score.points) if form.score else None,
            difference=difference,
        )


def near_cut(forms: Sequence[FormStatistics], results: Sequence[CandidateResult]) -> tuple[str, ...]:
    """Return the candidates within one standard error of measurement of their cut score, pass or fail: look again.

    Where a form by itself was sat by too few, the error of all forms with the same items serves.
    """
    errors: dict[str, float] = {}
    for statistics in forms:
        if statistics.error.value is not None:
            for form in statistics.forms:
                errors.setdefault(form, statistics.error.value)
    return tuple(
        result.candidate
        for result in results
        if not result.open_points
        and result.form in errors
        and abs(float(result.total_points - result.cut_points)) <= errors[result.form]
    )
