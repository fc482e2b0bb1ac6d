"""Which labels are labels, and under which other each belongs, by a beam search over stacks of open lists.

A state is a stack of (family, last number). Every mark may be left as text, may go on a list that is open (closing those
inside it), or may open a list under any open node. Nothing is forbidden and everything has a cost, so that numbers which
are missing or wrong cost something and the reading with the least nonsense over the whole document wins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from guizhang.importers.labels import STRONG, Family, Label
from guizhang.importers.lattice import Mark

WIDTH = 10
MAX_DEPTH = 12
"""Deeper lists than any rule book has; bounds the work per label."""

_GO_ON = 1.5  # the number that was expected
_GO_ON_FAR = 1.0  # 26 behind 25 is hardly chance
_OTHER_SIGN = -0.4  # 1. 2、: same list, sloppy typing
_GAP = -1.2
_GAP_EACH = -0.2
_REPEAT = -2.0
_BACK = -2.8
_OPEN = -0.5
_OPEN_LATE = -1.6  # a list that does not begin with 1
_OPEN_LATE_EACH = -0.12
_RESTART = -2.0
_NESTED_SAME = -4.0  # 18. with a list 1. 2. inside it
_NESTED_OTHER_SIGN = -3.0  # 25. with a list 1、2、 inside it
_POP_EACH = -0.35
_CLOSES_OTHER = -1.0  # 1. begins anew, and one level further up
_SECOND_LIST = -1.8  # what a colon introduced is one list; a second one belongs further up
_OTHER_LIST = -1.8  # another kind of list under the same parent, no coarser than the one before
_COARSER = -0.6  # （1） that contains 一、
_COARSER_EACH = -0.3
_COARSER_LATE = -1.5
_INTRODUCED = 0.9
_PREFIX = 1.2  # 4.8.1 under 4.8
_GLUED_CHILD = 0.9
_GLUED_TO_HEADING = 2.4  # 一、日常管理1、: nothing but a heading between the two labels
_HEADING = 24

# From coarse to fine, as 一、（一）1.（1）① is the usual order. Only a hint: documents differ.
_ORDER = {
    Family.CLAUSE: 3.5,
    Family.ROMAN_UPPER: 4,
    Family.LETTER_UPPER: 5,
    Family.CHINESE: 4,
    Family.ORDINAL: 4.5,
    Family.STEM: 4.5,
    Family.CHINESE_PAREN: 5,
    Family.DECIMAL: 5.5,
    Family.ARABIC: 6,
    Family.ARABIC_CLOSE: 6.8,
    Family.ARABIC_PAREN: 7,
    Family.CIRCLED: 8,
    Family.LETTER_LOWER: 7.5,
    Family.ROMAN_LOWER: 8,
    Family.BULLET: 9,
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark that was accepted as a label."""

    mark: Mark
    label: Label
    parent: int | None
    """Index of its parent among the placed marks."""
    margin: float
    """How much better this reading is than the next best; small means doubtful."""


@dataclass(frozen=True, slots=True)
class _Frame:
    family: Family
    variant: str
    path: tuple[int, ...]
    node: int
    """Index of the mark that bears the last label of this list."""
    introduced: bool
    """Whether the last label's text ended with a colon when its sub-list began."""
    seen: frozenset[Family]
    """Families of the lists that stood under the same parent, this one included."""


@dataclass(frozen=True, slots=True)
class _State:
    score: float
    stack: tuple[_Frame, ...]
    step: _Step | None


@dataclass(frozen=True, slots=True)
class _Step:
    """One accepted label in a state's history."""

    mark: int
    label: Label
    parent: int | None
    before: _Step | None


