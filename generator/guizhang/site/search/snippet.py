"""The lines of a result to show, cut around what was looked for."""

from __future__ import annotations

from collections.abc import Sequence

from guizhang.site.search.fold import fold
from guizhang.site.search.text import has_terms
from guizhang.site.search.variants import Variant

_BEFORE = 4
"""A fifth of the room stands before the first find."""


def snippet(body: str, asked: Sequence[Sequence[Variant]], width: int) -> str:
    """Return the line of *body* with most of what was *asked*, cut to *width* characters around the first of it.

    Args:
        body: Lines of one language.
        asked: The units of the query, each with the ways to have it.
        width: Characters at most, dots not counted.
    """
    lines = [line for line in body.split("\n") if line]
    if not lines:
        return ""
    found = [_found(asked, fold(line)) for line in lines]
    best = max(range(len(lines)), key=lambda at: sum(way.weight for way in found[at]))
    line = lines[best]
    places = [at for way in found[best] for term in way.terms if (at := fold(line).find(term)) >= 0]
    start = max(0, min(min(places, default=0) - width // _BEFORE, len(line) - width))
    end = start + width
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")


def _found(asked: Sequence[Sequence[Variant]], line: str) -> list[Variant]:
    """Return of each unit the first way that stands in the folded *line*."""
    ways = (next((way for way in unit if has_terms(way.terms, line)), None) for unit in asked)
    return [way for way in ways if way is not None]
