"""The sheet that opens first: what the trainer does, by which rules the formulas mark, and what they cannot know."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

from guizhang.exam.workbook.cells import HEAD, LINE, NOTE, TITLE, put
from guizhang.exam.workbook.marks import unwritten
from guizhang.exam.workbook.plan import (
    KEY,
    MARKS,
    PRACTICAL,
    QUESTIONS,
    RATED,
    READ,
    RESPONSES,
    SUMMARY,
    THEMES,
    Plan,
)
from guizhang.model.scoring_words import told

_WIDTHS = {"A": 18, "B": 62, "C": 74}
_LINE_POINTS = 16

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


_COUNTS = (
    "公式按组卷时的规则算。此后的更正（作废、换答案、改规则）、读得懂但“读作 Read”标了 ✗ 的写法，以 guizhang grade 的结果为准。",
    "They follow the rules of the draw. After corrections, and where Read has ✗ for what a person would accept, the result of guizhang grade counts.",
)


def how_to(plan: Plan, sheet: Worksheet) -> None:
    """Write what the trainer does."""
    record = plan.record
    put(sheet, "A1", " ".join(filter(None, [record.title.zh, record.title.en])), TITLE)
    put(sheet, "A2", f"阅卷工作簿 Scoring workbook · 考试编号 exam {record.exam_id} · 保密 SECRET", NOTE)
    sheet.row_dimensions[1].height = 26
    row = _table(sheet, 4, ("工作表 sheet", "怎么用", "How to use it"), list(_sheets(plan)))
    _table(sheet, row + 2, ("评分 marking", "按什么规则", "By which rules"), list(_rules(plan)))
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[column].width = width
    sheet.sheet_view.showGridLines = False


def _table(sheet: Worksheet, row: int, heads: tuple[str, str, str], lines: list[tuple[str, str, str]]) -> int:
    """Write a table and return its last row; a line that names a sheet leads to it."""
    for column, head in zip("ABC", heads, strict=True):
        put(sheet, f"{column}{row}", head, HEAD)
    for below, line in enumerate(lines, row + 1):
        for column, text in zip("ABC", line, strict=True):
            put(sheet, f"{column}{below}", text, LINE)
        if line[0] in (step[0] for step in _STEPS):
            sheet[f"A{below}"].hyperlink = f"#'{line[0]}'!A1"
        _, zh, en = line
        needed = max(-(-2 * len(zh) // _WIDTHS["B"]), -(-len(en) // _WIDTHS["C"]), 2)
        sheet.row_dimensions[below].height = needed * _LINE_POINTS + 4
    return row + len(lines)


def _sheets(plan: Plan) -> Iterator[tuple[str, str, str]]:
    there = {RESPONSES, READ, MARKS, THEMES, SUMMARY, KEY}
    there |= {PRACTICAL, RATED} if plan.record.rubric else set()
    there |= set() if plan.individual else {QUESTIONS}
    return (step for step in _STEPS if step[0] in there)


def _rules(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Yield the rules, and what the formulas cannot know."""
    forms = plan.record.forms
    rules = told(plan.policy, {item.type for form in forms for item in form.items})
    yield "评分规则 rules", rules.zh or "", rules.en or ""
    yield "以评分为准 what counts", *_COUNTS
    near = [
        f"{form.id}-{n}"
        for form in forms
        for n, item in enumerate(form.items, 1)
        if any(gap.tolerance for gap in item.gaps)
    ]
    if near:
        listed = ", ".join(near)
        yield (
            "误差 tolerance",
            f"这些填空题允许误差，公式只认答案本身的数，别的数请看 guizhang grade：{listed}",
            f"Gaps of these questions have a tolerance; the formulas know the figure of the key only, guizhang grade also what is near it: {listed}",
        )
    if numbers := ", ".join(map(str, unwritten(plan))):
        yield (
            "题型太多 many types",
            f"这些题号在各卷是不同的题型，公式写不下，显示 ？，以 guizhang grade 为准：{numbers}",
            f"These numbers are too many types of question on different forms for a formula; they show ？, guizhang grade marks them: {numbers}",
        )
