"""The gradebook: what it holds is what was computed, its formulas come to the same, and texts stay texts."""

from __future__ import annotations

import io
import shutil
import subprocess
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook

from guizhang.grading.grade import grade_responses
from guizhang.grading.gradebook.book import gradebook
from guizhang.grading.gradebook.layout import AGAIN, ANSWERS, MARKS, QUESTIONS, RESULTS, RULES, SUMMARY, decision_word
from guizhang.grading.reading.responses import Intake
from guizhang.grading.summary import ClassReport
from guizhang.model.response import Outcome, Rating
from guizhang.model.scoring import Floor, MultipleRule, Negative, ScoringPolicy
from guizhang.model.text import Text
from tests.grading import simulated
from tests.grading.examples import NAMES, record, response
from tests.grading.formulas import calculate
from tests.grading.test_ratings import EXAM, FULL

RESPONSES = (
    response({1: "B", 2: "A", 3: "ACD", 4: "F", 5: "24", 6: "CAB"}, candidate="1", name="张三", given_points={7: Decimal(6)}, practical=Decimal(5)),
    response({1: "A", 2: "B", 3: "AC", 5: "23.4"}, candidate="2", name="李四", given_points={7: Decimal("1.5")}, practical=Decimal("3.5")),
    response({1: "A", 2: "D", 3: "ACD", 4: "F"}, candidate="3", form="B"),
    response({1: "A", 3: "A"}, candidate="0004", form="B", practical=Decimal(0), declared_blank=frozenset({7})),
    response({1: "B", 2: "A", 3: "ACD", 4: "F", 5: "24", 6: "CAB"}, candidate="5", practical=Decimal(1)),
)  # fmt: skip
POLICY = ScoringPolicy(multiple=MultipleRule.MISSED_SHARE)


def class_report(responses=RESPONSES, exam=None, names=NAMES, site_url="../site") -> ClassReport:
    exam = exam or record()
    results = grade_responses(exam, responses, POLICY)
    return ClassReport(exam, results, Intake(responses, (), (), ()), POLICY, names, site_url)


REPORT = class_report()
DATA = gradebook(REPORT)


@pytest.fixture(scope="module")
def formulas() -> Workbook:
    return load_workbook(io.BytesIO(DATA))


@pytest.fixture(scope="module")
def values() -> Workbook:
    return load_workbook(io.BytesIO(DATA), data_only=True)


def headings(sheet, row=3):
    return {str(cell.value).split("\n")[-1]: cell.column for cell in sheet[row] if cell.value}


def test_results_read_back_equal_the_computed_ones(values):
    sheet = values[RESULTS]
    columns = headings(sheet)
    for row, result in enumerate(REPORT.results, start=4):
        assert [sheet.cell(row, column).value for column in (1, 2, 3)] == [
            result.candidate,
            result.name or None,
            result.form,
        ]
        assert Decimal(str(sheet.cell(row, columns["total"]).value)) == result.total_points
        assert Decimal(str(sheet.cell(row, columns["open"]).value)) == result.open_points
        assert sheet.cell(row, columns["result"]).value == decision_word(result.passed)
        assert [sheet.cell(row, 4 + n).value for n in range(6)] == [float(s.points) for s in result.sections]
        assert [sheet.cell(row, columns[o.value]).value for o in Outcome] == [result.count(o) for o in Outcome]


def test_marks_add_up_and_blanks_are_shown_apart(values):
    sheet = values[MARKS]
    assert [cell.value for cell in sheet[2]][3:] == [2, 2, 4, 1, 2, 3, 6]
    for row, result in enumerate(REPORT.results, start=3):
        marks = [sheet.cell(row, 3 + item.number) for item in result.items]
        for cell, item in zip(marks, result.items, strict=True):
            assert cell.value == (None if item.outcome is Outcome.UNMARKED else float(item.points))
            assert ("—" in cell.number_format) == (item.outcome is Outcome.BLANK)


def test_every_formula_comes_to_the_value_stored_beside_it(formulas, values):
    checked = 0
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            result, stored = (
                calculate(formulas, sheet.title, cell.coordinate),
                values[sheet.title][cell.coordinate].value,
            )
            assert result == (pytest.approx(stored) if isinstance(stored, int | float) else stored), cell.coordinate
            checked += 1
    # Five people with six sections, total, open points and result; four provisions; three counts and a mean.
    assert checked == 5 * 9 + 4 + 4


