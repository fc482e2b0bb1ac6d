"""Heads of tables of rules: which rows name the columns, and what each column holds.

A table is one of rules where a column says what was done and another what follows from it: 违纪行为 | 处罚, Offence | Fine.
So is one of provisions, a column of sentences beside their numbers or chapters: 章节 | 条款 | 内容.
Tables of people (姓名, 签名) and forms (a column with nothing in it) are none.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from guizhang.importers.extract import OWN_NUMBER

Area = tuple[int, int, int, int]
"""A merged area: first row, first column, last row, last column."""

_NUMERAL = re.compile(r"\d+(?:\.\d+)*")
_CODE = re.compile(r"[A-Za-z]{0,4}[-.]?\d[\w.-]{0,8}", re.ASCII)
_LONGEST_NAME = 24
_LONGEST_LATIN = 48
_DEEPEST = 3
_NUMBER = re.compile(
    r"[序编編]\s*[号號]?|[项項]次|[条條款]+[号號文]?|(?:item|article|clause|rule)?(?: ?no\.?)?|#|s/?n\.?|ref\.?",
    re.IGNORECASE,
)
"""What stands over a column that may number the rows; whether it does its cells tell."""
WHAT = re.compile(
    r"行[为為]|情[形节節况況]|表[现現]|[违違][纪规章紀規]|[过過][失错錯]|事[项由件項]|[项項]目|[内內]容|[条條]款|[规規]定|要求"
    r"|behaviou?r|conduct|offen[cs]e|violation|infraction|breach|\bacts?\b|\brules?\b|situation|\bcases?\b|incident",
    re.IGNORECASE,
)
FOLLOWS = re.compile(
    r"[罚罰]|[处處]分|[处處]理|[惩懲]|扣|[奖獎]|[后後]果|[加减減记記]分|[赔賠][偿償]"
    r"|penalt|\bfines?\b|sanction|deduct|disciplin|consequence|punish|reward|bonus|warning|\baction",
    re.IGNORECASE,
)
MEASURED = re.compile(
    r"金[额額]|[数數额額]|分[值数數]|[标標][准準]|第?[一二三四五两兩\d]+次|[首初再]次|amount|points|score|first|second|third|\b\d(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_AMISS = re.compile(
    rf"{FOLLOWS.pattern}|[违違]|[过過][失错錯]|offen[cs]e|violation|misconduct|infraction|breach", re.IGNORECASE
)
"""What is spoken of where an amount or a first time is that of a penalty."""
_PEOPLE = re.compile(
    r"姓名|工[号號]|[签簽][名字收]|日期|[电電][话話]|^(?:员工|員工|职员|[当當]事人)$"
    r"|^(?:employee|staff)?\s*(?:name|id|no\.?)?$|\b(?:date|signature|signed|phone)\b",
    re.IGNORECASE,
)
TEXT = re.compile(
    r"(?:[条條]款|具[体體]|主要|[规規]定|制度|管理)?(?:[内內]容|[规規]定|[条條]文|要求|[规規][则則])"
    r"|(?:contents?|provisions?|rules?|requirements?|text|description)",
    re.IGNORECASE,
)
"""What stands over a column of whole provisions."""
_GROUP = re.compile(
    r"章[节節]?|篇章?|部分|(?:[类類][别別]|分[类類]|大[类類]|模[块塊]|板[块塊]|[项項]目)(?:名[称稱])?"
    r"|(?:chapter|section|category|part|topic|group|area)s?",
    re.IGNORECASE,
)
"""What stands over a column that says under which heading the provisions of several rows belong."""
REMARKS = re.compile(r"[备備附][注註]|[说說]明|依[据據]|remarks?|notes?|comments?", re.IGNORECASE)
_UNIT = (
    r"(?:[万萬]?元|[圆圓块塊]|港[元币幣]|人民[币幣]|[分点點天日周月年次倍%％]|小[时時]|分[钟鐘]|个月|個月"
    r"|RMB|CNY|HKD|NTD|USD|HK\$|NT\$|US\$|[¥￥$€£]|yuan|dollars?|euros?|points?|days?|hours?|minutes?|times?|percent)"
    r"(?:\s*(?:/|per )\s*\S{1,8})?"
)
_IN_BRACKETS = re.compile(rf"\s*[（(]\s*(?:[单單]位\s*[:：]?|unit:?)?\s*({_UNIT})\s*[)）]\s*$", re.IGNORECASE)
_STATED = re.compile(rf"(?:[单單]位|unit)\s*[:：]\s*({_UNIT})(?![一-龥])", re.IGNORECASE)
_POINTS = re.compile(r"[扣加减減记記积積]分|分[值数數]")
_STOPS = tuple("。；;！？.!?")
_HAN = re.compile(r"[㐀-鿿]")
_WRAPPED = re.compile(r"(?<=[㐀-鿿]) (?=[㐀-鿿（])")
"""Where a narrow column breaks a Chinese name."""


Piece = tuple[str, bool]
"""Text, and whether the reader made it."""


@dataclass(slots=True)
class Line:
    """One row of a sheet, or of a table in a document, while it is read."""

    at: int
    """Its number in the sheet or table."""
    cells: dict[int, list[str]] = field(default_factory=dict)
    """Column -> the lines of its cell; none where the cell goes on from above."""
    above: dict[int, list[str]] = field(default_factory=dict)
    """Column -> the lines of the cell above that goes on in it."""
    blanks: set[int] = field(default_factory=set)
    """Columns of cells with a border and nothing in them."""
    parts: dict[int, list[Piece]] = field(default_factory=dict)
    """Column -> its cell in pieces, where the reader made some of it: an automatic number."""

    @property
    def own(self) -> list[int]:
        """Columns with text of their own."""
        return [column for column, lines in self.cells.items() if any(map(str.strip, lines))]

    def words(self, column: int) -> str:
        """Return the cell as one line."""
        return " ".join(self.cells.get(column, ())).strip()

    def pieces(self, column: int) -> list[Piece]:
        """Return the cell as one line in pieces: what it says, and what is made."""
        if column in self.parts:
            return self.parts[column]
        pieces: list[Piece] = []
        for text in self.cells.get(column, ()):
            pieces += [(" ", True)] if pieces and text else []
            pieces += [(text, False)] if text else []
        return pieces

    def only(self, columns: Container[int]) -> Line:
        """Return the row with these columns."""
        return Line(
            self.at,
            {at: cell for at, cell in self.cells.items() if at in columns},
            {at: cell for at, cell in self.above.items() if at in columns},
            parts={at: pieces for at, pieces in self.parts.items() if at in columns},
        )


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of a table of rules holds."""

    at: int
    name: str
    unit: str = ""
    """What its bare figures count: 元, 分, RMB."""
    printed: str = ""
    """The lowest of the names over it, as it stands there."""
    number: bool = False
    """Whether it numbers the rows."""
    text: bool = False
    """Whether its cells are whole provisions, which need no name."""
    group: bool = False
    """Whether its cells are headings of several rows."""
    deed: bool = False
    """Whether it says what the rules are of."""
    who: bool = False
    """Whether it says whose rules they are."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table of rules."""

    blocks: tuple[tuple[Column, ...], ...]
    """The columns; several blocks where the table goes on beside itself."""
    rows: int
    """How many rows of the sheet it takes."""
    chinese: bool


