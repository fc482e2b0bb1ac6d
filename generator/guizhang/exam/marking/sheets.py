"""The marking sheet, one page a candidate.

Sheets of one form differ only in their head, so what stands below it is said once for all of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from guizhang.exam.marking.heads import View, allowances, fields_of, head, words
from guizhang.exam.marking.rubric import practical_notes
from guizhang.exam.order import handing_out_order
from guizhang.exam.words import plain, runs, say, section_number
from guizhang.model.blueprint import cut_points
from guizhang.model.form import Candidate, DrawnForm, ExamRecord, PaperLanguage
from guizhang.model.item import ItemType

_WORDS = (
    "part", "questions", "points", "score", "total", "written_answers", "practical_part", "criterion", "sum", "result", "pass", "fail",
    "remarks", "assessor", "candidate", "signature_date",
)  # fmt: skip


def marking_view(record: ExamRecord) -> View:
    """Return what both renderers print of all marking sheets: one for each candidate, or a blank one for each form.

    A sheet names its body; a body names its written answers and the rest of it. Each stands there once.
    """
    language = record.language
    forms = {form.id: form for form in record.forms}
    people: list[tuple[str, Candidate | None]] = [(person.form, person) for person in handing_out_order(record)]
    bodies, rests, answers = _Once(), _Once(), _Once()
    of_form: dict[tuple[str, PaperLanguage], int] = {}
    sheets = []
    for name, person in people or [(form, None) for form in forms]:
        spoken = _language(record, person)
        if (name, spoken) not in of_form:
            written = [answers.place(view) for view in _written(forms[name], spoken)]
            rest = rests.place(_rest(record, forms[name], spoken))
            of_form[name, spoken] = bodies.place({"written": written, "rest": rest})
        sheets.append({**_head(record, forms[name], person, spoken), "body": of_form[name, spoken]})
    return {
        **head(record, say("marking_sheet", language), language),
        "sheets": sheets,
        "bodies": bodies.views,
        "rests": rests.views,
        "answers": answers.views,
    }


class _Once:
    """Views, each of which stands there once."""

    def __init__(self) -> None:
        self.views: list[View] = []
        self._places: dict[str, int] = {}

    def place(self, view: View) -> int:
        """Return where *view* stands."""
        place = self._places.setdefault(json.dumps(view, sort_keys=True), len(self.views))
        if place == len(self.views):
            self.views.append(view)
        return place


def _language(record: ExamRecord, person: Candidate | None) -> PaperLanguage:
    """Return what a sheet is printed in: a candidate who sits a paper in another language signs it as well."""
    return record.language if person is None or person.language in (None, record.language) else "both"


def _head(record: ExamRecord, form: DrawnForm, person: Candidate | None, language: PaperLanguage) -> View:
    return {
        "form": say("form", language, id=form.id),
        "heading": say("marking_sheet", language),
        "facts": [
            say("pass_line", language, points=plain(record.cut_points(form))),
            *allowances(person, record, language),
        ],
        "fields": fields_of(person, language),
    }


def _rest(record: ExamRecord, form: DrawnForm, language: PaperLanguage) -> View:
    sections = []
    number = 0
    for index, section in enumerate(form.sections):
        points = section.total_points
        minimum = plain(cut_points(section.minimum, points)) if section.minimum else None
        first, number = number + 1, number + len(section.items)
        sections.append(
            {
                "title": runs(section.title, language),
                "number": section_number(index, language),
                "questions": f"{first}–{number}" if number > first else f"{number}",
                "points": plain(points),
                "minimum": say("minimum", language, points=minimum) if minimum else "",
            }
        )
    rubric = record.rubric
    criteria = rubric.criteria if rubric else ()
    return {
        "words": words(language, _WORDS),
        "sections": sections,
        "criteria": [
            {"title": runs(c.title, language), "max": plain(c.max_points), "critical": c.critical} for c in criteria
        ],
        "rubric_max": plain(rubric.max_points) if rubric else "",
        "practical_points": plain(record.practical_points),
        "total": plain(record.total_points),
        "notes": practical_notes(record, language),
    }


def _written(form: DrawnForm, language: PaperLanguage) -> Iterator[View]:
    """Yield the questions that are answered in words, with what is marked in each."""
    for number, item in enumerate(form.items, 1):
        if item.type is ItemType.SHORT_ANSWER:
            yield {
                "number": number,
                "stem": runs(item.stem, language),
                "points": plain(item.points),
                "guide": [
                    {"runs": runs(text, language), "points": plain(points)} for text, points in item.marking_guide
                ],
            }
