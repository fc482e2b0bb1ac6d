"""Formulas that read an answer: what somebody typed, brought to the one spelling the marks are worked out from.

Three steps, each a sheet, because a formula has no variables. `Fold` evens out width, case and blanks. `Bare` takes away
what stands between letters, behind figures and around gaps. `Read` has the answer: letters in printed order, ``T`` or
``F``, a number, gaps divided by ``|``; nothing for a blank; `CHECK` or `WRONG` and the text for anything else.
Grading reads the same cells in the same way; a test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from guizhang.exam.workbook.keys import GAP, NUMBER, OR, among
from guizhang.exam.workbook.plan import Question
from guizhang.model.drawn_item import LETTERS
from guizhang.model.item import ItemType
from guizhang.model.spellings import BLANK, FALSE, SAID, TRUE

CHECK = "？"
"""Stands for, or before, what nobody can read: grading refuses the row until somebody has looked at the paper again."""
WRONG = "✗"
"""Stands before an answer that counts as wrong as it is: two letters where one was asked, no number."""
DAMAGED = "#"
"""A cell whose content the spreadsheet program has changed (3-4 into a date), or an error."""
OPEN = "…"
"""A written answer without points yet; with `CHECK` where what was typed cannot be its points."""
SAID_BLANK = "-"
"""A written answer somebody has declared left blank."""

_TRUE, _FALSE, _BLANK = ([word.upper() for word in words] for words in (TRUE, FALSE, BLANK))
PAD = 2000
"""Longer than any gap's answers: parts are cut out of a text whose dividers are blown up to this."""
DIGITS = "0123456789"


@dataclass(frozen=True)
class Cells:
    """Where a formula finds what it needs; expressions, not values."""

    entered: str
    """1 where the row holds any answers, 0 where it holds none, -1 where nobody knows the form."""
    typed: str
    """The cell of Responses."""
    folded: str
    bare: str
    read: str
    key: str
    extra: str
    units: str
    scores: str
    points: str
    type: str


Expression = Callable[[Question, Cells], str]


def read(question: Question, cells: Cells) -> str:
    """Return the expression for the answer in its one spelling."""
    c = cells.folded
    keyed = by_type(question, cells, {kind: look for kind, look in _READ.items() if kind is not ItemType.SHORT_ANSWER})
    keyed = f'IF(OR({c}="",{c}="{DAMAGED}"),{c},IF({is_blank(c)},"",{keyed}))'
    answer = by_type(question, cells, {**dict.fromkeys(ItemType, lambda *_: keyed), ItemType.SHORT_ANSWER: _written})
    # Without a form there is no key to look anything up in.
    return f'IF({cells.entered}=1,{answer},IF({cells.entered}=0,"",{c}))'


def by_type(question: Question, cells: Cells, table: Mapping[ItemType, Expression]) -> str:
    """Return the expression of *table* for the type the question has on the row's form."""
    expressions = {table[kind](question, cells): kind for kind in question.types if kind in table}
    if not expressions:
        return '""'
    (out, _), *others = expressions.items()
    for expression, kind in others:
        out = f'IF({cells.type}="{kind}",{expression},{out})'
    return out


def part(text: str, index: int, divider: str = GAP) -> str:
    """Return the expression for one part of a divided text, from 0."""
    return f'TRIM(MID(SUBSTITUTE({text},"{divider}",REPT(" ",{PAD})),{index * PAD + 1},{PAD}))'


def found(words: str, text: str) -> str:
    """Return the condition that *text* is one of the words between dividers; exact, unlike MATCH and COUNTIF."""
    return f'ISNUMBER(FIND("{OR}"&{text}&"{OR}",{words}))'


def is_blank(c: str) -> str:
    """Return the condition that *c* says there is no answer."""
    return found(f'"{among(_BLANK)}"', c)


def _check(c: str) -> str:
    return f'"{CHECK} "&{c}'


def _wrong(c: str) -> str:
    return f'"{WRONG} "&{c}'


