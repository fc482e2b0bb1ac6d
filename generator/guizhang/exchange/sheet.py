"""Question sheets (XLSX, CSV) to drafts, whatever the layout: the headings say what the columns hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guizhang.diagnostics import Diagnostic
from guizhang.exchange import faults, words
from guizhang.exchange.draft import Cell, Draft
from guizhang.exchange.headings import Heading, recognise
from guizhang.model.item import ItemType
from guizhang.tables.table import Damage, Row, Table, sums_up

_HEADER_WITHIN = 15
_NUMBER = "number"
"""The column that counts the questions: it says which of them belong to a case, and nothing of the item."""
_DAMAGE = {
    Damage.DATE: ("表格软件把这一格变成了日期", "the spreadsheet program turned this cell into a date"),
    Damage.TIME: ("表格软件把这一格变成了时刻", "the spreadsheet program turned this cell into a time of the day"),
    Damage.LONG_NUMBER: ("表格软件丢掉了末尾的数字", "the spreadsheet program dropped the last digits"),
    Damage.FORMULA: ("这一格是没有结果的公式", "this cell is a formula without a result"),
}


@dataclass(frozen=True, slots=True)
class _Header:
    line: int
    columns: tuple[tuple[int, Heading], ...]
    unknown: tuple[tuple[int, str], ...]


def read_sheets(tables: Sequence[Table]) -> tuple[list[Draft], list[Diagnostic]]:
    """Return the questions of all sheets that hold questions, in order, and what was found on the way."""
    drafts: list[Draft] = []
    found: list[Diagnostic] = []
    headed = [(table, header) for table in tables if (header := _header(table))]
    if not headed:
        return [], [faults.no_header(_cell(table, 1, 0, "")) for table in tables[:1]]
    for table, header in headed:
        for index, text in header.unknown:
            cell = _cell(table, header.line, index, text)
            found.append(faults.unknown_column(cell))
        case: Draft | None = None
        for row in table.rows:
            if row.line > header.line and not row.blank:
                draft = _draft(table, header, row, found)
                if draft is not None and drafts and _goes_on(draft, drafts[-1]):
                    continue
                if draft is not None:
                    case = _asks_about(case, draft)
                    drafts.append(draft)
    return drafts, found


def holds_questions(table: Table) -> bool:
    """Tell whether one of the first rows names the columns of a question sheet."""
    return _header(table) is not None


def _asks_about(case: Draft | None, draft: Draft) -> Draft | None:
    """Note the case *draft* is a question of, by its number, and return the case the next row may belong to."""
    if words.item_type(draft.text("type")) is ItemType.CASE:
        return draft
    number = case.number if case else ""
    # Where the case has no number either, an empty one tells nothing.
    bracketed = r"[（(]\d+[)）]|" if not number.startswith(("(", "（")) else ""
    belongs = (bool(number) and not draft.number) or bool(
        re.fullmatch(rf"{bracketed}{re.escape(number)}\s*[-－—.．(（#]\s*\d+[)）]?", draft.number)
    )
    if case and _NUMBER in draft.columns and draft.cell("id") is None and belongs:
        draft.case = case
        return case
    # With ids, a question of a case says so itself: refund-case#2.
    return None


def _goes_on(draft: Draft, above: Draft) -> bool:
    """Take in a row with nothing but a further option of the question above it, one option a row."""
    more, there = draft.cell("options"), above.cell("options")
    if more is None or there is None or len(draft.cells) > 1 or draft.parts or draft.number:
        return False
    above.cells["options", None] = Cell(f"{there.text}\n{more.text}", there.source, there.field)
    return True


def _header(table: Table) -> _Header | None:
    for row in table.rows[:_HEADER_WITHIN]:
        columns, unknown = [], []
        for index, text in enumerate(row.texts):
            meaning = recognise(text) if text else None
            if meaning is not None:
                columns.append((index, meaning))
            elif text:
                unknown.append((index, text))
        names = {meaning.name for _, meaning in columns}
        if "stem" in names and names & {"answer", "A", "options", "type"}:
            return _Header(row.line, tuple(columns), tuple(unknown))
    return None


def _draft(table: Table, header: _Header, row: Row, found: list[Diagnostic]) -> Draft | None:
    draft = Draft(_cell(table, row.line, header.columns[0][0], ""))
    for index, heading in header.columns:
        text = row.text(index)
        cell = _cell(table, row.line, index, text)
        draft.columns.setdefault(heading.name, cell)
        harm = row.damage.get(index)
        if harm is not None and heading.part != "ignored":
            found.append(faults.damaged_cell(cell, _DAMAGE[harm]))
        if text and heading.name != _NUMBER:
            _store(draft, heading, cell)
    draft.number = draft.place(_NUMBER).text
    return draft if (draft.cells or draft.parts) and not sums_up(draft.number) else None


def _store(draft: Draft, heading: Heading, cell: Cell) -> None:
    key = (heading.name, heading.lang)
    place = {"field": draft.cells, "part": draft.parts, "reason": draft.reasons}.get(heading.part)
    # The first of two columns of one meaning counts: 题目 beside 题干 is often a title.
    if place is not None:
        place.setdefault(key, cell)


def _cell(table: Table, line: int, index: int, text: str) -> Cell:
    place = table.place(line, index)
    return Cell(text, place.source, place.field)
