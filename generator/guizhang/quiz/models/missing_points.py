"""Missing points: a list in parts, each part to be written down beside the others; in its places where it has an order.

The items of one list together ask for all of it: of four points or more for each once, of three for one of them twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quiz.material.contrasts.commonplace import GOOD_SENSE
from guizhang.quiz.material.lists.labels import recited
from guizhang.quiz.material.lists.written import MOST, asked_list, in_a_row, listing, numbered, parts, written_item
from guizhang.quiz.material.lists.written_lists import FEWEST, HANDED_OVER, SENT_ON, WrittenList
from guizhang.quiz.material.made import Declined, Made, lower
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.quoting.texts import inner

NAME = "missing-points"
ASKS = Message("三至九项的清单，给出几项问其余几项", "a list of three to nine points, of which some are given")
_LENGTH = Message("不到三项，或者超过九项", "it has fewer than three points, or more than nine")


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every list long enough to give some of it away."""
    yield from rules.refused_lists
    for here in map(recited, rules.written_lists):
        if isinstance(here, Declined):
            yield here
            continue
        together = parts(here)
        asked = {
            number: part
            for number, part in enumerate(together, start=1)
            if not rules.anybody_writes([here.points[n] for n in part], here.lead)
        }
        if not asked:
            yield here.declined(_why_not(here, together))
        for part, left_out in asked.items():
            zh, en = _rest(here, left_out, "zh"), _rest(here, left_out, "en")
            yield written_item(
                here.clause,
                NAME,
                f"{here.last}-{part}",
                also=here.also,
                stem=asked_list(here, zh, en),
                points=[numbered(here, n + 1) if here.ordered else here.points[n] for n in left_out],
                rationale=listing(here),
            )


def _why_not(here: WrittenList, together: list[list[int]]) -> Message:
    if together:
        return GOOD_SENSE
    if not FEWEST < len(here.points) <= MOST:
        return _LENGTH
    return SENT_ON if len(here.open) < FEWEST else HANDED_OVER


def _rest(here: WrittenList, left_out: list[int], lang: Lang) -> str:
    given = [n for n in range(len(here.points)) if n not in left_out]
    said = [here.points[n].either(lang) for n in given]
    one = here.one
    if lang == "zh":
        if here.ordered:
            shown = "；".join(f"第{n + 1}{one.zh}是“{inner(text)}”" for n, text in zip(given, said, strict=True))
            return f"其中{shown}。写出第{'、'.join(str(n + 1) for n in left_out)}{one.zh}。"
        return f"其中{len(given)}项是：{in_a_row([here.points[n] for n in given], 'zh')}。写出其余{len(left_out)}项。"
    if here.ordered:
        shown = "; ".join(f"{n + 1}. {lower(text)}" for n, text in zip(given, said, strict=True))
        *first, last = (str(n + 1) for n in left_out)
        return f" {'One is' if len(said) == 1 else 'These are'} given: {shown}. Write down {one.en}s {', '.join(first)} and {last}."
    shown = in_a_row([here.points[n] for n in given], "en")
    return f" {'One is' if len(said) == 1 else 'These are'} given: {shown}. Write down the other {len(left_out)}."
