"""An exam from the draw to the results, sat by twenty people in a browser: what was answered is what is graded.

Every step is the command a trainer types: keygen, draw, collect, grade. The candidates sit in the system's Chromium, each in
a profile of their own, and do what candidates do: leave questions open, mark some, change languages, reload, lose the tab,
take answers back. One comes over plain http, where nothing can be sealed; one knows everything, one nothing.
"""

from __future__ import annotations

import csv
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.measure import Row
from guizhang.model.drawn_item import DrawnItem
from guizhang.model.exam_json import load_record
from guizhang.model.item import ItemType
from tests.chromium import launched
from tests.exam.web.desk import as_graded, give, hand_in, identify, items_of, some_answer, start, turn_to
from tests.quiz.projects import OFFICE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_COMMAND = Path(sys.executable).with_name("guizhang")
_PASSWORD = "a long password"  # noqa: S105 - of a key that is gone with its folder
_INTRANET = "http://rules.intranet.example"
"""Plain http and not this machine: no secure context, so no WebCrypto."""
_EXTRA = 15
_SEED = "0123456789abcdef0123456789abcdef"


@dataclass
class _Desk:
    """One person, a browser, and what was answered."""

    page: Page
    items: tuple[DrawnItem, ...]
    who: str
    address: str
    chance: random.Random
    given: dict[int, str] = field(default_factory=dict)
    """Question -> answer as grading writes it down; what was left open is not there."""
    faults: list[str] = field(default_factory=list)

    def answer(self, numbers: range, choose: Callable[[DrawnItem, random.Random], Any] = some_answer) -> None:
        for number in numbers:
            item = self.items[number - 1]
            answer = choose(item, self.chance)
            if answer is None:
                continue
            turn_to(self.page, number)
            give(self.page, item, number, answer)
            self.given[number] = as_graded(item, answer)

    def expect(self, what: str, seen: object, wanted: object) -> None:
        if seen != wanted:
            self.faults.append(f"{self.who}: {what} is {seen!r}, expected {wanted!r}")

    @property
    def all(self) -> range:
        return range(1, len(self.items) + 1)

    @property
    def halves(self) -> tuple[range, range]:
        middle = len(self.items) // 2 + 1
        return range(1, middle), range(middle, len(self.items) + 1)


def _plainly(desk: _Desk) -> None:
    desk.answer(desk.all)


def _knowing_all(desk: _Desk) -> None:
    desk.answer(desk.all, lambda item, _: _right(item))


def _blank(desk: _Desk) -> None:
    desk.expect("count of answers", desk.page.inner_text("#count"), f"0/{len(desk.items)}")


def _marking(desk: _Desk) -> None:
    desk.answer(desk.all)
    marked = desk.chance.sample(desk.all, 3)
    for number in sorted(marked):
        turn_to(desk.page, number)
        desk.page.click(f"#q{number} .mark")
    desk.page.click("#to-review")
    listed = desk.page.locator("ul.numbers").last.inner_text().split()
    desk.expect("list of marked questions", listed, [str(number) for number in sorted(marked)])
    desk.page.locator("main .actions button").first.click()


def _changing_language(desk: _Desk) -> None:
    for half, view in zip(desk.halves, ("en", "zh"), strict=True):
        desk.answer(half)
        desk.page.click(f".langs [data-view={view}]")


def _with_more_time(desk: _Desk) -> None:
    left = int(desk.page.inner_text("#timer b").split(":")[0])
    desk.expect("time left at the start in minutes", left in (30 + _EXTRA, 29 + _EXTRA), True)
    desk.answer(desk.all)


def _reloading(desk: _Desk) -> None:
    first, second = desk.halves
    desk.answer(first)
    desk.page.reload()
    identify(desk.page, desk.who)
    desk.page.wait_for_selector("#paper")
    desk.answer(second)


def _losing_the_tab(desk: _Desk) -> None:
    first, second = desk.halves
    desk.answer(first)
    with suppress(Exception):  # the browser's way to say that it did
        desk.page.goto("chrome://crash", timeout=2_000)
    context = desk.page.context
    desk.page.close()
    desk.page = context.new_page()
    start(desk.page, desk.address, desk.who)
    desk.answer(second)


def _taking_back(desk: _Desk) -> None:
    desk.answer(desk.all, lambda item, _: _right(item))
    for number in desk.all[::2]:
        turn_to(desk.page, number)
        desk.page.click(f"#q{number} .clear")
        del desk.given[number]
    desk.answer(desk.all[::4])


def _all_at_once(desk: _Desk) -> None:
    if not desk.page.locator("#view-all").is_visible():
        desk.page.click("#overview summary")
    desk.page.click("#view-all")
    desk.answer(desk.all)


_WAYS: tuple[Callable[[_Desk], None], ...] = (
    _knowing_all, _blank, _marking, _changing_language, _with_more_time, _reloading, _losing_the_tab, _taking_back,
    _all_at_once,
)  # fmt: skip
"""What the first of them do; everybody else sits it plainly."""
_UNSEALED = len(_WAYS)
"""Who comes over plain http."""
PEOPLE = 20


