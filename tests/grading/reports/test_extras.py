"""Pages, certificates and the re-test list in the results folder: only when asked for, private, and never stale."""

from __future__ import annotations

import pypdfium2
import pytest
from click.testing import CliRunner

from guizhang.cli import main
from guizhang.grading.pipeline import grade
from guizhang.grading.reports import extras
from guizhang.grading.reports.extras import Extras, extra_files
from guizhang.printing.pdf import SUBSTITUTE, Typesetter
from tests.grading.examples import ROSTER, exam_folder, record, response
from tests.grading.simulated import HELD, run
from tests.grading.test_gradebook import class_report
from tests.grading.test_pipeline import GOOD, write

SETTER = Typesetter("guizhang.grading")
ALL = Extras(HELD, people=True, certificates=True, valid_months=24, retest=True)


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    folders = [tmp_path_factory.mktemp(name) for name in "ab"]
    return folders, [run(folder, ALL) for folder in folders]


def test_same_inputs_same_bytes(twice):
    _, (first, second) = twice
    assert len(first.written) == 4 + 37 + 5
    for one, two in zip(first.written, second.written, strict=True):
        assert one.read_bytes() == two.read_bytes(), one.name


def test_everything_is_private(twice):
    (folder, _), (report, _) = twice
    assert {path.stat().st_mode & 0o777 for path in report.written} == {0o600}
    assert (folder / "results" / "candidates").stat().st_mode & 0o777 == 0o700


def test_only_what_is_asked_for_is_written(tmp_path):
    run(tmp_path)
    assert not {path.name for path in (tmp_path / "results").iterdir()} & set(extras.NAMES)


def test_many_people_have_several_files(monkeypatch):
    monkeypatch.setattr(extras, "IN_A_FILE", 2)
    people = tuple(response({1: "B"}, candidate=str(n)) for n in range(5))
    found = dict(extra_files(class_report(people), Extras(HELD, people=True), SETTER))
    pdfs = {name: len(pypdfium2.PdfDocument(data)) for name, data in found.items() if name.endswith(".pdf")}
    assert pdfs == {"candidates/00001-00002.pdf": 2, "candidates/00003-00004.pdf": 2, "candidates/00005-00005.pdf": 1}


def test_nobody_passed_and_nobody_failed():
    nobody = dict(
        extra_files(class_report((response({1: "A"}, candidate="1"),)), Extras(HELD, certificates=True), SETTER)
    )
    assert sorted(nobody) == ["certificates.csv"]


def test_from_the_command_line(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    exam = exam_folder(tmp_path, record(candidates=ROSTER))
    answers = write(tmp_path, GOOD)
    options = [
        "--candidate-pages",
        "--certificates",
        "--valid-months",
        "12",
        "--retest",
        "--date",
        "2026-12-01",
    ]
    result = CliRunner().invoke(main, ["grade", str(exam), str(answers), "-o", str(tmp_path / "results"), *options])
    assert result.exit_code == 0, result.output
    assert set(extras.NAMES) <= {path.name for path in (tmp_path / "results").iterdir()}
    assert "20261201-012345-0001" in (tmp_path / "results" / "certificates.csv").read_text(encoding="utf-8-sig")
    assert "no sound handbook here" in result.output or "没有可用的手册" in result.output


@pytest.mark.parametrize("option", ["--candidate-pages", "--certificates", "--retest"])
def test_codes_get_no_certificate(tmp_path, option):
    exam = exam_folder(tmp_path, record(candidates=ROSTER))
    command = ["grade", str(exam), str(write(tmp_path, GOOD)), "-o", str(tmp_path / "results"), "--pseudonymise"]
    result = CliRunner().invoke(main, [*command, option])
    assert result.exit_code == 2
    assert not (tmp_path / "results").exists()


def test_the_command_says_what_is_as_the_last_time_and_what_is_removed(tmp_path):
    exam = exam_folder(tmp_path, record(candidates=ROSTER))
    command = ["grade", str(exam), str(write(tmp_path, GOOD)), "-o", str(tmp_path / "results")]
    certificates = tmp_path / "results" / "certificates.pdf"
    first = CliRunner().invoke(main, [*command, "--certificates", "--date", "2026-05-04"])
    assert (first.exit_code, certificates.exists()) == (0, True)
    assert "--forget" not in first.output
    again = CliRunner().invoke(main, command)
    assert (again.exit_code, certificates.exists()) == (0, True)
    assert [word in again.output for word in ("2026-05-04", "--forget")] == [True, True]
    without = CliRunner().invoke(main, [*command, "--forget"])
    assert (without.exit_code, certificates.exists()) == (0, False)
    assert "certificates.csv, certificates.pdf" in without.output


@pytest.mark.parametrize("name", ["retest.html", "candidates/1004.html"])
def test_in_the_browser(page, twice, name):
    """Nothing runs, nothing is fetched, nothing sticks out on a phone, and a person's page prints on one sheet."""
    (folder, _), _ = twice
    complaints, requests = [], []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: requests.append(request.url))
    address = (folder / "results" / name).as_uri()
    page.goto(address)
    for width in (1200, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width
    assert complaints == []
    assert requests == [address]
    if name.startswith("candidates"):
        assert len(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))) == 1


@pytest.mark.usefixtures("cjk_font")
def test_what_no_font_can_draw_is_named(tmp_path):
    zhang, *others = ROSTER
    people = (zhang.model_copy(update={"name": "张\u0378"}), *others)
    exam, answers = exam_folder(tmp_path, record(candidates=people)), write(tmp_path, GOOD)
    wanted = Extras(HELD, people=True, certificates=True)
    report = grade(exam, [answers], tmp_path / "results", extras=wanted)
    (fault,) = [fault for fault in report.diagnostics if fault.code == "EXM022"]
    assert "U+0378" in fault.problem.en
    for name in ("candidates.pdf", "certificates.pdf"):
        with pypdfium2.PdfDocument(tmp_path / "results" / name) as pdf:
            texts = "".join(page.get_textpage().get_text_range() for page in pdf)
        assert f"张{SUBSTITUTE}" in texts
    assert grade(exam, [answers], tmp_path / "strict", extras=wanted, strict=True).stopped
    assert "EXM022" not in {fault.code for fault in grade(exam, [answers], tmp_path / "plain").diagnostics}


def test_without_a_chinese_font_there_is_no_pdf_and_it_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(Typesetter, "family", None)
    exam = exam_folder(tmp_path, record(candidates=ROSTER))
    report = grade(exam, [write(tmp_path, GOOD)], tmp_path / "results", extras=ALL)
    assert [fault.code for fault in report.diagnostics] == ["EXM020"]
    names = {path.relative_to(tmp_path / "results").as_posix() for path in report.written}
    assert not [name for name in names if name.endswith(".pdf")]
    assert {"certificates.csv", "candidates/0012.html", "retest.html", "gradebook.xlsx"} <= names
