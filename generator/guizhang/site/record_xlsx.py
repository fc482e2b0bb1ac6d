"""A record as a workbook: cells to fill in, checked by type, laid out to print on A4."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from openpyxl.styles import Alignment, Border, Font, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from guizhang.model.record import FieldType, Record, RecordField
from guizhang.model.text import Text
from guizhang.site.record_sheet import Section, sheet
from guizhang.site.texts import Prose
from guizhang.site.words import word
from guizhang.tables.book import Book, save
from guizhang.tables.wordml import clean

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (19, 27, 19, 27)
"""Of a form's four columns: label, blank, label, blank; in characters of the standard font."""
_REGISTER_WIDTHS = {FieldType.LONG_TEXT: 22, FieldType.NUMBER: 9, FieldType.YES_NO: 9, FieldType.TIME: 9}
_COLUMN = 13
_SHEET_WIDTH = 145
"""What a sheet across holds at a size that can be read; more columns become narrower."""
_SHEET_HEIGHT = 430
"""Room for the rows of a register, in points."""
_LINE = 15
"""Height of a line of text, in points."""
_TALL = {FieldType.LONG_TEXT: 80, FieldType.SIGNATURE: 34, FieldType.MULTI_CHOICE: 34}
_FILLED_ROWS = 500
"""Rows of a register that are checked, beyond those that are ruled."""
_LONGEST_PROMPT = 250  # Excel takes 255 characters
_FORMATS = {
    FieldType.DATE: "yyyy-mm-dd",
    FieldType.TIME: "hh:mm",
    FieldType.DATETIME: "yyyy-mm-dd hh:mm",
    FieldType.MONEY: "#,##0.00",
    FieldType.PHONE: "@",
    FieldType.TEXT: "@",
    FieldType.LONG_TEXT: "@",
}
_CHECKS: dict[FieldType, dict[str, str]] = {
    FieldType.DATE: {"type": "date", "operator": "greaterThanOrEqual", "formula1": "1"},
    FieldType.DATETIME: {"type": "date", "operator": "greaterThanOrEqual", "formula1": "1"},
    FieldType.TIME: {"type": "time", "operator": "between", "formula1": "0", "formula2": "0.999988"},
    FieldType.NUMBER: {"type": "decimal", "operator": "between", "formula1": "-1E+15", "formula2": "1E+15"},
    FieldType.MONEY: {"type": "decimal", "operator": "between", "formula1": "-1E+15", "formula2": "1E+15"},
}
_YES_NO = (word("yes"), word("no"))
_A4 = 9
_OPTIONS = "选项 Options"
_SIDE = Side(style="thin", color="FF777777")
_BOX = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_WRAP = Alignment(wrap_text=True, vertical="center")
_CENTRE = Alignment(wrap_text=True, vertical="center", horizontal="center")
_OPEN = Protection(locked=False)
_PLAIN, _BOLD = Font(name="Calibri", size=11), Font(name="Calibri", size=11, bold=True)


def record_xlsx(company: Text, prose: Prose, record: Record) -> bytes:
    """Return *record* as a workbook in both languages; the same record gives the same bytes.

    Args:
        company: Its name, at the head of the sheet.
        prose: Prints the figures in the record's texts.
        record: The record.
    """
    writer = _Writer(record, company)
    sections = sheet(prose, record)
    if record.layout == "form":
        writer.form(sections)
    else:
        writer.register(sections)
    return writer.finish()


def both(text: Text, between: str = "\n") -> str:
    """Return *text* in both languages, once where they are the same, without what XML cannot hold."""
    return clean(between.join(dict.fromkeys(filter(None, (text.zh, text.en)))))


