"""Every rule against every kind of answer, worked by hand."""

from decimal import Decimal

import pytest

from guizhang.grading.answers import normalise
from guizhang.grading.score import score
from guizhang.model.drawn_item import DrawnGap
from guizhang.model.response import Outcome
from guizhang.model.scoring import (
    MultipleRule,
    OrderingRule,
    PartsRule,
    ScoringPolicy,
    multiple_choice_share,
    ordering_share,
)
from guizhang.model.text import Text
from tests.grading.examples import (
    CLOZE,
    MATCHING,
    MULTIPLE,
    NUMERIC,
    ONE_GAP,
    ORDERING,
    SHORT,
    SINGLE,
    TRUE_FALSE,
    drawn,
    response,
)

RIGHT, PARTIAL, WRONG, BLANK, UNMARKED = Outcome
PLAIN = ScoringPolicy()

# MULTIPLE has five options A-E, the key ACD (k = 3, w = 2) and 4 points.
CASES = [
    # item, as typed, outcome, points
    (SINGLE, "B", RIGHT, "2"),
    (SINGLE, "A", WRONG, "0"),
    (SINGLE, "", BLANK, "0"),
    (SINGLE, "AB", WRONG, "0"),  # over-answered: the right one among two is not right
    (SINGLE, "BB", RIGHT, "2"),
    (MULTIPLE, "ACD", RIGHT, "4"),
    (MULTIPLE, "DCA", RIGHT, "4"),
    (MULTIPLE, "AC", WRONG, "0"),
    (MULTIPLE, "ABCDE", WRONG, "0"),
    (MULTIPLE, "B", WRONG, "0"),
    (MULTIPLE, "", BLANK, "0"),
    (TRUE_FALSE, "×", RIGHT, "1"),
    (TRUE_FALSE, "√", WRONG, "0"),
    (TRUE_FALSE, "对错", WRONG, "0"),
    (TRUE_FALSE, "—", BLANK, "0"),
    (NUMERIC, "24", RIGHT, "2"),
    (NUMERIC, "24.5小时", RIGHT, "2"),  # the tolerance of 0.5 counts its ends
    (NUMERIC, "23.5", RIGHT, "2"),
    (NUMERIC, "24.51", WRONG, "0"),
    (NUMERIC, "24分钟", WRONG, "0"),
    (NUMERIC, "二十四", RIGHT, "2"),
    (NUMERIC, "二十四小时", RIGHT, "2"),
    (NUMERIC, "twenty-four hours", RIGHT, "2"),
    (NUMERIC, "24h", RIGHT, "2"),
    (NUMERIC, "23.5 hours", RIGHT, "2"),
    (NUMERIC, "1天", WRONG, "0"),  # a day is 24 hours only where the item says so
    (NUMERIC, "24 48", WRONG, "0"),  # over-answered
    (NUMERIC, "", BLANK, "0"),
    (ORDERING, "C-A-B", RIGHT, "3"),
    (ORDERING, "CBA", WRONG, "0"),
    (ORDERING, "CA", WRONG, "0"),
    (ORDERING, "CABC", WRONG, "0"),  # over-answered
    (ORDERING, "", BLANK, "0"),
    # MATCHING has three left sides, four right ones, the key C A D and 3 points: 1 for each pair.
    (MATCHING, "CAD", RIGHT, "3"),
    (MATCHING, "3d 1c 2a", RIGHT, "3"),
    (MATCHING, "CAB", PARTIAL, "2"),
    (MATCHING, "CCC", PARTIAL, "1"),
    (MATCHING, "C", PARTIAL, "1"),
    (MATCHING, "-A-", PARTIAL, "1"),
    (MATCHING, "ADC", WRONG, "0"),
    (MATCHING, "CADB", WRONG, "0"),  # over-answered
    (MATCHING, "1C 1A", WRONG, "0"),  # two answers for one left side
    (MATCHING, "", BLANK, "0"),
    (MATCHING, "---", BLANK, "0"),
    # CLOZE has gaps of the weights 2, 1 and 1 and 4 points: 2, 1 and 1.
    (CLOZE, "24小时；B；投诉登记表", RIGHT, "4"),
    (CLOZE, "24 Hours;b;Complaint Register.", RIGHT, "4"),
    (CLOZE, "一天；B；投诉登记表", RIGHT, "4"),  # declared the same
    (CLOZE, "二十四小时；B；投诉登记表", RIGHT, "4"),  # one amount in one unit, however it is spelled
    (CLOZE, "twenty-four hours; B; complaint register", RIGHT, "4"),
    (CLOZE, "24h；B；投诉登记表", RIGHT, "4"),
    (CLOZE, "1440分钟；B；投诉登记表", PARTIAL, "2"),  # another unit is another answer until it is declared
    (CLOZE, "24小时", PARTIAL, "2"),
    (CLOZE, "；；投诉登记表", PARTIAL, "1"),
    (CLOZE, "(3) 投诉登记表 (1) 24小时", PARTIAL, "3"),
    (CLOZE, "48小时；A；登记簿", WRONG, "0"),
    (CLOZE, "投诉登记表；B；24小时", PARTIAL, "1"),  # right words in the wrong gaps
    (CLOZE, "24小时；B；投诉登记表；24小时", WRONG, "0"),  # over-answered: nobody can tell which
    (CLOZE, "", BLANK, "0"),
    (CLOZE, "；；", BLANK, "0"),
    (ONE_GAP, "请稍等，马上好。", RIGHT, "1"),  # a comma divides nothing where there is one gap
    (ONE_GAP, "请稍等", WRONG, "0"),
]


