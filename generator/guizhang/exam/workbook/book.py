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

from guizhang.exam.words import plain
from guizhang.exam.workbook.cells import CENTRE, GRID, OPEN, put_key, put_number, put_text, saved
from guizhang.exam.workbook.formulas import key_text
from guizhang.exam.workbook.marks import marks_sheet, summary_sheet, themes_sheet
from guizhang.exam.workbook.plan import TOP, Block, Plan
from guizhang.model.form import LETTERS, DrawnItem, ExamRecord
from guizhang.model.item import ItemType

_BLOCKS = {
    Block.KEY: "答案 key",
    Block.TOLERANCE: "误差或权重 tolerance or weights",
    Block.THEME: "主题 theme",
    Block.POINTS: "满分 points",
    Block.TYPE: "题型 type",
    Block.SECTION: "部分 section",
}
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
    heads += [f"{q.number} 得分 points" if q.written else f"{q.number}" for q in plan.questions]
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
        for row in () if {ItemType.SHORT_ANSWER, ItemType.NUMERIC} & {*q.types} else plan.rows:
            sheet[f"{q.column}{row}"].number_format = "@"
    for validation, column in _validations(plan, last):
        validation.add(f"{column}{plan.rows[0]}:{column}{plan.rows[-1]}")
        sheet.add_data_validation(validation)


def _validations(plan: Plan, last: str) -> Iterator[tuple[DataValidation, str]]:
    yield _listed(f"Key!$A${TOP}:$A${TOP + plan.forms - 1}", "stop"), "C"
    for q in plan.questions:
        letters = LETTERS[: q.options]
        match q.types[0] if len(q.types) == 1 else None:
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
            case ItemType.CLOZE:
                yield (
                    _hint(
                        "各空用分号隔开，空着的也要留分号：24小时；；B",
                        "Semicolons between gaps, blank ones too: 24 hours;;B",
                    ),
                    q.column,
                )
            case ItemType.MATCHING:
                yield (
                    _hint(
                        "按左栏顺序写字母，空着的写“-”：C-B",
                        "Letters in the order of the left side, - for a blank: C-B",
                    ),
                    q.column,
                )
    if plan.record.practical_points:
        yield _between(plan.record.practical_points), last


def _key(plan: Plan, sheet: Worksheet) -> None:
    """Write for every form what the formulas look up, in blocks."""
    plan.head(sheet, ["题号 question", "", "", *(str(q.number) for q in plan.questions)])
    for block, label in _BLOCKS.items():
        start = plan.block(block)
        put_text(sheet, f"A{start - 1}", label, bold=True)
        for row, form in enumerate(plan.record.forms, start):
            put_text(sheet, f"A{row}", form.id)
            asked = [(index, item) for index, section in enumerate(form.sections, 1) for item in section.items]
            for q, (section, item) in zip(plan.questions, asked, strict=False):  # another form may have more questions
                if block is Block.POINTS:
                    put_number(sheet, f"{q.column}{row}", item.points)
                else:
                    put_key(sheet, f"{q.column}{row}", _looked_up(item, section)[block])


def _looked_up(item: DrawnItem, section: int) -> dict[Block, str]:
    weights = ";".join(plain(gap.share) for gap in item.gaps)
    return {
        Block.KEY: key_text(item),
        Block.TOLERANCE: weights or plain(item.tolerance),
        Block.THEME: item.themes[0],
        Block.TYPE: item.type.value,
        Block.SECTION: str(section),
    }


def _hint(zh: str, en: str) -> DataValidation:
    """Return what a spreadsheet program shows beside a cell that takes anything."""
    return DataValidation(allow_blank=True, showInputMessage=True, prompt=f"{zh}\n{en}")


def _listed(source: str, style: Literal["stop", "warning"]) -> DataValidation:
    return DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True, errorStyle=style)


def _between(most: Decimal) -> DataValidation:
    return DataValidation(
        type="decimal", operator="between", formula1="0", formula2=plain(most), allow_blank=True, showErrorMessage=True
    )
