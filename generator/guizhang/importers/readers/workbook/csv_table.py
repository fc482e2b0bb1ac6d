"""CSV: a sheet saved as text. Its rows are read as those of a workbook are."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from pathlib import PurePath

from guizhang.importers.extract import Dropped, Extract
from guizhang.importers.readers.composing import put_together
from guizhang.importers.readers.tables.heads import Line
from guizhang.importers.readers.tables.rows import counted_only, fill_in, sheet_rows
from guizhang.importers.readers.tables.rules import read_rules
from guizhang.importers.readers.tables.sections import read_sections
from guizhang.importers.readers.workbook.sheets import Sheet, title_at, titled

SUFFIXES = (".csv", ".tsv")

_SIGNS = (",", "\t", ";")
_MOST = 0.6
"""Of the rows that say something this share has as many cells as most, where a sign parts cells and not words."""


def read(text: str, path: str) -> Extract | None:
    """Return the rows as lines of text; ``None`` where no sign parts the lines into columns, so that it is no table.

    Args:
        text: What the file says.
        path: Its name, which may say what the table is about.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    sign = _sign(text)
    if sign is None:
        return None
    name = PurePath(path).stem
    dropped: list[Dropped] = []
    found = _lines(text, sign, dropped)
    rules = read_sections(found, f"sheet {name}") or read_rules(found, (), f"sheet {name}", name)
    if rules is not None:
        rows = rules.rows
        dropped += [Dropped(why, said, at) for why, said, at in rules.dropped]
    else:
        for line in counted_only(found):
            found.remove(line)
            dropped.append(Dropped("empty-cell", line.words(line.own[0]), line.at))
        used = {at for line in found for at in line.cells}
        rows = sheet_rows(name, found, sorted(used | fill_in(found)), lambda _: None)
    # Without a name of its own: the file has one sheet, and its lines are known by their numbers.
    sheet = Sheet("", tuple(rows), title_at(found, rows), rules is not None, rules.end if rules else 0)
    rows, parts = titled([sheet], dropped)
    return replace(put_together(rows, dropped, _count(text, sign)), parts=parts)


def _lines(text: str, sign: str, dropped: list[Dropped]) -> list[Line]:
    """Return the rows that say something; cells of blanks are dropped."""
    found: list[Line] = []
    rows = csv.reader(text.splitlines(keepends=True), delimiter=sign)
    begin = 1
    for row in rows:
        said = {at: cell for at, cell in enumerate(row, start=1) if cell.strip()}
        dropped += [Dropped("layout", cell.replace("\n", ""), begin) for cell in row if cell and not cell.strip()]
        if said:
            found.append(Line(begin, {at: cell.split("\n") for at, cell in said.items()}))
        begin = rows.line_num + 1
    return found


def _sign(text: str) -> str | None:
    """Return the sign that parts most rows into as many cells."""
    best: tuple[float, int, str] | None = None
    for sign in _SIGNS:
        try:
            widths = Counter(len(row) for row in csv.reader(text.split("\n"), delimiter=sign) if any(row))
        except csv.Error:
            continue  # a field beyond all measure is none
        width, rows = max(widths.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
        share = rows / max(1, widths.total())
        if width > 1 and widths.total() > 1 and share >= _MOST and (best is None or (share, width) > best[:2]):
            best = share, width, sign
    return best[2] if best else None


def _count(text: str, sign: str) -> int:
    """Count what the cells say by another way than the reader: all signs but line feeds, those between cells and quotes."""
    total = 0
    begins, quoted, closed = True, False, False
    for here in text:
        if quoted and here == '"':
            quoted, closed = False, True
            continue
        if here == '"' and (begins or closed):
            # Twice within quotes it is a quote that is said.
            total += closed
            quoted, closed, begins = True, False, False
            continue
        apart = not quoted and here in (sign, "\n")
        total += not apart and here != "\n"
        begins, closed = apart, False
    return total
