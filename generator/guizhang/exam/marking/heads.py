"""What every secret sheet has in common: head, foot, language, and the line of the person it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from guizhang.exam.papers.layout import width
from guizhang.exam.words import Run, page_words, runs, say
from guizhang.model.form import Candidate, ExamRecord, PaperLanguage
from guizhang.model.text import LANGS, Lang

View = dict[str, Any]
"""Strings, numbers, lists and mappings: what a template prints and Typst reads as JSON."""


def head(record: ExamRecord, form: str, language: PaperLanguage) -> View:
    """Return what every secret sheet has: title, footer, the mark SECRET.

    Args:
        record: The exam.
        form: What kind of sheet it is, in words.
        language: What the sheet is printed in.
    """
    foot = [form, f"{say('exam', language)} {record.exam_id}"]
    if record.edition:
        foot.append(f"{say('edition', language)} {record.edition}")
    return {
        "lang": "en" if language == "en" else "zh",
        "paper_size": record.paper_size,
        "title": runs(record.title, language),
        "company": runs(record.company, language),
        "form": form,
        "footer": foot,
        "page": page_words(language),
        # In both languages whatever the paper's: whoever finds the sheet should understand.
        "secret": "保密 SECRET",
    }


def added_later(record: ExamRecord) -> bool:
    """Tell whether nobody else is on the list than people who were added after the draw."""
    return bool(record.candidates) and all(person.id in record.walk_ins for person in record.candidates)


def kind(record: ExamRecord, word: str) -> str:
    """Return what a list is called; one of nobody but walk-ins says so."""
    langs: tuple[Lang, ...] = LANGS if record.language == "both" else (record.language,)
    names = [say(word, lang) for lang in langs]
    if added_later(record):
        names = [say("added_later", lang, kind=name) for lang, name in zip(langs, names, strict=True)]
    return " ".join(names)


def known_languages(record: ExamRecord) -> PaperLanguage:
    """Return both languages, whatever those of the papers; the only one where the questions stand in no other."""
    stems = [item.stem for item in record.forms[0].items]
    langs = [lang for lang in LANGS if any(stem.get(lang) for stem in stems)]
    return langs[0] if len(langs) == 1 else "both"


def words(language: PaperLanguage, names: Iterable[str]) -> dict[str, str]:
    """Return the words a sheet prints, by name."""
    return {name: say(name, language) for name in names}


def sentences(language: PaperLanguage, *names: str, **values: object) -> list[Run]:
    """Return sentences as one paragraph in each language of the sheet."""
    langs: tuple[Lang, ...] = LANGS if language == "both" else (language,)
    gaps = {"zh": "", "en": " "}
    return [{"lang": lang, "text": gaps[lang].join(say(name, lang, **values) for name in names)} for lang in langs]


def columns(language: PaperLanguage, names: Iterable[str]) -> list[list[Run]]:
    """Return the heads of columns, each in as many lines as the sheet has languages."""
    return [sentences(language, name) for name in names]


def fields_of(person: Candidate | None, language: PaperLanguage, last: str = "date") -> list[View]:
    """Return the line of name, number, department and date; nothing is filled in for nobody.

    ``scale`` is the size, as a share of the ordinary one, at which a value of any length fits its box.

    Args:
        person: Whom the sheet is about; ``None`` for a blank one.
        language: What it is printed in.
        last: What stands in the place of the date.
    """
    values = (
        {"name": person.name, "number": person.id, "department": person.department, "role": person.role}
        if person
        else {}
    )
    return [
        {"label": say(word, language), "value": values.get(word, ""), "scale": _scale(values.get(word, ""))}
        for word in ("name", "number", "department", last)
    ]


def allowances(person: Candidate | None, record: ExamRecord, language: PaperLanguage) -> list[str]:
    """Return what is arranged for one person: longer time, large print."""
    if person is None:
        return []
    minutes = {"extra": person.extra_minutes, "minutes": record.limit_minutes + person.extra_minutes}
    return [
        *([say("extra_minutes", language, **minutes)] if person.extra_minutes else []),
        *([say("large_print", language)] if person.large_print else []),
    ]


def _scale(value: str) -> float:
    """Return the size for a value: its box takes 18 half widths at full size, and more lines of smaller ones."""
    wide = width(value)
    return next((scale for most, scale in ((18, 1.0), (40, 0.8), (76, 0.62), (130, 0.5)) if wide <= most), 0.38)
