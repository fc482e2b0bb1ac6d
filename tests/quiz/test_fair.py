"""Assembly of forms: quotas hold, enemies stay apart, forms are equally hard, items are asked equally often."""

from __future__ import annotations

import dataclasses
import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.quiz.fair import (
    Choice,
    Infeasible,
    Observed,
    Problem,
    Quota,
    Slot,
    assemble,
    deal,
    expected_facility,
    one_more,
    parallel,
)
from guizhang.quiz.fair.counts import most_forms
from guizhang.quiz.fair.facility import BY_RATING, standard_error
from guizhang.quiz.fair.relax import TOUCHED, nearest
from guizhang.quiz.keyed import keyed_number


def choice(number: int, *, kind="single", theme="a", difficulty=3, facility=None, forced=False) -> Choice:
    known = BY_RATING[difficulty] if facility is None else facility
    values = {"themes": frozenset([theme]), "difficulty": frozenset([str(difficulty)])}
    return Choice(f"i{number:03}", kind, known, values, forced)


def bank(count: int, *, themes="aabbcd") -> list[Choice]:
    """Items whose theme, difficulty and facility look drawn by lot and are the same in every run."""
    found = []
    for n in range(count):
        lot = keyed_number("bank", str(n))
        difficulty = (1, 2, 2, 3, 3, 4, 5)[lot % 7]
        facility = min(0.98, max(0.2, BY_RATING[difficulty] + (lot // 7 % 1000 - 500) / 4000))
        kind = "single" if lot // 7000 % 5 else "true_false"
        theme = themes[lot // 35000 % len(themes)]
        found.append(choice(n, kind=kind, theme=theme, difficulty=difficulty, facility=facility))
    return found


SLOTS = (
    Slot("single", 12, 5, (Quota("themes", "a", 4), Quota("themes", "c", 2), Quota("difficulty", "1", 2))),
    Slot("true_false", 3, 2, (Quota("themes", "b", 1),)),
)


@pytest.fixture(scope="module")
def problem() -> Problem:
    pairs = [(f"i{n:03}", f"i{(n * 7 + 3) % 200:03}") for n in range(0, 200, 3)]
    return Problem.of(SLOTS, bank(200), pairs)


def test_parallel_forms_are_sound_apart_and_equally_hard(problem):
    made = parallel(problem, 5, "seed")
    assert [problem.faults(paper) for paper in made.papers] == [[]] * 5
    asked = Counter(n for paper in made.papers for section in paper for n in section)
    assert set(asked.values()) == {1}, "there are enough items for all forms to be different"
    assert max(made.scores) - min(made.scores) <= 0.0004 * problem.points


def test_where_items_are_few_forms_share_as_little_as_can_be():
    few = Problem.of((Slot("single", 6, 1),), [choice(n, facility=0.5 + n / 100) for n in range(9)])
    made = parallel(few, 3, "seed")
    asked = Counter(n for paper in made.papers for section in paper for n in section)
    assert set(asked.values()) == {2}, "eighteen places, nine items"


@pytest.mark.parametrize("seed", ["a", "b", "c", "d"])
def test_where_most_items_are_about_the_same_rule_a_form_is_found_all_the_same(seed):
    rest = range(11, 60)
    dense = Problem.of(
        (Slot("single", 12, 1),),
        [choice(n) for n in range(60)],
        [(f"i{a:03}", f"i{b:03}") for a, b in itertools.combinations(rest, 2)],
    )
    papers = [*parallel(dense, 1, seed).papers, *deal(dense, [f"c{n}" for n in range(30)], seed).papers]
    assert all(set(range(11)) < set(paper) for (paper,) in papers), "one of the forty-nine, and all of the others"
    asked = Counter(n for (paper,) in papers[1:] for n in paper if n > 10)
    assert len(asked) > 10, "chance decides which"


def test_dealt_papers_are_sound_distinct_and_equally_hard(problem):
    made = deal(problem, [str(n) for n in range(600)], "seed")
    assert not [fault for paper in made.papers for fault in problem.faults(paper)]
    assert len(set(made.papers)) == 600
    assert max(abs(score - made.target) for score in made.scores) <= 0.001 * problem.points


def test_papers_agree_where_ratings_are_all_there_is():
    """Quotas of difficulty leave cells whose items are equally hard: only items of other cells can make up for anything."""
    lots = [keyed_number("rated", str(n)) for n in range(160)]
    items = [
        choice(
            n,
            kind="single" if n < 120 else "true_false",
            theme="abcdefgh"[lot % 8],
            difficulty=1 + lot // 8 % 4 + (n % 9 == 0),
        )
        for n, lot in enumerate(lots)
    ]
    rated = [Quota("difficulty", str(d), least) for d, least in ((1, 1), (2, 5), (3, 4), (4, 1))]
    themes = [Quota("themes", theme, least) for theme, least in zip("abcdefgh", (2, 2, 2, 1, 2, 2, 1, 1), strict=True)]
    slots = (Slot("single", 15, 2, (*rated, *themes)), Slot("true_false", 5, 4, tuple(themes[:1])))
    problem = Problem.of(slots, items, [(f"i{n:03}", f"i{n + 1:03}") for n in range(0, 150, 3)])
    made = deal(problem, [str(n) for n in range(300)], "seed")
    assert [fault for paper in made.papers for fault in problem.faults(paper)] == []
    # By exchanges within cells alone they are three points apart, and a third of them are off by more than a tenth.
    assert max(made.scores) - min(made.scores) <= 0.01 * problem.points + 1e-9
    assert sum(abs(score - made.target) <= 0.002 * problem.points + 1e-9 for score in made.scores) >= 295
    assert len(set(made.papers)) == 300


def test_items_of_a_cell_are_asked_equally_often(problem):
    made = deal(problem, [str(n) for n in range(600)], "seed")
    asked = Counter(n for paper in made.papers for section in paper for n in section)
    for cell in problem.cells:
        uses = [asked[n] for n in cell]
        assert max(uses) <= 1.25 * sum(uses) / len(uses) + 2, uses


def test_the_seed_and_nothing_else_decides(problem):
    names = [str(n) for n in range(40)]
    again = Problem.of(SLOTS, list(reversed(problem.choices)), _pairs(problem))
    assert deal(problem, names, "one") == deal(again, names, "one")
    assert deal(problem, names, "one") != deal(problem, names, "two")
    assert parallel(problem, 2, "one") == parallel(again, 2, "one")
    assert parallel(problem, 2, "one") != parallel(problem, 2, "two")


def test_forced_items_stand_on_every_form():
    choices = [choice(n, forced=n in (3, 8)) for n in range(40)]
    forced = Problem.of((Slot("single", 5, 1),), choices)
    for made in (parallel(forced, 3, "s"), deal(forced, [str(n) for n in range(30)], "s")):
        assert all({3, 8} <= set(paper[0]) for paper in made.papers)


_ITEMS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 3)), max_size=8)


@given(
    _ITEMS,
    st.dictionaries(st.sampled_from("abc"), st.integers(1, 2), max_size=3),
    st.dictionaries(st.integers(1, 3), st.integers(1, 2), max_size=3),
    st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=6),
)
def test_a_form_is_found_exactly_where_there_is_one(items, themes, difficulty, enemies):
    count = max(3, sum(themes.values()), sum(difficulty.values()))
    quotas = [Quota("themes", theme, n) for theme, n in themes.items()]
    quotas += [Quota("difficulty", str(level), n) for level, n in difficulty.items()]
    choices = [choice(n, theme=theme, difficulty=level) for n, (theme, level) in enumerate(items)]
    tiny = Problem.of(
        (Slot("single", count, 1, tuple(quotas)),), choices, [(f"i{a:03}", f"i{b:03}") for a, b in enemies]
    )
    possible = any(not tiny.faults((some,)) for some in itertools.combinations(range(len(items)), count))
    try:
        found = parallel(tiny, 1, "s").papers[0]
    except Infeasible:
        assert not possible
    else:
        assert possible
        assert not tiny.faults(found)


