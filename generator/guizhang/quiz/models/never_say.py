"""What never to say: a forbidden phrase among phrases the same script recommends."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.handbook import Handbook
from guizhang.model.item import CognitiveLevel, Item, ItemType
from guizhang.model.text import Text
from guizhang.quiz.clauses import escaped
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.models.made import betrays_itself, cited, item_id, nearest_in_length, options
from guizhang.quiz.models.spoken import Spoken, spoken

NAME = "never-say"
_DISTRACTORS = 3
_FEWEST = 2


def make(handbook: Handbook) -> Iterator[Item]:
    """Yield an item for every situation with a forbidden phrase and enough good ones."""
    situations = list(spoken(handbook))
    for here in situations:
        item = _item(here, situations)
        if item is not None:
            yield item


def _item(here: Spoken, situations: list[Spoken]) -> Item | None:
    name = item_id(NAME, here.address, "never")
    lead = here.lead()
    if lead is None:
        return None
    other = [text for s in situations if s.file.id == here.file.id and s is not here for text in s.to_say()]
    for key, never in keyed_order(here.never(), lambda pair: pair[0].either("zh"), "phrase", name):
        distractors = nearest_in_length(key, here.to_say(), _DISTRACTORS)
        distractors += [t for t in nearest_in_length(key, other, _DISTRACTORS) if t not in distractors]
        distractors = distractors[:_DISTRACTORS]
        if len(distractors) < _FEWEST or betrays_itself(key, distractors):
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
