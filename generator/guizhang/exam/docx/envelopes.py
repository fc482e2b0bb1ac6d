"""The handing-out list and the labels of the envelopes as a Word document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml.etree import _Element

from guizhang.exam.docx.look import Look
from guizhang.exam.docx.sheets import Cell, look_of, ruled, secret, top
from guizhang.exam.docx.text import inline, lines, paragraph, words
from guizhang.tables.wordml import element

View = Mapping[str, Any]
_SHARES = (0.8, 2.6, 1.9, 1.0, 1.6, 1.2, 1.2, 1.6, 2.2)
"""Widths of the columns of the list."""
_BLANK = "_" * 12


def envelopes_docx(view: View) -> bytes:
    """Return the list by which papers are packed and handed out, and a label for each envelope.

    Args:
        view: What `envelopes_view` returned.
    """
    look = look_of(view)
    return secret(view, look, [*_list(view, look), *(_labels(view, look) if view["labelled"] else ())])


def _list(view: View, look: Look) -> Iterator[_Element]:
    said, lang = view["words"], view["lang"]
    yield from top(view, view["form"], [view["minutes"], view["total"]], new_page=False)
    yield paragraph("Heading2", [words(said["packing"], lang)])
    packed: list[list[Cell]] = [[inline(head) for head in view["packed"]]]
    for paper in view["packing"]:
        large = "√" if paper["large_print"] else ""
        packed.append([[words(text, lang)] for text in (paper["paper"], paper["language"], large, paper["copies"])])
    yield from ruled(look, (4, 2, 2, 1.5), packed)
    for group in view["groups"]:
        yield paragraph("Heading2", [words(f"{group['department']}\u3000{group['count']}", lang)])
        yield paragraph("Task", [words(_packed(group["packing"]), lang)], element("keepNext"))
        blanks = "\u3000".join(f"{said[word]} {_BLANK}" for word in ("room", "invigilator", "start_time"))
        yield paragraph("Task", [words(blanks, lang)], element("keepNext"))
        rows: list[list[Cell]] = [[lines(head) for head in view["columns"]], *_people(group["people"], lang)]
        yield from ruled(look, _SHARES, rows)


def _people(people: Sequence[View], lang: str) -> Iterator[list[Cell]]:
    for number, person in enumerate(people, 1):
        large = "√" if person["large_print"] else ""
        facts = (str(number), person["name"], person["id"], person["form"], person["language"], large)
        minutes = words(person["minutes"], lang, bold=person["longer"])
        yield [*([words(text, lang)] if text else [] for text in facts), [minutes], [], []]


def _labels(view: View, look: Look) -> Iterator[_Element]:
    """Yield a label for each envelope, to be cut out; the first begins a page."""
    said, lang = view["words"], view["lang"]
    fields = ("room", "invigilator", "handed_out", "handed_back")
    for number, group in enumerate(view["groups"]):
        inside = [
            paragraph("CellText", inline(view["title"]), *([] if number else [element("pageBreakBefore")])),
            paragraph("Heading2", [words(group["department"], lang)]),
            paragraph("CellText", [words(f"{group['count']}\u3000{_packed(group['packing'])}", lang)]),
            *(paragraph("Task", [words(f"{said[word]} {_BLANK * 2}", lang)]) for word in fields),
        ]
        yield from ruled(look, (1,), [[inside]], heads=0)


def _packed(packing: Sequence[View]) -> str:
    """Return which papers go into an envelope, and how many copies of each."""
    return "\u3000".join(
        f"{' '.join(filter(None, (paper['paper'], paper['language'], paper['large_print'])))} ×{paper['copies']}"
        for paper in packing
    )
