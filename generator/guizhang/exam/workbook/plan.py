"""Where everything stands in the scoring workbook: rows, columns, and the expressions that look things up in the key."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from functools import cached_property
from itertools import zip_longest

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.exam.workbook.cells import GRID, HEAD, put_text
from guizhang.model.form import DrawnItem, ExamRecord
from guizhang.model.item import ItemType

BLANK_ROWS = 40
"""Rows of a workbook without a roster."""
FIRST = 4
"""Column of question 1 (D), the same in every sheet."""
TOP = 3
"""Row of the first form in the sheet Key."""


class Block(IntEnum):
    """Blocks of the sheet Key, each with a row for every form."""

    KEY = 0
    TOLERANCE = 1
    """Of a figure; of a cloze item the weights of its gaps."""
    THEME = 2
    POINTS = 3
    TYPE = 4
    SECTION = 5


@dataclass(frozen=True)
class Question:
    """A question number as the workbook sees it.

    Behind a case of two questions the numbers of one form are not those of another, so the formulas look everything up
    by the form of the row.
    """

    number: int
    types: tuple[ItemType, ...]
    """Its types on the forms that have it."""
    points: Decimal
    """Most points it has on any form."""
    options: int
    """Most options it has on any form."""
    parts: int
    """Most gaps or left sides it has on any form."""

    @property
    def written(self) -> bool:
        """Whether it takes points and not an answer, whatever the form."""
        return self.types == (ItemType.SHORT_ANSWER,)

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
        rows = zip_longest(*(form.items for form in self.record.forms))
        return [_question(number, [item for item in row if item is not None]) for number, row in enumerate(rows, 1)]

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

    def block(self, block: Block) -> int:
        """Return the first row of a block of the sheet Key."""
        return TOP + block * (self.forms + 2)

    def by_form(self, column: str | None, block: Block, form: str) -> str:
        """Return the expression for the row's form in a block of Key: one cell, or the whole row without *column*."""
        start = self.block(block)
        end = start + self.forms - 1
        row = f"MATCH({form},Key!$A${start}:$A${end},0)"
        if column is not None:
            return f"INDEX(Key!${column}${start}:${column}${end},{row})"
        first, last = self.questions[0].column, self.questions[-1].column
        return f"INDEX(Key!${first}${start}:${last}${end},{row},0)"

    def span(self, row: int) -> str:
        """Return the cells of a row that hold questions."""
        return f"{self.questions[0].column}{row}:{self.questions[-1].column}{row}"

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


def _question(number: int, items: list[DrawnItem]) -> Question:
    return Question(
        number,
        tuple(sorted({item.type for item in items})),
        points=max(item.points for item in items),
        options=max(len(item.options) for item in items),
        parts=max(len(item.gaps) or len(item.lefts) for item in items),
    )
