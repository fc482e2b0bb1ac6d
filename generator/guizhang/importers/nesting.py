"""Which labels are labels, and under which other each belongs, by a beam search over stacks of open lists.

A state is a stack of (family, last number). Every mark may be left as text, may go on a list that is open (closing those
inside it), or may open a list under any open node. Nothing is forbidden and everything has a cost, so that numbers which
are missing or wrong cost something and the reading with the least nonsense over the whole document wins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from guizhang.importers.labels import STRONG, Family, Label
from guizhang.importers.lattice import Mark

WIDTH = 8
WORK = 160_000
"""States looked at in all: no rule book has so many labels, and a file of nothing else must not take minutes."""
HOPELESS = 7.0
"""A state this far behind the best is given up; also the greatest lead reported."""
WEAKEST = -3.6
"""Marks within a line whose neighbours speak against them more than this are not even tried."""
MAX_DEPTH = 12
"""Deeper lists than any rule book has; bounds the work per label."""

_GO_ON = 1.5  # the number that was expected
_GO_ON_FAR = 1.0  # 26 behind 25 is hardly chance
_OTHER_SIGN = -0.4  # 1. 2、: same list, sloppy typing
_OTHER_KIND = -1.6  # 1. 2、 3): same list, typed by several hands
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
_RESTART_IN_GROUP = -0.8  # the same behind a line that names another part of the list
_NESTED_INTRODUCED = 0.5  # share of what nesting its own kind costs where a colon announces the list
_NESTED_AGAIN = 0.3  # the same where such a list stands there already
_CLOSES_OTHER = -1.0  # 1. begins anew, and one level further up
_SECOND_LIST = -1.8  # what a colon introduced is one list; a second one belongs further up
_OTHER_LIST = -1.8  # another kind of list under the same parent, no coarser than the one before
_COARSER = -0.6  # （1） that contains 一、
_COARSER_EACH = -0.3
_COARSER_LATE = -1.5
_OTHER_INDENT = -0.8  # goes on a list, but not in its column
_INDENTED = 2.0  # a list of the same kind, but set in
_INTRODUCED = 0.9
_ELSEWHERE = -1.0  # a list not under the item whose colon announces it
_PREFIX = 1.2  # 4.8.1 under 4.8
_NO_PREFIX = -2.0  # 1.5 under something that is not numbered 1
_AS_BEFORE = 0.8  # A. had a list 一、二、 below it, so B. may have one too
_RUNS_ON = -0.3  # Q5 under the second heading, behind Q4 under the first
_GLUED_CHILD = 0.9
_GLUED_TO_HEADING = 2.4  # 一、日常管理1、: nothing but a heading between the two labels
_HEADING = 24

# From coarse to fine, as 一、（一）1.（1）① is the usual order. Only a hint: documents differ.
_ORDER = {
    Family.CLAUSE: 3.5,
    Family.ROMAN_UPPER: 4,
    Family.LETTER_UPPER: 5,
    Family.FORMAL: 3.8,
    Family.CHINESE: 4,
    Family.ORDINAL: 4.5,
    Family.STEM: 4.5,
    Family.CHINESE_PAREN: 5,
    Family.STEP: 5.2,
    Family.QUESTION: 5.2,
    Family.DECIMAL: 5.5,
    Family.ARABIC: 6,
    Family.ARABIC_CLOSE: 6.8,
    Family.ARABIC_PAREN: 7,
    Family.CIRCLED: 8,
    Family.LETTER_LOWER: 7.5,
    Family.ROMAN_LOWER: 8,
    Family.BULLET: 9,
}

_KIN = (
    frozenset({Family.ARABIC, Family.ARABIC_CLOSE, Family.ARABIC_PAREN}),
    frozenset({Family.CHINESE, Family.CHINESE_PAREN}),
)
"""Families whose labels one list may mix."""


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
    indent: int
    """Blanks before the last label where it started its line, otherwise -1."""
    seen: frozenset[Family]
    """Families of the lists that stood under the same parent, this one included."""
    before: tuple[Family, tuple[int, ...]] | None = None
    """The last label of the list right below this one's previous label, which a list below the next may run on from."""


