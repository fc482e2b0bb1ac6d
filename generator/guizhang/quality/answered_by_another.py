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
from decimal import Decimal
from functools import cached_property

from guizhang.consistency.amounts import amount
from guizhang.diagnostics import Message
from guizhang.model.item import Item, ItemType
from guizhang.model.text import LANGS, Lang, placeholders
from guizhang.quality.paraphrase import Said, act_asked, asked_about, covered, said, weighed
from guizhang.quality.plain_negative import asks_for_exception
from guizhang.quality.same_option import normal
from guizhang.quality.view import CHOICE, Finding, View
from guizhang.zh.quantities import find_figures

CODE = "LNT026"
# Of what is asked, so much must stand in one sentence with the key: half of it. Below that two items share a subject only.
_SAID = 0.5
# So much where the key is a word that comes up anywhere, or stands in another sentence.
_SAID_FULLY = 0.75
# A statement to be judged is answered by whoever says it, or denies it, in words of their own. An English word weighs more.
_STATED: dict[Lang, float] = {"zh": 0.7, "en": 0.76}
# Of the act asked about, something must be said: who keeps a key is not who signs for it.
_ACT = 0.2
# Of the words of a key, so much: 重新采样 tells 重采.
_KEY = 0.8
# Words of what is asked that the other must have as they are, or else there is nothing to ask about.
_FEWEST_WORDS = 2
# A word is common that more than one item in fifty has, where there are enough items to tell.
_COMMON = 0.02
_FEW = 8
_COMMON_WEIGHT = 0.3
# Counted alike, the words said may be so much fewer.
_COMMON_LESS = 0.1
# So long is a key that does not come up anywhere.
_LEAST = {"zh": 3, "en": 8}
_EVERY = re.compile(r"每隔?(?=[\d一二两三四五六七八九十半])|\bevery (?=\w+ [a-z]+s\b)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:[^。！？；.!?;\n]|\.(?=\d))+")
_TELLS = (*CHOICE, ItemType.NUMERIC, ItemType.TRUE_FALSE, ItemType.CLOZE, ItemType.ORDERING, ItemType.SHORT_ANSWER)

_End = tuple[tuple[str, str], Decimal]
"""What a figure is of, and how much."""
_Weights = tuple[dict[str, float], dict[str, float]]
"""How much each word of what is asked counts, the common ones less; and how much without regard to that."""


@dataclass(frozen=True)
class _Text:
    """A text that gives an answer, or tells it."""

    text: str
    lang: Lang

    @cached_property
    def values(self) -> frozenset[_End]:
        """The ends of what its figures allow."""
        # Every two hours: two hours are what a question with the unit asks for.
        texts = dict.fromkeys((self.text, _EVERY.sub("", self.text)))
        found = [a for text in texts for figure in find_figures(text) if (a := amount(figure)) is not None]
        return frozenset((a.family, end) for a in found for end in (a.low, a.high) if end is not None)

    @cached_property
    def normal(self) -> str:
        return normal(self.text)

    @cached_property
    def said(self) -> Said:
        return said(self.text, self.lang)

    @cached_property
    def weighed(self) -> dict[str, float]:
        """Its words, each by how much it counts."""
        return weighed(self.said.words, self.lang)

    def tells(self, key: _Text) -> bool:
        """Tell whether it names *key*: its figures, or its words."""
        if key.values:
            return key.values <= self.values
        if key.said.words and key.said.words.isdisjoint(self.said.words):
            return False
        return self._names(key) or (len(key.said.words) > 1 and covered(key.weighed, self.said, self.lang) >= _KEY)

    def _names(self, key: _Text) -> bool:
        if self.lang == "zh":
            return key.normal in self.normal
        return re.search(rf"\b{re.escape(_bare(key.text))}\b", self.text.lower()) is not None


