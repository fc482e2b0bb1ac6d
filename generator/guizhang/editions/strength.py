"""Where a rule binds otherwise than before: 可以 became 应当, a duty became advice, something is now forbidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from guizhang.editions.changes import RowChange, StrengthChange
from guizhang.editions.plain import bare
from guizhang.facts.clauses import split_clauses
from guizhang.facts.norms import judge
from guizhang.model.edition import Aspect, Turn
from guizhang.model.regulation import Norm
from guizhang.model.text import Lang, Text

_FORCE = {
    Norm.DUTY: 3, Norm.PROHIBITION: 3, Norm.PENALTY: 3, Norm.PROCEDURE: 2, Norm.RECOMMENDATION: 1,
    Norm.PERMISSION: 0, Norm.POWER: 0, Norm.REWARD: 0, Norm.DEFINITION: 0, Norm.STATEMENT: 0,
}  # fmt: skip
"""How much a norm asks of whoever it addresses."""
_BINDING = frozenset({Norm.DUTY, Norm.PROHIBITION})
_MODAL = frozenset({Norm.DUTY, Norm.PROHIBITION, Norm.RECOMMENDATION, Norm.PERMISSION})
"""Norms a modal word makes; the others are read from more than one word."""
_ONE_CLAUSE = 0.5
"""Clauses less alike are not one clause reworded."""


def strength_changes(rows: Sequence[RowChange]) -> Iterator[StrengthChange]:
    """Yield the clauses among *rows* that bind otherwise; what the author typed goes before what the words say."""
    for change in rows:
        old, new = change.old, change.new
        if old is None or new is None:
            continue
        lang: Lang = new.source if new.text.get(new.source) and old.text.get(new.source) else "en"
        was, now = old.text.get(lang), new.text.get(lang)
        if was is None or now is None:
            continue
        if old.norm is not None and new.norm is not None and old.norm is not new.norm:
            if turn := turn_of(old.norm, new.norm):
                yield _change(old.norm, new.norm, turn, lang, was, now, typed=True)
            continue
        if change.aspects & {Aspect.WORDING, Aspect.TRANSLATION}:
            yield from _in_words(was, now, lang)


def turn_of(old: Norm, new: Norm) -> Turn | None:
    """Return which way a norm turned; ``None`` where it asks neither more nor less nor the contrary."""
    if _FORCE[old] != _FORCE[new]:
        return Turn.STRICTER if _FORCE[new] > _FORCE[old] else Turn.LOOSER
    return Turn.OTHER if old is not new and {old, new} == _BINDING else None


def _in_words(was: str, now: str, lang: Lang) -> Iterator[StrengthChange]:
    """Yield what the modal words of clauses say that are otherwise much the same."""
    before = [clause for clause in split_clauses(was) if not clause.turn]
    for clause in split_clauses(now):
        if clause.turn or not before:
            continue
        alike, twin = max(
            ((fuzz.ratio(bare(other.text), bare(clause.text)) / 100, other) for other in before),
            key=lambda found: found[0],
        )
        if alike < _ONE_CLAUSE:
            continue
        old, new = judge(twin), judge(clause)
        if not (old.explicit and new.explicit and old.norm in _MODAL and new.norm in _MODAL):
            continue
        # A word that still stands there binds as before, whatever joined it: 全程陪同，不得… became 应当全程陪同，不得….
        stayed = old.cue is not None and old.cue in clause.view
        if not stayed and (turn := turn_of(old.norm, new.norm)):
            yield _change(old.norm, new.norm, turn, lang, twin.text, clause.text, typed=False)


def _change(old: Norm, new: Norm, turn: Turn, lang: Lang, was: str, now: str, *, typed: bool) -> StrengthChange:
    return StrengthChange(old, new, turn, typed, Text(**{lang: now}), Text(**{lang: was}))
