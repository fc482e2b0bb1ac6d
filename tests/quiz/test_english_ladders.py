"""What follows the first, the second and the third time, and points, of English rules that nobody has marked."""

from __future__ import annotations

import pytest

from guizhang.importers.drafting.drafts import _is_rule
from guizhang.model.regulation import Node
from guizhang.model.text import Text
from guizhang.quiz.material.lists.english_ladders import ladders, scored
from guizhang.quiz.material.rules import Rules
from tests.quiz.rulings import article, handbook, made


def _lines(*lines: str, intro: str = "Late boats are dealt with by steps.") -> Node:
    return article("x", None, intro, body=tuple(Node(text=Text(en=line)) for line in lines))


def _labelled(*lines: str) -> Node:
    """Return lines from which import has taken the label."""
    body = (Node(item=str(n), label=f"Stage {n}", text=Text(en=line)) for n, line in enumerate(lines, 1))
    return article("x", None, "Late boats are dealt with by steps.", body=tuple(body))


LADDER = _lines(
    "1st offence: spoken warning",
    "2nd offence: written warning",
    "3rd offence: two days without pay",
    "4th offence: dismissal",
)
TABLE = _lines(
    "Offence | First | Second | Third",
    "Leaving a boat untied | Spoken warning | Written warning | Loss of a shift",
    "Sleeping on watch | Written warning | Loss of a shift | Dismissal",
)
POINTS = _lines("Breach\tPoints", "Coming late to the quay\t1", "Leaving the quay early\t2", "No call and no show\t5")


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (LADDER, [("offence", "", 4)]),
        (TABLE, [("time", "Leaving a boat untied", 3), ("time", "Sleeping on watch", 3)]),
        (_lines("Stage 1 – spoken warning", "Stage 2 – final warning", "Stage 3 – dismissal"), [("stage", "", 3)]),
        (
            article(
                "x",
                None,
                "A first breach leads to a spoken warning, a second to a written warning, and a third to dismissal.",
            ),
            [("breach", "", 3)],
        ),
        (
            article(
                "x",
                None,
                "A first missed watch leads to a spoken warning, a second to a written warning and a third to dismissal.",
            ),
            [("missed watch", "", 3)],
        ),
        (
            article(
                "x",
                None,
                "Late boats are dealt with as follows: first offence – spoken warning; second offence within a year –"
                " written warning; third offence – loss of a shift.",
            ),
            [("offence", "", 3)],
        ),
        (
            article(
                "x",
                None,
                "A boat that is not returned is a no-show. First no-show: reminder. Second no-show: $30 charge."
                " Third no-show: loss of the boat.",
            ),
            [("no-show", "", 3)],
        ),
        (
            article(
                "x", None, "First late return: reminder. Second late return: fine. Third late return: no more loans."
            ),
            [("late return", "", 3)],
        ),
        (_labelled("Spoken warning", "Written warning", "Dismissal"), [("stage", "", 3)]),
        # A procedure, a row that counts on from elsewhere, and what is too short.
        (_lines("Step 1: untie the boat", "Step 2: start the pump", "Step 3: call the harbour"), []),
        (
            _lines(
                "Second offence: written warning", "Third offence: dismissal", "Fourth offence: report to the police"
            ),
            [],
        ),
        (_lines("First offence: written warning", "Second offence: dismissal"), []),
    ],
)
def test_ladders_are_read_line_by_line(rule, found):
    clauses = Rules(handbook(rule)).clauses
    assert [(one.noun, one.act, len(one.outcomes)) for one in ladders(clauses)] == found


def test_of_a_ladder_the_times_between_are_asked_for_and_when_the_last_comes():
    items = {item.id: item for item in made("penalty-match", LADDER)}
    between = items["penalty-match.rules.x.2-times-2"]
    assert between.stem.en == "“Rules”, “On x”: what follows on the second offence?"
    assert [option.text.en for option in between.options if option.key] == ["Written warning"]
    when = items["penalty-match.rules.x.2-times-when"]
    assert [option.text.en for option in when.options if option.key] == ["The fourth offence"]
    assert len(when.options) == 4
    assert "penalty-match.rules.x.2-times-1" not in items


def test_a_row_of_a_table_is_asked_among_what_follows_elsewhere_in_it():
    (first, *_) = made("penalty-match", TABLE)
    assert first.stem.en == "“Rules”, “On x”: what follows the first time: “leaving a boat untied”?"
    assert {option.text.en for option in first.options} == {
        "Spoken warning",
        "Written warning",
        "Loss of a shift",
        "Dismissal",
    }


def test_points_are_asked_for_among_those_of_other_acts():
    (table,) = scored(Rules(handbook(POINTS)).clauses)
    assert [one.points for one in table] == ["1", "2", "5"]
    items = made("penalty-match", POINTS)
    assert items[1].stem.en == "“Rules”, “On x”: how many points does this bring: “leaving the quay early”?"
    assert [option.text.en for option in items[1].options] == ["1 point", "2 points", "3 points", "5 points"]


def test_the_whole_ladder_is_written_down():
    (item,) = [one for one in made("label-recall", LADDER) if one.id.endswith("-times")]
    assert [point.text.en for point in item.guide][1] == "Second offence: written warning"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("First offence: spoken warning", True),
        ("2nd late arrival – written warning", True),
        ("First aid kits", False),
        ("Offence | First", False),
    ],
)
def test_a_line_of_a_ladder_is_a_rule_for_the_import(line, rule):
    assert _is_rule(line) is rule


def test_a_ladder_in_one_sentence_is_no_penalty_of_its_own():
    rules = [
        article("a", None, "A missed watch leads to a spoken warning, a second to a written warning."),
        article("b", None, "Crew who smoke on deck lose their bonus. Crew who sell fuel are dismissed at once."),
        article("c", None, "Crew who sleep on watch are given a final written warning."),
    ]
    offered = {option.text.en for item in made("penalty-match", *rules) for option in item.options}
    assert offered == {"They lose their bonus", "They are dismissed at once", "They are given a final written warning"}


def test_what_else_a_breach_is_is_no_part_of_the_case():
    rules = [
        article("a", None, "Theft of fuel is gross misconduct and leads to dismissal."),
        article(
            "b", None, "Deck hands who smoke on deck lose their bonus. Deck hands who sleep on watch are suspended."
        ),
    ]
    stems = [item.stem.en for item in made("penalty-match", *rules)]
    assert "“Rules”, “On a”: what follows for staff after theft of fuel?" in stems


def test_a_first_offence_is_no_step():
    rule = article(
        "x",
        None,
        "Late boats are dealt with as follows: first offence – spoken warning; second offence – written warning; third"
        " offence – loss of a shift.",
    )
    assert not made("steps-recall", rule)
    (item,) = made("penalty-match", rule)
    assert item.stem.en == "“Rules”, “On x”: on which offence does this follow: “loss of a shift”?"
