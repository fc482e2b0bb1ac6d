"""Steps recall: write down what is to be done, or what follows each time, in its order."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel
from guizhang.quiz.material.lists.labels import NAMED, labels
from guizhang.quiz.material.lists.written import asked_list, listing, numbered, written_item
from guizhang.quiz.material.lists.written_lists import SENT_ON
from guizhang.quiz.material.made import Made
from guizhang.quiz.material.rules import Rules

NAME = "steps-recall"
ASKS = Message(
    "写明先后次序、可以默写的各项（三至八项）", "three to eight things to write down that the rule puts in order"
)
_LENGTH = Message("不到三项，或者超过八项", "it has fewer than three points, or more than eight")
_FEWEST, _MOST = 3, 8


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every list in order that is short enough to be written down."""
    for here in rules.written_lists:
        count = len(here.points)
        if not here.ordered:
            continue
        if labels(here) is not None:
            yield here.declined(NAMED)
            continue
        if not here.whole or not _FEWEST <= count <= _MOST:
            yield here.declined(_LENGTH if here.whole else SENT_ON)
            continue
        yield written_item(
            here.clause,
            NAME,
            here.last,
            also=here.also,
            stem=asked_list(
                here,
                f"按先后次序写出这{count}{here.one.zh}。",
                f" Write down these {count} {here.one.en}s in their order.",
            ),
            points=[numbered(here, n) for n in range(1, count + 1)],
            rationale=listing(here),
            level=CognitiveLevel.UNDERSTAND,
            difficulty=4,
        )
