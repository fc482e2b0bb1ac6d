"""Forty people on two forms, with a wrong key planted: what the figures say, what is withheld, what is advised."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guizhang.grading.analysis.advice import Flag, advise
from guizhang.grading.analysis.analyse import analyse
from guizhang.grading.analysis.figures import MINIMUM, Figure, Measure, Withheld
from guizhang.grading.analysis.form_analysis import near_cut
from guizhang.grading.grade import grade_responses
from guizhang.model.form import DrawnForm, DrawnSection
from guizhang.model.item import ItemType
from guizhang.model.response import Response
from guizhang.model.scoring import ScoringPolicy
from tests.grading import simulated
from tests.grading.examples import chance, drawn, record, text

HARD = [0.95, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35]
TRUTH = "BADCBADCBADC"
PLANTED = 3
"""Item 3: its key is C; the exam says D."""


def _form(name, places, wrong_key):
    """Return a form with the options of every item turned by *places*."""
    items = []
    for number, right in enumerate(TRUTH):
        key = "D" if wrong_key and number == PLANTED else right
        order = "ABCD"[places:] + "ABCD"[:places]
        items.append(
            drawn(f"i{number}", ItemType.SINGLE_CHOICE, "1", "ABCD"[order.index(key)], "t", f"r/{number}", options=4, order=(order,))
        )  # fmt: skip
    section = DrawnSection(title=text("单选"), type=ItemType.SINGLE_CHOICE, points=Decimal(1), items=tuple(items))
    return DrawnForm(id=name, sections=(section,))


def exam(*, wrong_key):
    return record(
        forms=(_form("A", 0, wrong_key), _form("B", 1, wrong_key)), practical_points=Decimal(0), cut_score="60%"
    )


def people(count):
    """Yield what people answer; they know the rules, not the planted key."""
    for n in range(count):
        ability = chance("ability", n) - 0.5
        places = n % 2
        order = "ABCD"[places:] + "ABCD"[:places]
        answers = {}
        for number, right in enumerate(TRUTH):
            knows = chance("luck", n, number) < min(0.97, max(0.03, HARD[number] + 1.2 * ability))
            others = [letter for letter in "ABCD" if letter != right]
            given = right if knows else others[int(chance("pick", n, number) * 3)]
            answers[number + 1] = "ABCD"[order.index(given)]
        yield Response(candidate=str(n), form="AB"[places], answers=answers)


def analysed(count, *, wrong_key):
    drawn_exam = exam(wrong_key=wrong_key)
    results = grade_responses(drawn_exam, people(count), ScoringPolicy())
    return analyse(drawn_exam, results), results


def test_a_wrong_key_is_found_among_forty_people_on_two_forms():
    analysis, _ = analysed(40, wrong_key=True)
    suspects = [(item.item_id, advice.label) for item in analysis.items for advice in item.advice if advice.flag is Flag.WRONG_KEY]  # fmt: skip
    assert suspects == [(f"i{PLANTED}", "C")]
    planted = analysis.items[PLANTED]
    assert planted.item_rest.value < 0
    assert planted.numbers == {"A": PLANTED + 1, "B": PLANTED + 1}
    assert planted.advice[0].text.en.startswith("the key may be C: strong candidates choose it")
    assert planted.advice[0].text.zh.startswith("答案可能是 C：强的人选它")
    # Nearly everybody is wrong by a wrong key: that says nothing about the question until the key is settled.
    assert planted.facility < Decimal("0.2")
    assert Flag.TOO_HARD not in {advice.flag for advice in planted.advice}


def test_the_same_class_with_the_right_key_raises_no_suspicion():
    analysis, _ = analysed(40, wrong_key=False)
    assert not [a for item in analysis.items for a in item.advice if a.flag in (Flag.WRONG_KEY, Flag.NEGATIVE)]
    assert all(item.item_rest.value > 0 for item in analysis.items)


def test_options_are_counted_under_the_letters_of_the_first_form():
    analysis, results = analysed(40, wrong_key=False)
    turn = str.maketrans("ABCD", "BCDA")  # form B shows the item's B as its A
    own = [
        r.items[0].answer if r.form == "A" else r.items[0].answer.translate(turn) for r in results
    ]  # fmt: skip
    choices = analysis.items[0].choices
    assert [(c.label, c.n, c.key) for c in choices] == [(x, own.count(x), x == TRUTH[0]) for x in "ABCD"]
    assert sum(c.share for c in choices) == pytest.approx(1)


def test_figures_are_withheld_below_their_minimum():
    assert MINIMUM[Measure.ITEM_REST] == 30
    few, _ = analysed(29, wrong_key=True)
    enough, _ = analysed(30, wrong_key=True)
    assert (few.items[0].item_rest.value, few.items[0].item_rest.withheld) == (None, Withheld.FEW)
    assert few.items[0].item_rest.reason.zh == "人数 29，至少要 30"
    assert few.items[0].discrimination.value is None
    assert enough.items[0].item_rest.value is not None
    assert enough.items[0].discrimination.value is not None
    handful, _ = analysed(19, wrong_key=True)
    assert all(item.choices == () and item.advice == () for item in handful.items)
    assert handful.items[0].facility is not None  # it describes what happened, and its interval says how little that is


def test_alpha_is_given_for_a_form_sat_by_enough_and_for_forms_with_the_same_items():
    analysis, _ = analysed(40, wrong_key=False)
    assert [(f.forms, f.n, f.alpha.value is None) for f in analysis.forms] == [
        (("A",), 20, True), (("B",), 20, True), (("A", "B"), 40, False)
    ]  # fmt: skip
    pooled = analysis.forms[-1]
    assert 0 < pooled.alpha.value < 1
    assert pooled.error.value == pytest.approx(pooled.deviation * (1 - pooled.alpha.value) ** 0.5)
    assert 0.5 < pooled.consistency.value < 1


def test_papers_that_are_not_marked_completely_are_left_out_of_alpha():
    drawn_exam = exam(wrong_key=False).model_copy(update={"practical_points": Decimal(5)})
    answers = [r.model_copy(update={"practical": Decimal(3) if n < 35 else None}) for n, r in enumerate(people(40))]
    analysis = analyse(drawn_exam, grade_responses(drawn_exam, answers, ScoringPolicy()))
    assert analysis.forms[-1].n == 35
    # The same practical part for everybody changes no variance: only k grows from 12 to 13.
    plain = exam(wrong_key=False)
    alone = analyse(plain, grade_responses(plain, answers[:35], ScoringPolicy())).forms[-1].alpha.value
    assert analysis.forms[-1].alpha.value == pytest.approx(alone * (13 / 12) / (12 / 11), abs=1e-9)


def test_no_alpha_for_papers_of_one_person_each():
    base = exam(wrong_key=False)
    forms = tuple(base.forms[n % 2].model_copy(update={"id": str(n)}) for n in range(40))
    # Papers with other items each: one person is no test of a test.
    forms = tuple(
        form.model_copy(update={"sections": (form.sections[0].model_copy(update={"items": tuple(item for k, item in enumerate(form.items) if k != n % 12)}),)})
        for n, form in enumerate(forms)
    )  # fmt: skip
    alone = base.model_copy(update={"forms": forms, "individual": True})
    answers = [Response(candidate=str(n), form=str(n), answers=dict.fromkeys(range(1, 12), "A")) for n in range(40)]
    analysis = analyse(alone, grade_responses(alone, answers, ScoringPolicy()))
    assert all(statistics.alpha.value is None for statistics in analysis.forms)
    assert all(len(statistics.forms) > 1 for statistics in analysis.forms)
    assert analysis.comparisons == ()


def test_forms_are_compared_by_everybody_marked():
    analysis, results = analysed(40, wrong_key=False)
    first, second = analysis.comparisons
    means = {name: sum(float(r.total_points) for r in results if r.form == name) / 20 for name in "AB"}
    assert (first.mean, first.mean_of_others) == pytest.approx((means["A"], means["B"]))
    assert first.difference.value == pytest.approx(-second.difference.value)
    low, high = first.difference.interval
    assert low < 0 < high  # the same items: chance decided who sat which
    few, _ = analysed(28, wrong_key=False)
    assert few.comparisons[0].difference.value is None


def test_people_near_the_cut_are_named():
    analysis, results = analysed(40, wrong_key=False)
    error = analysis.forms[-1].error.value
    expected = [r.candidate for r in results if abs(float(r.total_points) - 7.2) <= error]
    assert 0 < len(expected) < 40
    assert list(analysis.near_cut) == expected
    assert near_cut((), results) == ()


def test_a_hard_item_and_one_nobody_misses():
    # Everybody knows question 1, nobody question 2; question 3 is left blank by all.
    drawn_exam = exam(wrong_key=False)
    answers = [Response(candidate=str(n), form="A", answers={1: "B", 2: "BCD"[n % 3]}) for n in range(30)]
    items = analyse(drawn_exam, grade_responses(drawn_exam, answers, ScoringPolicy())).items
    flags = [{advice.flag for advice in item.advice} for item in items[:3]]
    assert flags[0] == {Flag.TOO_EASY, Flag.UNUSED}
    assert flags[1] == {Flag.STRONG_DISTRACTOR, Flag.TOO_HARD}
    assert flags[2] == {Flag.TOO_HARD, Flag.UNUSED, Flag.BLANKS}
    assert items[0].item_rest.withheld is Withheld.SAME


@pytest.mark.parametrize(
    ("r", "n", "suspected"),
    [
        (-0.02, 67, False),
        (-0.12, 67, False),
        (-0.13, 67, True),
        (-0.13, 40, False),
        (-0.2, 40, True),
        (-1.0, 40, True),
        (1.0, 40, False),
    ],
)
def test_a_correlation_below_zero_by_chance_accuses_nobody(r, n, suspected):
    one = Figure(Measure.ITEM_REST, r, n)
    item = record().forms[0].items[0]
    flags = {advice.flag for advice in advise(item, n, Decimal("0.5"), 0, one, ())}
    assert (Flag.NEGATIVE in flags) is suspected


def test_every_advice_speaks_both_languages():
    analysis, _ = analysed(40, wrong_key=True)
    told = [advice.text for item in analysis.items for advice in item.advice]
    assert told
    assert all(text.zh and text.en for text in told)


def test_the_simulated_class_of_forty_has_no_wrong_key(tmp_path):
    report = simulated.run(tmp_path, wrong_key=False)
    assert not [a for item in report.analysis.items for a in item.advice if a.flag is Flag.WRONG_KEY]
