"""Tables to answer sheets: who wrote what in which cell, with everything that was said twice shown and not merged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guizhang.diagnostics import Diagnostic, Source
from guizhang.grading import faults, row_faults
from guizhang.grading.columns import Column, Header, Kind, recognise_header
from guizhang.tables.table import Damage, Place, Row, Table

EXAM_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])")
"""An exam's identifier, as papers and workbooks print it."""
SHEET_NAME = "responses"
"""The sheet of the scoring workbook that people type into."""
_NUMBER = re.compile(r"\D{0,3}(\d{1,3})\D{0,2}")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one cell says."""

    text: str
    table: Table
    line: int
    index: int
    heading: str
    damage: Damage | None = None

    @property
    def place(self) -> Place:
        """Where the cell stands."""
        return self.table.place(self.line, self.index, self.heading)


@dataclass(slots=True)
class Sheet:
    """Everything the files say about one candidate."""

    candidate: Entry
    place: Place
    """The first row."""
    name: Entry | None = None
    form: Entry | None = None
    practical: Entry | None = None
    answers: dict[int, Entry] = field(default_factory=dict)
    points: dict[int, Entry] = field(default_factory=dict)
    has_answers: bool = False
    """Whether a row with answer columns (not only points) was read."""
    complete: bool = True
    """Whether every row of this candidate could be read."""
    lines: list[tuple[str, int]] = field(default_factory=list)
    """Path and line of its rows."""


@dataclass(slots=True)
class Collected:
    """What all tables hold together."""

    sheets: dict[str, Sheet] = field(default_factory=dict)
    """By candidate as written, in order of appearance."""
    rows: list[tuple[str, int]] = field(default_factory=list)
    """Path and line of every row that holds something."""
    blank_rows: dict[str, int] = field(default_factory=dict)
    """Path -> rows under the header that hold nothing."""
    headers: dict[str, Header] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def answer_sheet(tables: Sequence[Table]) -> Table:
    """Return the table that holds answers: the sheet named ``Responses``, else the first with a header we know, else the first."""
    named = [table for table in tables if SHEET_NAME in (table.sheet or "").casefold()]
    return next((table for table in named or tables if recognise_header(table)), (named or tables)[0])


def collect(table: Table, into: Collected, *, exam_id: str, last_question: int, keyed: frozenset[int]) -> None:
    """Add the rows of *table* to *into*.

    Args:
        table: The rows of one file.
        into: What earlier files said.
        exam_id: Identifier of the exam that is graded.
        last_question: Number of the last question on the longest form.
        keyed: Questions that must have an answer column when the table has any.
    """
    header = recognise_header(table)
    if header is None:
        first = next((row.line for row in table.rows if not row.blank), 1)
        into.diagnostics.append(faults.no_header(table.place(first)))
        into.rows += [(table.path, row.line) for row in table.rows if not row.blank]
        return
    into.headers[table.path] = header
    into.diagnostics += _check_exam(table, header, exam_id)
    into.diagnostics += _check_header(table, header, last_question, keyed)
    # A row of names repeated by a print layout, and rows of blanks, are not responses; blanks are counted.
    below = [row for row in table.rows if row.line > header.line]
    filled = [row for row in below if not row.blank]
    into.blank_rows[table.path] = len(below) - len(filled)
    into.rows += [(table.path, row.line) for row in filled]
    if not filled:
        into.diagnostics.append(faults.no_rows(table.place(header.line)))
    reader = _Reader(table, header, into, last_question)
    for row in filled:
        reader.read(row)


def _check_exam(table: Table, header: Header, exam_id: str) -> Iterator[Diagnostic]:
    """Yield RSP011 for another exam's identifier: in the properties, above the header or in a column of its own."""
    # The scoring workbook carries the exam's identifier in its title, where nobody types over it.
    titled = EXAM_ID.search(table.title)
    if titled and titled[0] != exam_id:
        yield faults.other_exam(Place(Source(table.path)), titled[0], exam_id)
    for row in table.rows:
        if row.line >= header.line:
            break
        for index, text in enumerate(row.texts):
            found = EXAM_ID.search(text)
            if found and found[0] != exam_id:
                yield faults.other_exam(table.place(row.line, index), found[0], exam_id)
    column = header.first(Kind.EXAM)
    if column is not None:
        wrong = [row for row in table.rows if row.line > header.line and row.text(column.index) not in ("", exam_id)]
        for row in wrong[:1]:  # one wrong file is one fault, not forty
            place = table.place(row.line, column.index, column.heading)
            yield faults.other_exam(place, row.text(column.index), exam_id)


def _check_header(table: Table, header: Header, last: int, keyed: frozenset[int]) -> Iterator[Diagnostic]:
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
    below = [row for row in table.rows if row.line > header.line]
    for index, heading in header.unknown:
        if any(row.text(index) for row in below):
            yield faults.unknown_column(table.place(header.line, index, heading), heading)
    answered = {column.number for column in header.of(Kind.ANSWER)}
    missing = sorted(keyed - answered) if header.layout == "wide" and answered else []
    if missing:
        yield faults.missing_columns(table.place(header.line), missing)


