"""A version announced while the one before stays in force: what readers see until its first day."""

import pytest

from guizhang.site.build import build_site
from tests.site.conftest import write_project

RECORD = """\
id: "2026.8"
issued: 2026-11-22
regulations: {complaints: "1.2"}
renewed: [complaints]
changes:
  - address: complaints/first-reply
    name: {zh: 第一条 首次回复, en: Article 1 First reply}
    aspects: [figures]
    lines: [{was: {zh: 须在48小时内首次回复<客户>。, en: Reply within 48 hours.}, now: {zh: 须在24小时内首次回复客户。, en: Reply within 24 hours.}}]
  - was_address: complaints/gone
    name: {zh: 第九条 意见箱, en: Article 9 Suggestion box}
    aspects: [removed]
    lines: [{was: {zh: 设意见箱。, en: There is a box.}}]
"""
PAGE = "regulations/complaints/taking.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    base = tmp_path_factory.mktemp("renewing")
    root = write_project(base / "project")
    rules = root / "content" / "regulations" / "complaints.yaml"
    text = rules.read_text(encoding="utf-8")
    assert 'version: "1.2"' in text
    rules.write_text(text.replace("effective: 2026-12-01", "effective: 2027-01-01"), encoding="utf-8")
    (root / "content" / "editions" / "2026.8.yaml").write_text(RECORD, encoding="utf-8")
    return build_site(root, base / "site").out


def shown(page, site, day, path=PAGE):
    page.clock.set_fixed_time(f"{day}T08:00:00")
    page.goto((site / path).as_uri() + "?lang=both")
    return page.locator(".gz-pagehead .gz-force"), page.locator(".gz-until")


def test_until_the_day_what_applies_stands_under_what_changes(page, site):
    notice, until = shown(page, site, "2026-12-31")
    assert "新的一版自2027年1月1日起施行" in notice.inner_text().replace(" ", "")
    assert "It also changes: 第九条 意见箱 Article 9 Suggestion box" in " ".join(notice.inner_text().split())
    assert until.count() == 1
    assert page.locator("section[data-address='complaints/first-reply'] .gz-until").is_visible()
    said = " ".join(until.inner_text().split())
    assert said.startswith("尚未施行：自2027年1月1日起施行。改动处的现行文字：")
    assert "须在48小时内首次回复<客户>。 Reply within 48 hours." in said


def test_from_the_day_on_nothing_is_said(page, site):
    notice, until = shown(page, site, "2027-01-01")
    assert not notice.is_visible()
    assert not until.is_visible()


def test_links_and_lists_do_not_mark_what_stays_in_force(page, site):
    shown(page, site, "2026-12-31", "index.html")
    assert "尚未施行" not in page.locator("a[href='regulations/complaints.html']").last.inner_text()


def test_what_applied_before_is_not_copied(site, serve_folder, browser):
    """Nor is the line of what earlier editions changed."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{serve_folder(site)}/{PAGE}?lang=both")
    article = page.locator("section[data-address='complaints/first-reply']")
    assert article.locator(".gz-history .gz-cell").count() > 0
    article.locator(".gz-row").first.hover()
    page.locator(".gz-tools [data-tool=zh]").click()
    page.locator(".gz-done").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert copied.count("首次回复客户") == 1
