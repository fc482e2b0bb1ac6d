"""Who has to come again: those who failed with what to read and practise, then those without a result."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from guizhang.exam.roster import read_roster
from guizhang.grading.reading.responses import Absentee, Intake, Refusal
from guizhang.grading.reports.retest import FOR_A_PERSON, FOR_A_RULE, comers, retest_html, retest_xlsx
from guizhang.grading.summary import ClassReport
from guizhang.model.item import ItemType
from guizhang.model.practice import PracticeItem
from guizhang.model.text import Text
from tests.grading.examples import NAMES, ROSTER, SINGLE, drawn, record, response
from tests.grading.test_gradebook import REPORT, class_report
from tests.grading.test_report import EVIL


def practice_item(name, *cites, **more):
    item = drawn(name, ItemType.SINGLE_CHOICE, "1", "B", "complaints", *cites, options=3, order=("ABC",), **more)
    return PracticeItem(name, (item,), (True,))


ITEMS = (
    PracticeItem("single", (SINGLE,), (False,)),  # stood on the exam
    *(practice_item(f"reply-{n}", "complaints/first-reply") for n in range(4)),
    practice_item("both", "complaints/closing", "complaints/first-reply"),
    practice_item("late", "attendance/late"),
)


def test_who_and_why():
    intake = Intake((), (Absentee("9", "钱", "A"),), (), (), (Refusal("8", "赵", ()),))
    report = ClassReport(REPORT.record, REPORT.results, intake, REPORT.policy, NAMES)
    found = comers(report)
    failed = [r.candidate for r in report.results if r.passed is False]
    assert {one.candidate for one in found[:-2]} == set(failed)
    assert [(one.candidate, one.reasons[0].en) for one in found[-2:]] == [
        ("9", "absent or without an answer"), ("8", "the paper could not be graded")
    ]  # fmt: skip
    (second,) = (one for one in found if one.candidate == "2")
    assert second.points == "7.67 / 15"
    assert [reason.en for reason in second.reasons] == [
        "total 7.67, 15 needed",
        "“Single choice”: 0, at least 2 needed",
    ]


def test_a_practice_set_covers_the_rules_missed_and_repeats_no_question_of_the_exam():
    (second,) = (one for one in comers(REPORT, ITEMS) if one.candidate == "2")
    chosen = [question.item_id for question in second.practice]
    assert "single" not in chosen
    assert len(chosen) == len(set(chosen)) <= FOR_A_PERSON
    missed = {share.address for share in second.again}
    assert all(missed & set(question.cites) for question in second.practice)
    for address in missed:
        assert sum(next(iter(q.cites)) == address for q in second.practice) <= FOR_A_RULE
    assert {"late", "both"} <= set(chosen)
    assert second.link == f"../site/practice.html#provisions={','.join(share.address for share in second.again)}"


def test_options_stand_in_an_order_of_each_persons_own():
    """The printed answers follow the options; an item whose options have an order of their own keeps it."""
    steps = drawn(
        "steps-2", ItemType.ORDERING, "1", "ABCDE", "complaints", "complaints/first-reply", options=5, order=("ABCDE",)
    )
    kept = drawn(
        "kept", ItemType.SINGLE_CHOICE, "1", "B", "complaints", "complaints/closing", options=3, order=("ABC",)
    )
    items = (PracticeItem("steps-2", (steps,), (False,)), PracticeItem("kept", (kept,), (True,)))
    people = tuple(
        response({1: "A"}, candidate=str(n), given_points={7: Decimal(0)}, practical=Decimal(0)) for n in range(12)
    )
    sets = [one.practice for one in comers(class_report(people), items)]
    assert len({question.order for chosen in sets for question in chosen if question.item_id == "steps-2"}) > 6
    for chosen in sets:
        by_id = {question.item_id: question for question in chosen}
        shuffled = by_id["steps-2"]
        assert [shuffled.options["ABCDE".index(letter)] for letter in shuffled.key] == list(steps.options)
        assert by_id["kept"] == kept


def test_the_workbook_reads_back():
    found = comers(REPORT, ITEMS)
    book = load_workbook(io.BytesIO(retest_xlsx(REPORT, found)))
    people, again, practice, _ = book.worksheets
    assert [row[0].value for row in people.iter_rows(min_row=2)] == [one.candidate for one in found]
    assert again.max_row == 1 + sum(len(one.again) for one in found)
    assert practice.max_row == 1 + sum(len(one.practice) for one in found)
    assert people["H2"].hyperlink.target == found[0].link
    assert retest_xlsx(REPORT, found) == retest_xlsx(REPORT, comers(REPORT, ITEMS))


def test_the_workbook_is_the_roster_of_the_next_exam(tmp_path):
    granted = ROSTER[0].model_copy(
        update={"extra_minutes": 15, "large_print": True, "language": "en", "department": "客服部"}
    )
    exam = record(candidates=(granted, *ROSTER[1:]))
    failed = [
        response({1: "A"}, candidate=p.id, name=p.name, given_points={7: Decimal(0)}, practical=Decimal(0))
        for p in exam.candidates
    ]
    report = class_report(tuple(failed), exam=exam)
    path = tmp_path / "retest.xlsx"
    path.write_bytes(retest_xlsx(report, comers(report)))
    roster = read_roster(path, ["B"])
    assert not roster.warnings
    assert set(roster.people) == {person.model_copy(update={"form": "B"}) for person in exam.candidates}


@pytest.mark.parametrize("name", ["=1+1", EVIL, "长" * 10_000, ""])
def test_texts_stay_texts(name):
    people = (response({1: "A"}, candidate="2", name=name, given_points={7: Decimal(0)}, practical=Decimal(0)),)
    report = class_report(people, names=dict.fromkeys(NAMES, Text(zh=EVIL, en=EVIL)))
    found = comers(report, (practice_item("late", "attendance/late", stem=Text(zh=EVIL)),))
    page = retest_html(report, found)
    assert "<script" not in page
    assert "<img" not in page
    book = load_workbook(io.BytesIO(retest_xlsx(report, found)))
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]


def test_nobody_has_to_come():
    assert "0 people have to come again." in retest_html(REPORT, ())
