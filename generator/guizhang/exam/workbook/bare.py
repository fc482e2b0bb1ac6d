"""Formulas of the hidden sheets: what was typed evened out, and without what people write around an answer."""

from __future__ import annotations

from collections.abc import Mapping

from guizhang.exam.workbook.keys import FRONT, GAP, OR, among
from guizhang.exam.workbook.plan import Question
from guizhang.exam.workbook.reading import (
    CHECK,
    DAMAGED,
    DIGITS,
    PAD,
    Cells,
    Expression,
    by_type,
    found,
    gaps_of,
    is_blank,
    parts,
    quoted,
    replaced,
    value_of,
    without,
)
from guizhang.model.item import ItemType
from guizhang.model.spellings import AND, BEFORE, BESIDE, CORRECTED, FULL, POINTS

_WIDE = {chr(ord(c) + 0xFEE0): c for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,;:().-/|?"}
_WIDE |= {"\u3000": " ", "\u00a0": " ", "\uffe5": "\u00a5"}
_LINE = "CHAR(10)"
_AND = [word.upper() for word in AND]
_BESIDE = [word.upper() for word in BESIDE]
_MARKS = " ,、;.。/-—–_()[]【】:→>+&|·'“”‘’!*=√~?＿［］＞＋＆！＊＝～"
_BEFORE = [word.upper() for word in BEFORE]
_TRUTH_MARKS = " ,;、/.()。[]【】"
_PAIR_MARKS = " ,、;.|/→"
_LONGEST_NUMBER = 40


def fold(cell: str) -> str:
    """Return the expression for what was typed into *cell*, in capitals of half width without blanks around it."""
    date = f'LEFT(CELL("format",{cell}),1)="D"'
    number = f'IF(OR(ABS({cell})>=1E+15,{date}),"{DAMAGED}",{cell}&"")'
    text = f"TRIM({replaced(f'UPPER({cell})', {**_WIDE, 'CHAR(9)': ' '})})"
    text = (
        f"TRIM({replaced(f'{text}&{quoted(OR)}', dict.fromkeys([*(word.upper() + OR for word in CORRECTED), OR], ''))})"
    )
    return f'IF(ISERROR({cell}),"{DAMAGED}",IF(ISNUMBER({cell}),{number},{text}))'


def bare(question: Question, cells: Cells) -> str:
    """Return the expression for an answer without what people write around it."""
    return f'IF({cells.folded}="","",{by_type(question, cells, _BARE)})'


def _bare_letters(_: Question, cells: Cells) -> str:
    return without(cells.folded, [*_BESIDE, *_AND, *_MARKS, '"', _LINE])


def _bare_truth(_: Question, cells: Cells) -> str:
    # "答:" stands before the sign; nobody is asked whether 答 is true.
    return without(cells.folded, [*_BEFORE, *_TRUTH_MARKS, _LINE])


def _bare_number(_: Question, cells: Cells) -> str:
    # A mark behind the sentence is no part of the number.
    c = f'IF(ISNUMBER(FIND(RIGHT({cells.folded}),".。,;")),LEFT({cells.folded},LEN({cells.folded})-1),{cells.folded})'
    rows = f"ROW($1:${_LONGEST_NUMBER})"
    numeric = f'ISNUMBER(FIND(MID({c}&"x",{rows},1),"{DIGITS}.,+-"))'
    # SUMPRODUCT makes every program go through all characters without a formula of the array kind.
    first_other = f"SUMPRODUCT(MIN({rows}+1000*{numeric}))"
    first_figure = f"SUMPRODUCT(MIN({rows}+1000*(1-{numeric})))"
    tail, front = f'SUBSTITUTE(MID({c},{first_other},99)," ","")', f'SUBSTITUTE(LEFT({c},{first_figure}-1)," ","")'
    before = f'IF({found(cells.units, quoted(FRONT) + "&" + front)},MID({c},{first_figure},99),"?")'
    behind = f'IF(OR({tail}="",{found(cells.units, tail)}),LEFT({c},{first_other}-1),"?")'
    return f'IFERROR(IF({first_other}=1,{before},{behind}),"?")'


def _bare_pairs(_: Question, cells: Cells) -> str:
    numbered = f"SUMPRODUCT(--ISNUMBER(FIND({{{','.join(quoted(d) for d in DIGITS)}}},{cells.folded})))>0"
    letters = without(cells.folded, [*_AND, *_PAIR_MARKS, _LINE])
    return f"IF({numbered},{without(cells.folded, [*_MARKS, chr(34), _LINE])},{letters})"


def _bare_gaps(question: Question, cells: Cells) -> str:
    c = cells.folded
    gaps = gaps_of(cells)
    sure = f'SUBSTITUTE(SUBSTITUTE({c},";","{GAP}"),{_LINE},"{GAP}")'
    commas = f'SUBSTITUTE(SUBSTITUTE({c},",","{GAP}"),"、","{GAP}")'
    blanks = f'SUBSTITUTE({c}," ","{GAP}")'
    # Commas and blanks may belong to an answer: they divide only where that gives one part for each gap.
    divided = f"IF({parts(blanks)}={gaps},{blanks},{c})"
    divided = f"IF({parts(sure)}>1,{sure},IF({parts(commas)}={gaps},{commas},{divided}))"
    # "(1) 24小时 (2) 登记表": each number starts the part of its gap.
    numbers = [f"({i})" for i in range(1, question.parts + 1)]
    cut = [f'MID({c},FIND("{number}",{c})+{len(number)},{PAD})' for number in numbers]
    cut = [
        f'TRIM(LEFT(SUBSTITUTE({replaced(text, dict.fromkeys(numbers, OR))},"{OR}",REPT(" ",{PAD})),{PAD}))'
        for text in cut
    ]
    first, *others = (f'SUBSTITUTE(SUBSTITUTE(IFERROR({text},""),";",""),{_LINE},"")' for text in cut)
    # Another form may have more gaps at this number: here they are no parts, unless somebody has answered them.
    numbered = first + "".join(
        f'&IF(AND({gaps}<{i},ISERROR(FIND("({i})",{c}))),"","{GAP}"&{text})' for i, text in enumerate(others, 2)
    )
    starts = f'AND(LEFT({c},1)="(",ISNUMBER(FIND(LEFT({c},3),"{"".join(numbers)}")))'
    given = f'SUBSTITUTE(IF({gaps}=1,{c},IF({starts},{numbered},{divided}))," ","")&"{GAP}"'
    for mark in ".。,":  # a mark behind a word does not count
        given = f'SUBSTITUTE({given},"{mark}{GAP}","{GAP}")'
    return given  # with a divider behind each gap


def _bare_points(question: Question, cells: Cells) -> str:
    # Beside other types of question a unit is not taken: the cell might hold an answer.
    return points(cells.typed, cells.folded, cells.points, unit=question.written)


def points(typed: str, folded: str, most: str, *, unit: bool = True) -> str:
    """Return the expression for the points an assessor gave, a question mark where it is no number."""
    text = folded
    if unit:
        worded = f"TRIM({without(folded, [word.upper() for word in POINTS])})"
        share = f'SUBSTITUTE(SUBSTITUTE({worded}," ","")&"{OR}","/"&{most}&"{OR}","")'
        full = found(quoted(among(word.upper() for word in FULL)), folded)
        text = f'IF({full},{most}&"",SUBSTITUTE({share},"{OR}",""))'
    return f'IF(ISNUMBER({typed}),{typed},IFERROR({value_of(text)},"?"))'


def in_range(folded: str, bare: str, most: str) -> str:
    """Return the expression for points of a part as a whole: a number up to *most*, nothing, or `CHECK`."""
    given = f'IF(ISNUMBER({bare}),IF(AND({bare}>=0,{bare}<={most}),{bare},"{CHECK}"),"{CHECK}")'
    return f'IF(OR({folded}="",{is_blank(folded)}),"",IF({folded}="{DAMAGED}","{CHECK}",{given}))'


_BARE: Mapping[ItemType, Expression] = {
    ItemType.SINGLE_CHOICE: _bare_letters,
    ItemType.MULTIPLE_CHOICE: _bare_letters,
    ItemType.ORDERING: _bare_letters,
    ItemType.TRUE_FALSE: _bare_truth,
    ItemType.NUMERIC: _bare_number,
    ItemType.MATCHING: _bare_pairs,
    ItemType.CLOZE: _bare_gaps,
    ItemType.SHORT_ANSWER: _bare_points,
}
