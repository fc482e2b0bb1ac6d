"""The check character of a sheet, and the code on a page."""

from __future__ import annotations

import hashlib
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.exam.checkdigit import ALPHABET, check_character, sheet_check
from guizhang.exam.page_code import page_code
from guizhang.printing.qr import qr_rows, qr_svg

# The check character and the code


@pytest.mark.parametrize(
    ("number", "check"),
    [  # the example of the GRid standard, and examples of ISAN numbers, both of which use MOD 37,36
        ("A12425GABC1234002", "M"),
        ("188166C734206541", "Y"),
        ("188166C7342065419F3A0245", "O"),
        ("0000000189470000", "8"),
        ("000000018947000000000000", "D"),
        ("00000000D07A0090", "Q"),
        ("00000000D07A009000000000", "X"),
    ],
)
def test_the_check_character_is_that_of_iso_7064(number, check):
    assert check_character(number) == check


@given(st.text(ALPHABET, min_size=1, max_size=20), st.data())
def test_one_wrong_character_is_noticed(number, data):
    at = data.draw(st.integers(0, len(number) - 1))
    other = data.draw(st.sampled_from(ALPHABET.replace(number[at], "")))
    assert check_character(number[:at] + other + number[at + 1 :]) != check_character(number)


def test_a_sheet_of_another_exam_form_or_candidate_has_another_check():
    ours = sheet_check("0123456789abcdef", "A", "1001")
    others = [("0123456789abcdee", "A", "1001"), ("0123456789abcdef", "B", "1001"), ("0123456789abcdef", "A", "1007")]
    assert ours not in {sheet_check(*other) for other in others}
    assert sheet_check("0123456789abcdef", "A", "张三") in ALPHABET


@pytest.mark.parametrize(
    ("text", "size", "digest"),
    [  # the same codes as another encoder makes them (qrcode 8.2, level M, byte mode, mask 3)
        ("GZ", 21, "1f58bdfd01235639"),
        ('["GP",1,"0123456789abcdef","A","张三",1,"K"]', 33, "e3804dc8b1065361"),
        ("x" * 180, 53, "4d39674752b8b7fa"),
        ("规章" * 300, 157, "e31e9071548f4a3a"),
    ],
)
def test_codes_are_those_of_another_encoder(text, size, digest):
    rows = qr_rows(text)
    assert len(rows) == size
    assert hashlib.sha256("".join(rows).encode()).hexdigest()[:16] == digest


@given(st.text("01", min_size=21, max_size=40).filter(lambda row: "1" in row))
def test_a_drawn_row_has_its_dark_modules_and_no_other(row):
    from guizhang.printing import qr

    x, dark = 0, set()
    path = "".join(map(qr._run, qr._RUNS.findall(row)))
    for step, width in re.findall(r"m(\d+) 0(?:h(\d+)v1\.05h-\d+z)?", path):
        x += int(step)
        dark |= set(range(x, x + int(width or 0)))
    assert dark == {at for at, module in enumerate(row) if module == "1"}


def test_a_code_says_whose_page_it_is():
    code = page_code("0123456789abcdef", "A", '张"三|,', 2, "K", kind="sheet")
    assert json.loads(code) == ["GS", 1, "0123456789abcdef", "A", '张"三|,', 2, "K"]
    assert json.loads(page_code("e", "1001", "1001", 1, "K"))[3] == ""
    with pytest.raises(ValueError, match="2331"):
        qr_svg("x" * 2332)
