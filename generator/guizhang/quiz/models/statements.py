"""Statements side by side: what rules of one regulation say, and what they would say with one word or figure exchanged.

The options of one item come from different provisions, so that none answers another, of one part of the regulation
where it has enough of them, and are about as long as each other. An exchanged word makes a statement false of its own
rule; that it happens to be true by another rule of the same wording is excluded by looking it up among all that the
handbook says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from guizhang.model.item import Item, ItemType, Option
from guizhang.model.regulation import HEADING_LEVELS, Node
from guizhang.model.text import LANGS, Text
from guizhang.quiz.clauses import Clause, escaped, inner
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.models.made import betrays_itself, item_id, item_of
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.sayings import verdict
from guizhang.quiz.models.soundness import faults

ENOUGH = 3
"""Items after which a provision gives way to others."""
_FAR = 12
"""Characters by which lengths differ before a rule that is nearer in length is preferred."""
_FIGURED = re.compile(r"\d|[一二三四五六七八九十百千]")
_TRIES = 4
"""Sets of others that are tried."""
Sayings = Mapping[Clause, tuple[Text, ...]]


@dataclass(frozen=True)
class Asked:
    """What is asked of the statements."""

    name: str
    kind: ItemType
    stem: Text
    """``{}`` stands for the regulation, or a part of it."""
    others: int
    """Statements beside the first."""
    fewest_right: int
    spread: bool
    """Whether the rules asked for least stand beside the first, rather than those that look like it."""


@dataclass(frozen=True, eq=False)
class Statements:
    """What the rules say, truly and falsely, and how often each provision has been asked for."""

    rules: Rules

    @cached_property
    def true(self) -> Sayings:
        """Per clause what it says."""
        return {clause: (text,) for clause, text in self.rules.statements.items()}

    @cached_property
    def false(self) -> Sayings:
        """Per clause what neither it nor any other says."""
        said = {text.get(lang) for text in self.rules.statements.values() for lang in LANGS}
        found = {}
        for clause, texts in self.rules.falsehoods.items():
            usable = tuple(t for t in texts if not {t.zh, t.en} - {None} & said)
            if usable:
                found[clause] = usable
        return found

    def used(self) -> Counter[str]:
        """Return about how many items each provision has without statements, to be counted on with each item."""
        used = Counter[str]()
        for figure in self.rules.figures:
            used[figure.clause.address] += 3
        for clause in self.rules.wordings:
            used[clause.address] += 1
        for one, foreign in self.rules.lists.items():
            used[one.clause.address] += len(foreign) >= ENOUGH
        return used


def first_sound(
    said: Statements, asked: Asked, clause: Clause, last: str, key: Text, others: Sayings, used: Counter[str]
) -> Item | None:
    """Return the first item with *key* and some of *others* that no rule of item writing has anything against.

    Args:
        said: Tells what is true.
        asked: What is asked.
        clause: What it is about.
        last: Last part of its id.
        key: What it says of *clause*.
        others: What may stand beside it.
        used: Items by provision; the least used stand beside others first.
    """
    regulation = clause.place.regulation
    same = {c: texts for c, texts in others.items() if c.place.regulation is regulation and c.langs == clause.langs}
    part = _part(clause)
    near = {c: texts for c, texts in same.items() if part is not None and _part(c) is part}
    # Where its own part has nothing left to ask for, the whole regulation may have.
    pools = [(near, part), (same, None)]
    if not any(used[c.address] < ENOUGH for c in near):
        pools.reverse()
    for pool, where in pools:
        for chosen in _sets(clause, asked, last, key, pool, used):
            texts = {clause: key, **chosen}
            right = [text for one, text in texts.items() if text in said.true.get(one, ())]
            if betrays_itself(key, list(chosen.values())) or len(right) < asked.fewest_right:
                continue
            item = _made(said, asked, last, texts, where)
            if not any(faults(item, clause.handbook)):
                return item
    return None


def _sets(
    clause: Clause, asked: Asked, last: str, key: Text, others: Sayings, used: Counter[str]
) -> Iterator[Mapping[Clause, Text]]:
    """Yield statements of other provisions, of those nearest in length the least used first."""
    name = item_id(asked.name, clause.address, last)
    length = len(key.either("zh"))
    figured = _FIGURED.search(key.either("zh")) is not None
    nearest: dict[str, Clause] = {}
    for other in sorted(others, key=lambda c: (abs(len(others[c][0].either("zh")) - length), c.address, c.ordinal)):
        if other.address != clause.address:
            nearest.setdefault(other.address, other)

    def wanted(other: Clause) -> tuple[bool, int]:
        text = others[other][0].either("zh")
        alike = (_FIGURED.search(text) is not None) is figured
        far = abs(len(text) - length) // _FAR
        return (used[other.address] >= ENOUGH if asked.spread else not alike, far)

    needed = sorted(keyed_order(nearest.values(), lambda c: c.address, name), key=wanted)
    # As many are shorter as chance has it, so that length says nothing.
    shorter, longer = ([c for c in needed if (len(others[c][0].either("zh")) < length) is low] for low in (True, False))
    for turn in range(_TRIES):
        low = keyed_choice(range(asked.others + 1), "shorter", name, str(turn))
        low = max(min(low, len(shorter)), asked.others - len(longer))
        chosen = [*shorter[turn:][:low], *longer[turn:][: asked.others - low]]
        if len(chosen) == asked.others:
            yield {c: keyed_choice(others[c], "other", name) for c in chosen}


def _made(said: Statements, asked: Asked, last: str, texts: Mapping[Clause, Text], part: Node | None) -> Item:
    clause = next(iter(texts))
    title = clause.place.regulation.title
    zh, en = f"《{title.either('zh')}》", f"“{inner(title.either('en'))}”"
    if part is not None and part.title is not None:
        zh, en = f"{zh}“{inner(part.title.either('zh'))}”部分", f"{en}, “{inner(part.title.either('en'))}”"
    true = {one: text in said.true.get(one, ()) for one, text in texts.items()}
    return item_of(
        clause,
        asked.name,
        last,
        asked.kind,
        also=tuple(one for one in texts if one is not clause),
        difficulty=3,
        stem=clause.said(asked.stem.either("zh").format(zh), asked.stem.either("en").format(en)),
        options=tuple(
            Option(text=escaped(text), key=true[one], why=escaped(verdict(one, _rule(one), true[one])))
            for one, text in texts.items()
        ),
        rationale=verdict(clause, _rule(clause)),
    )


def _rule(clause: Clause) -> Text:
    quoted = clause.quote()
    assert quoted is not None
    return quoted


def _part(clause: Clause) -> Node | None:
    """Return the chapter or section its provision stands in."""
    return next((n for n in reversed(clause.place.ancestors) if n.level in HEADING_LEVELS and n.title), None)
