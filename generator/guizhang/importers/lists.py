"""The labels of a page as lists: which go on, which begin anew."""

from __future__ import annotations

from dataclasses import dataclass

from guizhang.importers.head_signs import Page, is_first, is_signature
from guizhang.importers.labels import Family, Label
from guizhang.importers.lattice import Mark

_GLUED = 40
"""Longest title, in characters, that has rules glued to it."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The labels of a page as lists: which go on, which begin anew."""

    labels: list[Label | None]
    """The label at the start of each line."""
    glued: list[Mark | None]
    """The first label of a list, behind words that may be a title."""
    ahead: list[int]
    """Place of the first label at or below each line; the number of lines where there is none."""
    reach: list[int]
    """Place of the furthest label that counts on from one above each line."""
    latest: list[dict[Family, int]]
    """Family -> its last number above each line."""

    def ruled(self, first: int, stop: int) -> int:
        """Return how many lines from *first* up to *stop* begin with a label."""
        return sum(label is not None for label in self.labels[first:stop])


def read_lists(page: Page) -> Lists:
    """Return the lists of a page."""
    count = len(page.texts)
    labels: list[Label | None] = [None] * count
    glued: list[Mark | None] = [None] * count
    for place, mark in enumerate(page.marks):
        if mark is None or is_signature(page.texts[place]) or mark.labels[0].family is Family.HEADING:
            continue
        if mark.at_start:
            labels[place] = mark.labels[0]
        elif is_first(mark) and mark.first - page.lines[place].start <= _GLUED:
            glued[place] = mark
    ahead = [count] * (count + 1)
    goes_on: list[int] = [-1] * count
    following: dict[tuple[Family, int], tuple[int, tuple[int, ...]]] = {}
    for place in range(count - 1, -1, -1):
        label = labels[place]
        ahead[place] = place if label is not None or glued[place] is not None else ahead[place + 1]
        # 附件2 does not go on what 附件1 began.
        if label is None or not label.path or label.family is Family.ATTACHMENT:
            continue
        key = (label.family, len(label.path))
        later = following.get(key)
        if later is not None and later[1] == (*label.path[:-1], label.path[-1] + 1):
            goes_on[place] = later[0]
        following[key] = (place, label.path)
    reach: list[int] = []
    latest: list[dict[Family, int]] = []
    furthest, numbers = -1, dict[Family, int]()
    for place, label in enumerate(labels):
        reach.append(furthest)
        latest.append(numbers)
        furthest = max(furthest, goes_on[place])
        if label is not None and label.path:
            numbers = {**numbers, label.family: label.path[-1]}
    return Lists(labels, glued, ahead, reach, latest)
