"""Ratings of the practical part by criterion: the sheet ``Practical`` of the scoring workbook, or a table like it.

A row is one assessor's ratings of one candidate: ``candidate | rater | greeting | listening | …``. A criterion's column is
headed by its id or its title in either language; the rater ``agreed`` (议定) marks what the assessors agreed on.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from guizhang.grading.answers import is_blank
from guizhang.grading.reading import answer_faults, row_faults
from guizhang.grading.reading.collect import Collected, Entry, Sheet
from guizhang.grading.reading.columns import HEADER_WITHIN, Column, Header, Kind, recognise
from guizhang.grading.reading.points import points_in
from guizhang.grading.reading.rows import PersonReader
from guizhang.model.rubric import Criterion, Rubric
from guizhang.tables.table import Row, Table
from guizhang.zh.folding import plain

_RATER = frozenset("评分人 考评员 考官 阅卷人 评委 rater assessor examiner marker".split())
_AGREED = frozenset("agreed agreement consensus 议定 商定 合议 共同评定".split())
_REMARK = re.compile(r"[(\[【][^)\]】]*[)\]】]|\*|★")
_NOISE = re.compile(r"[\W_]+")


def rating_header(table: Table, rubric: Rubric) -> Header | None:
    """Return the header of a table of ratings: the first row that names a candidate and a criterion of *rubric*."""
    names = _names(rubric)
    for row in table.rows[:HEADER_WITHIN]:
        columns, unknown = [], []
        for index, heading in enumerate(row.texts):
            column = _column(index, heading, names)
            if column is not None:
                columns.append(column)
            elif heading:
                unknown.append((index, heading))
        kinds = {column.kind for column in columns}
        if {Kind.CANDIDATE, Kind.CRITERION} <= kinds:
            return Header(row.line, "ratings", tuple(columns), tuple(unknown), row.texts)
    return None


def _names(rubric: Rubric) -> dict[str, int]:
    """Return every way a criterion is named in a heading -> its number, from 1."""
    names: dict[str, int] = {}
    for number, criterion in enumerate(rubric.criteria, start=1):
        title = criterion.title
        zh, en = title.zh or "", title.en or ""
        for name in (criterion.id, zh, en, zh + en, zh + criterion.id, criterion.id + zh, criterion.id + zh + en):
            if name:
                names.setdefault(_plain(name), number)
    return names


def _plain(heading: str) -> str:
    folded = plain(unicodedata.normalize("NFKC", heading)).casefold()
    return _NOISE.sub("", _REMARK.sub("", folded)) or _NOISE.sub("", folded)


def _column(index: int, heading: str, names: dict[str, int]) -> Column | None:
    bare = _plain(heading)
    number = names.get(bare)
    if number is not None:
        return Column(index, heading, Kind.CRITERION, number)
    if bare in _RATER or any(bare == one + two for one in _RATER for two in _RATER):
        return Column(index, heading, Kind.RATER)
    meaning = recognise(heading)
    return Column(index, heading, *meaning) if meaning and meaning[0] is not Kind.PRACTICAL else None


class RatingReader(PersonReader):
    """Reads rows of ratings."""

    def __init__(self, table: Table, header: Header, into: Collected, rubric: Rubric) -> None:
        super().__init__(table, header, into)
        self.rater = header.first(Kind.RATER)
        self.criteria = [(c, rubric.criteria[c.number - 1]) for c in header.of(Kind.CRITERION) if c.number]

    def read(self, row: Row) -> None:
        """Add one row that holds something; a row without any rating says nothing."""
        entries = [(criterion, self.entry(row, column)) for column, criterion in self.criteria]
        if not any(entry for _, entry in entries):
            self.into.rows[self.key].remove(row.line)
            self.into.blank_rows[self.key] += 1
            return
        sheet = self.person(row)
        if sheet is None:
            return
        scores: dict[str, Decimal] = {}
        for criterion, entry in entries:
            points = self._points(entry, criterion) if entry is not None else None
            if points is not None:
                scores[criterion.id] = points
        rater = self.entry(row, self.rater)
        self._add(sheet, rater or sheet.candidate, rater.text if rater else "", scores, row)

    def _add(self, sheet: Sheet, entry: Entry, rater: str, scores: dict[str, Decimal], row: Row) -> None:
        for first, name, before in sheet.ratings:
            if name.casefold() == rater.casefold():
                place = self.table.place(row.line, entry.at, entry.heading)
                if before == scores:
                    self.into.diagnostics.append(row_faults.identical(place, first.place))
                else:
                    what = (f"评分人“{rater}”的评分", f"the ratings by “{rater}”")
                    self.into.diagnostics.append(row_faults.conflict(place, what, first.place))
                return
        sheet.ratings.append((entry, rater, scores))

    def _points(self, entry: Entry, criterion: Criterion) -> Decimal | None:
        if entry.damage is not None:
            self.into.diagnostics.append(row_faults.damaged(entry.place, entry.damage, entry.text))
            return None
        if is_blank(entry.text):
            return None
        points = points_in(entry.text, criterion.max_points)
        if points is None:
            self.into.diagnostics.append(answer_faults.bad_points(entry.place, entry.text))
            return None
        if points > criterion.max_points:
            self.into.diagnostics.append(answer_faults.too_many_points(entry.place, points, criterion.max_points))
            return None
        return points


def is_agreed(rater: str) -> bool:
    """Tell whether a rater's name marks the score the assessors agreed on."""
    return _plain(rater) in _AGREED
