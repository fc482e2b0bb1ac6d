"""Two details: a sentence with two blanks, such as who and how often; the options are the four ways to fill them.

Each detail stands beside a near miss, and each of the four options has as much in common with the others, so that
neither good sense nor the look of the options tells which one the rule lays down.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from guizhang.diagnostics import Message
from guizhang.model.item import Item, ItemType
from guizhang.model.text import Lang, Text
from guizhang.quiz.material.made import Declined, Made, capital, instead, item_of, options, unsound
from guizhang.quiz.material.offers import Offers, fairest
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked, verdict
from guizhang.quiz.material.soundness import faults
from guizhang.quiz.material.spots import Spot
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK

NAME = "two-details"
QUOTES = True
ASKS = Message(
    "一句话里的两处细节（谁、多少、多久一次、什么方式）",
    "two details in one sentence: who, how much, how often, in what way",
)
_ONE = Message("这句话里能换的细节只有一处", "only one detail of the sentence could be exchanged")
_ENOUGH = Message(
    "其中一处（同一个人、同一个数值）在别的题里已经常常是对的，再问就会猜到",
    "one of the two is right in so many other items that it would be guessed",
)
_APART = Message(
    "两处细节不在同一句里、挨在一起，或者换成的说法相同",
    "the two details stand in different sentences or next to each other, or would be exchanged for the same",
)
_AHEAD = 2
"""Times that something may be right beyond those that it has been wrong."""
_NEAREST = 4
"""Wrong texts of a place to choose from, the likeliest."""
_EITHER_ORDER = re.compile(r".?|或者?|和|及|与|、或者?| (?:and|or) ")
"""What stands between two parties that could change places."""
_OTHER = "\u2060______"
"""The second of two blanks, told from the first."""
_BEGINS = re.compile(rf"^(?:[^.]*[.!?:] )?(?:{BLANK}|{_OTHER})")
"""Where the first blank begins a sentence: only there an answer has a capital letter."""
_JOINED: dict[Lang, str] = {"zh": "；", "en": "; "}


def make(rules: Rules) -> Iterator[Made]:
    """Yield one item for every clause with two such places that stand apart."""
    asking = [spot for spots in rules.details.values() if len(spots) > 1 for spot in spots]
    offers, asked_for = Offers(spot.true.either("zh") for spot in asking), Counter[str]()
    yield from rules.refused_details
    for clause, spots in rules.details.items():
        why = _ONE
        for one, other in combinations(spots, 2):
            first = _fair(one, offers)
            # Two parties are not both exchanged for the same.
            second = _fair(other, offers, first)
            true = {spot.true.either("zh") for spot in (one, other)}
            # What is always right would be known without the rule, too.
            if any(asked_for[text] > _AHEAD + offers.count(text) for text in true):
                why = _ENOUGH
                continue
            item = _item(clause, (one, other), (first, second)) if first is not None and second is not None else None
            fault = next(faults(item, clause.handbook), None) if item is not None else None
            why = unsound(fault) if fault is not None else _APART
            if item is not None and fault is None:
                offers.made(text.either("zh") for text in (first, second) if text is not None)
                asked_for.update(true)
                yield item
                break
        else:
            yield Declined(clause.address, why, clause.shown)


def _fair(spot: Spot, offers: Offers, but: Text | None = None) -> Text | None:
    """Return the wrong text of *spot* that is offered least for each time that it is right."""
    left = [text for text in spot.wrong[:_NEAREST] if text != but]
    return left[fairest(offers, [text.either("zh") for text in left])[0]] if left else None


def _item(clause: Clause, spots: tuple[Spot, Spot], wrong: tuple[Text, Text]) -> Item | None:
    one, other = spots
    both = {lang: _both(one, other, lang) for lang in clause.langs}
    if one.name == other.name or any(text is None for text in both.values()):
        return None
    ways = [(a, b) for a in (one.true, wrong[0]) for b in (other.true, wrong[1])]

    def said(way: tuple[Text, Text]) -> Text:
        printed: dict[Lang, str] = {}
        for lang, text in both.items():
            assert text is not None
            first, second = way if text.index(BLANK) < text.index(_OTHER) else way[::-1]
            joined = _JOINED[lang].join((first.either(lang), second.either(lang)))
            printed[lang] = capital(joined) if lang == "en" and _BEGINS.search(text) else joined
        return Text(zh=printed.get("zh"), en=printed.get("en"))

    texts = {lang: text.replace(_OTHER, BLANK) for lang, text in both.items() if text is not None}
    return item_of(
        clause,
        NAME,
        str(clause.ordinal),
        ItemType.SINGLE_CHOICE,
        difficulty=3,
        stem=asked(
            clause,
            Text(zh=texts.get("zh"), en=texts.get("en")),
            "两个空白处依次应填：",
            " What belongs in the two blanks, in turn?",
        ),
        options=options(said(ways[0]), [said(way) for way in ways[1:]], instead(said(ways[0]))),
        rationale=verdict(clause, one.filled(one.true)),
    )


def _both(one: Spot, other: Spot, lang: Lang) -> str | None:
    """Return the sentence with both blanks; ``None`` where the two are not of the same stretch of text, or touch."""
    first, second = one.sentence.either(lang), other.sentence.either(lang)
    true = one.true.either(lang), other.true.either(lang)
    if first.replace(BLANK, true[0]).casefold() != second.replace(BLANK, true[1]).casefold():
        return None
    at, there = first.index(BLANK), second.index(BLANK)
    start = there - len(true[0]) + len(BLANK) if at < there else there
    between = first[at + len(BLANK) : start] if at < there else first[start + len(true[1]) : at]
    if _EITHER_ORDER.fullmatch(between):
        return None
    return first[:start] + _OTHER + first[start + len(true[1]) :]
