"""A spot: a place in a clause where something else could stand, with what is true there and what is not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guizhang.model.text import Text
from guizhang.quiz.material.made import capital
from guizhang.quiz.material.ranks import trade_words
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK

_DIGITS = re.compile(r"\d[\d,]*")
_VOWEL = re.compile(r"(?!uni|use|usu|eu|one\b|one-)[aeiou]|hour|honou?r|heir", re.IGNORECASE)


@dataclass(frozen=True)
class Spot:
    """A sentence with a blank."""

    clause: Clause
    name: str
    """Unique among the spots of its clause."""
    sentence: Text
    true: Text
    wrong: tuple[Text, ...]
    """Plausible and not true, the likeliest first."""

    def filled(self, text: Text) -> Text:
        """Return the sentence with *text* in the blank."""
        return fill(self.sentence, text)


def titled(spot: Spot) -> bool:
    """Tell whether the title of the article names what is true."""
    title = spot.clause.heading
    return title is not None and bool(trade_words(title) & trade_words(spot.true))


def fill(sentence: Text, text: Text) -> Text:
    """Return *sentence* with *text* in its blank, in the languages the sentence has."""
    zh, en = sentence.zh, sentence.en
    if en is not None:
        said = text.either("en")
        en = re.sub(rf"{BLANK}\.(?=\s|$)", BLANK, en) if said.endswith(".") else en  # 3:00 p.m. ends its sentence
        en = re.sub(rf"(?<!\w)([Aa])n? (?={BLANK})", rf"\1{_article(said)[1:]} ", en) if said[:1].isalnum() else en
        begins = re.compile(rf"((?<=[.!?] ))?{BLANK}")
        en = capital(begins.sub(lambda blank: said if blank[1] is None else capital(said), en))
    return Text(zh=zh.replace(BLANK, text.either("zh")) if zh is not None else None, en=en)


def _article(said: str) -> str:
    """Return the article an English word or number takes: an 8-week term, an 18, an hour; a one-way ticket, a unit."""
    if match := _DIGITS.match(said):
        digits = match[0].replace(",", "")
        # Eleven and eighteen, also of thousands.
        return "an" if digits[0] == "8" or (digits[:2] in ("11", "18") and len(digits) % 3 == 2) else "a"
    return "an" if _VOWEL.match(said) else "a"
