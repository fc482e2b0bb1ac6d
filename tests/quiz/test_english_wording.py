"""English figures in their sentences: articles, words for a length of time, figures a sentence says twice, values out of the world."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Bound, Fact
from guizhang.model.text import Text
from guizhang.quiz.material.figures.limits import limit
from guizhang.quiz.material.figures.tells.restated import restated
from guizhang.quiz.material.spots import fill
from tests.quiz.rulings import article, made, only


@pytest.mark.parametrize(
    ("said", "filled"),
    [
        ("8 week", "an 8 week"),
        ("18 week", "an 18 week"),
        ("80 week", "an 80 week"),
        ("3 week", "a 3 week"),
        ("1,800 dollar", "a 1,800 dollar"),
        ("18,000 dollar", "an 18,000 dollar"),
        ("hour", "an hour"),
        ("unit manager", "a unit manager"),
        ("eleven", "an eleven"),
        ("one-week", "a one-week"),
    ],
)
def test_the_article_fits_what_fills_the_blank(said, filled):
    assert fill(Text(en="Boats are lent for a ______ term."), Text(en=said)).en == f"Boats are lent for {filled} term."
    assert fill(Text(en="An ______ term."), Text(en=said)).en == f"{filled.capitalize()} term."


def test_the_article_before_a_blank_does_not_tell_what_begins_with_a_vowel():
    facts = {"x": Fact(kind="duration", value="P8W", en="8 week")}
    item = only("fact-choice", article("boats", None, "Boats are lent to members for a ${x} term.", facts=facts))
    assert "for a(n) ______ term" in item.stem.en
    assert "for an 8 week term" in item.rationale.en


@pytest.mark.parametrize(
    ("fact", "sentence", "own"),
    [
        ({"kind": "duration", "value": "P6M", "en": "6-month"}, "A guest may come once in any ${x} period.", "-month"),
        (
            {"kind": "count", "value": "2", "unit": "shifts", "en": "two consecutive shifts"},
            "Whoever misses ${x} without a call is taken off the list.",
            " consecutive shifts",
        ),
        ({"kind": "count", "value": "3", "unit": "number", "en": "three"}, "Each card covers ${x} new films.", ""),
    ],
)
def test_other_values_are_worded_as_the_rule_words_its_own(fact, sentence, own):
    item = only("fact-choice", article("cards", None, sentence, facts={"x": Fact(**fact)}))
    assert all(option.text.en.endswith(own) for option in item.options)
    assert not any(option.text.en.startswith("one ") for option in item.options)


@pytest.mark.parametrize(
    ("fact", "sentence", "again"),
    [
        ({"kind": "duration", "value": "P2W"}, "A period is ______, from Monday to the second Sunday.", True),
        ({"kind": "duration", "value": "P14D"}, "Boats are lent for ______, that is for two weeks.", True),
        ({"kind": "duration", "value": "PT24H"}, "Answer within ______; one day is enough.", True),
        ({"kind": "count", "value": "3", "unit": "number"}, "Each has ______ films; the 3-per-card limit holds.", True),
        ({"kind": "duration", "value": "P2W"}, "A period is ______, and the second one is shorter.", True),
        ({"kind": "duration", "value": "P2W"}, "A period is ______, from Monday to Sunday.", False),
        ({"kind": "duration", "value": "P14D"}, "Boats are lent for ______, sails for three weeks.", False),
    ],
)
def test_what_a_sentence_says_again_in_other_words_is_given_away(fact, sentence, again):
    assert restated(Fact(**fact), sentence) is again


def test_of_a_paragraph_too_long_to_be_quoted_one_sentence_is_asked():
    many = " ".join(
        f"The club lends oars of kind {letter} to its members and to whoever sails with them on the lake."
        for letter in "ABCDEFG"
    )
    facts = {"x": Fact(kind="duration", value="P6M", en="6-month")}
    sentence = "The same visitor may only be a guest once in any ${x} period."
    item = only("fact-choice", article("guests", None, f"{many} {sentence}", facts=facts))
    assert "“The same visitor may only be a guest once in any ______ period.”" in item.stem.en


@pytest.mark.parametrize("sentence", ["A shift of ${x} or more has a break.", "Nobody works ${x} shifts in summer."])
def test_a_shift_is_no_day_long(sentence):
    facts = {"x": Fact(kind="duration", value="PT8H", bound="min")}
    (item,) = made("fact-choice", article("shifts", None, sentence, facts=facts))
    assert not {"24 hours", "36 hours", "48 hours"} & {option.text.en for option in item.options}


@pytest.mark.parametrize(
    ("before", "behind", "bound"),
    [
        ("Cancel no later than ", " before the party.", Bound.MIN),
        ("Reserve no earlier than ", " in advance.", Bound.MAX),
        ("Come no later than ", " after the call.", Bound.MAX),
    ],
)
def test_no_later_than_so_long_before_is_at_least_so_long(before, behind, bound):
    assert limit(before, behind, "en").bound is bound


def test_the_age_that_follows_on_a_range_of_ages_is_given_away():
    ages = {"kind": "count", "unit": "years-of-age"}
    facts = {"x": Fact(value="18", bound="min", **ages), "y": Fact(value="16..17", bound="range", **ages)}
    sentence = "Guests must be at least ${x} (those aged ${y} come with a parent)."
    ids = [item.id for item in made("fact-choice", article("guests", None, sentence, facts=facts))]
    assert not any(name.endswith(".x") for name in ids)


@pytest.mark.parametrize("sentence", ["You may sell knives to whoever is ${x} or older.", "年满${x}的客人方可租船。"])
def test_ages_stand_beside_ages_near_them(sentence):
    facts = {"x": Fact(kind="count", value="18", unit="years-of-age", bound="min")}
    texts = (None, sentence) if sentence.isascii() else (sentence, None)
    items = [one for n in range(8) for one in made("fact-choice", article(f"sales-{n}", *texts, facts=facts))]
    ages = {int("".join(filter(str.isdigit, o.text.zh or o.text.en))) for item in items for o in item.options}
    assert {16, 18} < ages <= {10, 12, 14, 16, 18, 21, 25}


def test_at_what_age_people_are_of_age_is_no_number_to_write_down():
    for value, asked in (("18", False), ("16", True)):
        facts = {"x": Fact(kind="count", value=value, unit="years-of-age", bound="min")}
        rule = article("x", "跳水者必须年满${x}。", "Divers must be at least ${x} old.", facts=facts)
        assert bool(made("fact-numeric", rule)) is asked
        assert made("fact-choice", rule)
