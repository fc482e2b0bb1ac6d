"""Roles, terms and references in a real browser."""

import html
import re

from guizhang.model.text import LANGS
from guizhang.site.csp import policy
from tests.site.reading.desk import CHAPTER, shown, tool


def test_a_role_hides_what_binds_others_and_says_how_many(desk, page):
    page.goto(f"{desk}/{CHAPTER}?lang=zh")
    assert len(shown(page)) == 4
    page.locator(".gz-chips [data-role=agent]").click()
    assert shown(page) == ["desk/open", "desk/phones", "desk/long"]
    assert "另有1条没有显示" in page.locator(".gz-hidden-note").inner_text()
    page.emulate_media(media="print")
    assert page.locator(".gz-hidden-note").is_visible(), "paper says what it leaves out"
    page.emulate_media(media="screen")
    page.reload()
    assert len(shown(page)) == 3, "remembered"
    page.goto(f"{desk}/{CHAPTER}?lang=zh#bare")
    page.reload()
    assert "desk/bare" in shown(page), "a link leads to its rule, whomever it binds"
    page.get_by_role("button", name="全部显示").click()
    assert len(shown(page)) == 4


def test_a_role_hides_what_binds_others_in_the_contents_too(desk, page):
    page.goto(f"{desk}/regulations/desk.html?lang=zh")
    lines = page.locator(".gz-contents ul > li")
    assert [line.is_visible() for line in lines.all()] == [True] * 4
    page.locator(".gz-chips [data-role=manager]").click()
    assert [line.is_visible() for line in lines.all()] == [True, False, True, True]
    assert "另有1条没有显示" in page.locator(".gz-hidden-note").inner_text()
    page.goto(f"{desk}/regulations/leave.html?lang=zh")
    assert page.locator(".gz-chips").count() == 0, "rules for everyone offer no roles"


def test_a_page_with_nothing_for_a_role_says_so_and_shows_all(desk, page):
    page.goto(f"{desk}/regulations/complaints/taking.html?lang=zh")
    page.evaluate("localStorage.setItem('guizhang.role', 'manager')")
    page.reload()
    assert "全部照常显示" in page.locator(".gz-hidden-note").inner_text()
    assert page.locator(".gz-article").first.is_visible()


def test_a_role_is_chosen_on_its_page_and_shown_at_home(desk, page):
    page.goto(f"{desk}/roles/agent.html?lang=zh")
    page.locator(".gz-set-role").click()
    page.goto(f"{desk}/index.html?lang=zh")
    assert page.locator(".gz-roles [aria-current]").get_attribute("href") == "roles/agent.html"
    page.goto(f"{desk}/{CHAPTER}?lang=en")
    assert shown(page) == ["desk/open", "desk/phones", "desk/long"]


def test_a_term_says_what_it_means_on_hover_and_leads_to_the_glossary(desk, writer):
    writer.goto(f"{desk}/{CHAPTER}?lang=zh")
    term = writer.locator("[data-address='desk/open'] .gz-cell[lang|=zh] .gz-def")
    assert term.inner_text() == "首问负责"
    term.hover()
    writer.locator(".gz-tip").wait_for()
    assert writer.locator(".gz-tip a").inner_text() == "首问负责"
    term.click()
    writer.wait_for_url("**/glossary.html#*")


def test_a_tap_on_a_term_shows_its_meaning_and_stays(desk, phone):
    phone.goto(f"{desk}/{CHAPTER}?lang=en")
    phone.locator("[data-address='desk/open'] .gz-cell[lang=en] .gz-def").tap()
    phone.locator(".gz-tip").wait_for()
    assert phone.url.endswith("?lang=en")


def test_a_reference_leads_to_its_article(desk, page):
    for lang in LANGS:
        page.goto(f"{desk}/{CHAPTER}?lang={lang}")
        page.locator("[data-address='desk/open'] .gz-ref:visible").click()
        page.wait_for_url("**#long")


def test_everything_works_from_a_folder_and_under_a_strict_policy(folder, writer):
    complaints = []
    writer.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    writer.on("pageerror", lambda error: complaints.append(str(error)))
    chapter = (folder / CHAPTER).as_uri()

    def answer(route):
        page = (folder / CHAPTER).read_text(encoding="utf-8")
        # In a page's head this one is not allowed.
        rule = html.escape(re.sub("frame-ancestors[^;]*;?", "", policy(folder)), quote=True)
        route.fulfill(body=page.replace("<head>", f'<head><meta http-equiv="Content-Security-Policy" content="{rule}">', 1),
                      content_type="text/html; charset=utf-8")  # fmt: skip

    for strict in (False, True):
        if strict:
            writer.route(f"{chapter}*", answer)
        writer.goto(f"{chapter}?lang=zh-hant")
        writer.wait_for_function("document.querySelector('.gz-converted')")
        writer.locator("[data-address='desk/open'] .gz-row").first.hover()
        tool(writer, "qr").click()
        writer.locator(".gz-qr svg").wait_for()
        writer.locator(".gz-chips [data-role=agent]").click()
        writer.locator("[data-address='desk/open'] .gz-cell[lang|=zh] .gz-def").hover()
        writer.locator(".gz-tip").wait_for()
        writer.locator(".gz-chips [data-role=agent]").click()
    assert complaints == []
