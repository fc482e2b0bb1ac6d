"""The scoring workbook: what people type into, what grading reads, and formulas that agree with grading."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from itertools import pairwise

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from guizhang.exam.workbook import plan as at
from guizhang.exam.workbook.book import scoring_workbook
from guizhang.exam.workbook.marks import PASS, unwritten
from guizhang.exam.workbook.plan import BLANK_ROWS, MANY_FORMS, SPARE_ROWS, TOP, Plan, bins
from guizhang.exam.workbook.reading import CHECK
from guizhang.model.drawn_item import DrawnGap
from guizhang.model.form import Candidate, DrawnForm
from guizhang.model.item import ItemType
from guizhang.model.response import Outcome
from guizhang.model.scoring import MultipleRule, Negative, OrderingRule, ScoringPolicy
from guizhang.model.text import Text
from tests.exam.workbooks import LIBREOFFICE, different_marks, drawn, of_every_type, rows, with_policy, worked

KNOWN = set(
    # Excel 2010 has them, and so have LibreOffice and WPS; none works itself out anew without need.
    "ABS AND AVERAGE CELL CHAR COUNT COUNTIF COUNTIFS EXACT FIND IF IFERROR INDEX INT ISERROR ISNUMBER LEFT LEN MATCH MAX "
    "MEDIAN MID MIN N NOT OR REPT RIGHT ROUND ROW ROWS SUBSTITUTE SUM SUMIF SUMIFS SUMPRODUCT TRIM UPPER VALUE".split()
)


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return drawn(tmp_path_factory.mktemp("workbook"), "onboarding")


@pytest.fixture(scope="module")
def every_type(tmp_path_factory):
    """Three forms of every type of item; behind their cases of two and three questions the numbers differ."""
    return of_every_type(tmp_path_factory.mktemp("types"))


def opened(data):
    return load_workbook(io.BytesIO(data))


@pytest.fixture
def path(record, tmp_path):
    file = tmp_path / "scoring.xlsx"
    file.write_bytes(scoring_workbook(record))
    return file


def test_the_sheet_that_is_typed_into(record, path):
    book = load_workbook(path)
    sheet = book[at.RESPONSES]
    n = len(record.forms[0].items)
    assert [cell.value for cell in sheet[1]] == [
        "工号\ncandidate", "姓名\nname", "卷别\nform", *map(str, range(1, n)), f"{n}\n得分 points", "实操\npractical",
    ]  # fmt: skip
    assert [sheet[f"{c}2"].value for c in "ABC"] == ["0001", "考生1", "A"]
    assert sheet.max_row == 1 + 24 + SPARE_ROWS
    assert sheet.freeze_panes == "D2"
    assert sheet.print_title_rows == "$1:$1"
    lists = {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation}
    assert lists["C2:C35"] == f"'{at.KEY}'!$A$2:$A$4"
    assert lists["D2:D35"] == '"A,B,C,D"'
    assert lists["A2:A35"] == "SUMPRODUCT(--EXACT($A$2:$A$35,$A2))=1"


def test_only_what_is_typed_is_open(path):
    book = load_workbook(path)
    assert all(sheet.protection.sheet for sheet in book)
    open_cells = {
        sheet.title: {
            cell.column_letter for row in sheet.iter_rows(min_row=2) for cell in row if not cell.protection.locked
        }
        for sheet in book
    }
    typed = {get_column_letter(n) for n in range(3, 22)}
    # Who is on the roster stays; the rows below take walk-ins.
    assert open_cells.pop(at.RESPONSES) == typed | {"A", "B"}
    assert book[at.RESPONSES]["A2"].protection.locked
    assert not book[at.RESPONSES]["A30"].protection.locked
    assert open_cells.pop(at.PRACTICAL) == set("CDEF")
    assert not any(open_cells.values())
    assert {sheet.title for sheet in book if sheet.sheet_state == "hidden"} == {at.FOLD, at.BARE}


@pytest.mark.parametrize(("size", "number"), [("a4", 9), ("letter", 1)])
def test_every_sheet_is_set_up_for_the_paper(record, size, number):
    book = opened(scoring_workbook(record.model_copy(update={"paper_size": size})))
    assert {int(sheet.page_setup.paperSize) for sheet in book} == {number}
    # LibreOffice cuts a foot that has less room than a line, about a fifth of an inch.
    assert all(sheet.page_margins.bottom - sheet.page_margins.footer >= 0.3 for sheet in book)


def test_a_long_name_is_printed_smaller_and_not_cut(path):
    book = load_workbook(path)
    for sheet in (at.RESPONSES, at.PRACTICAL, at.RATED, at.MARKS):
        assert book[sheet][f"B{at.TOP}"].alignment.shrink_to_fit, sheet


def test_no_page_of_practical_begins_within_somebodys_rows(record, path):
    sheet = load_workbook(path)[at.PRACTICAL]
    breaks = [brk.id for brk in sheet.row_breaks.brk]
    assert breaks[:2] == [28, 55]  # the last row of a page: the headings, then nine people with three rows each
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage
    assert breaks[-1] < sheet.max_row


def test_without_a_roster_there_are_forty_rows(record):
    assert len(Plan(record.model_copy(update={"candidates": ()})).rows) == BLANK_ROWS


def test_the_same_record_gives_the_same_bytes(record, path):
    assert scoring_workbook(record) == path.read_bytes()


def test_names_and_ids_are_text_whatever_they_look_like(record):
    ugly = ["=1+1", "+8613800000000", "@SUM(A1)", "-2", "007", "x" * 80, "a\tb", "<&>\"'", "a*b?", "\x07 bell"]
    people = tuple(Candidate(id=text, name=f"={text}" + "长" * 10_000, form="A") for text in ugly)
    sheet = opened(scoring_workbook(record.model_copy(update={"candidates": people})))[at.RESPONSES]
    for row, person in enumerate(people, TOP):
        for cell, text in ((sheet[f"A{row}"], person.id), (sheet[f"B{row}"], person.name)):
            assert cell.value == text.replace("\x07", "\ufffd")
            assert cell.data_type == "s"
            assert cell.number_format == "@"
            assert cell.quotePrefix == (text[0] in "=+-@")


def test_rows_stand_in_the_order_of_the_pile(record):
    people = tuple(Candidate(id=f"W{n}", form="A", department="甲乙"[n % 2]) for n in range(4))
    sheet = opened(scoring_workbook(record.model_copy(update={"candidates": people})))[at.RESPONSES]
    assert [sheet[f"A{TOP + n}"].value for n in range(4)] == ["W0", "W2", "W1", "W3"]


def test_forms_of_ones_own_have_a_row_each_in_the_key_and_no_walk_ins(record):
    people = tuple(Candidate(id=f"W{n}", form=f"W{n}") for n in range(MANY_FORMS + 1))
    forms = tuple(record.forms[n % 3].model_copy(update={"id": person.id}) for n, person in enumerate(people))
    book = opened(scoring_workbook(record.model_copy(update={"candidates": people, "forms": forms})))
    assert book[at.KEY].max_row == book[at.RESPONSES].max_row == 1 + len(people)
    assert at.QUESTIONS not in book.sheetnames
    assert book[at.KEY]["B3"].value == forms[1].items[0].key[0]


def widest(record):
    """Return an exam whose questions have as much to them as any may, with other types on the other form."""
    item = record.forms[0].items[0]
    gap = DrawnGap(answer=Text(zh="二十四个小时", en="twenty-four hours"), equivalent=(Text(zh="一天", en="one day"),))
    cloze = item.model_copy(update={"type": ItemType.CLOZE, "gaps": (gap,) * 10, "key": ("",) * 10, "options": ()})
    eight = item.model_copy(
        update={
            "type": ItemType.MATCHING,
            "options": (gap.answer,) * 8,
            "lefts": (gap.answer,) * 8,
            "key": tuple("ABCDEFGH"),
        }
    )
    many = item.model_copy(update={"type": ItemType.MULTIPLE_CHOICE, "options": (gap.answer,) * 8})
    number = item.model_copy(
        update={"type": ItemType.NUMERIC, "key": ("24",), "unit": Text(zh="个小时", en="hours"), "options": ()}
    )
    written = item.model_copy(update={"type": ItemType.SHORT_ANSWER, "key": (), "options": ()})
    section = record.forms[0].sections[0]
    shapes = [(cloze, eight, many, number, written), (written, number, eight, many, many)]
    forms = tuple(
        DrawnForm(id=name, sections=(section.model_copy(update={"items": items}),))
        for name, items in zip("AB", shapes, strict=True)
    )
    people = tuple(person.model_copy(update={"form": "AB"[n % 2]}) for n, person in enumerate(record.candidates))
    return record.model_copy(update={"forms": forms, "candidates": people})


def six_types(record):
    """Return an exam on which every number is another type of question on each of its six forms."""
    wide = widest(record)
    section = wide.forms[0].sections[0]
    cloze, eight, many, number, written = section.items
    order = many.model_copy(update={"type": ItemType.ORDERING, "key": tuple("HGFEDCBA")})
    items = [cloze, eight, many, number, written, order]
    turned = [(items[n:] + items[:n]) for n in range(6)]
    forms = [
        DrawnForm(id=name, sections=(section.model_copy(update={"items": tuple(some)}),))
        for name, some in zip("ABCDEF", turned, strict=True)
    ]
    policy = ScoringPolicy(multiple=MultipleRule.EXAMS_FALSE2, ordering=OrderingRule.LONGEST_RUN, negative=Negative())
    return with_policy(wide.model_copy(update={"forms": tuple(forms)}), policy)


def test_what_no_formula_can_mark_is_left_to_grading_and_said(every_type):
    exam = six_types(every_type)
    book = opened(scoring_workbook(exam))
    assert unwritten(Plan(exam)) == [1, 2, 3, 4, 5, 6]
    assert not unwritten(Plan(widest(every_type)))
    assert book[at.READ]["D2"].value == f'=IF({at.FOLD}!D2="","","{CHECK}")'
    assert "1, 2, 3, 4, 5, 6" in " ".join(str(row[2].value) for row in book[at.HOW_TO].iter_rows())


@pytest.mark.parametrize("make", [lambda exam: exam, widest, six_types])
def test_formulas_are_such_as_every_program_takes(every_type, make):
    """Excel takes 8,192 characters and 64 functions within each other."""
    with zipfile.ZipFile(io.BytesIO(scoring_workbook(make(every_type)))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert not [name for name in parts if "vba" in name or "external" in name.lower()]
    formulas = {
        f.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
        for xml in parts.values()
        for f in re.findall(r"<f[^>/]*>([^<]+)</f>", xml)
    }
    assert len(formulas) > 100
    for formula in formulas:
        assert len(formula) <= 8_192, formula[:80]
        code = re.sub(r'"[^"]*"', "", formula)
        assert set(re.findall(r"([A-Z][A-Z0-9.]*)\(", code)) <= KNOWN
        depth = deepest = 0
        for character in code:
            depth += {"(": 1, ")": -1}.get(character, 0)
            deepest = max(deepest, depth)
        assert deepest <= 64, formula[:80]


def test_the_charts_are_the_programs_own(record):
    with zipfile.ZipFile(io.BytesIO(scoring_workbook(record))) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/")]
    assert len(charts) == 3
    assert all(("<barChart>" in chart and "pass line" in chart) or "share" in chart.lower() for chart in charts)


@pytest.mark.parametrize(
    ("top", "cut", "step"),
    [
        ("100", "80", 10),
        ("100", "75", 10),
        ("30", "18", 5),
        ("61", "48.8", 10),
        ("10", "10", 1),
        ("10", "0", 1),
        ("2000", "1200", 200),
    ],
)
def test_one_range_of_points_begins_at_the_pass_line(top, cut, step):
    ranges = bins(Decimal(top), Decimal(cut))
    assert (ranges[0][0], ranges[-1][1]) == (0, Decimal(top))
    assert all(one[1] == two[0] and one[1] - one[0] <= step for one, two in pairwise(ranges))
    assert Decimal(cut) in [low for low, _ in ranges[1:]] or Decimal(cut) in (0, Decimal(top))
    assert 2 <= len(ranges) <= 14


@pytest.fixture(scope="module", params=[("record", 7), ("every_type", 7), ("every_type", 8)], ids=str)
def worked_out(request, tmp_path_factory):
    """Return an exam of 120 people with its workbook filled in and worked out, and what grading makes of the same file."""
    exam, seed = request.param
    record = request.getfixturevalue(exam)
    return worked(record, tmp_path_factory.mktemp("filled"), seed)


@LIBREOFFICE
def test_every_mark_is_the_mark_of_grading(worked_out):
    assert not different_marks(*worked_out)


@LIBREOFFICE
def test_nothing_in_sight_is_an_error(worked_out):
    _, book, _, _ = worked_out
    sheets = [sheet for sheet in book if sheet.sheet_state == "visible"]
    assert not [f"{s.title}!{c.coordinate} {c.value}" for s in sheets for row in s for c in row if c.data_type == "e"]


@LIBREOFFICE
def test_themes_are_those_of_grading(worked_out):
    record, book, _, results = worked_out
    themes = Plan(record).themes
    for person, cell in rows(record, book, at.THEMES):
        if person.id in results:
            shares = {theme: cell(get_column_letter(3 + i)) for i, theme in enumerate(themes)}
            shares = {theme: share for theme, share in shares.items() if share not in (None, "")}
            assert shares == pytest.approx({t: float(s) for t, s in results[person.id].theme_shares.items()})


@LIBREOFFICE
def test_the_class_at_a_glance(worked_out):
    record, book, _, results = worked_out
    figures = {row[0]: row[1] for row in book[at.SUMMARY].iter_rows(min_row=7, max_col=2, values_only=True) if row[0]}
    totals = [float(result.total_points) for result in results.values()]
    passed = sum(result.passed is True for result in results.values())
    assert figures["名单人数 listed"] == len(record.candidates)
    assert figures["已录入 entered"] == len(results)
    assert figures[PASS] == passed
    assert figures["平均分 mean"] == pytest.approx(sum(totals) / len(totals))
    assert (figures["最高分 highest"], figures["最低分 lowest"]) == pytest.approx((max(totals), min(totals)))
    counts = [
        row[1:] for row in book[at.SUMMARY].iter_rows(min_row=7, min_col=4, max_col=7, values_only=True) if row[0]
    ]
    assert sum(sum(row) for row in counts) == len(results)
    assert sum(row[2] for row in counts) == passed


@LIBREOFFICE
def test_questions_are_as_hard_as_they_were(worked_out):
    """Marks of people who are still to be checked count too: their other answers are read."""
    record, book, intake, results = worked_out
    everybody = {person.id for person, cell in rows(record, book, at.FOLD) if cell("B") == 1}
    assert everybody == {*results} | {refusal.candidate for refusal in intake.refused}
    marks = {person.id: cell for person, cell in rows(record, book, at.MARKS)}
    asked = [(form, n, item) for form in record.forms for n, item in enumerate(form.items)]
    facilities = [row[0] for row in book[at.QUESTIONS].iter_rows(min_row=2, min_col=12, max_col=12, values_only=True)]
    for (form, n, item), facility in zip(asked, facilities, strict=False):
        sat = [results[p.id].items[n] for p in record.candidates if p.form == form.id and p.id in results]
        column = Plan(record).questions[n].column
        unread = [
            marks[p.id](column) for p in record.candidates if p.form == form.id and p.id in everybody - {*results}
        ]
        read = [float(item.points) for item in sat if item.outcome is not Outcome.UNMARKED]
        if not unread or any(not isinstance(mark, (int, float)) for mark in unread):
            continue
        assert facility == pytest.approx((sum(read) + sum(unread)) / ((len(read) + len(unread)) * float(item.points)))
