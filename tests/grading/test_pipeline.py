"""From an exam folder and files of answers to a folder of results, or to nothing at all."""

from __future__ import annotations

import json
from contextlib import contextmanager

import pytest

from guizhang.diagnostics import render
from guizhang.grading import output
from guizhang.grading.kept import ANSWERS
from guizhang.grading.pipeline import GRADEBOOK, REPORT, RESULTS, grade
from tests.grading.examples import PERFECT_A, PERFECT_B, ROSTER, WIDE_HEADER, exam_folder, record
from tests.grading.simulated import run

GOOD = f"{WIDE_HEADER}\n0012,张三,A,{PERFECT_A}\n0013,李四,B,{PERFECT_B}\nE-7,王小明,A,A,A,AC,F,48,ABC,,2,3\n"


@pytest.fixture
def exam(tmp_path):
    return exam_folder(tmp_path, record(candidates=ROSTER))


def write(folder, text, name="responses.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_two_forms_from_end_to_end(exam, tmp_path):
    report = grade(exam, [write(tmp_path, GOOD)], tmp_path / "results", site_url="../site")
    assert report.diagnostics == ()
    assert not report.stopped
    # E-7: wrong, right 2, wrong, right 1, wrong, wrong, 2 given, 3 practical.
    assert [(r.candidate, str(r.total_points), r.passed) for r in report.results] == [
        ("0012", "25", True), ("0013", "25", True), ("E-7", "8", False)
    ]  # fmt: skip
    assert [path.name for path in report.written] == [GRADEBOOK, REPORT, RESULTS, ANSWERS]
    assert all(path.exists() for path in report.written)
    assert report.headline.en == "2 of 3 passed."
    data = json.loads((tmp_path / "results" / RESULTS).read_text(encoding="utf-8"))
    assert [a["address"] for a in data["results"][2]["read_again"]] == [
        "complaints/closing", "complaints/first-reply", "telephone/rings"
    ]  # fmt: skip


def test_results_are_private(exam, tmp_path):
    grade(exam, [write(tmp_path, GOOD)], tmp_path / "results")
    assert (tmp_path / "results").stat().st_mode & 0o777 == 0o700
    assert {p.stat().st_mode & 0o777 for p in (tmp_path / "results").iterdir()} == {0o600}


def test_same_inputs_same_bytes(tmp_path):
    first, second = run(tmp_path / "a"), run(tmp_path / "b")
    assert first.headline == second.headline
    for one, two in zip(first.written, second.written, strict=True):
        assert one.read_bytes() == two.read_bytes(), one.name


def test_a_row_that_cannot_be_read_refuses_its_person_and_the_rest_goes_on(exam, tmp_path):
    bad = write(tmp_path, GOOD.replace("AC,F", "AZ,F"))
    report = grade(exam, [bad], tmp_path / "results", shown={bad: "responses.csv"})
    assert not report.stopped
    assert [result.candidate for result in report.results] == ["0012", "0013"]
    assert [(person.candidate, person.rows) for person in report.refused] == [("E-7", (("responses.csv", "", 4),))]
    assert render(report.diagnostics) == (
        "responses.csv:4:6: error RSP033: 3: “Z” in the answer “AZ” is no option; the question has A to E\n"
        "    mend: correct it from the paper; leave the cell empty if there is no answer"
    )
    (file,) = report.files
    assert (file.rows, file.graded, file.flagged, file.refused) == (3, 2, 0, 1)
    data = json.loads((tmp_path / "results" / RESULTS).read_text(encoding="utf-8"))
    assert [person["candidate"] for person in data["refused"]] == ["E-7"]
    assert [fault["code"] for fault in data["faults"]] == ["RSP033"]
    strict = grade(exam, [bad], tmp_path / "strict", strict=True)
    assert strict.stopped
    assert not (tmp_path / "strict").exists()


def test_an_error_leaves_the_old_results(exam, tmp_path):
    grade(exam, [write(tmp_path, GOOD)], tmp_path / "results")
    before = {p.name: p.read_bytes() for p in (tmp_path / "results").iterdir()}
    assert grade(exam, [write(tmp_path, "")], tmp_path / "results").stopped
    assert {p.name: p.read_bytes() for p in (tmp_path / "results").iterdir()} == before


def test_a_crash_leaves_the_old_results(exam, tmp_path, monkeypatch):
    grade(exam, [write(tmp_path, GOOD)], tmp_path / "results")
    before = {p.name: p.read_bytes() for p in (tmp_path / "results").iterdir()}

    def crash(*_):
        raise OSError("disk full")

    monkeypatch.setattr(output, "new_folder", _crashing(output.new_folder, crash))
    with pytest.raises(OSError, match="disk full"):
        grade(exam, [write(tmp_path, GOOD.replace("48", "24"))], tmp_path / "results")
    assert {p.name: p.read_bytes() for p in (tmp_path / "results").iterdir()} == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["exam", "responses.csv", "results"]


def _crashing(new_folder, crash):
    @contextmanager
    def crashes_at_the_end(*args, **options):
        with new_folder(*args, **options) as folder:
            yield folder
            crash()

    return crashes_at_the_end


def test_grading_again_replaces_the_results(exam, tmp_path):
    grade(exam, [write(tmp_path, GOOD)], tmp_path / "results")
    report = grade(exam, [write(tmp_path, GOOD.replace(",3\n", ",5\n"))], tmp_path / "results")
    assert str(report.results[2].total_points) == "10"
    assert '"total_points":"10"' in (tmp_path / "results" / RESULTS).read_text(encoding="utf-8")


def test_strict_stops_at_a_warning(exam, tmp_path):
    path = write(tmp_path, GOOD.replace("0012", "12"))
    assert grade(exam, [path], tmp_path / "strict", strict=True).stopped
    assert not grade(exam, [path], tmp_path / "results").stopped


@pytest.mark.parametrize(
    "place", ["exam/handout", "exam/handout/results", "web/site/results", "web/docs", "web/content/x"]
)
def test_results_are_kept_out_of_what_is_published(exam, tmp_path, place):
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "mkdocs.yml").touch()
    report = grade(exam, [write(tmp_path, GOOD)], tmp_path / place)
    assert [d.code for d in report.diagnostics] == ["RSP013"]
    assert report.stopped


@pytest.mark.parametrize("place", [".", "exam", "exam/secret"])
def test_a_folder_with_other_files_is_not_replaced(exam, tmp_path, place):
    report = grade(exam, [write(tmp_path, GOOD)], tmp_path / place)
    assert [d.code for d in report.diagnostics] == ["RSP014"]
    assert (exam / "secret" / "exam.json").exists()


def test_an_empty_folder_will_do(exam, tmp_path):
    (tmp_path / "results").mkdir()
    assert not grade(exam, [write(tmp_path, GOOD)], tmp_path / "results").stopped


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (None, "the exam record cannot be read: No such file or directory"),
        ("{}", "the exam record cannot be read: tool_version: Field required"),
        (
            "{",
            "the exam record cannot be read: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        ),
    ],
)
def test_no_exam_to_grade_by(exam, tmp_path, text, problem):
    path = exam / "secret" / "exam.json"
    path.unlink()
    if text is not None:
        path.write_text(text, encoding="utf-8")
    report = grade(exam, [write(tmp_path, GOOD)], tmp_path / "results")
    assert report.stopped
    assert report.diagnostics[0].code == "RSP012"
    assert report.diagnostics[0].problem.en == problem
