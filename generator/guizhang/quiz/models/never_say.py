"""What never to say: a forbidden phrase among phrases the same situation recommends.

A rude phrase is told from polite ones without any rule, so only phrases that sound civil are asked for, and only where
their tone does not set them apart. Phrases of other situations fill nothing up: they would be off the point.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.handbook import Handbook
from guizhang.model.item import CognitiveLevel, Item, ItemType
from guizhang.model.text import Text
from guizhang.quiz.clauses import escaped
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.models.made import betrays_itself, cited, item_id, nearest_in_length, options
from guizhang.quiz.models.spoken import Spoken, civil, courteous, distinct, spoken, stands_apart

NAME = "never-say"
_DISTRACTORS = 3


def make(handbook: Handbook) -> Iterator[Item]:
    """Yield an item for every situation with a civil forbidden phrase and enough good ones."""
    for here in spoken(handbook):
        item = _item(here)
        if item is not None:
            yield item


def _item(here: Spoken) -> Item | None:
    name = item_id(NAME, here.address, "never")
    lead = here.lead()
    if lead is None:
        return None
    for key, never in keyed_order(here.never(), lambda pair: pair[0].either("zh"), "phrase", name):
        distractors = nearest_in_length(key, distinct(here.to_say()), _DISTRACTORS)
        if len(distractors) < _DISTRACTORS or betrays_itself(key, distractors):
            continue
        if not civil(key) or (not courteous(key) and stands_apart(key, distractors)):
            continue
        why, instead = here.plain(never.why), here.plain(never.instead)
        return Item(
            id=name,
            type=ItemType.SINGLE_CHOICE,
            model=NAME,
            cites=cited(here.handbook, here.address),
            themes=here.themes,
            applies_to=here.applies_to,
            level=CognitiveLevel.UNDERSTAND,
            difficulty=1,
            stem=escaped(Text(zh=f"{lead.zh}。下列哪句话不能说？", en=f"{lead.en} Which of these must you never say?")),
            options=options(key, distractors),
            rationale=_rationale(why, instead),
        )
    return None


def _rationale(why: Text | None, instead: Text | None) -> Text | None:
    if why is None:
        return None
    zh = why.either("zh") + (f"应当说：“{instead.zh}”" if instead else "")
    en = why.either("en") + (f" Say: “{instead.en}”" if instead else "")
    return escaped(Text(zh=zh, en=en))
