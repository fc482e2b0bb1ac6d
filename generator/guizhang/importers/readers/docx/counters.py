"""Counting of automatic numbers in one story (body, text box, footnotes), as Word counts.

Counters belong to the abstract list: instances that share it count on from each other, and a ``startOverride`` sets the
shared counter anew the first time its instance reaches that level.
"""

from __future__ import annotations

import re

from guizhang.importers.extract import AutoLabel
from guizhang.importers.readers.docx.formats import print_custom, print_number
from guizhang.importers.readers.docx.numbering import Level, List

_PLACE = re.compile(r"%([1-9])")


class Counters:
    """Where every list of a story stands."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self._counts: dict[int, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def count(self, source: List, place: int) -> AutoLabel | None:
        """Return the number of the next paragraph on level *place*; its text is empty where nothing prints.

        Args:
            source: The paragraph's list.
            place: 0-based level; one that the list does not define has no number.
        """
        level = source.levels.get(place)
        if level is None:
            return None
        counts = self._counts.setdefault(source.abstract_id, {})
        # A higher level that nobody used counts as begun: behind 1.1 without a 1 comes 2.
        for higher in range(place):
            if higher not in counts and higher in source.levels:
                counts[higher] = source.levels[higher].start
        start = source.starts.get(place)
        key = (source.num_id, place)
        if start is not None and key not in self._begun:
            counts[place] = start
        elif place in counts:
            counts[place] += 1
        else:
            counts[place] = level.start if start is None else start
        self._begun.add(key)
        for deeper in [n for n in counts if n > place]:
            if _restarts(source.levels.get(deeper), deeper, place):
                del counts[deeper]
        return AutoLabel(
            list_id=f"abstract{source.abstract_id}/num{source.num_id}",
            level=place,
            ordinal=counts[place],
            text=_print(source, place, counts),
        )


def _restarts(level: Level | None, deeper: int, used: int) -> bool:
    """Return whether a paragraph on level *used* lets level *deeper* begin anew (17.9.10)."""
    # A limit that does not lie above the level is ignored.
    if level is None or level.restart is None or level.restart > deeper or level.restart < 0:
        return True
    return used < level.restart


def _print(source: List, place: int, counts: dict[int, int]) -> str:
    level = source.levels[place]
    if level.kind == "bullet":
        return level.text
    # Word prints nothing at all where the text names a level below its own ([MS-OI29500] 2.1.283).
    if any(int(match) > place + 1 for match in _PLACE.findall(level.text)):
        return ""

    def one(match: re.Match[str]) -> str:
        shown = int(match.group(1)) - 1
        other = source.levels.get(shown)
        if other is None or shown not in counts:
            return ""
        if level.legal and other.kind not in {"none", "bullet"}:
            return str(counts[shown])
        if other.kind == "custom":
            return print_custom(counts[shown], other.custom)
        return print_number(counts[shown], other.kind)

    return _PLACE.sub(one, level.text)
