"""The trainer's sheets as they are printed: keys, marking sheets, practical part, checklist, handing-out list."""

from __future__ import annotations

from guizhang.exam.marking.checklist import checklist_view
from guizhang.exam.marking.compact import items_view, lines_view, many
from guizhang.exam.marking.envelopes import envelopes_view
from guizhang.exam.marking.heads import View
from guizhang.exam.marking.key import key_view
from guizhang.exam.marking.rubric import rubric_view
from guizhang.exam.marking.sheets import marking_view
from guizhang.exam.part import Files, Part
from guizhang.model.form import ExamRecord
from guizhang.printing.html import page

_FOLDER = "secret"
MOST_NAMED = 100
"""Candidates for whom the sheets of the practical part are printed by name; for more there is one to copy."""


def keys(part: Part) -> Files:
    """Yield the key of the part's forms: in full for a few, a line each for many."""
    if many(part.forms):
        yield from _sheet(part, "key", "key-lines", lines_view(part.printed, part.whole))
    elif part.forms:
        yield from _sheet(part, "key", "key", key_view(part.printed))


def questions(part: Part) -> Files:
    """Yield every question once, explained, where there are too many forms to do so for each."""
    if many(part.whole.forms):
        yield from _sheet(part, "key-items", "key", items_view(part.whole))


def marking_sheets(part: Part) -> Files:
    """Yield the marking sheets of the part's candidates."""
    yield from _sheet(part, "marking-sheets", "marking-sheets", marking_view(part.marked))


def handing_out(part: Part) -> Files:
    """Yield the list by which the part's papers are packed and handed out."""
    view = envelopes_view(part.marked)
    if view is not None:
        yield from _sheet(part, "envelopes", "envelopes", view)


def rubric(part: Part) -> Files:
    """Yield the sheets on which a practical part is assessed."""
    view = rubric_view(_named(part.whole))
    if view is not None:
        yield from _sheet(part, "rubric", "rubric", view)


def checklist(part: Part) -> Files:
    """Yield the checklists of what is observed at work."""
    view = checklist_view(_named(part.whole))
    if view is not None:
        yield from _sheet(part, "checklist", "checklist", view)


def _named(record: ExamRecord) -> ExamRecord:
    """Return the record with nobody on it where sheets by name would be too many to print."""
    return record if len(record.candidates) <= MOST_NAMED else record.model_copy(update={"candidates": ()})


def _sheet(part: Part, name: str, template: str, view: View) -> Files:
    """Yield a sheet as page and as PDF; that is for print, the page has the structure a screen reader needs."""
    yield f"{_FOLDER}/{name}{part.suffix}.html", page(template, view, "guizhang.exam")
    if part.setter.family is not None:
        yield f"{_FOLDER}/{name}{part.suffix}.pdf", part.setter.pdf(template, view, tagged=False, checked=True)
