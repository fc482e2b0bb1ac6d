"""The command as a trainer sees it: what is printed, what is written, how it ends."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from click.testing import CliRunner

from guizhang.cli import main
from guizhang.model.blueprint import Blueprint, Section
from guizhang.model.item import ItemType
from guizhang.model.scoring import Floor, Negative, ScoringPolicy
from guizhang.model.text import Text
from tests.grading.examples import PERFECT_A, PERFECT_B, ROSTER, WIDE_HEADER, exam_folder, record

GOOD = f"{WIDE_HEADER}\n0012,张三,A,{PERFECT_A}\n0013,李四,B,{PERFECT_B}\n"
WRONG = GOOD.replace("张三,A,B,A", "张三,A,A,A")  # the first question of 2 points


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    exam_folder(tmp_path, record(candidates=ROSTER))
    return tmp_path


def run(folder, text, *options):
    (folder / "answers.csv").write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["--lang", "en", "grade", "exam", "answers.csv", "-o", "results", *options])


def total(folder):
    data = json.loads((folder / "results" / "results.json").read_text(encoding="utf-8"))
    return Decimal(data["results"][0]["total_points"])


def test_what_a_trainer_reads(folder):
    outcome = run(folder, GOOD)
    assert outcome.exit_code == 0
    assert outcome.stdout.splitlines()[:8] == [
        "answers.csv: 2 rows: 2 graded (0 with a warning), 0 without an answer, 0 refused; 0 blank rows skipped.",
        "  column 1 “考号 candidate” -> candidate",
        "  column 2 “姓名 name” -> name",
        "  column 3 “卷别 form” -> form",
        "  columns 4-10 “1” … “7” -> questions 1-7",
        "  column 11 “7 points” -> points of question 7",
        "  column 12 “实操 practical” -> practical",
        "2 of 2 passed, 1 more was absent.",
    ]


def test_who_is_refused_is_named_and_the_command_says_so(folder):
    outcome = run(folder, GOOD.replace("李四,B", "李四,C"))
    assert outcome.exit_code == 1
    assert "1 paper could not be graded" in outcome.stdout
    assert "not graded, to be mended and graded again: 0013 李四" in outcome.stdout
    assert (folder / "results" / "gradebook.xlsx").exists()
    assert "RSP023" in outcome.stderr


def test_nobody_left_to_grade_writes_nothing(folder):
    outcome = run(folder, f"{WIDE_HEADER}\n9,,A,{PERFECT_A}\n")
    assert outcome.exit_code == 1
    assert "no results were written" in outcome.stdout
    assert not (folder / "results").exists()


def test_a_policy_file_goes_before_the_blueprint(folder):
    run(folder, WRONG)
    assert total(folder) == 23
    (folder / "policy.yaml").write_text("negative: {share: 0.25, floor: none}\n", encoding="utf-8")
    assert run(folder, WRONG, "--policy", "policy.yaml").exit_code == 0
    assert total(folder) == Decimal("22.5")
    assert "a wrong answer costs 0.25 of its points, without a floor" in (folder / "results" / "report.html").read_text(
        encoding="utf-8"
    )


def test_a_policy_with_a_fault_is_told_with_its_place(folder):
    (folder / "policy.yaml").write_text("multiple: perhaps\n", encoding="utf-8")
    outcome = run(folder, GOOD, "--policy", "policy.yaml")
    assert outcome.exit_code == 1
    assert "policy.yaml:1:11: error FMT003" in outcome.stderr
    assert not (folder / "results").exists()


def test_the_blueprint_of_the_draw_says_how_answers_are_scored(folder):
    blueprint = Blueprint(
        id="onboarding", title=Text(zh="考核"), limit_minutes=45, cut_score="60%",
        sections=(Section(title=Text(zh="单选"), type=ItemType.SINGLE_CHOICE, count=1, points=Decimal(2)),),
        scoring=ScoringPolicy(negative=Negative(share=Decimal("0.5"), floor=Floor.NONE)),
    )  # fmt: skip
    exam = record(candidates=ROSTER, specification=blueprint)
    (folder / "exam" / "secret" / "exam.json").write_text(exam.model_dump_json(), encoding="utf-8")
    run(folder, WRONG)
    assert total(folder) == 22  # 25 - 2 and another 1


def test_statistics_are_refused_where_no_handbook_would_take_them(folder):
    outcome = run(folder, GOOD, "--statistics")
    assert outcome.exit_code == 2
    assert "there is no content/handbook.yaml" in outcome.stderr
    assert not (folder / "results").exists()
    assert not (folder / "quizzes").exists()


def test_statistics_are_kept_for_the_next_draw(folder):
    (folder / "content").mkdir()
    (folder / "content" / "handbook.yaml").write_text("title: {zh: 手册}\ncompany: {zh: 公司}\n", encoding="utf-8")
    outcome = run(folder, GOOD, "--statistics", "--date", "2026-11-22")
    assert outcome.exit_code == 0
    text = (folder / "quizzes" / "statistics.yaml").read_text(encoding="utf-8")
    assert "0123456789abcdef" in text
    run(folder, GOOD, "--statistics", "--date", "2026-11-22")
    assert (folder / "quizzes" / "statistics.yaml").read_text(encoding="utf-8") == text
