"""How likely a run of Chinese is: a character bigram model of one document.

P(c | b) = L_DOC * n(bc) / n(b) + L_WORDS * w(bc) / w(b) + L_CHAR * n(c) / n + (1 - L_DOC - L_WORDS - L_CHAR) * base(c)

n counts the document, w the built-in words; base is a fixed share by how common a character is (the thousand most used,
GB 2312 level 1, level 2, others). Simplified and Traditional count as one, and so do full and half width.
Source: linear interpolation after F. Jelinek and R. Mercer, "Interpolated estimation of Markov source parameters" (1980).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from math import log

from guizhang.importers.repairs.words import COMMON_CHARACTERS, COMMON_WORDS
from guizhang.zh.script import simplify_character

_L_DOC, _L_WORDS, _L_CHAR = 0.4, 0.35, 0.1
_STOPS = "，。、：；（）“”《》,.:;()"
_LEVEL_2 = 0xD8  # first lead byte of the rarer half of GB 2312
_COMMON, _LEVEL_1 = 4e-4, 3e-5
_EDGE = "\n"


class Likeness:
    """The model of one document."""

    def __init__(self, runs: Iterable[str]) -> None:
        """Count *runs*, stretches of undamaged text."""
        self.pairs: Counter[str] = Counter()
        self.firsts: Counter[str] = Counter()
        self.chars: Counter[str] = Counter()
        for run in runs:
            plain = "".join(map(plain_character, run))
            self.chars.update(plain)
            # What ends a line is no less likely to be followed by a word: the end of a line is no successor.
            self.firsts.update(a for a, b in pairwise(plain) if b != _EDGE)
            self.pairs.update(plain[i : i + 2] for i in range(len(plain) - 1))
        self.total = sum(self.chars.values())
        self._scores: dict[tuple[str, str], float] = {}

    def score(self, before: str, char: str) -> float:
        """Return the natural logarithm of P(char | before); *before* is "" at a beginning."""
        known = self._scores.get((before, char))
        if known is None:
            known = self._scores[before, char] = self._score(before, char)
        return known

    def _score(self, before: str, char: str) -> float:
        a, b = plain_character(before) if before else _EDGE, plain_character(char)
        pairs, firsts = _words()
        share = (1 - _L_DOC - _L_WORDS - _L_CHAR) * _base(b)
        if self.firsts[a]:
            share += _L_DOC * self.pairs[a + b] / (self.firsts[a] + 1)
        if firsts[a]:
            share += _L_WORDS * pairs[a + b] / (firsts[a] + 1)
        if self.total:
            share += _L_CHAR * self.chars[b] / (self.total + 1000)
        return log(share)

    def knows(self, char: str) -> bool:
        """Return whether *char* is a common one, or the document has it twice."""
        plain = plain_character(char)
        return self.chars[plain] > 1 or _base(plain) >= _COMMON

    def is_rare(self, char: str) -> bool:
        """Return whether *char* is none of the 3,755 characters of GB 2312 level 1 and new to the document."""
        plain = plain_character(char)
        return not self.chars[plain] and _base(plain) < _LEVEL_1

    def run_score(self, before: str, run: str) -> float:
        """Return the score of *run* behind *before*, character by character."""
        total = 0.0
        for char in run:
            total += self.score(before, char)
            before = char
        return total


@lru_cache(maxsize=32768)
def plain_character(char: str) -> str:
    """Return what *char* counts as: Simplified, half width."""
    code = ord(char)
    if 0xFF01 <= code <= 0xFF5E:
        return chr(code - 0xFEE0)
    return simplify_character(char)


@cache
def _words() -> tuple[Counter[str], Counter[str]]:
    pairs: Counter[str] = Counter()
    for word in COMMON_WORDS:
        pairs.update(a + b for a, b in pairwise(word))
    firsts: Counter[str] = Counter()
    for pair, count in pairs.items():
        firsts[pair[0]] += count
    return pairs, firsts


@cache
def _common() -> frozenset[str]:
    return frozenset(COMMON_CHARACTERS) | frozenset("".join(COMMON_WORDS))


@lru_cache(maxsize=32768)
def _base(char: str) -> float:
    if char in _STOPS:
        return 0.01
    if char < "\u0250":
        return 0.001
    if char in _common():
        return _COMMON
    try:
        lead = char.encode("gb2312")[0]
    except UnicodeEncodeError:
        return 1e-8
    return _LEVEL_1 if 0xB0 <= lead < _LEVEL_2 else 1e-6
