"""The sheets that work themselves out a row a candidate: Fold, Bare, Read, Marks and Themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.exam.words import plain
from guizhang.exam.workbook import bare, reading
from guizhang.exam.workbook.cells import BAD, GOOD, ODD_FILL, SHARE, SHOWN, SHOWN_LEFT, WAIT, Look, flag, share_bars
from guizhang.exam.workbook.formulas import floored, marks
from guizhang.exam.workbook.plan import BARE, FOLD, KEY, MARKS, READ, RESPONSES, TOP, Block, Plan, Question
from guizhang.exam.workbook.reading import CHECK, DAMAGED, OPEN, SAID_BLANK, Cells
from guizhang.exam.workbook.rows import Column, Grid
from guizhang.exam.workbook.typed import WHO, after_criteria, bilingual, who
from guizhang.model.item import ItemType

PASS, FAIL, PENDING = "合格 pass", "不合格 fail", "待定 pending"
LOOK = "核对 check"
"""Instead of a result: something of this person's answers cannot be read, or the form is unknown."""
_LONGEST_FORMULA = 8_192
_STRONG = Look(bold=True, fill=SHOWN.fill)


def fold_sheet(plan: Plan, sheet: Worksheet) -> Grid:
    """Return the hidden sheet that evens answers out; before them the row of the form in Key and whether answers stand."""
    form, forms = f"{RESPONSES}!$C{TOP}", f"'{KEY}'!$A${TOP}:$A${TOP + len(plan.record.forms) - 1}"
    # MATCH takes ? and * for any letters, and does not tell a from A: the form's own row is tried first.
    escaped = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({form},"~","~~"),"*","~*"),"?","~?")'
    own = f"EXACT({form},'{KEY}'!$A{TOP}),ROWS('{KEY}'!$A${TOP}:$A{TOP})"
    only = "1" if len(plan.record.forms) == 1 else '""'
    row = f'IF({form}="",{only},IF({own},IFERROR(MATCH({escaped},{forms},0),"")))'
    # 1 answers, 0 none, -1 answers to a form nobody knows.
    entered = f'IF(OR({RESPONSES}!$A{TOP}="",SUMPRODUCT(--({plan.span(TOP)}<>""))=0),0,IF($A{TOP}="",-1,1))'
    columns = [Column("form", 8, SHOWN, row), Column("entered", 8, SHOWN, entered)]
    columns.append(Column("practical", 8, SHOWN, bare.fold(_whole(plan))))
    return _answers(plan, sheet, columns, lambda _, cells: bare.fold(cells.typed))


def _whole(plan: Plan) -> str:
    """Return the cell in which the points of the practical part as a whole are typed."""
    return f"{RESPONSES}!{plan.practical_column}{TOP}"


def bare_sheet(plan: Plan, sheet: Worksheet) -> Grid:
    """Return the hidden sheet of answers without what people write around them."""
    practical = Column(
        "practical", 8, SHOWN, bare.points(_whole(plan), f"{FOLD}!$C{TOP}", plain(plan.record.practical_points))
    )
    return _answers(plan, sheet, [*[Column("", 3, SHOWN)] * 2, practical], bare.bare)


def read_sheet(plan: Plan, sheet: Worksheet) -> Grid:
    """Return the sheet that shows how each answer was read."""
    grid = _answers(plan, sheet, _identity(), reading.read)
    first, area = (
        f"{plan.questions[0].column}{TOP}",
        f"{plan.questions[0].column}{TOP}:{plan.questions[-1].column}{plan.rows[-1]}",
    )
    odd = Rule(
        type="expression",
        formula=[f'OR(ISNUMBER(FIND("{CHECK}",{first})),{first}="{DAMAGED}")'],
        dxf=flag(fill=ODD_FILL, ink=BAD),
    )
    sheet.conditional_formatting.add(area, odd)
    return grid


def _identity() -> list[Column]:
    left = [Column(head, 15, SHOWN_LEFT, who(letter)) for head, letter in zip(WHO[:2], "AB", strict=True)]
    return [*left, Column(WHO[2], 7, SHOWN, who("C"))]


def _answers(plan: Plan, sheet: Worksheet, before: list[Column], step: Callable[[Question, Cells], str]) -> Grid:
    wide = 22 if step is reading.read else 6
    columns = [*before]
    for i, q in enumerate(plan.questions):
        width = wide if ItemType.CLOZE in q.types else 6.5
        columns.append(Column(str(q.number), width, SHOWN, written(step(q, cells(plan, i)), cells(plan, i))))
    grid = Grid(sheet, columns, len(plan.rows))
    grid.head(32)
    return grid


