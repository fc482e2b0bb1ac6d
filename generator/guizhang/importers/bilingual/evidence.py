"""How likely two units are one text in two languages: numbers of provisions, figures, length, words that every rule book has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import exp, log

from guizhang.diagnostics import Message
from guizhang.importers.bilingual.figures import Numbers, numbers_of, shared
from guizhang.importers.bilingual.scripts import HAN
from guizhang.importers.bilingual.units import DOCUMENT, Unit
from guizhang.importers.bilingual.vocabulary import DENIED, DENIES, vocabulary
from guizhang.importers.outline import NodeType
from guizhang.zh.folding import plain

_USUAL = 1.25
"""Logarithm of the Latin letters that one Chinese character becomes."""
_SPREAD, _SPREAD_SHORT = 0.18, 1.6
_SAME_NUMBER, _OTHER_NUMBER, _ONE_NUMBER = 4.0, -5.0, -0.4
_HEADINGS = (NodeType.PART, NodeType.CHAPTER, NodeType.SECTION)
_FIGURE, _MOST_FIGURES, _LACKING = 1.2, 3.0, -1.5
_WORD, _MOST_WORDS = 0.6, 2.4
_POLARITY = -1.5
_LEAST_LENGTH = -6.0
_ODD_LENGTH = -2.0
ELSEWHERE = -20.0
"""Half of a line is the translation of its other half or of nothing."""


class Doubt(StrEnum):
    """What speaks against a pair."""

    NUMBER = "number"
    FIGURES = "figures"
    LENGTH = "length"
    DENIAL = "denial"
    PLACE = "place"

    @property
    def said(self) -> Message:
        """What a person reads."""
        return _SAID[self]


_SAID = {
    Doubt.NUMBER: Message("编号不同", "the numbers of the two differ"),
    Doubt.FIGURES: Message("数字不一致", "figures differ"),
    Doubt.LENGTH: Message("长短不相称", "one is too long or too short for the other"),
    Doubt.DENIAL: Message("一边说“不”，另一边没有", "one of them says “not” and the other does not"),
    Doubt.PLACE: Message("几段对一段", "several paragraphs stand for one"),
}


@dataclass(frozen=True)
class Said:
    """A unit, or several that stand together, with what is asked of its words; each is worked out once."""

    words: str
    path: tuple[tuple[int, ...], ...]
    kind: str
    titled: bool
    """Whether there is a heading and nothing else."""
    lang: str
    lines: frozenset[int]
    halves: bool

    @staticmethod
    def of(unit: Unit, lang: str) -> Said:
        """Return what is asked of a unit."""
        return Said(
            plain(unit.words), unit.path, unit.kind, bool(unit.title) and not unit.text, lang, unit.lines, unit.halves
        )

    def plus(self, other: Said) -> Said:
        """Return both, one behind the other."""
        return Said(
            f"{self.words} {other.words}", self.path, self.kind, self.titled and other.titled, self.lang,
            self.lines | other.lines, self.halves and other.halves,
        )  # fmt: skip

    @cached_property
    def numbers(self) -> Numbers:
        """Numbers in the words."""
        return numbers_of(self.words, self.lang)

    @cached_property
    def size(self) -> int:
        """Chinese characters, or Latin letters; figures count as words of the language."""
        if self.lang == "zh":
            return len(HAN.findall(self.words)) + len(re.findall(r"\d+|[A-Za-z]+", self.words))
        return sum(map(str.isalnum, self.words))

    @cached_property
    def vocabulary(self) -> frozenset[int]:
        """Which of the words that every rule book has are among them."""
        return vocabulary(self.words, self.lang)

    @cached_property
    def denies(self) -> bool:
        """Whether the words forbid or deny something."""
        return bool((DENIES if self.lang == "zh" else DENIED).search(self.words))


def weigh(zh: Said, en: Said) -> tuple[float, list[Doubt]]:
    """Return what speaks for a pair, above 0 more than against it, and what is doubtful about it."""
    doubts: list[Doubt] = []
    if (zh.halves or en.halves) and not zh.lines & en.lines:
        return ELSEWHERE, doubts
    score = 0.0
    if zh.path and en.path:
        same = bool({*zh.path, *(path[-1:] for path in zh.path)} & {*en.path, *(path[-1:] for path in en.path)})
        score += _SAME_NUMBER if same else _OTHER_NUMBER
        doubts += [] if same else [Doubt.NUMBER]
        if same and (zh.kind in _HEADINGS) != (en.kind in _HEADINGS):
            score -= _SAME_NUMBER / 2
    elif zh.path or en.path:
        score += _ONE_NUMBER
    if DOCUMENT in (zh.kind, en.kind):
        score += 1.5 if zh.kind == en.kind else -1.0
    elif zh.titled and en.titled:
        score += 0.5
    length = _length(zh.size, en.size)
    score += length
    doubts += [Doubt.LENGTH] if length < _ODD_LENGTH else []
    both, lacking = shared(zh.numbers, en.numbers)
    score += min(_MOST_FIGURES, _FIGURE * both) + _LACKING * min(2, len(lacking))
    doubts += [Doubt.FIGURES] if lacking else []
    score += min(_MOST_WORDS, _WORD * len(zh.vocabulary & en.vocabulary))
    if zh.denies != en.denies and zh.denies:
        score += _POLARITY
        doubts.append(Doubt.DENIAL)
    if zh.words.rstrip()[-1:] == ":" and en.words.rstrip()[-1:] == ":":
        score += 0.8
    return score, doubts


def _length(han: int, letters: int) -> float:
    """Return how well two lengths fit, from 1 down; a heading of two characters may be translated in many ways."""
    if not han or not letters:
        return _LEAST_LENGTH
    off = log(letters / han) - _USUAL
    return max(_LEAST_LENGTH, 1 - off * off / (2 * (_SPREAD + _SPREAD_SHORT / min(han, letters / 3.5))))


def confidence(score: float) -> float:
    """Return how sure a pair of this score is, 0 to 1."""
    return round(1 / (1 + exp(-max(-20.0, min(20.0, score)))), 2)
