"""Facility, intervals, themes and provisions, worked by hand."""

from decimal import Decimal

import pytest

from guizhang.grading.analysis.analyse import analyse
from guizhang.grading.analysis.psychometrics import facility, wilson
from guizhang.grading.grade import grade_responses
from guizhang.grading.sentences import headline, percent
from guizhang.model.response import Outcome
from guizhang.model.scoring import ScoringPolicy
from tests.grading.examples import NAMES, record, response


def graded(*responses):
    return grade_responses(record(), responses, ScoringPolicy())


# Four people on two forms. Question 1 of A is question 2 of B.
CLASS = graded(
    response({1: "B", 2: "A", 3: "ACD", 4: "F"}, candidate="1", given_points={7: Decimal(6)}),
    response({1: "B", 2: "B", 3: "AC", 4: "T"}, candidate="2", given_points={7: Decimal(3)}),
    response({1: "A", 2: "D", 3: "ACD"}, candidate="3", form="B"),
    response({1: "A", 2: "A"}, candidate="4", form="B", declared_blank=frozenset({7})),
)
ANALYSIS = analyse(record(), CLASS)
BY_ID = {item.item_id: item for item in ANALYSIS.items}


def test_facility_by_hand():
    # single: B right, B right, D right, A wrong; 2 points each: 6/8.
    assert BY_ID["single"].facility == Decimal("0.75")
    assert BY_ID["single"].numbers == {"A": 1, "B": 2}
    # truth: right, wrong, blank, blank: 1/4 with two blanks apart.
    assert (BY_ID["truth"].facility, BY_ID["truth"].n) == (Decimal("0.25"), 4)
    assert BY_ID["truth"].outcomes == {
        Outcome.RIGHT: 1, Outcome.PARTIAL: 0, Outcome.WRONG: 1, Outcome.BLANK: 2, Outcome.UNMARKED: 0
    }  # fmt: skip
    # why: 6 and 3 of 6, one unmarked and left out, one blank with 0: 9/18.
    assert (BY_ID["why"].facility, BY_ID["why"].n, BY_ID["why"].outcomes[Outcome.UNMARKED]) == (Decimal("0.5"), 3, 1)


def test_an_item_nobody_was_marked_on_has_no_facility():
    only = analyse(record(), graded(response({1: "B"})))
    assert {i.item_id: i for i in only.items}["why"].facility is None
    with pytest.raises(ValueError, match="nobody"):
        facility([], [])


def test_provisions_by_hand():
    by_address = {p.address: p for p in ANALYSIS.provisions}
    # closing: multiple (4) and steps (3), 7 points a person: 4, 0, 4, 0 of 7; two people have less than half.
    closing = by_address["complaints/closing"]
    assert (closing.n, closing.missed, closing.facility) == (4, 2, Decimal(8) / 28)
    assert closing.items == ("multiple", "steps")
    # Blanks: steps 4 times, multiple once.
    assert closing.blank == 5
    # rings: other (2) and why (6): 8/8, 3/8, 2/2 (why unmarked), 2/8.
    rings = by_address["telephone/rings"]
    assert (rings.n, rings.missed, rings.facility) == (4, 2, Decimal(15) / 26)
    # late: 1, 0, blank, blank.
    assert by_address["attendance/late"].missed == 3
    # first-reply: single (2), hours (2) and steps (3): 2, 2, 2 and 0 of 7; all four have less than half.
    first = by_address["complaints/first-reply"]
    assert (first.missed, first.facility) == (4, Decimal(6) / 28)
    assert [p.address for p in ANALYSIS.provisions] == [
        "complaints/first-reply", "attendance/late", "complaints/closing", "telephone/rings"
    ]  # fmt: skip


def test_exactly_half_is_not_missed():
    half = analyse(record(), graded(response(given_points={7: Decimal(2)}, answers={2: "A"})))
    assert {p.address: p.missed for p in half.provisions}["telephone/rings"] == 0  # 4 of 8


def test_themes_by_hand():
    # complaints: 2+4, 2+0, 2+4, 0 of 11 each; attendance 1/4; telephone 8+3+2+2 of 8+8+2+8.
    assert {t.theme: t.facility for t in ANALYSIS.themes} == {
        "complaints": Decimal(14) / 44, "attendance": Decimal("0.25"), "telephone": Decimal(15) / 26
    }  # fmt: skip


@pytest.mark.parametrize(
    ("share", "n", "low", "high"),
    [
        # Newcombe (1998), Statistics in Medicine 17, table I, method 3 (score): 81/263, 15/148, 0/20, 1/29.
        (81 / 263, 263, 0.2553, 0.3662),
        (15 / 148, 148, 0.0624, 0.1605),
        (0.0, 20, 0.0, 0.1611),
        (1 / 29, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_interval_against_published_values(share, n, low, high):
    assert [round(end, 4) for end in wilson(share, n)] == [low, high]


def sentences(count, absent=0, **answers):
    results = graded(*(response({1: "B", 2: "A"} | answers, candidate=str(n)) for n in range(count)))
    text = headline(results, absent, analyse(record(), results), NAMES)
    return text.zh, text.en


def test_the_first_sentence():
    zh, en = sentences(6)
    # Everybody misses late and closing; first-reply has 2 of 7 points, rings 2 of 2 marked.
    assert zh == "6 人中 0 人合格，6 人待定（还有未评的部分）；多数人没掌握的三条规定：迟到、结案、首次回复。"
    assert en == (
        "0 of 6 passed, 6 still open (parts are unmarked); three rules most people miss: "
        "Lateness, Closing a case, First reply."
    )


def test_half_the_people_are_not_most():
    known = {1: "B", 2: "A", 3: "ACD", 4: "F", 5: "24", 6: "CAB"}
    people = [known] * 3 + [known | {4: "T"}] * 3
    results = graded(*(response(answers, candidate=str(n)) for n, answers in enumerate(people)))
    assert headline(results, 0, analyse(record(), results), NAMES).en.endswith(
        "; there is no rule that most people miss."
    )
    more = graded(*(response(answers, candidate=str(n)) for n, answers in enumerate([*people, known | {4: ""}])))
    assert headline(more, 0, analyse(record(), more), NAMES).zh.endswith("；多数人没掌握的规定：迟到。")
    assert headline(more, 0, analyse(record(), more), NAMES).en.endswith("; the rule most people miss: Lateness.")


def test_a_handful_of_people_show_no_trend():
    assert sentences(4, 1) == (
        "4 人中 0 人合格，4 人待定（还有未评的部分），另有 1 人缺考。",
        "0 of 4 passed, 4 still open (parts are unmarked), 1 more was absent.",
    )


def test_nothing_to_grade():
    assert headline((), 2, analyse(record(), ()), NAMES).en == "There is no paper to grade, 2 more were absent."


@pytest.mark.parametrize(
    ("share", "shown"), [("0.665", "67%"), ("0.664", "66%"), ("0", "0%"), ("1", "100%"), (None, "–")]
)
def test_percent(share, shown):
    assert percent(Decimal(share) if share else None) == shown
