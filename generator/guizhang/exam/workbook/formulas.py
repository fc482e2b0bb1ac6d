"""Formulas from an answer in its one spelling to points, as `ScoringPolicy`'s defaults score it.

Only functions every spreadsheet program has are used (no LET, no dynamic arrays), and none that works itself out anew
without need.
"""

from __future__ import annotations

from collections.abc import Mapping

from guizhang.exam.workbook.plan import Question
from guizhang.exam.workbook.reading import (
    CHECK,
    DAMAGED,
    OPEN,
    SAID_BLANK,
    WRONG,
    Cells,
    Expression,
    by_type,
    found,
    part,
)
from guizhang.model.item import ItemType


def marks(question: Question, cells: Cells) -> str:
    """Return the expression that turns an answer into points; empty text for a blank, which is not wrong."""
    r = cells.read
    earned = by_type(question, cells, _EARNED)
    nothing = f'OR({r}="",{r}="{SAID_BLANK}",{r}="{OPEN}")'
    unclear = f'OR({r}="{DAMAGED}",ISNUMBER(FIND("{CHECK}",{r})))'
    return f'IF({nothing},"",IF({unclear},"{CHECK}",IF(LEFT({r},1)="{WRONG}",0,{earned})))'


def _equal(_: Question, cells: Cells) -> str:
    return f"IF(EXACT({cells.read},{cells.key}),{cells.points},0)"


def _numeric(_: Question, cells: Cells) -> str:
    # A hair of slack: 0.1 + 0.2 is not 0.3 in a spreadsheet either.
    return f"IF(ABS({cells.read}-{cells.key})<={cells.extra}+0.000000001,{cells.points},0)"


def _matching(question: Question, cells: Cells) -> str:
    r, key = cells.read, cells.key
    right = "+".join(f'AND(MID({key},{i},1)<>"",MID({r},{i},1)=MID({key},{i},1))' for i in range(1, question.parts + 1))
    return _share(f"({right})", f"LEN({key})", cells)


def _cloze(question: Question, cells: Cells) -> str:
    right = [
        f"{found(part(cells.key, i), part(cells.read, i))}*IFERROR(VALUE({part(cells.extra, i + 1)}),0)"
        for i in range(question.parts)
    ]
    return _share(f"({'+'.join(right)})", f"VALUE({part(cells.extra, 0)})", cells)


def _share(earned: str, whole: str, cells: Cells) -> str:
    """Return the expression for the share of the points, rounded only where it is not the whole."""
    return f"IF({earned}={whole},{cells.points},ROUND({cells.points}*{earned}/{whole},2))"


_EARNED: Mapping[ItemType, Expression] = {
    ItemType.SINGLE_CHOICE: _equal,
    ItemType.MULTIPLE_CHOICE: _equal,
    ItemType.TRUE_FALSE: _equal,
    ItemType.CLOZE: _cloze,
    ItemType.NUMERIC: _numeric,
    ItemType.MATCHING: _matching,
    ItemType.ORDERING: _equal,
    ItemType.SHORT_ANSWER: lambda _, cells: cells.read,
}
"""Type -> the expression for the points an answer earns."""
