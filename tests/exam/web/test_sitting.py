"""A paper in a real browser: who may open it, what is answered, and what grading reads of it."""

from __future__ import annotations

import json
import random

from guizhang.grading.reading.responses import read_responses
from guizhang.sealing.sitting import receipt, sittings
from tests.exam.web.desk import (
    answer_all,
    hand_in,
    identify,
    items_of,
    kept,
    kept_in_database,
    opened,
    start,
    turn_to,
)


def test_several_people_sit_and_are_graded(browser, record, key, pages, tmp_path):
    expected, files = {}, []
    for number, (person, path) in enumerate(pages.items()):
        context = browser.new_context(accept_downloads=True)
        page = context.new_page()
        start(page, path.as_uri(), f" {person.lower()} ")
        expected[person] = answer_all(page, items_of(record, person), random.Random(number))
        files.append(hand_in(page, tmp_path / "in"))
        shown = page.inner_text(".receipt")
        text = json.loads(files[-1].read_text())["jwe"]
        assert shown == receipt(text)
        content = opened(text, key)
        assert content["exam"] == record.exam_id
        assert not content["flags"]
        context.close()
    intake = read_responses(files, record, {path: path.name for path in files}, key)
    assert {r.candidate: dict(r.answers) for r in intake.responses} == expected
    assert not [fault for fault in intake.diagnostics if fault.code.startswith("SEA")]


def test_a_wrong_number_opens_nothing(page, pages):
    page.goto(pages["A1001"].as_uri())
    for number in ("", "1002"):
        identify(page, number)
        page.wait_for_selector("#problem:not(:empty)")
        assert page.get_attribute("#who", "aria-invalid") == "true"
        assert page.locator("#paper").count() == 0
    assert not kept(page)
    assert not kept(page, "sessionStorage")
    assert not kept_in_database(page)


def test_the_own_hash_is_that_of_the_standard_library(page, record, pages):
    """The page opens for its candidate, whose number the standard library hashed; a sitting has its own salt."""
    salts = {sitting.salt for sitting in sittings(record)}
    assert len(salts) == len(pages)
    for person, path in pages.items():
        start(page, path.as_uri(), person)


SHOWN = """() => [...document.querySelectorAll('#paper input, #paper select, #paper textarea, .steps li')].map(
  (field) => field.dataset.letter ?? (/radio|checkbox/.test(field.type) ? field.checked : field.value))"""


def test_answers_come_back_as_they_were_given(page, record, pages):
    items = items_of(record, "A1001")
    chance = random.Random(8)
    start(page, pages["A1001"].as_uri(), "A1001")
    answer_all(page, items, chance)
    page.locator("#q1 .mark").evaluate("mark => mark.click()")
    before = page.evaluate(SHOWN)
    page.reload()
    identify(page, "A1001")
    page.wait_for_selector("#paper")
    assert page.evaluate(SHOWN) == before
    assert page.get_attribute("#q1 .mark", "aria-pressed") == "true"


def test_languages_change_and_answers_stay(page, record, pages):
    start(page, pages["A1001"].as_uri(), "A1001")
    answer_all(page, items_of(record, "A1001"), random.Random(8))
    before = page.evaluate(SHOWN)
    stem = record.forms[0].items[0].stem
    turn_to(page, 1)
    for view, seen, unseen in (("zh", stem.zh, stem.en), ("en", stem.en, stem.zh), ("both", stem.zh, None)):
        page.click(f".langs [data-view={view}]")
        shown = page.inner_text("#q1")
        assert seen in shown
        assert unseen is None or unseen not in shown
        assert page.evaluate(SHOWN) == before
    chosen = next(n for n, item in enumerate(record.forms[0].items, 1) if item.type == "matching")
    page.click(".langs [data-view=en]")
    assert page.locator(f"#q{chosen} select option").first.text_content() == "Choose"


def test_the_button_that_stands_out_leads_onward(page, record, pages):
    start(page, pages["A1001"].as_uri(), "A1001")
    for _ in items_of(record, "A1001")[1:]:
        assert page.locator("#bar .primary:visible").get_attribute("id") == "next"
        page.click("#bar .primary:visible")
    assert page.locator("#bar .primary:visible").get_attribute("id") == "to-review"
    turn_to(page, 1)
    page.click("#view-all")
    assert page.locator("#bar .primary:visible").get_attribute("id") == "to-review"


def test_the_review_lists_what_is_open_and_marked(page, record, pages):
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").first.check()
    turn_to(page, 2)
    page.click("#q2 .mark")
    page.click("#to-review")
    open_, marked = (numbers.inner_text().split() for numbers in page.locator("ul.numbers").all())
    assert open_ == [str(n) for n in range(2, len(items_of(record, "A1001")) + 1)]
    assert marked == ["2"]
    page.locator("ul.numbers button").first.click()
    assert page.locator("#q2").is_visible()
