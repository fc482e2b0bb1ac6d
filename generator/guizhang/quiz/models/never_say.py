"""What never to say: a forbidden phrase among phrases the same situation recommends.

A rude phrase is told from polite ones without any rule, so only phrases that sound civil are asked for, and only where
their tone does not set them apart. Phrases of other situations fill nothing up: they would be off the point.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel
from guizhang.model.text import Text
from guizhang.quiz.material.made import SCRIPTS, Made, betrays_itself
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.spoken import (
    Phrases,
    Spoken,
    alike,
    asks_kindly,
    distinct,
    fills_in,
    phrase_items,
    stands_apart,
    well_meant,
)

NAME = "never-say"
OF = SCRIPTS
ASKS = Message("话术里不能说的句子", "a phrase that a script says never to use")

_FEW = Message(
    "同一情形下应当说的话不够三句，凑不齐选项", "the situation has fewer than three phrases to say to stand beside it"
)


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every situation with a civil forbidden phrase and enough good ones."""
    yield from phrase_items(
        rules.handbook,
        Phrases(
            NAME,
            "never",
            CognitiveLevel.UNDERSTAND,
            1,
            "下列哪句话【不能】说？",
            "Which of these must you NEVER say?",
            _keys,
            _others,
            _FEW,
            _betrays,
        ),
    )


def _others(here: Spoken, key: Text) -> list[Text]:
    # What is to be said instead of the very line answers it, mostly by its contrary, and would point at it.
    instead = next((here.plain(never.instead) for text, never in here.never() if text == key), None)
    return [text for text in distinct(here.to_say()) if instead is None or not alike(text, instead)]


def _betrays(key: Text, distractors: list[Text]) -> bool:
    return (
        betrays_itself(key, distractors)
        or (not fills_in(key) and all(map(fills_in, distractors)))
        or not well_meant(key)
        or (not asks_kindly(key) and stands_apart(key, distractors))
    )


def _keys(here: Spoken) -> Mapping[Text, Text | None]:
    return {key: _rationale(here, here.plain(never.why), here.plain(never.instead)) for key, never in here.never()}


def _rationale(here: Spoken, why: Text | None, instead: Text | None) -> Text | None:
    if why is None:
        return None
    zh = why.either("zh") + (f"应当说：“{instead.zh}”" if instead else "")
    en = why.either("en") + (f" Say: “{instead.en}”" if instead else "")
    return here.said(zh, en)
