"""The scoring workbook: people type answers into `Responses`, every other sheet is live formulas over it and the key.

`Responses` is what `guizhang grade` reads: one header row, one row a candidate, question n in the n-th column after the
form. The key stands in a sheet of its own; the workbook is secret.
"""

from __future__ import annotations

import math

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.exam.workbook.cells import GIVEN
from guizhang.exam.workbook.how_to import how_to
from guizhang.exam.workbook.marks import bare_sheet, fold_sheet, marks_sheet, read_sheet, themes_sheet
from guizhang.exam.workbook.plan import (
    BARE,
    FOLD,
    HOW_TO,
    KEY,
    MARKS,
    PRACTICAL,
    QUESTIONS,
    RATED,
    READ,
    RESPONSES,
    SUMMARY,
    THEMES,
    TOP,
    Plan,
)
from guizhang.exam.workbook.rows import Column, Grid, saved
from guizhang.exam.workbook.summary import questions_sheet, summary_sheet
from guizhang.exam.workbook.typed import practical, resolved, responses
from guizhang.model.form import ExamRecord

_PAPER = {"a4": 9, "letter": 1}
"""Numbers of the paper sizes in the format."""
_WIDE = 200
"""Characters that stay legible on one page across."""


def scoring_workbook(record: ExamRecord) -> bytes:
    """Return the workbook of one exam."""
    plan, book = Plan(record), Workbook()
    book.remove(book.worksheets[0])
    book.loaded_theme = None
    how_to(plan, book.create_sheet(HOW_TO))
    grids = [responses(plan, book.create_sheet(RESPONSES))]
    if record.rubric is not None:
        grids.append(practical(plan, book.create_sheet(PRACTICAL), record.rubric))
    if record.rubric is not None:
        grids.append(resolved(plan, book.create_sheet(RATED), record.rubric))
    grids += [read_sheet(plan, book.create_sheet(READ)), marks_sheet(plan, book.create_sheet(MARKS))]
    grids.append(themes_sheet(plan, book.create_sheet(THEMES)))
    questions = None
    if not plan.individual:
        questions = book.create_sheet(QUESTIONS)
        grids.append(questions_sheet(plan, questions))
    summary_sheet(plan, book.create_sheet(SUMMARY), questions)
    grids.append(_key(plan, book.create_sheet(KEY)))
    for name, step in ((FOLD, fold_sheet), (BARE, bare_sheet)):
        grids.append(step(plan, book.create_sheet(name)))
        book[name].sheet_state = "hidden"
    for grid in grids:
        alone = grid.sheet.title in (QUESTIONS, KEY)
        grid.sheet.freeze_panes = f"{'B' if alone else 'D'}{TOP}"
        grid.sheet.print_title_cols = "A:A" if alone else "A:B"
    for sheet in book.worksheets:
        _finish(sheet, _PAPER[record.paper_size], sum(c.width for g in grids if g.sheet is sheet for c in g.columns))
    book[SUMMARY].page_setup.fitToHeight = 1
    # openpyxl stores no results; the program that opens the file works them out.
    book.calculation.fullCalcOnLoad = True
    return saved(book, f"{record.title.either('zh')} {record.exam_id}", grids)


def _finish(sheet: Worksheet, paper: int, width: float) -> None:
    """Shut the sheet's formulas and set it up for printing."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", paper
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = max(1, math.ceil(width / _WIDE)), 0
    # A sheet that is fitted to pages loses its breaks.
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=not sheet.row_breaks.brk)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.page_margins.header = sheet.page_margins.footer = 0.25
    sheet.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(text="保密 SECRET · &A"), right=_HeaderFooterPart(text="&P / &N")
    )


def _key(plan: Plan, sheet: Worksheet) -> Grid:
    """Return what the formulas look up: a row a form; a block with one row holds for every form."""
    columns = [
        Column("卷别\nform", 11 if plan.individual else 8, GIVEN, values=[form.id for form in plan.record.forms])
    ]
    for block, (_, rows) in plan.blocks.items():
        zh, en = block.value.split(" ", 1)
        for index, values in enumerate(zip(*rows, strict=True)):
            number = "" if len(rows[0]) == 1 else f" {index + 1}"
            columns.append(Column(f"{zh}{number}\n{en}", 11, GIVEN, values=values))
    grid = Grid(sheet, columns, len(plan.record.forms))
    grid.head(62)
    # On paper the key is of use, what formulas look up beside it is not.
    sheet.print_area = f"A{TOP - 1}:{get_column_letter(1 + len(plan.questions))}{TOP + grid.count - 1}"
    return grid
