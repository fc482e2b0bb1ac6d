"""Figures of rules in English alone: how they are worded, what they are compared with and what gives them away."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.regulation import Edition, Node, Regulation
from guizhang.model.text import Text
from guizhang.quiz.models import generate
from tests.quiz.rulings import article, days, handbook, made, only, reasons

TIME = {"kind": "time-of-day"}
HOURS = {"kind": "duration", "value": "PT2H", "en": "two (2) hours"}
MONEY = {"kind": "money", "value": "400", "unit": "USD", "bound": "min", "inclusive": False, "en": "$400"}


def _options(sentence, **fact) -> list[str]:
    item = only("fact-choice", article("yard", None, sentence, facts={"x": Fact(**fact)}))
    return [option.text.en for option in item.options]


@pytest.mark.parametrize(
    "sentence",
    [
        "Takings above ${x} go to the bank on the same day.",
        "Takings below ${x} go to the bank on the same day.",
        "Crates above the rail are tied down within ${x}.",
        "The form is handed in within ${x} of the following Monday.",
    ],
)
def test_what_is_compared_points_nowhere(sentence):
    assert made("fact-choice", article("yard", None, sentence, facts={"x": Fact(**MONEY)}))


@pytest.mark.parametrize(
    "sentence",
    [
        "The rules above set a limit of ${x} for takings.",
        "Takings of ${x} are dealt with as described above.",
        "Takings of ${x} are listed in the table below.",
        "Anything above that costs ${x} on the same day.",
    ],
)
def test_what_points_elsewhere_still_makes_nothing(sentence):
    assert not made("fact-choice", article("yard", None, sentence, facts={"x": Fact(**MONEY)}))


def test_a_number_in_words_and_in_digits_stands_beside_others_in_both():
    said = _options("Drivers ring the depot ${x} before the shift.", **HOURS)
    assert "two (2) hours" in said
    assert all(one.partition(" (")[2].partition(")")[0].isdigit() for one in said)
    item = only("fact-numeric", article("yard", None, "The gate opens for ${x}.", facts={"x": Fact(**HOURS)}))
    assert "______ hours" in item.stem.en
    assert [gap.answer for gap in item.gaps.values()] in (["2"], []) or item.numeric


@pytest.mark.parametrize(
    ("value", "said", "form"),
    [
        ("17:00..20:00", "5-8 p.m.", r"\d{1,2}-\d{1,2} p\.m\.|\d{1,2} a\.m\.-\d{1,2} p\.m\."),
        ("8:30..18:00", "8.30am to 6pm", r"\d{1,2}(\.\d\d)?am to \d{1,2}(\.\d\d)?pm"),
    ],
)
def test_a_range_of_times_is_worded_as_the_rule_has_it(value, said, form):
    import re

    options = _options("The canteen is open ${x}.", **TIME, value=value, en=said)
    assert said in options
    assert all(re.fullmatch(form, one) for one in options), options


def test_beside_noon_stands_an_hour_of_the_morning():
    item = only(
        "correction",
        article(
            "yard",
            None,
            "Ask no later than ${x}.",
            facts={"x": Fact(**TIME, value="12:00", en="12:00 noon", bound="max")},
        ),
    )
    assert "noon" not in item.stem.en
    assert " a.m." in item.stem.en or " p.m." in item.stem.en


def test_shares_that_add_up_to_one_of_them_are_not_asked_for():
    shares = {"a": "24%", "b": "18%", "c": "6%"}
    facts = {name: Fact(kind="percent", value=value) for name, value in shares.items()}
    text = "The surcharge is ${a}, of which ${b} goes to the crew and ${c} stays with the yard."
    book = handbook(article("yard", None, text, facts=facts))
    assert any("各部分合起来" in reason for reason in reasons(book, "fact-choice"))


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("Staff must not lend boats to guests under the age of ${x}.", None),
        ("Lessons are free for children under the age of ${x}.", "To which of them does the rule apply?"),
    ],
)
def test_of_whom_a_rule_speaks_the_age_says_to_whom_it_applies(sentence, asks):
    fact = Fact(kind="count", value="12", unit="years-of-age", bound="max", inclusive=False)
    found = made("threshold-case", article("yard", None, sentence, facts={"x": fact}))
    assert [item.stem.en.endswith(asks) for item in found] == ([True] if asks else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "The claim goes to the bursar, whose answer is given within ${x}.",
        "The deposit is returned within ${x}.",
    ],
)
def test_what_is_done_in_time_lies_within_the_limit(sentence):
    fact = Fact(kind="duration", value="P10D", bound="max")
    item = only("threshold-case", article("yard", None, sentence, facts={"x": fact}))
    assert item.stem.en.endswith("Which of the cases are within the limit it sets?")


@pytest.mark.parametrize(
    ("sentence", "points"),
    [
        ("Skippers must carry a radio licence, renewed every two years, and a harbour pass.", 0),
        ("Skippers must carry a radio licence, valid for the season, and a harbour pass.", 0),
        ("Skippers must carry a radio licence, a harbour pass and a first-aid tin.", 3),
    ],
)
def test_what_is_said_of_a_thing_is_no_other_thing(sentence, points):
    found = made("list-recall", article("yard", None, sentence))
    assert [len(item.guide) for item in found] == ([points] if points else [])


def test_a_second_case_is_not_what_follows_on_the_first():
    facts = {
        name: Fact(kind="money", value=value, unit="USD", bound=bound, en=f"${value}")
        for name, value, bound in (("a", "5", "max"), ("b", "6..20", "exact"), ("c", "20", "min"))
    }
    facts["b"] = Fact(kind="money", value="6..20", unit="USD", bound="range", en="$6 to $20")
    text = "Shortages: up to ${a} no action; ${b} a talk; more than ${c}, or three in a month, a written warning."
    assert not made("graded-case", article("till", None, text, facts=facts))


def _under(heading: str, *texts: str) -> Handbook:
    """Return a handbook with a part that has this heading and a paragraph for each of *texts*."""
    body = tuple(Node(id=f"p{n}", text=Text(en=text), norm="duty") for n, text in enumerate(texts))
    part = Node(section="1", id="part", title=Text(en=heading), body=body)
    settings = Settings(title=Text(en="Handbook"), company=Text(en="Company"))
    regulation = Regulation(id="rules", title=Text(en="Boathouse rules"), edition=Edition(version="1"), body=(part,))
    return Handbook(settings, (regulation,))


HOUNDS = "Hounds come in on Sundays only. Their owner signs the yard book. A hound that bites is led out by the porter."


def _recalled(book: Handbook) -> list[str]:
    return [item.stem.en for item in generate(book) if item.model == "article-recall"]


def test_a_paragraph_alone_under_its_heading_is_called_by_it():
    (stem,) = _recalled(_under("Hounds", HOUNDS))
    assert "“Hounds”" in stem
    assert not _recalled(_under("Hounds", HOUNDS, "Cats stay in the loft. They are fed by the porter at dusk."))


def test_what_a_text_says_of_itself_is_not_to_be_written_down():
    told = "This policy explains who rows when. It applies to all crews. Boats are booked on the board in the hall."
    assert not _recalled(_under("Purpose", told))


def test_how_often_in_one_word_stands_beside_others_in_one_word():
    said = _options("Nets are checked ${x} by the porter.", kind="frequency", value="1/P1W", en="weekly")
    assert "weekly" in said
    assert set(said) <= {"daily", "weekly", "fortnightly", "monthly", "quarterly", "annually"}


@pytest.mark.parametrize("said", ["every two hours", "every 2 hours"])
def test_every_so_many_hours_stands_beside_others_of_its_form(said):
    options = _options("The pool is tested ${x}.", kind="frequency", value="1/PT2H", en=said)
    assert said in options
    assert all(one.startswith("every ") and "one" not in one for one in options)


def test_a_number_that_parts_two_provisions_is_nothing_to_keep_to():
    fact = Fact(kind="count", value="30", unit="number", bound="max")
    text = "One guard is on duty for up to ${x} bathers and two for any number above that."
    assert not made("threshold-case", article("pool", None, text, facts={"x": fact}))


def test_the_statement_that_is_true_is_no_longer_than_the_altered_ones():
    nodes = [
        article(
            f"a{n}",
            None,
            f"The {what} is locked at dusk. It is cleaned within ${{x}} of the last guest.",
            facts={"x": days(f"P{n}D")},
        )
        for n, what in enumerate(("boathouse", "sauna", "bakery", "stable", "library"), start=3)
    ] + [
        article(
            f"b{n}",
            None,
            f"The {what} keeps bags for ${{x}}. Lost bags go to the porter.",
            facts={"x": days(f"P{n}D", bound="exact")},
        )
        for n, what in enumerate(("harbour office", "ticket kiosk", "north gate", "ferry desk", "guest house"), start=9)
    ]
    items = made("true-statement", *nodes)
    assert items
    for item in items:
        counts = {option.key: option.text.en.count(". ") for option in item.options}
        assert counts[True] <= counts[False]


def test_in_a_case_that_is_told_what_somebody_may_do_has_to_be_in_time():
    fact = Fact(kind="duration", value="P2M", bound="max")
    text = "If you are still unhappy you may ask the bursar for a review within ${x}."
    item = only("threshold-case", article("yard", None, text, facts={"x": fact}))
    assert item.stem.en.endswith("Which of the cases keep to the rule?")


@pytest.mark.parametrize(
    ("sentence", "title", "asked"),
    [
        ("Follow the Ten-and-Four Rule: look up at ${x} from the rail.", "Greeting", False),
        ("By the 10/4 rule deck hands look up at ${x} from the rail.", "Greeting", False),
        ("By the Rule of Ten deck hands look up at ${x} from the rail.", "Greeting", False),
        ("Deck hands look up at ${x} from the rail.", "The ten-step greeting", False),
        ("Deck hands look up at ${x} from the rail.", "4. Greeting", True),
        ("As a rule deck hands look up at ${x} from the rail.", "Greeting", True),
    ],
)
def test_what_a_rule_is_called_gives_its_figure_away(sentence, title, asked):
    steps = Fact(kind="count", value="10", unit="steps", en="10 steps")
    rule = article("deck", None, sentence, title=Text(en=title), facts={"x": steps})
    assert bool(made("fact-numeric", rule)) is asked


@pytest.mark.parametrize(
    ("en", "fact", "asked"),
    [
        ("Readers who owe ${a} or above may not borrow a book.", Fact(kind="money", value="40", unit="USD", en="$40"), True),
        ("Old prints must be moved where the air is at ${a} or above.",
         Fact(kind="count", value="26", unit="celsius", en="26°C"), True),
        ("The hall must be closed where the air is at ${a} or below.", Fact(kind="count", value="9", unit="celsius", en="9°C"), True),
        ("Clerks of ${a} and above must open the safe.", Fact(kind="count", value="4", unit="number", en="grade 4"), True),
        ("Clerks must report the loss within ${a} as stated above.", Fact(kind="duration", value="PT4H", bound="max"), False),
        ("Clerks must report what is named below within ${a}.", Fact(kind="duration", value="PT4H", bound="max"), False),
    ],
)  # fmt: skip
def test_a_figure_or_above_is_a_limit_and_points_nowhere(en, fact, asked):
    assert bool(made("altered-fact", article("x", None, en, facts={"a": fact}))) is asked
