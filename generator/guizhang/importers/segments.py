"""The likeliest way to cut a page into documents: whole ways are weighed against each other, not line against line.

A way is worth what its first lines are worth (``signs``), and what neighbours have in common: documents pasted together look
alike, and a list of the kind that a document begins with does not begin anew within it. The best way is found by going
through the page once, from possible first line to possible first line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from guizhang.importers.head_signs import Page
from guizhang.importers.labels import Family
from guizhang.importers.lines import ends_sentence
from guizhang.importers.lists import Lists, read_lists
from guizhang.importers.signs import Start, find_starts
from guizhang.importers.worth import AFTER, BETWEEN, FIRST

_MOST = 3
"""Lists that begin anew within a document, of which each counts."""
_FEW = 2
_BRIEF = 4
"""Lines of which a document has more."""
_LIKE = 2
"""Characters by which names may differ in length to be alike."""
_NEAR = 3
"""Lines that are one place: a title and the same title again."""
_FAR = 40
"""Possible first lines up to which each is tried as the one before; of those further up only the best."""
_HOPELESS = -4.0
_TOP = 40
"""Lines from the top among which the first document begins."""
_SENTENCE = 15


def between(
    one: Start, other: Start | None, restarts: int, ruled: int, length: int, *, numbered: bool, text: bool
) -> Iterator[tuple[str, float]]:
    """Yield what holds for a document that begins with *one* and its neighbour that begins with *other*, and how often.

    Args:
        one: Its first line.
        other: That of the next; none behind the last.
        restarts: How often the kind of list that it begins with begins anew within it.
        ruled: Lines within it that begin with a label.
        length: Its lines.
        numbered: Whether any line of the page begins with a label.
        text: Whether whole sentences stand under its first line.
    """
    if other is not None:
        yield "same list", float(one.opens is not None and one.opens is other.opens)
        yield "both titles", float("title" in one.signs and "title" in other.signs)
        yield "one a title", float(("title" in one.signs) != ("title" in other.signs))
        yield "same end", float(one.name[-2:] == other.name[-2:])
        yield "same beginning", float(one.name[:2] == other.name[:2])
        yield "same length", float(abs(len(one.name) - len(other.name)) <= _LIKE)
        yield "both behind blank", float(("blank" in one.signs) == ("blank" in other.signs))
        yield "both in capitals", float("capitals" in one.signs and "capitals" in other.signs)
        yield "both signed", float("signed" in one.signs and "signed" in other.signs)
        yield "same distance", float(one.ahead - one.position == other.ahead - other.position)
        yield "words behind no rules", float(not ruled and not one.glued and "title" not in other.signs)
    yield "brief", float(length < _BRIEF)
    yield "no rules", float(not ruled and not one.glued and numbered and not text)
    yield "text alone", float(not ruled and not one.glued and numbered and text)
    yield "no rules anywhere", float(not ruled and not one.glued and not numbered)
    yield "begins anew within", float(min(restarts, _MOST))
    yield "no list to begin anew", float(one.opens is None)


@dataclass(frozen=True, slots=True)
class Segment:
    """One document, or what may be one."""

    start: Start
    share: float
    """How likely it is, from 0 to 1, that a document begins here or next to it."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A page cut into documents."""

    segments: list[Segment]
    others: list[Segment]
    """Those of other ways, not next to one chosen."""


def cut(page: Page) -> Cut:
    """Return the likeliest way to cut a page into documents, and the first lines of ways nearly as good."""
    lists = read_lists(page)
    starts = [one for one in find_starts(page, lists) if one.position < _TOP or worth(one, AFTER) > _HOPELESS]
    return weigh(page, lists, starts)


def worth(one: Start, table: Mapping[str, float]) -> float:
    """Return what the signs of a first line are worth."""
    return sum(table.get(sign, 0.0) for sign in one.signs)


def skipped(page: Page, lists: Lists, one: Start) -> Iterator[tuple[str, float]]:
    """Yield what stands before the first document and would belong to none."""
    yield "rules before", float(min(lists.ruled(0, one.position), _MOST))
    words = sum(len(text) >= _SENTENCE and ends_sentence(text) for text in page.texts[: one.position])
    yield "sentences before", float(min(words, _MOST))


