"""Missing points: a list in parts, each part to be written down beside the others; in its places where it has an order.

The items of one list together ask for all of it: of four points or more for each once, of three for one of them twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.models.made import Made, item_id, lower
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.written import FEWEST, SENT_ON, WrittenList, asked_list, listing, numbered, written_item
from guizhang.quiz.texts import inner

NAME = "missing-points"
ASKS = Message("三至九项的清单，给出几项问其余几项", "a list of three to nine points, of which some are given")
_LENGTH = Message("不到三项，或者超过九项", "it has fewer than three points, or more than nine")
FORMS_ONLY = Message("各项只是表单的名称", "its points are only names of forms")
_FOR: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile("^[^：]*：|[《》]"),
    "en": re.compile("^for [^,]*, |[“”]", re.IGNORECASE),
}
_NAMES: Mapping[Lang, re.Pattern[str]] = {"zh": re.compile("[、和与]"), "en": re.compile(r"(?:, |\band |^)+(?:the )?")}
"""What stands between the names of forms in one point."""
_FEWEST, _MOST = 3, 9
_PART = 3
"""Points of a part at most."""


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every list long enough to give some of it away."""
    yield from rules.refused_lists
    for here in rules.written_lists:
        if only_forms(here):
            yield here.declined(FORMS_ONLY)
            continue
        together = parts(here)
        if not together:
            yield here.declined(SENT_ON if len(here.open) < FEWEST else _LENGTH)
        for part, left_out in enumerate(together, start=1):
            zh, en = _rest(here, left_out, "zh"), _rest(here, left_out, "en")
            yield written_item(
                here.clause,
                NAME,
                f"{here.clause.ordinal}-{part}",
                stem=asked_list(here, zh, en),
                points=[numbered(n + 1, here.points[n]) if here.ordered else here.points[n] for n in left_out],
                rationale=listing(here),
            )


def only_forms(here: WrittenList) -> bool:
    """Tell whether most points are no more than names of forms, maybe behind what they are for: nobody recites those."""
    lang = here.clause.langs[0]
    titles = {title.casefold() for record in here.clause.handbook.records if (title := record.title.get(lang))}
    named = [set(_NAMES[lang].split(_FOR[lang].sub("", point.either(lang)).casefold())) for point in here.points]
    return 2 * sum(bool(names & titles) for names in named) > len(named)


def parts(here: WrittenList) -> list[list[int]]:
    """Return the places of the points that are asked for together, two or three at a time; none of a list too short or too long."""
    if not _FEWEST <= len(here.points) <= _MOST or len(here.open) < FEWEST:
        return []
    name = item_id(NAME, here.clause.address, str(here.clause.ordinal))
    mixed = keyed_order(here.open, str, name)
    if len(mixed) == len(here.points) == _FEWEST:
        return [sorted(mixed[:FEWEST]), sorted(mixed[1:])]
    count = max(2 if here.whole else 1, -(-len(mixed) // _PART))
    return [sorted(mixed[part::count]) for part in range(count)]


def _rest(here: WrittenList, left_out: list[int], lang: Lang) -> str:
    given = [n for n in range(len(here.points)) if n not in left_out]
    said = [here.points[n].either(lang) for n in given]
    if lang == "zh":
        if here.ordered:
            shown = "；".join(f"第{n + 1}项是“{inner(text)}”" for n, text in zip(given, said, strict=True))
            return f"其中{shown}。写出第{'、'.join(str(n + 1) for n in left_out)}项。"
        return f"其中{len(given)}项是：{'；'.join(said)}。写出其余{len(left_out)}项。"
    if here.ordered:
        shown = "; ".join(f"{n + 1}. {lower(text)}" for n, text in zip(given, said, strict=True))
        *first, last = (str(n + 1) for n in left_out)
        return f" {'One is' if len(said) == 1 else 'These are'} given: {shown}. Write down points {', '.join(first)} and {last}."
    shown = "; ".join(map(lower, said))
    return f" {'One is' if len(said) == 1 else 'These are'} given: {shown}. Write down the other {len(left_out)}."
