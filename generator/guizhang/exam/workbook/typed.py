"""The sheets people type into: Responses and Practical."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise, zip_longest
from typing import Literal

from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.exam.order import handing_out_order
from guizhang.exam.words import plain
from guizhang.exam.workbook.cells import (
    BAD,
    BLANK_FILL,
    FIGURE,
    GIVEN,
    HEAD_FILL,
    ODD_FILL,
    SHOWN,
    SHOWN_LEFT,
    SOME,
    TYPED,
    Look,
    flag,
)
from guizhang.exam.workbook.formulas import rounded
from guizhang.exam.workbook.plan import FIRST, KEY, PRACTICAL, RATED, RESPONSES, TOP, Plan, Question
from guizhang.exam.workbook.rows import Column, Formula, Grid
from guizhang.model.drawn_item import LETTERS
from guizhang.model.item import ItemType
from guizhang.model.rubric import Criterion, Rubric
from guizhang.model.text import Text

WHO = ("工号\ncandidate", "姓名\nname", "卷别\nform")
_NAME = Look(open=True, centre=False, shape="@", shrink=True)
_LONGEST_LIST = 255
"""Characters Excel takes in a list of allowed values."""
_PAGE_WIDTH, _PAGE_PEOPLE, _MOST_BREAKS = 120, 9, 1_000
"""What fits on a page of Practical in its own size: characters across and people, on A4 and Letter; Excel knows 1,026 breaks."""
RATERS = 3
"""Rows of a candidate in Practical: two assessors, and what they agreed on."""
APART = "商定 agree"
"""Stands where two assessors are too far apart."""


def responses(plan: Plan, sheet: Worksheet) -> Grid:
    """Return the sheet grading reads: one header row, a row a candidate, question n in the n-th column after the form.

    Rows stand in the order in which papers lie.
    """
    people = handing_out_order(plan.record)
    columns = [
        Column(WHO[0], 15, _NAME, values=[person.id for person in people], value_look=GIVEN),
        Column(WHO[1], 15, _NAME, values=[person.name or None for person in people], value_look=GIVEN),
        Column(WHO[2], 11 if plan.individual else 7, TYPED, values=[person.form for person in people]),
    ]
    for q in plan.questions:
        points = Column(f"{q.number}\n得分 points", 9, FIGURE)
        columns.append(points if q.written else Column(str(q.number), _width(q), TYPED))
    if plan.record.practical_points:
        columns.append(Column("实操\npractical", 10, FIGURE))
    grid = Grid(sheet, columns, len(plan.rows))
    grid.head(48)
    top, last = plan.rows[0], plan.rows[-1]
    for validation, column in _validations(plan):
        validation.add(f"{column}{top}:{column}{last}")
        sheet.add_data_validation(validation)
    # A row somebody has begun shows what is still blank.
    rule = Rule(
        type="expression",
        formula=[f'AND(COUNTA(${plan.span(top).replace(":", ":$")})>0,D{top}="")'],
        dxf=flag(fill=BLANK_FILL),
    )
    sheet.conditional_formatting.add(f"{plan.span(top).split(':')[0]}:{plan.questions[-1].column}{last}", rule)
    return grid


def _width(question: Question) -> float:
    """Return a width that shows what is typed: a letter, some letters, words."""
    wide = {
        ItemType.CLOZE: 22,
        ItemType.NUMERIC: 9,
        ItemType.MATCHING: 9,
        ItemType.ORDERING: 9,
        ItemType.MULTIPLE_CHOICE: 7,
    }
    return max(wide.get(kind, 5.5) for kind in question.types)


def _validations(plan: Plan) -> Iterator[tuple[DataValidation, str]]:
    once = f"SUMPRODUCT(--EXACT({_rows(plan, 'A')},$A{TOP}))=1"
    if not plan.individual:  # in a long list the check of every cell against all others would be felt
        yield _refused("custom", once, "这个工号已经有了。\nThis candidate is listed already."), "A"
    forms = f"'{KEY}'!$A${TOP}:$A${TOP + len(plan.record.forms) - 1}"
    yield _refused("list", forms, "没有这份卷子。\nThere is no such form."), "C"
    for q in plan.questions:
        yield _of_question(q), q.column
    if plan.record.practical_points:
        yield _between(plan.record.practical_points), plan.practical_column


def _rows(plan: Plan, column: str) -> str:
    return f"${column}${plan.rows[0]}:${column}${plan.rows[-1]}"


def _of_question(q: Question) -> DataValidation:
    letters = LETTERS[: q.options]
    match q.types[0] if len(q.types) == 1 else None:
        case ItemType.SINGLE_CHOICE:
            return _listed(letters)
        case ItemType.MULTIPLE_CHOICE:
            sets = ["".join(some) for n in range(1, q.options + 1) for some in combinations(letters, n)]
            if len(",".join(sets)) <= _LONGEST_LIST:
                return _listed(sets)
            return _hint("正确选项的字母连着写：ACD", "The letters in a row: ACD")
        case ItemType.TRUE_FALSE:
            return _listed(["T", "F", "√", "×"])
        case ItemType.SHORT_ANSWER:
            return _between(q.points)
        case ItemType.CLOZE:
            return _hint(
                "各空用分号隔开，空着的也要留分号：24小时；；B", "Semicolons between gaps, blank ones too: 24 hours;;B"
            )
        case ItemType.MATCHING:
            return _hint(
                "按左栏顺序写字母，空着的写“-”：C-B", "Letters in the order of the left side, - for a blank: C-B"
            )
        case ItemType.ORDERING:
            return _hint("按写下的先后顺序录入字母：CAB", "The letters in the order written: CAB")
        case ItemType.NUMERIC:
            return _hint("写数字，单位可写可不写", "The number, with or without its unit")
        case _:
            return _hint(
                f"各卷第 {q.number} 题题型不同，照答卷录入",
                f"Question {q.number} differs between forms: type what the sheet says",
            )


def _hint(zh: str, en: str) -> DataValidation:
    """Return what a spreadsheet program shows beside a cell that takes anything."""
    return DataValidation(allow_blank=True, showInputMessage=True, prompt=f"{zh}\n{en}")


def _listed(values: list[str] | str) -> DataValidation:
    """Return a list to choose from; somebody may insist on something else, which `Read` then shows as unreadable."""
    return DataValidation(
        type="list", formula1=f'"{",".join(values)}"', allow_blank=True, showErrorMessage=True, errorStyle="warning",
        error="不在可选答案之内。确实这样写的，选“是”。\nNot one of the answers. Keep it if that is what was written.",
    )  # fmt: skip


def _refused(kind: Literal["list", "custom"], formula: str, error: str) -> DataValidation:
    return DataValidation(
        type=kind, formula1=formula, allow_blank=True, showErrorMessage=True, errorStyle="stop", error=error
    )


def _between(most: Decimal) -> DataValidation:
    """Return the bounds of points."""
    return DataValidation(
        type="decimal", operator="between", formula1="0", formula2=plain(most), allow_blank=True, showErrorMessage=True,
        error=f"0–{plain(most)}", showInputMessage=True, prompt=f"0–{plain(most)}",
    )  # fmt: skip


def practical(plan: Plan, sheet: Worksheet, rubric: Rubric) -> Grid:
    """Return the sheet of the practical part: of each candidate a row for each assessor and one for what they agreed on."""
    people, top, last = len(plan.rows), TOP, TOP + RATERS * len(plan.rows) - 1
    agreed = "agreed" if plan.record.language == "en" else "议定"
    columns = [
        Column(head, 15, SHOWN_LEFT, values=list(_rated(letter, plan)))
        for head, letter in zip(WHO[:2], "AB", strict=True)
    ]
    columns.append(Column("评分人\nassessor", 10, TYPED, values=["1", "2", agreed] * people))
    for index, criterion in enumerate(rubric.criteria):
        star = "★ " if criterion.critical else ""
        most = plain(criterion.max_points)
        columns.append(Column(f"{star}{bilingual(criterion.title)}\n(0–{most})", 17, FIGURE))
        between = _between(criterion.max_points)
        column = get_column_letter(FIRST + index)
        between.add(f"{column}{top}:{column}{last}")
        sheet.add_data_validation(between)
    area = f"A{top}:{get_column_letter(len(columns))}{last}"
    banded = Rule(type="expression", formula=[f"MOD(ROW()-{top},{RATERS})={RATERS - 1}"], dxf=flag(fill=HEAD_FILL))
    sheet.conditional_formatting.add(area, banded)
    grid = Grid(sheet, columns, RATERS * people)
    grid.head(64)
    if sum(column.width for column in columns) <= _PAGE_WIDTH and people <= _PAGE_PEOPLE * _MOST_BREAKS:
        for row in range(TOP + RATERS * _PAGE_PEOPLE, last + 1, RATERS * _PAGE_PEOPLE):
            sheet.row_breaks.append(Break(id=row - 1))  # nobody's rows are torn apart
    return grid


def _rated(letter: str, plan: Plan) -> Iterator[str | Formula | None]:
    """Yield whom each row of Practical is about: who is on the roster is named, below stands who is typed in.

    Grading reads these cells. Not every program stores what formulas come to, so there are few, and they say no more
    than which cell is meant.
    """
    people = [person.id if letter == "A" else person.name or None for person in handing_out_order(plan.record)]
    for row, known in zip_longest(plan.rows, people):
        cell = f"{RESPONSES}!{letter}{row}"
        yield from [known or Formula(f'IF({cell}="","",{cell})')] * RATERS


def resolved(plan: Plan, sheet: Worksheet, rubric: Rubric) -> Grid:
    """Return what the assessors' ratings come to, by the rule grading has.

    What they agreed on decides; one rating stands, and so do two that are the same; of two that are at most one step apart
    the mean counts; anything else is open. A step leads from one anchor to the next, or is a point where there are none.
    """
    columns = [Column(head, 15, SHOWN_LEFT, who(letter)) for head, letter in zip(WHO[:2], "AB", strict=True)]
    columns.append(Column(WHO[2], 7, SHOWN, who("C")))
    cells = [f"{get_column_letter(FIRST + index)}{TOP}" for index in range(len(rubric.criteria))]
    for index, criterion in enumerate(rubric.criteria):
        star, column = ("★ " if criterion.critical else ""), get_column_letter(FIRST + index)
        one, two, agreed = (_rating(plan, column, rater) for rater in range(RATERS))
        head = f"{star}{bilingual(criterion.title)}\n计分 counts"  # a bare title would be a column of ratings
        columns.append(Column(head, 17, SHOWN, _counts(criterion, one, two, agreed)))
        apart = Rule(type="expression", formula=[f'{cells[index]}="{APART}"'], dxf=flag(fill=ODD_FILL, ink=BAD))
        sheet.conditional_formatting.add(f"{cells[index]}:{column}{plan.rows[-1]}", apart)
        if criterion.critical:
            nothing = f"AND(ISNUMBER({cells[index]}),{cells[index]}=0)"
            rule = Rule(type="expression", formula=[nothing], dxf=flag(ink=BAD, bold=True))
            sheet.conditional_formatting.add(f"{cells[index]}:{column}{plan.rows[-1]}", rule)
    total, most, whole = get_column_letter(FIRST + len(cells)), rubric.max_points, plan.record.practical_points
    area, critical = f"{cells[0]}:{cells[-1]}", [c for c, k in zip(cells, rubric.criteria, strict=True) if k.critical]
    rated = f'SUMPRODUCT(--({area}<>""))>0'
    share = rounded(f"{total}{TOP}/{plain(most)}*{plain(whole)}", plain(whole), plan.policy)
    given = f"IF({total}{TOP}={plain(most)},{plain(whole)},{share})"
    columns += [
        Column(f"合计\nsum\n/ {plain(most)}", 9, SHOWN, f'IF(COUNT({area})={len(cells)},SUM({area}),"")'),
        Column(f"折合实操分\npoints\n/ {plain(whole)}", 12, SHOWN, f'IF({total}{TOP}="","",{given})'),
        Column("★ 得 0 分\n★ at 0", 9, SOME, "+".join(f"COUNTIF({cell},0)" for cell in critical) or "0"),
        Column(
            "★ 未定\n★ open", 9, SOME, f"IF({rated},{'+'.join(f'(1-ISNUMBER({cell}))' for cell in critical) or 0},0)"
        ),
        Column("已评\nrated", 7, SOME, f"IF({rated},1,0)"),
    ]
    grid = Grid(sheet, columns, len(plan.rows))
    grid.head(64)
    return grid


def _rating(plan: Plan, column: str, rater: int) -> str:
    area = f"'{PRACTICAL}'!{column}${TOP}:{column}${TOP + RATERS * len(plan.rows) - 1}"
    return f"INDEX({area},{RATERS}*ROWS($A${TOP}:$A{TOP})-{RATERS - 1 - rater})"


def _counts(criterion: Criterion, one: str, two: str, agreed: str) -> str:
    low, high = f"MIN({one},{two})", f"MAX({one},{two})"
    anchors = sorted(Decimal(points) for points in criterion.anchors)
    near = [f"AND({low}>={plain(a)},{high}<={plain(b)})" for a, b in pairwise(anchors)]
    stands = (
        "".join(f"({low}={plain(a)})+" for a in anchors) + "0",
        "".join(f"({high}={plain(a)})+" for a in anchors) + "0",
    )
    near.append(f"AND(({stands[0]})*({stands[1]})=0,{high}-{low}<=1)")
    mean = f'IF({one}={two},{one},IF(OR({",".join(near)}),({one}+{two})/2,"{APART}"))'
    either = f'IF(COUNT({one},{two})=0,"",IF(COUNT({one},{two})=1,{high},{mean}))'
    return f"IF(ISNUMBER({agreed}),{agreed},{either})"


def after_criteria(plan: Plan, name: str) -> str:
    """Return the cell of the sheet of what ratings come to that holds the points, the critical zeros, those still open, whether any are."""
    rubric = plan.record.rubric
    assert rubric is not None, "asked for only where there is a rubric"
    index = ("sum", "points", "critical", "undecided", "rated").index(name)
    return f"'{RATED}'!{get_column_letter(FIRST + len(rubric.criteria) + index)}{TOP}"


def who(column: str) -> str:
    """Return the expression for who a row is about."""
    cell = f"{RESPONSES}!{column}{TOP}"
    return f'IF({cell}="","",{cell})'


def bilingual(text: Text) -> str:
    """Return Chinese above English."""
    return "\n".join(dict.fromkeys(filter(None, [text.zh, text.en])))
