"""Headings that look like the others of their document: parts of it, though their words would do for a title (Service Standards)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from guizhang.importers.head_signs import Page
from guizhang.importers.titles import is_promise

_SEVERAL = 3
"""Lines of one look, from which on they are the headings of a document."""
_FIRM = 4.0
"""What the signs of a line have to say for another document whatever it looks like."""


def find_alike(page: Page, accepted: Mapping[int, float]) -> set[int]:
    """Return the places that begin no document: they look like other headings, of which most do not.

    Args:
        page: The lines.
        accepted: Place of each line that may begin a document -> how much its signs say.
    """
    if any(map(is_promise, page.over)):
        return set()
    groups: dict[str, list[int]] = defaultdict(list)
    for place, look in page.looks.items():
        if place:
            groups[look].append(place)
    found: set[int] = set()
    for places in groups.values():
        titles = [place for place in places if place in accepted]
        if len(places) >= _SEVERAL and len(titles) * 2 < len(places):
            found.update(place for place in places if accepted.get(place, _FIRM) < _FIRM)
    return found
