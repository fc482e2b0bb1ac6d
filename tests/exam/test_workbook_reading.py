"""The workbook and grading read alike: what is typed, what stands beside a figure, what other programs leave out."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from guizhang.exam.workbook import plan as at
from guizhang.exam.workbook.book import scoring_workbook
from guizhang.exam.workbook.keys import FRONT, NUMBER, OR, spellings
from guizhang.exam.workbook.plan import TOP, Plan
from guizhang.exam.workbook.reading import CHECK, WRONG
from guizhang.exam.workbook.typed import RATERS
from guizhang.grading.answers import normalise
from guizhang.grading.reading.responses import read_responses
from guizhang.model.form import Candidate
from guizhang.model.item import ItemType
from guizhang.model.text import Text
from tests.exam.answers import fill, recalculated
from tests.exam.sheetforms import cloze
from tests.exam.sheetforms import record as put_together
from tests.exam.sheetforms import section as part_of
from tests.exam.workbooks import LIBREOFFICE, drawn, rows
from tests.grading.examples import drawn as drawn_by_hand


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return drawn(tmp_path_factory.mktemp("workbook"), "onboarding")


@pytest.fixture
def path(record, tmp_path):
    file = tmp_path / "scoring.xlsx"
    file.write_bytes(scoring_workbook(record))
    return file


def test_grading_reads_the_empty_and_the_filled_workbook(record, path):
    empty = read_responses([path], record)
    assert not empty.responses
    assert not empty.diagnostics or {d.severity for d in empty.diagnostics} == {"warning"}
    assert len(empty.absent) == len(record.candidates)
    fill(path, record)
    filled = read_responses([path], record)
    assert len(filled.responses) + len(filled.refused) == len(record.candidates) - 1


def test_grading_needs_no_stored_values(record, path):
    """openpyxl and some other programs save formulas without what they come to."""
    book = load_workbook(path)
    sheet, practical = book[at.RESPONSES], book[at.PRACTICAL]
    spare = len(record.candidates) + TOP
    for row, person in ((TOP, "0001"), (spare, "W1")):
        sheet[f"A{row}"], sheet[f"C{row}"], sheet[f"D{row}"] = person, "A", "A"
        for column in "DEF":
            practical[f"{column}{TOP + RATERS * (row - TOP)}"] = 4
    assert isinstance(practical[f"A{TOP + RATERS * (spare - TOP)}"].value, str)
    book.save(path)
    intake = read_responses(
        [path], record.model_copy(update={"candidates": (*record.candidates, Candidate(id="W1", form="A"))})
    )
    assert {r.candidate: len(r.ratings) for r in intake.responses} == {"0001": 1, "W1": 1}
    assert not [d for d in intake.diagnostics if d.code == "RSP032"]


UNITS = [
    "小时 hours",
    "元 CNY",
    "% %",
    "次 times",
    "个工作日 working_days",
    "天 days",
    "分钟 minutes",
    "米 metres",
    "岁 years",
    "公斤 kg",
    "点 o'clock",
]


@pytest.mark.parametrize("unit", UNITS)
def test_formulas_know_the_ways_to_write_a_figure_that_grading_knows(record, unit):
    zh, en = unit.replace("_", " ").split(" ", 1)
    item = (
        record.forms[0]
        .items[0]
        .model_copy(update={"type": ItemType.NUMERIC, "key": ("24",), "unit": Text(zh=zh, en=en), "options": ()})
    )
    known = spellings(item).strip(OR).split(OR)
    figures = [
        f"{word[1:]}24" if word.startswith(FRONT) else f"24{word}" for word in known if not word.startswith(NUMBER)
    ]
    figures += [f"二十四{word}" for word in known if f"{NUMBER}二十四{word}" in known and word != "周岁"]
    assert len(figures) >= 4
    assert {figure: normalise(item, figure).answer for figure in figures} == dict.fromkeys(figures, "24")


CLOCK = [
    "15", "15点", "15:00", "１５：００", "下午3点", "下午三點", "3pm", "3 P.M.", "15 o'clock", "十五時", "15点整",
    "16:00", "下午四点", "3:00", "15:30", "3小时", "15:00-16:00", "上午3点", "15:60",
]  # fmt: skip


@LIBREOFFICE
def test_the_formulas_read_the_clock_as_grading_does(tmp_path):
    item = drawn_by_hand("c", ItemType.NUMERIC, "1", ["15"], "t", "a/b", unit=Text(zh="点", en="o'clock"))
    people = [Candidate(id=f"{n:02}", form="A") for n, _ in enumerate(CLOCK)]
    exam = put_together((part_of("填数", item),), people=people, forms=("A",))
    path = tmp_path / "scoring.xlsx"
    path.write_bytes(scoring_workbook(exam))
    book = load_workbook(path)
    for row, typed in zip(Plan(exam).rows, CLOCK, strict=False):
        book[at.RESPONSES][f"D{row}"] = typed
    book.save(path)
    read = load_workbook(recalculated(path, tmp_path / "out"), data_only=True)
    marks = {typed: read[at.MARKS][f"D{row}"].value for row, typed in zip(Plan(exam).rows, CLOCK, strict=False)}
    assert marks == {typed: int(normalise(item, typed).answer == "15") for typed in CLOCK}


@LIBREOFFICE
def test_a_form_may_have_fewer_options_under_a_number_than_another(record, tmp_path):
    """D is an answer to question 1 of two forms and none to that of the third, where somebody has to look again."""
    four = next(one for form in record.forms for one in form.sections[0].items if len(one.options) == 4)
    three = four.model_copy(update={"options": four.options[:3], "key": ("A",)})
    opened = []
    for form, item in zip(record.forms, (three, four, four), strict=True):
        first, *rest = form.sections
        section = first.model_copy(update={"items": (item, *first.items[1:])})
        opened.append(form.model_copy(update={"sections": (section, *rest)}))
    form, exam = opened[0], record.model_copy(update={"forms": tuple(opened)})
    path = tmp_path / "scoring.xlsx"
    path.write_bytes(scoring_workbook(exam))
    typed = load_workbook(path)
    for row in range(TOP, TOP + len(exam.candidates)):
        typed[at.RESPONSES][f"D{row}"] = "d"
    typed.save(path)
    book = load_workbook(recalculated(path, tmp_path / "out"), data_only=True)
    unread = {person.id for person, cell in rows(exam, book, at.READ) if cell("D") == f"{CHECK} D"}
    short_forms = {form.id for form in exam.forms if len(form.items[0].options) < 4}
    assert form.id in short_forms
    assert len(short_forms) < len(exam.forms)
    assert unread == {person.id for person in exam.candidates if person.form in short_forms}
    assert unread == {refusal.candidate for refusal in read_responses([path], exam).refused}


@LIBREOFFICE
def test_a_form_may_have_fewer_gaps_under_a_number_than_another(tmp_path):
    two, three = cloze(("", 0), ("", 0)), cloze(("", 0), ("", 0), ("A", 3))
    rows_of = [
        *((two, text) for text in ("(1) 甲 (2) 甲", "（1）甲", "(1) - (2) -", "(1) 甲 (3) 甲", "甲；甲", "甲")),
        *((three, text) for text in ("(1) 甲 (2) 甲 (3) a", "(1) 甲 (3) B。", "甲；；A。", "(2) 甲")),
    ]
    people = [Candidate(id=f"{n:02}", form="A" if item is two else "B") for n, (item, _) in enumerate(rows_of)]
    exam = put_together((part_of("填空", three),), people=people, forms=("A", "B"))
    first = exam.forms[0].model_copy(update={"sections": (part_of("填空", two),)})
    exam = exam.model_copy(update={"forms": (first, exam.forms[1])})
    path = tmp_path / "scoring.xlsx"
    path.write_bytes(scoring_workbook(exam))
    book = load_workbook(path)
    places = {person.id: row for row, person in zip(Plan(exam).rows, exam.candidates, strict=False)}
    for person, (_, text) in zip(people, rows_of, strict=True):
        book[at.RESPONSES][f"D{places[person.id]}"] = text
    book.save(path)
    read = load_workbook(recalculated(path, tmp_path / "out"), data_only=True)
    for person, (item, text) in zip(people, rows_of, strict=True):
        cell = read[at.READ][f"D{places[person.id]}"].value or ""
        normal = normalise(item, text)
        # Where another form has more gaps, a divider for each of them stands behind.
        expected = normal.answer and normal.answer + "|" * (len(three.gaps) - len(item.gaps))
        assert cell == expected if normal.problem is None else cell.startswith(WRONG), (text, cell, normal)
