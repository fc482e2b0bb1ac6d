"""Where everything stands in the scoring workbook: sheets, rows, columns, and what formulas look up in the key."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property
from itertools import count, zip_longest

from openpyxl.utils import get_column_letter

from guizhang.exam.words import plain
from guizhang.exam.workbook.keys import extra, key, spellings
from guizhang.exam.workbook.scores import scores
from guizhang.model.blueprint import cut_points
from guizhang.model.drawn_item import LETTERS, DrawnItem
from guizhang.model.form import DrawnForm, ExamRecord
from guizhang.model.item import ItemType
from guizhang.model.scoring import Floor

RESPONSES, PRACTICAL, READ, MARKS = "Responses", "实操 Practical", "读作 Read", "得分 Marks"
THEMES, QUESTIONS, SUMMARY, KEY = "主题 Themes", "题目 Questions", "概况 Summary", "答案 Key"
RATED, FOLD, BARE = "实操计分 Rated", "Fold", "Bare"
HOW_TO = "说明 How to"

BLANK_ROWS = 40
"""Rows of a workbook without a roster."""
SPARE_ROWS = 10
"""Rows behind the roster, for people nobody announced."""
FIRST = 4
"""Column of question 1 (D) in every sheet with a row a candidate."""
TOP = 2
"""First row below the headings, in every sheet: row n is the same candidate everywhere."""
_MOST_BINS = 12
MANY_FORMS = 12
"""With more forms than this a question's number says nothing about the question, so `Questions` is left out."""

Value = str | Decimal | None


class Block(Enum):
    """Columns of the sheet Key: one for each question, or as many as said."""

    KEY = "答案 key"
    EXTRA = "误差或权重 tolerance or weights"
    UNITS = "单位或选项 units or options"
    SCORES = "得分表 points earned"
    POINTS = "满分 points"
    TYPE = "题型 type"
    SECTION = "部分 section"
    THEME = "主题 theme"
    CUT = "及格线 pass line"
    LEAST = "最低分 at least"


@dataclass(frozen=True)
class Question:
    """A question number as the workbook sees it.

    Behind a case of two questions the numbers of one form are not those of another, so the formulas look everything up
    by the form of the row.
    """

    number: int
    types: tuple[ItemType, ...]
    """Its types on the forms that have it."""
    points: Decimal
    """Most points it has on any form."""
    options: int
    """Most options it has on any form."""
    least: int
    """Fewest options it has on a form where it has any."""
    parts: int
    """Most gaps or left sides it has on any form."""

    @property
    def written(self) -> bool:
        """Whether it takes points and not an answer, whatever the form."""
        return self.types == (ItemType.SHORT_ANSWER,)

    @property
    def column(self) -> str:
        """Letter of its column."""
        return get_column_letter(FIRST + self.number - 1)


