"""Certificates: who gets one, what it says, and that nobody else can make its code."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from guizhang.grading.reports.certificates import certificates, certificates_csv, certificates_pdf
from guizhang.printing.pdf import Typesetter
from tests.grading.examples import ROSTER, record
from tests.grading.test_gradebook import RESPONSES, class_report

HELD = date(2026, 8, 31)
PERFECT = RESPONSES[0]


def one(**changes):
    person = PERFECT.model_copy(update={"candidate": "0013", "name": "李四"} | changes)
    return class_report((person,), record(candidates=ROSTER, edition="2026-08"))


def pages(report, found):
    data = certificates_pdf(report, found, Typesetter("guizhang.grading"))
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def test_only_those_who_passed():
    report = class_report()
    assert [c.result.candidate for c in certificates(report, HELD)] == [r.candidate for r in report.results if r.passed]


def test_what_it_says():
    report = one()
    (found,) = certificates(report, HELD, 24)
    # The second on the roster, in the exam 0123456789abcdef.
    assert found.number == "20260831-012345-0002"
    (page,) = pages(report, [found])
    for words in (
        "合 格 证 书",
        "李四",
        "0013",
        "新员工上岗考核",
        "Onboarding assessment",
        "20260831-012345-0002",
        "2026-08",
        found.code,
    ):
        assert words in page
    assert "至2028年8月31日" in page.replace(" ", "")
    assert "until 31 August 2028" in page


@pytest.mark.parametrize(
    ("language", "own", "chinese", "english"),
    [("en", None, False, True), ("zh", None, True, False), ("both", None, True, True), ("zh", "en", False, True)],
)
def test_it_is_in_the_language_the_exam_was_sat_in(language, own, chinese, english):
    people = tuple(person.model_copy(update={"language": own}) for person in ROSTER)
    person = PERFECT.model_copy(update={"candidate": "0013", "name": "J. Doe"})
    report = class_report((person,), record(candidates=people, language=language))
    (page,) = pages(report, certificates(report, HELD, 24))
    assert (re.search("[\u3400-\u9fff]", page) is not None) is chinese
    for words in ("Certificate", "has passed the assessment", "verification code", "until 31 August 2028", "assessor"):
        assert (words in page) is english


def test_it_is_of_the_size_of_the_papers():
    report = class_report((PERFECT,), record(paper_size="letter"))
    data = certificates_pdf(report, certificates(report, HELD), Typesetter("guizhang.grading"))
    (page,) = pypdfium2.PdfDocument(data)
    assert tuple(map(round, page.get_size())) == (792, 612)


@pytest.mark.parametrize(
    ("months", "until"),
    [(None, None), (1, date(2026, 9, 30)), (6, date(2027, 2, 28)), (18, date(2028, 2, 29)), (4, date(2026, 12, 31))],
)
def test_validity(months, until):
    (found,) = certificates(one(), HELD, months)
    assert found.until == until


def test_the_code_stands_for_all_it_says():
    report = one()
    (found,) = certificates(report, HELD, 12)
    assert certificates(one(), HELD, 12)[0].code == found.code
    others = [
        certificates(one(name="李五"), HELD, 12),
        certificates(one(candidate="0012"), HELD, 12),
        certificates(report, date(2026, 8, 30), 12),
        certificates(report, HELD, 13),
        certificates(replace(report, record=report.record.model_copy(update={"seed": "t"})), HELD, 12),
        certificates(replace(report, record=report.record.model_copy(update={"edition": "2026-09"})), HELD, 12),
    ]
    codes = {other.code for (other,) in others}
    assert len(codes) == len(others)
    assert found.code not in codes
    assert len(found.code.replace("-", "")) == 20


def test_grading_somebody_else_changes_no_number():
    report = class_report(
        (PERFECT.model_copy(update={"candidate": "0012"}), PERFECT.model_copy(update={"candidate": "0013"})),
        record(candidates=ROSTER),
    )
    alone = class_report((PERFECT.model_copy(update={"candidate": "0013"}),), record(candidates=ROSTER))
    assert certificates(report, HELD)[1].number == certificates(alone, HELD)[0].number


@pytest.mark.parametrize(
    "name", ["长" * 10_000, "A" * 10_000, "", "#pagebreak()", "$x$ *b*", "Bartholomew Featherstonehaugh-Cholmondeley"]
)
def test_any_name_fits_a_page(name):
    report = one(name=name)
    found = certificates(report, HELD)
    (page,) = pages(report, found)
    assert found[0].code in page
    assert (name or "0013") in page.replace("\r\n", "").replace("\u200b", "") or len(name) > 40


def test_the_register_reads_back_and_holds_no_formula():
    report = one(name="=cmd|' /C calc'!A1")
    (found,) = certificates(report, HELD)
    rows = list(csv.reader(io.StringIO(certificates_csv([found]).decode("utf-8-sig"))))
    assert rows[1] == [found.number, "0013", "'=cmd|' /C calc'!A1", "2026-08-31", "", found.code]
