"""The key: for each form the answers at a glance, then each question with its key, rationale and the rules behind it."""

from __future__ import annotations

from typing import Any

from guizhang.exam.words import plain, runs, say, section_number
from guizhang.model.form import LETTERS, DrawnForm, DrawnItem, ExamRecord, PaperLanguage
from guizhang.model.item import ItemType
from guizhang.model.text import Text

View = dict[str, Any]
_PER_ROW = 10


def key_view(record: ExamRecord) -> View:
    """Return what both renderers print of the key of all forms."""
    language = record.language
    return {
        **head(record, say("key", language)),
        "forms": [_form(record, form) for form in record.forms],
        "words": {word: say(word, language) for word in ("why", "rests_on", "guide")},
    }


def head(record: ExamRecord, form: str) -> View:
    """Return what every secret sheet has: title, footer, the mark SECRET."""
    language = record.language
    foot = [form, f"{say('exam', language)} {record.exam_id}"]
    if record.edition:
        foot.append(f"{say('edition', language)} {record.edition}")
    return {
        "lang": "en" if language == "en" else "zh",
        "title": runs(record.title, language),
        "company": runs(record.company, language),
        "form": form,
        "footer": foot,
        "page": say("page", "zh" if language == "zh" else "en", page="#", pages="#").split("#"),
        # In both languages whatever the paper's: whoever finds the sheet should understand.
        "secret": "保密 SECRET",
    }


def printed_key(item: DrawnItem, language: PaperLanguage) -> str:
    """Return the key as a marker reads it: B, ACD, √, 24 小时; empty for a written answer."""
    match item.type:
        case ItemType.TRUE_FALSE:
            return {"T": "√", "F": "×"}[item.key[0]] if language != "en" else item.key[0]
        case ItemType.NUMERIC:
            unit = runs(item.unit, language)
            return " ".join([item.key[0], " / ".join(run["text"] for run in unit)]).strip()
        case _:
            return "".join(item.key)


def _short(item: DrawnItem, language: PaperLanguage) -> str:
    """Return the key as the table at the head shows it: without a unit."""
    return item.key[0] if item.type is ItemType.NUMERIC else printed_key(item, language) or "—"


def _form(record: ExamRecord, form: DrawnForm) -> View:
    language = record.language
    answers = [{"number": n, "key": _short(item, language)} for n, item in enumerate(form.items, 1)]
    rows = [answers[i : i + _PER_ROW] for i in range(0, len(answers), _PER_ROW)]
    sections = []
    number = 0
    for index, section in enumerate(form.sections):
        items = []
        for item in section.items:
            number += 1
            items.append(_item(record, item, number))
        title = {"number": section_number(index, language), "title": runs(section.title, language)}
        sections.append({**title, "items": items})
    return {"title": say("key_of", language, id=form.id), "rows": rows, "sections": sections}


def _item(record: ExamRecord, item: DrawnItem, number: int) -> View:
    language = record.language
    key = printed_key(item, language)
    if item.tolerance:
        key += f"（±{plain(item.tolerance)}）"
    cites = [{"runs": runs(_name(record, address), language), "link": f"go.html#{address}"} for address in item.cites]
    return {
        "number": number,
        "stem": runs(item.stem, language),
        "key": key,
        "points": say("full", language, points=plain(item.points)) if item.type is ItemType.SHORT_ANSWER else "",
        "right": [
            {"letter": letter, "runs": runs(item.options[LETTERS.index(letter)], language)}
            for letter in (item.key if item.options else ())
        ],
        "whys": [
            {"letter": LETTERS[i], "runs": runs(why, language)} for i, why in enumerate(item.whys) if why is not None
        ],
        "guide": [{"runs": runs(text, language), "points": plain(points)} for text, points in item.guide],
        "rationale": runs(item.rationale, language),
        "cites": cites,
        "id": item.item_id,
    }


def _name(record: ExamRecord, address: str) -> Text:
    place = record.cited.get(address)
    return place.name if place else Text(zh=address, en=address)