def replaced(text: str, changes: Mapping[str, str]) -> str:
    """Return the expression for *text* with each of some words replaced."""
    for old, new in changes.items():
        text = f'SUBSTITUTE({text},{old if old.startswith("CHAR(") else quoted(old)},"{new}")'
    return text


def without(text: str, words: Iterable[str]) -> str:
    """Return the expression for *text* without some words."""
    return replaced(text, dict.fromkeys(words, ""))


def quoted(text: str) -> str:
    """Return *text* as a formula writes it."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def gaps_of(cells: Cells) -> str:
    """Return the expression for the number of gaps on the row's form: its key has one part each."""
    return parts(cells.key)


def parts(text: str) -> str:
    """Return the expression for the number of parts of a divided text."""
    return f'(1+LEN({text})-LEN(SUBSTITUTE({text},"{GAP}","")))'


def _multiple(question: Question, cells: Cells) -> str:
    ticked, known = _ticks(question, cells)
    return f"IF({known},{ticked},{_check(cells.folded)})"


def _single(question: Question, cells: Cells) -> str:
    ticked, known = _ticks(question, cells)
    return f"IF({known},IF(LEN({ticked})=1,{ticked},{_wrong(cells.folded)}),{_check(cells.folded)})"


def _ticks(question: Question, cells: Cells) -> tuple[str, str]:
    """Return the letters of an answer in printed order, and the condition that there is nothing else."""
    b, letters = cells.bare, LETTERS[: question.options]
    ticked = "&".join(f'IF(ISNUMBER(FIND("{letter}",{b})),"{letter}","")' for letter in letters)
    return ticked, f'AND({b}<>"",{without(_own(question, cells, b), letters)}="")'


def _own(question: Question, cells: Cells, text: str) -> str:
    """Return the expression for *text* with `CHECK` for the letters of options that only other forms have."""
    for letter in LETTERS[question.least : question.options]:
        text = f'SUBSTITUTE({text},"{letter}",IF(ISNUMBER(FIND("{letter}",{cells.units})),"{letter}","{CHECK}"))'
    return text


def _ordering(question: Question, cells: Cells) -> str:
    _, known = _ticks(question, cells)
    return f"IF({known},{cells.bare},{_check(cells.folded)})"


def _true_false(_: Question, cells: Cells) -> str:
    b, c = cells.bare, cells.folded
    # "√×", "对错": both, where one was asked.
    right, wrong_ones = (
        [word for word in some if word not in said] for some, said in zip((_TRUE, _FALSE), SAID, strict=True)
    )
    longest = sorted([*right, *wrong_ones], key=len, reverse=True)
    both = f'AND({without(b, longest[::-1])}="",{without(b, right)}<>"",{without(b, wrong_ones)}<>"")'
    wrong = f'IF({found(quoted(among(_FALSE)), b)},"F",IF({both},{_wrong(c)},{_check(c)}))'
    return f'IF({found(quoted(among(_TRUE)), b)},"T",{wrong})'


def _numeric(_: Question, cells: Cells) -> str:
    in_words = found(cells.units, f'"{NUMBER}"&SUBSTITUTE({cells.folded}," ","")')
    other = f"IF({in_words},{cells.key},{_wrong(cells.folded)})"
    return f"IF(ISNUMBER({cells.typed}),{cells.typed},IFERROR({value_of(cells.bare)},{other}))"


def value_of(number: str) -> str:
    """Return the expression for the number a text is: ``24``, ``2.5``, ``2,5``, ``1,000``; an error for anything else."""
    commas, dots = (f'(LEN({number})-LEN(SUBSTITUTE({number},"{mark}","")))' for mark in ",.")
    # A comma before exactly three digits divides thousands, any other is a decimal comma.
    decimal = f'AND({commas}=1,{dots}=0,LEN({number})-IFERROR(FIND(",",{number}),0)<>3)'
    plain = f'IF({decimal},SUBSTITUTE({number},",","."),SUBSTITUTE({number},",",""))'
    # VALUE would take 3-4 for a date, "1." and "24:00" for numbers.
    odd = [f'ISNUMBER(FIND("{sign}",{number},2))' for sign in "+-"]
    odd += [f"{dots}>1", f'ISERROR(FIND(RIGHT({number}),"{DIGITS}"))', f'LEFT({number})=","']
    odd += [f'{without(number, [*DIGITS, *".,+-"])}<>""']
    return f"IF(OR({','.join(odd)}),1/0,VALUE({plain}))"


