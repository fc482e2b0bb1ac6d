"""An exam graded again into the same folder: nothing asked for before is lost in silence, and all ways give the same bytes."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guizhang.grading import output
from guizhang.grading.analysis import analyse as analysis
from guizhang.grading.audit import Stamp, read_log
from guizhang.grading.correcting.corrections import CORRECTIONS
from guizhang.grading.correcting.regrade import regrade
from guizhang.grading.gradebook import book as gradebook
from guizhang.grading.pipeline import grade
from guizhang.grading.reports.extras import Extras
from guizhang.model.correction import Correction
from guizhang.model.scoring import MultipleRule, ScoringPolicy
from tests.grading.examples import PERFECT_A, PERFECT_B, ROSTER, WIDE_HEADER, exam_folder, record

MAY, JUNE = date(2026, 5, 4), date(2026, 6, 1)
AT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
STAMP = Stamp("王培训", AT)
GOOD = f"{WIDE_HEADER}\n0012,张三,A,{PERFECT_A}\n0013,李四,B,{PERFECT_B}\nE-7,王小明,A,A,A,AC,F,48,CAB,写了,3,2\n"
WANTED = Extras(MAY, people=True, certificates=True, valid_months=24, retest=True)
GENEROUS = ScoringPolicy(multiple=MultipleRule.MISSED_SHARE)


@pytest.fixture
def graded(tmp_path):
    """Return what grades the exam into one folder, and the folder."""
    exam, path = exam_folder(tmp_path, record(candidates=ROSTER)), tmp_path / "responses.csv"
    path.write_text(GOOD, encoding="utf-8")

    def run(**options):
        return grade(exam, [path], tmp_path / "results", stamp=STAMP, **options)

    first = run(held=MAY, extras=WANTED, policy=GENEROUS, site_url="https://rules.example")
    assert (first.taken_over, first.removed) == ((), ())
    return run, tmp_path / "results"


def files(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_what_was_asked_for_is_made_again_and_told(graded):
    run, results = graded
    before = files(results)
    again = run(today=JUNE, extras=Extras(JUNE))
    assert files(results) == before
    assert [text.en for text in again.taken_over] == [
        "the day of the exam 2026-05-04",
        "the scoring rules of --policy",
        "the handbook at https://rules.example",
        "candidate pages",
        "certificates (valid 24 months)",
        "the re-test list",
    ]
    assert again.removed == ()
    with (results / "certificates.csv").open(encoding="utf-8-sig", newline="") as register:
        assert {row[3] for row in list(csv.reader(register))[1:]} == {"2026-05-04"}


def test_what_is_asked_for_anew_holds(graded):
    run, results = graded
    again = run(
        held=JUNE, extras=Extras(JUNE, certificates=True, valid_months=12), policy=ScoringPolicy(), site_url="../site"
    )
    assert [text.en for text in again.taken_over] == ["candidate pages", "the re-test list"]
    data = json.loads((results / "results.json").read_bytes())
    assert (data["held"], data["policy"]["multiple"]) == ("2026-06-01", "all_or_nothing")
    register = (results / "certificates.csv").read_text(encoding="utf-8-sig")
    assert "2026-06-01,2027-06-01" in register
    assert "2026-05-04" not in register


def test_what_is_forgotten_goes_and_is_named(graded):
    run, results = graded
    again = run(today=JUNE, forget=True)
    assert again.taken_over == ()
    assert again.removed == (
        "candidates",
        "candidates.pdf",
        "certificates.csv",
        "certificates.pdf",
        "retest.html",
        "retest.xlsx",
    )
    assert not [name for name in again.removed if (results / name).exists()]
    assert again.held == JUNE


def test_pages_for_people_go_when_names_do(graded):
    run, results = graded
    again = run(pseudonymise=True)
    assert "candidates" in again.removed
    third = run()
    assert [text.en for text in third.taken_over][-1] == "codes for people"
    assert not [name for name, data in files(results).items() if "李四".encode() in data]


def test_a_corrected_sheet_keeps_what_was_told_and_says_who_moved(graded, tmp_path):
    run, results = graded
    old = files(results)
    path = tmp_path / "responses.csv"
    head, first, second, third = GOOD.splitlines()
    path.write_text("\n".join([head, first, f"{second.rpartition(',')[0]},1", third]), encoding="utf-8")
    again = run()
    new = files(results)
    assert (again.removed, again.since.superseded) == ((), True)
    assert [(d.after.candidate, d.before.points > d.after.points) for d in again.since.moved] == [("0013", True)]
    assert new["earlier/1-results.json"] == old["results.json"]
    changes = json.loads(new["changes.json"])
    assert [(one["candidate"], one["name"]) for one in changes["people"]] == [("0013", "李四")]
    entries, broken = read_log(tmp_path / "exam" / "secret")
    assert (dict(entries[-1].counts)["moved"], len(entries[-1].moved), broken) == (1, 1, [])
    # Nobody moves by grading the same sheet once more: what was said of the last change stays.
    assert run().since.superseded is False
    assert {name: data for name, data in files(results).items() if "changes" in name or "earlier" in name} == {
        name: data for name, data in new.items() if "changes" in name or "earlier" in name
    }


def test_changes_of_people_are_not_kept_when_names_go(graded, tmp_path):
    run, results = graded
    path = tmp_path / "responses.csv"
    path.write_text(GOOD.replace(",48,CAB,写了,3,2", ",24,CAB,写了,3,2"), encoding="utf-8")
    run()
    run(pseudonymise=True)
    assert not [name for name in files(results) if name.startswith(("changes", "earlier"))]


def test_another_exam_takes_over_nothing(graded, tmp_path):
    _, results = graded
    other = exam_folder(tmp_path / "other", record(candidates=ROSTER, exam_id="f" * 16))
    report = grade(other, [tmp_path / "responses.csv"], results, today=JUNE)
    assert (report.taken_over, report.held) == ((), JUNE)
    assert "candidates" in report.removed


CORRECTION = st.sampled_from(
    [("drop", {"item": "single"}), ("drop", {"item": "multiple"}), ("credit_all", {"item": "multiple"}),
     ("rekey", {"item": "single", "keys": ("C",)}), ("accept", {"item": "single", "keys": ("A",)}),
     ("credit_all", {"item": "hours"}), ("policy", {"policy": GENEROUS}), ("revoke", {"number": 1})]
)  # fmt: skip


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(CORRECTION, min_size=1, max_size=3).filter(lambda made: made[0][0] != "revoke"))
def test_a_regrade_gives_the_bytes_of_a_fresh_grading(tmp_path_factory, made):
    place = tmp_path_factory.mktemp("exam")
    exam, path = exam_folder(place, record(candidates=ROSTER)), place / "responses.csv"
    path.write_text(GOOD, encoding="utf-8")
    options = {"stamp": STAMP, "held": MAY, "extras": Extras(MAY, retest=True)}
    grade(exam, [path], place / "results", **options)
    add = [Correction(what=what, reason="r", by="b", at=AT, **more) for what, more in made]
    report = regrade(exam, place / "results", STAMP, add=add)
    if not (exam / "secret" / CORRECTIONS).exists():  # corrections that do not fit the exam, or come to nothing
        assert not report.written
        return
    grade(exam, [path], place / "fresh", **options)
    corrected = files(place / "results")
    fresh = files(place / "fresh")
    assert {name: corrected.get(name) for name in fresh} == fresh


def test_processes_make_the_same_bytes(graded, monkeypatch):
    run, results = graded
    before = files(results)
    for module in (analysis, gradebook, output):
        monkeypatch.setattr(module, "_LARGE", 0)
    run()
    assert files(results) == before


def test_two_that_ask_for_the_same_ask_for_it_once():
    from guizhang.grading.asked import Asked
    from guizhang.grading.kept import Kept
    from guizhang.grading.reading.responses import Intake
    from guizhang.model.correction import Corrections

    last = Kept("e", Intake((), (), (), (), ()), ScoringPolicy(), Corrections(), (), MAY, None, extras=WANTED)
    asked = Asked(extras=Extras(JUNE, people=True)).after(last)
    assert asked.extras == replace(WANTED, held=MAY)
    # The day of the exam is that of its certificates, whoever asks for them.
    for bare in (replace(last, extras=None), last):
        assert Asked(extras=Extras(JUNE, certificates=True)).after(bare).extras.held == MAY
    assert Asked(held=JUNE, extras=Extras(JUNE)).after(last).extras.held == JUNE
    assert Asked(pseudonymise=True).after(last).extras is None


def test_one_key_gives_one_code_everywhere(tmp_path):
    from guizhang.grading.privacy.pseudonyms import read_pseudonyms
    from guizhang.results.folder import Folder
    from guizhang.results.pseudonym import Pseudonyms

    key = b"k" * 32
    path = tmp_path / "responses.csv"
    path.write_text(GOOD, encoding="utf-8")
    plain = exam_folder(tmp_path / "plain", record(candidates=ROSTER))
    grade(plain, [path], tmp_path / "plain" / "results", stamp=STAMP)
    own = read_pseudonyms(plain / "secret")
    coded = exam_folder(tmp_path / "coded", record(candidates=ROSTER, exam_id="f" * 16))
    grade(coded, [path], tmp_path / "coded" / "results", pseudonymise=True, code_key=key)

    def people(folder):
        batches = Folder(folder, Pseudonyms(key)).batches()
        return {row[1] for batch in batches for row in batch["candidates"]}

    # Whoever was hidden when the exam was graded and whoever is hidden now have the same code, and are coded once.
    assert people(tmp_path / "plain") == people(tmp_path / "coded") == {Pseudonyms(key).person(p.id) for p in ROSTER}
    # With another key the codes of the log still tell who is who.
    grade(plain, [path], tmp_path / "plain" / "results", pseudonymise=True, code_key=key)
    now = read_pseudonyms(plain / "secret")
    assert now.key == key
    assert own.people.items() <= now.people.items()
