"""A site with the chapter beside the small handbook, built once, and windows to read it in."""

import pytest

from guizhang.site.build import build_site
from tests.site.conftest import write_project
from tests.site.reading.desk import RULES


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A site with one chapter of ours beside the small handbook."""
    base = tmp_path_factory.mktemp("desk")
    project = write_project(base / "project")
    (project / "content" / "regulations" / "desk.yaml").write_text(RULES, encoding="utf-8")
    return build_site(project, base / "site").out


@pytest.fixture(scope="session")
def desk(folder, serve_folder):
    return serve_folder(folder)


@pytest.fixture
def writer(browser):
    context = browser.new_context(
        permissions=["clipboard-read", "clipboard-write"], viewport={"width": 1280, "height": 900}
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()
