"""The page of a role, reading lists, pages of rules, confirmations and the sheet to sign go by the same passages."""

import json
import re
from datetime import date

import pytest

from guizhang.book.signoff import signoff_view
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.regulation import Regulation
from guizhang.site.compose import compose
from guizhang.yamlio.load import loads
from tests.model.kinds import CHAPTERS, FLAT, HEADED, TABLE

ROLES = ("agent", "reception")
PAGES = {
    "regulations/flat.html": ["flat/one", "flat/two"],
    "regulations/headed.html": ["headed/goods", "headed/fire"],
    "regulations/table.html": ["table/_"],
    "regulations/chapters.html": [],
    "regulations/chapters/rules.html": ["chapters/first", "chapters/inner"],
    "regulations/chapters/sheet.html": ["chapters/sheet"],
}


@pytest.fixture(scope="module")
def book():
    settings = {
        "title": {"zh": "手册"},
        "company": {"zh": "海棠服务"},
        "roles": {name: {"name": {"zh": name}} for name in ROLES},
        "acknowledgement": {"key": "key.jwk"},
        "order": ["flat", "headed", "table", "chapters"],
    }
    rules = []
    for text in (FLAT, HEADED, TABLE, CHAPTERS):
        value, faults = loads(text, Regulation, "rule.yaml")
        assert not faults, faults
        rules.append(value)
    return Handbook(Settings.model_validate(settings), tuple(rules))


@pytest.fixture(scope="module")
def pages(book):
    return {page.path: page.html for page in compose(book).pages}


@pytest.fixture(scope="module")
def lists(book):
    """Regulation -> the list the scripts ask for."""
    found = {}
    for task in compose(book).first(()):
        for path, data in task.make().files.items():
            match = re.fullmatch(r"assets/guizhang/reading/([a-z-]+)\.js", path)
            if match:
                found[match[1]] = json.loads(re.fullmatch(r"[^,]+,(.*)\);\n", data.decode(), re.DOTALL)[1])
    return found


def test_each_page_marks_its_passages_and_offers_to_mark_and_practise_all(pages):
    for path, addresses in PAGES.items():
        assert re.findall(r'data-address="([^"]+)" data-mark=', pages[path]) == addresses, path
        assert ("gz-reading-all" in pages[path]) == bool(addresses), path
    assert "practice.html#chapter=table/_" in pages["regulations/table.html"]
    assert "practice.html#chapter=chapters/sheet" in pages["regulations/chapters/sheet.html"]


@pytest.mark.parametrize(
    ("role", "expected"),
    [("agent", {"flat": 1, "headed": 3, "table": 1, "chapters": 3}), ("reception", {"flat": 2, "headed": 3, "table": 1, "chapters": 3})],
)
def test_what_a_role_reads_confirms_and_signs_is_the_same(book, pages, lists, role, expected):
    listed = {}
    for row in re.findall(r'<li class="gz-progress-row"[^>]*>', pages[f"roles/{role}.html"]):
        name = re.search(r'data-regulation="([^"]+)"', row)[1]
        listed[name] = listed.get(name, 0) + int(re.search(r'data-count="(\d+)"', row)[1])
    assert listed == expected
    asked = {
        name: sum(
            a[5] * (not value["who"][a[4]] or role in value["who"][a[4]]) for _, found in value["chapters"] for a in found
        )
        for name, value in lists.items()
    }
    assert asked == expected
    confirmed = re.findall(
        r'regulations/([a-z]+)\.html"[^>]*>.*?<td><span lang="zh-Hans">(\d+) 条.*?<code translate="no">([0-9a-f]+)',
        pages[f"acknowledge/{role}.html"],
        re.DOTALL,
    )
    assert {name: int(count) for name, count, _ in confirmed} == expected
    sheet = signoff_view(book, "zh", on=date(2027, 3, 1), role=role)["rules"]
    assert [int(rule["count"]) for rule in sheet] == list(expected.values())
    assert [rule["digest"] for rule in sheet] == [digest for _, _, digest in confirmed]


def test_a_change_in_a_table_changes_mark_confirmation_and_sheet(book, pages):
    value, _ = loads(TABLE.replace("20元", "200元"), Regulation, "rule.yaml")
    other = Handbook(book.settings, (*book.regulations[:2], value, book.regulations[3]))
    after = {page.path: page.html for page in compose(other).pages}
    mark = re.compile(r'data-address="table/_" data-mark="([^"]+)"')
    assert mark.search(after["regulations/table.html"])[1] != mark.search(pages["regulations/table.html"])[1]
    code = re.compile(r'<code translate="no">([0-9a-f]+)')
    before, now = (code.findall(found["acknowledge/agent.html"]) for found in (pages, after))
    assert [a != b for a, b in zip(before, now, strict=True)] == [False, False, True, False, True]  # the last is the total
    day = date(2027, 3, 1)
    sheets = [[r["digest"] for r in signoff_view(one, "zh", on=day, role="agent")["rules"]] for one in (book, other)]
    assert sheets == [before[:-1], now[:-1]]


def test_role_pages_name_the_rules_of_flat_lists(pages):
    assert 'href="../regulations/flat.html#two"' in pages["roles/reception.html"].partition("gz-order")[0]
