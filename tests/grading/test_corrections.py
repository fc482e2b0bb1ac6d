"""Corrections: what each is worth, worked by hand; what it does to a class; and what it never does, as properties."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from guizhang.grading.analysis.analyse import analyse
from guizhang.grading.correcting.corrections import correct
from guizhang.grading.correcting.differences import differences
from guizhang.grading.grade import grade_responses
from guizhang.grading.kept import standings
from guizhang.grading.score import score
from guizhang.model.correction import Correction, Corrections, CutRule
from guizhang.model.form import DrawnForm, DrawnSection
from guizhang.model.item import ItemType
from guizhang.model.response import Outcome, Response
from guizhang.model.scoring import Floor, MultipleRule, Negative, ScoringPolicy
from guizhang.yamlio.load import loads
from tests.grading.correcting import AT, corrected, correction
from tests.grading.examples import (
    CLOZE,
    MATCHING,
    MULTIPLE,
    NUMERIC,
    ORDERING,
    SHORT,
    SINGLE,
    TRUE_FALSE,
    drawn,
    record,
    response,
    text,
)


def faults(exam, *made):
    counted, found = correct(exam, ScoringPolicy(), Corrections(corrections=made), Path("corrections.yaml"))
    assert counted is None
    return [fault.code for fault in found]


def one(item, **changes):
    """An exam of one form with one question."""
    section = DrawnSection(title=text("题", "Q"), type=item.type, points=item.points, items=(item,))
    return record(
        forms=(DrawnForm(id="A", sections=(section,)),), practical_points=Decimal(0), cut_score="50%", **changes
    )


def points(item, answer, *made, given=None, policy=None):
    counted = corrected(one(item), *made, policy=policy)
    (now,) = counted.record.forms[0].items
    sheet = response({1: answer}, given_points={1: Decimal(given)} if given is not None else {})
    result = score(now, 1, sheet, counted.policy)
    return result.outcome, result.points


R, P, W, B = Outcome.RIGHT, Outcome.PARTIAL, Outcome.WRONG, Outcome.BLANK


@pytest.mark.parametrize(
    ("item", "keys", "answers"),
    [  # answer -> what it earns by the drawn key, with the other keys beside it, and with them alone
        (SINGLE, ("C",), {"B": (2, 2, 0), "C": (0, 2, 2), "D": (0, 0, 0), "": (0, 0, 0)}),
        (SINGLE, ("C", "D"), {"B": (2, 2, 0), "C": (0, 2, 2), "D": (0, 2, 2), "A": (0, 0, 0)}),
        (TRUE_FALSE, ("T",), {"F": (1, 1, 0), "T": (0, 1, 1)}),
        (MULTIPLE, ("AC",), {"ACD": (4, 4, 0), "AC": (0, 4, 4), "A": (0, 0, 0)}),
        (NUMERIC, ("48",), {"24": (2, 2, 0), "48.5": (0, 2, 2), "36": (0, 0, 0)}),
        (ORDERING, ("ABC",), {"CAB": (3, 3, 0), "ABC": (0, 3, 3), "BCA": (0, 0, 0)}),
        (MATCHING, ("CAB",), {"CAD": (3, 3, 2), "CAB": (2, 3, 3), "DAC": (1, 1, 1)}),
        (
            CLOZE,
            ("48小时||",),
            {"24小时|B|投诉登记表": (4, 4, 2), "48小时|B|投诉登记表": (2, 4, 4), "一天|A|": (2, 2, 0)},
        ),
        (CLOZE, ("|C|",), {"24小时|B|投诉登记表": (4, 4, 3), "24小时|C|投诉登记表": (3, 4, 4)}),
    ],
    ids=["single", "two-more", "truth", "multiple", "numeric", "ordering", "matching", "gap", "choice-gap"],
)
def test_accept_and_rekey_by_hand(item, keys, answers):
    accept = correction("accept", item=item.item_id, keys=keys)
    rekey = correction("rekey", item=item.item_id, keys=keys)
    for answer, expected in answers.items():
        earned = tuple(points(item, answer, *made)[1] for made in ((), (accept,), (rekey,)))
        assert earned == expected, answer


def test_accepted_keys_give_partial_credit_as_the_rule_does():
    policy = ScoringPolicy(multiple=MultipleRule.MISSED_SHARE)
    accept = correction("accept", item="multiple", keys=("BE",))
    assert points(MULTIPLE, "B", policy=policy) == (W, 0)
    assert points(MULTIPLE, "B", accept, policy=policy) == (P, 2)
    assert points(MULTIPLE, "AC", accept, policy=policy)[1] == Decimal("2.67")


@pytest.mark.parametrize(
    ("item", "answer", "given", "drop", "credit", "double"),
    [
        (SINGLE, "B", None, (R, 0), (R, 2), (R, 4)),
        (SINGLE, "A", None, (W, 0), (R, 2), (W, 0)),
        (SINGLE, "", None, (B, 0), (R, 2), (B, 0)),
        (SHORT, "", None, (B, 0), (R, 6), (Outcome.UNMARKED, 0)),  # nobody need mark what does not count
        (SHORT, "", "3", (P, 0), (R, 6), (P, 6)),
        (SHORT, "", "6", (R, 0), (R, 6), (R, 12)),
    ],
)
def test_drop_credit_and_points_by_hand(item, answer, given, drop, credit, double):
    name = item.item_id
    credited = points(item, answer, correction("credit_all", item=name), given=given)
    assert credited == credit
    assert points(item, answer, correction("points", item=name, points=item.points * 2), given=given) == double
    exam = record()  # dropping the only question would leave nothing
    counted = corrected(exam, correction("drop", item=name))
    number, now = next((n, i) for n, i in enumerate(counted.record.forms[0].items, start=1) if i.item_id == name)
    sheet = response({number: answer}, given_points={number: Decimal(given)} if given is not None else {})
    result = score(now, number, sheet, counted.policy)
    assert (result.outcome, result.points, result.max_points) == (*drop, 0)


def test_a_dropped_question_costs_nothing_under_negative_marking():
    policy = ScoringPolicy(negative=Negative(share=Decimal("0.5"), floor=Floor.NONE))
    counted = corrected(record(), correction("drop", item="single"), policy=policy)
    result = score(counted.record.forms[0].items[0], 1, response({1: "A"}), policy)
    assert f"{result.points}" == "0"


@pytest.mark.parametrize(
    ("cut", "expected"),
    # 25 points with a cut of 60 % = 15; without the 2 points of one question 23 are left.
    # Section 1 asks for 50 % of 4 points; of 2 points it asks for 1, or for 2 still.
    [("share", ("13.8", "1")), ("points", ("15", "2"))],
)
def test_the_cut_keeps_its_share_or_its_points(cut, expected):
    (form, other) = corrected(record(), correction("drop", item="single", cut=cut)).record.forms
    assert form.cut_points == other.cut_points == Decimal(expected[0])
    assert Decimal(form.sections[0].minimum) == Decimal(expected[1])


@pytest.mark.parametrize(("form", "other"), [("A", "B"), ("B", "A")])
def test_what_changes_one_form_leaves_the_cut_of_the_others(form, other):
    # 60 % of 25 points, 15; of the 23 that are left on one form, 13.8.
    exam = corrected(record(), correction("drop", item="single", form=form)).record
    cuts = {drawn.id: exam.cut_points(drawn) for drawn in exam.forms}
    assert cuts == {form: Decimal("13.8"), other: Decimal(15)}


def test_a_cut_without_end_is_cut_off_in_favour_of_the_candidates():
    # 10 of 25 points, and 2 go: 10 x 23 / 25 = 9.2; of 30 points, 10 x 28 / 30 = 9.33…
    assert corrected(record(cut_score="10"), correction("drop", item="single")).record.forms[0].cut_points == Decimal(
        "9.2"
    )
    exam = record(cut_score="10", practical_points=Decimal(10))
    assert corrected(exam, correction("drop", item="single")).record.forms[0].cut_points == Decimal("9.3333")


def test_letters_are_those_of_the_first_form_and_follow_the_options():
    a = drawn("x", ItemType.SINGLE_CHOICE, "2", "A", "complaints", "complaints/closing", options=4, order=("ABCD",))
    b = a.arranged(("CABD",))
    section = [
        DrawnSection(title=text("题"), type=ItemType.SINGLE_CHOICE, points=Decimal(2), items=(i,)) for i in (a, b)
    ]
    exam = record(
        forms=tuple(DrawnForm(id=name, sections=(s,)) for name, s in zip("AB", section, strict=True)), cut_score="1"
    )
    assert b.key == ("B",)
    on_both = corrected(exam, correction("rekey", item="x", keys=("C",))).record
    assert [form.items[0].key for form in on_both.forms] == [("C",), ("A",)]  # the third option stands first on B
    on_b = corrected(exam, correction("rekey", item="x", form="B", keys=("D",))).record
    assert [form.items[0].key for form in on_b.forms] == [("A",), ("D",)]


@pytest.mark.parametrize(
    ("made", "codes"),
    [
        ([correction("drop", item="sinlge")], ["COR002"]),
        ([correction("drop", item="single", form="C")], ["COR003"]),
        ([correction("accept", item="single", keys=("E",))], ["COR004"]),
        ([correction("accept", item="single", keys=("AB",))], ["COR004"]),
        ([correction("accept", item="why", keys=("x",))], ["COR004"]),
        ([correction("accept", item="steps", keys=("AB",))], ["COR004"]),
        ([correction("revoke", number=1)], ["COR005"]),
        # 25 points less 6 and 4 are the 15 that it takes; less one more, nobody could pass.
        ([correction("drop", item=name, cut="points") for name in ("why", "multiple", "truth")], ["COR006"]),
        # A correction that is revoked must fit as well: the file is read by people.
        ([correction("drop", item="nothing"), correction("revoke", number=1)], ["COR002"]),
    ],
)
def test_what_does_not_fit_is_named(made, codes):
    assert faults(record(), *made) == codes


@pytest.mark.parametrize(
    "fields",
    [
        {"what": "drop"},
        {"what": "accept", "item": "a"},
        {"what": "drop", "item": "a", "keys": ["B"]},
        {"what": "revoke", "number": 1, "item": "a"},
        {"what": "points", "item": "a", "points": "0"},
        {"what": "drop", "item": "a", "reason": "  "},
        {"what": "drop", "item": "a", "at": "2026-11-22T08:00:00"},
    ],
)
def test_a_correction_is_complete_and_says_why_by_whom_and_when(fields):
    with pytest.raises(ValidationError):
        Correction.model_validate({"reason": "r", "by": "b", "at": AT} | fields)


def test_faults_of_a_file_name_line_and_column():
    source = "corrections:\n  - what: drop\n    keys: [B]\n    reason: r\n    by: b\n    at: 2026-11-22T08:00:00Z\n"
    value, found = loads(source, Corrections, "corrections.yaml")
    assert value is None
    assert [(f.code, str(f.source)) for f in found] == [("COR001", "corrections.yaml:2:5")]


def test_a_revocation_can_be_revoked():
    made = (
        correction("drop", item="single"),
        correction("revoke", number=1),
        correction("revoke", number=2),
    )
    assert [number for number, _ in Corrections(corrections=made[:2]).in_force] == []
    assert [number for number, _ in Corrections(corrections=made).in_force] == [1]


def test_what_is_set_aside_says_nothing_about_rules_and_items():
    exam = record()
    responses = [response({1: "A", 2: "A", 3: "ACD", 4: "F", 5: "24", 6: "CAB"}, candidate=str(n)) for n in range(30)]
    for what in ("drop", "credit_all"):
        counted = corrected(exam, correction(what, item="single"), correction(what, item="why"))
        analysis = analyse(counted.record, grade_responses(counted.record, responses, counted.policy))
        single = next(item for item in analysis.items if item.item_id == "single")
        assert (single.n, single.facility, single.advice) == (0, None, ())
        assert "telephone/rings" in {p.address for p in analysis.provisions}  # OTHER rests on it as well
        reply = next(p for p in analysis.provisions if p.address == "complaints/first-reply")
        assert reply.facility == 1  # hours and steps are right; the wrong answer to `single` no longer counts


# Properties.

_ANSWERS = {
    1: st.sampled_from(["", *"ABCD"]), 2: st.sampled_from(["", *"ABCD"]),
    3: st.text("ABCDE", max_size=5).map(lambda s: "".join(sorted(set(s)))),
    4: st.sampled_from(["", "T", "F"]), 5: st.sampled_from(["", "24", "24.5", "48", "x"]), 6: st.sampled_from(["", "CAB", "ABC", "BCA"]),
}  # fmt: skip
_CLASS = st.lists(
    st.tuples(
        st.sampled_from("AB"), st.fixed_dictionaries(_ANSWERS), st.none() | st.integers(0, 12).map(lambda n: Decimal(n) / 2)
    ),
    min_size=1, max_size=8,
)  # fmt: skip
_POLICIES = st.sampled_from([
    ScoringPolicy(),
    ScoringPolicy(multiple=MultipleRule.EXAMS_FALSE2, point_step=Decimal("0.5")),
    ScoringPolicy(multiple=MultipleRule.PER_OPTION, negative=Negative()),
    ScoringPolicy(negative=Negative(share=Decimal(1), floor=Floor.NONE)),
])  # fmt: skip
_KEYS = {"single": "ABCD", "other": "ABCD", "multiple": ["A", "BE", "ACDE"], "truth": "TF", "hours": ["48", "1"], "steps": ["ABC", "BCA"]}  # fmt: skip
_ACCEPT = st.sampled_from([(item, key) for item, keys in _KEYS.items() for key in keys]).map(
    lambda pair: correction("accept", item=pair[0], keys=(pair[1],))
)
_CREDIT = st.sampled_from([*_KEYS, "why"]).map(lambda item: correction("credit_all", item=item))
_DROP = st.sampled_from([*_KEYS, "why"]).map(lambda item: correction("drop", item=item))
_quick = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def told(sheets, policy, *made):
    responses = [
        Response(
            candidate=str(n), form=form, answers=answers, given_points={} if given is None else {7: given}, practical=Decimal(3)
        )
        for n, (form, answers, given) in enumerate(sheets)
    ]  # fmt: skip
    counted = corrected(record(), *made, policy=policy)
    return standings(grade_responses(counted.record, responses, counted.policy))


@_quick
@given(_CLASS, _POLICIES, st.lists(_ACCEPT | _CREDIT, max_size=4))
def test_nobody_loses_by_accepted_keys_and_credit(sheets, policy, made):
    before, after = told(sheets, policy), told(sheets, policy, *made)
    rank = {False: 0, None: 1, True: 2}
    for old, new in zip(before, after, strict=True):
        assert new.points >= old.points
        assert rank[new.passed] >= rank[old.passed]
        assert (new.cut, new.max_points) == (old.cut, old.max_points)


@_quick
@given(_CLASS, _POLICIES, st.lists(_ACCEPT | _CREDIT | _DROP, max_size=3), _DROP)
def test_dropping_and_revoking_restores(sheets, policy, made, drop):
    revoke = correction("revoke", number=len(made) + 1)
    assert told(sheets, policy, *made, drop, revoke) == told(sheets, policy, *made)


@_quick
@given(_CLASS, _POLICIES, st.lists(_ACCEPT | _CREDIT | _DROP, max_size=3))
def test_differences_add_up(sheets, policy, made):
    before, after = told(sheets, policy), told(sheets, policy, *made)
    found = differences(before, after)
    assert sum(d.points for d in found) == sum(s.points for s in after) - sum(s.points for s in before)
    decided = [d.decided_otherwise for d in found]
    assert decided == sorted(decided, reverse=True)
    assert sum(decided) == sum(o.passed is not n.passed for o, n in zip(before, after, strict=True))


@_quick
@given(_CLASS, _POLICIES, _DROP, st.sampled_from(CutRule))
def test_a_total_stays_in_its_range_after_a_drop(sheets, policy, drop, cut):
    before = told(sheets, policy)
    after = told(sheets, policy, drop.model_copy(update={"cut": cut}))
    for old, new in zip(before, after, strict=True):
        assert new.points <= new.max_points < old.max_points
        if cut is CutRule.SHARE:
            assert new.cut * old.max_points == old.cut * new.max_points
        else:
            assert new.cut == old.cut
