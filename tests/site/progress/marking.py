"""What is done with marks on a page, and what the browser keeps of them."""

import json
import re

CHAPTER = "regulations/complaints/taking.html"

LISTS = "my-reading.html"


def article(page, address):
    return page.locator(f'[data-address="{address}"]')


def control(page, address):
    """What marks the article, below it."""
    return page.locator(f'[data-address="{address}"] + .gz-mark')


def states(page):
    return page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('[data-mark]')].map(a => [a.dataset.address, a.dataset.read]))"
    )


def mark_page(page, url):
    """Mark everything on the page at *url*, and wait until the wording is kept."""
    page.goto(url)
    page.locator(".gz-reading-all button").click()
    page.wait_for_function("() => Object.keys(localStorage).some(key => key.startsWith('guizhang.text.'))")


def store(page):
    return page.evaluate("Object.fromEntries(Object.entries(localStorage).filter(([k]) => /read|text/.test(k)))")


def exported(page, base, edition="one"):
    page.goto(f"{base}/{edition}/{LISTS}")
    with page.expect_download() as waiting:
        page.locator('[data-do="export"]').click()
    assert re.fullmatch(r"guizhang-reading-\d{4}-\d\d-\d\d\.json", waiting.value.suggested_filename)
    return json.loads(waiting.value.path().read_text(encoding="utf-8"))


def load(page, value, name="marks.json"):
    """Load *value* on the page of marks and return what it says."""
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    told = page.locator(".gz-told")
    page.evaluate("document.querySelector('.gz-told').textContent = ''")
    page.locator("[data-gz-keep] input").set_input_files({"name": name, "mimeType": "application/json", "buffer": data})
    page.wait_for_function("() => document.querySelector('.gz-told').textContent !== ''")
    return told.inner_text()


MARK = {"mark": "AAAAAAAA", "at": "2026-01-01T00:00:00Z"}


def marks(entry=MARK, inner="closing", regulation="complaints", **more):
    """A file with one mark."""
    return {"format": "guizhang-reading", "version": 1, "read": {regulation: {inner: entry}}} | more
