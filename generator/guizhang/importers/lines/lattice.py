"""Every place where a label may stand, at line starts and glued to text, and how likely it is one by its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from guizhang.importers.lines.above import colon_above, heading_above, is_grouped
from guizhang.importers.lines.breaks import broken_lines
from guizhang.importers.lines.evidence import weigh
from guizhang.importers.lines.folded import Line
from guizhang.importers.lines.labels import (
    AT_START,
    BROKEN,
    INLINE,
    JOINED_DECIMAL,
    STRONG,
    WORDLESS,
    Family,
    Label,
    read_broken,
    read_labels,
)
from guizhang.importers.lines.quotes import Quotes
from guizhang.importers.lines.titles import title_score
from guizhang.zh.folding import Folded


@dataclass(frozen=True, slots=True)
class Mark:
    """One place where a label may stand."""

    start: int
    line: int
    """Index of its line (number - 1)."""
    at_start: bool
    labels: tuple[Label, ...]
    """Its readings; at least one."""
    prior: float
    """Evidence of the neighbouring characters that a label stands here: above 0 for, below 0 against."""
    introduced: int | None
    """Index of the line whose colon comes directly before it, so that a list is to be expected; None without one."""
    clause: int = 0
    """Where the clause it is glued to begins: behind the last stop or comma before it in the line."""
    indent: int = -1
    """Blanks before it where it starts its line; -1 within a line."""

    grouped: bool = False
    """Whether a short line without a label stands directly above it, such as the name of a part of the list."""
    stated: int = 0
    """Level from 1 of the heading that the format says its line is; 0 without one."""
    headed: int | None = None
    """Index of the line above, where that is as short as a heading; None without one."""
    titled: bool = False
    """Whether the words behind it in its line are the title of rules."""
    beside: bool = False
    """Whether its list stands beside the heading above it that only its look tells, and not below that."""

    @property
    def strong(self) -> bool:
        """Whether it would be a 编, 章, 节 or 条."""
        return self.labels[0].family in STRONG

    @property
    def first(self) -> int:
        """Where the label begins if it is the first of its list: 制度11、 is 制度1 and 1、."""
        return next((label.start for label in self.labels if set(label.path) == {1}), self.start)


_NEAR = 64
"""How far back the beginning of a clause is looked for: further than any heading is long."""
_TITLE = 2.0
_RUN = 3
_IN_RUN = 0.7
_SPARE = (Family.CIRCLED,)
"""Signs that seldom stand between words for anything else."""
_REFUSED = -4.2  # quoted, or refused by two signs: not even a run makes it a label


def find_marks(view: Folded, lines: list[Line], *, alone: bool = False) -> list[Mark]:
    """Return every possible label in order of place, with overlapping matches already out.

    Args:
        view: The folded text.
        lines: The lines to look at.
        alone: Look at each line as if nothing stood before it; for lines whose beginning has been cut off.

    Reads: view, lines. Writes: marks. Stands before every decision: chains and nesting only choose among its marks.
    """
    if alone:
        return [mark for line in lines for mark in _marks_of_cut_line(view, line)]
    text = view.text
    marks: list[Mark] = []
    broken = broken_lines(view, lines)
    quotes = Quotes(text)
    in_two = {match.start(): match for match in BROKEN.finditer(text)}
    reached = 0
    outlined: set[str] = set()
    wordless = [_without_last(text, *match.span()) for match in WORDLESS.finditer(text)]
    for line in lines:
        if line.blank:
            continue
        while wordless and wordless[0][1] <= line.start:
            del wordless[0]
        index = line.number - 1
        place = max(line.start, reached)  # behind a label that began in the line above
        end = line.end
        place, end = _outside(place, end, wordless[0]) if wordless else (place, end)
        if place >= end:
            continue
        split = next((in_two[at] for at in range(max(place, end - 8), end) if at in in_two), None) if in_two else None
        end = split.start() if split else end
        first = _at_start(text, place, end) if place == line.start else None
        row = len(marks)
        if first is None and place == line.start and (again := _said_again(text, place, end, outlined)):
            _add(
                marks,
                text,
                line.start,
                [replace(label, start=place) for label in read_labels(again)],
                line,
                broken.get(index, 0.0),
                quotes,
            )
            place = again.end()
        if first is not None:
            labels, place = _behind_bullet(text, read_labels(first), first.end(), end)
            _add(marks, text, line.start, labels, line, broken.get(index, 0.0), quotes)
        for match in INLINE.finditer(text, place, end):
            if match["run"]:
                marks += _bare_run(match, index, line)
            else:
                _add(marks, text, match.start(), read_labels(match), line, broken.get(index, 0.0), quotes)
        if split and (labels := read_broken(split)):
            _add(marks, text, split.start(), labels, line, broken.get(index, 0.0), quotes)
            reached = split.end()
        _join_runs(text, marks, row)
    return marks


def _at_start(text: str, place: int, end: int) -> re.Match[str] | None:
    """Return the label with which a line begins, if there is one."""
    joined = JOINED_DECIMAL.match(text, place, end)
    return joined if joined or INLINE.match(text, place, end) else AT_START.match(text, place, end)


def _without_last(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without its last line: the label there may have its words behind it."""
    line = text.rfind("\n", start, end)
    return start, line if line >= 0 else max(start, end - _NEAR)


def _outside(place: int, end: int, span: tuple[int, int]) -> tuple[int, int]:
    """Return the part of a line before *span*, or else behind it."""
    if span[0] >= end:
        return place, end
    return (place, span[0]) if place < span[0] else (max(place, span[1]), end)


