"""Titles that are told by the others of their file: 加班制度 between 考勤制度 and 请假制度, each apart from what stands above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from guizhang.importers.documents.head_signs import Page
from guizhang.importers.lines.folded import ends_sentence
from guizhang.importers.lines.labels import Family
from guizhang.importers.lines.letterheads import LONG_HEADING
from guizhang.importers.lines.sayings import says_rule
from guizhang.importers.lines.titles import core, is_handbook, is_promise, names_rules, title_score

_ENDING = re.compile(r"(?:制度|规定|办法|守则|条例|章程|须知|细则|规程)$")
_MANAGED = re.compile(r"管理$")
_FEW = 3
"""Titles of one ending that a file has at least."""
_SHORTEST = 5
_FIRST_WORD = 2
_SAME_HOUSE = 4
"""Characters in common at the beginning that make a name a relative of a title whatever its last word."""


def find_relatives(page: Page, starts: Collection[int]) -> set[int]:
    """Return the places of further titles: like the ones that begin documents in words and in how they stand.

    Three titles of one ending, or of one first word, that begin documents for their own signs are a family. A line that
    belongs to it, stands below a blank line and over text, and parts no list that goes on, begins a document as well.

    Args:
        page: The lines.
        starts: Places of the lines that begin documents.
    """
    titles = [core(page.texts[place]) for place in sorted(starts) if _is_title(page, place)]
    if any(map(is_handbook, titles)):
        return set()
    endings = Counter(ending for title in titles if (ending := _ending(title)))
    firsts = Counter(title[:_FIRST_WORD] for title in titles)
    kinds = {ending for ending, count in endings.items() if count >= _FEW}
    words = {word for word, count in firsts.items() if count >= _FEW}
    if not kinds and not words:
        return set()
    found: set[int] = set()
    for place, text in enumerate(page.texts):
        if place in starts or not _stands_apart(page, place):
            continue
        name = core(text)
        relative = (
            (
                title_score(text) >= 2.0
                and (_ending(name) in kinds or (name[:_FIRST_WORD] in words and names_rules(name)))
            )
            if not _MANAGED.search(name)
            else any(title.startswith(name[:_SAME_HOUSE]) for title in titles)
        )
        if relative and not _parts_list(page, place, {*starts, *found}):
            found.add(place)
    return found


def _ending(title: str) -> str:
    found = _ENDING.search(title)
    return found[0] if found else ""


def _is_title(page: Page, place: int) -> bool:
    return page.marks[place] is None and title_score(page.texts[place]) >= 2.0 and not is_promise(page.texts[place])


def _stands_apart(page: Page, place: int) -> bool:
    """Return whether a short line without a label stands below a blank one and over text or a list."""
    text = page.texts[place]
    if place == 0 or place + 1 == len(page.texts) or page.marks[place] is not None or page.cells[place]:
        return False
    if not _SHORTEST <= len(core(text)) <= LONG_HEADING or ends_sentence(text) or is_promise(text):
        return False
    above, below = page.texts[place - 1], page.texts[place + 1]
    blank = page.lines[place].number > page.lines[place - 1].number + 1
    labelled = page.marks[place + 1]
    begins = labelled.at_start if labelled is not None else says_rule(below)
    return blank and begins and not above.endswith((":", ",", "、")) and title_score(above) < 2.0


def _parts_list(page: Page, place: int, starts: Collection[int]) -> bool:
    """Return whether a list of the document above counts on below the line."""
    since = max((start for start in starts if start < place), default=0)
    last: dict[Family, int] = {}
    for mark in page.marks[since:place]:
        if mark is not None and mark.at_start and mark.labels[0].path:
            last[mark.labels[0].family] = mark.labels[0].path[-1]
    ahead = next((mark for mark in page.marks[place + 1 :] if mark is not None and mark.at_start), None)
    if ahead is None or not ahead.labels[0].path:
        return False
    label = ahead.labels[0]
    return last.get(label.family) == label.path[-1] - 1 and label.path[-1] > 1
