"""The practice page of the small handbook, built once, and a page that asks one item."""

import pytest

from guizhang.site.build import build_site
from tests.site.practice.answering import PAGE
from tests.site.practising import practising_project

LATER = """days => { const Real = Date, ahead = days * 86400000;
  window.Date = class extends Real { constructor(...a) { a.length ? super(...a) : super(Real.now() + ahead); }
                                     static now() { return Real.now() + ahead; } }; }"""

ASK = """id => { const own = guizhangPick.round;
  guizhangPick.round = () => guizhangPick.where(() => true)
    .then(all => ({items: all.filter(item => item.id === id)}))
    .finally(() => { guizhangPick.round = own; });
  location.hash = "#daily"; }"""


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    base = tmp_path_factory.mktemp("practice")
    return build_site(practising_project(base / "project"), base / "site").out


@pytest.fixture(scope="session")
def base(built, serve_folder):
    return serve_folder(built)


@pytest.fixture
def errors(page):
    """What the page complained of; none is expected."""
    found = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    yield found
    assert found == []


@pytest.fixture
def asked(page, base, errors):
    """Open the page and ask one item: ``asked("practise-who-first")``."""

    def ask(item, view="zh", days=0):
        if days:
            page.add_init_script(f"({LATER})({days})")
        page.goto(f"{base}/{PAGE}?lang={view}")
        page.evaluate(ASK, item)
        page.locator(".gz-stem").first.wait_for()
        return page

    return ask
