"""Point of a list: the one of four that a list has; the others are of lists for much the same.

Nothing else of the list is shown, for its points are like each other and would point at the one that is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.item import Item, ItemType
from guizhang.model.text import Text
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.material.lists.option_lists import NO_KIN, RuleList, about, alike, listed, plain_points
from guizhang.quiz.material.made import TOO_FEW, Made, betrays_itself, item_id, item_of, options
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked
from guizhang.quiz.material.soundness import faults

NAME = "list-point"
ASKS = Message("某种情形下的清单", "a list for a certain case")
_DISTRACTORS = 3
_ITEMS = 2
_TRIES = 8
_FAR = 3
"""Characters by which lengths differ before a point that is nearer in length is preferred."""


def make(rules: Rules) -> Iterator[Made]:
    """Yield two items for every such list."""
    yield from rules.unparticular_lists
    for here, foreign in rules.lists.items():
        name = item_id(NAME, here.clause.address, str(here.ordinal))
        made = 0
        for key in keyed_order(plain_points(here.items), lambda text: text.either("zh"), "key", name):
            item = _first_sound(here, key, foreign)
            if item is not None:
                yield item
                made += 1
            if made == _ITEMS:
                break
        if not made:
            yield here.declined(TOO_FEW if foreign else NO_KIN)


def _first_sound(here: RuleList, key: Text, foreign: Sequence[Sequence[Text]]) -> Item | None:
    # The one point that takes up what the introduction says would be picked for that.
    if about(key) & about(here.lead):
        return None
    place = NAME, here.clause.address, str(here.ordinal), key.either("zh")
    length = len(key.either("zh"))
    usable = {text.either("zh"): text for points in foreign for text in points if alike(key, text)}
    ordered = sorted(
        keyed_order(usable.values(), lambda text: text.either("zh"), *place),
        key=lambda text: abs(len(text.either("zh")) - length) // _FAR,
    )
    for turn in range(min(_TRIES, len(ordered) - _DISTRACTORS + 1)):
        wrong = ordered[turn : turn + _DISTRACTORS]
        item = _item(here, key, wrong)
        if not betrays_itself(key, wrong) and not any(faults(item, here.clause.handbook)):
            return item
    return None


def _item(here: RuleList, key: Text, wrong: Sequence[Text]) -> Item:
    return item_of(
        here.clause,
        NAME,
        f"{here.ordinal}-{here.items.index(key) + 1}",
        ItemType.SINGLE_CHOICE,
        difficulty=3,
        stem=asked(here.clause, here.lead, "下列哪一项是这里列出的？", " Which of these is on the list?"),
        options=options(key, wrong),
        rationale=listed(here),
    )
