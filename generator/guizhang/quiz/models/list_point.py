"""Point of a list: a list with one of its points left blank, beside points of other lists of its regulation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.item import Item, ItemType
from guizhang.model.text import Text
from guizhang.quiz.clauses import BLANK
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.models.lists import RuleList, alike, foreign_points, plain_points
from guizhang.quiz.models.made import TOO_FEW, Declined, Made, betrays_itself, item_id, item_of, lower, options
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.sayings import asked, verdict
from guizhang.quiz.models.soundness import faults

NAME = "list-point"
ASKS = Message(
    "某种情形下的清单，同一规章里还有别的清单", "a list for a certain case, in a regulation with other lists"
)
_DISTRACTORS = 3
_ITEMS = 2
_BESIDE = 2
"""Points shown on each side of the blank."""
_TRIES = 3


def make(rules: Rules) -> Iterator[Made]:
    """Yield two items for every list of three points or more, one for a list of two."""
    for here in rules.lists:
        foreign = foreign_points(here, rules.lists)
        name = item_id(NAME, here.clause.address, str(here.ordinal))
        made = 0
        plain = plain_points(here.items)
        for n in keyed_order((n for n, text in enumerate(here.items) if text in plain), str, "blank", name):
            item = _first_sound(here, n, foreign)
            if item is not None:
                yield item
                made += 1
            if made == min(_ITEMS, len(here.items) - 1):
                break
        if not made:
            yield Declined(here.clause.address, TOO_FEW)


def _first_sound(here: RuleList, n: int, foreign: Sequence[Text]) -> Item | None:
    key = here.items[n]
    usable = [text for text in plain_points(foreign) if alike(key, text)]
    length = len(key.either("zh"))
    near = sorted(usable, key=lambda text: (abs(len(text.either("zh")) - length), text.either("zh")))[
        : 3 * _DISTRACTORS
    ]
    ordered = keyed_order(near, lambda text: text.either("zh"), NAME, here.clause.address, str(n))
    for turn in range(_TRIES):
        wrong = ordered[turn : turn + _DISTRACTORS]
        if len(wrong) < _DISTRACTORS:
            return None
        item = _item(here, n, wrong)
        if not betrays_itself(key, wrong) and not any(faults(item, here.clause.handbook)):
            return item
    return None


def _item(here: RuleList, n: int, wrong: Sequence[Text]) -> Item:
    clause, key = here.clause, here.items[n]
    return item_of(
        clause,
        NAME,
        f"{here.ordinal}-{n + 1}",
        ItemType.SINGLE_CHOICE,
        difficulty=3,
        stem=asked(clause, _listed(here, n, BLANK), "空白处应填：", " Which of these belongs in the blank?"),
        options=options(key, wrong),
        rationale=verdict(clause, _listed(here, n, None)),
    )


def _listed(here: RuleList, n: int, shown: str | None) -> Text:
    """Return the introduction with the points around one of them, *shown* in its place."""
    first, last = max(0, n - _BESIDE), n + _BESIDE + 1
    around = list(enumerate(here.items))[first:last]
    zh = [shown or text.either("zh") if i == n else text.either("zh") for i, text in around]
    en = [shown or lower(text.either("en")) if i == n else lower(text.either("en")) for i, text in around]
    before, behind = first > 0 or not here.complete, last < len(here.items) or not here.complete
    return here.clause.said(
        here.lead.either("zh").removesuffix("……")
        + "：" + "；".join((*(["……"] * before), *zh, *(["……"] * behind))) + ("" if behind else "。"),
        here.lead.either("en").removesuffix(" …")
        + ": " + "; ".join((*(["…"] * before), *en, *(["…"] * behind))) + ("" if behind else "."),
    )  # fmt: skip
