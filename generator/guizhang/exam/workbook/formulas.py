"""Formulas of the scoring workbook: one answer to points, as `ScoringPolicy`'s defaults score it.

Question n stands in the same column of every sheet, so a formula names the column once. Only functions every spreadsheet
program has are used (no LET, no dynamic arrays).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from guizhang.exam.workbook.plan import Question
from guizhang.model.form import LETTERS, DrawnItem
from guizhang.model.item import ItemType
from guizhang.model.scoring import same_words

_TRUE = ("T", "√", "✓", "对", "正确", "是", "TRUE", "Y", "1")
_FALSE = ("F", "×", "✗", "错", "错误", "否", "FALSE", "N", "X", "0")
_BLANK = ("", "-", "—", "空", "空白", "未答")
_PAD = 400
"""Longer than the answers accepted for any gap: parts are cut out of a text whose dividers are blown up to this."""


@dataclass(frozen=True)
class Cells:
    """Where the formula of one mark finds what it needs; expressions, not values."""

    answer: str
    key: str
    points: str
    tolerance: str
    type: str


def marks(question: Question, cells: Cells) -> str:
    """Return the formula that turns an answer into points; empty text for a blank, which is not wrong."""
    kinds = [kind for kind in question.types if kind is not ItemType.SHORT_ANSWER]
    keyed = _by_type([(kind, _EARNED[kind](question, cells)) for kind in kinds], cells)
    keyed = f'IF({_among(_stripped(cells.answer), _BLANK)},"",IFERROR({keyed},"?"))'
    if ItemType.SHORT_ANSWER not in question.types:
        return f"={keyed}"
    given = f"MAX(0,MIN({cells.answer},{cells.points}))"
    given = f'IF({cells.answer}="","",IF(ISNUMBER({cells.answer}),{given},0))'
    return f"={given}" if question.written else f'=IF({cells.type}="{ItemType.SHORT_ANSWER}",{given},{keyed})'


def key_text(item: DrawnItem) -> str:
    """Return the key as the formulas compare with it; of a cloze item ``|24小时|24HOURS|;|B|``."""
    if item.type is not ItemType.CLOZE:
        return "".join(item.key)
    gaps = (gap.accepted or (letter,) for gap, letter in zip(item.gaps, item.key, strict=True))
    return ";".join("|" + "|".join(_spelled(words) for words in accepted) + "|" for accepted in gaps)


def _by_type(expressions: list[tuple[ItemType, str]], cells: Cells) -> str:
    """Return the expression for the type the question has on the row's form."""
    (_, out), *others = expressions or [(ItemType.SHORT_ANSWER, "0")]
    for kind, expression in others:
        out = f'IF({cells.type}="{kind}",{expression},{out})'
    return out


def _whole(right: str, cells: Cells) -> str:
    return f"IF({right},{cells.points},0)"


def _part_of(share: str, cells: Cells) -> str:
    return f"ROUND({cells.points}*({share}),2)"


def _equal(_: Question, cells: Cells) -> str:
    return _whole(f"{_stripped(cells.answer)}={cells.key}", cells)


def _true_false(_: Question, cells: Cells) -> str:
    typed = _stripped(cells.answer)
    answer = f'IF({_among(typed, _TRUE)},"T",IF({_among(typed, _FALSE)},"F",{typed}))'
    return _whole(f"{answer}={cells.key}", cells)


def _multiple(question: Question, cells: Cells) -> str:
    typed = _stripped(cells.answer)
    letters = LETTERS[: question.options]
    ticked = "&".join(f'IF(ISNUMBER(FIND("{letter}",{typed})),"{letter}","")' for letter in letters)
    return _whole(f"AND({ticked}={cells.key},LEN({typed})=LEN({cells.key}))", cells)


def _numeric(_: Question, cells: Cells) -> str:
    # A hair of slack: 0.1 + 0.2 is not 0.3 in a spreadsheet either.
    difference = f"ABS(VALUE({_stripped(cells.answer)})-VALUE({cells.key}))"
    return _whole(f"IFERROR({difference}<=VALUE({cells.tolerance})+0.000000001,FALSE)", cells)


def _matching(question: Question, cells: Cells) -> str:
    typed, key = _stripped(cells.answer), cells.key
    right = "+".join(
        f'IF(AND(MID({key},{i},1)<>"",MID({typed},{i},1)=MID({key},{i},1)),1,0)' for i in range(1, question.parts + 1)
    )
    return _part_of(f"IF(LEN({typed})>LEN({key}),0,({right})/LEN({key}))", cells)


def _cloze(question: Question, cells: Cells) -> str:
    # The spelling of `same_words`, as far as a formula goes: lines and both semicolons divide, other marks do not count.
    typed = f'SUBSTITUTE(SUBSTITUTE({_stripped(cells.answer)},"；",";"),CHAR(10),";")'
    weights = [f"IFERROR(VALUE({_part(cells.tolerance, i)}),0)" for i in range(question.parts)]
    right = "+".join(
        f'IF({_part(typed, i)}="",0,ISNUMBER(FIND("|"&{_part(typed, i)}&"|",{_part(cells.key, i)}))*{weight})'
        for i, weight in enumerate(weights)
    )
    return _part_of(f"({right})/({'+'.join(weights)})", cells)


_EARNED: dict[ItemType, Callable[[Question, Cells], str]] = {
    ItemType.SINGLE_CHOICE: _equal,
    ItemType.MULTIPLE_CHOICE: _multiple,
    ItemType.TRUE_FALSE: _true_false,
    ItemType.CLOZE: _cloze,
    ItemType.NUMERIC: _numeric,
    ItemType.MATCHING: _matching,
    ItemType.ORDERING: _equal,
}
"""Type -> the expression for the points an answer earns."""


def _part(text: str, index: int) -> str:
    """Return the expression for one part of a text divided by semicolons, from 0."""
    return f'TRIM(MID(SUBSTITUTE({text},";",REPT(" ",{_PAD})),{index * _PAD + 1},{_PAD}))'


_SEPARATORS = (" ", ",", "，", "、")


def _stripped(cell: str) -> str:
    """Return the expression for an answer in capitals without blanks and separators: "a、c" is AC."""
    text = f"TRIM({cell})"
    for separator in _SEPARATORS:
        text = f'SUBSTITUTE({text},"{separator}","")'
    return f"UPPER({text})"


def _spelled(words: str) -> str:
    """Return *words* as `_stripped` leaves them."""
    text = same_words(words).upper()
    for separator in _SEPARATORS:
        text = text.replace(separator, "")
    return text


def _among(typed: str, words: Iterable[str]) -> str:
    listed = ",".join(f'{typed}="{word}"' for word in words)
    return f"OR({listed})"
