"""The system's Chromium, driven by Playwright: for tests and benchmarks alike."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Keep in step with scripts/system_packages.sh.
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"

# Chromium must stay quiet: no update, sync or start-up traffic, so that any request a page makes is the page's own.
BROWSER_ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_browser() -> str | None:
    """Return the path of the system's Chromium or Chrome, None without one."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or (MAC_CHROME if Path(MAC_CHROME).exists() else None)


@contextmanager
def launched() -> Iterator[Browser]:
    """Start the system's browser without a window, and close it in the end."""
    from playwright.sync_api import sync_playwright

    # Chromium's sandbox refuses to run as root, as in containers.
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*BROWSER_ARGUMENTS, *(["--no-sandbox"] if root else [])]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        yield chromium
        chromium.close()
