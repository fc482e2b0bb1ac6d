"""Assembly of forms: quotas hold, enemies stay apart, forms are equally hard, items are asked equally often."""

from __future__ import annotations

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
    parallel,
)
from guizhang.quiz.fair.counts import most_forms, placeable
from guizhang.quiz.fair.facility import BY_RATING, standard_error
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


def test_dealt_papers_are_sound_distinct_and_equally_hard(problem):
    made = deal(problem, [str(n) for n in range(600)], "seed")
    assert not [fault for paper in made.papers for fault in problem.faults(paper)]
    assert len(set(made.papers)) == 600
    assert max(abs(score - made.target) for score in made.scores) <= 0.001 * problem.points


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
)
def test_what_can_be_placed_agrees_with_trying_everything(items, themes, difficulty):
    count = max(3, sum(themes.values()), sum(difficulty.values()))
    quotas = [Quota("themes", theme, n) for theme, n in themes.items()]
    quotas += [Quota("difficulty", str(level), n) for level, n in difficulty.items()]
    choices = [choice(n, theme=theme, difficulty=level) for n, (theme, level) in enumerate(items)]
    tiny = Problem.of((Slot("single", count, 1, tuple(quotas)),), choices)

    def fits(some):
        left = count - len(some)
        return all(
            sum(max(0, n - sum(items[i][at] == value for i in some)) for value, n in asked.items()) <= left
            for at, asked in ((0, themes), (1, difficulty))
        )

    best = max(
        (
            size
            for size in range(min(count, len(items)) + 1)
            for some in itertools.combinations(range(len(items)), size)
            if fits(some)
        ),
        default=0,
    )
    assert placeable(tiny, 0) == best


def test_how_many_forms_there_are():
    scarce = Problem.of(
        (Slot("single", 4, 1, (Quota("themes", "a", 2),)),), [choice(n, theme="aab"[n % 3]) for n in range(12)]
    )
    assert most_forms(scarce, 1) == 3
    assert most_forms(scarce, 2) == 6


def test_an_exposure_that_cannot_be_kept_is_refused():
    small = Problem.of((Slot("single", 6, 1),), [choice(n, facility=0.5 + n / 100) for n in range(9)])
    assert assemble(small, ["A", "B", "C"], "s", "67%")
    with pytest.raises(Infeasible, match="exposure"):
        assemble(small, ["A", "B", "C"], "s", "40%")


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
