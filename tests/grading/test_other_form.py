"""Whose answers fit another form than the one they were graded by."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guizhang.grading.analysis.other_form import other_forms
from guizhang.grading.grade import grade_responses
from guizhang.grading.reports.first import tasks
from guizhang.model.form import Candidate, DrawnForm, DrawnSection
from guizhang.model.item import ItemType
from guizhang.model.scoring import ScoringPolicy
from guizhang.model.text import Text
from tests.grading.examples import drawn, record, response
from tests.grading.test_gradebook import class_report

A, B = "ABCDABCDABCDABCDABCD", "BADCBADCBADCBADCBADC"
"""Keys of two forms without a letter in common."""


def form(name, key):
    items = tuple(
        drawn(f"{name}{n}", ItemType.SINGLE_CHOICE, "1", letter, "t", "rules/one", options=4)
        for n, letter in enumerate(key, 1)
    )
    return DrawnForm(
        id=name,
        sections=(DrawnSection(title=Text(zh="单选"), type=ItemType.SINGLE_CHOICE, points=Decimal(1), items=items),),
    )


EXAM = record(
    forms=(form("A", A), form("B", B)),
    candidates=(Candidate(id="1", form="A"), Candidate(id="2", form="B")),
    individual=False,
)


def sat(candidate, graded, answers):
    return response(dict(enumerate(answers, 1)), candidate=candidate, name="", form=graded)


def found(*responses):
    policy = ScoringPolicy()
    results = grade_responses(EXAM, responses, policy)
    return [
        (one.result.candidate, one.result.form, one.right, one.other, one.right_by_other, one.assigned)
        for one in other_forms(EXAM, responses, results, policy)
    ]


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        # By the roster B, written down A: said whatever the figures are.
        ([("2", "A", B)], [("2", "A", 0, "B", 20, True)]),
        ([("2", "A", A)], [("2", "A", 20, "B", 0, True)]),
        # By the roster A and graded so, but the answers are those of B: 9 against none is three standard deviations.
        ([("1", "A", B[:9])], [("1", "A", 0, "B", 9, False)]),
        ([("1", "A", B[:8])], []),
        # 12 against 2 is 10 / sqrt(14) = 2.7; 14 against 2 is 3.
        ([("1", "A", B[:12] + A[12:14])], []),
        ([("1", "A", B[:14] + A[14:16])], [("1", "A", 2, "B", 14, False)]),
        # Right by their own form, and nothing answered.
        ([("1", "A", A), ("2", "B", B)], []),
        ([("1", "A", ""), ("2", "B", "")], []),
        # A walk-in, whom no roster gives a form.
        ([("9", "A", B)], [("9", "A", 0, "B", 20, False)]),
    ],
)
def test_answers_that_fit_another_form(papers, expected):
    assert found(*(sat(*paper) for paper in papers)) == expected


def test_nobody_where_everybody_has_a_form_of_their_own():
    own = EXAM.model_copy(update={"individual": True})
    answers = [sat("1", "A", B)]
    assert not other_forms(own, answers, grade_responses(own, answers, ScoringPolicy()), ScoringPolicy())


def test_the_report_says_it_among_what_to_do_first():
    first = tasks(class_report((sat("2", "A", B), sat("9", "A", B)), exam=EXAM))[0]
    assert first.text.zh == "核对 2 人答卷上印的卷别：可能是按别的卷的答案评的；改正卷别再重评"
    assert [line.text.zh for line in first.lines] == [
        "2：按 A 卷评分，答对 0 题；按名单上的 B 卷，答对 20 题",
        "9：按 A 卷评分，答对 0 题；按 B 卷，答对 20 题",
    ]
    assert first.lines[0].text.en == "2: 0 right by form A, as graded; 20 right by form B of the roster"
