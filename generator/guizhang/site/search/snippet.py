"""The lines of a result to show, cut around what was looked for."""

from __future__ import annotations

from collections.abc import Sequence

from guizhang.site.search.fold import fold

_BEFORE = 4
"""A fifth of the room stands before the first find."""


def snippet(body: str, wanted: Sequence[str], width: int) -> str:
    """Return the line of *body* with most of *wanted*, cut to *width* characters around the first of them.

    Args:
        body: Lines of one language.
        wanted: Folded words and runs.
        width: Characters at most, dots not counted.
    """
    lines = [line for line in body.split("\n") if line]
    if not lines:
        return ""
    line = max(lines, key=lambda one: sum(word in fold(one) for word in wanted))
    places = [at for word in wanted if (at := fold(line).find(word)) >= 0]
    start = max(0, min(min(places, default=0) - width // _BEFORE, len(line) - width))
    end = start + width
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")
