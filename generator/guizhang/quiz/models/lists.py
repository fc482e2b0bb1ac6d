"""Lists of the rules whose items can be options: parallel, short, without figures of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guizhang.model.regulation import Level, Norm
from guizhang.model.text import Lang, Text, placeholders
from guizhang.quiz.clauses import Clause, bare
from guizhang.quiz.models.made import capital

_MOST_ZH = 40


@dataclass(frozen=True)
class RuleList:
    """A list with the clause that introduces it."""

    clause: Clause
    ordinal: int
    """Which list of its norm in its provision, from 1."""
    lead: Text
    """The introducing clause, with “……” for the list."""
    items: tuple[Text, ...]
    """Without closing punctuation, English with a capital."""
    complete: bool
    """Whether *items* are all there are."""


def rule_lists(clauses: Iterable[Clause], norm: Norm, introduced: Mapping[Lang, re.Pattern[str]]) -> Iterator[RuleList]:
    """Yield the lists of *norm* whose introduction matches the pattern of each of its languages, in printed order."""
    counted: dict[str, int] = {}
    for clause in clauses:
        if clause.place.norm is not norm or clause.place.node.level is Level.ITEM or len(clause.place.node.body) < 2:
            continue
        # Counted before anything is left out, so that another list's wording does not change an id.
        counted[clause.address] = counted.get(clause.address, 0) + 1
        text, lead, items = clause.place.node.text, clause.lead(), _items(clause)
        if text is None or lead is None or len(items) < 2:
            continue
        if all(introduced[lang].search(text.either(lang)) for lang in clause.langs):
            complete = len(items) == len(clause.place.node.body)
            yield RuleList(clause, counted[clause.address], lead, items, complete)


def _items(clause: Clause) -> tuple[Text, ...]:
    found = []
    for node in clause.place.node.body:
        usable = node.level is Level.ITEM and not node.body and node.adopted and node.title is None
        text = node.text
        if not usable or text is None or any(text.get(lang) is None for lang in clause.langs):
            continue
        if placeholders(text.either("zh")) or len(text.zh or "") > _MOST_ZH or "。" in (text.zh or "")[:-1]:
            continue
        if text.en is None or text.en[:1].islower():
            found.append(Text(zh=bare(text.zh) if text.zh else None, en=capital(bare(text.en)) if text.en else None))
    return tuple(found)
