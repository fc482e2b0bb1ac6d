"""Paper is white: what is printed from the dark look is what is printed from the light one, on every kind of page."""

import shutil

import pytest

from guizhang.sealing.key_files import make_key
from guizhang.site.build import build_site
from tests.site.conftest import ROOT
from tests.site.practising import practising_project
from tests.site.test_browser import KINDS

TEMPLATES = ROOT / "generator" / "guizhang"
STANDING_ALONE = (
    "editions/templates/diff.css",
    "exam/web/client/exam.css",
    "grading/templates/page.css",
    "importers/templates/import-report.css",
)
OWN_PAGE = "<style>{css}</style><body><h1>规</h1><p>正文 text <a href='#'>link</a></p><p class='en'>English</p>"
# Of each element that is seen: what it is, and every colour it is printed in.
COLOURS = """() => Array.from(document.querySelectorAll("body, body *")).filter(one => one.checkVisibility()).map(one => {
  const found = getComputedStyle(one);
  return [one.tagName + "." + one.className, found.color, found.backgroundColor, found.borderTopColor, found.fill];
})"""
# What stands in the text itself, not in a form's own white sheet or a picture.
PALE = """() => Array.from(document.querySelectorAll("main :is(p, h1, h2, h3, td, li, dt, dd)"))
  .filter(one => one.checkVisibility() && one.innerText.trim())
  .filter(one => /rgb\\((\\d+), (\\d+), (\\d+)\\)/.exec(getComputedStyle(one).color).slice(1).some(part => part > 150))
  .map(one => one.className + ": " + one.innerText.slice(0, 40))"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    base = tmp_path_factory.mktemp("printed")
    root = practising_project(base / "project")
    settings = root / "content" / "handbook.yaml"
    make_key(base / "keys", "a long password")
    shutil.copy(base / "keys" / "public-key.jwk", root / "content" / "receipts.jwk")
    asked = "acknowledgement: {key: content/receipts.jwk}\n"
    settings.write_text(settings.read_text(encoding="utf-8") + asked, encoding="utf-8")
    return build_site(root, base / "site").out


@pytest.fixture(scope="module")
def served(printed, serve_folder):
    return serve_folder(printed)


@pytest.fixture(scope="module")
def looks(browser):
    """A page in each look, by what the system says."""
    contexts = {look: browser.new_context(color_scheme=look) for look in ("light", "dark")}
    yield {look: context.new_page() for look, context in contexts.items()}
    for context in contexts.values():
        context.close()


def on_paper(page, address):
    page.emulate_media(media="screen")
    page.goto(address)
    page.emulate_media(media="print")
    return page.evaluate(COLOURS)


@pytest.mark.parametrize("path", [*KINDS, "practice.html", "my-reading.html", "acknowledge.html"])
def test_every_kind_of_page_is_printed_alike_from_both_looks(served, looks, path):
    address = f"{served}/{path}?lang=both"
    light, dark = (on_paper(looks[look], address) for look in ("light", "dark"))
    assert looks["dark"].evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert [pair for pair in zip(light, dark, strict=True) if pair[0] != pair[1]] == []
    assert looks["dark"].evaluate(PALE) == []


def test_what_was_chosen_by_the_button_is_left_on_the_screen_too(served, page):
    page.goto(f"{served}/regulations/complaints/taking.html")
    page.locator("label[for^=__palette]:visible").first.click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.emulate_media(media="print")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.gz-article .gz-cell[lang|=zh]')).color")
        == "rgb(0, 0, 0)"
    )


def test_a_round_of_practice_is_printed_with_what_it_asks(served, looks):
    rounds = {}
    for look, page in looks.items():
        page.emulate_media(media="screen")
        page.goto(f"{served}/practice.html?lang=zh")
        page.evaluate("location.hash = '#document=complaints'")
        page.locator(".gz-stem").wait_for()
        page.emulate_media(media="print")
        assert page.locator(".gz-stem").is_visible()
        assert not page.locator(".gz-go").is_visible(), "a button does nothing on paper"
        rounds[look] = page.evaluate("getComputedStyle(document.querySelector('.gz-stem')).color")
    assert set(rounds.values()) == {"rgb(0, 0, 0)"}


@pytest.mark.parametrize("name", STANDING_ALONE)
def test_pages_that_stand_alone_are_dark_on_screens_only(looks, name):
    css = (TEMPLATES / name).read_text(encoding="utf-8")
    found = {}
    for look, page in looks.items():
        page.emulate_media(media="screen")
        page.set_content(OWN_PAGE.format(css=css))
        screen = page.evaluate(COLOURS)
        page.emulate_media(media="print")
        found[look] = screen, page.evaluate(COLOURS)
    assert found["light"][0] != found["dark"][0], "there is a dark look to leave"
    assert found["light"][1] == found["dark"][1]