@dataclass(frozen=True)
class _Asked:
    view: View
    words: frozenset[str]
    act: frozenset[str]
    keys: tuple[_Text, ...]
    """None where a statement is to be judged."""
    wrong: tuple[_Text, ...] = ()
    values: frozenset[_End] = frozenset()
    """Of a statement to be judged."""

    @cached_property
    def least(self) -> float:
        """The share of it that another must say."""
        if not self.keys:
            return _SAID if self.values else _STATED[self.view.lang]
        shortest = _LEAST[self.view.lang]
        weak = any(
            all(end <= 1 for _, end in key.values) if key.values else len(key.text) < shortest for key in self.keys
        )
        return _SAID_FULLY if weak else _SAID


@dataclass(frozen=True)
class _Told:
    view: View
    whole: _Text
    sentences: tuple[_Text, ...]
    entries: tuple[_Text, ...] = ()
    """What there is to put in order: each is a sentence, but none tells which comes first."""


def check(views: Sequence[View]) -> Iterator[tuple[View, Finding]]:
    """Yield a finding for each item that another one answers, at the item answered, unless the draw keeps them apart."""
    for view, other in answered(views):
        # The draw keeps a made item apart from all it answers or is answered by.
        if view.item.model is None and other.item.model is None and not _enemies(view.item, other.item):
            yield view, view.at_stem(*_messages(other.item.id))


def answered(views: Sequence[View]) -> Iterator[tuple[View, View]]:
    """Yield each item that another one answers, with that one, shared figures and provisions aside."""
    told = [_told(view) for view in views if view.type in _TELLS]
    index = _Index(told)
    facts = {view.item.id: _facts(view.item) for view in views}
    reported: set[tuple[str, str]] = set()
    for view in views:
        for asked in _asked(view):
            for i in index.near(asked):
                other = told[i]
                pair = (view.item.id, other.view.item.id)
                if pair in reported or pair[0] == pair[1] or facts[pair[0]] & facts[pair[1]]:
                    continue
                if not _one_provision(view.item, other.view.item) and index.gives(asked, other):
                    reported.add(pair)
                    yield view, other.view


