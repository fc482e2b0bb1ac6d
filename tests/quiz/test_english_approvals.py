"""Who approves by rules in English alone, where nobody has marked it."""

from __future__ import annotations

import pytest

from guizhang.quiz.material.approvals.english_approvals import could_approve_too, english_approvals, spelled_as
from guizhang.quiz.material.rules import Rules
from tests.quiz.rulings import article, handbook, made


def _told(en: str) -> list[tuple[str, str]]:
    (clause,) = Rules(handbook(article("x", None, en))).clauses
    return [(one.who, one.sentence.en or "") for one in english_approvals(clause)]


@pytest.mark.parametrize(
    ("en", "who"),
    [
        ("Swaps of shifts must be approved by the kennel supervisor.", ["kennel supervisor"]),
        ("Weekend leave needs the written consent of the Head Groomer.", []),
        ("Late drop-offs are accepted only with the site manager's prior approval.", ["site manager"]),
        ("Overtime does not require the consent of the yard supervisor.", []),
        ("Orders not approved by the yard supervisor are sent back.", ["yard supervisor"]),
        ("Discounts above £30 go to the regional director for approval.", ["regional director"]),
        ("The yard supervisor may authorise refunds of up to £20.", ["yard supervisor"]),
        (
            "Leave of up to 2 days is authorized by the yard supervisor, longer leave by the site manager.",
            ["yard supervisor", "site manager"],
        ),
        # Nobody in particular, somebody denied, and who decides once more on appeal.
        ("Swaps must be approved by your line manager.", []),
        ("Swaps must be approved by the manager.", []),
        ("Swaps need not be approved by the kennel supervisor.", []),
        ("Swaps are approved by the kennel supervisor. On appeal the site manager decides.", []),
        # A word of the name stands in the sentence.
        ("Cash refunds are signed by the cash supervisor.", []),
        ("Swaps must be reported to the kennel supervisor.", []),
    ],
)
def test_who_approves_is_read_from_the_sentence(en, who):
    assert [name for name, _ in _told(en)] == who
    assert all("______" in said for _, said in _told(en))


def test_only_the_sentence_that_says_who_is_quoted():
    ((_, said),) = _told(
        "Kennels are cleaned at 8:00. Swaps of shifts must be approved by the kennel supervisor. Dogs rest at noon."
    )
    assert said == "Swaps of shifts must be approved by ______."


def test_nobody_stands_in_for_the_same_person_or_for_one_far_above():
    others = ["manager", "deputy site manager", "yard supervisor", "groomer", "dispatcher", "chairman"]
    assert could_approve_too("site manager", others) == ["yard supervisor"]


@pytest.mark.parametrize(
    ("who", "other", "spelled"),
    [
        ("Site Manager", "yard supervisor", "Yard Supervisor"),
        ("site manager", "Head of HR", "head of HR"),
        ("Site Manager", "head of kennels", "Head of Kennels"),
    ],
)
def test_names_are_spelled_alike(who, other, spelled):
    assert spelled_as(who, other) == spelled


def test_who_approves_is_asked_among_those_whom_the_rules_name():
    rules = [
        article("a", None, "Swaps of shifts must be approved by the yard supervisor."),
        article("b", None, "Discounts above £30 need the approval of the site manager."),
        article("c", None, "The area director visits every site each quarter."),
    ]
    items = made("approver", *rules)
    assert [[o.text.en for o in item.options if o.key] for item in items] == [
        ["the yard supervisor"],
        ["the site manager"],
    ]
    assert {option.text.en for option in items[1].options} == {
        "the yard supervisor",
        "the site manager",
        "the area director",
    }
    assert items[0].stem.en == (
        "“Rules”, “On a”: “Swaps of shifts must be approved by ______.” Who belongs in the blank?"
    )


def test_nothing_is_asked_where_the_rules_name_nobody_else():
    assert made("approver", article("a", None, "Swaps of shifts must be approved by the yard supervisor.")) == []
