"""Allowed, required or forbidden: the sentence with the word that says so left blank.

Only permissions, and prohibitions and duties for a case of their own, are asked for: that staff must do a plain duty, and
must not do a plain wrong, nobody gets wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel, ItemType, Option
from guizhang.model.text import Text
from guizhang.quiz.models.contrasts import modal_spot
from guizhang.quiz.models.made import Made, capital, instead, item_of
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.sayings import asked, verdict

NAME = "allowed"
ASKS = Message("有条件的允许、要求或者禁止", "a permission, or a duty or prohibition in a certain case")
_ORDER = ("必须", "可以", "不得")


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every such sentence."""
    for clause in rules.clauses:
        # Without duties among them, “must” would never be right.
        spot = modal_spot(clause) or modal_spot(clause, duty=True)
        if spot is None:
            continue
        ordered = sorted((spot.true, *spot.wrong), key=lambda text: _ORDER.index(text.either("zh")))
        yield item_of(
            clause,
            NAME,
            str(clause.ordinal),
            ItemType.SINGLE_CHOICE,
            level=CognitiveLevel.UNDERSTAND,
            difficulty=2,
            stem=asked(clause, spot.sentence, "空白处应填：", " Which words belong in the blank?"),
            options=tuple(
                Option(text=_said(text), key=text is spot.true, why=None if text is spot.true else instead(spot.true))
                for text in ordered
            ),
            keep_order=True,
            rationale=verdict(clause, spot.filled(spot.true)),
        )


def _said(text: Text) -> Text:
    return Text(zh=text.zh, en=capital(text.en) if text.en else None)
