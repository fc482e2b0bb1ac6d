"""Marks as a file: saved, loaded elsewhere, refused in words, cleared."""

import json
import re

import pytest

from tests.site.conftest import ROOT
from tests.site.progress.marking import (
    CHAPTER,
    LISTS,
    MARK,
    control,
    exported,
    load,
    mark_page,
    marks,
    states,
    store,
)


def test_marks_move_to_another_device_with_what_was_read(base, page, browser, errors):
    mark_page(page, f"{base}/one/{CHAPTER}?lang=both")
    before = store(page)
    saved = exported(page, base)
    other = browser.new_context()
    there = other.new_page()
    there.goto(f"{base}/two/{LISTS}?lang=zh")
    assert load(there, saved).startswith("已读入 2 条标记；0 条")
    assert store(there) == before
    there.locator(".gz-changed-article del").first.wait_for()
    assert load(there, saved).startswith("已读入 0 条标记；0 条"), "once more is nothing new"
    other.close()


def test_the_newest_of_two_marks_stands(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}")
    saved = exported(page, base)
    entries = saved["read"]["complaints"]
    entries["first-reply"] |= {"mark": "-", "at": "2020-01-01T00:00:00Z"}
    entries["closing"] |= {"mark": "-", "at": "2999-01-01T00:00:00Z"}
    entries["repealed-long-ago"] = {"mark": "AAAAAAAA", "at": "2020-01-01T00:00:00Z"}
    page.wait_for_timeout(1100)  # marks are told apart by the second
    page.goto(f"{base}/one/{LISTS}?lang=en")
    assert load(page, saved).startswith("1 marks loaded; 1 are newer here and stayed; 1 belong to no rule")
    page.goto(f"{base}/one/{CHAPTER}")
    assert states(page) == {"complaints/first-reply": "read", "complaints/closing": "unread"}
    page.wait_for_timeout(1100)
    control(page, "complaints/closing").locator(".gz-mark-set").click()
    assert states(page)["complaints/closing"] == "read", "a clock that was ahead does not win for ever"


@pytest.mark.parametrize(
    ("what", "file", "answer"),
    [
        ("no JSON", b"\x00\x01PNG", "not a file"),
        ("empty", b"", "not a file"),
        ("another program's", {"format": "bookmarks", "version": 1}, "not a file"),
        ("a list", [1, 2], "not a file"),
        ("null", b"null", "not a file"),
        ("cut off", json.dumps(marks()).encode()[:-9], "damaged"),
        ("no version", {"format": "guizhang-reading", "read": {}}, "damaged"),
        ("a newer version", marks(version=2), "newer version"),
        ("marks are a list", marks(read=[]), "damaged"),
        ("a mark of another length", marks(MARK | {"mark": "A"}), "damaged"),
        ("a mark that is a number", marks(MARK | {"mark": 12345678}), "damaged"),
        ("no time", marks({"mark": "AAAAAAAA"}), "damaged"),
        ("time before 1970", marks(MARK | {"at": "1066-10-14"}), "damaged"),
        ("an id with a line break", marks(inner="a b\n"), "damaged"),
        ("a text that is none", marks(MARK | {"text": {"zh": "x"}}), "damaged"),
        ("one good, one bad", marks(read=marks()["read"] | {"leave": {"untitled": 7}}), "damaged"),
        ("another handbook's", marks(regulation="fishing"), "another handbook"),
        ("same name, other rules", marks(inner="constructor"), "another handbook"),
    ],
)
def test_a_file_that_is_none_is_refused_in_words(base, page, errors, what, file, answer):
    page.goto(f"{base}/one/{LISTS}?lang=en")
    assert answer in load(page, file), what
    assert store(page) == {}, "nothing is loaded by halves"


def test_the_documented_example_loads(base, page, errors):
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```json\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    (example,) = (one for one in examples if "guizhang-reading" in one)
    page.goto(f"{base}/one/{LISTS}?lang=en")
    assert load(page, example.encode()).startswith("2 marks loaded; 0")
    page.goto(f"{base}/one/{CHAPTER}")
    assert states(page) == {"complaints/first-reply": "read", "complaints/closing": "unread"}


def test_everything_is_cleared_after_one_more_question(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}")
    page.goto(f"{base}/one/{LISTS}?lang=en")
    page.locator('[data-do="clear"]').click()
    assert "All 2 marks" in page.locator(".gz-sure").inner_text()
    page.locator('[data-do="clear-no"]').click()
    assert len(store(page)) == 3
    page.locator('[data-do="clear"]').click()
    page.locator('[data-do="clear-yes"]').click()
    assert store(page) == {}
    assert page.locator(".gz-told").inner_text() == "The marks are cleared."


def test_an_old_wording_from_a_file_is_text(base, page, errors):
    page.goto(f"{base}/one/{LISTS}?lang=en")
    nasty = "<img src=x onerror=document.title='hacked'>"
    entry = MARK | {"text": {"zh": [nasty], "en": [nasty]}}
    load(page, marks(entry))
    gone = page.locator(".gz-changed-article [lang=en] del").first
    gone.wait_for()
    assert gone.inner_text().startswith("<img src=x")
    assert page.locator(".gz-changed img").count() == 0
    assert page.title() != "hacked"
