"""What an item asks for, and what it tells, each cut up so that the one can be held against the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from guizhang.consistency.amounts import amount
from guizhang.model.item import ItemType
from guizhang.model.text import Lang, placeholders
from guizhang.quality.paraphrase import Said, act_asked, asked_about, covered, said, weighed
from guizhang.quality.plain_negative import asks_for_exception
from guizhang.quality.same_option import normal
from guizhang.quality.view import CHOICE, View
from guizhang.zh.quantities import find_figures

SAID = 0.5
"""Of what is asked, so much must stand in one sentence with the key. Below that two items share a subject only."""
SAID_FULLY = 0.75
"""So much where the key is a word that comes up anywhere, or stands in another sentence."""
STATED: dict[Lang, float] = {"zh": 0.7, "en": 0.76}
"""A statement to be judged is answered by whoever says so much of it, or denies it. An English word weighs more."""
# Of the words of a key, so much: 重新采样 tells 重采.
_KEY = 0.8
# Words of what is asked that the other must have as they are, or else there is nothing to ask about.
_FEWEST_WORDS = 2
# So long is a key that does not come up anywhere.
_LEAST = {"zh": 3, "en": 8}
_EVERY = re.compile(r"每隔?(?=[\d一二两三四五六七八九十半])|\bevery (?=\w+ [a-z]+s\b)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:[^。！？；.!?;\n]|\.(?=\d))+")
End = tuple[tuple[str, str], Decimal]
"""What a figure is of, and how much."""


@dataclass(frozen=True)
class AnswerText:
    """A text that gives an answer, or tells it."""

    text: str
    lang: Lang

    @cached_property
    def values(self) -> frozenset[End]:
        """The ends of what its figures allow."""
        # Every two hours: two hours are what a question with the unit asks for.
        texts = dict.fromkeys((self.text, _EVERY.sub("", self.text)))
        found = [a for text in texts for figure in find_figures(text) if (a := amount(figure)) is not None]
        return frozenset((a.family, end) for a in found for end in (a.low, a.high) if end is not None)

    @cached_property
    def normal(self) -> str:
        """It without marks, blanks and capitals."""
        return normal(self.text)

    @cached_property
    def said(self) -> Said:
        """Its words, and what of them another text may take up."""
        return said(self.text, self.lang)

    @cached_property
    def weighed(self) -> dict[str, float]:
        """Its words, each by how much it counts."""
        return weighed(self.said.words, self.lang)

    def tells(self, key: AnswerText) -> bool:
        """Tell whether it names *key*: its figures, or its words."""
        if key.values:
            return key.values <= self.values
        if key.said.words and key.said.words.isdisjoint(self.said.words):
            return False
        return self._names(key) or (len(key.said.words) > 1 and covered(key.weighed, self.said, self.lang) >= _KEY)

    def _names(self, key: AnswerText) -> bool:
        if self.lang == "zh":
            return key.normal in self.normal
        return re.search(rf"\b{re.escape(_bare(key.text))}\b", self.text.lower()) is not None


@dataclass(frozen=True)
class Asked:
    """What an item asks for."""

    view: View
    words: frozenset[str]
    """Those of its stem that say what is asked about."""
    act: frozenset[str]
    """Those of them that say what is done."""
    keys: tuple[AnswerText, ...]
    """None where a statement is to be judged."""
    wrong: tuple[AnswerText, ...] = ()
    values: frozenset[End] = frozenset()
    """Of a statement to be judged."""

    @cached_property
    def least(self) -> float:
        """The share of it that another must say."""
        if not self.keys:
            return SAID if self.values else STATED[self.view.lang]
        shortest = _LEAST[self.view.lang]
        weak = any(
            all(end <= 1 for _, end in key.values) if key.values else len(key.text) < shortest for key in self.keys
        )
        return SAID_FULLY if weak else SAID


@dataclass(frozen=True)
class Told:
    """What an item tells."""

    view: View
    whole: AnswerText
    sentences: tuple[AnswerText, ...]
    entries: tuple[AnswerText, ...] = ()
    """What there is to put in order: each is a sentence, but none tells which comes first."""


def told_by(view: View) -> Told:
    """Return what an item says to be so: its stem, and the key of a single choice; a false statement says nothing."""
    lang = view.lang
    if view.type is ItemType.TRUE_FALSE and view.body.answer is False:
        return Told(view, AnswerText("", lang), ())
    sentences = _SENTENCE.findall(f"{view.before}\n{view.stem}")
    # The key of a stem that asks for the exception is what is not so.
    if view.type is ItemType.SINGLE_CHOICE and view.choices and not asks_for_exception(view):
        sentences[-1:] = [f"{''.join(sentences[-1:])} {view.key}"]
    entries = []
    if view.type is ItemType.ORDERING:
        entries = [f"{view.stem} {text}" for option in view.body.options if (text := option.text.get(lang))]
    return Told(
        view,
        AnswerText(" ".join((*sentences, *entries)), lang),
        tuple(AnswerText(text, lang) for text in sentences),
        tuple(AnswerText(text, lang) for text in entries),
    )


def asked_by(view: View) -> Iterator[Asked]:
    """Yield what an item asks for: a key, each of its gaps, what goes with each side, or whether a statement holds."""
    lang = view.lang
    words = asked_about(view.stem, lang)
    if view.type is ItemType.TRUE_FALSE:
        if len(words) >= _FEWEST_WORDS and not placeholders(view.stem):
            yield Asked(view, words, frozenset(), (), (), AnswerText(view.stem, lang).values)
        return
    keys = list(_keys(view))
    for key in keys:
        if len(words) >= _FEWEST_WORDS and all(text and not placeholders(text) for text in key):
            wrong = () if view.type not in CHOICE else tuple(AnswerText(text, lang) for text in view.wrong)
            yield Asked(view, words, act_asked(view.stem, lang), tuple(AnswerText(text, lang) for text in key), wrong)


def _keys(view: View) -> Iterator[list[str]]:
    lang = view.lang
    if view.type in CHOICE and view.choices:
        if not asks_for_exception(view):
            yield view.keys
    elif view.type is ItemType.NUMERIC and view.body.numeric:
        unit = view.body.numeric.unit
        yield [f"{view.body.numeric.value}{' ' if lang == 'en' else ''}{(unit.get(lang) if unit else '') or ''}"]
    elif view.type is ItemType.CLOZE:
        yield [(gap.answer.get(lang) if gap.answer else "") or "" for gap in view.body.gaps.values()]


def _bare(text: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", text.strip().rstrip("。.").lower())
