"""Answers as files: CSV and JSON for programs, XLSX for people."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from guizhang.diagnostics import Language
from guizhang.results.answer import Answer, Value
from guizhang.results.summaries import Column, Kind
from guizhang.tables.book import Book, save
from guizhang.tables.bulk import FORMULA_SIGNS

_FORMATS = {
    Kind.SHARE: "0.0%",
    Kind.CHANGE: "+0.0%;-0.0%",
    Kind.FIGURE: "0.00",
    Kind.POINTS: "0.0",
    Kind.WHOLE: "#,##0",
}
_WIDEST = 60
"""Characters of a column in a workbook."""


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """Return a table as CSV with a byte order mark, which spreadsheet programs need to read Chinese."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([_harmless(value) for value in row] for row in rows)
    return out.getvalue()


def _harmless(value: Value) -> Value:
    """Keep a name from being a formula in whatever opens the file."""
    return f"'{value}" if isinstance(value, str) and value[:1] in FORMULA_SIGNS and value else value


def answers_csv(answers: Sequence[Answer], language: Language) -> str:
    """Return summaries below each other, a title above each where there are several."""
    parts = []
    for answer in answers:
        values = [[answer.value(c, record, language) for c in answer.columns] for record in answer.records]
        table = as_csv(answer.titles(language), values).removeprefix("\ufeff")
        parts.append(f"{answer.summary.title.render(language)}\n{table}" if len(answers) > 1 else table)
    return "\ufeff" + "\n".join(parts)


def answers_json(answers: Sequence[Answer]) -> str:
    """Return summaries by name: rows with the columns of the query, shares in 0..1, both languages."""
    return json.dumps({a.summary.name: a.records for a in answers}, ensure_ascii=False, indent=1, default=str) + "\n"


def rows_json(heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """Return a table as a list of objects; of columns of one name the later are numbered."""
    seen: dict[str, int] = {}
    names = []
    for head in heads:
        seen[head] = seen.get(head, 0) + 1
        names.append(head if seen[head] == 1 else f"{head}_{seen[head]}")
    records = [dict(zip(names, row, strict=True)) for row in rows]
    return json.dumps(records, ensure_ascii=False, indent=1, default=str) + "\n"


def answers_xlsx(answers: Sequence[Answer], language: Language) -> bytes:
    """Return a workbook with a sheet for each summary; texts stay texts, numbers have their format."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book, bold = Book(), Font(bold=True)
    for answer in answers:
        sheet = book.sheet(answer.summary.name)
        widths = []
        for number, column in enumerate(answer.columns, start=1):
            title = column.title.render(language)
            book.text(sheet, 1, number, title).font = bold
            texts = [title]
            for row, record in enumerate(answer.records, start=2):
                _put(book, sheet, row, number, column, answer.value(column, record, language))
                texts.append(str(answer.value(column, record, language) or ""))
            widths.append(max(map(_width, texts)))
        for number, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = min(_WIDEST, width + 2)
        sheet.freeze_panes = "A2"
        if answer.records:
            sheet.auto_filter.ref = sheet.dimensions
    return save(book)


def _put(book: Book, sheet: Any, row: int, number: int, column: Column, value: Value) -> None:
    if isinstance(value, date):
        cell = sheet.cell(row, number, value)
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        book.number(sheet, row, number, Decimal(repr(value)), _FORMATS.get(column.kind, "General"))
    elif value is not None:
        book.text(sheet, row, number, str(value))


def _width(text: str) -> int:
    """Return how wide a text is: a Chinese character takes two columns."""
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)
