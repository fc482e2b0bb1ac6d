"""Lists of English rules that no colon introduces: below a heading, and in running text."""

from __future__ import annotations

import pytest

from guizhang.model.regulation import Node, Origin
from guizhang.model.text import Text
from guizhang.quiz.material.lists.english_point_lists import told_lists
from guizhang.quiz.material.rules import Rules
from tests.quiz.rulings import article, handbook, made

FROM = Origin(file="f.txt", line=1)
OPENING = (
    "Unlock the side gate",
    "Check the harness of each pony",
    "Fill the troughs by 7 a.m.",
    "Arm the yard camera",
)


def _part(title: str, *lines: str, numbered: bool = True, text: str | None = None) -> Node:
    """Return a heading with points below it, as import writes them."""
    points = tuple(
        Node(item=str(n) if numbered else "-", id=f"item-{n}", text=Text(en=line), origin=FROM)
        for n, line in enumerate(lines, 1)
    )
    above = {"text": Text(en=text)} if text else {}
    return Node(section="1", id="part", title=Text(en=title), body=points, origin=FROM, **above)


@pytest.mark.parametrize(
    ("rule", "ordered"),
    [
        (_part("Opening checklist", *OPENING), True),
        (_part("Opening checklist", *OPENING, numbered=False), False),
        (_part("Lost pony", "Call the yard lead", "Close both gates", "Search the lower field"), True),
        (_part("Dress code", "A hard hat", "Boots with a heel", "No loose scarves", numbered=False), False),
        # Rules one below the other, and lines under a heading that does not say what they are.
        (_part("Opening checklist", "The gate is open at 7.", "Ponies are fed.", "Staff sign in."), None),
        (_part("About us", *OPENING), None),
        (article("x", None, "First unlock the gate, then fill the troughs and finally check the harness."), True),
        (
            article(
                "x",
                None,
                "First, unlock the gate. Next, fill the troughs. After that, arm the camera. Riders wait outside.",
            ),
            True,
        ),
        (article("x", None, "The first rider goes first, then the others follow."), None),
        (article("x", None, "First, the yard lead signs. Then, the rider signs. Finally, the vet signs."), None),
    ],
)
def test_what_is_a_list_without_a_colon(rule, ordered):
    found = [one.ordered for one in told_lists(Rules(handbook(rule)).clauses)]
    assert found == ([] if ordered is None else [ordered])


def test_a_numbered_checklist_below_its_heading_is_put_in_order_and_cites_every_line():
    (item,) = made("step-order", _part("Opening checklist", *OPENING))
    assert item.stem.en == "The part “Opening checklist” of “Rules”: Put the steps in the right order."
    assert [option.text.en for option in item.options][2:] == ["Fill the troughs by 7 a.m.", "Arm the yard camera."]
    assert len(item.cites) == 4


def test_steps_below_a_case_that_import_took_for_text():
    lines = ("Move the pony to the barn.", "Ring the vet on call.", "Tell the yard lead.", "Note the time on the card.")
    points = tuple(
        Node(item=str(n), id=f"item-{n}", text=Text(en=line), origin=FROM) for n, line in enumerate(lines, 1)
    )
    (item,) = made("step-order", Node(item="1", id="ill", text=Text(en="If a pony is lame"), body=points, origin=FROM))
    assert item.stem.en == "The part “If a pony is lame” of “Rules”: Put the steps in the right order."


def test_running_text_gives_its_steps_and_what_stands_before_them():
    said = "Feeding: first weigh the hay, then soak it for 10 minutes, then fill the nets and finally lock the store."
    (item,) = made("step-order", article("x", None, said))
    assert item.stem.en == "“Rules”, “On x”: “Feeding …” Put the steps in the right order."
    assert [option.text.en for option in item.options][:2] == ["Weigh the hay", "Soak it for 10 minutes"]


def test_points_below_a_sentence_that_announces_nothing_are_rules_of_their_own():
    lines = ("Riders are weighed once a season.", "Ponies carry 60 kg at most.", "Helmets are worn at all times.")
    part = _part("Riding", *lines, text="We keep our ponies well.")
    assert [clause.continues for clause in Rules(handbook(part)).clauses if clause.place.node.item] == [False] * 3
    announced = _part("Riding", *lines, text="The following hold in every season.")
    assert [clause.continues for clause in Rules(handbook(announced)).clauses if clause.place.node.item] == [False] * 3


def test_a_list_without_introduction_is_named_by_its_heading():
    items = made(
        "list-recall", _part("Dress code", "A hard hat", "Boots with a heel", "No loose scarves", numbered=False)
    )
    assert [item.stem.en for item in items] == [
        "The part “Dress code” of “Rules”: Write down all 3 points that the rule lists."
    ]
    assert items[0].rationale is not None
    assert items[0].rationale.en == (
        "The part “Dress code” of “Rules”: “A hard hat; boots with a heel; no loose scarves.”"
    )


def test_a_line_that_says_what_is_below_it_is_a_heading():
    lines = (
        Node(id="what", text=Text(en="What riders may not do"), origin=FROM),
        Node(id="riders", text=Text(en="Riders feed no pony by hand at any time."), origin=FROM),
    )
    part = Node(section="1", id="part", title=Text(en="Riding"), body=lines, origin=FROM)
    clause = Rules(handbook(part)).clauses[-1]
    assert clause.heading == Text(en="What riders may not do")
