"""Versions announced while the one before stays in force: what they change, and what binds today as it stands."""

from dataclasses import replace
from datetime import date

import pytest

from guizhang.model.citation import in_force_from
from guizhang.model.edition import EditionRecord, RecordedChange, RecordedLine
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.item import Item
from guizhang.model.regulation import Edition, Node, Regulation
from guizhang.model.text import Text

FROM = date(2027, 1, 1)
PART = Node(item="1", id="part", text=Text(zh="（一）工牌。"))
BODY = (
    Node(article="1", id="same", text=Text(zh="应当守时。")),
    Node(article="2", id="other", text=Text(zh="应当提前五天请假。")),
    Node(article="3", id="list", text=Text(zh="应当带齐："), body=(PART,)),
)


def changed(address, *aspects, **more):
    line = RecordedLine(was=Text(zh="应当提前三天请假。"), now=Text(zh="应当提前五天请假。"))
    return RecordedChange(
        **{"address": address, "name": Text(zh="第二条"), "aspects": aspects or ("wording",), "lines": (line,), **more}
    )


def record(name, *changes, issued=date(2026, 11, 20), renewed=("leave",), version="2"):
    return EditionRecord(id=name, issued=issued, changes=changes, renewed=renewed, regulations={"leave": version})


def book(*editions, **dates):
    edition = Edition(**{"version": "2", "effective": FROM, **dates})
    rules = Regulation(id="leave", title=Text(zh="请假办法"), edition=edition, body=BODY)
    return Handbook(Settings(title=Text(zh="手册"), company=Text(zh="公司")), (rules,), editions=editions)


def first_days(handbook):
    return {a: handbook.edition_at(f"leave/{a}").effective for a in ("same", "other", "list", "part")}


def test_only_what_changes_waits_for_the_first_day():
    handbook = book(record("2026.2", changed("leave/other")))
    assert first_days(handbook) == {"same": None, "other": FROM, "list": None, "part": None}
    assert handbook.edition_at("leave").effective is None, "the earlier version is in force"
    assert handbook.edition_at("elsewhere/rule") is None


def test_what_stands_in_a_rule_and_what_it_stands_in_wait_with_it():
    assert first_days(book(record("2026.2", changed("leave/part"))))["list"] == FROM
    assert first_days(book(record("2026.2", changed("leave/list"))))["part"] == FROM


@pytest.mark.parametrize("aspects", [("translation",), ("moved",), ("renumbered", "renamed")])
def test_what_binds_as_before_does_not_wait(aspects):
    assert first_days(book(record("2026.2", changed("leave/other", *aspects))))["other"] is None


NOT_TOLD = [
    ("no record", (), {}),
    ("a new regulation", (record("2026.2", changed("leave/other"), renewed=()),), {}),
    ("another version since", (record("2026.2", changed("leave/other")),), {"version": "3"}),
    ("issued when it was in force", (record("2026.2", changed("leave/other"), issued=FROM),), {}),
]


@pytest.mark.parametrize(("editions", "dates"), [row[1:] for row in NOT_TOLD], ids=[row[0] for row in NOT_TOLD])
def test_where_no_record_says_that_the_earlier_stays_all_of_it_waits(editions, dates):
    assert set(first_days(book(*editions, **dates)).values()) == {FROM}


def test_a_later_record_adds_to_what_was_announced():
    first = record("2026.2", changed("leave/old"))
    renamed = changed("leave/other", "renamed", was_address="leave/old", lines=())
    second = record("2026.3", renamed, changed("leave/same"), issued=date(2026, 12, 1), renewed=())
    handbook = book(first, second)
    assert {a for a, day in first_days(handbook).items() if day} == {"same", "other"}
    assert [c.lines for c in handbook.renewals["leave"].changes["leave/other"]] == [changed("leave/old").lines]


def test_what_the_new_version_does_without_is_kept_beside():
    gone = changed(None, "removed", was_address="leave/gone")
    ((told, change),) = book(record("2026.2", gone)).renewals["leave"].beside
    assert (told.id, change) == ("2026.2", gone)


@pytest.mark.parametrize(("cites", "day"), [("same", None), ("other", FROM)])
def test_a_question_waits_for_the_rule_it_is_about(cites, day):
    item = Item(
        id="one",
        type="true_false",
        cites={f"leave/{cites}": None},
        themes=("leave",),
        stem=Text(zh="对吗？"),
        answer=True,
    )
    assert in_force_from(item, book(record("2026.2", changed("leave/other")))) == day
    assert in_force_from(item, replace(book(), editions=())) == FROM
