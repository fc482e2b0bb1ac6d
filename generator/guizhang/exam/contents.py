"""What the folder of an exam holds: the list of producers. Each yields the files it makes of a part of the exam.

A producer stands under `OF_EACH_FORM` where it makes something of each form that many sit, under `OF_EACH_PART` where what
it makes grows with the candidates, and under `OF_THE_WHOLE` where there is one for the exam. What goes below ``handout/`` is
made of `PublicForm` and of a candidate's entry on the roster, and of nothing else.
"""

from __future__ import annotations

from guizhang.exam.answersheets.files import answer_sheets, blank_sheets, key_masks
from guizhang.exam.docx.files import class_lists, documents
from guizhang.exam.marking.files import checklist, handing_out, keys, marking_sheets, questions, rubric
from guizhang.exam.order import handing_out_order
from guizhang.exam.papers.files import own_pages, own_papers, shared_papers
from guizhang.exam.part import Files, Part, Producer, parts
from guizhang.exam.web.files import Web
from guizhang.model.form import ExamRecord
from guizhang.printing.pdf import Typesetter

HANDOUT = "handout"
SECRET = "secret"  # noqa: S105 - the name of a folder


def workbook(part: Part) -> Files:
    """Yield the workbook in which the class is scored."""
    from guizhang.exam.workbook.book import scoring_workbook

    yield f"{SECRET}/scoring{part.suffix}.xlsx", scoring_workbook(part.whole)


OF_EACH_FORM: tuple[Producer, ...] = (shared_papers, blank_sheets, key_masks)
"""A part of these has one form, and the candidates who sit it."""
OF_EACH_PART: tuple[Producer, ...] = (marking_sheets, handing_out, answer_sheets)
OF_THE_WHOLE: tuple[Producer, ...] = (workbook, questions, rubric, checklist, documents, class_lists)
OF_ONES_OWN: tuple[Producer, ...] = (own_papers, own_pages, keys)
"""Of each part, where everybody has a form of their own."""
OF_SHARED: tuple[Producer, ...] = (keys,)
"""Of the whole, where many sit a form: it has one key, however many parts its candidates are in."""
HANDED_OUT: tuple[Producer, ...] = (shared_papers, blank_sheets, own_papers, own_pages, answer_sheets)
"""Those that make what candidates get; web pages beside."""

Task = tuple[Producer, Part]
"""What is made of what."""


def tasks(record: ExamRecord, setter: Typesetter, web: Web | None = None) -> list[Task]:
    """Return all that is to be made of an exam; each can be made in a process of its own.

    Args:
        record: The exam.
        setter: Sets the PDFs.
        web: How it is sat in a browser; ``None``: on paper only.
    """
    of_each_part = (*(OF_ONES_OWN if record.individual else ()), *OF_EACH_PART, *([web.pages] if web else []))
    of_the_whole = (*(() if record.individual else OF_SHARED), *OF_THE_WHOLE, *([web.listed] if web else []))
    order = handing_out_order(record)
    forms = [] if record.individual else record.forms
    by_form = [Part(record, (form,), tuple(p for p in order if p.form == form.id), setter) for form in forms]
    return [
        *((producer, part) for part in by_form for producer in OF_EACH_FORM),
        *((producer, part) for part in parts(record, setter) for producer in of_each_part),
        *((producer, Part(record, record.forms, order, setter)) for producer in of_the_whole),
    ]
