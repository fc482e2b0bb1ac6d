"""Negative marking: each type of choice item, right, wrong, partial, blank and over-answered, and each floor, by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.grading.grade import grade_responses
from guizhang.grading.score import score
from guizhang.model.item import ItemType
from guizhang.model.response import Outcome
from guizhang.model.scoring import Floor, MultipleRule, Negative, ScoringPolicy
from tests.grading.examples import MULTIPLE, NUMERIC, SINGLE, TRUE_FALSE, drawn, record, response
from tests.grading.exams_eval import points, vectors

RIGHT, PARTIAL, WRONG, BLANK = Outcome.RIGHT, Outcome.PARTIAL, Outcome.WRONG, Outcome.BLANK
QUARTER, GUESS = Negative(share=Decimal("0.25"), floor=Floor.NONE), Negative(floor=Floor.NONE)

# SINGLE: key B of four, 2 points. TRUE_FALSE: key F, 1 point. MULTIPLE: key ACD of five, 4 points. NUMERIC: 24, 2 points.
CASES = [
    (SINGLE, QUARTER, "B", RIGHT, "2"),
    (SINGLE, QUARTER, "A", WRONG, "-0.5"),
    (SINGLE, QUARTER, "AB", WRONG, "-0.5"),  # over-answered
    (SINGLE, QUARTER, "", BLANK, "0"),
    (SINGLE, GUESS, "A", WRONG, "-0.67"),  # 2 / (4 - 1), rounded half up
    (TRUE_FALSE, QUARTER, "F", RIGHT, "1"),
    (TRUE_FALSE, QUARTER, "T", WRONG, "-0.25"),
    (TRUE_FALSE, QUARTER, "TF", WRONG, "-0.25"),  # over-answered
    (TRUE_FALSE, QUARTER, "", BLANK, "0"),
    (TRUE_FALSE, GUESS, "T", WRONG, "-1"),  # 1 / (2 - 1)
    (MULTIPLE, QUARTER, "ACD", RIGHT, "4"),
    (MULTIPLE, QUARTER, "AC", WRONG, "-1"),
    (MULTIPLE, QUARTER, "ABCDE", WRONG, "-1"),
    (MULTIPLE, QUARTER, "", BLANK, "0"),
    (MULTIPLE, GUESS, "AC", WRONG, "-0.13"),  # 31 answers one can give: 4 / 30
    (NUMERIC, QUARTER, "7", WRONG, "0"),  # only choices can be guessed
]


@pytest.mark.parametrize(("item", "negative", "answer", "outcome", "earned"), CASES)
def test_what_a_wrong_answer_costs(item, negative, answer, outcome, earned):
    result = score(item, 1, response({1: answer}), ScoringPolicy(negative=negative))
    assert (result.outcome, result.points) == (outcome, Decimal(earned))


# Points of 4 with a quarter at stake: key ACD of five.
BY_RULE = {
    #                            ACD  AC    A     ABC   B     BE    ABCDE
    MultipleRule.ALL_OR_NOTHING: "4   -1    -1    -1    -1    -1    -1",
    # (h + 2 - f) / 5: B alone is 1/5, BE nothing
    MultipleRule.PER_OPTION:     "4   3.2   2.4   2.4   0.8   -1    2.4",
    MultipleRule.MISSED_FIXED:   "4   2     2     -1    -1    -1    -1",
    MultipleRule.MISSED_SHARE:   "4   2.67  1.33  -1    -1    -1    -1",
    # h/3 - f/2, not below -1/4
    MultipleRule.EXAMS_FALSE:    "4   2.67  1.33  0.67  -1    -1    0",
    MultipleRule.EXAMS_FALSE2:   "4   2.67  1.33  0.67  -1    -1    0",
    # h/3 - f/3: B costs a third, bounded at a quarter
    MultipleRule.EXAMS_TRUE:     "4   2.67  1.33  1.33  -1    -1    1.33",
    MultipleRule.EXAMS_ALL:      "4   2.67  1.33  -1    -1    -1    -1",
    # the wrong ticks are free: nothing right is nothing, not less
    MultipleRule.EXAMS_NONE:     "4   2.67  1.33  2.67  0     0     4",
}  # fmt: skip


@pytest.mark.parametrize("rule", MultipleRule)
def test_multiple_choice_rules_with_a_quarter_at_stake(rule):
    policy = ScoringPolicy(multiple=rule, negative=QUARTER)
    answers = ("ACD", "AC", "A", "ABC", "B", "BE", "ABCDE")
    earned = [score(MULTIPLE, 1, response({1: answer}), policy).points for answer in answers]
    assert earned == [Decimal(points) for points in BY_RULE[rule].split()]


def test_ten_thousand_answers_as_r_exams_scores_them():
    worst = Fraction(0)
    for key, answer, rule, negative, expected in vectors(10_000):
        letters = "ABCDEFGH"
        right = [letter for letter, bit in zip(letters, key, strict=False) if bit == "1"]
        ticked = "".join(letter for letter, bit in zip(letters, answer, strict=False) if bit == "1")
        item = drawn("m", ItemType.MULTIPLE_CHOICE, "1", right, "t", "a/b", options=len(key))
        policy = ScoringPolicy(
            multiple=MultipleRule(f"exams_{rule}") if rule else MultipleRule.ALL_OR_NOTHING,
            negative=Negative(share=Decimal(negative.numerator) / negative.denominator, floor=Floor.NONE) if negative else None,
            point_step=Decimal("1e-15"),
        )  # fmt: skip
        found = score(item, 1, response({1: ticked}), policy).points
        worst = max(worst, abs(Fraction(found) - expected))
    assert worst < Fraction(1, 10**9)


def test_the_examples_of_the_r_exams_manual():
    def bits(text):
        return [bit == "1" for bit in text]

    # pointsum("10101", …) of exams_eval() and of exams_eval(negative = -0.25)
    for answer, plain, quarter in [("10101", 1, 1), ("10100", "2/3", "2/3"), ("11100", "1/6", "1/6"), ("01010", 0, "-1/4"), ("00000", 0, 0)]:  # fmt: skip
        assert points(bits("10101"), bits(answer), "false2", Fraction(0)) == Fraction(plain)
        assert points(bits("10101"), bits(answer), "false2", Fraction(1, 4)) == Fraction(quarter)


def total(floor, answers, **more):
    policy = ScoringPolicy(negative=Negative(share=Decimal(1), floor=floor))
    return grade_responses(record(), [response(answers, **more)], policy)[0]


def test_floors_by_hand():
    # Section 1: wrong and right, -2 + 2; section 2: wrong, -4; section 3: right, 1.
    answers = {1: "A", 2: "A", 3: "B", 4: "F"}
    assert [section.points for section in total(Floor.NONE, answers).sections][:3] == [0, -4, 1]
    assert total(Floor.NONE, answers).total_points == -3
    assert [section.points for section in total(Floor.SECTION, answers).sections][:3] == [0, 0, 1]
    assert total(Floor.SECTION, answers).total_points == 1
    # No item below 0: the right answer of section 1 keeps its 2 points.
    assert [section.points for section in total(Floor.ITEM, answers).sections][:3] == [2, 0, 1]
    assert total(Floor.ITEM, answers).total_points == 3


def test_a_negative_mark_is_no_less_than_no_knowledge():
    result = total(Floor.NONE, {1: "A", 3: "ACD"})
    # complaints: 1 (0 of 2, not -2), 3 (4 of 4), 5 and 6 blank (0 of 5).
    assert result.theme_shares["complaints"] == Decimal(4) / 11
    shares = {provision.address: provision.points for provision in result.read_again}
    assert shares["complaints/first-reply"] == 0


@given(
    answers=st.dictionaries(st.integers(1, 4), st.sampled_from(["", "A", "B", "ACD", "AB", "T", "F"])),
    floor=st.sampled_from(Floor),
    share=st.sampled_from([Decimal("0.25"), Decimal(1), "1/(k-1)"]),
    rule=st.sampled_from(MultipleRule),
)
def test_floors_hold_for_any_answers(answers, floor, share, rule):
    policy = ScoringPolicy(multiple=rule, negative=Negative(share=share, floor=floor))
    result = grade_responses(record(), [response(answers)], policy)[0]
    plain = grade_responses(record(), [response(answers)], ScoringPolicy(multiple=rule))[0]
    assert result.total_points <= plain.total_points
    assert [item.outcome is BLANK for item in result.items] == [item.outcome is BLANK for item in plain.items]
    if floor is Floor.ITEM:
        assert all(item.points >= 0 for item in result.items)
    if floor is not Floor.NONE:
        assert all(section.points >= 0 for section in result.sections)
    assert result.total_points == sum(section.points for section in result.sections)


def test_a_blind_guess_is_worth_nothing_under_the_guessing_formula():
    negative = Negative(floor=Floor.NONE)
    for kind, options, answers in [
        (ItemType.SINGLE_CHOICE, 4, 4), (ItemType.SINGLE_CHOICE, 3, 3), (ItemType.TRUE_FALSE, 0, 2), (ItemType.MULTIPLE_CHOICE, 4, 15)
    ]:  # fmt: skip
        worth = 1 - (answers - 1) * negative.cost(kind, options)
        assert abs(worth) < Decimal("1e-20")