def nest(marks: tuple[Mark, ...], strong: frozenset[int]) -> list[Placed]:
    """Return the labels of one document in order, each with its parent.

    Reads: marks, strong. Writes: placed labels. Stands behind chains, which settle 章 and 条, and before the tree.
    """
    beam = [_State(0.0, (), None)]
    margins: dict[int, float] = {}
    for index, mark in enumerate(marks):
        if mark.strong:
            if index in strong:
                beam = [_place_strong(state, index, mark) for state in beam]
                beam = _prune(beam)
            continue
        if mark.prior < -3.6 and not mark.at_start:
            continue
        grown = list(beam)
        for state in beam:
            for label in mark.labels:
                grown += _accept(state, index, mark, label, marks)
        beam = _prune(grown)
        margins[index] = _margin(beam, index)
    placed: list[Placed] = []
    steps: list[_Step] = []
    step = beam[0].step
    while step is not None:
        steps.append(step)
        step = step.before
    positions: dict[int, int] = {}
    for step in reversed(steps):
        positions[step.mark] = len(placed)
        parent = None if step.parent is None else positions[step.parent]
        placed.append(Placed(marks[step.mark], step.label, parent, margins.get(step.mark, 9.0)))
    return placed


def _prune(states: list[_State]) -> list[_State]:
    best: dict[tuple[tuple[Family, tuple[int, ...]], ...], _State] = {}
    for state in states:
        key = tuple((frame.family, frame.path) for frame in state.stack)
        known = best.get(key)
        if known is None or state.score > known.score:
            best[key] = state
    return sorted(best.values(), key=lambda state: -state.score)[:WIDTH]


def _margin(beam: list[_State], index: int) -> float:
    """Return the lead of the best state over the best one that decided otherwise about the mark."""
    top = beam[0]
    decision = (top.step.label, top.step.parent) if top.step and top.step.mark == index else None
    for state in beam[1:]:
        other = (state.step.label, state.step.parent) if state.step and state.step.mark == index else None
        if other != decision:
            return top.score - state.score
    return 9.0


def _place_strong(state: _State, index: int, mark: Mark) -> _State:
    """Put a 编, 章, 节 or 条 where its rank belongs; it is settled, so it neither earns nor costs much."""
    label = mark.labels[0]
    rank = STRONG[label.family]
    depth = 0
    score = state.score
    for place, frame in enumerate(state.stack):
        if frame.family is label.family:
            if label.family is Family.HEADING and frame.path < label.path:
                depth = place + 1
                continue
            depth = place
            break
        if frame.family in STRONG and STRONG[frame.family] < rank:
            depth = place + 1
    else:
        # A list that was open above the first 条 (一、 over 第一条) stays above it only when nothing ranks in between.
        weak = [f for f in state.stack[depth:] if f.family in (Family.CHINESE, Family.ROMAN_UPPER)]
        if rank == STRONG[Family.ARTICLE] and depth == 0 and weak and state.stack[0] is weak[0]:
            depth = 1
            score -= 0.5
    return _push(state, depth, index, label, mark, score)


def _push(state: _State, depth: int, index: int, label: Label, mark: Mark, score: float) -> _State:
    stack = state.stack[:depth]
    if stack and mark.introduced is not None and not stack[-1].introduced:
        stack = (*stack[:-1], replace(stack[-1], introduced=True))
    parent = stack[-1].node if stack else None
    seen = state.stack[depth].seen if depth < len(state.stack) else frozenset()
    if label.family not in seen:
        seen = seen | {label.family}
    frame = _Frame(label.family, label.variant, label.path, index, False, seen)
    return _State(score, (*stack, frame), _Step(index, label, parent, state.step))


def _accept(state: _State, index: int, mark: Mark, label: Label, marks: tuple[Mark, ...]) -> list[_State]:
    """Return the states in which *label* goes on a list or opens one."""
    base = state.score + mark.prior + label.bias
    grown: list[_State] = []
    stack = state.stack
    for depth in range(len(stack), -1, -1):
        if depth < len(stack):
            step = _go_on(stack[depth], label)
            if step is not None:
                score = base + step + _POP_EACH * 0.2 * (len(stack) - depth - 1)
                grown.append(_push(state, depth, index, label, mark, score))
        step = _open(stack, depth, label, mark, marks)
        if step is not None:
            grown.append(_push(state, depth, index, label, mark, base + step))
    return grown


