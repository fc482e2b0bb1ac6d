"""Lines of a page to the text the stages read: numbers put in front, cells of a data row joined by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from guizhang.importers.readers.extract import AutoLabel, Dropped, Extract
from guizhang.importers.readers.html.page import Drop, Line, Page

LAYOUT = "layout"
_CELL_CHARS = 300
_CELL_LINES = 4
# A list whose items bring their own numbers is one whose style sheet, which we do not have, hides the browser's.
_OWN_NUMBER = re.compile(
    r"\s*(?:第\s*[零〇一二三四五六七八九十百千两\d]{1,6}\s*[编編章节節条條]|[(（][一二三四五六七八九十a-zA-Z\d]{1,4}[)）]"
    r"|[一二三四五六七八九十]{1,3}[、.．]|\d{1,3}(?:\.\d{1,3})*[、.．)）](?!\d)|[a-zA-Z][.、．)）]|[①-⒇㈠-㈩⒈-⒛])"
)


def assemble(page: Page, drops: Iterable[Drop], native_chars: int) -> Extract:
    """Return the extract of a page whose lines are judged."""
    writer = _Writer()
    for owner in {id(line.marker[0]): line.marker[0] for line in page.lines if line.marker}.values():
        owner.count()
    paragraph = 0
    for row, group in groupby(page.lines, key=lambda line: line.row):
        lines = list(group)
        if row is not None and row.plain and _is_data(lines):
            writer.row(lines, f"table {row.table}, row {row.number}")
            continue
        for line in lines:
            paragraph += 1
            place = (
                f"paragraph {paragraph}" if row is None else f"table {row.table}, row {row.number}, cell {line.cell}"
            )
            writer.line(line, place)
    # An empty page still has one (empty) line.
    numbers, places = tuple(writer.numbers) or (1,), tuple(writer.places) or ("paragraph 1",)
    dropped = [Dropped(drop.reason, drop.text, drop.number) for drop in (*page.drops, *drops)]
    dropped.sort(key=lambda drop: drop.line)
    layout = "".join(page.layout)
    if layout:
        dropped.append(Dropped(LAYOUT, layout, numbers[-1]))
    return Extract(
        "\n".join(writer.texts),
        numbers,
        tuple(writer.generated),
        writer.labels,
        writer.headings,
        tuple(dropped),
        places,
        native_chars,
    )


def _is_data(lines: list[Line]) -> bool:
    """Return whether a row is read as one line: short cells, at least two of them."""
    cells: dict[int, list[Line]] = {}
    for line in lines:
        cells.setdefault(line.cell, []).append(line)
    return len(cells) >= 2 and all(
        len(cell) <= _CELL_LINES and sum(len(line.text) for line in cell) <= _CELL_CHARS for cell in cells.values()
    )


class _Writer:
    """Collects the lines of the text and all that is noted about them."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.numbers: list[int] = []
        self.places: list[str] = []
        self.generated: list[tuple[int, int]] = []
        self.labels: dict[int, AutoLabel] = {}
        self.headings: dict[int, int] = {}
        self._length = 0

    def line(self, line: Line, place: str) -> None:
        """Write one line, its automatic number in front."""
        made = ""
        if line.marker is not None:
            owner, item = line.marker
            label = "" if _OWN_NUMBER.match(line.text) else owner.printed(item)
            if not label and not line.text:
                return
            self.labels[len(self.texts) + 1] = AutoLabel(owner.path, owner.level, item.ordinal, label)
            made = f"{label} " if label and label[-1] in ".)" and line.text else label
        if made:
            self.generated.append((self._length, self._length + len(made)))
        if line.heading:
            self.headings[len(self.texts) + 1] = line.heading
        self._add(made + line.text, line.number, place)

    def row(self, lines: list[Line], place: str) -> None:
        """Write a table row: a tab between cells (empty ones count), a blank between the lines of a cell."""
        text = ""
        before = lines[0]
        for line in lines:
            if text:
                made = "\t" * (line.cell - before.cell) or " "
                start = self._length + len(text)
                self.generated.append((start, start + len(made)))
                text += made
            text += line.text
            before = line
        self._add(text, lines[0].number, place)

    def _add(self, text: str, number: int, place: str) -> None:
        self.texts.append(text)
        self.numbers.append(number)
        self.places.append(place)
        self._length += len(text) + 1
