"""No item answers another on the same form.

Why: the candidate reads the whole paper. Where one item states what another asks, one of the two measures reading only.

Warns (LNT026), for two written items that are not ``enemies`` and share no figure of the rules (the draw keeps such
apart by itself, and a made item from whatever it answers). Fails: 一名员工一个月内迟到三次，按旷工半天处理…… beside a question
what three late arrivals are dealt with as. Passes: the same two with ``enemies: [ID]``.

Source: Haladyna, Downing & Rodriguez (2002), guideline 3: make items independent of one another; guideline 28 (f).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.item import Item, ItemType
from guizhang.model.text import LANGS, Lang, placeholders
from guizhang.quality.asked_and_told import SAID, SAID_FULLY, STATED, AnswerText, Asked, Told, asked_by, told_by
from guizhang.quality.paraphrase import covered, weighed
from guizhang.quality.view import CHOICE, Finding, View

CODE = "LNT026"
# Of the act asked about, something must be said: who keeps a key is not who signs for it.
_ACT = 0.2
# A word is common that more than one item in fifty has, where there are enough items to tell.
_COMMON = 0.02
_FEW = 8
# Counted alike, the words said may be so much fewer.
_COMMON_LESS = 0.1
_TELLS = (*CHOICE, ItemType.NUMERIC, ItemType.TRUE_FALSE, ItemType.CLOZE, ItemType.ORDERING, ItemType.SHORT_ANSWER)
_Weights = tuple[dict[str, float], dict[str, float]]
"""How much each word of what is asked counts, the common ones less; and how much without regard to that."""


def check(views: Sequence[View]) -> Iterator[tuple[View, Finding]]:
    """Yield a finding for each item that another one answers, at the item answered, unless the draw keeps them apart."""
    # The draw keeps a made item apart from all it answers or is answered by; words common among those are not so among
    # the others.
    for view, other in answered([view for view in views if view.item.model is None]):
        if not _enemies(view.item, other.item):
            yield view, view.at_stem(*_messages(other.item.id))


def answered(views: Sequence[View]) -> Iterator[tuple[View, View]]:
    """Yield each item that another one answers, with that one, shared figures and provisions aside."""
    told = [told_by(view) for view in views if view.type in _TELLS]
    index = _Index(told)
    facts = {view.item.id: _facts(view.item) for view in views}
    reported: set[tuple[str, str]] = set()
    for view in views:
        for asked in asked_by(view):
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

    def __init__(self, told: Sequence[Told]) -> None:
        self._told = told
        self._by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_rule: dict[tuple[str, str], set[int]] = defaultdict(set)
        for i, other in enumerate(told):
            for address in other.view.item.cites:
                self._by_rule[other.view.lang, address].add(i)
            for word in other.whole.said.words:
                self._by_word[other.view.lang, word].append(i)
        self._most = max(_FEW, _COMMON * len(told))

    def near(self, asked: Asked) -> list[int]:
        """Return those that may answer what is asked: they share words with it that are not the trade's own."""
        lang = asked.view.lang
        words = [word for word in asked.words if self._rare(lang, word)]
        least = max(1, len(words) // (4 if asked.keys else 3))
        counts = Counter(i for word in words for i in self._by_word.get((lang, word), ()))
        near = {i for i, n in counts.items() if n >= least}
        return sorted(near | self._beside(asked))

    def gives(self, asked: Asked, other: Told) -> bool:
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

    def _beside(self, asked: Asked) -> set[int]:
        if not asked.keys:
            return set()
        item = asked.view.item
        cited = {i for address in item.cites for i in self._by_rule[asked.view.lang, address]}
        return {i for i in cited if _one_made(self._told[i].view.item, item)}


def _share(weights: _Weights, text: AnswerText) -> float:
    """Return how much of what is asked a text says: by the words that are not common, but nearly so by all of them."""
    return min(covered(weights[0], text.said, text.lang), covered(weights[1], text.said, text.lang) + _COMMON_LESS)


def _states(asked: Asked, text: AnswerText, weights: _Weights) -> bool:
    """Tell whether a sentence says of a statement to be judged that it is so, or that it is not."""
    if not asked.values:
        return _share(weights, text) >= asked.least
    if not {value[0] for value in asked.values} <= {value[0] for value in text.values}:
        return False
    return _share(weights, text) >= (SAID if asked.values <= text.values else STATED[text.lang])


def _in_one(asked: Asked, other: Told, weights: _Weights) -> bool:
    """Tell whether a sentence says key and subject, and no distractor beside."""
    entries = other.entries
    if any(text.tells(wrong) for text in entries for wrong in asked.wrong):
        entries = ()
    for text in (*other.sentences, *entries):
        told = all(text.tells(key) for key in asked.keys) and not any(text.tells(wrong) for wrong in asked.wrong)
        if told and not asked.words.isdisjoint(text.said.words) and _share(weights, text) >= asked.least:
            return True
    return asked.least < SAID_FULLY <= _share(weights, other.whole)


def _messages(other: str) -> tuple[Message, Message]:
    return (
        Message(f"题目 {other} 说出了答案", f"the item {other} gives the answer"),
        Message(f"写上 enemies: [{other}]，或改其中一题", f"add enemies: [{other}], or change one of the two"),
    )


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
