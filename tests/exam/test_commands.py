"""The commands of an exam as a trainer runs them."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from guizhang.cli import main
from guizhang.exam.record import read_record
from guizhang.model.exam_json import load_record
from guizhang.quiz.accept import accept_in_place
from tests.quiz.projects import office

_ROSTER = "id,name,language\n" + "".join(f"E{n},考生{n},{'en' if n == 3 else ''}\n" for n in range(14))


@pytest.fixture
def root(tmp_path, monkeypatch):
    loaded = office(tmp_path, accept=False)
    accept_in_place(tmp_path / "office", {item.id for item in loaded.bank.items})
    monkeypatch.chdir(tmp_path / "office")
    (tmp_path / "office" / "roster.csv").write_text(_ROSTER, encoding="utf-8")
    return tmp_path / "office"


def run(*arguments, code=0):
    result = CliRunner().invoke(main, ["--lang", "en", "exam", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result.output


def test_draw_verify_add_and_draw_again_without_the_same_items(root):
    said = run(
        "draw",
        "onboarding",
        "--candidates",
        "roster.csv",
        "--individual",
        "--seed",
        "1",
        "--paper",
        "letter",
        "-o",
        "june",
    )
    assert "14 forms, expected score" in said
    assert read_record(root / "june").paper_size == "letter"
    assert "drawn again, identical: 14 forms" in run("verify", "june")
    said = run("add", "june", "--candidate", "W1", "--extra-minutes", "10", "--large-print")
    assert "has no room for this paper" in said
    assert "june/secret/added/W1/scoring.xlsx" in said
    assert "june/handout/added/W1/papers.html/pdf" in said
    (added,) = [person for person in read_record(root / "june").candidates if person.id == "W1"]
    assert (added.extra_minutes, added.large_print, added.form) == (10, True, "W1")
    assert "drawn again, identical: 15 forms" in run("verify", "june")
    assert "ADD001" in run("add", "june", "--candidate", "W1", code=1)
    bank = root / "quizzes" / "blueprints" / "onboarding.yaml"
    bank.write_text(
        bank.read_text(encoding="utf-8").replace("limit_minutes: 45", "limit_minutes: 40"), encoding="utf-8"
    )
    assert "VER013" in run("verify", "june", code=1)


def test_a_draw_warns_of_its_own_blueprint_and_of_no_other(root):
    blueprints = root / "quizzes" / "blueprints"
    drawn, other = blueprints / "onboarding.yaml", blueprints / "types.yaml"
    for path in (drawn, other):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub("cut_score: .*", "cut_score: 0", text), encoding="utf-8")
    said = run("draw", "onboarding", "-o", "june")
    assert said.count("BLP003") == 1
    assert "quizzes/blueprints/onboarding.yaml:4:12: warning BLP003" in said


def test_a_draw_in_one_language_does_not_ask_for_the_other(root):
    path = root / "quizzes" / "blueprints" / "onboarding.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^title: .*", "title: {zh: 上岗考核}", text), encoding="utf-8")
    assert "TRN001" not in run("draw", "onboarding", "--language", "zh", "-o", "june")
    assert run("draw", "onboarding", "-o", "july").count("TRN001") == 1


def test_a_draw_is_in_the_language_of_a_handbook_that_has_one(root):
    path = root / "content" / "handbook.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "language: zh\n", encoding="utf-8")
    for options, language in (((), "zh"), (("--language", "en"), "en")):
        run("draw", "onboarding", *options, "--replace", "-o", "june")
        assert load_record((root / "june" / "secret" / "exam.json").read_bytes()).language == language


def test_individual_papers_need_a_roster(root):
    run("draw", "onboarding", "--individual", "-o", "june", code=2)
    run("draw", "onboarding", "--individual", "--candidates", "roster.csv", "--forms", "2", "-o", "june", code=2)
    assert not (root / "june").exists()


def test_without_a_handbook_the_record_is_checked_by_itself(root, tmp_path, monkeypatch):
    said = run("draw", "onboarding", "--forms", "1", "--seed", "1", "-o", "june")
    assert "form A: expected score" in said
    assert "±" in said
    monkeypatch.chdir(tmp_path)
    assert "only the record and its files were checked" in run("verify", root / "june")
