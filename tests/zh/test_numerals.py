"""Numerals: tables of what rules print, and there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.zh.numerals import (
    chinese_to_int,
    int_to_chinese,
    int_to_roman,
    roman_to_int,
    sign_to_int,
    stem_to_int,
    to_int,
)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("一百一十", 110),
        ("一百十", 110),
        ("三百二十一", 321),
        ("一千零一", 1001),
        ("两千", 2000),
        ("一万零三百", 10300),
        ("三亿", 300_000_000),
        ("廿一", 21),
        ("卅", 30),
        ("二〇二六", 2026),
        ("二○二六", 2026),
        ("〇", 0),
        ("一二", 12),
        ("壹拾贰", 12),
        ("兩萬", 20000),
        ("１２", 12),
        ("⑿", 12),
        ("③", 3),
        ("㉑", 21),
        ("㈠", 1),
        ("Ⅳ", 4),
        ("丙", 3),
        ("申", 9),
        ("xiv", 14),
        ("Three", 3),
        (" 1 2 ", 12),
    ],
)
def test_reads_what_rules_print(printed, value):
    assert to_int(printed) == value


@pytest.mark.parametrize(
    "printed", ["", "十十", "统一", "十分", "一十百", "零百", "一二十", "二十三十", "亿亿", "第一", "iiii", "vx", "abc"]
)
def test_refuses_what_is_no_numeral(printed):
    assert to_int(printed) is None


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_chinese_there_and_back(value):
    assert chinese_to_int(int_to_chinese(value)) == value


@given(st.integers(min_value=1, max_value=3999))
def test_roman_there_and_back(value):
    assert roman_to_int(int_to_roman(value)) == value
    assert roman_to_int(int_to_roman(value).upper()) == value


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1010, "一千零一十"),
        (10_010, "一万零一十"),
        (100_000_001, "一亿零一"),
    ],
)
def test_prints_as_rules_do(value, printed):
    assert int_to_chinese(value) == printed


@pytest.mark.parametrize("value", [-1, 10**12])
def test_prints_no_numeral_out_of_range(value):
    with pytest.raises(ValueError, match="no printed form"):
        int_to_chinese(value)


@pytest.mark.parametrize("value", [0, 4000])
def test_prints_no_roman_out_of_range(value):
    with pytest.raises(ValueError, match="no Roman numeral"):
        int_to_roman(value)


def test_signs_and_stems_know_only_their_own():
    assert sign_to_int("⒛") == 20
    assert sign_to_int("1") is None
    assert stem_to_int("甲乙") is None
    assert stem_to_int("亥") == 12


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text):
    value = to_int(text)
    assert value is None or value >= 0
