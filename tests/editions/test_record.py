"""The record of an edition: what staff are told, and what they are not."""

from datetime import date

import pytest

from guizhang.diagnostics import Faulty
from guizhang.editions.compare import compare
from guizhang.editions.record import edition_record, save_record
from guizhang.model.edition import EditionRecord
from guizhang.yamlio.dump import dump
from guizhang.yamlio.load import loads
from tests.editions.rules import SETTINGS, VISITS, book, edited

ISSUED = date(2026, 11, 20)


def recorded(*edits, settings=SETTINGS):
    old, new = book().published(), book(edited(VISITS, *edits), settings=settings).published()
    return edition_record(compare(old, new), old, new, version="1.1", issued=ISSUED)


def test_a_changed_rule_is_told_with_its_texts_as_printed():
    record = recorded(("value: PT10M", "value: PT5M"))
    (change,) = record.changes
    assert (change.address, change.name.zh, change.place.en) == (
        "visits/entry",
        "第二条 登记",
        "Visits · Chapter 1 Arrival",
    )
    (line,) = change.lines
    assert line.was.zh == "等候超过10分钟的，前台人员应当再次联系被访人。"
    assert line.now.en == "After 5 minutes the receptionist shall call the host again."


def test_lines_carry_their_labels():
    (change,) = recorded(("姓名；, en: the name;", "姓名和电话；, en: name and telephone;")).changes
    (line,) = change.lines
    assert (line.was.zh, line.now.en) == ("（一）姓名；", "(1) name and telephone;")


def test_what_was_removed_is_kept_and_what_was_added_is_not():
    gone = VISITS[VISITS.index("      - article: 3") :]
    record = recorded((gone, "      - article: 4\n        id: farewell\n        text: {zh: 送客至电梯口并道别。}\n"))
    removed, added = sorted(record.changes, key=lambda change: change.address or "")
    assert (removed.address, removed.was_address, removed.aspects) == (None, "visits/badge", ("removed",))
    assert [line.now for line in removed.lines] == [None]
    assert (added.address, added.lines) == ("visits/farewell", ())


def test_where_a_rule_moved_from_is_told():
    gone = VISITS[VISITS.index("      - article: 3") :]
    lobby = 'id: lobby\ntitle: {zh: 大厅规定, en: Lobby}\nedition: {version: "1"}\nbody:\n' + gone
    old = book().published()
    new = book(
        edited(VISITS, (gone, "      - article: 3\n        id: rest\n        text: {zh: 备用。}\n")), lobby
    ).published()
    comparison = compare(old, new)
    (moved,) = [c for c in edition_record(comparison, old, new, version="2", issued=ISSUED).changes if c.was_address]
    assert (moved.address, moved.was_address, moved.aspects) == ("lobby/badge", "visits/badge", ("moved",))
    assert (moved.place.en, moved.was_place.en) == ("Lobby", "Visits · Chapter 2 Leaving")
    (change,) = [c for c in comparison.changes if c.old and c.new]
    assert (change.old_home.en, change.new_home.en) == ("Visits · Chapter 2 Leaving", "Lobby")


@pytest.mark.parametrize(
    ("before", "now", "renewed"),
    [
        ("2026-01-01", "2027-01-01", ("visits",)),
        ("2026-11-20", "2026-11-21", ("visits",)),
        ("2026-12-01", "2027-01-01", ()),
        ("2026-01-01", "2026-11-20", ()),
        ("2026-01-01, repealed: 2026-11-01", "2027-01-01", ()),
    ],
)
def test_an_earlier_version_that_stays_in_force_is_told(before, now, renewed):
    """Issued on 20 November 2026."""
    old = book(edited(VISITS, ("effective: 2026-01-01", f"effective: {before}"))).published()
    new = book(edited(VISITS, ("effective: 2026-01-01", f"effective: {now}"))).published()
    assert edition_record(compare(old, new), old, new, version="2", issued=ISSUED).renewed == renewed


UNTOLD = [
    [("来访者。, en", "来访者, en")],
    [
        (
            "        id: badge\n",
            "        id: badge\n        themes: []\n        review: {kind: legal, note: {zh: 请律师看}}\n",
        )
    ],
    [("id: visits\n", "id: visits\naliases: [访客规定]\n")],
]


@pytest.mark.parametrize("edits", UNTOLD)
def test_form_and_what_is_the_owners_is_not_told(edits):
    assert not recorded(*edits).changes


def test_settings_are_not_told():
    assert not recorded(settings=edited(SETTINGS, ("某公司", "甲公司"))).changes


def test_what_is_not_adopted_never_comes_into_a_record():
    draft = "      - article: 4\n        id: draft\n        adopted: false\n        text: {zh: 尚未采用的条款。}\n"
    assert not recorded(("  - chapter: 2\n", draft.join(["", "  - chapter: 2\n"]))).changes


def test_roles_and_dates_are_told_in_words():
    record = recorded(
        ("applies_to: [desk]", "applies_to: [desk, agent]"), ("effective: 2026-01-01", "effective: 2027-01-01")
    )
    (change,) = record.changes
    assert [remark.zh for remark in change.remarks] == [
        "施行日期：2026年1月1日 → 2027年1月1日",
        "适用岗位：前台 → 前台、客服",
    ]
    assert record.effective == date(2027, 1, 1)


def test_a_note_that_came_or_went_is_told_without_a_dash():
    (change,) = recorded(("effective: 2026-01-01", "effective: 2026-01-01, repealed: 2027-01-01")).changes
    assert [remark.en for remark in change.remarks] == ["repealed from: 1 January 2027"]
    (change,) = recorded((", effective: 2026-01-01", "")).changes
    assert [remark.zh for remark in change.remarks] == ["施行日期：取消（原为2026年1月1日）"]


def test_a_record_is_read_back_equal():
    record = recorded(("norm: permission", "norm: prohibition"), ("article: 3", "article: 4"), ("迎接", "迎候"))
    again, faults = loads(dump(record), EditionRecord, "1.1.yaml")
    assert not faults
    assert again == record
    assert {change.aspects[0] for change in record.changes} == {"strength", "renumbered", "wording"}


def test_a_record_is_not_overwritten(tmp_path):
    path = save_record(recorded(("迎接", "迎候")), tmp_path)
    assert path == tmp_path / "content" / "editions" / "1.1.yaml"
    before = path.read_bytes()
    with pytest.raises(Faulty) as caught:
        save_record(recorded(("迎接", "接待")), tmp_path)
    assert caught.value.diagnostics[0].code == "EDN005"
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", ["../x", "", "a b", ".hidden", "x" * 41])
def test_an_edition_has_a_plain_name(version):
    with pytest.raises(Faulty) as caught:
        edition_record(compare(book(), book()), book(), book(), version=version, issued=ISSUED)
    assert caught.value.diagnostics[0].code == "EDN006"
