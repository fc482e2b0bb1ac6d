"""What is written only when asked for, because a large class has thousands of it: pages, certificates, the re-test list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from guizhang.files import file_name
from guizhang.grading.reports.certificates import certificates, certificates_csv, certificates_pdf
from guizhang.grading.reports.person import by_candidate, document, person_page, person_view
from guizhang.grading.reports.retest import comers, retest_html, retest_xlsx
from guizhang.grading.summary import ClassReport
from guizhang.model.practice import PracticeItem
from guizhang.model.response import CandidateResult
from guizhang.parallel import spread
from guizhang.printing.pdf import Typesetter, forkable

PEOPLE, PEOPLE_PDF = "candidates", "candidates.pdf"
CERTIFICATES, REGISTER = "certificates.pdf", "certificates.csv"
RETEST, RETEST_BOOK = "retest.html", "retest.xlsx"
IN_A_FILE = 500
"""People in one PDF."""
NAMES = (PEOPLE, PEOPLE_PDF, CERTIFICATES, REGISTER, RETEST, RETEST_BOOK)
"""What may stand in a results folder beside the files that always do."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What is asked for."""

    held: date
    """Day of the exam."""
    people: bool = False
    certificates: bool = False
    valid_months: int | None = None
    retest: bool = False
    practice: tuple[PracticeItem, ...] = ()
    """What the handbook offers for practice; without it the list only links to its page."""

    @property
    def printed(self) -> bool:
        """Whether there are PDFs among it."""
        return self.people or self.certificates


def extra_files(report: ClassReport, wanted: Extras, setter: Typesetter) -> Iterator[tuple[str, bytes]]:
    """Yield the files asked for, by their path in the results folder; no PDF where *setter* has no Chinese font."""
    if wanted.people:
        people = by_candidate(report.results)
        below = replace(report, site_url=_from_below(report.site_url))
        for result in people:
            yield f"{PEOPLE}/{file_name(result.candidate)}.html", person_page(below, result).encode("utf-8", "replace")
        if setter.family is not None:
            yield from _people_pdf(report, people, setter)
    if wanted.certificates:
        found = certificates(report, wanted.held, wanted.valid_months)
        if found and setter.family is not None:
            yield CERTIFICATES, certificates_pdf(report, found, setter)
        yield REGISTER, certificates_csv(found)
    if wanted.retest:
        again = comers(report, wanted.practice)
        yield RETEST, retest_html(report, again).encode("utf-8", "replace")
        yield RETEST_BOOK, retest_xlsx(report, again)


def _people_pdf(
    report: ClassReport, people: Sequence[CandidateResult], setter: Typesetter
) -> Iterator[tuple[str, bytes]]:
    """Yield one PDF of everybody, or of a few hundred people each: one of ten thousand would take gigabytes to set."""
    starts = range(0, len(people), IN_A_FILE)

    def one(number: int) -> tuple[str, bytes, set[str]]:
        some = people[starts[number] : starts[number] + IN_A_FILE]
        first, last = starts[number] + 1, starts[number] + len(some)
        views = [person_view(report, result) for result in some]
        view = {**document(report.record, report.record.title), "people": views}
        name = PEOPLE_PDF if len(starts) == 1 else f"{PEOPLE}/{first:05}-{last:05}.pdf"
        return name, setter.pdf("people", view, tagged=False, checked=True), setter.undrawn

    # What has been set stays in memory; processes of their own give it back.
    for name, pdf, undrawn in spread(one, len(starts), small=len(starts) == 1 or not forkable(), calls=1):
        setter.undrawn |= undrawn
        yield name, pdf


def _from_below(site_url: str | None) -> str | None:
    """Return where the handbook stands seen from a folder further down."""
    if site_url is None or urlsplit(site_url).scheme or site_url.startswith("/"):
        return site_url
    return f"../{site_url}"
