"""Headings that the format itself states, a Word style or a Markdown #: marks beside those of labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from guizhang.importers.labels import Family, Label
from guizhang.importers.lattice import Mark
from guizhang.importers.lines import Line, has_han
from guizhang.zh.folding import Folded

_STATED = 6.0


def add_headings(view: Folded, lines: list[Line], marks: list[Mark], headings: Mapping[int, int]) -> list[Mark]:
    """Return the marks together with one for each heading that the format states and that has no label.

    Reads: lines, marks, headings. Writes: marks. Stands behind the search for labels, since a labelled heading is
    ranked by its label.
    """
    if not headings:
        return marks
    marks = [_in_heading(mark, headings) if mark.at_start else mark for mark in marks]
    labelled = {mark.line for mark in marks if mark.at_start}
    stated = [
        Mark(line.start, number - 1, True, (_heading_label(line, level),), 9.0, None, stated=level)
        for number, level in headings.items()
        if number - 1 not in labelled
        and not (line := lines[number - 1]).blank
        and not _is_translated(view, lines, number, headings)
    ]
    return sorted([*marks, *stated], key=lambda mark: mark.start)


def _is_translated(view: Folded, lines: list[Line], number: int, headings: Mapping[int, int]) -> bool:
    """Return whether a heading says what the one directly above it says, in the other language."""
    if number < 2 or headings.get(number - 1) != headings[number]:
        return False
    over, text = (view.text[line.start : line.end] for line in lines[number - 2 : number])
    return has_han(text) != has_han(over)


def _in_heading(mark: Mark, headings: Mapping[int, int]) -> Mark:
    level = headings.get(mark.line + 1, 0)
    # A bare number begins many a line; in a heading it is its label.
    return (
        replace(mark, prior=mark.prior + (0.0 if mark.labels[0].variant else _STATED), stated=level) if level else mark
    )


def _heading_label(line: Line, level: int) -> Label:
    return Label(line.start, line.start, Family.HEADING, str(level), (level,))
