"""The page a person takes home: everything about them, nothing about the questions, on one sheet."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pypdfium2
import pytest

from guizhang.grading.grade import grade_responses
from guizhang.grading.reading.responses import Intake
from guizhang.grading.reports.extras import Extras, extra_files
from guizhang.grading.reports.person import by_candidate, document, person_page, person_view
from guizhang.grading.summary import ClassReport
from guizhang.model.form import Candidate
from guizhang.model.response import Rating
from guizhang.model.text import Text
from guizhang.printing.pdf import Typesetter
from guizhang.printing.qr import qr_svg
from tests.grading.examples import NAMES, ROSTER, record, response
from tests.grading.simulated import HELD
from tests.grading.test_gradebook import POLICY, RESPONSES, class_report
from tests.grading.test_ratings import EXAM, FULL
from tests.grading.test_report import EVIL

SITE = "https://h.example/r"
REPORT = class_report(site_url=SITE)
SETTER = Typesetter("guizhang.grading")


def pdf_pages(report):
    views = [person_view(report, result) for result in by_candidate(report.results)]
    data = SETTER.pdf("people", {**document(report.record, report.record.title), "people": views}, tagged=False)
    return [page.get_textpage().get_text_range().replace("\u200b", "") for page in pypdfium2.PdfDocument(data)]


def strings(value):
    """Yield every text in a view."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value


def test_nothing_of_a_question_goes_home():
    for result in REPORT.results:
        told = {*strings(person_view(REPORT, result))}
        page = person_page(REPORT, result)
        for item in REPORT.form(result.form).items:
            for secret in (item.item_id, item.stem.zh, item.stem.en, *(option.zh for option in item.options)):
                assert secret not in told
            assert item.stem.zh not in page
            assert not any(option.zh in page for option in item.options)
        for answer in result.items:
            assert not answer.answer or answer.answer not in told or len(answer.answer) == 1


def test_another_key_and_another_answer_change_nothing_but_points():
    """Non-interference: who earned the same is told the same, whatever was right and whatever was chosen."""
    exam = record()
    form = exam.forms[0]
    first, *rest = form.sections
    other_key = first.items[0].model_copy(update={"key": ("C",)})
    changed = exam.model_copy(
        update={"forms": (form.model_copy(update={"sections": (first.model_copy(update={"items": (other_key, first.items[1])}), *rest)}), exam.forms[1])}
    )  # fmt: skip
    one = class_report((response({1: "B", 3: "AC"}, given_points={7: Decimal(2)}, practical=Decimal(1)),), exam)
    two = class_report((response({1: "C", 3: "AD"}, given_points={7: Decimal(2)}, practical=Decimal(1)),), changed)
    assert person_view(one, one.results[0]) == person_view(two, two.results[0])
    assert person_page(one, one.results[0]) == person_page(two, two.results[0])


def test_what_a_person_is_told():
    (page,) = (person_page(REPORT, result) for result in REPORT.results if result.candidate == "2")
    for found in (
        "李四",
        "7.67",
        "/ 25",
        '>不合格</span> <span lang="en" class="en">fail</span>',
        "总分 7.67，及格要 15",
        "“Single choice”: 0, at least 2 needed",
    ):
        assert found in page
    assert f'<a href="{SITE}/go.html#complaints/first-reply">' in page
    assert re.search(rf'<a href="{SITE}/practice.html#provisions=[\w/,-]+">', page)


def test_paper_carries_a_code_for_each_link():
    view = person_view(REPORT, REPORT.results[1])
    assert [rule["code"] for rule in view["rules"]] == [qr_svg(rule["link"]) for rule in view["rules"]]
    assert view["practice_code"] == qr_svg(view["practice"])


def test_paper_needs_an_address_that_leads_somewhere():
    for site in ("../site", "file:///x", None):
        report = class_report(site_url=site)
        assert person_view(report, report.results[1])["practice_code"] is None
        assert {rule["code"] for rule in person_view(report, report.results[1])["rules"]} == {None}


