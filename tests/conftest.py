"""What tests need from the machine: a browser, a Chinese font, a local web server.

Where the browser or the font is missing, tests that ask for it skip and say why. Under CI=true they fail instead: a run
that skipped what a person sees has not tested it.
"""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from hypothesis import settings

from tests.chromium import find_browser, launched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


# Time belongs to the benchmarks: on a busy machine a deadline fails for no fault of the code.
settings.register_profile("untimed", deadline=None)
# What decides whether a change lands must not depend on luck: the same examples every time. `make test` looks for new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile("untimed")


def unavailable(reason: str) -> NoReturn:
    """Skip the test for *reason*; under CI=true fail it."""
    if os.environ.get("CI", "").lower() in ("true", "1"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def find_cjk_font() -> str | None:
    """Return the name of a font family for Chinese that fontconfig knows, None without one."""
    if sys.platform in ("darwin", "win32"):
        return "the system's own"
    if not shutil.which("fc-list"):
        return None
    listed = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=True).stdout
    return next(iter(sorted(listed.splitlines())), None)


@pytest.fixture(scope="session")
def cjk_font() -> str:
    """A font family that has Chinese; ask for it where a PDF or a picture with Chinese is made."""
    return find_cjk_font() or unavailable("no Chinese font; on Debian: apt-get install fonts-noto-cjk fontconfig")


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """The system's Chromium, driven by Playwright; one for each test process."""
    find_browser() or unavailable("no Chromium or Chrome; on Debian: apt-get install chromium")
    with launched() as chromium:
        yield chromium


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    """A new page in a context of its own: no storage or cookie from another test."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a log line for each."""

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve *folder* on the loopback address at a free port; gives the base URL, without a slash at its end."""
    handler = functools.partial(_QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder until the tests end and returns its base URL: `serve_folder(site)`."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(serving(folder))
