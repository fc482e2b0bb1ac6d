"""What is on a list: keys from the list, distractors from other lists of its regulation that forbid or do not, as it does.

What staff shall do beside what they must not could be told by good manners; two lists of things to do are told apart
only by the rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.item import Item, ItemType, Option
from guizhang.model.text import Text
from guizhang.quiz.clauses import escaped
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.models.lists import RuleList, alike, foreign_points, plain_points
from guizhang.quiz.models.made import BETRAYS, TOO_FEW, Declined, Made, betrays_itself, item_id, item_of, lower
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.sayings import asked
from guizhang.quiz.models.soundness import faults

NAME = "required-list"
ASKS = Message(
    "某种情形下的清单，同一规章里还有别的清单", "a list for a certain case, in a regulation with other lists"
)
_OPTIONS = 5
_KEYS = (2, 3)
_TRIES = 3


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every such list that has enough others beside it in its regulation."""
    for here in rules.lists:
        yield _first_sound(here, foreign_points(here, rules.lists))


def _first_sound(here: RuleList, foreign: Sequence[Text]) -> Made:
    clause, name = here.clause, item_id(NAME, here.clause.address, str(here.ordinal))
    own = plain_points(here.items)
    usable = [text for text in plain_points(foreign) if all(alike(text, item) for item in own)]
    possible = [n for n in _KEYS if n <= len(own) and n + len(usable) >= _OPTIONS]
    if not possible:
        return Declined(clause.address, TOO_FEW)
    how_many = keyed_choice(possible, "keys", name)
    for turn in map(str, range(_TRIES)):
        right = keyed_order(own, lambda t: t.either("zh"), "key", name, turn)[:how_many]
        wrong = keyed_order(usable, lambda t: t.either("zh"), "distractor", name, turn)[: _OPTIONS - how_many]
        item = _item(here, right, wrong)
        if not all(betrays_itself(key, wrong) for key in right) and not any(faults(item, clause.handbook)):
            return item
    return Declined(clause.address, BETRAYS)


def _item(here: RuleList, right: Sequence[Text], wrong: Sequence[Text]) -> Item:
    clause = here.clause
    where = clause.said_where()
    listed_zh = "；".join(text.either("zh") for text in here.items)
    listed_en = "; ".join(lower(text.either("en")) for text in here.items)
    return item_of(
        clause,
        NAME,
        str(here.ordinal),
        ItemType.MULTIPLE_CHOICE,
        difficulty=3,
        stem=asked(
            clause,
            here.lead,
            "下列哪几项是这里列出的？（可多选）",
            " Which of these are on the list? Choose all that apply.",
        ),
        options=(
            *(Option(text=escaped(text), key=True) for text in right),
            *(Option(text=escaped(text)) for text in wrong),
        ),
        rationale=clause.said(f"{where.zh}列出：{listed_zh}。", f"{where.en} lists: {listed_en}."),
    )
