"""Where headings without a number stand in their document: over its lists, or within an item of one.

A list that counts on behind a heading holds it (3. Opening / Morning / … / 4. Closing), unless its next number stands right below: then
the heading names a part of the list. Headings that look alike stand on one level, so that most of them decide for all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from guizhang.importers.furniture.margins import Body
from guizhang.importers.lines.folded import Line
from guizhang.importers.lines.labels import STRONG, Family, Label
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.nesting.costs import PLAIN
from guizhang.importers.nesting.plain_headings import Plain, kind_of

LEVEL = 8
"""Level of a heading that only its look tells: below every one that the format states."""
_PLAUSIBLE = -2.9
_SEVERAL = 2
_BRIEF = 24
"""Longest line of an item, in characters, that is rather the name of what stands below it."""
_SHORT = 44
"""Longest line of a number and the name of a part."""
_PARTS = 3
DOUBTED = -1.0
"""Bias of the label of a heading that only its look tells, and no other one like it."""
_UNDER = 4.5
"""Evidence for a label on the first line under a heading: it goes on no sentence."""

_Key = tuple[Family, tuple[int, ...]]


@dataclass(slots=True)
class _Run:
    """One list."""

    number: int
    places: list[int] = field(default_factory=list)
    """Lines of its labels."""
    holds: bool = False
    """Whether something stands between two of its items."""


def with_plain(lines: Sequence[Line], body: Body, plain: Mapping[int, Plain]) -> Body:
    """Return the body with a mark for each heading without a number that stands over its lists.

    Reads: lines, a body, what looks like a heading. Writes: marks, doubts. Stands behind boundaries, since numbers count within one document.
    """
    # What stands over the title says whose rules they are.
    title = body.extent.title if body.extent.title is not None else -1
    found = {at for start, _ in body.content if (at := _line_at(lines, start)) in plain and at > title}
    places = _agreeing(sorted(found), plain)
    if not places:
        return body
    below = {at: _next_line(body, lines, at) for at in places}
    outside = _outside(places, plain, _runs(lines, body.marks, plain), below)
    looks = Counter(kind_of(plain[at].look) for at, (out, _) in outside.items() if out)
    alone = {at for at in places if looks[kind_of(plain[at].look)] < _SEVERAL}
    # A lone line right under the title, close to it, is rather whose rules they are; one between two rules that count on may be anything.
    over = _line_at(lines, body.content[0][0])
    named = {at for at in alone if at == over and not plain[at].apart}
    between = {at for at in alone if plain[at].over == "count"}
    kept = [at for at, (out, _) in outside.items() if out and at not in named | between]
    told = {at for at in kept if at not in alone or plain[at].apart}
    marks = [_mark(lines[at], at, LEVEL + _is_below(at, kept, plain), sure=at in told) for at in kept]
    under = {below[at]: at for at in kept}
    own = [
        replace(mark, headed=under[mark.line], prior=max(mark.prior, _UNDER))
        if mark.at_start and mark.line in under
        else mark
        for mark in body.marks
    ]
    own = _beside(own, {at: plain[at].opens for at in kept}, under, _outlining(lines, own))
    doubts = tuple(at for at, (out, sure) in outside.items() if at in between or not (out or sure))
    return replace(body, marks=tuple(sorted([*own, *marks], key=lambda mark: mark.start)), doubts=doubts)


def _outlining(lines: Sequence[Line], marks: Sequence[Mark]) -> set[Family]:
    """Return which numbers stand over parts of the document: on short lines, three at least, and each with something below it."""
    starting = [mark for mark in marks if mark.at_start and mark.prior > _PLAUSIBLE and mark.labels[0].path]
    rows: dict[Family, list[bool]] = defaultdict(list)
    for mark, after in pairwise([*starting, None]):
        if mark is None or len(mark.labels[0].path) > 1:
            continue
        line = lines[mark.line]
        below = next((one for one in lines[mark.line + 1 : mark.line + 4] if not one.blank), None)
        alone = below is None or (after is not None and after.line == below.number - 1 and _is_next(mark, after))
        rows[mark.labels[0].family].append(line.end - line.start <= _SHORT and not alone)
    return {family for family, row in rows.items() if len(row) >= _PARTS and all(row)}


def _is_next(mark: Mark, after: Mark) -> bool:
    return mark.labels[0].family is after.labels[0].family


def _beside(
    marks: list[Mark], headings: Mapping[int, bool], under: Mapping[int, int], outlining: Collection[Family]
) -> list[Mark]:
    """Return the marks, with those named that begin a list beside the heading above: RULE 1 behind WELCOME and a few words.

    No heading stands over a list that begins behind its text, unless another heading stands right over a label of that list.
    Numbers without a word may well be the list of a heading with text, other than of words to the reader, unless each of them stands over a part.

    Args:
        marks: The labels of a document.
        headings: Lines of its headings without a number -> whether words to the reader are called so.
        under: Line right below a heading -> the heading.
        outlining: Which numbers stand over parts of the document.
    """
    held = {mark.labels[0].family for mark in marks if mark.at_start and mark.line in under}
    lines = sorted(headings)
    begun: set[Family] = set()
    found: list[Mark] = []
    above = -1  # line of the last label
    for mark in marks:
        label = mark.labels[0]
        starting = mark.at_start and mark.prior > _PLAUSIBLE
        place = bisect_left(lines, mark.line)
        over = lines[place - 1] if place else -1
        first = starting and above < over and label.path == (1,) and label.family not in begun
        if starting:
            begun.add(label.family)
            above = mark.line
        beside = (
            first
            and mark.introduced is None
            and label.family not in held
            and (mark.strong or headings[over] or (place == 1 and label.family in outlining))
        )
        found.append(replace(mark, beside=True) if beside else mark)
    return found


def _agreeing(places: Sequence[int], plain: Mapping[int, Plain]) -> list[int]:
    """Return the lines without those that only others like them make headings: Trips: over a list, a line over lines without stops."""
    looks = Counter(plain[at].look for at in places if plain[at].over != "lines")
    return [
        at
        for at in places
        if looks[plain[at].look] >= _SEVERAL or not (plain[at].over == "lines" or kind_of(plain[at].look) == "colon")
    ]


def _line_at(lines: Sequence[Line], start: int) -> int:
    return bisect_left(lines, start, key=lambda line: line.end)


def _mark(line: Line, at: int, level: int, *, sure: bool) -> Mark:
    label = Label(line.start, line.start, Family.HEADING, PLAIN, (level,), 0.0 if sure else DOUBTED)
    return Mark(line.start, at, True, (label,), 9.0, None, stated=level)


def _is_below(at: int, kept: Iterable[int], plain: Mapping[int, Plain]) -> bool:
    """Return whether the heading belongs under one that looks otherwise and has headings right below it: HYGIENE / Hands / …."""
    if plain[at].over == "heading":
        return False
    kind = kind_of(plain[at].look)
    return any(plain[place].over == "heading" and kind_of(plain[place].look) != kind for place in kept if place < at)


def _runs(lines: Sequence[Line], marks: Iterable[Mark], plain: Mapping[int, Plain]) -> list[_Run]:
    """Return the numbered lists of a document, by their numbers alone; a list that begins anew may stand within the one before."""
    found: list[_Run] = []
    stacks: dict[_Key, list[_Run]] = defaultdict(list)
    last: _Run | None = None
    above, brief = -1, False
    for mark in marks:
        label = mark.labels[0]
        if not mark.at_start or mark.prior <= _PLAUSIBLE or mark.line in plain:
            continue
        if label.family in STRONG and label.family is not Family.ARTICLE:
            stacks.clear()
            continue
        run = _take(stacks[(label.family, label.path[:-1])], label.path[-1], mark.line, found) if label.path else None
        if run is not None and len(run.places) > 1 and (last is not run or (brief and mark.line > above + 1)):
            run.holds = True
        last, above = run, mark.line
        brief = lines[above].end - mark.start <= _BRIEF
    return found


def _take(stack: list[_Run], number: int, line: int, found: list[_Run]) -> _Run:
    depth = next(
        (at for at in range(len(stack) - 1, max(-1, len(stack) - 5), -1) if stack[at].number + 1 == number), -1
    )
    if depth < 0 and stack and number > 1 and number > stack[-1].number:
        depth = len(stack) - 1
    if depth < 0:
        stack.append(_Run(number))
        found.append(stack[-1])
    else:
        del stack[depth + 1 :]
    stack[-1].number = number
    stack[-1].places.append(line)
    return stack[-1]


def _outside(
    places: Sequence[int], plain: Mapping[int, Plain], runs: Sequence[_Run], below: Mapping[int, int]
) -> dict[int, tuple[bool, bool]]:
    """Return for each line whether it stands over the lists of the document, and whether that is sure.

    Args:
        places: The lines.
        plain: What they look like.
        runs: The lists of the document.
        below: The line right below each.
    """
    outside: dict[int, tuple[bool, bool]] = {}
    since = -1
    seen: set[str] = set()
    for at in places:
        one = plain[at]
        open_ = [run for run in runs if run.places[0] < at]
        held = any(at < run.places[-1] and below[at] not in run.places for run in open_)
        counts = one.over == "count" and not any(below[at] in run.places for run in open_)
        # The last item of a list whose items hold something may well hold this too, where no heading like it stood above.
        last = [run for run in open_ if since < run.places[0] and run.places[-1] < at]
        perhaps = any(run.holds and len(run.places) >= _SEVERAL for run in last) and kind_of(one.look) not in seen
        outside[at] = not (held or counts or perhaps), held or counts
        if outside[at][0]:
            since = at
            seen.add(kind_of(one.look))
    votes = Counter((plain[at].look, out) for at, (out, _) in outside.items())
    for at, (out, sure) in outside.items():
        most = votes[plain[at].look, True] - votes[plain[at].look, False]
        if plain[at].over != "count" and most and (most > 0) != out:
            outside[at] = most > 0, sure
    return outside


def _next_line(body: Body, lines: Sequence[Line], at: int) -> int:
    """Return the line directly below a heading, blank ones aside."""
    place = bisect_right(body.content, (lines[at].end, 0), key=lambda span: (span[0], 0))
    return _line_at(lines, body.content[place][0]) if place < len(body.content) else -1
