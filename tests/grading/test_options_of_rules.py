"""Which rules people know, where the options of one question speak of several rules: worked by hand."""

from decimal import Decimal

import pytest

from guizhang.grading.analysis.analyse import analyse
from guizhang.grading.grade import grade_responses
from guizhang.model.correction import Change, Correction
from guizhang.model.form import DrawnForm, DrawnSection
from guizhang.model.item import ItemType
from guizhang.model.scoring import ScoringPolicy
from tests.grading.correcting import corrected
from tests.grading.examples import drawn, record, response, text

# A and C are right; A, B and D speak of a rule each, C and E of the same.
LATE, RINGS, CLOSING, REPLY = "attendance/late", "telephone/rings", "complaints/closing", "complaints/first-reply"
STATEMENTS = drawn(
    "statements", ItemType.MULTIPLE_CHOICE, "4", "AC", "complaints", LATE, RINGS, CLOSING, REPLY, options=5,
    speaks_of=(LATE, RINGS, CLOSING, REPLY, CLOSING), order=("ABCDE",),
)  # fmt: skip
WHOLE = {LATE: Decimal(4), RINGS: Decimal(4), CLOSING: Decimal(4), REPLY: Decimal(4)}


def exam(item):
    section = DrawnSection(title=text("多选"), type=item.type, points=item.points, items=(item,))
    return record(forms=(DrawnForm(id="A", sections=(section,)),), practical_points=Decimal(0))


def told(item, answer):
    """Return address -> points on it, as the result of one person says and as the class of one does."""
    of_exam = exam(item)
    (result,) = grade_responses(of_exam, [response({1: answer} if answer else {})], ScoringPolicy())
    lost = {share.address: share.points for share in result.read_again}
    of_class = {p.address: p.facility * 4 for p in analyse(of_exam, [result]).provisions}
    assert {**WHOLE, **lost} == of_class
    return of_class


@pytest.mark.parametrize(
    ("answer", "points"),
    [
        ("AC", WHOLE),
        # B was ticked, which is wrong; everything else was taken for what it is.
        ("ABC", {**WHOLE, RINGS: 0}),
        # A was not ticked.
        ("C", {**WHOLE, LATE: 0}),
        # Of the two that speak of closing a complaint E is taken wrongly.
        ("ACE", {**WHOLE, CLOSING: 2}),
        ("BDE", dict.fromkeys(WHOLE, 0)),
        # Who left it blank shows nothing, though B, D and E are not ticked.
        ("", dict.fromkeys(WHOLE, 0)),
    ],
)
def test_each_rule_is_told_by_its_own_options(answer, points):
    assert told(STATEMENTS, answer) == points


def test_options_in_another_order_speak_of_the_same_rules():
    turned = STATEMENTS.arranged(("EDCBA",))
    assert turned.speaks_of == (CLOSING, REPLY, CLOSING, RINGS, LATE)
    # The one that was B is D now.
    assert told(turned, "CDE") == told(STATEMENTS, "ABC")


def test_one_right_option_among_others():
    single = drawn(
        "one",
        ItemType.SINGLE_CHOICE,
        "4",
        "A",
        "complaints",
        *WHOLE,
        options=4,
        speaks_of=(LATE, RINGS, CLOSING, REPLY),
    )
    # Who took B for the rule knows neither it nor A; that C and D are none was seen.
    assert told(single, "B") == {**WHOLE, LATE: 0, RINGS: 0}


def test_a_rule_no_option_speaks_of_is_told_by_the_whole_question():
    of_three = STATEMENTS.model_copy(update={"speaks_of": (LATE, None, CLOSING, REPLY, None)})
    assert told(of_three, "ABC") == {**WHOLE, RINGS: 0}


def test_a_second_key_counts_where_it_says_more():
    accept = Correction(
        what=Change.ACCEPT, item="statements", keys=("ABC",), reason="r", by="t", at="2026-01-01T00:00:00Z"
    )
    counted = corrected(exam(STATEMENTS), accept)
    (form,) = counted.record.forms
    (item,) = form.items
    assert told(item, "ABC") == WHOLE
    # Beside AC only B is wrong, beside ABC nothing of rings is: D is wrong under both.
    assert told(item, "ABCD") == {**WHOLE, REPLY: 0}
