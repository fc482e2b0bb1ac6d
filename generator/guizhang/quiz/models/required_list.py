"""Which is required: keys from a list of duties, distractors from lists of prohibitions of the same regulation."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.handbook import Handbook
from guizhang.model.item import Item
from guizhang.model.regulation import Norm
from guizhang.model.text import Text
from guizhang.quiz.models.list_choice import list_item
from guizhang.quiz.models.lists import others, positive, rule_lists

NAME = "required-list"


def make(handbook: Handbook) -> Iterator[Item]:
    """Yield an item for every list of duties with enough prohibitions beside it."""
    lists = list(rule_lists(handbook))
    for rules in lists:
        if rules.norm is not Norm.DUTY:
            continue
        where = rules.clause.said_where()
        intro = rules.intro.either("en")
        stem = Text(
            zh=f"按{where.zh}，{rules.intro.zh}做到下列哪几项？",
            en=f"{where.en}: {intro[:1].lower() + intro[1:]} do which of the following?",
        )
        # A duty worded as a "don't" would be told from prohibitions by nothing but a double negative.
        keys = [text for text in rules.items if positive(text)]
        item = list_item(NAME, rules, keys, others(lists, rules), stem)
        if item is not None:
            yield item
