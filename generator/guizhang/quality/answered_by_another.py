"""No item answers another on the same form.

Why: the candidate reads the whole paper. Where one item states what another asks, one of the two measures reading only.

Warns (LNT026), for two written items that are not ``enemies`` and share no figure of the rules (the draw keeps such
apart by itself, and a made item from whatever it answers). Fails: 一名员工一个月内迟到三次，按旷工半天处理…… beside a question
what three late arrivals are dealt with as. Passes: the same two with ``enemies: [ID]``.

Source: Haladyna, Downing & Rodriguez (2002), guideline 3: make items independent of one another; guideline 28 (f).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from guizhang.consistency.amounts import amount
from guizhang.consistency.statements import without
from guizhang.consistency.words import content_words
from guizhang.diagnostics import Message
from guizhang.model.item import Item, ItemType
from guizhang.model.text import LANGS, placeholders
from guizhang.quality.plain_negative import asks_for_exception
from guizhang.quality.rulebook import asked_words
from guizhang.quality.same_option import normal
from guizhang.quality.view import CHOICE, Finding, View
from guizhang.zh.quantities import find_figures

CODE = "LNT026"
# Of what is asked, so much must be said by the other: three words of five. Below that two items share a subject only.
_SAID = 0.6
_FEWEST_WORDS = 3
# A statement to be judged is answered by whoever repeats it, or denies it, in its own words.
_STATED = 0.8
# Of a statement, so much must stand in the other in one piece.
_RUN = 0.33
# A word is common that more than one item in fifty has, where there are enough items to tell.
_COMMON = 0.02
_FEW = 8
_LEAST = {"zh": 3, "en": 12}
# A shorter key, or one asked for in two words, must stand in one sentence with all that is asked.
_SHORTEST, _FEWEST_CLOSE = {"zh": 2, "en": 5}, 2
_SENTENCE = re.compile(r"[^。！？；.!?;\n]+")
_TELLS = (*CHOICE, ItemType.NUMERIC, ItemType.TRUE_FALSE, ItemType.CLOZE, ItemType.ORDERING, ItemType.SHORT_ANSWER)


@dataclass(frozen=True)
class _Asked:
    view: View
    words: frozenset[str]
    key: str
    values: frozenset[object]
    share: float
    """Of its words, how many the other must have."""
    close: bool = False
    """Whether the other must say all of it, and the key, in one sentence."""


@dataclass(frozen=True)
class _Told:
    view: View
    text: str

    @cached_property
    def values(self) -> frozenset[object]:
        return _values(self.text)

    @cached_property
    def normal(self) -> str:
        return normal(self.text)


def check(views: Sequence[View]) -> Iterator[tuple[View, Finding]]:
    """Yield a finding for each item that another one answers, at the item answered, unless the draw keeps them apart."""
    for view, other in answered(views):
        # The draw keeps a made item apart from all it answers or is answered by.
        if view.item.model is None and other.item.model is None and not _enemies(view.item, other.item):
            yield view, view.at_stem(*_messages(other.item.id))


def answered(views: Sequence[View]) -> Iterator[tuple[View, View]]:
    """Yield each item that another one answers, with that one, shared figures and provisions aside."""
    told = [_Told(view, _told(view)) for view in views if view.type in _TELLS]
    by_word: dict[tuple[str, str], set[int]] = defaultdict(set)
    by_rule: dict[tuple[str, str], set[int]] = defaultdict(set)
    for i, other in enumerate(told):
        for address in other.view.item.cites:
            by_rule[other.view.lang, address].add(i)
        for word in content_words(other.text, other.view.lang):
            by_word[other.view.lang, word].add(i)
    common = max(_FEW, _COMMON * len(told))
    facts = {view.item.id: _facts(view.item) for view in views}
    reported: set[tuple[str, str]] = set()
    for view in views:
        asked = _asked(view)
        if asked is None:
            continue
        # Words of many items are the frame of a question, or the trade's own: they say nothing of this one.
        words = [word for word in asked.words if len(by_word.get((view.lang, word), ())) <= common]
        near: set[int] = set()
        if asked.share != _STATED:
            # A written case tells in words of its own what items made of its rule say in the rule's; the draw parts them.
            beside = {i for address in view.item.cites for i in by_rule[view.lang, address]}
            near = {i for i in beside if (told[i].view.item.model is None) is not (view.item.model is None)}
        if len(words) >= (1 if asked.share == _STATED or asked.close else _FEWEST_WORDS):
            counts = Counter(i for word in words for i in by_word.get((view.lang, word), ()))
            near |= {i for i, n in counts.items() if n >= asked.share * len(words)}
        for i in sorted(near):
            other = told[i]
            pair = (view.item.id, other.view.item.id)
            if pair in reported or pair[0] == pair[1] or facts[pair[0]] & facts[pair[1]]:
                continue
            if not _one_provision(view.item, other.view.item) and _gives(asked, other):
                reported.add(pair)
                yield view, other.view


def _messages(other: str) -> tuple[Message, Message]:
    return (
        Message(f"题目 {other} 说出了答案", f"the item {other} gives the answer"),
        Message(f"写上 enemies: [{other}]，或改其中一题", f"add enemies: [{other}], or change one of the two"),
    )


def _told(view: View) -> str:
    """Return what an item says to be so: its stem, and the key of a single choice; a false statement says nothing."""
    if view.type is ItemType.TRUE_FALSE and view.body.answer is False:
        return ""
    # The key of a stem that asks for the exception is what is not so.
    tells = view.type is ItemType.SINGLE_CHOICE and view.choices and not asks_for_exception(view)
    key = view.key if tells else ""
    return f"{view.before} {view.stem} {key}"


def _asked(view: View) -> _Asked | None:
    key = ""
    if view.type is ItemType.SINGLE_CHOICE and view.choices:
        key = view.key
    elif view.type is ItemType.NUMERIC and view.body.numeric:
        unit = view.body.numeric.unit
        key = (
            f"{view.body.numeric.value}{' ' if view.lang == 'en' else ''}{(unit.get(view.lang) if unit else '') or ''}"
        )
    elif view.type is ItemType.CLOZE and len(view.body.gaps) == 1:
        answer = next(iter(view.body.gaps.values())).answer
        key = (answer.get(view.lang) if answer else "") or ""
    elif view.type is ItemType.TRUE_FALSE:
        key = view.stem
    values = _values(key)
    if not key or placeholders(key) or (not values and len(key) < _SHORTEST[view.lang]):
        return None
    words = asked_words(without(view.stem, find_figures(view.stem)), view.lang)
    statement = view.type is ItemType.TRUE_FALSE and not (view.body.answer and values and len(words) >= _FEWEST_WORDS)
    if view.type is ItemType.TRUE_FALSE:
        return _Asked(view, words, key, values, _STATED if statement else _SAID) if words else None
    if len(words) < _FEWEST_CLOSE:
        return None
    close = len(words) < _FEWEST_WORDS or (not values and len(key) < _LEAST[view.lang])
    return _Asked(view, words, key, values, 1.0 if close else _SAID, close)


def _gives(asked: _Asked, other: _Told) -> bool:
    if asked.share == _STATED:
        # True or false, the other says it to be so, or not so, in the same words for the most part.
        said = normal(asked.key)
        run = SequenceMatcher(None, said, other.normal, autojunk=False).find_longest_match()
        return run.size >= _RUN * len(said)
    if asked.close:
        return any(_says_all(asked, sentence) for sentence in _SENTENCE.findall(other.text))
    if asked.values:
        return asked.values <= other.values
    return normal(asked.key) in other.normal


def _says_all(asked: _Asked, sentence: str) -> bool:
    """Tell whether one sentence holds the key and every word of what is asked."""
    if asked.values:
        named = asked.values <= _values(sentence)
    else:
        ends = r"\b" if asked.view.lang == "en" else ""
        key = re.escape(re.sub(r"^(?:the|an?) ", "", asked.key.strip().rstrip("。.").lower()))
        named = re.search(f"{ends}{key}{ends}", sentence.lower()) is not None
    return named and asked.words <= content_words(sentence, asked.view.lang)


def _values(text: str) -> frozenset[object]:
    """Return the ends of what the figures of *text* allow."""
    found = [a for figure in find_figures(text) if (a := amount(figure)) is not None]
    return frozenset((a.family, end) for a in found for end in (a.low, a.high) if end is not None)


def _enemies(one: Item, other: Item) -> bool:
    return other.id in one.enemies or one.id in other.enemies


def _one_provision(one: Item, other: Item) -> bool:
    """Tell whether two made items are about one provision, for which the draw keeps them apart."""
    return None not in (one.model, other.model) and bool(set(one.cites) & set(other.cites))


def _facts(item: Item) -> set[str]:
    texts = (text.get(lang) or "" for text in item.shown() for lang in LANGS)
    return {*item.states, *(p.reference for text in texts for p in placeholders(text))}
