"""What to say: a phrase of the script among phrases that must never be said, this situation's first."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.handbook import Handbook
from guizhang.model.item import CognitiveLevel, Item, ItemType
from guizhang.model.text import Text
from guizhang.quiz.clauses import escaped
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.models.made import betrays_itself, cited, item_id, nearest_in_length, options
from guizhang.quiz.models.spoken import Spoken, spoken

NAME = "what-to-say"
_DISTRACTORS = 3
_FEWEST = 2


def make(handbook: Handbook) -> Iterator[Item]:
    """Yield an item for every situation with something to say and enough that must not be said."""
    situations = list(spoken(handbook))
    for here in situations:
        item = _item(here, situations)
        if item is not None:
            yield item


def _item(here: Spoken, situations: list[Spoken]) -> Item | None:
    name = item_id(NAME, here.address, "say")
    own = [text for text, _ in here.never()]
    # What must never be said in one situation of a script may not be said in its others either.
    other = [text for s in situations if s.file.id == here.file.id and s is not here for text, _ in s.never()]
    lead = here.lead()
    phrases = [text for phrase in here.situation.say if (text := here.plain(phrase.text)) is not None]
    if lead is None:
        return None
    for key in keyed_order(phrases, lambda t: t.either("zh"), "phrase", name):
        distractors = nearest_in_length(key, own, _DISTRACTORS)
        if len(distractors) < _FEWEST:
            # Phrases from elsewhere often have nothing to do with this situation: they only fill up to three options.
            distractors += [t for t in nearest_in_length(key, other, _DISTRACTORS) if t not in distractors]
            distractors = distractors[:_FEWEST]
        if len(distractors) < _FEWEST or betrays_itself(key, distractors):
            continue
        return Item(
            id=name,
            type=ItemType.SINGLE_CHOICE,
            model=NAME,
            cites=cited(here.handbook, here.address),
            themes=here.themes,
            applies_to=here.applies_to,
            level=CognitiveLevel.UNDERSTAND,
            difficulty=1,
            stem=escaped(Text(zh=f"{lead.zh}。你应当怎么说？", en=f"{lead.en} What do you say?")),
            options=options(key, distractors),
            rationale=escaped(Text(zh=f"话术：“{key.zh}”", en=f"The script says: “{key.en}”")),
        )
    return None
