"""How the pages stand on a desk, on a phone, in forced colours and without scripts."""

from __future__ import annotations

import pytest

from tests.chromium import find_browser

CHAPTER = "regulations/complaints/taking.html"


def address(site, path):
    name, _, view = path.partition("?")
    return (site / name).as_uri() + (f"?lang={view}" if view else "")


def opened(browser, site, path, **how):
    page = browser.new_context(**how).new_page()
    page.goto(address(site, path))
    return page


@pytest.fixture
def phone(browser):
    """Opens a page on a phone of 360 pixels."""
    contexts = []

    def show(site, path):
        context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
        contexts.append(context)
        page = context.new_page()
        page.goto(address(site, path))
        return page

    yield show
    for context in contexts:
        context.close()


def box(page, selector):
    return page.locator(selector).first.bounding_box()


def test_the_sidebar_scrolls_by_itself_and_begins_where_the_reader_is(page, site):
    page.set_viewport_size({"width": 1280, "height": 320})
    page.goto(address(site, "records/wide-register.html?both"))
    pane = page.locator(".md-sidebar--primary .md-sidebar__scrollwrap")
    whole, shown = pane.evaluate("pane => [pane.scrollHeight, pane.clientHeight]")
    assert whole > shown
    here, around = box(page, ".gz-nav [aria-current]"), pane.bounding_box()
    assert around["y"] + around["height"] <= 320
    assert around["y"] <= here["y"] <= here["y"] + here["height"] <= around["y"] + around["height"]
    page.evaluate("scrollTo(0, 60)")
    assert pane.bounding_box()["y"] >= 48, "it stays beside the text, below the header"


def test_scripts_etiquette_and_records_stand_apart(page, site):
    page.goto(address(site, "index.html?en"))
    groups = page.locator(".gz-nav-group").all_inner_texts()
    assert [group for group in groups if group in ("Scripts", "Etiquette", "Records")] == [
        "Scripts",
        "Etiquette",
        "Records",
    ]
    for name in ("scripts", "etiquette", "records"):
        targets = page.locator(f"section:has(> #gz-{name}) a").evaluate_all(
            "all => all.map(a => a.getAttribute('href'))"
        )
        assert targets
        assert all(target.startswith(f"{name}/") for target in targets)


def test_what_a_figure_means_stays_on_the_phone(phone, site):
    page = phone(site, CHAPTER)
    page.locator(".gz-fact:visible").first.tap()
    tip = box(page, ".gz-tip")
    assert tip["x"] >= 12
    assert tip["x"] + tip["width"] <= 360 - 12


@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("index.html", ".gz-home .gz-list li > a"),
        ("index.html", ".gz-roles a"),
        ("index.html", ".gz-view button"),
        ("index.html", "button.gz-menu"),
        ("regulations/leave.html", ".gz-contents ul a"),
        ("roles/agent.html", ".gz-set-role"),
        ("my-reading.html", ".gz-progress-row > a"),
        ("my-reading.html", "[data-gz-role]"),
    ],
)
def test_what_leads_on_can_be_hit_with_a_thumb(phone, site, path, selector):
    page = phone(site, path + "?zh")
    found = [link for link in page.locator(selector).all() if link.is_visible()]
    assert found
    assert min(link.bounding_box()["height"] for link in found) >= 43.5


def test_the_contents_can_be_hit_with_a_thumb(phone, site):
    page = phone(site, CHAPTER)
    page.locator("button.gz-menu").tap()
    page.wait_for_function("document.activeElement.closest('.gz-nav') !== null")
    assert min(link.bounding_box()["height"] for link in page.locator(".gz-nav a").all()) >= 43.5


@pytest.mark.parametrize("size", [16, 24, 32])
def test_with_large_letters_the_search_stays_on_the_screen_of_a_phone(browser, site, size):
    arguments = ["--no-sandbox", f"--blink-settings=defaultFontSize={size}"]
    large = browser.browser_type.launch(executable_path=find_browser(), args=arguments)
    page = opened(large, site, "index.html?both", viewport={"width": 390, "height": 740})
    found = box(page, ".gz-search-open")
    assert found["x"] + found["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    large.close()


def test_forced_colours_leave_the_rule_beside_a_duty_and_the_mark_of_the_view(browser, site):
    page = opened(browser, site, CHAPTER + "?zh", forced_colors="active")
    edge = "element => (({borderLeftWidth, borderLeftStyle}) => [borderLeftWidth, borderLeftStyle])(getComputedStyle(element, '::before'))"
    assert page.locator(".gz-norm").first.evaluate(edge) == ["2px", "solid"]
    under = "all => all.map(button => getComputedStyle(button).borderBottomColor)"
    chosen, *others = page.locator(".gz-view button").evaluate_all(under)
    assert chosen not in others
    page.context.close()


def test_without_scripts_the_reading_list_says_what_it_lacks(browser, site):
    page = opened(browser, site, "my-reading.html", java_script_enabled=False)
    assert page.locator("noscript p").is_visible()
    assert not page.locator(".gz-continue").is_visible()
    page.context.close()


def test_without_scripts_no_button_waits_for_them(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    kinds = {path.parent: path for path in sorted(site.rglob("*.html"))}
    # That one finds its style sheets from the root of a server only.
    pages = {*kinds.values(), *site.glob("*.html"), site / CHAPTER} - {site / "404.html"}
    assert len(pages) > 10
    for path in pages:
        page.goto(path.as_uri())
        idle = [one.inner_text() for one in page.locator("button, select, input[type=text]").all() if one.is_visible()]
        assert not idle, path.name
    context.close()


def test_where_the_keyboard_is_can_be_seen(page, site):
    page.set_viewport_size({"width": 360, "height": 400})
    page.goto(address(site, "roles/agent.html?both"))
    seen = set()
    for _ in range(20):
        page.keyboard.press("Tab")
        # A switch that cannot be drawn shows its ring on its label.
        ring = page.evaluate(
            """() => { const at = document.activeElement, shown = at.matches('.md-option') ? at.nextElementSibling : at;
                       return [shown.className.split(' ').pop(), getComputedStyle(shown).outlineStyle]; }"""
        )
        assert ring[1] != "none", ring
        seen.add(ring[0])
    assert {"gz-menu", "md-icon"} <= seen
    page.locator(".gz-role a").last.focus()
    for _ in range(8):
        page.keyboard.press("Shift+Tab")
        top = page.evaluate("document.activeElement.getBoundingClientRect().top")
        in_header = page.evaluate("document.activeElement.closest('.md-header') !== null")
        assert in_header or top >= 48, "nothing in hand is beneath the header"
