"""What must be written down or told: keys from the list that says so, distractors from such lists for other papers.

What a register holds cannot be guessed from manners, as what staff shall or must not do often can: whoever sees “shift
the blame” beside “hear the customer out” needs no rule. So only lists of things to write down or to tell make items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.model.handbook import Handbook
from guizhang.model.item import Item, ItemType, Option
from guizhang.model.regulation import Norm
from guizhang.model.text import Text
from guizhang.quiz.clauses import escaped
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.models.lists import RuleList, rule_lists
from guizhang.quiz.models.made import betrays_itself, cited, item_id, themes_of

NAME = "required-list"
_OPTIONS = 5
_KEYS = (2, 3)
_ZH = re.compile(r"(写明|载明|注明|记明|填明|记下|登记|告诉客户|告知客户|告诉|告知)[：:]$")
_EN = re.compile(r"\b(stat(e|ing|es)|not(e|ing|es)|record(ing|s)?|giv(e|ing|es)|tell(ing|s)? (the|a) \w+):$")


def make(handbook: Handbook) -> Iterator[Item]:
    """Yield an item for every such list that has enough others beside it in its regulation."""
    lists = list(rule_lists(handbook, Norm.DUTY, _ZH, _EN))
    for here in lists:
        item = _item(here, _foreign(here, lists))
        if item is not None:
            yield item


def _foreign(here: RuleList, lists: list[RuleList]) -> list[Text]:
    """Return items of the other lists of the regulation that have nothing in common with an item of this one."""
    regulation = here.clause.place.regulation.id
    beside = (other for other in lists if other is not here and other.clause.place.regulation.id == regulation)
    own = {pair for item in here.items for pair in _pairs(item)}
    found = {text.either("zh"): text for other in beside for text in other.items if not own & _pairs(text)}
    return list(found.values())


def _pairs(text: Text) -> set[str]:
    zh = text.either("zh")
    return {zh[i : i + 2] for i in range(len(zh) - 1)}


def _item(here: RuleList, foreign: list[Text]) -> Item | None:
    name = item_id(NAME, here.clause.address, str(here.ordinal))
    possible = [n for n in _KEYS if n <= len(here.items) and n + len(foreign) >= _OPTIONS]
    if not possible:
        return None
    how_many = keyed_choice(possible, "keys", name)
    right = keyed_order(here.items, lambda t: t.either("zh"), "key", name)[:how_many]
    wrong = keyed_order(foreign, lambda t: t.either("zh"), "distractor", name)[: _OPTIONS - how_many]
    if all(betrays_itself(key, wrong) for key in right):
        return None
    where = here.clause.said_where()
    listed_zh = "；".join(text.either("zh") for text in here.items)
    listed_en = "; ".join(text.either("en")[:1].lower() + text.either("en")[1:] for text in here.items)
    lead = here.lead
    return Item(
        id=name,
        type=ItemType.MULTIPLE_CHOICE,
        model=NAME,
        cites=cited(here.clause.handbook, here.clause.address),
        themes=themes_of(here.clause),
        applies_to=here.clause.place.applies_to,
        difficulty=3,
        stem=escaped(
            Text(
                zh=f"{where.zh}规定：“{lead.zh}”下列哪几项是这里列出的？（可多选）",
                en=f"{where.en}: “{lead.en}” Which of these are on the list? Choose all that apply.",
            )
        ),
        options=(
            *(Option(text=escaped(text), key=True) for text in right),
            *(Option(text=escaped(text)) for text in wrong),
        ),
        rationale=escaped(Text(zh=f"{where.zh}列出：{listed_zh}。", en=f"{where.en} lists: {listed_en}.")),
    )
