"""What a receipt is worth, who is missing, and that nothing altered or foreign counts."""

import csv
import io
import json
import random
import shutil
import time
from dataclasses import replace
from datetime import UTC, date

import openpyxl
import pytest
from click.testing import CliRunner

from guizhang.cli import main
from guizhang.editions.compare import compare
from guizhang.editions.record import edition_record
from guizhang.exam.roster import read_roster
from guizhang.model.acknowledged import reading_lists
from guizhang.model.form import Candidate
from guizhang.receipts.as_data import as_csv, as_json
from guizhang.receipts.book import RECEIPTS, SUMMARY, register_workbook
from guizhang.receipts.known import Known
from guizhang.receipts.read import Standing, read_receipts
from guizhang.receipts.register import State, register, strange_roles
from guizhang.sealing.folder import look
from guizhang.sealing.keys import new_key
from tests.exam.web.submitting import _TEXTS, seal
from tests.receipts.signing import NOW, PASSWORD, ROSTER, published, said, sealed, unsealed


@pytest.fixture
def made(tmp_path, known, key):
    """A function that takes files (name -> text) and returns the register, with a roster or without."""

    def make(files, roster=ROSTER, now=NOW + 60, known=known, key=key):
        folder = tmp_path / "drop"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        people = None
        if roster:
            (tmp_path / "roster.csv").write_text(roster, encoding="utf-8")
            people = read_roster(tmp_path / "roster.csv", ("-",)).people
        return register(read_receipts(look(folder), known, key, now), known, people)

    return make


def states(found):
    return {row.person.id: row.state for row in found.rows}


def codes(found):
    return {one.file: [fault.code for fault in one.faults] for one in found.receipts}


def test_who_confirmed_what_is_asked_and_who_is_missing(made, book, key):
    found = made(
        {
            "a.json": sealed(said(book, "agent"), key.public),
            "b.json": sealed(said(book, who="１００２", name="LI LEI"), key.public),
            "c.json": sealed(said(book, "agent", who="=1+1", name='=HYPERLINK("http://x","y")'), key.public),
        }
    )
    assert states(found) == {
        "1001": State.CONFIRMED,
        "1002": State.CONFIRMED,  # everything covers the rules of the role
        "=1+1": State.MISSING,  # a manager who confirmed the agents' rules
        "1004": State.MISSING,
    }
    assert codes(found) == {"a.json": [], "b.json": [], "c.json": ["ACK025"]}


def test_without_a_role_on_the_roster_any_list_will_do(made, book, key):
    found = made({"a.json": sealed(said(book, "reception", who="1004", name="赵六"), key.public)})
    assert states(found)["1004"] is State.CONFIRMED


def test_without_a_roster_whoever_handed_in_is_listed(made, book, key):
    found = made({"a.json": sealed(said(book, who="9"), key.public)}, roster=None)
    assert states(found) == {"9": State.CONFIRMED}
    assert codes(found) == {"a.json": []}


TEXTS = {
    "not sealed": (lambda book, _: unsealed(said(book)), "doubtful", ["ACK016"]),
    "not sealed and edited": (lambda book, _: unsealed(said(book)).replace("1001", "1002"), "refused", ["ACK013"]),
    "sealed to another key": (lambda book, _: sealed(said(book), new_key().public), "refused", ["ACK012"]),
    "another company's": (lambda book, key: sealed(said(book, handbook="别家"), key.public), "refused", ["ACK015"]),
    "answers of an exam": (lambda _, key: sealed({"v": 1, "exam": "x"}, key.public), "refused", ["ACK014"]),
    "half of it": (lambda book, key: sealed(said(book), key.public)[:500], "refused", ["ACK011"]),
    "nothing of ours": (lambda *_: "hello", "refused", ["ACK010"]),
    "a text nobody knows": (lambda book, key: sealed(said(book, digest="0" * 32), key.public), "doubtful", ["ACK017"]),
    "not on the roster": (lambda book, key: sealed(said(book, who="1005"), key.public), "current", ["ACK019"]),
    "another's number": (lambda book, key: sealed(said(book, name="Li Lei"), key.public), "doubtful", ["ACK020"]),
    "a clock ahead": (lambda book, key: sealed(said(book, at=NOW + 99_999), key.public), "doubtful", ["ACK023"]),
    "a name of 121 letters": (lambda book, key: sealed(said(book, name="x" * 121), key.public), "refused", ["ACK014"]),
    "a field too many": (lambda book, key: sealed(said(book, admin=True), key.public), "refused", ["ACK014"]),
    "sealed content that is no JSON": (lambda _, key: json.dumps({"jwe": seal("x", key.public)}), "refused", ["ACK014"]),
}  # fmt: skip


@pytest.mark.parametrize("case", TEXTS)
def test_what_a_receipt_is_worth(made, book, key, case):
    make, standing, faults = TEXTS[case]
    found = made({"a.json": make(book, key)})
    (one,) = found.receipts
    assert (str(one.standing), [fault.code for fault in one.faults]) == (standing, faults)
    assert (states(found)["1001"] is State.CONFIRMED) == (standing == "current" and case != "not on the roster")