def written(formula: str, at: Cells) -> str:
    """Return *formula*; where it is longer than programs take, one that leaves the answer to grading."""
    return formula if len(formula) <= _LONGEST_FORMULA else f'IF({at.folded}="","","{CHECK}")'


def unwritten(plan: Plan) -> list[int]:
    """Return the questions that are so many types on different forms that no formula marks them."""
    return [
        question.number
        for index, question in enumerate(plan.questions)
        for at in [cells(plan, index)]
        if max(map(len, (bare.bare(question, at), reading.read(question, at), _mark(plan, question, index))))
        > _LONGEST_FORMULA
    ]


def _mark(plan: Plan, question: Question, index: int) -> str:
    return f'IF({FOLD}!$B{TOP}<>1,"",{marks(question, cells(plan, index), plan.policy)})'


def cells(plan: Plan, index: int) -> Cells:
    """Return where the formulas of one question (from 0) find what they need."""
    column = plan.questions[index].column
    blocks = (Block.KEY, Block.EXTRA, Block.UNITS, Block.SCORES, Block.POINTS, Block.TYPE)
    return Cells(
        f"{FOLD}!$B{TOP}",
        f"{RESPONSES}!{column}{TOP}", f"{FOLD}!{column}{TOP}", f"{BARE}!{column}{TOP}", f"'{READ}'!{column}{TOP}",
        *(plan.looked_up(block, index) for block in blocks),
    )  # fmt: skip


def marks_sheet(plan: Plan, sheet: Worksheet) -> Grid:
    """Return the marks of every candidate: each question, each section, total, what is open, the result."""
    columns = [*_identity()]
    for i, q in enumerate(plan.questions):
        columns.append(Column(str(q.number), 6, SHOWN, written(_mark(plan, q, i), cells(plan, i))))
    practical = plan.record.practical_points
    heads = [f"{bilingual(s.title)}\n/ {plain(s.total_points)}" for s in plan.sections]
    heads += [f"实操\npractical\n/ {plain(practical)}", f"总分\ntotal\n/ {plain(plan.record.total_points)}"]
    heads += ["未评\nopen", "空白\nblank", "待核对\nto check", "结果\nresult", "名次\nrank"]
    for (name, formula), head in zip(_row_formulas(plan), heads, strict=True):
        strong = name in ("total", "result")
        columns.append(Column(head, 14 if name == "result" else 11, _STRONG if strong else SHOWN, formula))
    grid = Grid(sheet, columns, len(plan.rows))
    grid.head(78)
    result, check = plan.after["result"], plan.after["check"]
    for word, ink in ((FAIL, BAD), (PASS, GOOD), (PENDING, WAIT), (LOOK, BAD)):
        rule = Rule(type="cellIs", operator="equal", formula=[f'"{word}"'], dxf=flag(ink=ink, bold=True))
        sheet.conditional_formatting.add(f"{result}{TOP}:{result}{plan.rows[-1]}", rule)
    odd = Rule(type="expression", formula=[f"N({check}{TOP})>0"], dxf=flag(fill=ODD_FILL, ink=BAD))
    sheet.conditional_formatting.add(f"{check}{TOP}:{check}{plan.rows[-1]}", odd)
    return grid


