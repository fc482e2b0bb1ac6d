"""Pinyin of what the text has: pairs of characters by how they are read, and the characters themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from guizhang.zh.pinyin import spellings

_PAIRS_AT_MOST = 64
"""Of one sound; those left out are the rarest."""


@lru_cache(maxsize=1 << 15)
def typed(char: str) -> tuple[str, ...]:
    """Return how *char* may be typed: as `spellings`, and with u for v (nü is folded to nu)."""
    plain = spellings(char)
    return tuple(dict.fromkeys((*plain, *(s.replace("v", "u") for s in plain if "v" in s))))


def pairs_by_sound(found: Iterable[tuple[str, int]]) -> dict[str, str]:
    """Return the pairs of each sound, ``tou'su`` -> 投诉透酥, the most frequent first.

    Args:
        found: Characters and pairs with the number of their documents.
    """
    out: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for term, documents in found:
        if len(term) == 2:
            for first in typed(term[0]):
                for second in typed(term[1]):
                    out[f"{first}'{second}"].append((-documents, term))
    return {sound: "".join(pair for _, pair in sorted(pairs)[:_PAIRS_AT_MOST]) for sound, pairs in out.items()}


def characters_by_sound(characters: Iterable[str]) -> Mapping[str, str]:
    """Return the characters of each syllable, in order."""
    out: defaultdict[str, list[str]] = defaultdict(list)
    for char in sorted(characters):
        for syllable in typed(char):
            out[syllable].append(char)
    return {syllable: "".join(chars) for syllable, chars in sorted(out.items())}
