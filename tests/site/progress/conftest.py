"""Two editions of the small handbook, built once."""

import pytest

from guizhang.site.build import build_site
from tests.site.conftest import write_project


@pytest.fixture(scope="session")
def editions(tmp_path_factory):
    """A folder with the site of edition one, and of edition two: a figure and an English sentence have changed."""
    base = tmp_path_factory.mktemp("editions")
    project = write_project(base / "project")
    build_site(project, base / "web" / "one")
    for name, old, new in (
        ("handbook.yaml", "reply: PT12H", "reply: PT8H"),
        ("regulations/complaints.yaml", "only after the manager has approved it", "only with the manager's approval"),
        ("regulations/leave.yaml", "article has no title", "article  has no title"),
    ):
        path = project / "content" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    build_site(project, base / "web" / "two")
    return base / "web"


@pytest.fixture(scope="session")
def base(editions, serve_folder):
    return serve_folder(editions)


@pytest.fixture
def errors(page):
    """What the page complained of; none is expected."""
    found = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda message: found.append(message.text) if "Security Policy" in message.text else None)
    page.on(
        "response",
        lambda answer: found.append(answer.url) if answer.status >= 400 and "progress" in answer.url else None,
    )
    yield found
    assert found == []