class _Reader:
    """Reads the rows of one table into sheets."""

    def __init__(self, table: Table, header: Header, into: Collected, last_question: int) -> None:
        self.table = table
        self.header = header
        self.into = into
        self.last_question = last_question
        self.candidate = header.first(Kind.CANDIDATE)
        # A column beyond the last question is a fault of the header, said once.
        self.answer_columns = {c.number: c for c in header.of(Kind.ANSWER) if c.number and c.number <= last_question}
        self.points_columns = {c.number: c for c in header.of(Kind.POINTS) if c.number and c.number <= last_question}

    def read(self, row: Row) -> None:
        """Add one row that holds something."""
        assert self.candidate is not None, "a header without a candidate is no header"
        candidate = self._entry(row, self.candidate)
        if candidate is None:
            self.into.diagnostics.append(row_faults.no_candidate(self.table.place(row.line)))
            return
        if candidate.damage is not None:
            self.into.diagnostics.append(row_faults.damaged(candidate.place, candidate.damage, candidate.text))
            return
        sheet = self.into.sheets.get(candidate.text)
        if sheet is None:
            sheet = Sheet(candidate, self.table.place(row.line))
            self.into.sheets[candidate.text] = sheet
        elif self.header.layout == "wide" and self.answer_columns and sheet.has_answers:
            sheet.complete = False
            self.into.diagnostics.append(row_faults.doubled_candidate(candidate.place, candidate.text, sheet.place))
            return
        sheet.lines.append((self.table.path, row.line))
        self._identity(row, sheet)
        if self.header.layout == "wide":
            self._wide(row, sheet)
        else:
            self._long(row, sheet)

    def _entry(self, row: Row, column: Column | None) -> Entry | None:
        if column is None:
            return None
        text, damage = row.text(column.index), row.damage.get(column.index)
        if not text and damage is None:
            return None
        return Entry(text, self.table, row.line, column.index, column.heading, damage)

    def _identity(self, row: Row, sheet: Sheet) -> None:
        name = self._entry(row, self.header.first(Kind.NAME))
        if name is not None and name.damage is not None:
            self.into.diagnostics.append(row_faults.damaged(name.place, name.damage, name.text))
        elif name is not None and sheet.name is None:
            sheet.name = name
        form = self._entry(row, self.header.first(Kind.FORM))
        if form is None:
            return
        if form.damage is not None:
            self.into.diagnostics.append(row_faults.damaged(form.place, form.damage, form.text))
        elif sheet.form is None:
            sheet.form = form
        elif sheet.form.text.casefold() != form.text.casefold():
            self._conflict(form, ("另一个卷别", "another form"), sheet.form)

    def _wide(self, row: Row, sheet: Sheet) -> None:
        sheet.has_answers = sheet.has_answers or bool(self.answer_columns)
        for number, column in self.answer_columns.items():
            self._put(sheet.answers, number, self._entry(row, column), "作答", "the answer")
        for number, column in self.points_columns.items():
            self._put(sheet.points, number, self._entry(row, column), "得分", "the points")
        self._practical(row, sheet)

    def _long(self, row: Row, sheet: Sheet) -> None:
        sheet.has_answers = True
        self._practical(row, sheet)
        question = self._entry(row, self.header.first(Kind.QUESTION))
        answer = self._entry(row, self.header.first(Kind.RESPONSE))
        points = self._entry(row, self.header.first(Kind.POINTS))
        if question is None:
            if answer is not None or points is not None:
                self._unknown_question(row, "")
            return
        number = _NUMBER.fullmatch(question.text)
        if number is None or not 1 <= int(number[1]) <= self.last_question:
            self._unknown_question(row, question.text)
            return
        self._put(sheet.answers, int(number[1]), answer, "作答", "the answer")
        self._put(sheet.points, int(number[1]), points, "得分", "the points")

    def _practical(self, row: Row, sheet: Sheet) -> None:
        entry = self._entry(row, self.header.first(Kind.PRACTICAL))
        if entry is None:
            return
        if sheet.practical is None:
            sheet.practical = entry
        elif self.header.layout == "wide" or sheet.practical.text != entry.text:
            self._conflict(entry, ("实操得分", "the practical part"), sheet.practical)

    def _put(self, cells: dict[int, Entry], number: int, entry: Entry | None, zh: str, en: str) -> None:
        if entry is None:
            return
        first = cells.setdefault(number, entry)
        if first is not entry:
            self._conflict(entry, (f"第 {number} 题的{zh}", f"{en} to question {number}"), first)

    def _conflict(self, entry: Entry, what: tuple[str, str], first: Entry) -> None:
        self.into.diagnostics.append(row_faults.conflict(entry.place, what, first.place))

    def _unknown_question(self, row: Row, found: str) -> None:
        column = self.header.first(Kind.QUESTION)
        index, heading = (column.index, column.heading) if column else (0, "")
        place = self.table.place(row.line, index, heading)
        self.into.diagnostics.append(faults.unknown_question(place, found, self.last_question))
