"""Paragraphs of a paper: text in one language or both, which no word processor takes for anything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle
from typing import cast

from lxml.etree import _Element

from guizhang.exam.papers.layout import extent
from guizhang.exam.words import Run
from guizhang.model.text import Lang
from guizhang.tables.wordml import W, element, run

DOT = "  ·  "
"""Between facts on one line."""
_SLIM = 0.88
"""Width of the letters of Times New Roman, as a share of those `extent` knows."""
_NEAR = 1.5
"""How near to what stands at the margin a text may come, in em: fonts differ, and so does where a line ends."""
_SECOND = "SecondLanguage"
_PARAGRAPH, _TABLE, _ROW = f"{{{W}}}p", f"{{{W}}}tbl", f"{{{W}}}tr"


def paragraph(style: str, inner: Iterable[_Element] = (), *properties: _Element) -> _Element:
    """Return a paragraph.

    Args:
        style: Id of its style.
        inner: Its runs.
        properties: What differs from the style, in the order of the schema.
    """
    return element("p", element("pPr", element("pStyle", val=style), *properties), *inner)


def lines(runs: Sequence[Run], *, bold: bool = False) -> list[_Element]:
    """Return a text with its second language on a line of its own, a little smaller."""
    return [*_joined(runs, "\n", _SECOND, bold=bold)]


def inline(runs: Sequence[Run], *, bold: bool = False) -> list[_Element]:
    """Return a text with its second language behind a stroke."""
    return [*_joined(runs, " / ", "", bold=bold)]


def words(text: str, lang: str, *, bold: bool = False) -> _Element:
    """Return words of our own; a tab leads to the next stop of the paragraph."""
    return run(text, _lang(lang), bold=bold)


def to_the_margin(text: str, room: float, taken: float) -> str:
    """Return what leads from the end of a text to the right margin: a tab, on a line of its own where the last is full.

    Behind a text that comes too near, Word would put what follows at the beginning of the next line.

    Args:
        text: All of it, or what begins on a new line at the end of it.
        room: Width of its lines, in em.
        taken: Width of what stands at the margin, in em.
    """
    full = broad(text.rsplit("\n", 1)[-1]) % room > room - taken - _NEAR
    return "\n\t" if full else "\t"


def broad(text: str) -> float:
    """Return the width of a text on one line, in em."""
    return extent(text) - (1 - _SLIM) * extent("".join(sign for sign in text if sign.isascii()))


def page_number(around: Sequence[str], lang: str) -> list[_Element]:
    """Return page x of y, which the word processor counts.

    Args:
        around: What stands around the numbers, page and pages in turn.
        lang: Its language.
    """
    said = [words(around[0], lang)]
    for text, instruction in zip(around[1:], cycle(("PAGE", "NUMPAGES")), strict=False):
        said += [element("fldSimple", words("1", lang), instr=instruction), words(text, lang)]
    return said


def keep(blocks: Sequence[_Element]) -> Sequence[_Element]:
    """Keep *blocks*, paragraphs and tables, on one page: all of them hold on to what comes next but the last."""
    found = [line for block in blocks for line in _lines(block)]
    for line in found[:-1]:
        for each in line.iter(_PARAGRAPH):
            properties = each[0]
            if properties.find(f"{{{W}}}keepNext") is None:
                properties.insert(1, element("keepNext"))
    return blocks


def behind(made: _Element) -> tuple[_Element, _Element]:
    """Return a table and the thin paragraph behind it.

    Word makes one of two tables that touch, and LibreOffice keeps a table together with a heading that touches it.
    """
    return made, paragraph("TableEnd")


def _lines(block: _Element) -> Iterator[_Element]:
    """Yield what a page may be broken between: the rows of a table, or a paragraph as it is."""
    if block.tag == _TABLE:
        yield from block.iterchildren(_ROW)
    else:
        yield block


def _joined(runs: Sequence[Run], between: str, second: str, *, bold: bool) -> Iterator[_Element]:
    for number, said in enumerate(runs):
        # A tab in a rule is a blank, as in a browser: here it would lead to the brackets at the margin. Places to break a
        # long word are for printers; a word processor breaks it by itself, and finds it again where there are none.
        text = said["text"].replace("\t", " ").replace("\u200b", "")
        yield run((between if number else "") + text, _lang(said["lang"]), style=second if number else "", bold=bold)


def _lang(lang: str) -> Lang:
    return cast("Lang", lang)
