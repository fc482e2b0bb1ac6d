"""A title that its format shows: the one line set as titles are, at the head of a file, is the title of all that stands below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guizhang.importers.documents.head_signs import Page
from guizhang.importers.documents.heads import ACCEPT, Candidate
from guizhang.importers.lines.folded import ends_sentence
from guizhang.importers.lines.titles import is_promise, title_score

_FIRM = 4.0
"""What the signs of a line have to say for another document below such a title."""
_HEAD = 3
"""Lines of a file among which the title stands: the company's name may stand over it, and a second line of it below."""
_TITLE = 2.0


def under_set_title(starts: Sequence[Candidate], page: Page) -> list[Candidate]:
    """Return the candidates, where a file has one title that is set as such, with that at their head and only sure ones behind it.

    Whoever sets the title of a document apart from its headings sets that of a second document so as well.

    Args:
        starts: What may begin a document.
        page: The lines.
    """
    title = _place(page)
    if title is None:
        return list(starts)
    head = next((start for start in starts if start.position == title), Candidate(title, ACCEPT, None))
    behind = [start for start in starts if start.position > max(page.set_titles) and _is_sure(start, starts, page)]
    return [replace(head, score=max(ACCEPT, head.score)), *behind]


def _is_sure(start: Candidate, starts: Sequence[Candidate], page: Page) -> bool:
    """Return whether a document begins below the title of another: it is counted, or a title that looks like no mere heading."""
    if start.series is not None or start.bare:
        return True
    look, places = page.looks.get(start.position), {one.position for one in starts}
    heads = any(other == look and place not in places for place, other in page.looks.items()) if look else False
    return start.score >= _FIRM and title_score(page.texts[start.position]) >= _TITLE and not heads


def _place(page: Page) -> int | None:
    """Return the place of the one title, which may be of several lines; None without one, or over a collection."""
    places = sorted(page.set_titles)
    if not places or places[-1] >= _HEAD or any(is_promise(page.texts[place]) for place in places):
        return None
    # The company is set as a title, and below it stands what its rules are called.
    named = [*places, *range(places[-1] + 1, min(_HEAD, len(page.texts)))]
    return next((place for place in named if _names_all(page, place)), places[0])


def _names_all(page: Page, place: int) -> bool:
    """Return whether a line is the title of rules, and looks like no other: not the first of the headings below it."""
    text, look = page.texts[place], page.looks.get(place)
    alike = look is not None and sum(other == look for other in page.looks.values()) > 1
    mark = page.marks[place]
    told = alike or page.cells[place] or ends_sentence(text) or (mark is not None and mark.at_start)
    return not told and title_score(text) >= _TITLE
