"""What practice keeps on the device: wrong answers, what is due, what is known, files, no storage."""

import json

import pytest

from tests.site.practice.answering import (
    CHAPTER,
    PAGE,
    STORED,
    choose,
    entries,
    go_home,
)
from tests.site.practice.conftest import LATER

NO_STORE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("blocked", "SecurityError"); } });"""

FULL_STORE = """Storage.prototype.setItem = function () { throw new DOMException("full", "QuotaExceededError"); };"""


def test_wrong_answers_come_again_and_stay_in_the_book(asked, base, page):
    asked("practise-who-first")
    choose("司机")(page)
    page.keyboard.press("Enter")
    choose("客服人员")(page)  # once more in the same round
    page.keyboard.press("Enter")
    assert page.locator(".gz-score").inner_text() == "答对 0/1 题"
    page.goto(f"{base}/{PAGE}?lang=en")
    assert page.locator('[data-count="wrong"]').inner_text() == "1 question"
    assert page.locator('[data-count="daily"]').inner_text() == "1 done today"
    page.locator('a[href="#wrong"]').click()
    page.locator(".gz-stem").wait_for()
    choose("客服人员")(page)
    page.keyboard.press("Enter")
    go_home(page)
    assert page.locator('[data-count="wrong"]').inner_text() == "none"


def test_due_after_days_and_known_until_forgotten(asked, base, page, browser):
    asked("practise-who-first")
    choose("客服人员")(page)
    page.keyboard.press("Enter")
    page.goto(f"{base}/{PAGE}?lang=en")
    assert page.locator('[data-count="due"]').inner_text() == "none"
    assert page.locator('[data-count="streak"]').inner_text() == "You have practised today"
    state = page.context.storage_state()
    # 2.3 days until nine in ten, eight until eight in ten: see test_practice_fsrs.
    for days, due, mark in ((1, "none", "known"), (2, "1 question", "known"), (300, "1 question", "shaky")):
        context = browser.new_context(storage_state=state)
        later = context.new_page()
        later.add_init_script(f"({LATER})({days})")
        later.goto(f"{base}/{PAGE}?lang=en")
        assert later.locator('[data-count="due"]').inner_text() == due
        later.goto(f"{base}/{CHAPTER}?lang=en")
        word = later.locator('[data-address="complaints/first-reply"] + .gz-mark .gz-mastery [data-word]')
        assert word.get_attribute("data-word") == f"mastery-{mark}"
        context.close()


def test_a_clock_that_was_set_back_breaks_nothing(asked, page):
    asked("practise-who-first", days=30)
    choose("客服人员")(page)
    page.keyboard.press("Enter")
    asked("practise-who-first", days=-60)
    choose("客服人员")(page)
    page.keyboard.press("Enter")
    (kept,) = entries(page).values()
    assert kept[6] == "2"


def test_the_reading_list_shows_what_is_known(asked, base, page):
    asked("practise-who-first")
    choose("客服人员")(page)
    page.keyboard.press("Enter")
    asked("practise-what-counts")
    choose("天气")(page)
    page.keyboard.press("Enter")
    page.goto(f"{base}/my-reading.html?lang=en")
    page.locator("[data-gz-mastery]").wait_for()
    assert "Closing" in page.locator('[data-list="shaky"] a').inner_text()
    assert page.locator('[data-list="known"] i').inner_text() == "1"


def test_saved_and_loaded_again(asked, base, page, browser, tmp_path):
    asked("practise-who-first")
    choose("司机")(page)
    page.keyboard.press("Enter")
    before = page.evaluate(STORED)
    page.goto(f"{base}/{PAGE}?lang=en")
    with page.expect_download() as caught:
        page.locator("[data-do=export]").click()
    saved = tmp_path / "record.json"
    caught.value.save_as(saved)
    assert json.loads(saved.read_text())["format"] == "guizhang-practice"
    context = browser.new_context()
    other = context.new_page()
    other.goto(f"{base}/{PAGE}?lang=en")

    def load(text):
        other.locator("input[type=file]").set_input_files(
            {"name": "r.json", "mimeType": "application/json", "buffer": text.encode()}
        )
        other.wait_for_function("() => document.querySelector('.gz-told').textContent.trim()")
        return other.locator(".gz-told").inner_text()

    assert load(saved.read_text()) == "1 records loaded; 0 are newer here and stayed."
    assert other.evaluate(STORED) == before
    other.reload()
    assert load(saved.read_text()).startswith("0 records loaded; 1 are newer")
    for change, told in (
        (lambda f: f | {"version": 9}, "newer version"),
        (lambda f: f | {"key": "000000"}, "another handbook"),
        (lambda f: f | {"documents": {"complaints": {"x": {"right": 1}}}}, "damaged"),
        (lambda _: {"some": "file"}, "not a practice record"),
    ):
        other.reload()
        assert told in load(json.dumps(change(json.loads(saved.read_text()))))
        assert other.evaluate(STORED) == before
    other.locator("[data-do=clear]").click()
    other.locator("[data-do=clear-yes]").click()
    assert other.evaluate(STORED) == {}
    context.close()


@pytest.mark.parametrize("broken", [NO_STORE, FULL_STORE], ids=["blocked", "full"])
def test_without_storage_it_lasts_for_the_page(asked, page, broken):
    page.add_init_script(broken)
    asked("practise-who-first")
    choose("司机")(page)
    page.keyboard.press("Enter")
    choose("客服人员")(page)
    page.keyboard.press("Enter")
    go_home(page)
    assert page.locator('[data-count="wrong"]').inner_text() == "1 题"
    assert page.locator(".gz-not-kept").is_visible()