def head_at(lines: Sequence[Line], start: int, areas: Sequence[Area], context: str) -> Head | None:
    """Return the head that begins at row *start*, if it is one of a table of rules.

    Args:
        lines: The rows of the sheet.
        start: Index of the row.
        areas: Merged areas of the sheet.
        context: What stands over the table, its title and the sheet's name.
    """
    first = lines[start]
    texts = [first.words(column) for column in first.own]
    # What follows looks at the whole table; most rows are none that names columns.
    named = len(set(texts)) >= 2 and all(map(_is_name, texts))
    if not named or not (_of_rules(texts, context) or any(map(TEXT.fullmatch, texts))):
        return None
    rows = _depth(lines, start, areas)
    unit = _STATED.search(context)
    below = lines[start + rows :]
    columns = [
        _column(at, parts, unit[1] if unit else "", [words for line in below if (words := line.words(at))])
        for at, parts in sorted(_spread(lines[start : start + rows], areas).items())
    ]
    names = [column.name for column in columns]
    if not _of_rules(names, context, numbers=[column.number for column in columns]):
        columns = _of_provisions(columns, below)
    if not columns or any(_to_fill_in(column, below) for column in columns):
        return None
    return Head(_blocks(columns), rows, any(map(is_chinese, names)))


def _of_provisions(columns: Sequence[Column], below: Sequence[Line]) -> list[Column]:
    """Return the columns of a table of provisions, those of text and of headings known as such; none where it is no such table.

    Args:
        columns: As their names tell them.
        below: The rows of the table, and what comes behind it.
    """
    if any(_PEOPLE.search(column.name) and not _NUMBER.fullmatch(column.name) for column in columns):
        return []
    said = {column.at: [words for line in below if (words := line.words(column.at))] for column in columns}
    texts = [c.at for c in columns if TEXT.fullmatch(c.name) and not c.number and _are_sentences(said[c.at])]
    rows = max((len(said[at]) for at in texts), default=0)
    # What is called a chapter may have a single provision here and there, but not most of the time.
    groups = [c.at for c in columns if _GROUP.fullmatch(c.name) and 0 < 3 * len(set(said[c.at])) <= 2 * rows][:1]
    if not texts or not (groups or any(column.number for column in columns)):
        return []
    return [replace(column, text=column.at in texts, group=column.at in groups) for column in columns]


