"""Figures that are not the same in the two languages of one provision: 2小时 in the Chinese, 4 hours in the English.

A placeholder prints one figure in both; where one of them, or both, are typed, they may part. They are compared where both
languages have as many figures of a kind: lengths of time, money, shares and times of day. Counts are left out, for 一 and
one often count nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from guizhang.consistency.amounts import amount
from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.regulation import Place, walk
from guizhang.model.text import LANGS, Text
from guizhang.zh.quantities import Figure, FigureKind, find_figures

_COMPARED = (FigureKind.DURATION, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.TIME)
_Value = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Disagreement:
    """One provision that says one figure in Chinese and another in English."""

    place: Place
    figures: tuple[Figure, Figure]
    """The Chinese and the English one."""


def disagreements(handbook: Handbook) -> Iterator[Disagreement]:
    """Yield the first disagreement of each adopted text, in printed order."""
    for regulation in handbook.regulations:
        for place in walk(regulation):
            text = place.node.text
            if place.adopted and text is not None and text.zh and text.en:
                found = _disagreement(handbook, place, text)
                if found is not None:
                    yield found


def _disagreement(handbook: Handbook, place: Place, text: Text) -> Disagreement | None:
    try:
        zh, en = (_figures(handbook.plain(text.get(lang) or "", lang, place)) for lang in LANGS)
    except UnknownReference:
        return None
    for kind, first in zh.items():
        second = en.get(kind, {})
        mine, theirs = [f for f in first if f not in second], [f for f in second if f not in first]
        if len(first) == len(second) and mine:
            return Disagreement(place, (first[mine[0]], second[theirs[0]]))
    return None


def _figures(printed: str) -> dict[tuple[str, str], dict[_Value, Figure]]:
    """Return the figures of a text by kind and unit, and by what they come to."""
    found: dict[tuple[str, str], dict[_Value, Figure]] = defaultdict(dict)
    for figure in find_figures(printed):
        allowed = amount(figure) if figure.kind in _COMPARED else None
        if allowed is not None:
            ends = {end for end in (allowed.low, allowed.high) if end is not None}
            found[allowed.family].setdefault((min(ends), max(ends)), figure)
    return found