def _row_formulas(plan: Plan) -> Iterator[tuple[str, str]]:
    a, r = plan.after, TOP
    entered = f"{FOLD}!$B{r}=1"
    asked, points = plan.looked_up(Block.SECTION), plan.looked_up(Block.POINTS)
    answers = plan.span(r, READ)
    unmarked = {
        i: f'SUMIFS({points},{answers},"{OPEN}*",{asked},{i + 1})'
        for i in range(len(plan.sections))
        if any(item.type is ItemType.SHORT_ANSWER for form in plan.record.forms for item in form.sections[i].items)
    }

    def when(expression: str) -> str:
        return f'IF({entered},{expression},"")'

    for i in range(len(plan.sections)):
        yield f"section {i}", when(floored(f"ROUND(SUMIF({asked},{i + 1},{plan.span(r)}),6)", plan.policy))
    given = f"{FOLD}!$C{r}"
    most = plain(plan.record.practical_points)
    whole = typed = bare.in_range(given, f"{BARE}!$C{r}", most) if plan.record.practical_points else '""'
    if plan.record.rubric is not None:  # ratings by criterion go before points of the whole
        typed = f"IF({after_criteria(plan, 'rated')}=1,{after_criteria(plan, 'points')},{whole})"
    yield "practical", typed
    sure = f"AND({entered},N({a['check']}{r})=0)"
    yield "total", f'IF({sure},ROUND(SUM({a["section 0"]}{r}:{a["practical"]}{r}),6),"")'
    left = [*unmarked.values()]
    if plan.record.practical_points:
        left.append(f'IF({a["practical"]}{r}="",{most},0)')
    yield "open", f'IF({sure},{"+".join(left) or "0"},"")'
    blank = "+".join(f'({answers}="{mark}")' for mark in ("", DAMAGED, SAID_BLANK))
    yield "blank", when(f'SUMPRODUCT(({asked}<>"")*({blank}))')
    unclear = [f'SUMPRODUCT(--ISNUMBER(FIND("{CHECK}",{answers})))', f'SUMPRODUCT(--({answers}="{DAMAGED}"))']
    if plan.record.practical_points:
        unclear.append(f'IF({whole}="{CHECK}",1,0)')
    if plan.record.rubric is not None:  # points of the whole beside ratings by criterion
        unclear.append(f'IF(AND({after_criteria(plan, "rated")}=1,{given}<>""),1,0)')
    yield "check", f"IF({FOLD}!$B{r}=-1,1,{when('+'.join(unclear))})"
    yield "result", f'IF(N({a["check"]}{r})>0,"{LOOK}",{when(_result(plan, unmarked))})'
    total = f"{a['total']}{r}"
    yield "rank", f'IF(ISNUMBER({total}),COUNTIF({a["total"]}${TOP}:{a["total"]}${plan.rows[-1]},">"&{total})+1,"")'


def _result(plan: Plan, unmarked: dict[int, str]) -> str:
    """Return the expression for pass, fail or pending: what is still open counts once as 0 and once as full."""
    a, r = plan.after, TOP
    total, left, cut = f"{a['total']}{r}", f"{a['open']}{r}", plan.looked_up(Block.CUT, 0)
    sure, lost = [f"{total}>={cut}"], [f"ROUND({total}+{left},6)<{cut}"]
    for i, section in enumerate(plan.sections):
        if section.minimum is None:
            continue
        here, least = f"{a[f'section {i}']}{r}", plan.looked_up(Block.LEAST, i)
        sure.append(f"{here}>={least}")
        lost.append(f"ROUND({here}+{unmarked.get(i, '0')},6)<{least}")
    if plan.record.rubric is not None:
        lost.append(f"{after_criteria(plan, 'critical')}>0")
        if plan.record.practical_points and any(criterion.critical for criterion in plan.record.rubric.criteria):
            # What may still come out as nothing keeps anybody from passing.
            settled = f'AND({after_criteria(plan, "rated")}=0,{a["practical"]}{r}<>"")'
            sure.append(f"OR({settled},AND({after_criteria(plan, 'rated')}=1,{after_criteria(plan, 'undecided')}=0))")
    return f'IF(OR({",".join(lost)}),"{FAIL}",IF(AND({",".join(sure)}),"{PASS}","{PENDING}"))'


def themes_sheet(plan: Plan, sheet: Worksheet) -> Grid:
    """Return the share of points each candidate earned by theme, over the answers that have been marked."""
    columns = _identity()[:2]
    theme, points = plan.looked_up(Block.THEME), plan.looked_up(Block.POINTS)
    for number, head in enumerate(theme_heads(plan), 1):
        # A negative mark deters from guessing and shows no less than nothing.
        earned = f'SUMIFS({plan.span(TOP, MARKS)},{theme},{number},{plan.span(TOP, MARKS)},">0")'
        there = f'(SUMIF({theme},{number},{points})-SUMIFS({points},{theme},{number},{plan.span(TOP, READ)},"{OPEN}*"))'
        columns.append(
            Column(f"{head}\n得分率 share", 14, SHARE, f'IF({FOLD}!$B{TOP}<>1,"",IFERROR({earned}/{there},""))')
        )
    grid = Grid(sheet, columns, len(plan.rows))
    grid.head(62)
    if plan.themes:
        area = f"C{TOP}:{get_column_letter(2 + len(plan.themes))}{plan.rows[-1]}"
        sheet.conditional_formatting.add(area, share_bars())
    return grid


def theme_heads(plan: Plan) -> list[str]:
    """Return the names of the themes in both languages, their ids where they have none."""
    names = plan.record.theme_names
    return [bilingual(names[theme]) if theme in names else theme for theme in plan.themes]
