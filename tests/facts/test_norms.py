"""Norms: tables labelled by hand before the classifier was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from guizhang.facts.clauses import split_clauses
from guizhang.facts.norms import judge

TABLES = (
    "norms_dev.txt",
    "norms_more.txt",
    "norms_third.txt",
    "norms_fourth.txt",
    "norms_fifth.txt",
    "norms_sixth.txt",
    "norms_seventh.txt",
    "norms_eighth.txt",
    "norms_ninth.txt",
    "norms_tenth.txt",
    "norms_eleventh.txt",
)


def rows():
    for table in TABLES:
        lines = Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            if line and not line.startswith("#"):
                text, norm, how, bearer, strength = line.split(" ‖ ")
                expected = (norm, how == "e", None if bearer == "-" else bearer, None if strength == "-" else strength)
                yield pytest.param(text, expected, id=f"{table}:{number}")


@pytest.mark.parametrize(("text", "expected"), list(rows()))
def test_judges_a_clause(text, expected):
    judged = judge(split_clauses(text)[0])
    assert (judged.norm.value, judged.explicit, judged.bearer, judged.strength) == expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Students keep to Section II. When it is broken, a pass is taken.", "Students keep to Section II."),
        ("Terms are set by Section 4.01. Each director serves a year.", "Terms are set by Section 4.01."),
    ],
)
def test_a_cited_number_ends_a_sentence(text: str, first: str) -> None:
    assert split_clauses(text)[0].text == first
    # A label before its rule is no sentence of its own, cited or not.
    assert len(split_clauses("Section 4. Notice must be given.")) == 1


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Dues are paid by March 15. If they are late, a fee is added.", "Dues are paid by March 15."),
        ("No noise before 7:30 AM. The gates open at eight.", "No noise before 7:30 AM."),
    ],
)
def test_a_day_and_a_half_of_the_day_end_a_sentence(text: str, first: str) -> None:
    assert split_clauses(text)[0].text == first
