"""Papers as they are printed: a file for each version of a form that many sit, one for many papers with names on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guizhang.exam.docx.files import editable
from guizhang.exam.docx.paper import paper_docx
from guizhang.exam.papers.paper import Version, View, paper_view
from guizhang.exam.part import SIZE, Files, Part
from guizhang.files import file_name
from guizhang.model.form import DrawnForm, ExamRecord, PaperLanguage
from guizhang.model.public import public_form
from guizhang.printing.html import page
from guizhang.printing.pdf import Typesetter

_FOLDER = "handout"


def shared_papers(part: Part) -> Files:
    """Yield the papers of forms that many sit: for each form those in the languages and sizes its candidates need."""
    for form in part.forms:
        public = public_form(part.whole, form)
        for language, large in _versions(part.whole, form):
            endings = [*([] if language == part.whole.language else [language]), *(["large"] if large else [])]
            name = ".".join([file_name(form.id), *endings])
            version = Version(public, language, part.whole.paper_size, large=large)
            view = paper_view(version)
            yield f"{_FOLDER}/paper-{name}.html", _page([view])
            if part.setter.family is not None:
                yield f"{_FOLDER}/paper-{name}.pdf", _pdf([view], part.setter)
            if editable(part.whole):
                yield f"{_FOLDER}/paper-{name}.docx", paper_docx(view)


def own_papers(part: Part) -> Files:
    """Yield papers with their candidates' names on them: one PDF to print, in the order they are handed out."""
    if part.candidates and part.setter.family is not None:
        yield f"{_FOLDER}/papers{part.suffix}.pdf", _pdf(_own(part), part.setter)


def own_pages(part: Part) -> Files:
    """Yield the same papers as one page: for few, and where no PDF can be made; a page of thousands would not open."""
    few = len(part.whole.candidates) <= SIZE or part.setter.family is None
    if part.candidates and few:
        yield f"{_FOLDER}/papers{part.suffix}.html", _page(_own(part))


def _own(part: Part) -> list[View]:
    record, forms = part.whole, {form.id: form for form in part.forms}
    views = []
    for person in part.candidates:
        public, language = public_form(record, forms[person.form]), person.language or record.language
        version = Version(public, language, record.paper_size, large=person.large_print, person=person)
        views.append(paper_view(version))
    return views


def _page(papers: Sequence[View]) -> bytes:
    return page("paper", {**_head(papers), "papers": papers}, "guizhang.exam")


def _pdf(papers: Sequence[View], setter: Typesetter) -> bytes:
    """Return papers as one PDF.

    It is for print: structure for screen readers, which the page has, would make it four times as large.
    """
    return setter.pdf("paper", {**_head(papers), "papers": papers}, tagged=False, checked=True)


def _head(papers: Sequence[View]) -> View:
    return {key: papers[0][key] for key in ("title", "lang", "paper_size", "form")}


def _versions(record: ExamRecord, form: DrawnForm) -> Iterator[tuple[PaperLanguage, bool]]:
    """Yield the languages and sizes a form is needed in: that of the exam, and those its candidates asked for."""
    asked = {(p.language or record.language, p.large_print) for p in record.candidates if p.form == form.id}
    yield from dict.fromkeys([(record.language, False), *sorted(asked)])
