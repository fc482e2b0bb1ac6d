"""The key of each form: the answers at a glance, then every question with its key, rationale and the rules behind it."""

from __future__ import annotations

from guizhang.exam.marking.answers import case_of, explained, short_key
from guizhang.exam.marking.heads import View, head, known_languages, sentences, words
from guizhang.exam.words import Run, plain, runs, say, section_number
from guizhang.model.form import DrawnForm, DrawnSection, ExamRecord, PaperLanguage
from guizhang.model.public import together

KEY_WORDS = ("why", "rests_on", "guide", "case", "see_below")
_PER_ROW = 10


def key_view(record: ExamRecord) -> View:
    """Return what both renderers print of the key of all forms, in both languages whatever the papers are in."""
    language = known_languages(record)
    return {
        **head(record, say("key", language), language),
        "forms": [_form(record, form, language) for form in record.forms],
        "words": words(language, KEY_WORDS),
    }


def _worth(section: DrawnSection, language: PaperLanguage) -> list[Run]:
    """Return how many questions a section has and what they are worth."""
    count = sum(1 for _ in together(section.items))
    values = {"count": count, "each": plain(section.points), "points": plain(section.total_points)}
    return sentences(language, "one_question" if count == 1 else "section_points", **values)


def _form(record: ExamRecord, form: DrawnForm, language: PaperLanguage) -> View:
    answers = [{"number": n, "key": short_key(item, language)} for n, item in enumerate(form.items, 1)]
    sections = []
    number = 0
    for index, section in enumerate(form.sections):
        items = []
        for group in together(section.items):
            for item in group:
                number += 1
                case = case_of(record, group, language) if item is group[0] else None
                items.append({"number": number, "case": case, **explained(record, item, language)})
        title = {"number": section_number(index, language), "title": runs(section.title, language)}
        sections.append({**title, "worth": _worth(section, language), "items": items})
    return {
        "title": say("key_of", language, id=form.id),
        "note": sentences(language, "pass_line", points=plain(record.cut_points(form))),
        "rows": [answers[i : i + _PER_ROW] for i in range(0, len(answers), _PER_ROW)],
        "sections": sections,
    }
