"""Notes below a table: 注：1. … and 2. … are what is to be noted of it, and no items of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guizhang.importers.extract import Part
from guizhang.importers.lines.cells import has_cells
from guizhang.importers.lines.folded import Line
from guizhang.importers.lines.lattice import Mark
from guizhang.zh.folding import Folded

_NOTE = re.compile(r"[*※]?(?:附?注|备注|附注|说明|注意(?:事项)?|notes?|remarks?) ?(?:\d{1,2})? ?[:.、]", re.IGNORECASE)
_NOTED = 9.0


def without_notes(view: Folded, lines: Sequence[Line], marks: list[Mark], parts: Sequence[Part]) -> list[Mark]:
    """Return the marks, those in notes below the tables of a workbook lowered so far that they are no labels.

    Reads: view, lines, marks, parts. Writes: marks. Stands before all who ask what a line begins with.
    """
    if not parts:
        return marks
    noted: set[int] = set()
    strong = {mark.line for mark in marks if mark.strong and mark.at_start}
    for part, stop in zip(parts, [*(part.line - 1 for part in parts[1:]), len(lines)], strict=True):
        tabled = noting = False
        for index in range(part.line - 1, stop):
            line = lines[index]
            row = has_cells(view, line.start, line.end) or (
                part.tail is not None and part.line <= index + 1 < part.tail
            )
            tabled = tabled or row
            noting = (noting or (tabled and _NOTE.match(view.text, line.start, line.end) is not None)) and not (
                row or index in strong
            )
            if noting:
                noted.add(index)
    return [replace(mark, prior=mark.prior - _NOTED) if mark.line in noted else mark for mark in marks]
