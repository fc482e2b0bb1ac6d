"""Which labels are labels, and under which other each belongs, by a beam search over stacks of open lists.

A state is a stack of (family, last number). Every mark may be left as text, may go on a list that is open (closing those
inside it), or may open a list under any open node. Nothing is forbidden and everything has a cost, so that numbers which
are missing or wrong cost something and the reading with the least nonsense over the whole document wins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from guizhang.importers.extract import GROUP
from guizhang.importers.lines.labels import STRONG, Family, Label
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.nesting.costs import OTHER_INDENT, OTHER_RANK, PLAIN, POP_EACH, Frame, counted, go_on, open_list

WIDTH = 8
WORK = 160_000
"""States looked at in all: no rule book has so many labels, and a file of nothing else must not take minutes."""
HOPELESS = 7.0
"""A state this far behind the best is given up; also the greatest lead reported."""
WEAKEST = -3.6
"""Marks within a line whose neighbours speak against them more than this are not even tried."""
_LONG = 5
"""Labels of one list; more of them, counted without a gap, are no chance."""
_SURE = 3.0
"""Lead of a label whose neighbours on both sides count on."""
_HEADS = frozenset((Family.CHINESE, Family.ROMAN_UPPER))


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
class _State:
    score: float
    stack: tuple[Frame, ...]
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
    article = min((index for index in strong if marks[index].labels[0].family is Family.ARTICLE), default=-1)
    over = _over_articles(marks, article)
    for index, mark in enumerate(marks):
        proposals: list[_Proposal] = []
        if mark.strong:
            if index not in strong:
                continue
            for state in beam:
                stack = state.stack[: _reach(state.stack, mark)]
                depth, cost = _strong_depth(stack, mark.labels[0], mark.stated, index == article, over)
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
    return _settled(placed)


def _settled(placed: list[Placed]) -> list[Placed]:
    """Return *placed* without doubt about what stands within a long list: 21、 between 1、 to 20、 and 22、.

    When a label is decided nothing behind it has been read, and one that could as well be text seems doubtful; what comes
    later tells.
    """
    out = list(placed)
    for run in _runs(placed):
        for index in run[1:-1] if len(run) > _LONG else ():
            out[index] = replace(placed[index], margin=max(placed[index].margin, _SURE))
    return out


def _runs(placed: list[Placed]) -> list[list[int]]:
    """Return the places of the labels of one list, below one parent, that count without a gap."""
    runs: list[list[int]] = []
    last: dict[tuple[int | None, Family, str], list[int]] = {}
    for index, item in enumerate(placed):
        if len(item.label.path) != 1 or item.mark.strong:
            continue
        key = item.parent, item.label.family, item.label.variant
        run = last.get(key)
        if run is None or item.label.path[0] != placed[run[-1]].label.path[0] + 1:
            run = last[key] = []
            runs.append(run)
        run.append(index)
    return runs


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


def _over_articles(marks: tuple[Mark, ...], article: int) -> frozenset[Family]:
    """Return which labels may stand over 条: 一、 and I., and others where the first of them stands directly over 第一条."""
    before = marks[article - 1] if article > 0 and marks[article].labels[0].path == (1,) else None
    heads = before is not None and before.at_start and before.labels[0].path == (1,) and not before.strong
    return _HEADS | {before.labels[0].family} if before is not None and heads else _HEADS


def _strong_depth(
    stack: tuple[Frame, ...], label: Label, stated: int, first: bool, over: frozenset[Family]
) -> tuple[int, float]:
    """Return where a 编, 章, 节 or 条 belongs by its rank; it is settled, so it neither earns nor costs much.

    Args:
        stack: The open lists.
        label: The 编, 章, 节 or 条.
        stated: Level of the heading that the format says it stands in; 0 without one.
        first: Whether it is the first 条.
        over: Which labels may stand over 条.
    """
    if label.family is Family.HEADING:
        return _heading_depth(stack, stated, label.variant == PLAIN), 0.0
    rank = STRONG[label.family]
    depth = 0
    limit = _deepest(stack, stated)
    for place, frame in enumerate(stack[:limit]):
        if frame.family is label.family:
            return place, 0.0
        if frame.family in STRONG and STRONG[frame.family] < rank:
            depth = place + 1
    if first and depth == 0 and stack and label.path != (1,) and go_on(stack[0], label) is not None:
        return 0, 0.0  # 第七条 behind 六、
    # A list that was open above the first 条 (一、 over 第一条) stays above it only when nothing ranks in between.
    above = rank == STRONG[Family.ARTICLE] and depth == 0 and len(stack) > 0
    return (1, -0.5) if above and stack[0].family in over else (depth, 0.0)


def _heading_depth(stack: tuple[Frame, ...], stated: int, plain: bool) -> int:
    """Return where a heading without a label belongs: beside the one of its level, or below the last of a higher one.

    One that only its look tells (*plain*) is below every 编, 章 and 节 too. What names a group of rows says nothing of the rank of labels;
    it stands below whatever leads to its table.
    """
    depth = len(stack) if stated >= GROUP else 0
    for place, frame in enumerate(stack):
        if frame.stated >= stated:
            return place
        over = plain and frame.family in STRONG and frame.family is not Family.ARTICLE
        if (frame.stated and stated < GROUP) or over:
            depth = place + 1
    return depth


def _reach(stack: tuple[Frame, ...], mark: Mark) -> int:
    """Return how deep a label may stand by what its neighbours say: one that begins a list beside a heading not below that."""
    if not mark.beside:
        return len(stack)
    return next((place for place, frame in enumerate(stack) if frame.variant == PLAIN), len(stack))


def _deepest(stack: tuple[Frame, ...], stated: int) -> int:
    """Return how deep a label may stand that is in a heading of level *stated*: not below a heading of no higher level.

    Only headings without labels hold it up: among labels numbers say more than the levels people choose for their looks.
    """
    if not stated:
        return len(stack)
    return next(
        (place for place, frame in enumerate(stack) if frame.family is Family.HEADING and frame.stated >= stated),
        len(stack),
    )


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
        if label.family is Family.HEADING and state.stack[depth].family is not Family.HEADING:
            closed = state.stack[depth]  # it parts a list that may go on below it
        before = (closed.family, closed.path) if closed else state.stack[depth].before
    path = label.path
    missing: tuple[int, ...] = ()
    if depth < len(state.stack) and state.stack[depth].family is label.family:
        path, missing = counted(state.stack[depth], label.path)
    frame = Frame(label.family, label.variant, path, index, False, mark.indent, seen, before, mark.stated, missing)
    return _State(score, (*stack, frame), key, _Step(index, label, parent, state.step))


def _propose(proposals: list[_Proposal], state: _State, mark: Mark, label: Label, marks: tuple[Mark, ...]) -> None:
    """Add the ways in which *label* goes on a list or opens one."""
    base = state.score + mark.prior + label.bias
    stack = state.stack
    for depth in range(min(_reach(stack, mark), _deepest(stack, mark.stated)), -1, -1):
        if depth < len(stack):
            step = go_on(stack[depth], label)
            if step is not None:
                score = base + step + POP_EACH * 0.2 * (len(stack) - depth - 1)
                if mark.at_start and bool(mark.stated) != bool(stack[depth].stated):
                    score += OTHER_RANK
                if mark.indent >= 0 and stack[depth].indent >= 0 and abs(mark.indent - stack[depth].indent) >= 2:
                    score += OTHER_INDENT
                proposals.append((score, len(proposals), state, depth, label))
        step = open_list(stack, depth, label, mark, marks)
        if step is not None:
            proposals.append((base + step, len(proposals), state, depth, label))
