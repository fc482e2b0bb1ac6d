"""Which time it is as the name of a column is no figure: 二次：罚款50元."""

from __future__ import annotations

import pytest

from guizhang.facts.placeholders import placeholders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1、违纪行为：迟到，一次：口头警告，二次：罚款50元。", ["50元"]),
        ("处罚如下：第一次：警告；第二次：罚款50元。", ["50元"]),
        ("行为\t一次\t二次\t三次", []),
        ("累计三次：予以辞退。", ["三次"]),
        ("迟到三次的，罚款50元。", ["三次", "50元"]),
    ],
)
def test_names_of_columns_are_no_figures(text, expected):
    assert [text[found.start : found.end] for found in placeholders(text)] == expected
