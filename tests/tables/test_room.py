"""Rooms of texts in cells."""

from __future__ import annotations

import pytest

from guizhang.tables import room


@pytest.mark.parametrize(
    ("text", "column_width", "lines"),
    [
        ("", 10, 1),
        ("abcdefghi", 10, 1),  # nine of ten: the last may stay empty behind a word
        ("abcdefghijk", 10, 2),
        ("员工须打卡", 10, 2),  # two characters each
        ("员工\n打卡", 10, 2),
        ("员工\n\n打卡须本人", 10, 4),
    ],
)
def test_lines_of_a_text(text, column_width, lines):
    assert room.lines(text, column_width) == lines


def test_no_row_is_higher_than_a_program_takes():
    assert room.height(2) == 32
    assert room.height(100) == 400