class Plan:
    """The layout of one exam's workbook."""

    def __init__(self, record: ExamRecord) -> None:
        self.record = record
        self.policy = record.scoring
        self.sections = record.forms[0].sections
        self.individual = len(record.forms) > MANY_FORMS
        # A walk-in takes one of the shared forms; nobody can take a form drawn for somebody else.
        needed = len(record.candidates) + (0 if self.individual else SPARE_ROWS) if record.candidates else BLANK_ROWS
        self.rows = range(TOP, TOP + needed)

    @property
    def below_zero(self) -> bool:
        """Whether a total may be below 0."""
        return self.policy.negative is not None and self.policy.negative.floor is Floor.NONE

    @cached_property
    def questions(self) -> list[Question]:
        """Questions by number."""
        rows = zip_longest(*(form.items for form in self.record.forms))
        return [_question(number, [item for item in row if item is not None]) for number, row in enumerate(rows, 1)]

    @cached_property
    def uneven(self) -> bool:
        """Whether a question has more options on one form than on another."""
        return any(question.least < question.options for question in self.questions)

    @cached_property
    def themes(self) -> list[str]:
        """Themes the exam asks about; the key names them by their number, from 1."""
        return sorted({item.themes[0] for form in self.record.forms for item in form.items if item.themes})

    @property
    def practical_column(self) -> str:
        """Letter of the practical part's column in Responses."""
        return get_column_letter(FIRST + len(self.questions))

    @cached_property
    def after(self) -> dict[str, str]:
        """Columns of the sheet Marks behind the questions, by what stands in them."""
        names = [f"section {i}" for i in range(len(self.sections))]
        names += ["practical", "total", "open", "blank", "check", "result", "rank"]
        start = FIRST + len(self.questions)
        return {name: get_column_letter(start + i) for i, name in enumerate(names)}

    def span(self, row: int, sheet: str = "") -> str:
        """Return the cells of a row that hold questions."""
        where = f"'{sheet}'!" if sheet else ""
        return f"{where}{self.questions[0].column}{row}:{self.questions[-1].column}{row}"

    def down(self, sheet: str, column: str) -> str:
        """Return a column of a sheet from the first candidate to the last."""
        return f"'{sheet}'!${column}${self.rows[0]}:${column}${self.rows[-1]}"

    @cached_property
    def blocks(self) -> dict[Block, tuple[int, list[list[Value]]]]:
        """First column of each block of Key, and its rows: one for each form, or a single one where all are the same."""
        found, column = {}, 2
        for block in Block:
            rows = [_row(block, form, self) for form in self.record.forms]
            if not any(value is not None for row in rows for value in row):
                continue
            width = max(map(len, rows))
            rows = [[*row, *[None] * (width - len(row))] for row in rows]
            found[block] = (column, rows[:1] if all(row == rows[0] for row in rows) else rows)
            column += width
        return found

    def looked_up(self, block: Block, index: int | None = None) -> str:
        """Return the expression for what Key says: of one question or section (from 0), or of all in a row.

        Args:
            block: What is looked up.
            index: Which column of the block; all of them when absent.
        """
        if block not in self.blocks:  # no question has a unit, say
            return '""'
        start, rows = self.blocks[block]
        first = last = get_column_letter(start + (index or 0))
        if index is None:
            last = get_column_letter(start + len(rows[0]) - 1)
        if len(rows) == 1:
            return f"'{KEY}'!${first}${TOP}" + (f":${last}${TOP}" if index is None else "")
        row = f"{FOLD}!$A{TOP}"  # of the candidate's form, from 1
        area = f"'{KEY}'!${first}${TOP}:${last}${TOP + len(rows) - 1}"
        return f"INDEX({area},{row},0)" if index is None else f"INDEX({area},{row})"


def _row(block: Block, form: DrawnForm, plan: Plan) -> list[Value]:
    """Return what Key says in one block about one form."""
    if block is Block.CUT:
        return [plan.record.cut_points(form)]
    if block is Block.LEAST:
        return [cut_points(s.minimum, s.total_points) if s.minimum else Decimal(0) for s in form.sections]
    asked = [(index, item) for index, section in enumerate(form.sections, 1) for item in section.items]
    return [_about(block, item, section, plan) for section, item in asked]


def _about(block: Block, item: DrawnItem, section: int, plan: Plan) -> Value:
    match block:
        case Block.KEY:
            return key(item)
        case Block.EXTRA:
            return extra(item)
        case Block.UNITS:
            return spellings(item) or (LETTERS[: len(item.options)] if plan.uneven and item.options else None)
        case Block.SCORES:
            return scores(item, plan.policy)
        case Block.POINTS:
            return item.points
        case Block.TYPE:
            return item.type.value
        case Block.THEME:
            return Decimal(plan.themes.index(item.themes[0]) + 1) if item.themes else None
        case _:
            return Decimal(section)


def _question(number: int, items: list[DrawnItem]) -> Question:
    return Question(
        number,
        tuple(sorted({item.type for item in items})),
        points=max(item.points for item in items),
        options=max(len(item.options) for item in items),
        least=min((len(item.options) for item in items if item.options), default=0),
        parts=max(len(item.gaps) or len(item.lefts) for item in items),
    )


def bins(top: Decimal, cut: Decimal) -> list[tuple[Decimal, Decimal]]:
    """Return about ten ranges of points (from, to but not with) of which one begins at the pass line.

    Example:
        ``bins(Decimal(100), Decimal(80))`` is 0 to 10, … 70 to 80, 80 to 90, 90 to 100.
    """
    step = next(
        size * ten for ten in (10**n for n in count()) for size in (1, 2, 5) if top / (size * ten) <= _MOST_BINS
    )
    below = [cut - step * n for n in range(math.ceil(cut / step), 0, -1)]
    edges = [max(edge, Decimal(0)) for edge in below]
    edge = cut
    while edge < top:
        edges.append(edge)
        edge += step
    edges = list(dict.fromkeys(edges)) or [Decimal(0)]
    return list(zip(edges, [*edges[1:], top], strict=True))


def named(low: Decimal, high: Decimal, *, last: bool) -> str:
    """Return how a range of points is labelled."""
    return f"{plain(low)}–{plain(high)}" if last else f"{plain(low)}–<{plain(high)}"
