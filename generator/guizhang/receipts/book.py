"""The register as a workbook: how it stands, who has confirmed what, and everything that was handed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.exam.workbook.cells import BAD, GOOD, HEAD, LINE, MUTED, NOTE, TITLE, WAIT, Look, dress
from guizhang.model.text import Text
from guizhang.receipts.read import Receipt, Standing
from guizhang.receipts.register import Register, Row, State
from guizhang.receipts.words import STANDINGS, STATES, both, moment, offset
from guizhang.tables import room
from guizhang.tables.book import Book, save
from guizhang.tables.table import column_letters

SUMMARY, PEOPLE, RECEIPTS = "概况 Summary", "名单 People", "回执 Receipts"
_CELL = Look(centre=False, shape="@", wrap=True)
_BOLD = replace(_CELL, bold=True)
_INKS = {
    State.CONFIRMED: GOOD, State.EARLIER: WAIT, State.DOUBTFUL: WAIT, State.MISSING: BAD,
    Standing.CURRENT: GOOD, Standing.EARLIER: WAIT, Standing.DOUBTFUL: WAIT, Standing.REFUSED: BAD,
}  # fmt: skip
_PEOPLE_HEAD = (
    ("工号", "number", 12), ("姓名", "name", 14), ("岗位", "role", 16), ("部门", "department", 16), ("阅读范围", "list", 18),
    ("状态", "state", 18), ("版次", "edition", 10), ("确认时间", "confirmed at", 17), ("回执码", "receipt", 23),
    ("说明", "remarks", 44),
)  # fmt: skip
_RECEIPTS_HEAD = (
    ("文件", "file", 30), ("判定", "standing", 18), ("工号", "number", 12), ("姓名", "name", 14), ("阅读范围", "list", 18),
    ("版次", "edition", 10), ("确认时间", "confirmed at", 17), ("回执码", "receipt", 23), ("语言", "languages", 10),
    ("打开的地方", "opened at", 20), ("说明", "remarks", 44),
)  # fmt: skip
_A4 = 9


@dataclass(frozen=True)
class _Line:
    texts: tuple[str, ...]
    state: State | Standing
    at: int
    """Column of the state, from 0."""


def register_workbook(found: Register, *, now: int, zone: tzinfo | None) -> bytes:
    """Return the register as XLSX; names and texts can never become a formula.

    Args:
        found: The register.
        now: When it was made, in seconds since 1970.
        zone: The time zone its times are in.
    """
    book = Book()
    book.workbook.properties.title = both(Text(zh="阅读确认登记", en="Register of readings"))
    _summary(book, found, now, zone)
    _table(book, PEOPLE, _PEOPLE_HEAD, [_person(found, row, zone) for row in found.rows])
    _table(book, RECEIPTS, _RECEIPTS_HEAD, [_receipt(found, one, zone) for one in found.receipts])
    return save(book)


def _summary(book: Book, found: Register, now: int, zone: tzinfo | None) -> None:
    sheet = book.sheet(SUMMARY)
    settings = found.known.book.settings
    for column, width in enumerate((44, 14, 44), start=1):
        sheet.column_dimensions[column_letters(column)].width = width
    dress(book.text(sheet, 1, 1, "阅读确认登记 Register of readings"), TITLE)
    for row, line in enumerate(
        (
            both(settings.company), both(settings.title), f"版次 edition {found.known.edition or '—'}",
            f"{moment(now, zone)} (UTC{offset(now, zone)})",
        ), start=2,
    ):  # fmt: skip
        dress(book.text(sheet, row, 1, line), replace(LINE, wrap=False))
    row = 7
    for state, text in STATES.items():
        if state is State.MISSING and not found.from_roster:
            continue
        _count(book, sheet, row, text, found.count(state), _INKS[state])
        row += 1
    _count(book, sheet, row, Text(zh="交来的回执", en="receipts handed in"), len(found.receipts), "222222")
    _count(book, sheet, row + 1, STANDINGS[Standing.REFUSED], len(found.refused), BAD)
    row += 3
    departments = found.departments
    if found.from_roster and any(departments):
        row = _departments(book, sheet, row, departments) + 2
    for column, head in enumerate(("阅读范围 list", "条数 rules", "文本摘要 hash of the text"), start=1):
        dress(book.text(sheet, row, column, head), HEAD)
    for name, one in found.known.current.items():
        row += 1
        dress(book.text(sheet, row, 1, both(found.known.list_name(name))), _CELL)
        dress(book.number(sheet, row, 2, sum(extent.rules for extent in one.extents)), Look())
        dress(book.text(sheet, row, 3, one.digest), replace(_CELL, wrap=False))
    if not found.from_roster:
        note = "没有给出名单，缺谁看不出来 No roster was given, so nobody can be missing"
        dress(book.text(sheet, row + 2, 1, note), NOTE)
    _page(sheet)


def _departments(book: Book, sheet: Worksheet, row: int, departments: Mapping[str, Counter[State]]) -> int:
    """Write how far each department is; return the row behind the last."""
    for column, head in enumerate(("部门 department", "完成 done", "还差 still open"), start=1):
        dress(book.text(sheet, row, column, head), HEAD)
    for name, states in departments.items():
        row += 1
        asked, done = states.total(), states[State.CONFIRMED]
        left = [
            f"{both(STATES[state])} {states[state]}"
            for state in State
            if state is not State.CONFIRMED and states[state]
        ]
        dress(book.text(sheet, row, 1, name or "—"), _CELL)
        dress(book.text(sheet, row, 2, f"{done} / {asked}"), Look(ink=GOOD if done == asked else BAD))
        dress(book.text(sheet, row, 3, ", ".join(left)), _CELL)
    return row


def _count(book: Book, sheet: Worksheet, row: int, text: Text, number: int, ink: str) -> None:
    dress(book.text(sheet, row, 1, both(text)), replace(_CELL, ink=ink if number else MUTED))
    dress(book.number(sheet, row, 2, number), Look(bold=True, ink=ink if number else MUTED))


def _table(book: Book, title: str, head: Sequence[tuple[str, str, int]], lines: Sequence[_Line]) -> None:
    sheet = book.sheet(title)
    for column, (zh, en, width) in enumerate(head, start=1):
        dress(book.text(sheet, 1, column, f"{zh}\n{en}"), HEAD)
        sheet.column_dimensions[column_letters(column)].width = width
    sheet.row_dimensions[1].height = 32
    for row, line in enumerate(lines, start=2):
        for column, text in enumerate(line.texts, start=1):
            look = replace(_BOLD, ink=_INKS[line.state]) if column == line.at + 1 else _CELL
            dress(book.text(sheet, row, column, text), look)
        most = max(room.lines(text, width) for text, (_, _, width) in zip(line.texts, head, strict=True))
        sheet.row_dimensions[row].height = room.height(most)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{column_letters(len(head))}{len(lines) + 1}"
    sheet.print_title_rows = "1:1"
    _page(sheet)


def _person(found: Register, row: Row, zone: tzinfo | None) -> _Line:
    person, one = row.person, row.receipt
    said = one.said if one else None
    asked = both(found.known.list_name(row.list)) if row.list else ""
    read = both(found.known.list_name(said.list)) if said else ""
    texts = (
        person.id, person.name, person.role, person.department, asked or read, both(STATES[row.state]),
        one.edition if one else "", moment(said.at, zone) if said else "", one.number if one else "",
        "\n".join(_remarks(one)) if one else "",
    )  # fmt: skip
    return _Line(texts, row.state, 5)


def _receipt(found: Register, one: Receipt, zone: tzinfo | None) -> _Line:
    said = one.said
    texts = (
        one.file, both(STANDINGS[one.standing]), said.who if said else "", said.name if said else "",
        both(found.known.list_name(said.list)) if said else "", one.edition, moment(said.at, zone) if said else "",
        one.number, said.view if said else "", said.place if said else "", "\n".join(_remarks(one)),
    )  # fmt: skip
    return _Line(texts, one.standing, 1)


def _remarks(one: Receipt) -> Iterator[str]:
    for fault in one.faults:
        yield f"{fault.code} {fault.problem.zh}"
        yield fault.problem.en


def _page(sheet: Worksheet) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
