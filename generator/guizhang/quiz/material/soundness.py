"""What the item-writing rules say of an item before it is offered: a made item is held to what a written one is."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item
from guizhang.quality import ITEM_RULES
from guizhang.quality.view import views


def faults(item: Item, handbook: Handbook) -> Iterator[Message]:
    """Yield what the rules on one item find in *item*, in either language; nothing where it is sound.

    That a distractor stands in another rule, which takes all rules to tell, is left to the linter.
    """
    for view in views(item, handbook, {}):
        for rule in ITEM_RULES.values():
            yield from (finding.problem for finding in rule.check(view))
