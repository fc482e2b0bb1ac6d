"""Label recall: the names of classes, grades or stages are given, and what the rule says of each is to be written down."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel
from guizhang.model.text import Text
from guizhang.quiz.material.labels import labels
from guizhang.quiz.material.made import Made, lower
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sentences import as_point
from guizhang.quiz.material.written import asked_list, dealt, listing, written_item
from guizhang.quiz.material.written_lists import FEWEST, WrittenList

NAME = "label-recall"
ASKS = Message(
    "“名称：内容”“名称，由谁、多久、多少”“……，为名称”这样的清单，两项以上",
    "a list of the form “name: what it is”, “name, by whom, when or how much” or “… is a name”, two or more",
)
_MOST = 6


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every list all of whose points have names; asked for are those that say all themselves."""
    for here in rules.written_lists:
        names = labels(here)
        if names is None or not FEWEST <= len(here.open) <= _MOST:
            continue
        apart = dealt(here, [(n,) for n in here.open]) if len(here.open) > FEWEST else []
        whole = list(here.open)
        some = (part for part in apart if part != whole and not rules.courtesy([here.points[n] for n in part]))
        for part, asked in enumerate([whole, *some]):
            yield written_item(
                here.clause,
                NAME,
                f"{here.clause.ordinal}-{part}" if part else str(here.clause.ordinal),
                stem=_stem(here, [names[n] for n in asked]),
                points=[as_point(here.points[n]) for n in asked],
                rationale=listing(here),
                level=CognitiveLevel.UNDERSTAND,
            )


def _stem(here: WrittenList, names: list[Text]) -> Text:
    zh = "”“".join(name.either("zh") for name in names)
    *first, last = (lower(name.either("en")) for name in names)
    return asked_list(
        here,
        f"分别写出“{zh}”各是怎样规定的。",
        f" Write down what the rule says of each of these: “{'”, “'.join(first)}” and “{last}”.",
    )
