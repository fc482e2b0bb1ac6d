"""The checklist of what an observer sees at work: appearance and manners, on several days."""

from __future__ import annotations

from itertools import groupby

from guizhang.exam.marking.heads import View, fields_of, head, sentences, words
from guizhang.exam.order import handing_out_order
from guizhang.exam.words import Run, runs, say
from guizhang.model.checklist import ObservedPoint
from guizhang.model.form import Candidate, ExamRecord, PaperLanguage
from guizhang.model.text import LANGS, Lang

OCCASIONS = 3
"""Observations one sheet has room for: once is chance, and three can be done within a trial month."""
_WORDS = (
    "observed_point", "occasion_date", "observer", "counts", "share_observed", "remarks", "candidate", "signature_date",
)  # fmt: skip


def checklist_view(record: ExamRecord) -> View | None:
    """Return what both renderers print of the checklist; ``None`` where the handbook has nothing to observe."""
    language = record.language
    if not record.checklist:
        return None
    people = tuple(_named(person, record) for person in handing_out_order(record)) or (None,)
    return {
        **head(record, say("checklist", language), language),
        "words": words(language, _WORDS),
        "sheets": [{"fields": fields_of(person, language, "role")} for person in people],
        "how": sentences(language, "how_to_observe", "observing_marks", "not_in_score"),
        "occasions": [sentences(language, "occasion", number=number) for number in range(1, OCCASIONS + 1)],
        "marks": ["√", "×", "—"],
        "groups": [
            {"title": runs(group, language), "points": [_point(point, language) for point in points]}
            for group, points in groupby(record.checklist, key=lambda point: point.group)
        ],
    }


def _named(person: Candidate, record: ExamRecord) -> Candidate:
    """Return *person* with the name of a role where the roster has its id."""
    name = record.role_names.get(person.role)
    said = " / ".join(run["text"] for run in runs(name, record.language))
    return person.model_copy(update={"role": said}) if name else person


def _point(point: ObservedPoint, language: PaperLanguage) -> View:
    return {
        "title": runs(point.title, language),
        "observe": runs(point.observe, language),
        "rules": [_joined(lang, point) for lang in (LANGS if language == "both" else (language,))],
    }


def _joined(lang: Lang, point: ObservedPoint) -> Run:
    """Return what to do and what not to do as one paragraph: the second says "not" itself."""
    said = [text.either(lang) for text in (point.do, point.dont) if text]
    return {"lang": lang, "text": ("" if lang == "zh" else " ").join(said)}
