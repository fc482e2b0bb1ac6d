"""The item both list models make: which of these stand in the list? Distractors come from lists of the opposite norm."""

from __future__ import annotations

from guizhang.model.item import Item, ItemType, Option
from guizhang.model.text import Text
from guizhang.quiz.clauses import escaped
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.models.lists import RuleList
from guizhang.quiz.models.made import betrays_itself, cited, item_id, themes_of

_OPTIONS = 5
_FEWEST = 2


def list_item(model: str, rules: RuleList, keys: list[Text], wrong: list[Text], stem: Text) -> Item | None:
    """Return a multiple-choice item with two or three keys; ``None`` where there are too few distractors.

    Args:
        model: Name of the item model.
        rules: The list asked about.
        keys: Its items that may be keys.
        wrong: Items surely not in it, the best first.
        stem: The question.
    """
    name = item_id(model, rules.clause.address, str(rules.ordinal))
    if len(keys) < _FEWEST or len(wrong) < _FEWEST:
        return None
    how_many = keyed_choice([n for n in (2, 3) if n <= len(keys)], "keys", name)
    right = keyed_order(keys, lambda t: t.either("zh"), "key", name)[:how_many]
    # Of the nearest lists only: a far-fetched distractor is no distractor.
    distractors = keyed_order(wrong[:8], lambda t: t.either("zh"), "distractor", name)[: _OPTIONS - how_many]
    if all(betrays_itself(key, distractors) for key in right):
        return None
    where = rules.clause.said_where()
    listed_zh = "；".join(text.either("zh") for text in rules.items)
    listed_en = "; ".join(text.either("en")[:1].lower() + text.either("en")[1:] for text in rules.items)
    return Item(
        id=name,
        type=ItemType.MULTIPLE_CHOICE,
        model=model,
        cites=cited(rules.clause.handbook, rules.clause.address),
        themes=themes_of(rules.clause),
        applies_to=rules.clause.place.applies_to,
        difficulty=3,
        stem=escaped(stem),
        options=(
            *(Option(text=escaped(text), key=True) for text in right),
            *(Option(text=escaped(text)) for text in distractors),
        ),
        rationale=escaped(
            Text(
                zh=f"{where.zh}：{rules.intro.zh}：{listed_zh}。",
                en=f"{where.en}: {rules.intro.en}: {listed_en}.",
            )
        ),
    )
