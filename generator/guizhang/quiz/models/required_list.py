"""What must be written down or told: keys from the list that says so, distractors from such lists for other papers.

What a register holds cannot be guessed from manners, as what staff shall or must not do often can: whoever sees “shift
the blame” beside “hear the customer out” needs no rule. So only lists of things to write down or to tell make items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import Item, ItemType, Option
from guizhang.model.regulation import Norm
from guizhang.model.text import Lang, Text
from guizhang.quiz.clauses import escaped
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.models.lists import RuleList, rule_lists
from guizhang.quiz.models.made import BETRAYS, TOO_FEW, Declined, Made, betrays_itself, item_id, item_of, lower
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.sayings import asked
from guizhang.quiz.models.spoken import pairs

NAME = "required-list"
ASKS = Message("要写明或者告知的事项清单", "a list of things to write down or to tell")
_OPTIONS = 5
_KEYS = (2, 3)
_INTRODUCED: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"(写明|载明|注明|记明|填明|记下|登记|告诉客户|告知客户|告诉|告知)[：:]$"),
    "en": re.compile(r"\b(stat(e|ing|es)|not(e|ing|es)|record(ing|s)?|giv(e|ing|es)|tell(ing|s)? (the|a) \w+):$"),
}


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every such list that has enough others beside it in its regulation."""
    lists = list(rule_lists(rules.clauses, Norm.DUTY, _INTRODUCED))
    for here in lists:
        yield _item(here, _foreign(here, lists))


def _foreign(here: RuleList, lists: list[RuleList]) -> list[Text]:
    """Return items of the other lists of the regulation that have nothing in common with an item of this one."""
    regulation = here.clause.place.regulation.id
    beside = (other for other in lists if other is not here and other.clause.place.regulation.id == regulation)
    own = {pair for item in here.items for pair in pairs(item, "zh")}
    found = {text.either("zh"): text for other in beside for text in other.items if not own & pairs(text, "zh")}
    return list(found.values())


def _item(here: RuleList, foreign: list[Text]) -> Item | Declined:
    clause, name = here.clause, item_id(NAME, here.clause.address, str(here.ordinal))
    possible = [n for n in _KEYS if n <= len(here.items) and n + len(foreign) >= _OPTIONS]
    if not possible:
        return Declined(clause.address, TOO_FEW)
    how_many = keyed_choice(possible, "keys", name)
    right = keyed_order(here.items, lambda t: t.either("zh"), "key", name)[:how_many]
    wrong = keyed_order(foreign, lambda t: t.either("zh"), "distractor", name)[: _OPTIONS - how_many]
    if all(betrays_itself(key, wrong) for key in right):
        return Declined(clause.address, BETRAYS)
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
