"""The difference of two texts in pieces a reader takes in: words of English, runs of Chinese, numbers whole.

A shortest difference is not a readable one: it finds a chance 的 or "the" in the middle of a sentence that was written
anew and splits the new sentence around it. So what two changes have in common between them counts only where it is
longer than they are, and a piece that could stand at several places stands where a phrase begins.

Source: Fraser, "Diff strategies" (2006), semantic clean-up and alignment, adapted to words and Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from guizhang.zh.numerals import CHINESE

Op = Literal["same", "out", "in"]

_TOKEN = re.compile(
    rf"\d+(?:[.,:/]\d+)*[%‰]?|[{CHINESE}]+|[^\W\d_\u2e80-\uffff]+(?:['’-][^\W\d_\u2e80-\uffff]+)*|\s+|."
)
_FIGURE = re.compile(rf"[\d{CHINESE}]")
_ENDS_SENTENCE = frozenset("。！？；.!?;\n")
_ENDS_PHRASE = frozenset("，、：,:")
_ANEW = 0.3
"""With less than this share in common a text was written anew, and is shown so."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that stayed, went or came."""

    op: Op
    text: str


@dataclass(slots=True)
class _Change:
    """What went and came at one place, and what stayed behind it; all in tokens."""

    out: list[str]
    come: list[str]
    same: list[str]


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Return how *old* became *new*; what stayed and went is *old*, what stayed and came is *new*.

    Example: ``pieces("须在24小时内", "须在12小时内")`` is 须在, out 24, in 12, 小时内.
    """
    if old == new:
        return (Piece("same", old),) if old else ()
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    head, changes = _changes(a, b)
    changes = _joined(changes)
    _align(head, changes)
    kept = _weight(head) + sum(_weight(change.same) for change in changes)
    if kept < _ANEW * max(_weight(a), _weight(b)):
        return _without_empty(("out", old), ("in", new))
    parts: list[tuple[Op, str]] = [("same", "".join(head))]
    for change in changes:
        parts += [("out", "".join(change.out)), ("in", "".join(change.come)), ("same", "".join(change.same))]
    return _without_empty(*parts)


def _without_empty(*parts: tuple[Op, str]) -> tuple[Piece, ...]:
    return tuple(Piece(op, text) for op, text in parts if text)


def _changes(a: Sequence[str], b: Sequence[str]) -> tuple[list[str], list[_Change]]:
    """Return what both begin with, and the changes behind it."""
    from rapidfuzz.distance import LCSseq  # every page of the site imports this module, few compare anything

    head: list[str] = []
    found: list[_Change] = []
    for step in LCSseq.opcodes(a, b):
        old, new = a[step.src_start : step.src_end], b[step.dest_start : step.dest_end]
        if step.tag == "equal":
            (found[-1].same if found else head).extend(old)
        elif found and not found[-1].same:
            found[-1].out += old
            found[-1].come += new
        else:
            found.append(_Change(list(old), list(new), []))
    return head, found


def _joined(changes: list[_Change]) -> list[_Change]:
    """Return the changes with those made one that only a little common text keeps apart."""
    out: list[_Change] = []
    for change in changes:
        current = change
        # What was joined has grown, and may now take in what stood before it.
        while out and _is_chance(out[-1], current):
            last = out.pop()
            current = _Change(
                [*last.out, *last.same, *current.out], [*last.come, *last.same, *current.come], current.same
            )
        out.append(current)
    return out


def _is_chance(left: _Change, right: _Change) -> bool:
    common = _weight(left.same)
    sizes = [max(_weight(change.out), _weight(change.come)) for change in (left, right)]
    if common == 0:
        # A blank or a mark alone keeps nothing apart, except two long passages.
        return min(sizes) < 8 and not any(mark in _ENDS_SENTENCE for token in left.same for mark in token)
    if _exchanges_figures(left) or _exchanges_figures(right):
        return False
    return common < min(sizes) or common == max(sizes) == 1


def _exchanges_figures(change: _Change) -> bool:
    """Return whether a number took the place of a number; that is shown alone."""
    return all(len(side) == 1 and _FIGURE.match(side[0]) for side in (change.out, change.come))


def _weight(tokens: Sequence[str]) -> int:
    """Return how much text there is: a Chinese character or a word of another script each, marks and blanks nothing."""
    return sum(token[0].isalnum() for token in tokens)


def _align(head: list[str], changes: list[_Change]) -> None:
    """Move each pure insertion or deletion to where a phrase begins, as far as the text around it is the same."""
    before = head
    for change in changes:
        # What was joined may begin or end alike.
        while change.out and change.come and change.out[-1] == change.come[-1]:
            change.same.insert(0, change.out.pop())
            change.come.pop()
        while change.out and change.come and change.out[0] == change.come[0]:
            before.append(change.out.pop(0))
            change.come.pop(0)
        edit = change.out or change.come
        if not (change.out and change.come):
            _slide(before, edit, change.same)
        before = change.same


def _slide(before: list[str], edit: list[str], behind: list[str]) -> None:
    # All the way left first, then step by step to the right; the best place is kept.
    while before and before[-1] == edit[-1]:
        behind.insert(0, edit.pop())
        edit.insert(0, before.pop())
    best, steps_to_best, steps = _ease(before, edit, behind), 0, 0
    while behind and behind[0] == edit[0]:
        before.append(edit.pop(0))
        edit.append(behind.pop(0))
        steps += 1
        ease = _ease(before, edit, behind)
        if ease >= best:
            best, steps_to_best = ease, steps
    for _ in range(steps - steps_to_best):
        behind.insert(0, edit.pop())
        edit.insert(0, before.pop())


def _ease(before: Sequence[str], edit: Sequence[str], behind: Sequence[str]) -> int:
    return _seam(before, edit) + _seam(edit, behind)


def _seam(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how natural a cut between two runs of tokens is."""
    if not left or not right:
        return 5
    mark = left[-1][-1]
    if mark in _ENDS_SENTENCE:
        return 4
    if mark in _ENDS_PHRASE:
        return 3
    if mark.isspace():
        return 2
    return 1 if right[0][0].isspace() or not right[0][0].isalnum() else 0
