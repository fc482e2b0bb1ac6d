"""Headings that look like the others of their document: parts of it, though their words would do for a title (Service Standards)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from guizhang.importers.documents.head_signs import SECTION, Page
from guizhang.importers.lines.titles import core, is_promise, title_score

_SEVERAL = 3
"""Lines of one look, from which on they are the headings of a document."""
_OF_ALL = re.compile(r"(?:制度|办法|规定|守则|规范|细则|条例|章程|手册|规程|准则)")
"""What only a whole document is called."""
_OF_PARTS = re.compile(r"(?:礼仪|要求|标准|用语|流程|程序|步骤|措施|职责|纪律|话术|要点|说明|注意事项)$")
"""What parts of one are called as well."""
_TITLE = 2.0
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


def find_sections(page: Page, accepted: Mapping[int, float]) -> set[int]:
    """Return the places of short lines such as 接待礼仪 that begin no document: they stand below the title of a whole one.

    Args:
        page: The lines.
        accepted: Place of each line that may begin a document -> how much its signs say.
    """
    if any(map(is_promise, page.over)):
        return set()
    titles = [place for place in accepted if title_score(page.texts[place]) >= _TITLE]
    first = min(titles, default=None)
    if first is None or not _OF_ALL.search(page.texts[first]):
        return set()
    below = [place for place in titles if place > first]
    if any(_OF_ALL.search(page.texts[place]) for place in below):
        return set()
    return {
        place
        for place in below
        if accepted[place] < _FIRM and len(core(page.texts[place])) <= SECTION and _OF_PARTS.search(page.texts[place])
    }
