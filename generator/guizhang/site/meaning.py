"""What a figure means, in words: the bound, what it is about and what starts the clock."""

from __future__ import annotations

from guizhang.model.fact import Bound, Fact
from guizhang.model.quantity import QuantityKind
from guizhang.model.text import Lang

_CLOCK = (QuantityKind.TIME, QuantityKind.DATE)

# (a moment?, bound, inclusive) -> words before the figure
_BEFORE: dict[tuple[bool, Bound, bool], tuple[str, str]] = {
    (False, Bound.MAX, True): ("最多", "at most"),
    (False, Bound.MAX, False): ("不满", "less than"),
    (False, Bound.MIN, True): ("至少", "at least"),
    (False, Bound.MIN, False): ("超过", "more than"),
    (True, Bound.MAX, True): ("最晚", "no later than"),
    (True, Bound.MAX, False): ("早于", "before"),
    (True, Bound.MIN, True): ("最早", "no earlier than"),
    (True, Bound.MIN, False): ("晚于", "after"),
}


def bound_word(fact: Fact, lang: Lang) -> str:
    """Return the words that bound a figure (最多 / at most); empty for an exact figure or a range."""
    words = _BEFORE.get((fact.kind in _CLOCK, fact.bound, fact.inclusive))
    return "" if words is None else words[0 if lang == "zh" else 1]


def describe(fact: Fact, figure: str, lang: Lang) -> str:
    """Return what *figure* means: its subject, its bound and what starts the clock.

    Example: 首次回复时限：最多24小时，自接到投诉起 / time to first reply: at most 24 hours, from receipt.
    """
    bound = bound_word(fact, lang)
    about = fact.about.get(lang) if fact.about else None
    since = fact.since.get(lang) if fact.since else None
    if lang == "zh":
        return (f"{about}：" if about else "") + f"{bound}{figure}" + (f"，{since}" if since else "")
    return (f"{about}: " if about else "") + f"{bound} {figure}".strip() + (f", {since}" if since else "")
