"""Totals, decisions, themes and what to read again, worked by hand; and what must hold for any answers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.grading.grade import grade_responses
from guizhang.model.drawn_item import DrawnCase
from guizhang.model.form import DrawnSection
from guizhang.model.item import ItemType
from guizhang.model.response import Outcome
from guizhang.model.scoring import MultipleRule, ScoringPolicy
from tests.grading.examples import FORM_A, NUMERIC, SHORT, SINGLE, record, response, text

PLAIN = ScoringPolicy()
FULL = {1: "B", 2: "A", 3: "ACD", 4: "F", 5: "24", 6: "CAB", 7: "说明"}


def graded(answers, policy=PLAIN, exam=None, **more):
    return grade_responses(exam or record(), [response(answers, **more)], policy)[0]


def test_a_perfect_paper():
    result = graded(FULL, given_points={7: Decimal(6)}, practical=Decimal(5))
    assert (result.total_points, result.max_points, result.cut_points, result.passed) == (25, 25, 15, True)
    assert result.read_again == ()
    assert set(result.theme_shares.values()) == {1}


def test_an_empty_paper_is_blank_and_not_wrong():
    result = graded({}, declared_blank=frozenset({7}), practical=Decimal(0))
    assert {item.outcome for item in result.items} == {Outcome.BLANK}
    assert (result.total_points, result.passed) == (0, False)


def test_themes_and_provisions_by_hand():
    result = graded(
        {1: "B", 2: "B", 3: "AC", 4: "T", 5: "24", 6: "ABC"}, given_points={7: Decimal(3)}, practical=Decimal(5)
    )
    # complaints: 1 (2/2) 3 (0/4) 5 (2/2) 6 (0/3) = 4/11; telephone: 2 (0/2) 7 (3/6) = 3/8; attendance: 4 (0/1).
    assert result.theme_shares == {
        "attendance": 0, "complaints": Decimal(4) / 11, "telephone": Decimal(3) / 8
    }  # fmt: skip
    # closing: 3 and 6 = 0/7; late: 0/1; rings: 3/8; first-reply: 1, 5 and 6 = 4/7. Most points lost first at equal shares.
    assert [(p.address, p.points, p.max_points) for p in result.read_again] == [
        ("complaints/closing", 0, 7), ("attendance/late", 0, 1), ("telephone/rings", 3, 8), ("complaints/first-reply", 4, 7)
    ]  # fmt: skip
    assert (result.total_points, result.passed) == (12, False)


def _case(*items):
    case = DrawnCase(text=text("案例"))
    return tuple(item.model_copy(update={"case": case, "item_id": f"case/{n}"}) for n, item in enumerate(items, 1))


def test_a_case_earns_the_sum_of_its_questions():
    # 2 for the single choice, 2 for the figure, 6 for the written answer: 10 points, of which 5 are asked for.
    section = DrawnSection(
        title=text("案例题"), type=ItemType.CASE, points=Decimal(10), minimum="50%", items=_case(SINGLE, NUMERIC, SHORT)
    )
    exam = record(
        forms=(FORM_A.model_copy(update={"sections": (section,)}),), practical_points=Decimal(0), cut_score="0"
    )
    unmarked = graded({1: "B", 2: "7"}, exam=exam)
    assert [item.outcome for item in unmarked.items] == [Outcome.RIGHT, Outcome.WRONG, Outcome.UNMARKED]
    (part,) = unmarked.sections
    assert (part.points, part.open_points, part.max_points, part.minimum_points, part.met) == (2, 6, 10, 5, None)
    marked = graded({1: "B", 2: "24"}, exam=exam, given_points={3: Decimal("1.5")})
    assert (marked.sections[0].points, marked.sections[0].met) == (Decimal("5.5"), True)
    blank = graded({}, exam=exam, declared_blank=frozenset({3}))
    assert (blank.count(Outcome.BLANK), blank.sections[0].points) == (3, 0)


@pytest.mark.parametrize(
    ("answers", "written", "practical", "passed", "why"),
    [
        (FULL, None, None, None, "14 of 25, 11 open: neither is certain"),
        (FULL, None, "5", True, "19 without the written answer"),
        (FULL, "1", None, True, "15 is the cut, and it is reached"),
        (FULL, "0.99", "0", False, "14.99"),
        ({1: "A"}, None, None, False, "11 open points cannot lift 0 to 15"),
        ({**FULL, 1: "A", 2: "B"}, "6", "5", False, "section 1 has 0 of its 2 points, though 21 in all"),
        ({**FULL, 2: "B"}, "6", "5", True, "section 1 has exactly its 2 points"),
    ],
)
def test_pass_or_fail(answers, written, practical, passed, why):
    points = {7: Decimal(written)} if written else {}
    result = graded(answers, given_points=points, practical=Decimal(practical) if practical else None)
    assert result.passed is passed, why


def test_a_section_minimum_waits_for_its_unmarked_answers():
    sections = (*FORM_A.sections[:-1], FORM_A.sections[-1].model_copy(update={"minimum": "50%"}))
    exam = record(forms=(FORM_A.model_copy(update={"sections": sections}),))
    assert graded(FULL, exam=exam, practical=Decimal(5)).passed is None
    assert graded(FULL, exam=exam, practical=Decimal(5), given_points={7: Decimal(3)}).passed is True
    assert graded(FULL, exam=exam, practical=Decimal(5), given_points={7: Decimal("2.5")}).passed is False


def test_unmarked_answers_count_for_no_share():
    result = graded(FULL)
    assert result.theme_shares["telephone"] == 1  # question 2 alone
    assert (result.total_points, result.open_points) == (14, 11)


def test_the_same_answers_on_the_other_form_meet_the_other_key():
    swapped = {**FULL, 1: "A", 2: "D"}
    assert graded(swapped, form="B").total_points == graded(FULL).total_points == 14
    assert graded(FULL, form="B").total_points == 10


def test_exact_decimal_sums():
    # Three thirds of a tenth would not add up in binary.
    exam = record(
        forms=(
            FORM_A.model_copy(
                update={
                    "sections": (
                        FORM_A.sections[0].model_copy(
                            update={
                                "items": tuple(
                                    i.model_copy(update={"points": Decimal("0.1")}) for i in FORM_A.items[:2]
                                ),
                                "minimum": None,
                            }
                        ),
                        FORM_A.sections[2].model_copy(
                            update={"items": (FORM_A.items[3].model_copy(update={"points": Decimal("0.1")}),)}
                        ),
                    )
                }
            ),
        ),
        practical_points=Decimal(0),
        cut_score="0.3",
    )
    assert graded({1: "B", 2: "A", 3: "F"}, exam=exam).passed is True


answers = st.dictionaries(st.integers(1, 7), st.text("ABCDEFT24. -", max_size=6))
points = st.dictionaries(st.just(7), st.integers(0, 12).map(lambda n: Decimal(n) / 2))
policies = st.builds(
    ScoringPolicy,
    multiple=st.sampled_from(MultipleRule),
    missed_share=st.sampled_from([Decimal("0.5"), Decimal("0.25")]),
    point_step=st.sampled_from([Decimal("0.01"), Decimal("0.5"), Decimal(1)]),
)


@given(answers=answers, written=points, practical=st.none() | st.integers(0, 5).map(Decimal), policy=policies)
def test_a_grade_is_the_sum_of_its_items_and_in_range(answers, written, practical, policy):
    exam = record()
    result = graded(answers, policy, exam, given_points=written, practical=practical)
    assert result.total_points == sum(item.points for item in result.items) + (practical or 0)
    assert sum(section.points for section in result.sections) + (practical or 0) == result.total_points
    assert (
        0 <= result.total_points <= result.total_points + result.open_points <= result.max_points == exam.total_points
    )
    for item in result.items:
        assert 0 <= item.points <= item.max_points
        assert (item.outcome is Outcome.RIGHT) == (
            item.points == item.max_points and item.points > 0
        ) or policy.point_step > Decimal("0.01")
        if item.outcome in (Outcome.BLANK, Outcome.UNMARKED, Outcome.WRONG):
            assert item.points == 0
    assert all(0 <= share <= 1 for share in result.theme_shares.values())
    if result.passed is not None:
        # Whatever the open points turn out to be, a decision that was given stands.
        for late in (Decimal(0), Decimal(6)):
            filled = graded(
                answers, policy, exam, given_points={7: late} | written, practical=practical or late.min(Decimal(5))
            )
            if practical is not None:
                assert filled.passed is result.passed


@given(answers=answers, policy=policies)
def test_marks_given_later_only_add(answers, policy):
    before = graded(answers, policy)
    after = graded(answers, policy, given_points={7: Decimal(4)}, practical=Decimal(3))
    assert after.total_points == before.total_points + 7
    assert after.open_points == 0
