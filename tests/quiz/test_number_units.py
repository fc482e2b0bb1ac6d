"""What is printed beside the line a number is written on."""

import pytest

from guizhang.model.text import Text
from guizhang.quiz.material.figures.number_blanks import unit_words


@pytest.mark.parametrize(
    ("blank", "unit"),
    [("港币______元", "元"), ("港幣______元", "元"), ("人民币 ______ 元", "元"), ("新臺幣______元", "元"), ("______元", "元"), ("港币______", "港币"),
     ("______小时", "小时"), ("CNY ______", "CNY")],
)  # fmt: skip
def test_the_unit_beside_a_blank(blank, unit):
    assert unit_words(Text(zh=blank), ("zh",)) == Text(zh=unit)
