"""Lists that an English rule has inside one sentence: things named one after another, steps numbered in running text."""

from __future__ import annotations

import pytest

from tests.quiz.rulings import article, made, only


@pytest.mark.parametrize(
    ("sentence", "lead", "points"),
    [
        (
            "A request for a berth shall be sent to the office by email and consist of a name, the dates wanted, and the length of the boat.",
            "A request for a berth shall be sent to the office by email and consist of …",
            ["A name", "The dates wanted", "The length of the boat"],
        ),
        (
            "Berths are let by the week. Every label must show the weight, the berth number and the owner's name.",
            "Every label must show …",
            ["The weight", "The berth number", "The owner's name"],
        ),
        (
            "Divers must not enter the wreck, feed the seals or leave the line.",
            "Divers must not …",
            ["Enter the wreck", "Feed the seals", "Leave the line"],
        ),
        (
            "New divers are required to show a card, sign the list, and check the gauge of the cylinder.",
            "New divers are required to …",
            ["Show a card", "Sign the list", "Check the gauge of the cylinder"],
        ),
    ],
)
def test_what_a_sentence_names_one_by_one_is_written_down(sentence, lead, points):
    item = only("list-recall", article("berths", None, sentence))
    assert f"“{lead}” Write down all 3 points" in item.stem.en
    assert [point.text.en for point in item.guide] == points


def test_steps_numbered_in_running_text_are_written_down_in_their_order():
    text = "Sails over 20 kg are weighed first. Here's how: (1) wipe the scale; (2) lay the sail on it; (3) note the weight on the card."
    item = only("steps-recall", article("sails", None, text))
    assert [point.text.en for point in item.guide] == [
        "1. Wipe the scale",
        "2. Lay the sail on it",
        "3. Note the weight on the card",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Every label must show the weight and the berth number.",
        "Every label must show the weight, which the clerk notes, and the number, if there is one, and the name.",
        "It must show the weight, the berth number and the name.",
        "Crews shall have a skipper, a mate, or both.",
        # Something else they must, a case, and what is no act.
        "Divers must not enter the wreck, feed the seals or leave the line. Divers must not dive alone.",
        "Divers must sign the list, check the gauge and, if it is low, call the boat.",
        "Divers must be calm, rested and sober.",
    ],
)
def test_what_is_no_list_of_three_plain_things_is_not_asked(sentence):
    assert not made("list-recall", article("berths", None, sentence))
