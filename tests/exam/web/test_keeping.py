"""No answer is lost: killed tabs, browsers that keep nothing, two tabs, pages saved and opened again."""

from __future__ import annotations

import json
import random

import pytest

from guizhang.grading.reading.responses import read_responses
from tests.exam.web.desk import (
    answers_in_database,
    answers_kept,
    hand_in,
    identify,
    keeps,
    kept,
    killed_while_answering,
    lay_out,
    start,
)


def test_a_killed_tab_loses_nothing(browser, pages):
    """A few times; `benchmarks web_exam` does it two hundred times."""
    chance = random.Random(3)
    for _ in range(4):
        context = browser.new_context()
        told, found = killed_while_answering(context, pages["A1001"], "A1001", chance)
        context.close()
        assert told
        assert told.keys() <= found.keys()
        assert keeps(told, found)


BLOCKED = {
    "refused": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
}


NO_DATABASE = {
    "absent": "Object.defineProperty(window, 'indexedDB', { value: undefined });",
    "refused": "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };",
    "silent": "IDBFactory.prototype.open = () => ({});",
}


@pytest.mark.parametrize("how", BLOCKED)
def test_a_browser_that_keeps_nothing(context, record, key, pages, tmp_path, how):
    context.add_init_script(BLOCKED[how])
    page = context.new_page()
    start(page, pages["A1001"].as_uri(), "A1001")
    assert page.locator("#storage").is_visible()
    page.locator("#q1 input").nth(1).check()
    with page.expect_download() as caught:
        page.click("#storage button")
    draft = tmp_path / caught.value.suggested_filename
    caught.value.save_as(draft)
    page.close(run_before_unload=False)
    context.add_init_script(NO_DATABASE["refused"])
    again = context.new_page()
    again.goto(pages["A1001"].as_uri())
    again.click("#draft summary")
    again.set_input_files("#draft input", draft)
    again.wait_for_selector("#problem:not(:empty)")
    identify(again, "A1001")
    again.wait_for_selector("#paper")
    assert again.locator("#q1 input").nth(1).is_checked()
    path = hand_in(again, tmp_path)
    intake = read_responses([path], record, None, key)
    assert intake.responses[0].answers == {1: "B"}
    assert {fault.code for fault in intake.diagnostics if fault.code.startswith("SEA")} == {"SEA023", "SEA024"}


@pytest.mark.parametrize("how", BLOCKED)
def test_where_the_storage_takes_nothing_the_database_does(context, pages, how):
    context.add_init_script(BLOCKED[how])
    page = context.new_page()
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").nth(1).check()
    page.close(run_before_unload=False)
    again = context.new_page()
    start(again, pages["A1001"].as_uri(), "A1001")
    assert again.locator("#q1 input").nth(1).is_checked()


@pytest.mark.parametrize("how", NO_DATABASE)
def test_where_there_is_no_database_the_storage_does(context, pages, how):
    context.add_init_script(NO_DATABASE[how])
    page = context.new_page()
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").nth(1).check()
    page.reload()
    identify(page, "A1001")
    page.wait_for_selector("#paper")
    assert page.locator("#q1 input").nth(1).is_checked()


REFUSED_AT_FIRST = """for (const name of ['setItem', 'removeItem']) {
  const own = Storage.prototype[name];
  Storage.prototype[name] = () => { Storage.prototype[name] = own; throw new DOMException('no', 'QuotaExceededError'); };
}"""


def test_a_storage_that_refuses_for_a_moment_still_gives_back_what_it_holds(context, page, pages):
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").nth(1).check()
    context.add_init_script(REFUSED_AT_FIRST)
    for _ in range(2):
        page.reload()
        identify(page, "A1001")
        page.wait_for_selector("#paper")
        assert page.locator("#q1 input").nth(1).is_checked()


def test_a_second_tab_says_so_and_locks(context, page, pages):
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").first.check()
    second = context.new_page()
    second.goto(pages["A1001"].as_uri())
    identify(second, "A1001")
    second.wait_for_selector("[data-screen=elsewhere]")
    assert second.locator("#paper").count() == 0
    second.click("main .primary")
    second.wait_for_selector("#paper")
    assert second.locator("#q1 input").first.is_checked()
    page.wait_for_selector("[data-screen=elsewhere]")
    assert page.locator("#paper").count() == 0
    second.locator("#q1 input").nth(1).check()
    page.click("main .primary")
    page.wait_for_selector("#paper")
    assert page.locator("#q1 input").nth(1).is_checked()


def test_a_second_tab_whose_start_is_pressed_twice_locks_all_the_same(context, for_everybody, key, tmp_path):
    (path,) = lay_out(for_everybody, key.public, tmp_path / "page").values()
    start(context.new_page(), path.as_uri(), "A1001", "王芳")
    second = context.new_page()
    second.goto(path.as_uri())
    second.fill("#who", "A1001")
    second.fill("#called", "王芳")
    second.dblclick("[type=submit]")
    second.wait_for_selector("[data-screen=elsewhere]")
    # Longer than a tab waits for an answer.
    second.wait_for_timeout(800)
    assert second.locator("#paper").count() == 0