def _are_sentences(cells: Sequence[str]) -> bool:
    """Return whether most cells of a column are sentences."""
    return bool(cells) and 2 * sum(cell.endswith(_STOPS) for cell in cells) > len(cells)


def _is_name(text: str) -> bool:
    """Return whether a cell may name a column: a few words, no sentence and no figure."""
    named = bool(_NUMBER.fullmatch(text)) or (any(map(str.isalpha, text)) and not text.endswith(_STOPS))
    return len(text) <= (_LONGEST_NAME if is_chinese(text) else _LONGEST_LATIN) and named


def _depth(lines: Sequence[Line], start: int, areas: Sequence[Area]) -> int:
    """Return how many rows name columns: as deep as cells of the first are merged, and one more under a group of columns."""
    top = lines[start].at
    ours = [area for area in areas if area[0] == top and area[1] in lines[start].own]
    bottom = max((area[2] for area in ours), default=top)
    grouped = [area for area in ours if area[3] > area[1] and area[2] == top]
    under = lines[start + 1] if start + 1 < len(lines) else None
    if grouped and under is not None and under.at == top + 1 and under.own:
        within = all(any(left <= column <= right for _, left, _, right in grouped) for column in under.own)
        bottom = max(bottom, top + 1) if within else bottom
    bottom = min(bottom, top + _DEEPEST - 1)
    return sum(1 for line in lines[start : start + _DEEPEST] if line.at <= bottom)


def _spread(head: Sequence[Line], areas: Sequence[Area]) -> dict[int, list[str]]:
    """Return column -> its names from the top down, a group's over each of its columns."""
    own = {(line.at, column): line.words(column) for line in head for column in line.own}
    groups = [(area, own[area[:2]]) for area in areas if area[:2] in own]
    return {
        column: [
            own.get((line.at, column))
            or next(
                (name for (top, left, low, right), name in groups if _within(line.at, column, top, left, low, right)),
                "",
            )
            for line in head
        ]
        for _, column in own
    }


def _within(row: int, column: int, top: int, left: int, bottom: int, right: int) -> bool:
    return top <= row <= bottom and left <= column <= right


def is_number(words: str) -> bool:
    """Return whether a cell is a number such as rules have: 1, 2.1, 第三条, （四）."""
    return bool(_NUMERAL.fullmatch(words) or OWN_NUMBER.fullmatch(words))