class Neighbours:
    """What neighbours have in common, looked up for pairs of first lines."""

    def __init__(self, page: Page, lists: Lists) -> None:
        self._count = len(page.texts)
        self._stopped = [ends_sentence(text) for text in page.texts]
        self._ruled = [place for place, label in enumerate(lists.labels) if label is not None]
        self._anew: dict[Family, list[int]] = {}
        latest: dict[Family, int] = {}
        for place in self._ruled:
            label = lists.labels[place]
            if label is None or not label.path:
                continue
            if set(label.path) == {1} and latest.get(label.family, 0) >= 1:
                self._anew.setdefault(label.family, []).append(place)
            if len(label.path) == 1:
                latest[label.family] = label.path[-1]

    def seen(self, one: Start, other: Start | None) -> Iterator[tuple[str, float]]:
        """Yield what holds for a document between two first lines."""
        stop = other.position if other is not None else self._count
        ruled = bisect_left(self._ruled, stop) - bisect_left(self._ruled, one.position)
        anew = self._anew.get(one.opens, []) if one.opens is not None else []
        restarts = max(0, bisect_left(anew, stop) - bisect_left(anew, min(one.ahead + 1, stop)))
        text = stop - one.position > _FEW and self._stopped[stop - 1]
        return between(one, other, restarts, ruled, stop - one.position, numbered=bool(self._ruled), text=text)

    def worth(self, one: Start, other: Start | None) -> float:
        """Return what that is worth."""
        return sum(BETWEEN.get(sign, 0.0) * often for sign, often in self.seen(one, other))


def weigh(page: Page, lists: Lists, starts: Sequence[Start]) -> Cut:
    """Return the best way among all that begin documents with some of *starts*, and how likely each of them is.

    The worth of a way is the logarithm of how likely it is, so the shares of all ways with a first line add up to its own.
    """
    neighbours = Neighbours(page, lists)
    count = len(starts)
    last = [neighbours.worth(one, None) for one in starts]
    best: list[tuple[float, int]] = []  # of each: the worth of the best way up to it, and its first line before
    up: list[float] = []  # the same of all ways together
    rows: list[list[tuple[int, float]]] = []
    far = -1  # the best of those further up than the near ones
    for place, one in enumerate(starts):
        first, after = worth(one, FIRST), worth(one, AFTER)
        first += sum(FIRST.get(sign, 0.0) * often for sign, often in skipped(page, lists, one))
        if place > _FAR and (far < 0 or best[place - _FAR - 1][0] > best[far][0]):
            far = place - _FAR - 1
        above = [*([far] if far >= 0 else []), *range(max(0, place - _FAR), place)]
        row = [(i, neighbours.worth(starts[i], one) + after) for i in above]
        best.append(max([(first, -1), *((best[i][0] + value, i) for i, value in row)]))
        up.append(_together([first, *(up[i] + value for i, value in row)]))
        rows.append(row)
    behind: list[list[float]] = [[value] for value in last]
    down = [0.0] * count
    for place in range(count - 1, -1, -1):
        down[place] = _together(behind[place])
        for i, value in rows[place]:
            behind[i].append(value + down[place])
    whole = _together([one + value for one, value in zip(up, last, strict=True)])
    share = [exp(min(0.0, one + other - whole)) for one, other in zip(up, down, strict=True)]
    _, end = max((best[i][0] + last[i], i) for i in range(count))
    chosen: list[int] = []
    while end >= 0:
        chosen.append(end)
        end = best[end][1]
    near = {i: [j for j in range(count) if abs(starts[j].position - starts[i].position) <= _NEAR] for i in chosen}
    taken = {j for places in near.values() for j in places}
    return Cut(
        [Segment(starts[i], min(1.0, sum(share[j] for j in near[i]))) for i in reversed(chosen)],
        [Segment(starts[i], share[i]) for i in range(count) if i not in taken],
    )


def _together(values: Sequence[float]) -> float:
    """Return the logarithm of the sum of what *values* are logarithms of."""
    most = max(values)
    return most + log(sum(exp(value - most) for value in values))
