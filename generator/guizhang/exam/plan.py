"""Where everything stands in the scoring workbook: rows, columns, and the expressions that look things up in the key."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.exam.sheets import GRID, HEAD, put_text
from guizhang.model.form import ExamRecord
from guizhang.model.item import ItemType

BLANK_ROWS = 40
"""Rows of a workbook without a roster."""
FIRST = 4
"""Column of question 1 (D), the same in every sheet."""
TOP = 6
"""Row of the first form in the sheet Key."""


@dataclass(frozen=True)
class Question:
    """A question as the workbook sees it; type, section and points are the same on every form."""

    number: int
    type: ItemType
    section: int
    points: Decimal
    options: int
    """Most options it has on any form."""

    @property
    def column(self) -> str:
        """Letter of its column."""
        return get_column_letter(FIRST + self.number - 1)


class Plan:
    """The layout of one exam's workbook."""

    def __init__(self, record: ExamRecord) -> None:
        self.record = record
        self.sections = record.forms[0].sections
        self.rows = range(2, 2 + (len(record.candidates) or BLANK_ROWS))
        self.forms = len(record.forms)

    @cached_property
    def questions(self) -> list[Question]:
        """Questions by number."""
        found: list[Question] = []
        for index, section in enumerate(self.sections):
            for _ in section.items:
                number = len(found) + 1
                options = max(len(form.items[number - 1].options) for form in self.record.forms)
                found.append(Question(number, section.type, index, section.points, options))
        return found

    @property
    def practical_column(self) -> str:
        """Letter of the practical part's column in Responses."""
        return get_column_letter(FIRST + len(self.questions))

    @cached_property
    def after(self) -> dict[str, str]:
        """Columns of the sheet Marks behind the questions, by what stands in them."""
        names = [f"section {i}" for i in range(len(self.sections))]
        names += ["practical", "total", "open", "blank", "result", "rank"]
        start = FIRST + len(self.questions)
        return {name: get_column_letter(start + i) for i, name in enumerate(names)}

    def block(self, block: int) -> int:
        """Return the first row of a block of the sheet Key: keys, tolerances, themes."""
        return TOP + block * (self.forms + 2)

    def by_form(self, column: str | None, block: int, form: str) -> str:
        """Return the expression for the row's form in a block of Key: one cell, or the whole row without *column*."""
        start = self.block(block)
        end = start + self.forms - 1
        row = f"MATCH({form},Key!$A${start}:$A${end},0)"
        if column is not None:
            return f"INDEX(Key!${column}${start}:${column}${end},{row})"
        first, last = self.questions[0].column, self.questions[-1].column
        return f"INDEX(Key!${first}${start}:${last}${end},{row},0)"

    def span(self, row: int, section: int | None = None, *, absolute: bool = False) -> str:
        """Return the cells of a row that hold questions; of one section where it is named."""
        columns = [q.column for q in self.questions if section is None or q.section == section]
        mark = "$" if absolute else ""
        return f"{mark}{columns[0]}{mark}{row}:{mark}{columns[-1]}{mark}{row}"

    def head(self, sheet: Worksheet, heads: list[str]) -> None:
        """Write the header row of a sheet."""
        for index, head in enumerate(heads, 1):
            column = get_column_letter(index)
            cell = put_text(sheet, f"{column}1", head, bold=True)
            cell.alignment, cell.border = HEAD, GRID
            sheet.column_dimensions[column].width = 15 if index < 3 else 6 if head.isdigit() else 11
        sheet.row_dimensions[1].height = 32
        sheet.freeze_panes = f"{get_column_letter(FIRST)}2"
        sheet.print_title_rows = "1:1"