def _counts(words: str) -> bool:
    return is_number(words) or bool(_CODE.fullmatch(words))


def _column(at: int, parts: Sequence[str], stated: str, below: Sequence[str]) -> Column:
    """Return the column at *at*.

    Args:
        at: Its place in the sheet.
        parts: What is written over it, from the top down.
        stated: The unit of the whole table.
        below: What stands in it.
    """
    unit = ""
    names: list[str] = []
    for said in parts:
        part = _WRAPPED.sub("", said)
        found = _IN_BRACKETS.search(part)
        unit = found[1] if found else unit
        name = (part[: found.start()] if found else part).strip()
        if name and name not in names:
            names.append(name)
    name = names[0] if names else parts[-1]
    if len(names) > 1:
        said = " ".join(names[1:])
        name += f"（{said}）" if _HAN.search(name) else f" ({said})"
    if not unit and _POINTS.search(name):
        unit = "分"
    elif not unit and re.search(r"\bpoints\b", name, re.IGNORECASE):
        unit = "points"
    elif not unit and (FOLLOWS.search(name) or MEASURED.search(name)):
        unit = stated
    numbers = bool(below) and bool(_NUMBER.fullmatch(name)) and 2 * sum(map(_counts, below)) >= len(below)
    return Column(at, name, unit, next((part for part in reversed(parts) if part), ""), numbers)


def is_chinese(name: str) -> bool:
    """Return whether the name of a column has a Chinese character."""
    return _HAN.search(name) is not None


def by_language(block: Sequence[Column]) -> tuple[tuple[Column, ...], tuple[Column, ...]]:
    """Return the columns in two sets where each of one language has its like in the other: 违纪行为, Offence, 处罚, Penalty.

    The first set has the numbers of the rows; the second is empty where the columns are in one language, or not in pairs.
    """
    whole = tuple(block)
    words = [column for column in block if not column.number]
    chinese = [is_chinese(column.name) for column in words]
    first = [column for column, han in zip(words, chinese, strict=True) if han == chinese[0]]
    others = tuple(column for column in words if column not in first)
    paired = len(first) >= 2 and any(FOLLOWS.search(column.name) for column in others)
    if len(first) != len(others) or not (paired or all(column.text for column in words)):
        return whole, ()
    return tuple(column for column in block if column not in others), others


def _of_rules(names: Sequence[str], context: str, *, numbers: Sequence[bool] = ()) -> bool:
    """Return whether one column says what was done and another what follows.

    Args:
        names: Of the columns.
        context: What stands over the table.
        numbers: Which columns number the rows, where their cells have been looked at: 条款 may also be over the provisions.
    """
    if any(_PEOPLE.search(name) and not _NUMBER.fullmatch(name) for name in names):
        return False
    about = bool(_AMISS.search(context))
    for place, what in enumerate(names):
        if not WHAT.search(what) or (numbers and numbers[place]):
            continue
        others = [name for other, name in enumerate(names) if other != place]
        led = about or bool(_AMISS.search(what))
        if any(FOLLOWS.search(name) or (led and MEASURED.search(name)) for name in others):
            return True
    return False


def _blocks(columns: Sequence[Column]) -> tuple[tuple[Column, ...], ...]:
    """Return the columns in blocks of the same names: 序号 行为 扣分 序号 行为 扣分 is one table beside itself."""
    names = [(column.name, column.unit) for column in columns]
    for size in range(2, len(names) // 2 + 1):
        if len(names) % size == 0 and names == names[:size] * (len(names) // size):
            return tuple(tuple(columns[at : at + size]) for at in range(0, len(columns), size))
    return (tuple(columns),)


def _to_fill_in(column: Column, below: Sequence[Line]) -> bool:
    """Return whether nothing stands in a column that is to be filled in: 自评, 得分."""
    if _NUMBER.fullmatch(column.name) or REMARKS.search(column.name):
        return False
    return not any(line.words(column.at) or column.at in line.above for line in below)
