"""Tables on the screen: whatever the terminal's width, no figure is broken and none cut off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.cli.tables import fitting

HEADS = ["考试日期", "考试", "人数", "95 % 区间"]
ROWS = [["2026-09-07", "新员工上岗考核", "37", "57%–85%"], ["2026-10-05", "客服", "1,029", "64%–92%"]]
FIGURES = (0, 2, 3)


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (100, [10, 14, 5, 9]),  # all of it
        (38, [10, 14, 5, 9]),
        (37, [10, 14, 5, 7]),  # the head above the interval folds
        (34, [10, 12, 5, 7]),  # and then the text
        (32, [10, 10, 5, 7]),
        (20, [10, 10, 5, 7]),  # what is left is wider than the terminal
    ],
)
def test_heads_fold_first_then_texts_and_figures_never(room, widths):
    assert fitting(HEADS, ROWS, FIGURES, room) == widths


@given(
    st.lists(st.tuples(st.text("字a ", max_size=20), st.text("字b ", max_size=40), st.booleans()), min_size=1),
    st.integers(0, 200),
)
def test_a_table_fits_where_it_can(columns, room):
    heads, cells, flags = zip(*columns, strict=True)
    figures = [number for number, flag in enumerate(flags) if flag]
    widths = fitting(list(heads), [list(cells)], figures, room)
    for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        wide = len(cell) + cell.count("字")
        assert width >= (wide if number in figures else min(wide, 10))
    assert sum(widths) <= room or sum(widths) == sum(fitting(list(heads), [list(cells)], figures, 0))
