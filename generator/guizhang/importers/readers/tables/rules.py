"""Tables of rules in a sheet or a document, read as provisions: a row is a numbered rule that says what its columns are called.

    序号 | 违纪行为 | 罚款（元）        1、违纪行为：上班睡觉，罚款：60元。
    1    | 上班睡觉 | 60

What stands in the cells is the file's own; numbers, names of columns, units and signs between them are made by the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from guizhang.importers.extract import GROUP, OWN_NUMBER
from guizhang.importers.readers.composing import Row
from guizhang.importers.readers.tables.heads import (
    Area,
    Column,
    Head,
    Line,
    Piece,
    by_language,
    head_at,
    is_chinese,
    is_number,
)
from guizhang.importers.readers.tables.roles import says_nothing, with_roles
from guizhang.importers.readers.tables.wording import Cell, sentence

COLUMN_NAMES = "column-names"
"""Why the head of a table is no text: each of its rules says the names."""
GROUP_AGAIN = "group-again"
"""Why the name of a group is no text: it is said over the rows above."""
NOTHING = "empty-cell"
"""Why —, / and 无 in a cell are no text."""
LAYOUT = "layout"
NEAR = 200
"""How many lines over a table may have numbers that its rows could go on."""
_COUNTED = re.compile(r"\s*#* *\d{1,3} ?[.．、](?!\d)")
"""A line with a number such as the rows of a table have."""
_OVER = 8
"""Cells over a table that may say what it is about."""
_SIGNING = re.compile(
    r"^(?:编制|編制|制表|製表|审核|審核|批准|签[字名发]|簽[字名發]|日期|prepared|approved|signed)", re.IGNORECASE
)
_SUM = re.compile(r"(?:合|总|總|小)\s*[计計]|(?:sub)?totals?", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]{1,4}[-.]?\d[\w.-]{0,8}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rules:
    """A sheet or table of rules as lines of text."""

    rows: list[Row]
    dropped: list[tuple[str, str, int]]
    """Reason, text and number of the row of what is no text."""
    end: int
    """How many of the lines it is to the last rule; what follows are notes."""


def read_rules(
    lines: Sequence[Line],
    areas: Sequence[Area],
    place: str,
    context: str,
    *,
    above: Iterable[str] = (),
    headed: bool = True,
) -> Rules | None:
    """Return the rows of a sheet with tables of rules in it, or of one table of a document, as lines of text.

    Args:
        lines: The rows that say something, in order.
        areas: The merged areas.
        place: Where they stand, for people: "sheet Fines", "table 2".
        context: What the tables may be about: the sheet's name, what stands over the table.
        above: The lines over it, whose numbers its rows must not be taken to go on.
        headed: Whether a group that a column says may be a line of its own over its rows.

    Returns:
        Lines, what is no text, and where the rules end; ``None`` where no table is one of rules.
    """
    sheet = _Sheet(lines, areas, place, context, headed=headed)
    sheet.bracketed = any(map(_COUNTED.match, above))
    sheet.read()
    return Rules(sheet.rows, sheet.dropped, sheet.ruled) if sheet.ruled else None


class _Sheet:
    def __init__(self, lines: Sequence[Line], areas: Sequence[Area], place: str, context: str, *, headed: bool) -> None:
        self.dropped: list[tuple[str, str, int]] = []
        self.lines = [self._filled(line) for line in lines]
        self.areas = areas
        self.headed = headed
        self.bracketed = False
        self.numbered = False
        """Whether the rows of the table bring their numbers in their first cell: 1. 迟到 | 5."""
        self.grouping: int | None = None
        """The column whose numbers are those of the groups: 1 | 店面（20分） | 招牌完好."""
        self.place = f"{place}, row"
        self.name = context
        self.over: list[str] = []
        self.rows: list[Row] = []
        self.ruled = 0
        self.counter = count(1)

    def _filled(self, line: Line) -> Line:
        """Return the row without cells of blanks, which are layout."""
        own = set(line.own)
        self.dropped += [(LAYOUT, text, line.at) for at in line.cells if at not in own for text in _native(line, at)]
        return line.only(own | set(line.above))

    def read(self) -> None:
        """Read every row: those of tables of rules as rules, the others as text."""
        place = 0
        while place < len(self.lines):
            head = head_at(self.lines, place, self.areas, self.context)
            if head is None:
                self.rows += self._as_text(self.lines[place], heading=False)
                self.over = [*self.over[-_OVER:], *map(self.lines[place].words, self.lines[place].own)]
                place += 1
                continue
            stop = self._stop(place + head.rows, head)
            names = self.lines[place : place + head.rows]
            rows: list[Line] = []
            for line in self.lines[place + head.rows : stop]:
                (names if _repeats(line, head) else rows).append(line)
            for line in names:
                self.dropped += [(COLUMN_NAMES, text, line.at) for at in line.own for text in _native(line, at)]
            for number, block in enumerate(head.blocks):
                self._table(rows, block, head, last=number == len(head.blocks) - 1)
            place = stop

    @property
    def context(self) -> str:
        """What stands over the next table."""
        return " ".join((self.name, *self.over))

    def _stop(self, place: int, head: Head) -> int:
        """Return the index behind the last row of the table: before the next head, or at the end of the sheet."""
        columns = [column for block in head.blocks for column in block]
        for index in range(place, len(self.lines)):
            # A head in the middle of rules would be a rule about rules.
            apart = index == place or not _is_rule(self.lines[index - 1], columns)
            again = _repeats(self.lines[index], head)
            if apart and not again and head_at(self.lines, index, self.areas, self.context) is not None:
                return index
        return len(self.lines)

    def _table(self, lines: Sequence[Line], block: Sequence[Column], head: Head, *, last: bool) -> None:
        columns = {column.at for column in block}
        others = {column.at for other in head.blocks for column in other} - columns
        block = with_roles(block, lines, headed=self.headed)
        group = next((column.at for column in block if column.group), None)
        block = [column for column in block if not column.group]
        rules = [line for line in lines if _is_rule(line, block)]
        self.grouping = _numbers_groups(rules, block, group)
        bracketed, self.bracketed = self.bracketed, self.bracketed or self.grouping is not None
        block = [column for column in block if column.at != self.grouping]
        self.numbered = _bring_numbers(rules)
        under = ""
        ruled = max((index for index, line in enumerate(lines) if _is_rule(line, block)), default=-1)
        for index, line in enumerate(lines):
            mine = line.only({at for at in (*line.cells, *line.above) if at in columns or (last and at not in others)})
            if group is not None and _is_rule(mine, block):
                under = self._under(mine, group, under)
                mine = mine.only({*mine.cells, *mine.above} - {group, self.grouping})
            if not mine.own:
                continue
            if _is_rule(mine, block):
                self.rows += self._rules(mine, block, chinese=head.chinese)
                self.ruled = len(self.rows)
            elif not self._is_empty_sum(mine):
                self.rows += self._as_text(mine, heading=index < ruled)
        self.bracketed = bracketed

    def _is_empty_sum(self, line: Line) -> bool:
        """Drop a row that says 合计 and no sum, which Excel has not worked out; return whether it is one."""
        empty = len(line.own) == 1 and _SUM.fullmatch(line.words(line.own[0])) is not None
        self.dropped += [(NOTHING, text, line.at) for at in line.own if empty for text in _native(line, at)]
        return empty

    def _under(self, line: Line, group: int, before: str) -> str:
        """Say the heading that a row of provisions stands under, where it is another one than *before*; return it."""
        words = line.words(group)
        if words and words != before:
            number: list[Piece] = []
            if self.grouping is not None:
                number = [*line.pieces(self.grouping), ("、" if is_chinese(words) else ". ", True)]
                self.counter = count(1)
            self.rows.append(Row(line.at, f"{self.place} {line.at}", [*number, *line.pieces(group)], heading=GROUP))
        elif words:
            self.dropped += [(GROUP_AGAIN, text, line.at) for text in _native(line, group)]
        return words or before

    def _as_text(self, line: Line, *, heading: bool) -> Iterator[Row]:
        """Yield a row that is no rule: what stands over a group of rules, or a note."""
        own = line.own
        single = len(own) == 1
        if single and not line.parts:
            texts = line.cells[own[0]]
            for text in texts:
                yield Row(
                    line.at,
                    f"{self.place} {line.at}",
                    [(text, False)] if text else [],
                    heading=GROUP if heading and len(texts) == 1 else None,
                )
            return
        parts: list[Piece] = []
        for column in own:
            parts += [("\t", True)] if parts else []
            parts += line.pieces(column)
        yield Row(line.at, f"{self.place} {line.at}", parts, heading=GROUP if heading and single else None)

    def _rules(self, line: Line, block: Sequence[Column], *, chinese: bool) -> Iterator[Row]:
        """Yield the rule of a row; in a table that has each column in two languages, its translation below it."""
        own, other = by_language(block)
        if not other:
            yield self._rule(line, block, chinese=chinese)
            return
        chinese = not any(is_chinese(column.name) for column in other)
        columns = {column.at for column in other}
        rest = {at for at in (*line.cells, *line.above) if at not in columns}
        yield self._rule(line.only(rest), own, chinese=chinese)
        translated = line.only(columns)
        if translated.own or translated.above:
            yield self._rule(translated, other, chinese=not chinese, numbered=False)

    def _rule(self, line: Line, block: Sequence[Column], *, chinese: bool, numbered: bool = True) -> Row:
        named = {column.at: column for column in block}
        number = next((column for column in block if column.number), None)
        label, number_said = self._label(line, number, chinese=chinese) if numbered else ([], True)
        cells: list[Cell] = []
        rest: list[Piece] = []
        for at in sorted({*line.cells, *named}):
            if number is not None and at == number.at and number_said:
                continue
            repeated = at in line.above
            words = " ".join(line.above[at] if repeated else line.cells.get(at, [])).strip()
            column = named.get(at)
            if not words:
                rest += line.pieces(at)
            elif column is number and not repeated and _CODE.fullmatch(words):
                rest += [*line.pieces(at), (" ", True)]  # QT-01 is what people call the rule
            elif column is not None and not (column.deed or column.text) and says_nothing(words):
                self.dropped += [(NOTHING, text, line.at) for text in ([] if repeated else _native(line, at))]
            else:
                cells.append(Cell(column, [(words, True)] if repeated else line.pieces(at), words))
        said = sentence(cells, chinese=chinese) if cells else []
        return Row(line.at, f"{self.place} {line.at}", [part for part in (*label, *rest, *said) if part[0]])

    def _label(self, line: Line, column: Column | None, *, chinese: bool) -> tuple[list[Piece], bool]:
        """Return the label of a rule, and whether it says all that the column of numbers does."""
        if column is None:
            return [] if self.numbered else self._counted(chinese=chinese), True
        if column.at in line.above:
            return [], True  # the same rule goes on
        cell = line.cells.get(column.at, [])
        if not line.words(column.at):
            return line.pieces(column.at), True
        if len(cell) > 1 or not is_number(cell[0].strip()):
            return self._counted(chinese=chinese), False
        before, behind = self._signs(chinese=chinese) if cell[0].strip().isdecimal() else ("", " ")
        return [(before, True), *line.pieces(column.at), (behind, True)], True

    def _counted(self, *, chinese: bool) -> list[Piece]:
        before, behind = self._signs(chinese=chinese)
        return [(f"{before}{next(self.counter)}{behind}", True)]

    def _signs(self, *, chinese: bool) -> tuple[str, str]:
        """Return the signs around the number of a rule: brackets where rules above the table have the others."""
        if self.bracketed:
            return ("（", "）") if chinese else ("(", ") ")
        return ("", "、" if chinese else ". ")


def _bring_numbers(rules: Sequence[Line]) -> bool:
    first = [line.words(line.own[0]) for line in rules if line.own]
    return bool(first) and all(map(OWN_NUMBER.match, first))


def _numbers_groups(rules: Sequence[Line], block: Sequence[Column], group: int | None) -> int | None:
    """Return the column that numbers the groups and not the rules: each number is merged over all rows of its group."""
    number = next((column.at for column in block if column.number), None)
    if group is None or number is None:
        return None
    said = [bool(line.words(number)) for line in rules]
    grouped = [bool(line.words(group)) for line in rules]
    plain = all(is_number(words) and words.isdecimal() for line in rules if (words := line.words(number)))
    return number if said == grouped and not all(said) and plain else None


def _native(line: Line, column: int) -> list[str]:
    """Return what a cell says without what is made."""
    return [text for text, made in line.pieces(column) if not made]


def _repeats(line: Line, head: Head) -> bool:
    """Return whether a row has the names of the columns again, as at the top of a printed page."""
    return all(line.words(column.at) == column.printed for block in head.blocks for column in block)


def _is_rule(line: Line, block: Sequence[Column]) -> bool:
    """Return whether a row says something of two columns at least, of one in its own words; or a whole provision, numbered as others are."""
    if line.own and _SUM.fullmatch(line.words(line.own[0])):
        return False
    filled = [c for c in block if line.words(c.at) or c.at in line.above]
    said = [column for column in filled if not column.number]
    own = [column for column in said if line.words(column.at)]
    if any(_SIGNING.match(line.words(column.at)) for column in own):
        return False
    numbered = any(column.number and line.words(column.at) for column in block)
    if any(column.text for column in own) and (numbered or not any(column.number for column in block)):
        return True
    return len(filled) >= 2 and bool(own) and (len(said) >= 2 or numbered)
