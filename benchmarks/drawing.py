"""Assembling forms: ten parallel ones, ten thousand individual ones, and how fair they are beside a draw by lot.

The pool is made up: 300 items of five difficulties and eight themes, their true facility scattered around what the rating
says. 120 pairs of them are enemies.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.measure import Row, seconds
from guizhang.quiz.fair import Choice, Problem, Quota, Slot, deal, parallel
from guizhang.quiz.fair.facility import BY_RATING, RATING_ERROR

_ITEMS = 300
_PAPERS = 10_000
_SLOTS = (
    Slot("single", 15, 5, (Quota("themes", "a", 4), Quota("themes", "b", 3), Quota("themes", "c", 3), Quota("difficulty", "3", 4))),
    Slot("true_false", 5, 5, (Quota("themes", "a", 1),)),
)  # fmt: skip


def rows() -> Iterator[Row]:
    """Yield time and fairness of both ways of making forms."""
    problem = _problem()
    forms = parallel(problem, 10, "bench")
    yield Row(
        "10 parallel forms of 20 from 300", seconds(lambda: parallel(problem, 10, "bench"), repeat=1), "s", "<= 10"
    )
    yield Row("  expected scores apart, of 100 points", max(forms.scores) - min(forms.scores), "points", "<= 0.02")
    asked = Counter(n for paper in forms.papers for section in paper for n in section)
    yield Row("  items on more than one form", sum(count > 1 for count in asked.values()), "", "0")
    yield Row("  faults (quotas, enemies)", sum(len(problem.faults(paper)) for paper in forms.papers), "", "0")
    spreads = [problem.spread(paper) for paper in forms.papers]
    yield Row("  standard deviations of a score apart", max(spreads) - min(spreads), "points")
    judged = _judged(problem)
    cut = [judged.cut(paper) for paper in parallel(judged, 10, "bench").papers]
    yield Row("  judged cut scores apart, where cut scores are to be equal too", max(cut) - min(cut), "points")

    names = [str(number) for number in range(_PAPERS)]
    papers = deal(problem, names, "bench")
    yield Row("10,000 papers of 20 from 300", seconds(lambda: deal(problem, names, "bench"), repeat=1), "s", "<= 5")
    yield Row(
        "  expected score, furthest from the others",
        max(abs(s - papers.target) for s in papers.scores),
        "points",
        "<= 0.1",
    )
    yield Row("  faults (quotas, enemies)", sum(len(problem.faults(paper)) for paper in papers.papers), "", "0")
    yield Row("  distinct papers", len(set(papers.papers)), "", "10000")
    uses = Counter(n for paper in papers.papers for section in paper for n in section)
    yield Row("  exposure, most of an item over the mean", max(uses.values()) / (20 * _PAPERS / _ITEMS), "", "<= 1.5")
    same = {_in_another_process(hash_seed) for hash_seed in ("1", "2")}
    yield Row("  different results of two processes with other hash seeds", len(same) - 1, "", "0")

    luck = random.Random(1)  # noqa: S311 - a simulation
    drawn = [tuple(sorted(luck.sample(range(_ITEMS), 20))) for _ in range(_PAPERS)]
    scores = sorted(5 * sum(problem.choices[n].facility for n in paper) for paper in drawn)
    yield Row("20 of 300 by lot: width of the band of 95 % of papers", scores[9750] - scores[250], "points")
    # Half a grade, in facility: from one rating to the next it falls by an eighth on average.
    truth = [min(0.98, max(0.05, c.facility + luck.gauss(0, RATING_ERROR * 0.125))) for c in problem.choices]
    for name, made in (("dealt", papers.papers), ("10 parallel forms", forms.papers)):
        real = sorted(5 * sum(truth[n] for section in paper for n in section) for paper in made)
        edge = len(real) // 40
        yield Row(f"{name}, when ratings err by half a grade: the same band", real[-1 - edge] - real[edge], "points")


def _in_another_process(hash_seed: str) -> str:
    code = (
        "import hashlib; from benchmarks.drawing import _problem; from guizhang.quiz.fair import deal, parallel;"
        "p = _problem(); papers = (deal(p, [str(n) for n in range(2000)], 'bench').papers, parallel(p, 3, 'bench').papers);"
        "print(hashlib.sha256(repr(papers).encode()).hexdigest())"
    )
    env = {**os.environ, "PYTHONHASHSEED": hash_seed}
    return subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True, text=True).stdout


def _judged(problem: Problem) -> Problem:
    """Return the problem with ratings of judges, who expect a quarter less of a candidate on the borderline."""
    lot = random.Random(7)  # noqa: S311 - made up, the same every time
    choices = tuple(
        replace(c, cut=min(0.95, max(0.1, c.facility - 0.25 + lot.gauss(0, 0.06)))) for c in problem.choices
    )
    return replace(problem, choices=choices)


def _problem() -> Problem:
    lot = random.Random(300)  # noqa: S311 - a made-up pool, the same every time
    choices = []
    for number in range(_ITEMS):
        rating = lot.choice((1, 2, 2, 3, 3, 4, 5))
        facility = min(0.98, max(0.2, lot.gauss(BY_RATING[rating], 0.07)))
        kind = "single" if lot.random() < 0.75 else "true_false"
        values = {"themes": frozenset([lot.choice("aabbccdefgh")]), "difficulty": frozenset([str(rating)])}
        choices.append(Choice(f"item-{number:03}", kind, facility, values))
    pairs = [(f"item-{lot.randrange(_ITEMS):03}", f"item-{lot.randrange(_ITEMS):03}") for _ in range(120)]
    return Problem.of(_SLOTS, choices, pairs)
