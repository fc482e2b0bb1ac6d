"""Headings that the format itself states, a Word style or a Markdown #: marks beside those of labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from guizhang.importers.lines.folded import Line, has_han
from guizhang.importers.lines.labels import Family, Label
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.titles import title_score
from guizhang.zh.folding import Folded

_STATED = 6.0
_TITLE = 2.0
"""Score of a line whose last word says that it is the title of rules."""


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


def without_titles(view: Folded, lines: list[Line], marks: list[Mark]) -> list[Mark]:
    """Return the marks without stated headings whose words are those of a title of rules.

    Reads: view, lines, marks. Where a document begins is judged by lines without a label; whether a page marks its titles
    as headings or not, the same lines are its titles.
    """

    def is_title(mark: Mark) -> bool:
        line = lines[mark.line]
        return mark.labels[0].family is Family.HEADING and title_score(view.text[line.start : line.end]) >= _TITLE

    return [mark for mark in marks if not is_title(mark)]


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