class _Index:
    """What all items tell, by their words and by what they cite."""

    def __init__(self, told: Sequence[_Told]) -> None:
        self._told = told
        self._by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_rule: dict[tuple[str, str], set[int]] = defaultdict(set)
        for i, other in enumerate(told):
            for address in other.view.item.cites:
                self._by_rule[other.view.lang, address].add(i)
            for word in other.whole.said.words:
                self._by_word[other.view.lang, word].append(i)
        self._most = max(_FEW, _COMMON * len(told))

    def near(self, asked: _Asked) -> list[int]:
        """Return those that may answer what is asked: they share words with it that are not the trade's own."""
        lang = asked.view.lang
        words = [word for word in asked.words if self._rare(lang, word)]
        least = max(1, len(words) // (4 if asked.keys else 3))
        counts = Counter(i for word in words for i in self._by_word.get((lang, word), ()))
        near = {i for i, n in counts.items() if n >= least}
        return sorted(near | self._beside(asked))

    def gives(self, asked: _Asked, other: _Told) -> bool:
        """Tell whether *other* says what is asked."""
        lang = asked.view.lang
        if not all(other.whole.tells(key) for key in asked.keys):
            return False
        # A written case tells in words of its own what items made of its rule say in the rule's; the draw parts them.
        if (
            asked.keys
            and _one_made(asked.view.item, other.view.item)
            and set(asked.view.item.cites) & set(other.view.item.cites)
        ):
            return True
        common = {word for word in asked.words if not self._rare(lang, word)}
        weights = (weighed(asked.words, lang, common), weighed(asked.words, lang))
        if asked.act and covered(weighed(asked.act, lang), other.whole.said, lang) < _ACT:
            return False
        if _share(weights, other.whole) < asked.least:
            return False
        if not asked.keys:
            return any(_states(asked, text, weights) for text in (*other.sentences, *other.entries))
        return _in_one(asked, other, weights)

    def _rare(self, lang: Lang, word: str) -> bool:
        return len(self._by_word.get((lang, word), ())) <= self._most

    def _beside(self, asked: _Asked) -> set[int]:
        if not asked.keys:
            return set()
        item = asked.view.item
        cited = {i for address in item.cites for i in self._by_rule[asked.view.lang, address]}
        return {i for i in cited if _one_made(self._told[i].view.item, item)}


def _share(weights: _Weights, text: _Text) -> float:
    """Return how much of what is asked a text says: by the words that are not common, but nearly so by all of them."""
    return min(covered(weights[0], text.said, text.lang), covered(weights[1], text.said, text.lang) + _COMMON_LESS)


def _states(asked: _Asked, text: _Text, weights: _Weights) -> bool:
    """Tell whether a sentence says of a statement to be judged that it is so, or that it is not."""
    if not asked.values:
        return _share(weights, text) >= asked.least
    if not {value[0] for value in asked.values} <= {value[0] for value in text.values}:
        return False
    return _share(weights, text) >= (_SAID if asked.values <= text.values else _STATED[text.lang])


def _in_one(asked: _Asked, other: _Told, weights: _Weights) -> bool:
    """Tell whether a sentence says key and subject, and no distractor beside."""
    entries = other.entries
    if any(text.tells(wrong) for text in entries for wrong in asked.wrong):
        entries = ()
    for text in (*other.sentences, *entries):
        told = all(text.tells(key) for key in asked.keys) and not any(text.tells(wrong) for wrong in asked.wrong)
        if told and not asked.words.isdisjoint(text.said.words) and _share(weights, text) >= asked.least:
            return True
    return asked.least < _SAID_FULLY <= _share(weights, other.whole)


def _messages(other: str) -> tuple[Message, Message]:
    return (
        Message(f"题目 {other} 说出了答案", f"the item {other} gives the answer"),
        Message(f"写上 enemies: [{other}]，或改其中一题", f"add enemies: [{other}], or change one of the two"),
    )


def _told(view: View) -> _Told:
    """Return what an item says to be so: its stem, and the key of a single choice; a false statement says nothing."""
    lang = view.lang
    if view.type is ItemType.TRUE_FALSE and view.body.answer is False:
        return _Told(view, _Text("", lang), ())
    sentences = _SENTENCE.findall(f"{view.before}\n{view.stem}")
    # The key of a stem that asks for the exception is what is not so.
    if view.type is ItemType.SINGLE_CHOICE and view.choices and not asks_for_exception(view):
        sentences[-1:] = [f"{''.join(sentences[-1:])} {view.key}"]
    entries = []
    if view.type is ItemType.ORDERING:
        entries = [f"{view.stem} {text}" for option in view.body.options if (text := option.text.get(lang))]
    return _Told(
        view,
        _Text(" ".join((*sentences, *entries)), lang),
        tuple(_Text(text, lang) for text in sentences),
        tuple(_Text(text, lang) for text in entries),
    )


def _asked(view: View) -> Iterator[_Asked]:
    """Yield what an item asks for: a key, each of its gaps, what goes with each side, or whether a statement holds."""
    lang = view.lang
    words = asked_about(view.stem, lang)
    if view.type is ItemType.TRUE_FALSE:
        if len(words) >= _FEWEST_WORDS and not placeholders(view.stem):
            yield _Asked(view, words, frozenset(), (), (), _Text(view.stem, lang).values)
        return
    keys = list(_keys(view))
    for key in keys:
        if len(words) >= _FEWEST_WORDS and all(text and not placeholders(text) for text in key):
            wrong = () if view.type not in CHOICE else tuple(_Text(text, lang) for text in view.wrong)
            yield _Asked(view, words, act_asked(view.stem, lang), tuple(_Text(text, lang) for text in key), wrong)


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


def _enemies(one: Item, other: Item) -> bool:
    return other.id in one.enemies or one.id in other.enemies


def _one_made(one: Item, other: Item) -> bool:
    """Tell whether one of two items is written and the other made."""
    return (one.model is None) is not (other.model is None)


def _one_provision(one: Item, other: Item) -> bool:
    """Tell whether two made items are about one provision, for which the draw keeps them apart."""
    return None not in (one.model, other.model) and bool(set(one.cites) & set(other.cites))


def _facts(item: Item) -> set[str]:
    texts = (text.get(lang) or "" for text in item.shown() for lang in LANGS)
    return {*item.states, *(p.reference for text in texts for p in placeholders(text))}
