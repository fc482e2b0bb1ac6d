"""Marks of reading in a real browser: by hand, by key, in two tabs, over two editions."""

import re
import shutil

import pytest

from guizhang.site.csp import policy
from tests.site.progress.marking import CHAPTER, LISTS, article, control, exported, mark_page, states

NO_STORE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("blocked", "SecurityError"); } });"""

FULL_STORE = """Storage.prototype.setItem = function () { throw new DOMException("full", "QuotaExceededError"); };"""


def test_marking_by_hand_and_by_key(base, page, errors):
    page.goto(f"{base}/one/{CHAPTER}?lang=zh")
    assert set(states(page).values()) == {"unread"}
    button = control(page, "complaints/first-reply").locator(".gz-mark-set")
    button.focus()
    page.keyboard.press("Enter")
    assert states(page) == {"complaints/first-reply": "read", "complaints/closing": "unread"}
    assert page.locator(".gz-reading-count").inner_text().strip() == "已读 1/2 条"
    page.wait_for_selector('.gz-nav a[data-read="1/2"]')
    page.reload()
    assert states(page)["complaints/first-reply"] == "read"
    assert button.inner_text().startswith("已读")
    article(page, "complaints/closing").locator(".gz-num").focus()
    page.keyboard.press("m")
    assert states(page)["complaints/closing"] == "read"
    assert page.locator(".gz-reading-status").inner_text() == "第二条已标为已读。"
    page.keyboard.press("m")
    assert states(page)["complaints/closing"] == "unread"
    assert page.locator(".gz-reading-status").inner_text() == "第二条不再标为已读。"


def test_everything_on_a_page_and_back(base, page, errors):
    page.goto(f"{base}/one/{CHAPTER}")
    control(page, "complaints/closing").locator(".gz-mark-set").focus()
    page.keyboard.press("Enter")
    page.locator(".gz-reading-all button").click()
    assert set(states(page).values()) == {"read"}
    page.locator(".gz-undo").click()
    assert states(page) == {"complaints/first-reply": "unread", "complaints/closing": "read"}


def test_scrolling_marks_nothing_but_time_suggests(base, page, errors):
    page.clock.install()
    page.goto(f"{base}/one/{CHAPTER}")
    page.locator(".gz-pager").scroll_into_view_if_needed()
    page.wait_for_timeout(200)
    assert page.locator(".gz-suggest").count() == 0
    page.clock.run_for(120_000)
    page.wait_for_selector(".gz-suggest")
    assert set(states(page).values()) == {"unread"}


def test_a_change_is_noticed_shown_and_read_again(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}?lang=both")
    page.goto(f"{base}/two/{CHAPTER}")
    assert set(states(page).values()) == {"changed"}
    assert "2 条读后有改动" in page.locator(".gz-reading-count").inner_text()
    first = control(page, "complaints/first-reply")
    show = first.locator(".gz-mark-show")
    show.click()
    change = page.locator(".gz-change")
    change.wait_for()
    assert show.get_attribute("aria-expanded") == "true"
    zh, en = change.locator("[lang='zh-Hans']"), change.locator("[lang='en']")
    assert zh.inner_text() == "接到投诉后，客服人员须在128小时内首次回复客户。"
    assert (zh.locator("del").inner_text(), zh.locator("ins").inner_text()) == ("12", "8")
    assert (en.locator("del").inner_text(), en.locator("ins").inner_text()) == ("12", "8")
    show.click()
    assert change.count() == 0
    first.locator(".gz-mark-set").click()
    assert states(page)["complaints/first-reply"] == "read"
    assert not show.is_visible()


def test_who_read_one_language_is_not_asked_about_the_other(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}?lang=zh")
    page.goto(f"{base}/two/{CHAPTER}")
    assert states(page) == {"complaints/first-reply": "changed", "complaints/closing": "read"}, "only English changed"


def test_white_space_is_no_change(base, page, errors):
    mark_page(page, f"{base}/one/regulations/leave/basics.html")
    page.goto(f"{base}/two/regulations/leave/basics.html")
    assert set(states(page).values()) == {"read"}


def test_my_reading_lists_changes_and_progress(base, page, errors):
    page.goto(f"{base}/one/{LISTS}?lang=en")
    assert page.locator(".gz-continue").inner_text() == "Start reading"
    mark_page(page, f"{base}/one/{CHAPTER}?lang=both")
    mark_page(page, f"{base}/one/regulations/leave/basics.html")
    page.goto(f"{base}/two/{LISTS}?lang=en")
    page.locator(".gz-changed-article").first.wait_for()
    heads = page.locator(".gz-changed-article h3").all_inner_texts()
    assert [head.strip() for head in heads] == ["Art. 1 First reply", "Art. 2 Closing a case"]
    second = page.locator(".gz-changed-article").nth(1)
    assert second.locator("[lang='en'] del").all_inner_texts() == ["after", "manager has approved it"]
    assert second.locator("h3 a").get_attribute("href") == f"{CHAPTER}#closing"
    assert page.locator('.gz-progress-row[data-regulation="leave"] small').inner_text().startswith("3 of 4 read")
    page.select_option("[data-gz-role]", "manager")
    row = page.locator('.gz-progress-row[data-role="manager"]')
    assert row.is_visible()
    assert row.locator("small").inner_text().startswith("3 of 6 read"), "complaints are not for managers"
    assert page.locator(".gz-continue a").get_attribute("href") == f"{CHAPTER}#first-reply"
    assert page.locator(".gz-continue").inner_text() == "Continue reading"
    second.get_by_role("button").click()
    page.wait_for_function("() => document.querySelectorAll('.gz-changed-article').length === 1")
    page.reload()
    assert page.locator("[data-gz-role]").input_value() == "manager"


def test_two_tabs_know_of_each_other(base, browser):
    context = browser.new_context()
    one, two = context.new_page(), context.new_page()
    one.goto(f"{base}/one/{CHAPTER}")
    two.goto(f"{base}/one/{CHAPTER}")
    control(one, "complaints/first-reply").locator(".gz-mark-set").click()
    two.wait_for_selector('[data-address="complaints/first-reply"][data-read="read"]')
    control(two, "complaints/closing").locator(".gz-mark-set").click()
    one.wait_for_selector('[data-address="complaints/closing"][data-read="read"]')
    assert set(states(one).values()) == {"read"}, "neither tab undid the other's mark"
    context.close()


@pytest.mark.parametrize("script", [NO_STORE, FULL_STORE], ids=["blocked", "full"])
def test_without_a_store_it_works_until_the_page_closes(base, page, errors, script):
    page.add_init_script(script)
    page.goto(f"{base}/one/{CHAPTER}?lang=en")
    assert page.locator(".gz-reading-status").inner_text() == "", "quiet until something cannot be kept"
    control(page, "complaints/closing").locator(".gz-mark-set").click()
    assert states(page)["complaints/closing"] == "read"
    assert page.locator(".gz-reading-status").inner_text().startswith("Your browser keeps nothing here")
    control(page, "complaints/closing").locator(".gz-mark-set").click()
    assert states(page)["complaints/closing"] == "unread"
    page.goto(f"{base}/one/{LISTS}?lang=en")
    assert page.locator(".gz-not-kept").is_visible()
    assert page.locator('.gz-progress-row[data-regulation="leave"] small').inner_text().startswith("4 rules")


def test_it_opens_from_a_folder(editions, page, errors):
    page.goto((editions / "one" / CHAPTER).as_uri())
    page.locator(".gz-reading-all button").click()
    page.wait_for_function("() => Object.keys(localStorage).some(key => key.startsWith('guizhang.text.'))")
    page.reload()
    assert set(states(page).values()) == {"read"}
    page.goto((editions / "two" / LISTS).as_uri())
    page.locator(".gz-changed-article ins").first.wait_for()


def test_it_works_under_the_strict_policy(editions, base, page, errors):
    rules = policy(editions / "two")

    def add(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": rules})

    page.route("**/*", add)
    mark_page(page, f"{base}/one/{CHAPTER}?lang=both")
    page.goto(f"{base}/two/{CHAPTER}")
    page.locator(".gz-mark-show").first.click()
    page.locator(".gz-change ins").first.wait_for()
    assert exported(page, base, "two")["read"]["complaints"]["closing"]["text"]["en"][0] == "Closing a case"


def test_printing_shows_none_of_it(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}")
    page.emulate_media(media="print")
    assert not page.locator(".gz-mark, .gz-reading-all, .gz-reading-count").filter(visible=True).count()


def test_what_does_not_load_keeps_nobody_from_marking(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}")
    mark_page(page, f"{base}/one/regulations/leave/basics.html")
    page.route("**/reading/**/*", lambda route: route.abort())
    page.goto(f"{base}/two/{CHAPTER}?lang=en")
    control(page, "complaints/closing").locator(".gz-mark-set").click()
    assert states(page) == {"complaints/first-reply": "changed", "complaints/closing": "read"}
    control(page, "complaints/first-reply").locator(".gz-mark-show").click()
    page.wait_for_selector(".gz-reading-status:has-text('please read the article again')")
    page.goto(f"{base}/two/{LISTS}?lang=en")
    page.wait_for_timeout(300)
    assert page.locator('.gz-progress-row[data-regulation="leave"] small').inner_text().startswith("4 rules")


def test_two_handbooks_on_one_host_do_not_mix(editions, base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}")
    shutil.copytree(editions / "one", editions / "other", dirs_exist_ok=True)
    chapter = editions / "other" / CHAPTER
    html = chapter.read_text(encoding="utf-8")
    chapter.write_text(re.sub(r'data-handbook="\w+"', 'data-handbook="ffffff"', html), encoding="utf-8")
    page.goto(f"{base}/other/{CHAPTER}")
    assert set(states(page).values()) == {"unread"}
