"""The HTML report: the sentence first, both languages, links, and nothing in it that could run or be fetched."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest

from guizhang.grading.pipeline import results_json
from guizhang.grading.report import html_report, score_bins
from guizhang.model.text import Text
from tests.grading.examples import NAMES, record, response
from tests.grading.simulated import run
from tests.grading.test_gradebook import RESPONSES, class_report

REPORT = class_report()
HTML = html_report(REPORT)
EVIL = '<script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}" onload="alert(3)&amp;'


def test_the_sentence_stands_before_charts_and_tables():
    assert HTML.index(REPORT.headline.zh) < HTML.index(REPORT.headline.en) < HTML.index("<svg") < HTML.index("<table")


def test_provisions_are_linked_through_the_resolver():
    assert '<a href="../site/go.html#complaints/first-reply"><code>complaints/first-reply</code></a>' in HTML
    bare = html_report(class_report(site_url=None))
    assert "go.html" not in bare
    assert "<code>complaints/first-reply</code>" in bare


@pytest.mark.parametrize(
    ("site_url", "link"),
    [("", "go.html#a/b"), ("site", "site/go.html#a/b"), ("https://h.example/r/", "https://h.example/r/go.html#a/b")],
)
def test_site_urls(site_url, link):
    assert class_report(site_url=site_url).link("a/b") == link


@pytest.mark.parametrize("site_url", ["javascript:alert(1)//", "data:text/html,x", "JavaScript:x"])
def test_a_site_url_cannot_run_anything(site_url):
    with pytest.raises(ValueError, match="site_url must be relative or http, https or file"):
        class_report(site_url=site_url).link("a/b")


def test_text_never_becomes_markup():
    evil = tuple(r.model_copy(update={"candidate": f"{n}{EVIL}", "name": EVIL}) for n, r in enumerate(RESPONSES))
    exam = record(
        title=Text(zh=EVIL, en=EVIL), company=Text(zh=EVIL), theme_names={"complaints": Text(zh=EVIL, en=EVIL)}
    )
    page = html_report(class_report(evil, exam=exam, names=dict.fromkeys(NAMES, Text(zh=EVIL, en=EVIL))))
    assert "<script" not in page
    assert "<img" not in page
    assert not re.search(r"<[^>]*\sonload=", page)
    assert "{{ 7*7 }}" in page
    assert page.count("<article") == len(RESPONSES)


def test_same_results_same_text():
    assert html_report(class_report()) == HTML
    assert results_json(class_report()) == results_json(REPORT)


def test_nothing_comes_from_elsewhere():
    assert re.findall(r"\bsrc=|url\(|@import", HTML) == []
    assert re.findall(r"<(?:script|link|img|iframe|object)\b", HTML) == []


def test_bins_hold_everybody_once():
    bins = score_bins(REPORT.results)
    # Of 25 points: 25; 2.67 + 1.5 + 3.5 = 7.67 (30.7 %); 9 (36 %); 2 + 1.33 = 3.33 (13.3 %); 14 + 1 = 15 (60 %).
    assert [b.count for b in bins] == [0, 1, 0, 2, 0, 0, 1, 0, 0, 1]


def test_one_person_and_nobody_read_well():
    one = html_report(class_report((response({1: "B"}, given_points={7: Decimal(6)}, practical=Decimal(5)),)))
    assert "1 人中 0 人合格。" in one
    assert "0 of 1 passed." in one
    assert "There is no paper to grade." in html_report(class_report(()))


def test_results_for_other_programs():
    data = json.loads(results_json(REPORT))
    assert data["results_version"] == 2
    assert data["results"][0]["total_points"] == "25"
    assert data["results"][0]["items"][0] == {
        "number": 1, "item_id": "single", "answer": "B", "outcome": "right", "points": "2", "max_points": "2"
    }  # fmt: skip
    assert [r["passed"] for r in data["results"]] == [r.passed for r in REPORT.results]
    assert data["policy"]["multiple"] == "missed_share"


def test_a_class_of_forty_in_the_browser(page, tmp_path):
    run(tmp_path)
    complaints, requests = [], []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: requests.append(request.url))
    address = (tmp_path / "results" / "report.html").as_uri()
    page.goto(address)
    assert (
        page.locator(".lead").first.inner_text()
        == "38 人中 27 人合格，另有 2 人缺考；多数人没掌握的两条规定：《投诉》“赔偿权限”、《电话》“转接”。"
    )
    assert page.locator(".person").count() == 38
    assert page.evaluate("getComputedStyle(document.querySelector('.fill')).fill") == "rgb(31, 95, 139)"
    for width in (1200, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        clipped = page.evaluate(
            "[...document.querySelectorAll('svg text')].filter(t => {"
            "const a = t.getBoundingClientRect(), b = t.ownerSVGElement.getBoundingClientRect();"
            "return a.left < b.left - 1 || a.right > b.right + 1 || a.bottom > b.bottom + 2 }).map(t => t.textContent)"
        )
        assert clipped == []
    assert complaints == []
    assert requests == [address]
