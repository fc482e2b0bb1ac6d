"""What the producers make of an exam, by path: the same files `write_exam` writes."""

from __future__ import annotations

from guizhang.exam.contents import tasks
from guizhang.exam.papers.files import own_pages, own_papers, shared_papers
from guizhang.model.drawn_item import DrawnCase
from guizhang.model.form import Candidate
from guizhang.model.item import ItemType
from guizhang.model.text import Text

PEOPLE = (
    Candidate(id="1001", name="王芳", department="客户服务部", form="A"),
    Candidate(id="=1+1", name='=HYPERLINK("http://x","y")', form="B", language="zh"),
)
"""One with everything on the roster, and one whose name a spreadsheet would calculate."""


def made(record, setter):
    """Return every file of an exam but the record itself."""
    return {name: data for producer, part in tasks(record, setter) for name, data in producer(part)}


def papers(record, setter):
    """Return the papers."""
    return {
        name: data
        for producer, part in tasks(record, setter)
        if producer in (own_papers, own_pages, shared_papers)
        for name, data in producer(part)
    }


def handouts(record, setter):
    """Return what candidates get."""
    return {name: data for name, data in made(record, setter).items() if name.startswith("handout/")}


def secrets(record, setter):
    """Return what stays with the trainer, without the record."""
    return {name: data for name, data in made(record, setter).items() if name.startswith("secret/")}


LONG_CASE = "".join(f"第{n}天，客户又来电话。" for n in range(600))
"""More than a page."""


def long_questions(record, *, large=False):
    """Return an exam of the first form, and of the first candidate where there are any: a written answer of 28 lines, and a case of pages."""
    people = [p.model_copy(update={"large_print": large, "language": "zh"}) for p in record.candidates[:1]]
    form = record.forms[0]
    written, answer = next(
        (s, i) for s in form.sections for i in s.items if i.type is ItemType.SHORT_ANSWER and i.case is None
    )
    cases, question = next((s, i) for s in form.sections for i in s.items if i.case is not None)
    answer = answer.model_copy(update={"stem": Text(zh="写出全部经过。"), "points": 28})
    asked = question.model_copy(update={"stem": Text(zh="第一问。"), "case": DrawnCase(text=Text(zh=LONG_CASE))})
    sections = (
        written.model_copy(update={"title": Text(zh="简答题"), "items": (answer,)}),
        cases.model_copy(update={"title": Text(zh="案例题"), "items": (asked, asked)}),
    )
    return record.model_copy(
        update={"candidates": tuple(people), "forms": (form.model_copy(update={"sections": sections}),)}
    )
