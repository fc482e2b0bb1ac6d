"""The commands as a trainer uses them: from the flag to corrected results, the log, codes, retention."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from guizhang.cli import main
from tests.grading.examples import PERFECT_A, ROSTER, WIDE_HEADER, exam_folder, record
from tests.grading.simulated import PLANTED, exam, ratings_csv, responses_csv, with_wrong_key


def run(*words, lang="en", **options):
    return CliRunner().invoke(main, ["--lang", lang, *words], **options)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    exam_folder(tmp_path, record(candidates=ROSTER))
    (tmp_path / "answers.csv").write_text(
        f"{WIDE_HEADER}\n0012,张三,A,{PERFECT_A}\nE-7,王小明,A,A,A,AC,F,48,CAB,写了,3,2\n", encoding="utf-8"
    )
    assert (
        run("grade", "exam", "answers.csv", "-o", "results", "--date", "2024-05-01", "--by", "Trainer").exit_code == 0
    )
    return tmp_path


def test_from_the_flag_to_the_corrected_list_in_one_command(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    exam_folder(tmp_path, with_wrong_key(exam()))
    (tmp_path / "answers.csv").write_text(responses_csv(exam()), encoding="utf-8")
    (tmp_path / "practical.csv").write_text(ratings_csv(exam()), encoding="utf-8")
    said = run("grade", "exam", "answers.csv", "practical.csv", "-o", "results", "--candidate-pages").stdout
    (command,) = re.findall(r"would move: guizhang (.+)", said)
    assert f"--rekey {PLANTED}=" in command
    tried = run(*command.split())
    assert tried.exit_code == 0
    assert tried.stdout.splitlines()[-1] == "dry run: nothing was written"
    done = run(*command.removesuffix("--dry-run").split(), "--reason", "the key was typed wrongly")
    assert done.exit_code == 0
    # All who chose the true key win its 4 points, and the few who chose what was recorded lose them.
    changes = re.findall(r": ([\d.]+) → ([\d.]+) points", done.stdout)
    # Pages of single people are counted, as they are when an exam is graded.
    assert re.findall(r".*candidates/.*|results.candidates:.*", done.stdout) == re.findall(
        r"results.candidates:.*", said
    )
    assert {float(after) - float(before) for before, after in changes} == {4.0, -4.0}
    again = run("grade", "exam", "answers.csv", "practical.csv", "-o", "results").stdout
    assert "the key may be" not in again


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "zh",
            [
                "更正：multiple 人人得满分。理由：题干有歧义",
                "2 人中 1 人的结果有变：1 人变为合格，0 人变为不合格。",
                "  E-7 王小明 A：11 → 15 分，不合格 → 合格",
            ],
        ),
        (
            "en",
            [
                "correction: multiple: everybody has its points. Reason: 题干有歧义",
                "1 of 2 results changed: 1 to pass, 0 to fail.",
                "  E-7 王小明 A: 11 → 15 points, fail → pass",
            ],
        ),
    ],
)
def test_what_a_trainer_reads(folder, lang, lines):
    outcome = run(
        "results", "regrade", "exam", "results", "--credit-all", "multiple", "--reason", "题干有歧义", lang=lang
    )
    assert outcome.exit_code == 0
    assert outcome.stdout.splitlines()[:3] == lines


def test_points_are_told_out_of_their_maximum_where_it_changes(folder):
    outcome = run("results", "regrade", "exam", "results", "--drop", "multiple", "--dry-run")
    assert outcome.stdout.splitlines()[1:4] == [
        "form A: maximum 25 → 21, cut 15 → 12.6",
        "1 of 2 results changed: 0 to pass, 0 to fail.",
        "  0012 张三 A: 25/25 → 21/21 points",
    ]


def test_the_log_in_both_languages(folder):
    run("results", "regrade", "exam", "results", "--credit-all", "multiple", "--reason", "题干有歧义", "--by", "王培训")
    zh, en = (run("results", "log", "exam", lang=lang).stdout.splitlines() for lang in ("zh", "en"))
    assert [re.sub(r"\d{4}-\S+ \S+ UTC", "T", line) for line in en[:4]] == [
        "1  T  Trainer: graded, 2 people",
        "2  T  王培训: graded again after a correction, 1 moved, 1 to pass",
        "     correction 1: multiple: everybody has its points. Reason: 题干有歧义",
        "     whose result moved: E-7",
    ]
    assert [re.sub(r"\d{4}-\S+ \S+ UTC", "T", line) for line in zh[1:4]] == [
        "2  T  王培训：更正后重评，1 人有变，1 人变为合格",
        "     更正 1：multiple 人人得满分。理由：题干有歧义",
        "     结果有变：E-7",
    ]
    path = folder / "exam" / "secret" / "audit.jsonl"
    path.write_bytes(path.read_bytes().replace(b"Trainer", b"Nobody"))
    broken = run("results", "log", "exam")
    assert broken.exit_code == 1
    assert "audit.jsonl:2:1: error AUD001" in broken.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--drop", "single"], 2, "a correction needs --reason"),
        (["--accept", "single", "--reason", "r"], 2, "ITEM=… is missing in 'single'"),
        (["--points", "single=0", "--reason", "r"], 2, "points above 0 are missing"),
        (["--drop", "sinlge", "--reason", "r"], 1, "did you mean single?"),
        (["--drop", "single@Z", "--reason", "r"], 1, "COR003"),
    ],
)
def test_what_is_refused(folder, words, code, said):
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    outcome = run("results", "regrade", "exam", "results", *words)
    assert outcome.exit_code == code
    assert said in outcome.stderr
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


def test_codes_and_who_they_are(folder):
    assert run("grade", "exam", "answers.csv", "-o", "coded", "--pseudonymise").exit_code == 0
    codes = sorted(set(re.findall(r"P-[0-9a-f]{12}", (folder / "coded" / "results.json").read_text(encoding="utf-8"))))
    told = [run("results", "who", "exam", code).stdout.strip() for code in codes]
    assert sorted(told) == ["0012 张三", "0013 李四", "E-7 王小明"]
    assert run("results", "who", "exam", "P-000000000000").exit_code == 1


def test_purging_asks_first(folder):
    words = ["results", "purge", ".", "--older-than", "24m"]
    listed = run(*words, "--dry-run").stdout
    assert "exam: Onboarding assessment, 2024-05-01, 3 people" in listed
    assert "results/gradebook.xlsx" in listed
    assert run(*words, input="n\n").exit_code == 1
    assert (folder / "results" / "gradebook.xlsx").exists()
    assert run(*words, "--yes").exit_code == 0
    assert not (folder / "results" / "gradebook.xlsx").exists()
    assert "personal data removed" in run("results", "log", "exam").stdout
    assert run("results", "purge", ".", "--older-than", "soon").exit_code == 2


def test_a_question_is_named_by_its_number_too(folder):
    done = run("results", "regrade", "exam", "results", "--drop", "A1", "--dry-run")
    assert "correction: single" in done.stdout
    # It stands under another number on form B, where its options stand in another order.
    refused = run("results", "regrade", "exam", "results", "--rekey", "B2=C", "--dry-run", lang="zh")
    assert (refused.exit_code, "B2 就是 A1，选项字母以 A1 为准" in refused.stderr) == (2, True)
    assert run("results", "regrade", "exam", "results", "--rekey", "A1=C", "--dry-run").exit_code == 0
