"""Chinese measure words, and the nouns each of them counts.

The words are data, in ``measures.yaml``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from guizhang.quality.language.kinds import PERSON, kind_of
from guizhang.quality.language.word_lists import word_list

_ANYTHING = frozenset("个种类样些点")
"""Go with nearly every noun, and give none away."""
_OF_PEOPLE = frozenset("名位")
_END = re.compile(r"[。.！!？?”」\s]+$")


class Measures(NamedTuple):
    """What is known of measure words."""

    of: dict[str, frozenset[str]]
    """Ending of a noun to the measure words it takes."""
    apart: frozenset[str]
    """Endings that take no words of shorter endings."""
    narrow: frozenset[str]
    """Measure words whose nouns are all listed, or nearly."""
    loose: frozenset[str]
    """Measure words that go with far more than is listed."""
    words: frozenset[str]
    longest: int
    """Characters of the longest ending."""
    verbs: dict[str, frozenset[str]]
    """Verb that chooses its object to the endings of those objects."""
    partitives: dict[str, frozenset[str]]
    """English: word for a piece or a quantity, with ``s`` for several, to what one has it of."""


@cache
def measures() -> Measures:
    """Return the measure words."""
    tree = word_list("measures.yaml")
    of: dict[str, frozenset[str]] = {}
    for takes, nouns in tree["counted"].items():
        for noun in nouns.split():
            of[noun] = of.get(noun, frozenset()) | frozenset(takes.split())
    apart, narrow, loose = (frozenset(tree[name].split()) for name in ("apart", "narrow", "loose"))
    words = frozenset(word for takes in of.values() for word in takes)
    verbs = {verb: frozenset(nouns.split()) for alike, nouns in tree["verbs"].items() for verb in alike.split()}
    partitives = {
        word: frozenset(nouns.split(", ")) for alike, nouns in tree["partitives"].items() for word in alike.split(", ")
    }
    return Measures(of, apart, narrow, loose, words, max(map(len, of)), verbs, partitives)


def taken_by(noun: str) -> frozenset[str] | None:
    """Return the measure words that go with *noun*, by the endings that are known; ``None`` where none is."""
    known = measures()
    takes: frozenset[str] = frozenset()
    for size in range(min(len(noun), known.longest), 0, -1):
        end = noun[-size:]
        takes |= known.of.get(end, frozenset())
        if end in known.apart:
            break
    return takes or None


@lru_cache(maxsize=16384)
def counts(word: str, text: str) -> bool | None:
    """Tell whether one counts the noun *text* ends with by *word*; ``None`` where that cannot be told."""
    known, noun = measures(), _END.sub("", text)
    takes = taken_by(noun)
    if word in _OF_PEOPLE and kind_of(noun, "zh") == PERSON:
        return True
    if takes is not None and word in takes:
        return True
    if word in known.loose or word in _ANYTHING:
        return None
    # A noun of other measure words does not go with this one; of one nobody listed only a narrow measure says so.
    return False if takes is not None or word in known.narrow else None


@lru_cache(maxsize=16384)
def object_of(verb: str, text: str) -> bool | None:
    """Tell whether *text* names what one does *verb* with, of the verbs that are known; ``None`` where it cannot be told."""
    known, noun = measures(), _END.sub("", text)
    if noun.endswith(tuple(known.verbs[verb])):
        return True
    elsewhere = any(noun.endswith(tuple(nouns)) for nouns in known.verbs.values())
    return False if elsewhere or taken_by(noun) is not None else None


@lru_cache(maxsize=16384)
def has_a(word: str, text: str) -> bool:
    """Tell whether one speaks of a *word* of what *text* names: a bunch of keys."""
    named = _END.sub("", text).rstrip(".").lower()
    return any(named == noun or named.endswith(f" {noun}") for noun in measures().partitives[word])


@lru_cache(maxsize=16384)
def kinds_of_pieces(text: str) -> frozenset[str]:
    """Return the words for a piece or a quantity of what *text* names: bar and cake for soap."""
    return frozenset(word for word in measures().partitives if has_a(word, text))