@pytest.mark.parametrize(("item", "typed", "outcome", "points"), CASES)
def test_items_scored_by_their_key(item, typed, outcome, points):
    result = score(item, 1, response({1: normalise(item, typed).answer}), PLAIN)
    assert (result.outcome, result.points) == (outcome, Decimal(points))


@pytest.mark.parametrize(
    ("item", "typed", "outcome", "points"),
    [
        (CLOZE, "24小时；B；投诉登记表", RIGHT, "4"),
        (CLOZE, "24小时；B", WRONG, "0"),
        (CLOZE, "", BLANK, "0"),
        (MATCHING, "CAD", RIGHT, "3"),
        (MATCHING, "CAB", WRONG, "0"),
        (MATCHING, "---", BLANK, "0"),
    ],
)
def test_parts_all_or_nothing(item, typed, outcome, points):
    policy = ScoringPolicy(cloze=PartsRule.ALL_OR_NOTHING, matching=PartsRule.ALL_OR_NOTHING)
    result = score(item, 1, response({1: normalise(item, typed).answer}), policy)
    assert (result.outcome, result.points) == (outcome, Decimal(points))


@pytest.mark.parametrize(
    ("given", "pairs", "run"),
    [
        # The key is A B C D E: four neighbours.
        ("ABCDE", "1", "1"),
        ("BACDE", "0.5", "0.6"),  # CD and DE of four; the run CDE of five
        ("BCDEA", "0.75", "0.8"),  # one step in the wrong place costs one neighbour, not the whole order
        ("ABDCE", "0.25", "0.4"),  # AB
        ("DEABC", "0.75", "0.6"),  # DE, AB, BC; the run ABC
        ("EDCBA", "0", "0"),
        ("ABC", "0.5", "0.6"),  # two steps left out
        ("A", "0", "0"),
        ("ABCDEA", "0", "0"),  # over-answered
    ],
)
def test_orders_that_are_partly_right(given, pairs, run):
    key = tuple("ABCDE")
    assert ordering_share(OrderingRule.ADJACENT_PAIRS, key, tuple(given)) == Decimal(pairs)
    assert ordering_share(OrderingRule.LONGEST_RUN, key, tuple(given)) == Decimal(run)
    assert ordering_share(OrderingRule.EXACT, key, tuple(given)) == (given == "ABCDE")


def test_parts_are_rounded_like_everything_else():
    # One pair of three of 2 points: 0.666… is 0.67, and 0.5 in steps of half a point.
    item = MATCHING.model_copy(update={"points": Decimal(2)})
    assert score(item, 1, response({1: "C--"}), PLAIN).points == Decimal("0.67")
    assert score(item, 1, response({1: "C--"}), ScoringPolicy(point_step=Decimal("0.5"))).points == Decimal("0.5")


@pytest.mark.parametrize(
    ("answers", "given", "blank", "outcome", "points"),
    [
        ({1: "写了"}, {1: Decimal(6)}, (), RIGHT, "6"),
        ({}, {1: Decimal(6)}, (), RIGHT, "6"),  # points alone are enough
        ({1: "写了"}, {1: Decimal("2.5")}, (), PARTIAL, "2.5"),
        ({1: "写了"}, {1: Decimal(0)}, (), WRONG, "0"),
        ({1: "写了"}, {}, (), UNMARKED, "0"),
        ({}, {}, (), UNMARKED, "0"),  # nobody has looked: not blank, not wrong
        ({}, {}, (1,), BLANK, "0"),
    ],
)
def test_written_answers_scored_by_given_points(answers, given, blank, outcome, points):
    result = score(SHORT, 1, response(answers, given_points=given, declared_blank=frozenset(blank)), PLAIN)
    assert (result.outcome, result.points) == (outcome, Decimal(points))


