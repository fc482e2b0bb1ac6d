"""Lines that say when rules were made or amended: 98.3.1订定, 中华民国98年3月1日修正. They head a document and are no rule of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guizhang.importers.lines.folded import Line
from guizhang.importers.lines.lattice import Mark
from guizhang.zh.folding import Folded

_DONE = r"(?:订定|增订|修正|修订|制定|制订|订立|废止|发布|公布|颁布|施行|实施|核定|核准|备查|通过|生效|起(?:施行|实施|执行|生效)?)"
_DATE = (
    r"(?:(?:中华民国|民国|公元|西元)? ?(?:19|20)\d{2}|(?:中华民国|民国) ?\d{2,3}|(?:[6-9]\d|1[0-4]\d))"
    r" ?[年./-] ?\d{1,2} ?[月./-] ?\d{1,2} ?日?"
)
"""A year of the Republic stands alone from 60 on: 3.1.2 is a number of rules."""
_LINE = re.compile(
    rf"[(（]?(?:本(?:办法|规定|要点|规则)?[于自]?)?{_DATE}(?:[^。;]{{0,40}}{_DONE}(?:[^。;]{{0,16}})?)?[)）]?"
)
_AMENDED = re.compile(rf"{_DATE}[^。;]{{0,40}}{_DONE}")
_IN_TABLE = 9.0


def is_date_line(text: str) -> bool:
    """Return whether a line, folded, says when the rules were made or amended, and nothing else."""
    return _LINE.fullmatch(text.strip()) is not None


def says_when_made(text: str) -> bool:
    """Return whether a line is such a date together with what was done on it."""
    return is_date_line(text) and _AMENDED.search(text) is not None


def without_dates(view: Folded, lines: Sequence[Line], marks: list[Mark]) -> list[Mark]:
    """Return the marks, those in lines of dates lowered so far that they are no labels.

    Reads: view, lines, marks. Writes: marks. Stands before all who ask what a line begins with.
    """
    dates = {
        mark.line
        for mark in marks
        if mark.at_start and is_date_line(view.text[lines[mark.line].start : lines[mark.line].end])
    }
    return [replace(mark, prior=mark.prior - _IN_TABLE) if mark.line in dates else mark for mark in marks]
