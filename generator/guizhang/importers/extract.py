"""What a reader takes out of a container (DOCX, HTML, PDF, XLSX): text, where it stood, and proof that none is missing.

The stages read ``Extract.text`` as they read a decoded text file. What the container states outright (automatic
numbers, heading levels) travels beside the text; what the reader made itself is marked, so it is never counted as source.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

CELL_CHARS = 300
CELL_LINES = 4
"""The longest cell whose lines are read as one, beside the others of its row."""
OWN_NUMBER = re.compile(
    r"\s*(?:第\s*[零〇一二三四五六七八九十百千两\d]{1,6}\s*[编編章节節条條]|[(（][一二三四五六七八九十a-zA-Z\d]{1,4}[)）]"
    r"|[一二三四五六七八九十]{1,3}[、.．]|\d{1,3}(?:\.\d{1,3})*[、.．)）](?!\d)|[a-zA-Z][.、．)）]|[①-⒇㈠-㈩⒈-⒛])"
)
"""What a line of a list begins with that brings its own number."""
_PROVISION = re.compile(rf"{OWN_NUMBER.pattern}|\s*(?:Article|Section|Clause|Chapter|Rule) \d", re.IGNORECASE)
_PROVISION_CHARS = 10
DITTO = "〃"
"""What the reader writes into a cell that is merged with the one above, as people do: each row then stands for itself."""

STRUCK = "struck-out"
"""Why text is left out through which a line is drawn: it holds no more, and only shows what held before."""

GROUP = 10
"""Level of a heading over a group of rows in a table of rules: below every level that Word and web pages have."""

TITLE, BOLD = "title", "bold"
"""How a line is set that no style calls a heading: as the title of the document (centred, larger), or in bold from end to end."""

CORNER = "／"
"""What the reader writes into an empty cell at the start of a row, as people draw a line there: the others keep their places."""

TO_FILL_IN = "＿＿＿＿"
"""What the reader writes into a cell of a form that is to be filled in; without it the last cells of a row would be gone."""


def closed_by(within: Sequence[object]) -> dict[int, int]:
    """Return the lines (from 1) directly behind a list or table -> its first line.

    Args:
        within: Per line the list or table it stands in; ``None`` for one outside of all.
    """
    found: dict[int, int] = {}
    first = 0
    for line, (before, here) in enumerate(pairwise(within), start=2):
        first = first if before is not None and line > 2 and within[line - 3] is before else line - 1
        if before is not None and here is None:
            found[line] = first
    return found


def has_first_column(rows: Sequence[Sequence[bool]]) -> bool:
    """Return whether the first cells of a table are a column that an empty one belongs to.

    Args:
        rows: Whether each cell says something, row by row; those of a single cell are headings.
    """
    several = [row for row in rows if sum(row) > 1]
    return len(several) > 1 and 2 * sum(row[0] for row in several) >= len(several)


def to_fill_in(rows: Sequence[Sequence[bool]]) -> list[frozenset[int]]:
    """Return for each row of a table which cells are to be filled in; none where the table is no form.

    A form has such a cell behind a label in its first row, where another table has the names of its columns, and in most.

    Args:
        rows: Whether each cell says something, row by row; a row of one cell is a heading.
    """
    blanks = [
        frozenset(at for at, filled in enumerate(row) if not filled and any(row[:at])) if len(row) > 1 else frozenset()
        for row in rows
    ]
    cells = [blank for row, blank in zip(rows, blanks, strict=True) if len(row) > 1 and any(row)]
    is_form = len(cells) > 1 and bool(cells[0]) and 2 * sum(map(bool, cells)) > len(cells)
    return blanks if is_form else [frozenset() for _ in rows]


def is_row(cells: Sequence[Sequence[str]]) -> bool:
    """Return whether cells side by side are read as one line: a line a cell, or in some a few short ones that are no rules.

    Where two cells begin with a number of their own, rules stand side by side, as in a handbook in two languages.

    Args:
        cells: The lines of each cell.
    """
    begun = [cell[0] for cell in cells if cell and len(cell[0]) >= _PROVISION_CHARS and _PROVISION.match(cell[0])]
    if len(begun) >= 2:
        return False
    several = [cell for cell in cells if len(cell) > 1]
    short = all(len(cell) <= CELL_LINES and sum(map(len, cell)) <= CELL_CHARS for cell in several)
    return short and not any(OWN_NUMBER.match(line) for cell in several for line in cell)


@dataclass(frozen=True, slots=True)
class AutoLabel:
    """An automatic number the container states outright."""

    list_id: str
    """Which list: abstractNum and num of a DOCX, path of an ``<ol>``."""
    level: int
    """0 for the outermost."""
    ordinal: int
    """The level's counter, from which the number was printed."""
    text: str
    """As printed: 第一条, （一）, 1."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Native text of the container that is not rule text and not in ``Extract.text``."""

    reason: str
    """tracked-deletion, hidden, script, running-head ..."""
    text: str
    """Native characters only: nothing is added between its parts, each one counts in the audit."""
    line: int
    """Nearest reported line (a value of ``Extract.numbers``)."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a container that stands by itself: a sheet of a workbook. No document goes beyond it."""

    line: int
    """Its first line of text, from 1."""
    name: str
    title: int | None
    """The line of its title, where the container shows which one that is."""
    whole: bool
    """Whether it is one document: a table of rules, whose rows have no titles among them."""
    tail: int | None = None
    """The first line behind its rules, of notes and of who signs; they belong to the whole of it, not to the last rule."""


