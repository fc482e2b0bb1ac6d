"""What is on a list: keys from the list, distractors from one other list for much the same.

What staff shall do beside what they must not could be told by good manners; two lists of things to do are told apart
only by the rule. The distractors are of one list, as the keys are, so that neither are more like each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.item import Item, ItemType, Option
from guizhang.model.text import Text
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.material.lists.option_lists import NO_KIN, RuleList, about, alike, listed, plain_points
from guizhang.quiz.material.made import BETRAYS, TOO_FEW, Made, betrays_itself, item_id, item_of
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked
from guizhang.quiz.material.soundness import faults
from guizhang.quiz.quoting.texts import escaped

NAME = "required-list"
ASKS = Message("某种情形下的清单，同类的清单另有一个", "a list for a certain case, and another of its kind")
_OPTIONS = 5
_KEYS = (2, 3)
_TRIES = 6


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every such list that has another of its kind to stand beside."""
    yield from rules.unparticular_lists
    for here, foreign in rules.lists.items():
        yield _first_sound(here, foreign)


def _first_sound(here: RuleList, foreign: Sequence[Sequence[Text]]) -> Made:
    clause, name = here.clause, item_id(NAME, here.clause.address, str(here.ordinal))
    own, declined = plain_points(here.items), here.declined(TOO_FEW if foreign else NO_KIN)
    beside = [usable for points in foreign if (usable := [t for t in points if all(alike(t, item) for item in own)])]
    # What no single list has enough of, all together may have; where there is one to choose from, others of its points.
    tried = [*keyed_order(beside, lambda texts: texts[0].either("zh"), "list", name), [t for ts in beside for t in ts]]
    for turn, points in enumerate((*tried, *tried[-1:] * _TRIES)):
        possible = [n for n in _KEYS if n <= len(own) and n + len(points) >= _OPTIONS]
        if not possible:
            continue
        how_many = keyed_choice(possible, "keys", name)
        right = keyed_order(own, lambda t: t.either("zh"), "key", name, str(turn))[:how_many]
        wrong = keyed_order(points, lambda t: t.either("zh"), "distractor", name, str(turn))[: _OPTIONS - how_many]
        # Keys that all take up what the introduction says would be picked for that.
        if all(about(key) & about(here.lead) for key in right):
            continue
        item = _item(here, right, wrong)
        if not all(betrays_itself(key, wrong) for key in right) and not any(faults(item, clause.handbook)):
            return item
        declined = here.declined(BETRAYS)
    return declined


def _item(here: RuleList, right: Sequence[Text], wrong: Sequence[Text]) -> Item:
    return item_of(
        here.clause,
        NAME,
        str(here.ordinal),
        ItemType.MULTIPLE_CHOICE,
        difficulty=3,
        stem=asked(
            here.clause,
            here.lead,
            "下列哪几项是这里列出的？（可多选）",
            " Which of these are on the list? Choose all that apply.",
        ),
        options=(
            *(Option(text=escaped(text), key=True) for text in right),
            *(Option(text=escaped(text)) for text in wrong),
        ),
        rationale=listed(here),
    )
