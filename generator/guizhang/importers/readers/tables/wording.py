"""What the row of a table says as a sentence: the deed, behind it what follows, each with its name and unit where it needs them.

违规行为 | 记分 | 罚款（元） | 备注        闯红灯：记6分，罚款300元，备注：以录像为准。
闯红灯   | 6    | 300       | 以录像为准
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guizhang.importers.readers.tables.heads import FOLLOWS, REMARKS, Column, Piece

_FIGURE = re.compile(r"[+\-−]?\d[\d,]*(?:\.\d+)?(?:\s*[-~–—～至到]\s*\d[\d,]*(?:\.\d+)?)?")
_WITH_UNIT = re.compile(rf"(?:{_FIGURE.pattern})\s*[元分](?:/\S{{1,3}})?")
_BEFORE = re.compile(r"(?:RMB|CNY|HKD|NTD|USD|HK\$|NT\$|US\$|[¥￥$€£])", re.IGNORECASE)
"""Units printed before the figure."""
_POINTS = re.compile(r"[扣记記加减減奖獎]分")
"""Names that are a verb before points: 扣2分."""
_NO_VERB = re.compile(r"[)）准準值]$")
"""Names that stand before no figure without a colon: 处罚（首次）：20元, 处罚标准：20元."""
_SAYS_ITSELF = re.compile(
    r"(?:违[规纪]|違[規紀])?(?:处[罚理分]|處[罰理分]|惩处|懲處)(?:结果|結果|方式|措施|意见|意見)?"
)
"""Names that say no more than that something follows."""
_FIGURE_FIRST = re.compile(r"[+\-−约約]?[\d¥￥$]")
_STOPS = "。；;！？!?.…"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a rule that says something."""

    column: Column | None
    """None where no name stands over it."""
    pieces: Sequence[Piece]
    words: str

    @property
    def ended(self) -> bool:
        """Whether its words end a sentence."""
        return self.words[-1] in _STOPS

    @property
    def is_deed(self) -> bool:
        """Whether it says what the rule is of."""
        return self.column is not None and self.column.deed

    @property
    def is_who(self) -> bool:
        """Whether it says whose rule it is."""
        return self.column is not None and self.column.who

    @property
    def is_remark(self) -> bool:
        """Whether it only adds something."""
        return self.column is not None and REMARKS.fullmatch(self.column.name) is not None

    @property
    def says_itself(self) -> bool:
        """Whether its words are what follows, and its name says no more: 处罚 over 警告."""
        named = self.column is not None and _SAYS_ITSELF.fullmatch(self.column.name) is not None
        return named and _FIGURE_FIRST.match(self.words) is None


def sentence(cells: Sequence[Cell], *, chinese: bool) -> list[Piece]:
    """Return the pieces of the sentence of a row, with the stop behind it.

    Args:
        cells: What it says, in the order of the columns; one at least.
        chinese: Whether signs and names are Chinese.
    """
    deed = next((place for place, cell in enumerate(cells) if cell.is_deed), -1)
    # A deed that others stand before needs its name, and they theirs.
    plain = deed >= 0 and all(cell.is_who for cell in cells[:deed])
    alone = sum(cell.says_itself for cell in cells) == 1
    pieces: list[Piece] = []
    for place, cell in enumerate(cells):
        before = cells[place - 1] if place else None
        bare = plain and (place <= deed or (chinese and alone and cell.says_itself and _is_open(before)))
        name = "" if bare else _name(cell, plain=plain, chinese=chinese)
        if before is not None:
            pieces.append((_joint(before, cell, name, plain=plain, led=deed > 0, chinese=chinese), True))
        pieces += [(name, True), *_with_unit(cell)]
    if not cells[-1].ended:
        pieces.append(("。" if chinese else ".", True))
    return pieces


def _is_open(before: Cell | None) -> bool:
    return before is not None and before.is_deed and not before.ended


def _joint(before: Cell, cell: Cell, name: str, *, plain: bool, led: bool, chinese: bool) -> str:
    """Return what stands between two cells, the second of which begins with *name*.

    Args:
        before: The first.
        cell: The second.
        name: What the second is called, with its colon.
        plain: Whether deed and people stand without their names.
        led: Whether the deed has the people it is for before it.
        chinese: Whether signs are Chinese.
    """
    if before.ended:
        return "" if chinese else " "
    if plain and before.is_who and cell.is_deed:
        return "：" if chinese else ": "
    if plain and before.is_deed and not cell.is_remark:
        if not chinese:
            return " – "
        return "，" if led or name.endswith("：") else "："
    return "，" if chinese else ", "


def _name(cell: Cell, *, plain: bool, chinese: bool) -> str:
    """Return what stands before the words of a cell: its name with a colon, or as the verb of its figure."""
    column = cell.column
    if column is None or column.text or cell.words.lower().startswith(column.name.lower()):
        return ""
    if plain and column.name.lower() == _unit(cell).lower():
        return ""  # 2 points
    figure = _unit(cell) or _WITH_UNIT.fullmatch(cell.words)
    if plain and chinese and figure and FOLLOWS.search(column.name) and not _NO_VERB.search(column.name):
        points = _POINTS.fullmatch(column.name) and (_unit(cell) or cell.words[-1]) == "分"
        return column.name[:-1] if points else column.name
    return f"{column.name}{'：' if chinese else ': '}"


def _unit(cell: Cell) -> str:
    """Return the unit of a bare figure."""
    return cell.column.unit if cell.column is not None and _FIGURE.fullmatch(cell.words) else ""


def _with_unit(cell: Cell) -> list[Piece]:
    """Return the words of a cell, a bare figure with its unit."""
    unit = _unit(cell)
    if not unit:
        return list(cell.pieces)
    if _BEFORE.fullmatch(unit):
        return [(f"{unit} " if unit[-1].isalpha() else unit, True), *cell.pieces]
    latin = unit[0].isascii() and unit[0].isalpha()
    return [*cell.pieces, (f" {unit.removesuffix('s') if cell.words == '1' else unit}" if latin else unit, True)]
