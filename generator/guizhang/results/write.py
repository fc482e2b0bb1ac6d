"""Answers as files: CSV and JSON for programs, XLSX for people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from guizhang.diagnostics import Language
from guizhang.grading.gradebook.layout import HEAD, TITLE, on_paper, page
from guizhang.results.answer import Answer, Value
from guizhang.results.summaries import FIGURES, Kind
from guizhang.tables import room
from guizhang.tables.book import Book, save
from guizhang.tables.bulk import BulkRow, style_number
from guizhang.tables.comma import MARK, comma_separated

_FORMATS = {
    Kind.SHARE: "0.0%",
    Kind.CHANGE: "+0.0;-0.0;0.0",
    Kind.FIGURE: "0.00",
    Kind.POINTS: "0.0",
    Kind.WHOLE: "#,##0",
    Kind.DAY: "yyyy-mm-dd",
}
_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of a workbook."""
_WIDEST = 60
"""Characters of a column in a workbook."""


def answers_csv(answers: Sequence[Answer], language: Language) -> str:
    """Return summaries below each other, a title above each where there are several."""
    parts = []
    for answer in answers:
        values = ([answer.value(c, record, language) for c in answer.columns] for record in answer.records)
        table = comma_separated([answer.titles(language), *values])
        parts.append(f"{answer.summary.title.render(language)}\n{table}" if len(answers) > 1 else table)
    return MARK + "\n".join(parts)


def rows_csv(heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """Return a table as CSV."""
    return MARK + comma_separated([heads, *rows])


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
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    book = Book()
    for answer in answers:
        title = answer.summary.title.render(language)
        sheet = book.sheet(_tab(title))
        book.text(sheet, 1, 1, title).font = TITLE
        rows = [answer.cells(record, language) for record in answer.records]
        styles: list[int] = []
        widths: list[int] = []
        for number, (column, head, *texts) in enumerate(
            zip(answer.columns, answer.titles(language), *rows, strict=True), start=1
        ):
            aligned = Alignment(
                horizontal="right" if column.kind in FIGURES else "left", vertical="top", wrap_text=True
            )
            cell = book.text(sheet, 2, number, head)
            cell.font, cell.alignment = HEAD, aligned
            styles.append(style_number(sheet, number_format=_FORMATS.get(column.kind, "General"), alignment=aligned))
            widths.append(min(_WIDEST, max(room.width(text) for text in (head, *texts)) + 3))
            sheet.column_dimensions[get_column_letter(number)].width = widths[-1]
        sheet.freeze_panes, sheet.print_title_rows = "A3", "2:2"
        page(sheet)
        on_paper([sheet], "a4")
        if rows:
            sheet.auto_filter.ref = f"A2:{get_column_letter(len(styles))}{len(rows) + 2}"
        quoted = style_number(sheet, quotePrefix=True)
        book.bulk[sheet.title] = partial(_lines, answer, language, list(zip(styles, widths, strict=True)), quoted)
    return save(book)


def _tab(title: str) -> str:
    """Return the name of a sheet: the title up to its explanation, 31 characters at most."""
    return re.split(r"[（(：:，,]", title, maxsplit=1)[0].strip()[:31]


def _lines(answer: Answer, language: Language, looks: Sequence[tuple[int, int]], quoted: int) -> Iterator[str]:
    """Yield the rows; *looks* are style and width of each column."""
    for row, record in enumerate(answer.records, start=3):
        texts = zip(answer.cells(record, language), looks, strict=True)
        line = BulkRow(row, quoted, max(room.lines(text, width) for text, (_, width) in texts))
        for number, (column, (style, _)) in enumerate(zip(answer.columns, looks, strict=True), start=1):
            value = answer.value(column, record, language)
            if isinstance(value, date):
                line.number(number, (value - _FIRST_DAY).days, style)
            elif isinstance(value, (int, float)) and not isinstance(value, bool):
                line.number(number, Decimal(repr(value)), style)
            elif value is not None:
                line.text(number, str(value), style)
        yield line.xml
