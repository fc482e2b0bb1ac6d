"""The scoring workbook: people type answers into `Responses`, every other sheet is live formulas over it and the key.

`Responses` is what `guizhang grade` reads: one header row, one row a candidate, question n in the n-th column after the
form. The key stands in a sheet of its own; the workbook is secret.
"""

from __future__ import annotations

import math

from openpyxl import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.exam.workbook.cells import GIVEN, HEAD, LINE, NOTE, TITLE, put
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

_STEPS = (
    (RESPONSES, "每人一行，录入答卷上写的字母、√×、数字或文字；简答题录得分。空白就留空，空白不算错。",
     "One row a candidate. Type what the sheet says: letters, √ ×, figures, words; points for written answers. Leave blanks empty: blank is not wrong."),
    (PRACTICAL, "实操逐项打分：每人三行，两位评分人各一行（1、2 可改成姓名），第三行是商定的分。★ 项得 0 分即不合格。",
     "The practical part by criterion, three rows a candidate: one for each assessor (1, 2 or a name), one for what they agree on. 0 on a ★ criterion fails."),
    (RATED, "两位评分人的分合成一个：相同照算，相差一档取平均，差得更多的涂色，等商定。",
     "Two ratings become one: the same stands, one step apart gives the mean; further apart is tinted and waits for what they agree on."),
    (READ, "每个作答读成了什么。涂色带 ？ 的看不懂，# 是被表格软件改成日期的：此人先不出结果，核对原卷后重录。✗ 按错误计。",
     "How each answer was read. Tinted with ？: unreadable; #: turned into a date. No result until typed again from the paper. ✗: counts as wrong."),
    (MARKS, "自动得分、总分、结果、名次，不用录入。", "Marks, totals, results and ranks, by themselves."),
    (THEMES, "每人各主题的得分率。", "Each person's share of points by theme."),
    (QUESTIONS, "每题得分率，选择题各选项有多少人选。", "The share of points each question earned, and how often each option was chosen."),
    (SUMMARY, "全班一览和图表。", "The class at a glance, with charts."),
    (KEY, "答案。本工作簿保密。", "The key. This workbook is secret."),
)  # fmt: skip


def scoring_workbook(record: ExamRecord) -> bytes:
    """Return the workbook of one exam."""
    plan, book = Plan(record), Workbook()
    book.remove(book.worksheets[0])
    book.loaded_theme = None
    _how_to(plan, book.create_sheet(HOW_TO))
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
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.page_margins.header = sheet.page_margins.footer = 0.25
    sheet.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(text="保密 SECRET · &A"), right=_HeaderFooterPart(text="&P / &N")
    )


def _how_to(plan: Plan, sheet: Worksheet) -> None:
    """Write what the trainer does, on the sheet that opens first."""
    record = plan.record
    put(sheet, "A1", " ".join(filter(None, [record.title.zh, record.title.en])), TITLE)
    put(sheet, "A2", f"阅卷工作簿 Scoring workbook · 考试编号 exam {record.exam_id} · 保密 SECRET", NOTE)
    there = {RESPONSES, READ, MARKS, THEMES, SUMMARY, KEY}
    there |= {PRACTICAL, RATED} if record.rubric else set()
    there |= set() if plan.individual else {QUESTIONS}
    sheet.row_dimensions[1].height = 26
    row = 4
    for column, head in zip("ABC", ("工作表 sheet", "怎么用", "How to use it"), strict=True):
        put(sheet, f"{column}{row}", head, HEAD)
    for name, zh, en in (step for step in _STEPS if step[0] in there):
        row += 1
        for column, text in zip("ABC", (name, zh, en), strict=True):
            put(sheet, f"{column}{row}", text, LINE)
        sheet[f"A{row}"].hyperlink = f"#'{name}'!A1"
        sheet.row_dimensions[row].height = 36
    for column, width in zip("ABC", (18, 62, 74), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.sheet_view.showGridLines = False


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
    return grid
