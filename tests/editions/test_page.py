"""The difference as people and programs get it."""

import json
import re
from html.parser import HTMLParser

import pytest

from guizhang.editions.as_json import FORMAT, as_json
from guizhang.editions.compare import compare
from guizhang.editions.lines import lines
from guizhang.editions.page import difference_page
from tests.editions.golden import actual, comparison
from tests.editions.rules import VISITS, book, edited


@pytest.mark.parametrize("path", list(actual()), ids=lambda path: path.name)
def test_golden_difference(path):
    assert actual()[path] == path.read_text(encoding="utf-8"), "python -m tests.editions.golden rewrites it"


@pytest.mark.parametrize("norm", ["permission", "duty"])
def test_lines_say_that_the_field_norm_was_left(norm):
    new = edited(
        VISITS, ("来访者可以在大厅", "来访者应当在大厅"), ("Visitors may wait", "Visitors must wait"),
        ("norm: permission", f"norm: {norm}"),
    )  # fmt: skip
    said = ["".join(run.text for run in line) for line in lines(compare(book(), book(new)), "en")]
    assert ("      the field norm was not changed" in said) is (norm == "permission")


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_the_page_needs_nothing_and_runs_nothing():
    page = difference_page(comparison())
    parser = _Tags()
    parser.feed(page)
    assert not {tag for tag, _ in parser.found} & {"script", "link", "img", "iframe", "form"}
    assert not [attrs for _, attrs in parser.found if any(name.startswith("on") or name == "style" for name in attrs)]
    assert "default-src 'none'" in page
    assert all(attrs["href"].startswith("#") for tag, attrs in parser.found if tag == "a")


def test_rule_text_never_becomes_markup():
    page = difference_page(comparison())
    assert "<b>来访者</b>" not in page
    assert "&lt;b&gt;" in page


def test_links_of_the_page_lead_somewhere():
    page = difference_page(comparison())
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_json_says_what_it_is_and_counts_what_it_has():
    value = json.loads(as_json(comparison()))
    assert value["format"] == FORMAT
    assert value["summary"]["changed"] == sum(not change["quiet"] for change in value["changes"])
    assert value["summary"]["same"] is False


def test_the_same_edition_twice_says_so():
    same = compare(book(), book())
    assert "两个版本相同" in difference_page(same)
    assert json.loads(as_json(same))["changes"] == []
