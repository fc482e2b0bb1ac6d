"""The schedule of practice, held against the published formulas of FSRS-6, written down here once more by themselves.

Source: open-spaced-repetition, wiki of fsrs4anki, "The Algorithm", FSRS-6.
"""

import math

import pytest

from tests.site.conftest import ROOT

SCRIPT = ROOT / "generator/guizhang/site/theme/assets/guizhang/practice-fsrs.js"
W = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
CENTURY = 36_500
"""Days after which everything comes again."""


def recall(days, stability):
    """R(t, S) = (1 + f t / S) ** -w20, with f such that R(S, S) = 0.9."""
    return (1 + (0.9 ** (-1 / W[20]) - 1) * days / stability) ** -W[20]


def first(grade):
    return W[grade - 1], min(10, max(1, first_difficulty(grade)))


def first_difficulty(grade):
    return W[4] - math.exp(W[5] * (grade - 1)) + 1


def following(stability, difficulty, days, grade):
    """Return the memory after another answer."""
    share = recall(days, stability)
    if days < 1:
        growth = math.exp(W[17] * (grade - 3 + W[18])) * stability ** -W[19]
        after = stability * (max(growth, 1) if grade >= GOOD else growth)
    elif grade == AGAIN:
        after = W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * math.exp(W[14] * (1 - share))
        after = min(after, stability / math.exp(W[17] * W[18]))
    else:
        bonus = {HARD: W[15], GOOD: 1, EASY: W[16]}[grade]
        after = stability * (
            1 + math.exp(W[8]) * (11 - difficulty) * stability ** -W[9] * (math.exp(W[10] * (1 - share)) - 1) * bonus
        )
    moved = difficulty - W[6] * (grade - 3) * (10 - difficulty) / 9
    return max(after, 0.001), min(10, max(1, W[7] * first_difficulty(EASY) + (1 - W[7]) * moved))


def memories(answers):
    """Return (stability, difficulty, days until nine in ten, until eight in ten) after each of (days, grade)."""
    out = []
    state = None
    for days, grade in answers:
        state = first(grade) if state is None else following(*state, days, grade)
        until = [
            min(CENTURY, max(1, math.floor(state[0] / (0.9 ** (-1 / W[20]) - 1) * (share ** (-1 / W[20]) - 1) + 0.5)))
            for share in (0.9, 0.8)
        ]
        out.append([*state, *until])
    return out


RUNS = [
    [(0, AGAIN)], [(0, HARD)], [(0, GOOD)], [(0, EASY)],
    [(0, GOOD), (2, GOOD), (11, GOOD), (46, GOOD), (163, GOOD)],
    [(0, GOOD), (2, AGAIN), (1, GOOD), (3, GOOD)],
    [(0, AGAIN), (0, AGAIN), (0, GOOD), (0, HARD), (1, EASY)],
    [(0, EASY), (8, HARD), (20, AGAIN), (400, AGAIN), (1, GOOD)],
    [(0, AGAIN)] + [(1, AGAIN)] * 12 + [(30, GOOD)] * 3,
    [(0, GOOD)] + [(10_000, EASY)] * 3,
]  # fmt: skip
IN_BROWSER = """answers => {
  let memory = null;
  return answers.map(([days, grade]) => {
    memory = guizhangFsrs.next(memory, days, grade);
    return [memory.s, memory.d, guizhangFsrs.days(memory.s, 0.9), guizhangFsrs.days(memory.s, 0.8)];
  });
}"""


@pytest.fixture
def fsrs(page):
    page.goto("about:blank")
    page.add_script_tag(path=str(SCRIPT))
    return page


@pytest.mark.parametrize("answers", RUNS, ids=lambda run: "-".join(f"{days}.{grade}" for days, grade in run[:5]))
def test_memory_follows_the_published_formulas(fsrs, answers):
    for got, wanted in zip(fsrs.evaluate(IN_BROWSER, answers), memories(answers), strict=True):
        assert got == pytest.approx(wanted, rel=1e-9)


def test_after_its_stability_nine_in_ten_still_know_it(fsrs):
    assert fsrs.evaluate("() => guizhangFsrs.recall(37.5, 37.5)") == pytest.approx(0.9)
    assert fsrs.evaluate("() => guizhangFsrs.recall(0, 5)") == 1


def test_first_answers_by_hand(fsrs):
    # S0 = w[grade - 1]; D0(3) = 6.4133 - e^1.6668 + 1, where e^1.6668 = 5.29519...
    s, d, days, _ = fsrs.evaluate(IN_BROWSER, [(0, GOOD)])[0]
    assert (s, days) == (2.3065, 2)
    assert d == pytest.approx(7.4133 - 5.29519, abs=1e-4)
