"""What to say word for word: the phrase a script prescribes among others one may say in the same situation.

Beside what must never be said, any phrase of a script is the key by its tone alone. Beside what staff may say in their
own words, only who has learnt the script tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel
from guizhang.model.text import Text
from guizhang.quiz.models.made import Made
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.spoken import Phrases, Spoken, distinct, phrase_items

NAME = "what-to-say"
ASKS = Message("话术里要照原话说的句子", "a phrase that a script requires word for word")


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every situation with a phrase to say word for word and enough others."""
    yield from phrase_items(
        rules.handbook,
        Phrases(
            NAME,
            "say",
            CognitiveLevel.RECALL,
            3,
            "话术要求照原话说的是哪一句？",
            "Which of these does the script require word for word?",
            _keys,
            _others,
        ),
    )


def _keys(here: Spoken) -> Mapping[Text, Text | None]:
    return {key: here.said(f"原话：“{key.zh}”", f"Word for word: “{key.en}”") for key in here.verbatim()}


def _others(here: Spoken) -> list[Text]:
    # The verbatim phrases go first, so that whatever holds one of them is left out as saying the same.
    verbatim = here.verbatim()
    return distinct([*verbatim, *here.to_say()])[len(distinct(verbatim)) :]
