"""Formulas from an answer in its one spelling to points, as the exam's `ScoringPolicy` gives them.

Only functions every spreadsheet program has are used (no LET, no dynamic arrays), and none that works itself out anew
without need. What a rule gives stands in Key (see `guizhang.exam.workbook.scores`); formulas count and look it up.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from guizhang.exam.words import plain
from guizhang.exam.workbook.keys import GAP
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
    quoted,
)
from guizhang.exam.workbook.scores import HITS, counts_steps, counts_ticks
from guizhang.model.drawn_item import LETTERS
from guizhang.model.item import ItemType
from guizhang.model.scoring import OrderingRule, PartsRule, ScoringPolicy

_ROW, _ENTRY = 200, 16
"""Longer than the points for so many right ticks, and than one of them."""


def marks(question: Question, cells: Cells, policy: ScoringPolicy) -> str:
    """Return the expression that turns an answer into points; empty text for a blank, which is not wrong."""
    r = cells.read
    earned = by_type(question, cells, _earned(policy))
    nothing = f'OR({r}="",{r}="{SAID_BLANK}",{r}="{OPEN}")'
    unclear = f'OR({r}="{DAMAGED}",ISNUMBER(FIND("{CHECK}",{r})))'
    return f'IF({nothing},"",IF({unclear},"{CHECK}",{earned}))'


def rounded(points: str, most: str, policy: ScoringPolicy) -> str:
    """Return the expression for points that a rule has divided: to the nearest step, not above *most*."""
    # The slack keeps a half that a spreadsheet takes for a hair less from being rounded down.
    step = plain(policy.point_step)
    return f"MIN({most},ROUND({points}/{step}+0.000000001,0)*{step})"


def _earned(policy: ScoringPolicy) -> Mapping[ItemType, Expression]:
    """Return type -> the expression for the points an answer earns."""

    def equal(_: Question, cells: Cells) -> str:
        return f"IF(EXACT({cells.read},{cells.key}),{cells.points},{f'N({cells.scores})' if policy.negative else 0})"

    def cloze(question: Question, cells: Cells) -> str:
        return _sound(cells, _gaps(question, cells, policy))

    return {
        ItemType.SINGLE_CHOICE: equal,
        ItemType.MULTIPLE_CHOICE: _ticks if counts_ticks(policy) else equal,
        ItemType.TRUE_FALSE: equal,
        ItemType.CLOZE: cloze,
        ItemType.NUMERIC: _numeric,
        ItemType.MATCHING: _matching,
        ItemType.ORDERING: {OrderingRule.ADJACENT_PAIRS: _neighbours, OrderingRule.LONGEST_RUN: _run}[policy.ordering]
        if counts_steps(policy)
        else equal,
        ItemType.SHORT_ANSWER: lambda _, cells: cells.read,
    }


def _sound(cells: Cells, expression: str) -> str:
    """Return *expression*, nothing where what was written counts as wrong as it is."""
    return f'IF(LEFT({cells.read},1)="{WRONG}",0,{expression})'


def _numeric(_: Question, cells: Cells) -> str:
    # A hair of slack: 0.1 + 0.2 is not 0.3 in a spreadsheet either.
    right = f"ABS({cells.read}-{cells.key})<={cells.extra}+0.000000001"
    return _sound(cells, f"IF({right},{cells.points},0)")


def _ticks(question: Question, cells: Cells) -> str:
    letters = f"{{{','.join(quoted(letter) for letter in LETTERS[: question.options])}}}"
    hits = f"SUMPRODUCT(ISNUMBER(FIND({letters},{cells.key}))*ISNUMBER(FIND({letters},{cells.read})))"
    return f"VALUE({_nth(_nth(cells.scores, hits, HITS, _ROW), f'LEN({cells.read})-{hits}', GAP, _ENTRY)})"


def _nth(text: str, index: str, divider: str, longest: int) -> str:
    """Return the expression for one part of a divided text, from 0."""
    return f'TRIM(MID(SUBSTITUTE({text},"{divider}",REPT(" ",{longest})),({index})*{longest}+1,{longest}))'


def _scored(cells: Cells, count: str) -> str:
    return f"VALUE({_nth(cells.scores, count, GAP, _ENTRY)})"


def _matching(question: Question, cells: Cells) -> str:
    r, key = cells.read, cells.key
    right = "+".join(f'AND(MID({key},{i},1)<>"",MID({r},{i},1)=MID({key},{i},1))' for i in range(1, question.parts + 1))
    return _sound(cells, _scored(cells, right))


def _neighbours(question: Question, cells: Cells) -> str:
    return _scored(cells, f"IF({_doubled(cells)},0,{_there(question, cells, 2)})")


def _run(question: Question, cells: Cells) -> str:
    longest = ",".join(f"{n}*({_there(question, cells, n)}>0)" for n in range(2, question.options + 1))
    return _scored(cells, f"IF({_doubled(cells)},0,MAX({longest}))")


def _there(question: Question, cells: Cells, steps: int) -> str:
    """Return how many runs of so many steps of the key stand in the answer."""
    run = f"MID({cells.key},ROW($1:${question.options}),{steps})"
    return f"SUMPRODUCT(ISNUMBER(FIND({run},{cells.read}))*(LEN({run})={steps}))"


def _doubled(cells: Cells) -> str:
    """Return the condition that a step is named twice, in an order that nobody can follow."""
    letters = f"{{{','.join(quoted(letter) for letter in LETTERS)}}}"
    return f'SUMPRODUCT(--(LEN({cells.read})-LEN(SUBSTITUTE({cells.read},{letters},""))>1))>0'


def _gaps(question: Question, cells: Cells, policy: ScoringPolicy) -> str:
    right = [
        f"{found(part(cells.key, i), part(cells.read, i))}*IFERROR(VALUE({part(cells.extra, i + 1)}),0)"
        for i in range(question.parts)
    ]
    earned, whole = f"({'+'.join(right)})", f"VALUE({part(cells.extra, 0)})"
    if policy.cloze is PartsRule.ALL_OR_NOTHING:
        return f"IF({earned}={whole},{cells.points},0)"
    some = rounded(f"{cells.points}*{earned}/{whole}", cells.points, policy)
    return f"IF({earned}={whole},{cells.points},{some})"


def floored(points: str, policy: ScoringPolicy) -> str:
    """Return the expression for what a section earns whose answers add up to *points*."""
    return f"MAX(0,{points})" if policy.section_points(Decimal(-1)) == 0 else points
