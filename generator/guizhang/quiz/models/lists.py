"""Lists of the rules whose items can be options: parallel, short, without figures of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Level, Norm
from guizhang.model.text import Text, placeholders
from guizhang.quiz.clauses import Clause, bare, clauses
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


def rule_lists(handbook: Handbook, norm: Norm, zh: re.Pattern[str], en: re.Pattern[str]) -> Iterator[RuleList]:
    """Yield the lists of *norm* in all adopted provisions whose introduction matches *zh* and *en*, in printed order."""
    counted: dict[str, int] = {}
    for clause in clauses(handbook):
        if clause.place.norm is not norm or clause.place.node.level is Level.ITEM or len(clause.place.node.body) < 2:
            continue
        # Counted before anything is left out, so that another list's wording does not change an id.
        counted[clause.address] = counted.get(clause.address, 0) + 1
        text, lead, items = clause.place.node.text, clause.lead(), _items(clause)
        if text is None or lead is None or len(items) < 2:
            continue
        if zh.search(text.either("zh")) and en.search(text.either("en")):
            complete = len(items) == len(clause.place.node.body)
            yield RuleList(clause, counted[clause.address], lead, items, complete)


def _items(clause: Clause) -> tuple[Text, ...]:
    found = []
    for node in clause.place.node.body:
        usable = node.level is Level.ITEM and not node.body and node.adopted and node.title is None
        text = node.text
        if not usable or text is None or text.zh is None or text.en is None or placeholders(text.zh):
            continue
        if len(text.zh) <= _MOST_ZH and text.en[:1].islower() and "。" not in text.zh[:-1]:
            found.append(Text(zh=bare(text.zh), en=capital(bare(text.en))))
    return tuple(found)
