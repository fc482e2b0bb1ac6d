"""A whole bank: keys in every place, and statements as often true as false."""

from __future__ import annotations

import pytest

from tests.quality.items import choice, rules_named, statement


@pytest.mark.parametrize(("first", "suspected"), [(25, True), (18, True), (10, False), (7, False)])
def test_keys_stand_in_every_position_about_equally_often(first, suspected):
    # Chi-square at 1 % with two degrees of freedom: 9.21; 10 of 25 in the first place gives 0.56, 18 gives 17.4.
    keys = [0] * first + [1 + i % 2 for i in range(25 - first)]
    bodies = [
        choice(f"第{i}问怎么办？", *("*做" if k == key else "不做" for k in range(3))) for i, key in enumerate(keys)
    ]
    assert ("key_positions" in rules_named(*bodies)) is suspected


@pytest.mark.parametrize(("true", "suspected"), [(15, True), (14, True), (11, False), (7, False), (1, True)])
def test_true_and_false_statements_are_balanced(true, suspected):
    # Two-sided binomial test at 1 % for 15 statements: 2 of 15 is 0.7 %, 3 is 3.5 %.
    assert ("true_false_balance" in rules_named(*(statement(f"第{i}句。", i < true) for i in range(15)))) is suspected
