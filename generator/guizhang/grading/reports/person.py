"""What one person is told: points by part and theme, how the practical part went, and which rules to read again.

No question, no key and no answer of the exam is in it: the page goes home, and the questions are asked again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from guizhang.grading.reports.page import render
from guizhang.grading.reports.reasons import criterion_name, why
from guizhang.grading.sentences import brief, decision, number, percent
from guizhang.grading.summary import ClassReport, practice_link
from guizhang.model.form import ExamRecord, PaperLanguage
from guizhang.model.response import CandidateResult
from guizhang.model.text import Lang, Text
from guizhang.printing.qr import qr_svg

MOST_RULES = 6
"""Provisions listed for one person; a longer list is not read."""
_TOO_LONG = 300
"""Characters of an address beyond which its code is too fine to print."""


def document(record: ExamRecord, title: Text) -> dict[str, str]:
    """Return what is said once of a PDF of results: its title, language and paper."""
    lang: Lang = "en" if record.language == "en" else "zh"
    return {"title": title.either(lang), "lang": lang, "paper_size": record.paper_size}


def person_page(report: ClassReport, result: CandidateResult) -> str:
    """Return the page of one person."""
    view = person_view(report, result, codes=False)
    return render("person.html.j2", "person.css", record=report.record, language=view["language"], view=view)


def person_view(report: ClassReport, result: CandidateResult, *, codes: bool = True) -> dict[str, Any]:
    """Return what the page of one person prints, as HTML and as PDF.

    Args:
        report: The class.
        result: One person's result.
        codes: Whether links come as QR codes too, for paper; on a screen one taps the link.
    """
    record = report.record
    shown = result.read_again[:MOST_RULES]
    again = [share.address for share in shown]
    practice = practice_link(report.site_url, again) if again else None
    verdict = decision(result.passed)
    return {
        "language": language_of(report, result),
        "company": _text(record.company),
        "title": _text(record.title),
        "candidate": result.candidate,
        "name": brief(result.name),
        "form": result.form if result.form != result.candidate else "",
        "passed": result.passed,
        "verdict": _text(verdict),
        "points": number(result.total_points),
        "max": number(result.max_points),
        "cut": number(result.cut_points),
        "reasons": [_text(why(report, result, shortfall)) for shortfall in result.shortfalls],
        "parts": [*_parts(report, result)],
        "criteria": [
            _part(criterion_name(report, c.criterion), c.points, c.max_points, open_=c.points is None) | {"failed": c.failed}
            for c in result.criteria
        ],
        "themes": [
            {"name": _text(report.record.theme_names.get(theme) or Text(zh=theme, en=theme)),
             "share": float(share), "percent": percent(share)}
            for theme, share in sorted(result.theme_shares.items(), key=lambda pair: (pair[1], pair[0]))
        ],
        "rules": [_rule(report, address, codes=codes) for address in again],
        "more": len(result.read_again) - len(shown),
        "practice": practice,
        "practice_code": _code(practice) if codes else None,
        "foot": " · ".join(filter(None, [record.exam_id, record.edition])),
    }  # fmt: skip


def _parts(report: ClassReport, result: CandidateResult) -> Iterator[dict[str, Any]]:
    for section, earned in zip(report.form(result.form).sections, result.sections, strict=True):
        yield _part(section.title, earned.points, section.total_points, open_=bool(earned.open_points))
    if most := report.record.practical_points:
        title = Text(zh="实操", en="Practical part")
        yield _part(title, result.practical, most, open_=result.practical is None)


def _rule(report: ClassReport, address: str, *, codes: bool) -> dict[str, Any]:
    link = report.link(address)
    return {
        "name": {"zh": report.name(address, "zh"), "en": report.name(address, "en")},
        "address": address,
        "link": link,
        "code": _code(link) if codes else None,
    }


def _part(title: Text, points: Any, most: Any, *, open_: bool) -> dict[str, Any]:
    share = float(max(points or 0, 0) / most) if most else 0.0
    return {"name": _text(title), "points": number(points), "max": number(most), "share": share, "open": open_}


def _text(text: Text) -> dict[str, str]:
    return {"zh": text.either("zh"), "en": text.either("en")}


def language_of(report: ClassReport, result: CandidateResult) -> PaperLanguage:
    """Return the language somebody sat the exam in: their own on the roster, else the exam's."""
    person = report.person(result.candidate)
    return (person.language if person else None) or report.record.language


@lru_cache(maxsize=1024)
def _code(link: str | None) -> str | None:
    """Return the QR code of a link that leads somewhere from paper."""
    if link is None or not link.startswith(("http://", "https://")) or len(link) > _TOO_LONG:
        return None
    return qr_svg(link)


def by_candidate(results: Sequence[CandidateResult]) -> tuple[CandidateResult, ...]:
    """Return people in the order of their ids, numbers by size."""
    return tuple(sorted(results, key=lambda result: (len(result.candidate), result.candidate)))
