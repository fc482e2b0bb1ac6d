"""The marking sheet, one page a candidate, and the sheet on which a practical part is assessed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from guizhang.exam.marking.key import head
from guizhang.exam.words import plain, runs, say, section_number
from guizhang.model.blueprint import cut_points
from guizhang.model.form import Candidate, DrawnForm, DrawnItem, ExamRecord
from guizhang.model.item import ItemType
from guizhang.model.rubric import Criterion

View = dict[str, Any]
_WORDS = (
    "part", "points", "score", "total", "written_answers", "practical_part", "criterion", "sum", "result", "pass", "fail",
    "remarks", "assessor", "candidate", "signature_date", "phrases", "anchors", "task", "for_assessor", "guide",
)  # fmt: skip


def marking_view(record: ExamRecord) -> View:
    """Return what both renderers print of all marking sheets: one for each candidate, or a blank one for each form."""
    language = record.language
    forms = {form.id: form for form in record.forms}
    people = record.candidates or tuple(Candidate(id="-", form=form.id) for form in record.forms)
    return {
        **head(record, say("marking_sheet", language)),
        "words": {word: say(word, language) for word in _WORDS},
        "sheets": [_sheet(record, forms[person.form], person) for person in people],
    }


def rubric_view(record: ExamRecord) -> View | None:
    """Return what both renderers print of the practical part; ``None`` without one."""
    rubric, language = record.rubric, record.language
    if rubric is None:
        return None
    return {
        **head(record, say("rubric_sheet", language)),
        "words": {word: say(word, language) for word in _WORDS},
        "fields": [{"label": say(word, language), "value": ""} for word in ("name", "number", "department", "date")],
        "rubric": {
            "title": runs(rubric.title, language),
            "task": runs(rubric.task, language),
            "assessor": runs(rubric.assessor, language),
            "minutes": say("duration", language, minutes=rubric.minutes) if rubric.minutes else "",
            "criteria": [_criterion(record, criterion) for criterion in rubric.criteria],
            "max": plain(rubric.max_points),
        },
        **_practical_notes(record),
    }


def _sheet(record: ExamRecord, form: DrawnForm, person: Candidate) -> View:
    language = record.language
    blank = not record.candidates
    fields = [
        (say("name", language), "" if blank else person.name),
        (say("number", language), "" if blank else person.id),
        (say("department", language), person.department),
        (say("date", language), ""),
    ]
    sections, written = [], []
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
        asked = enumerate(section.items, first)
        written += [_written(record, item, n) for n, item in asked if item.type is ItemType.SHORT_ANSWER]
    criteria = [_criterion(record, criterion) for criterion in record.rubric.criteria] if record.rubric else []
    return {
        "form": say("form", language, id=form.id),
        "fields": [{"label": label, "value": value} for label, value in fields],
        "sections": sections,
        "written": written,
        "criteria": criteria,
        "rubric_max": plain(record.rubric.max_points) if record.rubric else "",
        "practical_points": plain(record.practical_points),
        "total": plain(record.total_points),
        "pass_line": say("pass_line", language, points=plain(record.cut_points(form))),
        **_practical_notes(record),
    }


def _written(record: ExamRecord, item: DrawnItem, number: int) -> View:
    return {
        "number": number,
        "stem": runs(item.stem, record.language),
        "points": plain(item.points),
        "guide": [{"runs": runs(text, record.language), "points": plain(points)} for text, points in item.guide],
    }


def _criterion(record: ExamRecord, criterion: Criterion) -> View:
    anchors = sorted(criterion.anchors.items(), key=lambda pair: Decimal(pair[0]))
    return {
        "title": runs(criterion.title, record.language),
        "max": plain(criterion.max_points),
        "critical": criterion.critical,
        "anchors": [{"points": points, "runs": runs(text, record.language)} for points, text in anchors],
        "phrases": [runs(phrase, record.language) for phrase in criterion.phrases],
    }


def _practical_notes(record: ExamRecord) -> View:
    rubric, language = record.rubric, record.language
    notes = []
    if rubric is not None and any(criterion.critical for criterion in rubric.criteria):
        notes.append(say("critical", language))
    if rubric is not None and rubric.max_points != record.practical_points:
        values = {"max": plain(rubric.max_points), "points": plain(record.practical_points)}
        notes.append(say("converted", language, **values))
    return {"notes": notes}
