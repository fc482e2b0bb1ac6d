"""One question as Word has it: numbered by itself, its options in rows that can be edited, brackets at the margin."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml.etree import _Element

from guizhang.exam.docx.look import Look
from guizhang.exam.docx.styles import HALF, leading
from guizhang.exam.docx.text import behind, inline, keep, lines, paragraph, to_the_margin, words
from guizhang.tables.wordml import cell, element, row, table

_NARROW, _WIDE = "（" + "\u00a0" * 8 + "）", "（" + "\u00a0" * 16 + "）"
_BLANK = "_" * 14
_EM_OF_NUMBER = 2
_GUTTER = 1.5
"""Between the two sides of a matching item, in em."""
_NARROW_EM, _WIDE_EM = 4.0, 6.0
_ROOMY = 1.6
"""Lines of a text with gaps stand so much further apart, to be written on."""


def question(view: Mapping[str, Any], answer: str, look: Look) -> Sequence[_Element]:
    """Return the paragraphs and tables of a question, which stay on one page but for the lines of a long answer.

    Args:
        view: The question as `paper_view` has it.
        answer: The word in front of a line to be written on.
        look: The document's.
    """
    return [*keep(list(_blocks(view, answer, look))), *_lines(view, view["more_lines"])]


def _blocks(view: Mapping[str, Any], answer: str, look: Look) -> Iterator[_Element]:
    lang = view["stem"][0]["lang"]
    room = look.width / look.em - _EM_OF_NUMBER
    brackets = [_brackets(view["stem"][-1]["text"], room, wide=view["wide"])] if view["brackets"] else []
    roomy = [element("spacing", **leading(look, _ROOMY))] if view["roomy"] else []
    yield paragraph("Question", [*lines(view["stem"]), *brackets], *roomy)
    if view["lefts"]:
        yield from behind(_sides(view, look))
    elif view["options"]:
        yield from _options(view["options"], view["columns"], look)
    if view["gaps"]:
        yield from behind(_gaps(view["gaps"], look))
    if view["numeric"]:
        yield paragraph("Answer", [words(f"{answer} {_BLANK} {view['unit']}", lang)])
    yield from _lines(view, view["lines"])


def _lines(view: Mapping[str, Any], count: int) -> Iterator[_Element]:
    """Yield lines to be written on."""
    for _ in range(count):
        yield paragraph("AnswerLine", [words("\t", view["stem"][0]["lang"])])


def _brackets(text: str, room: float, *, wide: bool = False) -> _Element:
    """Return the brackets at the end of a text whose lines have *room*, with room for one letter or for several."""
    brackets, taken = (_WIDE, _WIDE_EM) if wide else (_NARROW, _NARROW_EM)
    return words(to_the_margin(text, room, taken) + brackets, "zh")


def _options(options: Sequence[Mapping[str, Any]], columns: int, look: Look) -> Iterator[_Element]:
    if columns == 1:
        for option in options:
            yield paragraph("Option", inline(option["runs"]))
        return
    widths = [(look.width - _EM_OF_NUMBER * look.em) // columns] * columns
    rows = [row(cells) for cells in _rows(options, columns, widths[0])]
    yield from behind(table(widths, rows, *_behind_the_number(look)))


def _rows(options: Sequence[Mapping[str, Any]], columns: int, width: int, span: int = 1) -> Iterator[list[_Element]]:
    """Yield the cells of each row; the last is filled up with empty ones."""
    for at in range(0, len(options), columns):
        some = [paragraph("OptionInRow", inline(option["runs"])) for option in options[at : at + columns]]
        # A paragraph without a number: an empty option would be counted.
        some += [paragraph("CellText") for _ in range(columns - len(some))]
        yield [cell(width, [one], span=span) for one in some]


def _sides(view: Mapping[str, Any], look: Look) -> _Element:
    """Return a matching item: what is to be matched with its brackets, and beside it what it is chosen from."""
    left = round(look.width * HALF + _GUTTER * look.em)
    right = look.width - left - _EM_OF_NUMBER * look.em
    room = look.width * HALF / look.em - _EM_OF_NUMBER
    lefts = [
        paragraph("Part", [*inline(one["runs"]), _brackets(" / ".join(run["text"] for run in one["runs"]), room)])
        for one in view["lefts"]
    ]
    rights = [paragraph("OptionInRow", inline(one["runs"])) for one in view["options"]]
    return table((left, right), [row([cell(left, lefts), cell(right, rights)])], *_behind_the_number(look))


def _gaps(gaps: Sequence[Mapping[str, Any]], look: Look) -> _Element:
    """Return the gaps that are chosen for, one below the other, each with its options beside its number."""
    columns = math.lcm(*(gap["columns"] for gap in gaps))
    number = _EM_OF_NUMBER * look.em
    width = (look.width - 2 * number) // columns
    rows = []
    for gap in gaps:
        span = columns // gap["columns"]
        for at, cells in enumerate(_rows(gap["options"], gap["columns"], width * span, span)):
            label = paragraph("CellText") if at else paragraph("Gap", [words(gap["number"], "en")])
            rows.append(row([cell(number, [label]), *cells]))
    return table([number, *[width] * columns], rows, *_behind_the_number(look))


def _behind_the_number(look: Look) -> tuple[_Element, _Element]:
    """Return where a table stands and that its text begins at its edge, as paragraphs do."""
    flush = (element(side, w="0", type="dxa") for side in ("left", "right"))
    return element("tblInd", w=str(_EM_OF_NUMBER * look.em), type="dxa"), element("tblCellMar", *flush)
