"""What the trainer's documents have in common: head, foot, ruled tables, lines to write and sign on."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any

from lxml.etree import _Element

from guizhang.exam.docx.height import height
from guizhang.exam.docx.look import Look
from guizhang.exam.docx.package import Document, packed
from guizhang.exam.docx.text import DOT, behind, inline, page_number, paragraph, words
from guizhang.tables.wordml import W, cell, element, row, table

View = Mapping[str, Any]
Cell = Sequence[_Element]
"""The runs of a cell, or its paragraphs."""
_SIZES = (9.0, 8.5, 8.0, 7.5)
_SURE = 0.97
"""How full a page may be: rows do not break, and their lines take room as well."""
_ROW = 330
"""The least height of a row to write in, in twentieths of a point."""


def look_of(view: View, *, wide: bool = False) -> Look:
    """Return the look of a sheet: smaller than a paper, so that one person takes one page."""
    return Look(view["paper_size"], view["lang"], _SIZES[0], wide)


def fitted(view: View, sheet: Callable[[Look], Iterable[_Element]]) -> Look:
    """Return the look with the largest print at which a sheet takes the fewest pages, as far as can be told.

    Args:
        view: What the document says.
        sheet: Makes one of its sheets.
    """
    looks = [Look(view["paper_size"], view["lang"], points) for points in _SIZES]
    pages = [math.ceil(height(sheet(look), look) / (_SURE * look.height)) for look in looks]
    return looks[pages.index(min(pages))]


def secret(view: View, look: Look, body: Iterable[_Element]) -> bytes:
    """Return a document that stays with the trainer; its kind and exam stand at the foot of every page."""
    lang = view["lang"]
    mark = paragraph("Header", [words(f"\t{view['secret']}", lang, bold=True)])
    foot = paragraph("Footer", [words(DOT.join(view["footer"]) + "\t", lang), *page_number(view["page"], lang)])
    title = " / ".join(run["text"] for run in view["title"])
    company = " / ".join(run["text"] for run in view["company"])
    return packed(Document(f"{title} · {view['form']}", company, look, [*body], header=[mark], footer=[foot]))


def top(view: View, heading: str, facts: Sequence[str], *, new_page: bool) -> Iterator[_Element]:
    """Yield the head of a sheet: whose exam, what sheet, and what must be known of it."""
    lang = view["lang"]
    begun = [element("pageBreakBefore")] if new_page else []
    yield paragraph("ExamFacts", inline(view["company"]), *begun)
    yield paragraph("Title", [words(heading, lang)])
    yield paragraph("ExamFacts", inline(view["title"]))
    if facts:
        yield paragraph("ExamFacts", [words("\u3000\u3000".join(facts), lang)])


def person(fields: Sequence[View], lang: str) -> _Element:
    """Return the line of whom a sheet is about."""
    return paragraph("CandidateFields", [words("  ".join(f"{f['label']} {f['value']}\t" for f in fields), lang)])


def of_each(view: View, below: Callable[[Look], Iterable[_Element]]) -> bytes:
    """Return a document with a sheet for each person, which differ in nothing but whom they are about.

    Args:
        view: What the document says, with the fields of each sheet.
        below: Makes what stands below the person.
    """

    def sheet(number: int, look: Look) -> Iterator[_Element]:
        yield from top(view, view["form"], [], new_page=number > 0)
        yield person(view["sheets"][number]["fields"], view["lang"])
        yield from below(look)

    look = fitted(view, partial(sheet, 0))
    return secret(view, look, chain.from_iterable(sheet(number, look) for number in range(len(view["sheets"]))))


def writing(count: int, lang: str) -> Iterator[_Element]:
    """Yield lines to write on."""
    for _ in range(count):
        yield paragraph("AnswerLine", [words("\t", lang)])


def signatures(labels: Iterable[str], lang: str) -> _Element:
    """Return the line to sign on."""
    return paragraph("SignatureFields", [words("  ".join(f"{label} \t" for label in labels), lang)])


def ruled(
    look: Look, shares: Sequence[float], rows: Iterable[Sequence[Cell | None]], *, heads: int = 1
) -> Iterator[_Element]:
    """Yield a table with lines, whose heads are repeated at the top of every page, and what stands behind it.

    Args:
        look: The document's.
        shares: Of its columns in the width.
        rows: Their cells; a row of fewer cells than columns has a first one as wide as those it lacks. ``None``: the cell
            above goes on.
        heads: How many rows are heads.
    """
    unit = look.width / sum(shares)
    widths = [int(share * unit) for share in shares]
    made = []
    listed = [list(cells) for cells in rows]
    for number, cells in enumerate(listed):
        style = "CellHead" if number < heads else "CellText"
        span = len(widths) - len(cells) + 1
        wide = [sum(widths[:span]), *widths[span:]]
        under = listed[number + 1] if number + 1 < len(listed) and None in listed[number + 1] else cells
        filled = [
            cell(width, _paragraphs(style, content or []), *_over(content, below), span=span if at == 0 else 1)
            for at, (width, content, below) in enumerate(zip(wide, cells, under, strict=True))
        ]
        made.append(row(filled, height=_ROW, head=number < heads))
    yield from behind(table(widths, made, element("tblStyle", val="TableGrid")))


def _over(content: Cell | None, below: Cell | None) -> list[_Element]:
    """Return what makes a cell one with that above it, or begins one that goes on below."""
    if content is None:
        return [element("vMerge")]
    return [element("vMerge", val="restart")] if below is None else []


def _paragraphs(style: str, content: Cell) -> Sequence[_Element]:
    if content and content[0].tag == f"{{{W}}}p":
        return content
    return [paragraph(style, content)]
