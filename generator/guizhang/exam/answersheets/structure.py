"""What an answer sheet must have room for: the questions of a form without their words.

A question is a term: ``c4`` choose among four, ``t`` true or false, ``g4.0`` two gaps, one with four options and one
written, ``m3.5`` three left sides and five letters, ``o6`` six positions, ``n`` a number, ``w`` written on the paper.
"""

from __future__ import annotations

from itertools import groupby

from guizhang.model.drawn_item import DrawnItem
from guizhang.model.form import DrawnForm, DrawnSection
from guizhang.model.item import ItemType

Structure = tuple[tuple[str, ...], ...]
"""The terms of each section."""

_CHOICE = (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE)


def structure(form: DrawnForm) -> Structure:
    """Return the terms of *form*; nothing in them depends on a key."""
    return tuple(_section(section) for section in form.sections)


def spelt(terms: Structure) -> str:
    """Return *terms* as one word: ``15*c4 5*c5/10*t``."""
    return "/".join(
        " ".join(f"{count}*{term}" if (count := len(list(run))) > 1 else term for term, run in groupby(section))
        for section in terms
    )


def _section(section: DrawnSection) -> tuple[str, ...]:
    # All choice questions of a section get as many letters as the one with most: rows of one length are quicker to find
    # one's way in, and forms drawn from one blueprint then share a sheet.
    letters = max((len(item.options) for item in section.items if item.type in _CHOICE), default=0)
    return tuple(_term(item, letters) for item in section.items)


def _term(item: DrawnItem, letters: int) -> str:
    match item.type:
        case ItemType.SINGLE_CHOICE | ItemType.MULTIPLE_CHOICE:
            return f"c{letters}"
        case ItemType.TRUE_FALSE:
            return "t"
        case ItemType.CLOZE:
            return "g" + ".".join(str(len(gap.options)) for gap in item.gaps)
        case ItemType.MATCHING:
            return f"m{len(item.lefts)}.{len(item.options)}"
        case ItemType.ORDERING:
            return f"o{len(item.options)}"
        case ItemType.NUMERIC:
            return "n"
        case _:
            return "w"