def test_without_the_key_nothing_sealed_counts(made, book, key):
    found = made({"a.json": sealed(said(book), key.public)}, key=None)
    assert codes(found) == {"a.json": ["ACK024"]}
    assert states(found)["1001"] is State.MISSING


def test_the_newest_counts_and_all_are_listed(made, book, key):
    old, new = (sealed(said(book, at=at), key.public) for at in (NOW - 50, NOW))
    doubtful = unsealed(said(book, at=NOW + 10))
    found = made({"a.json": old, "b.json": new, "c.json": new, "d.json": doubtful})
    assert codes(found) == {"a.json": ["ACK021"], "b.json": [], "c.json": ["ACK022"], "d.json": ["ACK016", "ACK021"]}
    (row,) = (row for row in found.rows if row.person.id == "1001")
    assert row.receipt.file == "b.json"


@pytest.mark.parametrize(
    "wrong", [{"name": "李雷", "at": NOW + 30}, {"at": NOW + 99_999}], ids=["another's name", "a clock ahead"]
)
def test_what_somebody_should_ask_about_does_not_take_the_place_of_a_sound_receipt(made, book, key, wrong):
    found = made({"a.json": sealed(said(book), key.public), "b.json": sealed(said(book, **wrong), key.public)})
    (row,) = (row for row in found.rows if row.person.id == "1001")
    assert (row.state, row.receipt.file) == (State.CONFIRMED, "a.json")
    assert codes(found)["b.json"][-1] == "ACK021"


@pytest.mark.parametrize("name", ["王\u200b芳", "王 芳\ufeff", "\u2060王芳"])
def test_signs_nobody_sees_make_no_other_name(made, book, key, name):
    roster = "id,name,role\n1001,王芳,\n"
    found = made({"a.json": sealed(said(book, name=name), key.public)}, roster=roster)
    assert codes(found) == {"a.json": []}


def test_a_role_of_the_roster_nobody_knows_is_said_once(book):
    roles = ("外星岗", "外星岗", "", "前台", "recepion")
    people = [Candidate(id=str(n), role=role, form="-") for n, role in enumerate(roles)]
    strange, slip = strange_roles(people, Known.of(book), "staff.csv")
    assert (strange.code, strange.source.path) == ("ACK026", "staff.csv")
    assert "'外星岗' of the roster (0, 1)" in strange.problem.en
    assert slip.mend.en.startswith("did you mean reception?")


def test_an_earlier_edition_is_named(asking, made, book, key, tmp_path):
    later = tmp_path / "later"
    shutil.copytree(asking / "project", later)
    path = later / "content" / "handbook.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("first-reply#reply: PT12H", "first-reply#reply: PT8H").replace('"2026.2"', '"2026.3"'), "utf-8"
    )
    now = published(later)
    assert reading_lists(now)["*"].digest != reading_lists(book)["*"].digest
    files = {"a.json": sealed(said(book), key.public)}
    unknown = made(files, known=Known.of(now))
    assert (codes(unknown), states(unknown)["1001"]) == ({"a.json": ["ACK017"]}, State.DOUBTFUL)
    found = made(files, known=Known.of(now, [("v1", book)]))
    (one,) = found.receipts
    assert (one.standing, one.edition, states(found)["1001"]) == (Standing.EARLIER, "2026.2", State.EARLIER)
    assert "1 regulation has changed" in one.faults[0].problem.en
    told = edition_record(compare(book, book, ("1", "1")), book, book, version="2026.1", issued=date(2026, 11, 20))
    recorded = made(files, known=Known.of(replace(now, editions=(told,))))
    assert recorded.receipts[0].edition == "2026.1"


def test_any_alteration_is_refused(made, book, key):
    chance = random.Random(10)
    genuine = seal(json.dumps(said(book)), key.public)
    others = [seal(json.dumps(said(book, who=str(n))), key.public) for n in (2, 3)]
    files = {}
    for number in range(300):
        while (changed := list(_TEXTS.values())[number % len(_TEXTS)](genuine, others, chance)) in (genuine, *others):
            pass
        files[f"{number}.json"] = json.dumps({"jwe": changed})
    found = made(files)
    assert {one.standing for one in found.receipts} == {Standing.REFUSED}
    assert len(found.receipts) == 300


def test_a_digest_follows_the_text_and_nothing_else(asking, tmp_path, book):
    other = tmp_path / "other"
    shutil.copytree(asking / "project", other)
    path = other / "content" / "regulations" / "leave.yaml"
    text = path.read_text(encoding="utf-8")
    before = {name: one.digest for name, one in reading_lists(book).items()}
    path.write_text(text.replace("  - part: 1\n", "  # a remark\n  - part: 1\n"), encoding="utf-8")
    assert {name: one.digest for name, one in reading_lists(published(other)).items()} == before
    path.write_text(text.replace("本条没有标题。", "本条无标题。"), encoding="utf-8")
    assert all(one.digest != before[name] for name, one in reading_lists(published(other)).items())
    path.write_text(text.replace("id: untitled\n", "id: untitled\n                applies_to: [manager]\n"), "utf-8")
    changed = {name for name, one in reading_lists(published(other)).items() if one.digest != before[name]}
    assert changed == {"agent", "reception"}


