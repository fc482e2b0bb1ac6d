"""What to say: a line of the script among lines that it says never to use in the same situation.

Other lines of the script would be no wrong answers, for they are good there too. A forbidden line is wrong in its very
situation, and stands beside the right one only where its tone does not give it away: civil, and as courteous.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel
from guizhang.model.text import Text
from guizhang.quiz.material.made import SCRIPTS, Made, betrays_itself
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.spoken import Phrases, Spoken, courteous, fills_in, phrase_items, well_meant

NAME = "what-to-say"
OF = SCRIPTS
ASKS = Message(
    "话术里应当说的句子，和两句不能说的", "a phrase that a script says to use, and two that it says never to use"
)
_FEW = Message(
    "同一情形下不要说的话里，语气得体、可以拿来作错误选项的不到两句",
    "of what is never to be said in the situation fewer than two phrases are civil enough to be wrong options",
)
_DISTRACTORS = 2


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every situation with a phrase to say beside two civil ones that are forbidden there."""
    yield from phrase_items(
        rules.handbook,
        Phrases(
            NAME,
            "say",
            CognitiveLevel.APPLY,
            2,
            "按话术应当说哪一句？",
            "Which of these does the script say to use?",
            _keys,
            lambda here, _key: [text for text, _ in here.never() if well_meant(text)],
            _FEW,
            _betrays,
            _DISTRACTORS,
            _why,
        ),
    )


def _keys(here: Spoken) -> Mapping[Text, Text | None]:
    return {key: here.said(f"话术：“{key.zh}”", f"The script: “{key.en}”") for key in here.phrases()}


def _betrays(key: Text, distractors: list[Text]) -> bool:
    # One that is less courteous than the right one is told by its tone, and only a line of the script has something to fill in.
    if fills_in(key) and not any(map(fills_in, distractors)):
        return True
    return betrays_itself(key, distractors) or (courteous(key) and not all(map(courteous, distractors)))


def _why(here: Spoken, wrong: Text) -> Text | None:
    return next((here.plain(never.why) for text, never in here.never() if text == wrong), None)
