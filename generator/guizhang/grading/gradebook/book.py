"""The gradebook: an XLSX workbook whose totals and decisions are live formulas over the marks.

A trainer who enters the mark of a written answer sees total and decision move. Each formula agrees with what `grade`
computed, and carries that value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from operator import attrgetter

from openpyxl.worksheet.worksheet import Worksheet

from guizhang.grading.grade import critical_open
from guizhang.grading.gradebook.class_sheets import write_questions, write_rules, write_summary
from guizhang.grading.gradebook.layout import (
    CENTRE,
    IDENTITY,
    IDENTITY_HEAD,
    IDENTITY_WIDTHS,
    MUTED,
    OPEN_FILL,
    POINTS,
    SHEETS,
    SHRINK,
    TITLE,
    WRAP,
    Layout,
    both,
    decision_word,
    head,
    identity,
    on_paper,
    shape,
    shapes,
    title,
)
from guizhang.grading.summary import ClassReport
from guizhang.model.response import CandidateResult, ItemResult, Outcome, Reason
from guizhang.model.scoring import Floor
from guizhang.tables.book import Book, save
from guizhang.tables.bulk import BulkRow, number_content, style_number, text_content
from guizhang.tables.table import column_letters

BLANK = '"—";"—";"—"'
"""Number format of a mark of 0 for a blank: counts 0, reads as a dash."""
_outcome = attrgetter("outcome")
_LARGE = 50_000
"""Answers from which on starting processes is worth it."""
_AGAIN_SIGNS = 52
"""Chinese characters on a line of the rules to read again; a column is measured in Latin ones, half as wide, and quotes and brackets are narrow."""
NOTE = (
    "— 未答，计 0 分；黄色：还没评分，填入后总分和结果随之更新 "
    "/ — blank, counts 0; yellow: not marked yet, total and result follow what you enter"
)


class Looks:
    """Styles of the cells of people's rows, by number."""

    def __init__(self, sheet: Worksheet) -> None:
        self.quoted = style_number(sheet, quotePrefix=True)
        self.open = style_number(sheet, fill=OPEN_FILL)
        self.blank = style_number(sheet, number_format=BLANK)
        self.centre = style_number(sheet, alignment=CENTRE)
        self.wrap = style_number(sheet, alignment=WRAP)
        self.muted = style_number(sheet, font=MUTED)
        self.shrink = style_number(sheet, alignment=SHRINK)


def gradebook(report: ClassReport) -> bytes:
    """Return the XLSX gradebook of a class; equal reports give equal bytes."""
    return begin_gradebook(report)()


def begin_gradebook(report: ClassReport) -> Callable[[], bytes]:
    """Begin with the sheets about people, of a large class on cores of their own; return what gives the workbook."""
    book, layout = Book(), Layout(report)
    summary, results, marks, answers, questions, rules, again = sheets = [*map(book.sheet, SHEETS)]
    on_paper(sheets, report.record.paper_size)
    _write_results(book, results, report, layout)
    _write_marks(book, marks, report, layout)
    _write_answers(book, answers, report, layout)
    _write_again(book, again, report)
    book.begin(small=len(report.results) * layout.questions <= _LARGE)

    def finished() -> bytes:
        write_questions(book, questions, report)
        write_rules(book, rules, report)
        write_summary(book, summary, report, layout)
        return save(book)

    return finished


def _write_results(book: Book, sheet: Worksheet, report: ClassReport, layout: Layout) -> None:
    record = report.record
    book.text(sheet, 1, 1, title(report)).font = TITLE
    titles = [both(section.title) for section in record.forms[0].sections]
    head(
        book, sheet, 3,
        [*IDENTITY_HEAD, *titles, "实操 practical", "总分 total", "待评 open", "及格线 cut", "结果 result",
         "对 right", "部分对 partial", "错 wrong", "未答 blank", "未评 unmarked"],
        [12, 11, 7, *[10] * len(titles), 9, 7, 7, 7, 12, 6, 7, 7, 7, 10],
    )  # fmt: skip
    book.bulk[sheet.title] = partial(_result_rows, report, layout, Looks(sheet))
    sheet.freeze_panes = f"{column_letters(IDENTITY + 1)}{layout.results_top}"


def _result_rows(report: ClassReport, layout: Layout, looks: Looks) -> Iterator[str]:
    record, negative = report.record, report.policy.negative
    floored = negative is not None and negative.floor is Floor.SECTION
    for offset, result in enumerate(report.results):
        row, marks_row = layout.results_top + offset, layout.marks_top + offset
        line = BulkRow(row, looks.quoted)
        identity(line, result, looks.shrink)
        form = report.form(result.form)
        question, opens = 1, []
        for index, section in enumerate(form.sections):
            last = question + len(section.items) - 1
            marks = layout.marks(question, last, marks_row)
            most = layout.marks(question, last, layout.max_rows[form.id])
            opens.append(f'SUMPRODUCT(({marks}="")*{most})')
            total = f"MAX(0,SUM({marks}))" if floored else f"SUM({marks})"
            line.formula(IDENTITY + 1 + index, total, result.sections[index].points)
            question = last + 1
        undecided = critical_open(record, result.criteria, result.practical)
        _write_decision(line, row, result, layout, opens, record.practical_points, looks, undecided=undecided)
        counts = Counter(map(_outcome, result.items))
        for column, outcome in enumerate(Outcome, start=layout.total + 4):
            line.number(column, counts[outcome])
        yield line.xml


