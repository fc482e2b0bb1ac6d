"""Order of steps: a procedure whose rule says that its items follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from guizhang.model.handbook import Handbook
from guizhang.model.item import CognitiveLevel, Item, ItemType, Option
from guizhang.model.regulation import Norm
from guizhang.model.text import Text
from guizhang.quiz.clauses import escaped
from guizhang.quiz.models.lists import RuleList, rule_lists
from guizhang.quiz.models.made import cited, item_id, themes_of

NAME = "step-order"
_FEWEST = 3
_MOST = 8
_ZH = re.compile(r"依次|先后|(顺序|步骤)[^，。；]*[：:]$")
_EN = re.compile(r"\b(in (this|the following) order|in turn|one after the other|(in )?these steps)\b")
# A step that says which it is needs no putting in order.
_SAYS_ZH = re.compile(r"^(首先|其次|然后|接着|接下来|随后|最后|第[一二三四五六七八]|初次|再次|先|再)")
_SAYS_EN = re.compile(r"^(first|second|third|then|next|after that|finally|lastly|last)\b", re.IGNORECASE)


def make(handbook: Handbook) -> Iterator[Item]:
    """Yield an item for every procedure of three steps or more whose order does not show in their wording."""
    for steps in rule_lists(handbook, Norm.PROCEDURE, _ZH, _EN):
        if steps.complete and _FEWEST <= len(steps.items) <= _MOST and not _shows_order(steps.items):
            yield _item(steps)


def _shows_order(items: tuple[Text, ...]) -> bool:
    """Tell whether steps name their place, or each begins with what the one before it ended with."""
    said = any(_SAYS_ZH.match(item.either("zh")) or _SAYS_EN.match(item.either("en")) for item in items)
    return said or any(_hooks(a.either("zh"), b.either("zh")) for a, b in pairwise(items))


def _hooks(before: str, behind: str) -> bool:
    return any(before.endswith(behind[:n]) for n in range(2, min(len(before), len(behind)) + 1))


def _item(steps: RuleList) -> Item:
    clause, where = steps.clause, steps.clause.said_where()
    return Item(
        id=item_id(NAME, clause.address, str(steps.ordinal)),
        type=ItemType.ORDERING,
        model=NAME,
        cites=cited(clause.handbook, clause.address),
        themes=themes_of(clause),
        applies_to=clause.place.applies_to,
        level=CognitiveLevel.UNDERSTAND,
        difficulty=2,
        stem=escaped(
            Text(
                zh=f"{where.zh}规定：“{steps.lead.zh}”把各步排成正确的顺序。",
                en=f"{where.en}: “{steps.lead.en}” Put the steps in the right order.",
            )
        ),
        options=tuple(Option(text=escaped(item)) for item in steps.items),
        rationale=escaped(
            Text(
                zh=f"{where.zh}：" + "→".join(item.either("zh") for item in steps.items) + "。",
                en=f"{where.en}: " + " → ".join(_lower(item.either("en")) for item in steps.items) + ".",
            )
        ),
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
