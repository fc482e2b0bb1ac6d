"""The paper as a Word document: what the printed paper says, in styles and automatic numbers a trainer can work with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from lxml.etree import _Element

from guizhang.exam.docx.height import height
from guizhang.exam.docx.look import Look
from guizhang.exam.docx.package import Document, packed
from guizhang.exam.docx.questions import question
from guizhang.exam.docx.text import DOT, behind, inline, keep, lines, page_number, paragraph, words
from guizhang.exam.papers.layout import extent
from guizhang.exam.words import Run
from guizhang.tables.wordml import cell, element, row, table

View = Mapping[str, Any]
_PADDING, _LEAST = 2.4, 3.6
"""Of a column of scores, in em; a font in the place of the one asked for may be a third wider."""
_HELD = 3
"""Paragraphs of the last question, such as lines to write on, that go where the practical part goes."""
_SMALL_EM = 200
"""Of the text in tables, which large print leaves as it is."""


def paper_docx(view: View) -> bytes:
    """Return a paper as a Word document; the same view gives the same bytes.

    Args:
        view: What `paper_view` returned.
    """
    lang = view["lang"]
    look = Look(view["paper_size"], lang, view["size"])
    sections, practical = [*_sections(view, look)], [*_practical(view)]
    # A few lines would stand alone on a page of their own: they take the end of the last question along.
    keep([*sections[-_HELD:], *practical[:1]])
    body = [*_head(view, look), *sections, *practical]
    return packed(
        Document(
            title=" / ".join(run["text"] for run in view["title"]) + f" · {view['form']}",
            creator=" / ".join(run["text"] for run in view["company"]),
            look=look,
            body=body,
            footer=[paragraph("Footer", [words(DOT.join(view["footer"]) + "\t", lang), *page_number(view["page"], lang)])],
        )
    )  # fmt: skip


def _head(view: View, look: Look) -> Iterator[_Element]:
    lang = view["lang"]
    yield paragraph("ExamFacts", inline(view["company"]))
    for style, run in zip(("Title", "Subtitle"), view["title"], strict=False):
        yield paragraph(style, inline([run]))
    for facts in view["facts"]:
        yield paragraph("ExamFacts", [words("\u3000\u3000".join(facts), lang)])
    fields = [f"{field['label']} {field['value']}\t" for field in view["fields"]]
    a_line = 2 if look.large else len(fields)
    for at in range(0, len(fields), a_line):
        yield paragraph("CandidateFields", [words("  ".join(fields[at : at + a_line]), lang)])
    yield from behind(_scores(view["scores"]["rows"], look, lang))
    if view["instructions"]:
        yield paragraph("Instructions", lines(view["instructions"]))


def _scores(rows: Sequence[Sequence[str]], look: Look, lang: str) -> _Element:
    """Return the table at the head into which the marker writes."""
    first, *others = zip(*rows, strict=True)
    # What a row is stands on one line; the name of a part may take one for each language.
    longest = [
        max(map(extent, first)),
        *(max(extent(word) for text in part for word in text.split()) for part in others),
    ]
    ems = [max(em + _PADDING, _LEAST) for em in longest]
    scale = min(_SMALL_EM, look.width / sum(ems))
    widths = [int(em * scale) for em in ems]
    centred = element("jc", val="center")
    found = (
        row(
            cell(width, [paragraph("CellText", [words(text, lang)], deepcopy(centred))])
            for width, text in zip(widths, texts, strict=True)
        )
        for texts in rows
    )
    return table(widths, found, element("tblStyle", val="TableGrid"), centred)


def _sections(view: View, look: Look) -> Iterator[_Element]:
    for section in view["sections"]:
        yield paragraph("Heading1", inline(section["title"]))
        yield paragraph("HowToAnswer", lines(section["how"]))
        for group in section["groups"]:
            first, *others = [question(item, view["answer"], look) for item in group["items"]]
            if group["case"]:
                yield from _case(view, group["case"], first, others, look)
            else:
                yield from first


def _case(
    view: View, text: Sequence[Run], first: Sequence[_Element], others: Sequence[Sequence[_Element]], look: Look
) -> Iterator[_Element]:
    """Yield a case and its questions, on one page; where they are longer, the text with the first question.

    A text of more than half a page begins where it stands: most of a page would be left empty before it.
    """
    said = [words(f"{view['case']}\u3000", view["lang"], bold=True), *lines(text)]
    head = paragraph("Case", said, element("keepLines"))
    rest = [block for question in others for block in question]
    if height([head, *first, *rest], look) < look.height:
        yield from keep([head, *first, *rest])
    elif height([head], look) < look.height / 2:
        yield from keep([head, *first])
        yield from rest
    else:
        yield from [paragraph("Case", said), *first, *rest]


def _practical(view: View) -> Iterator[_Element]:
    practical = view["practical"]
    if practical is not None:
        yield paragraph("Heading1", [words(practical["title"], view["lang"])])
        yield paragraph("HowToAnswer", [words(practical["points"], view["lang"])])
        yield paragraph("Task", lines(practical["task"]))
