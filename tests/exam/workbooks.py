"""Scoring workbooks filled in, worked out by LibreOffice, and held against what grading makes of the same file."""

from __future__ import annotations

import shutil
import warnings

import pytest
from openpyxl import load_workbook

from guizhang.exam.roster import read_roster
from guizhang.exam.workbook import plan as at
from guizhang.exam.workbook.book import scoring_workbook
from guizhang.exam.workbook.marks import FAIL, LOOK, PASS, PENDING
from guizhang.exam.workbook.plan import Plan
from guizhang.grading.grade import grade_responses
from guizhang.grading.reading.responses import read_responses
from guizhang.model.form import Candidate
from guizhang.model.response import Outcome
from guizhang.quiz.draw import draw_exam
from tests.exam.answers import fill, recalculated
from tests.quiz.projects import office

LIBREOFFICE = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")), reason="LibreOffice is not installed"
)


def drawn(folder, blueprint, seed="w", count=24):
    roster = folder / "roster.csv"
    roster.write_text("工号,姓名\n" + "".join(f"{n:04d},考生{n}\n" for n in range(1, count + 1)), encoding="utf-8")
    people = read_roster(roster, ["A", "B", "C"]).people
    return draw_exam(office(folder), blueprint, forms=3, seed=seed, candidates=people)


def of_every_type(folder):
    """Return three forms of every type of item; behind their cases of two and three questions the numbers differ."""
    exams = (drawn(folder, "types", str(seed)) for seed in range(50))
    return next(exam for exam in exams if _differ(exam))


def _differ(exam):
    """Tell whether the written question of a case has a number that is another type on another form."""
    numbers = {
        n for form in exam.forms for n, item in enumerate(form.items, 1) if item.case and item.type == "short_answer"
    }
    return any(len({form.items[n - 1].type for form in exam.forms}) > 1 for n in numbers)


def with_policy(record, policy):
    """Return the exam as if it had been drawn with other scoring rules."""
    return record.model_copy(update={"specification": record.specification.model_copy(update={"scoring": policy})})


def worked(record, folder, seed, people=120):
    """Return an exam of many people with its workbook filled in and worked out, and what grading makes of the same file."""
    roster = tuple(Candidate(id=f"{n:04d}", name=f"=考生{n}", form="ABC"[n % 3]) for n in range(people))
    record = record.model_copy(update={"candidates": roster})
    path = folder / "scoring.xlsx"
    path.write_bytes(scoring_workbook(record))
    fill(path, record, seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl does not know an extension LibreOffice writes
        saved = recalculated(path, folder / "out")
        book = load_workbook(saved, data_only=True)
    intake = read_responses([saved], record)
    results = {r.candidate: r for r in grade_responses(record, intake.responses, record.scoring)}
    assert len(results) > people / 2
    return record, book, intake, results


def rows(record, book, sheet):
    """Yield everybody with what stands in their row, by column."""
    for row, person in zip(Plan(record).rows, record.candidates, strict=False):
        yield person, lambda column, row=row: book[sheet][f"{column}{row}"].value


def same(cell, number):
    """Tell whether a cell holds a number."""
    return isinstance(cell, (int, float)) and cell == pytest.approx(float(number), abs=1e-9)


def different_marks(record, book, intake, results):
    """Return every mark, total, rank and result of the workbook that is not that of grading."""
    plan, different = Plan(record), []
    refused = {refusal.candidate for refusal in intake.refused}
    assert refused
    for person, cell in rows(record, book, at.MARKS):
        a, result = plan.after, results.get(person.id)
        if result is None:
            expected = LOOK if person.id in refused else None
            if (cell(a["result"]) or None, cell(a["total"]) or None, cell(a["rank"]) or None) != (expected, None, None):
                different.append((person.id, "not graded", cell(a["result"])))
            continue
        for question, item in zip(plan.questions, result.items, strict=False):
            mark = cell(question.column)
            unmarked = item.outcome in (Outcome.BLANK, Outcome.UNMARKED)
            if not (mark in (None, "") if unmarked else same(mark, item.points)):
                different.append((person.id, item, mark))
        figures = {"total": result.total_points, "open": result.open_points, "blank": result.count(Outcome.BLANK)}
        figures |= {f"section {i}": section.points for i, section in enumerate(result.sections)}
        figures["rank"] = 1 + sum(other.total_points > result.total_points for other in results.values())
        different += [
            (person.id, name, cell(a[name])) for name, number in figures.items() if not same(cell(a[name]), number)
        ]
        practical = cell(a["practical"])
        if not (practical in (None, "") if result.practical is None else same(practical, result.practical)):
            different.append((person.id, "practical", practical))
        if cell(a["result"]) != {True: PASS, False: FAIL, None: PENDING}[result.passed]:
            different.append((person.id, result.passed, cell(a["result"])))
    return different
