"""What the item-writing rules say of an item before it is offered: a made item is held to what a written one is."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item, ItemType, Option
from guizhang.model.text import Text
from guizhang.quality import ITEM_RULES
from guizhang.quality.view import views


def faults(item: Item, handbook: Handbook) -> Iterator[Message]:
    """Yield what the rules on one item find in *item*, in either language; nothing where it is sound.

    That a distractor stands in another rule, which takes all rules to tell, is left to the linter.
    """
    for view in views(item, handbook, {}):
        for rule in ITEM_RULES.values():
            yield from (finding.problem for finding in rule.check(view))


def prepare(handbook: Handbook) -> None:
    """Have the rules read their word lists and patterns now, which processes started later share."""
    for options in _SPECIMENS:
        item = Item(
            id="specimen",
            type=ItemType.SINGLE_CHOICE,
            cites={"specimen/rule": None},
            themes=("specimen",),
            stem=Text(zh="访客的证件由谁登记？", en="Who must register a visitor's papers?"),
            options=tuple(Option(text=Text(zh=zh, en=en), key=n == 0) for n, (zh, en) in enumerate(options)),
        )
        list(faults(item, handbook))


_SPECIMENS = (
    (
        ("接待访客的前台应当登记", "The receptionist shall register them"),
        ("保安员可以登记", "A security officer may register them"),
        ("不用登记", "Nobody need register them"),
    ),
    (("3天", "3 days"), ("5天以内", "within 5 days"), ("上午十点", "10 a.m.")),
)
