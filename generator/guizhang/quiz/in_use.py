"""Which of the items made from the rules are asked: none that is retired, and those to be recalled where others are too few."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from guizhang.diagnostics import Message
from guizhang.model.bank import ItemBank
from guizhang.model.item import Item
from guizhang.quiz.material.statements.offered import ENOUGH
from guizhang.quiz.retiring import retirement

RECALLED = (
    "article-recall", "list-recall", "steps-recall", "missing-points", "what-to-do", "situations", "label-recall",
)  # fmt: skip
"""Models that have what a rule says written down, which somebody must mark by hand; those first that trainers find best."""
_IN_RESERVE = Message(f"备用：这一条另有{ENOUGH}道题", f"in reserve: its rule has {ENOUGH} other items")


def in_use(made: Iterable[Item], bank: ItemBank) -> Iterator[Item]:
    """Yield the items *made* from the rules that are asked, in their order."""
    items = list(made)
    absent = left_out(items, bank)
    return (item for item in items if item.id not in absent)


def left_out(made: Iterable[Item], bank: ItemBank) -> Mapping[str, Message]:
    """Return why items *made* from the rules are not asked, by id: retired, or in reserve.

    An item is in reserve when it has to be recalled and its rule has enough others; it comes in for one that is retired.
    """
    absent: dict[str, Message] = {}
    recalled = list[Item]()
    about = Counter[str]()
    for item in made:
        unwanted = retirement(item, bank)
        if unwanted is not None:
            absent[item.id] = Message(f"已停用：{unwanted.reason}", f"is retired: {unwanted.reason}")
        elif item.model in RECALLED:
            recalled.append(item)
        else:
            about[item.about] += 1
    for item in sorted(recalled, key=lambda one: RECALLED.index(one.model or "")):
        if about[item.about] >= ENOUGH:
            absent[item.id] = _IN_RESERVE
        about[item.about] += 1
    return absent
