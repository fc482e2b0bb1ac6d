"""The exam in a browser: weight, time to the first screen, tabs killed meanwhile, and sealed files tampered with.

The exam is that of the tests, with every type of question. The processor is slowed four times by the browser itself.
"""

from __future__ import annotations

import gzip
import json
import random
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.measure import Row
from guizhang.exam.web.files import web_pages
from guizhang.grading.reading.responses import read_responses
from guizhang.model.form import Candidate, ExamRecord
from guizhang.quiz.draw import draw_exam
from guizhang.sealing.keys import PrivateKey, new_key
from tests.chromium import launched
from tests.exam.web.desk import give, hand_in, keeps, killed_while_answering, lay_out, start
from tests.exam.web.submitting import sealed_file, submission, tamperings
from tests.quiz.projects import office

if TYPE_CHECKING:
    from playwright.sync_api import Browser

KILLS = 200
TAMPERED = 1_000
SLOWED = 4
RUNS = 9
_SEED = "0123456789abcdef0123456789abcdef"
_WHO = "1001"


def rows() -> Iterator[Row]:
    """Yield the figures."""
    with tempfile.TemporaryDirectory() as scratch, launched() as browser:
        folder = Path(scratch)
        key = new_key()
        people = [Candidate(id=str(1001 + n), form="AB"[n % 2]) for n in range(3)]
        record = draw_exam(office(folder), "types", forms=2, seed=_SEED, candidates=people)
        yield from _weight(record, key)
        pages = lay_out(record, key.public, folder / "pages")
        yield from _quickness(browser, pages[_WHO], folder)
        yield _code(browser, record, key, folder)
        yield from _kills(browser, pages[_WHO])
        yield from _tampered(record, key, folder)


def _weight(record: ExamRecord, key: PrivateKey) -> Iterator[Row]:
    page = next(data for _, data in web_pages(record, key.public))
    exam = json.loads(page.split(b'id="exam">')[1].split(b"</script>")[0])
    questions = gzip.compress(json.dumps(exam["sections"], ensure_ascii=False).encode())
    yield Row("page without its questions, gzip", (len(gzip.compress(page)) - len(questions)) / 1024, "KB", "<= 60")
    yield Row(f"{sum(len(s['items']) for s in exam['sections'])} questions, gzip", len(questions) / 1024, "KB")


def _quickness(browser: Browser, page_file: Path, folder: Path) -> Iterator[Row]:
    # What no page can be quicker than: the same browser in the same minute, one line and one field.
    empty = folder / "empty.html"
    empty.write_text('<!doctype html><meta charset="utf-8"><p>考试 <input id="who">', encoding="utf-8")
    usable, painted, shown, floor = [], [], [], []
    for _ in range(RUNS):
        floor.append(_first_screen(browser, empty)[1])
        times = _first_screen(browser, page_file, _WHO)
        for times_, time in zip((usable, painted, shown), times, strict=True):
            times_.append(time)
    yield Row(f"first screen usable, processor {SLOWED}x slowed", statistics.median(usable), "ms", "<= 300")
    yield Row(f"first screen painted, {SLOWED}x slowed", statistics.median(painted), "ms", "<= 300")
    yield Row(f"an empty page painted, {SLOWED}x slowed", statistics.median(floor), "ms")
    yield Row(f"number checked and questions shown, {SLOWED}x slowed", statistics.median(shown), "ms")


def _first_screen(browser: Browser, page_file: Path, who: str | None = None) -> tuple[float, float, float]:
    """Return when the first screen could be used and when it was seen, and how long it took from there to the questions.

    Usable: the field takes what is typed and the button acts. Both stand there when the script has run, which is at the
    end of the page: when the document is complete. All in ms; without *who*, the last is 0.
    """
    context = browser.new_context()
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.goto(page_file.as_uri())
    usable = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    painted = page.evaluate("""() => new Promise((done) =>
      new PerformanceObserver((seen) => seen.getEntriesByName('first-contentful-paint').forEach((paint) => done(paint.startTime)))
        .observe({ type: 'paint', buffered: true }))""")
    shown = 0.0
    if who:
        page.fill("#who", who)
        shown = page.evaluate("""() => new Promise((done) => {
          const began = performance.now();
          new MutationObserver(() => document.getElementById("paper") && done(performance.now() - began))
            .observe(document.getElementById("screen"), { childList: true });
          document.querySelector("[type=submit]").click();
        })""")
    context.close()
    return float(usable), float(painted), float(shown)


def _code(browser: Browser, record: ExamRecord, key: PrivateKey, folder: Path) -> Row:
    """Return how long the sealed text of thirty choice items is, with a few absences in it."""
    form = record.forms[0]
    item = next(item for item in form.items if item.type == "multiple_choice" and not item.case)
    section = form.sections[0].model_copy(update={"items": (item,) * 30})
    long = record.model_copy(
        update={"forms": (form.model_copy(update={"sections": (section,)}),), "candidates": record.candidates[:1]}
    )
    (page_file,) = lay_out(long, key.public, folder / "long").values()
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    start(page, page_file.as_uri(), _WHO)
    for number in range(1, 31):
        give(page, item, number, "ABC")
        if number < 30:
            page.click("#next")
    text = json.loads(hand_in(page, folder / "handed-in").read_text())["jwe"]
    context.close()
    return Row("sealed text of 30 multiple choice items", len(text), "characters", "<= 1200")


def _kills(browser: Browser, page_file: Path) -> Iterator[Row]:
    chance = random.Random(1)  # noqa: S311 - the same moments every time
    lost = given = 0
    for _ in range(KILLS):
        context = browser.new_context()
        told, found = killed_while_answering(context, page_file, _WHO, chance)
        given += len(told)
        lost += not keeps(told, found)
        context.close()
    yield Row(f"answers given in {KILLS} sittings that were killed", given, "")
    yield Row("sittings that lost an answer", lost, "", "0")


def _tampered(record: ExamRecord, key: PrivateKey, folder: Path) -> Iterator[Row]:
    genuine = sealed_file(folder, "genuine.json", submission(record), key.public)
    missed = counted = 0
    chance = random.Random(1)  # noqa: S311 - the same cases every time
    for number, (_, text) in enumerate(tamperings(record, key.public, chance, TAMPERED)):
        path = folder / f"tampered-{number}.json"
        path.write_text(text)
        intake = read_responses([genuine, path], record, None, key)
        missed += str(path) not in {fault.source.path for fault in intake.diagnostics}
        counted += _differ(intake.responses)
    yield Row(f"files tampered with, of {TAMPERED}, that were not noticed", missed, "", "0")
    yield Row("of them, that changed what is graded", counted, "", "0")


def _differ(responses: Any) -> bool:
    return [(response.candidate, dict(response.answers)) for response in responses] != [(_WHO, {})]