@given(
    _ITEMS,
    st.dictionaries(st.sampled_from("abc"), st.integers(1, 2), max_size=3),
    st.dictionaries(st.integers(1, 3), st.integers(1, 2), max_size=3),
    st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=6),
    st.sets(st.integers(0, 7), max_size=2),
)
def test_the_nearest_blueprint_that_works_agrees_with_trying_everything(items, themes, difficulty, enemies, forced):
    count = max(2, sum(themes.values()), sum(difficulty.values()))
    quotas = [Quota("themes", theme, n) for theme, n in themes.items()]
    quotas += [Quota("difficulty", str(level), n) for level, n in difficulty.items()]
    choices = [choice(n, theme=theme, difficulty=d, forced=n in forced) for n, (theme, d) in enumerate(items)]
    pairs = [(f"i{a:03}", f"i{b:03}") for a, b in enemies]
    tiny = Problem.of((Slot("single", count, 1, tuple(quotas)),), choices, pairs)

    def price(some):
        left_out = len(tiny.forced - set(some))
        short = [max(0, q.least - sum(tiny.meets(n, q) for n in some)) for q in quotas]
        missing = count - len(some)
        touched = sum(map(bool, short)) + bool(missing) + left_out
        return TOUCHED * touched + sum(short) + 1.01 * missing + 1.5 * left_out

    sound = (
        some
        for size in range(min(count, len(items)) + 1)
        for some in itertools.combinations(range(len(items)), size)
        if not any(b in tiny.enemies[a] for a, b in itertools.combinations(some, 2))
    )
    best = min(map(price, sound))
    relaxed = nearest(tiny)
    paid = sum(
        TOUCHED + (r.asked - r.possible) * (1.5 if r.item is not None else 1 if r.quota else 1.01) for r in relaxed
    )
    assert paid == pytest.approx(best)
    # What it proposes can be drawn.
    lower = {r.quota: r.possible for r in relaxed if r.quota}
    shorter = next((r.possible for r in relaxed if r.slot is not None and r.quota is None), count)
    left_out = {r.item for r in relaxed}
    kept = [dataclasses.replace(c, forced=c.forced and c.id not in left_out) for c in choices]
    asked = tuple(dataclasses.replace(q, least=lower.get(q, q.least)) for q in quotas)
    if shorter:
        again = Problem.of((Slot("single", shorter, 1, asked),), kept, pairs)
        assert not again.faults(parallel(again, 1, "s").papers[0])


