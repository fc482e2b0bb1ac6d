"""Lists of what must or must not be done, whose items are parallel and complete their intro grammatically."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Level, Norm
from guizhang.model.text import LANGS, Text, placeholders
from guizhang.quiz.clauses import Clause, bare, clauses
from guizhang.quiz.models.made import capital

# Intros that want a bare verb, so that every item of one list fits behind the intro of every other.
_INTRO = {
    Norm.PROHIBITION: (re.compile(r"(不得|不准|禁止|严禁|不要)[：:]$"), re.compile(r"\b(must|shall|may|should) (not|never):$")),
    Norm.DUTY: (re.compile(r"(应当|应该|必须|须|应)[：:]$"), re.compile(r"\b(must|shall|should):$")),
}  # fmt: skip
# A duty that says what not to do would stand among the forbidden things as half a key.
_NEGATIVE = re.compile(r"[不未没勿非无]|禁止|\b(not|never|no|without|n't|avoid|refrain)\b", re.IGNORECASE)
_MOST_ZH = 40


@dataclass(frozen=True)
class RuleList:
    """A list with its intro; items hold no figures."""

    clause: Clause
    norm: Norm
    ordinal: int
    """Which list of this norm in its provision, from 1."""
    intro: Text
    """Without the colon: 通话中，员工不得 / During a call staff must not."""
    items: tuple[Text, ...]
    """Without closing punctuation, English with a capital."""

    @property
    def chapter(self) -> tuple[int | str, ...]:
        """Where the provision stands; near lists make the better distractors."""
        return self.clause.place.loc[:4]


def rule_lists(handbook: Handbook) -> Iterator[RuleList]:
    """Yield the lists of duties and prohibitions of all adopted provisions, in printed order."""
    counted: dict[tuple[str, Norm], int] = {}
    for clause in clauses(handbook):
        norm = clause.place.norm
        if norm not in _INTRO or len(clause.place.node.body) < 2:
            continue
        # Counted before anything is left out, so that another list's wording does not change an id.
        key = (clause.address, norm)
        counted[key] = counted.get(key, 0) + 1
        intro, items = _intro(clause, norm), _items(clause)
        if intro is not None and items is not None:
            yield RuleList(clause, norm, counted[key], intro, items)


def others(lists: list[RuleList], of: RuleList) -> list[Text]:
    """Return items of the opposite norm in the same regulation, the same chapter's first: what is surely not in *of*."""
    opposite = [
        other
        for other in lists
        if other.norm is not of.norm and other.clause.place.regulation.id == of.clause.place.regulation.id
    ]
    opposite.sort(key=lambda other: other.chapter[:2] != of.chapter[:2])
    found: dict[str, Text] = {}
    for other in opposite:
        for text in other.items:
            if of.norm is Norm.DUTY or positive(text):
                found.setdefault(text.either("zh"), text)
    return [text for zh, text in found.items() if zh not in {item.either("zh") for item in of.items}]


def positive(text: Text) -> bool:
    """Tell whether *text* says what to do rather than what not to do, in both languages."""
    return not any(_NEGATIVE.search(text.either(lang)) for lang in LANGS)


def _intro(clause: Clause, norm: Norm) -> Text | None:
    zh_form, en_form = _INTRO[norm]
    text = clause.place.node.text
    if text is None or text.zh is None or text.en is None or placeholders(text.zh):
        return None
    zh, en = re.split(r"[。！？]", text.zh)[-1], re.split(r"(?<=[.!?])\s+(?=[A-Z])", text.en)[-1]
    if not zh_form.search(zh) or not en_form.search(en) or re.search(r"前款|上述|本条|this article", zh + en):
        return None
    return Text(zh=zh.rstrip("：:"), en=en.rstrip(":"))


def _items(clause: Clause) -> tuple[Text, ...] | None:
    found = []
    for node in clause.place.node.body:
        usable = node.level is Level.ITEM and not node.body and node.adopted and node.title is None
        text = node.text
        if not usable or text is None or text.zh is None or text.en is None or placeholders(text.zh):
            continue
        if len(text.zh) <= _MOST_ZH and text.en[:1].islower() and "。" not in text.zh[:-1]:
            found.append(Text(zh=bare(text.zh), en=capital(bare(text.en))))
    return tuple(found) if len(found) > 1 else None
