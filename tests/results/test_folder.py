"""What lies in a folder: damaged, foreign and doubled files are named, and the rest is read."""

from __future__ import annotations

import json
import os
import shutil
from datetime import UTC, date, datetime

import pytest

from guizhang.diagnostics import Faulty
from guizhang.grading.audit import Stamp
from guizhang.grading.privacy.purge import find_old, purge
from guizhang.grading.privacy.retention import parse_period
from guizhang.results.pseudonym import Pseudonyms, key_from
from tests.results.exams import asked, differing, held, store_of

FIRST, SECOND = "00000000000000a1", "00000000000000b2"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return held(tmp_path_factory.mktemp("made") / "may", FIRST, date(2026, 5, 4))


@pytest.fixture
def folder(made, tmp_path):
    shutil.copytree(made, tmp_path / "all" / "may")
    return tmp_path / "all"


def codes(reader):
    return [(fault.code, fault.source.path.rpartition("/all/")[2]) for fault in reader.diagnostics]


def spoil(path, change):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(change(path.read_bytes() if path.exists() else b""))


def edited(**changes):
    return lambda data: json.dumps({**json.loads(data), **changes}).encode()


BAD = {  # file, what happens to it, fault, whether the exam of May still has results
    "cut results": ("may/results/results.json", lambda d: d[: len(d) // 2], "WHS001", False),
    "empty results": ("may/results/results.json", lambda _: b"", "WHS001", False),
    "foreign encoding": ("june/results/results.json", lambda _: b"\xff\xfe\x00{", "WHS001", True),
    "old version": ("may/results/results.json", edited(results_version=1), "WHS002", False),
    "another exam": ("may/results/results.json", edited(exam_id=SECOND), "WHS003", False),
    "a person without answers": ("may/results/results.json", edited(results=[{"candidate": "1001"}]), "WHS012", False),
    "points that are none": ("may/results/results.json", lambda d: d.replace(b'"total_points":"', b'"total_points":"x', 1), "WHS012", False),
    "a day that is none": ("may/results/results.json", edited(held="May"), "WHS012", False),
    "damaged record": ("june/secret/exam.json", lambda _: b"{", "WHS001", True),
    "record without forms": ("june/secret/exam.json", lambda _: b'{"exam_id": "00000000000000ff"}', "WHS001", True),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_named_and_the_rest_read(folder, case):
    name, change, code, results = BAD[case]
    spoil(folder / name, change)
    store, reader = store_of(folder)
    assert codes(reader) == [(code, name)]
    (exam,) = asked(store, "exams")
    assert (exam["exam_id"], exam["n"] is not None) == (FIRST, results)


@pytest.mark.parametrize(
    "name", ["other/results.json", "other/exam.json", "other/secret/exam.json", "other/secret/notes.txt"]
)
def test_files_of_something_else_are_passed_over(folder, name):
    spoil(folder / name, lambda _: b'{"results": [1, 2]}')
    assert codes(store_of(folder)[1]) == []


def test_of_two_results_the_one_written_last_counts(folder):
    newer = folder / "regrade" / "results.json"
    newer.parent.mkdir()
    document = json.loads((folder / "may/results/results.json").read_text(encoding="utf-8"))
    for result in document["results"]:
        result["passed"] = True
    newer.write_text(json.dumps(document), encoding="utf-8")
    os.utime(folder / "may/results/results.json", (1, 1))
    store, reader = store_of(folder)
    assert codes(reader) == [("WHS004", "may/results/results.json")]
    (exam,) = asked(store, "exams")
    assert exam["passed"] == exam["n"] == len(document["results"])


def test_a_copy_of_an_exam_counts_once(folder):
    shutil.copytree(folder / "may" / "exam", folder / "copy")
    store, reader = store_of(folder)
    assert codes(reader) == []
    assert len(asked(store, "exams")) == 1


def test_a_folder_without_exams_is_an_error(tmp_path):
    assert [fault.code for fault in store_of(tmp_path)[1].diagnostics] == ["WHS005"]


def test_pseudonyms_hide_every_name_and_id(made):
    store, _ = store_of(made, b"k" * 32)
    text = json.dumps(
        [store.rows(f"SELECT * FROM {name}") for name in ("exams", "forms", "candidates", "responses")], default=str
    )
    for person in json.loads((made / "exam/secret/exam.json").read_text(encoding="utf-8"))["candidates"]:
        assert f'"{person["id"]}"' not in text
        assert person["name"] not in text
    plain, _ = store_of(made)
    assert [r["pass_share"] for r in asked(store, "departments")] == [
        r["pass_share"] for r in asked(plain, "departments")
    ]


def test_a_pseudonym_is_one_persons_and_the_keys():
    one, other = Pseudonyms(b"a" * 32), Pseudonyms(b"b" * 32)
    assert one.person("E1") == Pseudonyms(b"a" * 32).person("E1")
    assert len({one.person("E1"), one.person("E2"), other.person("E1")}) == 3


def test_a_key_file_is_made_once_for_its_owner_only(tmp_path):
    path = tmp_path / "key"
    assert key_from(path) == key_from(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert key_from(None) != key_from(None)


@pytest.mark.parametrize("text", ["", "zz", "ab" * 31, "密"])
def test_another_file_is_no_key(tmp_path, text):
    (tmp_path / "key").write_text(text, encoding="utf-8")
    with pytest.raises(Faulty, match="WHS011"):
        key_from(tmp_path / "key")


def test_after_a_purge_an_exam_still_says_how_it_went_and_of_nobody_in_particular(tmp_path):
    held(tmp_path / "may", FIRST, date(2024, 5, 4))
    held(tmp_path / "june", SECOND, date(2026, 6, 4))
    before, _ = store_of(tmp_path)
    stamp = Stamp("HR", datetime(2026, 7, 1, tzinfo=UTC))
    (old,) = find_old(tmp_path, parse_period("24m"), date(2026, 7, 1)).old
    purge(old, stamp)
    after, reader = store_of(tmp_path)
    assert not reader.diagnostics
    for name in ("exams", "trend"):
        assert list(differing(asked(before, name), asked(after, name))) == []
    (gone,) = after.rows(
        f"SELECT DISTINCT name, department, role, form, status FROM candidates WHERE exam_id = '{FIRST}'"
    )
    assert gone == {"name": "", "department": "", "role": "", "form": None, "status": "purged"}
    june = {
        person["candidate"] for person in after.rows(f"SELECT candidate FROM candidates WHERE exam_id = '{SECOND}'")
    }
    for name in ("retest", "reread"):
        assert {row["candidate"] for row in asked(after, name)} <= june
    assert sum(row["n"] for row in asked(after, "departments")) == 37


def test_half_a_sign_in_a_name_does_not_stop_anything(folder):
    path = folder / "may" / "results" / "results.json"
    data = json.loads(path.read_bytes())
    data["results"][0]["name"] = "a\ud800"
    data["results"][1]["name"] = "\U0002000b"
    path.write_text(json.dumps(data), encoding="utf-8")
    store, reader = store_of(folder)
    assert not reader.diagnostics
    names = {row["name"] for row in store.rows("SELECT name FROM candidates")}
    assert {"a?", "\U0002000b"} <= names
