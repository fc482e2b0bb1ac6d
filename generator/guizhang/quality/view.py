"""An item as a candidate reads it in one language: what every rule on items looks at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from guizhang.consistency.amounts import Amount
from guizhang.diagnostics import Message
from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.item import GAP, Body, Item, ItemType, Option
from guizhang.model.text import LANGS, Lang, Text
from guizhang.quality.figures.values import Value, measured, value_of
from guizhang.quality.rulebook import Rulebook

Loc = tuple[str | int, ...]
"""A place inside an item: ``("options", 1, "text", "zh")``."""
BLANK = "____"
_DAYS = {"date", "duration"}
_DAYS_ZH = re.compile(r"([\d一二三四五六七八九十百]+)日")
_ROUND = str.maketrans("「」『』", "“”‘’")
CHOICE = (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE)


class Finding(NamedTuple):
    """What a rule says of an item."""

    loc: Loc
    """Where, inside the item."""
    problem: Message
    mend: Message


class Choice(NamedTuple):
    """One option as printed."""

    text: str
    key: bool


@dataclass(frozen=True)
class View:
    """One question: an item, a question of a case, or a gap with options, in one language."""

    item: Item
    body: Body
    lang: Lang
    type: ItemType
    stem: str
    """With ``____`` for each gap."""
    choices: tuple[Choice, ...] = ()
    """Options of a choice; none for other types."""
    before: str = ""
    """What the candidate has read when the stem begins: the text of the case."""
    loc: Loc = ()
    """Where its options stand inside the item."""
    rules: Rulebook = field(default_factory=Rulebook, repr=False)
    """The sentences of the rules in this language."""

    @property
    def key(self) -> str:
        """The key of a single choice, or the first of several."""
        return next(choice.text for choice in self.choices if choice.key)

    @property
    def keys(self) -> list[str]:
        """The right options."""
        return [choice.text for choice in self.choices if choice.key]

    @property
    def wrong(self) -> list[str]:
        """The distractors."""
        return [choice.text for choice in self.choices if not choice.key]

    @property
    def offered(self) -> list[str]:
        """The texts that stand side by side: the options, or the steps of an ordering."""
        if self.type is ItemType.ORDERING:
            return [text for option in self.body.options if (text := option.text.get(self.lang))]
        return [choice.text for choice in self.choices]

    @cached_property
    def values(self) -> tuple[Value | None, ...]:
        """What each option says where it is a figure and little else."""
        read = [value_of(choice.text, self.lang) for choice in self.choices]
        return (
            tuple(read) if {v.kind for v in read if v} != _DAYS else tuple(value_of(d, self.lang) for d in self._days())
        )

    @cached_property
    def amounts(self) -> tuple[Amount | None, ...]:
        """What each option allows that is a figure and little else, however it is written."""
        read = [measured(choice.text, self.lang) for choice in self.choices]
        if {amount.family[0] for amount in read if amount} == _DAYS:
            read = [measured(day, self.lang) for day in self._days()]
        return tuple(read)

    def _days(self) -> list[str]:
        """Return the options, days being a duration: 十日 beside 十五天 is no day of the month."""
        return [_DAYS_ZH.sub(r"\1天", choice.text.strip()) for choice in self.choices]

    @property
    def figures(self) -> list[Value]:
        """The values where every option is a figure, else nothing."""
        found = [value for value in self.values if value is not None]
        return found if len(found) == len(self.choices) else []

    def at_stem(self, problem: Message, mend: Message) -> Finding:
        """Return a finding about the stem."""
        return Finding((*self.loc[:-1], "stem", self.lang) if self.loc else ("stem", self.lang), problem, mend)

    def at_option(self, index: int, problem: Message, mend: Message) -> Finding:
        """Return a finding about one option, counted from 0."""
        return Finding((*(self.loc or ("options",)), index, "text", self.lang), problem, mend)


def views(item: Item, handbook: Handbook, rules: Mapping[Lang, Rulebook]) -> Iterator[View]:
    """Yield what can be read of *item*: it, its questions and its gaps with options, in each language it is written in."""
    for lang in LANGS:
        reader = _Reader(item, handbook, lang, rules.get(lang, Rulebook()))
        try:
            yield from reader.views()
        except UnknownReference:
            continue  # another check reports the placeholder


@dataclass(frozen=True)
class _Reader:
    item: Item
    handbook: Handbook
    lang: Lang
    rules: Rulebook

    def views(self) -> Iterator[View]:
        yield from self._of(self.item, "", ())
        before = self._text(self.item.stem) or ""
        for i, question in enumerate(self.item.questions):
            yield from self._of(question, before, ("questions", i))

    def _of(self, body: Body, before: str, loc: Loc) -> Iterator[View]:
        stem = self._text(body.stem)
        if stem is None:
            return
        shown = GAP.sub(BLANK, stem)
        choices = self._choices(body.options) if body.type in CHOICE else ()
        if choices is None:
            return
        yield View(self.item, body, self.lang, body.type, shown, choices, before, (*loc, "options"), self.rules)
        for name, gap in body.gaps.items():
            offered = self._choices(gap.options)
            if offered:
                place = (*loc, "gaps", name, "options")
                yield View(
                    self.item, body, self.lang, ItemType.SINGLE_CHOICE, shown, offered, before, place, self.rules
                )

    def _choices(self, options: Sequence[Option]) -> tuple[Choice, ...] | None:
        texts = [self._text(option.text) for option in options]
        if any(text is None for text in texts):
            return None  # half translated: nothing can be said of the set
        return tuple(Choice(text or "", option.key) for text, option in zip(texts, options, strict=True))

    def _text(self, text: Text) -> str | None:
        written = text.get(self.lang)
        if written is None:
            return None
        plain = self.handbook.plain(written, self.lang).strip()
        # Traditional text has other quotation marks; what is read of them is the same.
        return plain.translate(_ROUND) if "「" in plain or "『" in plain else plain


def sides(view: View) -> tuple[list[str], list[str]]:
    """Return the left and the right sides of a matching item as printed, distractors last."""
    lefts = [pair.left.get(view.lang) or "" for pair in view.body.pairs]
    rights = [pair.right.get(view.lang) or "" for pair in view.body.pairs]
    return lefts, rights + [text.get(view.lang) or "" for text in view.body.distractors]
