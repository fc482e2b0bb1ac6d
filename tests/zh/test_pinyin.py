"""Readings of characters, and pinyin as people write it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.zh.pinyin import Syllable, fits, has_tone, initials, parse_syllable, readings, spellings


@pytest.mark.parametrize(
    ("text", "syllable"),
    [
        ("duì", Syllable("dui", 4)),
        ("zhǎng", Syllable("zhang", 3)),
        ("Zhuàng", Syllable("zhuang", 4)),
        ("lǜ", Syllable("lü", 4)),
        ("lv4", Syllable("lü", 4)),
        ("lu:4", Syllable("lü", 4)),
        ("dui4", Syllable("dui", 4)),
        ("de", Syllable("de", 5)),
        ("de0", Syllable("de", 5)),
        ("ér", Syllable("er", 2)),
        ("\u0261uī", Syllable("gui", 1)),
        ("gu\u012d", None),  # a breve is no tone
        (unicodedata.normalize("NFD", "nǚ"), Syllable("nü", 3)),
        ("VIP", None),
        ("ANTA", None),
        ("duì4", None),
        ("duìì", None),
        ("dui7", None),
        ("d", None),
        ("", None),
        ("客", None),
        ("zhuangg", None),
    ],
)
def test_a_syllable_is_read_as_it_is_written(text, syllable):
    assert parse_syllable(text) == syllable


@pytest.mark.parametrize(
    ("char", "written", "right"),
    [
        ("對", "duì", True),
        ("长", "zhǎng", True),
        ("长", "cháng", True),
        ("長", "zhǎng", True),
        ("重", "chóng", True),
        ("行", "háng", True),
        ("績", "jī", True),
        ("誰", "shuí", True),
        ("对", "duī", False),
        ("对", "dùi", True),  # the mark on the wrong letter is a slip of typing
        ("对", "dui", True),
        ("道", "dao5", True),
        ("十", "bā", False),
        ("客", "VIP", False),
        ("a", "ā", False),
        ("（", "ā", False),
    ],
)
def test_a_reading_fits_its_character_tone_included(char, written, right):
    assert fits(char, written) is right


@pytest.mark.parametrize(
    ("char", "typed", "first"),
    [("长", {"chang", "zhang"}, {"c", "z"}), ("绿", {"lv", "lu"}, {"l"}), ("户", {"hu"}, {"h"}), ("A", set(), set())],
)
def test_what_a_reader_types_for_a_character(char, typed, first):
    assert set(spellings(char)) >= typed
    assert set(initials(char)) >= first
    assert bool(spellings(char)) == bool(typed)


def test_the_usual_reading_comes_first():
    assert spellings("的")[0] == "de"
    assert spellings("户") == ("hu",)


@pytest.mark.parametrize(
    ("text", "right"), [("duì", True), ("dui4", True), ("dui", False), ("VIP", False), ("", False)]
)
def test_a_tone_is_seen(text, right):
    assert has_tone(text) is right


@given(st.text(max_size=12))
def test_any_text_is_a_syllable_or_none(text):
    syllable = parse_syllable(text)
    assert syllable is None or (1 <= syllable.tone <= 5 and 0 < len(syllable.letters) <= 6)


@given(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5))
def test_every_reading_fits(char):
    for reading in readings(char):
        assert fits(char, reading)
