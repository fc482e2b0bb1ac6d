"""Options beside a key: how many of them are shorter is not to tell that it is right."""

from __future__ import annotations

import pytest

from guizhang.model.text import Text
from guizhang.quiz.material.lengths import beside


def _lines(*lengths):
    return [Text(zh="好" * length, en="ab " * length) for length in lengths]


def _lengths(texts):
    return sorted(len(text.zh) for text in texts)


@pytest.mark.parametrize(("number", "found"), [(0, [11, 12]), (1, [9, 11]), (2, [8, 9]), (3, [11, 12])])
def test_as_many_options_are_shorter_as_the_number_says(number, found):
    (key,) = _lines(10)
    first, options = beside({key: _lines(7, 8, 9, 11, 12, 13)}, 2, number)[0]
    assert (first, _lengths(options)) == (key, found)


def test_of_two_keys_the_one_as_long_as_its_options_comes_first():
    short, long = _lines(4, 12)
    first, options = beside(dict.fromkeys((short, long), _lines(13, 14, 15)), 2, 0)[0]
    assert (first, _lengths(options)) == (long, [13, 14])


def test_where_none_is_shorter_the_nearest_stand_beside_the_key():
    (key,) = _lines(10)
    assert (key, _lines(11, 12)) in beside({key: _lines(12, 14, 11)}, 2, 2)
