"""Sheets of a workbook side by side: where each begins in the text, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guizhang.importers.extract import OWN_NUMBER, Dropped, Part
from guizhang.importers.readers.composing import Row
from guizhang.importers.readers.tables.heads import Line

_UNNAMED = re.compile(r"(?:sheet|table|工作表|工作簿|表格?)\s*\d*", re.IGNORECASE)
"""What Excel and WPS call a sheet nobody has named."""
_NAMES_RULES = re.compile(
    r"制度|规定|規定|办法|辦法|标准|標準|细则|細則|条例|條例|守则|守則|手册|手冊|规范|規範|[奖獎][惩懲罚罰]|表$|表[（(]"
    r"|polic|rules|schedule|standard|code|procedure|table|matrix|handbook",
    re.IGNORECASE,
)
_PERSON = re.compile(r"姓\s*名|[员員]工|[职職]工|(?:full |employee |staff )?names?|employees?", re.IGNORECASE)
_SIGNED = re.compile(r".{0,4}[签簽][名字收到章认認].{0,4}|.{0,12}signatures?|signed(?: by)?", re.IGNORECASE)
_LONGEST_TITLE = 60
_HEAD_ROWS = 5
_STOPS = tuple("。；;，,：:")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as lines of text."""

    name: str
    rows: tuple[Row, ...]
    title: int | None
    """Index of the line that is its title, where one stands over its cells."""
    whole: bool
    """Whether it holds tables of rules, and so one document."""
    end: int = 0
    """How many lines it is to the last of those rules."""
    dropped: tuple[Dropped, ...] = ()
    """Its name, as it was noted to be no text."""
    signing: bool = False
    """Whether it is a list on which people sign."""


def title_at(lines: Sequence[Line], rows: Sequence[Row]) -> int | None:
    """Return the index in *rows* of the title over a table, or of text that names rules; ``None`` where none stands there.

    Args:
        lines: The rows of the sheet.
        rows: What they became.
    """
    over: list[Line] = []
    for line in lines[: _HEAD_ROWS + 1]:
        if len(line.own) != 1:
            break
        over.append(line)
    if not over or len(lines) == 1:
        return None
    tabled = any(len(line.own) > 1 for line in lines)
    names = [line for line in (over if tabled else over[:1]) if _is_title(line)]
    spoken = [line for line in names if _NAMES_RULES.search(line.words(line.own[0]))]
    best = next(iter(spoken or (names if tabled else [])), None)
    if best is None:
        return None
    words = best.words(best.own[0])
    return next((i for i, row in enumerate(rows) if row.number == best.at and row.text.strip() == words), None)


def _is_title(line: Line) -> bool:
    cell = [text for text in line.cells[line.own[0]] if text.strip()]
    words = cell[0].strip()
    return (
        len(cell) == 1 and len(words) <= _LONGEST_TITLE and not words.endswith(_STOPS) and not OWN_NUMBER.match(words)
    )


def is_signed(lines: Sequence[Line]) -> bool:
    """Return whether a sheet is a list on which people sign: a column of names and one of signatures, and no sentence."""
    if any(line.words(at).endswith(("。", "；", ";")) for line in lines for at in line.own):
        return False
    heads = [[line.words(at) for at in line.own] for line in lines[: _HEAD_ROWS + 1]]
    return any(any(map(_PERSON.fullmatch, head)) and any(map(_SIGNED.fullmatch, head)) for head in heads)


def titled(sheets: Sequence[Sheet], dropped: list[Dropped]) -> tuple[list[Row], tuple[Part, ...]]:
    """Return the lines of all sheets and where each begins; of several, one without a title has its name for it.

    Args:
        sheets: Those with text, in order.
        dropped: What is no text of the workbook; names that are text after all are taken out.
    """
    rows: list[Row] = []
    parts: list[Part] = []
    for sheet in sheets:
        start = len(rows) + 1
        own = list(sheet.rows)
        title = sheet.title
        if title is None and len(sheets) > 1 and sheet.name.strip() and not _UNNAMED.fullmatch(sheet.name.strip()):
            at = next(place for place, drop in enumerate(dropped) if any(drop is name for name in sheet.dropped))
            del dropped[at]
            own.insert(0, Row(own[0].number, f"sheet {sheet.name}", [(sheet.name, False)]))
            title = 0
        rows += own
        behind = start + sheet.end + len(own) - len(sheet.rows)
        tail = behind if sheet.whole and behind < start + len(own) else None
        parts.append(Part(start, sheet.name, None if title is None else start + title, sheet.whole, tail))
    return rows, tuple(parts)
