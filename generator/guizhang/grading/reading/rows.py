"""Rows to sheets: reads the rows of one table of answers, and says what was said twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

from guizhang.grading import faults
from guizhang.grading.reading import row_faults
from guizhang.grading.reading.collect import Answers, Collected, Entry, Sheet, table_key
from guizhang.grading.reading.columns import Column, Header, Kind, recognise, rows_under
from guizhang.grading.reading.people import How
from guizhang.tables.table import Row, Table, sums_up

_NUMBER = re.compile(r"\D{0,3}(\d{1,3})\D{0,2}")
_ITEM_ID = re.compile(r"[a-z0-9]+([-./][a-z0-9_]+)+|[a-z][a-z0-9]{3,}")
_ROWS = (Kind.ANSWER, Kind.POINTS, Kind.PRACTICAL, Kind.IGNORED)
"""What a row of one answer a line may be about."""
_COMPARED = (Kind.FORM, Kind.ANSWER, Kind.POINTS, Kind.PRACTICAL)
_NAMED = {
    Kind.FORM: ("卷别", "the form"),
    Kind.ANSWER: ("第 {} 题", "question {}"),
    Kind.POINTS: ("第 {} 题得分", "the points of question {}"),
    Kind.PRACTICAL: ("实操", "the practical part"),
}
_BETWEEN_LETTERS = re.compile(r"[\s,、;]+")
_LETTERS = re.compile("[a-j]+")


class PersonReader:
    """Finds the sheet of a row's person."""

    def __init__(self, table: Table, header: Header, into: Collected) -> None:
        self.table = table
        self.header = header
        self.into = into
        self.key = table_key(table)
        self.candidate = header.first(Kind.CANDIDATE)
        self._said: set[str] = set()

    def person(self, row: Row) -> Sheet | None:
        """Return the sheet of the person a row is about, a new one where it is the first; ``None`` for nobody."""
        entry = self.entry(row, self.candidate)
        if entry is None:
            self._nobody(row)
            return None
        if sums_up(entry.text) and self.into.people.get(entry.text) is None:
            self.into.diagnostics.append(row_faults.totals(entry.place, entry.text))
            return None
        match = self.into.people.find(entry.text, entry.damage)
        if match is None and entry.damage is not None:
            self.into.diagnostics.append(row_faults.damaged(entry.place, entry.damage, entry.text))
            return None
        if match is not None and match.how is not How.SURE and entry.text not in self._said:
            self._said.add(entry.text)
            fault = row_faults.lost_zeros if match.how is How.LOST_ZEROS else row_faults.restored
            self.into.diagnostics.append(fault(entry.place, entry.text, match.identity))
        identity = match.identity if match else entry.text
        sheet = self.into.sheets.get(identity)
        if sheet is None:
            sheet = Sheet(entry, identity, self.table.place(row.line), known=match is not None)
            self.into.sheets[identity] = sheet
        sheet.rows.append((*self.key, row.line))
        return sheet

    def _nobody(self, row: Row) -> None:
        """Take a row without an id: totals, nothing but the number of the row, or somebody whose id is missing."""
        place, first = self.table.place(row.line), next(filter(None, row.texts), "")
        if sums_up(first):
            self.into.diagnostics.append(row_faults.totals(place, first))
        elif any(row.text(column.index) or column.index in row.damage for column in self.header.read):
            self.into.diagnostics.append(row_faults.no_candidate(place))
        else:
            self.into.rows[self.key].remove(row.line)
            self.into.blank_rows[self.key] += 1

    def entry(self, row: Row, column: Column | None) -> Entry | None:
        """Return what a cell of the row says; ``None`` where it is empty."""
        if column is None:
            return None
        text, damage = row.text(column.index), row.damage.get(column.index)
        if not text and damage is None:
            return None
        return Entry(text, self.table, row.line, column.index, column.heading, damage)


