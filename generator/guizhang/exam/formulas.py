"""Formulas of the scoring workbook: one answer to points, as `ScoringPolicy`'s defaults score it.

Question n stands in the same column of every sheet, so a formula names the column once. Only functions every spreadsheet
program has are used (no LET, no dynamic arrays).
"""

from __future__ import annotations

from guizhang.model.form import LETTERS
from guizhang.model.item import ItemType

_TRUE = ("T", "√", "✓", "对", "正确", "是", "TRUE", "Y", "1")
_FALSE = ("F", "×", "✗", "错", "错误", "否", "FALSE", "N", "X", "0")
_BLANK = ("", "-", "—", "空", "空白", "未答")


def marks(item_type: ItemType, cell: str, key: str, points: str, tolerance: str, options: int) -> str:
    """Return the formula that turns an answer into points; empty text for a blank, which is not wrong.

    Args:
        item_type: How the question is answered.
        cell: Where the answer stands.
        key: Expression that gives the key of the row's form.
        points: Cell with the points of the question.
        tolerance: Expression that gives the tolerance of a numeric question on the row's form.
        options: Most options the question has on any form.
    """
    typed = _stripped(cell)
    if item_type is ItemType.SHORT_ANSWER:
        given = f'IF({cell}="","",IF(ISNUMBER({cell}),MAX(0,MIN({cell},{points})),0))'
        return f"={given}"
    match item_type:
        case ItemType.TRUE_FALSE:
            answer = f'IF({_among(typed, _TRUE)},"T",IF({_among(typed, _FALSE)},"F",{typed}))'
            right = f"{answer}={key}"
        case ItemType.MULTIPLE_CHOICE:
            ticked = "&".join(f'IF(ISNUMBER(FIND("{letter}",{typed})),"{letter}","")' for letter in LETTERS[:options])
            right = f"AND({ticked}={key},LEN({typed})=LEN({key}))"
        case ItemType.NUMERIC:
            # A hair of slack: 0.1 + 0.2 is not 0.3 in a spreadsheet either.
            right = f"IFERROR(ABS(VALUE({typed})-VALUE({key}))<=VALUE({tolerance})+0.000000001,FALSE)"
        case _:
            right = f"{typed}={key}"
    return f'=IF({_among(typed, _BLANK)},"",IFERROR(IF({right},{points},0),"?"))'


def _stripped(cell: str) -> str:
    """Return the expression for an answer in capitals without blanks and separators: "a、c" is AC."""
    text = f"TRIM({cell})"
    for separator in (" ", ",", "，", "、"):
        text = f'SUBSTITUTE({text},"{separator}","")'
    return f"UPPER({text})"


def _among(typed: str, words: tuple[str, ...]) -> str:
    listed = ",".join(f'{typed}="{word}"' for word in words)
    return f"OR({listed})"
