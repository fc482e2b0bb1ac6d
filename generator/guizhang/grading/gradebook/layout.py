"""What the sheets of the gradebook share: their names, styles, headings, and where things stand for formulas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.grading.sentences import decision
from guizhang.grading.summary import ClassReport
from guizhang.model.form import DrawnForm, PaperSize
from guizhang.model.response import CandidateResult
from guizhang.model.text import Text
from guizhang.tables import room
from guizhang.tables.book import Book
from guizhang.tables.bulk import BulkRow
from guizhang.tables.table import column_letters

SUMMARY, RESULTS, MARKS = "概况 Summary", "成绩 Results", "得分 Marks"
ANSWERS, QUESTIONS, RULES = "作答 Answers", "题目 Questions", "规定 Rules"
AGAIN = "再读 Read again"
SHEETS = (SUMMARY, RESULTS, MARKS, ANSWERS, QUESTIONS, RULES, AGAIN)
POINTS = "General"
"""Prints 2 and 2.5; ``0.##`` would print "2."."""
MEAN = "0.0"
SHARE = "0%"
IDENTITY = 3
"""Columns for candidate, name and form stand before all others."""
IDENTITY_HEAD = ("工号 candidate", "姓名 name", "卷别 form")
IDENTITY_WIDTHS = (14, 12, 8)

# A font without a name is drawn in whatever serif the program finds first.
_FACE = "Calibri"
HEAD = Font(name=_FACE, bold=True)
TITLE = Font(name=_FACE, bold=True, size=14)
MUTED = Font(name=_FACE, color="777777")
LINK = Font(name=_FACE, color="0563C1", underline="single")
OPEN_FILL = PatternFill("solid", fgColor="FFF2CC")
WRAP = Alignment(wrap_text=True, vertical="top")
LEFT = Alignment(horizontal="left", vertical="top")
CENTRE = Alignment(horizontal="center")
TOP = Alignment(horizontal="center", vertical="top")
SHRINK = Alignment(shrink_to_fit=True)
_LINE = Border(bottom=Side(style="thin", color="999999"))
_PAPER: Mapping[PaperSize, int] = {"a4": 9, "letter": 1}
"""Numbers of paper sizes, ECMA-376 part 1, 18.3.1.63."""
_HEAD_HEIGHT = 46
"""Three lines, in points: an English heading of two words under a Chinese one."""


class Layout:
    """Where things stand, for formulas that reach across sheets."""

    def __init__(self, report: ClassReport) -> None:
        self.sections = len(report.record.forms[0].sections)
        self.practical = IDENTITY + self.sections + 1
        self.total = self.practical + 1
        self.results_top = 4
        """First row of a candidate on the results sheet."""
        self.marks_top = 2 + len(shapes(report))
        """First row of a candidate on the marks sheet."""
        self.questions = max(len(form.items) for form in report.record.forms)
        self.max_rows = {form.id: 2 + shapes(report).index(shape(form)) for form in report.record.forms}
        """Row of the marks sheet that holds the maximum of each question of a form."""

    def marks(self, first: int, last: int, row: int) -> str:
        """Return the range of questions *first* to *last* in one row of the marks sheet."""
        low, high = column_letters(IDENTITY + first), column_letters(IDENTITY + last)
        return f"'{MARKS}'!{low}{row}:{high}{row}"


def shape(form: DrawnForm) -> tuple[Decimal, ...]:
    """Return the maximum marks of a form by question."""
    return tuple(item.points for item in form.items)


def shapes(report: ClassReport) -> list[tuple[Decimal, ...]]:
    """Return the maximum marks by question, once for all forms that share them: usually one row."""
    return list(dict.fromkeys(shape(form) for form in report.record.forms))


def head(book: Book, sheet: Worksheet, row: int, headings: Sequence[str], widths: Sequence[float] = ()) -> None:
    """Write a row of headings, keep it in sight and on every printed page, and set the columns' widths in characters."""
    for column, heading in enumerate(headings, start=1):
        # Chinese above English: one narrow column for both.
        cell = book.text(sheet, row, column, heading.replace(" ", "\n", 1))
        cell.font, cell.border, cell.alignment = HEAD, _LINE, WRAP
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[column_letters(column)].width = width
    sheet.row_dimensions[row].height = _HEAD_HEIGHT if any(" " in heading for heading in headings) else None
    sheet.print_title_rows = f"{row}:{row}"
    page(sheet)


def tall_row(book: Book, sheet: Worksheet, row: int, texts: Mapping[int, str]) -> None:
    """Write texts by column, the row as high as the longest one needs: not every program makes room by itself."""
    lines = 1
    for column, text in texts.items():
        book.text(sheet, row, column, text).alignment = WRAP
        lines = max(lines, room.lines(text, sheet.column_dimensions[column_letters(column)].width))
    sheet.row_dimensions[row].height = room.height(lines)


def page(sheet: Worksheet) -> None:
    """Print the sheet across: one page wide, as many pages long as it takes."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def on_paper(sheets: Iterable[Worksheet], size: PaperSize) -> None:
    """Print *sheets* on paper of this size."""
    for sheet in sheets:
        sheet.page_setup.paperSize = _PAPER[size]


def identity(line: BulkRow, result: CandidateResult, style: int = 0) -> None:
    """Write who this row is about."""
    for column, value in enumerate((result.candidate, result.name, result.form), start=1):
        line.text(column, value, style)


def decision_word(passed: bool | None) -> str:
    """Return the word formulas write for a decision, in both languages."""
    word = decision(passed)
    return f"{word.zh} {word.en}"


def title(report: ClassReport) -> str:
    """Return the exam's title in both languages."""
    return both(report.record.title)


def both(text: Text) -> str:
    """Return *text* in each language it has, said once where both say the same."""
    return " ".join(dict.fromkeys(part for part in (text.zh, text.en) if part))