class RowReader(PersonReader):
    """Reads rows of answers and points."""

    def __init__(
        self, table: Table, header: Header, into: Collected, last_question: int, items: Collection[str]
    ) -> None:
        super().__init__(table, header, into)
        self.last_question = last_question
        self.items = items
        # A column beyond the last question is a fault of the header, said once.
        self.answer_columns = {c.number: c for c in header.of(Kind.ANSWER) if c.number and c.number <= last_question}
        self.points_columns = {c.number: c for c in header.of(Kind.POINTS) if c.number and c.number <= last_question}
        self.name, self.form = header.first(Kind.NAME), header.first(Kind.FORM)
        self.practical = header.first(Kind.PRACTICAL)
        # A comma at the end of every line says nothing, one that only some lines have moves answers.
        widths = [len(row.texts) for row in rows_under(table, header) if not row.blank]
        self.cells = max(len(header.texts), min(widths)) if len(widths) > 1 else len(header.texts)
        self._twice: set[int] = set()

    def read(self, row: Row) -> None:
        """Add one row that holds something."""
        sheet = self.person(row)
        if sheet is None:
            return
        if self._moved(row):
            sheet.moved = True
            return
        if self.header.layout == "wide" and self.answer_columns:
            if not self._given(row):
                # Listed, as everybody is in the scoring workbook, with nothing typed in: what another row says holds.
                self._identity(row, sheet)
                self._practical(row, sheet)
                return
            if self._repeats(row, sheet):
                return
        self._identity(row, sheet)
        if self.header.layout == "wide":
            self._wide(row, sheet)
        else:
            self._long(row, sheet)

    def _moved(self, row: Row) -> bool:
        """Tell whether a row of a text file has more cells than it should: nothing in it can be relied on."""
        headings = len(self.header.texts)
        moved = len(row.texts) > self.cells or any(row.texts[headings:])
        if moved and self.table.sheet is None:
            self.into.diagnostics.append(row_faults.more_cells(self.table.place(row.line), len(row.texts), headings))
        return moved and self.table.sheet is None

    def _given(self, row: Row) -> bool:
        columns = (*self.answer_columns.values(), *self.points_columns.values())
        return any(row.text(column.index) or column.index in row.damage for column in columns)

    def _repeats(self, row: Row, sheet: Sheet) -> bool:
        """Tell whether this person has a row of answers already: the same again counts once, another refuses both."""
        if sheet.first is None:
            sheet.first = self.header, row, self.table.place(row.line)
            return False
        header, first, before = sheet.first
        place = self.table.place(row.line, self.candidate.index if self.candidate else 0, sheet.candidate.heading)
        differing = _differing(_said(header, first), _said(self.header, row))
        fault = (
            row_faults.doubled_candidate(place, sheet.identity, before, differing)
            if differing
            else row_faults.identical(place, before)
        )
        self.into.diagnostics.append(fault)
        return True

    def _identity(self, row: Row, sheet: Sheet) -> None:
        if sheet.name is None:
            sheet.name = self.entry(row, self.name)
        form = self.entry(row, self.form)
        if form is None:
            return
        if sheet.form is None:
            sheet.form = form
        elif sheet.form.text.casefold() != form.text.casefold():
            self._conflict(form, ("另一个卷别", "another form"), sheet.form)

    def _wide(self, row: Row, sheet: Sheet) -> None:
        if self.answer_columns:
            given = Answers(self.table, row, self.answer_columns)
            if sheet.answers:  # other rows said something about single questions
                for number in self.answer_columns:
                    if (answer := given.entry(number)) is not None:
                        self._put(sheet.answers, number, answer, "作答", "the answer")
            else:
                sheet.wide = given
        for number, column in self.points_columns.items():
            if (entry := self.entry(row, column)) is not None:
                self._put(sheet.points, number, entry, "得分", "the points")
        self._practical(row, sheet)

    def _long(self, row: Row, sheet: Sheet) -> None:
        self._practical(row, sheet)
        question = self.entry(row, self.header.first(Kind.QUESTION))
        answer = self.entry(row, self.header.first(Kind.RESPONSE))
        points = self.entry(row, self.header.first(Kind.POINTS))
        if question is None:
            if answer is not None or points is not None:
                self._unknown_question(row, "")
            return
        kind, number = self._asked(question.text)
        if kind is Kind.IGNORED:
            self.into.diagnostics.append(row_faults.unread(question.place, question.text))
        elif kind is Kind.PRACTICAL:
            self._put_practical(answer or points, sheet)
        elif kind is None:
            self._by_item(question.text, answer, points, sheet)
        elif number is None or not 1 <= number <= self.last_question:
            self._unknown_question(row, question.text)
        else:
            if kind is Kind.POINTS:
                self.into.points_rows.setdefault(self.key, {})[question.text] = number
                points, answer = answer or points, None
            for cells, entry, zh, en in (
                (sheet.spread(), answer, "作答", "the answer"),
                (sheet.points, points, "得分", "the points"),
            ):
                if entry is not None:
                    self._put(cells, number, entry, zh, en)

    def _asked(self, text: str) -> tuple[Kind | None, int | None]:
        """Return what a row is about, read as the heading of a column would be; ``None`` for an item by its id."""
        if text in self.items:
            return None, None
        meaning = recognise(text)
        if meaning is not None:
            kind, number = meaning
            return (kind if kind in _ROWS else Kind.ANSWER), number
        plain = _NUMBER.fullmatch(text)
        if plain is None and _ITEM_ID.fullmatch(text):
            return None, None
        return Kind.ANSWER, int(plain[1]) if plain else None

    def _by_item(self, item_id: str, answer: Entry | None, points: Entry | None, sheet: Sheet) -> None:
        before = sheet.by_item.setdefault(item_id, (answer, points))
        entry, first = answer or points, before[0] or before[1]
        if before != (answer, points) and entry is not None and first is not None:
            if [e and e.text for e in before] == [e and e.text for e in (answer, points)]:
                self._identical(entry, first)
            else:
                self._conflict(entry, (f"题目 {item_id} 的作答", f"the answer to {item_id}"), first)

    def _practical(self, row: Row, sheet: Sheet) -> None:
        self._put_practical(self.entry(row, self.practical), sheet)

    def _put_practical(self, entry: Entry | None, sheet: Sheet) -> None:
        if entry is None:
            return
        if sheet.practical is None:
            sheet.practical = entry
        elif sheet.practical.text != entry.text:
            self._conflict(entry, ("实操得分", "the practical part"), sheet.practical)
        elif self.header.layout == "wide":
            self._identical(entry, sheet.practical)

    def _put(self, cells: dict[int, Entry], number: int, entry: Entry, zh: str, en: str) -> None:
        first = cells.setdefault(number, entry)
        if first is entry:
            return
        if (first.text, first.damage) == (entry.text, entry.damage):
            self._identical(entry, first)
        else:
            self._conflict(entry, (f"第 {number} 题的{zh}", f"{en} to question {number}"), first)

    def _identical(self, entry: Entry, first: Entry) -> None:
        if entry.line not in self._twice:  # one row, one word
            self._twice.add(entry.line)
            self.into.diagnostics.append(row_faults.identical(entry.place, first.place))

    def _conflict(self, entry: Entry, what: tuple[str, str], first: Entry) -> None:
        self.into.diagnostics.append(row_faults.conflict(entry.place, what, first.place))

    def _unknown_question(self, row: Row, found: str) -> None:
        column = self.header.first(Kind.QUESTION)
        index, heading = (column.index, column.heading) if column else (0, "")
        place = self.table.place(row.line, index, heading)
        self.into.diagnostics.append(faults.unknown_question(place, found, self.last_question))