def decisions(data):
    """Return what the formulas of the results sheet come to: section 1, total and decision of each person."""
    book = load_workbook(io.BytesIO(data))
    columns = headings(book[RESULTS])
    rows = range(4, book[RESULTS].max_row + 1)
    found = [[book[RESULTS].cell(row, c).coordinate for c in (4, columns["total"], columns["result"])] for row in rows]
    return [[calculate(book, RESULTS, cell) for cell in cells] for cells in found]


@pytest.mark.parametrize("floor", Floor)
def test_negative_marks_add_up_as_graded(floor):
    policy = ScoringPolicy(negative=Negative(share=Decimal(1), floor=floor))
    people = (response({1: "A", 2: "B", 3: "B"}), response({1: "B", 2: "B", 3: "ACD", 4: "F"}, candidate="2"))
    exam = record()
    results = grade_responses(exam, people, policy)
    report = ClassReport(exam, results, Intake(people, (), (), ()), policy, NAMES)
    assert decisions(gradebook(report)) == [
        [result.sections[0].points, result.total_points, decision_word(result.passed)] for result in results
    ]


def test_critical_criteria_decide_in_the_gradebook_too():
    def rated(name, *privacy):
        ratings = tuple(
            Rating(rater=str(n), scores={"greeting": Decimal(5), "privacy": Decimal(p)}) for n, p in enumerate(privacy)
        )
        return response(FULL, candidate=name, given_points={7: Decimal(6)}, ratings=ratings)

    people = (rated("fails", 0), rated("passes", 4), rated("open", 0, 3), rated("not yet rated"))
    results = grade_responses(EXAM, people, POLICY)
    report = ClassReport(EXAM, results, Intake(people, (), (), ()), POLICY, NAMES)
    assert [result.passed for result in results] == [False, True, None, None]
    assert [found[-1] for found in decisions(gradebook(report))] == [decision_word(r.passed) for r in results]


@pytest.mark.parametrize(("mark", "expected"), [(6, "合格 pass"), (0, "不合格 fail")])
def test_entering_a_mark_decides_what_was_open(mark, expected):
    book = load_workbook(
        io.BytesIO(gradebook(class_report((response({1: "B", 2: "A", 3: "ACD"}, practical=Decimal(5)),))))
    )
    columns = headings(book[RESULTS])
    result = book[RESULTS].cell(4, columns["result"]).coordinate
    assert calculate(book, RESULTS, result) == "待定 open"
    book[MARKS].cell(3, 3 + 7).value = mark
    assert calculate(book, RESULTS, result) == expected
    assert calculate(book, RESULTS, book[RESULTS].cell(4, columns["open"]).coordinate) == 0


def test_forms_of_different_marks_have_a_row_of_maxima_each():
    exam = record()
    *others, written = exam.forms[1].sections
    cheap = written.model_copy(update={"items": (written.items[0].model_copy(update={"points": Decimal(4)}),)})
    short = exam.forms[1].model_copy(update={"sections": (*others, cheap)})
    report = class_report(exam=record(forms=(exam.forms[0], short)))
    book = load_workbook(io.BytesIO(gradebook(report)))
    assert [book[MARKS].cell(row, 10).value for row in (2, 3)] == [6, 4]
    opened = headings(book[RESULTS])["open"]
    third = book[RESULTS].cell(6, opened).coordinate  # form B, written answer and practical part open
    assert calculate(book, RESULTS, third) == 9 == report.results[2].open_points


EVIL = ["=cmd|' /C calc'!A1", "+1", "-1", "@SUM(1)", '=HYPERLINK("http://x","y")', "\t=1", "a\x00b\x07", "<b>&\"'"]


@pytest.mark.parametrize("text", EVIL)
def test_texts_stay_texts(text):
    evil = tuple(r.model_copy(update={"candidate": text, "name": text}) for r in RESPONSES[:1])
    names = dict.fromkeys(NAMES, record().title.model_copy(update={"zh": text, "en": text}))
    book = load_workbook(io.BytesIO(gradebook(class_report(evil, names=names))))
    for sheet, row in ((RESULTS, 4), (MARKS, 3), (ANSWERS, 2)):
        for column in (1, 2):
            cell = book[sheet].cell(row, column)
            assert cell.data_type == "s"
            assert cell.value == text.replace("\x00", "\ufffd").replace("\x07", "\ufffd")
            assert cell.quotePrefix == (text[0] in "=+-@\t")
    assert book[RULES]["A2"].data_type == "s"
    assert {cell.data_type for row in book[AGAIN].iter_rows() for cell in row} <= {"s", "n"}


