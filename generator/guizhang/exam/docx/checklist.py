"""The checklist of what is observed at work as a Word document, to be changed or filled in by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from lxml.etree import _Element

from guizhang.exam.docx.look import Look
from guizhang.exam.docx.sheets import Cell, of_each, ruled, signatures, writing
from guizhang.exam.docx.text import inline, keep, lines, paragraph, words
from guizhang.exam.words import Run

View = Mapping[str, Any]
_BOX = "\u25a1"


def checklist_docx(view: View) -> bytes:
    """Return the checklist as a Word document.

    Args:
        view: What `checklist_view` returned.
    """
    return of_each(view, partial(_list, view))


def _list(view: View, look: Look) -> Iterator[_Element]:
    said, lang, days = view["words"], view["lang"], view["occasions"]
    yield paragraph("Task", lines(view["how"]))

    def each_day(text: str) -> list[Cell]:
        return [[words(text, lang)] for _ in days]

    heads = ([*lines(day), words(f"\n{said['occasion_date']}", lang)] for day in days)
    rows: list[list[Cell]] = [[[words(said["observed_point"], lang)], *heads]]
    ticks = "\u3000".join(f"{mark}{_BOX}" for mark in view["marks"])
    for group in view["groups"]:
        for number, point in enumerate(group["points"]):
            heading = [paragraph("CellText", inline(group["title"], bold=True))] if number == 0 else []
            rows.append([[*heading, *_point(point)], *each_day(ticks)])
    ends = {"counts": "\u3000".join(f"{mark}\u3000" for mark in view["marks"]), "share_observed": "\u3000\u3000%"}
    rows += ([[words(said[word], lang)], *each_day(blank)] for word, blank in ends.items())
    rows.append([[words(said["observer"], lang)], *each_day("")])
    yield from ruled(look, (7.6, *[1.8] * len(days)), rows)
    remarks = [paragraph("Heading2", [words(said["remarks"], lang)]), *writing(2, lang)]
    yield from keep([*remarks, signatures((said["candidate"], said["signature_date"]), lang)])


def _point(point: View) -> Iterator[_Element]:
    """Yield what is observed, in each language behind its title, and the rule in smaller print."""
    titles: Sequence[Run] = point["title"]
    for number, run in enumerate(point["observe"]):
        title = [words(titles[number]["text"] + "\u3000", run["lang"], bold=True)] if number < len(titles) else []
        yield paragraph("CellText", [*title, words(run["text"], run["lang"])])
    yield paragraph("Remark", lines(point["rules"]))
