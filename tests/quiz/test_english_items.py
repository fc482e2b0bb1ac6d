"""Items of rules that are written in English alone: who acts, and what follows in a case of its own figure."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from guizhang.cli import main
from guizhang.model.item import Item
from guizhang.model.text import Text
from guizhang.quiz.material.parties.english_posts import posts
from guizhang.quiz.material.ranks import rank
from guizhang.quiz.models import generate
from guizhang.reference import copy_reference
from guizhang.yamlio.content import load_project

RULES = """\
HARBOUR CROSSING RULES

Article 1 Lateness
Deck hands who are up to 10 minutes late receive a reminder; \
deck hands who are more than 10 and up to 30 minutes late lose half an hour's pay; deck hands who are more than 30 minutes late are sent home.

Article 2 Waivers
Waivers are decided as follows:
(1) up to 40 dollars, by the gate supervisor;
(2) more than 40 dollars and up to 200 dollars, by the terminal manager;
(3) more than 200 dollars, by the line director.

Article 3 Overtime
Overtime is approved by the gate supervisor up to 2 hours, by the terminal manager up to 6 hours and by the line director above 6 hours.

Article 4 Lost tickets
Lost tickets must be reported to the gate supervisor within 20 minutes.

Article 5 Notice
The gate supervisor closes the gate at 6:00 p.m. The terminal manager checks the seals before 7:00 p.m. Repairs must be approved by the terminal manager.

Article 6 Charter trips
Charter trips must be confirmed by the line director 14 days before departure. The harbour office must be told of a delay.

Article 8 Cancelling
Groups that cancel up to 7 days before the trip pay nothing.

Article 9 Minor offences
These are punished with an oral warning:
- a missing badge
- whistling on the bridge

Article 10 Serious offences
These are punished with a written warning:
- casting off without an order
- a second passenger list

Article 11 Dismissal
Anyone who takes money from the till is dismissed at once. A deck hand who reports a leak receives a bonus of 30 dollars.

Article 12 Absence
Anyone who falls ill calls the gate supervisor at least 90 minutes before the shift.

Article 13 Casting off
Casting off is done in the following order:
(1) The gate supervisor lowers the barrier
(2) A deck hand pulls in the gangway within 2 minutes
(3) The bow line is let go
(4) The stern line is let go
(5) The horn is sounded twice

