"""The scoring workbook: people type answers into `Responses`, every other sheet is live formulas over it and the key.

`Responses` is what `guizhang grade` reads: one header row, one row a candidate, question n in the n-th column after the
form. The key stands in a sheet of its own; the workbook is secret.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Literal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.exam.marks import marks_sheet, summary_sheet, themes_sheet
from guizhang.exam.plan import TOP, Plan
from guizhang.exam.sheets import CENTRE, GRID, HEAD, OPEN, put_key, put_number, put_text, saved
from guizhang.exam.words import plain
from guizhang.model.form import LETTERS, ExamRecord
from guizhang.model.item import ItemType

_LONGEST_LIST = 255
"""Characters Excel takes in a list of allowed values."""


def scoring_workbook(record: ExamRecord) -> bytes:
    """Return the workbook of one exam."""
    plan, book = Plan(record), Workbook()
    responses = book.worksheets[0]
    responses.title = "Responses"
    _responses(plan, responses)
    marks_sheet(plan, book.create_sheet("Marks"))
    themes_sheet(plan, book.create_sheet("Themes"))
    summary_sheet(plan, book.create_sheet("Summary"))
    _key(plan, book.create_sheet("Key"))
    for sheet in book.worksheets:
        sheet.protection.sheet = True
        sheet.protection.formatColumns = False
        sheet.protection.formatRows = False
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    # openpyxl stores no results; the program that opens the file works them out.
    book.calculation.fullCalcOnLoad = True
    return saved(book, f"{record.title.either('zh')} {record.exam_id}")


def _responses(plan: Plan, sheet: Worksheet) -> None:
    heads = ["考号 candidate", "姓名 name", "卷别 form"]
    heads += [f"{q.number} 得分 points" if q.type is ItemType.SHORT_ANSWER else f"{q.number}" for q in plan.questions]
    heads.append("实操 practical")
    plan.head(sheet, heads)
    for row, person in zip(plan.rows, plan.record.candidates, strict=False):
        put_text(sheet, f"A{row}", person.id)
        put_text(sheet, f"B{row}", person.name)
        put_text(sheet, f"C{row}", person.form)
    last = get_column_letter(len(heads))
    for row in plan.rows:
        for cells in sheet[f"A{row}:{last}{row}"]:
            for cell in cells:
                cell.protection, cell.border = OPEN, GRID
                if cell.column > 2:
                    cell.alignment = CENTRE
        for name in ("A", "B", "C"):
            sheet[f"{name}{row}"].number_format = "@"  # 007 stays 007
    for q in plan.questions:
        for row in plan.rows if q.type not in (ItemType.SHORT_ANSWER, ItemType.NUMERIC) else ():
            sheet[f"{q.column}{row}"].number_format = "@"
    for validation, column in _validations(plan, last):
        validation.add(f"{column}{plan.rows[0]}:{column}{plan.rows[-1]}")
        sheet.add_data_validation(validation)


def _validations(plan: Plan, last: str) -> Iterator[tuple[DataValidation, str]]:
    yield _listed(f"Key!$A${TOP}:$A${TOP + plan.forms - 1}", "stop"), "C"
    for q in plan.questions:
        letters = LETTERS[: q.options]
        match q.type:
            case ItemType.SINGLE_CHOICE:
                yield _listed(f'"{",".join(letters)}"', "warning"), q.column
            case ItemType.MULTIPLE_CHOICE:
                sets = ["".join(some) for n in range(1, q.options + 1) for some in combinations(letters, n)]
                if len(listed := ",".join(sets)) <= _LONGEST_LIST:
                    yield _listed(f'"{listed}"', "warning"), q.column
            case ItemType.TRUE_FALSE:
                yield _listed('"T,F,√,×"', "warning"), q.column
            case ItemType.SHORT_ANSWER:
                yield _between(q.points), q.column
    if plan.record.practical_points:
        yield _between(plan.record.practical_points), last


def _key(plan: Plan, sheet: Worksheet) -> None:
    """Write points, types, and for every form keys, tolerances and themes."""
    plan.head(sheet, ["题号 question", "", "", *(str(q.number) for q in plan.questions)])
    for row, label in ((2, "满分 points"), (3, "题型 type"), (4, "部分 section")):
        put_text(sheet, f"A{row}", label)
    for q in plan.questions:
        put_number(sheet, f"{q.column}2", q.points)
        put_text(sheet, f"{q.column}3", q.type.replace("_", " ")).alignment = HEAD
        put_number(sheet, f"{q.column}4", q.section + 1)
    for block, label in enumerate(("答案 key", "误差 tolerance", "主题 theme")):
        start = plan.block(block)
        put_text(sheet, f"A{start - 1}", label, bold=True)
        for at, form in enumerate(plan.record.forms):
            put_text(sheet, f"A{start + at}", form.id)
            for q, item in zip(plan.questions, form.items, strict=True):
                text = ("".join(item.key), plain(item.tolerance), item.themes[0])[block]
                put_key(sheet, f"{q.column}{start + at}", text)


def _listed(source: str, style: Literal["stop", "warning"]) -> DataValidation:
    return DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True, errorStyle=style)


def _between(most: Decimal) -> DataValidation:
    return DataValidation(
        type="decimal", operator="between", formula1="0", formula2=plain(most), allow_blank=True, showErrorMessage=True
    )