def test_the_practical_part_by_criterion():
    rating = Rating(rater="a", scores={"greeting": Decimal(5), "privacy": Decimal(0)})
    people = (response(FULL, candidate="x", given_points={7: Decimal(6)}, ratings=(rating,)),)
    results = grade_responses(EXAM, people, POLICY)
    report = ClassReport(EXAM, results, Intake(people, (), (), ()), POLICY, NAMES)
    page = person_page(report, results[0])
    assert "关键项“保密”没有得分" in page
    assert 'Privacy</span> <span class="fail">★' in re.sub(r"\n", " ", page)


def test_one_page_each_by_candidate():
    pages = pdf_pages(REPORT)
    assert len(pages) == len(RESPONSES)
    assert ["张三" in page for page in pages] == [True, False, False, False, False]
    assert ["李四" in page for page in pages] == [False, True, False, False, False]
    assert [result.candidate for result in by_candidate(REPORT.results)] == ["1", "2", "3", "5", "0004"]


@pytest.mark.parametrize("name", ["长" * 10_000, "W" * 10_000, "", EVIL, "#set page(width: 1cm)", "*bold* $x$ \\"])
def test_any_name(name):
    report = class_report((RESPONSES[1].model_copy(update={"name": name}),))
    page = person_page(report, report.results[0])
    assert "<script" not in page
    assert "<img" not in page
    (text,) = pdf_pages(report)
    if name.startswith(("#", "*")):
        assert name in text


def test_the_sheets_are_of_the_size_of_the_papers():
    for size, expected in (("a4", (595, 842)), ("letter", (612, 792))):
        report = class_report(RESPONSES[:1], record(paper_size=size))
        files = dict(extra_files(report, Extras(HELD, people=True), SETTER))
        (sheet,) = pypdfium2.PdfDocument(files["candidates.pdf"])
        assert tuple(map(round, sheet.get_size())) == expected
        sizes = {"a4": "A4", "letter": "letter"}
        assert f"@page {{ size: {sizes[size]}; }}" in files["candidates/1.html"].decode()


def test_a_person_reads_their_own_language():
    exam = record(candidates=(Candidate(id="2", form="A", language="en"), *ROSTER))
    report = class_report(exam=exam)
    english = pdf_pages(report)[1]
    assert "李四" in english
    assert "Points by part" in english
    assert "各部分得分" not in english
    page = person_page(report, report.results[1])
    assert 'id="en" checked' in page


def test_files_are_by_name_and_the_same_each_time():
    report = replace(REPORT, site_url="../site")
    one, two = (dict(extra_files(report, Extras(HELD, people=True), SETTER)) for _ in range(2))
    assert one == two
    assert sorted(one) == ["candidates.pdf", *(f"candidates/{c}.html" for c in ("0004", "1", "2", "3", "5"))]
    # One folder further down the handbook is one step further away.
    assert b'href="../../site/go.html#' in one["candidates/2.html"]


def test_titles_in_one_language():
    exam = record(title=Text(zh="考核"), company=Text(zh="公司"))
    (page, *_) = pdf_pages(class_report(exam=exam))
    assert "公司" in page


def test_a_page_with_many_themes_and_rules_stays_one_page():
    # As many parts, criteria and themes as the onboarding assessment of the reference handbook has.
    view = person_view(REPORT, by_candidate(REPORT.results)[1])
    name = {
        "zh": "《考勤与休假规定》第二十三条“申请调休”",
        "en": "Attendance and leave, Article 23 “Asking for time off in lieu”",
    }
    part = {"name": {"zh": "电话服务", "en": "Telephone"}, "points": "1", "max": "2", "open": False, "share": 0.5}
    view |= {
        "parts": [part] * 7,
        "criteria": [part] * 6,
        "themes": [{**part, "percent": "50%"}] * 13,
        "rules": [{"name": name, "code": qr_svg(f"{SITE}/go.html#attendance/compensatory-leave")}] * 6,
        "more": 10,
        "practice_code": qr_svg(f"{SITE}/practice.html#provisions=attendance/compensatory-leave"),
    }
    data = SETTER.pdf("people", {**document(REPORT.record, REPORT.record.title), "people": [view, view]}, tagged=False)
    assert len(pypdfium2.PdfDocument(data)) == 2
