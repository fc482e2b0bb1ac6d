"""How a rule is cut into the sentences that are compared."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.consistency.statements import _SENTENCES


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three", ["One.", "Two!", "Three"]),
        ("It is 4.5 % at most; more needs leave.", ["It is 4.5 % at most;", "more needs leave."]),
        ("See www.example.org? No.", ["See www.example.org?", "No."]),
        (".5 is a number. So is 5.", [".5 is a number.", "So is 5."]),
        ("Stop... and go.", ["Stop...", "and go."]),
        ("", []),
    ],
)
def test_an_english_sentence_ends_at_a_mark_with_a_blank_behind_it(text, sentences):
    assert [found.strip() for found in _SENTENCES["en"].findall(text)] == sentences


@given(st.text(alphabet="ab.;!? \t", max_size=40))
def test_it_is_the_shortest_such_stretch_and_nothing_is_lost(text):
    assert "".join(_SENTENCES["en"].findall(text)) == text
    # The same said plainly, which takes twice as long to read.
    assert _SENTENCES["en"].findall(text) == re.findall(r"(?s).+?(?:[.;!?](?=\s|$)|$)", text)
