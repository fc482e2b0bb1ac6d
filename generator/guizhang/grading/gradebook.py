"""The gradebook: an XLSX workbook whose totals and decisions are live formulas over the marks.

A trainer who enters the mark of a written answer sees total and decision move. Each formula agrees with what `grade`
computed, and carries that value.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.grading.sentences import decision, number
from guizhang.grading.summary import ClassReport
from guizhang.grading.table import column_letters
from guizhang.grading.xlsx import Book, save
from guizhang.model.form import DrawnForm
from guizhang.model.item import ItemType
from guizhang.model.response import CandidateResult, Outcome

SUMMARY, RESULTS, MARKS = "概况 Summary", "成绩 Results", "得分 Marks"
ANSWERS, QUESTIONS, RULES = "作答 Answers", "题目 Questions", "规定 Rules"
POINTS = "0.##"
SHARE = "0%"
BLANK = '"—";"—";"—"'
"""Number format of a mark of 0 for a blank: counts 0, reads as a dash."""
IDENTITY = 3
"""Columns for candidate, name and form stand before all others."""

_HEAD = Font(bold=True)
_TITLE = Font(bold=True, size=14)
_MUTED = Font(color="777777")
_OPEN = PatternFill("solid", fgColor="FFF2CC")
_LINE = Border(bottom=Side(style="thin", color="999999"))
_WRAP = Alignment(wrap_text=True, vertical="top")


def gradebook(report: ClassReport) -> bytes:
    """Return the XLSX gradebook of a class; equal reports give equal bytes."""
    book = Book()
    summary = book.sheet(SUMMARY)
    results = book.sheet(RESULTS)
    layout = _Layout(report, marks_top=3 + len(_shapes(report)))
    _write_results(book, results, report, layout)
    _write_marks(book, report, layout)
    _write_answers(book, report, layout)
    _write_questions(book, report)
    _write_rules(book, report)
    _write_summary(book, summary, report, layout)
    return save(book)


class _Layout:
    """Where things stand, for formulas that reach across sheets."""

    def __init__(self, report: ClassReport, marks_top: int) -> None:
        self.sections = len(report.record.forms[0].sections)
        self.practical = IDENTITY + self.sections + 1
        self.total = self.practical + 1
        self.results_top = 4
        """First row of a candidate on the results sheet."""
        self.marks_top = marks_top
        """First row of a candidate on the marks sheet."""
        self.questions = max(len(form.items) for form in report.record.forms)
        self.max_rows = {form.id: 2 + _shapes(report).index(_shape(form)) for form in report.record.forms}
        """Row of the marks sheet that holds the maximum of each question of a form."""

    def marks(self, first: int, last: int, row: int) -> str:
        """Return the range of questions *first* to *last* in one row of the marks sheet."""
        low, high = column_letters(IDENTITY + first), column_letters(IDENTITY + last)
        return f"'{MARKS}'!{low}{row}:{high}{row}"


def _shape(form: DrawnForm) -> tuple[Decimal, ...]:
    return tuple(item.points for item in form.items)


def _shapes(report: ClassReport) -> list[tuple[Decimal, ...]]:
    """Return the maximum marks by question, once for all forms that share them: usually one row."""
    return list(dict.fromkeys(_shape(form) for form in report.record.forms))


def _head(book: Book, sheet: Worksheet, row: int, headings: Sequence[str], widths: Sequence[float] = ()) -> None:
    for column, heading in enumerate(headings, start=1):
        cell = book.text(sheet, row, column, heading)
        cell.font, cell.border, cell.alignment = _HEAD, _LINE, _WRAP
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[column_letters(column)].width = width


def _identity(book: Book, sheet: Worksheet, row: int, result: CandidateResult) -> None:
    for column, value in enumerate((result.candidate, result.name, result.form), start=1):
        book.text(sheet, row, column, value)


_IDENTITY_HEAD = ("考号 candidate", "姓名 name", "卷别 form")


def _write_results(book: Book, sheet: Worksheet, report: ClassReport, layout: _Layout) -> None:
    record = report.record
    book.text(sheet, 1, 1, f"{record.title.either('zh')} {record.title.en or ''}".strip()).font = _TITLE
    titles = [f"{s.title.either('zh')} {s.title.en or ''}".strip() for s in record.forms[0].sections]
    _head(
        book, sheet, 3,
        [*_IDENTITY_HEAD, *titles, "实操 practical", "总分 total", "待评 open", "满分 maximum", "及格线 cut", "结果 result",
         "对 right", "部分对 partial", "错 wrong", "未答 blank", "未评 unmarked", "再读 read again"],
        [14, 12, 8, *[14] * len(titles), 10, 10, 10, 10, 10, 14, 8, 8, 8, 8, 10, 60],
    )  # fmt: skip
    for offset, result in enumerate(report.results):
        row, marks_row = layout.results_top + offset, layout.marks_top + offset
        _identity(book, sheet, row, result)
        form = report.form(result.form)
        question, opens = 1, []
        for index, section in enumerate(form.sections):
            last = question + len(section.items) - 1
            marks = layout.marks(question, last, marks_row)
            most = layout.marks(question, last, layout.max_rows[form.id])
            opens.append(f'SUMPRODUCT(({marks}="")*{most})')
            points = result.sections[index].points
            book.formula(sheet, row, IDENTITY + 1 + index, f"SUM({marks})", points, POINTS)
            question = last + 1
        _write_decision(book, sheet, row, result, layout, opens, record.practical_points)
        for column, outcome in enumerate(Outcome, start=layout.total + 5):
            book.number(sheet, row, column, result.count(outcome))
        again = "; ".join(report.name(p.address, "zh") for p in result.read_again)
        book.text(sheet, row, layout.total + 10, again)
    sheet.freeze_panes = sheet.cell(layout.results_top, IDENTITY + 1)


def _write_decision(
    book: Book,
    sheet: Worksheet,
    row: int,
    result: CandidateResult,
    layout: _Layout,
    opens: list[str],
    practical: Decimal,
) -> None:
    """Write practical part, total, open points, maximum, cut and the decision of one candidate."""
    first, last = column_letters(IDENTITY + 1), column_letters(layout.practical)
    total, left, cut = (f"{column_letters(layout.total + n)}{row}" for n in (0, 1, 3))
    cell = book.number(sheet, row, layout.practical, result.practical, POINTS)
    open_parts = list(opens)
    if practical:
        open_parts.append(f'IF({last}{row}="",{practical},0)')
        if result.practical is None:
            cell.fill = _OPEN
    # Binary fractions add up to 59.99999999; a cut score must not hang on that.
    book.formula(sheet, row, layout.total, f"ROUND(SUM({first}{row}:{last}{row}),4)", result.total_points, POINTS)
    book.formula(sheet, row, layout.total + 1, "+".join(open_parts), result.open_points, POINTS)
    book.number(sheet, row, layout.total + 2, result.max_points, POINTS)
    book.number(sheet, row, layout.total + 3, result.cut_points, POINTS)
    fails, holds = [f"ROUND({total}+{left},4)<{cut}"], [f"{total}>={cut}"]
    for index, section in enumerate(result.sections):
        if section.minimum_points is not None:
            points = f"ROUND({column_letters(IDENTITY + 1 + index)}{row},4)"
            fails.append(f"{points}+{opens[index]}<{section.minimum_points}")
            holds.append(f"{points}>={section.minimum_points}")
    words = {passed: _decision(passed) for passed in (True, False, None)}
    formula = f'IF(OR({",".join(fails)}),"{words[False]}",IF(AND({",".join(holds)}),"{words[True]}","{words[None]}"))'
    book.formula(sheet, row, layout.total + 4, formula, words[result.passed])


def _decision(passed: bool | None) -> str:
    word = decision(passed)
    return f"{word.zh} {word.en}"


def _write_marks(book: Book, report: ClassReport, layout: _Layout) -> None:
    sheet = book.sheet(MARKS)
    _head(book, sheet, 1, [*_IDENTITY_HEAD, *(str(n) for n in range(1, layout.questions + 1))], [14, 12, 8])
    for number_, shape in enumerate(_shapes(report)):
        row = 2 + number_
        book.text(sheet, row, 1, "满分 maximum").font = _MUTED
        if len(_shapes(report)) > 1:
            forms = [form.id for form in report.record.forms if _shape(form) == shape]
            book.text(sheet, row, 3, " ".join(forms)).font = _MUTED
        for column, points in enumerate(shape, start=IDENTITY + 1):
            book.number(sheet, row, column, points, POINTS).font = _MUTED
    for offset, result in enumerate(report.results):
        row = layout.marks_top + offset
        _identity(book, sheet, row, result)
        for item in result.items:
            column = IDENTITY + item.number
            if item.outcome is Outcome.UNMARKED:
                sheet.cell(row, column).fill = _OPEN
            else:
                blank = item.outcome is Outcome.BLANK
                book.number(sheet, row, column, item.points, BLANK if blank else POINTS)
    legend = layout.marks_top + len(report.results) + 1
    note = "— 未答，计 0 分；黄色：还没评分，填入后总分和结果随之更新 / — blank, counts 0; yellow: not marked yet, total and result follow what you enter"
    book.text(sheet, legend, 1, note).font = _MUTED
    for column in range(IDENTITY + 1, IDENTITY + 1 + layout.questions):
        sheet.column_dimensions[column_letters(column)].width = 6
    sheet.freeze_panes = sheet.cell(layout.marks_top, IDENTITY + 1)


def _write_answers(book: Book, report: ClassReport, layout: _Layout) -> None:
    sheet = book.sheet(ANSWERS)
    _head(book, sheet, 1, [*_IDENTITY_HEAD, *(str(n) for n in range(1, layout.questions + 1))], [14, 12, 8])
    for row, result in enumerate(report.results, start=2):
        _identity(book, sheet, row, result)
        for item in result.items:
            book.text(sheet, row, IDENTITY + item.number, item.answer)
    sheet.freeze_panes = sheet.cell(2, IDENTITY + 1)


def _write_questions(book: Book, report: ClassReport) -> None:
    sheet = book.sheet(QUESTIONS)
    _head(
        book, sheet, 1,
        ["卷·题号 form·no.", "题目 question (zh)", "question (en)", "题型 type", "主题 theme", "分值 points", "已评人数 n",
         "对 right", "部分对 partial", "错 wrong", "未答 blank", "未评 unmarked", "得分率 facility", "依据 rests on", "编号 item id"],
        [14, 50, 50, 14, 14, 8, 8, 8, 8, 8, 8, 10, 10, 34, 40],
    )  # fmt: skip
    for row, statistics in enumerate(report.analysis.items, start=2):
        item = statistics.item
        texts = {
            1: report.standing(statistics), 2: item.stem.zh or "", 3: item.stem.en or "", 4: TYPES[item.type],
            5: report.theme(item.themes[0], "both") if item.themes else "", 14: "; ".join(item.cites), 15: item.item_id,
        }  # fmt: skip
        for column, value in texts.items():
            book.text(sheet, row, column, value).alignment = _WRAP
        book.number(sheet, row, 6, item.points, POINTS)
        book.number(sheet, row, 7, statistics.n)
        for column, outcome in enumerate(Outcome, start=8):
            book.number(sheet, row, column, statistics.outcomes[outcome])
        book.number(sheet, row, 13, statistics.facility, SHARE)
    sheet.freeze_panes = "B2"


TYPES = {
    ItemType.SINGLE_CHOICE: "单选 single choice",
    ItemType.MULTIPLE_CHOICE: "多选 multiple choice",
    ItemType.TRUE_FALSE: "判断 true or false",
    ItemType.NUMERIC: "填数 numeric",
    ItemType.ORDERING: "排序 ordering",
    ItemType.SHORT_ANSWER: "简答 short answer",
}


def _write_rules(book: Book, report: ClassReport) -> None:
    sheet = book.sheet(RULES)
    _head(
        book, sheet, 1,
        ["规定 provision (zh)", "provision (en)", "地址 address", "考到的人数 people asked", "没掌握 missed", "没掌握比例 share missed",
         "未答题次 blanks", "得分率 facility", "题目 questions"],
        [28, 34, 36, 12, 10, 12, 10, 10, 40],
    )  # fmt: skip
    for row, provision in enumerate(report.analysis.provisions, start=2):
        book.text(sheet, row, 1, report.name(provision.address, "zh"))
        book.text(sheet, row, 2, report.name(provision.address, "en"))
        cell = book.text(sheet, row, 3, provision.address)
        if (link := report.link(provision.address)) is not None:
            cell.hyperlink, cell.font = link, Font(color="0563C1", underline="single")
        book.number(sheet, row, 4, provision.n)
        book.number(sheet, row, 5, provision.missed)
        book.formula(sheet, row, 6, f"E{row}/D{row}", provision.miss_share, SHARE)
        book.number(sheet, row, 7, provision.blank)
        book.number(sheet, row, 8, provision.facility, SHARE)
        book.text(sheet, row, 9, report.questions(provision))
    sheet.freeze_panes = "B2"


def _write_summary(book: Book, sheet: Worksheet, report: ClassReport, layout: _Layout) -> None:
    record, results = report.record, report.results
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 90
    book.text(sheet, 1, 1, f"{record.title.either('zh')} {record.title.en or ''}".strip()).font = _TITLE
    book.text(sheet, 2, 1, report.headline.zh or "")
    book.text(sheet, 3, 1, report.headline.en or "")
    last = layout.results_top + max(len(results), 1) - 1
    decisions, totals = (
        f"'{RESULTS}'!{column_letters(layout.total + n)}{layout.results_top}:{column_letters(layout.total + n)}{last}"
        for n in (4, 0)
    )
    row = 5
    for passed in (True, False, None):
        count = Decimal(sum(result.passed is passed for result in results))
        book.text(sheet, row, 1, _decision(passed))
        book.formula(sheet, row, 2, f'COUNTIF({decisions},"{_decision(passed)}")', count).alignment = Alignment("left")
        row += 1
    if results:
        mean = sum((result.total_points for result in results), Decimal(0)) / len(results)
        book.text(sheet, row, 1, "平均总分 mean total")
        book.formula(sheet, row, 2, f"AVERAGE({totals})", mean, POINTS).alignment = Alignment("left")
        row += 1
    facts = [
        ("满分，及格线 maximum, cut", f"{number(record.total_points)}, {record.cut_score}"),
        ("缺考 absent", "; ".join(f"{a.candidate} {a.name}".strip() for a in report.intake.absent) or "–"),
        ("评分规则 scoring rules", report.policy_line),
        ("考试编号 exam", record.exam_id),
        *(("作答文件 responses", line) for line in report.file_lines),
    ]
    for offset, (label, value) in enumerate(facts):
        book.text(sheet, row + offset, 1, label)
        book.text(sheet, row + offset, 2, value).alignment = _WRAP