def test_nothing_but_our_own_formulas_is_a_formula(formulas):
    for title in (MARKS, ANSWERS, QUESTIONS):
        assert not [cell for row in formulas[title].iter_rows() for cell in row if cell.data_type == "f"]


def test_same_results_same_bytes():
    assert gradebook(class_report()) == DATA


def test_no_time_of_writing_is_in_the_file():
    from zipfile import ZipFile

    with ZipFile(io.BytesIO(DATA)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"2000-01-01T00:00:00Z") == 2


def test_links_to_provisions(formulas):
    assert formulas[RULES]["C2"].hyperlink.target.startswith("../site/go.html#")
    bare = load_workbook(io.BytesIO(gradebook(class_report(site_url=None))))
    assert bare[RULES]["C2"].hyperlink is None


def test_what_to_read_again_has_a_sheet_of_its_own(values):
    rows = list(values[AGAIN].iter_rows(min_row=2, values_only=True))
    missing = [result for result in REPORT.results if result.read_again]
    assert [(row[0], row[3]) for row in rows] == [(r.candidate, len(r.read_again)) for r in missing]
    assert rows[0][4].startswith(NAMES[missing[0].read_again[0].address].zh)
    assert values[RESULTS].max_column == 3 + 6 + 1 + 4 + 5


def test_long_texts_have_room_and_long_names_are_printed_smaller(formulas):
    for sheet, columns in ((formulas[QUESTIONS], "BC"), (formulas[RULES], "AB")):
        for row in range(2, sheet.max_row + 1):
            wide = max(sum(1 + (ord(sign) > 0x2E80) for sign in sheet[f"{c}{row}"].value or "") for c in columns)
            assert sheet.row_dimensions[row].height >= 15 * wide / max(
                sheet.column_dimensions[c].width for c in columns
            )
            assert all(sheet[f"{c}{row}"].alignment.wrap_text for c in columns)
    assert formulas[RESULTS]["B4"].alignment.shrink_to_fit
    assert formulas[MARKS]["B4"].alignment.shrink_to_fit


def test_a_title_in_one_language_or_of_one_name_stands_once():
    exam = record()
    first, second, *rest = exam.forms[0].sections
    first = first.model_copy(update={"title": Text(en="Choose one")})
    second = second.model_copy(update={"title": Text(zh="Quiz", en="Quiz")})
    forms = tuple(form.model_copy(update={"sections": (first, second, *rest)}) for form in exam.forms)
    book = load_workbook(io.BytesIO(gradebook(class_report((), exam.model_copy(update={"forms": forms})))))
    heads = [cell.value for cell in book[RESULTS][3]][3:6]
    assert heads == ["Choose\none", "Quiz", "判断题\nTrue or false"]


def test_it_is_printed_on_the_paper_of_the_exam():
    book = load_workbook(io.BytesIO(gradebook(class_report(exam=record(paper_size="letter")))))
    assert {sheet.page_setup.paperSize for sheet in book} == {1}


def test_nobody_graded():
    book = load_workbook(io.BytesIO(gradebook(class_report(()))))
    assert book[SUMMARY]["A2"].value == "没有可评的答卷。"
    assert calculate(book, SUMMARY, "B5") == 0


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("forty", [False, True])
def test_libreoffice_calculates_the_same(tmp_path, forty):
    """The stored results are taken out first, so that the program has to calculate."""
    data = DATA
    if forty:
        simulated.run(tmp_path / "forty")
        data = (tmp_path / "forty" / "results" / "gradebook.xlsx").read_bytes()
    values = load_workbook(io.BytesIO(data), data_only=True)
    book = load_workbook(io.BytesIO(data))
    book.save(tmp_path / "bare.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(tmp_path / "out"),
    ]
    subprocess.run([*command, str(tmp_path / "bare.xlsx")], check=True, capture_output=True, timeout=120)
    calculated = load_workbook(tmp_path / "out" / "bare.xlsx", data_only=True)
    for sheet in values:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            other = calculated[sheet.title][cell.coordinate].value
            expected = pytest.approx(cell.value) if isinstance(cell.value, int | float) else cell.value
            assert other == expected, f"{sheet.title}!{cell.coordinate}"
