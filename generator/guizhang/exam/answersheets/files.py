"""Answer sheets and key masks of a part of an exam, as they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from guizhang.exam.answersheets.layouts import Layouts, sizes
from guizhang.exam.answersheets.mask import mask_view
from guizhang.exam.answersheets.view import backdrops, overprints, words
from guizhang.exam.part import Files, Part
from guizhang.exam.words import runs
from guizhang.files import file_name
from guizhang.model.form import Candidate, DrawnForm, ExamRecord, PaperLanguage
from guizhang.model.public import PublicForm, public_form
from guizhang.printing.pdf import Typesetter, clusters, spared

View = dict[str, Any]


def answer_sheets(part: Part) -> Files:
    """Yield the sheets of the part's candidates in one file, in the order in which papers are handed out."""
    if part.setter.family is None or not part.candidates:
        return
    forms = {form.id: form for form in part.whole.forms}
    people = [(person, forms[person.form]) for person in part.candidates]
    yield f"handout/answer-sheets{part.suffix}.pdf", sheets_pdf(part.whole, people, part.setter)


def blank_sheets(part: Part) -> Files:
    """Yield a sheet for nobody in particular, for each form."""
    if part.setter.family is not None:
        for form in part.forms:
            yield f"handout/answer-sheet-{file_name(form.id)}.pdf", sheets_pdf(part.whole, [(None, form)], part.setter)


def key_masks(part: Part) -> Files:
    """Yield the masks of each form: that for the usual sheet, and one for large print where a candidate needs it."""
    for form in part.forms:
        for large in sizes(part.whole, form):
            yield from _mask(part, form, large_print=large)


def large_masks(part: Part) -> Files:
    """Yield the masks for sheets in large print and no other."""
    for form in part.forms:
        yield from _mask(part, form, large_print=True)


def _mask(part: Part, form: DrawnForm, *, large_print: bool) -> Files:
    if part.setter.family is not None:
        name = f"secret/key-mask-{file_name(form.id)}{'.large' if large_print else ''}.pdf"
        view = mask_view(part.whole, form, large_print=large_print)
        if view["pages"]:
            yield name, part.setter.pdf("key-mask", view, tagged=False, checked=True)


def sheets_pdf(record: ExamRecord, people: Iterable[tuple[Candidate | None, DrawnForm]], setter: Typesetter) -> bytes:
    """Return sheets as one PDF, in the order given.

    Args:
        record: The exam.
        people: Whom each sheet is for, and the form that is sat; nobody for a blank one.
        setter: Sets the PDF.
    """
    layouts = Layouts(record)
    forms: dict[str, PublicForm] = {}
    firsts: dict[tuple[int, PaperLanguage, bool], int] = {}
    drawn: list[View] = []
    pages: list[View] = []
    for person, form in people:
        if form.id not in forms:
            forms[form.id] = public_form(record, form)
        sheet = layouts.of(form, large_print=bool(person and person.large_print))
        language = (person and person.language) or record.language
        kind = id(sheet), language, person is None
        if kind not in firsts:
            firsts[kind] = len(drawn)
            drawn += backdrops(forms[form.id], sheet, language, blank=person is None)
        over = overprints(forms[form.id], sheet, language, person)
        pages += ({"backdrop": page, **printed} for page, printed in enumerate(over, firsts[kind]))
    view = {
        "lang": "en" if record.language == "en" else "zh",
        "title": runs(record.title, record.language),
        "words": {language: words(language) for _, language, _ in firsts},
        "backdrops": drawn,
        "printed": None,
        "pages": pages,
    }
    if len(pages) == len(drawn) or not setter.takes_pictures:
        return setter.pdf("answer-sheet", view, tagged=False, checked=True)
    return _on_pictures(view, setter)


def _on_pictures(view: View, setter: Typesetter) -> bytes:
    """Return the sheets with what many of them share set once and put on each page as a picture.

    A page has hundreds of bubbles, and a picture costs a hundredth of them. What is on the picture, and each character that
    is printed over it, is checked while the pictures are made: a page that holds a page of another PDF cannot be.
    """
    drawn, pages = view["backdrops"], view["pages"]
    letters = sorted({letter for page in pages for text in page["over"].values() for letter in clusters(text)})
    alone = [{"backdrop": number, "over": None} for number in range(len(drawn))]
    tried = {"backdrop": 0, "over": None, "characters": " ".join(letters)}
    pictures = setter.pdf("answer-sheet", {**view, "pages": [*alone, tried]}, tagged=False, checked=True)
    for page in pages if setter.undrawn else ():
        page["over"] = {name: spared(text, setter.undrawn) for name, text in page["over"].items()}
    return setter.pdf("answer-sheet", {**view, "printed": list(pictures)}, tagged=False)
