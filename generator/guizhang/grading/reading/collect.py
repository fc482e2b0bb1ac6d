"""Tables to answer sheets: who wrote what in which cell, with everything that was said twice shown and not merged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from guizhang.diagnostics import Diagnostic, Source
from guizhang.grading import faults
from guizhang.grading.answers import is_blank, says_absent
from guizhang.grading.reading import row_faults
from guizhang.grading.reading.columns import Column, Header, Kind, recognise_header, rows_under
from guizhang.grading.reading.people import People
from guizhang.model.form import ExamRecord
from guizhang.tables.table import Damage, Place, Row, Table

EXAM_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])")
"""An exam's identifier, as papers and workbooks print it."""
SHEET_NAME = "responses"
"""The sheet of the scoring workbook that people type into."""

TableKey = tuple[str, str]
"""Path, and name of the worksheet; ``""`` for text files."""
RowKey = tuple[str, str, int]
"""The same and the line."""


class Entry(NamedTuple):
    """What one cell says."""

    text: str
    table: Table
    line: int
    at: int
    """Column, from 0."""
    heading: str
    damage: Damage | None = None

    @property
    def place(self) -> Place:
        """Where the cell stands."""
        return self.table.place(self.line, self.at, self.heading)


class Answers(NamedTuple):
    """A row of answers, one column a question, as long as no other row says anything about them."""

    table: Table
    row: Row
    columns: Mapping[int, Column]
    """Question number -> column."""

    def entry(self, number: int) -> Entry | None:
        """Return what the cell of a question says; ``None`` where it is empty."""
        column = self.columns.get(number)
        if column is None:
            return None
        text, damage = self.row.text(column.index), self.row.damage.get(column.index)
        if not text and damage is None:
            return None
        return Entry(text, self.table, self.row.line, column.index, column.heading, damage)


@dataclass(slots=True)
class Sheet:
    """Everything the files say about one candidate."""

    candidate: Entry
    identity: str
    """Id on the roster, or as written."""
    place: Place
    """The first row."""
    known: bool = True
    """Whether this person may sit the exam."""
    name: Entry | None = None
    form: Entry | None = None
    practical: Entry | None = None
    wide: Answers | None = None
    """The one row of answers; ten thousand of them have half a million cells, most of which nobody asks for by place."""
    answers: dict[int, Entry] = field(default_factory=dict)
    """Answers that were given cell by cell: see `spread`."""
    points: dict[int, Entry] = field(default_factory=dict)
    by_item: dict[str, tuple[Entry | None, Entry | None]] = field(default_factory=dict)
    """Item id -> answer and points, where a row names the item instead of the question's number."""
    ratings: list[tuple[Entry, str, dict[str, Decimal]]] = field(default_factory=list)
    """Rows of the practical part: rater's cell, rater, criterion -> points."""
    moved: bool = False
    """Whether a row could not be read at all, because its cells do not stand under their headings."""
    first: tuple[Header, Row, Place] | None = None
    """The first row with answers in columns, to compare a second one with."""
    rows: list[RowKey] = field(default_factory=list)

    def spread(self) -> dict[int, Entry]:
        """Return the answers cell by cell, so that others can be held against them."""
        if self.wide is not None:
            for number in self.wide.columns:
                if (entry := self.wide.entry(number)) is not None:
                    self.answers[number] = entry
            self.wide = None
        return self.answers

    def answer(self, number: int) -> Entry | None:
        """Return the cell that answers a question."""
        return self.wide.entry(number) if self.wide is not None else self.answers.get(number)

    def given(self) -> Iterator[Entry]:
        """Yield every cell that holds something for an answer."""
        if self.wide is None:
            yield from self.answers.values()
        else:
            yield from filter(None, map(self.wide.entry, self.wide.columns))

    @property
    def answered(self) -> bool:
        """Whether any question has an answer: not where the cells only say that the person was absent."""
        cells = self.given()
        first = next(cells, None)
        if first is None or not says_absent(first.text):
            return first is not None
        return not all(says_absent(cell.text) or is_blank(cell.text) for cell in cells)


