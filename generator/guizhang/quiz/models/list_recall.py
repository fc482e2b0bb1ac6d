"""List recall: write down all points of a list, one mark a point."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.quiz.models.made import Made
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.written import FEWEST, asked_list, listing, written_item

NAME = "list-recall"
ASKS = Message(
    "可以默写的清单（二至八项，各项单独说得通）", "a list to write down: two to eight points that stand by themselves"
)
_MOST = 8


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every list that is short enough to be written down and has no order."""
    for here in rules.written_lists:
        count = len(here.points)
        if here.ordered or not here.whole or count > _MOST:
            continue
        yield written_item(
            here.clause,
            NAME,
            str(here.clause.ordinal),
            stem=asked_list(
                here,
                f"写出规定列出的{'全部' if count > FEWEST else ''}{count}项。",
                f" Write down {f'all {count}' if count > FEWEST else 'both'} points that the rule lists.",
            ),
            points=here.points,
            rationale=listing(here),
            difficulty=3 if count <= 4 else 4,
        )