def _said(header: Header, row: Row) -> dict[tuple[Kind, int | None], str]:
    """Return what a row says, apart from whose it is."""
    columns = [column for column in header.columns if column.kind in _COMPARED]
    return {(column.kind, column.number): text for column in columns if (text := row.text(column.index))}


def _differing(
    before: Mapping[tuple[Kind, int | None], str], now: Mapping[tuple[Kind, int | None], str]
) -> list[row_faults.Differing]:
    """Return the cells of two rows that say two things: the form first, then question by question."""
    cells = sorted({*before, *now}, key=lambda cell: (_COMPARED.index(cell[0]), cell[1] or 0))
    return [
        row_faults.Differing(_about(*cell), before.get(cell, ""), now.get(cell, ""))
        for cell in cells
        if _plain(before.get(cell, "")) != _plain(now.get(cell, ""))
    ]


def _about(kind: Kind, number: int | None) -> tuple[str, str]:
    zh, en = _NAMED[kind]
    return zh.format(number), en.format(number)


def _plain(text: str) -> str:
    """Return a cell as two people who type in the same paper may both have written it: ``b、C`` is ``B C``."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    letters = _BETWEEN_LETTERS.sub("", folded)
    return letters if _LETTERS.fullmatch(letters) else " ".join(folded.split())
