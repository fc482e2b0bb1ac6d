"""The key: for each form the answers at a glance, then each question with its key, rationale and the rules behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from guizhang.exam.words import asked, plain, runs, say, section_number
from guizhang.model.form import LETTERS, DrawnForm, DrawnItem, ExamRecord, PaperLanguage
from guizhang.model.item import ItemType
from guizhang.model.public import together
from guizhang.model.text import LANGS, Text

View = dict[str, Any]
_PER_ROW = 10


def key_view(record: ExamRecord) -> View:
    """Return what both renderers print of the key of all forms."""
    language = record.language
    return {
        **head(record, say("key", language)),
        "forms": [_form(record, form) for form in record.forms],
        "words": {word: say(word, language) for word in ("why", "rests_on", "guide", "case")},
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
    """Return the key as a marker reads it: B, ACD, √, 24 小时, 1C 2A; empty for what is written in words."""
    match item.type:
        case ItemType.TRUE_FALSE:
            return {"T": "√", "F": "×"}[item.key[0]] if language != "en" else item.key[0]
        case ItemType.NUMERIC:
            unit = runs(item.unit, language)
            return " ".join([item.key[0], " / ".join(run["text"] for run in unit)]).strip()
        case ItemType.MATCHING | ItemType.CLOZE:
            return " ".join(f"{n}{letter}" for n, letter in enumerate(item.key, 1) if letter)
        case _:
            return "".join(item.key)


def _short(item: DrawnItem, language: PaperLanguage) -> str:
    """Return the key as the table at the head shows it: without a unit."""
    if item.type is ItemType.NUMERIC:
        return item.key[0]
    return (printed_key(item, language) if all(item.key) else "") or "—"


def _form(record: ExamRecord, form: DrawnForm) -> View:
    language = record.language
    answers = [{"number": n, "key": _short(item, language)} for n, item in enumerate(form.items, 1)]
    rows = [answers[i : i + _PER_ROW] for i in range(0, len(answers), _PER_ROW)]
    sections = []
    number = 0
    for index, section in enumerate(form.sections):
        items = []
        for group in together(section.items):
            for item in group:
                number += 1
                items.append(
                    {**_item(record, item, number), "case": _case(record, group) if item is group[0] else None}
                )
        title = {"number": section_number(index, language), "title": runs(section.title, language)}
        sections.append({**title, "items": items})
    return {"title": say("key_of", language, id=form.id), "rows": rows, "sections": sections}


def _case(record: ExamRecord, group: Sequence[DrawnItem]) -> View | None:
    """Return what is said once for all questions of a case; ``None`` for a question alone."""
    case = group[0].case
    if case is None:
        return None
    return {
        "text": runs(case.text, record.language),
        "rationale": runs(case.rationale, record.language),
        "cites": _cites(record, group[0]),
    }


def _cites(record: ExamRecord, item: DrawnItem) -> list[View]:
    return [
        {"runs": runs(_name(record, address), record.language), "link": f"go.html#{address}"} for address in item.cites
    ]


def _item(record: ExamRecord, item: DrawnItem, number: int) -> View:
    language = record.language
    key = printed_key(item, language)
    if item.tolerance:
        key += f"（±{plain(item.tolerance)}）"
    return {
        "number": number,
        "stem": asked(item, language),
        "key": key,
        "points": say("full", language, points=plain(item.points)) if item.type is ItemType.SHORT_ANSWER else "",
        "right": [{"letter": label, "runs": runs(text, language)} for label, text in _right(item)],
        "whys": [
            {"letter": LETTERS[i], "runs": runs(why, language)} for i, why in enumerate(item.whys) if why is not None
        ],
        "guide": [{"runs": runs(text, language), "points": plain(points)} for text, points in item.guide],
        "rationale": runs(item.rationale, language),
        "cites": _cites(record, item) if item.case is None else [],
        "id": item.item_id,
    }


def _right(item: DrawnItem) -> Iterator[tuple[str, Text]]:
    """Yield what is right, with the letter or number it stands under."""
    if item.lefts:
        for number, (left, letter) in enumerate(zip(item.lefts, item.key, strict=True), 1):
            yield f"{number}{letter}.", _joined(" → ", (left, item.options[LETTERS.index(letter)]))
    elif item.options:
        for letter in item.key:
            yield f"{letter}.", item.options[LETTERS.index(letter)]
    for number, (gap, letter) in enumerate(zip(item.gaps, item.key, strict=False), 1):
        if gap.answer is None:
            yield f"{number}{letter}.", gap.options[LETTERS.index(letter)]
        else:
            yield f"{number}.", _joined(" = ", (gap.answer, *gap.equivalent))


def _joined(sign: str, texts: Sequence[Text]) -> Text:
    return Text(**{lang: sign.join(words for text in texts if (words := text.get(lang))) for lang in LANGS})


def _name(record: ExamRecord, address: str) -> Text:
    place = record.cited.get(address)
    return place.name if place else Text(zh=address, en=address)
