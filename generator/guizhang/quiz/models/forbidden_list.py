"""Which is forbidden: keys from a list of prohibitions, distractors from lists of duties of the same regulation."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.handbook import Handbook
from guizhang.model.item import Item
from guizhang.model.regulation import Norm
from guizhang.model.text import Text
from guizhang.quiz.models.list_choice import list_item
from guizhang.quiz.models.lists import others, rule_lists

NAME = "forbidden-list"


def make(handbook: Handbook) -> Iterator[Item]:
    """Yield an item for every list of prohibitions with enough duties beside it."""
    lists = list(rule_lists(handbook))
    for rules in lists:
        if rules.norm is not Norm.PROHIBITION:
            continue
        where = rules.clause.said_where()
        stem = Text(
            zh=f"按{where.zh}，{rules.intro.zh}有下列哪些行为？",
            en=f"{where.en}: {_lower(rules.intro.either('en'))} do which of the following?",
        )
        item = list_item(NAME, rules, list(rules.items), others(lists, rules), stem)
        if item is not None:
            yield item


def _lower(intro: str) -> str:
    """Return an intro as it reads behind a colon."""
    return intro[:1].lower() + intro[1:] if not intro[:2].isupper() else intro
