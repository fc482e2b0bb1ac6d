"""The points of R/exams' ``exams_eval``, derived a second time from its manual with exact fractions.

From the manual: every right choice that is ticked earns 1/#right; every wrong one costs 1/#wrong (false), 1/max(#wrong, 2)
(false2), 1/#right (true), 1 (all) or nothing (none); the sum is bounded below by -negative. Without partial credit the
pattern is right (1) or wrong (-negative). Nothing ticked is not attempted: 0.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from fractions import Fraction

RULES = ("false", "false2", "true", "all", "none")


def points(correct: Sequence[bool], answer: Sequence[bool], rule: str | None, negative: Fraction) -> Fraction:
    """Return the points of an answer; *rule* ``None`` is ``partial = FALSE``."""
    if not any(answer):
        return Fraction(0)
    if rule is None:
        return Fraction(1) if list(correct) == list(answer) else -negative
    right, wrong = sum(correct), len(correct) - sum(correct)
    price = {
        "false": Fraction(1, wrong) if wrong else Fraction(0),
        "false2": Fraction(1, max(wrong, 2)),
        "true": Fraction(1, right),
        "all": Fraction(1),
        "none": Fraction(0),
    }[rule]
    total = Fraction(0)
    for is_right, ticked in zip(correct, answer, strict=True):
        if ticked:
            total += Fraction(1, right) if is_right else -price
    return max(total, -negative)


def vectors(count: int) -> Iterator[tuple[str, str, str | None, Fraction, Fraction]]:
    """Yield *count* random cases: key and answer as bits, rule, negative, points."""
    luck = random.Random(20260401)
    for _ in range(count):
        options = luck.randint(2, 8)
        correct = [luck.random() < 0.5 for _ in range(options)]
        correct[luck.randrange(options)] = True
        answer = [luck.random() < 0.5 for _ in range(options)]
        rule = luck.choice((*RULES, None))
        negative = luck.choice([Fraction(0), Fraction(1, 4), Fraction(1, 3), Fraction(1, 2), Fraction(1)])
        bits = ("".join(str(int(bit)) for bit in row) for row in (correct, answer))
        yield (*bits, rule, negative, points(correct, answer, rule, negative))