@dataclass(slots=True)
class Collected:
    """What all tables hold together."""

    people: People
    sheets: dict[str, Sheet] = field(default_factory=dict)
    """By identity, in order of appearance; people nobody knows under what was written."""
    rows: dict[TableKey, list[int]] = field(default_factory=dict)
    """Lines of every row that holds something."""
    blank_rows: dict[TableKey, int] = field(default_factory=dict)
    """Rows under the header that hold nothing, or the header again."""
    headers: dict[TableKey, Header] = field(default_factory=dict)
    points_rows: dict[TableKey, dict[str, int]] = field(default_factory=dict)
    """One answer a row: what stood for a question and meant the points of one -> its number."""
    left_out: set[TableKey] = field(default_factory=set)
    """Tables of another exam, or without a header, of which nothing is taken."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def table_key(table: Table) -> TableKey:
    """Return what tells a table from others."""
    return table.path, table.sheet or ""


def answer_sheet(tables: Sequence[Table], stems: Mapping[str, int]) -> Table:
    """Return the table that holds answers: the sheet named ``Responses``, else the first with a header we know, else the first."""
    named = [table for table in tables if SHEET_NAME in (table.sheet or "").casefold()]
    return next((table for table in named or tables if recognise_header(table, stems)), (named or tables)[0])


def begin(table: Table, header: Header | None, into: Collected, record: ExamRecord) -> bool:
    """Count the rows of a table and tell whether they are of this exam and can be read."""
    key = table_key(table)
    if header is None:
        first = next((row.line for row in table.rows if not row.blank), 1)
        into.diagnostics.append(faults.no_header(table.place(first)))
        into.rows[key] = [row.line for row in table.rows if not row.blank]
        into.left_out.add(key)
        return False
    into.headers[key] = header
    filled = [row.line for row in rows_under(table, header) if not row.blank]
    into.blank_rows[key] = sum(row.line > header.line for row in table.rows) - len(filled)
    into.rows[key] = filled
    foreign = list(_other_exam(table, header, record))
    into.diagnostics += foreign
    if foreign:
        into.left_out.add(key)
        return False
    into.diagnostics += _merged(table, header)
    if not filled:
        into.diagnostics.append(faults.no_rows(table.place(header.line)))
    return True


def _other_exam(table: Table, header: Header, record: ExamRecord) -> Iterator[Diagnostic]:
    """Yield RSP011 for another exam's identifier: in the properties, above the header or in a column of its own."""
    # What a candidate added later was given carries an identifier of its own.
    known = {record.exam_id, *record.walk_ins.values()}
    # The scoring workbook carries the exam's identifier in its title, where nobody types over it.
    titled = EXAM_ID.search(table.title)
    if titled and titled[0] not in known:
        yield faults.other_exam(Place(Source(table.path)), titled[0], record.exam_id)
    for row in table.rows:
        if row.line >= header.line:
            break
        for index, text in enumerate(row.texts):
            found = EXAM_ID.search(text)
            if found and found[0] not in known:
                yield faults.other_exam(table.place(row.line, index), found[0], record.exam_id)
    column = header.first(Kind.EXAM)
    if column is not None:
        wrong = [row for row in rows_under(table, header) if row.text(column.index) not in {"", *known}]
        for row in wrong[:1]:  # one wrong file is one fault, not forty
            place = table.place(row.line, column.index, column.heading)
            yield faults.other_exam(place, row.text(column.index), record.exam_id)


def _merged(table: Table, header: Header) -> Iterator[Diagnostic]:
    """Yield RSP045 for every row under the header that a merged cell reaches into: whose is its content?"""
    used = {column.index + 1 for column in header.columns if column.kind is not Kind.IGNORED}
    for top, left, bottom, right in table.merged:
        if bottom <= header.line or used.isdisjoint(range(left, right + 1)):
            continue
        for line in range(max(top, header.line + 1), bottom + 1):
            yield row_faults.merged(table.place(line, left - 1), (top, left, bottom, right))


def check_header(table: Table, header: Header, last: int, keyed: frozenset[int]) -> Iterator[Diagnostic]:
    """Yield what is the matter with the columns of answers.

    Args:
        table: The rows of one file.
        header: Its header.
        last: Number of the last question on the longest form.
        keyed: Questions that must have an answer column when the table has any.
    """
    seen: dict[tuple[Kind, int | None], Column] = {}
    for column in header.columns:
        place = table.place(header.line, column.index, column.heading)
        if column.number is not None and column.number > last:
            yield faults.unknown_question(place, str(column.number), last)
        # A total headed 得分 beside the questions is no second column of anything.
        if column.kind in (Kind.IGNORED, Kind.NEUTRAL) or (column.kind is Kind.POINTS and column.number is None):
            continue
        before = seen.setdefault((column.kind, column.number), column)
        if before is not column:
            yield faults.doubled_column(place, column.heading, before.heading)
    below = list(rows_under(table, header))
    for index, heading in header.unknown:
        if any(row.text(index) for row in below):
            yield faults.unknown_column(table.place(header.line, index, heading), heading)
    # In a text file more cells than headings mean a comma too many: that is said of the row.
    width = len(header.texts) if table.sheet is None else max((len(row.texts) for row in below), default=0)
    for index in range(width):
        if not (index < len(header.texts) and header.texts[index]) and any(row.text(index) for row in below):
            yield faults.unheaded_column(table.place(header.line, index))
    answered = {column.number for column in header.of(Kind.ANSWER)}
    missing = sorted(keyed - answered) if header.layout == "wide" and answered else []
    if missing:
        yield faults.missing_columns(table.place(header.line), missing)
