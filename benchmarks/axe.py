"""axe-core in a page: an npm package, installed into a folder that is gone afterwards."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = "axe-core@4.14.1"
_DIGITS = re.compile(r"\[data-[\w-]+=[^]]*\]|:nth-(?:child|of-type)\(\d+\)|#[\w-]*\d[\w-]*")


def install(folder: Path, *packages: str) -> bool:
    """Install npm *packages* into *folder*; say so where that cannot be."""
    npm = shutil.which("npm")
    command = [
        npm or "npm",
        "install",
        "--prefix",
        str(folder),
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        *packages,
    ]
    if npm and subprocess.run(command, capture_output=True, check=False).returncode == 0:
        return True
    print("npm is missing or offline: nothing audited")
    return False


def axe_script(folder: Path) -> str:
    """Return the script that was installed into *folder*."""
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, script: str) -> list[str]:
    """Return what axe finds on the page as it is, one line for each element, without the numbers in its selector."""
    page.wait_for_timeout(100)
    page.evaluate(script)
    result = page.evaluate("axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})")
    return [
        f"{fault['id']} {_DIGITS.sub('', str(node['target'][0]))} -- {' '.join(node['failureSummary'].split())[:160]}"
        for fault in result["violations"]
        for node in fault["nodes"]
    ]
