"""The list by which papers are packed and handed out, and the labels of the envelopes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from guizhang.exam.marking.heads import View, added_later, columns, head, kind, words
from guizhang.exam.order import handing_out_order
from guizhang.exam.words import say
from guizhang.model.form import Candidate, ExamRecord, PaperLanguage

_WORDS = (
    "packing", "room", "invigilator", "start_time", "handed_out", "handed_back", "no_department",
)  # fmt: skip
_COLUMNS = (
    "row",
    "candidate_name",
    "number",
    "form_column",
    "language_column",
    "large_column",
    "minutes_column",
    "end_time",
    "received",
)
_PACKED = ("form_column", "language_column", "large_column", "copies")
_Paper = tuple[str, PaperLanguage, bool]


def envelopes_view(record: ExamRecord) -> View | None:
    """Return what both renderers print to pack and hand out; ``None`` where there is no roster."""
    if not record.candidates:
        return None
    language, late = record.language, added_later(record)
    groups = [
        (department, list(people))
        for department, people in groupby(handing_out_order(record), key=lambda person: person.department)
    ]
    rows = [[_row(person, record, language) for person in people] for _, people in groups]
    return {
        **head(record, kind(record, "envelopes"), language),
        "words": words(language, _WORDS),
        "columns": columns(language, _COLUMNS),
        "packed": columns(language, _PACKED),
        "minutes": say("minutes", language, minutes=record.limit_minutes),
        "packing": _packed(record, record.candidates, language),
        "total": say("papers_total", language, count=len(record.candidates)),
        # Who comes later is handed a paper, not an envelope.
        "labelled": not late,
        "groups": [
            {
                "department": department or say("no_department", language),
                "count": say("papers_total", language, count=len(people)),
                "people": lines,
                "packing": _packed(record, people, language),
            }
            for (department, people), lines in zip(groups, rows, strict=True)
        ],
    }


def _row(person: Candidate, record: ExamRecord, language: PaperLanguage) -> View:
    return {
        "name": person.name,
        "id": person.id,
        "form": "" if record.individual else person.form,
        "language": say(f"in_{person.language or record.language}", language),
        "large_print": person.large_print,
        "minutes": str(record.limit_minutes + person.extra_minutes),
        "longer": person.extra_minutes > 0,
    }


def _packed(record: ExamRecord, people: Iterable[Candidate], language: PaperLanguage) -> list[View]:
    """Return which papers are needed, and how many copies of each; papers of one's own are counted together."""
    wanted = Counter(_paper(record, person) for person in people)
    places = {form.id: place for place, form in enumerate(record.forms)}
    return [
        {
            "paper": say("form", language, id=form) if form else say("own_papers", language),
            "language": say(f"in_{spoken}", language),
            "large_print": say("large_print", language) if large else "",
            "copies": str(count),
        }
        for (form, spoken, large), count in sorted(
            wanted.items(), key=lambda pair: (pair[0][2], places.get(pair[0][0], -1), pair[0][1])
        )
    ]


def _paper(record: ExamRecord, person: Candidate) -> _Paper:
    return "" if record.individual else person.form, person.language or record.language, person.large_print
