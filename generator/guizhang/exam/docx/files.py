"""The trainer's documents to change or to fill in by hand, for exams of the size a trainer does that for."""

from __future__ import annotations

from guizhang.exam.docx.checklist import checklist_docx
from guizhang.exam.docx.class_list import class_list_docx
from guizhang.exam.docx.envelopes import envelopes_docx
from guizhang.exam.docx.key import key_docx
from guizhang.exam.docx.marking import marking_docx, rubric_docx
from guizhang.exam.marking.checklist import checklist_view
from guizhang.exam.marking.compact import many
from guizhang.exam.marking.envelopes import envelopes_view
from guizhang.exam.marking.key import key_view
from guizhang.exam.marking.rubric import rubric_view
from guizhang.exam.marking.sheets import marking_view
from guizhang.exam.part import Files, Part
from guizhang.model.form import ExamRecord

_FOLDER = "secret"
MOST_FORMS = 26
"""Forms that are written as documents too: those named by a letter."""
MOST_ROWS = 250
"""Candidates on one list to be filled in by hand; for more there is the workbook."""


def editable(record: ExamRecord) -> bool:
    """Tell whether papers and keys are wanted as documents: those of a few forms, not everybody's own."""
    return not record.individual and len(record.forms) <= MOST_FORMS


def documents(part: Part) -> Files:
    """Yield the key, a blank marking sheet for each form, and a blank sheet of the practical part."""
    record = part.whole
    nobody = record.model_copy(update={"candidates": ()})
    practical, observed = rubric_view(nobody), checklist_view(nobody)
    if practical is not None:
        yield f"{_FOLDER}/rubric{part.suffix}.docx", rubric_docx(practical)
    if observed is not None:
        yield f"{_FOLDER}/checklist{part.suffix}.docx", checklist_docx(observed)
    if editable(record):
        if not many(record.forms):
            yield f"{_FOLDER}/key{part.suffix}.docx", key_docx(key_view(record))
        yield f"{_FOLDER}/marking-sheets{part.suffix}.docx", marking_docx(marking_view(nobody))


def class_lists(part: Part) -> Files:
    """Yield the lists by which papers are handed out, and on which the class is marked by hand."""
    if len(part.whole.candidates) <= MOST_ROWS:
        packing = envelopes_view(part.whole)
        if packing is not None:
            yield f"{_FOLDER}/envelopes{part.suffix}.docx", envelopes_docx(packing)
        yield f"{_FOLDER}/class-list{part.suffix}.docx", class_list_docx(part.whole)
