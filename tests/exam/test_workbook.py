"""The scoring workbook: what grading reads, and formulas that agree with grading."""

from __future__ import annotations

import shutil

import pytest
from openpyxl import load_workbook

from guizhang.exam.roster import read_roster
from guizhang.exam.workbook.book import scoring_workbook
from guizhang.grading.grade import grade_responses
from guizhang.grading.responses import read_responses
from guizhang.model.scoring import ScoringPolicy
from guizhang.quiz.draw import draw_exam
from tests.exam.answers import fill, recalculated
from tests.quiz.projects import office


def drawn(folder, blueprint, seed="w"):
    roster = folder / "roster.csv"
    roster.write_text("工号,姓名\n" + "".join(f"{n:04d},考生{n}\n" for n in range(1, 25)), encoding="utf-8")
    people = read_roster(roster, ["A", "B", "C"])
    return draw_exam(office(folder), blueprint, forms=3, seed=seed, candidates=people)


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return drawn(tmp_path_factory.mktemp("workbook"), "onboarding")


@pytest.fixture(scope="module")
def every_type(tmp_path_factory):
    """Three forms of every type of item; behind their cases of two and three questions the numbers differ."""
    folder = tmp_path_factory.mktemp("types")
    exams = (drawn(folder, "types", str(seed)) for seed in range(50))
    return next(exam for exam in exams if _differ(exam))


def _differ(exam):
    """Tell whether the written question of a case has a number that is another type on another form."""
    numbers = {
        n for form in exam.forms for n, item in enumerate(form.items, 1) if item.case and item.type == "short_answer"
    }
    return any(len({form.items[n - 1].type for form in exam.forms}) > 1 for n in numbers)


@pytest.fixture
def path(record, tmp_path):
    file = tmp_path / "scoring.xlsx"
    file.write_bytes(scoring_workbook(record))
    return file


def test_the_sheet_that_is_typed_into(record, path):
    book = load_workbook(path)
    sheet = book["Responses"]
    heads = [cell.value for cell in sheet[1]]
    n = len(record.forms[0].items)
    assert heads == [
        "考号 candidate",
        "姓名 name",
        "卷别 form",
        *map(str, range(1, n)),
        f"{n} 得分 points",
        "实操 practical",
    ]
    assert [sheet[f"{c}2"].value for c in "ABC"] == ["0001", "考生1", "A"]
    assert sheet.max_row == 25
    assert not sheet["D2"].protection.locked
    assert sheet["D1"].protection.locked
    assert sheet.protection.sheet
    lists = {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation}
    assert lists["C2:C25"] == "Key!$A$3:$A$5"
    assert lists["D2:D25"] == '"A,B,C,D"'
    assert book["Marks"]["D2"].value.startswith("=IF(OR(")
    assert book["Marks"]["D2"].protection.locked


def test_without_a_roster_there_are_forty_rows(record):
    from guizhang.exam.workbook.plan import BLANK_ROWS, Plan

    assert len(Plan(record.model_copy(update={"candidates": ()})).rows) == BLANK_ROWS


def test_the_same_record_gives_the_same_bytes(record, path):
    assert scoring_workbook(record) == path.read_bytes()


def test_grading_reads_the_empty_and_the_filled_workbook(record, path):
    empty = read_responses([path], record)
    assert not empty.responses
    assert len(empty.absent) == len(record.candidates)
    fill(path, record)
    filled = read_responses([path], record)
    assert len(filled.responses) == len(record.candidates) - 1
    assert not filled.diagnostics or {d.severity for d in filled.diagnostics} == {"warning"}


@pytest.mark.skipif(not (shutil.which("soffice") or shutil.which("libreoffice")), reason="LibreOffice is not installed")
@pytest.mark.parametrize("exam", ["record", "every_type"])
def test_formulas_agree_with_grading(exam, tmp_path, request):
    record = request.getfixturevalue(exam)
    path = tmp_path / "scoring.xlsx"
    path.write_bytes(scoring_workbook(record))
    fill(path, record, seed=7)
    results = {
        r.candidate: r
        for r in grade_responses(record, read_responses([path], record).responses, ScoringPolicy())
    }  # fmt: skip
    book = load_workbook(recalculated(path, tmp_path / "out"), data_only=True)
    marks = book["Marks"]
    heads = [str(cell.value) for cell in marks[1]]
    column = {name: heads.index(name) for name in ("总分 total", "未评 open", "结果 result", "空白 blank")}
    seen = 0
    for row in marks.iter_rows(min_row=2, values_only=True):
        result = results.get(row[0])
        if result is None:
            assert row[column["总分 total"]] in (None, "")
            continue
        seen += 1
        for item, mark in zip(result.items, row[3:], strict=False):
            blank = item.outcome in ("blank", "unmarked")
            assert (mark in (None, "")) if blank else (mark == pytest.approx(float(item.points))), (row[0], item)
        assert row[column["总分 total"]] == pytest.approx(float(result.total_points))
        assert row[column["未评 open"]] == pytest.approx(float(result.open_points))
        assert row[column["结果 result"]].split()[1] == {True: "pass", False: "fail", None: "pending"}[result.passed]
        assert row[column["空白 blank"]] == sum(i.outcome == "blank" for i in result.items)
    assert seen == len(results)
    themes = book["Themes"]
    names = [cell.value for cell in themes[2]][2:]
    for row in themes.iter_rows(min_row=3, values_only=True):
        result = results.get(row[0])
        if result is not None and not result.open_points:
            assert dict(zip(names, row[2:], strict=True)) == pytest.approx(
                {theme: float(share) for theme, share in result.theme_shares.items()}
            )
