"""The sheet on which two raters assess the practical part, one for each candidate or a blank one."""

from __future__ import annotations

from decimal import Decimal

from guizhang.exam.marking.heads import View, columns, fields_of, head, sentences, words
from guizhang.exam.order import handing_out_order
from guizhang.exam.words import Run, plain, runs, say
from guizhang.model.form import ExamRecord, PaperLanguage
from guizhang.model.rubric import Criterion

_WORDS = (
    "rater_1", "rater_2", "sum", "remarks", "candidate", "signature_date", "phrases", "task",
    "for_assessor", "begun", "ended", "practical_score",
)  # fmt: skip


def rubric_view(record: ExamRecord) -> View | None:
    """Return what both renderers print of the practical part; ``None`` without one."""
    rubric, language = record.rubric, record.language
    if rubric is None:
        return None
    people = handing_out_order(record) or (None,)
    return {
        **head(record, say("rubric_sheet", language), language),
        "words": words(language, _WORDS),
        "columns": columns(language, ("criterion", "anchors", "rater_1", "rater_2", "agreed")),
        "sheets": [{"fields": fields_of(person, language)} for person in people],
        "rubric": {
            "title": runs(rubric.title, language),
            "task": runs(rubric.task, language),
            "assessor": runs(rubric.assessor, language),
            "minutes": say("duration", language, minutes=rubric.minutes) if rubric.minutes else "",
            "criteria": [_criterion(criterion, language) for criterion in rubric.criteria],
            "max": plain(rubric.max_points),
        },
        "settling": sentences(language, "two_raters", "no_agreement"),
        "notes": practical_notes(record, language),
        "converted": rubric.max_points != record.practical_points,
    }


def practical_notes(record: ExamRecord, language: PaperLanguage) -> list[list[Run]]:
    """Return what must be said below the points of a practical part: which criteria are critical, how it is converted."""
    rubric = record.rubric
    notes = []
    if rubric is not None and any(criterion.critical for criterion in rubric.criteria):
        notes.append(sentences(language, "critical"))
    if rubric is not None and rubric.max_points != record.practical_points:
        values = {"max": plain(rubric.max_points), "points": plain(record.practical_points)}
        notes.append(sentences(language, "converted", **values))
    return notes


def _criterion(criterion: Criterion, language: PaperLanguage) -> View:
    anchors = sorted(criterion.anchors.items(), key=lambda pair: Decimal(pair[0]))
    return {
        "title": runs(criterion.title, language),
        "max": sentences(language, "full", points=plain(criterion.max_points)),
        "critical": criterion.critical,
        "anchors": [{"points": points, "runs": runs(text, language)} for points, text in anchors],
        "phrases": [runs(phrase, language) for phrase in criterion.phrases],
    }
