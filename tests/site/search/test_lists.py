"""Lists of documents as strings."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.site.search.lists import decode, encode

SETS = st.one_of(
    st.sets(st.integers(0, 200_000), max_size=60),
    st.sets(st.integers(0, 400), max_size=300),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 400)), max_size=5).map(
        lambda runs: {at for start, size in runs for at in range(start, start + size)}
    ),
)


@given(SETS)
def test_a_list_is_read_as_it_was_written(documents):
    ids = array("I", sorted(documents))
    assert decode(encode(ids)) == ids


@pytest.mark.parametrize(
    ("ids", "written"),
    [
        ([], ""),
        ([0], "A"),
        ([31], "f"),  # the distance 32 less 1 still fits one group
        ([32], "gB"),
        ([100, 101, 102], "kDAA"),  # 100 is 4 + 3 * 32
        ([100, 101, 102, 103, 104], "kD~E"),  # four further distances of 0
        ([1, 3, 5, 7, 9, 11, 13, 15], "!VVU"),  # 010101 010101 010100
        ([0, 1, 2, 3], "!8"),  # 111100 is shorter than any gaps
    ],
)
def test_written_form(ids, written):
    assert encode(ids) == written


@given(st.sets(st.integers(0, 5999), min_size=1))
def test_no_list_is_longer_than_one_bit_a_document(documents):
    assert len(encode(sorted(documents))) <= 6000 // 6 + 1
