"""Allowed, required or forbidden: the sentence with the word that says so left blank.

Only permissions, and prohibitions and duties for a case of their own, are asked for: that staff must do a plain duty, and
must not do a plain wrong, nobody gets wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel, ItemType, Option
from guizhang.model.text import Text
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.material.contrasts.english_modals import rank_of
from guizhang.quiz.material.contrasts.words import modal_place
from guizhang.quiz.material.made import Declined, Made, capital, instead, item_of
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked, verdict
from guizhang.quiz.material.spots import Spot
from guizhang.quiz.quoting.points import BLANK

NAME = "allowed"
QUOTES = True
_ELSEWHERE = Message(
    "“可以”“必须”“不得”中的一个不能总是对的，已经另外问够了",
    "one word must not be right more often than the others; it is asked for enough",
)
ASKS = Message("有条件的允许、要求或者禁止", "a permission, or a duty or prohibition in a certain case")
_ORDER = ("必须", "可以", "不得")
_BEGINS = re.compile(rf"(?:^|[.!?:] ){BLANK}")
_MOST = 3
"""Items one word may be right in, however seldom another is."""


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every such sentence, of the word that is right most often no more than of the next."""
    # Without duties among them, “must” would never be right.
    found = []
    for clause in rules.clauses:
        tried = [modal_place(clause), modal_place(clause, duty=True)]
        spot = next((one for one in tried if isinstance(one, Spot)), None)
        why = next((one for one in tried if isinstance(one, Message)), None)
        if spot is not None:
            found.append(spot)
        elif why is not None:
            yield Declined(clause.address, why, clause.shown)
    words = Counter(spot.name for spot in found).most_common(2)
    most = max(_MOST, words[-1][1]) if len(words) > 1 else _MOST
    in_turn = keyed_order(found, lambda spot: f"{spot.clause.address} {spot.clause.ordinal}", NAME)
    asking = {spot for name, _ in words for spot in [s for s in in_turn if s.name == name][:most]}
    for spot in found:
        clause = spot.clause
        if spot not in asking and spot.name in dict(words):
            yield Declined(clause.address, _ELSEWHERE, clause.shown)
            continue
        ordered = sorted((spot.true, *spot.wrong), key=_rank)
        yield item_of(
            clause,
            NAME,
            str(clause.ordinal),
            ItemType.SINGLE_CHOICE,
            level=CognitiveLevel.UNDERSTAND,
            difficulty=2,
            stem=asked(clause, spot.sentence, "空白处应填：", " Which words belong in the blank?"),
            options=tuple(
                Option(
                    text=_said(spot, text), key=text is spot.true, why=None if text is spot.true else instead(spot.true)
                )
                for text in ordered
            ),
            keep_order=True,
            rationale=verdict(clause, _rule(spot)),
        )


def _rule(spot: Spot) -> Text:
    """Return the rule as it stands: an imperative is asked for in other words."""
    filled, quoted = spot.filled(spot.true), spot.clause.quote()
    return quoted if quoted is not None and (filled.en or "").startswith("You must not ") else filled


def _rank(text: Text) -> int:
    return _ORDER.index(text.zh) if text.zh is not None else rank_of(text)


def _said(spot: Spot, text: Text) -> Text:
    """Return an option as it stands in the blank: with a capital letter only where a sentence begins with it."""
    begins = _BEGINS.search(spot.sentence.en or "") is not None
    return Text(zh=text.zh, en=capital(text.en) if text.en and begins else text.en)
