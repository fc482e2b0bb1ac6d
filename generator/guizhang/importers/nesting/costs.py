"""What it costs to take a label as the next of an open list, or as the first of a new one under an open node.

Nothing is forbidden but what cannot be; numbers that are missing, doubled or out of order cost something.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from guizhang.importers.extract import GROUP
from guizhang.importers.lines.labels import STRONG, Family, Label
from guizhang.importers.lines.lattice import Mark

PLAIN = "plain"
"""Variant of a heading that neither a label nor the format tells, only its look."""
MAX_DEPTH = 12
"""Deeper lists than any rule book has; bounds the work per label."""

_GO_ON = 1.5  # the number that was expected
_GO_ON_FAR = 1.0  # 26 behind 25 is hardly chance
_OTHER_SIGN = -0.4  # 1. 2、: same list, sloppy typing
_OTHER_KIND = -1.6  # 1. 2、 3): same list, typed by several hands
_GAP = -1.2
_GAP_EACH = -0.2
_REPEAT = -2.0
_BACK = -4.0
_FILLS = 0.5  # 4 behind 3 and 5: two items have changed places
_OPEN = -0.5
_OPEN_LATE = -1.6  # a list that does not begin with 1
_OPEN_LATE_EACH = -0.12
_RESTART = -2.0
_NESTED_SAME = -4.0  # 18. with a list 1. 2. inside it
_NESTED_OTHER_SIGN = -3.0  # 25. with a list 1、2、 inside it
POP_EACH = -0.35
_RESTART_IN_GROUP = -0.8  # the same behind a line that names another part of the list
_NESTED_INTRODUCED = 0.5  # share of what nesting its own kind costs where a colon announces the list
_NESTED_AGAIN = 0.3  # the same where such a list stands there already
_CLOSES_OTHER = -1.0  # 1. begins anew, and one level further up
_SECOND_LIST = -1.8  # what a colon introduced is one list; a second one belongs further up
_OTHER_LIST = -1.8  # another kind of list under the same parent, no coarser than the one before
_COARSER = -0.6  # （1） that contains 一、
_COARSER_EACH = -0.3
_COARSER_LATE = -1.5
OTHER_INDENT = -0.8  # goes on a list, but not in its column
OTHER_RANK = -1.5  # a heading, by its format, goes on a list in the text, or the other way round
_SET_IN_BULLET = 6.0
_INDENTED = 2.0  # a list of the same kind, but set in
_INTRODUCED = 0.9
_ELSEWHERE = -1.0  # a list not under the item whose colon announces it
_PREFIX = 1.2  # 4.8.1 under 4.8
_NO_PREFIX = -2.0  # 1.5 under something that is not numbered 1
_AS_BEFORE = 0.8  # A. had a list 一、二、 below it, so B. may have one too
_RUNS_ON = -0.3  # Q5 under the second heading, behind Q4 under the first
_GLUED_CHILD = 0.9
_GLUED_TO_HEADING = 2.4  # 一、日常管理1、: nothing but a heading between the two labels
_UNDER_TITLE = 1.3
"""What it is worth that the label above bears the title of rules (1、浴室管理办法): the list is theirs, whatever its signs."""
_IN_GROUP = 4.0
"""What it is worth that the line right above names a group of rows of a table: its row stands there, whatever went on before."""
_UNDER_SIGN = 5.0
"""What it is worth that points with another sign begin right below a short line with a sign: ◆ 交接班, and below it ★ 提前到岗。"""
_COUNTED_UNDER_SIGN = 2.5
"""The same of points with numbers: ➢ 卫生, and below it ① ②."""
_UNDER_HEADING = 0.9
"""What it is worth that the line right above a first label is its parent, and as short as a heading."""
_HEADING = 24

# From coarse to fine, as 一、（一）1.（1）① is the usual order. Only a hint: documents differ.
_ORDER = {
    Family.CLAUSE: 3.5,
    Family.ROMAN_UPPER: 4,
    Family.LETTER_UPPER: 5,
    Family.FORMAL: 3.8,
    Family.BRACKETED: 3.8,
    Family.CHINESE: 4,
    Family.ORDINAL: 4.5,
    Family.STEM: 4.5,
    Family.CHINESE_PAREN: 5,
    Family.STEP: 5.8,
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
    frozenset({Family.CHINESE, Family.ARTICLE}),
)
"""Families whose labels one list may mix."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A list that is open."""

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
    stated: int = 0
    """Level of the heading that the format says the last label stands in; 0 without one."""
    missing: tuple[int, ...] = ()
    """The number that was left out directly before the last label; empty without one."""


