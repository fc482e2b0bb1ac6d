"""Annexes that are documents: those with rules of their own, and what comes with such."""

from __future__ import annotations

from itertools import pairwise

from guizhang.importers.head_signs import Page, is_first
from guizhang.importers.labels import Family
from guizhang.importers.lines import ends_sentence
from guizhang.importers.titles import title_score

_TITLE = 2.0
_LINES = 3
_SEVERAL = 2


def is_annex_label(page: Page, place: int) -> bool:
    """Return whether the line begins with 附件N."""
    mark = page.marks[place] if place >= 0 else None
    return mark is not None and mark.at_start and mark.labels[0].family is Family.ATTACHMENT


def find_annexes(page: Page) -> set[int]:
    """Return the places of the titles of annexes, where one of them at least has 章 or 条 of its own, or two have 一、.

    Without that they are tables and lists, and belong to the document that they come with.
    """
    heads = [
        place
        for place, mark in enumerate(page.marks)
        if mark is not None
        and mark.prior > 0
        and is_annex_label(page, place)
        and not ends_sentence(page.texts[place].rstrip(":"))
    ]
    found: set[int] = set()
    ruled = 0
    for place, stop in pairwise([*heads, len(page.texts)]):
        mark = page.marks[place]
        width = mark.labels[0].end - mark.start if mark is not None else 0
        bare = width >= len(page.texts[place])
        title = place + 1 if bare else place
        # What has nothing under it is a name in a list of annexes.
        if stop - title < _LINES:
            continue
        own = title_score(page.texts[title] if bare else page.texts[place][width:].strip())
        if own <= 0:
            continue
        found.add(title)
        first = next((mark for mark in page.marks[title + 1 : stop] if mark is not None), None)
        if own >= _TITLE and first is not None and first.at_start and is_first(first):
            ruled += _SEVERAL if first.strong else first.labels[0].family is Family.CHINESE
    return found if ruled >= _SEVERAL else set()
