"""Documents told by their articles alone: 第一条 again, where articles had run on from chapter to chapter."""

from __future__ import annotations

from dataclasses import dataclass

from guizhang.importers.documents.head_signs import Page
from guizhang.importers.lines.folded import ends_sentence
from guizhang.importers.lines.labels import Family
from guizhang.importers.lines.letterheads import LONG_HEADING, is_signature
from guizhang.importers.lines.titles import DOCUMENT_HEAD, title_score

_FEW = 3
"""Shortest title, in characters; 附则 is the heading of a chapter."""


@dataclass(frozen=True, slots=True)
class _Label:
    place: int
    family: Family
    number: int


def find_restarts(page: Page) -> set[int]:
    """Return the places of the unlabelled lines right over a 第一条 that begins another document.

    Within one document articles either run through its chapters or begin anew in each. Where they have run on from one
    chapter to the next, 第一条 under no chapter, and no chapter behind it that counts on, is the first of another document
    whatever the words over it.
    """
    labels = _labels(page)
    found: set[int] = set()
    chapter = article = 0
    runs = fresh = False
    for index, label in enumerate(labels):
        if label.family is Family.CHAPTER:
            if label.number == 1:
                article, runs = 0, False
            chapter, fresh = label.number, True
            continue
        if label.number == 1 and article > 1 and runs and not fresh and not _goes_on(labels[index + 1 :], chapter):
            # A reference broken off at the margin (违反 / 第一条的规定) begins no list.
            second = labels[index + 1 : index + 2]
            if second and second[0].number == 2 and _may_title(page, label.place - 1):
                found.add(label.place - 1)
                runs = False
        runs = runs or (fresh and chapter > 1 and article > 0 and label.number == article + 1)
        article, fresh = label.number, False
    return found


def _labels(page: Page) -> list[_Label]:
    return [
        _Label(place, mark.labels[0].family, mark.labels[0].path[0])
        for place, mark in enumerate(page.marks)
        if mark is not None
        and mark.at_start
        and mark.prior > 0
        and mark.labels[0].family in (Family.CHAPTER, Family.ARTICLE)
        and mark.labels[0].path
    ]


def _goes_on(labels: list[_Label], chapter: int) -> bool:
    """Return whether the next chapter counts on from *chapter*."""
    following = next((label.number for label in labels if label.family is Family.CHAPTER), 0)
    return following == chapter + 1


def _may_title(page: Page, place: int) -> bool:
    text = page.texts[place]
    return (
        place > 0
        and page.marks[place] is None
        and (ends_sentence(page.texts[place - 1]) or page.lines[place].number > page.lines[place - 1].number + 1)
        and _FEW < len(text) <= LONG_HEADING
        and title_score(text) > 0
        and not (ends_sentence(text) or is_signature(text) or DOCUMENT_HEAD.search(text) or page.cells[place])
    )
