"""What is compared when searching: the fold, the runs of a text, and the stems of English words.

The fold keeps the length of a text in UTF-16 units, so that the browser highlights by offset. docs/search.md 4 is the
specification; tests/site/search/vectors.json holds it against the browser's copy.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from guizhang.zh.folding import CharacterMap
from guizhang.zh.script import simplify_character

HAN = "\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U000323af"
"""Characters written without blanks between words, as a class for patterns."""
LETTER = "a-z0-9\u00df-\u058f"
"""Characters of folded words, likewise."""

_WORD = re.compile(rf"([{LETTER}]+)(?:'[a-z]{{1,2}}(?![a-z]))?")
_VOWEL = frozenset("aeiouy")
_QUOTES = {"\u2018": "'", "\u2019": "'"}
_BLANKS = str.maketrans("\t\r", "  ")
_LAST_PLANE_0 = 0xFFFF


@cache
def _table() -> CharacterMap:
    return CharacterMap(_fold_character)


def fold(text: str) -> str:
    """Return *text* as it is compared; as long as *text*, which must be in NFC."""
    return text.lower().translate(_BLANKS) if text.isascii() else text.translate(_table())


def _fold_character(char: str) -> str:
    if ord(char) > _LAST_PLANE_0:
        return char
    plain = unicodedata.normalize("NFKC", char)
    if len(plain) == 1 and ord(plain) <= _LAST_PLANE_0:
        char = plain
    if char in _QUOTES:
        return "'"
    if char in "\t\r" or unicodedata.category(char).startswith("Z"):
        return " "
    lower = char.lower()
    if len(lower) == 1:
        char = lower
    if "\u00c0" <= char <= "\u024f" or "\u1e00" <= char <= "\u1eff":
        base = unicodedata.normalize("NFD", char)[0]
        return base if "a" <= base <= "z" else char
    return simplify_character(char)


def words(folded: str) -> list[str]:
    """Return the Latin words of a folded text, not yet stemmed: ``customer's`` gives customer."""
    return _WORD.findall(folded)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return what the forms of an English word share: complaints, complaining and complained give complain(t).

    Light on purpose: it never joins words of two meanings, and what it misses, prefixes find.
    """
    if len(word) < 4 or not (word.isascii() and word.isalpha()):
        return word
    if word.endswith("sses"):
        word = word[:-2]
    elif word.endswith(("ies", "ied")) and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        left = word.removesuffix(ending)
        if left != word:
            if len(left) >= 3 and not _VOWEL.isdisjoint(left):
                word = left[:-1] if left[-1] == left[-2] and left[-1] not in "lsz" else left
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word