def counted(last: Frame, path: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return from which number a list goes on, and which one was left out right before: 5 behind 3 leaves 4 to come."""
    if path == last.missing:
        return last.path, ()
    skipped = len(path) == 1 and path[0] == last.path[-1] + 2
    return path, (path[0] - 1,) if skipped else ()


def go_on(frame: Frame, label: Label) -> float | None:
    """Return what it costs to take *label* as the next of the list whose last is *frame*; None if it cannot be."""
    if frame.family is not label.family:
        # 8 behind 7.3: the heading 7 is not there, or its rules need none.
        if frame.family is Family.DECIMAL and label.family is Family.ARABIC and len(frame.path) == 2:
            return _GO_ON + _OTHER_KIND if label.path == (frame.path[0] + 1,) else None
        alike = any(frame.family in kin and label.family in kin for kin in _KIN)
        expected = alike and label.path[-1] == frame.path[-1] + 1 and label.variant and frame.variant
        return _GO_ON + _OTHER_KIND if expected and len(label.path) == len(frame.path) == 1 else None
    if label.family is Family.BULLET:
        return 0.6 if frame.variant == label.variant else None
    other = 0.0 if frame.variant == label.variant else _OTHER_SIGN
    if label.family in (Family.DECIMAL, Family.CLAUSE) and (len(label.path) > 1 or len(frame.path) > 1):
        return _go_on_decimal(frame.path, label.path, other)
    if label.path == frame.missing:
        return _FILLS + other
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


def open_list(stack: tuple[Frame, ...], depth: int, label: Label, mark: Mark, marks: tuple[Mark, ...]) -> float | None:
    """Return what it costs to open a list with *label* under the node at ``depth - 1`` (0: under the document)."""
    if depth >= MAX_DEPTH:
        return None
    closed = stack[depth:]
    parent = stack[depth - 1] if depth else None
    if _strays(closed, parent, label, mark):
        return None
    decimal = label.family is Family.DECIMAL and len(label.path) > 1
    if decimal and parent is not None and parent.family is Family.DECIMAL and len(parent.path) >= len(label.path):
        return None
    # An unlabelled line ends with a colon: it introduces a new list, and not one inside the item above it.
    apart = mark.introduced is not None and not (stack and marks[stack[-1].node].line == mark.introduced)
    # Within an article or a chapter such a line begins its next paragraph, which has a list of its own.
    again = mark.grouped or (apart and mark.at_start and parent is not None and parent.family in STRONG)
    score = _OPEN + _first_cost(parent, label, decimal) + _closing_cost(closed, parent, label, decimal, again)
    # 7.4 said twice under 7. stays there.
    if decimal and any(_is_prefix(frame, label) for frame in closed):
        score += _NO_PREFIX
    # 4.4.2 behind 6. and under none: the numbers go back.
    if decimal and parent is None and closed and closed[0].path[:1] > label.path[:1]:
        score += _BACK if closed[0].family in (Family.ARABIC, Family.DECIMAL) else 0.0
    if closed:
        deeper = closed[0].family is label.family and _set_in(closed[0], mark)
        return (
            score
            + (_INTRODUCED if apart else _ELSEWHERE if mark.introduced is not None and mark.at_start else 0.0)
            - (_INDENTED if deeper else 0.0)
            + _parent_cost(stack[:depth], label, mark, share=_NESTED_AGAIN if closed[0].family is label.family else 1.0)
        )
    if parent is not None and parent.before is not None and parent.before[0] is label.family and label.path == (1,):
        score += _AS_BEFORE
    if parent is not None and parent.family is label.family and _set_in(parent, mark):
        # Numbers count, so that a list inside its own kind shows; of bullets only the column tells.
        score += _SET_IN_BULLET if label.family is Family.BULLET else _INDENTED
    if mark.introduced is not None and (parent is None or not apart):
        score += _INTRODUCED
    elif parent is not None and not mark.at_start and marks[parent.node].line == mark.line:
        above = marks[parent.node].start
        heading = mark.clause <= above and mark.start - above <= _HEADING and label.path[-1:] == (1,)
        score += _GLUED_TO_HEADING if heading else _GLUED_CHILD
    elif parent is not None and marks[parent.node].line == mark.headed:
        score += _under_short_line(parent, label)
    if parent is not None and marks[parent.node].titled and label.path[-1:] == (1,) and mark.at_start:
        score += _UNDER_TITLE
    if parent is not None and parent.stated >= GROUP and marks[parent.node].line == mark.line - 1:
        score += _IN_GROUP
    announced = parent is not None and mark.introduced is not None and not apart
    return score + _parent_cost(stack[:depth], label, mark, share=_NESTED_INTRODUCED if announced else 1.0)


def _strays(closed: tuple[Frame, ...], parent: Frame | None, label: Label, mark: Mark) -> bool:
    """Return whether a list would leave the heading it stands under, though it goes on none outside; Section 1 stands beside WELCOME."""
    if label.family is Family.CLAUSE:
        return parent is not None and parent.variant == PLAIN
    return not mark.stated and any(
        frame.family is Family.HEADING and frame.stated < GROUP and not (mark.beside and frame.variant == PLAIN)
        for frame in closed
    )


def _under_short_line(parent: Frame, label: Label) -> float:
    """Return what it is worth that the line right above a list, as short as a heading, is its parent."""
    if parent.family is label.family is Family.BULLET and parent.variant != label.variant:
        return _UNDER_SIGN
    if parent.family is Family.BULLET and label.path == (1,):
        return _COUNTED_UNDER_SIGN
    first = parent.indent >= 0 and (label.path[-1:] == (1,) or label.family is Family.BULLET)
    return _UNDER_HEADING if parent.family is Family.HEADING or first else 0.0


def _set_in(frame: Frame, mark: Mark) -> bool:
    return frame.indent >= 0 and mark.indent >= frame.indent + 2


def _first_cost(parent: Frame | None, label: Label, decimal: bool) -> float:
    """Return what the first number of the new list costs: 1 nothing, a later one more the later it is."""
    first = max(1, label.path[-1]) if label.path else 1  # 0. 定义 stands over 1. 目的
    late = 0.5 if first != 1 else 0.0
    if decimal:
        if parent is None or parent.family is Family.HEADING:
            return -late
        if _is_prefix(parent, label):
            return _PREFIX - late
        return (0.0 if parent.path[-1:] == label.path[:1] else _NO_PREFIX) - late
    if parent is not None and parent.before == (label.family, (*label.path[:-1], first - 1)) and first > 1:
        return _RUNS_ON
    return _OPEN_LATE + _OPEN_LATE_EACH * min(15, first) if first != 1 else 0.0


def _is_prefix(parent: Frame, label: Label) -> bool:
    """Return whether the label counts on below its parent: 3.1 below 3. or 三、, but not below c)."""
    return parent.path == label.path[:-1] and _order(parent.family) <= _ORDER[Family.ARABIC]


def _closing_cost(closed: tuple[Frame, ...], parent: Frame | None, label: Label, decimal: bool, grouped: bool) -> float:
    """Return what it costs to close open lists for the new one, above all when it is one of them begun anew."""
    if not closed:
        return 0.0
    here = label.family in closed[0].seen
    if here or any(frame.family is label.family for frame in closed):
        if label.family is Family.BULLET or decimal:
            return POP_EACH
        if not here:
            return _RESTART + POP_EACH + _CLOSES_OTHER
        if grouped:
            return _RESTART_IN_GROUP
        return _RESTART + (_SECOND_LIST if parent is not None and parent.introduced else 0.0)
    finer = all(_order(frame.family) > _order(label.family) for frame in closed)
    return POP_EACH * 0.3 * len(closed) if finer else _OTHER_LIST + POP_EACH * len(closed)


def _parent_cost(above: tuple[Frame, ...], label: Label, mark: Mark, *, share: float) -> float:
    """Return what it costs that the list stands inside these: one of its own kind (of which *share* counts), or finer.

    A list in the text below a numbered heading is of another kind than the headings, whatever its signs.
    """
    score = 0.0
    outer = [
        frame
        for frame, below in zip_longest(above, above[1:])
        if frame.family is label.family
        and not _heads_outline(frame, below, label)
        and not (frame.stated and not mark.stated and mark.at_start)
    ]
    if outer and label.family is not Family.DECIMAL:
        nested = _NESTED_SAME if any(f.variant == label.variant for f in outer) else _NESTED_OTHER_SIGN
        score += nested * share
    # 2.1 under 2. is as it should be, whatever the order of the signs says.
    prefixed = bool(above) and len(label.path) > 1 and _is_prefix(above[-1], label)
    if above and above[-1].family not in STRONG and not prefixed:
        finer = _order(above[-1].family) - _order(label.family)
        if finer >= 0:
            score += _COARSER + _COARSER_EACH * finer
            if label.path[-1:] not in ((1,), ()):
                score += _COARSER_LATE
    return score


def _heads_outline(frame: Frame, below: Frame | None, label: Label) -> bool:
    """Return whether 3 has 3.1 below it, or 第三条: a list 1. 2. inside that is none of its own kind."""
    if below is None:
        return False
    numbered = below.family is Family.DECIMAL and below.path[:1] == frame.path and frame.variant != label.variant
    return numbered or below.family is Family.ARTICLE


def _order(family: Family) -> float:
    return _ORDER[family] if family in _ORDER else float(STRONG[family])