@dataclass(frozen=True, slots=True)
class Extract:
    """Text of one container with provenance; ``audit_extract`` holds what must be true of it."""

    text: str
    """Blocks joined by line feeds; what the stages read as the decoded source. A native line feed is a blank here."""
    numbers: tuple[int, ...]
    """Per line of text, the line number reported to users (DOCX paragraph, PDF extracted line).

    Several text lines may share one (soft line breaks).
    """
    generated: tuple[tuple[int, int], ...]
    """Spans of text the reader made, ascending: automatic numbers with the blank behind them, table separators."""
    labels: Mapping[int, AutoLabel]
    """Text line (from 1) -> automatic number at its start."""
    headings: Mapping[int, int]
    """Text line (from 1) -> outline level (Heading 1 -> 1), ``GROUP`` in a table of rules."""
    dropped: tuple[Dropped, ...]
    """Everything native that is not in the text, each with its reason."""
    places: tuple[str, ...]
    """Per line of text, where in the container, for people: "paragraph 12", "table 1, row 2, cell 3", "footnote 2"."""
    native_chars: int
    """Characters of the container's own text nodes, by a second counter that shares no code with the reader."""
    parts: tuple[Part, ...] = ()
    """What stands by itself in it, in order; none where the container has no parts."""
    looks: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    """Text line (from 1) -> ``TITLE`` or ``BOLD``, of lines that are set apart from the text as such."""
    flush: frozenset[int] = frozenset()
    """Text lines (from 1) that begin a paragraph without a number and without indent, so that no list goes on in them."""
    closed: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    """Text line (from 1) directly behind a list or table of rules, whose end the container states -> the first line of that."""


class ExtractMismatch(AssertionError):
    """A reader broke its contract: it lost or invented text, or its notes do not fit its text. A fault of ours."""


def audit_extract(extract: Extract) -> None:
    """Check that *extract* is whole: characters add up and every note points at a line that exists.

    Characters: native = text - generated - line joins + dropped.

    Raises:
        ExtractMismatch: Something does not add up; the message says what and by how much.
    """
    lines = extract.text.split("\n")
    _require(len(extract.numbers) == len(lines), f"{len(extract.numbers)} line numbers for {len(lines)} lines")
    _require(len(extract.places) == len(lines), f"{len(extract.places)} places for {len(lines)} lines")
    _require(all(number >= 1 for number in extract.numbers), "a reported line number is below 1")
    made = 0
    last = 0
    for start, end in extract.generated:
        _require(last <= start < end <= len(extract.text), f"generated span {start}:{end} is out of order or empty")
        _require("\n" not in extract.text[start:end], f"generated span {start}:{end} crosses a line")
        made += end - start
        last = end
    starts = _line_starts(lines)
    spans = dict(extract.generated)
    for line, label in extract.labels.items():
        _require(1 <= line <= len(lines), f"label on line {line} of {len(lines)}")
        start = starts[line - 1]
        _require(lines[line - 1].startswith(label.text), f"line {line} does not start with its label {label.text!r}")
        _require(
            not label.text or spans.get(start, -1) >= start + len(label.text),
            f"the label on line {line} is not marked as generated",
        )
    for line, level in extract.headings.items():
        _require(1 <= line <= len(lines) and level >= 1, f"heading level {level} on line {line} of {len(lines)}")
    for drop in extract.dropped:
        _require(drop.line >= 1 and bool(drop.reason), f"dropped text without line or reason: {drop.text[:20]!r}")
    kept = len(extract.text) - made - (len(lines) - 1)
    dropped = sum(len(drop.text) for drop in extract.dropped)
    _require(
        kept + dropped == extract.native_chars,
        f"the container has {extract.native_chars} characters, {kept} are kept and {dropped} dropped with a reason",
    )


def _line_starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _require(held: bool, problem: str) -> None:
    if not held:
        raise ExtractMismatch(problem)
