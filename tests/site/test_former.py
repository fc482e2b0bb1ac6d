"""Links of earlier editions lead to where their rules stand now."""

import pytest

from guizhang.site.build import build_site
from guizhang.site.former import former
from tests.site.conftest import write_project
from tests.site.test_changes import changed, record, told

REPLY, CLOSING = "complaints/first-reply", "complaints/closing"
MOVED = [
    # one edition
    ([[("old/rule", REPLY)]], {"old/rule": REPLY}),
    # two editions, one after the other
    ([[("old/rule", "old/other")], [("old/other", REPLY)]], {"old/rule": REPLY, "old/other": REPLY}),
    # a rule inside a document that has another id now
    ([[("grievances", "complaints")], [("grievances/first-reply", REPLY)]], {"grievances": "complaints", "grievances/first-reply": REPLY}),
    ([[("old/rule", "grievances/first-reply")], [("grievances", "complaints")]], {"old/rule": REPLY, "grievances": "complaints", "grievances/first-reply": REPLY}),
    ([[("old", "grievances")], [("grievances", "complaints")]], {"old/first-reply": REPLY, "grievances/first-reply": REPLY}),
    # what has the address today keeps it
    ([[(CLOSING, REPLY)]], {CLOSING: None}),
    # exchanged and back again, and now gone
    ([[("a/one", "a/two"), ("a/two", "a/one")]], {"a/one": None, "a/two": None}),
]  # fmt: skip


@pytest.mark.parametrize(("editions", "expected"), MOVED)
def test_an_address_of_an_earlier_edition_leads_to_the_rule(handbook, editions, expected):
    records = [
        record(f"1.{n}", *(changed(now, was_address=was, aspects=("moved",)) for was, now in moves))
        for n, moves in enumerate(editions)
    ]
    book, addresses = told(handbook, *records)
    found = former(book, addresses)
    assert {was: found.get(was) for was in expected} == {
        was: addresses.get(now) if now else None for was, now in expected.items()
    }


def test_what_was_removed_leads_to_the_line_that_says_so(handbook):
    gone = changed(None, was_address="complaints/gone", aspects=("removed",))
    renamed = changed("complaints/gone", was_address="complaints/earlier", aspects=("renamed",))
    found = former(*told(handbook, record("1.1", renamed), record("1.2", changed(REPLY), gone)))
    assert found == dict.fromkeys(("complaints/gone", "complaints/earlier"), "changes/1.2.html#gz-c2")


RECORD = """\
id: "2026.3"
issued: 2026-12-01
changes:
  - {address: complaints/first-reply, was_address: leave/reply, name: {zh: 首次回复}, aspects: [moved]}
  - {subject: heading, address: complaints/taking, was_address: leave/early, name: {zh: 第一章}, aspects: [renamed]}
  - {subject: heading, was_address: leave/late, name: {zh: 第二章}, aspects: [removed]}
  - {subject: regulation, address: complaints, was_address: grievances, name: {zh: 投诉}, aspects: [renamed]}
  - {was_address: leave/gone, name: {zh: 旧条}, aspects: [removed], lines: [{was: {zh: 旧文}}]}
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory, serve_folder):
    folder = tmp_path_factory.mktemp("former")
    root = write_project(folder / "project")
    (root / "content/editions").mkdir(exist_ok=True)
    (root / "content/editions/2026.3.yaml").write_text(RECORD, encoding="utf-8")
    return serve_folder(build_site(root, folder / "site").out)


LINKS = [
    ("go.html#leave/reply", "regulations/complaints/taking.html#first-reply"),
    ("go.html#leave/gone", "changes/2026.3.html#gz-c5"),
    ("regulations/leave/basics.html#reply", "regulations/complaints/taking.html#first-reply"),
    ("regulations/leave.html#gone", "changes/2026.3.html#gz-c5"),
    # the page of a chapter that is gone, with a rule of it and without
    ("regulations/leave/early.html", "regulations/complaints/taking.html"),
    ("regulations/leave/early.html#reply", "regulations/complaints/taking.html#first-reply"),
    ("regulations/leave/late.html", "changes/2026.3.html#gz-c4"),
    # everything of a regulation with another id
    ("regulations/grievances.html", "regulations/complaints.html"),
    ("regulations/grievances/taking.html#first-reply", "regulations/complaints/taking.html#first-reply"),
    ("go.html#grievances/first-reply", "regulations/complaints/taking.html#first-reply"),
    # another chapter of the same regulation
    ("regulations/complaints.html#first-reply", "regulations/complaints/taking.html#first-reply"),
]


@pytest.mark.parametrize(("old", "now"), LINKS)
def test_an_old_link_arrives(page, base, old, now):
    page.goto(f"{base}/{old}")
    page.wait_for_url(f"{base}/{now}")


def test_a_link_to_nothing_stays_where_it_is(page, base):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{base}/regulations/leave/basics.html#no-such-rule")
    page.wait_for_load_state("networkidle")
    assert page.url.endswith("basics.html#no-such-rule")
    assert errors == []
