"""All items there are, and for each why it may not be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from guizhang.diagnostics import Message
from guizhang.model.blueprint import Blueprint
from guizhang.model.citation import Freshness, freshness, in_force_from
from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.item import Item, ItemType
from guizhang.model.text import LANGS, Lang, placeholders
from guizhang.quality.answered_by_another import answered
from guizhang.quality.view import views
from guizhang.quiz.in_use import in_use
from guizhang.quiz.models import generate
from guizhang.yamlio.content import Loaded


class Obstacle(StrEnum):
    """Why an item may not be drawn."""

    STALE = "stale"
    UNCONFIRMED = "unconfirmed"
    GONE = "gone"
    NOT_ADOPTED = "not_adopted"
    REPEALED = "repealed"
    PENDING = "pending"
    """It is not in force yet on the day of the exam."""
    UNPRINTABLE = "unprintable"
    """A placeholder names no fact."""
    UNTRANSLATED = "untranslated"
    """A language of the paper is missing."""
    POOL = "pool"
    """The blueprint does not draw from its pool."""
    GENERATED = "generated"
    """The blueprint draws no items made from the rules."""
    ROLE = "role"
    """It is meant for other roles than the blueprint assesses."""
    EXCLUDED = "excluded"
    """The blueprint names it under ``exclude``."""
    UNRATED = "unrated"
    """The cut score rests on ratings of items, and nobody has rated this one."""


OBSTACLE_NAMES: Mapping[Obstacle, Message] = {
    Obstacle.STALE: Message("所引条款已改", "the cited rule has changed"),
    Obstacle.UNCONFIRMED: Message("引用未确认", "the citation is not confirmed"),
    Obstacle.GONE: Message("所引条款不存在", "the cited rule is gone"),
    Obstacle.NOT_ADOPTED: Message("所引条款未采用", "the cited rule is not adopted"),
    Obstacle.REPEALED: Message("所引规定写有废止日期", "the cited regulation has a day of repeal"),
    Obstacle.PENDING: Message(
        "所引规定到考试那天尚未施行", "the cited regulation is not in force yet on the day of the exam"
    ),
    Obstacle.UNPRINTABLE: Message("占位符没有对应的数值", "a placeholder names no fact"),
    Obstacle.UNTRANSLATED: Message("缺少试卷语言的文字", "a language of the paper is missing"),
    Obstacle.POOL: Message("不在蓝图所用的题库", "not in a pool the blueprint draws from"),
    Obstacle.GENERATED: Message("蓝图不用自动生成的题", "the blueprint draws no generated items"),
    Obstacle.ROLE: Message("面向其他岗位", "meant for other roles"),
    Obstacle.EXCLUDED: Message("蓝图已排除", "excluded by the blueprint"),
    Obstacle.UNRATED: Message("没有 Angoff 评分", "not rated by the judges"),
}
_BY_FRESHNESS = {
    Freshness.STALE: Obstacle.STALE,
    Freshness.UNCONFIRMED: Obstacle.UNCONFIRMED,
    Freshness.GONE: Obstacle.GONE,
    Freshness.NOT_ADOPTED: Obstacle.NOT_ADOPTED,
    Freshness.REPEALED: Obstacle.REPEALED,
}


_ASK_ONLY = frozenset(
    (
        "list-recall", "steps-recall", "label-recall", "what-to-do", "article-recall", "situations", "correction",
    )
)  # fmt: skip
"""Models whose questions state nothing that another asks for: an introduction, a case, a rule that is told wrongly."""


@dataclass(frozen=True)
class PoolEntry:
    """An item and what stands in the way of drawing it, whatever the blueprint."""

    item: Item
    obstacles: tuple[Obstacle, ...]
    topics: frozenset[str]
    """What it is about: two items that share a topic answer each other and never stand on one form."""
    since: date | None = None
    """First day on which all it rests on is in force; ``None``: nothing of it names a day."""

    @property
    def generated(self) -> bool:
        """Whether an item model made it."""
        return self.item.model is not None

    def refusals(self, blueprint: Blueprint, langs: Iterable[Lang]) -> tuple[Obstacle, ...]:
        """Return everything that stands in the way of drawing it for *blueprint* on papers in *langs*."""
        return (*self.obstacles, *self._refusals(blueprint, langs))

    def _refusals(self, blueprint: Blueprint, langs: Iterable[Lang]) -> Iterator[Obstacle]:
        item = self.item
        if item.pool not in blueprint.pools:
            yield Obstacle.POOL
        if self.generated and not blueprint.generated:
            yield Obstacle.GENERATED
        if item.applies_to and blueprint.roles and not set(item.applies_to) & set(blueprint.roles):
            yield Obstacle.ROLE
        if item.id in blueprint.exclude:
            yield Obstacle.EXCLUDED
        if any(text.get(lang) is None for text in item.shown() for lang in langs):
            yield Obstacle.UNTRANSLATED


@dataclass(frozen=True)
class Pool:
    """Every item, hand-written ones first, in the order of bank and rules."""

    entries: tuple[PoolEntry, ...]
    handbook: Handbook

    @cached_property
    def answering(self) -> frozenset[tuple[str, str]]:
        """Pairs of items, one of them generated at least, of which one gives the answer to the other."""
        told = (entry.item for entry in self.entries if entry.item.model not in _ASK_ONLY)
        read = [view for item in told for view in views(item, self.handbook, {})]
        return frozenset(
            (view.item.id, other.item.id)
            for view, other in answered(read)
            if view.item.model is not None or other.item.model is not None
        )

    @cached_property
    def by_id(self) -> Mapping[str, PoolEntry]:
        """Entries by item id."""
        return {entry.item.id: entry for entry in self.entries}

    def on(self, day: date | None) -> Pool:
        """Return the pool as it is on *day*: what is not in force yet may not be drawn. ``None``: whatever the day."""
        if day is None:
            return self
        entries = (
            replace(entry, obstacles=(*entry.obstacles, Obstacle.PENDING))
            if entry.since and entry.since > day
            else entry
            for entry in self.entries
        )
        return Pool(tuple(entries), self.handbook)

    def drawable(self, blueprint: Blueprint, langs: Iterable[Lang] = LANGS) -> list[PoolEntry]:
        """Return the entries *blueprint* may draw for papers in *langs*."""
        wanted = tuple(langs)
        return [entry for entry in self.entries if not entry.refusals(blueprint, wanted)]


def build_pool(loaded: Loaded, *, generated: bool = True, reserve: bool = False) -> Pool:
    """Return the items of the bank and those the item models make of the handbook.

    A hand-written item takes the place of a generated one with the same id; retired ones are left out.

    Args:
        loaded: Handbook and bank.
        generated: Whether to make items from the rules, which takes a while for a long book.
        reserve: Whether to keep those that are left out.
    """
    written = loaded.bank.items
    taken = {item.id for item in written}
    made = generate(loaded.handbook) if generated else ()
    if not reserve:
        made = tuple(in_use(made, loaded.bank))
    made = tuple(item for item in made if item.id not in taken)
    return Pool(tuple(pool_entry(item, loaded.handbook) for item in (*written, *made)), loaded.handbook)


def pool_entry(item: Item, handbook: Handbook) -> PoolEntry:
    """Return an item with what stands in its way and what it is about."""
    obstacles = tuple(dict.fromkeys(_obstacles(item, handbook)))
    return PoolEntry(item, obstacles, frozenset(_topics(item)), in_force_from(item, handbook))


def _obstacles(item: Item, handbook: Handbook) -> Iterator[Obstacle]:
    for state in freshness(item, handbook).values():
        if state in _BY_FRESHNESS:
            yield _BY_FRESHNESS[state]
    try:
        for text in (*item.shown(), *item.explained()):
            for lang in LANGS:
                handbook.plain(text.get(lang) or "", lang)
    except UnknownReference:
        yield Obstacle.UNPRINTABLE


def _topics(item: Item) -> Iterator[str]:
    """Yield the facts an item asks for or prints.

    A generated item about a rule without figures, a list or a script is about what it cites. Two items that
    ask for the order of the same steps, one written and one generated, are one question.
    """
    facts = {*item.states}
    for text in item.shown():
        for lang in LANGS:
            facts |= {p.reference for p in placeholders(text.get(lang) or "")}
    yield from facts
    if item.model is not None:
        # A statement beside others is about each of the rules it is taken from, and a written answer about all its rule says.
        figured = set() if item.type is ItemType.SHORT_ANSWER else {fact.partition("#")[0] for fact in facts}
        yield from (address for address in item.cites if address not in figured)
    if item.type is ItemType.ORDERING and len(item.cites) == 1:
        yield from (f"order of {address}" for address in item.cites)
