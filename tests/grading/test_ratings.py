"""The practical part: what several ratings come to, how far assessors agree, and criteria that fail by themselves."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guizhang.grading.analysis.analyse import analyse
from guizhang.grading.grade import grade_responses
from guizhang.grading.ratings import resolve, weighted_kappa
from guizhang.grading.reading.responses import read_responses
from guizhang.model.response import Rating, Reason, Resolution
from guizhang.model.rubric import Criterion, Rubric
from guizhang.model.scoring import ScoringPolicy
from tests.grading.examples import PERFECT_A, WIDE_HEADER, record, response, text

GREETING = Criterion(
    id="greeting",
    title=text("问候", "Greeting"),
    max_points=Decimal(5),
    anchors={"0": text("没有"), "3": text("有"), "5": text("好")},
)
PRIVACY = Criterion(id="privacy", title=text("保密", "Privacy"), max_points=Decimal(5), critical=True)
RUBRIC = Rubric(
    id="roleplay", title=text("演练", "Role-play"), task=text("接待", "Receive"), criteria=(GREETING, PRIVACY)
)
EXAM = record(rubric=RUBRIC)
FULL = {1: "B", 2: "A", 3: "ACD", 4: "F", 5: "24", 6: "CAB", 7: "说明"}


def rated(*scores, agreed=None, criterion="greeting"):
    ratings = [Rating(rater=f"r{n}", scores={criterion: Decimal(str(score))}) for n, score in enumerate(scores)]
    if agreed is not None:
        ratings.append(Rating(rater="agreed", agreed=True, scores={criterion: Decimal(agreed)}))
    return ratings


# GREETING has the anchors 0, 3 and 5: from 3 to 5 is one step; PRIVACY has none: a step is a point.
RESOLVED = [
    (GREETING, rated(3), "3", Resolution.SINGLE),
    (GREETING, rated(3, 3), "3", Resolution.SAME),
    (GREETING, rated(3, 5), "4", Resolution.MEAN),
    (GREETING, rated(0, 3), "1.5", Resolution.MEAN),
    (GREETING, rated(0, 5), None, Resolution.OPEN),  # two steps
    (GREETING, rated(4, 5), "4.5", Resolution.MEAN),  # between two anchors
    (GREETING, rated(0, 5, agreed=3), "3", Resolution.AGREED),
    (GREETING, rated(3, 3, agreed=5), "5", Resolution.AGREED),
    (GREETING, rated(0, 5, 4), "4.5", Resolution.THIRD),  # 4 and 5 are closest
    (GREETING, rated(0, 5, 1), "0.5", Resolution.THIRD),
    (GREETING, rated(1, 3, 5), "3", Resolution.THIRD),  # as far from both: the middle one
    (GREETING, rated(3, 3, 3, 3), "3", Resolution.SAME),
    (GREETING, rated(0, 1, 3, 5), None, Resolution.OPEN),
    (GREETING, [], None, Resolution.OPEN),
    (PRIVACY, rated(2, 3, criterion="privacy"), "2.5", Resolution.MEAN),
    (PRIVACY, rated(2, 4, criterion="privacy"), None, Resolution.OPEN),
    (PRIVACY, rated(2, 4), None, Resolution.OPEN),  # ratings of another criterion say nothing
]


@pytest.mark.parametrize(("criterion", "ratings", "points", "how"), RESOLVED)
def test_what_ratings_come_to(criterion, ratings, points, how):
    result = resolve(criterion, ratings)
    assert (result.points, result.resolution) == (Decimal(points) if points else None, how)


def graded(*rows):
    ratings = tuple(
        Rating(rater=name, agreed=name == "agreed", scores={"greeting": Decimal(one), "privacy": Decimal(two)})
        for name, one, two in rows
    )
    answers = response(FULL, given_points={7: Decimal(6)}, ratings=ratings)
    return grade_responses(EXAM, [answers], ScoringPolicy())[0]


def test_points_of_the_practical_part_by_hand():
    # 3 and 4 of 10 points in the rubric, which counts 5 on the form: 3.5.
    result = graded(("r1", "3", "4"))
    assert (result.practical, result.total_points, result.passed) == (Decimal("3.5"), Decimal("23.5"), True)
    waiting = graded(("r1", "0", "4"), ("r2", "5", "4"))
    assert (waiting.practical, waiting.open_points) == (None, 5)
    assert [criterion.points for criterion in waiting.criteria] == [None, 4]
    assert graded(("r1", "0", "4"), ("r2", "5", "4"), ("agreed", "5", "4")).practical == Decimal("4.5")


def test_a_critical_criterion_fails_by_itself():
    # 20 written points and 2.5 for the greeting are far above the 15 it takes.
    result = graded(("r1", "5", "0"))
    assert (result.total_points, result.passed) == (Decimal("22.5"), False)
    (shortfall,) = result.shortfalls
    assert (shortfall.reason, shortfall.criterion) == (Reason.CRITERION, "privacy")
    # Nothing on an ordinary criterion fails nobody.
    assert graded(("r1", "0", "5")).passed is True


def test_a_critical_criterion_that_is_open_decides_nothing_yet():
    assert graded(("r1", "5", "0"), ("r2", "5", "3")).passed is None
    assert graded().passed is None  # not rated at all: 20 of the 15 it takes, and still the role-play may fail
    given = grade_responses(EXAM, [response(FULL, given_points={7: Decimal(6)}, practical=Decimal(1))], ScoringPolicy())
    assert given[0].passed is True  # whoever gave the part as a whole has seen to that


def test_all_reasons_are_named():
    result = grade_responses(
        EXAM,
        [
            response(
                {4: "F"},
                ratings=(Rating(rater="r", scores={"greeting": Decimal(0), "privacy": Decimal(0)}),),
                declared_blank=frozenset({7}),
            )
        ],
        ScoringPolicy(),
    )[0]
    assert [(s.reason, s.section, s.points, s.needed) for s in result.shortfalls] == [
        (Reason.TOTAL, None, 1, 15), (Reason.SECTION, 1, 0, 2), (Reason.CRITERION, None, 0, 0)
    ]  # fmt: skip


def test_weighted_kappa_against_published_values():
    # Agresti (1990), table 2.12, as the R package vcd has it: 91 couples; it prints 0.2374 with equally spaced weights
    # and 0.3320 with those of Fleiss and Cohen.
    table = [(7, 7, 2, 3), (2, 8, 3, 7), (1, 5, 4, 9), (2, 8, 9, 14)]
    pairs = [(Decimal(i), Decimal(j)) for i, row in enumerate(table) for j, n in enumerate(row) for _ in range(n)]
    assert round(weighted_kappa(pairs, "linear"), 4) == 0.2374
    assert round(weighted_kappa(pairs, "quadratic"), 4) == 0.3320


def test_weighted_kappa_of_a_few_pairs_by_hand():
    # (0,0) (1,1) (2,1) (2,2): 1 apart in one of four. By chance, 0 1 2 2 against 0 1 1 2: 14 of 16 linear, 20 squared.
    pairs = [(Decimal(a), Decimal(b)) for a, b in ((0, 0), (1, 1), (2, 1), (2, 2))]
    assert weighted_kappa(pairs, "linear") == pytest.approx(1 - 1 * 4 / 14, abs=1e-9)
    assert weighted_kappa(pairs, "quadratic") == pytest.approx(1 - 1 * 4 / 20, abs=1e-9)
    assert weighted_kappa([(Decimal(3), Decimal(3))], "linear") is None


# Ratings from a file.

SHEET = f"{WIDE_HEADER.removesuffix(',实操 practical')}\n1,,A,{PERFECT_A.removesuffix(',5')}\n2,,A,{PERFECT_A.removesuffix(',5')}\n"  # fmt: skip


def read(tmp_path, ratings, exam=EXAM):
    files = {"answers.csv": SHEET, "ratings.csv": ratings}
    paths = [tmp_path / name for name in files]
    for path in paths:
        path.write_text(files[path.name], encoding="utf-8")
    return read_responses(paths, exam, {path: path.name for path in paths})


@pytest.mark.parametrize(
    "header",
    [
        "candidate,rater,greeting,privacy",
        "考号,评分人,问候,保密",
        "考号 candidate,评分人 rater,问候 Greeting（5）,保密 Privacy（5）★",
        "考号,考官,问候（满分5）,privacy",
    ],
)
def test_ratings_are_read_from_a_table(tmp_path, header):
    intake = read(tmp_path, f"{header}\n1,王,3,5\n1,李,5,5\n2,王,0,0\n,,,\n")
    assert intake.diagnostics == ()
    assert [(r.candidate, [(g.rater, dict(g.scores)) for g in r.ratings]) for r in intake.responses] == [
        ("1", [("王", {"greeting": 3, "privacy": 5}), ("李", {"greeting": 5, "privacy": 5})]),
        ("2", [("王", {"greeting": 0, "privacy": 0})]),
    ]
    assert [(f.rows, f.graded, f.blank) for f in intake.files] == [(2, 2, 0), (3, 3, 1)]


def test_the_agreed_score_has_a_row_of_its_own(tmp_path):
    intake = read(tmp_path, "考号,评分人,问候,保密\n1,王,0,5\n1,李,5,5\n1,议定,3,5\n")
    assert [rating.agreed for rating in intake.responses[0].ratings] == [False, False, True]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("1,王,6,5", "RSP038 2:3"),
        ("1,王,好,5", "RSP037 2:3"),
        ("1,王,3,5\n1,王,4,5", "RSP041 3:2"),
        ("1,王,3,5\n1,王,3,5", "RSP044 3:2"),
        (",王,3,5", "RSP021 2:0"),
        ("1,王,3月4日,5", "RSP030 2:3"),
    ],
)
def test_bad_ratings(tmp_path, row, expected):
    intake = read(tmp_path, f"考号,评分人,问候,保密\n{row}\n")
    assert [f"{d.code} {d.source.line}:{d.source.column}" for d in intake.diagnostics] == [expected]
    assert {d.source.path for d in intake.diagnostics} == {"ratings.csv"}
    assert all(f.rows == f.graded + f.unanswered + f.refused for f in intake.files)


def test_agreement_is_withheld_below_its_minimum():
    def pair(n, two):
        return response(
            FULL,
            candidate=str(n),
            ratings=tuple(
                Rating(rater=r, scores={"greeting": Decimal(p), "privacy": Decimal(5)})
                for r, p in (("a", n % 3), ("b", two))
            ),
        )

    few = analyse(EXAM, grade_responses(EXAM, [pair(n, n % 3) for n in range(4)], ScoringPolicy()))
    assert few.agreements[0].linear.value is None
    assert few.agreements[0].linear.reason.en == "4 people, at least 10 needed"
    many = analyse(EXAM, grade_responses(EXAM, [pair(n, n % 3) for n in range(12)], ScoringPolicy()))
    greeting, privacy, _ = many.agreements
    assert (greeting.n, greeting.same, greeting.linear.value) == (12, 12, 1)
    assert privacy.linear.value is None  # everybody got 5: chance leaves no room
    assert privacy.linear.reason.en == "the same for everybody, so it cannot be computed"


def test_the_agreed_score_is_nobodys_own_rating():
    def person(n):
        scores = (("a", 3), ("b", 5), ("agreed", 5)) if n else (("a", 3), ("agreed", 3))
        ratings = tuple(
            Rating(rater=r, agreed=r == "agreed", scores={"greeting": Decimal(p), "privacy": Decimal(5)})
            for r, p in scores
        )
        return response(FULL, candidate=str(n), ratings=ratings)

    analysis = analyse(EXAM, grade_responses(EXAM, [person(n) for n in range(3)], ScoringPolicy()))
    # The first was rated once, and 3 beside the agreed 3 is no pair; of the other two 3 and 5 differ.
    assert [(a.n, a.same) for a in analysis.agreements[:2]] == [(2, 0), (2, 2)]