def _behind_bullet(text: str, labels: list[Label], place: int, end: int) -> tuple[list[Label], int]:
    """Return the label that stands behind a bullet, • A) …, with the bullet as a part of it, and where it ends.

    Args:
        text: The folded text.
        labels: Readings of what begins the line; they are returned where it is no bullet, or none stands behind it.
        place: Where they end.
        end: Where the line ends.
    """
    if not labels or labels[0].family is not Family.BULLET:
        return labels, place
    at = place
    while at < end and text[at] == " ":
        at += 1
    found = INLINE.match(text, at, end)
    read = [] if found is None or found["run"] else read_labels(found)
    if found is None or not read or read[0].family in STRONG or read[0].family is Family.DECIMAL:
        return labels, place
    return [replace(label, start=labels[0].start) for label in read], found.end()


def _said_again(text: str, place: int, end: int, outlined: set[str]) -> re.Match[str] | None:
    """Return the match of (b) in 13.1.4(b), where a line before has begun with 13.1.4: that is said again in front of each of its items.

    Args:
        text: The folded text.
        place: Where the line begins.
        end: Where it ends.
        outlined: The figures with which lines have begun so far; those of this line are added.
    """
    found = INLINE.match(text, place, end) if text[place].isdigit() else None
    if found is None or not found["decimal"]:
        return None
    if found["decimal"] not in outlined:
        outlined.add(found["decimal"])
        return None
    return INLINE.match(text, found.end(), end) if text.startswith("(", found.end()) else None


def _marks_of_cut_line(view: Folded, line: Line) -> list[Mark]:
    # Patterns look behind their match, so what was cut off has to be really gone.
    # The line below stays, since a label may be broken by the end of this one.
    stop = view.text.find("\n", line.end + 1)
    piece = replace(view, text=view.text[line.start : stop if stop >= 0 else None])
    return [
        replace(
            mark,
            start=mark.start + line.start,
            clause=mark.clause + line.start,
            labels=tuple(_moved(label, line.start) for label in mark.labels),
        )
        for mark in find_marks(piece, [Line(line.number, 0, line.end - line.start)])
    ]


def _moved(label: Label, by: int) -> Label:
    return replace(label, start=label.start + by, end=label.end + by)


def _add(
    marks: list[Mark],
    text: str,
    start: int,
    labels: list[Label],
    line: Line,
    broken: float,
    quotes: Quotes,
) -> None:
    if not labels:
        return
    at_start = start == line.start
    prior, by_colon = weigh(text, labels[0], line, at_start, broken, quotes.hold(start))
    index = line.number - 1
    introduced = index if by_colon else colon_above(text, line) if at_start else None
    indent = line.start - text.rfind("\n", 0, line.start) - 1 if at_start else -1
    near = max(line.start, start - _NEAR)
    clause = max(near - 1, *(text.rfind(sign, near, start) for sign in "。!?;:,")) + 1
    grouped = at_start and is_grouped(text, line)
    headed = heading_above(text, line) if at_start else None
    marks.append(
        Mark(
            start,
            index,
            at_start,
            tuple(labels),
            prior,
            introduced,
            max(clause, line.start),
            indent,
            grouped,
            headed=headed,
            titled=at_start and title_score(text[labels[0].end : line.end].strip()) >= _TITLE,
        )
    )


def _join_runs(text: str, marks: list[Mark], row: int) -> None:
    """Raise labels of a line that count on from each other behind commas: 1、立岗，2、巡逻，3、引导 is a list of three.

    Args:
        text: The folded text.
        marks: The marks found so far; those of the line are replaced in place.
        row: Index of the line's first mark.
    """
    run: list[int] = []
    for place in range(row, len(marks) + 1):
        label = marks[place].labels[0] if place < len(marks) else None
        if run and label is not None:
            last = marks[run[-1]].labels[0]
            # Words between the two, ended by a comma or a blank; behind a colon the label alone will do, and ① anywhere.
            apart = text[label.start - 1] in ",; 。、" or (
                label.family in _SPARE if marks[run[0]].at_start else marks[run[0]].introduced is not None
            )
            if (
                (label.family, label.variant) == (last.family, last.variant)
                and label.path[:-1] == last.path[:-1]
                and 0 < label.path[-1] - last.path[-1] <= (2 if label.family is Family.CIRCLED else 1)
                and marks[place].prior > _REFUSED
                and label.start - last.end >= (3 if text[label.start - 1] in ",; 。、" else 2)
                and apart
            ):
                run.append(place)
                continue
        # Two are enough where a semicolon ends the first: 丢失的,1、报告;2、补办。
        pair = len(run) == _RUN - 1 and text[marks[run[1]].start - 1] == ";"
        if len(run) >= _RUN or (pair and marks[run[0]].labels[0].path[-1] == 1):
            family = marks[run[0]].labels[0].family
            for at in run:
                if not marks[at].at_start:
                    marks[at] = replace(
                        marks[at], prior=max(marks[at].prior, _IN_RUN * (3 if family is Family.CIRCLED else 1))
                    )
        run = [place] if label is not None and label.variant and label.path and label.family not in STRONG else []


def _bare_run(match: re.Match[str], index: int, line: Line) -> list[Mark]:
    """Return the labels of a list whose texts were lost: 一、123二、 is one of three under 一."""
    start, end = match.span("run")
    last = match.end()
    return [
        Mark(place, index, False, (Label(place, last if place == end - 1 else place + 1, Family.ARABIC, "", (n,)),),
             0.5, None, line.start)
        for n, place in enumerate(range(start, end), start=1)
    ]  # fmt: skip
