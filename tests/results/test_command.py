"""The commands, as people call them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from guizhang.cli import main
from guizhang.results.summaries import SUMMARIES
from tests.results.exams import held


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("command")
    held(where / "may", "00000000000000a1", date(2026, 5, 4))
    return where


def run(*arguments, language="en"):
    return CliRunner().invoke(main, ["--lang", language, "results", *map(str, arguments)])


@pytest.mark.parametrize(
    ("language", "title"), [("zh", "各条规定，最少人掌握的在前"), ("en", "Rules, the least known first")]
)
def test_show_prints_tables_in_the_readers_language(folder, language, title):
    done = run("show", folder, language=language)
    assert done.exit_code == 0
    assert title in done.stdout


def test_show_writes_every_summary_as_json(folder, tmp_path):
    path = tmp_path / "all.json"
    assert run("show", folder, "-s", "all", "--format", "json", "-o", path).exit_code == 0
    assert list(json.loads(path.read_text(encoding="utf-8"))) == list(SUMMARIES)
    assert path.stat().st_mode & 0o777 == 0o600


def test_show_writes_a_workbook_with_numbers(folder, tmp_path):
    path = tmp_path / "all.xlsx"
    assert (
        run("show", folder, "-s", "exams", "-s", "items", "--format", "xlsx", "-o", path, language="zh").exit_code == 0
    )
    book = load_workbook(path)
    assert book.sheetnames == ["exams", "items"]
    heads = [cell.value for cell in book["exams"][1]]
    share = book["exams"].cell(2, heads.index("合格率") + 1)
    assert isinstance(share.value, float)
    assert share.number_format == "0.0%"


def test_csv_keeps_names_from_being_formulas(folder):
    done = run("sql", folder, "SELECT '=1+1' AS a, -1 AS b", "--format", "csv")
    assert list(csv.reader(io.StringIO(done.stdout.removeprefix("\ufeff")))) == [["a", "b"], ["'=1+1", "-1"]]


def test_sql_answers_and_says_where_it_was_cut(folder):
    done = run("sql", folder, "SELECT candidate FROM candidates ORDER BY candidate", "--rows", "2", "--format", "json")
    assert json.loads(done.stdout) == [{"candidate": "1001"}, {"candidate": "1002"}]
    assert "WHS009" in done.stderr


def test_sql_from_a_file(folder, tmp_path):
    path = tmp_path / "query.sql"
    path.write_text("\ufeffSELECT count(*) AS 人数 FROM candidates", encoding="utf-8")
    done = run("sql", folder, "--file", path, "--format", "json")
    assert json.loads(done.stdout) == [{"人数": 40}]


def test_pseudonyms_leave_no_name_on_the_screen(folder, tmp_path):
    key = tmp_path / "key"
    done = [run("show", folder, "-s", "retest", "--pseudonymise", "--key-file", key, "--format", "csv") for _ in "12"]
    assert done[0].stdout == done[1].stdout
    roster = json.loads((folder / "may/exam/secret/exam.json").read_text(encoding="utf-8"))["candidates"]
    assert not [person["name"] for person in roster if person["name"] in done[0].stdout]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show",), 2),
        (("show", "FOLDER", "--engine", "spark:local"), 2),
        (("show", "FOLDER", "-s", "nothing"), 2),
        (("show", "FOLDER", "--format", "xlsx"), 2),
        (("show", "FOLDER", "--key-file", "x"), 2),
        (("sql", "FOLDER"), 2),
        (("sql", "FOLDER", "DROP TABLE exams"), 1),
        (("load", "FOLDER", "--engine", "nothing"), 1),
    ],
)
def test_misuse_is_told_apart_from_faults(folder, arguments, code):
    done = run(*(folder if word == "FOLDER" else word for word in arguments))
    assert done.exit_code == code
    assert "Traceback" not in done.output
