"""axe over every screen on which somebody answers: the exam page, practice, a mock assessment.

Each walk goes through all screens in one language, width and colour scheme, with every type of question on the way, before
and after it is answered; what covers or warns is looked at while it does.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.axe import AXE, axe_script, install, violations
from benchmarks.measure import Row
from guizhang.model.form import Candidate
from guizhang.quiz.draw import draw_exam
from guizhang.sealing.keys import new_key
from guizhang.site.build import build_site
from guizhang.site.csp import policy
from guizhang.site.publish.delivery import Delivery
from tests.chromium import launched
from tests.delivering import delivered
from tests.exam.web.desk import identify, lay_out, turn_to
from tests.quiz.projects import office
from tests.site.practising import practising_project

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    Screens = Iterator[tuple[str, Page]]

_WALKS = (
    (1280, "light", "both"),
    (1280, "dark", "zh"),
    (390, "light", "en"),
    (390, "dark", "both"),
    (360, "light", "zh"),
)
_SEED = "0123456789abcdef0123456789abcdef"
_INTRANET = "http://rules.intranet.example"
"""Plain http, where the page warns that it cannot seal."""
_SOME_ANSWER = """() => {
  const done = new Set();
  for (const field of document.querySelectorAll('.gz-question input, .gz-question textarea, .gz-guide input')) {
    if (field.disabled || done.has(field.name)) continue;
    if (/radio|checkbox/.test(field.type)) field.click(); else field.value = '24';
    if (field.type === 'radio') done.add(field.name);
  }
}"""
_MOST_QUESTIONS = 60


def rows() -> Iterator[Row]:
    """Yield how many screens were looked at, and axe's violations on them; what was found is printed above the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not install(folder, AXE):
            return
        script = axe_script(folder)
        exam = _exam_page(folder)
        site = build_site(practising_project(folder / "project"), folder / "site").out
        with delivered(site, Delivery(policy(site), public=True)) as base, launched() as browser:
            yield from _counted(
                "exam page", script, _walks(browser, lambda context, view: _sitting(context, exam, view))
            )
            yield from _counted(
                "practice", script, _walks(browser, lambda context, view: _practising(context, base, view))
            )


def _exam_page(folder: Path) -> Path:
    people = [Candidate(id="1001", name="王芳", form="A", extra_minutes=15)]
    record = draw_exam(office(folder), "types", forms=1, seed=_SEED, candidates=people)
    return lay_out(record, new_key().public, folder / "pages")["1001"]


def _walks(browser: Browser, screens: Callable[[BrowserContext, str], Screens]) -> Screens:
    """Yield the name of each screen of each walk while it is shown."""
    for width, scheme, view in _WALKS:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            reduced_motion="reduce",
            accept_downloads=True,
        )
        for screen, page in screens(context, view):
            yield f"{screen}, {view}, {scheme}, {width} px", page
        context.close()


def _counted(what: str, script: str, screens: Screens) -> Iterator[Row]:
    found: Counter[str] = Counter()
    looked = 0
    for screen, page in screens:
        looked += 1
        page.evaluate("scrollTo(0, 0)")  # what stands half below the header elsewhere is no fault
        found.update(f"{screen}: {fault}" for fault in violations(page, script))
    for fault, count in sorted(found.items()):
        print(f"axe {count}x {fault}", flush=True)
    yield Row(f"{what}: axe, violations on {looked} screens", found.total(), "", "0")


def _sitting(context: BrowserContext, path: Path, view: str) -> Screens:
    page = context.new_page()
    context.route(f"{_INTRANET}/**", lambda route: route.fulfill(body=path.read_bytes(), content_type="text/html"))
    page.goto(f"{_INTRANET}/exam.html")
    page.click(f".langs [data-view={view}]")
    yield "start over plain http", page
    page.goto(path.as_uri())
    page.click(f".langs [data-view={view}]")
    page.click("#draft summary")
    yield "start", page
    identify(page, "1002")
    page.wait_for_selector("#problem:not(:empty)")
    yield "wrong number", page
    identify(page, "1001")
    page.wait_for_selector("#paper")
    second = context.new_page()
    second.goto(path.as_uri())
    identify(second, "1001")
    second.wait_for_selector("[data-screen=elsewhere]")
    second.click(f".langs [data-view={view}]")
    yield "open in another tab", second
    second.close()
    page.click("#larger")
    for number in range(1, page.locator("#numbers button").count() + 1):
        turn_to(page, number)
        yield f"question {number}", page
        if number == 3:
            page.click("#larger")
        for field in page.locator(f"#q{number} .field :is(input, textarea, select)").all():
            kind = field.evaluate("field => field.type")
            if kind in ("radio", "checkbox"):
                field.check()
            elif kind == "select-one":
                field.select_option(index=1)
            else:
                field.fill("24")
        page.click(f"#q{number} .mark")
        page.evaluate("dispatchEvent(new Event('blur'))")
        page.wait_for_timeout(1_050 if number == 1 else 0)
        page.evaluate("dispatchEvent(new Event('focus'))")
        yield f"question {number} answered and marked", page
    turn_to(page, 2)
    page.click("#q2 .clear")
    page.click("#view-all")
    yield "all questions", page
    page.click("#to-review")
    yield "review", page
    page.click("main .primary")
    page.wait_for_selector(".receipt")
    page.click("main summary")
    yield "handed in", page
    page.locator("main .actions button").last.click()
    yield "finished", page


def _practising(context: BrowserContext, base: str, view: str) -> Screens:
    page = context.new_page()
    page.goto(f"{base}practice.html?lang={view}")
    yield "practice home", page
    page.goto(f"{base}practice.html?lang={view}#document=complaints")
    page.locator(".gz-stem").first.wait_for()
    for number in range(_MOST_QUESTIONS):
        if not page.locator(".gz-stem").count():
            break
        yield f"practice question {number + 1}", page
        page.evaluate(_SOME_ANSWER)
        while page.locator(".gz-skip").is_visible():
            page.click(".gz-go")
            if page.locator(".gz-guide input:not(:disabled)").count():
                yield "marking guide", page
            elif not page.locator(".gz-verdict").count():
                page.click(".gz-skip")  # steps nobody has moved are no answer
                break
        else:
            yield f"practice verdict {number + 1}", page
            page.click(".gz-go")
    yield "practice result", page
    page.goto(f"{base}practice.html?lang={view}")
    yield "practice home with a record", page
    page.goto(f"{base}practice.html?lang={view}#exam=mock")
    page.locator(".gz-go").wait_for()
    yield "mock assessment", page
    page.click(".gz-go")
    for _ in range(2):
        yield "mock question", page
        page.evaluate(_SOME_ANSWER)
        page.click(".gz-go")
    page.wait_for_selector(".gz-score")
    for details in page.locator(".gz-missed summary").all():
        details.click()
    yield "mock result", page
