"""The sheets that work themselves out: Marks, Themes and Summary, over what stands in Responses and Key."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.exam.words import plain
from guizhang.exam.workbook.cells import CENTRE, put_formula, put_number, put_text
from guizhang.exam.workbook.formulas import Cells, marks
from guizhang.exam.workbook.plan import Block, Plan, Question
from guizhang.model.blueprint import cut_points
from guizhang.model.item import ItemType

PASS, FAIL, PENDING = "合格 pass", "不合格 fail", "待定 pending"


def marks_sheet(plan: Plan, sheet: Worksheet) -> None:
    """Write the marks of every candidate: each question, each section, total, what is open, the result."""
    titles = [section.title.either("zh") for section in plan.sections]
    heads = ["考号 candidate", "姓名 name", "卷别 form", *(str(q.number) for q in plan.questions), *titles]
    heads += ["实操 practical", "总分 total", "未评 open", "空白 blank", "结果 result", "名次 rank"]
    plan.head(sheet, heads)
    for row in plan.rows:
        for column in "ABC":
            put_formula(sheet, f"{column}{row}", f'=IF(Responses!{column}{row}="","",Responses!{column}{row})')
        for q in plan.questions:
            put_formula(sheet, f"{q.column}{row}", _mark(plan, q, row)).alignment = CENTRE
        for name, formula in _row_formulas(plan, row):
            put_formula(sheet, f"{plan.after[name]}{row}", formula).alignment = CENTRE
    result = plan.after["result"]
    style = DifferentialStyle(font=Font(bold=True, color="FFC00000"))
    red = Rule(type="cellIs", operator="equal", formula=[f'"{FAIL}"'], dxf=style)
    sheet.conditional_formatting.add(f"{result}{plan.rows[0]}:{result}{plan.rows[-1]}", red)


def _mark(plan: Plan, q: Question, row: int) -> str:
    blocks = (Block.KEY, Block.POINTS, Block.TOLERANCE, Block.TYPE)
    return marks(q, Cells(f"Responses!{q.column}{row}", *(plan.by_form(q.column, b, f"$C{row}") for b in blocks)))


def _row_formulas(plan: Plan, row: int) -> Iterator[tuple[str, str]]:
    a = plan.after
    sections = plan.sections
    practical = f"Responses!{plan.practical_column}{row}"
    entered = f'OR(COUNTA(Responses!{plan.span(row)})>0,{practical}<>"")'
    shown = f'$A{row}="",NOT({entered})'

    def when_entered(expression: str) -> str:
        return f'=IF(OR({shown}),"",{expression})'

    asked, points, kinds = (plan.by_form(None, b, f"$C{row}") for b in (Block.SECTION, Block.POINTS, Block.TYPE))
    blank, written = f'({plan.span(row)}="")', f'({kinds}="{ItemType.SHORT_ANSWER}")'
    unmarked = {
        i: f'SUMPRODUCT({blank}*{written}*({asked}="{i + 1}"),{points})'
        for i in range(len(sections))
        if any(item.type is ItemType.SHORT_ANSWER for form in plan.record.forms for item in form.sections[i].items)
    }
    open_points = [*unmarked.values()]
    if plan.record.practical_points:
        open_points.append(f'IF({a["practical"]}{row}="",{plain(plan.record.practical_points)},0)')
    for i in range(len(sections)):
        yield f"section {i}", when_entered(f'SUMIF({asked},"{i + 1}",{plan.span(row)})')
    most = plain(plan.record.practical_points)
    yield "practical", f'=IF(ISNUMBER({practical}),MAX(0,MIN({practical},{most})),"")'
    yield "total", when_entered(f"SUM({a['section 0']}{row}:{a['practical']}{row})")
    yield "open", when_entered("+".join(open_points) or "0")
    yield "blank", when_entered(f'SUMPRODUCT({blank}*({asked}<>""))-SUMPRODUCT({blank}*{written})')
    yield "result", when_entered(_result(plan, row, unmarked))
    total = a["total"]
    ranked = f"RANK({total}{row},${total}${plan.rows[0]}:${total}${plan.rows[-1]})"
    yield "rank", f'=IF(ISNUMBER({total}{row}),{ranked},"")'


def _result(plan: Plan, row: int, unmarked: dict[int, str]) -> str:
    """Return the expression for pass, fail or pending: what is still open counts once as 0 and once as full."""
    a = plan.after
    total, left, cut = f"{a['total']}{row}", f"{a['open']}{row}", "Summary!$B$5"
    sure, lost = [f"{total}>={cut}"], [f"{total}+{left}<{cut}"]
    for i, section in enumerate(plan.sections):
        if section.minimum is None:
            continue
        least = plain(cut_points(section.minimum, section.total_points))
        here = f"{a[f'section {i}']}{row}"
        sure.append(f"{here}>={least}")
        lost.append(f"{here}+{unmarked.get(i, '0')}<{least}")
    return f'IF(OR({",".join(lost)}),"{FAIL}",IF(AND({",".join(sure)}),"{PASS}","{PENDING}"))'


def themes_sheet(plan: Plan, sheet: Worksheet) -> None:
    """Write the share of points each candidate earned by theme; row 2 holds the ids the formulas look for."""
    themes = sorted({item.themes[0] for form in plan.record.forms for item in form.items})
    names = {t: plan.record.theme_names.get(t) for t in themes}
    heads = [" ".join(filter(None, [n.zh, n.en])) if (n := names[t]) else t for t in themes]
    plan.head(sheet, ["考号 candidate", "姓名 name", *heads])
    for i, theme in enumerate(themes):
        put_text(sheet, f"{get_column_letter(3 + i)}2", theme).font = Font(name="Calibri", size=8, color="FF999999")
    result = plan.after["result"]
    for row in plan.rows:
        for column in "AB":
            put_formula(sheet, f"{column}{row + 1}", f"=Marks!{column}{row}")
        for i in range(len(themes)):
            column = get_column_letter(3 + i)
            row_of_form = plan.by_form(None, Block.THEME, f"Marks!$C{row}")
            earned = f"SUMIF({row_of_form},{column}$2,Marks!{plan.span(row)})"
            there = f"SUMIF({row_of_form},{column}$2,{plan.by_form(None, Block.POINTS, f'Marks!$C{row}')})"
            formula = f'=IF(Marks!${result}{row}="","",IFERROR({earned}/{there},""))'
            cell = put_formula(sheet, f"{column}{row + 1}", formula)
            cell.number_format, cell.alignment = "0%", CENTRE


def summary_sheet(plan: Plan, sheet: Worksheet) -> None:
    """Write the class at a glance."""
    record, a = plan.record, plan.after
    first, last = plan.rows[0], plan.rows[-1]
    total = f"Marks!{a['total']}{first}:{a['total']}{last}"
    result = f"Marks!{a['result']}{first}:{a['result']}{last}"
    put_text(sheet, "A1", " ".join(filter(None, [record.title.zh, record.title.en])), bold=True)
    put_text(sheet, "A2", "考试编号 exam")
    put_text(sheet, "B2", record.exam_id)
    put_text(sheet, "A4", "满分 points")
    put_number(sheet, "B4", record.total_points)
    put_text(sheet, "A5", "及格线 pass line")
    put_number(sheet, "B5", cut_points(record.cut_score, record.total_points))
    lines = [
        ("已录入 entered", f"=COUNT({total})", "0"),
        (PASS, f'=COUNTIF({result},"{PASS}")', "0"),
        (FAIL, f'=COUNTIF({result},"{FAIL}")', "0"),
        (PENDING, f'=COUNTIF({result},"{PENDING}")', "0"),
        ("平均分 mean", f'=IF(COUNT({total})=0,"",AVERAGE({total}))', "0.0"),
        ("最高分 highest", f'=IF(COUNT({total})=0,"",MAX({total}))', "0.##"),
        ("最低分 lowest", f'=IF(COUNT({total})=0,"",MIN({total}))', "0.##"),
    ]
    for row, (label, formula, shape) in enumerate(lines, 7):
        put_text(sheet, f"A{row}", label)
        cell = put_formula(sheet, f"B{row}", formula)
        cell.number_format, cell.alignment = shape, CENTRE
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 22