Article 7 Warnings
A first minor breach leads to a reminder. A second minor breach within 6 months leads to a warning. A third minor breach within 6 months leads to dismissal.
"""


@pytest.fixture(scope="module")
def items(tmp_path_factory) -> dict[str, Item]:
    root = tmp_path_factory.mktemp("english") / "handbook"
    copy_reference(root, empty=True)
    for old in (root / "content" / "regulations").iterdir():
        old.unlink()
    page = root.parent / "terminal.txt"
    page.write_text(RULES, encoding="utf-8")
    result = CliRunner().invoke(main, ["import", str(page), "-o", str(root / "content" / "regulations")])
    assert result.exit_code == 0, result.output
    return {item.id: item for item in generate(load_project(root).handbook)}


def _of(items: dict[str, Item], model: str, article: int) -> list[Item]:
    return [item for name, item in items.items() if name.startswith(f"{model}.") and f".article-{article}." in name]


def _key(item: Item) -> str:
    return next(option.text.either("en") for option in item.options if option.key)


@pytest.mark.parametrize(
    ("article", "asked", "bounds", "outcomes"),
    [
        (
            1,
            r"“Deck hands who are (\d+) minutes late …”\?",
            (10, 30),
            ["Receive a reminder", "Lose half an hour's pay", "Are sent home"],
        ),
        (
            2,
            r"“Waivers are decided …” In one case it is (\d+) dollars\.",
            (40, 200),
            ["By the gate supervisor", "By the terminal manager", "By the line director"],
        ),
        (
            3,
            r"“Overtime is approved …” In one case it is (\d+) hours?\.",
            (2, 6),
            ["By the gate supervisor", "By the terminal manager", "By the line director"],
        ),
    ],
)
def test_a_case_inside_a_grade_is_asked_for_with_what_follows_on_each(items, article, asked, bounds, outcomes):
    made = _of(items, "graded-case", article)
    assert len(made) == 2
    for item in made:
        found = re.search(asked, item.stem.either("en"))
        assert found, item.stem.en
        figure = int(found[1])
        assert figure not in bounds
        assert [option.text.en for option in item.options] == outcomes
        assert _key(item) == outcomes[sum(figure > bound for bound in bounds)]


def test_what_grows_with_each_breach_is_not_asked_for(items):
    assert not _of(items, "graded-case", 7)


def test_what_lies_up_to_a_day_before_something_is_no_limit_to_keep_below(items):
    assert not _of(items, "threshold-case", 8)


def test_notice_is_something_to_keep_to_and_no_case(items):
    (made,) = _of(items, "threshold-case", 12)
    assert made.stem.either("en").endswith("Which of the cases keep to the rule?")


def test_what_a_list_is_punished_with_is_asked_for_without_its_heading(items):
    made = _of(items, "penalty-match", 9)
    assert [_key(item) for item in made] == ["They receive an oral warning"] * 2
    assert not any("Minor" in item.stem.either("en") for item in made)
    # What rewards is no wrong answer, and every option tells of people what befalls them.
    others = {option.text.either("en") for item in made for option in item.options} - {"They receive an oral warning"}
    assert "They receive a bonus of 30 dollars" not in others
    assert {"They receive a written warning", "They are dismissed at once"} <= others


def test_steps_of_an_english_rule_are_put_in_order_with_their_figures(items):
    (made,) = _of(items, "step-order", 13)
    assert [option.text.en for option in made.options][1] == "A deck hand pulls in the gangway within 2 minutes"


def test_who_is_told_and_who_approves_is_asked_for_among_those_about_as_high(items):
    (told,) = _of(items, "responsible", 4)
    assert "reported to ______ within 20 minutes" in told.stem.either("en")
    assert _key(told) == "The gate supervisor"
    assert {option.text.en for option in told.options} >= {"The terminal manager"}
    (asked,) = _of(items, "responsible", 6)
    assert _key(asked) == "The line director"


def test_options_of_amounts_are_worded_as_the_rule_words_its_own(items):
    (low, *_) = [item for name, item in items.items() if name.startswith("fact-choice.") and "article-2" in name]
    assert all(option.text.either("en").endswith(" dollars") for option in low.options)


def test_a_time_that_ends_its_sentence_leaves_the_full_stop_behind_the_blank(items):
    blanked = [item.stem.either("en") for item in _of(items, "fact-choice", 5)]
    assert any("closes the gate at ______.” What" in stem for stem in blanked)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["The Floor Manager must sign.", "Signed by the Floor Manager."], ("Floor Manager",)),
        (["Cashiers must count the float.", "The cashier locks the till."], ("cashier",)),
        (["The executive housekeeper decides.", "Tell the executive housekeeper."], ("executive housekeeper",)),
        (["Ask the HR team.", "Ask the HR team.", "The customer may complain to the customer."], ("HR team",)),
        (["The duty manager decides once."], ()),
        (["Report to your supervisor.", "It is signed by your supervisor."], ()),
        (["The director of studies signs.", "Ask the director of studies."], ("director of studies",)),
        (["A team is a team, and the team a team.", "The head is not lowered below the head."], ()),
    ],
)
def test_posts_are_what_the_rules_name_twice(lines, found):
    assert posts(lines) == found


@pytest.mark.parametrize(
    ("name", "height"),
    [("executive housekeeper", 3), ("finance team", None), ("head of people", 3), ("team lead", 2), ("driver", 1)],
)
def test_how_high_an_english_name_stands(name, height):
    assert rank(Text(en=name)) == height