# Points out of 4 by rule and answer; k = 3 right options A C D, w = 2 wrong ones B E.
BY_RULE = {
    #                            ACD   AC      A       ACB     ACDB      B     BE   ABCDE
    MultipleRule.ALL_OR_NOTHING: "4    0       0       0       0         0     0    0",
    # (h + 2 - f) / 5: 5/5, 4/5, 3/5, 3/5, 4/5, 1/5, 0/5, 3/5
    MultipleRule.PER_OPTION:     "4    3.2     2.4     2.4     3.2       0.8   0    2.4",
    MultipleRule.MISSED_FIXED:   "4    2       2       0       0         0     0    0",
    # h/3 without a false tick: 1, 2/3, 1/3
    MultipleRule.MISSED_SHARE:   "4    2.67    1.33    0       0         0     0    0",
    # h/3 - f/2: 2/3 - 1/2 = 1/6, 1 - 1/2, and 1 - 2/2 for everything ticked
    MultipleRule.EXAMS_FALSE:    "4    2.67    1.33    0.67    2         0     0    0",
    MultipleRule.EXAMS_FALSE2:   "4    2.67    1.33    0.67    2         0     0    0",
    # h/3 - f/3: 1/3, 2/3, and 1 - 2/3
    MultipleRule.EXAMS_TRUE:     "4    2.67    1.33    1.33    2.67      0     0    1.33",
    MultipleRule.EXAMS_ALL:      "4    2.67    1.33    0       0         0     0    0",
    MultipleRule.EXAMS_NONE:     "4    2.67    1.33    2.67    4         0     0    4",
}  # fmt: skip
ANSWERS = ("ACD", "AC", "A", "ABC", "ABCD", "B", "BE", "ABCDE")


@pytest.mark.parametrize("rule", MultipleRule)
def test_multiple_choice_rules(rule):
    policy = ScoringPolicy(multiple=rule)
    earned = [score(MULTIPLE, 1, response({1: answer}), policy).points for answer in ANSWERS]
    assert earned == [Decimal(points) for points in BY_RULE[rule].split()]
    assert score(MULTIPLE, 1, response(), policy).outcome is BLANK


@pytest.mark.parametrize("rule", MultipleRule)
def test_partial_answers_are_called_partial(rule):
    policy = ScoringPolicy(multiple=rule)
    for answer, points in zip(ANSWERS, BY_RULE[rule].split(), strict=True):
        expected = RIGHT if points == "4" else PARTIAL if points != "0" else WRONG
        assert score(MULTIPLE, 1, response({1: answer}), policy).outcome is expected, answer


def test_one_wrong_option_tells_false_from_false2():
    # Key ABC of four options: w = 1. "false" takes 1/1 for the wrong tick, "false2" 1/2.
    args = {"key": "ABC", "ticked": "ABCD", "options": 4, "missed_share": Decimal(0)}
    assert multiple_choice_share(MultipleRule.EXAMS_FALSE, **args) == 0
    assert multiple_choice_share(MultipleRule.EXAMS_FALSE2, **args) == Decimal("0.5")


def test_an_item_whose_options_are_all_right():
    for rule in MultipleRule:
        assert multiple_choice_share(rule, "AB", "AB", 2, missed_share=Decimal("0.5")) == 1


def test_marks_are_rounded_half_up_to_the_step():
    item = drawn("m", MULTIPLE.type, "1", "ABCD", "t", "a/b", options=5)
    third = ScoringPolicy(multiple=MultipleRule.MISSED_SHARE, point_step=Decimal("0.5"))
    assert score(item, 1, response({1: "A"}), third).points == Decimal("0.5")  # 0.25 is half a step: up
    assert score(item, 1, response({1: "ABCD"}), third).points == 1


def test_a_right_answer_earns_the_whole_maximum_whatever_the_step():
    item = drawn("s", SINGLE.type, "1.25", "A", "t", "a/b", options=2)
    assert score(item, 1, response({1: "A"}), ScoringPolicy(point_step=Decimal("0.5"))).points == Decimal("1.25")


# ORDERING: key C A B, 3 points. Exact; neighbours of two; the longest run of three.
ORDERS = [
    ("CAB", RIGHT, "3", RIGHT, "3", RIGHT, "3"),
    ("CA", WRONG, "0", PARTIAL, "1.5", PARTIAL, "2"),
    ("BCA", WRONG, "0", PARTIAL, "1.5", PARTIAL, "2"),
    ("BAC", WRONG, "0", WRONG, "0", WRONG, "0"),
    ("CABC", WRONG, "0", WRONG, "0", WRONG, "0"),  # over-answered
    ("", BLANK, "0", BLANK, "0", BLANK, "0"),
]


@pytest.mark.parametrize("row", ORDERS, ids=[row[0] or "blank" for row in ORDERS])
def test_ordering_under_each_rule(row):
    answer, *expected = row
    for rule, outcome, points in zip(OrderingRule, expected[::2], expected[1::2], strict=True):
        result = score(ORDERING, 1, response({1: answer}), ScoringPolicy(ordering=rule))
        assert (result.outcome, result.points) == (outcome, Decimal(points)), rule


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("24小时", True),
        ("23.5小时", True),
        ("24.5 hours", True),
        ("23小时", False),
        ("24", False),
        ("1天", True),
        ("1.2天", True),
        ("24分钟", False),
    ],
)
def test_tolerance_of_a_gap_is_in_the_unit_of_its_answer(given, right):
    # 1天 is declared the same, and half a unit either way is accepted: half an hour of 24小时, half a day of 1天.
    gap = DrawnGap(answer=Text(zh="24小时", en="24 hours"), equivalent=(Text(zh="1天"),), tolerance=Decimal("0.5"))
    item = ONE_GAP.model_copy(update={"gaps": (gap,)})
    assert (score(item, 1, response({1: given}), PLAIN).outcome is RIGHT) == right
