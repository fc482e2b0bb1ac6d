"""List recall: write down all points of a list, one mark a point; or a list within one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.text import Text
from guizhang.quiz.material.lists.chinese_sentence_lists import SentenceList, sentence_lists
from guizhang.quiz.material.lists.labels import recited
from guizhang.quiz.material.lists.written import asked_list, listing, written_item
from guizhang.quiz.material.lists.written_lists import FEWEST, HANDED_OVER, SENT_ON
from guizhang.quiz.material.made import Declined, Made
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked, verdict
from guizhang.quiz.quoting.points import BLANK

NAME = "list-recall"
ASKS = Message(
    "可以默写的清单（二至八项，各项单独说得通），或者一句里列出的三项以上（由谁签字、写明什么、不得做什么）",
    "a list to write down: two to eight points that stand by themselves, or three within a Chinese sentence (who signs, what to put down, what is forbidden)",
)
_IN_ORDER = Message("有先后次序，另用 steps-recall 来问", "it has an order and is asked for by steps-recall")
_TOO_MANY = Message("超过八项，太长，默写不全", "more than eight points are too many to write down")
_MOST = 8
_TOLD = 3
"""One point of so many that the heading says is too much given away."""


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every list that is short enough to be written down and has no order, and for those within a sentence."""
    yield from map(_in_a_sentence, sentence_lists(rules.clauses))
    yield from rules.refused_lists
    for here in map(recited, rules.written_lists):
        if isinstance(here, Declined):
            yield here
            continue
        count = len(here.points)
        if here.ordered or not here.whole or count > _MOST:
            yield here.declined(_IN_ORDER if here.ordered else _TOO_MANY if here.whole else SENT_ON)
            continue
        if _TOLD * len(here.headed) >= count:
            yield here.declined(HANDED_OVER)
            continue
        yield written_item(
            here.clause,
            NAME,
            here.last,
            also=here.also,
            stem=asked_list(
                here,
                f"写出规定列出的{'全部' if count > FEWEST else ''}{count}项。",
                f" Write down {f'all {count}' if count > FEWEST else 'both'} points that the rule lists.",
            ),
            points=here.points,
            rationale=listing(here),
            difficulty=3 if count <= 4 else 4,
        )


def _in_a_sentence(here: SentenceList) -> Made:
    filled = here.sentence.either("zh").replace(BLANK, "、".join(point.either("zh") for point in here.points))
    return written_item(
        here.clause,
        NAME,
        str(here.clause.ordinal),
        stem=asked(here.clause, here.sentence, here.wanted),
        points=here.points,
        rationale=verdict(here.clause, Text(zh=filled)),
    )