def rows() -> Iterator[Row]:
    """Yield the figures; what is not as expected is printed above the table."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        pages = _drawn(folder)
        record = load_record((folder / "exam" / "secret" / "exam.json").read_bytes())
        with launched() as browser:
            desks = [
                _sat(browser, n, who, page, items_of(record, who), folder / "drop")
                for n, (who, page) in enumerate(pages.items())
            ]
        sat = time.perf_counter() - began
        collected = _run(folder, "exam", "collect", "../exam", "../drop", "--once", "--into", "../in", *_key())
        files = sorted((folder / "in").iterdir())
        graded = _run(folder, "grade", "../exam", *map(str, files), "-o", "../results", *_key())
        results = json.loads((folder / "results" / "results.json").read_bytes())["results"]
    found = {result["candidate"]: result for result in results}
    differing = list(_differences(desks, found))
    for line in (*(fault for desk in desks for fault in desk.faults), *differing):
        print(line, flush=True)
    yield Row("people who sat it in a browser", len(desks), "", f"{PEOPLE}")
    yield Row("handed in and collected", sum(f"{who}" in collected for who in pages) and len(files), "", f"{PEOPLE}")
    yield Row("answers given", sum(len(desk.given) for desk in desks), "")
    yield Row("questions left open", sum(len(desk.items) - len(desk.given) for desk in desks), "")
    yield Row("answers that grading reads differently", len(differing), "", "0")
    yield Row("pages that showed something else than they should", sum(len(desk.faults) for desk in desks), "", "0")
    yield Row("files flagged as not sealed", graded.count("SEA017"), "", "1")
    yield Row("points lost by who knew everything", _lost(found[desks[0].who]), "", "0")
    yield Row("points earned by who answered nothing", sum(_points(found[desks[1].who])), "", "0")
    yield Row("from the first command to the last file", sat, "s")
    yield Row("in all", time.perf_counter() - began, "s")


def _drawn(folder: Path) -> dict[str, Path]:
    """Draw the exam as a trainer does; return candidate -> page."""
    shutil.copytree(OFFICE, folder / "office")
    (folder / "drop").mkdir()
    with (folder / "roster.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "language", "extra_minutes"])
        for n in range(PEOPLE):
            extra = _EXTRA if n < len(_WAYS) and _WAYS[n] is _with_more_time else ""
            writer.writerow([f"N{1001 + n}", f"考生{n + 1}", ("", "zh", "en")[n % 3] if n > len(_WAYS) else "", extra])
    _run(folder, "items", "accept", "all")
    _run(folder, "exam", "keygen", "-o", "../keys")
    drawing = ("--candidates", "../roster.csv", "--forms", "2", "--seed", _SEED)
    _run(folder, "exam", "draw", "types", *drawing, "--web", "--public-key", "../keys/public-key.pem", "-o", "../exam")
    with (folder / "exam" / "secret" / "web-pages.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["id"]: folder / "exam" / "handout" / "web" / row["file"] for row in csv.DictReader(file)}


def _key() -> tuple[str, str]:
    return "--key", "../keys/private-key.pem"


def _run(folder: Path, *words: str) -> str:
    """Run a command in the project and return what it says; a fault of its own ends the benchmark."""
    environment = {**os.environ, "GUIZHANG_KEY_PASSWORD": _PASSWORD}
    done = subprocess.run(
        [_COMMAND, "--lang", "en", *words], cwd=folder / "office", env=environment, capture_output=True, text=True, check=False
    )  # fmt: skip
    said = done.stdout + done.stderr
    if done.returncode:
        raise RuntimeError(f"guizhang {' '.join(words[:2])} ended with {done.returncode}: {said[-2000:]}")
    return said


def _sat(browser: Browser, n: int, who: str, path: Path, items: tuple[DrawnItem, ...], drop: Path) -> _Desk:
    """Sit the exam as the *n*-th of them, and hand the file in."""
    context = browser.new_context(accept_downloads=True)
    address = path.as_uri()
    if n == _UNSEALED:
        address = f"{_INTRANET}/{path.name}"
        body = path.read_bytes()
        context.route(
            f"{_INTRANET}/**", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8")
        )
    page = context.new_page()
    start(page, address, who)
    desk = _Desk(page, items, who, address, random.Random(n))  # noqa: S311 - the same answers every time
    (_WAYS[n] if n < len(_WAYS) else _plainly)(desk)
    hand_in(desk.page, drop)
    context.close()
    return desk


def _right(item: DrawnItem) -> Any:
    """Return the right answer as a candidate gives it; something for an assessor to read where there is none."""
    match item.type:
        case ItemType.CLOZE:
            return [k if gap.options else gap.accepted[0] for gap, k in zip(item.gaps, item.key, strict=True)]
        case ItemType.SHORT_ANSWER:
            return "先登记，再回复。"
        case ItemType.SINGLE_CHOICE | ItemType.TRUE_FALSE | ItemType.NUMERIC:
            return item.key[0]
        case _:
            return "".join(item.key)


def _differences(desks: list[_Desk], results: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield what grading read otherwise than it was answered, one line for each question."""
    for desk in desks:
        read = {item["number"]: item["answer"] for item in results[desk.who]["items"]} if desk.who in results else {}
        for number in desk.all:
            if read.get(number) != desk.given.get(number, ""):
                yield f"{desk.who}, question {number}: {desk.given.get(number, '')!r} was read as {read.get(number)!r}"


def _points(result: dict[str, Any]) -> list[float]:
    return [float(item["points"]) for item in result["items"]]


def _lost(result: dict[str, Any]) -> float:
    return sum(
        float(item["max_points"]) - float(item["points"]) for item in result["items"] if item["outcome"] != "unmarked"
    )