def _write_decision(
    line: BulkRow,
    row: int,
    result: CandidateResult,
    layout: Layout,
    opens: list[str],
    practical: Decimal,
    looks: Looks,
    *,
    undecided: bool,
) -> None:
    """Write practical part, total, open points, cut and the decision of one candidate.

    *undecided*: a critical criterion is open, so that nobody passes before the practical part has its points.
    """
    first, last = column_letters(IDENTITY + 1), column_letters(layout.practical)
    total, left, cut = (f"{column_letters(layout.total + n)}{row}" for n in (0, 1, 2))
    open_parts = list(opens)
    waiting = practical and result.practical is None
    line.number(layout.practical, result.practical, looks.open if waiting else 0)
    if practical:
        open_parts.append(f'IF({last}{row}="",{practical},0)')
    # Binary fractions add up to 59.99999999; a cut score must not hang on that.
    line.formula(layout.total, f"ROUND(SUM({first}{row}:{last}{row}),4)", result.total_points)
    line.formula(layout.total + 1, "+".join(open_parts), result.open_points)
    line.number(layout.total + 2, result.cut_points)
    fails, holds = [f"ROUND({total}+{left},4)<{cut}"], [f"{total}>={cut}"]
    for index, section in enumerate(result.sections):
        if section.minimum_points is not None:
            points = f"ROUND({column_letters(IDENTITY + 1 + index)}{row},4)"
            fails.append(f"{points}+{opens[index]}<{section.minimum_points}")
            holds.append(f"{points}>={section.minimum_points}")
    # What an assessor saw is no sum that a typed mark could change.
    fails += ["1=1" for shortfall in result.shortfalls if shortfall.reason is Reason.CRITERION]
    if undecided:
        holds.append(f"ISNUMBER({last}{row})")
    words = {passed: decision_word(passed) for passed in (True, False, None)}
    formula = f'IF(OR({",".join(fails)}),"{words[False]}",IF(AND({",".join(holds)}),"{words[True]}","{words[None]}"))'
    line.formula(layout.total + 3, formula, words[result.passed], looks.centre)


def _write_marks(book: Book, sheet: Worksheet, report: ClassReport, layout: Layout) -> None:
    head(book, sheet, 1, [*IDENTITY_HEAD, *(str(n) for n in range(1, layout.questions + 1))], IDENTITY_WIDTHS)
    for row, most in enumerate(shapes(report), start=2):
        book.text(sheet, row, 1, "满分 maximum").font = MUTED
        if len(shapes(report)) > 1:
            forms = [form.id for form in report.record.forms if shape(form) == most]
            book.text(sheet, row, 3, " ".join(forms)).font = MUTED
        for column, points in enumerate(most, start=IDENTITY + 1):
            book.number(sheet, row, column, points, POINTS).font = MUTED
    book.bulk[sheet.title] = partial(_mark_rows, report, layout, Looks(sheet))
    for column in range(IDENTITY + 1, IDENTITY + 1 + layout.questions):
        sheet.column_dimensions[column_letters(column)].width = 6
    sheet.freeze_panes = f"{column_letters(IDENTITY + 1)}{layout.marks_top}"


def _mark_rows(report: ClassReport, layout: Layout, looks: Looks) -> Iterator[str]:
    def content(item: ItemResult) -> str:
        if item.outcome is Outcome.UNMARKED:
            return number_content(None, looks.open)
        return number_content(item.points, looks.blank if item.outcome is Outcome.BLANK else 0)

    yield from _item_rows(report, layout.marks_top, looks, content)
    legend = BulkRow(layout.marks_top + len(report.results) + 1, looks.quoted)
    legend.text(1, NOTE, looks.muted)
    yield legend.xml


def _item_rows(report: ClassReport, top: int, looks: Looks, content: Callable[[ItemResult], str]) -> Iterator[str]:
    """Yield a row for everybody, from row *top* on, with a cell for each question."""
    # Grading gives people with the same answer the same object: its cell is made once.
    known: dict[int, str] = {}
    for row, result in enumerate(report.results, start=top):
        line = BulkRow(row, looks.quoted)
        identity(line, result, looks.shrink)
        names = [*map(id, result.items)]
        for name, item in zip(names, result.items, strict=True):
            if name not in known:
                known[name] = content(item)
        line.cells(IDENTITY + 1, map(known.__getitem__, names))
        yield line.xml


def _write_answers(book: Book, sheet: Worksheet, report: ClassReport, layout: Layout) -> None:
    head(book, sheet, 1, [*IDENTITY_HEAD, *(str(n) for n in range(1, layout.questions + 1))], IDENTITY_WIDTHS)
    looks = Looks(sheet)

    def content(item: ItemResult) -> str:
        return text_content(item.answer, 0, looks.quoted) if item.answer else ""

    book.bulk[sheet.title] = partial(_item_rows, report, 2, looks, content)
    sheet.freeze_panes = f"{column_letters(IDENTITY + 1)}2"


def _write_again(book: Book, sheet: Worksheet, report: ClassReport) -> None:
    """Write what each person should read again; on a sheet of its own, because such a column makes any other print tiny."""
    head(
        book,
        sheet,
        1,
        [*IDENTITY_HEAD, "条数 rules", "请再读，最弱的在前 to read again, weakest first"],
        [*IDENTITY_WIDTHS, 7, 96],
    )
    book.bulk[sheet.title] = partial(_again_rows, report, Looks(sheet))
    sheet.freeze_panes = "A2"


def _again_rows(report: ClassReport, looks: Looks) -> Iterator[str]:
    names = {address: report.name(address, "zh") for address in report.record.cited}
    for row, result in enumerate((result for result in report.results if result.read_again), start=2):
        again = "；".join(names.get(p.address) or report.name(p.address, "zh") for p in result.read_again)
        line = BulkRow(row, looks.quoted, 1 + len(again) // _AGAIN_SIGNS)
        identity(line, result, looks.wrap)
        line.number(IDENTITY + 1, len(result.read_again), looks.wrap)
        line.text(IDENTITY + 2, again, looks.wrap)
        yield line.xml
