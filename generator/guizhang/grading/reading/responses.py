"""Response files to responses: every row is graded, flagged or refused, and every fault of every file is shown.

A row that cannot be read refuses its person, whose result would be wrong without it; everybody else is graded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Severity, in_file_order
from guizhang.grading.own_words import stems
from guizhang.grading.reading import row_faults
from guizhang.grading.reading.collect import (
    Collected,
    RowKey,
    Sheet,
    TableKey,
    answer_sheet,
    begin,
    check_header,
    table_key,
)
from guizhang.grading.reading.columns import Header, recognise_header, rows_under
from guizhang.grading.reading.interpret import Interpreter
from guizhang.grading.reading.people import People
from guizhang.grading.reading.practical import RatingReader, rating_header
from guizhang.grading.reading.rows import RowReader
from guizhang.grading.reading.sealed import is_sealed, read_sealed
from guizhang.model.form import DrawnForm, ExamRecord
from guizhang.model.item import ItemType
from guizhang.model.response import Response
from guizhang.sealing.keys import PrivateKey
from guizhang.tables.read import read_tables
from guizhang.tables.table import Table


@dataclass(frozen=True, slots=True)
class FileCount:
    """What became of the rows of one table; those that hold something are graded, unanswered or refused."""

    path: str
    sha256: str
    rows: int
    """Equal to graded + unanswered + refused."""
    graded: int
    flagged: int
    """How many of the graded have a warning."""
    refused: int
    """Not graded: the row, or another row of its person, cannot be read."""
    blank: int
    """Rows without any content, skipped."""
    header: Header | None
    sheet: str = ""
    """Name of the worksheet."""
    unanswered: int = 0
    """Rows without an answer: of somebody taken as absent, or a row of totals."""
    points_rows: tuple[tuple[str, int], ...] = ()
    """One answer a row: what stood for a question and meant the points of one, and its number."""


@dataclass(frozen=True, slots=True)
class Absentee:
    """Somebody on the roster or in a file without any answer."""

    candidate: str
    name: str
    form: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Somebody who handed something in that cannot be graded until it is mended."""

    candidate: str
    name: str
    rows: tuple[RowKey, ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """What the response files gave."""

    responses: tuple[Response, ...]
    absent: tuple[Absentee, ...]
    files: tuple[FileCount, ...]
    diagnostics: tuple[Diagnostic, ...]
    refused: tuple[Refusal, ...] = ()


def read_responses(
    paths: Sequence[Path], record: ExamRecord, shown: Mapping[Path, str] | None = None, key: PrivateKey | None = None
) -> Intake:
    """Read all response files of one exam.

    Args:
        paths: CSV, TSV or XLSX files, and answer files of the exam page. A file without answer columns (points or the practical part only) adds to the
            sheets of the others. What two files say alike counts once; what they say differently refuses the person.
        record: The exam as it was drawn.
        shown: How messages name each file; the path itself when absent.
        key: Opens sealed answer files.
    """
    shown = shown or {}
    numbers = range(1, 1 + max(len(form.items) for form in record.forms))
    keyed = frozenset(n for n in numbers if any(_is_keyed(form, n) for form in record.forms))
    people = People(record)
    collected = Collected(people)
    files: list[tuple[Path, TableKey]] = []

    words = stems(record)

    def wanted(beginnings: Sequence[Table]) -> list[Table]:
        return [table for table, _ in _chosen(beginnings, record, words)]

    sealed = read_sealed([(path, shown.get(path, str(path))) for path in paths if is_sealed(path)], record, key)
    for path in paths:
        name = shown.get(path, str(path))
        tables, found = sealed[path] if path in sealed else read_tables(path, name, wanted)
        collected.diagnostics += found
        read = [_collect(table, collected, record, len(numbers), keyed) for table in _chosen(tables, record, words)]
        files += [(path, key) for key in read or [(name, "")]]
    collected.diagnostics += _in_doubt(collected)
    interpreter = Interpreter(record, people, keyed)
    read_as = [(sheet, interpreter.read(sheet)) for sheet in collected.sheets.values()]
    diagnostics = in_file_order([*collected.diagnostics, *interpreter.diagnostics])
    refused = _refused_rows(collected, diagnostics)
    answered = {row for sheet, response in read_as if response is not None for row in sheet.rows}
    return Intake(
        tuple(response for sheet, response in read_as if response is not None and _sound(sheet, refused)),
        (*_absent(read_as, refused, interpreter), *_unseen(record, collected)),
        tuple(_count(path, key, collected, diagnostics, refused, answered) for path, key in files),
        tuple(diagnostics),
        tuple(
            Refusal(sheet.identity, interpreter.name(sheet), tuple(sheet.rows))
            for sheet, _ in read_as
            if not _sound(sheet, refused)
        ),
    )


def _is_keyed(form: DrawnForm, number: int) -> bool:
    items = form.items
    return number <= len(items) and items[number - 1].type is not ItemType.SHORT_ANSWER


def _chosen(tables: Sequence[Table], record: ExamRecord, words: Mapping[str, int]) -> list[tuple[Table, Header | None]]:
    """Return the tables of a file that hold answers or ratings, with their headers."""
    rated = [(table, rating_header(table, record.rubric)) for table in tables] if record.rubric else []
    ratings = [(table, header) for table, header in rated if header is not None]
    others = [table for table in tables if all(table is not rating for rating, _ in ratings)]
    if not others or (ratings and not any(recognise_header(table, words) for table in others)):
        return list(ratings)
    answers = answer_sheet(others, words)
    return [(answers, recognise_header(answers, words)), *ratings]


def _collect(
    chosen: tuple[Table, Header | None], into: Collected, record: ExamRecord, last: int, keyed: frozenset[int]
) -> TableKey:
    """Add the rows of one table."""
    table, header = chosen
    if begin(table, header, into, record) and header is not None:
        reader: RowReader | RatingReader
        if header.layout == "ratings" and record.rubric is not None:
            reader = RatingReader(table, header, into, record.rubric)
        else:
            into.diagnostics += check_header(table, header, last, keyed)
            items = {item.item_id for form in record.forms for item in form.items}
            reader = RowReader(table, header, into, last, items)
        for row in rows_under(table, header):
            if not row.blank:
                reader.read(row)
    return table_key(table)


def _table_of(diagnostic: Diagnostic, collected: Collected) -> TableKey:
    """Return the table a fault is about; its field names the worksheet: ``Responses!C7``."""
    path, sheet = diagnostic.source.path, diagnostic.field.rpartition("!")[0]
    return (path, sheet) if (path, sheet) in collected.rows else (path, "")


def _refused_rows(collected: Collected, diagnostics: Sequence[Diagnostic]) -> set[RowKey]:
    """Return the rows that cannot be graded: with a fault, in a table with a fault, or of a person with such a row."""
    lines = {key: set(rows) for key, rows in collected.rows.items()}
    refused: set[RowKey] = set()
    for fault in diagnostics:
        if fault.severity is not Severity.ERROR:
            continue
        key = _table_of(fault, collected)
        if fault.source.line in lines.get(key, ()) and key not in collected.left_out:
            refused.add((*key, fault.source.line))
        else:  # a fault of the header, or of the whole file
            wrong = [key] if key in lines else [other for other in lines if other[0] == key[0]]
            refused |= {(*table, line) for table in wrong for line in lines[table]}
    for sheet in collected.sheets.values():
        if not _sound(sheet, refused):
            refused.update(sheet.rows)
    return refused


def _sound(sheet: Sheet, refused: set[RowKey]) -> bool:
    return sheet.known and refused.isdisjoint(sheet.rows)


def _in_doubt(collected: Collected) -> Iterator[Diagnostic]:
    """Yield RSP052 for rows that may be those of somebody whose id has lost its zeros and who has none."""
    people = collected.people
    for identity, sheet in collected.sheets.items():
        own, written = people.get(identity), sheet.name.text if sheet.name else ""
        for other in people.longer(identity) if own else ():
            named = bool(written) and own is not None and own.name != other.name
            if other.id not in collected.sheets and not named:
                yield row_faults.zeros_in_doubt(sheet.candidate.place, identity, other.id)


def _absent(
    read_as: Sequence[tuple[Sheet, Response | None]], refused: set[RowKey], interpreter: Interpreter
) -> Iterator[Absentee]:
    for sheet, response in read_as:
        if response is None and _sound(sheet, refused):
            yield Absentee(sheet.identity, interpreter.name(sheet), interpreter.form_of(sheet))


def _unseen(record: ExamRecord, collected: Collected) -> Iterator[Absentee]:
    for candidate in record.candidates:
        if candidate.id not in collected.sheets:
            yield Absentee(candidate.id, candidate.name, candidate.form)


def _count(
    path: Path,
    key: TableKey,
    collected: Collected,
    diagnostics: Sequence[Diagnostic],
    refused: set[RowKey],
    answered: set[RowKey],
) -> FileCount:
    """Return how many rows of one table were graded, how many have no answer, and how many were refused."""
    lines = set(collected.rows.get(key, ()))
    out = {line for line in lines if (*key, line) in refused}
    warned = {
        fault.source.line
        for fault in diagnostics
        if fault.severity is Severity.WARNING and fault.source.path == key[0] and _table_of(fault, collected) == key
    }
    graded = {line for line in lines if (*key, line) in answered} - out
    return FileCount(
        path=key[0],
        sha256=sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        rows=len(lines),
        graded=len(graded),
        flagged=len(graded & warned),
        refused=len(out),
        blank=collected.blank_rows.get(key, 0),
        header=collected.headers.get(key),
        sheet=key[1],
        unanswered=len(lines - out - graded),
        points_rows=tuple(collected.points_rows.get(key, {}).items()),
    )
