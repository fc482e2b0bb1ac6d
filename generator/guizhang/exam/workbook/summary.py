"""The sheets about the class: Summary with its charts, and Questions."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.exam.words import plain
from guizhang.exam.workbook.cells import (
    HEAD,
    NOTE,
    SHARE,
    SHOWN,
    SHOWN_LEFT,
    TITLE,
    Look,
    put,
    put_formula,
    share_bars,
)
from guizhang.exam.workbook.charts import facility_chart, histogram, theme_chart
from guizhang.exam.workbook.marks import FAIL, LOOK, PASS, PENDING, theme_heads
from guizhang.exam.workbook.plan import (
    FOLD,
    MARKS,
    READ,
    RESPONSES,
    THEMES,
    TOP,
    Plan,
    bins,
    named,
)
from guizhang.exam.workbook.reading import OPEN, WRONG
from guizhang.exam.workbook.rows import Column, Grid
from guizhang.model.drawn_item import LETTERS, DrawnItem
from guizhang.model.item import TYPE_NAMES, ItemType

_TEXT = Look(centre=False, wrap=True, fill=SHOWN.fill)
_TABLE = 6
"""Row of the headings of the tables of Summary."""
_HEADS = {
    "A": "全班 class",
    "B": "",
    "D": "分数段\npoints",
    "E": FAIL,
    "F": PENDING,
    "G": PASS,
    "I": "主题 theme",
    "J": "平均得分率\nmean share",
}
"""Column -> heading of the tables of Summary."""
_STEM = 46
"""Characters of half width in a line of a question."""
_NO_MARK = -1_000_000
_FACILITY = 12
"""Column of the facility on the sheet Questions."""


def summary_sheet(plan: Plan, sheet: Worksheet, questions: Worksheet | None) -> None:
    """Write the class at a glance: a sentence, the figures, the charts and what they are drawn from.

    Args:
        plan: The layout.
        sheet: The sheet to fill.
        questions: The sheet Questions, for its chart; none where every candidate has a form of their own.
    """
    record, a = plan.record, plan.after
    total, result = plan.down(MARKS, a["total"]), plan.down(MARKS, a["result"])
    _headline(plan, sheet, total, result)
    for column, head in _HEADS.items():
        put(sheet, f"{column}{_TABLE}", head, HEAD)
    for row, (label, expression, shape) in enumerate(_figures(plan, total, result), _TABLE + 1):
        put(sheet, f"A{row}", label, SHOWN_LEFT)
        put_formula(sheet, f"B{row}", expression, Look(fill=SHOWN.fill, shape=shape))
    last_bin, last_theme = _bins(plan, sheet, total, result), _themes(plan, sheet)
    below = max(last_bin, last_theme, row) + 2
    sheet.add_chart(histogram(sheet, _TABLE, last_bin, plain(record.cut_points(record.forms[0]))), f"A{below}")
    sheet.add_chart(theme_chart(sheet, _TABLE, last_theme), f"F{below}")
    if questions is not None:
        count = sum(len(form.items) for form in record.forms)
        sheet.add_chart(facility_chart(questions, _FACILITY, TOP, TOP + count - 1), f"A{below + 17}")
    for column, width in zip("ABCDEFGHIJ", (30, 14, 3, 14, 13, 13, 11, 3, 38, 13), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.row_dimensions[1].height, sheet.row_dimensions[_TABLE].height = 26, 34
    sheet.sheet_view.showGridLines = False


def _headline(plan: Plan, sheet: Worksheet, total: str, result: str) -> None:
    """Write which exam it is, and how many have passed."""
    record = plan.record
    put(sheet, "A1", " ".join(filter(None, [record.title.zh, record.title.en])), TITLE)
    put(sheet, "A2", f"考试编号 exam {record.exam_id}", NOTE)
    passed, entered = f'COUNTIF({result},"{PASS}")', f"COUNT({total})"
    said = f'{entered}&" 人已录入，"&{passed}&" 人合格。 "&{entered}&" entered, "&{passed}&" passed."'
    put_formula(
        sheet,
        "A4",
        f'IF({entered}=0,"还没有录入作答。 Nothing has been typed in yet.",{said})',
        Look(centre=False, grid=False, bold=True, size=13),
    )


def _themes(plan: Plan, sheet: Worksheet) -> int:
    """Write the mean share of each theme, and return the row of the last."""
    row = _TABLE
    for index, head in enumerate(theme_heads(plan)):
        row = _TABLE + 1 + index
        put(sheet, f"I{row}", head.replace("\n", " "), SHOWN_LEFT)
        shares = plan.down(THEMES, get_column_letter(3 + index))
        put_formula(sheet, f"J{row}", f'IF(COUNT({shares})=0,"",AVERAGE({shares}))', SHARE)
    return row


def _figures(plan: Plan, total: str, result: str) -> Iterator[tuple[str, str, str]]:
    record, entered = plan.record, f"COUNT({total})"

    def of_totals(function: str) -> str:
        return f'IF({entered}=0,"",{function}({total}))'

    cuts = sorted({record.cut_points(form) for form in record.forms})
    listed = f'SUMPRODUCT(--({plan.down(RESPONSES, "A")}<>""))'
    yield "满分 points", plain(record.total_points), "General"
    if len(cuts) == 1:
        yield "及格线 pass line", plain(cuts[0]), "General"
    else:
        yield "及格线（各卷不同）pass lines", f'"{plain(cuts[0])}–{plain(cuts[-1])}"', "General"
    yield "名单人数 listed", listed, "0"
    yield "已录入 entered", entered, "0"
    for word in (PASS, FAIL, PENDING, LOOK):
        yield word, f'COUNTIF({result},"{word}")', "0"
    yield "合格率 pass rate", f'IF({entered}=0,"",COUNTIF({result},"{PASS}")/{entered})', "0%"
    yield "平均分 mean", of_totals("AVERAGE"), "0.0"
    yield "中位数 median", of_totals("MEDIAN"), "General"
    yield "最高分 highest", of_totals("MAX"), "General"
    yield "最低分 lowest", of_totals("MIN"), "General"
    yield "未评分数 points still open", f"SUM({plan.down(MARKS, plan.after['open'])})", "General"
    yield "待核对的作答 answers to check", f"SUM({plan.down(MARKS, plan.after['check'])})", "0"


def _bins(plan: Plan, sheet: Worksheet, total: str, result: str) -> int:
    """Write how many candidates there are in each range of points; return the last row."""
    ranges = bins(plan.record.total_points, plan.record.cut_points(plan.record.forms[0]))
    for index, (low, high) in enumerate(ranges):
        row, last = _TABLE + 1 + index, index == len(ranges) - 1
        lowest = index == 0 and plan.below_zero
        put(sheet, f"D{row}", f"<{plain(high)}" if lowest else named(low, high, last=last), SHOWN)
        for column, word in zip("EFG", (FAIL, PENDING, PASS), strict=True):
            within = f'{total},">={_NO_MARK if lowest else plain(low)}",{total},"<{"=" if last else ""}{plain(high)}"'
            put_formula(sheet, f"{column}{row}", f'COUNTIFS({within},{result},"{word}")', SHOWN)
    return _TABLE + len(ranges)


def questions_sheet(plan: Plan, sheet: Worksheet) -> Grid:
    """Return a row a question of each form: how often it was answered, what it earned, what was chosen."""
    asked = [
        (form, number, form_number, item)
        for form_number, form in enumerate(plan.record.forms, 1)
        for number, item in enumerate(form.items, 1)
    ]
    first, last = plan.questions[0].column, plan.questions[-1].column

    def column(name: str) -> str:
        return f"INDEX('{name}'!${first}${plan.rows[0]}:${last}${plan.rows[-1]},0,$C{TOP})"

    letters = LETTERS[: max((len(item.options) for *_, item in asked if item.type in _CHOICE), default=0)]
    # COUNTIFS takes ? and * in a form's name for any letters, so forms are counted by their row in Key.
    form_row = get_column_letter(_FACILITY + len(letters) + 1)
    here = f"{plan.down(FOLD, 'A')},${form_row}{TOP},{plan.down(FOLD, 'B')},1"
    marks, answers = column(MARKS), column(READ)
    count = f"COUNTIFS({here})"
    marked = f'{count}-COUNTIFS({here},{answers},"{OPEN}*")'
    chosen = f'IF(OR(ISERROR(FIND("选",$D{TOP})),$I{TOP}=0),"",COUNTIFS({here},{answers},"*%s*")-COUNTIFS({here},{answers},"{WRONG}*%s*"))'
    columns = [
        Column("卷-题\nform-no.", 10, SHOWN, values=[f"{form.id}-{number}" for form, number, _, _ in asked]),
        Column("卷\nform", 7, SHOWN, values=[form.id for form, _, _, _ in asked]),
        Column("题\nno.", 5, SHOWN, values=[Decimal(number) for _, number, _, _ in asked]),
        Column("题型\ntype", 16, SHOWN, values=[_both(item) for *_, item in asked]),
        Column("题目\nquestion (zh)", 46, _TEXT, values=[item.stem.zh for *_, item in asked]),
        Column("题目\nquestion (en)", 46, _TEXT, values=[item.stem.en for *_, item in asked]),
        Column("满分\npoints", 8, SHOWN, values=[item.points for *_, item in asked]),
        Column("答案\nkey", 12, SHOWN, values=[_printed(item) or None for *_, item in asked]),
        Column("已评\nmarked", 8, SHOWN, marked),
        Column("满分人数\nfull marks", 10, SHOWN, f"COUNTIFS({here},{marks},$G{TOP})"),
        Column("空白\nblank", 8, SHOWN, f'{count}-COUNTIFS({here},{marks},">{_NO_MARK}")-({count}-$I{TOP})'),
        Column(
            "得分率\nfacility", 10, SHARE, f'IF($I{TOP}=0,"",SUMIFS({marks},{here},{marks},">0")/($I{TOP}*$G{TOP}))'
        ),
        *(Column(f"选 {letter}\nchose {letter}", 8, SHOWN, chosen % (letter, letter)) for letter in letters),
        Column("", 3, SHOWN, values=[Decimal(index) for _, _, index, _ in asked]),
    ]
    sheet.column_dimensions[form_row].hidden = True
    grid = Grid(sheet, columns, len(asked), [_lines(item) for *_, item in asked])
    grid.head(34)
    facility = get_column_letter(_FACILITY)
    sheet.conditional_formatting.add(f"{facility}{TOP}:{facility}{TOP + len(asked) - 1}", share_bars())
    return grid


_CHOICE = (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE)


def _both(item: DrawnItem) -> str:
    return f"{TYPE_NAMES[item.type].zh} {TYPE_NAMES[item.type].en}"


def _lines(item: DrawnItem) -> int:
    """Return how many lines the question takes in its columns."""
    return max(math.ceil(len(item.stem.zh or "") * 2 / _STEM), math.ceil(len(item.stem.en or "") / _STEM), 1)


def _printed(item: DrawnItem) -> str:
    """Return the key as a person reads it."""
    if item.type is not ItemType.CLOZE:
        return "".join(item.key)
    return "; ".join(letter or gap.accepted[0] for gap, letter in zip(item.gaps, item.key, strict=True))
