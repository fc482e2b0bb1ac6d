"""The blind guesser of the benchmarks: it wins where looks give the key away, and not where they do not."""

from __future__ import annotations

import hashlib

import pytest

from benchmarks.guessing import Bet, guessed, wilson


def bet(number, key_feature):
    at = hashlib.sha256(f"key {number}".encode()).digest()[0] % 4
    options = tuple({"long": key_feature if i == at else 0.0, "noise": ((number + i) % 3) / 3} for i in range(4))
    return Bet(
        f"item-{number}", "test", frozenset({f"rules/r{number // 3}"}), options, tuple(i == at for i in range(4))
    )


@pytest.mark.parametrize(("feature", "least", "most"), [(1.0, 0.95, 1.0), (0.0, 0.15, 0.35)])
def test_the_guesser_finds_a_cue_and_nothing_where_there_is_none(feature, least, most):
    # Without a cue 240 bets at one in four win 60 with a standard deviation of 6.7: 0.15 and 0.35 are 3.6 of it away.
    won = guessed([bet(number, feature) for number in range(240)])
    assert least <= sum(won) / len(won) <= most


def test_wilson_interval():
    # Worked by hand for 50 of 100: (0.5 + 0.0192) / 1.0384 = 0.5; reach 1.96 * sqrt(0.0025 + 0.000096) / 1.0384 = 0.0962.
    low, high = wilson(50, 100)
    assert (round(low, 3), round(high, 3)) == (0.404, 0.596)
