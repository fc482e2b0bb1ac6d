"""An exam graded again after a correction, as the command does it: files in, files out."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from guizhang.grading.audit import Stamp, read_log
from guizhang.grading.correcting.corrections import CORRECTIONS, read_corrections
from guizhang.grading.correcting.regrade import regrade
from guizhang.grading.kept import Kept, dump_kept, read_kept
from guizhang.grading.pipeline import grade
from guizhang.grading.privacy.pseudonyms import read_pseudonyms
from guizhang.model.scoring import MultipleRule, ScoringPolicy
from tests.grading.correcting import AT, correction
from tests.grading.examples import (
    PERFECT_A,
    PERFECT_B,
    ROSTER,
    WIDE_HEADER,
    exam_folder,
    record,
)

STAMP = Stamp("王培训", AT)
GOOD = f"{WIDE_HEADER}\n0012,张三,A,{PERFECT_A}\n0013,李四,B,{PERFECT_B}\nE-7,王小明,A,A,A,AC,F,48,CAB,写了,3,2\n"


@pytest.fixture
def graded(tmp_path):
    exam = exam_folder(tmp_path, record(candidates=ROSTER))
    path = tmp_path / "responses.csv"
    path.write_text(GOOD, encoding="utf-8")
    assert not grade(exam, [path], tmp_path / "results", stamp=STAMP).stopped
    path.unlink()  # a regrade does not need it
    return exam, tmp_path / "results"


def files(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_without_corrections_nothing_changes(graded):
    exam, results = graded
    before = files(results)
    report = regrade(exam, results, STAMP)
    assert (report.differences, report.written, report.people) == ((), (), 3)
    assert files(results) == before
    assert not (exam / "secret" / CORRECTIONS).exists()


def test_a_dry_run_tells_and_writes_nothing(graded):
    exam, results = graded
    before = files(exam) | files(results)
    report = regrade(exam, results, STAMP, add=[correction("credit_all", item="multiple")], dry_run=True)
    # Wang ticked AC of ACD and had 0 of 4: 2 + 1 + 0 + 3 + 3 + 2 = 11 points in all, of 15 that it takes.
    (moved,) = report.differences
    assert (moved.before.candidate, moved.before.points, moved.after.points) == ("E-7", 11, 15)
    assert files(exam) | files(results) == before


def test_from_wrong_key_to_new_results_with_the_old_beside_them(graded):
    exam, results = graded
    old = files(results)
    report = regrade(exam, results, STAMP, add=[correction("credit_all", item="multiple")])
    (moved,) = report.differences
    # 15 points are the cut; section 1 asks for 2 of 4 and has 2: a fail becomes a pass.
    assert (moved.before.passed, moved.after.passed) == (False, True)
    now = files(results)
    for name in ("results.json", "gradebook.xlsx", "report.html"):
        assert now[f"earlier/1-{name}"] == old[name]
        assert now[name] != old[name]
    changes = json.loads(now["changes.json"])
    assert changes["people"] == [
        {"candidate": "E-7", "name": "王小明", "form": "A", "points": ["11", "15"], "cut_points": ["15", "15"],
         "passed": [False, True]}
    ]  # fmt: skip
    sheet = load_workbook(BytesIO(now["changes.xlsx"])).active
    assert [cell.value for cell in sheet[2]][:6] == ["E-7", "王小明", "A", 11, 15, 4]
    data = json.loads(now["results.json"])
    assert [c["what"] for c in data["corrections"]] == ["credit_all"]
    entries, broken = read_log(exam / "secret")
    assert not broken
    assert [entry.action.value for entry in entries] == ["grade", "regrade"]
    names = read_pseudonyms(exam / "secret")
    assert [names.people[code] for code in entries[1].moved] == [("E-7", "王小明")]
    assert entries[1].counts == {"moved": 1, "to_pass": 1, "to_fail": 0}


def test_revoking_restores_every_result(graded):
    exam, results = graded
    old = json.loads((results / "results.json").read_bytes())
    regrade(exam, results, STAMP, add=[correction("drop", item="multiple")])
    between = json.loads((results / "results.json").read_bytes())
    assert between["results"] != old["results"]
    report = regrade(exam, results, STAMP, add=[correction("revoke", number=1)])
    assert json.loads((results / "results.json").read_bytes()) == old
    assert {n.split("-")[0] for n in files(results / "earlier")} == {"1", "2"}
    assert len(report.differences) == 2  # those who had points on it; Wang had none
    assert [c.what.value for c in read_corrections(exam / "secret" / CORRECTIONS)[0].corrections] == ["drop", "revoke"]


def test_grading_again_keeps_corrections_and_earlier_results(graded, tmp_path):
    exam, results = graded
    regrade(exam, results, STAMP, add=[correction("credit_all", item="multiple")])
    after = files(results)
    path = tmp_path / "responses.csv"
    path.write_text(GOOD, encoding="utf-8")
    grade(exam, [path], results)
    again = files(results)
    assert again["results.json"].replace(str(path).encode(), b"") == after["results.json"].replace(
        str(path).encode(), b""
    )
    assert again["earlier/1-results.json"] == after["earlier/1-results.json"]


def test_the_report_names_every_line_to_pass(graded):
    exam, results = graded
    tile = r'lang="en"[^>]*>to pass</span></dt><dd>([^<]*)</dd>'
    assert re.findall(tile, (results / "report.html").read_text(encoding="utf-8")) == ["15 / 25"]
    regrade(exam, results, STAMP, add=[correction("points", item="single", form="B", points="3")])
    assert re.findall(tile, (results / "report.html").read_text(encoding="utf-8")) == ["15 / 25; 15.6 / 26"]


def test_a_policy_is_changed_by_a_correction(graded):
    exam, results = graded
    policy = ScoringPolicy(multiple=MultipleRule.MISSED_SHARE)
    report = regrade(exam, results, STAMP, add=[correction("policy", policy=policy)])
    (moved,) = report.differences  # AC of ACD: 2/3 of 4 points
    assert moved.points == Decimal("2.67")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("results/answers.json", None, "COR007"),
        ("results/answers.json", "{}", "COR007"),
        ("exam/secret/exam.json", None, "RSP012"),
        ("exam/secret/exam.json", record(exam_id="f" * 16).model_dump_json(), "COR008"),
        ("exam/secret/corrections.yaml", "corrections: [1]", "YML"),
        ("results/mine.txt", "x", "RSP014"),
    ],
)
def test_what_cannot_be_graded_again_is_left_alone(graded, name, content, code):
    exam, results = graded
    if content is None:
        (exam.parent / name).unlink()
    else:
        (exam.parent / name).write_text(content, encoding="utf-8")
    before = files(exam) | files(results)
    report = regrade(exam, results, STAMP, add=[correction("drop", item="single")])
    assert not report.written
    assert report.diagnostics
    if code != "YML":
        assert [fault.code for fault in report.diagnostics] == [code]
    assert files(exam) | files(results) == before


def test_a_crash_while_writing_is_made_good_by_the_next_run(graded, monkeypatch):
    exam, results = graded
    before = files(results)
    from guizhang.grading.correcting import regrade as module

    def crash(*_, **__):
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr(module, "write_results", crash)
        with pytest.raises(OSError, match="disk full"):
            regrade(exam, results, STAMP, add=[correction("credit_all", item="multiple")])
    assert files(results) == before
    report = regrade(exam, results, STAMP)
    assert [d.after.candidate for d in report.differences] == ["E-7"]
    assert report.written


def test_what_was_answered_is_kept_as_it_was_read(graded):
    kept, found = read_kept(graded[1])
    assert isinstance(kept, Kept)
    assert not found
    assert dump_kept(kept) == (graded[1] / "answers.json").read_bytes()