def test_how_many_forms_there_are():
    scarce = Problem.of(
        (Slot("single", 4, 1, (Quota("themes", "a", 2),)),), [choice(n, theme="aab"[n % 3]) for n in range(12)]
    )
    assert most_forms(scarce, 1) == 3
    assert most_forms(scarce, 2) == 6


def test_an_exposure_that_cannot_be_kept_is_refused():
    items = [choice(n, facility=0.5 + n / 100) for n in range(9)]
    slots = (Slot("single", 6, 1),)
    assert assemble(Problem.of(slots, items, exposure=0.67), ["A", "B", "C"], "s")
    with pytest.raises(Infeasible, match="exposure"):
        assemble(Problem.of(slots, items, exposure=0.4), ["A", "B", "C"], "s")


@pytest.mark.parametrize(("forms", "exposure"), [(6, 0.5), (60, 0.25), (60, 0.18)])
def test_no_item_is_asked_more_often_than_the_exposure_allows(forms, exposure):
    tight = Problem.of(SLOTS, bank(200), exposure=exposure)
    made = assemble(tight, [str(n) for n in range(forms)], "s")
    asked = Counter(n for paper in made.papers for section in paper for n in section)
    assert max(asked.values()) <= exposure * forms


@pytest.mark.parametrize(("forms", "overlap", "most"), [(6, 0.21, 3), (40, 0.34, 5)])
def test_no_two_forms_have_more_in_common_than_they_may(forms, overlap, most):
    near = Problem.of(SLOTS, bank(80 if forms == 6 else 200), overlap=overlap)
    made = assemble(near, [str(n) for n in range(forms)], "s")
    sets = [{n for section in paper for n in section} for paper in made.papers]
    assert max(len(a & b) for a, b in itertools.combinations(sets, 2)) <= most
    assert not [fault for paper in made.papers for fault in near.faults(paper)]


