"""Results for other programs: points as decimal strings, shares in 0..1, keys in a fixed order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import Any

from guizhang.grading.analysis.agreement import Agreement
from guizhang.grading.analysis.analyse import Analysis
from guizhang.grading.analysis.figures import Figure
from guizhang.grading.analysis.form_analysis import Comparison, FormStatistics
from guizhang.grading.analysis.item_analysis import ItemStatistics
from guizhang.grading.analysis.knowledge import ProvisionStatistics
from guizhang.grading.analysis.trend import figures
from guizhang.grading.reading.responses import Intake
from guizhang.grading.summary import ClassReport
from guizhang.model.response import CandidateResult, Outcome

RESULTS_VERSION = 2
_DIGITS = 6


def results_json(report: ClassReport, held: date | None = None, people: bytes | None = None) -> bytes:
    """Return the results of a class as JSON.

    Args:
        report: The class.
        held: The day of the exam.
        people: What `people_json` made of its people, where that is known already.
    """
    record, intake = report.record, report.intake
    document: dict[str, Any] = {
        "results_version": RESULTS_VERSION,
        "exam_id": record.exam_id,
        "exam_sha256": sha256((report.drawn or record).model_dump_json().encode()).hexdigest(),
        "blueprint": record.blueprint,
        "title": record.title.model_dump(),
        "held": held.isoformat() if held else None,
        "policy": report.policy.model_dump(mode="json"),
        "pseudonymous": report.pseudonymous,
        "corrections": [
            {"number": number, **correction.model_dump(mode="json", exclude_none=True)}
            for number, correction in report.corrections
        ],
        "headline": report.headline.model_dump(),
        "class": figures(report.results),
        "files": list(_files(intake)),
        "absent": [{"candidate": a.candidate, "name": a.name, "form": a.form} for a in intake.absent],
        "refused": [
            {"candidate": r.candidate, "name": r.name, "rows": [{"path": p, "sheet": s, "line": n} for p, s, n in r.rows]}
            for r in intake.refused
        ],
        "faults": [
            {"code": d.code, "severity": d.severity.value, "source": str(d.source), "field": d.field,
             "problem": {"zh": d.problem.zh, "en": d.problem.en}}
            for d in intake.diagnostics
        ],
        **_analysis(report.analysis),
    }  # fmt: skip
    text = json.dumps(document, ensure_ascii=False, indent=1).removesuffix("\n}")
    lines = people_json(report.results) if people is None else people
    return b"".join((text.encode(), b',\n "results": [\n', lines, b"\n ]\n}\n"))


def people_json(results: Iterable[CandidateResult]) -> bytes:
    """Return what each person answered and earned, a line for each: indented item by item it would be three times the size."""
    return ",\n".join(_people(results)).encode()


def _people(results: Iterable[CandidateResult]) -> Iterator[str]:
    # Grading gives people with the same answer the same object, and answers are nearly all of the file.
    known: dict[int, str] = {}
    for result in results:
        for item in result.items:
            if id(item) not in known:
                known[id(item)] = item.model_dump_json()
        items = ",".join(map(known.__getitem__, map(id, result.items)))
        # No text can hold these signs: its quotation marks are escaped.
        bare = result.model_copy(update={"items": ()}).model_dump_json()
        yield "  " + bare.replace('"items":[]', f'"items":[{items}]', 1)


def _files(intake: Intake) -> Iterator[dict[str, Any]]:
    for file in intake.files:
        yield {
            "path": file.path,
            "sheet": file.sheet,
            "sha256": file.sha256,
            "rows": file.rows,
            "graded": file.graded,
            "flagged": file.flagged,
            "unanswered": file.unanswered,
            "refused": file.refused,
            "blank": file.blank,
            "columns": [
                {"column": c.index + 1, "heading": c.heading, "kind": c.kind.value, "number": c.number}
                for c in (file.header.columns if file.header else ())
            ],
            "not_recognised": [
                {"column": index + 1, "heading": heading} for index, heading in (file.header.unknown if file.header else ())
            ],
        }  # fmt: skip


def _analysis(analysis: Analysis) -> dict[str, Any]:
    return {
        "items": [_item(statistics) for statistics in analysis.items],
        "themes": [
            {"theme": t.theme, "n": t.n, "facility": str(t.facility), "wilson_95": _interval(t.interval)}
            for t in analysis.themes
        ],
        "provisions": [_provision(knowledge) for knowledge in analysis.provisions],
        "forms": [_form(statistics) for statistics in analysis.forms],
        "comparisons": [_comparison(comparison) for comparison in analysis.comparisons],
        "agreement": [_agreement(agreement) for agreement in analysis.agreements],
        "near_cut": list(analysis.near_cut),
    }


def _provision(p: ProvisionStatistics) -> dict[str, Any]:
    return {
        "address": p.address,
        "items": list(p.items),
        "n": p.n,
        "missed": p.missed,
        "blank": p.blank,
        "facility": str(p.facility),
        "wilson_95": _interval(p.interval),
    }


def _form(f: FormStatistics) -> dict[str, Any]:
    return {
        "forms": list(f.forms),
        "n": f.n,
        "mean": _rounded(f.mean),
        "deviation": _rounded(f.deviation),
        "cut_points": str(f.cut_points),
        "alpha": _figure(f.alpha),
        "standard_error": _figure(f.error),
        "consistency": _figure(f.consistency),
        "kappa": _figure(f.kappa),
    }


def _comparison(c: Comparison) -> dict[str, Any]:
    return {
        "form": c.form,
        "n": c.n,
        "others": c.others,
        "mean": _rounded(c.mean),
        "mean_of_others": _rounded(c.mean_of_others),
        "expected": _rounded(c.expected),
        "difference": _figure(c.difference),
    }


def _agreement(a: Agreement) -> dict[str, Any]:
    return {
        "criterion": a.criterion,
        "pairs": a.n,
        "same": a.same,
        "open": a.open,
        "kappa_linear": _figure(a.linear),
        "kappa_quadratic": _figure(a.quadratic),
    }


def _item(s: ItemStatistics) -> dict[str, Any]:
    return {
        "item_id": s.item_id,
        "numbers": dict(s.numbers),
        "n": s.n,
        "outcomes": {outcome.value: s.outcomes[outcome] for outcome in Outcome},
        "facility": str(s.facility) if s.facility is not None else None,
        "wilson_95": _interval(s.interval),
        "item_rest_r": _figure(s.item_rest),
        "discrimination_d": _figure(s.discrimination),
        "choices": [
            {
                "label": c.label,
                "key": c.key,
                "n": c.n,
                "share": _rounded(c.share),
                "upper": _rounded(c.upper),
                "lower": _rounded(c.lower),
                "rest_r": _rounded(c.rest),
            }
            for c in s.choices
        ],
        "advice": [{"flag": a.flag.value, "label": a.label, "text": {"zh": a.text.zh, "en": a.text.en}} for a in s.advice],
    }  # fmt: skip


def _figure(figure: Figure) -> dict[str, Any]:
    """Return a figure with its people, or why it is missing."""
    return {
        "value": _rounded(figure.value),
        "n": figure.n,
        "interval_95": _interval(figure.interval),
        "withheld": figure.withheld.value if figure.withheld else None,
    }


def _rounded(value: float | None) -> float | None:
    return round(value, _DIGITS) if value is not None else None


def _interval(interval: tuple[float, float] | None) -> list[float] | None:
    return [round(end, _DIGITS) for end in interval] if interval else None
