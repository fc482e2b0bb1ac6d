"""The fixtures of conftest.py: a browser that shows Chinese, a web server, and failing instead of skipping under CI."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests import chromium, conftest

PAGE = '<!doctype html><meta charset="utf-8"><title>规章</title><p id="zh">投诉处理规定</p>'


def test_the_browser_shows_a_served_page_with_chinese(
    page: Page, serve_folder: Callable[[Path], str], cjk_font: str, tmp_path: Path
) -> None:
    (tmp_path / "规章.html").write_text(PAGE, encoding="utf-8")
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    base = serve_folder(tmp_path)
    page.goto(f"{base}/规章.html")
    assert page.title() == "规章"
    assert page.locator("#zh").inner_text() == "投诉处理规定"
    assert [url for url in requests if not url.startswith(base)] == []


@pytest.mark.parametrize(("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)])
def test_a_missing_browser_fails_under_ci_and_skips_elsewhere(
    monkeypatch: pytest.MonkeyPatch, ci: str, outcome: type[BaseException]
) -> None:
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="no browser"):
        conftest.unavailable("no browser")


def test_nothing_is_found_on_an_empty_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "MAC_CHROME", str(tmp_path / "none"))
    monkeypatch.setattr(conftest.sys, "platform", "linux")
    assert chromium.find_browser() is None
    assert conftest.find_cjk_font() is None
