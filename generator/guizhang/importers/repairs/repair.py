"""What a repair is. The text of an import is never changed; a repair is offered beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class RepairKind(StrEnum):
    """What is the matter."""

    GLOSS = "pinyin-gloss"
    """A reading in brackets behind its character."""
    LOST_BYTES = "lost-bytes"
    """Characters cut in two as GBK bytes: 确??蛻艄 for 确保客户."""
    MISSING = "text-missing"
    """A word or label is gone and nothing tells which."""
    STRAY = "stray-mark"
    """A sign that nobody wrote there."""
    SCRIPT = "script-converted"
    """Traditional characters, in Simplified."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One suggestion."""

    kind: RepairKind
    start: int
    """Offset in the text that was looked at."""
    end: int
    original: str
    """The text between start and end, as it stands."""
    suggestion: str | None
    """What to put there; None where only a person can know."""
    confidence: float
    """0 to 1: how sure it is that the suggestion is right, or without one, that something is wrong here."""
    zh: str
    """The reason, for the reader."""
    en: str


def apply_repairs(text: str, repairs: Iterable[Repair], *, at_least: float = 0.0) -> str:
    """Return *text* with every suggestion of *at_least* that confidence put in; what has none stays as it is.

    Args:
        text: The text the repairs were suggested for.
        repairs: Without overlap, in any order.
        at_least: Confidence below which a suggestion is left out.

    Raises:
        ValueError: Two repairs overlap, or one is not about this text.
    """
    parts: list[str] = []
    place = 0
    for repair in sorted(repairs, key=lambda r: (r.start, r.end)):
        if repair.start < place or text[repair.start : repair.end] != repair.original:
            raise ValueError(f"the repair at {repair.start} is not for this text, or overlaps the one before")
        if repair.suggestion is not None and repair.confidence >= at_least:
            parts += [text[place : repair.start], repair.suggestion]
            place = repair.end
    parts.append(text[place:])
    return "".join(parts)