@dataclass(frozen=True, slots=True)
class _State:
    score: float
    stack: tuple[_Frame, ...]
    key: tuple[object, ...]
    """What of the stack later decisions depend on, for merging states that have become alike."""
    step: _Step | None


@dataclass(frozen=True, slots=True)
class _Step:
    """One accepted label in a state's history."""

    mark: int
    label: Label
    parent: int | None
    before: _Step | None


_Proposal = tuple[float, int, _State, int, Label | None]
"""Score, order of proposal (so that equal scores keep one order), state to grow, depth, label; no label: left as text."""


def nest(marks: tuple[Mark, ...], strong: frozenset[int]) -> list[Placed]:
    """Return the labels of one document in order, each with its parent.

    Reads: marks, strong. Writes: placed labels. Stands behind chains, which settle 章 and 条, and before the tree.
    """
    beam = [_State(0.0, (), (), None)]
    width = max(1, min(WIDTH, WORK // max(1, len(marks))))
    leads: dict[int, tuple[_Step | None, float]] = {}
    for index, mark in enumerate(marks):
        proposals: list[_Proposal] = []
        if mark.strong:
            if index not in strong:
                continue
            for state in beam:
                depth, cost = _strong_depth(state.stack, mark.labels[0])
                proposals.append((state.score + cost, len(proposals), state, depth, mark.labels[0]))
        elif mark.prior >= WEAKEST or mark.at_start:
            for state in beam:
                proposals.append((state.score, len(proposals), state, 0, None))
                for label in mark.labels:
                    _propose(proposals, state, mark, label, marks)
        else:
            continue
        beam = _best(proposals, index, mark, width)
        leads[index] = _lead(beam, index)
    steps: list[_Step] = []
    step = beam[0].step
    while step is not None:
        steps.append(step)
        step = step.before
    placed: list[Placed] = []
    positions: dict[int, int] = {}
    for step in reversed(steps):
        positions[step.mark] = len(placed)
        parent = None if step.parent is None else positions[step.parent]
        decided, lead = leads[step.mark]
        # Where later labels overturned what seemed best here, the place stays doubtful.
        same = decided is not None and (decided.label, decided.parent) == (step.label, step.parent)
        placed.append(Placed(marks[step.mark], step.label, parent, lead if same else 0.3))
    return placed


def _best(proposals: list[_Proposal], index: int, mark: Mark, width: int) -> list[_State]:
    """Return the states of the best proposals, no two alike, building only those that are kept."""
    proposals.sort(key=lambda proposal: (-proposal[0], proposal[1]))
    floor = proposals[0][0] - HOPELESS
    keys: set[tuple[object, ...]] = set()
    beam: list[_State] = []
    for score, _, state, depth, label in proposals:
        if score < floor or len(beam) == width:
            break
        key = state.key if label is None else (*state.key[: 2 * depth], label.family, label.path)
        if key not in keys:
            keys.add(key)
            beam.append(state if label is None else _push(state, depth, index, label, mark, score, key))
    return beam


def _lead(beam: list[_State], index: int) -> tuple[_Step | None, float]:
    """Return the best decision about a mark and its lead over the best other one."""
    step = beam[0].step
    decided = step if step is not None and step.mark == index else None
    for state in beam[1:]:
        other = state.step if state.step is not None and state.step.mark == index else None
        if (other is None) != (decided is None) or (
            other is not None
            and decided is not None
            and (other.label is not decided.label or other.parent != decided.parent)
        ):
            return decided, beam[0].score - state.score
    return decided, HOPELESS


def _strong_depth(stack: tuple[_Frame, ...], label: Label) -> tuple[int, float]:
    """Return where a 编, 章, 节 or 条 belongs by its rank; it is settled, so it neither earns nor costs much."""
    rank = STRONG[label.family]
    depth = 0
    for place, frame in enumerate(stack):
        if frame.family is label.family:
            if label.family is not Family.HEADING or frame.path >= label.path:
                return place, 0.0
            depth = place + 1
        elif frame.family in STRONG and STRONG[frame.family] < rank:
            depth = place + 1
    # A list that was open above the first 条 (一、 over 第一条) stays above it only when nothing ranks in between.
    above = rank == STRONG[Family.ARTICLE] and depth == 0 and len(stack) > 0
    return (1, -0.5) if above and stack[0].family in (Family.CHINESE, Family.ROMAN_UPPER) else (depth, 0.0)


def _push(
    state: _State, depth: int, index: int, label: Label, mark: Mark, score: float, key: tuple[object, ...]
) -> _State:
    stack = state.stack[:depth]
    if stack and mark.introduced is not None and not stack[-1].introduced:
        stack = (*stack[:-1], replace(stack[-1], introduced=True))
    parent = stack[-1].node if stack else None
    seen: frozenset[Family] = state.stack[depth].seen if depth < len(state.stack) else frozenset()
    if label.family not in seen:
        seen = seen | {label.family}
    before = None
    if depth < len(state.stack):
        closed = state.stack[depth + 1] if depth + 1 < len(state.stack) else None
        before = (closed.family, closed.path) if closed else state.stack[depth].before
    frame = _Frame(label.family, label.variant, label.path, index, False, mark.indent, seen, before)
    return _State(score, (*stack, frame), key, _Step(index, label, parent, state.step))


def _propose(proposals: list[_Proposal], state: _State, mark: Mark, label: Label, marks: tuple[Mark, ...]) -> None:
    """Add the ways in which *label* goes on a list or opens one."""
    base = state.score + mark.prior + label.bias
    stack = state.stack
    for depth in range(len(stack), -1, -1):
        if depth < len(stack):
            step = _go_on(stack[depth], label)
            if step is not None:
                score = base + step + _POP_EACH * 0.2 * (len(stack) - depth - 1)
                if mark.indent >= 0 and stack[depth].indent >= 0 and abs(mark.indent - stack[depth].indent) >= 2:
                    score += _OTHER_INDENT
                proposals.append((score, len(proposals), state, depth, label))
        step = _open(stack, depth, label, mark, marks)
        if step is not None:
            proposals.append((base + step, len(proposals), state, depth, label))


def _go_on(frame: _Frame, label: Label) -> float | None:
    """Return what it costs to take *label* as the next of the list whose last is *frame*; None if it cannot be."""
    if frame.family is not label.family:
        alike = any(frame.family in kin and label.family in kin for kin in _KIN)
        expected = alike and label.path[-1] == frame.path[-1] + 1 and label.variant and frame.variant
        return _GO_ON + _OTHER_KIND if expected and len(label.path) == len(frame.path) == 1 else None
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


def _open(stack: tuple[_Frame, ...], depth: int, label: Label, mark: Mark, marks: tuple[Mark, ...]) -> float | None:
    """Return what it costs to open a list with *label* under the node at ``depth - 1`` (0: under the document)."""
    if depth >= MAX_DEPTH:
        return None
    closed = stack[depth:]
    parent = stack[depth - 1] if depth else None
    decimal = label.family is Family.DECIMAL and len(label.path) > 1
    if decimal and parent is not None and parent.family is Family.DECIMAL and len(parent.path) >= len(label.path):
        return None
    score = _OPEN + _first_cost(parent, label, decimal) + _closing_cost(closed, parent, label, decimal, mark.grouped)
    # 4.4.2 behind 6. and under none: the numbers go back.
    if decimal and parent is None and closed and closed[0].path[:1] > label.path[:1]:
        score += _BACK if closed[0].family in (Family.ARABIC, Family.DECIMAL) else 0.0
    # An unlabelled line ends with a colon: it introduces a new list, and not one inside the item above it.
    apart = mark.introduced is not None and not (stack and marks[stack[-1].node].line == mark.introduced)
    if closed:
        deeper = closed[0].family is label.family and _set_in(closed[0], mark)
        return (
            score
            + (_INTRODUCED if apart else _ELSEWHERE if mark.introduced is not None and mark.at_start else 0.0)
            - (_INDENTED if deeper else 0.0)
            + _parent_cost(stack[:depth], label, share=_NESTED_AGAIN if closed[0].family is label.family else 1.0)
        )
    if parent is not None and parent.before is not None and parent.before[0] is label.family and label.path == (1,):
        score += _AS_BEFORE
    if parent is not None and parent.family is label.family and _set_in(parent, mark):
        score += _INDENTED
    if mark.introduced is not None and (parent is None or not apart):
        score += _INTRODUCED
    elif parent is not None and not mark.at_start and marks[parent.node].line == mark.line:
        above = marks[parent.node].start
        heading = mark.clause <= above and mark.start - above <= _HEADING and label.path[-1:] == (1,)
        score += _GLUED_TO_HEADING if heading else _GLUED_CHILD
    announced = parent is not None and mark.introduced is not None and not apart
    return score + _parent_cost(stack[:depth], label, share=_NESTED_INTRODUCED if announced else 1.0)


def _set_in(frame: _Frame, mark: Mark) -> bool:
    return frame.indent >= 0 and mark.indent >= frame.indent + 2


def _first_cost(parent: _Frame | None, label: Label, decimal: bool) -> float:
    """Return what the first number of the new list costs: 1 nothing, a later one more the later it is."""
    first = label.path[-1] if label.path else 1
    late = 0.5 if first != 1 else 0.0
    if decimal:
        if parent is None or parent.family is Family.HEADING:
            return -late
        if parent.path == label.path[:-1]:
            return _PREFIX - late
        return (0.0 if parent.path[-1:] == label.path[:1] else _NO_PREFIX) - late
    if parent is not None and parent.before == (label.family, (*label.path[:-1], first - 1)) and first > 1:
        return _RUNS_ON
    return _OPEN_LATE + _OPEN_LATE_EACH * min(15, first) if first != 1 else 0.0


def _closing_cost(
    closed: tuple[_Frame, ...], parent: _Frame | None, label: Label, decimal: bool, grouped: bool
) -> float:
    """Return what it costs to close open lists for the new one, above all when it is one of them begun anew."""
    if not closed:
        return 0.0
    here = label.family in closed[0].seen
    if here or any(frame.family is label.family for frame in closed):
        if label.family is Family.BULLET or decimal:
            return _POP_EACH
        if not here:
            return _RESTART + _POP_EACH + _CLOSES_OTHER
        if grouped:
            return _RESTART_IN_GROUP
        return _RESTART + (_SECOND_LIST if parent is not None and parent.introduced else 0.0)
    finer = all(_order(frame.family) > _order(label.family) for frame in closed)
    return _POP_EACH * 0.3 * len(closed) if finer else _OTHER_LIST + _POP_EACH * len(closed)


def _parent_cost(above: tuple[_Frame, ...], label: Label, *, share: float) -> float:
    """Return what it costs that the list stands inside these: one of its own kind (of which *share* counts), or finer."""
    score = 0.0
    outer = [frame for frame in above if frame.family is label.family]
    if outer and label.family is not Family.DECIMAL:
        nested = _NESTED_SAME if any(f.variant == label.variant for f in outer) else _NESTED_OTHER_SIGN
        score += nested * share
    # 2.1 under 2. is as it should be, whatever the order of the signs says.
    prefixed = bool(above) and len(label.path) > 1 and above[-1].path == label.path[:-1]
    if above and above[-1].family not in STRONG and not prefixed:
        finer = _order(above[-1].family) - _order(label.family)
        if finer >= 0:
            score += _COARSER + _COARSER_EACH * finer
            if label.path[-1:] not in ((1,), ()):
                score += _COARSER_LATE
    return score


def _order(family: Family) -> float:
    return _ORDER[family] if family in _ORDER else float(STRONG[family])
