"""The search box in Chromium: bytes and time to the first ten results, and how long a key takes; beside two others.

Corpora are those of `corpus.py`. Every query starts in a new context, so nothing is cached; bytes are what the server
sent, the scripts and styles of the box itself included. "Slow" is 10 Mbit/s, 40 ms and a quarter of the processor.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import search_rivals
from benchmarks.corpus import regulations
from benchmarks.measure import Row
from benchmarks.search_rivals import Rival
from benchmarks.serving import sent, served
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.regulation import Regulation
from guizhang.model.text import Text
from guizhang.site.search.build import index_files
from tests.chromium import launched
from tests.site.box import write_box

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIZES = (1_000, 5_000, 20_000, 100_000)
RIVAL_SIZES = (5_000, 20_000)
PLAIN = ("客户意见", "核对合同", "发生争议时")
"""Queries every engine can be timed with."""
QUERIES = (*PLAIN, "门禁卡 主管", "record visitors", "anpai", "第十二条")
_SLOW = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
_CPU = 4
_PATIENCE = 600_000
_TIMED = """async (query) => {
  const began = performance.now();
  await (%s)(query);
  return performance.now() - began;
}"""
_TARGETS = {20_000: ("<= 120", "<= 150", "<= 800", ""), 100_000: ("<= 150", "<= 200", "<= 800", "<= 30")}

OURS = Rival(
    "box",
    "index.html",
    """(query) => new Promise((done) => {
      const seen = () => document.querySelectorAll(".gz-search-hit").length;
      const observer = new MutationObserver(() => seen() >= 10 && done(seen()));
      observer.observe(document.body, { childList: true, subtree: true });
      document.querySelector(".gz-search-open").click();
      const input = document.querySelector(".gz-search-input");
      input.value = query;
      input.dispatchEvent(new InputEvent("input"));
    })""",
)
_KEYS = """async (queries) => {
  const input = document.querySelector(".gz-search-input");
  const press = (text) => new Promise((done) => {
    const began = performance.now();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      done(performance.now() - began);
    });
    observer.observe(document.querySelector(".gz-search-note"), { childList: true });
    input.value = text;
    input.dispatchEvent(new InputEvent("input"));
  });
  const texts = queries.flatMap((query) => [...query].map((_, i) => query.slice(0, i + 1)));
  for (const text of texts) await press(text); // what is needed is here afterwards
  const times = [];
  for (const text of texts) times.push(await press(text));
  return times;
}"""


@dataclass(frozen=True)
class Run:
    """One query in a new context."""

    kilobytes: float
    milliseconds: float
    slow_milliseconds: float


def rows() -> Iterator[Row]:
    """Yield the figures of the box for each size, and those of the others with how many times more they are."""
    with tempfile.TemporaryDirectory() as scratch, launched() as browser:
        python = search_rivals.tools(Path(scratch) / "tools")
        if python is None:
            yield Row("other engines cannot be had here", 0, "")
        for size in SIZES:
            folder = Path(scratch) / f"box-{size}"
            write_box(folder, index_files(_book(size), "x"), "x")
            ours = _runs(browser, OURS, folder, QUERIES)
            kilobytes, quick, slow, keys = _TARGETS.get(size, ("", "", "", ""))
            for (what, unit, value), target in zip(_figures(ours), (kilobytes, quick, slow), strict=True):
                yield Row(f"{size} articles, {what}", value, unit, target)
            yield Row(f"{size} articles, a key, p95", _key_milliseconds(browser, folder), "ms", keys)
            if python and size in RIVAL_SIZES:
                yield from _beside(browser, python, Path(scratch), size, ours[: len(PLAIN)])


def _figures(runs: Sequence[Run]) -> tuple[tuple[str, str, float], ...]:
    return (
        ("bytes to first results, most", "KB", max(run.kilobytes for run in runs)),
        ("first 10 results", "ms", statistics.median(run.milliseconds for run in runs)),
        ("first 10 results, slow", "ms", statistics.median(run.slow_milliseconds for run in runs)),
    )


def _beside(browser: Browser, python: Path, scratch: Path, size: int, ours: Sequence[Run]) -> Iterator[Row]:
    makers: Sequence[tuple[Rival, Callable[[Path, Path, Iterator[Regulation]], None]]] = (
        (search_rivals.PAGEFIND, search_rivals.write_pagefind),
        (search_rivals.MATERIAL, search_rivals.write_material),
    )
    for rival, write in makers:
        folder = scratch / f"{rival.name}-{size}"
        folder.mkdir()
        write(python, folder, regulations(size))
        theirs = _figures(_runs(browser, rival, folder, PLAIN))
        for (what, unit, value), (_, _, own) in zip(theirs, _figures(ours), strict=True):
            yield Row(f"{size} articles, {rival.name}, {what}", value, unit, f"{value / own:.1f} times the box")


def _book(size: int) -> Handbook:
    settings = Settings(title=Text(zh="规章", en="Rules"), company=Text(zh="公司", en="Company"))
    return Handbook(settings, tuple(regulations(size)), (), (), ())


def _runs(browser: Browser, rival: Rival, folder: Path, queries: Sequence[str]) -> list[Run]:
    with served(folder) as base:
        quick = [_first_ten(browser, rival, base, query, slow=False) for query in queries]
        slow = [_first_ten(browser, rival, base, query, slow=True) for query in queries]
    return [Run(size / 1000, time, late) for (size, time), (_, late) in zip(quick, slow, strict=True)]


def _first_ten(browser: Browser, rival: Rival, base: str, query: str, *, slow: bool) -> tuple[float, float]:
    """Return bytes that belong to the search, and milliseconds until ten results are in the page."""
    sent(base, rival.part)
    context = browser.new_context()
    page = context.new_page()
    if slow:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", _SLOW)
        session.send("Emulation.setCPUThrottlingRate", {"rate": _CPU})
    page.set_default_timeout(_PATIENCE)
    page.goto(f"{base}/{rival.page}", wait_until=rival.ready)
    milliseconds: float = page.evaluate(_TIMED % rival.first_ten, query)
    context.close()
    return sent(base, rival.part), milliseconds


def _key_milliseconds(browser: Browser, folder: Path) -> float:
    """Return the 95th percentile of the time from a key to its results, when everything is loaded."""
    with served(folder) as base:
        page: Page = browser.new_page()
        page.goto(f"{base}/{OURS.page}")
        page.evaluate(f"(query) => ({OURS.first_ten})(query)", QUERIES[0])
        times: list[float] = page.evaluate(_KEYS, list(QUERIES))
        page.close()
    return statistics.quantiles(times, n=20)[-1]
