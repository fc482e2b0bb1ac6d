"""What to say word for word: the phrase a script prescribes among others one may say in the same situation.

Beside what must never be said, any phrase of a script is the key by its tone alone. Beside what staff may say in their
own words, only who has learnt the script tells it.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.handbook import Handbook
from guizhang.model.item import CognitiveLevel, Item, ItemType
from guizhang.model.text import Text
from guizhang.quiz.clauses import escaped
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.models.made import betrays_itself, cited, item_id, nearest_in_length, options
from guizhang.quiz.models.spoken import Spoken, distinct, spoken

NAME = "what-to-say"
_DISTRACTORS = 3


def make(handbook: Handbook) -> Iterator[Item]:
    """Yield an item for every situation with a phrase to say word for word and enough others."""
    for here in spoken(handbook):
        item = _item(here)
        if item is not None:
            yield item


def _item(here: Spoken) -> Item | None:
    name = item_id(NAME, here.address, "say")
    lead = here.lead()
    if lead is None:
        return None
    verbatim = here.verbatim()
    for key in keyed_order(verbatim, lambda t: t.either("zh"), "phrase", name):
        # The verbatim phrases go first, so that whatever holds one of them is left out as saying the same.
        free = distinct([*verbatim, *here.to_say()])[len(distinct(verbatim)) :]
        distractors = nearest_in_length(key, free, _DISTRACTORS)
        if len(distractors) < _DISTRACTORS or betrays_itself(key, distractors):
            continue
        return Item(
            id=name,
            type=ItemType.SINGLE_CHOICE,
            model=NAME,
            cites=cited(here.handbook, here.address),
            themes=here.themes,
            applies_to=here.applies_to,
            level=CognitiveLevel.RECALL,
            difficulty=3,
            stem=escaped(
                Text(
                    zh=f"{lead.zh}。话术要求照原话说的是哪一句？",
                    en=f"{lead.en} Which of these does the script require word for word?",
                )
            ),
            options=options(key, distractors),
            rationale=escaped(Text(zh=f"原话：“{key.zh}”", en=f"Word for word: “{key.en}”")),
        )
    return None