def _matching(question: Question, cells: Cells) -> str:
    b, length, wrong = cells.bare, f"LEN({cells.key})", _wrong(cells.folded)
    places = [f'FIND("{i}",{b})' for i in range(1, question.parts + 1)]
    numbered = "&".join(f'IFERROR(MID({b},{place}+1,1),"-")' for place in places)
    numbers = "(" + "+".join(f"ISNUMBER({place})" for place in places) + ")"
    padded = f'{b}&REPT("-",MAX(0,{length}-LEN({b})))'
    unknown = dict.fromkeys(LETTERS[question.options :] + "IJKLMNOPQRSTUVWXYZ", CHECK)

    strange = f'{without(b, [*LETTERS, *"IJKLMNOPQRSTUVWXYZ-"])}<>""'

    def letters(text: str) -> str:
        known = f'IF(SUBSTITUTE({text},"-","")="","",{replaced(_own(question, cells, text), unknown)})'
        return f"IF({strange},{_check(cells.folded)},{known})"

    # "C-A-B" is one letter for each, and "C-B" the second left blank.
    places_of = range(1, 2 * question.parts)
    odd, even = ("&".join(f"MID({b},{at},1)" for at in places_of[start::2]) or '""' for start in (0, 1))
    apart = f'AND(LEN({b})=2*{length}-1,{even}=REPT("-",{length}-1))'
    listed = f"IF(LEN({b})>{length},IF({apart},{letters(f'({odd})')},{wrong}),{letters(f'({padded})')})"
    return f"IF({numbers}=0,{listed},IF(LEN({b})=2*{numbers},LEFT({replaced(_own(question, cells, f'({numbered})'), unknown)},{length}),{wrong}))"


def _cloze(question: Question, cells: Cells) -> str:
    given = f'&"{GAP}"&'.join(_gap(cells, i) for i in range(question.parts))
    stops = [
        f'ISERROR(FIND("{mark}",{cells.folded}))' for mark in ".。"
    ]  # Bare has them no more, and they are an answer
    nothing = f'AND({without(cells.bare, [*"-—–/空白未作答", GAP])}="",{",".join(stops)})'
    return f'IF({parts(cells.bare)}-1>{gaps_of(cells)},{_wrong(cells.folded)},IF({nothing},"",{given}))'


def _gap(cells: Cells, index: int) -> str:
    """Return the expression for one gap: what was written, or a letter of its options."""
    given, letters = part(cells.bare, index), part(cells.units, index)
    chosen = f'IF(AND(LEN({given})=1,ISNUMBER(FIND({given},{letters}))),{given},"{CHECK}")'
    return f'IF(OR({given}="",{is_blank(given)}),"",IF({letters}="",{given},{chosen}))'


def _written(question: Question, cells: Cells) -> str:
    """Return the expression for points in range; words beside other types of question are an answer, and stay open."""
    c, b = cells.folded, cells.bare
    words = f"{OPEN}{CHECK}" if question.written else OPEN
    given = f'IF(ISNUMBER({b}),IF(AND({b}>=0,{b}<={cells.points}),{b},"{OPEN}{CHECK}"),"{words}")'
    return f'IF({c}="","{OPEN}",IF({is_blank(c)},"{SAID_BLANK}",IF({c}="{DAMAGED}","{OPEN}{CHECK}",{given})))'


_READ: Mapping[ItemType, Expression] = {
    ItemType.SINGLE_CHOICE: _single,
    ItemType.MULTIPLE_CHOICE: _multiple,
    ItemType.ORDERING: _ordering,
    ItemType.TRUE_FALSE: _true_false,
    ItemType.NUMERIC: _numeric,
    ItemType.MATCHING: _matching,
    ItemType.CLOZE: _cloze,
    ItemType.SHORT_ANSWER: _written,
}
