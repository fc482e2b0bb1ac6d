"""Only the key is right: no distractor says the same in other units, or is what another rule says.

Why: 24小时 and 1天 are the same answer. And a distractor taken from another rule about the same thing may be right there.

Warns (LNT023). Fails: 24小时 (key) beside 1天; a distractor that stands in a sentence of the rules which says all the stem
says. Passes: 24小时 beside 2天.

Source: Haladyna, Downing & Rodriguez (2002), guideline 19: one right answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from guizhang.consistency.amounts import Amount, amount
from guizhang.consistency.statements import Statement
from guizhang.consistency.words import content_words
from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.model.regulation import Level
from guizhang.quality.rulebook import asked_words
from guizhang.quality.same_option import normal
from guizhang.quality.view import CHOICE, Finding, View

CODE = "LNT023"
# What the stem asks about must stand in the sentence almost entirely: four words of five, as a paraphrase leaves one out.
_SAID = 0.8
# With half of it, the sentence must say word for word of the distractor what another says of the key.
_NEAR = 0.5
_FEWEST_WORDS = 2
_ALSO = re.compile(r"[也还]|\b(?:also|too|either|likewise)\b", re.IGNORECASE)
# Who stands in for somebody may do it as well, and the stem says nothing of absence.
_ABSENT = re.compile(r"[^，,。.]*(?:不在|缺席|外出|因故|\babsen(?:ce|t)\b|\baway\b)[^，,。.]*[，,]", re.IGNORECASE)
_LEAST = {"zh": 3, "en": 10}
_MEND = Message("换掉这个干扰项", "replace the distractor")
_DENIED = re.compile(
    r"不得|禁止|不(?:应|能|可|准|许|要|属|算|是)|严禁|除外|\bnot\b|\bnever\b|prohibited|forbidden|\bno\b", re.IGNORECASE
)


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for options equal in value, and for distractors that the rules make right."""
    for (i, one), (j, other) in combinations(enumerate(view.values), 2):
        if one is None or other is None or view.choices[i].text == view.choices[j].text:
            continue
        first, second = one.allowed, other.allowed
        if first is not None and second is not None and _equal(first, second):
            yield view.at_option(
                j,
                Message(
                    f"“{view.choices[i].text}”与“{view.choices[j].text}”是同一个值",
                    f"“{view.choices[i].text}” and “{view.choices[j].text}” are one value",
                ),
                _MEND,
            )
    if view.type in CHOICE:
        yield from _true_elsewhere(view)


def _equal(one: Amount, other: Amount) -> bool:
    return (one.family, one.low, one.high) == (other.family, other.low, other.high)


def _true_elsewhere(view: View) -> Iterator[Finding]:
    asked = asked_words(view.stem, view.lang)
    if len(asked) < _FEWEST_WORDS or _DENIED.search(view.stem):
        return
    about = [(s, share) for s, share in view.rules.about(asked, _NEAR) if not _DENIED.search(s.text)]
    key = normal(view.key)
    # The entries of a list say each its own of the one thing above them; figures are compared by value.
    frames = {
        _frame(s.text, view.key) for s, _ in about if key in normal(s.text) and s.place.node.level is not Level.ITEM
    } - {""}
    for statement, share in about:
        for i, choice in enumerate(view.choices):
            if choice.key:
                continue
            plain = view.values[i] is None and statement.place.node.level is not Level.ITEM
            # Of several keys a rule may name one beside what is right as well.
            several = view.type is ItemType.MULTIPLE_CHOICE
            apart = several or key not in normal(_ABSENT.sub("", statement.text))
            said = share >= _SAID and _says(statement, view, i) and apart
            if said or (
                plain
                and (_frame(statement.text, choice.text) in frames or _joined(statement.text, view.key, choice.text))
            ):
                yield view.at_option(
                    i,
                    Message(
                        f"按 {statement.address}，“{choice.text}”也对",
                        f"by {statement.address}, “{choice.text}” is right too",
                    ),
                    _MEND,
                )


def _frame(text: str, option: str) -> str:
    """Return what a sentence says of *option*, the option left out; empty where it does not name it."""
    bare, small = normal(_ALSO.sub("", text)), normal(option)
    return bare.replace(small, "□") if len(small) > 1 and small in bare else ""


def _joined(text: str, key: str, option: str) -> bool:
    """Tell whether a sentence names key and option as one or the other: a passport or a driving licence."""
    bare = text.lower()
    one, two = (name.strip().rstrip("。.").lower() for name in (key, option))
    if one not in bare or two not in bare:
        return False
    one, two = re.escape(one), re.escape(two)
    either = r"(?:\s*(?:或者?|、|or|,)\s*(?:the |an? )?)"
    return re.search(f"{one}{either}{two}|{two}{either}{one}", bare) is not None


def _says(statement: Statement, view: View, index: int) -> bool:
    value = view.values[index]
    if value is not None and value.allowed is not None:
        return any(
            (said := amount(figure)) is not None and _same_figure(said, value.allowed) for figure in statement.figures
        )
    text = view.choices[index].text
    words = content_words(text, view.lang)
    whole = len(words) >= _FEWEST_WORDS and words <= statement.words
    return whole or (len(text) >= _LEAST[view.lang] and normal(text) in normal(statement.text))


def _same_figure(said: Amount, offered: Amount) -> bool:
    """Tell whether a rule's figure is the one offered; the option leaves out whether it is a limit."""
    ends = {end for end in (said.low, said.high) if end is not None}
    return said.family == offered.family and offered.low in ends