def test_an_overlap_that_cannot_be_kept_is_refused():
    few = Problem.of((Slot("single", 6, 1),), [choice(n) for n in range(9)], overlap=0.2)
    with pytest.raises(Infeasible, match="overlap"):
        assemble(few, ["A", "B"], "s")


@pytest.mark.parametrize("forms", [4, 60])
def test_where_judges_have_rated_the_items_forms_agree_in_the_cut_score_too(forms):
    def rated(number, item):
        lot = keyed_number("judge", str(number)) % 1000 / 1000
        return dataclasses.replace(item, cut=max(0.1, item.facility - 0.25 + 0.2 * lot))

    judged = Problem.of(SLOTS, [rated(n, item) for n, item in enumerate(bank(200))])
    made = assemble(judged, [str(n) for n in range(forms)], "s")
    cuts = [judged.cut(paper) for paper in made.papers]
    assert max(cuts) - min(cuts) <= 0.002 * judged.points
    assert max(made.scores) - min(made.scores) <= 0.002 * judged.points


@pytest.mark.parametrize("forms", [2, 30])
def test_worn_items_come_only_where_nothing_else_can(forms):
    items = [choice(n, theme="a" if n < 30 else "b", facility=0.5 + n / 200) for n in range(36)]
    # The theme b has six items, five of them worn, and two are asked for.
    worn = [dataclasses.replace(c, worn=c.values["themes"] == {"b"} and n != 35) for n, c in enumerate(items)]
    slots = (Slot("single", 6, 1, (Quota("themes", "b", 2),)),)
    made = assemble(Problem.of(slots, worn), [str(n) for n in range(forms)], "s")
    for (paper,) in made.papers:
        assert sum(30 <= n < 35 for n in paper) in (1, 2)
    assert sum(35 in paper for (paper,) in made.papers) >= forms / 2


def test_somebody_who_comes_later_gets_a_paper_as_hard_and_unlike_the_others(problem):
    made = deal(problem, [str(n) for n in range(60)], "seed")
    more = {name: one_more(problem, made.papers, name, "seed") for name in ("u", "v", "w")}
    assert not [fault for paper in more.values() for fault in problem.faults(paper)]
    assert len({*made.papers, *more.values()}) == 63
    assert all(abs(problem.score(paper) - made.target) <= 0.001 * problem.points for paper in more.values())
    assert more["u"] == one_more(problem, made.papers, "u", "seed")


@pytest.mark.parametrize(
    ("rating", "observed", "facility"),
    [
        (3, None, 0.70),
        (3, Observed(0, 0.0), 0.70),
        (3, Observed(20, 0.30), 0.50),  # as many candidates as the rating counts for: half way
        (1, Observed(180, 0.40), 0.45),  # (20 x .9 + 180 x .4) / 200
    ],
)
def test_answers_count_the_more_the_more_there_are(rating, observed, facility):
    assert expected_facility(rating, observed) == pytest.approx(facility)


def test_a_rating_is_less_sure_than_answers():
    # Half a step between .80 and .55, two steps apart: .0625.
    assert standard_error(3) == pytest.approx(0.0625)
    assert standard_error(3, Observed(500, 0.7)) < 0.025


def _pairs(problem: Problem) -> list[tuple[str, str]]:
    ids = [c.id for c in problem.choices]
    return [(ids[a], ids[b]) for a, others in enumerate(problem.enemies) for b in others]