@dataclass
class _Writer:
    record: Record
    company: Text
    book: Book = field(default_factory=Book)
    row: int = 1
    lists: int = 0

    def __post_init__(self) -> None:
        self.sheet: Worksheet = self.book.sheet("表单 Record")
        self.options: Worksheet | None = None

    def form(self, sections: list[Section]) -> None:
        for number, width in enumerate(_WIDTHS, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width
        self.head(len(_WIDTHS))
        for section in sections:
            self.merged(both(section.title, " "), len(_WIDTHS), _BOLD, height=24, box=False)
            for line in section.lines:
                self.line(line)
        # No password: it only keeps the labels from being written over.
        self.sheet.protection.sheet = True
        self.sheet.protection.formatRows = False
        self.page("portrait")

    def line(self, line: tuple[RecordField, ...]) -> None:
        heights = []
        for i, item in enumerate(line):
            self.label(self.row, 2 * i + 1, _label(item, note=True))
            last = 2 * i + 2 if len(line) > 1 else len(_WIDTHS)
            for column in range(2 * i + 2, last + 1):
                self.blank(self.row, column, item)
            if last > 2 * i + 2:
                self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=2, end_column=last)
            self.check(item, 2 * i + 2, self.row, self.row)
            lines = _lines(_label(item, note=True), _WIDTHS[0])
            heights.append(max(lines * _LINE + 4, _TALL.get(item.type, 0)))
        self.sheet.row_dimensions[self.row].height = max(heights)
        self.row += 1
        for item in line:
            if item.type is FieldType.MULTI_CHOICE:
                self.merged(_choices(item), len(_WIDTHS), Font(name="Calibri", size=9))

    def register(self, sections: list[Section]) -> None:
        fields = [item for section in sections for item in section.fields]
        self.sheet.column_dimensions["A"].width = 6
        wished = [_REGISTER_WIDTHS.get(item.type, _COLUMN) for item in fields]
        widths = [round(width * min(1.0, _SHEET_WIDTH / sum(wished)), 1) for width in wished]
        for number, width in enumerate(widths, start=2):
            self.sheet.column_dimensions[get_column_letter(number)].width = width
        self.head(len(fields) + 1)
        top = self.row
        if len(sections) > 1:
            column = 2
            self.label(self.row, 1, "")
            for section in sections:
                self.span(self.row, column, column + len(section.fields) - 1, both(section.title, " "))
                column += len(section.fields)
            self.sheet.row_dimensions[self.row].height = max(2, self.deepest(sections, widths)) * _LINE + 4
            self.row += 1
        self.label(self.row, 1, both(word("row")))
        for number, item in enumerate(fields, start=2):
            self.label(self.row, number, _label(item))
        lines = max(_lines(_label(item), int(width) - 1) for item, width in zip(fields, widths, strict=True))
        self.sheet.row_dimensions[self.row].height = (lines + 0.5) * _LINE
        tall = max(22, min(40, _SHEET_HEIGHT // self.record.rows))
        first = self.row + 1
        for row in range(first, first + self.record.rows):
            cell = self.book.number(self.sheet, row, 1, row - first + 1)
            cell.border, cell.alignment = _BOX, _CENTRE
            for number, item in enumerate(fields, start=2):
                self.blank(row, number, item)
            self.sheet.row_dimensions[row].height = tall
        for number, item in enumerate(fields, start=2):
            self.check(item, number, first, first + _FILLED_ROWS - 1)
        self.sheet.freeze_panes = f"A{first}"
        self.sheet.print_title_rows = f"{top}:{self.row}"
        self.page("landscape")

    def deepest(self, sections: list[Section], widths: list[float]) -> int:
        """Return the lines of the section's title that takes the most in the columns it stands over."""
        columns = iter(widths)
        rooms = [sum(next(columns) for _ in section.fields) for section in sections]
        return max(
            _lines(both(section.title, " "), int(room) - 2) for section, room in zip(sections, rooms, strict=True)
        )

    def head(self, columns: int) -> None:
        self.merged(
            both(self.record.title, "  "),
            columns,
            Font(name="Calibri", size=15, bold=True),
            height=30,
            box=False,
            centre=True,
        )
        self.merged(both(self.company, "  "), columns, Font(name="Calibri", size=9), box=False, centre=True)

    def merged(
        self, text: str, columns: int, font: Font, *, height: float = 0, box: bool = True, centre: bool = False
    ) -> None:
        """Write a line across the sheet."""
        cell = self.book.text(self.sheet, self.row, 1, text)
        cell.font, cell.alignment = font, _CENTRE if centre else _WRAP
        for column in range(1, columns + 1) if box else ():
            self.sheet.cell(self.row, column).border = _BOX
        self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=1, end_column=columns)
        self.sheet.row_dimensions[self.row].height = height or _lines(text, sum(_WIDTHS)) * _LINE + 3
        self.row += 1

    def span(self, row: int, first: int, last: int, text: str) -> None:
        for column in range(first, last + 1):
            self.label(row, column, text if column == first else "", _BOLD)
        if last > first:
            self.sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)

    def label(self, row: int, column: int, text: str, font: Font = _PLAIN) -> None:
        cell = self.book.text(self.sheet, row, column, text)
        cell.border, cell.alignment, cell.font = _BOX, _WRAP, font

    def blank(self, row: int, column: int, item: RecordField) -> None:
        cell: Any = self.sheet.cell(row, column)
        cell.border, cell.alignment, cell.protection = _BOX, _WRAP, _OPEN
        cell.number_format = _FORMATS.get(item.type, "General")

    def check(self, item: RecordField, column: int, first: int, last: int) -> None:
        """Let only fitting values be entered, and say on entering the cell what is asked for."""
        said = [both(item.note, " ")] if item.note else []
        if item.type is FieldType.MULTI_CHOICE:
            said.append(_choices(item))
        rules: dict[str, Any] = dict(_CHECKS.get(item.type, {}))
        if item.type in (FieldType.CHOICE, FieldType.YES_NO):
            options = item.options or _YES_NO
            rules = {"type": "list", "formula1": self.listed([both(option, " ") for option in options])}
        if not rules and not said:
            return
        validation = DataValidation(allow_blank=True, showErrorMessage=bool(rules), **rules)
        if said:
            validation.showInputMessage = True
            validation.prompt = "\n".join(said)[:_LONGEST_PROMPT]
        letter = get_column_letter(column)
        validation.add(f"{letter}{first}:{letter}{last}")
        self.sheet.add_data_validation(validation)

    def listed(self, options: list[str]) -> str:
        """Write *options* where a list is looked up; inside a formula they could not hold a comma."""
        if self.options is None:
            self.options = self.book.sheet(_OPTIONS)
            self.options.sheet_state = "hidden"
        self.lists += 1
        for row, option in enumerate(options, start=1):
            self.book.text(self.options, row, self.lists, option)
        letter = get_column_letter(self.lists)
        return f"'{_OPTIONS}'!${letter}$1:${letter}${len(options)}"

    def page(self, orientation: Literal["portrait", "landscape"]) -> None:
        page = self.sheet.page_setup
        page.paperSize, page.orientation, page.fitToWidth, page.fitToHeight = _A4, orientation, 1, 0
        self.sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        self.sheet.print_options.horizontalCentered = True
        margins = self.sheet.page_margins
        margins.left = margins.right = 0.5
        margins.top, margins.bottom = 0.6, 0.7
        # An ampersand starts a code there.
        name = both(self.record.title, " ").replace("&", "&&")
        foot: Any = self.sheet.oddFooter
        foot.left.text, foot.right.text = name, "&P / &N"

    def finish(self) -> bytes:
        self.book.workbook.properties.title = both(self.record.title, " ")
        return save(self.book)


def _label(item: RecordField, *, note: bool = False) -> str:
    mark = "* " if item.required else ""
    text = mark + both(item.label)
    return f"{text}\n（{both(item.note, ' ')}）" if note and item.note else text


def _choices(item: RecordField) -> str:
    several = word("several")
    return f"{several.zh} {several.en}: " + " / ".join(both(option, " ") for option in item.options)


def _lines(text: str, width: int) -> int:
    """Return how many lines *text* takes in a column, its width in characters of the standard font."""
    taken = (sum(2 if ord(c) > 0x2E7F else 1.05 for c in part) for part in text.split("\n"))
    return sum(max(1, -(-int(length) // max(1, width))) for length in taken)