def test_the_workbook_says_the_same_and_no_name_becomes_a_formula(made, book, key):
    found = made(
        {
            "a.json": sealed(said(book, "agent"), key.public),
            "c.json": sealed(said(book, "manager", who="=1+1", name='=HYPERLINK("http://x","y")'), key.public),
            "=cut.json": "{",
        }
    )
    data = register_workbook(found, now=NOW, zone=UTC)
    assert data == register_workbook(found, now=NOW, zone=UTC)
    book_ = openpyxl.load_workbook(io.BytesIO(data))
    assert not [cell for sheet in book_ for row in sheet for cell in row if cell.data_type == "f"]
    people = [[cell or "" for cell in row] for row in book_.worksheets[1].iter_rows(min_row=2, values_only=True)]
    assert [(row[0], row[5]) for row in people] == [
        ("1001", "已确认 confirmed"), ("1002", "未确认 missing"), ("=1+1", "已确认 confirmed"), ("1004", "未确认 missing"),
    ]  # fmt: skip
    assert people[0][7] == "2027-01-15 08:00"  # 1,800,000,000 seconds after the epoch, UTC
    rows = list(book_[RECEIPTS].iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[1]) for row in rows] == [
        ("=cut.json", "不采用 refused"),
        ("a.json", "有效 valid"),
        ("c.json", "有效 valid"),
    ]


def test_the_summary_says_how_far_each_department_is(made, book, key):
    roster = ROSTER + "1005,李一,客服专员,一部\n1006,李二,客服专员,二部\n"
    found = made(
        {
            "a.json": sealed(said(book, "agent"), key.public),
            "b.json": unsealed(said(book, "agent", who="1006", name="李二")),
        },
        roster=roster,
    )
    sheet = openpyxl.load_workbook(io.BytesIO(register_workbook(found, now=NOW, zone=UTC)))[SUMMARY]
    lines = [tuple(cell.value for cell in row) for row in sheet.iter_rows(max_col=3)]
    start = next(number for number, line in enumerate(lines) if line[0] == "部门 department")
    assert lines[start + 1 : start + 4] == [
        ("一部", "1 / 2", "未确认 missing 1"),
        ("—", "0 / 3", "未确认 missing 3"),
        ("二部", "0 / 1", "待核实 to be checked 1"),
    ]


def test_csv_and_json_say_the_same(made, book, key):
    name = '=HYPERLINK("http://x","y")'
    found = made({"a.json": sealed(said(book, "manager", who="=1+1", name=name), key.public)})
    rows = list(csv.DictReader(io.StringIO(as_csv(found))))
    assert [(row["number"], row["state"]) for row in rows][2] == ("'=1+1", "confirmed")
    value = json.loads(as_json(found))
    assert value["counts"] == {"confirmed": 1, "earlier": 0, "doubtful": 0, "missing": 3, "refused": 0}
    assert value["receipts"][0]["confirmed_at"] == "2027-01-15T08:00:00Z"


def run(asking, folder, *more, **environment):
    words = ["--lang", "en", "receipts", folder, "--root", asking / "project", *more]
    given = {"GUIZHANG_KEY_PASSWORD": None, "GUIZHANG_KEY": None, **environment}
    return CliRunner().invoke(main, [str(word) for word in words], env=given)


def test_the_command(asking, book, key, tmp_path):
    folder = tmp_path / "drop"
    folder.mkdir()
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    (folder / "a.json").write_text(sealed(said(book, "agent", at=int(time.time())), key.public))
    options = ("--key", asking / "keys" / "private-key.pem", "--roster", tmp_path / "roster.csv")
    register_ = tmp_path / "register.xlsx"
    fine = run(asking, folder, *options, "-o", register_, GUIZHANG_KEY_PASSWORD=PASSWORD)
    assert fine.exit_code == 0, fine.output
    assert "confirmed 1, earlier edition 0, to be checked 0, missing 3" in fine.output
    assert "missing: 1002 Li Lei, =1+1" in fine.output
    assert register_.exists()
    assert run(asking, folder, *options, "--strict", GUIZHANG_KEY_PASSWORD=PASSWORD).exit_code == 1
    assert "SEA002" in run(asking, folder, *options, GUIZHANG_KEY_PASSWORD="wrong").output
    assert "ACK024" in run(asking, folder).output
    (tmp_path / "empty").mkdir()
    assert "is it the right one?" in run(asking, tmp_path / "empty").output
    (folder / "b.json").write_text('{"jwe": "eyJhbGciOiJFQ0RILUVT')
    refused = run(asking, folder, *options, GUIZHANG_KEY_PASSWORD=PASSWORD)
    assert refused.exit_code == 1
    assert "1 refused: ACK011" in refused.output
    as_data = run(asking, folder, *options, "--format", "json", GUIZHANG_KEY_PASSWORD=PASSWORD)
    assert json.loads(as_data.stdout)["counts"]["refused"] == 1