def test_a_page_saved_by_the_browser_is_still_the_exam(context, pages, tmp_path):
    """What "Save page as" writes is the page as it stands; opened again it knows when it began."""
    page = context.new_page()
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").nth(1).check()
    saved = tmp_path / "saved.html"
    saved.write_text(page.content(), encoding="utf-8")
    # What was written the moment before a tab went may not be there yet for one that is opened at once.
    page.wait_for_timeout(500)
    page.close()
    again = context.new_page()
    start(again, saved.as_uri(), "A1001")
    assert again.locator("#q1 input").nth(1).is_checked()
    assert again.locator("main").count() == 1
    context.add_init_script("const now = Date.now; Date.now = () => now() + 86_400_000;")
    again.reload()
    with again.expect_download():
        identify(again, "A1001")
    assert again.locator("main .warning").is_visible()


@pytest.mark.parametrize("text", ["{broken", "null", "7", '{"v": 1}', '{"v": 1, "answers": {"1": "B"}}'])
def test_what_somebody_wrote_into_the_storage_stops_nobody(context, page, pages, text):
    context.add_init_script(NO_DATABASE["absent"])
    start(page, pages["A1001"].as_uri(), "A1001")
    names = list(kept(page))
    page.close()
    again = context.new_page()
    again.add_init_script(f"for (const name of {json.dumps(names)}) localStorage.setItem(name, {json.dumps(text)})")
    start(again, pages["A1001"].as_uri(), "A1001")
    assert again.locator("#q1 input").nth(1).is_checked() == ("answers" in text)


# At one go, and from then on the page saves no more, not when it is left either: what its successor sees is this.
SEES = """(held) => {
  const set = Storage.prototype.setItem;
  Storage.prototype.setItem = () => {};
  localStorage.clear();
  for (const [name, value] of Object.entries(held)) set.call(localStorage, name, value);
}"""


@pytest.mark.parametrize("stale", [False, True], ids=["empty", "older"])
def test_a_page_opened_anew_goes_on_when_the_browser_shows_it_an_old_storage(page, pages, stale):
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").first.check()
    held = kept(page) if stale else {}
    page.locator("#q1 input").nth(1).check()
    page.evaluate(SEES, held)
    page.goto(pages["A1001"].as_uri())
    identify(page, "A1001")
    page.wait_for_selector("#paper")
    assert page.locator("#q1 input").nth(1).is_checked()
    assert [answers["1"] for answers in answers_kept(page)] == ["B"]


# The tab that knew has gone as well: a new one sees what the browser shows it, and the database.
@pytest.mark.parametrize("stale", [False, True], ids=["empty", "older"])
def test_a_new_tab_goes_on_when_the_browser_shows_it_an_old_storage(context, page, pages, stale):
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").first.check()
    held = kept(page) if stale else {}
    page.locator("#q1 input").nth(1).check()
    page.evaluate(SEES, held)
    page.close()
    again = context.new_page()
    start(again, pages["A1001"].as_uri(), "A1001")
    assert again.locator("#q1 input").nth(1).is_checked()
    assert [answers["1"] for answers in answers_in_database(again)] == ["B"]


@pytest.mark.parametrize("stale", [False, True], ids=["empty", "older"])
def test_who_handed_in_does_not_sit_again_in_a_new_tab_that_is_shown_an_old_storage(
    context, page, pages, tmp_path, stale
):
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").first.check()
    held = kept(page) if stale else {}
    hand_in(page, tmp_path)
    number = page.inner_text(".receipt")
    page.evaluate(SEES, held)
    page.close()
    again = context.new_page()
    again.goto(pages["A1001"].as_uri())
    again.wait_for_selector(".receipt")
    assert again.inner_text(".receipt") == number
    assert not answers_kept(again)


@pytest.mark.parametrize("stale", [False, True], ids=["empty", "older"])
def test_who_handed_in_does_not_sit_again_when_the_browser_shows_an_old_storage(page, pages, tmp_path, stale):
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").first.check()
    held = kept(page) if stale else {}
    hand_in(page, tmp_path)
    number = page.inner_text(".receipt")
    page.evaluate(SEES, held)
    page.goto(pages["A1001"].as_uri())
    page.wait_for_selector(".receipt")
    assert page.inner_text(".receipt") == number


def test_a_tab_that_is_locked_holds_no_answers(context, page, pages):
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").first.check()
    assert answers_kept(page, "sessionStorage")
    second = context.new_page()
    second.goto(pages["A1001"].as_uri())
    identify(second, "A1001")
    second.click("[data-screen=elsewhere] main .primary")
    page.wait_for_selector("[data-screen=elsewhere]")
    assert not answers_kept(page, "sessionStorage")
