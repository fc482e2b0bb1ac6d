"""The commands, as people call them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from datetime import date

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from guizhang.cli import main
from guizhang.results.answer import answer
from guizhang.results.summaries import SUMMARIES
from guizhang.results.write import answers_csv, answers_xlsx
from tests.results.exams import held

REST = {
    "department": "", "blueprint": "b", "address": "a/b", "name_zh": "首次回复", "name_en": "First reply", "points": 1.0,
    "max_points": 2.0, "share": 0.5,
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("command")
    held(where / "may", "00000000000000a1", date(2026, 5, 4))
    return where


def run(*arguments, language="en"):
    return CliRunner().invoke(main, ["--lang", language, "results", *map(str, arguments)])


def test_a_process_of_its_own_says_nothing_else(folder):
    typed = [sys.executable, "-m", "guizhang", "--lang", "en", "results", "sql", folder, "SELECT exam_id FROM exams"]
    done = subprocess.run(typed, capture_output=True, text=True, check=True)
    assert done.stderr.splitlines() == [f"reading {folder} …"]
    assert "00000000000000a1" in done.stdout


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
    assert book.sheetnames == ["各场考试", "各题"]
    sheet = book["各场考试"]
    heads = [cell.value for cell in sheet[2]]
    share, day = (sheet.cell(3, heads.index(head) + 1) for head in ("合格率", "考试日期"))
    assert isinstance(share.value, float)
    assert share.number_format == "0.0%"
    assert day.value.date() == date(2026, 5, 4)
    assert book["各题"].max_row == 2 + 15
    # A font without a name is drawn in whatever serif the program finds first.
    assert {cell.font.name for sheet in book for cell in (sheet["A1"], *sheet[2])} == {"Calibri"}
    assert {sheet.page_setup.paperSize for sheet in book} == {9}


def test_a_long_text_in_a_workbook_has_room(tmp_path):
    rule = "Handling of calls for the private number of a colleague who is away on business, Article 12"
    given = answer(SUMMARIES["reread"], [{"candidate": "01", "name": "张三", **REST, "name_en": rule}])
    (tmp_path / "x.xlsx").write_bytes(answers_xlsx([given], "en"))
    (sheet,) = load_workbook(tmp_path / "x.xlsx")
    assert sheet.row_dimensions[3].height >= 15 * len(rule) / 60


UGLY = ("=1+1", "+49 170", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "张三\n=1", "张三\r=1", "＝1", "\n=1")


def test_a_workbook_and_a_csv_keep_names_from_being_formulas(tmp_path):
    rows = [{"candidate": f"{n:02}", "name": name, **REST} for n, name in enumerate(UGLY)]
    given = answer(SUMMARIES["reread"], rows)
    (tmp_path / "x.xlsx").write_bytes(answers_xlsx([given], "en"))
    (sheet,) = load_workbook(tmp_path / "x.xlsx")
    for row, name in enumerate(UGLY, start=3):
        cell = sheet.cell(row, 2)
        assert (cell.data_type, cell.value) == ("s", name.replace("\r", "\n"))  # XML has one sign for a new line
        assert bool(cell.quotePrefix) == (name[0] in "=+-@\t\r\n＝")
    lines = list(csv.reader(io.StringIO(answers_csv([given], "en").removeprefix("\ufeff"), newline="")))
    assert [line[1] for line in lines[1:]] == [
        "'=1+1", "'+49 170", "'-1", "'@SUM(A1)", "'\t=1", "'\n=1", "'=1", "张三\n=1", "张三\n=1", "'＝1", "'\n=1"
    ]  # fmt: skip


def test_csv_keeps_names_from_being_formulas(folder):
    done = run("sql", folder, "SELECT '=1+1' AS a, -1 AS b, 1 AS \"=c\"", "--format", "csv")
    lines = list(csv.reader(io.StringIO(done.stdout.removeprefix("\ufeff"))))
    assert lines == [["a", "b", "'=c"], ["'=1+1", "-1", "1"]]


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
