"""The best run of 第N章, of 第N节 and of 第N条 through one document, by dynamic programming over all their places.

A cross-reference (依照第十条的规定) looks like a label. What tells them apart is the neighbourhood (the mark's prior) and
whether the number goes on from the one before, and both are weighed over the whole document at once.
"""

from __future__ import annotations

from dataclasses import dataclass

from guizhang.importers.lines.labels import STRONG, Family
from guizhang.importers.lines.lattice import Mark

_NEXT = 2.5  # the number that was expected
_NEXT_AFTER_STRAY = 1.0  # 8 behind a 6 that stands behind 7
_SWAPPED = 2.5  # 12 behind 13 that stands behind 11: two have changed places
_GAP = -2.2  # numbers left out; seen in excerpts, so it must stay cheaper than losing a line-start label
_GAP_EACH = -0.1
_AGAIN = -3.0  # the same number once more
_BACK = -3.6
_RESTART = -4.0  # back to 1 with nothing that explains it
_RESTART_IN_CHAPTER = 1.0  # back to 1 behind a new chapter: numbers by chapter
_BEGIN = 1.5  # the first label of a document is 1
_BEGIN_ELSEWHERE = -1.0
_WINDOW = 12
_SURE = 4.0
"""Prior of a label whose neighbours leave no doubt that it is one."""
_STRAY = 2
_NAMED = 7.0
"""More than a label at a line start has without a heading behind it: 第八条：其他约定 is no reference."""
_OTHERS = 3
"""Labels of other kinds, for each in the chain, that make it likely to be a reference."""


@dataclass(slots=True)
class _End:
    """The best chain that ends at one mark."""

    score: float
    number: int
    place: int
    before: _End | None
    top: int
    """The greatest number since the numbers began: 8 goes on a 7 with a stray 6 behind it."""


def choose_strong(marks: tuple[Mark, ...]) -> frozenset[int]:
    """Return the indexes, within *marks*, of the 编, 章, 节 and 条 that are labels and not references.

    Reads: marks of one document. Writes: accepted indexes. Stands before nesting, which takes these as given: they are
    the skeleton, and weaker labels find their level between them.
    """
    chosen: set[int] = set()
    for family in sorted(STRONG, key=lambda f: STRONG[f]):
        if family is Family.HEADING:
            chosen |= {i for i, mark in enumerate(marks) if mark.labels[0].family is family}
            continue
        own = [i for i, mark in enumerate(marks) if mark.labels[0].family is family]
        if own:
            higher = sorted(i for i in chosen if STRONG[marks[i].labels[0].family] < STRONG[family])
            chain = _best_chain(marks, own, higher, family)
            if family is not Family.ARTICLE or not _stray(marks, chain):
                chosen |= chain
    return frozenset(chosen)


def _stray(marks: tuple[Mark, ...], chain: set[int]) -> bool:
    """Return whether one or two labels, none of them the first, stand in a document that counts in another way.

    第三十九条 at the start of one line, where all else is 一、 and 1., is the article of another text.
    """
    if len(chain) > _STRAY or any(marks[place].labels[0].path[0] == 1 for place in chain):
        return False
    if chain and (_counts_on(marks, min(chain)) or any(marks[place].prior > _NAMED for place in chain)):
        return False
    others = sum(mark.at_start and mark.prior > 0 and not mark.strong for mark in marks)
    return others > _OTHERS * len(chain)


def _counts_on(marks: tuple[Mark, ...], place: int) -> bool:
    """Return whether 第七条 stands behind 六、: one list, written in two ways."""
    above = next(
        (mark for mark in reversed(marks[:place]) if mark.at_start and mark.labels[0].family is Family.CHINESE), None
    )
    return above is not None and marks[place].at_start and above.labels[0].path[0] + 1 == marks[place].labels[0].path[0]


def _best_chain(marks: tuple[Mark, ...], own: list[int], higher: list[int], family: Family) -> set[int]:
    ends: dict[int, _End] = {}  # main number -> best chain that ends with it
    best: _End | None = None
    recent: list[_End] = []
    above = 0
    since: float = float("-inf")  # place of the last 章 passed
    for place in own:
        while above < len(higher) and higher[above] < place:
            since = higher[above]
            above += 1
        label = marks[place].labels[0]
        prior = marks[place].prior
        if family is not Family.ARTICLE and _glued_heading(marks, place):
            prior += 1.0
        if family is Family.ARTICLE and _behind_heading(marks, place, since):
            prior += 2.0
        number, depth = label.path[0], len(label.path)
        before: _End | None = None
        score = _BEGIN if number == 1 else _BEGIN_ELSEWHERE
        follows = ends.get(number if depth == 2 else number - 1)
        if follows is not None and follows.score + _NEXT > score:
            before, score = follows, follows.score + _NEXT
        for end in recent[-_WINDOW:]:
            gain = end.score + (_SWAPPED if _swapped(marks, place, end) else _step(end, number, since, depth))
            if gain > score:
                before, score = end, gain
        if best is not None and best.score + _step(best, number, since, depth) > score:
            before, score = best, best.score + _step(best, number, since, depth)
        top = number if before is None or number == 1 else max(number, before.top)
        winner = _End(score + prior, number, place, before, top)
        if recent and before is not recent[-1]:
            # Whoever leaves out the label before may regret it when the numbers go on from there.
            here = recent[-1]
            kept = here.score + _step(here, number, since, depth) + prior
            recent.append(_End(kept, number, place, here, number if number == 1 else max(number, here.top)))
        # Chains are compared later by score alone, so one that is far behind need not be remembered.
        previous = ends.get(number)
        if previous is None or winner.score >= previous.score - 1.0:
            ends[number] = winner
        recent.append(winner)  # the last of the two, so that the next label sees the better one first
        if len(recent) > 4 * _WINDOW:
            del recent[: 2 * _WINDOW]
        if best is None or winner.score > best.score:
            best = winner
    chosen: set[int] = set()
    last = best if best is not None and best.score > 0 else None
    while last is not None:
        chosen.add(last.place)
        last = last.before
    return chosen


def _step(end: _End, number: int, since: float, depth: int) -> float:
    if number == end.number:
        return _NEXT if depth == 2 else _AGAIN
    if number == end.number + 1:
        return _NEXT
    if number == end.top + 1:
        return _NEXT_AFTER_STRAY
    if number > end.number:
        return _GAP + _GAP_EACH * min(10, number - end.number)
    if number == 1:
        return _RESTART_IN_CHAPTER if end.place < since else _RESTART
    return _BACK


def _swapped(marks: tuple[Mark, ...], place: int, end: _End) -> bool:
    """Return whether two articles at line starts have changed places: 11, 13, 12."""
    number = marks[place].labels[0].path[0]
    if end.before is None or (end.before.number, end.number) != (number - 1, number + 1) or number == 1:
        return False
    sure = all(marks[at].at_start and marks[at].prior >= _SURE for at in (place, end.place))
    return sure and marks[place].labels[0].family is Family.ARTICLE


def _glued_heading(marks: tuple[Mark, ...], place: int) -> bool:
    """Return whether a lower strong label follows closely: 第二章职责第六条 is a heading and no reference."""
    if place + 1 >= len(marks):
        return False
    here, following = marks[place], marks[place + 1]
    return following.strong and following.line - here.line <= 2 and following.start - here.start <= 40


def _behind_heading(marks: tuple[Mark, ...], place: int, since: float) -> bool:
    """Return whether the mark directly before is the chosen 章 or 节 on the same line."""
    return place > 0 and since == place - 1 and marks[place].start - marks[place - 1].start <= 40
