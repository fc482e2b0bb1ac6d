"""What an English question quotes: the sentence with the blank, with those in front of it that say what it is about."""

from __future__ import annotations

import pytest

from guizhang.model.text import Text
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.quoting.points import BLANK
from guizhang.quiz.quoting.quotable import begins_at
from tests.quiz.rulings import article, handbook

LONG = (
    "Boats are hired by the hour or by the day, and every boat is handed over with its oars, its bailer and a line of ten metres. "
    "The crew checks the hull together with the hirer, and both of them sign the card that hangs in the boathouse beside the door."
)


@pytest.mark.parametrize(
    ("parts", "at", "begins"),
    [
        (["Lost an oar?", "Ring the boathouse within an hour."], 1, 0),
        (["The crew ties up the boat.", "It stays there for an hour."], 1, 0),
        (["Oars are numbered.", "The warden keeps them locked away for a week."], 1, 0),
        (["Oars are numbered.", "Hirers who break an oar report it within an hour."], 1, 1),
        (["Oars are numbered.", "A boat is hired for two hours."], 1, 1),
        (["Lost an oar?", "They are dear.", "It costs $40."], 2, 0),
        (["Give two days' notice.", "Hirers with less notice pay $20."], 1, 0),
        (["Boats are dear.", "Hirers with less notice than two days pay $20."], 1, 1),
        (["Boats are dear.", "A boat no longer watertight is laid up for a week."], 1, 1),
        (["First, bail the boat.", "Next, dry the seats.", "Finally, wait for an hour."], 2, 0),
    ],
)
def test_where_a_quotation_begins(parts, at, begins):
    assert begins_at(parts, at) == begins


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        (
            f"Late? Ring the boathouse {BLANK} before the hour is over.",
            f"Late? Ring the boathouse {BLANK} before the hour is over.",
        ),
        (
            f"Hirers lock the boat. The warden checks it every {BLANK} days.",
            f"Hirers lock the boat. The warden checks it every {BLANK} days.",
        ),
        (
            f"Anybody who brings a boat back late pays {BLANK} for each hour.",
            f"Anybody who brings a boat back late pays {BLANK} for each hour.",
        ),
    ],
)
def test_of_a_long_paragraph_as_much_is_quoted_as_the_blank_needs(said, quoted):
    text = f"{LONG} {said}"
    (clause,) = Rules(handbook(article("x", None, text.replace(BLANK, "two")))).clauses
    excerpt = clause.excerpt(Text(en=text))
    assert excerpt is not None
    assert excerpt.en == quoted


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ('Never say "I don’t know". Say "I’ll ask" instead.', "Never say ‘I don't know’. Say ‘I'll ask’ instead."),
        ("The 'two-hand rule' holds for hirers' boats.", "The ‘two-hand rule’ holds for hirers' boats."),
        ("Hirers’ bags and the warden’s key are kept apart.", "Hirers' bags and the warden's key are kept apart."),
        ('A 6" line and a 3" line are kept in the boat.', 'A 6" line and a 3" line are kept in the boat.'),
    ],
)
def test_an_english_quotation_has_one_kind_of_marks(said, printed):
    (clause,) = Rules(handbook(article("x", None, said))).clauses
    quoted = clause.quote()
    assert quoted is not None
    assert quoted.en == printed


def test_what_is_or_above_points_nowhere():
    (clause,) = Rules(handbook(article("x", None, "Glaze is held at 68 degrees or above."))).clauses
    assert clause.quote() is not None
