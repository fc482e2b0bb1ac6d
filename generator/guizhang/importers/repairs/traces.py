"""Traces of characters cut in two: where to look, and whether it is worth while."""

from __future__ import annotations

import re

from guizhang.importers.repairs.likeness import Likeness

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
SPELLED = rf"[a-zü]{{0,5}}[{_TONED}][a-zü]{{0,4}}"
BAD = "[?\ufffd]"
TRIGGER = re.compile(rf"{BAD}\(?{SPELLED}\)|{BAD}/[a-z]+>|{BAD}[!-~]?(?=[^\x00-\x7f])")
"""Where damage of this kind can begin; most question marks are not."""
_LETTER_BEHIND = re.compile(r"[\u3400-\u9fff][@-~]")


def looks_shifted(text: str, place: int, model: Likeness) -> bool:
    """Return whether what follows can be shifted at all: an uncommon character, or a letter right behind a Chinese one.

    Behind a true question mark all characters are common, and the costly search is spared.

    Args:
        text: The whole text.
        place: Where the trigger begins.
        model: Of the undamaged rest of the document.
    """
    following = text[place + 1 : place + 7].partition("\n")[0]
    uncommon = any(char >= "\u3400" and not model.knows(char) for char in following)
    return uncommon or _LETTER_BEHIND.search(following) is not None


def surely_shifted(text: str, place: int, model: Likeness) -> bool:
    """Return whether two rare characters follow, which undamaged text hardly has."""
    following = text[place + 1 : place + 7].partition("\n")[0]
    return sum("\u3400" <= char <= "\u9fff" and model.is_rare(char) for char in following) > 1
