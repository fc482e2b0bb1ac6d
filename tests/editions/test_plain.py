import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.editions.plain import bare

SAME = [
    ("须在二十四小时内，回复。", "須在 ２４ 小時內回復"[:-2] + "回复"),
    ("五万元", "50,000元"),
    ("5万元", "50000元"),
    ("1.5万元", "15000元"),
    ("百分之五", "5%"),
    ("8：30", "8:30"),
    ("两个", "2个"),
    ("Within twenty-four hours.", "within 24 hours"),
    ("三十日", "30日"),
    ("“首问负责”", "「首问负责」"),
    ("①登记", "1登记"),
]
DIFFERENT = [
    ("3.5天", "35天"),
    ("8:30", "830"),
    ("5%", "5"),
    ("-5度", "5度"),
    ("1/2", "12"),
    ("应当", "可以"),
    ("3天", "3日"),
    ("24 hours", "42 hours"),
    ("mix", "1009"),
    ("1,5,7", "157"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_form_is_left_out(one, other):
    assert bare(one) == bare(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_is_said_is_kept(one, other):
    assert bare(one) != bare(other)


@given(st.text(alphabet="登记 ，。、；（）“”abc"))
def test_punctuation_and_blanks_never_count(text):
    kept = "".join(c for c in text if c not in " ，。、；（）“”")
    assert bare(text) == bare(kept)