def _go_on(frame: _Frame, label: Label) -> float | None:
    """Return what it costs to take *label* as the next of the list whose last is *frame*; None if it cannot be."""
    if frame.family is not label.family:
        return None
    if label.family is Family.BULLET:
        return 0.6 if frame.variant == label.variant else None
    other = 0.0 if frame.variant == label.variant else _OTHER_SIGN
    if label.family in (Family.DECIMAL, Family.CLAUSE) and (len(label.path) > 1 or len(frame.path) > 1):
        return _go_on_decimal(frame.path, label.path, other)
    last, number = frame.path[-1], label.path[-1]
    if number == last + 1:
        return _GO_ON + other + (_GO_ON_FAR if last >= 9 else 0.0)
    if number > last:
        return _GAP + _GAP_EACH * min(12, number - last) + other
    if number == last:
        return _REPEAT + other
    return None if number == 1 else _BACK + other


def _go_on_decimal(last: tuple[int, ...], path: tuple[int, ...], other: float) -> float | None:
    if len(last) != len(path):
        return None
    if last[:-1] == path[:-1]:
        if path[-1] == last[-1] + 1:
            return _GO_ON + other
        return (_GAP if path[-1] > last[-1] else _REPEAT) + other
    # 2.1 behind 1.3: the list of the next heading, whose own line has been lost.
    return (-0.3 if path > last else _BACK) + other


def _open(
    stack: tuple[_Frame, ...], depth: int, label: Label, mark: Mark, marks: tuple[Mark, ...]
) -> float | None:
    """Return what it costs to open a list with *label* under the node at ``depth - 1`` (0: under the document)."""
    if depth >= MAX_DEPTH:
        return None
    closed = stack[depth:]
    parent = stack[depth - 1] if depth else None
    score = _OPEN
    first = label.path[-1] if label.path else 1
    if label.family is Family.DECIMAL and len(label.path) > 1:
        matched = _prefix_matches(parent, label)
        if matched:
            score += _PREFIX
        elif parent is not None and parent.family is Family.DECIMAL and len(parent.path) >= len(label.path):
            return None
        if first != 1:
            score -= 0.5
    elif first != 1:
        score += _OPEN_LATE + _OPEN_LATE_EACH * min(15, first)
    if closed and (label.family in closed[0].seen or any(frame.family is label.family for frame in closed)):
        if label.family is Family.BULLET or (label.family is Family.DECIMAL and len(label.path) > 1):
            score += _POP_EACH
        else:
            score += _RESTART
            if label.family not in closed[0].seen:
                score += _POP_EACH + _CLOSES_OTHER
            elif parent is not None and parent.introduced:
                score += _SECOND_LIST
    elif closed:
        finer = all(_order(frame.family) > _order(label.family) for frame in closed)
        score += _POP_EACH * 0.3 * len(closed) if finer else _OTHER_LIST + _POP_EACH * len(closed)
    outer = [frame for frame in stack[:depth] if frame.family is label.family]
    if outer and label.family is not Family.DECIMAL:
        score += _NESTED_SAME if any(f.variant == label.variant for f in outer) else _NESTED_OTHER_SIGN
    # An unlabelled line ends with a colon: it introduces a new list, and not one inside the item above it.
    apart = mark.introduced is not None and not any(marks[f.node].line == mark.introduced for f in stack[-1:])
    if apart and closed:
        score += _INTRODUCED
    if parent is not None:
        if parent.family not in STRONG and _order(parent.family) >= _order(label.family):
            score += _COARSER + _COARSER_EACH * (_order(parent.family) - _order(label.family))
            if first != 1:
                score += _COARSER_LATE
        if not closed:
            if mark.introduced is not None:
                score += 0.0 if apart else _INTRODUCED
            elif not mark.at_start and marks[parent.node].line == mark.line:
                above = marks[parent.node].start
                heading = mark.clause <= above and mark.start - above <= _HEADING and first == 1
                score += _GLUED_TO_HEADING if heading else _GLUED_CHILD
    return score


def _prefix_matches(parent: _Frame | None, label: Label) -> bool:
    if parent is None:
        return False
    return parent.path == label.path[:-1]


def _order(family: Family) -> float:
    return _ORDER[family] if family in _ORDER else float(STRONG[family])
